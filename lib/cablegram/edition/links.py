"""Links between notebooks turned into links between pages, or within the single file."""

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from ..addresses import PAGES
from .tags import Attributes, rewrite

if TYPE_CHECKING:
    from .site import Page

_FORM = re.compile(r"(?<=#)(result-.+?)--\w+$")  # a wording of a result, which is no place of its own
_NOTEBOOK = re.compile(r"(?P<name>[^/#?:]+)\.ipynb(?:#(?P<id>.*))?")


def home_of(address: str) -> str | None:
    """The page a public address lives on, None for an id that is not one."""
    return PAGES.get(address.partition("-")[0]) if "-" in address else None


class Linker:
    """Knows the pages that exist; `single` for the file that holds them all."""

    def __init__(self, pages: "list[Page]", single: bool = False) -> None:
        self.pages = {page.name: page for page in pages}
        self.notebooks = {page.home for page in pages}
        self.holders = {(page.home, address): page.name for page in pages for address in page.ids}
        self.single = single

    def link(self, page: "Page") -> str:
        """The page's HTML with every link to a notebook or an address pointing to where it now is."""

        def change(name: str, attributes: Attributes) -> Attributes | None:
            target = attributes.get("href")
            if name != "a" or target is None:
                return None
            return attributes | {"href": self.target(page, target)}

        return rewrite(page.html, change)

    def target(self, page: "Page", target: str) -> str:
        target = _FORM.sub(r"\1", target)
        if target.startswith("#"):
            return self.address(page, self.find(page, unquote(target[1:])), unquote(target[1:]))
        match = _NOTEBOOK.fullmatch(target)
        if not match or (len(self.pages) > 1 and match["name"] not in self.notebooks):
            return target
        address = unquote(match["id"] or "")
        if (
            len(self.pages) == 1 and address in page.ids
        ):  # a notebook exported alone shows its document itself
            return self.address(page, page.name, address)
        return self.address(page, self.holder(match["name"], address), address)

    def find(self, page: "Page", address: str) -> str:
        """The page that has an address: this one if it can, else its home."""
        if address in page.ids:
            return page.name
        home = home_of(address)
        return self.holder(home if home in self.notebooks else page.home, address)

    def holder(self, notebook: str, address: str) -> str:
        """The page of the notebook that has an address, its first one where none has."""
        return self.holders.get((notebook, address), notebook)

    def address(self, page: "Page", name: str, address: str) -> str:
        if self.single:
            return f"#{self.address_in_single(name, address)}"
        fragment = f"#{address}" if address else ""
        return fragment if name == page.name and address else f"{name}.html{fragment}"

    def address_in_single(self, name: str, address: str) -> str:
        """Public addresses stay, a page's own ids are prefixed with its name, a bare link means its start."""
        if not address:
            return f"page-{name}"
        home = home_of(address)
        return address if home in self.notebooks or address.startswith("figure-") else f"{name}--{address}"
