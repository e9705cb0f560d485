"""The pages of an edition, before anything is put round them."""

import re
from dataclasses import dataclass, field, replace
from html import escape
from urllib.parse import quote

from ..addresses import PAGES
from .answers import Answers
from .downloads import Download
from .headings import raise_headings
from .outline import Outline
from .tags import ids_in, text_of


@dataclass(frozen=True)
class Page:
    """The content of one notebook, or of a part of it with a page of its own.

    `html` is that of its cells, `contents` the (id, text) of its main headings; `notebook` is named where the
    page is only a part of it.
    """

    name: str
    title: str
    description: str
    html: str
    contents: tuple[tuple[str, str], ...]
    ids: frozenset[str]
    notebook: str = ""

    @property
    def home(self) -> str:
        """The name of the notebook, by which links know the page."""
        return self.notebook or self.name

    @property
    def label(self) -> str:
        """The title as far as its colon, for the navigation."""
        return "Front page" if self.name == "index" else self.title.partition(":")[0]

    @classmethod
    def of(cls, name: str, html: str, outline: Outline) -> "Page":
        if not outline.title:
            html = f"<h1>{escape(name)}</h1>\n{html}"
        return cls(
            name,
            outline.title or name,
            first_words(html),
            html,
            tuple(outline.contents or (headings_of_text(html) if name == PAGES["s"] else ())),
            frozenset(ids_in(html)),
        )

    @classmethod
    def from_dict(cls, known: dict) -> "Page":
        """The page as a cache kept it."""
        contents = tuple(tuple(pair) for pair in known["contents"])
        return cls(**known | {"contents": contents, "ids": frozenset(known["ids"])})


@dataclass(frozen=True)
class Site:
    """The pages of an edition in their order; a page alone is a site of one, and is not `whole`."""

    pages: list[Page]
    files: list[Download] = field(default_factory=list)
    whole: bool = False
    answers: Answers | None = None

    @property
    def title(self) -> str:
        return self.pages[0].title

    def neighbours(self, page: Page) -> tuple[Page | None, Page | None]:
        """The pages before and after this one."""
        place = [known.name for known in self.pages].index(page.name)
        before = self.pages[place - 1] if place else None
        after = self.pages[place + 1] if place + 1 < len(self.pages) else None
        return before, after


# ---- parts of a notebook

PART = "page-"  # the tag of a Markdown cell whose section has a page of its own: `page-registers`


def part_in(tags: list[str]) -> str:
    """The name of the part that a cell with these tags begins, empty for other cells."""
    return next((tag.removeprefix(PART) for tag in tags if tag.startswith(PART)), "")


def parts_of(name: str, html: str, outline: Outline) -> list[Page]:
    """The pages of a notebook: its own, and one for each section set apart, to which a link stays behind."""
    number, parts = name.partition("-")[0], []
    for address, part in outline.parts.items():
        section = outline.section(address)
        start, end = place(html, address, 0), place(html, outline.after(section), len(html))
        page = Page.of(f"{number}-{part}", raise_headings(html[start:end]), section)
        parts.append((replace(page, notebook=name), section))
        html = html[:start] + way_to(page, name, address) + html[end:]
    own = Page.of(name, html, outline.without([section for _, section in parts]))
    return [own, *(page for page, _ in parts)]


def place(html: str, address: str, otherwise: int) -> int:
    """Where a heading of the second level stands in the HTML."""
    return html.index(f'<h2 id="{escape(address)}">') if address else otherwise


def way_to(page: Page, notebook: str, address: str) -> str:
    """What stands where a section has been set apart: its title as a link, and its first words."""
    link = f'<a href="{notebook}.ipynb#{quote(address)}">{escape(page.title)}</a>'
    return f'<p class="part">{link} <span>{escape(page.description)}</span></p>\n'


def headings_of_text(html: str) -> list[tuple[str, str]]:
    """(id, words) of the headings within the text, for its page, which may have no others."""
    found = re.findall(r'<h4>(<span id="([^"]+)">.*?)</h4>', html, re.DOTALL)
    return [(address, text_of(_ASIDE.sub("", heading))) for heading, address in found]


_ASIDE = re.compile(r'<button\b.*?</button>|<span class="cg-(?:voice|proposed)">.*?</span>', re.DOTALL)


def first_words(html: str, most: int = 300) -> str:
    """The text of the first paragraph, for search engines and link previews."""
    match = re.search(r"<p>(.*?)</p>", html, re.DOTALL)
    words = text_of(match[1]) if match else ""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
