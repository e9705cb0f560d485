"""The indexes of places: where each is named, how far it lies from the border, what a name may hide."""

from html import escape
from typing import TYPE_CHECKING

from .. import addresses, places
from . import entries, prose_html

if TYPE_CHECKING:
    from ..cable import Cable

Table = tuple[str, list[str], list[list[str]], list[str]]  # caption, headings, rows of HTML, their addresses


def mentions(cable: "Cable") -> Table:
    """One row per place, with every sentence that names it."""
    rows = []
    for place in cable.places.itertuples():
        found = cable.mentions[cable.mentions.entity == f"place:{place.id}"]
        if len(found):
            forms = ", ".join(f"“{escape(form, quote=False)}”" for form in dict.fromkeys(found.text))
            rows.append([link(place.id, place.name), forms, entries.sentences_of(found)])
    return "The places and where they are named", ["place", "as printed", "sentences"], rows, []


def distances(cable: "Cable") -> Table:
    """One row per place on the map of the province, with its distance to the border line."""
    table = places.distances(cable.places)
    near = table[table.id.isin(_named_here(cable))]
    rows = [
        [link(row.id, row.name), places.in_words(row.border_km), "yes" if row.on_the_river else "no"]
        for row in near.itertuples()
    ]
    return "Distance to the border line, in kilometres", ["place", "km", "on the river"], rows, []


def candidates(cable: "Cable") -> Table:
    rows = [
        [
            link(row.place, row.place.capitalize()),
            f'<a href="{escape(addresses.link(f"reading-{row.place}-{row.option}"))}">{escape(row.name)}</a>',
            prose_html(row.argument),
            prose_html(row.against),
            escape(row.certainty),
        ]
        for row in cable.candidates.itertuples()
    ]
    ids = [f"candidate-{name}" for name in cable.candidates.id]
    return (
        "Candidates for the doubtful names",
        ["printed", "candidate", "for", "against", "certainty"],
        rows,
        ids,
    )


def _named_here(cable: "Cable") -> list[str]:
    """Places of the province and candidates for them, not the seats of Chinese provinces."""
    return list(cable.places[cable.places.kind.isin(["county", "town", "city", "candidate"])].id)


def link(place: str, name: str = "") -> str:
    return f'<a href="03-stations.ipynb#place-{escape(place)}">{escape(name or place)}</a>' if place else "–"
