"""The small map, below the large one and on the front page: where it lies, and where the cable was sent."""

from typing import TYPE_CHECKING

from ..places import lines
from .map_sheet import Frame, draw_ground, draw_line
from .publish import style
from .sheet import MARGIN, SMALL, WIDTH, Sheet, open_sheet, wrapped

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from ..places import Point

ACROSS = 186  # points
OVERVIEW = (110.2, 36.6, 133.0, 48.4)
SEATS = {
    "heilongjiang": (-5, 3, "right"),
    "jilin": (-5, 3, "right"),
    "liaoning": (-5, 3, "right"),
    "inner-mongolia": (-3, 13, "left"),
}
"""The provinces on the distribution list; where the words by their seats stand: points from the dot, side."""
HEADING = "The seats of the provinces to which the cable was sent; the frame is that of the map above."


Window = tuple[float, float, float, float]  # west, south, east, north


def height() -> float:
    """Its height in points, below the large map."""
    return Frame(*OVERVIEW, MARGIN, 0, ACROSS).height


def draw(sheet: Sheet, top: float, places: "DataFrame", window: Window) -> None:
    """The land round the window of the large map, the seats by name, and beside it what they are."""
    _land_and_seats(sheet, Frame(*OVERVIEW, MARGIN, top, ACROSS), places, window)
    beside = MARGIN + ACROSS + 10
    for number, line in enumerate(wrapped(HEADING, WIDTH - MARGIN - beside, SMALL), 1):
        sheet.text(beside, top + 11 * number, line, colour="soft")


def draw_alone(
    places: "DataFrame",
    regions: "dict[str, Point]",
    window: Window,
    title: str,
    subtitle: str,
    foot: str = "",
) -> "Figure":
    """The same as a figure of its own, with `regions` named at their points."""
    room = WIDTH - 2 * MARGIN
    with style():
        sheet = open_sheet(title, subtitle, Frame(*OVERVIEW, MARGIN, 0, room).height + 6, foot)
        frame = Frame(*OVERVIEW, MARGIN, sheet.top, room)
        _land_and_seats(sheet, frame, places, window)
        for words, point in regions.items():
            sheet.text(*frame(point), words, ha="center", colour="soft")
    return sheet.figure


def _land_and_seats(sheet: Sheet, frame: Frame, places: "DataFrame", window: Window) -> None:
    edge = draw_ground(sheet, frame, "north-east")
    for line in lines("border", "north-east"):
        draw_line(sheet, frame, edge, line, colour="soft", width=0.5, dash=(4, 2), zorder=1)
    (x, y), (to_x, to_y) = frame(window[::3]), frame((window[2], window[1]))
    sheet.box(x, y, to_x - x, to_y - y, None, edge="ink", linewidth=1, zorder=2)
    rows = places.set_index("id")
    for key, (across, down, side) in SEATS.items():
        x, y = frame((rows.lon[key], rows.lat[key]))
        words = f"{rows.point_of[key]}, {rows.name[key].removesuffix(' Province')}"
        sheet.dots([(x, y)], "ink", 3, gid=f"mark:{key}:mark", zorder=3)
        sheet.text(x + across, y + down, words, ha=side, gid=f"mark:{key}:name", zorder=4)
