"""The figures by name: `figure("stations", cable)` shows one."""

from ..document import Document
from . import document, maps, quantities
from .publish import Published

FIGURES = {
    "fingerprint": {"draw": document.fingerprint, "tabulate": document.held_table},
    "where": {"draw": maps.where},
    "numbers": {"draw": quantities.numbers},
    "stations": {"draw": quantities.stations},
    "rates": {"draw": quantities.rates, "granted": quantities.granted},
    "map": {"draw": maps.stations, "tabulate": maps.places_table, "cards": maps.cards},
    "voices": {"draw": document.voices},
    "flow": {"draw": quantities.flow},
    "timeline": {"draw": quantities.timeline},
    "totals": {"draw": quantities.totals},
    "measures": {},
}


def figure(name: str, cable: Document, **readings: str) -> Published:
    """The figure of that name for this cable, under the default readings or those named.

    Raises `KeyError` that lists the figures, `ValueError` for a document without the register rows that a
    figure tells of (the fingerprint needs none), and for readings under which it would say nothing.
    """
    if name not in FIGURES:
        raise KeyError(f"there is no figure {name!r}; the figures are {', '.join(FIGURES)}")
    if name != "fingerprint" and cable.quantities.empty:
        raise ValueError(f"figure {name!r} is drawn from registers, and this document has none")
    shown = Published(name, cable, readings, **FIGURES[name])
    try:
        shown.html  # noqa: B018 - what is lacking is said at once
    except LookupError as error:
        raise ValueError(
            f"figure {name!r} tells of the cable of this edition; the registers of {cable.name} lack what it "
            f"is drawn from ({error.args[0]})"
        ) from error
    return shown
