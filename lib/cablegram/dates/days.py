"""Readers of days whose month is not named: the 10th of this month, on the 5th, Tuesday the 16th, 27.10."""

import re
from datetime import date

from ..edtf import is_real
from .calendar import day_numbers, points_stretch
from .patterns import Found, Place, Words, looks_ahead
from .relative import DIRECTION, plain
from .words import WEEKDAYS


def days_of_this_month(words: Words, place: Place) -> Found:
    """The 10th of this month, from the 3rd to the 7th of next month, the 3d ultimo, 3 inst."""
    direction = DIRECTION.get(plain(words["which"]))  # none for “the same month”
    whole = None if direction is None or not place.anchor else place.anchor.unit("month", direction)
    points = [(*whole.low, day) for day in day_numbers(words["days"])] if whole else []
    return points_stretch(points, words["days"], floating=False) if points else None, "relative"


_letter = (
    "letter|telegram|cable|note|dispatch|despatch|message|report|memorandum|instruction|communication"
    "|conversation"
)
_day_sign = re.compile(
    r"(?:\b(?:on|by|until|till|since|from|before|after|between)\s(?:the\s)?"
    rf"|\b(?:{_letter}|morning|afternoon|evening|night|date)\s(?:of|dated)\s(?:the\s)?"
    r"|[0-9],?\sof\sthe\s|day,\sthe\s|[ap]\.\s?m\.,?\s)\Z",
    re.I,
)


_SENTENCE = 200  # characters within which a month told holds for a day
_sentence_ends = re.compile(r"[.!?;](?:\s|\Z)|\n")


def bare_days(words: Words, place: Place) -> Found:
    """On the 5th, your letter of the 5th; “in August 1956 ... on the 5th” names its month in the sentence."""
    if not _day_sign.search(place.before(40)):
        return None
    return _in_month_told(words["days"], place) or _nearest(words["days"], place)


def _in_month_told(words: str, place: Place) -> Found:
    """The days in the month of the date before, where its sentence goes on and the days lie in the past."""
    last, days = place.previous, day_numbers(words)
    if not last or place.start - last.end > _SENTENCE or not last.stretch or len(last.stretch.low or ()) < 2:
        return None
    if last.kind == "relative" or _sentence_ends.search(place.text, last.end, place.start):
        return None
    told = last.stretch
    if told.floating and place.anchor:
        told = place.anchor.place(told)
    stretch = points_stretch([(*told.low[:2], day) for day in days], words, told.floating)
    past = stretch and (not place.anchor or stretch.last <= place.anchor.middle)
    return (stretch, "partial") if past and days[0] >= (*told.low, 0)[2] else None


def weekday_and_day(words: Words, place: Place) -> Found:
    """Tuesday the 16th, in a month whose 16th is one."""
    return _nearest(words["days"], place, WEEKDAYS[words["weekday"][:3].lower()])


def _nearest(words: str, place: Place, weekday: int | None = None) -> Found:
    """The days in the last month up to the anchor that fits, or the next where the sentence looks ahead."""
    days, anchor = day_numbers(words), place.anchor
    if not all(1 <= day <= 31 for day in days):
        return None
    if not anchor or len(anchor.point) < 3:
        return None, "partial"
    step = 1 if looks_ahead(place.text, place.start, place.end) else -1
    for months in range(12):
        point = (*anchor.unit("month", step * months).low, days[-1])
        on_side = point > anchor.point if step > 0 else point <= anchor.point
        if is_real(point) and on_side and weekday in (None, date(*point).weekday()):
            return points_stretch([(*point[:2], day) for day in days], words, floating=False), "partial"
    return None, "partial"


_figure_sign = re.compile(
    r"\b(?:on|of|until|till|since|by|from|to|dated|before|after|between|and|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?)\s\Z",
    re.I,
)
_on_sign = re.compile(r"\b(?:[Oo]n|dated|day,?)\s\Z")


def day_in_figures(words: Words, place: Place) -> Found:
    """27.10 or 31/8 after a word of time; 7/9 and 2.10, which may be a number, only after “on”."""
    one, two = int(words["one"]), int(words["two"])
    sign = _figure_sign if one > 12 and words["dot"] == "/" else _on_sign
    if not sign.search(place.before(14)):
        return None
    points = [(0, month, day) for day, month in ((one, two), (two, one)) if is_real((0, month, day))]
    if words["dot"] == "." or place.order.slashed is False:
        points = [(0, two, one)] if is_real((0, two, one)) else []
    elif place.order.slashed and len(points) == 2:
        points = points[1:]
    return (points_stretch(sorted(set(points)), "or", floating=True), "partial") if points else None
