"""Fragments of pattern that dates are spelled with, and the record of a date found.

One break of the line may stand inside a date, never an empty line. Runs of space are bounded, so that
matching stays linear in the length of the text.
"""

import re
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


class Place(NamedTuple):
    """Where a pattern matched, and what its reader may look at."""

    text: str
    start: int
    end: int
    anchor: Anchor | None
    month_first: bool | None  # the order of 3/8/61 in this document, where it shows one
    previous: Atom | None

    def before(self, width: int = 24) -> str:
        return self.text[max(0, self.start - width) : self.start]


Found = tuple[Stretch | None, str] | None

SPACE = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,4})?|\n[^\S\n]{0,4})"
MAYBE_SPACE = rf"{SPACE}?"
DASH = r"[-–—‐‑]"

_FULL = "|".join(name for month in MONTH_NAMES for name in (month, month.upper()))
SHORT_MONTH = (
    rf"(?:{'|'.join(name for month in SHORT_MONTHS for name in (month, month.upper()))})(?![A-Za-z])\.?"
)
MONTH = rf"(?:(?:{_FULL})(?![A-Za-z])|{SHORT_MONTH})"

ORDINAL_WORD = rf"(?i:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})(?![A-Za-z])"
ORDINAL = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th|d)\b|{ORDINAL_WORD})"
COUNT = rf"(?:[0-9]{{1,3}}|(?i:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}))"

# A day is no day where it goes on as 20,517 or 4:30.
_NUMBER = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]|,[0-9]{3}|:[0-9])"
DAY = rf"(?:{_NUMBER}|\[{_NUMBER}\])(?:{MAYBE_SPACE}(?:st|nd|rd|th|d)\b|\.(?=[ ]?/|[ ]?(?:{MONTH})))?"
DAYS = (
    rf"{DAY}(?:(?:,{SPACE}{DAY}){{0,8}},?{SPACE}(?:and|or|&){SPACE}(?:the{SPACE})?{DAY}|{MAYBE_SPACE}(?:{DASH}|/){MAYBE_SPACE}{DAY}"
    rf"|{SPACE}(?:to|through|thru|until|till){SPACE}(?:the{SPACE})?{DAY})?"
)

YEAR = r"(?:1[5-9]|20)[0-9]{2}"
# The number of a footnote may be glued to a year; a comma and three digits make it another number.
YEAR_END = r"(?=[0-9]{0,2}(?![0-9]))(?!,[0-9]{3}(?![0-9]))"
YEAR_TAIL = (
    rf"(?:,?{SPACE}(?:of{SPACE})?(?:the{SPACE}year{SPACE})?"
    rf"(?:(?P<year>{YEAR}){YEAR_END}(?!{SPACE}(?:hours|hrs))|\[(?P<year9>{YEAR})\]|\((?P<year8>{YEAR})\)))"
)

_FULL_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAY = rf"(?:{_FULL_WEEKDAY}|{_FULL_WEEKDAY.upper()})(?![A-Za-z])"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\."

_counted = re.compile(rf"{SPACE}(?:{'|'.join(COUNTED)})\b", re.I)


def is_counted(text: str, end: int) -> bool:
    """Whether a noun of things that are counted follows: 1900 tons, 20 people."""
    return bool(_counted.match(text, end))


_looks_ahead = re.compile(
    r"\b(?:will|shall|would|scheduled|intends?|expect(?:s|ed)?|forthcoming|upcoming|due|going\sto|to\sbe\s\w+|"
    r"(?:plans?|proposed?s?|hopes?)\sto|planned\s(?:to|for)|postponed|must)\b[^.!?;\n]{0,50}$"
    r"|\b(?:by|until|till|later\sthan)\s(?:the\s)?$"
)


def looks_ahead(text: str, start: int) -> bool:
    """Whether the words before a date speak of what is to come: will, scheduled, by, until."""
    return bool(_looks_ahead.search(text[max(0, start - 80) : start]))
