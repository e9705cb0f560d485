"""One place of a text where a number stands: the number or range, its unit, and the words that bound it."""

import math
import re
from dataclasses import dataclass

from . import masks, qualifiers
from .context import Context
from .ranges import read_range
from .units import Unit, read_unit, with_rate
from .words import Numeral, read

_SIGN = re.compile(
    r"(?:(?:\b(?:US|U\.\s?S\.|CNC|CN|FRB|HK|NT|Mex|Can|A|C|S|M)\.?\s?)?\$|£[EILT]?|€|¥|￥|₩|₽|₫|₹"
    r"|\b(?:Rs|DM|USD|RMB|Rmb|CNC|Yen|GBP|Fr|FF|Esc)\.?)\s?$"
)
_TIMED = re.compile(r"\b(\w+)\s+and\s+an?\s+\w+$")  # “a year and a half” holds its unit
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_AGO = re.compile(r"\s(?:ago|from\snow|hence)\b")  # “two and a half years ago” is a date
# “The deficit was -3.5 million”; elsewhere such a hyphen is a dash: “rice -500 tons”.
_NEGATIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|of|to|at|by|from|reach(?:ed|es)?|fell|about|around|than|below)\s[-−–]$"
)
_MINUS_WORD = re.compile(r"(?<!\d )(?<!\bor )(?<!/)\bminus\s$", re.IGNORECASE)
_MINUS = re.compile(r"\s?(?:%|°|per\s?cent|degrees)")


@dataclass(frozen=True)
class Claim:
    """What was read at one place; `first` and `last` are the same number where there is no range.

    `start:end` covers all of it, `num_start` is where the number begins, its sign included; `money` tells
    that a sign of currency stands before it, `negative` that a minus does.
    """

    first: Numeral
    last: Numeral
    start: int
    end: int
    num_start: int
    relation: str
    unit: Unit
    money: bool
    negative: bool

    @property
    def qualified(self) -> bool:
        """Whether words round the number bound it, so that it can be no label and no year."""
        return self.money or self.negative or self.relation not in ("exact", "range")

    @property
    def bounds(self) -> tuple[float, float]:
        """The low and high end, NaN where open."""
        low, high = self.first.value, self.last.value
        if self.negative:
            low, high = -high, -low
        if self.relation in ("under", "at-most"):
            return math.nan, high
        return low, math.nan if self.relation in ("over", "at-least") else high

    def refusal(self, text: str) -> str:
        """Why this is no quantity, empty where it is one."""
        if self.money or self.negative:
            return ""
        if _AGO.match(text, self.end):
            return "date"
        return masks.refusal(Context(text, self._numeral, self.unit, self.qualified))

    @property
    def _numeral(self) -> Numeral:
        """A range as one number, for the judgement whether it is a label."""
        first, last = self.first, self.last
        if first is last:
            return first
        form = first.form if first.form == last.form else "grouped"
        return Numeral(first.start, last.end, last.value, max(first.scale, last.scale), form)


def read_claim(text: str, start: int, floor: int, stop: int) -> Claim | None:
    """What is claimed by the number that starts at `start`, `None` where none does.

    Words before it are looked for back to `floor`, words behind it up to `stop`.
    """
    sign = _SIGN.search(text[max(floor, start - 8) : start])
    numeral = read(text, start, stop, money=bool(sign))
    if numeral is None:
        return None
    first, last = read_range(text, numeral, stop, bool(sign))
    place, after = qualifiers.read_after(text, last.end, stop)
    unit = _read_unit(text, sign, first, last, place, stop)
    end, behind = qualifiers.read_after(text, unit.end, stop)
    opening = start - len(sign.group()) if sign else start
    signed = opening - _sign_width(text, opening, floor, last.end, bool(sign))
    opening, before, unit = _read_front(text, signed, floor, first, last, unit)
    return Claim(
        first=first,
        last=last,
        start=opening,
        end=end,
        num_start=start if sign else signed,
        relation="range" if first is not last else _settle(before, after, behind),
        unit=unit,
        money=bool(sign),
        negative=text[signed : signed + 1] in tuple("-−–mM"),
    )


def _read_unit(
    text: str, sign: re.Match | None, first: Numeral, last: Numeral, place: int, stop: int
) -> Unit:
    if sign:
        return with_rate(text, Unit("".join(sign.group().split()), place))
    if last.form == "timed":
        return Unit(_TIMED.search(text[first.start : last.end])[1], place)
    single = last.value <= 1 or last.form == "fraction"
    return read_unit(text, place, stop, single, scaled=last.scale > 1)


def _settle(*relations: str) -> str:
    """One relation out of what is said before the number, after it and after its unit; bounds go first."""
    said = [relation for relation in relations if relation]
    bounding = [relation for relation in said if relation != "about"]
    return (bounding or said or ["exact"])[0]


def _read_front(
    text: str, start: int, floor: int, first: Numeral, last: Numeral, unit: Unit
) -> tuple[int, str, Unit]:
    """Where the words that belong to the number begin, the relation they say, and its unit, perhaps age."""
    place, before = qualifiers.read_before(text, start, floor)
    small = last.form == "words" and last.value <= 12 and not unit.measures
    if qualifiers.is_preposition(text, place, start, small):
        place, before = start, ""
    if (age := qualifiers.read_age(text, place, floor)) is not None:
        unit = unit if unit.name else Unit("age", unit.end)
        place, outer = qualifiers.read_before(text, age, floor)
        before = outer or before
    if first is not last and (between := _BETWEEN.search(text[max(floor, place - 10) : place])):
        place -= len(between.group())
    return place, before, unit


def _sign_width(text: str, start: int, floor: int, end: int, money: bool) -> int:
    """How many characters of a plus or minus before `start` belong to the number; “minus” is one too."""
    before = text[max(0, start - 14) : start]
    word = _MINUS_WORD.search(before)
    if word and start - len(word.group()) >= floor:
        return len(word.group())
    if start > floor and _NEGATIVE.search(before):
        return 1
    return int(not money and _is_signed(text, start, floor, end))


def _is_signed(text: str, start: int, floor: int, end: int) -> bool:
    """Whether a plus or minus belongs to the number, as in a cell; not a hyphen, a dash or a bullet."""
    if start <= floor or text[start - 1] not in "+-−–":
        return False
    before = text[max(floor, start - 3) : start - 1]
    if _MINUS.match(text, end) and before[-1:] in ("", " ", "\t", "(", "\n"):
        return True
    cell = not before or before[-1] in "\t|(\n" or (before.isspace() and len(before) == 2)
    if text[start - 1] in "+−":
        return cell or before[-1] == " "
    return cell and not text[end : end + 2].strip(" ").isalpha()
