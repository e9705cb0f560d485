"""The moment of writing or speaking, and what is counted from it: last year, next Monday, which November."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from ..edtf import Point, Stretch, is_real
from .words import SEASONS

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:T.*)?)?)?")

# How far ahead of the anchor a date without a year may lie: a month and a half in a plain sentence
# (the opening “on 14 August” of a journal of 12 August), half that across the turn of the year, most of a
# year where the sentence looks forward.
_NEAR, _AHEAD = timedelta(days=45), timedelta(days=270)

_YEARS = {"year": 1, "decade": 10, "century": 100}


@dataclass(frozen=True)
class Anchor:
    """The time from which relative words count, as precise as the caller gave it."""

    point: Point

    @property
    def middle(self) -> date:
        """One day to measure distances from: the day itself, or the middle of the month."""
        return date(*(*self.point, 6, 15)[: max(len(self.point), 1)], *(6, 15)[len(self.point) - 1 :])

    @property
    def year(self) -> int:
        return self.point[0]

    def day(self, offset: int = 0) -> Stretch | None:
        """The day so many days away; an imprecise anchor knows only the month or year of today."""
        if len(self.point) < 3:
            return Stretch.at(*self.point) if offset == 0 else None
        return moved(self.middle, offset)

    def unit(self, unit: str, offset: int) -> Stretch | None:
        """The whole day, week, month, quarter, year, decade or century so many away from the anchor's own."""
        if unit == "day":
            return self.day(offset)
        if unit == "week":
            monday = self.day(-self.middle.weekday() + 7 * offset) if len(self.point) == 3 else None
            return monday and Stretch(monday.low, Stretch.at(*_later(monday.low, 6)).high)
        if unit in _YEARS:
            size = _YEARS[unit]
            start = (self.year // size + offset) * size
            return Stretch((start,), (start + size - 1,)) if 0 < start < 9900 else None
        return self._months({"month": 1, "quarter": 3}[unit], offset)

    def _months(self, size: int, offset: int) -> Stretch | None:
        if len(self.point) < 2:
            return None
        start = ((self.year * 12 + self.point[1] - 1) // size + offset) * size
        low, high = divmod(start, 12), divmod(start + size - 1, 12)
        return Stretch((low[0], low[1] + 1), (high[0], high[1] + 1))

    def back(self, count: int, unit: str) -> Stretch | None:
        """The point so many days, weeks, months or years ago (ahead, where the count is negative)."""
        if unit in ("day", "week"):
            return self.day(-count * (7 if unit == "week" else 1)) if count else self.day()
        if unit in _YEARS:
            return self.unit("year", -count * _YEARS[unit])
        return self.unit(unit, -count)

    def span(self, count: int, unit: str) -> Stretch | None:
        """From so many units ago until the anchor, or on from it where the count is negative.

        A day where the anchor is a day; a stretch of years where it is a year.
        """
        if unit in ("day", "week") or len(self.point) == 1:
            far = self.back(count, unit)
            near = self.point[: len(far.low)] if far else None
        else:
            months = count * (1 if unit == "month" else 12 * _YEARS[unit])
            year, month = divmod(self.year * 12 + self.point[1] - 1 - months, 12)
            day = self.point[2:] and (min(self.point[2], monthrange(min(max(year, 1), 9999), month + 1)[1]),)
            far, near = Stretch.at(year, month + 1, *day), self.point
        return far and Stretch(*sorted((far.low, near)))

    def weekday(self, weekday: int, direction: int) -> Stretch | None:
        """Such a day of the week: the last up to the anchor (0), the last before it (-1), the next (1)."""
        if len(self.point) < 3:
            return None
        today = self.middle.weekday()
        if direction > 0:
            return self.day((weekday - today - 1) % 7 + 1)
        return self.day(-((today - weekday - (direction < 0)) % 7) - (direction < 0))

    def season(self, name: str, direction: int) -> Stretch | None:
        """Last (-1), this (0) or next (1) spring, summer, autumn, winter."""
        candidates = [_season(name, year) for year in range(self.year - 2, self.year + 3)]
        if len(self.point) == 1:
            return candidates[2 + direction]
        if direction < 0:
            return [season for season in candidates if season.last < self.middle][-1]
        if direction > 0:
            return next(season for season in candidates if season.first > self.middle)
        if name != "winter":
            return candidates[2]
        return min(candidates, key=lambda season: self.distance(season))

    def distance(self, stretch: Stretch) -> timedelta:
        """How far the anchor lies outside a stretch; nothing where it lies inside."""
        return max(stretch.first - self.middle, self.middle - stretch.last, timedelta())

    def place(self, stretch: Stretch, direction: int = 0) -> Stretch:
        """The floating stretch in the year that fits: the last one begun, unless the next is near.

        1 says that the sentence looks ahead (will, by, until), -1 that it looks back.
        """
        if len(self.point) == 1:
            return stretch.in_year(self.year)
        years = [year for year in range(self.year - 9, self.year + 9) if _exists(stretch, year)]
        begun = [year for year in years if stretch.in_year(year).first <= self.middle]
        coming = [year for year in years if stretch.in_year(year).first > self.middle]
        past, future = begun[-1], coming[0]
        ahead = stretch.in_year(future).first - self.middle
        behind = self.distance(stretch.in_year(past))
        near = _AHEAD if direction > 0 else _NEAR if future == self.year else _NEAR / 2
        if direction >= 0 and ahead <= near and ahead < behind:
            return stretch.in_year(future)
        return stretch.in_year(past)

    def nearest_century(self, two_digits: int) -> int:
        """The year ending in these two digits that is nearest."""
        return min(
            (self.year // 100 * 100 + two_digits + step for step in (-100, 0, 100)),
            key=lambda y: abs(y - self.year),
        )


def moved(day: date, offset: int) -> Stretch | None:
    """The day so many days later; None past the end of the calendar."""
    try:
        other = day + timedelta(days=offset)
    except OverflowError:
        return None
    return Stretch.at(other.year, other.month, other.day)


def _later(point: Point, days: int) -> Point:
    other = moved(date(*point), days)
    return other.low if other else point


def _season(name: str, year: int) -> Stretch:
    start = SEASONS[name]
    end = start + 2
    return Stretch((year, start), (year + (end > 12), (end - 1) % 12 + 1))


def _exists(stretch: Stretch, year: int) -> bool:
    """Whether the year has these days (29 February) and the calendar has the year."""
    found = stretch.in_year(year)
    return 1 <= year <= 9990 and all(point is None or is_real(point) for point in (found.low, found.high))


def read_anchor(written: object = None, spoken: object = None) -> Anchor | None:
    """What relative words count from: `spoken` if given, else `written`, else None.

    Each is a date, a datetime, or an ISO string that may stop at the month or the year.
    Raises `ValueError` for anything else, naming the argument and the forms that work.
    """
    anchors = [
        _read(name, value) for name, value in (("spoken", spoken), ("written", written)) if value is not None
    ]
    return anchors[0] if anchors else None


def _read(name: str, value: object) -> Anchor:
    words = value.isoformat() if isinstance(value, date) else value
    match = _ISO.fullmatch(words.strip()) if isinstance(words, str) else None
    point = tuple(int(number) for number in match.groups() if number) if match else ()
    if not point or not 1000 <= point[0] < 3000 or not is_real(point):
        raise ValueError(
            f"{name} is a date of the years 1000 to 2999, or an ISO string such as "
            f"'1961-12-02', '1961-12' or '1961', not {value!r}"
        )
    return Anchor(point)
