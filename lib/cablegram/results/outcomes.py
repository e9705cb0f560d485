"""Outcomes: a result worked out under its readings, and how it is put into words."""

from dataclasses import dataclass
from math import isfinite

from ..bounds import Bounds, hull
from ..measures import Judgement, Quantity
from ..readings import combinations
from ..wording import SYMBOLS, one_in, word
from .catalogue import Answer, Entry
from .evidence import DoesNotHold, Evidence, Registers

DOES_NOT_HOLD = "does not hold"
_MEASURED = {"days", "months", "years", "km", "%", "times"}


@dataclass(frozen=True)
class Outcome:
    """What comes out under one combination of readings: an answer, or the reason why there is none."""

    answer: Answer | None
    reason: str
    met: frozenset[str]


def outcome(entry: Entry, registers: Registers, choices: dict[str, str]) -> Outcome:
    """The result under these readings; raises `MissingEvidence` where the registers lack what it needs."""
    evidence = Evidence(registers, choices)
    try:
        answer, reason = entry.compute(evidence), ""
    except DoesNotHold as refusal:
        answer, reason = None, str(refusal)
    return Outcome(answer, reason, frozenset(evidence.met))


def outcomes(entry: Entry, registers: Registers) -> dict[tuple[tuple[str, str], ...], Outcome]:
    """The result under every combination of the readings it depends on, the defaults first.

    A reading may lead to a further doubt, so the combinations grow until no new crux is met.
    """
    met: frozenset[str] = frozenset()
    while True:
        picked = combinations(registers.cruxes, met)
        found = {tuple(choices.items()): outcome(entry, registers, choices) for choices in picked}
        widened = met.union(*(each.met for each in found.values()))
        if widened == met:
            return found
        met = widened


def stays_true(said: Outcome, other: Outcome) -> bool:
    """Whether what is said under one reading is still true under another; to have no bound is said too."""
    if said.answer is None or other.answer is None:
        return said.answer is other.answer
    if isinstance(said.answer, Judgement) or isinstance(other.answer, Judgement):
        return said.answer.verdict == other.answer.verdict
    if said.answer.bounds.says_nothing:
        return other.answer.bounds.says_nothing
    return other.answer.bounds in said.answer.bounds


def wording(entry: Entry, answer: Answer | None, bounds: Bounds | None = None, spell: bool = False) -> str:
    """The answer in words; `bounds` puts other bounds in its place."""
    if answer is None:
        return DOES_NOT_HOLD
    if isinstance(answer, Judgement):
        return answer.verdict
    bounds = bounds or answer.bounds
    return word(bounds, answer.unit, entry.decimals, _is_counted(bounds, answer.unit), spell)


def range_wording(entry: Entry, found: list[Outcome]) -> str:
    """The answer over all readings under which there is one: the widest bounds, or every verdict."""
    answers = [each.answer for each in found if each.answer is not None]
    if not answers:
        return DOES_NOT_HOLD
    if any(isinstance(answer, Judgement) for answer in answers):
        return " or ".join(dict.fromkeys(wording(entry, answer) for answer in answers))
    return wording(entry, answers[0], hull([answer.bounds for answer in answers]))


def readings_wording(said: Outcome, found: list[Outcome]) -> str:
    """In how many of the readings what is said stays true."""
    if len(found) == 1:
        return "rests on no doubtful reading"
    return f"holds in {sum(stays_true(said, other) for other in found)} of {len(found)} readings"


def forms(entry: Entry, said: Outcome, found: list[Outcome]) -> dict[str, str]:
    """Every wording of a result by name; the plain one under the empty name.

    `range` and `readings` for every result; `unit` with the unit behind it; `words` where whole numbers up to
    twenty can be spelled; `fraction` for a share that is one in so many.
    """
    plain = wording(entry, said.answer)
    texts = {"": plain, "range": range_wording(entry, found), "readings": readings_wording(said, found)}
    if isinstance(said.answer, Quantity):
        texts["unit"] = _with_unit(plain, said.answer.unit)
        texts["words"] = wording(entry, said.answer, spell=True)
        texts["fraction"] = one_in(said.answer.bounds) if said.answer.unit == "%" else ""
        if texts["words"] == plain:
            del texts["words"]
    return {name: text for name, text in texts.items() if text}


def _is_counted(bounds: Bounds, unit: str) -> bool:
    """Whether it is fewer, not less: whole numbers of what comes one by one."""
    finite = [end for end in (bounds.low, bounds.high) if isfinite(end)]
    return unit not in _MEASURED and all(end.denominator == 1 for end in finite)


def _with_unit(plain: str, unit: str) -> str:
    """“1 office”, “more than 90 people a day”; a unit that is written anyway is not written twice."""
    if unit in SYMBOLS:
        return plain
    return f"{plain} {unit.removesuffix('s') if plain == '1' else unit}".rstrip()
