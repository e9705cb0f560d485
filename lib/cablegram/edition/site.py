"""The pages of an edition, before anything is put round them."""

import re
from dataclasses import dataclass, field
from html import escape

from ..citations import Work
from .answers import Answers
from .downloads import Download
from .outline import Outline
from .tags import ids_in, text_of


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

    @classmethod
    def from_dict(cls, known: dict) -> "Page":
        """The page as a cache kept it."""
        contents = tuple(tuple(pair) for pair in known["contents"])
        return cls(**known | {"contents": contents, "ids": frozenset(known["ids"])})


@dataclass(frozen=True)
class Site:
    """The pages of an edition in their order; a page alone is a site of one, and has no `work` to cite."""

    pages: list[Page]
    files: list[Download] = field(default_factory=list)
    work: Work | None = None
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


def first_words(html: str, most: int = 300) -> str:
    """The text of the first paragraph, for search engines and link previews."""
    match = re.search(r"<p>(.*?)</p>", html, re.DOTALL)
    words = text_of(match[1]) if match else ""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
