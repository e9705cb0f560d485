"""Every date expression of an English text, with its value in EDTF."""

import html
import re
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from ..edtf import Stretch, write
from .anchor import Anchor, looks_ahead, read_anchor
from .calendar import days_behind, stretch_of
from .dateforms import FORMS, Found, Place, compiled, folded, named_parts
from .periods import part_before, part_of
from .relative import NOW


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


class DateExpressions(list):
    """A list of dates that a notebook shows as a table."""

    def _repr_html_(self) -> str:
        heads = "".join(f'<th scope="col">{name}</th>' for name in DateExpression.__match_args__)
        rows = (
            "".join(f"<td>{html.escape(str(value))}</td>" for value in vars(each).values()) for each in self
        )
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"


def find_dates(
    text: str, written: object = None, spoken: object = None, vague: bool = False
) -> list[DateExpression]:
    """Every date expression of the text in order, none overlapping another.

    Relative dates and dates without a year count from `spoken` if given, else from `written`: a date, a
    datetime, or an ISO string that may stop at the month or the year. Without either a date without a
    year keeps an unknown one (`XXXX-11-06`) and a relative one has no value. Vague words (recently, in due
    course) and recurring ones (every day) never have one; *now*, *soon*, *presently* and *at present* are given
    only with `vague`. What words such as “mid-” or “winter” cover is told in `finders.dateforms`.
    Raises `ValueError` where `written` or `spoken` is no date.

    >>> find_dates("the first half of last year", written="1961-12-02")[0].edtf
    '1960-01/1960-06'
    """
    plain, anchor = folded(text), read_anchor(written, spoken)
    found, end = DateExpressions(), 0
    for date in _joined(plain, _parts(plain, _of_years(plain, _scan(plain, anchor))), anchor):
        if plain.startswith("that ", date.start):
            continue  # of “December of that year” it is a part, alone it points to what was told
        date = _framed(plain, end, _placed(plain, end, date, anchor))
        end = date.end
        words = text[date.start : date.end]
        if vague or not _now.fullmatch(words):
            found.append(DateExpression(date.start, date.end, words, write(date.stretch), date.kind))
    return found


# ---- the dates that stand by themselves

_now = compiled(f"(?:{NOW})")
_in_numbers = re.compile(
    r"(?<![0-9./-])([0-3]?[0-9])([/.])([0-3]?[0-9])\2(?:[0-9]{4}|[0-9]{2})(?![0-9/]|\.[0-9])"
)
_without_year = re.compile(r"\b[Oo]n\s[0-3]?[0-9]/[0-3]?[0-9]\b")
_month_then_day = compiled(r"\b{MONTH} [0-9]{1,2}(?![0-9])")
_day_then_month = compiled(r"(?<![0-9])[0-9]{1,2} {MONTH}")


def _month_first(text: str) -> dict[str, bool | None]:
    """The order of 3/8/61 and of 3.8.61 in this document, as its own plain cases show.

    Without a plain case 3/8/61 has the order in which the document spells its dates.
    """
    shown = {"/": 0, ".": 0}
    numbers = _in_numbers.findall(text)
    for one, sign, two in numbers:
        shown[sign] += (int(two) > 12 >= int(one)) - (int(one) > 12 >= int(two))
    if not shown["/"] and (any(sign == "/" for _, sign, _ in numbers) or _without_year.search(text)):
        shown["/"] = len(_month_then_day.findall(text)) - len(_day_then_month.findall(text))
    slashed = shown["/"] > 0 if shown["/"] else None
    return {"/": slashed, "-": slashed, ".": shown["."] > 0}


_word = re.compile(r"(?<![A-Za-z0-9])(?<![0-9]\[)(?<!\[\[)(?:[A-Za-z]+.?|[0-9'\"\[])")


@lru_cache(10_000)
def _forms_at(word: str) -> list[tuple]:
    """The forms that begin with a word, which has the character behind it."""
    return [form for first, *form in FORMS if first.match(word)]


def _scan(text: str, anchor: Anchor) -> list[Found]:
    """Every date that stands by itself, in order; of several forms that fit at a place the longest."""
    found: list[Found] = []
    month_first, at = _month_first(text), 0
    while word := _word.search(text, at):
        start, best, previous = word.start(), None, found[-1] if found else None
        for pattern, reader, kind in _forms_at(word[0]):
            match = pattern.match(text, start)
            if match and (not best or match.end() > best.end):
                place = Place(text, start, match.end(), named_parts(match), anchor, month_first, previous)
                if (stretch := reader(place)) is not None:
                    best = Found(start, match.end(), stretch, kind or _kind_of(stretch))
        if best:
            found.append(best)
        at = best.end if best else start + 1
    return found


def _kind_of(stretch: Stretch) -> str:
    if stretch.floating:
        return "partial"
    return "absolute" if stretch.low == stretch.high or stretch.listed else "period"


# ---- join: May of last year, the end of October, from July to August, July and August

_of_year = compiled(r",? (?:(?:of|in) (?:the )?)?")
_range = compiled(
    r"(?: ?[-/] ?|,? (?:(?:up )?to|through|thru|until|till) )(?:the )?(?P<near>(?:about|circa|ca?\.) )?(?:the )?"
)
_list = compiled(r", ?|,? (?:and|or|and/or|&) (?:(?:on|in|of) (?:the )?)?")
_and = compiled(r" and (?:the )?")
_space = compiled(",? ")
_between_before = compiled(r"\bbetween (?:the )?\Z")
_until_present = compiled("(?:up|to|until|till) ")


def _of_years(text: str, found: list[Found]) -> list[Found]:
    """“May of last year”: a date takes the year that follows."""
    kept: list[Found] = []
    for date in found:
        last = kept[-1] if kept else None
        one_year = len(date.stretch.low or ()) == 1 and date.stretch.low == date.stretch.high
        named = one_year or (not date.stretch and text.endswith("year", date.start, date.end))
        if last and last.stretch.floating and named and _of_year.fullmatch(text, last.end, date.start):
            # “of the same year”, or no anchor: the year stays unknown, and no anchor may supply it
            stretch = last.stretch.in_year(date.stretch.low[0]) if date.stretch else last.stretch
            kept[-1] = Found(
                last.start, date.end, stretch, "absolute" if date.kind == "absolute" else "relative"
            )
        else:
            kept.append(date)
    return kept


def _parts(text: str, found: list[Found]) -> list[Found]:
    """“mid-November”, “the end of 1961”, “the first ten days of July”."""
    whole: list[Found] = []
    for date in found:
        match = date.kind != "recurring" and part_before(text, whole[-1].end if whole else 0, date.start)
        if match:
            closing = "[" in match[0] and text.startswith("]", date.end)  # the 1st half [of 1960]
            stretch = date.stretch and part_of(date.stretch, match)
            date = Found(match.start(), date.end + closing, stretch, _wider_kind(date))
        whole.append(date)
    return whole


def _wider_kind(date: Found) -> str:
    return "period" if date.kind == "absolute" else date.kind


def _joined(text: str, found: list[Found], anchor: Anchor) -> list[Found]:
    """Ranges and lists made one expression; the year of one member shared with the other."""
    joined: list[Found] = []
    for date in found:
        if joined and date.start - joined[-1].end <= 30:
            last = joined.pop()
            gap = text[last.end : date.start]
            first, second = _with_one_year(text, last, date)
            if whole := _as_one(text, gap, first, second, anchor):
                date = whole
            elif _list.fullmatch(gap):
                date = second
                joined.append(first)
            else:
                joined.append(last)
        joined.append(date)
    return joined


def _as_one(text: str, gap: str, first: Found, last: Found, anchor: Anchor) -> Found | None:
    """Two neighbours as one expression, where what stands between makes them one."""
    one, two, ranged = first.stretch, last.stretch, _range.fullmatch(gap)
    if one and not two and not one.floating:
        present = _space.fullmatch(gap) and _until_present.match(text, last.start, last.end)
        point = anchor.point if one.low and one.low <= anchor.point else None
        return Found(first.start, last.end, Stretch(one.low, point), "period") if present else None
    if not one.low or not two.high or one.floating != two.floating or (one.listed and ranged):
        return None
    kinds = {first.kind, last.kind}
    kind = "relative" if "relative" in kinds else "partial" if kinds == {"partial"} else "period"
    months = len(one.low) == len(two.high) == 2
    next_day = months and not one.listed and two.first - one.last == timedelta(1)
    if ranged or (_and.fullmatch(gap) and (next_day or _between_before.search(text, 0, first.start))):
        days_apart = (two.first - one.first).days if one.low[0] else 0
        if "/" in gap and days_apart and days_apart == days_behind(one.low[0]):
            return last._replace(start=first.start)  # 28 January/9 February 1904
        marks = (
            one.marks[0],
            two.near().marks[1] if ranged and "near" in named_parts(ranged) else two.marks[1],
        )
        stretch = Stretch(one.low, two.high, one.floating, marks=marks)
        return Found(first.start, last.end, stretch, kind) if one.low <= two.high else None
    points = [*(one.listed or (one.low,)), two.low]
    listed = _list.fullmatch(gap) and months and two.low == two.high and (one.listed or one.low == one.high)
    if (
        not listed
        or (first.kind != last.kind == "relative")
        or (not two.floating and points[0][0] != two.low[0])
    ):
        return None
    stretch = stretch_of(points, gap, one.floating)
    return stretch and Found(first.start, last.end, stretch, kind)


def _with_one_year(text: str, first: Found, last: Found) -> tuple[Found, Found]:
    """“3 May and 10 June 1961”, “30 November 1960 to 2 February”: the year said once holds for both."""
    one, two = first.stretch, last.stretch
    if not one or not two or one.floating == two.floating:
        return first, last
    known = two.high if one.floating else one.low
    of_year = one.floating and last.kind == "relative" and text.endswith("year", last.start, last.end)
    if len(known or ()) < 2 or first.kind == "relative" or (last.kind == "relative" and not of_year):
        return first, last
    if one.floating:
        stretch = one.in_year(two.low[0] - (one.low[1:] > two.low[1:] and len(two.low) > 1))
        return first._replace(stretch=stretch, kind="relative" if of_year else _kind_of(stretch)), last
    stretch = two.in_year(one.high[0] + (two.low[1:] < one.high[1:] and len(one.high) > 1))
    return first, last._replace(stretch=stretch, kind=_kind_of(stretch))


# ---- frame: what stands before a date and belongs to it; place: the year of a date without one

_article_before = compiled(r"\b(?:the|these) \Z")
# not the 16 October conversation, the May plenum, the 1957 level
_takes_no_article = compiled(
    r"{MONTH}|{WEEKDAY}|{HOLIDAY}|Q[1-4]|FY|CY|[0-9']+(?![0-9']|s\b|st\b|[nr]?d\b|th\b)"
)
# “the 1st of March next”, “in May last”
_told_after = compiled(
    r" (?P<which>next|last)(?=[.,;:)]| (?:I|and|he|at|by|from|in|of|on|the|to|we|when)\b|\s*$)"
)


def _placed(text: str, low: int, date: Found, anchor: Anchor) -> Found:
    """A date with its article, and without a year in the year that fits the anchor."""
    article = _article_before.search(text, max(low, date.start - 8), date.start)
    if article and not _takes_no_article.match(text, date.start):
        date = date._replace(start=article.start())
    if not anchor or not date.stretch.floating or date.kind == "relative":
        return date
    if told := _told_after.match(text, date.end):
        direction = 1 if named_parts(told)["which"].lower() == "next" else -1
        return Found(date.start, told.end(), anchor.place(date.stretch, direction), "relative")
    ahead = looks_ahead(text, date.start, date.end)
    return date._replace(stretch=anchor.place(date.stretch, int(ahead)))


_words_before = compiled(
    r"(?:\b(?:(?P<since>(?:ever )?since|as from|not? earlier than)|(?P<over>more than|over|at least)"
    r"|(?P<nearly>nearly|almost|some|roughly|just)|(?P<after>after|on or after)|(?P<from>from)|(?P<between>between)"
    r"|(?P<until>(?:up )?until|till|up to(?: and including)?|(?<!all\s)through|by|not? later than|on or before|before"
    r"|prior to)|(?P<about>(?:on or )?about)|(?P<near>around|approximately|circa)) |(?P<circa>\b(?-i:ca?)\. ?))\Z"
)
_onward = compiled(r" (?:on(?:wards?)?|forward)\b(?! the\b)")
_range_within = compiled(r".*(?:-|\b(?:to|until|till|through|and)\b)")
# “two days before 3 May”, “not until 1960”, “the day after 3 May”
_measured_before = compiled(
    r"\b(?:days?|weeks?|months?|years?|not|shortly|just|immediately|soon|long|even|hours?) \Z"
)


def _framed(text: str, low: int, date: Found) -> Found:
    """“since 1958”, “until the end of May”, “between 3 and 9 May”, “about 1950”, “over a year ago”."""
    match = _words_before.search(text, max(low, date.start - 26), date.start)
    if not match or not date.stretch:
        return date
    word, stretch, start = (match.lastgroup or "").rstrip("0123456789"), date.stretch, match.start()
    ago = text[: date.end].lower().endswith("ago", date.start)
    if word in ("over", "nearly") and not ago:
        return date
    if word == "over":
        return date._replace(start=start, stretch=Stretch(None, stretch.high))
    if word in ("about", "near", "circa", "nearly"):
        if stretch.floating or (word == "about" and date.kind == "relative" and not ago):
            return date  # he spoke about last week
        return _framed(text, low, date._replace(start=start, stretch=stretch.near()))
    if word in ("from", "between"):
        onward = word == "from" and not stretch.floating and _onward.match(text, date.end)
        if onward:
            return Found(start, onward.end(), Stretch(stretch.low, None), _wider_kind(date))
        ranged = stretch.low != stretch.high and _range_within.match(text, date.start, date.end)
        whole = replace(stretch, listed=(), one_of=False)
        listed = ranged or (word == "between" and stretch.listed)
        return Found(start, date.end, whole, _wider_kind(date)) if listed else date  # the telegram from 3 May
    if stretch.floating or None in (stretch.low, stretch.high) or text.startswith("'s", date.end):
        return date  # before last year’s harvest
    if _measured_before.search(text, max(low, start - 14), start):
        return date
    ends = (None, stretch.high) if word == "until" else (stretch.low, None)
    return Found(start, date.end, Stretch(*ends, marks=stretch.marks), _wider_kind(date))
