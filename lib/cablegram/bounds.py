"""Bounds: what is known of a number that a document gives only in part, and arithmetic that keeps it so.

“over 700” is everything above 700, “three or more” everything from 3, “seven or eight” 7 to 8. “about 500” is
500 marked approximate: no band is invented round it. Ends are fractions, so that computing loses nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import inf, isfinite, isnan
from typing import Literal

Number = int | float | Fraction
Verdict = Literal["yes", "no", "undetermined"]


@dataclass(frozen=True)
class Bounds:
    """All numbers between two ends; an end is a fraction, or infinite where nothing is said.

    `low_closed`, `high_closed`: whether the end itself is meant (“at least 3”) or not (“more than 3”).
    `approximate`: the document says “about”, or something computed with does. Arithmetic takes the operands
    as independent of each other: a number divided by itself is 1 only where it is exact. A float is taken as
    the decimal it prints.
    """

    low: Number = -inf
    high: Number = inf
    low_closed: bool = True
    high_closed: bool = True
    approximate: bool = False

    def __post_init__(self) -> None:
        low, high = _end(self.low), _end(self.high)
        low_closed, high_closed = self.low_closed and isfinite(low), self.high_closed and isfinite(high)
        if low == inf or high == -inf or low > high or (low == high and not (low_closed and high_closed)):
            raise ValueError(f"no number lies between {self.low} and {self.high}")
        # frozen for everybody else
        self.__dict__.update(low=low, high=high, low_closed=low_closed, high_closed=high_closed)

    def __str__(self) -> str:
        """Interval notation, an approximate one behind a tilde: `(700, ∞)`, `[7, 8]`, `~500`."""
        tilde = "~" if self.approximate else ""
        if self.is_point:
            return f"{tilde}{_plain(self.low)}"
        opening, closing = "[" if self.low_closed else "(", "]" if self.high_closed else ")"
        return f"{tilde}{opening}{_plain(self.low)}, {_plain(self.high)}{closing}"

    @property
    def is_point(self) -> bool:
        return self.low == self.high

    @property
    def says_nothing(self) -> bool:
        return self.low == -inf and self.high == inf

    def __contains__(self, other: "Number | Bounds") -> bool:
        """Whether a number, or every number of another interval, lies between the stated ends."""
        other = as_bounds(other)
        begins = (self.low, not self.low_closed) <= (other.low, not other.low_closed)
        return begins and (self.high, self.high_closed) >= (other.high, other.high_closed)

    def __add__(self, other: "Number | Bounds") -> "Bounds":
        other = as_bounds(other)
        closed = self.low_closed and other.low_closed, self.high_closed and other.high_closed
        approximate = self.approximate or other.approximate
        return Bounds(self.low + other.low, self.high + other.high, *closed, approximate)

    def __neg__(self) -> "Bounds":
        return Bounds(-self.high, -self.low, self.high_closed, self.low_closed, self.approximate)

    def __sub__(self, other: "Number | Bounds") -> "Bounds":
        return self + -as_bounds(other)

    def __mul__(self, other: "Number | Bounds") -> "Bounds":
        """The product; scaling where `other` is a plain number."""
        other = as_bounds(other)
        ends = [((each.low, each.low_closed), (each.high, each.high_closed)) for each in (self, other)]
        corners = [_product(mine, yours) for mine in ends[0] for yours in ends[1]]
        low, low_closed = min(corners, key=lambda corner: (corner[0], not corner[1]))
        high, high_closed = max(corners)
        return Bounds(low, high, low_closed, high_closed, self.approximate or other.approximate)

    def __truediv__(self, other: "Number | Bounds") -> "Bounds":
        """The quotient; no bound where the divisor may be zero, or where any positive number could come out.

        Two numbers known only as “over” stand in any proportion: “more than 0” would be true and say nothing.
        """
        other = as_bounds(other)
        unbounded = Bounds(approximate=self.approximate or other.approximate)
        if 0 in other:
            return unbounded
        if other.high <= 0:
            return -self / -other
        high = 1 / other.low if other.low else inf
        closed = other.high_closed, other.low_closed
        quotient = self * Bounds(1 / other.high, high, *closed, other.approximate)
        ends = {quotient.low, quotient.high}
        return unbounded if ends <= {-inf, 0, inf} and ends != {0} else quotient

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other: Number) -> "Bounds":
        return as_bounds(other) - self

    def __rtruediv__(self, other: Number) -> "Bounds":
        return as_bounds(other) / self

    def less_than(self, other: "Number | Bounds") -> Verdict:
        """Whether every number here is below every number there; an approximate one decides nothing."""
        other = as_bounds(other)
        if self.approximate or other.approximate:
            return "undetermined"
        if self.high < other.low or (self.high == other.low and not (self.high_closed and other.low_closed)):
            return "yes"
        return "no" if self.low >= other.high else "undetermined"

    def more_than(self, other: "Number | Bounds") -> Verdict:
        return as_bounds(other).less_than(self)

    def equals(self, other: "Number | Bounds") -> Verdict:
        """Whether the two are one number: certain only of exact ones, excluded only where none is shared."""
        other = as_bounds(other)
        if self.is_point and self == other and not self.approximate:
            return "yes"
        return "no" if "yes" in (self.less_than(other), other.less_than(self)) else "undetermined"


def as_bounds(value: Number | Bounds) -> Bounds:
    return value if isinstance(value, Bounds) else Bounds(value, value)


def about(number: Number) -> Bounds:
    return Bounds(number, number, approximate=True)


def below_next_round(number: Number) -> Bounds:
    """The whole numbers above this one and below the next that is round in the last digit given.

    What “over” leaves if it renders the Chinese 多 or 余: over 700 is 701 to 799, over 250 is 251 to 259.
    Raises `ValueError` for a number whose ones are given, as in “over 25”: no whole number is left.
    """
    if number <= 0 or number % 10:
        raise ValueError(f"there is no whole number between {number} and the next that is as round")
    place = 10
    while number % (place * 10) == 0:
        place *= 10
    return Bounds(number + 1, number + place - 1)


def from_row(row: Mapping) -> Bounds:
    """The bounds of a row of a quantities table (`low`, `high`, NaN where open, and `relation`)."""
    return Bounds(
        -inf if isnan(float(row["low"])) else row["low"],
        inf if isnan(float(row["high"])) else row["high"],
        low_closed=row["relation"] != "over",
        high_closed=row["relation"] != "under",
        approximate=row["relation"] == "about",
    )


def hull(several: list[Bounds]) -> Bounds:
    """The smallest interval that holds every number of them all."""
    lowest = min(several, key=lambda each: (each.low, not each.low_closed))
    highest = max(several, key=lambda each: (each.high, each.high_closed))
    approximate = any(each.approximate for each in several)
    return Bounds(lowest.low, highest.high, lowest.low_closed, highest.high_closed, approximate)


def _end(number: Number) -> Number:
    if number != number:
        raise ValueError("an end is a number, or infinite where nothing is said")
    return Fraction(str(number)) if isfinite(number) else float(number)


def _product(mine: tuple[Number, bool], yours: tuple[Number, bool]) -> tuple[Number, bool]:
    """One corner of a product, and whether it is reached; zero times anything, without limit too, is zero."""
    (a, a_closed), (b, b_closed) = mine, yours
    if a == 0 or b == 0:
        return Fraction(0), (a == 0 and a_closed) or (b == 0 and b_closed)
    return a * b, a_closed and b_closed


def _plain(end: Number) -> str:
    """The end to the last digit; one whose digits do not end, as a fraction."""
    if not isfinite(end):
        return "∞" if end > 0 else "−∞"
    return digits(end) if (end * 10**6).denominator == 1 else str(end)


def digits(number: Fraction, decimals: int = 0) -> str:
    """A number that ends, in digits with thousands commas and at least so many decimals."""
    places = next(places for places in count(max(0, decimals)) if (number * 10**places).denominator == 1)
    whole, rest = divmod(int(abs(number) * 10**places), 10**places)
    return f"{'-' if number < 0 else ''}{whole:,}{f'.{rest:0{places}}' if places else ''}"
