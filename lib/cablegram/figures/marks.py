"""The grammar of the figures: one sheet, eight colours, one function for each kind of mark.

Full is what the cable asserts; hollow, broken or grey what it does not itself assert. The caption of the
figure of the numbers says it to the reader.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from pathlib import Path

from matplotlib import style as styles
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.patches import ConnectionPatch

from ..bounds import Bounds

HERE = Path(__file__).parent
WIDE, NARROW = 900, 340  # pixels: the columns of a page on a wide screen and on a phone

COLOURS = {"ink": "#1f1c18", "soft": "#5f584d", "line": "#8f877a", "rule": "#d9d3c5", "pale": "#e9e5db"}
COLOURS |= {"paper": "#fdfcf8", "rubric": "#8c1d18", "blush": "#bf8f88"}  # `figure.css` has the dark ones
INK, SOFT, LINE, RULE, PALE, PAPER, RUBRIC, BLUSH = COLOURS.values()
FADE = (1, 4, 1.5, 3.5, 2.5, 3, 3.5, 2.5, 5, 2)  # strokes and gaps in points, from the far end inward
TAIL = sum(FADE)
BROKEN = (0, (1.5, 1.3))  # the edge of what is approximate or open
DOTTED = (0, (1, 1.8))  # a line that claims no course

QUIET = {"color": SOFT, "size": "small"}
ASIDE = QUIET | {"style": "italic"}
HEADING = {"color": SOFT, "style": "italic"}
ON_LINES = {"facecolor": PAPER, "edgecolor": "none", "pad": 1.5}  # for words that interrupt a line


@contextmanager
def style(width: int) -> Iterator[None]:
    """matplotlib under the style of the figures and nothing else, with type for a sheet of so many pixels."""
    if "Cablegram Serif" not in fontManager.get_font_names():
        for path in sorted((HERE / "fonts").glob("*.otf")):
            fontManager.addfont(path)
    size = {"font.size": 11.25 if width == WIDE else 10}  # points
    with styles.context(["default", HERE / "figures.mplstyle", size]):
        yield


def sheet(width: int, height: float) -> Figure:
    """An empty figure of so many pixels."""
    return Figure(figsize=(width / 96, height / 96), layout="constrained")


def bounds(ax: Axes, y: float, known: Bounds, colour: str = RUBRIC) -> None:
    """What is known of a number, on a scale across; it starts hollow where the stated end is not meant."""
    low, high = (float(end) if isfinite(end) else None for end in (known.low, known.high))
    if known.is_point and known.approximate:
        ring = {"facecolors": "none", "edgecolors": colour, "linewidths": 1.5, "linestyles": [BROKEN]}
        ax.scatter(low, y, 62, zorder=3, clip_on=False, gid="approximate", **ring)
    elif known.is_point:
        dot(ax, low, y, colour)
    elif None not in (low, high):
        bar(ax, y, (low, high), 6, colour)
    else:
        stated, closed = (high, known.high_closed) if low is None else (low, known.low_closed)
        fade(ax, stated, y, colour, towards=-1 if low is None else 1)
        dot(ax, stated, y, colour, hollow=not closed)


def dot(ax: Axes, x: object, y: float, colour: str = RUBRIC, hollow: bool = False) -> None:
    """One value; hollow where the value itself is not meant, or is not the cable's."""
    look = {"mfc": PAPER if hollow else colour, "mec": colour, "ms": 7.5, "mew": 1.4}
    ax.plot(x, y, "o", zorder=3, clip_on=False, gid="hollow" if hollow else "exact", **look)


def bar(ax: Axes, y: float, ends: tuple, thick: float, colour: str = RUBRIC, hollow: bool = False) -> None:
    """A stretch from end to end; hollow where the text leaves in doubt what it is, or when."""
    ax.plot(ends, [y, y], color=colour, lw=thick, clip_on=False, gid="doubtful" if hollow else "range")
    if hollow:
        ax.plot(ends, [y, y], color=PAPER, lw=thick - 2.6, clip_on=False)
        ax.plot(ends, [y, y], "|", color=colour, ms=thick, mew=1.3, clip_on=False)


def fade(ax: Axes, x: object, y: float, colour: str = RUBRIC, thick: float = 2, towards: float = 1) -> None:
    """An end that is not given: strokes that thin out to the right, or left; shorter for “about”."""
    look = {"ls": (0, tuple(abs(towards) * each for each in FADE)), "lw": thick, "color": colour}
    look |= {"arrowstyle": "-", "shrinkA": 0, "shrinkB": 0, "capstyle": "butt", "gid": "open", "zorder": 2}
    far = {"xytext": (towards * TAIL, 0), "textcoords": "offset points", "annotation_clip": False}
    ax.annotate("", (x, y), arrowprops=look, **far)


def lens(upper: Axes, leave: float, lower: Axes, arrive: float, ends: tuple) -> None:
    """A line below what the upper axes show small, and from its ends to where the lower show it large."""
    look = {"color": LINE, "lw": 0.6}
    upper.plot(ends, [leave, leave], clip_on=False, **look)
    for x in ends:
        line = ConnectionPatch((x, leave), (x, arrive), "data", axesA=upper, axesB=lower, **look)
        upper.figure.add_artist(line)


def words(ax: Axes, x: object, y: float, said: str, across: float = 0, up: float = 0, **look: object) -> None:
    """Words at a point of the scale, moved by points; the middle of their lines is at that height."""
    size = FontProperties(size=look.get("size")).get_size_in_points()
    lines = said.split("\n")
    for number, line in enumerate(lines):
        rise = up + (1.25 * ((len(lines) - 1) / 2 - number) - 0.3) * size
        place = {"xytext": (across, rise), "textcoords": "offset points", "annotation_clip": False}
        ax.annotate(line, (x, y), va="baseline", in_layout=False, **place | look)


def scale_above(ax: Axes, ticks: object, labels: list[str] | None = None, **look: object) -> None:
    """The scale across, above what it measures."""
    ax.set_xticks(ticks, labels or [f"{tick:,}" for tick in ticks], **look)
    ax.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False)
    ax.set_yticks([])
