"""Stretches of calendar time, written as EDTF (ISO 8601-2) and read back as the days they bound."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

# A point names a year, a month of a year, or a day of a month: (1961,), (1961, 11), (1961, 11, 8).
Point = tuple[int, ...]


@dataclass(frozen=True)
class Stretch:
    """From the first day of `low` to the last day of `high`, both included; None where an end is open.

    A `floating` stretch names no year: its years count from a year still to be found (0 that year,
    1 the next, as in a winter). Members of `listed` are the points of an enumeration: all of them are meant,
    or one of them (`one_of`). `marks` are written after low and high: `~` for an end that is near, `X` or
    `XX` for one that is known to the decade or century. A stretch without ends is unknown, and false.
    """

    low: Point | None
    high: Point | None
    floating: bool = False
    listed: tuple[Point, ...] = ()
    one_of: bool = False
    marks: tuple[str, str] = ("", "")

    @classmethod
    def at(cls, *point: int, floating: bool = False) -> "Stretch":
        """The stretch of one year, month or day."""
        return cls(point, point, floating)

    def __bool__(self) -> bool:
        return bool(self.low or self.high)

    @property
    def closed(self) -> bool:
        return bool(self.low and self.high)

    def in_year(self, year: int) -> "Stretch":
        """This floating stretch with its year found; the end of February has 28 days where the year has."""
        low, high = shifted(self.low, year), shifted(self.high, year)
        if low and high and high[1:] == (2, 29) and low[2:] < (24,) and not is_real(high):
            high = (high[0], 2, 28)
        listed = tuple(shifted(point, year) for point in self.listed)
        return replace(self, low=low, high=high, floating=False, listed=listed)

    def near(self) -> "Stretch":
        """This stretch marked approximate."""
        low, high = (mark.removesuffix("~") + "~" for mark in self.marks)
        return replace(self, marks=(low, high))

    @property
    def first(self) -> date | None:
        if not self.low:
            return None
        year, month, day = (*self.low, 1, 1)[:3]
        return date(min(max(year, 1), 9999), month, day)

    @property
    def last(self) -> date | None:
        if not self.high:
            return None
        year, month = min(max(self.high[0], 1), 9999), (*self.high, 12)[1]
        return date(year, month, (*self.high, 0, 0)[2] or monthrange(year, month)[1])


def shifted(point: Point | None, years: int) -> Point | None:
    """The same month and day so many years later."""
    return point and (point[0] + years, *point[1:])


def is_real(point: Point) -> bool:
    """Whether the calendar has such a year, month or day (of a floating year: 29 February too)."""
    year, month, day = (*point, 1, 1)[:3]
    leap = year if year > 1 else 2000
    return 0 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(leap, month)[1]


def write(stretch: Stretch) -> str | None:
    """The stretch as EDTF: `1961-11-08`, `1960-01/1960-06`, `195X`, `1958/..`, `{1961-07,1961-09}`.

    An unknown year is written `XXXX`. None where EDTF has no form that its readers agree on: a winter
    of an unknown year, or a stretch with an open end and an unknown year.
    """
    ends = [point for point in (stretch.low, stretch.high) if point]
    if not ends or not all(is_real(point) for point in (*ends, *stretch.listed)):
        return None
    unplaced = len(ends) < 2 or stretch.high[0] or stretch.low > stretch.high
    if unplaced if stretch.floating else any(point[0] < 1 for point in ends):
        return None
    members = pairwise(Stretch.at(*shifted(point, 2000)) for point in stretch.listed)
    gaps = (after.first - before.last != timedelta(1) for before, after in members)
    if stretch.listed and (stretch.one_of or any(gaps)):  # July and August are the stretch they fill
        members = ",".join(_write_point(point, stretch.floating) for point in stretch.listed)
        return f"[{members}]" if stretch.one_of else f"{{{members}}}"
    low = _write_point(stretch.low, stretch.floating, stretch.marks[0])
    high = _write_point(stretch.high, stretch.floating, stretch.marks[1])
    return low if low == high else f"{low}/{high}"


def _write_point(point: Point | None, floating: bool, mark: str = "") -> str:
    if not point:
        return ".."
    unknown = mark.removesuffix("~")
    year = "XXXX" if floating else f"{point[0]:04d}"[: 4 - len(unknown)] + unknown
    written = "-".join([year, *(f"{number:02d}" for number in point[1:])])
    return written if floating else written + mark.removeprefix(unknown)


# First and last month of the codes of seasons and half-years, which stand where a month does (ISO 8601-2,
# 4.8). The winter of a year begins in its December.
_CODES = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2), 40: (1, 6), 41: (7, 12)}
_POINT = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MARK = re.compile("[~?%](?![~?%])")


def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day an EDTF value allows; None for an end that is open, unknown, or of an unknown year.

    Reads what `find_dates` and the registers write: days, months, seasons, half-years, years, decades,
    intervals, sets, and the marks `~ ? %`. None in gives `(None, None)`. Raises `ValueError` for anything
    else, a day that no calendar has among it.

    >>> bounds("1960-01/1960-06")
    (datetime.date(1960, 1, 1), datetime.date(1960, 6, 30))
    """
    if edtf is None:
        return None, None
    if edtf[:1] + edtf[-1:] in ("{}", "[]") and not set("{}[]") & set(edtf[1:-1]):
        members = [bounds(member.strip().replace("..", "/")) for member in edtf[1:-1].split(",")]
        firsts, lasts = zip(*members, strict=True)
        return None if None in firsts else min(firsts), None if None in lasts else max(lasts)
    low, slash, high = edtf.partition("/")
    first, last = _days(low, edtf)[0], _days(high if slash else low, edtf)[1]
    if first and last and first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return first, last


def _days(words: str, edtf: str) -> tuple[date | None, date | None]:
    """First and last day of one end of an EDTF value."""
    if words in ("", "..") and edtf.strip("./"):
        return None, None
    if not (match := _POINT.fullmatch(_MARK.sub("", words))):
        raise ValueError(f"{edtf!r} is not an EDTF date this edition writes")
    year = match[1].replace("XXXX", "2000")  # which has every day
    early, late = (int(year.replace("X", digit)) for digit in "09")
    rest = tuple(int(part) for part in match.groups()[1:] if part)
    if len(rest) == 1 and rest[0] in _CODES:
        first, last = _CODES[rest[0]]
        stretch = Stretch((early, first), (late + (last < first), last))
    elif late and is_real((late, *rest)):
        stretch = Stretch((early, *rest), (late, *rest))
    else:
        raise ValueError(
            f"{edtf!r} is no day or month of the calendar; after the year stand 01 to 12, or 21 to 24 for "
            "spring to winter, 40 and 41 for half a year"
        )
    return (None, None) if year != match[1] else (stretch.first, stretch.last)
