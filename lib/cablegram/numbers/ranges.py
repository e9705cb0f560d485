"""Two numbers that make one quantity: “seven or eight”, “between 3 and 5”, “2-3 thousand”."""

import re
from dataclasses import replace

from .units import read_unit
from .words import Numeral, read

_HEDGE = (
    r"(?:(?:perhaps|maybe|possibly|even|about|some|at\s+(?:the\s+)?most|approximately|almost|nearly|as\s+many\s+as|over)"
    r"\s+)?"
)
_JOINT = re.compile(
    rf"(?:(?:-?\s+|[-‐‑])(?P<word>to|or|and|up to|through|thru)(?:\s+{_HEDGE}|[-‐‑])"
    r"|[ \u00a0]?(?:--|[-–—‐‑−])[ \u00a0]?)(?P<sign>[$£€¥]|US\$)?",
    re.IGNORECASE,
)
_ROUGHLY = r"(?:(?:about|approximately|some|roughly|an\s+estimated)\s+)?(?:US)?[$£€]?$"
_BETWEEN = re.compile(rf"\bbetween\s+(?:(?:the\s+)?ages?\s+(?:of\s+)?)?{_ROUGHLY}", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom\s+{_ROUGHLY}", re.IGNORECASE)
# “Rose from 300 to 400” states two quantities, “from 300 to 400 men” one between two bounds.
_CHANGE = re.compile(
    r"\b(?:increas|ris|rose|grow|grew|rais|expand|jump|climb|went\s+up|go\s+up|lift|advanc|chang|extend|strengthen"
    r"|build|built|doubl|enlarg|swell|mov)\w*\b[^.;]*$",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\b(?:votes?|voted|ratio|odds|score|scale)\b[^.;]{0,24}$", re.IGNORECASE)
_LOOK_BACK = 100  # characters in which a verb of change is looked for


def read_range(text: str, first: Numeral, stop: int, money: bool) -> tuple[Numeral, Numeral]:
    """The two ends of the range that begins with `first`; twice the same number where there is no second.

    The scale word of the second is shared by the first: “2-3 thousand” is 2,000 to 3,000. `money` tells that
    a sign of currency stands before the first; the second may then have one too.
    """
    place = first.end
    if between := _next_in_row(text, first, stop):
        place = between.end  # one, two or three
    second = _second(text, first, place, stop, money) or _second_after_unit(text, first, stop, money)
    if second is None:
        first = _share_scale(text, first, _listed(text, first, stop) or first)
        return first, first
    first = _share_scale(text, first, second)
    if not first.value < second.value or _is_change(text, first):
        return first, first
    return first, second


_ROW = re.compile(r",\s")
_OR = re.compile(r",?\sor\s", re.IGNORECASE)


def _next_in_row(text: str, first: Numeral, stop: int) -> Numeral | None:
    """The two of “one, two or three”, where the third follows too."""
    comma = _ROW.match(text, first.end, stop)
    middle = read(text, comma.end(), stop) if comma and first.scale == 1 and first.value < 20 else None
    joint = _OR.match(text, middle.end, stop) if middle and middle.value == first.value + 1 else None
    last = read(text, joint.end(), stop) if joint else None
    return (
        replace(middle, end=joint.start() + joint.group().startswith(","))
        if last and last.value == first.value + 2
        else None
    )


def _second(text: str, first: Numeral, place: int, stop: int, money: bool) -> Numeral | None:
    joint = _JOINT.match(text, place, stop)
    if not joint or (joint["sign"] and not money):
        return None
    word = (joint["word"] or "").lower()
    if word == "and" and not _BETWEEN.search(text[max(0, first.start - _LOOK_BACK) : first.start]):
        return None
    second = read(text, joint.end(), stop, money)
    return second if second and _pairs(text, first, second, word) else None


_RESPECTIVELY = re.compile(r"[^.;\n]{0,40}\brespectively\b")


def _listed(text: str, first: Numeral, stop: int) -> Numeral | None:
    """The second of two numbers that are no range and share a scale: “12 and 13 million respectively”."""
    second = read(text, first.end + 5, stop) if text.startswith(" and ", first.end) else None
    return second if second and _RESPECTIVELY.match(text, second.end) else None


def _second_after_unit(text: str, first: Numeral, stop: int, money: bool) -> Numeral | None:
    """The second end where the unit is said twice: “3 percent to 5 percent”."""
    unit = read_unit(text, first.end, stop)
    if not unit.name or unit.compound:
        return None
    second = _second(text, first, unit.end, stop, money)
    same = second and read_unit(text, second.end, stop).name.split("/")[0] == unit.name
    return second if same else None


def _pairs(text: str, first: Numeral, second: Numeral, word: str) -> bool:
    """Whether two numbers can be the ends of one range, `word` standing between them."""
    before = text[max(0, first.start - 40) : first.start]
    if re.match(r"[-–/:]\d|[A-Za-z]", text[second.end : second.end + 2]) or re.search(r"\w[-–/]$", before):
        return False  # part of a longer code: 118-01026-07
    if word in ("", "to") and _RATIO.search(before):
        return False
    if second.form == "digits" and text[second.start] == "0":
        return False
    return word != "or" or second.value <= 20 * first.value or second.scale > 1


def _share_scale(text: str, first: Numeral, second: Numeral) -> Numeral:
    scale = second.scale
    if scale == 1 and second.form == "grouped" and text[second.start : second.end].endswith(",000"):
        scale = 1_000  # “10 to 20,000 troops”
    if first.scale > 1 or scale == 1 or "," in text[first.start : first.end]:
        return first
    if first.value >= second.value / scale:
        return first
    return replace(first, value=first.value * scale, scale=scale)


def _is_change(text: str, first: Numeral) -> bool:
    before = text[max(0, first.start - _LOOK_BACK) : first.start]
    return bool(_FROM.search(before) and _CHANGE.search(before))
