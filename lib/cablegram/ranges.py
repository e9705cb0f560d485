"""Two numbers that make one quantity: “seven or eight”, “between 3 and 5”, “2-3 thousand”, “$3 million to $5 million”."""

import re
from dataclasses import replace

from .number_words import Numeral, read
from .units import read_unit

_HEDGE = r"(?:(?:perhaps|maybe|possibly|even|about|some|at (?:the )?most|approximately|almost|nearly|as many as|over)\s+)?"
_JOINT = re.compile(
    rf"(?:-?\s+(?P<word>to|or|and|up to)\s+{_HEDGE}|[ \u00a0]?[-–—‐][ \u00a0]?)(?P<sign>[$£€¥]|US\$)?", re.I
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:(?:the\s+)?ages?\s+(?:of\s+)?)?(?:about\s+|approximately\s+|some\s+|an estimated\s+|roughly\s+)?[$£€]?$",
    re.I,
)
_FROM = re.compile(
    r"\bfrom\s+(?:about\s+|approximately\s+|some\s+|roughly\s+|an estimated\s+)?(?:US)?[$£€]?$", re.I
)
# “Rose from 300 to 400” states two quantities, “from 300 to 400 men” one between two bounds.
_CHANGE = re.compile(
    r"\b(?:increas|ris|rose|grow|grew|rais|expand|jump|climb|went\s+up|go\s+up|lift|advanc|chang|extend|strengthen|build|built|doubl|enlarg|swell|mov)\w*\b[^.;]*$",
    re.I,
)
_RATIO = re.compile(r"\b(?:votes?|voted|ratio|odds|score|scale)\b[^.;]{0,24}$", re.I)


def read_range(text: str, first: Numeral, stop: int, money: bool) -> tuple[Numeral, Numeral]:
    """The two ends of the range that begins with `first`; twice the same number where there is no second.

    The scale word of the second is shared by the first: “2-3 thousand” is 2,000 to 3,000.
    """
    second = _second(text, first, first.end, stop, money) or _second_after_unit(text, first, stop, money)
    if second is None:
        return first, first
    first = _share_scale(text, first, second)
    if not first.value < second.value or _is_change(text, first):
        return first, first
    return first, second


def _second(text: str, first: Numeral, place: int, stop: int, money: bool) -> Numeral | None:
    joint = _JOINT.match(text, place, stop)
    if (
        not joint
        or ((joint["word"] or "").lower() == "and"
        and not _BETWEEN.search(text[max(0, first.start - 48) : first.start]))
    ):
        return None
    if joint["sign"] and not money:
        return None
    second = read(text, joint.end(), stop, money)
    if second is None or not _alike(text, first, second, joint["word"]):
        return None
    return second


def _second_after_unit(text: str, first: Numeral, stop: int, money: bool) -> Numeral | None:
    """The second end where the unit is said twice: “3 percent to 5 percent”."""
    unit = read_unit(text, first.end, stop)
    if not unit.name or unit.compound:
        return None
    second = _second(text, first, unit.end, stop, money)
    same = second and read_unit(text, second.end, stop).name.split("/")[0] == unit.name
    return second if same else None


def _alike(text: str, first: Numeral, second: Numeral, word: str | None) -> bool:
    """Whether two numbers can be the ends of one range."""
    before = text[max(0, first.start - 40) : first.start]
    follows = text[second.end : second.end + 2]
    if re.match(r"[-–/:]\d|[A-Za-z]", follows) or re.search(r"[\w][-–/]$", before):
        return False  # part of a longer code: 118-01026-07
    if _RATIO.search(before) and (word or "to").lower() == "to":
        return False
    if first.form in ("digits", "words") and second.form == "digits" and text[second.start] == "0":
        return False
    return (word or "").lower() != "or" or second.value <= 20 * first.value or second.scale > 1


def _share_scale(text: str, first: Numeral, second: Numeral) -> Numeral:
    scale = second.scale
    if scale == 1 and second.form == "grouped" and text[second.start : second.end].endswith(",000"):
        scale = 1_000  # “10 to 20,000 troops”
    if first.scale == 1 and scale > 1 and first.form in ("digits", "grouped", "words", "fraction"):
        if "," not in text[first.start : first.end] and first.value < second.value / scale:
            return replace(first, value=first.value * scale, scale=scale)
    return first


def _is_change(text: str, first: Numeral) -> bool:
    return bool(
        _FROM.search(text[max(0, first.start - 32) : first.start])
        and _CHANGE.search(text[max(0, first.start - 100) : first.start])
    )
