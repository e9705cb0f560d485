"""Numbers: every quantity a text states, with its bounds and what it counts.

What is no quantity (`masks`) and what is a date (`dates`) is passed over; what is left is read place by
place (`claims`): a number (`number_words`), perhaps a second (`ranges`), its unit (`units`) and the words
that bound it (`qualifiers`).

Conventions: `one` is a number where a noun in the singular follows it. “A dozen” is 12; “a couple”, “a pair”,
“several” and “dozens” are indefinite and not given. “Five-year plan” is five with the unit `year`,
“Five-Year Plan” a name. “Nearly” and “almost” are `under`, “as many as” is `at-most`. “Rose from 300 to 400”
states two numbers, “from 300 to 400 men” a range. “The next ten years” is a quantity, “ten years ago” a date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..finders.dates import find_dates
from . import masks
from .claims import Claim, read_claim
from .words import SEED


@dataclass(frozen=True)
class Number:
    """A quantity: `text[start:end]` is qualifier, number and unit, `num_start:num_end` the number itself.

    The number includes its scale word and the minus of a cell, not the sign of currency. `low` and `high` are
    in full units, NaN where open (`over 700` has no high end). `relation` is one of exact, about, over,
    at-least, under, at-most, range; with `about`, `low` and `high` are the number, for no band is invented.
    `unit` is what is counted or measured, in the words of the text: `reception stations`; `%` for percent,
    `age` for “age 30”, `tons/day` for a rate, empty where nothing stands beside the number.
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
    """Every quantity of an English text, in order and disjoint; never raises.

    >>> [(n.text, n.low, n.relation) for n in find_numbers("over 700 in Onsong, fifteen days")]
    [('over 700', 700.0, 'over'), ('fifteen days', 15.0, 'exact')]
    """
    found: list[Number] = []
    floor = 0  # what lies before it is read
    label_end = -1  # where the last label ended: “pp. 125-128, 130” is one list of labels
    for start, stop in _open_stretches(text):
        floor = place = max(floor, start)
        while seed := SEED.search(text, place, stop):
            claim = read_claim(text, seed.start(), floor, stop)
            if claim is None:
                place = seed.end()
                continue
            refusal = "label" if _continues(text, label_end, claim) else claim.refusal(text)
            if refusal:
                whole = refusal in ("label", "code", "clock time")
                place = claim.last.end if whole else claim.first.end
                label_end = place if refusal in ("label", "code") else label_end
            else:
                found.append(_number(text, claim))
                floor = place = claim.end
    return found


def _number(text: str, claim: Claim) -> Number:
    low, high = claim.bounds
    words = text[claim.start : claim.end]
    return Number(
        claim.start,
        claim.end,
        words,
        claim.num_start,
        claim.last.end,
        low,
        high,
        claim.relation,
        claim.unit.name,
    )


# “The next ten years”, “every ten years” date something and are quantities too; “ten years ago” only dates.
_DURATION = re.compile(
    r"^(?:(?:in|over|during|for|within|of|the|these|those) ){0,3}"
    r"(?:every|last|past|next|coming|previous|preceding|following|first|recent)\s+[\w-]+(?:\s+(?:or|to|and)\s+[\w-]+)?\s+"
    r"(?:day|week|month|year|decade|hour|night)s$",
    re.IGNORECASE,
)


def _open_stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text between dates and labels."""
    dates = [(date.start, date.end) for date in find_dates(text) if not _DURATION.search(date.text)]
    place = 0
    for start, end in sorted(dates + masks.regions(text)):
        if start > place:
            yield place, start
        place = max(place, end)
    if place < len(text):
        yield place, len(text)


_LIST = re.compile(r"(?:[\s,;&/–—-]|\b(?:[a-e]|and|or|to|through|thru|of)\b|\b\d{4}\b){1,16}$", re.IGNORECASE)


def _continues(text: str, label_end: int, claim: Claim) -> bool:
    """Whether a bare number only goes on with a list of labels."""
    if claim.qualified or claim.unit.name or not 0 <= label_end <= claim.first.start <= label_end + 20:
        return False
    return bool(_LIST.match(text[label_end : claim.first.start]))
