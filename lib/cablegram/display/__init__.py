"""How tables and prose look: semantic HTML for notebooks, plain text for a terminal. All of it is escaped."""

import textwrap
from collections.abc import Collection, Mapping
from html import escape
from typing import TYPE_CHECKING

from ..document import Document
from .markup import Shown, html_table, linked, to_html, visible

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Shown", "plain", "plain_value", "table"]
_OFFSETS = ["start", "end", "num_start", "num_end"]


def table(data: "DataFrame | Mapping | list", caption: str = "Table", prose: Collection[str] = ()) -> Shown:
    """A table for readers: caption, header cells, nothing cut, everything escaped.

    A mapping becomes one row per entry, the list that a finder gives one row per find. Offsets are left out
    where a sentence's id tells the place. Columns named in `prose` hold the Markdown of the registers; ids of
    sentences of the cable of this edition become links to the text.
    """
    from pandas import DataFrame

    if isinstance(data, Mapping):
        data = {"field": map(_heading, data), "words": data.values()}
    rows, pages = DataFrame(data), getattr(data, "attrs", {}).get("pages", {})
    if {"sentence", "text"} <= set(rows.columns):  # the sentence's id says all that these say
        repeated = ["id"] if "id" in rows and rows.id.equals(rows.sentence) else []
        rows = rows.drop(columns=_OFFSETS + repeated, errors="ignore")
    body = [
        [_cell(name, value, prose, pages) for name, value in zip(rows.columns, row, strict=True)]
        for row in rows.itertuples(index=False, name=None)
    ]
    html = html_table(caption, [_heading(name) for name in rows.columns], body)
    return Shown(html, f"{caption}\n{rows.to_string(index=False)}")


def _heading(name: str) -> str:
    """A column's name as a reader says it."""
    return str(name).replace("_", " ").removesuffix(" written").strip()


def _cell(name: str, value: object, prose: Collection[str], pages: Mapping[str, str]) -> str:
    if name in prose:
        return to_html(str(value))
    if name == "sentence" and value:
        return linked(pages, f"s-{value}", escape(str(value)))
    if name == "chain":
        return escape(str(value).replace(" > ", " ▸ "))
    return escape(plain_value(value))


def plain_value(value: object) -> str:
    """A value as a reader writes it: no `.0`, thousands with a comma, an open or empty cell as a dash."""
    if isinstance(value, list | tuple):
        return "; ".join(map(plain_value, value)) or "–"
    if value is None or value == "" or value != value:  # NaN is not itself
        return "–"
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):,}"
    return str(value)


def plain(document: Document) -> str:
    """A document in a terminal: numbered paragraphs, wrapped."""
    lines = [document.meta.get("title") or document.name, ""]
    for row in document.rows("sentences").values():
        if row["kind"] != "apparatus":
            start = f"{row['id']:<8}"
            lines.append(textwrap.fill(row["text"], 100, initial_indent=start, subsequent_indent=" " * 8))
    return visible("\n".join(lines))
