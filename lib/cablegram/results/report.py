"""The results of a cable, worked out under the readings chosen and put into words."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from inspect import getmembers, isfunction
from math import isfinite, isnan, nan
from typing import TYPE_CHECKING

from ..addresses import parse
from ..bounds import Bounds, hull
from ..document import Document
from ..measures import Judgement, Quantity
from ..readings import choose
from ..registers import edition_table
from ..wording import SYMBOLS, word
from . import counts, rates, stations
from .evidence import Answer, Choice, Evidence, MissingEvidence, Outcome, outcomes

if TYPE_CHECKING:
    from pandas import DataFrame

DOES_NOT_HOLD = "does not hold"
_MEASURED = {"days", "km", "%"}
_COLUMNS = [
    *("id", "title", "statement", "wording", "low", "high", "unit", "kind", "range", "readings"),
    *("certainty", "voices", "depth", "formula", "inputs", "assumptions", "depends"),
]


@dataclass(frozen=True)
class Result:
    """A result under the readings chosen, with what it rests on.

    `value` is `Bounds`, the words of a verdict, or `None` where the result does not hold: then `statement`
    says why. `inputs` are addresses (`q-total`, `d-talk`, `outside-yanbian-1962`, `s-2.4.2`). `depends` are
    the cruxes it meets, `readings` the option taken of each. `voices` counts the innermost voices behind the
    inputs, `depth` the longest chain to one. `forms` holds every wording by name, `variants` the forms under
    each combination of readings, the defaults first.
    """

    id: str
    title: str
    statement: str
    value: Bounds | str | None
    unit: str
    kind: str
    certainty: str
    formula: str
    inputs: tuple[str, ...]
    assumptions: tuple[str, ...]
    depends: tuple[str, ...]
    readings: dict[str, str]
    voices: int
    depth: int
    forms: dict[str, str]
    variants: dict[Choice, dict[str, str]]

    @property
    def wording(self) -> str:
        return self.forms[""]

    def __str__(self) -> str:
        return self.statement


@cache
def functions() -> dict[str, Callable[[Evidence], Answer]]:
    """The functions that compute results, by the id that their name stands for."""
    return {
        name.replace("_", "-"): function
        for module in (counts, stations, rates)
        for name, function in getmembers(module, isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }


@lru_cache(maxsize=4)  # the figures of a cable and its tables all ask for the same
def results(document: Document, **choices: str) -> dict[str, Result]:
    """Every result that the registers allow, by id, under the default readings or those named.

    There are none without registers: what can be counted without is nothing that anybody asked.
    Raises `ReadingError` for a crux or option that the readings register does not have.
    """
    if not document.has_rows:
        return {}
    found, work_out = {}, cache(partial(_work_out, document, choices))
    for name in edition_table("results"):
        with suppress(MissingEvidence):
            found[name] = work_out(name)
    return {name: _worded(each, document, work_out) for name, each in found.items()}


def result(document: Document, name: str, **choices: str) -> Result:
    """One result by its id.

    Raises `KeyError` for an id that no result has, `MissingEvidence` where the registers of this document
    lack what it needs, `ReadingError` as `results` does.
    """
    if name not in edition_table("results"):
        raise KeyError(f"there is no result {name!r}; the results are {', '.join(edition_table('results'))}")
    return _worded(_work_out(document, choices, name), document, partial(_work_out, document, choices))


def _work_out(document: Document, choices: dict[str, str], name: str) -> Result:
    """The result with the placeholders of its title and statement still in them."""
    row, everywhere = edition_table("results")[name], outcomes(functions()[name], document)
    chosen, depends = choose(document.cruxes, choices), [crux for crux, _ in next(iter(everywhere))]
    taken = {crux: chosen[crux] for crux in depends}
    outcome, every = everywhere[tuple(taken.items())], list(everywhere.values())
    decimals = None if isnan(row["decimals"]) else int(row["decimals"])
    variants = {choice: _forms(decimals, each, every) for choice, each in everywhere.items()}
    answer, inputs = outcome.answer, outcome.answer.sources if outcome.answer else ()
    chains = _chains(document, inputs)
    return Result(
        id=name,
        title=row["title"],
        statement=row["says"] if answer else outcome.reason,
        value=answer.verdict if isinstance(answer, Judgement) else getattr(answer, "bounds", None),
        unit=getattr(answer, "unit", ""),
        kind=row["kind"] or "finding",
        certainty=row["certainty"],
        formula=row["by"],
        inputs=inputs,
        assumptions=answer.assumptions if answer else (),
        depends=tuple(depends),
        readings=taken,
        voices=len({voices[-1] for voices in chains}),
        depth=max(map(len, chains), default=0),
        forms=variants[tuple(taken.items())],
        variants=variants,
    )


def _chains(document: Document, inputs: tuple[str, ...]) -> list[tuple[str, ...]]:
    """One chain per input that somebody says: of its sentence, or of the outside source it comes from."""
    found = []
    for address in inputs:
        kind = parse(address)[0]
        if kind.prefix == "outside":
            source = document.row(f"source-{document.row(address)['source']}")
            found.append((source["author"] or source["id"],))  # two passages of one author are one voice
        elif kind.prefix in ("q", "d", "s"):
            found.append(document.chain(document.row(address)["sentence"]))
    return [voices for voices in found if voices]


def _worded(each: Result, document: Document, result_of: Callable[[str], Result]) -> Result:
    title, statement = (fill(words, document, result_of, each.id) for words in (each.title, each.statement))
    return replace(each, title=title, statement=statement)


# ---- in words


def _forms(decimals: int | None, outcome: Outcome, every: list[Outcome]) -> dict[str, str]:
    """Every wording of a result by name; the plain one under the empty name.

    `range` and `readings` for every result; `unit` with the unit behind it; `words` where whole numbers up to
    twenty can be spelled.
    """
    answer = outcome.answer
    plain = _in_words(answer, decimals)
    texts = {"": plain, "range": _range_in_words(decimals, every), "readings": "rests on no doubtful reading"}
    if len(every) > 1:
        true = sum(_stays_true(outcome, other) for other in every)
        texts["readings"] = f"holds in {true} of {len(every)} readings"
    if isinstance(answer, Quantity):
        singular = answer.unit.removesuffix("s") if plain == "1" else answer.unit
        texts["unit"] = plain if answer.unit in SYMBOLS else f"{plain} {singular}"
        spelled = _in_words(answer, decimals, spell=True)
        if spelled != plain:
            texts["words"] = spelled
    return texts


def _in_words(answer: Answer | None, decimals: int | None, spell: bool = False) -> str:
    if not isinstance(answer, Quantity):
        return answer.verdict if answer else DOES_NOT_HOLD
    ends = [end for end in (answer.bounds.low, answer.bounds.high) if isfinite(end)]
    # what comes one by one, in whole numbers, is fewer and not less
    counted = answer.unit not in _MEASURED and all(end.denominator == 1 for end in ends)
    return word(answer.bounds, answer.unit, decimals, counted, spell)


def _range_in_words(decimals: int | None, every: list[Outcome]) -> str:
    """The answer over all readings under which there is one: the widest bounds, or every verdict."""
    answers = [each.answer for each in every if each.answer is not None]
    if answers and all(isinstance(answer, Quantity) for answer in answers):
        widest = hull([answer.bounds for answer in answers])
        return _in_words(replace(answers[0], bounds=widest), decimals)
    return " or ".join(dict.fromkeys(_in_words(answer, decimals) for answer in answers)) or DOES_NOT_HOLD


def _stays_true(outcome: Outcome, other: Outcome) -> bool:
    """Whether what is said under one reading is still true under another; to have no bound is said too."""
    answers = outcome.answer, other.answer
    if all(isinstance(answer, Quantity) and not answer.bounds.says_nothing for answer in answers):
        return other.answer.bounds in outcome.answer.bounds
    return len({_in_words(answer, None) for answer in answers}) == 1


def fill(template: str, document: Document, result_of: Callable[[str], Result], own: str = "") -> str:
    """The template with the words that stand at each address in place of its placeholder.

    Placeholders are `{result-x}` and `{result-x--range}`, `{q-x}`, `{d-x}`, `{outside-x}`, and `{value}` or
    `{value--words}` for the result `own`. One that begins with a capital gives words that do. `result_of`
    gives a result by its id. Raises `LookupError` for an address where nothing stands.
    """

    def words_of(match: re.Match) -> str:
        address = re.sub(r"^value\b", f"result-{own}", match[1][0].lower() + match[1][1:])
        kind, name, form = parse(address)
        if kind.prefix == "result":
            forms = result_of(name).forms
            words = forms.get(form, forms[""])
        else:
            words = document.row(address)[kind.words]
        return words[0].upper() + words[1:] if match[1][0].isupper() else words

    return re.sub(r"\{([^{}]+)\}", words_of, template)


# ---- as tables


def frame(document: Document, **choices: str) -> "DataFrame":
    """One row per result under the default readings or those named.

    `low`, `high` are NaN where open and for verdicts; `range` and `readings` say what becomes of the result
    under all readings it depends on; `inputs`, `assumptions`, `depends` are joined with semicolons.
    """
    from pandas import DataFrame

    return DataFrame([_row(each) for each in results(document, **choices).values()], columns=_COLUMNS)


def _row(each: Result) -> dict:
    bounds = each.value if isinstance(each.value, Bounds) else Bounds()
    return {
        **{name: getattr(each, name) for name in _COLUMNS if hasattr(each, name)},
        "low": float(bounds.low) if isfinite(bounds.low) else nan,
        "high": float(bounds.high) if isfinite(bounds.high) else nan,
        "range": each.forms["range"],
        "readings": each.forms["readings"],
        **{name: "; ".join(getattr(each, name)) for name in ("inputs", "assumptions", "depends")},
    }


def doubts(document: Document) -> "DataFrame":
    """One row per crux: how many results meet it, and how many and which of these it words otherwise.

    `passage` is the crux by its title, `titles` are those of the results whose ids stand in `which`.
    """
    from pandas import DataFrame

    found = results(document).values()
    rows = []
    for crux, row in document.rows("readings", "crux").items():
        met = [each for each in found if crux in each.depends]
        changed = [each for each in met if len(_wordings(each, crux, document.cruxes[crux])) > 1]
        names = ("; ".join(getattr(each, name) for each in changed) for name in ("id", "title"))
        rows.append((crux, row["title"], len(met), len(changed), *names))
    return DataFrame(rows, columns=["crux", "passage", "results", "changed", "which", "titles"])


def _wordings(each: Result, crux: str, options: tuple[str, ...]) -> set[str]:
    """How the result is worded under the readings of one crux, all others at their defaults."""
    default = dict(next(iter(each.variants)))
    return {each.variants[tuple((default | {crux: option}).items())][""] for option in options}
