"""Readers of years and longer times (1957-61, the fifties, a season), and the parts of a stretch."""

import re
from calendar import monthrange
from datetime import date, timedelta

from ..edtf import Point, Stretch
from .anchor import season as season_of
from .calendar import counted_after, document_before
from .dateforms import COUNTS, DECADES, ROMAN, Place, compiled, reads
from .numerals import ORDINALS, either

_sign_before = compiled(
    r"(?:\b(?:in|since|during|post|pre|years?|throughout|early|late|mid|end|half|quarter|circa|ca?\."
    r"|compar(?:ed|ison) (?:to|with)|at (?:least|latest)|as (?:early|late) as)[\s-]+(?:the year )?"
    r"|[(\[]|(?:date|year)\w*['\"]? ?[:=] ?['\"]?)\Z"
)
_weak_sign_before = compiled(
    r"\b(?:of|by|until|till|before|after|from|for|through|against|between|about|around|than|with|prior to|up to"
    r"|beginning|including|to the|vs\.)[\s-]+(?:all of )?\Z"
)
_amount_before = compiled(
    r"(?<!percent\s)(?<!per\scent\s)(?<!%\s)\b(?:total|sum|strength|force|cost|price|maximum|minimum|average"
    r"|increase|decrease|rate|number|more|less) (?:of|by|than|to) \Z"
)
_goes_on = compiled(r" ?(?:-|,|and|or|to|through|/|, and) ?")
_in_before = re.compile(r"\bIn\s\Z")
_between_before = compiled(r"\bbetween \Z")
_files_before = compiled(r"\bfiles? \Z")
# What stands before and after a number of four digits that is a year without a word of time.
_STANDS = (
    # the 1957 level, Kim’s 1984 visit
    (
        r"(?:\b(?:the|a|its|their|our|this|his|her|my|your)|'s) \Z",
        r"(?:'s)?\s(?!(?:of|to|and|or|from)\b)[a-z(]",
    ),
    # 1957 was hard; the cell of a table
    (
        r"(?:\A|[\n\t|]\s?|[.!?;] )\Z",
        r" (?:was|saw|is|will|has|had|brought|marked)\b|[^\S\n\t]?(?:[\n\t|]|\Z)",
    ),
    # a line “Pyongyang 1957”; “Pyongyang, 1957.”; “(treaty of Kang-hua, 1876)”
    (r"(?:\A|\n)(?-i:[A-Z][a-z]+) \Z", r"[^\S\n]?(?:\n|\Z)"),
    (r"(?-i:[A-Z])[a-z]+, \Z", r"[).;,]|\s?(?:\n|\Z)"),
    (r"(?-i:[a-z]{2}), \Z", r"\)"),
)
_stands = [(compiled(before), compiled(after)) for before, after in _STANDS]


def _stands_alone(place: Place) -> bool:
    return any(place.follows(before) and place.precedes(after) for before, after in _stands)


@reads(r"(?P<year>{YEAR}){YEAR_END}")
def year(place: Place) -> Stretch | None:
    """A bare number of four digits, where the words round it make it a year."""
    number, last = place.year, place.previous
    counted = place.precedes(counted_after) and not place.follows(_in_before)
    if not 1700 <= number < 2100 or counted or place.follows(document_before):
        return None
    goes_on = last and last.kind in ("absolute", "period") and place.start - last.end < 12
    if goes_on and _goes_on.fullmatch(place.text, last.end, place.start):
        return Stretch.at(number)  # 1956, 1957 and 1958
    if place.follows(_sign_before) or (1800 <= number < 2030 and _stands_alone(place)):
        return Stretch.at(number)
    # “until 1900” is as often a time of day, “of 2000” an amount.
    round_number = number % 100 == 0 and not (place.anchor and abs(place.anchor.year - number) <= 30)
    sure = place.follows(_weak_sign_before) and not round_number and not place.follows(_amount_before)
    return Stretch.at(number) if sure else None


@reads(
    r"(?P<first>{YEAR})(?P<join> ?[-/] ?| (?:to|through|and) )"
    r"(?P<second>{YEAR}|(?<=[-/])[0-9]{2}|(?<=[-/])[0-9](?![0-9])){YEAR_END}(?!-[0-9])"
)
def years(place: Place) -> Stretch | None:
    """1959-1961, 1957-61, 1960/61, between 1958 and 1960; 1961-2 where a word or a cell says so; 1961-11."""
    first, second, join = int(place["first"]), place["second"], place["join"]
    last = first - first % 10 ** len(second) + int(second)
    if len(second) == 1 and not (last == first + 1 and (place.follows(_sign_before) or _stands_alone(place))):
        return None
    if len(second) == 2 and first >= last and 1 <= int(second) <= 12 and join == "-":
        return Stretch.at(first, int(second))
    if not 1700 <= first < last < 2100 or place.precedes(counted_after):
        return None
    if place.follows(document_before) and not place.follows(_files_before):
        return None
    return None if join == "and" and not place.follows(_between_before) else Stretch((first,), (last,))


_short_before = compiled(r"\b(?:in|of|since|by|until|for|from|early|late|to|and) \Z")
_decade_before = compiled(r"\b(?:the|early|mid|late)(?: |-)\Z")


@reads(r"(?P<year>'[3-9][0-9])(?![0-9a-z])")
def short_year(place: Place) -> Stretch | None:
    """’57, after a word of time."""
    return Stretch.at(place.year) if place.follows(_short_before) else None


@reads(r"(?P<year>(?:1[5-9]|20)[0-9]0|'?[2-9]0)[':]?s\b(?!-[a-z])")
@reads(r"((?:(?P<nineteen>nineteen)(?: |-))?(?P<name>{DECADE}))\b")
@reads(rf"(?P<century>[0-9]{{2}}(?:st|nd|rd|th)|{either(ORDINALS)})(?: |-)century\b")
def decade(place: Place) -> Stretch | None:
    """The 1950s, the ’50s, the fifties; the 1800s are a century, as the 19th."""
    if "century" in place:
        first = 100 * (ORDINALS.get(place["century"]) or int(place["century"][:2])) - 100
        return _unknown_years(first, "XX") if 900 <= first <= 2000 else None
    if "name" in place:
        named = "nineteen" in place or place.follows(_decade_before)
        tens = DECADES[place["name"]]
        return (
            _unknown_years(1900 + tens if "nineteen" in place else place.anchor.nearest_century(tens), "X")
            if named
            else None
        )
    return _unknown_years(place.year, "XX" if place.year % 100 == 0 and place.year < 2000 else "X")


def _unknown_years(first: int, mark: str) -> Stretch:
    return Stretch((first,), (first + 10 ** len(mark) - 1,), marks=(mark, mark))


_season_before = compiled(
    r"\b(?:in|of|by|since|until|during|before|after|early|late|mid|this|through|than|from|for|over|throughout"
    r"|towards?)[\s-](?:the )?\Z"
)
_season_after = compiled(
    r" of (?:this|last|next|that|the (?:same|current)) year\b|(?: (?:and|or|to) (?:the )?(?:early |late )?| ?[-/] ?)"
    r"(?:{SEASON})\b"
)


@reads(
    r"(?P<season>{SEASON})\b"
    r"(?:,? (?:of )?(?P<year>{YEAR}|'[0-9]{2}(?![0-9]))(?:[-/](?:{YEAR}|[0-9]{2}))?\b)?(?!(?<=fall) of\b)"
)
def season(place: Place) -> Stretch | None:
    """Spring 1962, the winter of 1960-61; a bare season only beside a word that makes it a time."""
    stretch = season_of(place["season"])
    if "year" in place:
        return stretch.in_year(place.year)
    return stretch if place.follows(_season_before) or place.precedes(_season_after) else None


@reads(
    r"(?P<nth>(?:first|second|third|fourth|1st|2n?d|3r?d|4th|I{1,3}|IV) quarter|Q[1-4])\b"
    r"(?:{YEAR_TAIL}| (?P<year>{YEAR}))?(?! of\b| century| hour| mile|[0-9a-z])"
)
def quarter(place: Place) -> Stretch:
    """The second quarter, Q2 1961; of a year still to be found where none is named."""
    nth = place["nth"].split()[0]
    number = ROMAN.get(nth.upper()) or ORDINALS.get(nth) or int(re.sub("[^0-9]", "", nth))
    stretch = Stretch((0, 3 * number - 2), (0, 3 * number), floating=True)
    return stretch.in_year(place.year) if place.year else stretch


@reads(
    r"(?P<fiscal>FY|fiscal(?: years?)?)(?: |-)?(?:(?:{YEAR}|[0-9]{2})[-/](?=[0-9]{2}))?(?P<year>{YEAR}|'?[0-9]{2})(?![0-9])"
)
@reads(r"(CY|calendar(?: year)?)(?: |-)?(?P<year>{YEAR}|'?[0-9]{2})(?![0-9])")
def numbered_year(place: Place) -> Stretch:
    """FY 1962, CY 62."""
    return fiscal_year(place.year) if "fiscal" in place else Stretch.at(place.year)


def fiscal_year(number: int) -> Stretch:
    """The fiscal year of the United States that bears the number of the year it ends in."""
    start = 7 if number <= 1976 else 10
    return Stretch((number - 1, start), (number, start - 1))


# ---- parts of a stretch

_FIRST, _LAST = (
    "early beginning start opening former",
    "late later latter closing end close final concluding last",
)
_NTH = {word: number for word, number in ORDINALS.items() if number <= 31}
_NTH |= {"1st": 1, "2nd": 2, "2d": 2, "3rd": 3, "3d": 3, "4th": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_NTH |= {"mid": 2, "middle": 2} | dict.fromkeys(_FIRST.split(), 1) | dict.fromkeys(_LAST.split(), -1)
_PIECES = {
    "half": 2,
    "halves": 2,
    "fortnight": 2,
    "semester": 2,
    "part": 3,
    "third": 3,
    "trimester": 3,
    "quarter": 4,
}
_OF = r" \[?(?:of|in) (?:the )?(?:month of )?"
# What may stand directly before a date and means a part of it, or the week it belongs to.
_part_before = compiled(
    r"(?<!-)\b(?:(?:(?P<outset>early|mid)[\s-]{0,2}(?:to|or|and)[\s-]{1,2})?(?P<third1>early|mid|late|end)"
    r"(?: ?- ?| (?:in (?:the )?|the )?)|(?P<third3>year(?:-|'s )end) (?:of )?"
    rf"|(?:the )?(?:very )?(?P<third2>beginning|start|middle|end|close)(?! in\b){_OF}"
    rf"|(?:the )?(?P<nth1>{either(_NTH)})(?: |-)(?P<piece>{either(_PIECES)})(?:{_OF}| )"
    rf"|(?:the )?(?P<nth2>{either(_NTH)}) (?:(?P<count>{either(set(COUNTS) - {'a', 'an'})}|[0-9]+)(?: |-)|few )?"
    rf"(?P<unit1>days?|weeks?|months?|quarters?|years?)(?: period)?{_OF}"
    r"|(?:the )?(?P<nth3>first|second|third|fourth) (?P<unit2>week) "
    r"|(?:the )?week (?P<week>of|beginning|starting|ending|ended) (?:the )?)\Z"
)


def part_before(text: str, low: int, start: int) -> re.Match | None:
    """The words of a part that end where a date starts, not before `low`."""
    return _part_before.search(text, max(low, start - 60), start)


def part_of(stretch: Stretch, match: re.Match) -> Stretch | None:
    """What those words leave of a stretch; None where it has no such part."""
    parts = {name.rstrip("123"): part.lower() for name, part in match.groupdict().items() if part}
    if "week" in parts:
        return _week(stretch, -6 if parts["week"].startswith("end") else 6)
    if "third" in parts:
        low, high = (
            piece(stretch, _NTH.get(word, -1), 3)
            for word in (parts.get("outset", parts["third"]), parts["third"])
        )
        return low and high and Stretch(low.low, high.high, stretch.floating)  # mid- to late May
    nth = _NTH[parts["nth"]]
    if "piece" in parts:
        halves = parts["piece"] == "part" and nth > 1  # the second part
        return piece(stretch, nth, 2 if halves else _PIECES[parts["piece"]])
    return _run(stretch, nth, parts.get("count"), parts["unit"])


def _week(stretch: Stretch, days: int) -> Stretch:
    """The seven days that begin or end with a day; a longer stretch is itself."""
    if stretch.low != stretch.high or len(stretch.low or ()) != 3:
        return stretch
    year, month, day = stretch.low
    base = 0 if year > 1 else 2000
    other = date(year + base, month, day) + timedelta(days)
    low, high = sorted((stretch.low, (other.year - base, other.month, other.day)))
    return Stretch(low, high, stretch.floating)


def piece(stretch: Stretch, nth: int, count: int) -> Stretch | None:
    """The nth of so many equal pieces, the last for -1."""
    nth = count if nth == -1 else nth
    if nth > count or stretch.listed:
        return None
    if _is_month(stretch):
        cuts = {2: (0, 15, None), 3: (0, 10, 20, None)}.get(count)
        return cuts and _between(_days(stretch)[cuts[nth - 1] : cuts[nth]], stretch)
    in_months = len(stretch.low or ()) == 2 or stretch.low == stretch.high
    points = _months(stretch) if in_months else _years(stretch)
    if not points or (len(points) % count and in_months):
        return stretch if len(stretch.low or ()) == 3 else None
    cuts = [-(-len(points) * cut // count) for cut in range(count + 1)]
    return _between(points[cuts[nth - 1] : cuts[nth]], stretch)


def _run(stretch: Stretch, nth: int, count: str | None, unit: str) -> Stretch | None:
    """The first ten days, the last week, the second week, the first three months, the first days."""
    number = int(count) if count and count.isdigit() else COUNTS.get(count, 1)
    kind, months = unit.rstrip("s"), _months(stretch)
    if count is None and (unit.endswith("s") or kind == "day"):
        if kind in ("day", "week") and not _is_month(stretch) and months:
            months = months[:1] if nth == 1 else months[-1:]
            return _between(months, stretch) if nth in (1, -1) else None  # the last days of 1960
        return piece(stretch, nth, 3) if nth in (1, -1) else None
    if number == 10 and kind == "day" and nth in (1, 2, 3):
        return piece(stretch, nth, 3)  # the third ten days go on to the end of the month
    points = _days(stretch) if kind in ("day", "week") else _years(stretch) if kind == "year" else months
    size = number * {"week": 7, "quarter": 3}.get(kind, 1)
    chosen = points[-size:] if nth == -1 else points[(nth - 1) * size : nth * size]
    return _between(chosen, stretch) if len(chosen) == size else None


def _between(points: list[Point], stretch: Stretch) -> Stretch | None:
    return Stretch(points[0], points[-1], stretch.floating) if points else None


def _is_month(stretch: Stretch) -> bool:
    return stretch.low == stretch.high and len(stretch.low or ()) == 2


def _days(stretch: Stretch) -> list[Point]:
    """The days of the first and the last month of a stretch, in order."""
    months = _months(stretch)
    return [
        (year, month, day)
        for year, month in dict.fromkeys(months[:1] + months[-1:])
        for day in range(1, monthrange(year if year > 1 else 2000, month)[1] + 1)
    ]


def _months(stretch: Stretch) -> list[Point]:
    """The months of a stretch of months or of at most six years."""
    if not stretch.low or not stretch.high or len(stretch.low) > 2 or stretch.high[0] - stretch.low[0] > 5:
        return []
    first = stretch.low[0] * 12 + (*stretch.low, 1)[1] - 1
    last = stretch.high[0] * 12 + (*stretch.high, 12)[1] - 1
    return [(month // 12, month % 12 + 1) for month in range(first, last + 1)]


def _years(stretch: Stretch) -> list[Point]:
    if not stretch.low or not stretch.high or len(stretch.low) != 1:
        return []
    return [(year,) for year in range(stretch.low[0], stretch.high[0] + 1)]
