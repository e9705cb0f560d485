"""Results: every number and verdict the edition computes, under the readings chosen.

What they say stands in `registers/results.toml`; what each computes is a small function of the evidence in
`counts`, `stations`, `rates`, `outside` or `shares`, named as the result is: `rate_stay` for `rate-stay`.
"""

from .evidence import DoesNotHold, MissingEvidence, Registers
from .report import DOES_NOT_HOLD, Result, catalogue, doubts, fill, frame, functions, result, results, wording

__all__ = [
    "DOES_NOT_HOLD",
    "DoesNotHold",
    "MissingEvidence",
    "Registers",
    "Result",
    "catalogue",
    "doubts",
    "fill",
    "frame",
    "functions",
    "result",
    "results",
    "wording",
]
