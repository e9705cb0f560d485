"""The one exit of the figures: HTML for a page or a notebook, SVG and PNG where a folder is named."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape
from pathlib import Path
from textwrap import fill

from matplotlib.figure import Figure
from pandas import DataFrame

from .. import display
from . import marks, svg
from .material import Material, told

FOLDER_VARIABLE = "CABLEGRAM_FIGURES"
WIDTHS = {"wide": marks.WIDE, "narrow": marks.NARROW}


@dataclass(frozen=True, repr=False)
class Published:
    """A figure as it leaves the library; in a notebook it shows itself, printed it is its alt text.

    `draw` makes the picture for a width in pixels, none where a table says it better; `tabulate` the table,
    which is else the one named beside the words. `granted` is what the numbers take for granted, `cards` what
    a mark tells (its name, and HTML) by the key in its gid `spot-<key>`.
    """

    name: str
    material: Material
    draw: Callable[[Material, int], Figure] | None = None
    tabulate: Callable[[Material], DataFrame] | None = None
    granted: Callable[[Material], list[str]] = lambda _: []
    cards: Callable[[Material], dict[str, tuple[str, str]]] = lambda _: {}

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
        return (
            (marks.HERE / "figure.html")
            .read_text(encoding="utf-8")
            .format(
                id=f"{'figure' if pictures else 'table'}-{self.name}",
                readings=" ".join(sorted(self.material.met)),
                other=escape(self.material.other_readings),
                pictures=f'<div class="fig-plate">{pictures}</div>{hint}' if pictures else table,
                granted="".join(f"<li>{escape(each)}.</li>" for each in self.granted(self.material)),
                more=f"<details>{in_words}{table}</details>" if pictures else "",
                **{name: escape(text) for name, text in self.words.items()},
            )
        )

    def _picture(self, kind: str) -> str:
        """The picture for a width; over it, for each mark that tells something, a button and its card."""
        with marks.style(WIDTHS[kind]):
            figure = self.draw(self.material, WIDTHS[kind])
            picture = svg.for_page(figure, self.name, kind, repr(self))
        ax, cards = figure.axes[0], self.cards(self.material)
        for artist in ax.lines:
            key = str(artist.get_gid()).removeprefix("spot-")
            if key in cards:
                x, y = (ax.transData - ax.transAxes).transform(artist.get_xydata()[0])
                address, name = f"{self.name}-{kind}-{key}", f'aria-label="{escape(cards[key][0])}"'
                picture += (
                    f'<button popovertarget="{address}" {name} style="left:{x:.1%};top:{1 - y:.1%}"></button>'
                    f'<div popover class="fig-card" id="{address}" role="dialog" {name}>{cards[key][1]} '
                    f'<button popovertarget="{address}" popovertargetaction="hide">Close</button></div>'
                )
        return f'<div class="fig-{kind}">{picture}</div>'

    @cached_property
    def file(self) -> Figure:
        """The wide picture on a higher sheet, its title above, below what else is to be said."""
        granted = [f"({number}) {each}" for number, each in enumerate(self.granted(self.material), 1)]
        source = f"Source: {self.words['source']} {self.words['foot']}."
        words = (self.words["subtitle"], self.material.other_readings, self.words["caption"])
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
            picture = svg.alone(self.file).encode()
            if not (drawn.is_file() and printed.is_file() and drawn.read_bytes() == picture):
                drawn.write_bytes(picture)
                _print(self.file, printed)
        return [drawn, printed]


def _print(figure: Figure, path: Path) -> None:
    """Writes the picture at 288 dots an inch, in the 64 colours that come nearest."""
    from PIL import Image, ImageOps

    figure.savefig(path)
    whole = ImageOps.expand(Image.open(path).convert("RGB"), 4 * svg.MARGIN, marks.PAPER)
    few = whole.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(path, dpi=(288, 288))


def stylesheet() -> str:
    """The CSS of the figures, light and dark; a page needs it once."""
    return (marks.HERE / "figure.css").read_text(encoding="utf-8")


@cache
def faces() -> str:
    """The CSS that brings the face of pages and figures within itself, regular and italic."""
    rules = ""
    for style, name in {"normal": "regular", "italic": "italic"}.items():
        font = b64encode((marks.HERE / "fonts" / f"cablegram-serif-{name}.woff2").read_bytes()).decode()
        source = f'url(data:font/woff2;base64,{font}) format("woff2")'
        rules += f'@font-face{{font-family:"Cablegram Serif";font-style:{style};src:{source}}}'
    return rules
