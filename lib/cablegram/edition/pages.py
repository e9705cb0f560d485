"""Pages: the content of a notebook with what a reader needs round it."""

import re
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path

from .links import Linker
from .outline import Outline
from .tags import ids_in, text_of

HERE = Path(__file__).parent
STYLES = ("page.css", "print.css")


@dataclass(frozen=True)
class Page:
    """The content of one notebook: `html` of its cells, `contents` the (id, text) of its main headings."""

    name: str
    title: str
    description: str
    html: str
    contents: tuple[tuple[str, str], ...]
    ids: frozenset[str]

    @classmethod
    def of(cls, name: str, html: str, outline: Outline) -> "Page":
        if not outline.title:
            html = f"<h1>{escape(name)}</h1>\n{html}"
        return cls(
            name,
            outline.title or name,
            first_words(html),
            html,
            tuple(outline.contents),
            frozenset(ids_in(html)),
        )


@dataclass(frozen=True)
class Site:
    """The pages of an edition in their order; a page alone is a site of one."""

    pages: list[Page]

    @property
    def title(self) -> str:
        return self.pages[0].title

    def neighbours(self, page: Page) -> tuple[Page | None, Page | None]:
        """The pages before and after this one."""
        place = [known.name for known in self.pages].index(page.name)
        before = self.pages[place - 1] if place else None
        after = self.pages[place + 1] if place + 1 < len(self.pages) else None
        return before, after


def first_words(html: str, most: int = 300) -> str:
    """The text of the first paragraph, for search engines and link previews."""
    match = re.search(r"<p>(.*?)</p>", html, re.DOTALL)
    words = text_of(match[1]) if match else ""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"


def set_page(page: Page, site: Site) -> str:
    """The whole HTML document of one page."""
    linked = replace(page, html=Linker(site.pages).link(page))
    before, after = site.neighbours(page)
    return template("page.html.j2").render(
        page=linked, site=site, before=before, after=after, style=style(), heading=css_string(page.title)
    )


@cache
def template(name: str):
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(HERE / "templates" / "edition"), autoescape=True)
    return environment.get_template(name)


@cache
def style() -> str:
    """Every rule of the page in one sheet, the notebook views' own among them, without comments and indents."""
    folder = HERE / "templates" / "edition"
    sheets = [folder / name for name in STYLES] + [HERE.parent / "display.css"]
    return "\n".join(shorten(path.read_text(encoding="utf-8")) for path in sheets if path.is_file())


def shorten(css: str) -> str:
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return "\n".join(line.strip() for line in css.splitlines() if line.strip())


def css_string(text: str) -> str:
    """The text as a CSS string that can stand inside a `style` element."""
    return '"' + re.sub(r'["\\<>&\n]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'
