"""Addresses: what each kind of address names, and on which notebook it stands.

`q-onsong` is a quantity, `s-2.4.2` a sentence, `result-stations-sum--range` one wording of a result. The
registers write references with a colon for the first hyphen: `q:onsong`.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of address.

    `register` holds its rows, whose `key` is the id in the address; `page` is the notebook it stands on;
    `words` the column that says in short what a row is; `title` what a reader calls such a row.
    """

    prefix: str
    register: str
    page: str
    words: str
    title: str
    key: str = "id"


KINDS = {
    kind.prefix: kind
    for kind in (
        Kind("s", "sentences", "01-reading", "id", "sentence"),
        Kind("q", "quantities", "01-reading", "text", "number"),
        Kind("d", "dates", "01-reading", "text", "date"),
        Kind("m", "mentions", "01-reading", "text", "mention"),
        Kind("a", "anomalies", "01-reading", "text", "slip or doubt"),
        Kind("slip", "slips", "01-reading", "name", "group of slips"),
        Kind("person", "people", "01-reading", "name", "person"),
        Kind("office", "offices", "01-reading", "name", "office"),
        Kind("voice", "speakers", "01-reading", "name", "voice"),
        Kind("result", "results", "02-quantities", "title", "result"),
        Kind("assumption", "assumptions", "02-quantities", "title", "assumption"),
        Kind("crux", "readings", "02-quantities", "title", "crux", key="crux"),
        Kind("reading", "readings", "02-quantities", "wording", "reading"),
        Kind("place", "places", "03-stations", "name", "place"),
        Kind("candidate", "candidates", "03-stations", "name", "candidate"),
        Kind("note", "notes", "04-commentary", "title", "note"),
        Kind("source", "sources", "04-commentary", "title", "source"),
        Kind("event", "timeline", "04-commentary", "event", "event"),
        Kind("outside", "outside", "04-commentary", "words", "number from outside"),
    )
}
OF_REGISTER = {kind.register: kind for kind in KINDS.values() if kind.key == "id"}
PAGES = {kind.prefix: kind.page for kind in KINDS.values()}


def parse(address: str) -> tuple[Kind, str, str]:
    """The kind, the id and the form that an address or a reference names; most have no form.

    Raises `KeyError` for what is no address.

    >>> kind, id, form = parse("result-stations-sum--range")
    >>> kind.register, id, form
    ('results', 'stations-sum', 'range')
    """
    prefix, _, rest = address.replace(":", "-", 1).partition("-")
    if prefix not in KINDS or not rest:
        raise KeyError(f"{address!r} is no address; one begins with {'-, '.join(KINDS)}-")
    name, _, form = rest.partition("--")
    return KINDS[prefix], name, form


def link(address: str) -> str:
    """The address as a link that works from any notebook. Raises `KeyError` for what is no address."""
    kind, name, _ = parse(address)
    return f"{kind.page}.ipynb#{kind.prefix}-{name}"
