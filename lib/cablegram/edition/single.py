"""The edition as one file: every page a section, every id unique, nothing outside it needed."""

import re
from dataclasses import replace

from .headings import lower_headings
from .links import Linker, home_of
from .outputs import drop_repeated_ids
from .site import Page
from .tags import Attributes, rewrite

# Attributes that name ids, or groups of inputs, of their own page.
_NAMING = (
    "id",
    "for",
    "popovertarget",
    "headers",
    "name",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
)
_REFERENCE = re.compile(r"url\(#([^)]+)\)")
_STYLE = re.compile(r"<style\b.*?</style\s*>", re.DOTALL | re.IGNORECASE)


def sections(linker: Linker, pages: list[Page]) -> list[Page]:
    """The pages as sections of one document: ids made unique, links turned inward, headings a level lower."""
    taken: set[str] = set()
    parts = [section(page, linker, first=page is pages[0]) for page in pages]
    return [replace(part, html=drop_repeated_ids(part.html, taken)) for part in parts]


def section(page: Page, linker: Linker, first: bool) -> Page:
    html = linker.link(page)
    html = prefix_ids(html, page, linker)
    html = html if first else lower_headings(html)
    contents = tuple((linker.address_in_single(page.name, address), text) for address, text in page.contents)
    return replace(page, html=html, contents=contents)


def prefix_ids(html: str, page: Page, linker: Linker) -> str:
    """The page's own ids prefixed with its name; a public address keeps its id on its home page only."""
    own = {address: linker.address_in_single(page.name, address) for address in page.ids}

    def rename(value: str) -> str:
        return " ".join(own.get(word, word) for word in value.split())

    def change(_name: str, attributes: Attributes) -> Attributes:
        home = home_of(attributes.get("id") or "")
        if home in linker.notebooks and home != page.home:
            attributes.pop("id")
        return {key: rename_value(key, value) for key, value in attributes.items()}

    def rename_value(key: str, value: str | None) -> str | None:
        if value is None:
            return None
        if key == "name":
            return value if value.startswith("reading-") else f"{page.name}--{value}"
        if key in _NAMING:
            return rename(value)
        if key == "xlink:href" or (key == "href" and value[1:] in own):
            return f"#{own.get(value[1:], value[1:])}"
        return _REFERENCE.sub(lambda match: f"url(#{own.get(match[1], match[1])})", value)

    html = rewrite(html, change)
    return _STYLE.sub(lambda match: rename_in_style(match[0], own), html)


def rename_in_style(style: str, own: dict[str, str]) -> str:
    """A style sheet of the page with the ids in its selectors renamed."""
    return re.sub(r"#([\w-]+)(?=[^;{}]*\{)", lambda match: f"#{own.get(match[1], match[1])}", style)
