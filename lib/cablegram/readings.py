"""Readings: the cruxes of a document, the ways of taking each, and every combination of them."""

from collections.abc import Collection, Iterable, Mapping
from itertools import product


class ReadingError(ValueError):
    """A choice names a crux, or an option of one, that the register does not have."""


Cruxes = Mapping[str, tuple[str, ...]]  # each doubtful passage with the ids of its options, the default first


def cruxes(rows: Iterable[Mapping]) -> Cruxes:
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
    return {name: tuple(sorted(found, key=found.get, reverse=True)) for name, found in options.items()}


def choose(known: Cruxes, choices: Mapping[str, str]) -> dict[str, str]:
    """The option of every crux: the one chosen, else the default.

    Raises `ReadingError` that names what there is to choose.
    """
    for crux, option in choices.items():
        if crux not in known:
            raise ReadingError(f"there is no crux {crux!r}; the cruxes are {_listed(known)}")
        if option not in known[crux]:
            readings = _listed(known[crux])
            raise ReadingError(f"the crux {crux!r} has no reading {option!r}; its readings are {readings}")
    return {name: choices.get(name, options[0]) for name, options in known.items()}


def combinations(known: Cruxes, names: Collection[str]) -> list[dict[str, str]]:
    """Every combination of the options of the named cruxes, all defaults first; an empty one for no names."""
    named = {name: options for name, options in known.items() if name in names}
    return [dict(zip(named, picked, strict=True)) for picked in product(*named.values())]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(repr(name) for name in names) or "none"
