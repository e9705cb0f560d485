"""Results: every number and verdict the edition computes, under the readings chosen.

What they say stands in `registers/results.toml`; what each computes is a small function of the evidence in
`counts`, `stations` or `rates`, named as the result is: `rate_stay` for `rate-stay`.
"""

from .evidence import MissingEvidence
from .report import DOES_NOT_HOLD, Result, doubts, fill, frame, functions, result, results

__all__ = [
    "DOES_NOT_HOLD",
    "MissingEvidence",
    "Result",
    "doubts",
    "fill",
    "frame",
    "functions",
    "result",
    "results",
]
