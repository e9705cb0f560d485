"""How a bound is written in words, and read back.

Rounding goes outward: a low end down, a high end up, so that the words stay true. A single number that had to
be rounded is written with “about”: nothing inexact prints as exact. What is approximate says “about” at any
rate, and is rounded to the nearest. Thousands take a comma. Between a number and its % stands a plain space,
which a search finds and an author types.
"""

from decimal import Decimal
from fractions import Fraction
from functools import reduce
from math import ceil, floor, isfinite

from .bounds import Bounds, Number

SYMBOLS = ("%", "km")
NO_BOUND_WORDS = "no bound"
_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_SMALL += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"]
_SMALL += ["nineteen", "twenty"]
_PHRASES = {
    "more than": ("low", False),
    "at least": ("low", True),
    "less than": ("high", False),
    "fewer than": ("high", False),
    "at most": ("high", True),
}


def word(
    bounds: Bounds, unit: str = "", decimals: int | None = None, counted: bool = False, spell: bool = False
) -> str:
    """The interval as a reader writes it: “more than 1,350”, “at least 3”, “about 500”, “7 to 8”, “no bound”.

    Of the units only symbols are written. `decimals`: none for whole ends and thousands, else one, and two
    below one. `counted` says “fewer than” of what can be counted. `spell` writes whole numbers up to twenty
    as words. A low end at zero is left out where a high end says more.

    >>> word(Bounds(low=1350, low_closed=False))
    'more than 1,350'
    """
    low, high = bounds.low, None if bounds.is_point else bounds.high
    spell = spell and all(end in range(len(_SMALL)) for end in (bounds.low, bounds.high) if isfinite(end))
    if bounds.says_nothing:
        return NO_BOUND_WORDS
    if low == 0 and high is not None and isfinite(high):
        low = float("-inf")
    places = _decimals(bounds) if decimals is None else decimals
    if high is None:
        phrase = _point(bounds, places, spell)
    else:
        phrase = _between(_End(low, "low", bounds, places, spell), _End(high, "high", bounds, places, spell))
    phrase = phrase.replace("less than", "fewer than") if counted else phrase
    return f"{phrase} {unit}" if unit in SYMBOLS else phrase


def parse(words: str) -> Bounds:
    """The interval that the words state; the inverse of `word`, up to its rounding.

    Raises `ValueError` for words that `word` would not write.
    """
    plain = reduce(str.removesuffix, SYMBOLS, words).strip().casefold()
    if plain == NO_BOUND_WORDS:
        return Bounds()
    approximate = "about " in plain
    low, high, closed = float("-inf"), float("inf"), {"low": True, "high": True}
    plain = plain.replace("about ", "")
    ends = plain.split(" to ")
    if not plain.startswith(tuple(_PHRASES)):
        return Bounds(_read(ends[0], words), _read(ends[-1], words), approximate=approximate)
    for part in plain.split(" and "):
        phrase = next((phrase for phrase in _PHRASES if part.startswith(phrase)), "")
        number = _read(part.removeprefix(phrase), words)
        side, closed_end = _PHRASES.get(phrase, ("low", True))
        low, high = (number, high) if side == "low" else (low, number)
        closed[side] = closed_end
    return Bounds(low, high, closed["low"], closed["high"], approximate)


def in_words(number: int) -> str:
    """A whole number up to twenty as a word, a larger one in figures: `four`, `1,350`."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def one_in(percent: Bounds) -> str:
    """A share in per cent as “one in so many”, rounded so that it stays true; empty where above a half."""
    low, high = percent.low / 100, percent.high / 100
    hedge = "about " if percent.approximate else ""
    if percent.is_point and 0 < low <= Fraction(1, 2):
        exact = percent.is_exact and (1 / low).denominator == 1
        return f"{'' if exact else 'about '}one in {in_words(round(1 / low))}"
    if not isfinite(high) and 0 < low <= Fraction(1, 2):
        return f"more than {hedge}one in {in_words(ceil(1 / low))}"
    if low <= 0 < high <= Fraction(1, 2):
        return f"less than {hedge}one in {in_words(floor(1 / high))}"
    return ""


class _End:
    """One end as it will be written: rounded outward, and said with or without the end itself."""

    def __init__(self, number: Number, side: str, bounds: Bounds, decimals: int, spell: bool):
        self.said = isfinite(number)
        self.side = side
        if not self.said:
            return
        rounded = _round(number, decimals, round if bounds.approximate else floor if side == "low" else ceil)
        self.rounded = rounded != number
        self.closed = bounds.low_closed if side == "low" else bounds.high_closed
        self.hedge = "about " if bounds.approximate else ""
        self.numeral = _numeral(rounded, decimals if self.rounded else None, spell)

    def phrase(self, alone: bool) -> str:
        """“more than 6.5”; an end that was rounded away from lies strictly beyond what is written."""
        closed = self.closed and not (self.rounded and alone and not self.hedge)
        words = next(words for words, meaning in _PHRASES.items() if meaning == (self.side, closed))
        return f"{words} {self.hedge}{self.numeral}"


def _between(low: _End, high: _End) -> str:
    if not (low.said and high.said):
        return (low if low.said else high).phrase(alone=True)
    if all(end.closed or end.rounded for end in (low, high)):
        return f"{low.hedge}{low.numeral} to {high.numeral}"
    return f"{low.phrase(alone=False)} and {high.phrase(alone=False)}"


def _point(bounds: Bounds, decimals: int, spell: bool) -> str:
    rounded = _round(bounds.low, decimals, round)
    hedge = "about " if bounds.approximate or rounded != bounds.low else ""
    return hedge + _numeral(rounded, None if rounded == bounds.low else decimals, spell)


def _decimals(bounds: Bounds) -> int:
    finite = [abs(end) for end in (bounds.low, bounds.high) if isfinite(end)]
    if all(end.denominator == 1 for end in finite):
        return 0
    return 2 if max(finite) < 1 else 1 if max(finite) < 1000 else 0


def _round(number: Fraction, decimals: int, towards) -> Fraction:
    """The number to so many decimals, by `floor`, `ceil` or `round`."""
    return Fraction(towards(number * 10**decimals), 10**decimals)


def _numeral(number: Fraction, decimals: int | None, spell: bool) -> str:
    """Digits with thousands commas; a number that was rounded keeps its zeros, a true one drops them."""
    if spell and number.denominator == 1:
        return in_words(int(number))
    decimal = Decimal(number.numerator) / Decimal(number.denominator)
    return f"{decimal:,f}" if decimals is None else f"{decimal:,.{decimals}f}"


def _read(numeral: str, words: str) -> Fraction:
    text = numeral.strip().replace(",", "")
    if text in _SMALL:
        return Fraction(_SMALL.index(text))
    try:
        return Fraction(text)
    except ValueError:
        raise ValueError(f"{words!r} is not the wording of a bound: {text!r} is no number") from None
