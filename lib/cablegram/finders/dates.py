"""Every date expression of an English text, with its value in EDTF."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from ..edtf import Stretch, shifted, write
from . import Finds
from .anchor import Anchor, looks_ahead, read_anchor
from .calendar import days_behind, stretch_of
from .dateforms import FOLDED, FORMS, Found, Place
from .numerals import plain
from .periods import part_before, part_of
from .relative import NOW, VAGUE
from .vocabulary import before, named_parts, pattern


@dataclass(frozen=True)
class DateExpression:
    """`text[start:end]`, its value as EDTF (None where it is vague or cannot be resolved), and its kind.

    `absolute` names its year, `partial` lacks it, `relative` counts from the time of writing or speaking,
    `period` is a stretch or has an open end, `recurring` comes again. A partial or relative stretch is
    called partial or relative.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    kind: str


def find_dates(text: str, written: object = None, spoken: object = None, vague: bool = False) -> Finds:
    """Every date expression of the text in order, none overlapping another.

    Relative dates and dates without a year count from `spoken` if given, else from `written`: a date, a
    datetime, or an ISO string that may stop at the month or the year. Without either a date without a
    year keeps an unknown one (`XXXX-11-06`) and a relative one has no value. Vague words (recently, in due
    course) and recurring ones (every day) never have one; *now*, *soon*, *presently*, *at present* are given
    only with `vague`. What words such as “mid-” or “winter” cover is told in `finders.dateforms`.
    Raises `ValueError` where `written` or `spoken` is no date.

    >>> find_dates("the first half of last year", written="1961-12-02")[0].edtf
    '1960-01/1960-06'
    """
    folded, anchor = plain(text).translate(FOLDED), read_anchor(written, spoken)
    found, floor = Finds(), 0
    for date in _joined(folded, _scan(folded, anchor), anchor):
        if folded.startswith("that ", date.start):
            continue  # of “December of that year” it is a part, alone it points to what was told
        start, end, stretch, kind = _framed(folded, floor, _placed(folded, date, anchor))
        floor = end
        point = stretch and (stretch.low == stretch.high or (stretch.listed and len(stretch.low) == 3))
        expression, kind = text[start:end], kind or ("absolute" if point else "period")
        if vague or not pattern(NOW).fullmatch(expression):
            found.append(DateExpression(start, end, expression, write(stretch), kind))
    return found


# ---- the dates of the text, one after another


def _month_first(text: str) -> dict[str, bool | None]:
    """The order of 3/8/61 and of 3.8.61 in this document, as its own plain cases show.

    Without a plain case 3/8/61 has the order in which the document spells its dates.
    """
    shown = {"/": [], ".": []}
    for parts in _IN_NUMBERS.findall(text):
        one, sign, two = filter(None, parts)
        shown[sign].append((int(two) > 12 >= int(one)) - (int(one) > 12 >= int(two)))
    order = sum(shown["/"])
    if shown["/"] and not order:
        spelled = [pattern(r"\b{MONTH} [0-9]{1,2}(?![0-9])"), pattern("(?<![0-9])[0-9]{1,2} {MONTH}")]
        order = len(spelled[0].findall(text)) - len(spelled[1].findall(text))
    slashed = order > 0 if order else None
    return {"/": slashed, "-": slashed, ".": sum(shown["."]) > 0}


_IN_NUMBERS = re.compile(
    r"(?<![0-9./-])([0-3]?[0-9])([/.])([0-3]?[0-9])\2(?:[0-9]{4}|[0-9]{2})(?![0-9/]|\.[0-9])"
    r"|\b[Oo]n\s([0-3]?[0-9])(/)([0-3]?[0-9])\b"
)
# Where a date may begin; a count needs its unit.
START = pattern(
    r"(?<![A-Za-z0-9])(?<![0-9]\[)(?<!\[\[)([0-9'\"\[]|{MONTH_STARTS}|Mon|Tue|Wed|Thu|Fri|Sat|Sun|{SEASON}"
    rf"|{{DECADE}}|{{ORDINAL_STARTS}}|{{SMALL}}|{VAGUE}|{NOW}|{{FIRST}}\b"
    r"|(an?|half|few|several|some|many|fortnights?|in|within)( [a-z0-9-]{1,20}){0,5}"
    " (ago|hence|from|earlier|later|since|(day|week|month|year|decade|fortnight)s?|century|centuries))"
)


def _scan(text: str, anchor: Anchor) -> list[Found]:
    """Every date in order, with the part of it that is meant, and with the year that follows it."""
    found: list[Found] = []
    month_first, at = _month_first(text), 0
    while word := START.search(text, at):
        last = found[-1] if found else None
        at, date = word.start() + 1, None
        forms = [(match, *rest) for form, *rest in FORMS if (match := form.match(text, word.start()))]
        for match, reader, kind in sorted(forms, key=lambda form: -form[0].end()):  # the longest that is one
            place = Place(text, *match.span(), named_parts(match), anchor, month_first, last)
            if (stretch := reader(place)) is not None:
                at, date = match.end(), Found(*match.span(), stretch, kind or "partial" * stretch.floating)
                break
        if not date:
            continue
        # “mid-November”, “the end of 1961”, “the first ten days of July”
        part = part_before.search(text, max(last.end if last else 0, date.start - 60), date.start)
        if part and date.kind != "recurring":
            closing = "[" in part[0] and text.startswith("]", date.end)  # the 1st half [of 1960]
            stretch = date.stretch and part_of(date.stretch, part)
            date = Found(part.start(), date.end + closing, stretch, date.kind)
        low, high = date.stretch.low, date.stretch.high
        named = low == high and len(low) == 1 if date.stretch else text.endswith("year", date.start, date.end)
        gap = text[last.end : date.start] if last and last.stretch.floating and named else "-"
        if pattern(",? ((of|in) (the )?)?").fullmatch(gap):
            # “of the same year”, or no anchor: the year stays unknown, and no anchor may supply it
            stretch = last.stretch.in_year(low[0]) if date.stretch else last.stretch
            date = Found(found.pop().start, date.end, stretch, date.kind)
        found.append(date)
    return found


# ---- join: from July to August, July and August


def _joined(text: str, found: list[Found], anchor: Anchor) -> list[Found]:
    """Ranges and lists made one expression; the year of one member shared with the other."""
    joined: list[Found] = []
    for date in found:
        if joined and date.start - joined[-1].end <= 30:
            gap = text[joined[-1].end : date.start]
            first, second = _with_one_year(text, joined[-1], date)
            if whole := _as_one(text, gap, first, second, anchor):
                joined.pop()
                date = whole
            elif pattern(_LIST).fullmatch(gap):
                joined[-1], date = first, second
        joined.append(date)
    return joined


_LIST = r", ?|,? (and|or|and/or|&) ((on|in|of) (the )?)?"


def _as_one(text: str, gap: str, first: Found, last: Found, anchor: Anchor) -> Found | None:
    """Two neighbours as one expression, where what stands between makes them one."""
    one, two = first.stretch, last.stretch
    ranged = pattern(
        r"( ?[-/] ?|,? ((up )?to|through|thru|until|till) )(the )?(?P<near>(about|circa|ca?\.) )?(the )?"
    ).fullmatch(gap)
    present = len(gap) < 3 and pattern(",? (up|to|until|till) ").match(text, first.end)
    if present and one.low and not one.floating:
        point = anchor.point if one.low <= anchor.point else None  # from 1958 to the present
        return Found(first.start, last.end, Stretch(one.low, point), "")
    if not (one.closed and two.closed) or one.floating != two.floating or (one.listed and ranged):
        return None
    kinds = {first.kind, last.kind}
    kind = "relative" if "relative" in kinds else "partial" * (kinds == {"partial"})
    months = len(one.low) == len(two.high) == 2
    adjacent = months and not one.listed and two.first - one.last == timedelta(1)
    adjacent = adjacent or before(text, first.start, r"\bbetween (the )?", 14)
    if ranged or (adjacent and pattern(" and (the )?").fullmatch(gap)):
        year = one.low[0] or (*anchor.point, 0)[0]
        if "/" in gap and (two.first - one.first).days == days_behind(year) > 0:
            return last._replace(start=first.start)  # 27 January/9 February 1904
        near = two.near() if ranged and ranged["near"] else two
        over = one.floating and one.low > two.high  # 20 December to 3 January
        marks = (one.marks[0], near.marks[1])
        stretch = Stretch(one.low, shifted(two.high, int(over)), one.floating, marks=marks)
        return Found(first.start, last.end, stretch, kind) if one.low <= stretch.high else None
    single = months and two.low == two.high and (one.listed or one.low == one.high)
    single = single and one.low[0] == two.low[0]
    points = [*(one.listed or (one.low,)), two.low]
    few = len(points) <= 12  # longer lists would take the square of their length
    if single and few and last.kind != "relative" and pattern(_LIST).fullmatch(gap):
        return Found(first.start, last.end, stretch_of(points, gap, one.floating), kind)
    return None


def _with_one_year(text: str, first: Found, last: Found) -> tuple[Found, Found]:
    """“3 May and 10 June 1961”, “30 November 1960 to 2 February”: the year said once holds for both."""
    one, two = first.stretch, last.stretch
    known = two.high if one.floating else one.low
    of_year = last.kind != "relative" or (one.floating and text.endswith("year", last.start, last.end))
    alone = first.kind == "relative" or not of_year or one.floating == two.floating
    if alone or not (one.closed and two.closed) or len(known) < 2:
        return first, last
    if one.floating:
        stretch = one.in_year(two.low[0] - (one.low[1:] > two.low[1:] and len(two.low) > 1))
        return first._replace(stretch=stretch, kind=last.kind.replace("partial", "")), last
    stretch = two.in_year(one.high[0] + (two.low[1:] < one.high[1:] and len(one.high) > 1))
    return first, last._replace(stretch=stretch, kind="")


# ---- place: the year of a date without one; frame: what stands before a date and belongs to it

# “the 1st of March next”, “in May last”
_TOLD_AFTER = r" (?P<which>next|last)(?=[.,;:)]| (I|and|he|at|by|from|in|of|on|the|to|we|when)\b|\s*$)"
# not the 16 October conversation, the May plenum, the 1957 level
_WITHOUT_ARTICLE = "{MONTH}|{WEEKDAY}|{HOLIDAY}|Q[1-4]|FY|CY|[0-9']+(?![0-9']|s\\b|st\\b|[nr]?d\\b|th\\b)"


def _placed(text: str, date: Found, anchor: Anchor) -> Found:
    """A date with its article, and without a year in the year that fits the anchor."""
    article = before(text, date.start, r"\b(the|these) ", 8)
    if article and not pattern(_WITHOUT_ARTICLE).match(text, date.start):
        date = date._replace(start=article.start())
    if not anchor or not date.stretch.floating or date.kind == "relative":
        return date
    if told := pattern(_TOLD_AFTER).match(text, date.end):
        direction = 1 if told["which"].lower() == "next" else -1
        return Found(date.start, told.end(), anchor.place(date.stretch, direction), "relative")
    ahead = looks_ahead(text, date.start, date.end)
    return date._replace(stretch=anchor.place(date.stretch, int(ahead)))


_FRAME = (
    r"(\b((?P<since>(ever )?since|as from|not? earlier than|(on or )?after)|(?P<over>more than|over)"
    r"|(?P<nearly>nearly|almost|some|roughly|just)|(?P<about>(on or )?about)|(?P<from>from)"
    r"|(?P<until>(up )?until|till|up to( and including)?|(?<!all\s)through|by|not? later than|prior to"
    r"|(on or )?before)|(?P<between>between)|(?P<circa>around|approximately|circa)) "
    r"|(?P<circa>\b(?-i:ca?)\. ?))"
)


def _framed(text: str, floor: int, date: Found) -> Found:
    """“since 1958”, “until the end of May”, “between 3 and 9 May”, “about 1950”, “over a year ago”."""
    match, stretch = before(text, date.start, _FRAME, 26), date.stretch
    if not match or not stretch:
        return date
    word, start, words = match.lastgroup.rstrip("0123456789"), match.start(), text[date.start : date.end]
    ago = words.lower().endswith("ago")
    topic = date.kind == "relative" and not re.search("[0-9]", words)
    near = word == "circa" or (word == "about" and not topic)  # he spoke about last week
    if not stretch.floating and stretch != stretch.near() and (near or (ago and word in ("about", "nearly"))):
        return _framed(text, floor, date._replace(start=start, stretch=stretch.near()))
    onward = pattern(r" (on(wards?)?|forward)\b(?! the\b)").match(text, date.end)
    if word == "from" and not stretch.floating and onward:
        return Found(start, onward.end(), Stretch(stretch.low, None), date.kind)
    if word in ("from", "between"):
        ranged = stretch.low != stretch.high and re.search(r"-|\b(?:to|until|till|through|and)\b", words)
        if ranged or (word == "between" and stretch.listed):
            return date._replace(start=start, stretch=replace(stretch, listed=(), one_of=False))
    # “the telegram from 3 May”; “two days before 3 May”, “not until 1960”, “before last year’s harvest”
    bounds = word in ("since", "until") or (word == "over" and ago)
    measured = r"\b((day|week|month|year|hour)s?|not|shortly|just|immediately|soon|long|even) "
    loose = text.startswith("'s", date.end) or before(text, start, measured, 14, floor)
    if loose or not bounds or stretch.floating or not stretch.closed:
        return date
    ends = (stretch.low, None) if word == "since" else (None, stretch.high)
    near = "~" * stretch.marks[0].endswith("~")
    return date._replace(start=start, stretch=Stretch(*ends, marks=(near, near)))
