"""The station numbers: their sum, what share of the total it is and is not, and which stations they are."""

from dataclasses import replace
from functools import reduce

from ..bounds import Bounds
from ..measures import Judgement, Quantity
from .catalogue import result
from .evidence import STATIONS, Evidence, count

NO_PART_OF_THE_TOTAL = (
    "Arrivals of one day are no part of a total, so there is nothing to divide or to subtract."
)
COUNTED_IN = "those in the stations are counted in the total"


@result(
    "station-numbers",
    title="Station numbers given",
    says="The cable gives {value--words} station numbers, all in the same sentence.",
    by="numbers in the sentence on the stations",
    certainty="certain",
)
def station_numbers(given: Evidence) -> Quantity:
    return count(len(STATIONS), "numbers", *(f"q-{id}" for id in STATIONS if given.quantity(id)))


@result(
    "stations-sum",
    title="The station numbers together",
    says="The numbers given for the stations come to {value}.",
    by="Onsong + Hoeryong + Kyongsong + Musan",
    certainty="certain",
)
def stations_sum(given: Evidence) -> Quantity:
    return reduce(Quantity.plus, [given.station(id) for id in STATIONS])


@result(
    "stations-part",
    title="Is the sum of the station numbers smaller than the total?",
    says="That the station numbers together are fewer than the total is {value}: “over” sets no upper end. "
    "People present on a day are measured otherwise than everybody who ever came.",
    by="is the sum of the station numbers less than the total?",
    certainty="certain",
)
def stations_part(given: Evidence) -> Judgement:
    return stated_sum(given).less_than(given.quantity("total"), assuming="both count people")


@result(
    "stations-share",
    title="Those in the stations as a share of the total",
    says="If those in the stations are counted in the total, they are {value} of it; there is no upper end.",
    by="sum of the station numbers / total",
    certainty="medium",
)
def stations_share(given: Evidence) -> Quantity:
    if given.reading("stations") == "flow":
        given.needs("stations", "stock", NO_PART_OF_THE_TOTAL)
    return stations_sum(given).share_of(people_counted(given), assuming=COUNTED_IN)


@result(
    "stations-remainder",
    title="Those no longer in the stations",
    says="If those in the stations are counted in the total, {value} people had left them by 8 November.",
    by="total − sum of the station numbers",
    certainty="medium",
)
def stations_remainder(given: Evidence) -> Quantity:
    given.needs("stations", "stock", "Only people present can be set against those who have moved on.")
    return people_counted(given).minus(stations_sum(given), assuming=COUNTED_IN)


@result(
    "stations-remainder-share",
    title="Those no longer in the stations, as a share",
    says="If those in the stations are counted in the total, those who had left them are {value} of it.",
    by="the whole, less the sum of the station numbers / total",
    certainty="medium",
)
def stations_remainder_share(given: Evidence) -> Quantity:
    given.needs("stations", "stock", "Only people present can be set against those who have moved on.")
    share = stations_share(given)
    return replace(share, bounds=100 - share.bounds)


@result(
    "stations-share-onsong",
    title="Onsong as a share of the station numbers",
    says="Onsong as a share of the station numbers: {value}, since “over” stands above and below the line.",
    by="Onsong / sum of the station numbers",
    certainty="certain",
)
def stations_share_onsong(given: Evidence) -> Quantity:
    return given.quantity("onsong").share_of(stated_sum(given))


@result(
    "stations-share-onsong-stated",
    title="Onsong as a share, the bare numbers taken as they stand",
    says="With every “over” left out, Onsong would have {value} of the station numbers together.",
    by="Onsong / sum of the station numbers, without “over”",
    certainty="low",
    decimals=0,
)
def stations_share_onsong_stated(given: Evidence) -> Quantity:
    share = _bare(given.quantity("onsong")).share_of(_bare(stated_sum(given)))
    return share.scaled(1, assuming="each number is little more than the one named after “over”")


@result(
    "border-people",
    title="The numbers of places on the border together",
    says="The numbers of the places that lie on the border come to {value}.",
    by="sum of the station numbers of places on the border",
    certainty="medium",
)
def border_people(given: Evidence) -> Quantity:
    inland = given.reading("kyongsong") == "printed"
    return reduce(
        Quantity.plus, [given.quantity(id) for id in STATIONS if not (inland and id == "kyongsong")]
    )


@result(
    "border-share",
    title="Places on the border as a share of the station numbers",
    says="Places on the border as a share of the station numbers: {value}.",
    by="sum for places on the border / sum of the station numbers",
    certainty="certain",
)
def border_share(given: Evidence) -> Quantity:
    if given.reading("kyongsong") == "printed":
        return border_people(given).share_of(stated_sum(given))
    return replace(stated_sum(given), bounds=Bounds(100, 100), unit="%", measure="share")


@result(
    "station-names",
    title="Names in the list of stations",
    says="The list of the stations holds {value--words} names, and then “etc.”.",
    by="place names in the parenthesis",
    certainty="certain",
)
def station_names(given: Evidence) -> Quantity:
    return count(len(_listed(given)), "names", "q-stations")


@result(
    "distinct-stations",
    title="Different stations named",
    says="The list of the stations names {value--words} different places.",
    by="names in the parenthesis, one place counted once",
    certainty="medium",
)
def distinct_stations(given: Evidence) -> Quantity:
    return count(len(_distinct(given)), "stations", "q-stations")


@result(
    "unnamed-stations",
    title="Stations without a name",
    says="Of the stations announced, {value--words} stay without a name.",
    by="stations announced − different stations named",
    certainty="medium",
)
def unnamed_stations(given: Evidence) -> Quantity:
    return given.quantity("stations").minus(distinct_stations(given), assuming="a place has one station")


@result(
    "unnumbered-stations",
    title="Stations without a number",
    says="Of the stations announced, {value--words} stay without a number of people.",
    by="stations announced − station numbers given",
    certainty="medium",
)
def unnumbered_stations(given: Evidence) -> Quantity:
    numbers = replace(station_numbers(given), unit="stations")
    return given.quantity("stations").minus(numbers, assuming="each number is that of one station")


@result(
    "places-in-both-lists",
    title="Places with a number and a station",
    says="Of the places that are given a number, {value--words} stand in the list of stations as well.",
    by="places of the station numbers that are named in the parenthesis",
    certainty="high",
)
def places_in_both_lists(given: Evidence) -> Quantity:
    both = [id for id in STATIONS if id in _distinct(given)]
    return count(len(both), "places", *(f"q-{id}" for id in both), "q-stations")


def stated_sum(given: Evidence) -> Quantity:
    """The station numbers together as the register has them, whatever they are taken to count."""
    return reduce(Quantity.plus, [given.quantity(id) for id in STATIONS])


def people_counted(given: Evidence) -> Quantity:
    """How many people the total is: as many, or at most as many if it counts crossings."""
    total = given.quantity("total")
    if given.reading("total") == "persons":
        return total
    at_most = replace(total, bounds=Bounds(0, total.bounds.high, low_closed=False))
    return at_most.scaled(1, assuming="the total counts crossings, and so at most as many people")


def _bare(stated: Quantity) -> Quantity:
    """The number named, marked approximate, in place of everything above it."""
    low = stated.bounds.low
    return replace(stated, bounds=Bounds(low, low, approximate=True))


def _listed(given: Evidence) -> list[str]:
    """The places named in the parenthesis after the stations, in order, repetitions included."""
    stations, text = given.registers.row("quantities", "stations"), given.registers.cable.text
    opening = text.index("(", stations["end"])
    closing = text.index(")", opening)
    mentions = sorted(given.registers.rows("mentions").values(), key=lambda row: row["start"])
    named = [row["entity"] for row in mentions if opening < row["start"] < closing]
    return [entity.removeprefix("place:") for entity in named if entity.startswith("place:")]


def _distinct(given: Evidence) -> set[str]:
    again = "hoeryong" if given.reading("houeryong") == "hoeryong" else "houeryong"
    return {again if place == "houeryong" else place for place in _listed(given)}
