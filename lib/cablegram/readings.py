"""Readings: the cruxes of a document, the ways of taking each, and every combination of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame


class ReadingError(ValueError):
    """A choice names a crux, or an option of one, that the register does not have."""


@dataclass(frozen=True)
class Crux:
    """A doubtful passage and the ids of its options, the default first."""

    id: str
    options: tuple[str, ...]

    @property
    def default(self) -> str:
        return self.options[0]


def cruxes(readings: "DataFrame") -> dict[str, Crux]:
    """The cruxes of a readings table (one row per option: `crux`, `option`, `default`); empty where it is.

    Raises `ReadingError` for a crux that does not have exactly one default.
    """
    return {name: _crux(str(name), rows) for name, rows in readings.groupby("crux", sort=False)}


def choose(known: Mapping[str, Crux], choices: Mapping[str, str]) -> dict[str, str]:
    """The option of every crux: the one chosen, else the default.

    Raises `ReadingError` that names what there is to choose.
    """
    for crux, option in choices.items():
        if crux not in known:
            raise ReadingError(f"there is no crux {crux!r}; the cruxes are {_listed(known)}")
        if option not in known[crux].options:
            readings = _listed(known[crux].options)
            raise ReadingError(f"the crux {crux!r} has no reading {option!r}; its readings are {readings}")
    return {name: choices.get(name, crux.default) for name, crux in known.items()}


def combinations(known: Mapping[str, Crux], names: Iterable[str]) -> list[dict[str, str]]:
    """Every combination of the options of the named cruxes, all defaults first; an empty one for no names."""
    wanted = set(names)
    named = [crux for crux in known.values() if crux.id in wanted]
    picks = product(*(crux.options for crux in named))
    return [{crux.id: option for crux, option in zip(named, picked, strict=True)} for picked in picks]


def _crux(name: str, rows: "DataFrame") -> Crux:
    defaults = list(rows.option[rows.default.astype(bool)])
    if len(defaults) != 1:
        raise ReadingError(
            f"the crux {name!r} has {len(defaults)} defaults among {_listed(rows.option)}; "
            "write `default = true` in exactly one of them"
        )
    return Crux(name, (*defaults, *(option for option in rows.option if option not in defaults)))


def _listed(names: Iterable[str]) -> str:
    return ", ".join(repr(name) for name in names) or "none"
