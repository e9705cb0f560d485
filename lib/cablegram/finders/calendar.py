"""Readers of days and months: 3 and 9 May 1961, 8.XI.61, November, the 10th of this month, on the 5th."""

import re
from datetime import date

from ..edtf import Point, Stretch, is_real
from .anchor import UNKNOWN
from .dateforms import DAY_ORDINALS, HOLIDAYS, MONTHS, ROMAN, Place, first_words, reads

# What makes a number that of a telegram, a page, a resolution.
DOCUMENT = (
    r"\b(?:(?:telegrams?|embtels?|deptels?|contels?|circular|airgram|despatch|dispatch|numbers?|pages?|pp?\."
    r"|paragraphs?|resolutions?|documents?|files?|order|decree|law|room|box|copy|tosec|secto|todel|article"
    r"|report|memorandum|note|lot|fond|list|opis|delo|papka) ?(?:nos?\. ?|number )?|(?:nos?\.|n[º°]) ?)"
)


def stretch_of(points: list[Point], joined: str = "", floating: bool = False) -> Stretch | None:
    """One stretch for the points of a list: from the first to the last, or a set, as they are joined."""
    if not points or not all(map(is_real, points)):
        return None
    if len(points) == 1 or re.search(r"[-/]|\b(?:to|through|thru|until|till)\b", joined):
        return Stretch(points[0], points[-1], floating) if points[0] <= points[-1] else None
    return Stretch(min(points), max(points), floating, tuple(points), bool(re.search(r"\bor\b", joined)))


# ---- a day, a month and a year, in any order

_DAY_FIRST = (
    r"(?:(?P<days>{DAYS}|{ORDINAL_WORD})|(?P<days>[0-3][0-9])[0-9]{4}(?:Z| ?GMT)?)"
    r"(?:{MONTH_GAP}(?:day )?(?:of )?|-)"
    r"(?:(?P<month>{SHORT_MONTH})(?:{MONTH_GAP}|-)(?P<year>'?[0-9]{2}|(?<=-){YEAR})"
    r"(?![0-9]|[:.,][0-9]| {MONTH})"
    r"|(?P<month>{MONTH}) (?P<year>[3-9][0-9])(?=[.,;:\)\]]?(?:\s*\n|$))"  # 6 November 57, where a line ends
    r"|(?P<month>{MONTH}){YEAR_TAIL}?|\[(?P<month>{MONTH})(?: (?P<year>{YEAR}))?\])"
)
_MONTH_FIRST = (
    r"(?P<month>{MONTH}){MONTH_GAP}(?:the )?(?P<days>{DAYS}|{ORDINAL_WORD})(?![0-9]| ?{MONTH})"
    r"(?:{YEAR_TAIL}|/(?P<year>[3-9][0-9])(?![0-9/]))?"
)
_YEAR_FIRST = r"(?P<year>{YEAR}) (?P<month>{MONTH})(?: (?P<days>{DAYS}))?(?![0-9a-z])"
_PAPER_BEFORE = r"(?<![0-9])[0-9]{1,3}[-/.]|(?:\bno\.|n[º°])[^\S\n]?"


@reads(
    r"(?={WEEKDAY}|{MONTH_STARTS}|{ORDINAL_STARTS}|[0-9\[\"])",
    rf"(?:(?:{{WEEKDAY}},? (?:the )?)?(?:{_DAY_FIRST}|{_MONTH_FIRST})|{_YEAR_FIRST})",
)
@reads(f"(?={first_words(HOLIDAYS)})", r"(?P<holiday>{HOLIDAY})\b{YEAR_TAIL}?")
def days_of_month(place: Place) -> Stretch | None:
    """3 and 9 May, the 8th of November, Nov. 30-31, 1956, 1972 April 4, 081530Z NOV 61, May Day."""
    days, year = place["days"], place.year
    if days in DAY_ORDINALS and place.follows(r"\b(?:first|second|last|final) "):
        return None  # the last third of May
    if year is None and place.follows(r"\b(?:in|during) ") and place.precedes("{COUNTED}"):
        return None  # in May 20 people
    if place.text[place.start].isdigit() and place.follows(_PAPER_BEFORE):
        return None  # GM 62-10 November 1962, copy Nº 5
    if "holiday" in place:
        return Stretch.at(year or 0, *HOLIDAYS[place["holiday"]], floating=year is None)
    numbers, month = place.days, (year or 0, place.month)
    era = year or place.anchor.year  # so far was the Julian calendar behind, as long as some dated by it
    if "/" in days and 1582 <= era < 1924 and numbers[-1] - numbers[0] == era // 100 - era // 400 - 2:
        numbers = numbers[-1:]  # 11/23 June 1899
    points = [(*month, number) for number in numbers]
    real = points if points and all(map(is_real, points)) else [month]  # 31 June 1961
    return stretch_of(real, days, floating=year is None)


_TIME_BEFORE = r"\b(?:{TIME}|last|next|and|or|past|as|end|week|compared with)[\s-]+|[-/(]\s?|[0-9], "
_TIME_AFTER = (
    r"(?:,| (?:and|or|to|through)) (?:early |late |mid-)?{MONTH}| ?[-/] ?{MONTH}"
    r"| of (?:this|last|next|that|the same)\b| (?:last|next)[.,;]"
    r"| (?:plen(?:um|ary)|session|meeting|conference|event|coup|election|talk|decision)s?\b"
)
_NO_MONTH_BEFORE = r"\b(?:great|red|black|long|mr\.|mrs\.|miss|general|theresa|ernest) "


@reads("(?={MONTH_STARTS})", r"(?P<month>{MONTH}){YEAR_TAIL}?")
def month(place: Place) -> Stretch | None:
    """November 1961, November; May and March ask for a sign that they are dates, short forms for a stop."""
    if "year" in place:
        return Stretch.at(place.year, place.month)
    name = re.sub("[^A-Za-z.]", "", place.parts["month"])
    spelled, named = name.title() in MONTHS, place.precedes(r"\x20(?-i:[A-Z][a-z])")  # April Glaspie
    if place.follows(_TIME_BEFORE):
        meant = spelled or name.endswith(".") or (name.title() != "Mar" and not named)
    else:
        sure = spelled and not name.islower() and name.title() not in ("May", "March")
        meant = sure and (not named or place.follows(r"\b(?:the|this|that|our|their|its|an?) "))
    if place.follows(_NO_MONTH_BEFORE) or place.precedes(r" (?:revolution|socialist|uprising)\b"):
        return None
    return Stretch.at(0, place.month, floating=True) if meant or place.precedes(_TIME_AFTER) else None


# ---- days in numbers


@reads(
    "(?=[0-9])",
    r"(?P<one>{YEAR}|(?:{SMALL}\.?-)?{SMALL})(?:(?P<dot>/)(?P<two>{ROMAN_MONTH}|{SMALL})/"
    r"|(?P<dot>-)(?P<two>{SMALL})-|(?P<dot>\.) ?(?P<two>{ROMAN_MONTH}|{SMALL})\. ?| (?P<two>{ROMAN_MONTH}) )"
    r"(?P<year>{YEAR}|[0-9]{1,2})(?![0-9]|[-./][0-9]+(?![0-9]*[./:]))",
)
def numbered_day(place: Place) -> Stretch | None:
    """1961-11-08, 1961. III. 15, 8.XI.61, 10-11.11.1961; 3/8/61 as this document has it, or one of two."""
    one, two, three, dot = (place[name] for name in ("one", "two", "year", "dot"))
    roman = ROMAN.get(two.upper())
    if len(one) == 4 and one.isdigit():
        return stretch_of([(int(one), roman or int(two), int(three))]) if len(three) < 3 else None
    near = place.anchor and abs(place.year - place.anchor.year) <= 15
    unsure = dot == "-" or (dot != "/" and int(three) < 30 and not near)
    if len(three) == 1 or (len(three) == 2 and unsure):
        return None
    days, month_first = [int(day) for day in re.findall("[0-9]+", one)], place.month_first.get(dot)
    if roman or len(days) > 1:
        return stretch_of([(place.year, roman or int(two), day) for day in days], one)
    orders = {False: (place.year, int(two), days[0]), True: (place.year, days[0], int(two))}
    real = sorted({point for point in orders.values() if is_real(point)})
    return stretch_of([orders[month_first]] if len(real) == 2 and month_first is not None else real, "or")


@reads(
    "(?=[0-9])",
    r"(?P<day>{SMALL})(?:[./]| (?={ROMAN_MONTH}(?:\)|\s*\n)))(?P<two>{ROMAN_MONTH})(?![0-9a-z/.]| of\b)",
)
@reads("(?=[0-9])", r"(?P<one>{SMALL})/(?P<year>{YEAR}|3[2-9]|[4-9][0-9])(?![0-9a-z%°]|[./][0-9a-z]|,[0-9])")
def two_numbers(place: Place) -> Stretch | None:
    """28/VII; 6/62 in the title of a file."""
    if "day" in place:
        point = (0, ROMAN[place["two"].upper()], int(place["day"]))
        return None if place.follows(DOCUMENT) else stretch_of([point], floating=True)
    titled = place.follows(r"[,(;]\s?|[0-9]/[0-9]{2}-")
    return stretch_of([(place.year, int(place["one"]))]) if titled else None


# ---- days whose month is not named

# Which one, counted from the anchor.
DIRECTION = {"last": -1, "past": -1, "ult": -1, "this": 0, "the": 0, "current": 0, "present": 0, "inst": 0}
DIRECTION |= {"next": 1, "coming": 1, "prox": 1}
_ORDINAL_DAYS = r"{ORDINAL_NUMBER}(?:(?: (?:and|&|or|to|through|until|till) (?:the )?|-){ORDINAL_NUMBER})?"
_INSTANT = r"(?P<which>inst|ult|prox)(?:ant\b|imo\b|o?\b\.?)"
_OF_MONTH = r"\[?of (?:the (?=[cps]))?(?P<which>this|last|next|current|present|same|the|that) month\b\]?"
_DATE_BEFORE = (
    r"\b(?:on|by|until|till|since|from|before|after|between) (?:the )?"
    r"|\b(?:letter|telegram|cable|note|d[ei]spatch|message|report|memorandum|conversation|reply|answer|yours"
    r"|mine|morning|afternoon|evening|night) (?:of|dated) (?:the )?|[0-9],? of the |day, the |[ap]\. ?m\.,? "
)
_far = re.compile(r"[.!?;](?:\s|\Z)|\n|.{200}", re.DOTALL)


@reads(
    r"(?=[0-9\[\"]|{ORDINAL_STARTS}|{WEEKDAY})",
    rf"(?:(?:{{WEEKDAY}},? (?:the )?)?(?P<days>{_ORDINAL_DAYS}|{{ORDINAL_WORD}}) (?:{_OF_MONTH}|{_INSTANT})"
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
    "(?=[0-9])",
    rf"(?P<days>{_ORDINAL_DAYS})(?!,? (?:and |or )?{{ORDINAL_NUMBER}})(?=[.,;:\)\]]|\s*$| [\(\[]"
    r"| (?:at|to|I|he|she|we|they|it|the|that|in|by|a|for|was|were|when|which|and|or)\b)",
    "partial",
)
@reads(r"(?P<weekday>{WEEKDAY})", r",? (?:the )?(?P<days>{ORDINAL_NUMBER})", "partial")
def bare_days(place: Place) -> Stretch | None:
    """On the 5th, your letter of the 5th, Tuesday the 16th: in the month told, else the last that fits.

    Or the next, where the sentence looks ahead.
    """
    named, days, anchor = "weekday" in place, place.days, place.anchor
    if max(days) > 31 or not min(days) or not (named or place.follows(_DATE_BEFORE)):
        return None
    last = place.previous
    if last and last.kind != "relative" and not (named or _far.search(place.text, last.end, place.start)):
        told = anchor.place(last.stretch) if last.stretch.floating and anchor else last.stretch
        points = [(*(told.low or ())[:2], day) for day in days]
        real = len(points[0]) == 3 and all(map(is_real, points))
        if real and points[0] >= told.low and (not anchor or points[-1] <= anchor.point):
            return stretch_of(points, place["days"], told.floating)
    step = 1 if place.looks_ahead() else -1
    for months in range(0, 12 * step if len(anchor.point) == 3 else 0, step):
        points = [(*anchor.unit("month", months).low, day) for day in days]
        fits = all(map(is_real, points)) and (points[-1] > anchor.point) == (step > 0)
        if fits and (not named or date(*points[-1]).weekday() == place.weekday):
            return stretch_of(points, place["days"]) or UNKNOWN
    return UNKNOWN
