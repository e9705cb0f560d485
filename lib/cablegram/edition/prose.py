"""Prose that cannot lie: its numbers, dates, quotations and links held against registers and results."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import numeric

from ..addresses import PAGES
from ..cable import Cable
from ..finders.vocabulary import MONTHS, either
from .claims import YEAR, Claim, claims, counted_behind, is_counting, table
from .facts import NUMBERS, Fact, Facts
from .paragraph import Link, Paragraph


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
_MONTH = rf"(?:{'|'.join(MONTHS)})"
# The first of two days of a month is a date of its own: “8 and 10 November 1961”.
_DATE = re.compile(
    rf"(?<![\d,.])(?:(?P<day>\d{{1,2}})(?=\s(?:and|to|or)\s\d{{1,2}}\s(?P<month>{_MONTH}(?:\s{YEAR})?))"
    rf"|(?:(?:\d{{1,2}}\s)?{_MONTH}\s)?{YEAR}|\d{{1,2}}\s{_MONTH})(?![\d,]*\d|-?(?!s\b)\w)"
)
_SENTENCE_END = re.compile(r"[.!?]\s|\n\s*\n")
_BETWEEN_CITATIONS = re.compile(r"[\s,;–—-]{,9}(?:and|to)?[\s,]{,9}")
# Where a number is said of a place, and of a day, behind it or before.
_IN_PLACE = r"(?:\A(?:\s[\w’]+){0,4}?\s(?:(?:in|into|at|for|of|from|to)\s(?:the\s(?:\w+\sof\s)?)?|\()|\A\s)"
_DAY_BEFORE = re.compile(rf"\b(?i:on|in|by|until|as of)\s(?:{_DATE.pattern}),?(?:\s[\w’]+){{0,3}}\s\Z")
_DAY_BEHIND = re.compile(rf"(?:\s[\w’]+){{0,5}}?\s(?:on|in|by|until|as of|up to)\s(?:{_DATE.pattern})")
_PLURAL = re.compile(r"\s([a-z]+[^s\W]s)\b")
_REACH = 400  # characters of a sentence between a claim and the citation that decides it
_NEAR = 60  # and before a number of what may turn it
_PUT_IN = re.compile(r"\[[^\[\]]*\]")
_OMITTED = re.compile(rf"…|{_PUT_IN.pattern}|\0+")
# Straight and single marks, those of other languages, and curly ones without their pair.
_LOOSE_MARKS = re.compile(
    r"\"[^\"\n]*\"?|(?<!\w)'[^'\n]+'(?!\w)|‘[^’\n]*’?|[„«»][^“”„«»\n]*[“”„«»]?"
    r"|“[^“”\n]*|(?<![^“”\s])[^“”\s]*”"
)

Finding = tuple[str, str, str]  # words, due, reason
Citation = tuple[int, int, list[str]]  # start, end, and the passages that stand where it leads


def check(proses: Iterable[Prose], facts: Facts) -> list[Problem]:
    """Every false or unsupported statement in the prose, in its order."""
    return [
        Problem(prose.file, prose.place, re.sub(r"\0+", "…", words), due, reason)
        for prose in proses
        for words, due, reason in check_text(prose, facts)
    ]


def uncited(proses: Iterable[Prose], cable: Cable) -> list[str]:
    """The addresses of the quantities, outside quantities and results that no prose links to."""
    cited = {link.address.partition("--")[0] for prose in proses for link in Paragraph(prose.text).links}
    rows = {"q": cable.rows("quantities"), "outside": cable.rows("outside"), "result": cable.answers}
    addresses = (f"{kind}-{name}" for kind, names in rows.items() for name in names)
    return [address for address in addresses if address not in cited]


def check_text(prose: Prose, facts: Facts) -> Iterator[Finding]:
    """What is wrong with one stretch: its links first, then quotations, dates, numbers and number words."""
    paragraph = Paragraph(prose.text)
    links, quotations = paragraph.links, paragraph.quotations
    yield from ((words, "", reason) for words, reason in paragraph.hidden)
    for link in links:
        yield from _link(link, prose, facts)
    for quotation in quotations:
        yield from _quotation(quotation, facts)
    numbers = [(link, facts.at.get(link.address, Fact())) for link in links if link.kind in NUMBERS]
    numbers += [(each, fact) for each in quotations if (fact := facts.quoted(each.words))]
    for number, fact in numbers:
        yield from _misplaced(number, fact, paragraph.text, facts)
    # What has been checked is blanked, so that each rule reads what the ones before it left.
    text = _blank(paragraph.text, quotations)
    for match in _LOOSE_MARKS.finditer(text):
        yield match[0], "", "marks of a quotation that is not checked: write “ before and ” behind it"
    text = _blank(text, filter(facts.decide, links))
    citations = _citations(text, links, facts)
    text = _blank(text, _allowed(text, prose.file, facts))
    for match, date in dates_in(text):
        if date not in facts.dates:
            yield date, "", "a date that neither the dates nor the timeline hold"
        elif is_counting(text, match.end()):
            yield date, "", "a date that reads as a number; a comma parts it from what follows"
    # Whatever script a digit is of; ½ and 万 are numbers too.
    for word in _blank(text, _DATE.finditer(text)).split():
        if any(numeric(character, None) is not None for character in word):
            yield word.strip(".,;:()[]|\0"), "", "a number that is neither linked nor quoted"
    for claim in claims(text, paragraph.text):
        if not _is_cited(claim, text, citations):
            words = paragraph.text[claim.start : claim.end].split()
            yield " ".join(words), "", "a quantity in words, neither linked nor quoted"


def _blank(text: str, checked: Iterable[Link | re.Match]) -> str:
    """The text with nulls for what has been checked; it keeps its length, so that places stay true."""
    characters = list(text)
    for start, end in (each.span() for each in checked):
        characters[start:end] = "\0" * (end - start)
    return "".join(characters)


# ---- links and quotations


def _link(link: Link, prose: Prose, facts: Facts) -> Iterator[Finding]:
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
    if (due := facts.due(link)) not in ("", link.words):
        yield link.words, due, f"{link.address} says otherwise"


def _quotation(quotation: Link, facts: Facts) -> Iterator[Finding]:
    """What is wrong with a quotation that is not to the letter; an unknown source is reported of its link."""
    words, source = quotation.words, quotation.address
    if (source and source not in facts.at) or (words and not words.strip("\0")):
        return  # code or a placeholder takes its words from the data
    text = facts.at.get(source, Fact(passage=facts.text)).passage
    if not stands_in(words, text):
        where = f"in what was seen of {source}" if source else "in the cable"
        yield words, "", f"these words do not stand so {where}"
    for match in _PUT_IN.finditer(words):
        counts = re.search(r"\d", match[0]) or claims(f"{match[0][1:-1]} people")
        if counts and match[0] not in text:
            yield match[0], "", "a number put into a quotation"


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in one paragraph of the text, those round an omission one after the other.

    An ellipsis and square brackets stand for what was left out or put in; punctuation at the end is free.
    Words and numbers stand whole: “over 20” is not in “over 20,000”, but “[o]ver” is in “over”.
    """
    words, text = (each.replace("’", "'").replace("‘", "'") for each in (words, text))
    pattern = ""
    for piece in filter(str.strip, _OMITTED.split(f" {' '.join(words.split())} ")):
        begins = r"(?<![A-Za-z0-9])(?<!\d[.,])" if piece[0] == " " else ""
        ends = r"(?![A-Za-z0-9])(?![.,]\d)" if piece[-1] in ".,;:!? " else ""
        whole = re.escape(piece.strip().rstrip(".,;:!? ")).replace(r"\ ", r"\s+")
        # Sought behind the one before and never elsewhere again, so that the time stays linear.
        pattern += rf"(?>.*?{begins}{whole}{ends})"
    parts = re.split(r"\n\s*\n", text) if pattern else []
    return any(re.match(pattern, part, re.DOTALL) for part in parts)


# ---- numbers and quantities in words


def _misplaced(number: Link, fact: Fact, text: str, facts: Facts) -> Iterator[Finding]:
    """A number that the words beside it make another, or that is said of another place, day or thing.

    It is said of the place behind it, “in Musan”, or of the last that the sentence names before;
    the number of a province often stands behind the name of a part of it, so that this tells nothing.
    """
    before = text[max(0, number.start - _REACH) : number.start]
    behind = text[number.end : number.end + _REACH]
    words, beside = number.words, table().beside
    ways = tuple(way.lower() for way in (*fact.words, fact.bounds) if way)
    turned = beside["before"].search(before[-_NEAR:])
    if turned and not f"{turned[0]}{words}".lower().startswith(ways):
        yield f"{turned[0]}{words}", "", "words before a number that make it another"
    if turned := beside["behind"].match(behind):
        yield f"{words}{turned[0]}", "", "words behind a number that make it another"
    rate = beside["rate"].match(behind)
    if (rate or fact.per == "day") and fact.per not in ("any", rate and rate.lastgroup):
        yield f"{words}{rate[0] if rate else ''}", "", f"a number by the {fact.per or 'whole'}"
    names = rf"({either(facts.places)})\b"
    places = re.findall(rf"\b{names}|{_SENTENCE_END.pattern}", before) if len(fact.places) > 1 else []
    places += re.findall(_IN_PLACE + names, behind)
    dated = "".join(day[0] for day in (_DAY_BEFORE.search(before[-_NEAR:]), _DAY_BEHIND.match(behind)) if day)
    things = {counted_behind(text, number.end)[1]} - {"", "any"}
    if not things and (noun := _PLURAL.match(behind)) and noun[1] not in table().words:
        things = {noun[1]}
    said_of = (facts.places & {*places[-1:]}, facts.dates & {date for _, date in dates_in(dated)}, things)
    for own, others in zip((fact.places, fact.dates, fact.kinds), said_of, strict=True):
        if own and not others <= own:
            yield words, "", f"a number of {' or '.join(sorted(own))}, not of {' or '.join(others)}"


def _citations(text: str, links: list[Link], facts: Facts) -> list[Citation]:
    """What is cited by links and by ids of sentences, in order; those side by side are one."""
    found = [(link.start, link.end, link.address) for link in links]
    found += [(*match.span(), f"s-{match[0]}") for match in re.finditer(_SENTENCE, text)]
    citations: list[Citation] = []
    for start, end, address in sorted(found):
        if passage := facts.at.get(address, Fact()).passage:
            before = []
            if citations and _BETWEEN_CITATIONS.fullmatch(text, citations[-1][1], start):
                start, _, before = citations.pop()
            citations.append((start, end, [*before, passage]))
    return citations


def _is_cited(claim: Claim, text: str, citations: list[Citation]) -> bool:
    """Whether the same is said, of the same kind, where the claim is a link to or by what is cited next."""
    place = bisect_right(citations, claim.start, key=lambda citation: citation[1])
    stop = _SENTENCE_END.search(text, claim.end, claim.end + _REACH)
    last = stop.start() if stop else claim.end + _REACH
    return any(
        claim.says == each.says and len({claim.kind, each.kind.replace("any", "people")} - {"", "any"}) < 2
        for start, _, passages in citations[place : place + 1]
        if start < last
        for passage in passages
        for each in claims(passage, every=True)
    )


# ---- dates and sections


def dates_in(text: str) -> Iterator[tuple[re.Match, str]]:
    """Every date in the prose; “8 and 10 November 1961” holds two."""
    for match in _DATE.finditer(text):
        yield match, " ".join((f"{match['day']} {match['month']}" if match["day"] else match[0]).split())


def _allowed(text: str, file: str, facts: Facts) -> list[re.Match]:
    """Where sections are named that there are, and passages that are excepted, in their file.

    Neither a section nor an excepted name may count what follows.
    """
    found = [match for match in _SECTION.finditer(text) if facts.sections >= {*re.findall(_ID, match[0])}]
    for row in (row for row in facts.exceptions if row["file"] in (file, "")):
        words = r"\s+".join(map(re.escape, row["passage"].split()))
        found += re.finditer(rf"(?<![\w.,]){words}(?!,?\w)", text)
    return [match for match in found if not is_counting(text, match.end())]
