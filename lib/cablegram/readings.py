"""Readings: the cruxes of a document, the ways of taking each, and every combination of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product


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


def cruxes(rows: Iterable[Mapping]) -> dict[str, Crux]:
    """The cruxes of a readings register, of which each row is an option: `crux`, `option`, `default`.

    Raises `ReadingError` for a crux that does not have exactly one default.
    """
    options: dict[str, dict[str, bool]] = {}
    for row in rows:
        options.setdefault(row["crux"], {})[row["option"]] = bool(row["default"])
    for name, found in options.items():
        if sum(found.values()) != 1:
            raise ReadingError(
                f"the crux {name!r} has {sum(found.values())} defaults among {_listed(found)}; "
                "write `default = true` in exactly one of them"
            )
    return {
        name: Crux(name, tuple(sorted(found, key=found.__getitem__, reverse=True)))
        for name, found in options.items()
    }


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


def _listed(names: Iterable[str]) -> str:
    return ", ".join(repr(name) for name in names) or "none"
