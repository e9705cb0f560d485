"""Fragments of pattern that dates are spelled with, and the record of a date found.

One break of the line may stand inside a date, never an empty line. Runs of space are bounded, so that
matching stays linear in the length of the text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from ..edtf import Stretch
from .anchor import Anchor
from .words import COUNTED, MONTH_NAMES, NUMBERS, ORDINALS, SHORT_MONTHS


@dataclass(frozen=True)
class Atom:
    """`text[start:end]` and the time it names; `stretch` is None where that is vague or needs an anchor."""

    start: int
    end: int
    stretch: Stretch | None
    kind: str


class Order(NamedTuple):
    """Whether the month comes first in this document in 3/8/61 (None where it does not show), in 3.8.61."""

    slashed: bool | None
    dotted: bool


class Place(NamedTuple):
    """Where a pattern matched, and what its reader may look at."""

    text: str
    start: int
    end: int
    anchor: Anchor | None
    order: Order
    previous: Atom | None

    def before(self, width: int = 24) -> str:
        return self.text[max(0, self.start - width) : self.start]


Found = tuple[Stretch | None, str] | None
Words = dict[str, str]  # the named parts of a match that have words
Reader = Callable[[Words, Place], Found]
Family = tuple[str, Reader]

SPACE = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,4})?|\n[^\S\n]{0,4})"
MAYBE_SPACE = rf"{SPACE}?"
DASH = r"[-–—‐‑]"


def _spellings(months: tuple[str, ...]) -> str:
    """November, NOVEMBER, november; in small letters may, march, august and mar are other words."""
    small = [month.lower() for month in months if month not in ("May", "March", "Mar", "August")]
    return "|".join([*months, *(month.upper() for month in months), *small])


SHORT_MONTH = rf"(?:{_spellings(SHORT_MONTHS)})(?![A-Za-z])\.?"
MONTH = rf"(?:(?:{_spellings(MONTH_NAMES)})(?![A-Za-z])|{SHORT_MONTH})"
# Between a month and its day or year: a space, which a full stop may stand for (Nov.8, 3.March).
MONTH_GAP = rf"(?:{SPACE}|(?<=\.))"

ORDINAL_WORD = rf"(?i:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?![A-Za-z])"
_ENDING = r"(?:st|nd|rd|th|d|ST|ND|RD|TH)\b"
ORDINAL_FIGURE = rf"[0-9]{{1,2}}{_ENDING}"
_JOINED = rf"(?:{SPACE}(?:and|or|to|through|till|until){SPACE}(?:the{SPACE})?|{DASH})"
ORDINAL_DAYS = rf"{ORDINAL_FIGURE}(?:{_JOINED}{ORDINAL_FIGURE})?"
ORDINAL = rf"(?:{ORDINAL_FIGURE}|{ORDINAL_WORD})"
ROMAN_MONTH = "(?:XII|XI|IX|IV|VIII|VII|VI|V|III|II|I|X)"
OF_MONTH = (
    rf"{SPACE}(?:\[?of{SPACE}(?P<which>this|last|next|the|the{SPACE}current|the{SPACE}present|the{SPACE}same|that)"
    rf"{SPACE}month\b\]?|(?P<which2>instant|inst\.|ultimo|ult\.|proximo|prox\.))"
)
COUNT = rf"(?:[0-9]{{1,3}}|(?i:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}))"

# A day is no day where it goes on as 20,517 or 4:30, nor after a dash as 8 a.m.
_NUMBER = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]|,[0-9]{3}(?![0-9])|:[0-9])"
_NO_HOUR = r"(?![^\S\n]?[AaPp]\.?[^\S\n]?[Mm]\b)"
DAY = (
    rf"(?:{_NUMBER}|\[{{1,2}}{_NUMBER}\]{{1,2}}|[“\"]{_NUMBER}[”\"])"
    rf"(?:{MAYBE_SPACE}{_ENDING}|\.(?=[ ]?/|[ ]?(?:{MONTH})))?"
)
DAYS = (
    rf"{DAY}(?:(?:,{SPACE}{DAY}){{0,8}},?{SPACE}(?:and|or|&){SPACE}(?:the{SPACE})?{DAY}"
    rf"|{MAYBE_SPACE}(?:{DASH}|/){MAYBE_SPACE}{DAY}{_NO_HOUR}"
    rf"|{SPACE}(?:to|through|thru|until|till){SPACE}(?:the{SPACE})?{DAY})?"
)

YEAR = r"(?:1[5-9]|20)[0-9]{2}"
# The number of a footnote may be glued to a year; a comma and three digits make it another number.
YEAR_END = r"(?=[0-9]{0,2}(?![0-9]))(?!,[0-9]{3}(?![0-9]))"
YEAR_TAIL = (
    rf"(?:(?:{MAYBE_SPACE},{MAYBE_SPACE}|{MONTH_GAP}|(?<=[a-z])(?=[0-9]{{4}}))(?:of{SPACE})?(?:the{SPACE}year{SPACE})?"
    rf"(?:(?P<year>{YEAR}){YEAR_END}(?!{SPACE}(?:hours|hrs))|['‘’](?P<year7>[0-9]{{2}})(?![0-9])"
    rf"|\[(?P<year9>{YEAR})\]|\((?P<year8>{YEAR})\)))"
)

_FULL_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAY = rf"(?:{_FULL_WEEKDAY}|{_FULL_WEEKDAY.upper()})(?![A-Za-z])"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?:\.|(?=,))"

_counted = re.compile(rf"{SPACE}(?:{'|'.join(COUNTED)})\b", re.I)


def is_counted(text: str, end: int) -> bool:
    """Whether a noun of things that are counted follows: 1900 tons, 20 people."""
    return bool(_counted.match(text, end))


_looks_ahead = re.compile(
    r"\b(?:will|shall|would|scheduled|intends?|expect(?:s|ed)?|forthcoming|upcoming|due|going\sto|to\sbe\s\w+|"
    r"hopes|(?:plans?|proposed?s?|hope)\sto|planned\s(?:to|for)|postponed|must)\b[^.!?;\n]{0,50}$",
    re.I,
)
_deadline = re.compile(r"\b(?:by|until|till|later\sthan)\s(?:the\s|around\s|about\s)?$", re.I)
_past = re.compile(r"[^.!?;]{0,60}\b(?:had|was|were|did)\b")


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the words about a date speak of what is to come: will; by, but not “by May he had”."""
    before = text[max(0, start - 80) : start]
    if _looks_ahead.search(before):
        return True
    return bool(_deadline.search(before)) and not _past.match(text, end)
