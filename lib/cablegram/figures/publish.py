"""The one style of the figures, and their one exit: HTML for a page, SVG and PNG where a folder is named."""

import io
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from . import svg

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

FOLDER_VARIABLE = "CABLEGRAM_FIGURES"
STYLE = "cablegram.mplstyle"
TABLE = "What the figure shows, as a table"
HINT = "Point at a mark, or go from one to the next with the Tab key, to read about it here."


@contextmanager
def style() -> Iterator[None]:
    """matplotlib under the figures' own style and nothing else, whatever the reader's settings are."""
    import matplotlib.style

    path = resources.as_file(resources.files(__package__) / STYLE)
    with path as sheet, matplotlib.style.context(["default", sheet]):
        yield


def stylesheet() -> str:
    """The CSS of the figures, light and dark; a page needs it once."""
    return (resources.files(__package__) / "figure.css").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Published:
    """A figure as it leaves the library; in a notebook it shows itself, printed it is its alt text."""

    figure: "Figure" = field(repr=False)
    name: str
    alt: str
    caption: str = ""
    source: str = ""
    table: "DataFrame | None" = None
    marks: Mapping[str, svg.Mark] = field(default_factory=dict)
    cards: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def svg(self) -> str:
        """The picture as one `<svg>` element: the same bytes for the same figure."""
        sheet = io.StringIO()
        with style():
            self.figure.savefig(sheet, format="svg", metadata={"Date": None})
        return svg.tidy(sheet.getvalue(), self.name, self.alt, self.marks)

    @cached_property
    def png(self) -> bytes:
        """The picture at 300 dots an inch, for print, in the 256 colours that come nearest."""
        from PIL import Image

        drawn, small = io.BytesIO(), io.BytesIO()
        with style(), _halo(self.figure):
            self.figure.savefig(drawn, format="png")
        dots = Image.open(drawn)
        few = dots.convert("RGB").quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(small, "PNG", optimize=True, dpi=dots.info["dpi"])
        return small.getvalue()

    def write(self, folder: str | Path) -> list[Path]:
        """`name.svg` and `name.png` in the folder, which is made; returns the two paths.

        A PNG takes long, and stays where the SVG beside it has not changed.
        """
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / f"{self.name}.svg", folder / f"{self.name}.png"]
        picture = f"{self.svg}\n".encode()
        if not all(path.is_file() for path in paths) or paths[0].read_bytes() != picture:
            paths[1].write_bytes(self.png)
            paths[0].write_bytes(picture)
        return paths

    def html(self) -> str:
        """The `<figure>` alone, for a page that has the stylesheet."""
        width = round(self.figure.get_size_inches()[0] * 96)
        opening = f'<figure class="cg-figure" id="figure-{self.name}" style="--fig-width:{width}px">'
        picture = f'<div class="fig-scroll">{self.svg}</div>'
        parts = [picture, _cards(self.name, self.cards), self._caption(), self._in_words()]
        body = "\n".join(part for part in parts if part)
        return f"{opening}\n{body}\n</figure>"

    def _caption(self) -> str:
        source = f'<span class="fig-source">Source: {escape(self.source)}</span>' if self.source else ""
        words = " ".join(part for part in (escape(self.caption), source) if part)
        return f"<figcaption>{words}</figcaption>" if words else ""

    def _in_words(self) -> str:
        """The alt text for every reader, and the table."""
        table = "" if self.table is None else html_table(self.table, TABLE)
        region = (
            f'<div class="cg-scroll" tabindex="0" role="region" aria-label="Table of the figure {self.name}">'
        )
        summary = "This figure in words" + (" and as a table" if table else "")
        table = f"{region}{table}</div>" if table else ""
        return f"<details><summary>{summary}</summary><p>{escape(self.alt)}</p>{table}</details>"

    def _repr_html_(self) -> str:
        """The figure for a notebook; JupyterLab writes to the `href` of links, which an SVG refuses."""
        sheet = f'<style class="cablegram-style">{stylesheet()}</style>'
        html = re.sub(r'(<a class="fig-mark"[^>]*?) href=', r"\1 xlink:href=", self.html())
        return f'<div class="cablegram">{sheet}{html}</div>'

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": self._repr_html_(), "text/plain": self.alt}

    def __repr__(self) -> str:
        return self.alt


def publish(
    fig: "Figure",
    name: str,
    *,
    alt: str,
    caption: str = "",
    source: str = "",
    folder: str | Path | None = None,
    table: "DataFrame | None" = None,
    marks: Mapping[str, svg.Mark] | None = None,
    cards: Mapping[str, str] | None = None,
) -> Published:
    """The figure ready to be shown; written to disk only where `folder` or CABLEGRAM_FIGURES names one.

    `alt` tells in words what the figure shows: its kind, what it compares, the finding with its numbers.
    `marks` and `cards` (HTML) are by key: what a mark is called, and what it tells when pointed at.
    Raises `ValueError` for an alt text that says nothing.
    """
    if not alt.strip():
        raise ValueError(
            f"figure {name!r} needs an alt text: its kind, what it compares, the finding in numbers"
        )
    shown = Published(fig, name, " ".join(alt.split()), caption, source, table, marks or {}, cards or {})
    folder = folder or os.environ.get(FOLDER_VARIABLE)
    if folder:
        shown.write(folder)
    return shown


@contextmanager
def _halo(fig: "Figure") -> Iterator[None]:
    """Paper round words on lines, in the PNG; in the SVG it would make outlines, so there CSS does it."""
    from matplotlib.patheffects import withStroke
    from matplotlib.text import Text

    words = [text for text in fig.findobj(Text) if svg.has_halo(str(text.get_gid()))]
    for text in words:
        text.set_path_effects([withStroke(linewidth=2.4, foreground=svg.PALETTE["paper"])])
    yield
    for text in words:
        text.set_path_effects([])


def _cards(name: str, cards: Mapping[str, str]) -> str:
    """What each mark tells, shown one at a time, and all of them where there is no style."""
    if not cards:
        return ""
    figure = f"#figure-{name}"
    rules = "".join(
        f'{figure}:has([data-mark="{key}"]:is(:hover,:focus-visible)) [data-card="{key}"]{{display:block}}'
        for key in cards
    )
    hint = f'<p class="fig-hint">{HINT}</p>'
    shown = "".join(f'<div class="fig-card" data-card="{key}">{card}</div>' for key, card in cards.items())
    sheet = f"<style>{figure} .fig-card{{display:none}}{rules}</style>"
    return f'{sheet}<div class="fig-cards">{hint}{shown}</div>'


def html_table(table: "DataFrame", caption: str = "") -> str:
    """A table, each row headed by its first cell; `table.attrs["lang"]` names languages by column."""
    languages = table.attrs.get("lang", {})
    head = "".join(f'<th scope="col">{escape(str(column))}</th>' for column in table.columns)
    rows = []
    for row in table.itertuples(index=False, name=None):
        cells = [
            _cell(value, languages.get(column)) for column, value in zip(table.columns, row, strict=True)
        ]
        first = cells[0].replace("<td", '<th scope="row"', 1).replace("</td>", "</th>", 1)
        rows.append(f"<tr>{first}{''.join(cells[1:])}</tr>")
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"


def _cell(value: object, language: str | None) -> str:
    words = "" if value is None or value != value else str(value)
    mark = f' lang="{language}"' if language and words else ""
    return f"<td{mark}>{escape(words)}</td>"
