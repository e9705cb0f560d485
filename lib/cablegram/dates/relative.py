"""Readers of relative dates: last year, three days ago, the 10th of this month; none without anchor."""

import re

from ..edtf import Stretch
from .anchor import moved
from .calendar import day_numbers, month_number, points_stretch
from .parts import piece
from .patterns import Found, Place, Words, looks_ahead
from .words import NUMBERS, WEEKDAYS
from .years import fiscal

# Which one, counted from the anchor. What is counted from a time told of (the previous, the following,
# the same day) has no place here: the caller gives the anchor, not the story.
DIRECTION = {
    "last": -1, "past": -1, "this": 0, "current": 0, "present": 0,
    "the": 0, "the current": 0, "the present": 0,
    "next": 1, "coming": 1, "instant": 0, "inst": 0, "ultimo": -1, "ult": -1, "proximo": 1, "prox": 1,
}  # fmt: skip


def plain(words: str) -> str:
    return " ".join(words.lower().rstrip(".").split())


def whole_unit(words: Words, place: Place) -> Found:
    """Last year, this month, next week; “the last year of the war” is no date, “the past year” ends today."""
    which, unit = plain(words["which"]), words["unit"].lower()
    article = re.search(r"\bthe\s$", place.before(4), re.I)
    stretches = re.search(r"\b(?:over|during|in|for|within|throughout)\sthe\s$", place.before(15), re.I)
    if which in ("last", "next") and re.match(
        r"\s(?:of|in\swhich)\b", place.text[place.end : place.end + 12]
    ):
        return None
    if article and unit == "decade" and which == "next":
        return place.anchor and place.anchor.span(-1, unit), "relative"
    if not place.anchor or which not in DIRECTION or (article and which == "next"):
        return None, "relative"
    if which == "past" or (stretches and which == "last"):
        return (
            place.anchor.span(1, unit) if unit in ("day", "week", "month", "year", "decade") else None
        ), "relative"
    return place.anchor.unit(unit, DIRECTION[which]), "relative"


def before_last(words: Words, place: Place) -> Found:
    """The year before last, the week after next."""
    offset = -2 if words["word"].lower() == "last" else 2
    return place.anchor and place.anchor.unit(words["unit"].lower(), offset), "relative"


def which_month(words: Words, place: Place) -> Found:
    """Last May: the latest that is over; this May: the anchor's year; next May: the first to come."""
    number, direction = month_number(words["month"]), DIRECTION[plain(words["which"])]
    if not place.anchor:
        return None, "relative"
    here = (*place.anchor.point, 0)[1]
    offset = direction if not here else -(number >= here) if direction < 0 else direction * (number <= here)
    return points_stretch(
        [(place.anchor.year + offset, number, *day) for day in _days(words)],
        words.get("days", ""),
        floating=False,
    ), "relative"


def _days(words: Words) -> list[tuple[int, ...]]:
    return [(day,) for day in day_numbers(words["days"])] if "days" in words else [()]


def mentioned_unit(words: Words, place: Place) -> Found:
    """The year of “the end of the year”, “mid-month”; alone it is no date."""
    before = _part_of_unit.search(place.before(32))
    if not before:
        return None
    whole = place.anchor and "that" not in before[0].lower() and place.anchor.unit(words["unit"].lower(), 0)
    return whole or None, "relative"


_part_of_unit = re.compile(
    r"\b(?:(?:end|beginning|start|middle|close|half|quarter|part|third|days?|weeks?|months?|course)\s(?:of|in)\s(?:the|that)"
    r"|(?:early|late|earlier|later)\sin\s(?:the|that)|mid-?)(?:\s|(?<=-))$",
    re.I,
)


def which_season(words: Words, place: Place) -> Found:
    direction = DIRECTION[plain(words["which"])]
    return place.anchor and place.anchor.season(words["season"].lower(), direction), "relative"


_and_or = re.compile(r",?\s(?:and|or)\s")


def _first_of_list(place: Place) -> int:
    """Where “Monday or Tuesday” begins, of which both look the same way."""
    last = place.previous
    listed = last and place.start - last.end < 6 and _and_or.fullmatch(place.text, last.end, place.start)
    return last.start if listed else place.start


def weekday(words: Words, place: Place) -> Found:
    direction = DIRECTION[plain(words.get("which", "this"))]
    if "which" not in words and looks_ahead(place.text, _first_of_list(place), place.end):
        direction = 1
    return place.anchor and place.anchor.weekday(
        WEEKDAYS[words["weekday"][:3].lower()], direction
    ), "relative"


def weekday_of_week(words: Words, place: Place) -> Found:
    """Friday of last week."""
    week = place.anchor and place.anchor.unit("week", DIRECTION[words["which"]])
    return week and moved(week.first, WEEKDAYS[words["weekday"][:3].lower()]), "relative"


def weekend(words: Words, place: Place) -> Found:
    """Last weekend, over the weekend: Saturday and Sunday; alone it is no date."""
    if "which" not in words and not re.search(r"\b(?:over|during)\sthe\s$", place.before(12), re.I):
        return None
    ahead = looks_ahead(place.text, place.start, place.end)
    direction = DIRECTION[words.get("which", "next" if ahead else "last").lower()] or 1
    saturday = place.anchor and place.anchor.weekday(5, direction)
    return saturday and Stretch(saturday.low, moved(saturday.first, 1).low), "relative"


def unit_end(words: Words, place: Place) -> Found:
    """Year-end 1961, the month's end."""
    if "year" in words:
        return piece(Stretch.at(int(words["year"])), -1, 3), "period"
    whole = place.anchor and place.anchor.unit(words["unit"].lower(), 0)
    return whole and piece(whole, -1, 3), "relative"


def which_fiscal_year(words: Words, place: Place) -> Found:
    """The current fiscal year, the one the anchor's month falls in."""
    if not place.anchor or len(place.anchor.point) < 2:
        return None, "relative"
    now = place.anchor.year + (place.anchor.middle > fiscal(place.anchor.year).last)
    return fiscal(now + DIRECTION[words["which"].lower()]), "relative"


_DAY_WORDS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}


def day_word(words: Words, place: Place) -> Found:
    """Yesterday, this morning, last night, the day before yesterday."""
    if words["word"] == "Today" and re.search(r"[A-Za-z]\s\Z", place.before(2)):
        return None  # the newspaper: USA Today
    offset = _DAY_WORDS[words["word"].lower().replace("-", "")]
    if "further" in words:
        offset *= 2
    return place.anchor and place.anchor.day(offset), "relative"


def _amount(words: Words) -> tuple[int, str]:
    """The count and the unit, a fortnight being two weeks and half a year six months."""
    count, unit = words["count"].lower(), words["unit"].lower().replace("centuries", "century").rstrip("s")
    if count.startswith("half"):
        return 6, "month"
    if "half" in words and unit == "year":
        return 12 * _number(count) + 6, "month"
    return (2 * _number(count), "week") if unit == "fortnight" else (_number(count), unit)


def _number(words: str) -> int:
    return int(words) if words.isdigit() else NUMBERS[words.lower()]


def ago(words: Words, place: Place) -> Found:
    """Three days ago, two years from now; “two weeks earlier” counts from a time the caller does not give."""
    sign = {"ago": 1, "hence": -1, "from now": -1}.get(plain(words["way"]))
    if not sign or not place.anchor or "count" not in words:
        return None, "relative"
    count, unit = _amount(words)
    near = place.anchor.back(sign * count, unit)
    if "most" not in words or not near:
        return near, "relative"
    far = place.anchor.back(sign * _number(words["most"]), unit)
    return far and points_stretch(sorted((near.low, far.low)), words["join"], floating=False), "relative"


def lately(words: Words, place: Place) -> Found:
    """The past two months, the next three years: from the anchor back, or on from it."""
    which = words["which"].lower()
    if re.match(r"\sof\s(?!this|that)", place.text[place.end : place.end + 8]):
        return None
    if "most" in words or "count" not in words or not place.anchor:
        return None, "relative"
    if which not in ("last", "past", "next", "coming"):
        return None, "relative"
    count, unit = _amount(words)
    return place.anchor.span(-count if which in ("next", "coming") else count, unit), "relative"


def unplaced(words: Words, place: Place) -> Found:
    """Vague, or counted from a time told of: found, and given no value."""
    return None, "relative"


def recurring(words: Words, place: Place) -> Found:
    """Every day, annually: EDTF has no form for what comes again."""
    return None, "recurring"
