"""The HTML of views: register prose, links, tables, and the element that carries the style; all escaped."""

import re
from collections.abc import Mapping
from html import escape, unescape
from pathlib import Path

from .. import addresses

_INLINE = re.compile(
    r"\[(?P<words>[^\]]*)\]\((?P<target>[^)\s]*)\)|`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*"
)
_SAFE = re.compile(r"https?://|\d\d-[a-z]+\.ipynb")
_NUMBER = re.compile(r"[+−-]?\d[\d,]*(?:\.\d+)?(?:\s?%)?")


class Shown:
    """Something to look at: its HTML for a notebook, its text for a terminal."""

    def __init__(self, html: str, text: str):
        self._html, self._text = html, text

    def _repr_html_(self) -> str:
        return styled(self._html)

    def __repr__(self) -> str:
        return self._text


def styled(html: str) -> str:
    """The HTML inside the element that carries the style, which holds for nothing outside it."""
    style = Path(__file__).with_name("display.css").read_text(encoding="utf-8")
    return f'<div class="cablegram"><style class="cablegram-style">{style}</style>{html}</div>'


# ---- prose of the registers


def to_html(words: str, pages: Mapping[str, str] = addresses.PAGES) -> str:
    """The Markdown that register prose uses (links, emphasis, code) as HTML; everything else is escaped.

    A link to an address is one only for a document that has `pages`.

    >>> to_html("[over 700](#q-onsong) *people*")
    '<a href="01-reading.ipynb#q-onsong">over 700</a> <em>people</em>'
    """

    def mark(match: re.Match) -> str:
        if match["target"] is not None:
            return _anchor(match["target"], to_html(match["words"], pages), pages)
        tag = next(name for name in ("code", "strong", "em") if match[name])
        return f"<{tag}>{escape(match[tag], quote=False)}</{tag}>"

    pieces, at = [], 0
    for match in _INLINE.finditer(words):
        pieces += [escape(words[at : match.start()], quote=False), mark(match)]
        at = match.end()
    return "".join([*pieces, escape(words[at:], quote=False)])


def _anchor(target: str, html: str, pages: Mapping[str, str]) -> str:
    """A link of the registers: `#q-onsong` to its home notebook, anything unsafe nowhere."""
    if target.startswith("#") and target[1:].partition("-")[0] in addresses.KINDS:
        target = addresses.link(target[1:])
    elif not target.startswith("#") and not _SAFE.match(target):
        target = "#"
    if not pages and ".ipynb" in target.partition("#")[0]:
        return html
    return f'<a href="{escape(target)}">{html}</a>'


def to_text(html: str) -> str:
    """The words of HTML without their marks."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def linked(pages: Mapping[str, str], address: str, html: str) -> str:
    """The HTML as a link to an address; for a document without pages as it is."""
    return f'<a href="{escape(addresses.link(address))}">{html}</a>' if pages else html


# ---- tables


def html_table(
    caption: str, headings: list[str], body: list[list[str]], ids: list[str] | None = None, name: str = ""
) -> str:
    """A table from cells that are HTML already; the first cell of each row is its header."""
    identify = [f' id="{escape(one)}"' for one in ids] if ids else [""] * len(body)
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in headings)
    rows = "".join(
        f'<tr{one}><th scope="row">{cells[0]}</th>{"".join(map(_cell, cells[1:]))}</tr>'
        for one, cells in zip(identify, body, strict=True)
    )
    named = f' id="{escape(name)}"' if name else ""
    return (
        f'<div class="cg-scroll"><table{named}><caption>{to_html(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _cell(html: str) -> str:
    mark = ' class="number"' if _NUMBER.fullmatch(html) else ""
    return f"<td{mark}>{html}</td>"
