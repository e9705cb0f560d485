"""How tables and prose look: semantic HTML for notebooks, plain text for a terminal. All of it is escaped."""

import math
import re
import secrets
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from .. import addresses

if TYPE_CHECKING:
    from pandas import DataFrame


class Shown:
    """Something to look at: its HTML for a notebook, its text for a terminal."""

    def __init__(self, html: str, text: str):
        self._html, self._text = html, text

    def _repr_html_(self) -> str:
        return frame_of(self._html)

    def __repr__(self) -> str:
        return self._text


def frame_of(html: str) -> str:
    """The HTML inside the element that carries the style, which holds for nothing outside it."""
    style = Path(__file__).with_name("display.css").read_text(encoding="utf-8")
    return f'<div class="cablegram"><style class="cablegram-style">{style}</style>{html}</div>'


def prefix() -> str:
    """A new prefix for the ids of one display: two notebooks open in JupyterLab share one page."""
    return f"cg{secrets.token_hex(4)}-"


# ---- tables


def table(data: "DataFrame | Mapping | list", caption: str, prose: tuple[str, ...] = ()) -> Shown:
    """A table for readers: caption, header cells, nothing cut, everything escaped.

    A mapping becomes one row per entry, the list that a finder gives one row per find. Offsets are left out
    where a sentence's id tells the place. Columns named in `prose` hold the Markdown of the registers; ids of
    sentences of the cable of this edition become links to the text.
    """
    rows = _rows(data)
    has_pages = rows.attrs.get("has_pages", False)
    columns = [name for name in rows.columns if not _told_by_sentence(rows, name)]
    body = [
        [_cell(name, value, prose, has_pages) for name, value in zip(columns, row, strict=True)]
        for row in rows[columns].itertuples(index=False, name=None)
    ]
    return Shown(
        html_table(caption, [heading(name) for name in columns], body),
        f"{caption}\n{rows[columns].to_string(index=False)}",
    )


_OFFSETS = {"start", "end", "num_start", "num_end"}


def _told_by_sentence(rows: "DataFrame", name: str) -> bool:
    """Whether a column only repeats what the sentence's id says: offsets, and the ids of sentences."""
    if not {"sentence", "text"} <= set(rows.columns):
        return False
    return name in _OFFSETS or (name == "id" and list(rows[name]) == list(rows.sentence))


def html_table(
    caption: str, headings: list[str], body: list[list[str]], ids: list[str] | None = None, name: str = ""
) -> str:
    """A table from cells that are HTML already; the first cell of each row is its header."""
    identify = [f' id="{escape(one)}"' for one in ids] if ids else [""] * len(body)
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in headings)
    rows = "".join(
        f'<tr{one}><th scope="row">{cells[0]}</th>'
        + "".join(f"<td>{cell}</td>" for cell in cells[1:])
        + "</tr>"
        for one, cells in zip(identify, body, strict=True)
    )
    named = f' id="{escape(name)}"' if name else ""
    return (
        f'<div class="cg-scroll"><table{named}><caption>{prose_html(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def heading(name: str) -> str:
    """A column's name as a reader says it."""
    return str(name).replace("_", " ").removesuffix(" written").strip() if name != "id" else "id"


def _rows(data: "DataFrame | Mapping | list") -> "DataFrame":
    from pandas import DataFrame

    if isinstance(data, Mapping):
        return DataFrame([(heading(key), value) for key, value in data.items()], columns=["field", "words"])
    return data if isinstance(data, DataFrame) else DataFrame(data)


def _cell(name: str, value: object, prose: tuple[str, ...], has_pages: bool) -> str:
    if name in prose:
        return prose_html(str(value))
    if name == "sentence" and value and has_pages:
        return sentence_link(str(value))
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


# ---- prose of the registers

_INLINE = re.compile(
    r"\[(?P<words>[^\]]*)\]\((?P<target>[^)\s]*)\)|`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*"
)


def prose_html(words: str) -> str:
    """The Markdown that register prose uses (links, emphasis, code) as HTML; everything else is escaped.

    >>> prose_html("[over 700](#q-onsong) *people*")
    '<a href="01-reading.ipynb#q-onsong">over 700</a> <em>people</em>'
    """
    pieces, at = [], 0
    for match in _INLINE.finditer(words):
        pieces += [escape(words[at : match.start()], quote=False), _inline(match)]
        at = match.end()
    return "".join([*pieces, escape(words[at:], quote=False)])


def _inline(match: re.Match) -> str:
    if match["target"] is not None:
        return f'<a href="{escape(target(match["target"]))}">{prose_html(match["words"])}</a>'
    tag = next(name for name in ("code", "strong", "em") if match[name])
    return f"<{tag}>{escape(match[tag], quote=False)}</{tag}>"


def target(written: str) -> str:
    """Where a link of the registers goes: `#q-onsong` to its home notebook, anything unsafe nowhere."""
    if written.startswith("#"):
        try:
            return addresses.link(written[1:])
        except KeyError:
            return written
    return written if re.match(r"https?://|\d\d-[a-z]+\.ipynb", written) else "#"


def prose_text(words: str) -> str:
    """The same words without their marks."""
    return _INLINE.sub(
        lambda m: m["words"] if m["target"] is not None else m["code"] or m["strong"] or m["em"], words
    )


_TO_A_PAGE = re.compile(
    rf'<a href="(?:{"|".join(sorted(set(addresses.HOMES.values())))})\.ipynb#[^"]*">(.*?)</a>', re.DOTALL
)


def linked(html: str, has_pages: bool) -> str:
    """The HTML with its links to the pages of this edition; for any other document their words alone stay."""
    return html if has_pages else _TO_A_PAGE.sub(r"\1", html)


def sentence_link(sentence: str) -> str:
    return f'<a href="{escape(addresses.link("s-" + sentence))}">{escape(sentence)}</a>'


def quoted(row: object) -> str:
    """A row's words in quotation marks, linked to their place in the text."""
    return f"“{escape(row.text, quote=False)}” {sentence_link(row.sentence)}" if row.text else ""


def plain(cable: object) -> str:
    """A cable in a terminal: numbered paragraphs, wrapped."""
    import textwrap

    lines = [cable.meta.get("title") or cable.name, ""]
    for row in cable.sentences[cable.sentences.kind != "apparatus"].itertuples():
        lines.append(textwrap.fill(row.text, 100, initial_indent=f"{row.id:<8}", subsequent_indent=" " * 8))
    return "\n".join(lines)
