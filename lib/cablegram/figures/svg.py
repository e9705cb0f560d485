"""matplotlib's SVG made small, and fit for a page: its type and colours, ids of its own."""

import io
import re
from html import escape

from matplotlib.figure import Figure

from .marks import COLOURS, PAPER

MARGIN = 15  # points of paper round a figure that stands alone
_NEEDLESS = re.compile(
    r"<metadata>.*?</metadata>\s*|<defs>\s*<style.*?</style>\s*</defs>\s*|<!--.*?-->\s*"
    r'| transform="rotate\(-0 [^"]*\)"',
    re.DOTALL,
)
_AGAIN = re.compile(r"(L [^A-Z]*)(?:\1)+")  # points that rounding has made equal


def of(figure: Figure, **options: object) -> str:
    """The figure as SVG, the same text for the same figure; words stay words."""
    if engine := figure.get_layout_engine():  # settled here, or the figure would be drawn twice
        engine.execute(figure)
        figure.set_layout_engine(None)
    sheet = io.StringIO()
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
    svg = of(figure)
    width, height = (round(side, 2) + 2 * MARGIN for side in 72 * figure.get_size_inches())
    opening = f'width="{width:g}pt" height="{height:g}pt" viewBox="-{MARGIN} -{MARGIN} {width:g} {height:g}"'
    paper = f'<rect x="-{MARGIN}" y="-{MARGIN}" width="{width:g}" height="{height:g}" fill="{PAPER}"/>'
    svg = re.sub(r'width="\S+pt" height="\S+pt" viewBox="[^"]*"', opening, svg, count=1)
    return re.sub(r"(<svg[^>]*>)", rf"\1{paper}", svg, count=1)


def for_page(figure: Figure, name: str, kind: str, alt: str) -> str:
    """One `<svg>` of a kind, wide or narrow, spoken as `alt`, in the type and the colours of the page.

    Its ids are its own. What leads to a sentence is called by it; the Tab key passes over it, since the table
    has the same links.
    """
    svg = of(figure, facecolor="none")
    pointed = set(re.findall(r'(?:url\(#|href="#)([^")]+)', svg))
    svg = re.sub(r' id="([^"]+)"', lambda id: id[0] if id[1] in pointed else "", svg)
    svg = re.sub(r'(\sid="|url\(#|href="#)', rf"\g<1>{name}-{kind}-", svg)
    svg = re.sub(r'font-family: [^;"]*; ', "", svg)
    for role, colour in COLOURS.items():
        svg = svg.replace(colour, f"var(--fig-{role}, {colour})")
    link = r'<a xlink:href="([^"]*#s-([\d.]+))"'
    svg, links = re.subn(link, r'<a aria-label="\2" tabindex="-1" xlink:href="\1"', svg)
    opening = f'class="fig-{kind}" role="{"group" if links else "img"}" aria-label="{escape(alt)}"'
    return re.sub(r'width="[\d.]+pt" height="[\d.]+pt"', lambda _: opening, svg, count=1)
