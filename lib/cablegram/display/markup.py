"""The HTML of views: register prose, links, tables, marks, and the element with the style; all escaped."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape, unescape
from itertools import zip_longest
from pathlib import Path

from .. import addresses

_INLINE = re.compile(
    r"\[(?P<words>[^\[\]]*)\]\((?P<target>[^)\s]{,2000})\)|`(?P<code>[^`]+)`"
    r"|\*\*(?P<strong>[^*]+)\*\*|\*(?P<em>[^*]+)\*"
)
_SAFE = re.compile(r"#|https?://|\d\d-[a-z]+\.ipynb")
# Unseen characters by which others are shown in another order, or not at all.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_NUMBER = re.compile(r"[+−-]?\d[\d,]*(?:\.\d+)?(?:\s?%)?")


class Shown:
    """Something to look at: its HTML for a notebook, its text for a terminal."""

    def __init__(self, html: str, text: str):
        self._html, self._text = html, text

    def _repr_html_(self) -> str:
        return styled(self._html)

    def __repr__(self) -> str:
        return visible(self._text)


def styled(html: str, style: str = "") -> str:
    """The HTML inside the element that carries its style, that of the views or another, for nothing outside.

    JupyterLab takes no dollars in it for formulas.
    """
    style = style or Path(__file__).with_name("display.css").read_text(encoding="utf-8")
    opening = '<div class="cablegram mathjax_ignore"><style class="cablegram-style">'
    return f"{opening}{style}</style>{visible(html)}</div>"


def visible(words: str) -> str:
    """The words, an unseen character that changes how others are shown being named: `⟨U+202E⟩`."""
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", words)


def to_html(words: str, pages: Mapping[str, str] = addresses.PAGES) -> str:
    """The Markdown that register prose uses (links, emphasis, code) as HTML; everything else is escaped.

    A link to an address is one only for a document that has `pages`.

    >>> to_html("[over 700](#q-onsong) *people*")
    '<a href="01-reading.ipynb#q-onsong">over 700</a> <em>people</em>'
    """

    def mark(match: re.Match) -> str:
        if (tag := match.lastgroup) != "target":
            return f"<{tag}>{match[tag]}</{tag}>"
        html, target = _INLINE.sub(mark, match["words"]), match["target"]
        if target.startswith("#") and target[1:].partition("-")[0] in addresses.KINDS:
            return linked(pages, target[1:], html)  # to its home notebook
        # What is unsafe leads nowhere; all but quotation marks is escaped already.
        target = target.replace('"', "&quot;") if _SAFE.match(target) else "#"
        if not pages and ".ipynb" in target.partition("#")[0]:
            return html
        return f'<a href="{target}">{html}</a>'

    return _INLINE.sub(mark, escape(words, quote=False))


def to_text(html: str) -> str:
    """The words of HTML without their marks."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def linked(pages: Mapping[str, str], address: str, html: str) -> str:
    """The HTML as a link to an address; for a document without pages as it is."""
    return f'<a href="{escape(addresses.link(address))}">{html}</a>' if pages else html


def html_table(
    caption: str, headings: list[str], body: list[list[str]], ids: Iterable[str] = (), name: str = ""
) -> str:
    """A table from cells that are HTML already; the first cell of each row is its header."""
    head, rows = "".join(f'<th scope="col">{escape(one)}</th>' for one in headings), ""
    for address, (first, *others) in zip_longest(ids, body, fillvalue=""):
        rows += f'<tr{identified(address)}><th scope="row">{first}</th>'
        for cell in others:
            rows += f'<td class="number">{cell}</td>' if _NUMBER.fullmatch(cell) else f"<td>{cell}</td>"
        rows += "</tr>"
    table = f"<caption>{to_html(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<div class="cg-scroll"><table{identified(name)}>{table}</table></div>'


def identified(address: str) -> str:
    """The attribute that gives an element its address, if it has one."""
    return f' id="{escape(address)}"' if address else ""


# ---- marks over a text: stand-off spans woven into nested HTML, whatever overlaps what


@dataclass(frozen=True)
class Mark:
    """One marked stretch: its address and its layer, where it has one, and the HTML behind its words."""

    start: int
    end: int
    address: str
    layer: str
    after: str = ""


def weave(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """`text[start:end]` as HTML with its marks nested; a mark that crosses another is cut where they part.

    The words come out unchanged: without its tags and buttons the result is the text again.
    """
    beginnings, places, opened, html, before = defaultdict(list), {start, end}, [], "", start
    for mark in marks:
        if mark.start < end and start < mark.end:
            beginnings[max(mark.start, start)].append(mark)
            places |= {max(mark.start, start), min(mark.end, end)}
    for at in sorted(places):
        html += escape(text[before:at], quote=False)
        before, beginning = at, beginnings[at]
        while opened and (at == end or any(mark.end == at for mark in opened)):
            html += "</span>"
            if (mark := opened.pop()).end == at:
                html += mark.after
            elif at < end:  # it crosses one that ends here
                beginning.append(mark)
        for mark in sorted(beginning, key=lambda mark: (-mark.end, mark.address)):
            layer = f' class="cg-{escape(mark.layer)}"' if mark.layer else ""
            html += f"<span{layer}{identified(mark.address) if mark.start == at else ''}>"
            opened.append(mark)
    return html
