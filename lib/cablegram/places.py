"""Places: the lines of the map, distances, and the gazetteer as Linked Places.

Distances are great-circle distances on a sphere of 6371.0088 km. To the border means to the nearest point of
the map's China–North Korea line, which along the rivers is the river. It is good to about a kilometre, so
anything below 3 km says no more than “on the river”, and nothing about the bank.
"""

import json
from functools import cache
from importlib import resources
from math import isnan
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
    return tuple(tuple(map(tuple, ring)) for ring in rings)


def distance_km(here: Point, there: Point) -> float:
    """The great-circle distance between two points."""
    return distance_to_line_km(here, ((there,),))


def distance_to_line_km(point: Point, several: tuple[tuple[Point, ...], ...]) -> float:
    """The great-circle distance from a point to the nearest point of any of the lines.

    To a vertex it is taken from the chord, since a small angle hardly shows in its cosine.
    """
    import numpy

    nearest = []
    for line in several:
        longitude, latitude = numpy.radians([point, *line]).T
        flat = numpy.cos(latitude)
        axes = flat * numpy.cos(longitude), flat * numpy.sin(longitude), numpy.sin(latitude)
        vectors = numpy.stack(axes, axis=1)  # of length one, a row each
        here, vertices, a, b = vectors[0], vectors[1:], vectors[1:-1], vectors[2:]
        normal = numpy.cross(a, b)
        length = numpy.linalg.norm(normal, axis=1)
        beside = (length > 0) & (numpy.cross(normal, a) @ here >= 0) & (numpy.cross(b, normal) @ here >= 0)
        across = numpy.arcsin(numpy.abs(normal[beside] @ here) / length[beside])
        chord = numpy.linalg.norm(vertices - here, axis=1).min()
        nearest += [2 * numpy.arcsin(min(1, chord / 2)), *across]
    return EARTH_RADIUS_KM * float(min(nearest))


def distance_to_border_km(point: Point) -> float:
    """How far a point is from the China–North Korea line of the map."""
    return distance_to_line_km(point, lines(BORDER))


def distances(places: "DataFrame") -> "DataFrame":
    """One row per located place: km to the border, rounded to one decimal, and whether it is on the river."""
    rows = places.dropna(subset=["lon", "lat"]).reset_index(drop=True)
    points = zip(rows.lon, rows.lat, strict=True)
    rows["border_km"] = [round(distance_to_border_km(point), 1) for point in points]
    rows["on_the_river"] = rows.border_km < ON_THE_RIVER_KM
    return rows[["id", "name", "border_km", "on_the_river"]]


def in_words(kilometres: float) -> str:
    """A distance to the border no finer than its line and the points allow: “less than 3”, “about 74”."""
    return f"less than {ON_THE_RIVER_KM}" if kilometres < ON_THE_RIVER_KM else f"about {kilometres:.0f}"


# ---- as Linked Places


def linked_places(places: "DataFrame", document: str, year: str) -> dict:
    """The gazetteer as Linked Places 1.3, which is GeoJSON; what is not located has a null geometry.

    What GeoNames knows is the place only where no other point stands for it; elsewhere the link says no more
    than where to look. `document` is cited for the printed names, `year` is when it was so.
    """
    features = []
    for place in places.to_dict("records"):
        certainty = CERTAINTY[place["certainty"]]
        printed = {"lang": "en", "citations": [{"label": document}], "certainty": certainty}
        feature = {
            "@id": f"#place-{place['id']}",
            "type": "Feature",
            "properties": {"title": place["name"], "fclasses": [CLASSES.get(place["kind"], "A")]},
            "when": {"timespans": [{"start": {"in": year}}]},
            "names": [{"toponym": place["name"]} | printed],
            "geometry": None,
            "descriptions": [{"value": place["identity"], "lang": "en"}],
        }
        for name in place["names"]:  # in other scripts, each with how it is known
            grade = {"label": f"grade: {name['grade']}"}
            feature["names"].append({"toponym": name["text"], "lang": name["lang"], "citations": [grade]})
        if not isnan(place["lon"]):
            # where the degrees are from, and of what they are, where that is not the place itself
            source = place["coordinates_from"] + (f"; of {place['point_of']}" if place["point_of"] else "")
            point = {"type": "Point", "coordinates": [place["lon"], place["lat"]]}
            feature["geometry"] = point | {"certainty": certainty, "citations": [{"label": source}]}
        if not isnan(place["geonames"]):
            address = f"https://www.geonames.org/{int(place['geonames'])}/"
            kind = "seeAlso" if place["point_of"] else "closeMatch"
            feature["links"] = [{"type": kind, "identifier": address}]
        features.append(feature)
    return {"type": "FeatureCollection", "@context": CONTEXT, "features": features}
