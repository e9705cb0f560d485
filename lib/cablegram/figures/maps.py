"""The maps: where the stations lie and what a doubtful name may stand for; where the province lies."""

from html import escape
from math import cos, nan, radians

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from pandas import DataFrame, Series

from .. import places
from ..display.markup import linked, to_html, to_text
from ..display.rows import quoted
from . import marks as m
from .material import Material, layout


def _ground(name: str, width: int) -> Axes:
    """A sheet as high as its window, true to scale at its middle latitude: sea, land, borders, names."""
    ground = layout(name)
    west, south, east, north = window = ground["windows"][width != m.WIDE]
    squeeze = cos(radians((south + north) / 2))
    figure = m.sheet(width, width * (north - south) / ((east - west) * squeeze))
    figure.get_layout_engine().set(w_pad=0, h_pad=0)
    ax = figure.subplots()
    ax.set(xlim=(west, east), ylim=(south, north), aspect=1 / squeeze, xticks=[], yticks=[], facecolor=m.PALE)
    ax.spines[:].set(visible=True, color=m.RULE)
    for kind, colour in (("land", m.PAPER), ("lake", m.PALE)):
        rings = [_thinned(ring, (east - west) / width) for ring in places.lines(kind, ground["extract"])]
        look = {"facecolor": colour, "edgecolor": m.LINE, "lw": 0.5, "zorder": 0.5}
        ax.add_collection(PolyCollection(rings, **look), autolim=False)
    for points in places.lines(ground["border"], ground["extract"]):
        ax.plot(*zip(*points, strict=True), color=m.SOFT, lw=0.6, ls=(0, ground["dashes"]), zorder=1.1)
    for words, point in ground["names"].items():
        if _within(point, window):
            m.words(ax, *point, words, ha="center", **m.QUIET if words.isupper() else m.ASIDE)
    return ax


def _thinned(points: tuple[places.Point, ...], step: float) -> list[places.Point]:
    """The line without the points that lie within a step of the one before, in degrees; its end stays."""
    kept = [points[0]]
    for x, y in points[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= step:
            kept.append((x, y))
    return [*kept, points[-1]]


def _within(point: places.Point, window: list[float]) -> bool:
    west, south, east, north = window
    return west <= point[0] <= east and south <= point[1] <= north


def stations(material: Material, width: int) -> Figure:
    """The river and what lies on it; how far off the doubtful place is; diamonds for what may be meant."""
    wide, place, table = width == m.WIDE, layout("map"), material.rows("places").copy()
    ax, (west, _, east, _) = _ground("map", width), place["windows"][0]
    river = [_thinned(line, (east - west) / width) for line in places.lines(places.BORDER)]
    for line in river:  # the border runs in it, so that one line draws both
        for look, settled in (({"lw": 1.6}, True), ({"lw": 1.2, "ls": m.DOTTED}, False)):
            run = [point if _within(point, place["unsettled"]) != settled else (nan, nan) for point in line]
            ax.plot(*zip(*run, strict=True), color=m.SOFT, zorder=1, **look)
    west, south, kilometres = place["scale-bar"]
    ax.plot([west, west + kilometres / (111.195 * cos(radians(42)))], [south] * 2, color=m.SOFT, lw=2)
    m.words(ax, west, south, f"{kilometres} km", 0, 9, **m.QUIET)
    for key, stretch in place["stretches"].items():
        run = [point for line in river for point in line if _within(point, stretch)]
        ax.plot(*zip(*run, strict=True), color=m.BLUSH, lw=5, zorder=0.9)
        table.loc[key, ["lon", "lat"]] = run[len(run) // 2]
    here = tuple(table.loc["kyongsong", ["lon", "lat"]])
    near = min((point for line in river for point in line), key=lambda point: places.distance_km(here, point))
    span = {"arrowstyle": "|-|,widthA=.3,widthB=0", "color": m.RUBRIC, "lw": 0.8, "shrinkA": 0, "shrinkB": 9}
    ax.annotate("", here, near, arrowprops=span)
    label = material.labels("map", "labels", wide)
    along = [0.6 * end + 0.4 * start for start, end in zip(here, near, strict=True)]
    m.words(ax, *along, label["distance"], 8, 6, color=m.RUBRIC, size="small")
    for key in place["places"]:
        _place(ax, material, table.loc[key], label[key])
    return ax.figure


def _place(ax: Axes, material: Material, place: Series, name: str) -> None:
    """A disc as large as the number, its edge open as the number is; a diamond for what may be meant."""
    at, (across, up, side) = (place.lon, place.lat), layout("map")["places"][place.id]
    number, spot = material.rows("quantities").low, {"zorder": 4, "gid": f"spot-{place.id}"}
    if place.kind == "candidate":
        name, reason = name.split("\n")
        ax.plot(*at, "D", ms=5.5, mfc=m.PAPER, mec=m.RUBRIC, mew=1.2, **spot)
        m.words(ax, *at, name, across, up, style="italic", ha=side)
        m.words(ax, *at, reason, across, up - 12, ha=side, **m.QUIET)
        return
    if place.id in number.index:
        face = m.PAPER if place.id in set(material.cable.candidates.place) else m.BLUSH
        ax.scatter(*at, number[place.id] / 2, color=face, lw=0, zorder=3)
        edge = {"facecolors": "none", "edgecolors": m.RUBRIC, "lw": 1.2, "linestyles": [m.BROKEN]}
        ax.scatter(*at, number[place.id] / 2 + 50, zorder=3, gid="open", **edge)
    ax.plot(*at, "o", ms=0 if place.id in number.index else 4, mew=0, color=m.INK, **spot)
    m.words(ax, *at, name, across, up, ha=side)


def places_table(material: Material) -> DataFrame:
    """One row per place of the map: what it is, how sure that is, how far from the border."""
    table, near = material.table("map"), places.distances(material.cable.places).set_index("id").border_km
    away = [places.in_words(near[key]) if key in near.index else "" for key in table.index]
    return table.assign(**{"kilometres to the border": away})


def cards(material: Material) -> dict[str, dict[str, str]]:
    """What a mark tells, by its place: as HTML what `card.html` has room for, from name to certainty."""
    found, number, named = {}, material.rows("quantities").text, material.held["places"]
    for key in layout("map")["places"]:
        place = dict(material.rows("places").loc[key])
        names = [f'<span lang="{name["lang"]}">{name["text"]}</span>' for name in place["names"]]
        first = named.sentence[named.entity == f"place:{key}"].head(1)
        words = [quoted(material.cable, material.cable.row(f"s-{name}")["text"], name) for name in first]
        found[key] = {
            "title": escape(f"{place['name']}: {number[key]}" if key in number.index else place["name"]),
            "names": ", ".join(names),
            "said": "".join(f"<br>{each}" for each in words),
            "identity": escape(to_text(to_html(place["identity"]))),
            "certainty": place["certainty"],
            "more": linked(material.cable.pages, f"place-{key}", "More on this place"),
        }
    return found


def where(material: Material, width: int) -> Figure:
    """The frame of the large map in its country; wide, cities with provinces, narrow, the provinces."""
    wide, ax = width == m.WIDE, _ground("where", width)
    west, south, east, north = layout("map")["windows"][0]
    ax.plot([west, east, east, west, west], [south, south, north, north, south], color=m.RUBRIC, lw=1.4)
    label = material.labels("where", "labels", wide)["province"]
    m.words(ax, west, north, label, -7, -18 if wide else -9, ha="right", color=m.RUBRIC)
    for key, side in layout("where")["seats"].items():
        seat = material.rows("places").loc[key]
        name = seat["name"].removesuffix(" Province")
        ax.plot(seat.lon, seat.lat, "o", ms=3.5, mew=0, color=m.INK)
        across = -7 if side == "right" else 7
        m.words(ax, seat.lon, seat.lat, f"{seat.point_of}, {name}" if wide else name, across, ha=side)
    return ax.figure
