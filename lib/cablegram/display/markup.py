"""The HTML of views: register prose, links, tables, and the element that carries the style; all escaped."""

import re
from collections.abc import Iterable, Mapping
from html import escape, unescape
from itertools import zip_longest
from pathlib import Path

from .. import addresses

_INLINE = re.compile(
    r"\[(?P<words>[^\[\]]*)\]\((?P<target>[^)\s]{,2000})\)|`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*"
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
            return _anchor(match["target"], _INLINE.sub(mark, match["words"]), pages)
        tag = next(name for name in ("code", "strong", "em") if match[name])
        return f"<{tag}>{match[tag]}</{tag}>"

    return _INLINE.sub(mark, escape(words, quote=False))


def _anchor(target: str, html: str, pages: Mapping[str, str]) -> str:
    """A link of the registers: `#q-onsong` to its home notebook, anything unsafe nowhere."""
    if target.startswith("#") and target[1:].partition("-")[0] in addresses.KINDS:
        return linked(pages, target[1:], html)
    if not target.startswith("#") and not _SAFE.match(target):
        target = "#"
    if not pages and ".ipynb" in target.partition("#")[0]:
        return html
    target = target.replace('"', "&quot;")  # all else is escaped already
    return f'<a href="{target}">{html}</a>'


def to_text(html: str) -> str:
    """The words of HTML without their marks."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def linked(pages: Mapping[str, str], address: str, html: str) -> str:
    """The HTML as a link to an address; for a document without pages as it is."""
    return f'<a href="{escape(addresses.link(address))}">{html}</a>' if pages else html


# ---- tables


def html_table(
    caption: str, headings: list[str], body: list[list[str]], ids: Iterable[str] = (), name: str = ""
) -> str:
    """A table from cells that are HTML already; the first cell of each row is its header."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in headings)
    rows = "".join(
        f'<tr{identified(one)}><th scope="row">{cells[0]}</th>{"".join(map(_cell, cells[1:]))}</tr>'
        for one, cells in zip_longest(ids, body, fillvalue="")
    )
    return (
        f'<div class="cg-scroll"><table{identified(name)}><caption>{to_html(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def identified(address: str) -> str:
    """The attribute that gives an element its address, if it has one."""
    return f' id="{escape(address)}"' if address else ""


def _cell(html: str) -> str:
    mark = ' class="number"' if _NUMBER.fullmatch(html) else ""
    return f"<td{mark}>{html}</td>"
