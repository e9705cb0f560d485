"""The moment of writing or speaking, and what is counted from it: last year, next Monday, which November."""

import re
import reprlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from ..edtf import Point, Stretch, is_real
from .vocabulary import before, pattern

UNKNOWN = Stretch(None, None)


def months(first: int, count: int = 1, floating: bool = False) -> Stretch:
    """So many months on end; `first` counts from the January of the year 0."""
    points = ((month // 12, month % 12 + 1) for month in (first, first + count - 1))
    return Stretch(*points, floating=floating)


# A winter ends in the next year.
SEASONS = {
    name: months(first, 3, floating=True)
    for name, first in {"spring": 2, "summer": 5, "autumn": 8, "fall": 8, "winter": 11}.items()
}

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:T.*)?)?)?")

# How far ahead of the anchor a date without a year may lie: a month and a half in a plain sentence
# (the opening “on 14 August” of a journal of 12 August), half that across the turn of the year, most of a
# year where the sentence looks forward.
_NEAR, _AHEAD = timedelta(days=45), timedelta(days=270)

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_MARKS = {"decade": ("X", "X"), "century": ("XX", "XX")}


@dataclass(frozen=True)
class Anchor:
    """The time from which relative words count, as precise as the caller gave it; `()` where nothing is.

    Whatever cannot be known from it is `UNKNOWN`.
    """

    point: Point

    def __bool__(self) -> bool:
        return bool(self.point)

    @property
    def middle(self) -> date:
        """One day to measure distances from: the day itself, or the middle of the month or year."""
        return date(*self.point, *(6, 15)[len(self.point) - 1 :])

    @property
    def year(self) -> int:
        return self.point[0]

    def days(self, first: int, last: int) -> Stretch:
        """From so many days after the anchor to so many; an imprecise anchor knows only its today."""
        if len(self.point) < 3:
            return Stretch(self.point, self.point) if self and first == last == 0 else UNKNOWN
        return Stretch(moved(self.middle, first), moved(self.middle, last))

    def unit(self, unit: str, offset: int) -> Stretch:
        """The whole day, week, weekend, month or longer unit so many away from the anchor's own."""
        if unit == "day":
            return self.days(offset, offset)
        if unit in ("week", "weekend") and len(self.point) == 3:
            monday = 7 * offset - self.middle.weekday()
            return self.days(monday + 5 * (unit == "weekend"), monday + 6)
        size = _MONTHS.get(unit)
        if not size or len(self.point) < 1 + (size < 12):
            return UNKNOWN
        whole = months((self._months() // size + offset) * size, size)
        if size < 12:
            return whole
        return Stretch(whole.low[:1], whole.high[:1], marks=_MARKS.get(unit, ("", "")))

    def _months(self) -> int:
        return 12 * self.year + (*self.point, 1)[1] - 1

    def back(self, count: int, unit: str) -> Stretch:
        """The point so many days, weeks, months or years ago (ahead, where the count is negative)."""
        if unit in _DAYS:
            return self.days(-count * _DAYS[unit], -count * _DAYS[unit])
        size = _MONTHS[unit]
        return self.unit("month", -count * size) if size < 12 else self.unit("year", -count * size // 12)

    def span(self, count: int, unit: str) -> Stretch:
        """From so many units ago until the anchor, or on from it where the count is negative.

        A day where the anchor is a day; a stretch of years where it is a year.
        """
        far = self.back(count, unit)
        if unit in _MONTHS and len(self.point) > 1:
            month = months(self._months() - count * _MONTHS[unit])
            far = Stretch.at(*month.low, *(min(day, month.last.day) for day in self.point[2:]))
        return far and Stretch(*sorted((far.low, self.point[: len(far.low)])))

    def turn(self, of_year: Callable[[int], Stretch], direction: int) -> Stretch:
        """Of a May, a winter, a fiscal year: the last that is over (-1), the next to begin (1), or this (0).

        This is the one of the anchor's year, or the nearest where it goes over the turn of the year.
        """
        if not self:
            return UNKNOWN
        turn = of_year(self.year + direction * (len(self.point) == 1))
        over = turn.low[0] < turn.high[0]
        if len(self.point) == 1 or not (direction or over):
            return UNKNOWN if len(self.point) == 1 and over else turn
        turns = self._turns(of_year)
        if not direction:
            return min(turns, key=self.distance)
        if direction < 0:
            return [turn for turn in turns if turn.last < self.middle][-1]
        return next(turn for turn in turns if turn.first > self.middle)

    def _turns(self, of_year: Callable[[int], Stretch]) -> list[Stretch]:
        turns = map(of_year, range(self.year - 9, self.year + 9))
        return [turn for turn in turns if is_real(turn.low) and is_real(turn.high)]

    def distance(self, stretch: Stretch) -> timedelta:
        """How far the anchor lies outside a stretch; nothing where it lies inside."""
        return max(stretch.first - self.middle, self.middle - stretch.last, timedelta())

    def place(self, stretch: Stretch, direction: int = 0) -> Stretch:
        """The floating stretch in the year that fits: the last one begun, unless the next is near.

        1 says that the sentence looks ahead (will, by, until), -1 that it looks back.
        """
        if len(self.point) == 1:
            return stretch.in_year(self.year)
        future = self.turn(stretch.in_year, 1)
        past = [turn for turn in self._turns(stretch.in_year) if turn.first <= self.middle][-1]
        ahead = future.first - self.middle
        near = _AHEAD if direction > 0 else _NEAR if future.low[0] == self.year else _NEAR / 2
        return future if direction >= 0 and ahead <= near and ahead < self.distance(past) else past

    def nearest_century(self, two_digits: int) -> int:
        """The nearest year that ends so, at most 25 years ahead; without an anchor one of 1930 to 2029."""
        latest = self.year + 25 if self else 2029
        return latest - (latest - two_digits) % 100


def moved(day: date, offset: int) -> Point:
    """The day so many days later."""
    other = day + timedelta(days=offset)
    return other.year, other.month, other.day


_AHEAD_BEFORE = (
    r"\b(will|shall|would|scheduled|intends?|expect(s|ed)?|forthcoming|upcoming|due|going\sto|to\sbe\s\w+"
    r"|hopes|(plans?|proposed?s?|hope)\sto|planned\s(to|for)|postponed|must)\b[^.!?;\n]{0,50}"
)
_AHEAD_AFTER = pattern(
    r"((?!\b(that|which|who|said|told|wrote|was|were|had|[a-z]{2,}ed)\b)"
    r"([^.!?;:\n]|[.]{3})){0,60}\b(will|shall)\b"
)


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the words about a date speak of what is to come: will; by, but not “by May he had”."""
    due = before(text, start, r"\b(by|until|till|later than) (the |around |about |\w+ or )?")
    due = due and not pattern(r"[^.!?;]{0,60}\b(had|was|were|did)\b").match(text, end)
    return bool(due or before(text, start, _AHEAD_BEFORE, 80) or _AHEAD_AFTER.match(text, end))


def read_anchor(written: object = None, spoken: object = None) -> Anchor:
    """What relative words count from: `spoken` if given, else `written`.

    Each is a date, a datetime, or an ISO string that may stop at the month or the year.
    Raises `ValueError` for anything else, naming the argument and the forms that work.
    """
    anchor, given = Anchor(()), [("written", written), ("spoken", spoken)]
    for name, value in [each for each in given if each[1] is not None]:
        words = value.isoformat() if isinstance(value, date) else value
        match = _ISO.fullmatch(words.strip()) if isinstance(words, str) else None
        anchor = Anchor(tuple(int(number) for number in match.groups() if number) if match else ())
        if not anchor or not 1000 <= anchor.year < 3000 or not is_real(anchor.point):
            raise ValueError(
                f"{name} is a date of the years 1000 to 2999, or an ISO string such as "
                f"'1961-12-02', '1961-12' or '1961', not {reprlib.repr(value)}"
            )
    return anchor
