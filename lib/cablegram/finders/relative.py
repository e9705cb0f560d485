"""Readers of what counts from the anchor: last year, three days ago, Friday next; and of what recurs."""

from ..edtf import Stretch
from .anchor import UNKNOWN, moved
from .calendar import DIRECTION, stretch_of
from .dateforms import COUNTS, NOW, VAGUE, WEEKDAYS, Place, compiled, day_numbers, reads
from .periods import fiscal_year, piece

_WHICH = r"(?:(?:this (?=past|coming))?(?P<which>last|past|this|next|coming))"
_ADVERB = r"(?=[.,;:\)]| (?:in|on|at|to|from|by|and|or|for|with|since|the)\b|\s*$)"
_article_before = compiled(r"\bthe \Z")
_stretching_before = compiled(r"\b(?:over|during|in|for|within|throughout) the \Z")
_war_after = compiled(r" (?:of|in which)\b")


@reads(
    r"(?:(?:this (?=past|coming))?(?P<which>last|past|this|current|present|next|coming|previous|preceding|following"
    r"|same)) (?:calendar )?(?P<unit>day|week|month|quarter|year|decade|century)\b(?!-)",
    "relative",
)
def which_unit(place: Place) -> Stretch | None:
    """Last year, this month; “the last year of the war” is no date, “the past year” ends with the anchor."""
    which, unit = place["which"], place["unit"]
    if which in ("last", "next") and place.precedes(_war_after):
        return None
    if which == "next" and place.follows(_article_before):
        return place.anchor.span(-1, unit) if unit == "decade" else UNKNOWN
    if which == "past" or (which == "last" and place.follows(_stretching_before)):
        return UNKNOWN if unit in ("quarter", "century") else place.anchor.span(1, unit)
    # what is counted from a time told of (the previous, the same day) has no value
    return place.anchor.unit(unit, DIRECTION[which]) if which in DIRECTION else UNKNOWN


@reads(r"(?P<unit>week|month|year) (?:before (?P<which>last)|after (?P<which>next))\b", "relative")
def unit_further(place: Place) -> Stretch:
    """The year before last, the week after next."""
    return place.anchor.unit(place["unit"], 2 * DIRECTION[place["which"]])


@reads(rf"{_WHICH} (?P<month>{{MONTH}})(?: (?P<days>{{DAYS}}))?(?! [0-9])", "relative")
def which_month(place: Place) -> Stretch:
    """Last May: the latest that is over; this May: the anchor's year; next May: the first to come."""
    anchor, step = place.anchor, DIRECTION[place["which"]]
    if not anchor:
        return UNKNOWN
    here = (*anchor.point, 0)[1]
    further = not here or (place.month >= here if step < 0 else place.month <= here)
    days = [(day,) for day in day_numbers(place["days"])] or [()]
    return (
        stretch_of([(anchor.year + step * further, place.month, *day) for day in days], place["days"])
        or UNKNOWN
    )


@reads(rf"{_WHICH} (?P<season>{{SEASON}})\b(?! of\b)", "relative")
def which_season(place: Place) -> Stretch:
    return place.anchor.season(place["season"], DIRECTION[place["which"]])


@reads(r"(?P<which>last|past|this|current|present|next|coming) fiscal year\b(?! [0-9])", "relative")
def which_fiscal_year(place: Place) -> Stretch:
    """The current fiscal year, the one the anchor's month falls in."""
    if len(place.anchor.point) < 2:
        return UNKNOWN
    now = place.anchor.year + (place.anchor.middle > fiscal_year(place.anchor.year).last)
    return fiscal_year(now + DIRECTION[place["which"]])


_OF_UNIT = (
    r"\b(?:(?:end|beginning|start|middle|close|half|quarter|part|third|days?|weeks?|months?|course) (?:of|in)"
    r" (?:the|that)|(?:early|late|earlier|later) in (?:the|that)|mid-?)(?: |(?<=-))\Z"
)
_of_unit_before, _that_before = compiled(_OF_UNIT), compiled(r"\bthat \Z")


@reads(r"(?P<unit>week|month|quarter|year|decade|century)\b(?!-| (?:before|after|of|ago)\b)", "relative")
def mentioned_unit(place: Place) -> Stretch | None:
    """The year of “the end of the year”, “mid-month”; alone it is no date."""
    if not place.follows(_of_unit_before):
        return None
    return UNKNOWN if place.follows(_that_before) else place.anchor.unit(place["unit"], 0)


@reads(r"(?P<unit>year|month)(?:-|'s )end\b(?! (?:of )?{YEAR})", "relative")
def unit_end(place: Place) -> Stretch:
    """At year-end, the month's end."""
    return piece(place.anchor.unit(place["unit"], 0), -1, 3) or UNKNOWN


_beside = compiled(r",? ?\(?")
_PAPER = r"(?! (?:Evening )?(?:Post|Times|Telegraph|Express|Herald|Review|News|Mirror|Observer)\b)"


@reads(
    rf"(?:{_WHICH} )?(?P<weekday>{{WEEKDAY}}){_PAPER}(?! ?\(?(?:{{MONTH}} [0-9]|[0-9]{{1,2}} {{MONTH}}))"
    rf"(?: (?:(?P<which>last|next){_ADVERB}|of (?P<week>last|this|next) week\b|(?:morning|afternoon|evening|night)\b))?",
    "relative",
)
def weekday(place: Place) -> Stretch | None:
    """Last Monday, Friday next, Monday night, Friday of last week."""
    number, last = WEEKDAYS[place["weekday"][:3]], place.previous
    dated = last and last.kind != "relative" and len(last.stretch.low or ()) == 3
    if dated and _beside.fullmatch(place.text, last.end, place.start):
        return None  # 3 May (Monday)
    if "week" in place:
        week = place.anchor.unit("week", DIRECTION[place["week"]])
        return week and moved(week.first, number)
    step = DIRECTION[place["which"]] if "which" in place else int(place.looks_ahead())
    return place.anchor.weekday(number, step)


_over_before = compiled(r"\b(?:over|during) the \Z")


@reads(rf"((?:{_WHICH} )?week-?end)\b(?! of\b)", "relative")
def weekend(place: Place) -> Stretch | None:
    """Last weekend, over the weekend: Saturday and Sunday; alone it is no date."""
    if "which" not in place and not place.follows(_over_before):
        return None
    past = DIRECTION[place["which"]] < 0 if "which" in place else not place.looks_ahead()
    saturday = place.anchor.weekday(5, -1 if past else 1)
    return saturday and Stretch(saturday.low, moved(saturday.first, 1).high)


_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}


@reads(
    r"((?P<further>day) (?:before|after) (?P<word>yesterday|tomorrow)|(?P<word>this) very day"
    r"|(?!(?<=[a-z]\s)(?-i:Today))(?P<word>to-?day|to-?night|yesterday|to-?morrow)(?: (?:morning|noon|afternoon|evening|night))?"
    r"|(?P<word>this) (?:morning|noon|afternoon|evening)|(?P<word>last) (?:night|evening))\b",
    "relative",
)
def day_word(place: Place) -> Stretch:
    """Yesterday, this morning, last night, the day before yesterday; not the newspaper USA Today."""
    return place.anchor.day(_DAYS[place["word"].replace("-", "")] * (1 + ("further" in place)))


# ---- so many units

_UNITS = r"(?P<unit>days?|weeks?|months?|years?|decades?|centur(?:y|ies)|fortnights?)"
_AMOUNT = (
    r"(?P<count>{COUNT}|half an?)(?: (?P<half>and a half)|(?P<join> ?- ?| (?:or|to) )(?P<most>{COUNT}))?"
)


def _amount(place: Place) -> tuple[int, str]:
    """The count and the unit, a fortnight being two weeks and half a year six months."""
    unit = place["unit"].replace("ies", "y").rstrip("s")
    if place["count"].startswith("half"):
        return 6, "month"
    if "half" in place and unit == "year":
        return 12 * _number(place["count"]) + 6, "month"
    return (2 * _number(place["count"]), "week") if unit == "fortnight" else (_number(place["count"]), unit)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else COUNTS[words]


@reads(
    rf"((?:(?:{_AMOUNT}|(?:a )?(?:few|couple of)|several|some|many) )?{_UNITS}(?: (?P<half>and a half))?"
    rf" (?P<way>ago|hence|from now|earlier|later|since(?=[.;:\)]|,| (?:to|at|in|from|by|and|with)\b|\s*$)))\b",
    "relative",
)
def ago(place: Place) -> Stretch:
    """Three days ago, two years from now; “two weeks earlier” counts from a time the caller does not give."""
    step = {"ago": 1, "since": 1, "hence": -1, "from now": -1}.get(place["way"])
    if not step or "count" not in place:
        return UNKNOWN
    count, unit = _amount(place)
    near = place.anchor.back(step * count, unit)
    far = place.anchor.back(step * _number(place["most"]), unit) if near and "most" in place else near
    return (far and stretch_of(sorted({near.low, far.low}), place["join"] or "or")) or UNKNOWN


_past = r"\b(?:was|were|had|did|been|[a-z]{2,}ed|came|went|took|made|built|fell|rose|left|met|lost|won|saw|gave|got)\b"
_past_before = compiled(rf"{_past}[^.!?;\n]*\Z|\b(?:times?|once|twice|[a-z]+est|only) \Z")
_past_after = compiled(rf"[^.!?;\n]{{0,60}}{_past}")


@reads(rf"(?P<way>in|within) {_AMOUNT} {_UNITS}(?:' time)?\b(?! of\b)", "relative")
def in_so_long(place: Place) -> Stretch | None:
    """In three days, within two years: ahead of an anchor; of what is past it is a duration and no date."""
    past = place.follows(_past_before) or place.precedes(_past_after)
    if not place.anchor or "most" in place or (past and not place.looks_ahead()):
        return None
    count, unit = _amount(place)
    return place.anchor.back(-count, unit) if place["way"] == "in" else place.anchor.span(-count, unit)


@reads(
    r"(?P<which>last|past|next|coming|following|previous|preceding)"
    rf" (?:{_AMOUNT}|few|several|couple of) {_UNITS}\b(?! of (?!this|that))",
    "relative",
)
def lately(place: Place) -> Stretch:
    """The past two months, the next three years: from the anchor back, or on from it."""
    step = DIRECTION.get(place["which"])
    if not step or "count" not in place or "most" in place:
        return UNKNOWN
    count, unit = _amount(place)
    return place.anchor.span(-step * count, unit)


# ---- vague and recurring

_up_before = compiled(r"\bup \Z")


@reads(r"(?:last|past|next|coming) (?:day|week|month|year) or (?:two|so)\b", "relative")
@reads(
    r"(?:recent|previous|preceding|past|last|coming) (?:days|weeks|months|years|decades|times)\b(?! of\b)",
    "relative",
)
@reads(
    rf"({VAGUE}|{NOW})(?:\b|(?=[1-9][0-9]?\b))(?!-| (?:as|levels?|rates?|prices?)\b| and (?:then|again)\b)",
    "relative",
)
def vague(place: Place) -> Stretch | None:
    """Recently, at present, the past years: found, and given no value."""
    return None if place.follows(_up_before) else UNKNOWN


@reads(
    r"(?:every|each) (?:(?:other|few|{COUNT}) )?(?:{WEEKDAY}|{MONTH}(?: {DAY})?|{SEASON}"
    r"|days?|nights?|mornings?|evenings?|weeks?|months?|quarters?|years?)\b",
    "recurring",
)
@reads(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b", "recurring")
@reads(rf"(?:annually|yearly|monthly|weekly|daily){_ADVERB}", "recurring")
def recurring(place: Place) -> Stretch:
    """Every day, on Sundays, annually: EDTF has no form for what comes again."""
    return UNKNOWN
