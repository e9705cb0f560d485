"""The maps: where the stations lie and what a doubtful name may stand for; where the province lies."""

from math import cos, nan, radians

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox
from pandas import DataFrame

from .. import places
from . import marks as m
from .material import Material, layout


def _ground(name: str, width: int) -> Axes:
    """A sheet as high as its window, true to scale at its middle latitude: sea, land, borders, names."""
    ground = layout(name)
    west, south, east, north = ground["windows"][width != m.WIDE]
    squeeze, pixel = cos(radians((south + north) / 2)), (east - west) / width
    ax = m.sheet(width, (north - south) / (pixel * squeeze)).subplots()
    ax.figure.get_layout_engine().set(w_pad=0, h_pad=0)
    ax.set(xlim=(west, east), ylim=(south, north), aspect=1 / squeeze, xticks=[], yticks=[], facecolor=m.PALE)
    ax.spines[:].set(visible=True, color=m.RULE)
    for kind, colour in (("land", m.PAPER), ("lake", m.PALE)):
        rings = [_thinned(ring, pixel) for ring in places.lines(kind, ground["extract"])]
        look = {"facecolor": colour, "edgecolor": m.LINE, "lw": 0.5, "zorder": 0.5}
        ax.add_collection(PolyCollection(rings, **look), autolim=False)
    border, dashed = places.lines(ground["border"], ground["extract"]), (0, ground["dashes"])
    ax.add_collection(LineCollection(border, color=m.SOFT, lw=0.6, ls=[dashed], zorder=1.1), autolim=False)
    for words, point in ground["names"].items():
        look = m.QUIET if words.isupper() else m.ASIDE
        m.words(ax, *point, words, ha="center", annotation_clip=True, **look)
    return ax


def _thinned(points: tuple[places.Point, ...], step: float) -> list[places.Point]:
    """The line without the points that lie within a step of the one before, in degrees; its end stays."""
    kept = [points[0]]
    for x, y in points[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= step:
            kept.append((x, y))
    return [*kept, points[-1]]


def stations(material: Material, width: int) -> Figure:
    """The river and what lies on it; how far off the doubtful place is; diamonds for what may be meant."""
    wide, place, table = width == m.WIDE, layout("map"), material.rows("places").copy()
    label, number = material.labels("labels", wide), material.rows("quantities").low
    ax, doubtful = _ground("map", width), set(material.cable.candidates.place)
    (west, east), unsettled = ax.get_xlim(), Bbox.from_extents(place["unsettled"])
    river = [_thinned(line, (east - west) / width) for line in places.lines(places.BORDER)]
    for line in river:  # the border runs in it, so that one line draws both
        for look, settled in (({"lw": 1.6}, True), ({"lw": 1.2, "ls": m.DOTTED}, False)):
            run = [point if unsettled.contains(*point) != settled else (nan, nan) for point in line]
            ax.plot(*zip(*run, strict=True), color=m.SOFT, zorder=1, **look)
    west, south, kilometres = place["scale-bar"]
    ax.plot([west, west + kilometres / (111.195 * cos(radians(42)))], [south] * 2, color=m.SOFT, lw=2)
    m.words(ax, west, south, f"{kilometres} km", 0, 9, **m.QUIET)
    for key, stretch in place["stretches"].items():
        run = [point for line in river for point in line if Bbox.from_extents(stretch).contains(*point)]
        ax.plot(*zip(*run, strict=True), color=m.BLUSH, lw=5, zorder=0.9)
        table.loc[key, ["lon", "lat"]] = run[len(run) // 2]
    here = tuple(table.loc["kyongsong", ["lon", "lat"]])
    near = min((point for line in river for point in line), key=lambda point: places.distance_km(here, point))
    span = {"arrowstyle": "|-|,widthA=.3,widthB=0", "color": m.RUBRIC, "lw": 0.8, "shrinkA": 0, "shrinkB": 9}
    ax.annotate("", here, near, arrowprops=span)
    along = [0.6 * end + 0.4 * start for start, end in zip(here, near, strict=True)]
    m.words(ax, *along, label["distance"], 8, 6, color=m.RUBRIC, size="small")
    for key, (across, up, side) in place["places"].items():
        at, spot = tuple(table.loc[key, ["lon", "lat"]]), {"zorder": 4, "gid": f"spot-{key}"}
        name, _, reason = label[key].partition("\n")
        if table.kind[key] == "candidate":  # a diamond
            ax.plot(*at, "D", ms=5.5, mfc=m.PAPER, mec=m.RUBRIC, mew=1.2, **spot)
            m.words(ax, *at, name, across, up, style="italic", ha=side)
            m.words(ax, *at, reason, across, up - 12, ha=side, **m.QUIET)
            continue
        if key in number.index:  # a disc as large as the number, its edge open as the number is
            ax.scatter(*at, number[key] / 2, color=m.PAPER if key in doubtful else m.BLUSH, lw=0, zorder=3)
            edge = {"facecolors": "none", "edgecolors": m.RUBRIC, "lw": 1.2, "linestyles": [m.BROKEN]}
            ax.scatter(*at, number[key] / 2 + 50, zorder=3, gid="open", **edge)
        ax.plot(*at, "o", ms=0 if key in number.index else 4, mew=0, color=m.INK, **spot)
        m.words(ax, *at, label[key], across, up, ha=side)
    return ax.figure


def places_table(material: Material) -> DataFrame:
    """One row per place of the map: what it is, how sure that is, how far from the border."""
    table = material.table()
    near = places.distances(material.rows("places").loc[table.index]).set_index("id").border_km
    away = near.map(places.in_words).reindex(table.index, fill_value="")
    return table.assign(**{"kilometres to the border": away})


def cards(material: Material) -> dict[str, dict]:
    """What a mark tells: the row of its place, with its number and with the sentence that first names it."""
    cable, number, named = material.cable, material.rows("quantities").text, material.held["places"]
    found = {key: cable.row(f"place-{key}") for key in layout("map")["places"]}
    for key, row in found.items():
        title = f"{row['name']}: {number[key]}" if key in number.index else row["name"]
        sentence = next(iter(named.sentence[named.entity == f"place:{key}"]), "")
        text = cable.row(f"s-{sentence}")["text"] if sentence else ""
        found[key] = row | {"title": title, "sentence": sentence, "text": text, "paged": bool(cable.pages)}
    return found


def where(material: Material, width: int) -> Figure:
    """The frame of the large map in its country; wide, cities with provinces, narrow, the provinces."""
    wide, ax = width == m.WIDE, _ground("where", width)
    west, south, east, north = layout("map")["windows"][0]
    ax.plot([west, east, east, west, west], [south, south, north, north, south], color=m.RUBRIC, lw=1.4)
    label = material.labels("labels", wide)["province"]
    m.words(ax, west, north, label, -7, -18 if wide else -9, ha="right", color=m.RUBRIC)
    for key, side in layout("where")["seats"].items():
        seat = material.rows("places").loc[key]
        name = seat["name"].removesuffix(" Province")
        ax.plot(seat.lon, seat.lat, "o", ms=3.5, mew=0, color=m.INK)
        across = -7 if side == "right" else 7
        m.words(ax, seat.lon, seat.lat, f"{seat.point_of}, {name}" if wide else name, across, ha=side)
    return ax.figure
