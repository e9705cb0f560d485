"""The station numbers: their sum, what share of the total it is and is not, and which stations they are."""

from dataclasses import replace
from functools import reduce
from math import isnan

from ..bounds import Bounds, about
from ..measures import Quantity
from ..places import ON_THE_RIVER_KM, distance_km, distance_to_border_km
from .evidence import STATIONS, DoesNotHold, Evidence, bounded, count

_COUNTED_IN = "the people in the stations are counted in the total"
_NO_PART_OF_THE_TOTAL = (
    "Arrivals of one day are no part of a total, so there is nothing to divide or to subtract."
)
_CROSSINGS = ("hoeryong", "musan", "namyang")


def station_numbers(evidence: Evidence) -> Quantity:
    return count(len(STATIONS), "numbers", *evidence.together().sources)


def stations_sum(evidence: Evidence) -> Quantity:
    return reduce(Quantity.plus, map(evidence.station, STATIONS))


def stations_sum_bounded(evidence: Evidence) -> Quantity:
    return reduce(Quantity.plus, [bounded(evidence.station(id)) for id in STATIONS])


def stations_share(evidence: Evidence) -> Quantity:
    if evidence.reading("stations") == "flow":
        raise DoesNotHold(_NO_PART_OF_THE_TOTAL)
    return stations_sum(evidence).share_of(evidence.people(), assuming=_COUNTED_IN)


def stations_remainder(evidence: Evidence) -> Quantity:
    evidence.needs("stations", "stock", "Only people present can be set against those who have moved on.")
    return evidence.people().minus(stations_sum(evidence), assuming=_COUNTED_IN)


def stations_share_onsong(evidence: Evidence) -> Quantity:
    return evidence.quantity("onsong").share_of(evidence.together())


def stations_share_onsong_bounded(evidence: Evidence) -> Quantity:
    """Onsong is one number above and below the line, so that the share is 1 / (1 + others / Onsong)."""
    onsong, *others = (bounded(evidence.quantity(id)) for id in STATIONS)
    to_onsong = reduce(Quantity.plus, others).bounds / onsong.bounds
    share = onsong.share_of(reduce(Quantity.plus, others, onsong))
    return replace(share, bounds=100 / (1 + to_onsong))


def total_by_daily(evidence: Evidence) -> Quantity:
    a_day = "the station numbers are arrivals of one day and every day was like it"
    return evidence.quantity("total").over(evidence.together(), "days", assuming=a_day)


# ---- which stations


def station_names(evidence: Evidence) -> Quantity:
    return count(len(_listed(evidence)), "names", "q-stations")


def distinct_stations(evidence: Evidence) -> Quantity:
    twice = evidence.reading("houeryong") == "hoeryong"
    places = {"hoeryong" if place == "houeryong" and twice else place for place in _listed(evidence)}
    return count(len(places), "stations", "q-stations")


def unnamed_stations(evidence: Evidence) -> Quantity:
    named = distinct_stations(evidence)
    return evidence.quantity("stations").minus(named, assuming="a place has one station")


def unnumbered_stations(evidence: Evidence) -> Quantity:
    numbers = replace(station_numbers(evidence), unit="stations")
    return evidence.quantity("stations").minus(numbers, assuming="each number is that of one station")


def _listed(evidence: Evidence) -> list[str]:
    """The places named in the parenthesis after the stations, in order, repetitions included."""
    stations, text = evidence.row("q-stations"), evidence.document.text
    opening = text.index("(", stations["end"])
    closing = text.index(")", opening)
    mentions = sorted(evidence.document.rows("mentions").values(), key=lambda row: row["start"])
    named = [row["entity"] for row in mentions if opening < row["start"] < closing]
    return [entity.removeprefix("place:") for entity in named if entity.startswith("place:")]


# ---- how far Kyongsong lies from the border


def kyongsong_distance(evidence: Evidence) -> Quantity:
    """Kilometres; the line is too coarse to tell less than the least from none."""
    town = _kyongsong(evidence)
    kilometres = distance_to_border_km(_point(evidence, town))
    on_the_river = Bounds(0, ON_THE_RIVER_KM, high_closed=False)
    bounds = on_the_river if kilometres < ON_THE_RIVER_KM else about(kilometres)
    return Quantity(bounds, "km", sources=(f"place-{town}",))


def kyongsong_crossing(evidence: Evidence) -> Quantity:
    town = _kyongsong(evidence)
    point = _point(evidence, town)
    kilometres = {id: distance_km(point, _point(evidence, id)) for id in _CROSSINGS}
    nearest = min(kilometres, key=kilometres.__getitem__)
    return Quantity(about(kilometres[nearest]), "km", sources=(f"place-{town}", f"place-{nearest}"))


def _kyongsong(evidence: Evidence) -> str:
    """The place that the name stands for."""
    reading = evidence.reading("kyongsong")
    return "kyongsong" if reading == "printed" else reading


def _point(evidence: Evidence, id: str) -> tuple[float, float]:
    place = evidence.row(f"place-{id}")
    if isnan(place["lon"]):
        raise DoesNotHold(f"{place['name']} has no point on the map.")
    return place["lon"], place["lat"]
