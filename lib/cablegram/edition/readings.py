"""Links to results made to answer: a card that says how we know, and one value for each way of reading.

Values switch without a script: the page holds them all, and its style shows those of the readings chosen.
What each reading changes on a page is listed beside its switch, and a figure drawn under another says so.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from bs4 import Comment, Tag

from ..cable import Cable
from ..results import DOES_NOT_HOLD
from .tree import element, having, words

_RESULT = re.compile(r"[^#]*#result-(?P<name>[\w.-]+?)(?:--(?P<form>\w+))?")
_STATED = re.compile(r"[^#]*#(?P<address>[qd]-[\w-]+)")

PLACE = "readings"  # the comment that stands where the switches go: before the first value that they change
ON_ONE_LINE = 20  # characters of words that a phone holds on a line with their button


@dataclass
class Readings:
    """What must stand on a page for its values to switch and its cards to open.

    `cards` are the results that have a card, `cruxes` the doubts that change something in view, `rules` the
    CSS that picks a value, by the class of the value; the keys of all three are in the order of the page.
    `changes` are, for an option, the (link, words, words under it) of each value that it alone changes.
    """

    cable: Cable
    cards: dict[str, None] = field(default_factory=dict)
    cruxes: dict[str, None] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    changes: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)

    @cached_property
    def options(self) -> dict[str, list[dict]]:
        """The rows of the register of readings by their crux, the default first."""
        rows = self.cable.rows("readings")
        return {
            crux: [rows[f"{crux}-{option}"] for option in options]
            for crux, options in self.cable.cruxes.items()
        }

    def __or__(self, other: "Readings") -> "Readings":
        """Those of two pages that stand in one file."""
        cards, cruxes = self.cards | other.cards, self.cruxes | other.cruxes
        options = self.changes | other.changes
        changes = {option: self.changes.get(option, []) + other.changes.get(option, []) for option in options}
        return Readings(self.cable, cards, cruxes, self.rules | other.rules, changes)

    def expand(self, tree: Tag, notebook: str = "", page: str = "") -> None:
        """Expand every link whose words are a result's wording; other links stay."""
        shown = {tag["data-when"] for tag in having(tree, "data-when")}
        for crux, options in self.options.items():
            if shown & {option["id"] for option in options}:
                self.cruxes[crux] = None
        for number, link in enumerate(tree("a")):
            href = link.get("href", "")
            if target := _RESULT.fullmatch(href):
                place = notebook, link.get("id", f"{page}--value-{number}")
                self._answer(link, target["name"], target["form"] or "", place)
            elif stated := _STATED.fullmatch(href):
                # On paper a link leads nowhere, so the sentence of a number or date stands behind it there.
                where = self.cable.label(stated["address"])[1]
                if where and words(link) != where:
                    link["data-at"] = where
        block = tree.find(lambda tag: "data-when" in tag.attrs or "by-reading" in tag.get("class", ""))
        if block:
            outermost = next(each for each in (block, *block.parents) if each.parent is tree)
            outermost.insert_before(Comment(PLACE))

    def _answer(self, link: Tag, name: str, form: str, place: tuple[str, str]) -> None:
        """Put a button for the card behind the link, and every value into it; a certain one has neither."""
        result, shown = self.cable.answers.get(name), words(link)
        if not result or shown.lower() != result.forms.get(form, "").lower():
            return
        variants = {choice: forms.get(form, DOES_NOT_HOLD) for choice, forms in result.variants.items()}
        values = list(dict.fromkeys(variants.values()))
        if result.certainty == "certain" and len(values) == 1:
            return
        self.cards[name] = None
        if len(values) > 1:
            mark = f"by-{name}--{form}".removesuffix("--")
            self.cruxes |= dict.fromkeys(result.depends)
            self.rules[mark] = ""
            for choice, value in variants.items():
                if value == values[0]:
                    continue
                # While these options are chosen, their value is shown and the default hidden.
                chosen = "body" + "".join(f":has(#r-{crux}-{option}:checked)" for crux, option in choice)
                other = f"{chosen} .{mark} .v{values.index(value)}{{display:inline}}"
                self.rules[mark] += f"{chosen} .{mark} .v0{{display:none}}{other}\n"
                others = [f"{crux}-{each}" for crux, each in choice if each != self.cable.cruxes[crux][0]]
                if len(others) == 1:
                    link["id"] = place[1]
                    change = f"{place[0]}.ipynb#{place[1]}", shown, value
                    self.changes.setdefault(others[0], []).append(change)
            spans = [span(value, number, shown) for number, value in enumerate(values)]
            link.clear()
            link.append(element("span", {"class": f"by-reading {mark}"}, *spans))
        named = {"class": "how", "popovertarget": f"how-{name}", "aria-label": f"How do we know: {shown}?"}
        link.insert_after(button := element("button", named, "="))
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
            if option["default"]:
                figure = f'[data-readings~="{option["crux"]}"] figcaption::after'
                drawn = css_string(f"Drawn with: {option['wording']}.")
                rules.append(f"body:not({chosen}) {figure}{{content:{drawn}}}\n")
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


def css_string(text: str) -> str:
    """The text as a CSS string that can stand inside a `style` element."""
    return '"' + re.sub(r'["\\<>&\n\r\f]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'
