"""Links to results made to answer: a card that says how we know, and one value for each way of reading."""

import re
from dataclasses import dataclass, field
from html import escape, unescape

from .answers import Answers, Choice, Option
from .tags import text_of

_LINK = re.compile(r"<a\b(?P<attributes>[^>]*)>(?P<words>.*?)</a>", re.DOTALL)
_TARGET = re.compile(r'href="[^"]*#result-(?P<name>[\w.-]+?)(?:--(?P<form>\w+))?"')
_STATED = re.compile(r'href="[^"]*#(?P<address>[qd]-[\w-]+)"')
_WHEN = re.compile(r'data-when="([\w-]+)"')

ON_ONE_LINE = 20  # characters of words that a phone holds on a line with their button


@dataclass
class Expansion:
    """The HTML with its links expanded, and what must stand on the page for them to work.

    `cards` are the results that have a card, `cruxes` the doubts that change something in view, `rules` the
    CSS that picks the value of the readings chosen. One expansion may take several stretches of HTML.
    """

    answers: Answers
    cards: list[str] = field(default_factory=list)
    cruxes: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    classes: dict[tuple[str, str], str] = field(default_factory=dict)

    def expand(self, html: str) -> str:
        """The HTML with every link whose words are a result's wording expanded; other links stay."""
        for option in _WHEN.findall(html):
            self._meet(next((crux for crux in self.answers.options if option.startswith(f"{crux}-")), ""))
        return _LINK.sub(self._replace, html)

    def _replace(self, match: re.Match) -> str:
        target = _TARGET.search(match["attributes"])
        if not target:
            return self._located(match)
        name, form, words = target["name"], target["form"] or "", unescape(text_of(match["words"]))
        due = self.answers.wording(name, form)
        if due is None or words.lower() != due.lower():
            return match[0]
        if name not in self.cards:
            self.cards.append(name)
        shown = self._values(name, form, words) or match["words"]
        link = f"<a{match['attributes']}>{shown}</a>{button(name, words)}"
        return f'<span class="kept">{link}</span>' if len(words) <= ON_ONE_LINE else link

    def _located(self, match: re.Match) -> str:
        """A link to a number or date with its sentence, for paper, where a link leads nowhere."""
        stated = _STATED.search(match["attributes"])
        where = self.answers.cable.label(stated["address"])[1] if stated else ""
        if not where or text_of(match["words"]) == where:
            return match[0]
        return f'<a{match["attributes"]} data-at="{escape(where)}">{match["words"]}</a>'

    def _values(self, name: str, form: str, words: str) -> str:
        """One span per distinct value, empty where there is only one."""
        variants = self.answers.variants(name, form)
        values = list(dict.fromkeys(variants.values()))
        if len(values) == 1:
            return ""
        for crux, _option in next(iter(variants)):
            self._meet(crux)
        mark = self._rule(name, form, variants, values)
        spans = (span(value, number, words) for number, value in enumerate(values))
        return f'<span class="by-reading {mark}">{"".join(spans)}</span>'

    def _meet(self, crux: str) -> None:
        if crux and crux not in self.cruxes:
            self.cruxes.append(crux)

    def _rule(self, name: str, form: str, variants: dict[Choice, str], values: list[str]) -> str:
        """The class of a value, its rules written the first time."""
        if (name, form) not in self.classes:
            mark = self.classes[name, form] = f"w{len(self.classes) + 1}"
            self.rules += [
                rule(mark, choice, values.index(value))
                for choice, value in variants.items()
                if value != values[0]
            ]
        return self.classes[name, form]

    @property
    def style(self) -> str:
        """The rules for values and for whatever is marked `data-when`, for browsers that know `:has`."""
        options = [option for crux in self.cruxes for option in self.answers.options.get(crux, [])]
        rules = [*self.rules, *map(when_rule, options)]
        others = ",".join(f'[data-when="{option.id}"]' for option in options if not option.default)
        hidden = f"{others}{{display:none}}\n" if others else ""
        return f"{hidden}@supports selector(:has(a)){{\n{''.join(rules)}}}\n" if rules else ""


def span(value: str, number: int, words: str) -> str:
    """One value; the first is the default, and one that does not hold strikes the default out."""
    if value == "does not hold":
        return f'<span class="v v{number}"><s>{escape(words)}</s> (does not hold so)</span>'
    capital = words[:1].isupper() and value[:1].islower()
    shown = words if number == 0 else value[0].upper() + value[1:] if capital else value
    return f'<span class="v v{number}">{escape(shown)}</span>'


def button(name: str, words: str) -> str:
    target, label = escape(f"how-{name}"), escape(f"How do we know: {words}?")
    return f'<button class="how" popovertarget="{target}" aria-label="{label}">?</button>'


def rule(mark: str, choice: Choice, number: int) -> str:
    """Shows one value and hides the default while these options are chosen."""
    chosen = "body" + "".join(f":has(#r-{crux}-{option}:checked)" for crux, option in choice)
    return f"{chosen} .{mark} .v0{{display:none}}{chosen} .{mark} .v{number}{{display:inline}}\n"


def when_rule(option: Option) -> str:
    """Shows what is marked with an option while it is chosen, and hides it otherwise."""
    mark, chosen = f'[data-when="{option.id}"]', f":has(#r-{option.id}:checked)"
    return f"body{chosen} {mark}{{display:revert}}body:not({chosen}) {mark}{{display:none}}\n"
