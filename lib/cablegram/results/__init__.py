"""Results: every number and verdict the edition computes, under the readings chosen.

They stand in `stations`, `rates`, `ages`, `shares`, `distances`, `outside`, `voices`, `words` and `counts`,
each a small function under a decorator that says what it is. Importing a module enters its results, and the
order here is that of the tables.
"""

from . import stations, rates, ages, shares, distances, outside, voices, words, counts  # noqa: F401, I001 - in this order
from .catalogue import CATALOGUE
from .evidence import DoesNotHold, MissingEvidence, Registers
from .report import Result, result, results, wording
from .statements import fill
from .tables import doubts, frame, sensitivity

__all__ = [
    "CATALOGUE",
    "DoesNotHold",
    "MissingEvidence",
    "Registers",
    "Result",
    "doubts",
    "fill",
    "frame",
    "result",
    "results",
    "sensitivity",
    "wording",
]
