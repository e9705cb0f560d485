"""Readers of days and months: 3 and 9 May 1961, 8.XI.61, November, the 10th of this month, on the 5th."""

import re
from datetime import date

from ..edtf import Point, Stretch, is_real
from .anchor import UNKNOWN
from .dateforms import Place, reads
from .vocabulary import DAY_ORDINALS, HOLIDAYS, MONTHS, ROMAN

# What makes a number that of a telegram, a page, a resolution.
DOCUMENT = (
    r"\b((({STRONG}|number|file)s?|order|decree|law|report|memorandum|note) ?(nos?\. ?|number )?"
    r"|{DOTTED}s?\. ?|n[º°] ?)"
)


def stretch_of(points: list[Point], joined: str = "", floating: bool = False) -> Stretch | None:
    """One stretch for the points of a list: from the first to the last, or a set, as they are joined."""
    if not points or not all(map(is_real, points)):
        return None
    if len(points) == 1 or re.search(r"[-/]|\b(to|through|thru|until|till)\b", joined):
        return Stretch(points[0], points[-1], floating) if points[0] <= points[-1] else None
    return Stretch(min(points), max(points), floating, tuple(points), bool(re.search(r"\bor\b", joined)))


def days_behind(year: int) -> int:
    """How far the Julian calendar was behind the Gregorian, 0 once nobody dated by both."""
    return year // 100 - year // 400 - 2 if 1582 <= year < 1924 else 0


# ---- a day, a month and a year, in any order


@reads(
    "(({WEEKDAY}|{SHORT_WEEKDAY}),? (the )?)?("
    # the later of 24 January (6 February) 1911, by two calendars
    r"({DAY} {MONTH} \((?P<days>{DAY}) (?P<month>{MONTH})|{MONTH} {DAY} \((?P<month>{MONTH}) (?P<days>{DAY}))"
    r"\),? (?P<year>1[5-9][0-9]{2})"
    # the day first
    r"|(?P<days>{NUMBER})[.-](?P<month>{MONTH})[.-](?P<year>{YEAR}|[0-9]{2})(?![0-9])"
    r"|((?P<days>{DAYS}|{ORDINAL_WORD})|(?P<days>[0-3][0-9])[0-9]{4}(Z| ?GMT)?)({MONTH_GAP}(day )?(of )?|-)"
    r"((?P<month>{SHORT_MONTH})({MONTH_GAP}|-)(?P<year>'?[0-9]{2}|(?<=-){YEAR})(?![0-9]|[:.,][0-9]| {MONTH})"
    r"|(?P<month>{MONTH}) (?P<year>[3-9][0-9])(?=[.,;:\)\]]?(\s*\n|$))"  # 6 November 57, where a line ends
    r"|(?P<month>{MONTH}){YEAR_TAIL}?|\[(?P<month>{MONTH})( (?P<year>{YEAR}))?\])"
    # the month first
    r"|(?P<month>{MONTH}){MONTH_GAP}(the )?(?P<days>{DAYS}|{ORDINAL_WORD})(?![0-9]| ?{MONTH})"
    r"({YEAR_TAIL}|/(?P<year>[3-9][0-9])(?![0-9/]))?)"
    r"|(?P<year>{YEAR})\]? (?P<month>{MONTH})( (?P<days>{DAYS}))?(?![0-9a-z])"
    # a day, and the number of a footnote: January 33
    r"|(?P<month>{MONTH}) (?!({YEAR}|3[01]|[12]?[0-9])(?![0-9]))(?P<days>3[01]|[12][0-9]|[1-9])"
    r"(?=[1-9][0-9]?(?![0-9]|[,.][0-9]))|(?P<holiday>{HOLIDAY})\b{YEAR_TAIL}?"
)
def days_of_month(place: Place) -> Stretch | None:
    """3 and 9 May, the 8th of November, Nov. 30-31, 1956, 1972 April 4, 081530Z NOV 61, May Day."""
    days, year = place["days"], place.year
    paper = r"(?<![0-9])[0-9]{1,3}[-/.]|(\bno\.|n[º°])[^\S\n]?"
    if (
        (days in DAY_ORDINALS and place.follows(r"\b(first|second|last|final) "))  # the last third of May
        or (place.text[place.start].isdigit() and place.follows(paper))  # GM 62-10 November 1962, copy Nº 5
        or (place.text.startswith(str(year), place.start) and place.follows(DOCUMENT))  # telegram 1955 May 6
        or (not year and place.follows(r"\b(in|during) ") and place.precedes("{COUNTED}"))  # in May 20 men
    ):
        return None
    if "holiday" in place:
        return Stretch.at(year or 0, *HOLIDAYS[place["holiday"]], floating=year is None)
    numbers, month = place.days, (year or 0, place.month)
    if "/" in days and numbers[-1] - numbers[0] == days_behind(year or (*place.anchor.point, 0)[0]):
        numbers = numbers[-1:]  # 11/23 June 1899
    points = [(*month, number) for number in numbers]
    real = points and all(map(is_real, points))  # else the month: 31 June 1961
    return stretch_of(points if real else [month], days, floating=year is None)


@reads(r"(?P<month>{MONTH})({YEAR_TAIL}|-(?P<year>'[0-9]{2}(?![0-9])))?")
@reads(r"(?P<month>{MONTH}){MONTH_GAP}(?P<year>(?P<short>3[2-9]|[4-9][0-9]))(?![0-9%]|[:.,][0-9])")
@reads("(?P<month>{MONTH})")
def month(place: Place) -> Stretch | None:
    """November 1961, November; May and March ask for a sign that they are dates, short forms for a stop.

    Dec. 61 is a month where the year is near the anchor; else the 61 is a day and the number of a footnote.
    """
    if "year" in place:
        far = "short" in place and not (place.anchor and abs(place.year - place.anchor.year) <= 15)
        counted = place.year < 1800 and place.precedes("{COUNTED}")  # in May 1500 people
        return None if far or counted else Stretch.at(place.year, place.month)
    name = re.sub("[^A-Za-z.]", "", place.parts["month"])
    spelled, named = name.title() in MONTHS, place.precedes(r"\x20(?-i:[A-Z][a-z])")  # April Glaspie
    if place.follows(
        r"\b({TIME}|last|next|and|or|past|coming|previous|beyond|as|least|end|week|compared (to|with))[\s-]+"
        r"|[-/(]\s?|[0-9], "
    ):
        meant = spelled or name.endswith(".") or (name.title() != "Mar" and not named)
    else:
        sure = spelled and not name.islower() and name.title() not in ("May", "March")
        meant = sure and (not named or place.follows(r"\b(the|this|that|our|their|its|an?) "))
    person = place.follows(r"\b(great|red|black|long|mr\.|mrs\.|miss|general|theresa|ernest) ")
    if person or place.precedes(r" (revolution|socialist|uprising)\b"):
        return None
    meant = meant or place.precedes(
        r"(,| (and|or|to|through)) (early |late |mid-)?{MONTH}| ?[-/] ?{MONTH}"
        r"| of (this|last|next|that|the same)\b| (last|next)[.,;]"
        r"| (plenums?|plenary|sessions?|meetings?|conferences?|events?|coup|elections?|talks|decisions?)\b"
    )
    return Stretch.at(0, place.month, floating=True) if meant else None


# ---- days in numbers


_MIDDLE = (
    r"((?P<sign>/)(?P<two>{ROMAN_MONTH}|{NUMBER})/|(?P<sign>-)(?P<two>{NUMBER})-"
    r"|(?P<sign>\.) ?(?P<two>{ROMAN_MONTH}|{NUMBER})\. ?| (?P<two>{ROMAN_MONTH}) )"
)


@reads(
    rf"((?P<days>({{NUMBER}}\.?-)?{{NUMBER}}){_MIDDLE}(?P<year>{{YEAR}}|(?<!-)[0-9]{{2}})"
    rf"|(?P<year>{{YEAR}}){_MIDDLE}(?P<days>[0-9]{{1,2}}))(?![0-9]|[-./][0-9]+(?![0-9]*[./:]))"
)
def numbered_day(place: Place) -> Stretch | None:
    """1961-11-08, 1961. III. 15, 8.XI.61, 10-11.11.1961; 3/8/61 as this document has it, or one of two."""
    year_first = place.text[place.start : place.start + 4].isdigit()
    near = place.anchor and abs(place.year - place.anchor.year) <= 15
    if place["sign"] == "." and len(place["year"]) == 2 and int(place["year"]) < 30 and not near:
        return None  # version 17.12.17
    roman = ROMAN.get(place["two"].upper())
    if roman or year_first or len(place.days) > 1:
        return stretch_of(
            [(place.year, roman or int(place["two"]), day) for day in place.days], place["days"]
        )
    return _in_order(place.year, *place.days, int(place["two"]), place.month_first[place["sign"]])


def _in_order(year: int, one: int, two: int, month_first: bool | None) -> Stretch | None:
    """The day and month of two numbers; one of two days, where both are and the order is not known."""
    orders = {False: (year, two, one), True: (year, one, two)}
    real = sorted({point for point in orders.values() if is_real(point)})
    known = len(real) == 2 and month_first is not None
    return stretch_of([orders[month_first]] if known else real, "or", floating=not year)


@reads(
    r"(?P<one>{NUMBER})((?P<dot>[./])| (?={ROMAN_MONTH}(\)|\s*\n)))"
    r"(?P<two>{ROMAN_MONTH}|(?P<year>{YEAR}|[0-9]{1,2}))"
    r"(?![0-9a-z/%°]|[./][0-9a-z]|,[0-9]| ?(%|per cent|[a-z]*illion|thousand|hundred)| (of|an?)\b)",
)
def two_numbers(place: Place) -> Stretch | None:
    """28/VII; 31/8 after a word of time, 7/9 and 27.10 only after “on”; 6/62 in the title of a file."""
    one, two, dot = int(place["one"]), place["two"].upper(), place["dot"]
    if two in ROMAN:
        return None if place.follows(DOCUMENT) else stretch_of([(0, ROMAN[two], one)], floating=True)
    if int(two) > (12 if dot == "." else 31):
        titled = dot == "/" and place.follows(r"[,(;]\s?|[0-9]/[0-9]{2}-")
        return stretch_of([(place.year, one)]) if titled else None
    signs = r"on|dated|\w+day,?" + "|and|{TIME}" * (one > 12 and dot == "/")
    return _in_order(0, one, int(two), place.month_first[dot]) if place.follows(rf"\b({signs}) ") else None


# ---- days whose month is not named

# Which one, counted from the anchor.
DIRECTION = dict.fromkeys(("last", "past", "ultimo", "ulto", "ult"), -1)
DIRECTION |= dict.fromkeys(("this", "the", "current", "present", "instant", "inst"), 0)
DIRECTION |= dict.fromkeys(("next", "coming", "proximo", "prox"), 1)
_ORDINAL_DAYS = r"{ORDINAL_NUMBER}(( (and|&|or|to|through|until|till) (the )?|-){ORDINAL_NUMBER})?"
_INSTANT = r"((?P<which>instant|ultimo|proximo)\b|(?P<which>inst|ulto?|prox)\b\.?)"
_OF_MONTH = r"\[?of (the (?=[cps]))?(?P<which>this|last|next|current|present|same|the|that) month\b\]?"
_DATE_BEFORE = (
    r"\b(on|about|by|until|till|since|from|before|after|between) (the )?"
    r"|\b(letter|telegram|cable|note|dispatch|despatch|message|report|memorandum|instruction|communication"
    r"|conversation|reply|answer|favou?r|yours|mine|morning|afternoon|evening|night|date) "
    r"(of|dated) (the )?|[0-9],? of the |day, the |[ap]\. ?m\.,? "
)


@reads(
    rf"(({{WEEKDAY}},? (the )?)?(?P<days>{_ORDINAL_DAYS}|{{ORDINAL_WORD}}) ({_OF_MONTH}|{_INSTANT})"
    rf"|(?P<days>{{DAY}}) {_INSTANT})",
    "relative",
)
def day_of_this_month(place: Place) -> Stretch:
    """The 10th of this month, from the 3rd to the 7th of next month, the 3d ultimo, 3 inst."""
    direction = DIRECTION.get(place["which"])
    whole = UNKNOWN if direction is None else place.anchor.unit("month", direction)  # the same month
    points = [(*whole.low, day) for day in place.days] if whole else []
    return stretch_of(points, place["days"]) or UNKNOWN


@reads(
    rf"(?P<days>{_ORDINAL_DAYS})(?=[.;:\)\]]|,(?! {{ORDINAL_NUMBER}})|\s*$| [\(\[]"  # not the 5th Army
    r"| (at|to|I|he|she|we|they|it|the|that|in|by|a|for|was|were|when|which)\b"
    r"| (and|or)\b(?! {ORDINAL_NUMBER}))",
    "partial",
)
@reads(r"(?P<weekday>{WEEKDAY}),? (the )?(?P<days>{ORDINAL_NUMBER})", "partial")
def bare_days(place: Place) -> Stretch | None:
    """On the 5th, your letter of the 5th, Tuesday the 16th: in the month told, else the last that fits.

    Or the next, where the sentence looks ahead.
    """
    named, days, anchor = "weekday" in place, place.days, place.anchor
    if max(days) > 31 or not min(days) or not (named or place.follows(_DATE_BEFORE)):
        return None
    last = place.previous
    sentence = place.text[last.end : place.start] if last and last.kind != "relative" and not named else "."
    if len(sentence) < 200 and not re.search(r"[.!?;](\s|\Z)|\n", sentence):
        told = anchor.place(last.stretch) if last.stretch.floating and anchor else last.stretch
        points = [(*(told.low or ())[:2], day) for day in days]
        past = not anchor or points[-1] <= anchor.point
        if len(points[0]) == 3 and points[0] >= told.low and past and all(map(is_real, points)):
            return stretch_of(points, place["days"], told.floating)
    step = 1 if place.looks_ahead() else -1
    for months in range(12 if len(anchor.point) == 3 else 0):
        points = [(*anchor.unit("month", step * months).low, day) for day in days]
        fits = points[-1] > anchor.point if step > 0 else points[-1] <= anchor.point
        fits = fits and all(map(is_real, points))
        if fits and (not named or date(*points[-1]).weekday() == place.weekday):
            return stretch_of(points, place["days"]) or UNKNOWN
    return UNKNOWN
