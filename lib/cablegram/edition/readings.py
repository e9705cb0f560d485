"""Links to results made to answer: a card that says how we know, and one value for each way of reading.

Values switch without a script: the page holds them all, and its style shows those of the readings chosen.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from bs4 import Tag

from ..cable import Cable
from ..results import DOES_NOT_HOLD
from ..results.evidence import Choice
from .tree import element, having, words

_RESULT = re.compile(r"[^#]*#result-(?P<name>[\w.-]+?)(?:--(?P<form>\w+))?")
_STATED = re.compile(r"[^#]*#(?P<address>[qd]-[\w-]+)")

ON_ONE_LINE = 20  # characters of words that a phone holds on a line with their button


@dataclass
class Readings:
    """What must stand on a page for its values to switch and its cards to open.

    `cards` are the results that have a card, `cruxes` the doubts that change something in view, `rules` the
    CSS that picks a value, by the class of the value; the keys of all three are in the order of the page.
    """

    cable: Cable
    cards: dict[str, None] = field(default_factory=dict)
    cruxes: dict[str, None] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)

    @cached_property
    def options(self) -> dict[str, list[dict]]:
        """The rows of the register of readings by their crux, the default first."""
        rows = self.cable.rows("readings")
        return {
            crux.id: [rows[f"{crux.id}-{option}"] for option in crux.options]
            for crux in self.cable.cruxes.values()
        }

    def __or__(self, other: "Readings") -> "Readings":
        """Those of two pages that stand in one file."""
        cards, cruxes = self.cards | other.cards, self.cruxes | other.cruxes
        return Readings(self.cable, cards, cruxes, self.rules | other.rules)

    def expand(self, tree: Tag) -> None:
        """Expand every link whose words are a result's wording; other links stay."""
        shown = {tag["data-when"] for tag in having(tree, "data-when")}
        for crux, options in self.options.items():
            if shown & {option["id"] for option in options}:
                self.cruxes[crux] = None
        for link in tree("a"):
            href = link.get("href", "")
            if target := _RESULT.fullmatch(href):
                self._answer(link, target["name"], target["form"] or "")
            elif stated := _STATED.fullmatch(href):
                # On paper a link leads nowhere, so the sentence of a number or date stands behind it there.
                where = self.cable.label(stated["address"])[1]
                if where and words(link) != where:
                    link["data-at"] = where

    def _answer(self, link: Tag, name: str, form: str) -> None:
        """Put a button for the card behind the link, and every value into it."""
        result, shown = self.cable.answers.get(name), words(link)
        if not result or shown.lower() != result.forms.get(form, "").lower():
            return
        self.cards[name] = None
        variants = {choice: forms.get(form, DOES_NOT_HOLD) for choice, forms in result.variants.items()}
        values = list(dict.fromkeys(variants.values()))
        if len(values) > 1:
            mark = f"by-{name}--{form}" if form else f"by-{name}"
            self.cruxes |= dict.fromkeys(result.depends)
            self.rules[mark] = "".join(
                rule(mark, choice, values.index(value))
                for choice, value in variants.items()
                if value != values[0]
            )
            spans = [span(value, number, shown) for number, value in enumerate(values)]
            link.clear()
            link.append(element("span", {"class": f"by-reading {mark}"}, *spans))
        named = {"class": "how", "popovertarget": f"how-{name}", "aria-label": f"How do we know: {shown}?"}
        link.insert_after(button := element("button", named, "?"))
        if len(shown) <= ON_ONE_LINE:
            link.wrap(element("span", {"class": "kept"})).append(button)

    @property
    def switches(self) -> list[list[dict]]:
        """The options of each crux that changes something, in the order of the register."""
        return [options for crux, options in self.options.items() if crux in self.cruxes]

    @property
    def style(self) -> str:
        """The rules for values and for whatever is marked `data-when`, for browsers that know `:has`."""
        hidden, rules = [], list(self.rules.values())
        for option in (option for crux in self.cruxes for option in self.options[crux]):
            mark, chosen = f'[data-when="{option["id"]}"]', f":has(#r-{option['id']}:checked)"
            hidden += [] if option["default"] else [mark]
            rules.append(f"body{chosen} {mark}{{display:revert}}body:not({chosen}) {mark}{{display:none}}\n")
        if not rules:
            return ""
        return f"{','.join(hidden)}{{display:none}}\n@supports selector(:has(a)){{\n{''.join(rules)}}}\n"


def span(value: str, number: int, shown: str) -> Tag:
    """One value; the first is the default, and one that does not hold strikes the default out."""
    attributes = {"class": f"v v{number}"}
    if value == DOES_NOT_HOLD:
        return element("span", attributes, element("s", {}, shown), " (does not hold so)")
    if shown[:1].isupper():
        value = value[:1].upper() + value[1:]
    return element("span", attributes, value if number else shown)


def rule(mark: str, choice: Choice, number: int) -> str:
    """Shows one value and hides the default while these options are chosen."""
    chosen = "body" + "".join(f":has(#r-{crux}-{option}:checked)" for crux, option in choice)
    return f"{chosen} .{mark} .v0{{display:none}}{chosen} .{mark} .v{number}{{display:inline}}\n"
