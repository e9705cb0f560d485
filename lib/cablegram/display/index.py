"""The registers as indexes: a table or entries, each row with its own address and links back to the text."""

from .. import places
from ..addresses import KINDS
from ..document import Document
from ..registers import edition_table, withdrawn
from .alphabet import alphabet
from .markup import Shown, html_table, to_text
from .rows import address_of, entry, having, shapes, table_row


def indexes() -> list[str]:
    """The names of the indexes there are; two tables stand at the foot of others."""
    tables = [name for name in having("table") if name not in ("assumptions", "withdrawn")]
    return [*tables, *having("entry"), "words"]


def index(document: Document, register: str) -> Shown:
    """One register for readers. Raises `KeyError` that lists the indexes there are."""
    if register not in indexes():
        raise KeyError(f"there is no index of {register!r}; there are {', '.join(indexes())}")
    if register == "words":
        return alphabet(document)
    rows = _ROWS.get(register, _all)(document, register)
    if "entry" in shapes()[register]:
        return _entries(document, register, rows)
    html = _table(document, register, rows, f"register-{register}")
    if register == "anomalies" and document.rows("slips"):
        html += _table(document, "slips", _all(document, "slips"), "register-slips")
    where = {
        "anomalies": " and the minor slips by kind; cable.anomalies has a row for each",
        "distances": "",
        "results": "; cable.results() has them as a table",
    }
    caption = shapes()[register]["caption"]
    text = f"{caption}: {len(rows)} rows" + where.get(register, f"; cable.{register} has them as a table")
    return Shown(html + _foot(document, register), text)


def _table(document: Document, register: str, rows: list[dict], name: str = "", caption: str = "") -> str:
    body = [table_row(document, register, row) for row in rows]
    ids = [address_of(document, register, row) for row in rows]
    shape = shapes()[register]
    headings = list(shape["table"])
    return html_table(caption or shape["caption"], headings, body, ids if any(ids) else None, name)


def _entries(document: Document, register: str, rows: list[dict]) -> Shown:
    none = f"The register of {register} has no rows."
    made = [entry(document, register, row) for row in rows]
    html = "".join(made) or f"<p>{none}</p>"
    html = f'<div class="cg-entries" id="register-{register}">{html}{_foot(document, register)}</div>'
    titles = (to_text(one.partition("<h4>")[2].partition("</h4>")[0]) for one in made)
    return Shown(html, "\n".join(titles) or none)


# ---- what stands in an index


def _all(document: Document, register: str) -> list[dict]:
    return list(document.rows(register).values())


def _cruxes(document: Document, register: str) -> list[dict]:
    return list(document.rows(register, "crux").values())


def _doubts(document: Document, register: str) -> list[dict]:
    """The doubts that are shown in full; others stand with them, or with the minor slips."""
    return [row for row in _all(document, register) if not row["under"] and not row["slip"]]


def _pieces(document: Document, register: str) -> list[dict]:
    pieces = document.segments[document.segments.kind != "blank"].to_dict("records")
    return [row | {"begins": " ".join(row["text"].split())[:70]} for row in pieces]


def _voices(document: Document, register: str) -> list[dict]:
    """One row per chain of voices, with the sentences that come through it by their basis."""
    chains: dict[str, dict] = {}
    for row in _all(document, register):
        empty = {"explicit": [], "inherited": [], "inferred": [], "forms": {}}
        found = chains.setdefault(row["chain"], {"chain": row["chain"], **empty})
        found[row["basis"]].append(row["sentence"])
        found["forms"] |= {row["cue"]: None} if row["cue"] else {}
    return list(chains.values())


def _named_places(document: Document, register: str) -> list[dict]:
    """One row per place, with every sentence that names it."""
    rows = []
    for place in document.rows("places"):
        found = [row for row in _all(document, register) if row["entity"] == f"place:{place}"]
        forms = dict.fromkeys(row["text"] for row in found)
        rows.append({"place": place, "forms": forms, "sentences": [row["sentence"] for row in found]})
    return [row for row in rows if row["forms"]]


def _distances(document: Document, register: str) -> list[dict]:
    """One row per place of the province or candidate for one; not the seats of Chinese provinces."""
    kinds = ("county", "town", "city", "candidate")
    near = document.places[document.places.kind.isin(kinds)]
    return [
        {
            "place": row.id,
            "km": places.in_words(row.border_km),
            "on_the_river": "yes" if row.on_the_river else "no",
        }
        for row in places.distances(near).itertuples()
    ]


_ROWS = {
    "anomalies": _doubts,
    "voices": _voices,
    "segments": _pieces,
    "mentions": _named_places,
    "distances": _distances,
    "readings": _cruxes,
}


# ---- the foot of an index


def _foot(document: Document, register: str) -> str:
    """What the results take for granted, and what was withdrawn or merged since the first edition.

    What has gone keeps its address there, so that an old link still lands and is told where to go on.
    Another document has neither.
    """
    if not document.pages:
        return ""
    html = ""
    if register == "results":
        html = _table(document, "assumptions", list(edition_table("assumptions").values()))
    gone = [row for row in withdrawn() if _is_of(register, row)]
    if gone:
        table = _table(document, "withdrawn", gone, caption=f"Addresses of {register} that have gone")
        html += (
            '<details class="cg-withdrawn"><summary>Withdrawn or merged since 0.1.0</summary>'
            f"{table}</details>"
        )
    return html


def _is_of(register: str, row: dict) -> bool:
    """Whether a withdrawn address stood in the register; what only moved is left out."""
    kind = KINDS.get(row["address"].partition("-")[0])
    return kind is not None and kind.register == register and not row["became"].endswith(".html")
