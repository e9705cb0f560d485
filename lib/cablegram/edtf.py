"""Stretches of calendar time, written as EDTF (ISO 8601-2) and read back as the days they bound."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

# A point names a year, a month of a year, or a day of a month: (1961,), (1961, 11), (1961, 11, 8).
Point = tuple[int, ...]


@dataclass(frozen=True)
class Stretch:
    """From the first day of `low` to the last day of `high`, both included; None where an end is open.

    A `floating` stretch names no year: its years count from a year still to be found (0 that year,
    1 the next, as in a winter). Members of `listed` are the points of an enumeration: all of them are meant,
    or one of them (`one_of`).
    """

    low: Point | None
    high: Point | None
    floating: bool = False
    listed: tuple[Point, ...] = ()
    one_of: bool = False
    about: bool = False

    @classmethod
    def at(cls, *point: int, floating: bool = False) -> "Stretch":
        """The stretch of one year, month or day."""
        return cls(point, point, floating)

    def in_year(self, year: int) -> "Stretch":
        """This floating stretch with its year found; the end of February has 28 days where the year has."""
        low, high = shifted(self.low, year), shifted(self.high, year)
        if low and high and high[1:] == (2, 29) and low[2:] < (24,) and not is_real(high):
            high = (high[0], 2, 28)
        return Stretch(
            low,
            high,
            listed=tuple(shifted(point, year) for point in self.listed),
            one_of=self.one_of,
            about=self.about,
        )

    @property
    def first(self) -> date | None:
        return first_day(self.low) if self.low else None

    @property
    def last(self) -> date | None:
        return last_day(self.high) if self.high else None


def shifted(point: Point | None, years: int) -> Point | None:
    """The same month and day so many years later."""
    return point and (point[0] + years, *point[1:])


def is_real(point: Point) -> bool:
    """Whether the calendar has such a year, month or day (of a floating year: 29 February too)."""
    year, month, day = (*point, 1, 1)[:3] if len(point) < 3 else point
    leap = year if year > 1 else 2000
    return 0 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(leap, month)[1]


def first_day(point: Point) -> date:
    year, month, day = (*point, 1, 1)[:3]
    return date(min(max(year, 1), 9999), month, day)


def last_day(point: Point) -> date:
    year, month = min(max(point[0], 1), 9999), point[1] if len(point) > 1 else 12
    return date(year, month, point[2] if len(point) > 2 else monthrange(year, month)[1])


def write(stretch: Stretch) -> str | None:
    """The stretch as EDTF: `1961-11-08`, `1960-01/1960-06`, `195X`, `1958/..`, `{1961-07,1961-09}`.

    An unknown year is written `XXXX`. None where EDTF has no form that its readers agree on: a winter
    of an unknown year, or a stretch with an open end and an unknown year.
    """
    ends = [point for point in (stretch.low, stretch.high) if point]
    if not ends or not all(is_real(point) for point in (*ends, *stretch.listed)):
        return None
    if stretch.floating and (len(ends) < 2 or stretch.high[0] or stretch.low > stretch.high):
        return None
    if not stretch.floating and any(point[0] < 1 for point in ends):
        return None
    mark = "~" if stretch.about and not stretch.floating else ""
    if stretch.listed and (stretch.one_of or not _without_gap(stretch.listed)):
        members = ",".join(_write_point(point, stretch.floating) for point in stretch.listed)
        return f"[{members}]" if stretch.one_of else f"{{{members}}}"
    if stretch.low == stretch.high:
        return _write_point(stretch.low, stretch.floating) + mark
    return _write_decade(stretch) or _write_interval(stretch, mark)


def _without_gap(points: tuple[Point, ...]) -> bool:
    """Whether each point begins where the one before it ends: July and August are the stretch they fill."""
    days = [(first_day(shifted(point, 2000)), last_day(shifted(point, 2000))) for point in points]
    return all(after[0] - before[1] == timedelta(1) for before, after in pairwise(days))


def _write_point(point: Point, floating: bool) -> str:
    year, *rest = point
    return "-".join(["XXXX" if floating else f"{year:04d}", *(f"{number:02d}" for number in rest)])


def _write_decade(stretch: Stretch) -> str | None:
    """`195X` and `18XX` for a whole decade or century."""
    if stretch.low and stretch.high and len(stretch.low) == len(stretch.high) == 1:
        for span, mark in ((10, "X"), (100, "XX")):
            if stretch.low[0] % span == 0 and stretch.high[0] == stretch.low[0] + span - 1:
                return f"{stretch.low[0] // span:0{4 - len(mark)}d}{mark}"
    return None


def _write_interval(stretch: Stretch, mark: str) -> str:
    low, high = (
        _write_point(point, stretch.floating) + mark if point else ".."
        for point in (stretch.low, stretch.high)
    )
    return f"{low}/{high}"


# First and last month of the two-digit codes that stand where a month does (ISO 8601-2, 4.8). The winter
# of a year begins in its December.
_CODES = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14),
    25: (3, 5), 26: (6, 8), 27: (9, 11), 28: (12, 14),
    29: (9, 11), 30: (12, 14), 31: (3, 5), 32: (6, 8),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12),
    37: (1, 4), 38: (5, 8), 39: (9, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip

_POINT = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_NO_YEAR = re.compile(r"XXXX(?:-(?:[0-9]{2}|XX)){0,2}")


def bounds(edtf: str | None) -> tuple[date | None, date | None]:
    """First and last day an EDTF value allows; None for an end that is open, unknown, or of an unknown year.

    Reads what `find_dates` and the registers write: days, months, seasons, years, decades, intervals, sets,
    and the marks `~ ? %`. None in gives `(None, None)`. Raises `ValueError` for anything else.

    >>> bounds("1960-01/1960-06")
    (datetime.date(1960, 1, 1), datetime.date(1960, 6, 30))
    """
    if edtf is None:
        return None, None
    if edtf[:1] + edtf[-1:] in ("{}", "[]"):
        return _hull(edtf)
    low, slash, high = edtf.partition("/")
    first = _day_range(low, edtf)[0]
    last = _day_range(high if slash else low, edtf)[1]
    if first and last and first > last:
        raise ValueError(f"{edtf!r} ends before it begins")
    return first, last


def _hull(edtf: str) -> tuple[date | None, date | None]:
    """From the earliest to the latest day of a set such as `{1961-07,1961-08}` or `[1960..1962]`."""
    members = [bounds(member.strip().replace("..", "/")) for member in edtf[1:-1].split(",")]
    firsts, lasts = [first for first, _ in members], [last for _, last in members]
    return None if None in firsts else min(firsts), None if None in lasts else max(lasts)


def _day_range(words: str, edtf: str) -> tuple[date | None, date | None]:
    plain = re.sub("[~?%]", "", words)
    if plain in ("", "..") and edtf.strip("./"):
        return None, None
    if _NO_YEAR.fullmatch(plain):
        return None, None
    match = _POINT.fullmatch(plain)
    if not match:
        raise ValueError(f"{edtf!r} is not an EDTF date this edition writes")
    try:
        return _days(match[1], match[2], match[3])
    except ValueError as reason:
        raise ValueError(f"{edtf!r} is no day of the calendar") from reason


def _days(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first_year, last_year = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if not month:
        return date(max(first_year, 1), 1, 1), date(last_year, 12, 31)
    if int(month) in _CODES and not day:
        start, end = _CODES[int(month)]
        end_year, end_month = last_year + (end - 1) // 12, (end - 1) % 12 + 1
        return date(first_year, start, 1), last_day((end_year, end_month))
    if not day:
        return date(first_year, int(month), 1), last_day((last_year, int(month)))
    return date(first_year, int(month), int(day)), date(last_year, int(month), int(day))
