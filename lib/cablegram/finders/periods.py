"""Readers of years and longer times (1957-61, the fifties, a season), and the parts of a stretch."""

import re
from calendar import monthrange
from datetime import date

from ..edtf import Point, Stretch, shifted
from .anchor import SEASONS, UNKNOWN, months, moved
from .calendar import DOCUMENT
from .dateforms import Place, reads
from .vocabulary import COUNTS, DAY_ORDINALS, DECADES, ORDINALS, either, named_parts, pattern

_SIGN_BEFORE = (
    r"\b(in|since|during|post|pre|years?|throughout|early|late|mid|end|half|quarter|Q[1-4]|circa|ca?\."
    r"|compar(ed|ison) (to|with)|it('s| is| was)|at (least|latest)|as (early|late) as)[\s-]+"
    r"(the year )?|[(\[]|(date|year)\w*['\"]? ?[:=] ?['\"]?"
)
_WEAK_SIGN_BEFORE = r"\b({TIME}|against|with|prior to|including|to the|vs\.)[\s-]+(all of )?"
_AMOUNT_BEFORE = (
    r"(?<!percent\s)(?<!per\scent\s)(?<!%\s)\b(total|sum|strength|force|cost|price|maximum|minimum|average"
    r"|increase|decrease|rate|number|more|less) (of|by|than|to) "
)
# What stands before and after a number of four digits that is a year without a word of time.
_STANDS = (
    # the 1957 level, Kim’s 1984 visit
    (r"(\b(the|a|its|their|our|this|his|her|my)|'s) ", r"('s)?\s(?!(of|to|and|or|from)\b)[a-z(]"),
    # 1957 was hard; the cell of a table
    (r"(\A|[\n\t|]\s?|[.!?;] )", r" (was|saw|is|will|has|had|brought)\b|[^\S\n\t]?([\n\t|]|\Z)"),
    # “Oldport 1957”, “Elections (General): 1967.”; “Oldport, 1957.”; “(the peace of Oldport, 1876)”
    (r"((?-i:\b[A-Z][a-z]+)|\):?) ", r"\.?[^\S\n]?(\n|\Z)|\. (?-i:[A-Z])"),
    (r"(?-i:[A-Z])[a-z]+, ", r"[).;,]|\s?(\n|\Z)"),
    (r"(?-i:[a-z]{2}), ", r"\)"),
)


def _stands_alone(place: Place) -> bool:
    return any(place.follows(before) and place.precedes(after) for before, after in _STANDS)


@reads(r"(?P<year>{YEAR}){YEAR_END}|(?P<short>'(?P<year>[3-9][0-9]))(?![0-9a-z])")
def year(place: Place) -> Stretch | None:
    """A bare number of four digits, or ’57, where the words round it make it a year."""
    number, last = place.year, place.previous
    counted = place.precedes("{COUNTED}") and not place.follows(r"(?-i:\bIn) ")
    if not 1700 <= number < 2100 or counted or place.follows(DOCUMENT):
        return None
    joint = pattern(" ?(-|,|and|or|to|through|/|, and) ?")  # 1956, 1957 and 1958
    goes_on = last and not last.kind and joint.fullmatch(place.text, last.end, place.start)
    # “until 1900” is as often a time of day, “of 2000” an amount
    near = number % 100 or (place.anchor and abs(place.anchor.year - number) <= 30)
    weak = near and place.follows(_WEAK_SIGN_BEFORE) and not place.follows(_AMOUNT_BEFORE)
    alone = 1800 <= number < 2030 and "short" not in place and _stands_alone(place)
    return Stretch.at(number) if goes_on or weak or alone or place.follows(_SIGN_BEFORE) else None


@reads(
    r"(?P<year>{YEAR})(?P<join> ?[-/] ?| (to|through|and) )(?P<near>(circa|ca?\.|about) ?)?(the )?"
    r"(?P<last>{YEAR}|(?<=[-/])[0-9]{2}|(?<=[-/])[0-9](?![0-9])){YEAR_END}(?P<tens>'?s\b)?(?!-[0-9])",
)
def years(place: Place) -> Stretch | None:
    """1959-1961, 1957-61, 1960/61, between 1958 and 1960; 1961-2 where a word or a cell says so; 1961-11."""
    first, digits, join = place.year, place["last"], place["join"]
    last = first - first % 10 ** len(digits) + int(digits)
    meant = _stands_alone(place) or place.follows(rf"{_SIGN_BEFORE}|{_WEAK_SIGN_BEFORE}")
    if len(digits) == 2 and first >= last and 1 <= int(digits) <= 12 and join == "-":
        return Stretch.at(first, int(digits))
    if (
        not 1700 <= first < last < 2100
        or (len(digits) == 1 and not (last == first + 1 and meant))
        or (place.follows(DOCUMENT) and not place.follows(r"\bfiles? "))
        or (join == "and" and not place.follows(r"\bbetween "))
        or place.precedes("{COUNTED}")
    ):
        return None
    mark = "X" if "tens" in place else ""
    return Stretch((first,), (last + 9 * len(mark),), marks=("", mark + "~" * ("near" in place)))


@reads(
    r"(?P<year>(1[5-9]|20)[0-9]0|'?[2-9]0)[':]?s\b(?!-[a-z])"
    r"|((?P<nineteen>nineteen)( |-))?(?P<tens>{DECADE})\b"
    rf"|(?P<century>[0-9]{{2}}(st|nd|rd|th)|{either(ORDINALS)})( |-)century\b"
)
def decade(place: Place) -> Stretch | None:
    """The 1950s, the ’50s, the fifties; the 1800s are a century, as the 19th."""
    first = place.year
    if "tens" in place:
        if "nineteen" not in place and not place.follows(r"\b(the|early|mid|late)( |-)"):
            return None
        tens = DECADES[place["tens"]]
        first = 1900 + tens if "nineteen" in place else place.anchor.nearest_century(tens)
    elif "century" in place:
        first = 100 * (ORDINALS.get(place["century"]) or int(place["century"][:2])) - 100
        if not 900 <= first <= 2000:
            return None
    mark = "XX" if "century" in place or (first % 100 == 0 and first < 2000) else "X"
    return Stretch((first,), (first + 10 ** len(mark) - 1,), marks=(mark, mark))


@reads(
    r"(?P<season>{SEASON})\b(,? (of )?(?P<year>{YEAR}|'[0-9]{2}(?![0-9]))([-/]({YEAR}|[0-9]{2}))?\b)?"
    r"(?!(?<=fall) of\b)"
    r"|(?P<nth>first|second|third|fourth|[1-4](st|[nr]?d|th)) quarter\b(?! of\b| century| hour| mile)"
)
def season(place: Place) -> Stretch | None:
    """Spring 1962, the winter of 1960-61, the second quarter; a bare season beside a word of time."""
    if "nth" in place:
        return months(3 * _NTH[place["nth"]] - 3, 3, floating=True)
    if "year" in place:
        return SEASONS[place["season"]].in_year(place.year)
    meant = place.follows(r"\b({TIME}|over|towards?)[\s-](the )?") or place.precedes(
        r" of (this|last|next|that|the (same|current)) year\b"
        r"|( (and|or|to) (the )?(early |late )?| ?[-/] ?)({SEASON})\b"
    )
    return SEASONS[place["season"]] if meant else None


@reads(
    "(?P<kind>FY|CY|fiscal|calendar)( years?)?( |-)?(({YEAR}|[0-9]{2})[-/](?=[0-9]{2}))?"
    "(?P<year>{YEAR}|'?[0-9]{2})(?![0-9])"
)
def numbered_year(place: Place) -> Stretch:
    """FY 1962, fiscal 1962-63, CY 62."""
    return fiscal_year(place.year) if place["kind"].startswith("f") else Stretch.at(place.year)


def fiscal_year(number: int) -> Stretch:
    """The fiscal year of the United States that bears the number of the year it ends in."""
    return months(12 * number - (6 if number <= 1976 else 3), 12)


# ---- parts of a stretch

_NTH = DAY_ORDINALS | {"1": 1, "2": 2, "3": 3, "4": 4, "mid": 2, "middle": 2}
_NTH |= {"1st": 1, "2nd": 2, "2d": 2, "3rd": 3, "3d": 3, "4th": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_NTH |= dict.fromkeys(("early", "beginning", "start", "opening", "former"), 1)
_NTH |= dict.fromkeys(("late", "later", "latter", "closing", "end", "close", "final", "last"), -1)
# Into how many pieces each divides a time; without a number “the first days” are the first third.
_PIECES = dict.fromkeys(("half", "halves", "fortnight"), 2) | {"third": 3, "part": 3, "quarter": 4, "q": 4}
_OF = r" \[?(of|in) (the )?(month of )?"
# What may stand directly before a date and means a part of it, or the week it belongs to.
part_before = pattern(
    r"(?<!-)\b(((?P<outset>early|mid)[\s-]{0,2}(to|or|and)[\s-]{1,2})?(?P<nth>early|mid|late)"
    r"( ?- ?| (in (the )?|the )?)|(?P<nth>end)( ?- ?| )|year(-|'s )(?P<nth>end) (of )?"
    rf"|(the )?(very )?(?P<nth>beginning|start|middle|end|close)(?! in\b){_OF}"
    rf"|(the )?((?P<nth>{either(_NTH)})( |-)(?P<unit>{either(_PIECES)})|(?P<unit>Q)(?P<nth>[1-4]))({_OF}| )"
    rf"|(the )?(?P<nth>{either(_NTH)}) ((?P<count>{either(set(COUNTS) - {'a', 'an'})}|[0-9]+)( |-)|few )?"
    rf"(?P<unit>days?|weeks?|months?|quarters?|years?)( period)?{_OF}"
    r"|(the )?(?P<nth>first|second|third|fourth) (?P<unit>week) "
    r"|(the )?week (?P<week>of|beginning|starting|ending|ended) (the )?)\Z"
)


def part_of(stretch: Stretch, match: re.Match) -> Stretch:
    """What those words leave of a stretch; unknown where it has no such part."""
    parts = named_parts(match, lower=True)
    if "week" in parts:  # the seven days that begin or end with a day; a longer stretch is itself
        if stretch.low != stretch.high or len(stretch.low) != 3:
            return stretch
        base = 0 if stretch.low[0] > 1 else 2000
        day = date(stretch.low[0] + base, *stretch.low[1:])
        other = moved(day, -6 if parts["week"].startswith("end") else 6)
        return _between(sorted((stretch.low, shifted(other, -base))), stretch)
    nth, unit, count = _NTH[parts["nth"]], parts.get("unit", "third"), parts.get("count")
    whole = _points(stretch, "month")
    if unit in ("days", "weeks") and not count and len(whole) > 1 and nth in (1, -1):
        return _between(whole[:1] if nth == 1 else whole[-1:], stretch)  # the last days of 1960
    ten_days = unit.startswith("day") and count in ("ten", "10") and nth > 0
    plural = unit in ("days", "weeks", "months", "quarters", "years")
    if ten_days or unit in _PIECES or (plural and not count):
        halves = unit == "part" and nth == 2  # the second part is a half
        last = piece(stretch, nth, 2 if halves else _PIECES.get(unit, 3))
        first = piece(stretch, _NTH[parts["outset"]], 3) if "outset" in parts else last  # mid- to late May
        return first and last and Stretch(first.low, last.high, stretch.floating)
    kind = unit.rstrip("s")
    points = _points(stretch, {"week": "day", "quarter": "month"}.get(kind, kind))
    size = int(COUNTS.get(count, count or 1)) * {"week": 7, "quarter": 3}.get(kind, 1)
    chosen = points[-size:] if nth == -1 else points[(nth - 1) * size : nth * size]
    return _between(chosen if len(chosen) == size else [], stretch)


def piece(stretch: Stretch, nth: int, count: int) -> Stretch:
    """The nth of so many equal pieces, the last for -1: of a month in days, of some years in months."""
    points = _points(stretch, "month") or _points(stretch, "year")
    if not points or stretch.listed:
        return stretch if len(stretch.low or ()) == 3 else UNKNOWN
    size = len(points)
    if size == 1 and len(points[0]) == 2:
        points, size = _points(stretch, "day"), 30
    nth = count if nth == -1 else nth
    if nth > count or (size % count and len(points[0]) == 2):
        return UNKNOWN
    cuts = [-(-size * cut // count) for cut in range(count)] + [len(points)]
    return _between(points[cuts[nth - 1] : cuts[nth]], stretch)


def _between(points: list[Point], stretch: Stretch) -> Stretch:
    return Stretch(points[0], points[-1], stretch.floating) if points else UNKNOWN


def _points(stretch: Stretch, unit: str) -> list[Point]:
    """The years of a stretch in order, the months of at most six years, the days of its ends."""
    low, high = stretch.low, stretch.high
    if not low or not high or len(low) > 2:
        return []
    years = range(low[0], high[0] + 1)
    if unit == "year":
        return [(year,) for year in years] if len(low) == 1 else []
    whole = [(year, month) for year in years[:6] for month in range(1, 13)]
    whole = [month for month in whole if low <= month and month[: len(high)] <= high] * (len(years) <= 6)
    if unit == "month":
        return whole
    return [
        (year, month, day)
        for year, month in dict.fromkeys(whole[:1] + whole[-1:])
        for day in range(1, monthrange(year if year > 1 else 2000, month)[1] + 1)
    ]
