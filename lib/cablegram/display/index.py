"""The registers as indexes: a table or entries, each row with its own address and links back to the text."""

from collections.abc import Iterator

from .. import places
from ..addresses import KINDS
from ..document import Document
from ..registers import edition_table, withdrawn
from .alphabet import alphabet
from .markup import Shown, html_table, to_text
from .rows import entry, fill, folded, having, shaped, shapes

_GATHERED_BY = {"readings": "crux", "voices": "chain", "mentions": "entity"}


def indexes() -> list[str]:
    """The names of the indexes there are; two tables stand only at the foot of others."""
    tables = [name for name in having("table") if name not in ("assumptions", "withdrawn")]
    return [*tables, *having("opens"), *having("entry"), "words"]


def index(document: Document, register: str) -> Shown:
    """One register for readers. Raises `KeyError` that lists the indexes there are."""
    if register not in indexes():
        raise KeyError(f"there is no index of {register!r}; there are {', '.join(indexes())}")
    if register == "words":
        return alphabet(document)
    shape, rows, foot = shapes()[register], _rows(document, register), _foot(document, register)
    if "entry" in shape:
        none = f"The register of {register} has no rows."
        html = "".join(entry(document, register, row) for row in rows) or f"<p>{none}</p>"
        titles = [to_text(shaped(document, register, row, "title")) for row in rows]
        html = f'<div class="cg-entries" id="register-{register}">{html}{foot}</div>'
        return Shown(html, "\n".join(titles) or none)
    hint = shape.get("hint", f"; cable.{register} has them as a table")
    text = f"{shape['caption']}: {len(rows)} rows{hint}"
    if "opens" in shape:
        lines = "".join(_opening(document, register, shape, rows))
        caption = f'<p class="cg-caption">{shape["caption"]}</p>'
        return Shown(f'<div class="cg-rows" id="register-{register}">{caption}{lines}{foot}</div>', text)
    html = _table(document, register, rows, f"register-{register}")
    return Shown(html + foot, text)


def _opening(document: Document, register: str, shape: dict, rows: list[dict]) -> Iterator[str]:
    """Lines that open: one a row, or one for all that are alike in the columns they are `gathered` by."""
    alike: dict[tuple, list[dict]] = {}
    for row in rows:
        alike.setdefault(tuple(row[column] for column in shape.get("gathered", ["id"])), []).append(row)
    for group in alike.values():
        addresses = [shaped(document, register, row, "address") for row in group]
        if "gathered" not in shape:
            yield folded(document, register, group[0], shape["opens"], addresses[0])
            continue
        inside = "".join(
            f'<div id="{address}">{shaped(document, register, row, "each")}</div>'
            for address, row in zip(addresses, group, strict=True)
        )
        yield folded(document, register, group[0], shape["opens"], inside=inside)


def _table(document: Document, register: str, rows: list[dict], name: str = "", caption: str = "") -> str:
    shape = shapes()[register]
    body = [[fill(document, register, row, cell) for cell in shape["table"].values()] for row in rows]
    ids = [shaped(document, register, row, "address") for row in rows]
    return html_table(caption or shape["caption"], list(shape["table"]), body, ids, name)


def _rows(document: Document, register: str) -> list[dict]:
    """What stands in an index: the rows of the register, one for each crux, chain or place."""
    if register == "segments":
        return document.segments[document.segments.kind != "blank"].to_dict("records")
    if register == "distances":  # of the places of the province and the candidates for them
        near = document.places[document.places.kind.isin(("county", "town", "city", "candidate"))]
        return places.distances(near).to_dict("records")
    rows = document.rows(register, _GATHERED_BY.get(register, "id"))
    if register == "mentions":  # in the order of the places
        named = (f"place:{place}" for place in document.rows("places"))
        return [rows[entity] for entity in named if entity in rows]
    if register == "anomalies":  # shown in full; the others stand with them, or with the minor slips
        return [row for row in rows.values() if not row["under"] and not row["slip"]]
    return list(rows.values())


def _foot(document: Document, register: str) -> str:
    """What stands under an index: minor slips, assumptions, and what has gone since the first edition.

    What has gone keeps its address there, so that an old link still lands and is told where to go on.
    Another document has only its slips.
    """
    html = ""
    if register == "anomalies" and (slips := list(document.rows("slips").values())):
        html += _table(document, "slips", slips, "register-slips")
    if not document.pages:
        return html
    if register == "results":
        html += _table(document, "assumptions", list(edition_table("assumptions").values()))
    prefixes = {prefix for prefix, kind in KINDS.items() if kind.register == register}
    gone = [
        row
        for row in withdrawn()
        if row["address"].partition("-")[0] in prefixes and not row["became"].endswith(".html")  # it moved
    ]
    if gone:
        table = _table(document, "withdrawn", gone, caption=f"Addresses of {register} that have gone")
        summary = "<summary>Withdrawn or merged since 0.1.0</summary>"
        html += f'<details class="cg-withdrawn">{summary}{table}</details>'
    return html
