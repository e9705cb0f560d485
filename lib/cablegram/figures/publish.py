"""The one exit of the figures: HTML for a page or a notebook, SVG and PNG where a folder is named."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from io import StringIO
from pathlib import Path
from textwrap import fill

from matplotlib.figure import Figure
from pandas import DataFrame

from .. import display
from ..files import faces
from . import marks
from .material import Material, told

WIDTHS = {"wide": marks.WIDE, "narrow": marks.NARROW}
MARGIN = 15  # points of paper round a figure that stands alone
_NEEDLESS = re.compile(
    r"<metadata>.*?</metadata>\s*|<defs>\s*<style.*?</style>\s*</defs>\s*|<!--.*?-->\s*"
    r'| transform="rotate\(-0 [^"]*\)"',
    re.DOTALL,
)
_AGAIN = re.compile(r"(L [^A-Z]*)(?:\1)+")  # points that rounding has made equal


@dataclass(frozen=True, repr=False)
class Published:
    """A figure as it leaves the library; in a notebook it shows itself, printed it is its alt text.

    `draw` makes the picture for a width in pixels, none where a table says it better; `tabulate` the table,
    which is else the one named beside the words. `granted` is what the numbers take for granted, `cards` what
    a mark tells, as `card.html` has it, by the key in its gid `spot-<key>`.
    """

    name: str
    material: Material
    draw: Callable[[Material, int], Figure] | None = None
    tabulate: Callable[[Material], DataFrame] | None = None
    granted: Callable[[Material], list[str]] = lambda _: []
    cards: Callable[[Material], dict[str, dict[str, str]]] = lambda _: {}

    @cached_property
    def words(self) -> dict[str, str]:
        """Title, subtitle, alt text, caption, source and foot."""
        return self.material.words(self.name)

    def __repr__(self) -> str:
        return self.words["alt"]

    def _repr_html_(self) -> str:
        css = f'<style class="cablegram-style">{faces()}{stylesheet()}</style>'
        return f'<div class="cablegram">{css}{self.html}</div>'

    @cached_property
    def html(self) -> str:
        """The `<figure>` alone, for a page that has the stylesheet; `data-readings` are the cruxes it met."""
        pictures = "".join(map(self._picture, WIDTHS)) if self.draw else ""
        rows = self.tabulate(self.material) if self.tabulate else self.material.table(self.name)
        caption = f"As a table: {self.words['title']}" if pictures else "The table"
        table = display.table(rows, caption, tuple(told(self.name).get("links", ())))._repr_html_()
        in_words = f"<summary>In words and as a table</summary><p>{escape(repr(self))}</p>"
        hint = f'<p class="fig-hint">{self.words["hint"]}</p>' if "popover" in pictures else ""
        return _file("figure.html").format(
            id=f"{'figure' if pictures else 'table'}-{self.name}",
            readings=" ".join(sorted(self.material.met)),
            pictures=f'<div class="fig-plate">{pictures}</div>{hint}' if pictures else table,
            granted="".join(f"<li>{escape(each)}.</li>" for each in self.granted(self.material)),
            more=f"<details>{in_words}{table}</details>" if pictures else "",
            **{name: escape(text) for name, text in self.words.items()},
        )

    def _picture(self, kind: str) -> str:
        """The picture for a width; over it, for each mark that tells something, a button and its card."""
        with marks.style(WIDTHS[kind]):
            figure = self.draw(self.material, WIDTHS[kind])
            picture = _for_page(figure, self.name, kind, repr(self))
        ax, cards = figure.axes[0], self.cards(self.material)
        for artist in ax.lines:
            key = str(artist.get_gid()).removeprefix("spot-")
            if key in cards:
                x, y = (ax.transData - ax.transAxes).transform(artist.get_xydata()[0])
                place = {"id": f"{self.name}-{kind}-{key}", "x": x, "y": 1 - y}
                picture += _file("card.html").replace("\n", "").format(**place, **cards[key])
        return f'<div class="fig-{kind}">{picture}</div>'

    @cached_property
    def file(self) -> Figure:
        """The wide picture on a higher sheet, its title above, below what else is to be said."""
        granted = [f"({number}) {each}" for number, each in enumerate(self.granted(self.material), 1)]
        source = f"Source: {self.words['source']} {self.words['foot']}."
        words = (self.words["subtitle"], self.words["other"], self.words["caption"])
        feet = [*(each.rstrip(".") + "." for each in words if each), *granted, source]
        with marks.style(marks.WIDE):
            figure = self.draw(self.material, marks.WIDE)
            title, below = fill(self.words["title"], 88), "\n".join(fill(each, 140) for each in feet)
            figure.suptitle(title, x=0.003, ha="left", size="x-large", linespacing=1.2)
            figure.supxlabel(f"\n{below}", x=0.003, ha="left", **marks.QUIET)
            width, height = figure.get_size_inches()
            figure.set_size_inches(width, height + 0.3 * title.count("\n") + 0.17 * below.count("\n") + 0.85)
        return figure

    def write(self, folder: str | Path) -> list[Path]:
        """`name.svg` and `name.png` in the folder, which is made; the PNG only where the SVG has changed."""
        if not self.draw:
            return []
        drawn, printed = (Path(folder) / f"{self.name}.{ending}" for ending in ("svg", "png"))
        drawn.parent.mkdir(parents=True, exist_ok=True)
        with marks.style(marks.WIDE):
            picture = alone(self.file).encode()
            if not (drawn.is_file() and printed.is_file() and drawn.read_bytes() == picture):
                drawn.write_bytes(picture)
                _print(self.file, printed)
        return [drawn, printed]


def _svg(figure: Figure, **options: object) -> str:
    """The figure as SVG, the same text for the same figure; words stay words."""
    if engine := figure.get_layout_engine():  # settled here, or the figure would be drawn twice
        engine.execute(figure)
        figure.set_layout_engine(None)
    sheet = StringIO()
    figure.savefig(sheet, format="svg", metadata={"Date": None}, **options)
    svg = _NEEDLESS.sub("", sheet.getvalue())
    svg = _rounded(svg[svg.index("<svg") :], 2)
    svg = re.sub(r' d="([^"]*)"', lambda path: f' d="{_path(path[1])}"', svg)
    return re.sub(r"\n\s*", "\n", svg)


def _rounded(svg: str, digits: int) -> str:
    return re.sub(r"-?\d+\.\d+", lambda number: f"{round(float(number[0]), digits):g}", svg)


def _path(path: str) -> str:
    """A path to the tenth of a point."""
    return _AGAIN.sub(r"\1", _rounded(path, 1).replace("\n", "")).strip()


def alone(figure: Figure) -> str:
    """The figure as a file of its own, with paper round it."""
    svg = _svg(figure)
    width, height = (round(side, 2) + 2 * MARGIN for side in 72 * figure.get_size_inches())
    opening = f'width="{width:g}pt" height="{height:g}pt" viewBox="-{MARGIN} -{MARGIN} {width:g} {height:g}"'
    paper = f'<rect x="-{MARGIN}" y="-{MARGIN}" width="{width:g}" height="{height:g}" fill="{marks.PAPER}"/>'
    size = r'width="\S+pt" height="\S+pt" viewBox="[^"]*"([^>]*>)'
    return re.sub(size, rf"{opening}\1{paper}", svg, count=1)


def _for_page(figure: Figure, name: str, kind: str, alt: str) -> str:
    """One `<svg>` of a kind, wide or narrow, spoken as `alt`, in the type and the colours of the page.

    Its ids are its own. What leads to a sentence is called by it; the Tab key passes over it, since the table
    has the same links.
    """
    svg = _svg(figure, facecolor="none")
    pointed = set(re.findall(r'(?:url\(#|href="#)([^")]+)', svg))
    svg = re.sub(r' id="([^"]+)"', lambda id: id[0] if id[1] in pointed else "", svg)
    svg = re.sub(r'(\sid="|url\(#|href="#)', rf"\g<1>{name}-{kind}-", svg)
    svg = re.sub(r'font-family: [^;"]*; ', "", svg)
    for role, colour in marks.COLOURS.items():
        svg = svg.replace(colour, f"var(--fig-{role}, {colour})")
    link = r'<a xlink:href="([^"]*#s-([\d.]+))"'
    svg, links = re.subn(link, r'<a aria-label="\2" tabindex="-1" xlink:href="\1"', svg)
    opening = f'class="fig-{kind}" role="{"group" if links else "img"}" aria-label="{escape(alt)}"'
    return re.sub(r'width="[\d.]+pt" height="[\d.]+pt"', lambda _: opening, svg, count=1)


def _print(figure: Figure, path: Path) -> None:
    """Writes the picture at 288 dots an inch, in the 64 colours that come nearest."""
    from PIL import Image, ImageOps

    figure.savefig(path)
    whole = ImageOps.expand(Image.open(path).convert("RGB"), 4 * MARGIN, marks.PAPER)
    few = whole.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(path, dpi=(288, 288))


def stylesheet() -> str:
    """The CSS of the figures, light and dark; a page needs it once."""
    return _file("figure.css")


def _file(name: str) -> str:
    return (marks.HERE / name).read_text(encoding="utf-8")
