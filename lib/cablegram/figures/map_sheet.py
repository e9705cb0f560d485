"""The ground of the map on a sheet: land, water, rivers and the border in an equirectangular frame."""

from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING

from ..places import BORDER, Point, lines
from .sheet import Sheet
from .svg import PALETTE

if TYPE_CHECKING:
    from matplotlib.patches import Rectangle

KM_PER_DEGREE = 111.195  # of latitude, on the sphere that the distances use
UNSETTLED = (128.03, 41.87, 128.53, 42.06)  # west, south, east, north: where no river is the line


@dataclass(frozen=True)
class Frame:
    """A window of degrees on a sheet, its top left corner and its width in points."""

    west: float
    south: float
    east: float
    north: float
    left: float
    top: float
    width: float

    @property
    def squeeze(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        """Points to a degree of latitude."""
        return self.width / ((self.east - self.west) * self.squeeze)

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.scale

    def __call__(self, point: Point) -> tuple[float, float]:
        """Where a point of the globe lies on the sheet."""
        longitude, latitude = point
        across = (longitude - self.west) * self.squeeze * self.scale
        return self.left + across, self.top + (self.north - latitude) * self.scale

    def line(self, points: tuple[Point, ...]) -> list[tuple[float, float]]:
        return [self(point) for point in points]


def draw_ground(sheet: Sheet, frame: Frame, extract: str) -> "Rectangle":
    """Sea, land and lakes, cut to the frame; returns the frame's rectangle, to which the rest is cut."""
    edge = sheet.box(frame.left, frame.top, frame.width, frame.height, "sea", gid="sea", zorder=0)
    for name, colour in (("land", "faint"), ("lake", "sea")):
        for ring in lines(name, extract):
            across, down = zip(*frame.line(ring), strict=True)
            style = {
                "facecolor": PALETTE[colour],
                "edgecolor": PALETTE["line"],
                "linewidth": 0.5,
                "zorder": 0.5,
            }
            for patch in sheet.axes.fill(across, down, **style):
                patch.set_clip_path(edge)
    return edge


def draw_line(
    sheet: Sheet, frame: Frame, edge: "Rectangle", points: tuple[Point, ...], **look: object
) -> None:
    """A line of the map, cut to the frame."""
    artist = sheet.line(frame.line(points), **look)
    artist.set_clip_on(True)
    artist.set_clip_path(edge)


def draw_rivers_and_border(sheet: Sheet, frame: Frame, edge: "Rectangle") -> None:
    """The rivers, over them the border, which is the same line there, and dots where no line was settled."""
    for river in ("Tumen", "Yalu"):
        for line in lines(river):
            draw_line(sheet, frame, edge, line, colour="river", width=1.7, zorder=1)
    for line in lines("border of Russia"):
        draw_line(sheet, frame, edge, line, colour="soft", width=0.7, dash=(5, 2.5), zorder=1.1)
    for line in lines(BORDER):
        for settled, run in _by_settlement(line):
            dash, width = ((5, 2.5), 0.7) if settled else ((0.8, 2.2), 1.4)
            draw_line(sheet, frame, edge, tuple(run), colour="ink", width=width, dash=dash, zorder=1.2)


def _by_settlement(line: tuple[Point, ...]) -> list[tuple[bool, list[Point]]]:
    """The border in runs, each inside or outside the window in which nothing was agreed."""
    west, south, east, north = UNSETTLED
    runs: list[tuple[bool, list[Point]]] = []
    for point in line:
        settled = not (west <= point[0] <= east and south <= point[1] <= north)
        if not runs or runs[-1][0] != settled:
            runs.append((settled, [runs[-1][1][-1]] if runs else []))
        runs[-1][1].append(point)
    return [(settled, run) for settled, run in runs if len(run) > 1]


def draw_scale_bar(sheet: Sheet, frame: Frame, x: float, y: float, km: int) -> None:
    """A bar of so many kilometres at the middle latitude of the frame, halved."""
    length = km / KM_PER_DEGREE * frame.scale
    for part, fill in enumerate(("ink", "paper")):
        sheet.box(x + part * length / 2, y, length / 2, 3, fill, edge="ink", linewidth=0.6, gid="scale-bar")
    sheet.text(x + length + 5, y + 4.5, f"{km} km")
