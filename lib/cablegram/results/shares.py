"""Shares of the total, the needs and the grants, and why two equal numbers prove nothing."""

from dataclasses import replace

from ..bounds import Bounds, meet
from ..measures import Judgement, Quantity
from .catalogue import result
from .evidence import Evidence, count
from .rates import rate_documents, rate_stay
from .stations import people_counted, stations_remainder, stations_sum

AMONG = "they are among those whom the total counts"
A_BLANKET_EACH = "each newcomer gets a separate blanket and keeps it"


@result(
    "persons",
    title="People behind the total",
    says="The total stands for {value} people.",
    by="the total; if it counts crossings, between the total and the total / most crossings of one person",
    certainty="medium",
)
def persons(given: Evidence) -> Quantity:
    total = given.quantity("total")
    if given.reading("total") == "persons":
        return total
    often = given.quantity("crossings")
    fewest = total.over(
        often, "people", assuming="nobody crossed more often than the most that An was told of"
    )
    return replace(fewest, bounds=Bounds(fewest.bounds.low, total.bounds.high))


@result(
    "arrivals-agree",
    title="Do the total and the round number agree?",
    says="That “{q-total}” and “{q-arrivals}” can be one count: {value}.",
    by="is the total among the numbers that the round one allows?",
    kind="check",
)
def arrivals_agree(given: Evidence) -> Judgement:
    total, arrivals = given.quantity("total"), given.quantity("arrivals")
    agrees = "yes" if meet(total.bounds, arrivals.bounds) else "no"
    return replace(total.equals(arrivals, assuming="both count the same arrivals"), verdict=agrees)


@result(
    "runaways-share",
    title="Those who fled their jobs, as a share of the total",
    says="Those who fled their jobs are {value} of the total.",
    by="fled / total",
    certainty="medium",
)
def runaways_share(given: Evidence) -> Quantity:
    return given.quantity("fled").share_of(people_counted(given), assuming=AMONG)


@result(
    "runaways-share-placed",
    title="Those who fled their jobs, as a share of those who can have had one",
    says="Those who fled their jobs are {value} of those who had left the stations.",
    by="fled / (total − sum of the station numbers)",
    certainty="medium",
)
def runaways_share_placed(given: Evidence) -> Quantity:
    jobs = "only those who have left the stations can flee a job"
    remainder = stations_remainder(given)
    some = replace(remainder, bounds=Bounds(0, remainder.bounds.high, False, remainder.bounds.high_closed))
    return given.quantity("fled").share_of(some, assuming=jobs)


@result(
    "educated-share",
    title="Those with training, as a share of the total",
    says="Those with university or technical training are {value} of the total.",
    by="educated / total",
    certainty="medium",
)
def educated_share(given: Evidence) -> Quantity:
    return given.quantity("educated").share_of(people_counted(given), assuming=AMONG)


@result(
    "shortage",
    title="People the province lacked",
    says="The mines and the communes together lacked {value} people.",
    by="mines + communes",
    certainty="medium",
)
def shortage(given: Evidence) -> Quantity:
    mines = replace(given.quantity("mines"), unit=given.quantity("communes").unit)
    return mines.plus(
        given.quantity("communes"), assuming="the mines and the communes do not ask for the same people"
    )


@result(
    "shortage-share",
    title="The shortage against those who had come",
    says="The shortage is {value} of the total of those who had come.",
    by="(mines + communes) / total",
    certainty="medium",
    decimals=0,
)
def shortage_share(given: Evidence) -> Quantity:
    everybody = "the need is set against everybody who came, workers or not"
    return shortage(given).share_of(people_counted(given), assuming=everybody)


@result(
    "shortage-days",
    title="Days of arrivals that would meet the shortage",
    says="At the rate of the travel documents the shortage is that of {value} days.",
    by="(mines + communes) / travel documents a day",
    certainty="low",
    decimals=0,
)
def shortage_days(given: Evidence) -> Quantity:
    return shortage(given).over(
        rate_documents(given), "days", assuming="everyone sent on is a worker who is lacking"
    )


@result(
    "blankets-shortage",
    title="As many blankets as people lacking",
    says="“{Q-mines}” and “{q-communes}” make {result-shortage}, and there are {q-blankets} blankets; "
    "whether that is the same number: {value}. Here is a need in a plan of the Party, in round numbers; "
    "there is a grant of the Cabinet.",
    by="is mines + communes the number of blankets?",
    kind="false friend",
    certainty="certain",
)
def blankets_shortage(given: Evidence) -> Judgement:
    return shortage(given).equals(given.quantity("blankets"), assuming="blankets are counted like people")


@result(
    "blankets-per-person",
    title="Blankets for each person in the stations",
    says="For each person in the stations there were {value} blankets.",
    by="blankets / sum of the station numbers",
    certainty="low",
)
def blankets_per_person(given: Evidence) -> Quantity:
    given.needs("stations", "stock", "Only people present can share blankets.")
    present = "the blankets were given for those present on 8 November"
    return given.quantity("blankets").over(stations_sum(given), "blankets a person", assuming=present)


@result(
    "blankets-per-station",
    title="Blankets for each station",
    says="Shared out evenly the blankets are {value} for each station.",
    by="blankets / stations announced",
    certainty="low",
)
def blankets_per_station(given: Evidence) -> Quantity:
    even = "the blankets were shared out evenly"
    return given.quantity("blankets").over(
        given.quantity("stations-again"), "blankets a station", assuming=even
    )


@result(
    "blankets-days-documents",
    title="Days for which the blankets last, by the travel documents",
    says="Given away one by one, at the rate of the travel documents the blankets last {value} days.",
    by="blankets / travel documents a day",
    certainty="low",
    decimals=0,
)
def blankets_days_documents(given: Evidence) -> Quantity:
    return given.quantity("blankets").over(rate_documents(given), "days", assuming=A_BLANKET_EACH)


@result(
    "blankets-days",
    title="Days for which the blankets last, by the stay",
    says="Given away one by one, at the rate by the stay the blankets last {value} days.",
    by="blankets / arrivals by the stay",
    certainty="low",
    decimals=0,
)
def blankets_days(given: Evidence) -> Quantity:
    return given.quantity("blankets").over(rate_stay(given), "days", assuming=A_BLANKET_EACH)


@result(
    "same-treatment",
    title="Were they to be treated like compatriots from abroad?",
    says="Whether those who crossed were to be treated as compatriots returning from abroad: {value}.",
    by="the sentence on treatment",
    certainty="low",
)
def same_treatment(given: Evidence) -> Judgement:
    return Judgement("no" if given.reading("treatment") == "printed" else "yes", ("s-2.4.2",))


@result(
    "compatriots-offices",
    title="Offices behind the Cabinet and its compatriots’ bureau",
    says="The Cabinet and the Foreign Compatriots Bureau or Department, side by side, are {value--unit}.",
    by="offices under the reading of their names",
    certainty="medium",
)
def compatriots_offices(given: Evidence) -> Quantity:
    offices = 1 if given.reading("offices") == "one" else 2
    return count(offices, "offices", "s-2.1.3", "s-2.4.1", "s-2.4.2", "s-3.7.2")
