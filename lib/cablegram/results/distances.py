"""Distances to the border, for the places of the cable and for what Kyongsong may stand for."""

from functools import cache
from math import isnan

from ..bounds import Bounds, about
from ..measures import Quantity
from ..places import ON_THE_RIVER_KM, distance_km, distance_to_border_km
from .catalogue import result
from .evidence import DoesNotHold, Evidence

CROSSINGS = ("hoeryong", "musan", "namyang")
PLACES = {
    "onsong": "Onsong",
    "namyang": "Namyang",
    "hoeryong": "Hoeryong",
    "musan": "Musan",
    "chongjin": "Chongjin",
    "kilju": "Kilju",
}


@result(
    "kyongsong-distance",
    title="Kyongsong and the border",
    says="From the town to the nearest point of the border on the map it is {value}.",
    by="great circle from the town to the line of the border on the map",
    certainty="medium",
    decimals=0,
)
def kyongsong_distance(given: Evidence) -> Quantity:
    return _to_border(given, _kyongsong(given))


@result(
    "kyongsong-crossing",
    title="Kyongsong and the nearest station on the river",
    says="From the town to the nearest of the other stations named it is {value}.",
    by="least great circle from the town to Hoeryong, Musan and Namyang",
    certainty="medium",
    decimals=0,
)
def kyongsong_crossing(given: Evidence) -> Quantity:
    town = _point(given, _kyongsong(given))
    nearest = min(CROSSINGS, key=lambda id: distance_km(town, _point(given, id)))
    kilometres = distance_km(town, _point(given, nearest))
    return Quantity(about(kilometres), "km", sources=(f"place-{_kyongsong(given)}", f"place-{nearest}"))


def _enter_place(id: str, name: str) -> None:
    result(
        f"distance-{id}",
        title=f"{name} and the border",
        says=f"From {name} to the nearest point of the border on the map it is {{value}}.",
        by="great circle from the town to the line of the border on the map",
        decimals=0,
    )(lambda given: _to_border(given, id))


def _kyongsong(given: Evidence) -> str:
    """The place that the name stands for."""
    reading = given.reading("kyongsong")
    return "kyongsong" if reading == "printed" else reading


def _to_border(given: Evidence, id: str) -> Quantity:
    """Kilometres; the line is too coarse to tell less than the least from none."""
    kilometres = _kilometres_to_border(_point(given, id))
    on_the_river = Bounds(0, ON_THE_RIVER_KM, high_closed=False)
    bounds = on_the_river if kilometres < ON_THE_RIVER_KM else about(kilometres)
    return Quantity(bounds, "km", sources=(f"place-{id}",))


_kilometres_to_border = cache(distance_to_border_km)  # the line has a thousand vertices


def _point(given: Evidence, id: str) -> tuple[float, float]:
    place = given.registers.row("places", id)
    if isnan(place["lon"]):
        raise DoesNotHold(f"{place['name']} has no point on the map.")
    return place["lon"], place["lat"]


for _id, _name in PLACES.items():
    _enter_place(_id, _name)
