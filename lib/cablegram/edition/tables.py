"""Tables as pandas and Markdown write them, made fit for readers: scoped headers, room to scroll."""

import re
from html import escape

from .tags import Attributes, rewrite, text_of

_TABLE = re.compile(
    r'(?P<box><div class="cg-scroll"(?P<asked>[^<>]*)>)?(?P<table><table\b.*?</table\s*>)',
    re.DOTALL | re.IGNORECASE,
)
_CAPTION = re.compile(r"<caption\b[^>]*>(.*?)</caption\s*>", re.DOTALL | re.IGNORECASE)
_EMPTY_HEADER = re.compile(r"<th\b([^>]*)>(\s*)</th\s*>", re.IGNORECASE)
_CELL = re.compile(r"<td(?P<attributes>[^>]*)>(?P<text>[^<]*)</td>", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(?:[+−-]?\d[\d,]*(?:\.\d+)?(?:\s?%)?|NaN|nan)\s*")
_ROW = re.compile(r"<tr\b.*?</tr\s*>", re.DOTALL | re.IGNORECASE)
_ANY_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]\s*>", re.DOTALL | re.IGNORECASE)
NARROWEST = 34  # characters a line holds at 320 px


def mend_tables(html: str, caption: str = "") -> str:
    """The HTML with every table mended; those of the edition's own views only get what the width asks for."""

    def mend(match: re.Match) -> str:
        if not match["box"]:
            return mend_table(match["table"], caption)
        table = _CELL.sub(_mark_number, match["table"])
        return f'<div class="cg-scroll"{match["asked"] or focus(table)}>{table}'

    return _TABLE.sub(mend, html)


def mend_table(table: str, caption: str = "") -> str:
    """One table with scopes on its headers and its numbers marked, inside a box that scrolls when it must.

    `caption` is HTML, for a table that has none of its own.
    """
    if caption and not _CAPTION.search(table):
        table = re.sub(r"<table\b[^>]*>", lambda tag: f"{tag[0]}<caption>{caption}</caption>", table, count=1)
    table = _EMPTY_HEADER.sub(r"<td\1>\2</td>", table)
    table = rewrite(table, _Scopes().change)
    table = _CELL.sub(_mark_number, table)
    return f'<div class="scroll"{focus(table)}>{table}</div>'


def name_tables(html: str) -> str:
    """The HTML of a Markdown cell, its tables named by the emphasised line or the heading above."""
    html = _LINE_ABOVE.sub(r"\2<caption>\1</caption>", html)
    return _HEADING_ABOVE.sub(r'\1 aria-labelledby="\2">', html)


_LINE_ABOVE = re.compile(r'<p><em>([^<>]*)</em></p>\s*(<div class="scroll"[^>]*><table>)')
_HEADING_ABOVE = re.compile(
    r'(<h[1-6] id="([^"]*)">[^<>]*</h[1-6]>\s*<div class="scroll"[^>]*><table)>(?!<caption>)'
)


def focus(table: str) -> str:
    """The attributes that let the keyboard scroll a wide table; empty for one that fits."""
    if not is_wide(table):
        return ""
    caption = _CAPTION.search(table)
    label = text_of(caption[1]) if caption else "A wide table"
    return f' tabindex="0" role="region" aria-label="{escape(label)}"'


class _Scopes:
    """Follows the table's parts: a header scopes its column in the head, its row elsewhere."""

    def __init__(self) -> None:
        self.in_head = False

    def change(self, name: str, attributes: Attributes) -> Attributes | None:
        if name in ("thead", "tbody", "tfoot"):
            self.in_head = name == "thead"
        if name == "table":
            return {key: value for key, value in attributes.items() if key != "border"}
        if name == "tr":
            return {key: value for key, value in attributes.items() if key != "style"}
        if name == "th" and "scope" not in attributes:
            return attributes | {"scope": self.scope(attributes)}
        return None

    def scope(self, attributes: Attributes) -> str:
        spans = attributes.get("colspan" if self.in_head else "rowspan") or "1"
        return ("col" if self.in_head else "row") + ("group" if spans != "1" else "")


def _mark_number(match: re.Match) -> str:
    if not match["text"].strip() or "class" in match["attributes"] or not _NUMBER.fullmatch(match["text"]):
        return match[0]
    return f'<td{match["attributes"]} class="number">{match["text"]}</td>'


def is_wide(table: str) -> bool:
    """Whether the longest words of its columns do not fit beside each other on the narrowest screen."""
    widths: list[int] = []
    for row in _ROW.findall(table):
        for column, cell in enumerate(_ANY_CELL.findall(row)):
            widths += [0] * (column + 1 - len(widths))
            longest = max((len(word) for word in text_of(cell).split()), default=0)
            widths[column] = max(widths[column], longest + 2)
    return sum(widths) > NARROWEST
