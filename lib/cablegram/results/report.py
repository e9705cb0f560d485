"""The results of a cable, worked out under the readings chosen and put into words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from inspect import getmembers, isfunction
from math import isfinite, nan
from typing import TYPE_CHECKING

from ..addresses import KINDS, parse
from ..bounds import Bounds, hull
from ..document import Document
from ..measures import Judgement, Quantity
from ..readings import choose
from ..registers import edition_table
from ..wording import SYMBOLS, one_in, word
from . import counts, outside, rates, shares, stations
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
class Entry:
    """A result as it stands in `results.toml`, and the function that computes it.

    `kind` is `finding`, `check`, or `false friend` for a number that comes out neatly and means nothing.
    `certainty` is that of the statement as worded, with its assumptions; not of the arithmetic. `decimals`
    are named where the usual ones would promise more than the inputs give (`wording.word`).
    """

    id: str
    title: str
    statement: str
    formula: str
    kind: str
    certainty: str
    decimals: int | None
    compute: Callable[[Evidence], Answer]


@dataclass(frozen=True)
class Result:
    """A result under the readings chosen, with what it rests on.

    `value` is `Bounds`, the words of a verdict, or `None` where the result does not hold: then `statement`
    says why. `inputs` are addresses (`q-total`, `d-talk`, `outside-yanbian-1962`, `s-2.4.2`), `notes` the
    commentary notes that cite the result. `depends` are the cruxes it meets, `readings` the option taken of
    each. `voices` counts the innermost voices behind the inputs, `depth` the longest chain to one. `forms`
    holds every wording by name, `variants` the forms under each combination of readings, the defaults first.
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
    notes: tuple[str, ...]
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
def catalogue() -> dict[str, Entry]:
    """Every result of the edition by id, in the order of `results.toml`."""
    computing = functions()
    return {
        id: Entry(
            id,
            row["title"],
            row["says"],
            row["by"],
            row["kind"] or "finding",
            row["certainty"],
            None if row["decimals"] != row["decimals"] else int(row["decimals"]),
            computing[id],
        )
        for id, row in edition_table("results").items()
    }


def functions() -> dict[str, Callable[[Evidence], Answer]]:
    """The functions that compute results, by the id that their name stands for."""
    return {
        name.replace("_", "-"): function
        for module in (counts, stations, rates, outside, shares)
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
    found = {}
    for name, entry in catalogue().items():
        try:
            found[name] = _work_out(entry, document, choices)
        except MissingEvidence:
            continue
    texts = _Forms(document, choices)
    texts.update({name: each.forms for name, each in found.items()})
    return {name: _worded(each, document, texts) for name, each in found.items()}


def result(document: Document, name: str, **choices: str) -> Result:
    """One result by its id.

    Raises `KeyError` for an id that no result has, `MissingEvidence` where the registers of this document
    lack what it needs, `ReadingError` as `results` does.
    """
    if name not in catalogue():
        raise KeyError(f"there is no result {name!r}; the results are {', '.join(catalogue())}")
    return _worded(_work_out(catalogue()[name], document, choices), document, _Forms(document, choices))


class _Forms(dict):
    """The forms of every result, each worked out when a statement first asks for it."""

    def __init__(self, document: Document, choices: dict[str, str]):
        self.document, self.choices = document, choices

    def __missing__(self, name: str) -> dict[str, str]:
        self[name] = _work_out(catalogue()[name], self.document, self.choices).forms
        return self[name]


def _work_out(entry: Entry, document: Document, choices: dict[str, str]) -> Result:
    """The result with the placeholders of its title and statement still in them."""
    chosen, everywhere = choose(document.cruxes, choices), outcomes(entry.compute, document)
    depends = tuple(crux for crux, _ in next(iter(everywhere)))
    taken = {crux: chosen[crux] for crux in depends}
    outcome, every = everywhere[tuple(taken.items())], list(everywhere.values())
    answer, variants = (
        outcome.answer,
        {choice: forms(entry, each, every) for choice, each in everywhere.items()},
    )
    inputs, cited = answer.sources if answer else (), f"result:{entry.id}"
    chains = _chains(document, inputs)
    return Result(
        id=entry.id,
        title=entry.title,
        statement=entry.statement if answer else outcome.reason,
        value=answer.verdict if isinstance(answer, Judgement) else getattr(answer, "bounds", None),
        unit=getattr(answer, "unit", ""),
        kind=entry.kind,
        certainty=entry.certainty,
        formula=entry.formula,
        inputs=inputs,
        notes=tuple(id for id, row in document.rows("notes").items() if cited in row["evidence"]),
        assumptions=answer.assumptions if answer else (),
        depends=depends,
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


def _worded(each: Result, document: Document, texts: Mapping[str, Mapping[str, str]]) -> Result:
    title, statement = (fill(words, document, texts, each.id) for words in (each.title, each.statement))
    return replace(each, title=title, statement=statement)


# ---- in words


def wording(found: dict[str, Result], name: str, form: str | None = None) -> str:
    """How a result is worded today; `form` is `range`, `readings`, `unit`, `words` or `fraction`.

    Raises `KeyError` that lists what there is, for an id or a form that there is not.
    """
    if name not in found:
        raise KeyError(f"there is no result {name!r}")
    texts = found[name].forms
    if (form or "") not in texts:
        raise KeyError(f"the result {name!r} has no form {form!r}; it has {', '.join(filter(None, texts))}")
    return texts[form or ""]


def forms(entry: Entry, outcome: Outcome, every: list[Outcome]) -> dict[str, str]:
    """Every wording of a result by name; the plain one under the empty name.

    `range` and `readings` for every result; `unit` with the unit behind it; `words` where whole numbers up to
    twenty can be spelled; `fraction` for a share that is one in so many.
    """
    plain = _answer_in_words(entry, outcome.answer)
    texts = {
        "": plain,
        "range": _range_in_words(entry, every),
        "readings": _readings_in_words(outcome, every),
    }
    if isinstance(outcome.answer, Quantity):
        texts["unit"] = _with_unit(plain, outcome.answer.unit)
        texts["words"] = _answer_in_words(entry, outcome.answer, spell=True)
        texts["fraction"] = one_in(outcome.answer.bounds) if outcome.answer.unit == "%" else ""
        if texts["words"] == plain:
            del texts["words"]
    return {name: text for name, text in texts.items() if text}


def _answer_in_words(
    entry: Entry, answer: Answer | None, bounds: Bounds | None = None, spell: bool = False
) -> str:
    """The answer in words; `bounds` puts other bounds in its place."""
    if answer is None:
        return DOES_NOT_HOLD
    if isinstance(answer, Judgement):
        return answer.verdict
    bounds = bounds or answer.bounds
    return word(bounds, answer.unit, entry.decimals, _is_counted(bounds, answer.unit), spell)


def _range_in_words(entry: Entry, every: list[Outcome]) -> str:
    """The answer over all readings under which there is one: the widest bounds, or every verdict."""
    answers = [each.answer for each in every if each.answer is not None]
    if not answers:
        return DOES_NOT_HOLD
    if any(isinstance(answer, Judgement) for answer in answers):
        return " or ".join(dict.fromkeys(_answer_in_words(entry, answer) for answer in answers))
    return _answer_in_words(entry, answers[0], hull([answer.bounds for answer in answers]))


def _readings_in_words(outcome: Outcome, every: list[Outcome]) -> str:
    """In how many of the readings what is said stays true."""
    if len(every) == 1:
        return "rests on no doubtful reading"
    return f"holds in {sum(_stays_true(outcome, other) for other in every)} of {len(every)} readings"


def _stays_true(outcome: Outcome, other: Outcome) -> bool:
    """Whether what is said under one reading is still true under another; to have no bound is said too."""
    if outcome.answer is None or other.answer is None:
        return outcome.answer is other.answer
    if isinstance(outcome.answer, Judgement) or isinstance(other.answer, Judgement):
        return outcome.answer.verdict == other.answer.verdict
    if outcome.answer.bounds.says_nothing:
        return other.answer.bounds.says_nothing
    return other.answer.bounds in outcome.answer.bounds


def _is_counted(bounds: Bounds, unit: str) -> bool:
    """Whether it is fewer, not less: whole numbers of what comes one by one."""
    finite = [end for end in (bounds.low, bounds.high) if isfinite(end)]
    return unit not in _MEASURED and all(end.denominator == 1 for end in finite)


def _with_unit(plain: str, unit: str) -> str:
    """“1 office”, “more than 90 people a day”; a unit that is written anyway is not written twice."""
    if unit in SYMBOLS:
        return plain
    return f"{plain} {unit.removesuffix('s') if plain == '1' else unit}".rstrip()


def fill(template: str, document: Document, texts: Mapping[str, Mapping[str, str]], own: str = "") -> str:
    """The template with the words that stand at each address in place of its placeholder.

    Placeholders are `{result-x}` and `{result-x--range}`, `{q-x}`, `{d-x}`, `{outside-x}`, and `{value}` or
    `{value--words}` for the result `own`. One that begins with a capital gives words that do. `texts` holds
    the forms of every result. Raises `LookupError` for an address where nothing stands.
    """

    def words_of(match: re.Match) -> str:
        address = match[1][0].lower() + match[1][1:]
        words = _words_at(re.sub(r"^value\b", f"result-{own}", address), document, texts)
        return words[0].upper() + words[1:] if match[1][0].isupper() else words

    return re.sub(r"\{([^{}]+)\}", words_of, template)


def _words_at(address: str, document: Document, texts: Mapping[str, Mapping[str, str]]) -> str:
    if address.partition("-")[0] not in KINDS:
        raise KeyError(
            f"{{{address}}} is no placeholder: it names neither a result nor a quantity, date or source"
        )
    kind, name, form = parse(address)
    if kind.prefix == "result":
        return texts[name].get(form, texts[name][""])
    return document.row(address)[kind.words]


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
        changed = [each for each in met if len(_wordings(each, crux)) > 1]
        names = ("; ".join(getattr(each, name) for each in changed) for name in ("id", "title"))
        rows.append((crux, row["title"], len(met), len(changed), *names))
    return DataFrame(rows, columns=["crux", "passage", "results", "changed", "which", "titles"])


def _wordings(each: Result, crux: str) -> set[str]:
    """How the result is worded under the readings of one crux, all others at their defaults."""
    default = dict(next(iter(each.variants)))
    alone = [
        choice
        for choice in each.variants
        if set(choice) - set(default.items()) <= {(crux, dict(choice)[crux])}
    ]
    return {each.variants[choice][""] for choice in alone}
