"""The catalogue of results: each a small function of the evidence, entered under its id with what it says."""

from collections.abc import Callable
from dataclasses import dataclass

from ..measures import Judgement, Quantity
from .evidence import Evidence

Answer = Quantity | Judgement


@dataclass(frozen=True)
class Entry:
    """A result as it stands in the catalogue, before any evidence is looked at.

    `statement` holds placeholders: `{value}` for the result's own wording, `{value--range}` for another form
    of it, and addresses such as `{q-total}` or `{result-rate-stay}` for what stands there. `kind` is
    `finding`, `check`, or `false friend` for a sum that comes out neatly and means nothing. `certainty` is
    that of the statement as worded, with its assumptions; not of the arithmetic, which is always certain.
    `decimals` are named where the usual ones would promise more than the inputs give (`wording.word`).
    """

    id: str
    title: str
    statement: str
    formula: str
    kind: str
    certainty: str
    decimals: int | None
    compute: Callable[[Evidence], Answer]


CATALOGUE: dict[str, Entry] = {}


def result(
    id: str,
    title: str,
    says: str,
    by: str,
    kind: str = "finding",
    certainty: str = "high",
    decimals: int | None = None,
) -> Callable[[Callable[[Evidence], Answer]], Callable[[Evidence], Answer]]:
    """Enters the decorated function in the catalogue; `by` is its formula in words.

    Raises `ValueError` for an id that is taken.
    """

    def enter(compute: Callable[[Evidence], Answer]) -> Callable[[Evidence], Answer]:
        if id in CATALOGUE:
            raise ValueError(f"two results are called {id!r}")
        CATALOGUE[id] = Entry(id, title, says, by, kind, certainty, decimals, compute)
        return compute

    return enter
