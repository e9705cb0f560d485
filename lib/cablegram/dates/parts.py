"""Parts of a stretch: its first half, its end, its first ten days. What they cover is in `date_words`."""

import re
from calendar import monthrange
from datetime import date, timedelta

from ..edtf import Point, Stretch
from .patterns import DASH, SPACE
from .words import NUMBERS, ORDINALS

_THIRDS = dict.fromkeys(("early", "beginning", "start", "opening", "first"), 1)
_THIRDS |= dict.fromkeys(("mid", "middle"), 2)
_THIRDS |= dict.fromkeys(("late", "later", "latter", "last", "closing", "end", "close"), 3)
_PIECES = {"half": 2, "halves": 2, "part": 2, "fortnight": 2, "semester": 2}
_PIECES |= {"third": 3, "trimester": 3, "quarter": 4}
_NTH = ORDINALS | {"1st": 1, "2nd": 2, "2d": 2, "3rd": 3, "3d": 3, "4th": 4, "former": 1}
_NTH |= {"early": 1, "opening": 1, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_NTH |= dict.fromkeys(("last", "latter", "final", "closing", "concluding"), -1)

_numbers = "|".join(sorted((word for word in NUMBERS if word not in ("a", "an")), key=len, reverse=True))
_OF = rf"{SPACE}\[?(?:of|in){SPACE}(?:the{SPACE})?(?:month{SPACE}of{SPACE})?"

# What may stand directly before a date and means a part of it, or the week it belongs to.
_S = SPACE
_PART_BEFORE = re.compile(
    rf"(?<!-)\b(?:(?:(?P<outset>early|mid)(?:{_S}|{DASH}){{0,2}}(?:to|or|and)(?:{_S}|{DASH}){{1,2}})?"
    rf"(?P<third>early|mid|late|end)(?:{_S}?{DASH}{_S}?|{_S}(?:in{_S}(?:the{_S})?|the{_S})?)"
    rf"|(?:the{_S})?(?:very{_S})?(?P<third2>beginning|start|middle|end|close)(?!{_S}in\b){_OF}"
    rf"|the{_S}(?P<third3>early|first|latter|later|last|middle|opening|closing){_S}part{_OF}"
    rf"|(?:the{_S})?(?P<nth>{'|'.join(_NTH)})(?:{_S}|-)(?P<piece>{'|'.join(_PIECES)})(?:{_OF}|{_S})"
    rf"|(?:the{_S})?(?P<nth2>{'|'.join(_NTH)}){_S}(?:(?P<count>{_numbers}|[0-9]+)[ -]|few{_S})?"
    rf"(?P<unit>days?|weeks?|months?|quarters?|years?)(?:{_S}period)?{_OF}"
    rf"|(?:the{_S})?(?P<nth3>first|second|third|fourth){_S}(?P<unit2>week){_S}"
    rf"|(?:the{_S})?week{_S}(?P<week>of|beginning|starting|ending|ended){_S}(?:the{_S})?)$",
    re.I,
)


def part_before(text: str, low: int, start: int) -> re.Match | None:
    """The words of a part that end where a date starts, not before `low`."""
    return _PART_BEFORE.search(text, max(low, start - 60), start)


def part_of(stretch: Stretch, match: re.Match) -> Stretch | None:
    """What those words leave of a stretch; None where it has no such part."""
    words = {name.rstrip("23"): part.lower() for name, part in match.groupdict().items() if part}
    if "week" in words:
        return _week(stretch, ending=words["week"].startswith("end"))
    if "third" in words:
        return _thirds(stretch, _THIRDS[words.get("outset", words["third"])], _THIRDS[words["third"]])
    nth = _NTH[words["nth"]]
    if "piece" in words:
        return piece(stretch, nth, _PIECES[words["piece"]])
    return _run(stretch, nth, words.get("count"), words["unit"])


def _week(stretch: Stretch, ending: bool) -> Stretch:
    """The seven days that begin or end with a day; a longer stretch is itself."""
    if stretch.low != stretch.high or len(stretch.low or ()) != 3:
        return stretch
    year, month, day = stretch.low
    base = 0 if year > 1 else 2000
    other = date(year + base, month, day) + timedelta(-6 if ending else 6)
    ends = sorted((stretch.low, (other.year - base, other.month, other.day)))
    return Stretch(ends[0], ends[1], stretch.floating)


def _thirds(stretch: Stretch, first: int, last: int) -> Stretch | None:
    """From one third to another: mid- to late May."""
    low, high = piece(stretch, first, 3), piece(stretch, last, 3)
    return Stretch(low.low, high.high, stretch.floating) if low and high and first <= last else None


def piece(stretch: Stretch, nth: int, count: int) -> Stretch | None:
    """The nth of so many equal pieces, the last for -1."""
    nth = count if nth == -1 else nth
    if nth > count or stretch.listed:
        return None
    if _is_month(stretch):
        days = {2: (0, 15), 3: (0, 10, 20)}.get(count)
        points = _days(stretch)
        return days and _between(points[days[nth - 1] : days[nth] if nth < count else None], stretch)
    points = (
        _months(stretch) if len(stretch.low or ()) == 2 or stretch.low == stretch.high else _years(stretch)
    )
    if not points or (len(points) % count and len(points[0]) == 2):
        return stretch if stretch.low and len(stretch.low) == 3 else None
    cuts = [-(-len(points) * cut // count) for cut in range(count + 1)]
    return _between(points[cuts[nth - 1] : cuts[nth]], stretch)


def _run(stretch: Stretch, nth: int, count: str | None, unit: str) -> Stretch | None:
    """The first ten days, the last week, the second week, the first three months, the first days."""
    number = 1 if count is None else int(count) if count.isdigit() else NUMBERS[count]
    kind = unit.rstrip("s")
    points = {"day": _days, "week": _days, "month": _months, "quarter": _months, "year": _years}[kind](
        stretch
    )
    if count is None and (unit.endswith("s") or kind == "day"):
        return _edge(stretch, nth, kind)
    if number == 10 and kind == "day" and nth in (1, 2, 3):
        return piece(stretch, nth, 3)  # the third ten days go on to the end of the month
    size = number * {"week": 7, "quarter": 3}.get(kind, 1)
    if not points or size < 1:
        return None
    chosen = points[-size:] if nth == -1 else points[(nth - 1) * size : nth * size]
    return _between(chosen, stretch) if len(chosen) == size else None


def _edge(stretch: Stretch, nth: int, unit: str) -> Stretch | None:
    """The first days of a month are its first third, those of a year its first month; likewise the last."""
    if nth not in (1, -1):
        return None
    if unit in ("day", "week") and not _is_month(stretch) and _months(stretch):
        return _between(_months(stretch)[:1] if nth == 1 else _months(stretch)[-1:], stretch)
    return piece(stretch, nth, 3)


def _between(points: list[Point], stretch: Stretch) -> Stretch | None:
    return Stretch(points[0], points[-1], stretch.floating) if points else None


def _is_month(stretch: Stretch) -> bool:
    return stretch.low == stretch.high and len(stretch.low or ()) == 2


def _days(stretch: Stretch) -> list[Point]:
    """The days of a month, or of the first and last month of a longer stretch, in order."""
    if not stretch.low or not stretch.high or len(stretch.low) > 2:
        return []
    ends = [
        (stretch.low[0], (*stretch.low, 1)[1]),
        (stretch.high[0], (*stretch.high, 12)[1] if len(stretch.high) > 1 else 12),
    ]
    return [
        (year, month, day)
        for year, month in dict.fromkeys(ends)
        for day in range(1, monthrange(year if year > 1 else 2000, month)[1] + 1)
    ]


def _months(stretch: Stretch) -> list[Point]:
    if not stretch.low or not stretch.high or len(stretch.low) > 2 or stretch.high[0] - stretch.low[0] > 5:
        return []
    first = stretch.low[0] * 12 + ((*stretch.low, 1)[1]) - 1
    last = stretch.high[0] * 12 + (stretch.high[1] if len(stretch.high) > 1 else 12) - 1
    return [(month // 12, month % 12 + 1) for month in range(first, last + 1)]


def _years(stretch: Stretch) -> list[Point]:
    if not stretch.low or not stretch.high or len(stretch.low) != 1:
        return []
    return [(year,) for year in range(stretch.low[0], stretch.high[0] + 1)]
