"""The one exit of the figures: HTML for a page or a notebook, SVG and PNG where a folder is named."""

import re
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from html import escape
from io import BytesIO, StringIO
from pathlib import Path
from textwrap import fill

from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from pandas import DataFrame
from PIL import Image

from .. import display
from ..display import rows
from ..display.markup import styled, to_html, visible
from ..files import faces
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
class Published(Material):
    """A figure as it leaves the library; in a notebook it shows itself, printed it is its alt text.

    `draw` makes the picture for a width in pixels, none where a table says it better; `tabulate` the table,
    which is else the one named beside the words. `granted` is what the numbers take for granted, `cards` what
    a mark tells, as `card.html` has it, by the key in its gid `spot-<key>`.
    """

    draw: Callable[[Material, int], Figure] | None = None
    tabulate: Callable[[Material], DataFrame] = Material.table
    granted: Callable[[Material], list[str]] = lambda _: []
    cards: Callable[[Material], dict[str, dict[str, str]]] = lambda _: {}

    def __repr__(self) -> str:
        return visible(self.words["alt"])

    def _repr_png_(self) -> bytes | None:
        return self.png(COMMITTED) if self.draw else None

    def _repr_html_(self) -> str:
        """The figure with face and style; in a notebook that is not trusted the file, as an image.

        JupyterLab then takes the style away, and of a drawing all but its words: hence the figure is hidden
        unless the style shows it, and the image shown unless the style hides it.
        """
        html, still = self.html, ""
        if self.draw:
            html = html.replace("<figure ", '<figure hidden="hidden" ', 1)
            words = {name: escape(text) for name, text in self.words.items()}
            still = _file("still.html").format(file=b64encode(self.svg.encode()).decode(), **words)
        return styled(still + html, faces() + _file("figure.css"))

    @cached_property
    def html(self) -> str:
        """The `<figure>` alone, for a page that has the stylesheet; `data-readings` are the cruxes it met."""
        pictures = "".join(map(self._picture, WIDTHS)) if self.draw else ""
        caption = f"As a table: {self.words['title']}" if pictures else self.words["subtitle"]
        words = {
            key: self.fill(to_html(text, self.cable.pages), escape) for key, text in self.templates.items()
        }
        table = display.table(self.tabulate(self), caption, told(self.name).get("prose", ()))._repr_html_()
        in_words = f"<summary>In words and as a table</summary><p>{escape(repr(self))}</p>"
        return _file("figure.html").format(
            id=f"{'figure' if pictures else 'table'}-{self.name}",
            readings=" ".join(sorted(self.met)),
            pictures=f'<div class="fig-plate">{pictures}</div>' if pictures else table,
            granted="".join(f"<li>{escape(each)}.</li>" for each in self.granted(self)),
            more=f"<details>{in_words}{table}</details>" if pictures else "",
            **words,
        )

    def _picture(self, kind: str) -> str:
        """One `<svg>` in the type and the colours of the page; over it, for what has a card, button and card.

        Its ids are its own. What leads to a sentence is called by it; the Tab key passes over it, since the
        table has the same links.
        """
        figure, cards = self._figures[kind], self.cards(self)
        with marks.style(WIDTHS[kind]):
            svg = _svg(figure, facecolor="none")
        pointed = set(re.findall(r'(?:url\(#|href="#)([^")]+)', svg))
        svg = re.sub(r' id="([^"]+)"', lambda id: id[0] if id[1] in pointed else "", svg)
        svg = re.sub(r'(\sid="|url\(#|href="#)', rf"\g<1>{self.name}-{kind}-", svg)
        svg = re.sub(r'font-family: [^;"]*; ', "", svg)
        for role, colour in marks.COLOURS.items():
            svg = svg.replace(colour, f"var(--fig-{role}, {colour})")
        link = r'<a xlink:href="([^"]*#s-([\d.]+))"'
        svg, links = re.subn(link, r'<a aria-label="\2" tabindex="-1" xlink:href="\1"', svg)
        opening = f'class="fig-{kind}" role="{"group" if links else "img"}" aria-label="{escape(repr(self))}"'
        svg = re.sub(r'width="[\d.]+pt" height="[\d.]+pt"', lambda _: opening, svg, count=1)
        ax = figure.axes[0]
        for artist in ax.lines:
            key = str(artist.get_gid()).removeprefix("spot-")
            if key in cards:
                x, y = (ax.transData - ax.transAxes).transform(artist.get_xydata()[0])
                spot = {"spot": f"{self.name}-{kind}-{key}", "left": f"{x:.1%}", "top": f"{1 - y:.1%}"}
                svg += rows.fill(self.cable, "places", cards[key] | spot, _file("card.html"))
        return f'<div class="fig-{kind}">{svg}</div>'

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        """The pictures by kind, laid out, so that none is again when it is saved."""
        figures = {}
        for kind, width in WIDTHS.items():
            with marks.style(width):
                figure = figures[kind] = self.draw(self, width)
                figure.get_layout_engine().execute(figure)
                figure.set_layout_engine(None)
        return figures

    def write(self, folder: str | Path) -> list[Path]:
        """`name.svg` and `name.png` in the folder, which is made; the PNG only where the SVG has changed."""
        if not self.draw:
            return []
        drawn, printed = (Path(folder) / f"{self.name}.{ending}" for ending in ("svg", "png"))
        drawn.parent.mkdir(parents=True, exist_ok=True)
        printed.write_bytes(self.png(folder))
        drawn.write_text(self.svg, encoding="utf-8", newline="\n")
        return [drawn, printed]

    def png(self, folder: str | Path) -> bytes:
        """The PNG in the folder, if it is whole and the SVG beside it of this picture, else one drawn now."""
        drawn, printed = (Path(folder) / f"{self.name}.{ending}" for ending in ("svg", "png"))
        with suppress(OSError, SyntaxError):  # what is missing, and what PIL says of damage
            if drawn.read_bytes() == self.svg.encode():
                Image.open(printed).verify()
                return printed.read_bytes()
        return self._alone(_png)

    @cached_property
    def svg(self) -> str:
        """The wide picture as a file of its own."""
        return self._alone(_svg)

    def _alone(self, save: Callable[[Figure, Bbox], str | bytes]) -> str | bytes:
        """What `save` makes of the wide picture with its title above, and below what else is to be said."""
        words = (self.words[name] for name in ("subtitle", "other", "caption"))
        feet = [each.rstrip(".") + "." for each in words if each]
        feet += [f"({number}) {each}" for number, each in enumerate(self.granted(self), 1)]
        feet += [f"Source: {self.words['source']} {self.words['foot']}."]
        with marks.style(marks.WIDE):
            figure, look = self._figures["wide"], {"va": "bottom", "size": "x-large", "linespacing": 1.2}
            gap, said = GAP / figure.bbox.height, self.words["title"]  # as narrow as a wider face needs
            title = figure.text(0, 1 + gap, fill(said, 84 if len(said) < 85 else len(said) // 2 + 8), **look)
            notes = figure.text(0, -gap, "\n".join(fill(each, 128) for each in feet), va="top", **marks.QUIET)
            box = Bbox.union([figure.bbox, title.get_window_extent(), notes.get_window_extent()])
            saved = save(figure, box.padded(MARGIN).transformed(figure.dpi_scale_trans.inverted()))
            for text in (title, notes):
                text.remove()
        return saved


def _svg(figure: Figure, box: Bbox | None = None, **options: object) -> str:
    """The figure as SVG, to the tenth of a point, the same text for the same figure; words stay words."""
    sheet = StringIO()
    figure.savefig(sheet, format="svg", bbox_inches=box, metadata={"Date": None}, **options)
    svg = _NEEDLESS.sub("", sheet.getvalue())
    svg = re.sub(r"-?\d+\.\d{3,}", lambda number: f"{round(float(number[0]), 1):g}", svg)
    return visible(" ".join(svg[svg.index("<svg") :].split()).replace("> <", ">\n<"))


def _png(figure: Figure, box: Bbox) -> bytes:
    """The figure at 288 dots an inch, in the 64 colours that come nearest."""
    sheet, few = BytesIO(), BytesIO()
    figure.savefig(sheet, format="png", bbox_inches=box)
    whole = Image.open(sheet).convert("RGB")
    whole.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(few, "PNG", dpi=(288, 288))
    return few.getvalue()


def _file(name: str) -> str:
    return (marks.HERE / name).read_text(encoding="utf-8")
