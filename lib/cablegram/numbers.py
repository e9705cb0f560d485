"""Numbers: every quantity a text states, with its bounds and what it counts.

Three things are looked at in turn: what is no quantity (`masks`), what is a date (`dates`), and what is left.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import masks, qualifiers
from .dates import find_dates
from .number_context import Context
from .number_words import SEED, Numeral, read
from .ranges import read_range
from .units import Unit, read_unit, with_rate


@dataclass(frozen=True)
class Number:
    """A quantity: `text[start:end]` is qualifier, number and unit, `num_start:num_end` the number with its scale word.

    `low` and `high` are in full units, NaN where open (`over 700` has no high end). `relation` is one of
    exact, about, over, at-least, under, at-most, range; `about` has `low == high`, for no band is invented.
    `unit` holds what is counted or measured in the words of the text, `%` for percent, `a/b` for a rate.
    """

    start: int
    end: int
    text: str
    num_start: int
    num_end: int
    low: float
    high: float
    relation: str
    unit: str


def find_numbers(text: str) -> list[Number]:
    """Every quantity of an English text, in order and disjoint; what is no quantity, and dates, left out.

    Linear in the length of the text; never raises. Of indefinite words (several, a couple, dozens) none is given.

    >>> [(n.text, n.low, n.relation) for n in find_numbers("over 700 in Onsong, fifteen days")]
    [('over 700', 700.0, 'over'), ('fifteen days', 15.0, 'exact')]
    """
    found: list[Number] = []
    label = -1  # where the last label ended: “pp. 125-128, 130” is one list of labels
    for start, stop in _open_stretches(text):
        place = start
        while seed := SEED.search(text, place, stop):
            claim = _read_claim(text, seed.start(), stop)
            if claim is None:
                place = seed.start() + 1
                continue
            place = claim.last.end
            reason = "label" if _goes_on(text, label, claim) else claim.refusal(text)
            if reason:
                label = claim.last.end if reason in ("label", "code") else label
                place = claim.first.end
            else:
                found.append(claim.number(text, found[-1].end if found else 0))
                place = max(place, found[-1].end)
    return found


def _open_stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text between dates and labels."""
    closed = sorted(
        [(date.start, date.end) for date in find_dates(text) if not _DURATION.search(date.text)]
        + masks.regions(text)
    )
    place = 0
    for start, end in closed:
        if start > place:
            yield place, start
        place = max(place, end)
    if place < len(text):
        yield place, len(text)


# “the next ten years” dates something and is a quantity too; “ten years ago” only dates.
_DURATION = re.compile(
    r"^(?:(?:in|over|during|for|within|of|the|these|those) ){0,3}(?:last|past|next|coming|previous|preceding|following|first|recent)\s+[\w-]+(?:\s+(?:or|to|and)\s+[\w-]+)?\s+(?:day|week|month|year|decade|hour|night)s$",
    re.I,
)
_LIST = re.compile(r"(?:[\s,;&/–—-]|\b(?:and|or|to|through|thru|of)\b|\b\d{4}\b){1,16}$")


def _goes_on(text: str, label: int, claim: "_Claim") -> bool:
    """Whether a number only continues a list of labels."""
    between = text[label : claim.first.start] if 0 <= label <= claim.first.start <= label + 20 else "."
    return (
        bool(_LIST.match(between))
        and not claim.unit.name
        and not claim.sign
        and claim.relation in ("", "range")
    )


@dataclass(frozen=True)
class _Claim:
    """What was read at one place: a number or a range of two, with all that stands directly round it."""

    first: Numeral
    last: Numeral
    start: int
    end: int
    num_start: int
    relation: str
    unit: Unit
    sign: str
    negative: bool

    def refusal(self, text: str) -> str:
        """Why this is no quantity, empty where it is one."""
        if self.sign or self.negative:
            return ""
        numeral = self.first if self.first is self.last else _joined(self.first, self.last)
        return masks.refusal(Context(text, numeral, self.unit, self.relation not in ("", "range")))

    def number(self, text: str, floor: int) -> Number:
        start = max(self.start, floor)
        low, high = _bounds(self)
        relation = self.relation or "exact"
        return Number(
            start,
            self.end,
            text[start : self.end],
            self.num_start,
            self.last.end,
            low,
            high,
            relation,
            self.unit.name,
        )


def _joined(first: Numeral, last: Numeral) -> Numeral:
    """A range as one number, for the judgement whether it is a label."""
    form = first.form if first.form == last.form else "grouped"
    return Numeral(first.start, last.end, last.value, max(first.scale, last.scale), form)


def _bounds(claim: _Claim) -> tuple[float, float]:
    low, high = claim.first.value, claim.last.value
    if claim.negative:
        low = high = -low
    if claim.relation in ("over", "at-least"):
        return low, math.nan
    if claim.relation in ("under", "at-most"):
        return math.nan, high
    return low, high


_SIGN = re.compile(
    r"(?:(?:\b(?:US|U\.\s?S\.|CNC|CN|FRB|HK|NT|Mex|Can|A|C|S|M)\.?\s?)?\$|£|€|¥|￥|₩|₽|₫|₹|\b(?:Rs|DM|USD|RMB|GBP|Fr|FF|Esc)\.?)\s?$"
)
_TIMED = re.compile(r"\b(\w+)\s+and\s+an?\s+\w+$")


def _read_claim(text: str, start: int, stop: int) -> _Claim | None:
    sign = _SIGN.search(text[max(0, start - 8) : start])
    first = read(text, start, stop, money=bool(sign))
    if first is None:
        return None
    first, last = read_range(text, first, stop, bool(sign))
    place, after = qualifiers.read_after(text, last.end, stop)
    single = last.value <= 1 or last.form == "fraction"
    unit = _money_unit(text, sign, place) or read_unit(text, place, stop, single, scaled=last.scale > 1)
    if last.form == "timed":
        unit = Unit(_TIMED.search(text[first.start : last.end])[1], place)
    end, behind = qualifiers.read_after(text, unit.end, stop)
    opening = start - len(sign.group()) if sign else start
    opening, before, unit = _read_front(text, opening, last, unit, first is not last)
    num_start, negative = (
        (start - 1, text[start - 1] in "-−–")
        if not sign and _is_signed(text, start, last.end)
        else (start, False)
    )
    relation = _settle(before, after, behind, first is not last)
    return _Claim(
        first,
        last,
        min(opening, num_start),
        end,
        num_start,
        relation,
        unit,
        sign.group() if sign else "",
        negative,
    )


def _money_unit(text: str, sign: re.Match | None, place: int) -> Unit | None:
    return with_rate(text, Unit("".join(sign.group().split()), place)) if sign else None


def _settle(before: str, after: str, behind: str, two: bool) -> str:
    """One relation out of the words before the number, after it and after its unit."""
    if two:
        return "range"
    said = [relation for relation in (before, after, behind) if relation]
    bounding = [relation for relation in said if relation != "about"]
    return (bounding or said or [""])[0]


def _is_signed(text: str, start: int, end: int) -> bool:
    """Whether a plus or minus belongs to the number: in a cell of a table, not a hyphen, a dash or a bullet."""
    if start == 0 or text[start - 1] not in "+-−–":
        return False
    alone = (
        start == 1
        or text[start - 2] in "\t|(\n"
        or text[max(0, start - 3) : start - 1].isspace()
        or (text[start - 1] in "+−" and text[start - 2] == " ")
    )
    if not alone:
        return text[start - 2] == " " and bool(_MINUS.match(text, end))
    return (
        text[start - 1] in "+−"
        or bool(_MINUS.match(text, end))
        or not text[end : end + 2].strip(" ").isalpha()
    )


_MINUS = re.compile(r"\s?(?:%|°|per\s?cent|degrees)")


_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.I)


def _read_front(text: str, start: int, last: Numeral, unit: Unit, two: bool) -> tuple[int, str, Unit]:
    """Where the words that belong to the number begin, the relation they say, and the unit if they say it is an age."""
    place, before, word = qualifiers.read_before(text, start, 0)
    if (
        last.form == "words"
        and last.value <= 12
        and not unit.measures
        and qualifiers.is_preposition(text, place, start, word)
    ):
        place, before = start, ""
    if (age := qualifiers.read_age(text, place, 0)) is not None:
        place, unit = age, unit if unit.name else Unit("age", unit.end)
        place, outer, _ = qualifiers.read_before(text, place, 0)
        before = outer or before
    if two and (between := _BETWEEN.search(text[max(0, place - 10) : place])):
        place -= len(between.group())
    return place, before, unit
