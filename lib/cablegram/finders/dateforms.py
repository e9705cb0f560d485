"""The forms dates are written in, and the conventions by which the vaguer of them are given days.

early, mid-, late; the beginning, middle, end; the first, last part
    of a month: days 1-10, 11-20, 21 to the last (Duckling, `Duckling/Time/EN/Rules.hs`);
    of a year: January-April, May-August, September-December (Duckling has the first and the last);
    of a season or another run of months: its thirds in whole months (as for the year);
    of a decade: its years 0-3, 4-6, 7-9; of a century 00-33, 34-66, 67-99 (this edition, in thirds).
half, quarter
    six months, three months; of a month days 1-15 and 16 to the last, which a fortnight of a month is too.
first days, weeks, months
    without a number the first third; the first days or weeks of a year are its January (this edition).
    The same from the end for the last.
first week of a month; the week of 8 May
    days 1-7, the second 8-14, and so on; the last is its last seven days. The week of, beginning or ending
    with a day: the seven days from it or up to it (this edition).
spring, summer, autumn, winter
    March-May, June-August, September-November, December-February (the `edtf` package for Python, which
    thinks of the northern hemisphere too; but its winter stops at the end of December).
    The winter of 1961 is the one that begins in 1961: EDTF sorts winter (24) after autumn (23).
last week, this week; last weekend
    Monday to Sunday (ISO 8601); Saturday and Sunday.
fiscal year 1962
    that of the United States: July 1961-June 1962; from 1977 on October-September (31 U.S.C. 1102).
since, from ... on; until, by; before, after; more than ... ago
    an open interval with the date named inside it (so does `edtf.natlang` for before and after).
about, nearly
    the mark `~` (ISO 8601-2).
and; or
    `{...}` all of them, `[...]` one of them (ISO 8601-2); days, months or seasons without a gap between them
    are the interval they fill.
last year, the last year, the past year
    the calendar year before; the twelve months up to the anchor after over, during, in, for, within, and
    always for “past” (this edition).
3/8/61, 3.8.61
    the order that the document itself shows by a number above 12; else with strokes as it spells its dates,
    with dots the day first. Where strokes show none, one of the two: `[1961-03-08,1961-08-03]`.
’57, 16 Sep 57
    the year nearest the anchor, at most 25 ahead of it; without one, of 1930 to 2029 (this edition). “May 61”
    is a month where the year lies within fifteen years of the anchor, else the number of a footnote stands
    at the day.
the 8th
    of the month that its sentence has named before it; else the last one up to the anchor, or the next where
    the sentence looks ahead (this edition).
a date without a year
    the last one begun, or the next if it is near or the sentence looks ahead (this edition).
31 June 1961
    the month: a day that the calendar does not have says no more (this edition).
11/23 June 1899
    two days as far apart as the Julian calendar is behind the Gregorian are one day, the later.
in three days, within two years
    the day or year so far ahead; the stretch from the anchor up to it (this edition).
now, soon, presently, at present
    found only where they are asked for: they date next to nothing.

Years of other eras (Juche, Showa, of the Hijra) are not read, nor what is counted from an event (since the
war, that day).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from ..edtf import Stretch
from .anchor import Anchor, looks_ahead
from .vocabulary import DAY_ORDINALS, MONTHS_BY_LETTERS, WEEKDAYS, before, pattern

# One sign for every dash, apostrophe and quotation mark.
FOLDED = str.maketrans(dict.fromkeys("–—‐‑−", "-") | dict.fromkeys("‘’", "'") | dict.fromkeys("“”", '"'))


# ---- readers


class Found(NamedTuple):
    """`text[start:end]` and the time it names, unknown where that is vague or needs an anchor.

    `kind` is partial, relative, recurring, or empty where the stretch itself tells it.
    """

    start: int
    end: int
    stretch: Stretch
    kind: str


@dataclass(frozen=True)
class Place:
    """Where a pattern matched, the words of its parts, and what else its reader may look at.

    `month_first` says by the sign between two numbers whether the month is the first, None where unknown.
    """

    text: str
    start: int
    end: int
    parts: dict[str, str]
    anchor: Anchor
    month_first: dict[str, bool | None]
    previous: Found | None

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def __getitem__(self, name: str) -> str:
        """The words of a part in small letters with one space between them, empty where it has none."""
        return " ".join(self.parts.get(name, "").lower().split())

    @property
    def days(self) -> list[int]:
        """[3, 9] of “3rd and 9th”, [8] of “eighth”."""
        ordinal = DAY_ORDINALS.get(self["days"])
        return [ordinal] if ordinal else [int(number) for number in re.findall("[0-9]{1,2}", self["days"])]

    @property
    def weekday(self) -> int:
        return WEEKDAYS[self["weekday"][:3]]

    @property
    def month(self) -> int:
        return MONTHS_BY_LETTERS[re.sub("[^a-z]", "", self["month"])[:3]]

    @property
    def year(self) -> int | None:
        """The year of four digits; of two, the one nearest the anchor, or of 1930 to 2029."""
        digits = re.sub("[^0-9]", "", self["year"])
        return self.anchor.nearest_century(int(digits)) if len(digits) == 2 else int(digits or 0) or None

    def follows(self, words: str) -> bool:
        """Whether such words stand before it."""
        return bool(before(self.text, self.start, words))

    def precedes(self, words: str) -> bool:
        """Whether such words stand behind it."""
        return bool(pattern(words).match(self.text, self.end))

    def looks_ahead(self) -> bool:
        return looks_ahead(self.text, self.start, self.end)


# What stretch the words name: one without ends where it is unknown, None where they are no date.
Reader = Callable[[Place], Stretch | None]
FORMS: list[tuple[re.Pattern, Reader, str]] = []


def reads(words: str, kind: str = "") -> Callable[[Reader], Reader]:
    """Puts a pattern on its reader, and the kind of what it finds; without one, that of the stretch."""

    def on_reader(reader: Reader) -> Reader:
        FORMS.append((pattern(words), reader, kind))
        return reader

    return on_reader
