"""How tables and prose look: semantic HTML for notebooks, plain text for a terminal. All of it is escaped."""

import math
import textwrap
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from ..document import Document
from .markup import Shown, html_table, linked, to_html

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = ["Shown", "plain", "plain_value", "table"]
_OFFSETS = {"start", "end", "num_start", "num_end"}


def table(data: "DataFrame | Mapping | list", caption: str = "Table", prose: tuple[str, ...] = ()) -> Shown:
    """A table for readers: caption, header cells, nothing cut, everything escaped.

    A mapping becomes one row per entry, the list that a finder gives one row per find. Offsets are left out
    where a sentence's id tells the place. Columns named in `prose` hold the Markdown of the registers; ids of
    sentences of the cable of this edition become links to the text.
    """
    rows = _rows(data)
    pages = rows.attrs.get("pages", {})
    columns = [name for name in rows.columns if not _told_by_sentence(rows, name)]
    body = [
        [_cell(name, value, prose, pages) for name, value in zip(columns, row, strict=True)]
        for row in rows[columns].itertuples(index=False, name=None)
    ]
    return Shown(
        html_table(caption, [_heading(name) for name in columns], body),
        f"{caption}\n{rows[columns].to_string(index=False)}",
    )


def _rows(data: "DataFrame | Mapping | list") -> "DataFrame":
    from pandas import DataFrame

    if isinstance(data, Mapping):
        return DataFrame([(_heading(key), value) for key, value in data.items()], columns=["field", "words"])
    return data if isinstance(data, DataFrame) else DataFrame(data)


def _told_by_sentence(rows: "DataFrame", name: str) -> bool:
    """Whether a column only repeats what the sentence's id says: offsets, and the ids of sentences."""
    if not {"sentence", "text"} <= set(rows.columns):
        return False
    return name in _OFFSETS or (name == "id" and list(rows[name]) == list(rows.sentence))


def _heading(name: str) -> str:
    """A column's name as a reader says it."""
    return str(name).replace("_", " ").removesuffix(" written").strip()


def _cell(name: str, value: object, prose: tuple[str, ...], pages: Mapping[str, str]) -> str:
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
    if value is None or value == "" or (isinstance(value, float) and math.isnan(value)):
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
    return "\n".join(lines)
