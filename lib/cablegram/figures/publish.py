"""The one exit of the figures: HTML for a page or a notebook, SVG and PNG where a folder is named."""

import os
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from html import escape
from io import BytesIO, StringIO
from pathlib import Path
from textwrap import fill

from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from pandas import DataFrame

from .. import display
from ..display.markup import to_html
from ..files import FIGURES_VARIABLE
from . import marks
from .material import Material, told

COMMITTED = marks.HERE.parents[2] / "figures"
GAP, MARGIN = 9, 12  # points: from the picture to its title and notes, and of paper round all
WIDTHS = {"wide": marks.WIDE, "narrow": marks.NARROW}
_NEEDLESS = re.compile(
    r"<metadata>.*?</metadata>\s*|<defs>\s*<style.*?</style>\s*</defs>\s*|<!--.*?-->\s*"
    r'| transform="rotate\(-0 [^"]*\)"',
    re.DOTALL,
)


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
        """The figure with face and style; before it what JupyterLab leaves of it while it trusts no style.

        That is the file as an image, and what to do; the figure itself is hidden unless the style is there.
        """
        css, still, shown = f"{faces()}{stylesheet()}", "", self.html
        if self.draw:
            source = f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"
            still = f'<img alt="{escape(repr(self))}" src="{source}"><p>{self.words["untrusted"]}</p>'
            still = f'<div class="cg-untrusted">{still}</div>'
            shown = shown.replace("<figure ", "<figure hidden ", 1)
        return f'<div class="cablegram"><style class="cablegram-style">{css}</style>{still}{shown}</div>'

    def _repr_png_(self) -> bytes | None:
        """The PNG in the folder if it is of this very picture, else one drawn now; none of a table."""
        if not self.draw:
            return None
        kept = self._kept(Path(os.environ.get(FIGURES_VARIABLE, COMMITTED)))
        return kept.read_bytes() if kept else self._alone(_png)

    @cached_property
    def html(self) -> str:
        """The `<figure>` alone, for a page that has the stylesheet; `data-readings` are the cruxes it met."""
        pictures = "".join(map(self._picture, WIDTHS)) if self.draw else ""
        rows = self.tabulate(self.material) if self.tabulate else self.material.table(self.name)
        words = {name: to_html(text, self.material.cable.pages) for name, text in self.words.items()}
        caption = f"As a table: {self.words['title']}"
        if not pictures:  # the table is itself what the subtitle tells of
            caption, words["subtitle"] = self.words["subtitle"], ""
        table = display.table(rows, caption, tuple(told(self.name).get("links", ())))._repr_html_()
        in_words = f"<summary>In words and as a table</summary><p>{escape(repr(self))}</p>"
        hint = f'<p class="fig-hint">{self.words["hint"]}</p>' if "popover" in pictures else ""
        return _file("figure.html").format(
            id=f"{'figure' if pictures else 'table'}-{self.name}",
            readings=" ".join(sorted(self.material.met)),
            pictures=f'<div class="fig-plate">{pictures}</div>{hint}' if pictures else table,
            granted="".join(f"<li>{escape(each)}.</li>" for each in self.granted(self.material)),
            more=f"<details>{in_words}{table}</details>" if pictures else "",
            **words,
        )

    def _picture(self, kind: str) -> str:
        """The picture for a width; over it, for each mark that tells something, a button and its card."""
        figure = self._figures[kind]
        with marks.style(WIDTHS[kind]):
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
    def _figures(self) -> dict[str, Figure]:
        """The pictures by kind, their layout settled, so that none is laid out again when it is saved."""
        figures = {}
        for kind, width in WIDTHS.items():
            with marks.style(width):
                figure = figures[kind] = self.draw(self.material, width)
                figure.get_layout_engine().execute(figure)
                figure.set_layout_engine(None)
        return figures

    @cached_property
    def svg(self) -> str:
        """The wide picture as a file of its own."""
        return self._alone(_svg)

    def write(self, folder: str | Path) -> list[Path]:
        """`name.svg` and `name.png` in the folder, which is made; the PNG only where the SVG has changed."""
        if not self.draw:
            return []
        drawn, printed = (Path(folder) / f"{self.name}.{ending}" for ending in ("svg", "png"))
        if not self._kept(drawn.parent):
            drawn.parent.mkdir(parents=True, exist_ok=True)
            drawn.write_text(self.svg, encoding="utf-8", newline="\n")
            printed.write_bytes(self._alone(_png))
        return [drawn, printed]

    def _kept(self, folder: Path) -> Path | None:
        """The PNG in the folder, if the SVG beside it is of this very picture."""
        drawn, printed = (folder / f"{self.name}.{ending}" for ending in ("svg", "png"))
        same = drawn.is_file() and printed.is_file() and drawn.read_bytes() == self.svg.encode()
        return printed if same else None

    def _alone(self, save: Callable[[Figure, Bbox], str | bytes]) -> str | bytes:
        """The wide picture as `save` gives it, its title above, below it what else is to be said."""
        granted = [f"({number}) {each}" for number, each in enumerate(self.granted(self.material), 1)]
        source = f"Source: {self.words['source']} {self.words['foot']}."
        words = (self.words["subtitle"], self.words["other"], self.words["caption"])
        feet = [*(each.rstrip(".") + "." for each in words if each), *granted, source]
        with marks.style(marks.WIDE):
            figure = self._figures["wide"]
            look = {"va": "bottom", "size": "x-large", "linespacing": 1.2}
            title = figure.text(0, 1 + GAP / figure.bbox.height, fill(self.words["title"], 98), **look)
            below = "\n".join(fill(each, 150) for each in feet)
            notes = figure.text(0, -GAP / figure.bbox.height, below, va="top", **marks.QUIET)
            extents = [figure.bbox, title.get_window_extent(), notes.get_window_extent()]
            box = Bbox.union(extents).padded(MARGIN).transformed(figure.dpi_scale_trans.inverted())
            saved = save(figure, box)
            title.remove(), notes.remove()
        return saved


def _svg(figure: Figure, box: Bbox | None = None, **options: object) -> str:
    """The figure as SVG, to the tenth of a point, the same text for the same figure; words stay words."""
    sheet = StringIO()
    figure.savefig(sheet, format="svg", bbox_inches=box, metadata={"Date": None}, **options)
    svg = _NEEDLESS.sub("", sheet.getvalue())
    svg = re.sub(r"-?\d+\.\d{3,}", lambda number: f"{round(float(number[0]), 1):g}", svg)
    return " ".join(svg[svg.index("<svg") :].split()).replace("> <", ">\n<")


def _png(figure: Figure, box: Bbox) -> bytes:
    """The figure at 288 dots an inch, in the 64 colours that come nearest."""
    from PIL import Image

    sheet, few = BytesIO(), BytesIO()
    figure.savefig(sheet, format="png", bbox_inches=box)
    whole = Image.open(sheet).convert("RGB")
    whole.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(few, "PNG", dpi=(288, 288))
    return few.getvalue()


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


def stylesheet() -> str:
    """The CSS of the figures, light and dark; a page needs it once."""
    return _file("figure.css")


def _file(name: str) -> str:
    return (marks.HERE / name).read_text(encoding="utf-8")


@cache
def faces() -> str:
    """The CSS that brings the face of pages and figures within itself, regular and italic."""
    rules = ""
    for style, name in {"normal": "regular", "italic": "italic"}.items():
        font = b64encode((marks.HERE / "fonts" / f"cablegram-serif-{name}.woff2").read_bytes()).decode()
        source = f'url(data:font/woff2;base64,{font}) format("woff2")'
        rules += f'@font-face{{font-family:"Cablegram Serif";font-style:{style};src:{source}}}'
    return rules
