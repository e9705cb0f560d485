"""Places: the lines of the map, distances, and the gazetteer as Linked Places.

Distances are great-circle distances on a sphere of 6371.0088 km. To the border means to the nearest point of
the map's China–North Korea line, which along the rivers is the river. It is good to about a kilometre, so
anything below 3 km says no more than “on the river”, and nothing about the bank.
"""

import json
from functools import cache
from importlib import resources
from itertools import pairwise
from math import asin, cos, hypot, inf, radians, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame

EARTH_RADIUS_KM = 6371.0088
BORDER = "border China–North Korea"
ON_THE_RIVER_KM = 3
CONTEXT = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld"
)
CERTAINTY = {"high": "certain", "medium": "less-certain", "low": "uncertain"}
CLASSES = {"river": "H", "town": "P", "city": "P"}  # of GeoNames; what is no water and no town is an area

Point = tuple[float, float]  # longitude, latitude, in degrees


@cache
def lines(name: str, extract: str = "hamgyong") -> tuple[tuple[Point, ...], ...]:
    """The lines or rings of that name in an extract; raises `KeyError` that lists the names there are."""
    path = resources.files(__package__) / "base_map" / f"{extract}.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    names = [feature["properties"]["name"] for feature in features]
    if name not in names:
        raise KeyError(f"the map has no {name!r}; it has {', '.join(dict.fromkeys(names))}")
    found = [feature["geometry"] for feature in features if feature["properties"]["name"] == name]
    rings = [each["coordinates"][0] if each["type"] == "Polygon" else each["coordinates"] for each in found]
    return tuple(tuple((longitude, latitude) for longitude, latitude in ring) for ring in rings)


def distance_km(here: Point, there: Point) -> float:
    """The great-circle distance between two points."""
    return EARTH_RADIUS_KM * _angle(_vector(here), _vector(there))


def distance_to_line_km(point: Point, several: tuple[tuple[Point, ...], ...]) -> float:
    """The great-circle distance from a point to the nearest point of any of the lines."""
    here = _vector(point)
    vectors = ([_vector(vertex) for vertex in line] for line in several)
    angles = (_angle_to_arc(here, a, b) for line in vectors for a, b in pairwise(line))
    return EARTH_RADIUS_KM * min(angles, default=inf)


def distance_to_border_km(point: Point) -> float:
    """How far a point is from the China–North Korea line of the map."""
    return distance_to_line_km(point, lines(BORDER))


def located(places: "DataFrame") -> "DataFrame":
    """The rows that have a point on the map."""
    return places[places.lon.notna() & places.lat.notna()]


def distances(places: "DataFrame") -> "DataFrame":
    """One row per located place: km to the border, rounded to one decimal, and whether it is on the river."""
    from pandas import DataFrame

    rows = located(places)
    kilometres = [round(distance_to_border_km(point), 1) for point in zip(rows.lon, rows.lat, strict=True)]
    return DataFrame(
        {
            "id": list(rows.id),
            "name": list(rows.name),
            "border_km": kilometres,
            "on_the_river": [each < ON_THE_RIVER_KM for each in kilometres],
        }
    )


def in_words(kilometres: float) -> str:
    """A distance to the border no finer than its line and the points allow: “less than 3”, “about 74”."""
    return f"less than {ON_THE_RIVER_KM}" if kilometres < ON_THE_RIVER_KM else f"about {kilometres:.0f}"


# ---- as Linked Places


def linked_places(places: "DataFrame", document: str, year: str, base: str = "#place-") -> dict:
    """The gazetteer as Linked Places 1.3, which is GeoJSON; what is not located has a null geometry.

    What GeoNames knows is the place only where no other point stands for it; elsewhere the link says no more
    than where to look. `document` is cited for the printed names, `base` goes before the id of a place,
    `year` is when it was so.
    """
    features = [_feature(row, document, year, base) for row in places.to_dict("records")]
    return {"type": "FeatureCollection", "@context": CONTEXT, "features": features}


def _feature(place: dict, document: str, year: str, base: str) -> dict:
    certainty = CERTAINTY[place["certainty"]]
    feature = {
        "@id": f"{base}{place['id']}",
        "type": "Feature",
        "properties": {"title": place["name"], "fclasses": [CLASSES.get(place.get("kind"), "A")]},
        "when": {"timespans": [{"start": {"in": year}}]},
        "names": _names(place, document, certainty),
        "geometry": None,
        "descriptions": [{"value": place["identity"], "lang": "en"}],
    }
    if place["lon"] == place["lon"]:
        # where the degrees are from, and of what they are, where that is not the place itself
        source = place["coordinates_from"] + (f"; of {place['point_of']}" if place["point_of"] else "")
        feature["geometry"] = {
            "type": "Point",
            "coordinates": [place["lon"], place["lat"]],
            "certainty": certainty,
            "citations": [{"label": source}],
        }
    if place["geonames"] == place["geonames"]:
        address = f"https://www.geonames.org/{int(place['geonames'])}/"
        kind = "seeAlso" if place["point_of"] else "closeMatch"
        feature["links"] = [{"type": kind, "identifier": address}]
    return feature


def _names(place: dict, document: str, certainty: str) -> list[dict]:
    """The name as printed with its citation, then the forms in other scripts, each with how it is known."""
    printed = {"lang": "en", "citations": [{"label": document}], "certainty": certainty}
    return [{"toponym": place["name"]} | printed] + [
        {"toponym": name["text"], "lang": name["lang"], "citations": [{"label": f"grade: {name['grade']}"}]}
        for name in place["names"]
    ]


# ---- the sphere


def _vector(point: Point) -> tuple[float, float, float]:
    longitude, latitude = map(radians, point)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)


def _dot(a: tuple, b: tuple) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _cross(a: tuple, b: tuple) -> tuple[float, float, float]:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _angle(a: tuple, b: tuple) -> float:
    """The angle between two unit vectors, from the chord: a small angle hardly shows in its cosine."""
    return 2 * asin(min(1.0, hypot(*(x - y for x, y in zip(a, b, strict=True))) / 2))


def _angle_to_arc(point: tuple, a: tuple, b: tuple) -> float:
    """The angle from a point to the nearest point of the arc between two others."""
    normal = _cross(a, b)
    length = hypot(*normal)
    beside = length > 0 and _dot(_cross(normal, a), point) >= 0 and _dot(_cross(b, normal), point) >= 0
    return asin(abs(_dot(normal, point)) / length) if beside else min(_angle(point, a), _angle(point, b))
