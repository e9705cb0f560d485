"""Prose that cannot lie: its numbers, dates, quotations and links held against registers and results."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..addresses import HOMES
from .datewords import dates_in
from .facts import Facts
from .numberwords import counted_words
from .quotations import loose_marks, quotation_problem, quotations


@dataclass(frozen=True)
class Prose:
    """One stretch of prose: its file, and the place in it (`cell 3`, `line 12`, `genre, claim`).

    `page` is the name of the notebook it stands in, empty for registers and the README.
    """

    file: str
    place: str
    text: str
    page: str = ""


@dataclass(frozen=True)
class Problem:
    """What is wrong and what would be right; `due` is empty where only the writer can say."""

    file: str
    place: str
    words: str
    due: str
    reason: str

    def __str__(self) -> str:
        due = f"; due: “{self.due}”" if self.due else ""
        return f"{self.file}, {self.place}: “{self.words}”{due}: {self.reason}"


@dataclass(frozen=True)
class Link:
    """A Markdown link in prose: its words, page and address, and where it stands."""

    start: int
    end: int
    words: str
    page: str
    address: str

    @property
    def kind(self) -> str:
        return self.address.partition("-")[0]


LINK = re.compile(
    r"!?\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)"
)
CODE = re.compile(
    r"^[ >]*(?P<fence>```|~~~).*?^[ >]*(?P=fence)|<https?://[^>]*>"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_ID = r"\d(?:\.\d+){0,2}"
SECTION = re.compile(
    r"\b\d\.\d+\.\d+\b(?![\d.]*\d)"
    rf"|\b(?:[Ss]ection|[Pp]aragraph)s?\s{_ID}(?:(?:,\s|\sand\s|\sto\s|,\sand\s){_ID})*\b(?![\d.]*\d)"
)
NUMBER = re.compile(r"\S*[\d²³¹¼-¾⁰-₉⅐-↋①-⑳]\S*")
BY_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\[\]]+\]:\s*\S*#\S*", re.MULTILINE)
FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
LIST_MARK = re.compile(r"^\s*\d{1,2}[.)]\s", re.MULTILINE)

Finding = tuple[str, str, str]  # words, due, reason


def check(proses: Iterable[Prose], facts: Facts) -> list[Problem]:
    """Every false or unsupported statement in the prose, in its order."""
    return [
        Problem(prose.file, prose.place, *finding) for prose in proses for finding in check_text(prose, facts)
    ]


def check_text(prose: Prose, facts: Facts) -> Iterator[Finding]:
    """What is wrong with one stretch: its links first, then quotations, dates, numbers and number words."""
    text = blank(blank(prose.text, CODE), FOOTNOTE)
    for match in BY_REFERENCE.finditer(text):
        yield match[0], "", "a link by reference cannot be checked; its target belongs behind its words"
    text = blank(text, BY_REFERENCE)
    links = list(links_in(text))
    for link in links:
        yield from check_link(link, prose, facts)
    for quotation in quotations(text, links):
        yield from quotation_problem(quotation, facts)
        text = _blank(text, quotation.start, quotation.end)
    yield from loose_marks(_targets_blanked(text, links))
    text = _allowed_blanked(_links_blanked(text, links, facts), facts)
    yield from _dates(text, facts)
    yield from _numbers(_without_dates(text), facts)


def links_in(text: str) -> Iterator[Link]:
    for match in LINK.finditer(text):
        path, _, address = match["target"].partition("#")
        yield Link(match.start(), match.end(), match["words"], path, address)


def check_link(link: Link, prose: Prose, facts: Facts) -> Iterator[Finding]:
    """A link must lead somewhere, by the page that is its target's home, and say what stands there."""
    if link.kind not in HOMES or "-" not in link.address:
        if re.match(r"(?!figure-|register-)[a-z]+-", link.address):  # headings begin with a capital
            yield link.words, "", f"there is no {link.address}"
        return
    yield from _misplaced(link, prose)
    for date in _dates_of(link.words) if link.address in facts.dated else ():
        if date not in facts.dated[link.address]:
            yield date, "", f"not the date of {link.address}"
    due = words_due(link, facts)
    if due is None:
        if link.kind == "result" or link.address.partition("--")[0] not in facts:
            yield link.words, "", f"there is no {link.address}"
    elif link.words not in due and decapitalised(link.words) not in due:
        first = due[0][0].upper() + due[0][1:] if due and link.words[:1].isupper() else "".join(due[:1])
        yield link.words, first, f"{link.address} says otherwise"


def words_due(link: Link, facts: Facts) -> tuple[str, ...] | None:
    """What the link may say, the best first; None where its words are free."""
    if link.kind == "result":
        name, _, form = link.address.removeprefix("result-").partition("--")
        try:
            return (facts.wording(name, form or None),)
        except KeyError:
            return None
    if link.kind in ("q", "outside"):
        return facts.quoted.get(link.address)
    if link.kind == "s" and re.search(r"\d", link.words):
        return (link.address.removeprefix("s-"),)
    return None


def decapitalised(words: str) -> str:
    return words[:1].lower() + words[1:]


def _misplaced(link: Link, prose: Prose) -> Iterator[Finding]:
    home = HOMES[link.kind]
    wanted = "" if not prose.page or prose.page == home else f"{home}.ipynb"
    if prose.file == "README.md":
        wanted = f"notebooks/{home}.ipynb"
    if link.page != wanted:
        yield link.address, f"{wanted}#{link.address}", "the link does not lead to the page that is its home"


def _dates(text: str, facts: Facts) -> Iterator[Finding]:
    for _start, end, dates in dates_in(text):
        for date in dates:
            if date not in facts.dates:
                yield date, "", "a date that neither the dates nor the timeline hold"
        noun = re.match(r"\s(\w+)", text[end:])
        if dates[0].isdigit() and noun and any(noun[1] in nouns for nouns in facts.counted.values()):
            yield f"{dates[0]} {noun[1]}", "", "a year that reads as a number of them"


def _dates_of(words: str) -> list[str]:
    return [date for _start, _end, dates in dates_in(words) for date in dates]


def _without_dates(text: str) -> str:
    for start, end, _dates in dates_in(text):
        text = _blank(text, start, end)
    return text


def _numbers(text: str, facts: Facts) -> Iterator[Finding]:
    text = blank(text, LIST_MARK)
    text = blank(text, SECTION, lambda match: all(part in facts.sections for part in _section_ids(match[0])))
    for match in NUMBER.finditer(text):
        yield match[0].strip(".,;:()[]*\0"), "", "a number that is neither linked nor quoted"
    for words in counted_words(text, facts.counted):
        yield words, "", "a number of the cable in words, neither linked nor quoted"


def _section_ids(words: str) -> list[str]:
    return re.findall(_ID, words)


# ---- blanking what has been checked; the text keeps its length, so that places stay true


def blank(text: str, pattern: re.Pattern, when: Callable[[re.Match], bool] = lambda match: True) -> str:
    return pattern.sub(lambda match: "\0" * len(match[0]) if when(match) else match[0], text)


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + "\0" * (end - start) + text[end:]


def _targets_blanked(text: str, links: list[Link]) -> str:
    for link in links:
        text = _blank(
            text,
            text.index("](", link.start) + 1 if "](" in text[link.start : link.end] else link.end,
            link.end,
        )
    return text


def _allowed_blanked(text: str, facts: Facts) -> str:
    for words in sorted(facts.allowed, key=len, reverse=True):
        text = re.sub(rf"(?<![\d.,]){re.escape(words)}(?![\d,]*\d)", "\0" * len(words), text)
    return text


def _links_blanked(text: str, links: list[Link], facts: Facts) -> str:
    """The text without link targets, and without the words of links that were held against what they name."""
    text = _targets_blanked(text, links)
    for link in links:
        if link.words == link.page.rpartition("/")[2].removesuffix(".ipynb"):
            text = _blank(text, link.start, link.end)
        if words_due(link, facts) is not None or link.words in facts.quoted.get(link.address, ()):
            text = _blank(text, link.start, link.end)
    return text
