"""The map: every place of the cable that can be located, the numbers there, where doubtful names may lie."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..bounds import Bounds, from_row
from ..places import BORDER, Point, lines, located
from . import locator
from .locator import SEATS
from .map_sheet import Frame, draw_ground, draw_rivers_and_border, draw_scale_bar
from .publish import style
from .sheet import MARGIN, SMALL, WIDTH, Sheet, open_sheet, wrapped
from .svg import PALETTE

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

WINDOW = (127.78, 40.74, 130.93, 43.28)
REGIONS = {"north-hamgyong": (128.98, 41.24), "china": (128.9, 42.95), "river": (127.84, 42.42)}
LANDS = {"china": (119.5, 42.6), "korea": (126.7, 39.9)}  # on the small map
BELOW_THE_FRAME = (130.7, 39.5)
STRETCHES = {"chongsong": (129.6, 42.69, 129.9, 42.88), "hunyung": (130.2, 42.83, 130.32, 42.9)}
LARGEST = 8  # points, the radius of the disc of the largest station number


@dataclass(frozen=True)
class Label:
    """Where the words of a place stand: so many points from its mark, flush left, right or centred."""

    across: float
    down: float
    side: str = "left"


LABELS = {
    "onsong": Label(6, -23),
    "namyang": Label(-7, -1, "right"),
    "hoeryong": Label(-12, -29, "right"),
    "kyongsong": Label(-13, -6, "right"),
    "musan": Label(-8, 17),
    "chongjin": Label(-12, 3, "right"),
    "kilju": Label(-8, 3, "right"),
    "chongsong": Label(-10, 3, "right"),
    "kyongwon": Label(-12, 16, "center"),
    "kyonghung": Label(-3, 16, "center"),
    "hunyung": Label(6, 1),
}
BENDS = {"chongsong": 0.16, "kyongwon": 0.22, "kyonghung": 0.3, "hunyung": 0.25}
DOUBT = {"high": (None, 1.2), "medium": ((4, 2), 1.1), "low": ((1, 2), 1.0)}  # dashes and widths by certainty


def draw_map(
    places: "DataFrame",
    candidates: "DataFrame",
    quantities: "DataFrame",
    unlocated: str,
    title: str,
    subtitle: str,
    foot: str = "",
) -> "Figure":
    """The map with the numbers of the stations, and below it what cannot be put on it, in words.

    Artists carry the gid `mark:<place>:<part>`, from which `publish` makes the links.
    """
    room = WIDTH - 2 * MARGIN
    with style():
        below = wrapped(unlocated, room, SMALL)
        frame = Frame(*WINDOW, MARGIN, 0, room)
        height = frame.height + locator.height() + 18 + 11 * len(below)
        sheet = open_sheet(title, subtitle, height, foot)
        frame = Frame(*WINDOW, MARGIN, sheet.top, room)
        edge = draw_ground(sheet, frame, "hamgyong")
        draw_rivers_and_border(sheet, frame, edge)
        _regions(sheet, frame, places)
        _joins(sheet, frame, places, candidates)
        _places(sheet, frame, places, candidates, quantities)
        draw_scale_bar(sheet, frame, frame.left + 10, frame.top + frame.height - 12, 50)
        foot_of_map = frame.top + frame.height + 4
        for number, line in enumerate(below, 1):
            sheet.text(MARGIN, foot_of_map + 11 * number, line, gid="mark:houeryong:list")
        locator.draw(sheet, foot_of_map + 11 * len(below) + 10, places, WINDOW)
    return sheet.figure


def _regions(sheet: Sheet, frame: Frame, places: "DataFrame") -> None:
    """What is an area, or a line, is named without a mark."""
    names = places.set_index("id").name
    words = {
        "north-hamgyong": names["north-hamgyong"].upper().replace(" PROVINCE", "\nPROVINCE"),
        "china": names["china"].upper(),
        "river": "Tumen; the\ncable says only\n“the river”",
    }
    for key, point in REGIONS.items():
        look = (
            {"style": "italic", "colour": "river"} if key == "river" else {"colour": "soft", "ha": "center"}
        )
        sheet.text(*frame(point), words[key], gid=f"mark:{key}:name", **look)
    x, y = frame((128.08, 42.0))
    sheet.dots([(x, y)], "soft", 5, marker="^")
    for number, line in enumerate(("Mt Paektu: the line", "was not settled", "in 1961")):
        sheet.text(x - 4, y - 29 + 10 * number, line, colour="soft", gid="halo")
    sheet.text(*frame((127.84, 41.56)), "Yalu", colour="river", style="italic")
    sheet.text(*frame((130.1, 41.35)), "East Sea\n(Sea of Japan)", colour="river", style="italic")
    sheet.text(*frame((130.76, 42.75)), "USSR", colour="soft", ha="center")


def where(places: "DataFrame") -> dict[str, Point]:
    """The point at which each place is drawn: its own, or the middle of the stretch of river where it lay."""
    points = {row.id: (row.lon, row.lat) for row in located(places).itertuples()}
    return points | {key: run[len(run) // 2] for key, run in stretches().items()}


def stretches() -> dict[str, list[Point]]:
    """The run of the river near which a place without coordinates lay."""
    river = [point for line in lines(BORDER) for point in line]
    return {
        key: [point for point in river if west <= point[0] <= east and south <= point[1] <= north]
        for key, (west, south, east, north) in STRETCHES.items()
    }


def _joins(sheet: Sheet, frame: Frame, places: "DataFrame", candidates: "DataFrame") -> None:
    """A bent line from each name as printed to each place that may be meant, finer with more doubt."""
    points = where(places)
    for row in candidates.to_dict("records"):
        start, end = HOME.get(row["place"], row["place"]), row["is_place"]
        if end in points and start != end:
            dash, width = DOUBT[row["certainty"]]
            _bent(sheet, frame(points[start]), frame(points[end]), BENDS[end], dash, width, f"join:{end}")


HOME = {"houeryong": "hoeryong"}  # a name that is on no map is shown beside its likeliest candidate


def _bent(
    sheet: Sheet, start: tuple, end: tuple, bend: float, dash: tuple | None, width: float, gid: str
) -> None:
    (x, y), (to_x, to_y) = start, end
    middle = ((x + to_x) / 2 - bend * (to_y - y), (y + to_y) / 2 + bend * (to_x - x))
    steps = [number / 16 for number in range(17)]
    curve = [
        tuple(
            (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t * t * c
            for a, b, c in zip(start, middle, end, strict=True)
        )
        for t in steps
    ]
    sheet.line(curve, "vermilion", width, dash=dash, gid=gid, zorder=2)


def _places(
    sheet: Sheet, frame: Frame, places: "DataFrame", candidates: "DataFrame", quantities: "DataFrame"
) -> None:
    points, names = where(places), places.set_index("id").name
    for key, run in stretches().items():
        sheet.line(frame.line(run), "vermilion", 4, alpha=0.5, gid=f"mark:{key}:stretch", zorder=2)
    certainty = dict(zip(candidates.is_place, candidates.certainty, strict=True))
    stock = quantities[(quantities.measure == "stock") & (quantities.counted == "people")]
    stated = {row["place"]: row for row in stock.to_dict("records") if row["place"] in points}
    most = max(from_row(row).low for row in stated.values())
    for key, point in points.items():
        if key in SEATS:
            continue
        kind = "printed" if key == "kyongsong" else "candidate" if key in CANDIDATES else "place"
        row = stated.get(key)
        _mark(sheet, frame(point), key, kind, certainty.get(key, ""), row and from_row(row), float(most))
        words = _said(names[key], kind, row["text"] if row else "", certainty.get(key, ""))
        _label(sheet, frame(point), key, words, bold=kind != "candidate")
    _label(sheet, frame(points["hoeryong"]), "hoeryong", ["“Houeryong City”?"], 21, "houeryong", bold=False)


def _said(name: str, kind: str, number: str, certainty: str) -> list[str]:
    """The lines of a label: a candidate has a question mark, and beside or below it how certain it is."""
    if kind == "candidate":
        name = f"{name.removesuffix(' County')}?"
        return [name, certainty] if certainty == "low" else [f"{name} {certainty}"]
    return [name, f"as printed, {number}", f"certainty {certainty}"] if kind == "printed" else [name, number]


CANDIDATES = ("chongsong", "kyongwon", "kyonghung", "hunyung")


def _mark(
    sheet: Sheet, at: tuple, key: str, kind: str, certainty: str, number: Bounds | None, most: float
) -> None:
    """A disc as large as the number, its edge broken because the number is open; a ring, a diamond, a dot."""
    from matplotlib.patches import Circle

    gid = f"mark:{key}:mark"
    if kind == "candidate":
        sheet.dots(
            [at], "vermilion", 7 if certainty == "medium" else 5, hollow=True, marker="D", gid=gid, zorder=3
        )
    elif number is None:
        sheet.dots([at], "ink", 5, gid=gid, zorder=3)
    else:
        radius = LARGEST * float(number.low / most) ** 0.5
        colour = "vermilion" if kind == "printed" else "blue"
        disc = {"facecolor": PALETTE[colour], "alpha": 0.35, "linewidth": 0, "gid": gid, "zorder": 2.5}
        edge = {"facecolor": "none", "edgecolor": PALETTE[colour], "linewidth": 1.3, "gid": f"{gid}:open"}
        if kind != "printed":
            sheet.axes.add_patch(Circle(at, radius, clip_on=False, **disc))
        sheet.axes.add_patch(Circle(at, radius + 2, clip_on=False, linestyle=(0, (2, 1.6)), zorder=3, **edge))
        sheet.dots([at], colour, 3, gid=gid, zorder=3)


def _label(
    sheet: Sheet, at: tuple, key: str, words: list[str], lower: float = 0, mark: str = "", bold: bool = True
) -> None:
    """The words by a mark; the name is bold where the cable has it and the place is known."""
    label = LABELS[key]
    for number, line in enumerate(filter(None, words)):
        x, y = at[0] + label.across, at[1] + label.down + lower + 10.5 * number
        weight = "bold" if number == 0 and bold else "normal"
        sheet.text(x, y, line, ha=label.side, weight=weight, gid=f"mark:{mark or key}:name", zorder=4)
