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
from .claims import Claim, claims, counted_behind, is_counting
from .facts import Fact, Facts
from .plain import Link, Plain
from .quotations import loose_marks, quotation_problems, quotations

if TYPE_CHECKING:
    from ..cable import Cable


@dataclass(frozen=True)
class Prose:
    """One stretch of prose: its file, and the place in it (`cell 3`, `line 12`, `genre, claim`)."""

    file: str
    place: str
    text: str


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
_SECTION = re.compile(
    rf"{_SENTENCE}"
    rf"|\b(?:[Ss]ection|[Pp]aragraph)s?\s{_ID}(?:(?:,\s|\sand\s|\sto\s|,\sand\s){_ID})*\b(?![\d.]*\d)"
)
_MONTH, _YEAR = rf"(?:{'|'.join(MONTHS)})", r"(?:1[89]|20)\d\d"
# The first of two days of a month is a date of its own: “8 and 10 November 1961”.
_DATE = re.compile(
    rf"(?<![\d,.])(?:(?P<day>\d{{1,2}})(?=\s(?:and|to|or)\s\d{{1,2}}\s(?P<month>{_MONTH}(?:\s{_YEAR})?))"
    rf"|(?:(?:\d{{1,2}}\s)?{_MONTH}\s)?{_YEAR}|\d{{1,2}}\s{_MONTH})(?![\d,]*\d)"
)
_BETWEEN_CITATIONS = re.compile(r"[\s,;–—-]*(?:and|to)?[\s,]*")
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")
_AMOUNT_BEFORE = re.compile(
    r"\b(?:over|(?:more|less|fewer) than|exactly|nearly|at least|at most|numbered|totalled) $"
)
_REACH = 400  # characters of a sentence between a claim and the citation that decides it
_NUMBERS = ("q", "outside", "result")  # kinds of addresses whose links say a number and nothing else

Finding = tuple[str, str, str]  # words, due, reason
Stretch = tuple[int, int]
Citation = tuple[int, int, list[str]]  # start, end, and the passages that stand where it leads


def check(proses: Iterable[Prose], facts: Facts) -> list[Problem]:
    """Every false or unsupported statement in the prose, in its order."""
    return [
        Problem(prose.file, prose.place, *finding) for prose in proses for finding in check_text(prose, facts)
    ]


def uncited(proses: Iterable[Prose], cable: "Cable", results: Iterable[str]) -> list[str]:
    """The addresses of the quantities, outside quantities and results that no prose links to."""
    cited = {link.address.partition("--")[0] for prose in proses for link in Plain(prose.text).links}
    rows = {"q": cable.rows("quantities"), "outside": cable.rows("outside"), "result": results}
    addresses = (f"{kind}-{name}" for kind, names in rows.items() for name in names)
    return [address for address in addresses if address not in cited]


def check_text(prose: Prose, facts: Facts) -> Iterator[Finding]:
    """What is wrong with one stretch: its links first, then quotations, dates, numbers and number words."""
    plain = Plain(prose.text)
    yield from ((words, "", reason) for words, reason in plain.hidden)
    for link in plain.links:
        yield from check_link(link, prose, facts)
    quoted = list(quotations(plain.text, plain.links))
    for quotation in quoted:
        yield from quotation_problems(quotation, facts)
    yield from _misplaced_numbers(plain, quoted, facts)
    text = _blank(plain.text, [(quotation.start, quotation.end) for quotation in quoted])
    yield from loose_marks(text)
    text = _blank(text, [(link.start, link.end) for link in plain.links if _is_decided(link, facts)])
    citations = _citations(text, plain.links, facts)
    text = _blank(text, _allowed(text, prose.file, facts))
    yield from _dates(text, facts)
    yield from _numbers(_blank(text, [match.span() for match in _DATE.finditer(text)]))
    for claim in claims(text, plain.text):
        if not _is_cited(claim, text, citations):
            words = re.sub(r"\0+", "…", plain.text[claim.start : claim.end])
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
    if link.address not in facts.at:
        if re.match(r"(?!figure-|register-)[a-z]+-", link.address):  # headings begin with a capital
            yield link.words, "", f"there is no {link.address}"
        return
    page = f"{PAGES[link.kind]}.ipynb"
    if prose.file == "README.md":
        page = f"notebooks/{page}"
    elif prose.file == page or not prose.file.endswith(".ipynb"):  # what registers say stands on any page
        page = ""
    if link.page != page:
        yield link.address, f"{page}#{link.address}", "the link does not lead to the page that is its home"
    for _, date in dates_in(link.words):
        if facts.at[link.address].dates and date not in facts.at[link.address].dates:
            yield date, "", f"not the date of {link.address}"
    due = words_due(link, facts)
    if due != link.words:
        yield link.words, due, f"{link.address} says otherwise"


def words_due(link: Link, facts: Facts) -> str:
    """What the link should say, with a capital if it has one: its own words where they are right, or free."""
    words = facts.at[link.address].words if _is_held(link, facts) else (link.words,)
    if any(link.words in (way, way[:1].upper() + way[1:], way[:1].lower() + way[1:]) for way in words):
        return link.words
    return words[0][:1].upper() + words[0][1:] if link.words[:1].isupper() else words[0]


def _is_held(link: Link, facts: Facts) -> bool:
    """Whether the link must say what stands there: numbers, and ids of sentences."""
    is_id = link.kind == "s" and re.search(r"\d", link.words)
    return link.address in facts.at and (link.kind in _NUMBERS or bool(is_id))


def _is_decided(link: Link, facts: Facts) -> bool:
    """Whether the words of the link were held against what it names, or are the name of its page."""
    is_page = re.fullmatch(r"0\d-[a-z]+", link.words) and link.page.endswith(f"{link.words}.ipynb")
    return bool(is_page) or _is_held(link, facts) or link.words in facts.at.get(link.address, Fact()).words


# ---- quantities in words


def _citations(text: str, links: list[Link], facts: Facts) -> list[Citation]:
    """What is cited by links and by ids of sentences, in order; those side by side are one."""
    found = [(link.start, link.end, link.address) for link in links]
    found += [(*match.span(), f"s-{match[0]}") for match in re.finditer(_SENTENCE, text)]
    citations: list[Citation] = []
    for start, end, address in sorted(found):
        passage, before = facts.at.get(address, Fact()).passage, citations[-1][1] if citations else -_REACH
        if passage and start - before < 20 and _BETWEEN_CITATIONS.fullmatch(text, before, start):
            first, _, passages = citations.pop()
            citations.append((first, end, [*passages, passage]))
        elif passage:
            citations.append((start, end, [passage]))
    return citations


def _is_cited(claim: Claim, text: str, citations: list[Citation]) -> bool:
    """Whether the same is said where the claim is a link to, or in what its sentence cites next."""
    place = bisect_right(citations, claim.start, key=lambda citation: citation[0])
    stop = _SENTENCE_END.search(text, claim.end, claim.end + _REACH)
    last = stop.start() if stop else claim.end + _REACH
    return any(
        claim.is_stated_by(each)
        for start, end, passages in citations[max(place - 1, 0) : place + 1]
        if claim.start < end and start < last
        for passage in passages
        for each in _stated(passage)
    )


@cache
def _stated(passage: str) -> list[Claim]:
    return claims(passage, every=True)


# ---- dates and digits


def dates_in(text: str) -> Iterator[tuple[re.Match, str]]:
    """Every date in the prose; “8 and 10 November 1961” holds two."""
    for match in _DATE.finditer(text):
        yield match, " ".join((f"{match['day']} {match['month']}" if match["day"] else match[0]).split())


def _dates(text: str, facts: Facts) -> Iterator[Finding]:
    for match, date in dates_in(text):
        start, end = match.span()
        if date not in facts.dates:
            yield date, "", "a date that neither the dates nor the timeline hold"
        elif _AMOUNT_BEFORE.search(text, max(0, start - 20), start) or is_counting(text, end):
            yield date, "", "a date that reads as a number; a comma parts it from what follows"


def _allowed(text: str, file: str, facts: Facts) -> Iterator[Stretch]:
    """Where sections are named that there are, and passages that are excepted, in their file.

    Neither a section nor an excepted name may count what follows.
    """
    for match in _SECTION.finditer(text):
        is_there = facts.sections.issuperset(re.findall(_ID, match[0]))
        if is_there and not is_counting(text, match.end()):
            yield match.span()
    for row in (row for row in facts.exceptions if row["file"] in (file, "")):
        words = r"\s+".join(map(re.escape, row["passage"].split()))
        for match in re.finditer(rf"(?<![\w.,]){words}(?!,?\w)", text):
            if row["file"] or not is_counting(text, match.end()):
                yield match.span()


def _numbers(text: str) -> Iterator[Finding]:
    """What holds a digit of whatever script, or a character that is a number, such as ½ and 万."""
    digits = {character for character in set(text) if numeric(character, None) is not None}
    for word in text.split() if digits else ():
        if not digits.isdisjoint(word):
            yield word.strip(".,;:()[]|\0"), "", "a number that is neither linked nor quoted"


def _misplaced_numbers(plain: Plain, quoted: list[Link], facts: Facts) -> Iterator[Finding]:
    """Numbers quoted or linked for another place than theirs, or as the number of something else."""
    found = [(link, facts.at.get(link.address)) for link in plain.links if link.kind in _NUMBERS]
    found += [(each, facts.numbers.get(each.words.lower().strip(" .,;"))) for each in quoted]
    for each, fact in ((each, fact) for each, fact in found if fact):
        place = _place_of(plain.text, each, fact.places, facts) if fact.places else ""
        if place and place not in fact.places:
            yield each.words, "", f"a number of {' or '.join(sorted(fact.places))}, not of {place}"
        kind = counted_behind(plain.text, each.end)[1] if fact.kinds else ""
        if kind not in ("", "any", *fact.kinds):
            yield each.words, "", f"a number of {' or '.join(sorted(fact.kinds))}, not of {kind}"


def _place_of(text: str, number: Link, own: frozenset[str], facts: Facts) -> str:
    """The place that a number is said of: “in Musan” behind it, or the last that the clause names before.

    The number of a province often stands behind the name of a part of it, so that this tells nothing.
    """
    names = "|".join(map(re.escape, sorted(facts.places)))
    behind = re.compile(rf"(?:\s\w+)?\s(?:(?:in|at|for|of|from)\s(?:the\s)?|\()({names})\b")
    if match := behind.match(text, number.end):
        return match[1]
    clause = text[max(0, number.start - _REACH) : number.start]
    before = re.findall(rf"\b(?:{names})\b|[.,;!?]\s|\n\n", clause) if len(own) > 1 else ()
    return before[-1] if before and before[-1] in facts.places else ""
