"""The way back: what a page's prose links to says, once a reader has come to it, where it is cited."""

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from ..addresses import PAGES

if TYPE_CHECKING:
    from .answers import Answers
    from .site import Page

USES = "uses-"  # the id of a link in prose, before the address it leads to
_ADDRESS = re.compile(rf"#((?:{'|'.join(PAGES)})-[^#\s]+?)(?:--\w+)?")


def cited(url: str) -> str:
    """The public address that a link of a notebook leads to, empty for other links.

    >>> cited("02-quantities.ipynb#result-rate-stay--range")
    'result-rate-stay'
    """
    match = _ADDRESS.fullmatch(url[url.find("#") :]) if "#" in url else None
    return match[1] if match else ""


def with_ways_back(pages: "list[Page]") -> "list[Page]":
    """The pages with a line at whatever is cited in prose, which is seen on arrival and names the pages."""
    citing: dict[str, list[Page]] = {}
    for page in pages:
        for address in sorted(page.ids):
            if address.startswith(USES):
                citing.setdefault(address.removeprefix(USES), []).append(page)
    return [replace(page, html=_with_lines(page.html, _at_home(page, citing))) for page in pages]


def with_uncited(pages: "list[Page]", addresses: list[str], answers: "Answers") -> "list[Page]":
    """The pages; the last of each notebook, where things are looked up, names what no prose links to."""
    last = {page.home: page for page in pages}
    return [
        replace(page, html=page.html + _uncited(addresses, page.home, answers))
        if page is last[page.home]
        else page
        for page in pages
    ]


def _uncited(addresses: list[str], home: str, answers: "Answers") -> str:
    links = [
        f'<a href="{home}.ipynb#{escape(address)}">{escape(answers.cable.label(address)[0])}</a>'
        for address in addresses
        if PAGES[address.partition("-")[0]] == home
    ]
    return f'<p class="uncited">Not cited in the text: {", ".join(links)}.</p>\n' if links else ""


def _at_home(page: "Page", citing: "dict[str, list[Page]]") -> "dict[str, list[Page]]":
    """Of what is cited that which has its home in the page's notebook."""
    return {
        address: pages for address, pages in citing.items() if PAGES[address.partition("-")[0]] == page.home
    }


def _with_lines(html: str, citing: "dict[str, list[Page]]") -> str:
    places: list[tuple[int, str]] = []
    for match in re.finditer(r'<(\w+)[^<>]*? id="([^"]+)"[^<>]*>', html):
        if match[2] in citing:
            places.append((_end(html, match[1], match.end()), _line(match[2], citing[match[2]])))
    for at, line in sorted(places, reverse=True):
        html = html[:at] + line + html[at:]
    return html


def _line(address: str, pages: "Iterable[Page]") -> str:
    links = ", ".join(
        f'<a href="{page.home}.ipynb#{USES}{escape(address)}">{escape(page.label)}</a>' for page in pages
    )
    return f'<span class="back"> cited in {links}</span>'


def _end(html: str, tag: str, start: int) -> int:
    """Where the line goes: the end of a span or paragraph, of the first header in what is larger."""
    if tag not in ("span", "p"):
        return re.compile(r"</(?:th|h[1-6]|caption)>").search(html, start).start()
    depth = 1
    for match in re.compile(rf"<(/?){tag}\b").finditer(html, start):
        depth += -1 if match[1] else 1
        if not depth:
            return match.start()
    return start
