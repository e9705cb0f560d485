"""The results as tables: one row per result, per doubt it depends on, and per crux."""

from math import isfinite, nan
from typing import TYPE_CHECKING

from ..bounds import Bounds
from .catalogue import CATALOGUE
from .evidence import Registers
from .outcomes import Outcome, outcomes, range_wording, stays_true, wording
from .report import Result, results

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..cable import Cable

_COLUMNS = [
    *("id", "title", "statement", "wording", "low", "high", "unit", "kind", "range", "readings"),
    *("certainty", "voices", "depth", "formula", "inputs", "assumptions", "depends"),
]
_SENSITIVITY = ["result", "title", "crux", "combinations", "holds", "fails", "range", "wordings"]


def frame(cable: "Cable", **choices: str) -> "DataFrame":
    """One row per result under the default readings or those named.

    `low`, `high` are NaN where open and for verdicts; `range` and `readings` say what becomes of the result
    under all readings it depends on; `inputs`, `assumptions`, `depends` are joined with semicolons.
    """
    from pandas import DataFrame

    return DataFrame([_row(each) for each in results(cable, **choices).values()], columns=_COLUMNS)


def sensitivity(cable: "Cable") -> "DataFrame":
    """One row per result and crux it depends on, other cruxes at their defaults, and one for `all` together.

    `combinations` counts the readings tried, `holds` those under which the default wording stays true,
    `fails` those under which there is no result. `range` is the wording over all of them; `wordings` are the
    different ones, the default first.
    """
    from pandas import DataFrame

    registers, rows = Registers(cable), []
    for name, each in results(cable).items():
        found = outcomes(CATALOGUE[name], registers)
        parts = {crux: _varied(found, crux) for crux in each.depends}
        if each.depends:
            parts["all"] = list(found.values())
        rows += [_sensitive(each, crux, tried) for crux, tried in parts.items()]
    return DataFrame(rows, columns=_SENSITIVITY)


def doubts(cable: "Cable") -> "DataFrame":
    """One row per crux: how many results meet it, and how many and which of these it words otherwise.

    `passage` is the crux by its title, `titles` are those of the results whose ids stand in `which`.
    """
    from pandas import DataFrame

    table, rows = sensitivity(cable), []
    passages = cable.readings.drop_duplicates("crux").set_index("crux").title
    for crux in Registers(cable).cruxes:
        met = table[table.crux == crux]
        changed = met[met.wordings.str.contains("; ", regex=False)]
        names = ("; ".join(changed[column]) for column in ("result", "title"))
        rows.append((crux, passages[crux], len(met), len(changed), *names))
    return DataFrame(rows, columns=["crux", "passage", "results", "changed", "which", "titles"])


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


def _varied(found: dict[tuple, Outcome], crux: str) -> list[Outcome]:
    """The outcomes under which only this crux leaves its default, which stands first."""
    default = dict(next(iter(found)))
    others = [{name: option for name, option in choices if name != crux} for choices in found]
    kept = {name: option for name, option in default.items() if name != crux}
    return [each for each, rest in zip(found.values(), others, strict=True) if rest == kept]


def _sensitive(each: Result, crux: str, tried: list[Outcome]) -> tuple:
    holds = sum(stays_true(tried[0], other) for other in tried)
    fails = sum(other.answer is None for other in tried)
    entry = CATALOGUE[each.id]
    wordings = dict.fromkeys(wording(entry, other.answer) for other in tried)
    return (
        each.id,
        each.title,
        crux,
        len(tried),
        holds,
        fails,
        range_wording(entry, tried),
        "; ".join(wordings),
    )
