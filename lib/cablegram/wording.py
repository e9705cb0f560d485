"""How bounds, numbers and days are written in words.

Rounding goes outward: a low end down, a high end up, so that the words stay true. A single number that had to
be rounded is written with “about”: nothing inexact prints as exact. What is approximate says “about” at any
rate, and is rounded to the nearest. Thousands take a comma. Between a number and its % stands a plain space,
which a search finds and an author types.
"""

import re
from calendar import month_name
from collections.abc import Callable
from fractions import Fraction
from itertools import count
from math import ceil, floor, isfinite

from .bounds import Bounds, digits

SYMBOLS = ("%", "km")
_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_SMALL += ["eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"]
_SMALL += ["nineteen", "twenty"]
_PHRASES = {"low": ("more than", "at least"), "high": ("less than", "at most")}  # if the end is meant too


def word(
    bounds: Bounds, unit: str = "", decimals: int | None = None, counted: bool = False, spell: bool = False
) -> str:
    """The interval as a reader writes it: “more than 1,350”, “at least 3”, “about 500”, “7 to 8”, “no bound”.

    Of the units only symbols are written. `decimals`: none for whole ends and thousands, else one, and below
    one two or as many as show a digit; -2 rounds to hundreds. `counted` says “fewer than” of what can be
    counted. `spell` writes whole numbers up to twenty as words. A low end at zero is left out
    where a high end says more.

    >>> word(Bounds(low=1350, low_closed=False))
    'more than 1,350'
    """
    if bounds.says_nothing:
        return "no bound"
    spell = spell and all(end in range(len(_SMALL)) for end in (bounds.low, bounds.high) if isfinite(end))
    places = _decimals(bounds) if decimals is None else decimals
    if bounds.is_point:
        numeral, exact = _numeral(bounds.low, places, spell)
        phrase = numeral if exact and not bounds.approximate else f"about {numeral}"
    else:
        phrase = _interval_in_words(bounds, places, spell)
    phrase = phrase.replace("less than", "fewer than") if counted else phrase
    return f"{phrase} {unit}" if unit in SYMBOLS else phrase


def _interval_in_words(bounds: Bounds, places: int, spell: bool) -> str:
    """Its two ends, each rounded outward, and said with or without the end itself."""
    hedge = "about " if bounds.approximate else ""
    ends = []  # of each: its phrase, its digits, and whether “to” may stand for the phrase
    for side, outward in (("low", floor), ("high", ceil)):
        number, closed = getattr(bounds, side), getattr(bounds, f"{side}_closed")
        if isfinite(number) and not (side == "low" and number == 0 and isfinite(bounds.high)):
            numeral, exact = _numeral(number, places, spell, _nearest if hedge else outward)
            meant = closed and (exact or bool(hedge))  # what was rounded outward is not
            ends.append((_PHRASES[side][meant], numeral, closed or not exact))
    if len(ends) == 2:
        (_, low, from_low), (_, high, to_high) = ends
        if low == high:
            return hedge + low
        if from_low and to_high:
            return f"{hedge}{low} to {high}"
    return " and ".join(f"{phrase} {hedge}{numeral}" for phrase, numeral, _ in ends)


def in_words(number: int) -> str:
    """A whole number up to twenty as a word, a larger one in figures: `four`, `1,350`."""
    return _SMALL[number] if 0 <= number < len(_SMALL) else f"{number:,}"


def _decimals(bounds: Bounds) -> int:
    ends = [abs(end) for end in (bounds.low, bounds.high) if isfinite(end)]
    if max(ends) >= 1000 or all(end.denominator == 1 for end in ends):
        return 0
    return 1 if max(ends) >= 1 else next(places for places in count(2) if max(ends) * 10**places >= 1)


def _nearest(number: Fraction) -> int:
    """The nearest whole number, a half away from zero, as one learns it at school."""
    return -_nearest(-number) if number < 0 else floor(number + Fraction(1, 2))


def _numeral(
    number: Fraction, decimals: int, spell: bool, towards: Callable[[Fraction], int] = _nearest
) -> tuple[str, bool]:
    """The number to so many decimals, and whether that is the number itself, which then drops its zeros."""
    scale = Fraction(10) ** decimals
    rounded = towards(number * scale) / scale
    exact = rounded == number
    return in_words(int(rounded)) if spell else digits(rounded, 0 if exact else decimals), exact


# ---- days

MONTHS = tuple(month_name)[1:]
_SEASONS = {  # a winter begins in the December of its year (ISO 8601-2)
    "21": "the spring of {}",
    "22": "the summer of {}",
    "23": "the autumn of {}",
    "24": "the winter of {} to {}",
    "40": "the first half of {}",
    "41": "the second half of {}",
}
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?]?)")
_MARKS = {"~": "about ", "?": "perhaps ", "": ""}


def day(edtf: str) -> str:
    """An EDTF date in words; a form that has none stays as it is.

    >>> day("1961-11-08"), day("../1961-11-10"), day("1960-01/1960-06")
    ('8 November 1961', 'until 10 November 1961', 'January to June 1960')
    """
    if edtf.startswith("[") and ".." in edtf:
        return "some day from " + day(edtf.strip("[]").replace("..", "/"))
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point_of_time(edtf)
    low, high = _point_of_time(first), _point_of_time(last)
    if first == "..":
        return f"until {high}"
    if last == "..":
        return f"from {low}"
    if first[-1:] == last[-1:] and last[-1:] in ("~", "?"):
        high = high.removeprefix(_MARKS[last[-1:]])
    if len(first) == len(last) > 4:  # what both share is said once: “11 to 20 November 1961”
        low = low.removesuffix(f" {last[:4]}")
        low = low.partition(" ")[0] if first[:7] == last[:7] and len(first) > 7 else low
    return f"{low} to {high}"


def ways_to_write(edtf: str) -> list[str]:
    """Every way to write the dates of an EDTF expression; both ends of an interval, no years of seasons.

    >>> ways_to_write("1961-11-10")
    ['1961', 'November 1961', '10 November', '10 November 1961']
    """
    ways = []
    for year, month, day_of_month, _ in _POINT.findall(edtf):
        ways.append(year)
        if "01" <= month <= "12":
            ways.append(day(f"{year}-{month}"))
        if day_of_month:
            whole = day(f"{year}-{month}-{day_of_month}")
            ways += [whole.removesuffix(f" {year}"), whole]
    return ways


def _point_of_time(edtf: str) -> str:
    match = _POINT.fullmatch(edtf)
    if not match:
        return edtf
    year, month, day_of_month, mark = match.groups()
    if month in _SEASONS:
        return _MARKS[mark] + _SEASONS[month].format(year, int(year) + 1)
    words = f"{MONTHS[int(month) - 1]} {year}" if month else year
    return _MARKS[mark] + (f"{int(day_of_month)} {words}" if day_of_month else words)
