"""The foot of a look-up page: what the results take for granted, and what was withdrawn or merged.

What has gone keeps its address there, so that an old link still lands and is told where to go on.
"""

from html import escape
from typing import TYPE_CHECKING

from ..registers import edition_table, withdrawn
from . import html_table, prose_html
from .evidence import link

if TYPE_CHECKING:
    from ..cable import Cable

# What stands on the page of a register, by the first word of its address.
_KINDS = {
    "results": ("result",),
    "readings": ("crux", "reading"),
    "notes": ("note",),
    "sources": ("source",),
    "outside": ("outside",),
    "timeline": ("event",),
    "candidates": ("candidate",),
    "places": ("place",),
    "people": ("person",),
    "offices": ("office",),
}


def at_the_foot(cable: "Cable", register: str) -> str:
    """The HTML behind the rows of a register; empty for the registers of another document."""
    if not cable.has_pages:
        return ""
    return (_assumptions() if register == "results" else "") + _withdrawn(cable, register)


def _assumptions() -> str:
    """The assumptions that a reader may contest, with what speaks for and against each."""
    rows = edition_table("assumptions").items()
    body = [
        [
            escape(row["title"], quote=False),
            prose_html(row["argument"]),
            prose_html(row["against"]),
            escape(row["certainty"]),
        ]
        for _, row in rows
    ]
    ids = [f"assumption-{id}" for id, _ in rows]
    return html_table(
        "What some results take for granted", ["assumption", "for", "against", "certainty"], body, ids
    )


def _withdrawn(cable: "Cable", register: str) -> str:
    """A folded table with a line for each address that has gone; what only moved is left out."""
    rows = [
        row
        for row in withdrawn()
        if row["address"].partition("-")[0] in _KINDS.get(register, ())
        and not row["became"].endswith(".html")
    ]
    if not rows:
        return ""
    body = [
        [
            escape(row["address"]),
            link(cable, *row["became"].split("-", 1)) if row["became"] else "–",
            prose_html(row["reason"]),
        ]
        for row in rows
    ]
    ids = [row["address"] for row in rows]
    table = html_table(
        f"Addresses of {register} that have gone", ["address", "see instead", "why"], body, ids
    )
    return (
        f'<details class="cg-withdrawn"><summary>Withdrawn or merged since 0.1.0</summary>{table}</details>'
    )
