"""Counts of the document and of the edition: sentences, numbers by kind, doubts, entries of the registers."""

from math import prod

from ..measures import Quantity
from .catalogue import result
from .evidence import Evidence, count

_RELATIONS = {
    "exact": "stated without any qualifier",
    "over": "given as more than so many",
    "about": "given as about so many",
    "range": "given as a range or as one of two",
    "at-least": "given as so many or more",
    "at-most": "given as so many or less",
}
_ENTRIES = {
    "places": "places",
    "people": "people",
    "offices": "offices",
    "dates": "dates",
    "anomalies": "slips and doubts of the text",
    "notes": "notes",
    "sources": "passages from outside",
    "outside": "numbers from outside",
    "timeline": "events",
}


@result(
    "quantities-all",
    title="Numbers stated",
    says="The cable states {value} numbers.",
    by="rows of the register of quantities",
    certainty="certain",
)
def quantities_all(given: Evidence) -> Quantity:
    return _numbers(given, *_RELATIONS)


def _enter_relation(relation: str, described: str) -> None:
    result(
        f"quantities-{relation}",
        title=f"Numbers {described}",
        says=f"Numbers {described}: {{value--words}}, of {{result-quantities-all}} in all.",
        by="rows of the register of quantities with this relation",
        certainty="certain",
    )(lambda given: _numbers(given, relation))


def _enter_register(register: str, described: str) -> None:
    result(
        f"count-{register}",
        title=f"Register of {described}",
        says=f"Rows in the register of {described}: {{value}}.",
        by="rows of the register",
        certainty="certain",
    )(lambda given: count(len(given.registers.filled(register)), described))


@result(
    "sentences-body",
    title="Sentences of the body",
    says="The sections hold {value} sentences.",
    by="sentences of the numbered sections, headings left out",
    certainty="certain",
)
def sentences_body(given: Evidence) -> Quantity:
    return count(len(given.body()), "sentences")


@result(
    "cruxes-all",
    title="Cruxes",
    says="Doubtful passages that the edition weighs: {value--words}.",
    by="cruxes of the register of readings",
    certainty="certain",
)
def cruxes_all(given: Evidence) -> Quantity:
    return count(len(given.registers.filled("readings", "crux")), "cruxes")


@result(
    "readings-all",
    title="Combinations of readings",
    says="Their readings can be combined in {value} ways.",
    by="product of the options of all cruxes",
    certainty="certain",
)
def readings_all(given: Evidence) -> Quantity:
    given.registers.filled("readings")
    return count(prod(len(crux.options) for crux in given.registers.cruxes.values()), "combinations")


def _numbers(given: Evidence, *relations: str) -> Quantity:
    rows = given.registers.filled("quantities").items()
    addresses = [f"q-{id}" for id, row in rows if row["relation"] in relations]
    return count(len(addresses), "numbers", *addresses)


for _relation, _described in _RELATIONS.items():
    _enter_relation(_relation, _described)
for _register, _described in _ENTRIES.items():
    _enter_register(_register, _described)
