"""Prose that cannot lie: its numbers, dates, quotations and links held against registers and results."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import numeric

from ..addresses import PAGES
from ..wording import MONTHS
from .claims import Claim, claims, counted_behind, stated, table
from .facts import Excepted, Facts
from .plain import Link, Plain
from .quotations import loose_marks, quotation_problem, quotations

if TYPE_CHECKING:
    from ..cable import Cable


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


_ID = r"\d(?:\.\d+){0,2}"
_SENTENCE = r"(?<![\d.])\d\.\d+\.\d+\b(?!\.?\d)"
SECTION = re.compile(
    rf"{_SENTENCE}"
    rf"|\b(?:[Ss]ection|[Pp]aragraph)s?\s{_ID}(?:(?:,\s|\sand\s|\sto\s|,\sand\s){_ID})*\b(?![\d.]*\d)"
)
_MONTH = rf"(?:{'|'.join(MONTHS)})"
DATE = re.compile(
    rf"(?<![\d,.])(?:(?P<first>\d{{1,2}})\s(?:and|to|or)\s)?(?P<date>(?:(?:\d{{1,2}}\s)?{_MONTH}\s)?(?:1[89]|20)\d\d"
    rf"|\d{{1,2}}\s{_MONTH})(?![\d,]*\d)"
)
_BETWEEN_CITATIONS = re.compile(r"[\s,;–—-]*(?:and|to)?[\s,]*")
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")
_AMOUNT_BEFORE = re.compile(
    r"\b(?:over|(?:more|less|fewer) than|exactly|nearly|at least|at most|numbered|totalled) $"
)
_REACH = 400  # characters of a sentence between a claim and the citation that decides it

Finding = tuple[str, str, str]  # words, due, reason
Stretch = tuple[int, int]
Citation = tuple[int, int, str]  # start, end, the words that stand where it leads


def check(proses: Iterable[Prose], facts: Facts) -> list[Problem]:
    """Every false or unsupported statement in the prose, in its order."""
    return [
        Problem(prose.file, prose.place, *finding) for prose in proses for finding in check_text(prose, facts)
    ]


def uncited(proses: Iterable[Prose], cable: "Cable", results: Iterable[str]) -> list[str]:
    """The addresses of the quantities, outside quantities and results that no prose links to."""
    cited = {link.address.partition("--")[0] for prose in proses for link in Plain(prose.text).links}
    rows = {"q": cable.quantities.id, "outside": cable.outside.id, "result": results}
    return [
        address
        for kind, names in rows.items()
        for name in names
        if (address := f"{kind}-{name}") not in cited
    ]


def check_text(prose: Prose, facts: Facts) -> Iterator[Finding]:
    """What is wrong with one stretch: its links first, then quotations, dates, numbers and number words."""
    plain = Plain(prose.text)
    yield from ((words, "", reason) for words, reason in plain.hidden)
    for link in plain.links:
        yield from check_link(link, prose, facts)
    quoted = list(quotations(plain.text, plain.links))
    for quotation in quoted:
        yield from quotation_problem(quotation, facts)
    yield from _misplaced_numbers(plain, quoted, facts)
    text = _blank(plain.text, [(quotation.start, quotation.end) for quotation in quoted])
    yield from loose_marks(text)
    text = _blank(text, [(link.start, link.end) for link in plain.links if _is_decided(link, facts)])
    text = _blank(text, _excepted(text, prose.file, facts.exceptions))
    yield from _dates(text, facts)
    text = _blank(text, [match.span() for match in DATE.finditer(text)])
    citations = _citations(text, plain.links, facts)
    text = _blank(text, _sections(text, facts))
    yield from _numbers(text)
    for claim in claims(text, plain.text):
        if not _is_cited(claim, text, citations):
            words = re.sub(r"[\0\1]+", "…", plain.text[claim.start : claim.end])
            yield " ".join(words.split()), "", "a quantity in words, neither linked nor quoted"


def _blank(text: str, stretches: Iterable[Stretch]) -> str:
    """The text with nulls for what has been checked; it keeps its length, so that places stay true."""
    pieces, place = [], 0
    for start, end in sorted(stretches):
        pieces += [text[place:start], "\0" * (end - max(start, place))]
        place = max(end, place)
    return "".join([*pieces, text[place:]])


# ---- links


def check_link(link: Link, prose: Prose, facts: Facts) -> Iterator[Finding]:
    """A link must lead somewhere, by the page that is its target's home, and say what stands there."""
    if link.kind not in PAGES or "-" not in link.address:
        if re.match(r"(?!figure-|register-)[a-z]+-", link.address):  # headings begin with a capital
            yield link.words, "", f"there is no {link.address}"
        return
    yield from _away_from_home(link, prose)
    for _start, _end, dates in dates_in(link.words) if link.address in facts.dated else ():
        for date in dates:
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


def _away_from_home(link: Link, prose: Prose) -> Iterator[Finding]:
    home = PAGES[link.kind]
    wanted = "" if not prose.page or prose.page == home else f"{home}.ipynb"
    if prose.file == "README.md":
        wanted = f"notebooks/{home}.ipynb"
    if link.page != wanted:
        yield link.address, f"{wanted}#{link.address}", "the link does not lead to the page that is its home"


def _is_decided(link: Link, facts: Facts) -> bool:
    """Whether the words of the link were held against what it names, or are the name of a page."""
    named = link.words == link.page.rpartition("/")[2].removesuffix(".ipynb")
    named = named and bool(re.match(r"0\d-[a-z]|index", link.words))
    return named or words_due(link, facts) is not None or link.words in facts.quoted.get(link.address, ())


# ---- quantities in words


def _citations(text: str, links: list[Link], facts: Facts) -> list[Citation]:
    """Every link to a sentence, source, crux or reading, and every id of a sentence, in their order."""
    said = {**facts.sources, **facts.said}
    found = [(link.start, link.end, link.address) for link in links]
    found += [(*match.span(), f"s-{match[0]}") for match in re.finditer(_SENTENCE, text)]
    return sorted((start, end, said[address]) for start, end, address in found if address in said)


def _is_cited(claim: Claim, text: str, citations: list[Citation]) -> bool:
    """Whether the same is said where the claim is a link to, or in what is cited right behind it."""
    place = bisect_right(citations, (claim.start, len(text), ""))
    cited = [words for _, end, words in citations[max(place - 1, 0) : place] if claim.start < end]
    cited += _cited_behind(claim.end, text, citations[place : place + 20])
    return any(claim.is_stated_by(each) for words in cited for each in _stated(words))


def _cited_behind(end: int, text: str, citations: list[Citation]) -> Iterator[str]:
    """The words of the first citation behind in the same sentence, and of those that stand beside it."""
    for number, (start, after, words) in enumerate(citations):
        between = text[end : min(start, end + _REACH + 1)]
        together = _BETWEEN_CITATIONS.fullmatch(between) if number else not _SENTENCE_END.search(between)
        if not together or len(between) > _REACH:
            return
        yield words
        end = after


_stated = cache(stated)


# ---- dates and digits


def dates_in(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Start, end and the dates of every date in the prose; “8 and 10 November 1961” holds two."""
    for match in DATE.finditer(text):
        dates = [" ".join(match["date"].split())]
        if match["first"]:
            dates.append(f"{match['first']} {dates[0].partition(' ')[2]}")
        yield match.start(), match.end(), dates


def _dates(text: str, facts: Facts) -> Iterator[Finding]:
    for start, end, dates in dates_in(text):
        for date in dates:
            if date not in facts.dates:
                yield date, "", "a date that neither the dates nor the timeline hold"
        year, counted = text[end - 4 : end], table().counted.match(text, end)
        if dates[0].isdigit() and _AMOUNT_BEFORE.search(text, max(0, start - 20), start):
            yield year, "", "a year that reads as a number"
        if counted and year.isdigit():
            yield year + counted[0], "", "a year that reads as a number of them; a comma parts them"


def _sections(text: str, facts: Facts) -> Iterator[Stretch]:
    """Where sections and sentences are named that there are, unless they count what follows."""
    for match in SECTION.finditer(text):
        there = all(part in facts.sections for part in re.findall(_ID, match[0]))
        if there and not table().counted.match(text, match.end()):
            yield match.span()


def _excepted(text: str, file: str, exceptions: Iterable[Excepted]) -> Iterator[Stretch]:
    """Where excepted passages stand: those of the file; a name only where it does not count what follows."""
    for each in exceptions:
        words = r"\s+".join(map(re.escape, each.passage.split()))
        for match in re.finditer(rf"(?<![\w.,]){words}(?!,?\w)", text) if each.file in (file, "") else ():
            if each.file or not table().counted.match(text, match.end()):
                yield match.span()


def _numbers(text: str) -> Iterator[Finding]:
    """What holds a digit of whatever script, or a character that is a number, such as ½ and 万."""
    digits = {character for character in set(text) if numeric(character, None) is not None}
    for match in re.finditer(r"\S+", text) if digits else ():
        if not digits.isdisjoint(match[0]):
            yield match[0].strip(".,;:()[]|\0"), "", "a number that is neither linked nor quoted"


def _misplaced_numbers(plain: Plain, quoted: list[Link], facts: Facts) -> Iterator[Finding]:
    """Numbers quoted or linked for another place than theirs, or as the number of something else."""
    linked = {link.start: link.address.partition("--")[0] for link in plain.links}
    for each in [*quoted, *(link for link in plain.links if link.kind in ("q", "outside", "result"))]:
        words = each.words.lower().strip(" .,;")
        own = facts.placed.get(words, frozenset()) if linked.get(each.start, "q-").startswith("q-") else ()
        place = _place_of(plain.text, each.start, each.end, own, facts) if own else ""
        if place and place not in own:
            yield each.words, "", f"a number of {' or '.join(sorted(own & facts.places))}, not of {place}"
        kinds = facts.counted.get(linked.get(each.start, words), frozenset())
        kind = counted_behind(plain.text, each.end)[1] if kinds else ""
        if kind not in ("", "any", *kinds):
            yield each.words, "", f"a number of {' or '.join(sorted(kinds))}, not of {kind}"


def _place_of(text: str, start: int, end: int, own: frozenset[str], facts: Facts) -> str:
    """The place that a number is said of: “in Musan” behind it, or the last that the clause names before.

    The number of a province often stands behind the name of a part of it, so that this tells nothing.
    """
    names = "|".join(map(re.escape, sorted(facts.places))) or "(?!)"
    behind = re.compile(rf"(?:\s\w+)?\s(?:(?:in|at|for|of|from)\s(?:the\s)?|\()({names})\b").match(text, end)
    if behind:
        return behind[1]
    before = re.findall(rf"\b(?:{names})\b|[.,;!?]\s|\n\n", text[max(0, start - _REACH) : start])
    return before[-1] if len(own) > 1 and before and before[-1] in facts.places else ""
