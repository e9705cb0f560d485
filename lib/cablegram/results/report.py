"""The results of a cable, worked out under the readings chosen and put into words."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..bounds import Bounds
from ..measures import Judgement
from .catalogue import CATALOGUE, Entry
from .evidence import MissingEvidence, Registers
from .outcomes import forms, outcome, outcomes
from .statements import fill
from .witnesses import depth, independent

if TYPE_CHECKING:
    from ..cable import Cable


@dataclass(frozen=True)
class Result:
    """A result under the readings chosen, with what it rests on.

    `value` is `Bounds`, the words of a verdict, or `None` where the result does not hold: then `statement`
    says why. `inputs` are addresses (`q-total`, `d-talk`, `outside-japan-1961`, `s-2.4.2`), `notes` the
    commentary notes that cite the result. `depends` are the cruxes it meets, `readings` the option taken of
    each. `voices` counts the innermost voices behind the inputs, `depth` the longest chain to one. `forms`
    holds every wording by name.
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

    @property
    def wording(self) -> str:
        return self.forms[""]

    def __str__(self) -> str:
        return self.statement


def results(cable: "Cable", **choices: str) -> dict[str, Result]:
    """Every result that the registers of the cable allow, by id, under the default readings or those named.

    There are none without registers: what can be counted without is nothing that anybody asked.
    Raises `ReadingError` for a crux or option that the readings register does not have.
    """
    if all(table.empty for table in cable.registers.values()):
        return {}
    registers, found = Registers(cable), {}
    for name, entry in CATALOGUE.items():
        try:
            found[name] = _work_out(entry, registers, choices)
        except MissingEvidence:
            continue
    texts = _Forms(registers, choices)
    texts.update({name: each.forms for name, each in found.items()})
    return {name: _worded(each, registers, texts) for name, each in found.items()}


def result(cable: "Cable", name: str, **choices: str) -> Result:
    """One result by its id.

    Raises `KeyError` for an id that is not in the catalogue, `MissingEvidence` where the registers of this
    document lack what it needs, `ReadingError` as `results` does.
    """
    if name not in CATALOGUE:
        raise KeyError(f"there is no result {name!r}; the results are {', '.join(CATALOGUE)}")
    registers = Registers(cable)
    return _worded(_work_out(CATALOGUE[name], registers, choices), registers, _Forms(registers, choices))


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


class _Forms(dict):
    """The forms of every result, each worked out when a statement first asks for it."""

    def __init__(self, registers: Registers, choices: dict[str, str]):
        self.registers, self.choices = registers, choices

    def __missing__(self, name: str) -> dict[str, str]:
        self[name] = _work_out(CATALOGUE[name], self.registers, self.choices).forms
        return self[name]


def _work_out(entry: Entry, registers: Registers, choices: dict[str, str]) -> Result:
    """The result with the placeholders of its title and statement still in them."""
    said, everywhere = outcome(entry, registers, choices), outcomes(entry, registers)
    answer = said.answer
    inputs = answer.sources if answer else ()
    met = [crux for crux in registers.cruxes if any(crux in each.met for each in everywhere.values())]
    return Result(
        id=entry.id,
        title=entry.title,
        statement=entry.statement if answer else said.reason,
        value=answer.verdict if isinstance(answer, Judgement) else getattr(answer, "bounds", None),
        unit=getattr(answer, "unit", ""),
        kind=entry.kind,
        certainty=entry.certainty,
        formula=entry.formula,
        inputs=inputs,
        notes=registers.notes_on(entry.id),
        assumptions=answer.assumptions if answer else (),
        depends=tuple(met),
        readings={crux: choices.get(crux, registers.cruxes[crux].default) for crux in met},
        voices=independent(registers, inputs),
        depth=depth(registers, inputs),
        forms=forms(entry, said, list(everywhere.values())),
    )


def _worded(each: Result, registers: Registers, texts: dict[str, dict[str, str]]) -> Result:
    return replace(
        each,
        title=fill(each.title, registers, texts, each.id),
        statement=fill(each.statement, registers, texts, each.id),
    )
