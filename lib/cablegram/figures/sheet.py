"""A sheet to draw a figure on: in points from the top left, under a title that states a finding."""

from dataclasses import dataclass
from functools import cache
from math import isfinite, log10
from typing import TYPE_CHECKING

from ..bounds import Bounds
from .svg import PALETTE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 312  # points: narrow enough for a phone, wide enough for a column of print
MARGIN = 6
OTHER_FONTS = 1.15  # readers' fonts may be wider than the one measured here
TITLE, SMALL = 11, 8.5  # points; small type, the smallest there is, is 9 pixels on a phone of 375


@dataclass(frozen=True)
class Scale:
    """From values to points across the sheet, straight or by powers of ten."""

    low: float
    high: float
    left: float
    right: float
    by_tens: bool = False

    def __call__(self, value: float) -> float:
        low, high, value = (log10(each) if self.by_tens else each for each in (self.low, self.high, value))
        return self.left + (value - low) / (high - low) * (self.right - self.left)


@dataclass
class Sheet:
    """The figure, its one frame in points (y downward), and where the body begins and ends."""

    figure: "Figure"
    axes: "Axes"
    top: float
    bottom: float

    def text(self, x: float, y: float, words: str, size: float = SMALL, colour: str = "ink", **options):
        """Words at a point; `ha`, `va`, `weight`, `gid` as in matplotlib."""
        options = {"va": "baseline", "ha": "left"} | options
        artist = self.axes.text(x, y, words, fontsize=size, color=PALETTE[colour], **options)
        return artist

    def line(self, points: list[tuple[float, float]], colour: str = "ink", width: float = 0.8, **options):
        """A line through points; `dash`: lengths of strokes and gaps in line widths."""
        dash = options.pop("dash", None)
        style = {"clip_on": False} | ({"linestyle": (0, dash)} if dash else {})
        across, down = zip(*points, strict=True)
        return self.axes.plot(across, down, color=PALETTE[colour], linewidth=width, **style, **options)[0]

    def dots(self, points: list[tuple[float, float]], colour: str = "ink", size: float = 6, **options):
        """Marks at points; `hollow` draws their outline only, `marker` is matplotlib's letter."""
        if not points:
            return None
        face = PALETTE["paper"] if options.pop("hollow", False) else PALETTE[colour]
        across, down = zip(*points, strict=True)
        style = {"marker": "o", "linestyle": "none", "markeredgewidth": 1.1, "clip_on": False} | options
        return self.axes.plot(
            across, down, color=PALETTE[colour], markerfacecolor=face, markersize=size, **style
        )[0]

    def box(self, x: float, y: float, width: float, height: float, fill: str | None = "faint", **options):
        """A rectangle from its top left corner; `edge` names the colour of its outline."""
        from matplotlib.patches import Rectangle

        edge = options.pop("edge", None)
        dash = {"linestyle": (0, options.pop("dash"))} if "dash" in options else {}
        patch = Rectangle(
            (x, y),
            width,
            height,
            facecolor=PALETTE[fill] if fill else "none",
            edgecolor=PALETTE[edge] if edge else "none",
            **({"linewidth": 0.8, "clip_on": False} | dash | options),
        )
        return self.axes.add_patch(patch)

    def ticks(self, scale: Scale, y: float, values: list[float], words: str = "") -> None:
        """The labels of a scale; `words` follow the last."""
        for value in values:
            self.text(scale(value), y, f"{value:,g}", colour="soft", ha="center")
        if words:
            self.text(scale(values[-1]) + 12, y, words, colour="soft")

    def grid(self, scale: Scale, values: list[float], top: float, bottom: float) -> None:
        """Thin lines down from the labels of a scale."""
        for value in values:
            self.line([(scale(value), top), (scale(value), bottom)], "grid", 0.6, zorder=0)

    def arrow(self, start: tuple[float, float], end: tuple[float, float], colour: str = "ink", **options):
        """A line with a head at its end."""
        from matplotlib.patches import FancyArrowPatch

        style = {
            "arrowstyle": "-|>",
            "mutation_scale": 8,
            "linewidth": 1,
            "shrinkA": 0,
            "shrinkB": 0,
        } | options
        patch = FancyArrowPatch(start, end, color=PALETTE[colour], clip_on=False, **(style | options))
        return self.axes.add_patch(patch)

    def bounds(self, scale: Scale, y: float, bounds: Bounds, colour: str = "blue", tail: float = 22) -> float:
        """Draw what is known of a number, and return the right end of the drawing.

        An exact number is a full dot, an approximate one a dashed ring, two ends are a bar. An end that is
        not given is an arrow of fixed length, broken because it is to no scale; it starts from a ring where
        the stated end is itself not meant, as in “over 700”.
        """
        low, high = bounds.low, bounds.high
        if bounds.is_point:
            return self._point(scale(float(low)), y, colour, bounds.approximate)
        ends = [(low, 1, bounds.low_closed)] if isfinite(low) else []
        ends += [(high, -1, bounds.high_closed)] if isfinite(high) else []
        if len(ends) == 2:
            self.line([(scale(float(low)), y), (scale(float(high)), y)], colour, 3, gid="range")
            self.dots([(scale(float(end)), y) for end, *_ in ends], colour, 6)
            return scale(float(high)) + 4
        for end, direction, closed in ends:
            x = scale(float(end))
            self.line([(x, y), (x + direction * (tail - 5), y)], colour, 1.4, dash=(3, 1.2), gid="open")
            self.arrow((x + direction * (tail - 6), y), (x + direction * tail, y), colour, gid="open")
            self.dots([(x, y)], colour, 6, hollow=not closed)
            return x + tail if direction > 0 else x + 4
        return scale.left

    def _point(self, x: float, y: float, colour: str, approximate: bool) -> float:
        if approximate:
            ring = self.axes.add_patch(_ring(x, y, PALETTE[colour]))
            ring.set_gid("approximate")
        else:
            self.dots([(x, y)], colour, 6.5, gid="exact")
        return x + 5


def open_sheet(title: str, subtitle: str, body: float, foot: str = "") -> Sheet:
    """A sheet with its title and subtitle set, and so many points of height between `top` and `bottom`."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    room = WIDTH - 2 * MARGIN
    heads = [(line, TITLE, "bold", "ink", 14) for line in wrapped(title, room, TITLE, "bold")]
    under = wrapped(subtitle, room, SMALL)
    heads += [(line, SMALL, "normal", "soft", 12 if number else 14) for number, line in enumerate(under)]
    feet = wrapped(foot, room, SMALL) if foot else []
    top = 6 + sum(step for *_, step in heads) + 8
    height = round(top + body + 11 * len(feet) + 8)
    figure = Figure(figsize=(WIDTH / 72, height / 72))
    FigureCanvasAgg(figure)
    axes = figure.add_axes((0, 0, 1, 1), xlim=(0, WIDTH), ylim=(height, 0))
    axes.set_axis_off()
    sheet = Sheet(figure, axes, top, top + body)
    y = 4.0
    for line, size, weight, colour, step in heads:
        y += step
        sheet.text(MARGIN, y, line, size, colour, weight=weight)
    for number, line in enumerate(feet, 1):
        sheet.text(MARGIN, top + body + 2 + 11 * number, line, colour="soft")
    return sheet


def wrapped(words: str, room: float, size: float, weight: str = "normal") -> list[str]:
    """The words in lines that keep within the room, in points, in wider fonts too."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if (
            lines and width_of(longer, size, weight) * OTHER_FONTS <= 0.98 * room
        ):  # the screen's grid widens letters
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def width_of(words: str, size: float, weight: str = "normal") -> float:
    """How wide the words are in points in DejaVu Sans."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family="DejaVu Sans", size=size, weight=weight)
    return text_to_path.get_text_width_height_descent(words, font, False)[0]


def _ring(x: float, y: float, colour: str):
    from matplotlib.patches import Circle

    return Circle((x, y), 4, facecolor="none", edgecolor=colour, linewidth=1.3, linestyle=(0, (1.6, 1.2)))
