"""The moment of writing or speaking, and what is counted from it: last year, next Monday, which November."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ..edtf import Stretch, is_real

UNKNOWN = Stretch(None, None)
# The three months of each, of a year still to be found; a winter ends in the next.
SEASONS = {
    name: Stretch((0, first), ((first + 1) // 12, (first + 1) % 12 + 1), floating=True)
    for name, first in (("spring", 3), ("summer", 6), ("autumn", 9), ("fall", 9), ("winter", 12))
}

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:T.*)?)?)?")

# How far ahead of the anchor a date without a year may lie: a month and a half in a plain sentence
# (the opening “on 14 August” of a journal of 12 August), half that across the turn of the year, most of a
# year where the sentence looks forward.
_NEAR, _AHEAD = timedelta(days=45), timedelta(days=270)

_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True)
class Anchor:
    """The time from which relative words count, as precise as the caller gave it; `()` where nothing is.

    Whatever cannot be known from it is `UNKNOWN`.
    """

    point: tuple[int, ...]

    def __bool__(self) -> bool:
        return bool(self.point)

    @property
    def middle(self) -> date:
        """One day to measure distances from: the day itself, or the middle of the month or year."""
        return date(*self.point, *(6, 15)[len(self.point) - 1 :])

    @property
    def year(self) -> int:
        return self.point[0]

    def unit(self, unit: str, offset: int) -> Stretch:
        """The whole day, week, weekend, month or longer unit so many away from the anchor's own.

        An imprecise anchor knows only the month or year of today.
        """
        if unit in ("day", "week", "weekend"):
            if len(self.point) < 3:
                return Stretch.at(*self.point) if unit == "day" and self and not offset else UNKNOWN
            monday = 7 * offset - self.middle.weekday()
            ends = {
                "day": (offset, offset),
                "week": (monday, monday + 6),
                "weekend": (monday + 5, monday + 6),
            }
            first, last = (moved(self.middle, days) for days in ends[unit])
            return Stretch(first.low, last.high) if first and last else UNKNOWN
        size = _MONTHS[unit]
        if len(self.point) < 1 + (size < 12):
            return UNKNOWN
        start = ((self.year * 12 + (*self.point, 1)[1] - 1) // size + offset) * size
        (year, month), (last_year, last_month) = divmod(start, 12), divmod(start + size - 1, 12)
        if not 0 < year <= last_year < 9999:
            return UNKNOWN
        if size < 12:
            return Stretch((year, month + 1), (last_year, last_month + 1))
        mark = {"decade": "X", "century": "XX"}.get(unit, "")
        return Stretch((year,), (last_year,), marks=(mark, mark))

    def back(self, count: int, unit: str) -> Stretch:
        """The point so many days, weeks, months or years ago (ahead, where the count is negative)."""
        if unit in ("day", "week"):
            return self.unit("day", -count * (7 if unit == "week" else 1))
        months = -count * _MONTHS[unit]
        return self.unit("month", months) if _MONTHS[unit] < 12 else self.unit("year", months // 12)

    def span(self, count: int, unit: str) -> Stretch:
        """From so many units ago until the anchor, or on from it where the count is negative.

        A day where the anchor is a day; a stretch of years where it is a year.
        """
        if unit in ("day", "week") or len(self.point) < 2:
            far = self.back(count, unit)
        else:
            year, month = divmod(self.year * 12 + self.point[1] - 1 - count * _MONTHS[unit], 12)
            last = monthrange(min(max(year, 1), 9999), month + 1)[1]
            far = Stretch.at(year, month + 1, *(min(day, last) for day in self.point[2:]))
        return far and Stretch(*sorted((far.low, self.point[: len(far.low)])))

    def weekday(self, weekday: int, direction: int) -> Stretch:
        """Such a day of the week: the last up to the anchor (0), the last before it (-1), the next (1)."""
        if len(self.point) < 3:
            return UNKNOWN
        today = self.middle.weekday()
        if direction > 0:
            return self.unit("day", (weekday - today - 1) % 7 + 1)
        return self.unit("day", -((today - weekday - (direction < 0)) % 7) - (direction < 0))

    def season(self, name: str, direction: int) -> Stretch:
        """Last (-1), this (0) or next (1) spring, summer, autumn, winter."""
        if not self:
            return UNKNOWN
        seasons = [SEASONS[name].in_year(year) for year in range(self.year - 2, self.year + 3)]
        if len(self.point) == 1:
            return seasons[2 + direction]
        if not direction:
            return min(seasons, key=self.distance) if name == "winter" else seasons[2]
        past = [each for each in seasons if each.last < self.middle]
        return past[-1] if direction < 0 else next(each for each in seasons if each.first > self.middle)

    def distance(self, stretch: Stretch) -> timedelta:
        """How far the anchor lies outside a stretch; nothing where it lies inside."""
        return max(stretch.first - self.middle, self.middle - stretch.last, timedelta())

    def place(self, stretch: Stretch, direction: int = 0) -> Stretch:
        """The floating stretch in the year that fits: the last one begun, unless the next is near.

        1 says that the sentence looks ahead (will, by, until), -1 that it looks back.
        """
        if len(self.point) == 1:
            return stretch.in_year(self.year)
        placed = [stretch.in_year(year) for year in range(self.year - 9, self.year + 9)]
        real = [each for each in placed if all(map(is_real, filter(None, (each.low, each.high))))]
        past = [each for each in real if each.first <= self.middle][-1]
        future = next(each for each in real if each.first > self.middle)
        ahead = future.first - self.middle
        near = _AHEAD if direction > 0 else _NEAR if future.low[0] == self.year else _NEAR / 2
        return future if direction >= 0 and ahead <= near and ahead < self.distance(past) else past

    def nearest_century(self, two_digits: int) -> int:
        """The nearest year that ends so, at most 25 years ahead; without an anchor one of 1930 to 2029."""
        if not self:
            return two_digits + (1900 if two_digits >= 30 else 2000)
        year = self.year // 100 * 100 + two_digits
        years = [each for each in (year - 100, year, year + 100) if each <= self.year + 25]
        return min(years, key=lambda each: abs(each - self.year))


def moved(day: date, offset: int) -> Stretch:
    """The day so many days later; unknown past the end of the calendar."""
    try:
        other = day + timedelta(days=offset)
    except OverflowError:
        return UNKNOWN
    return Stretch.at(other.year, other.month, other.day)


_ahead_before = re.compile(
    r"\b(?:will|shall|would|scheduled|intends?|expect(?:s|ed)?|forthcoming|upcoming|due|going\sto|to\sbe\s\w+|"
    r"hopes|(?:plans?|proposed?s?|hope)\sto|planned\s(?:to|for)|postponed|must)\b[^.!?;\n]{0,50}\Z",
    re.I,
)
_ahead_after = re.compile(
    r"(?:(?!\b(?:that|which|who|said|told|wrote|was|were|had|[a-z]{2,}ed)\b)[^.!?;:\n]){0,60}\b(?:will|shall)\b",
    re.I,
)
_deadline = re.compile(r"\b(?:by|until|till|later\sthan)\s(?:the\s|around\s|about\s|\w+\sor\s)?\Z", re.I)
_past_after = re.compile(r"[^.!?;]{0,60}\b(?:had|was|were|did)\b", re.I)


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether the words about a date speak of what is to come: will; by, but not “by May he had”."""
    before = text[max(0, start - 80) : start]
    if _ahead_before.search(before) or _ahead_after.match(text, end):
        return True
    return bool(_deadline.search(before)) and not _past_after.match(text, end)


def read_anchor(written: object = None, spoken: object = None) -> Anchor:
    """What relative words count from: `spoken` if given, else `written`.

    Each is a date, a datetime, or an ISO string that may stop at the month or the year.
    Raises `ValueError` for anything else, naming the argument and the forms that work.
    """
    anchor = Anchor(())
    for name, value in (("written", written), ("spoken", spoken)):
        if value is None:
            continue
        words = value.isoformat() if isinstance(value, date) else value
        match = _ISO.fullmatch(words.strip()) if isinstance(words, str) else None
        anchor = Anchor(tuple(int(number) for number in match.groups() if number) if match else ())
        if not anchor or not 1000 <= anchor.year < 3000 or not is_real(anchor.point):
            raise ValueError(
                f"{name} is a date of the years 1000 to 2999, or an ISO string such as "
                f"'1961-12-02', '1961-12' or '1961', not {value!r}"
            )
    return anchor
