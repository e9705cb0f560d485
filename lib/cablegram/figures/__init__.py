"""The figures by name: `figure("stations", cable)` shows one, `draw_all(cable, folder)` writes them all."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from . import plates
from .publish import Published
from .told import Told

if TYPE_CHECKING:
    from ..cable import Cable

FIGURES: dict[str, Callable[[Told], Published]] = {
    "fingerprint": plates.fingerprint,
    "numbers": plates.numbers,
    "stations": plates.stations,
    "rates": plates.rates,
    "totals": plates.totals,
    "flow": plates.through,
    "voices": plates.voices,
    "timeline": plates.timeline,
    "map": plates.stations_map,
    "where": plates.where,
}


def figure(name: str, cable: "Cable", **readings: str) -> Published:
    """The figure of that name for this cable, under the default readings or those named.

    Raises `KeyError` that lists the figures there are, `ValueError` for a document without the register rows
    that a figure tells of (the fingerprint needs none), and for readings under which it would say nothing.
    """
    if name not in FIGURES:
        raise KeyError(f"there is no figure {name!r}; the figures are {', '.join(FIGURES)}")
    if name != "fingerprint" and cable.quantities.empty:
        raise ValueError(f"figure {name!r} is drawn from registers, and this document has none")
    try:
        return FIGURES[name](Told(cable, readings))
    except LookupError as error:
        raise ValueError(
            f"figure {name!r} tells of the cable of this edition; the registers of {cable.name} lack what it "
            f"is drawn from ({error.args[0]})"
        ) from error


def draw_all(cable: "Cable", folder: str | Path) -> list[Published]:
    """Every figure, written to the folder as SVG and PNG; prints how long each took and how large it is."""
    told, shown = Told(cable), []
    for name, draw in FIGURES.items():
        start = time.perf_counter()
        one = draw(told)
        one.write(folder)
        took, size = time.perf_counter() - start, len(one.svg.encode()) / 1000
        print(f"figure {name:<12} {took:5.2f} s  SVG {size:6.1f} kB  PNG {len(one.png) / 1000:6.1f} kB")
        shown.append(one)
    return shown
