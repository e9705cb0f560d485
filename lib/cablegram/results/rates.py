"""Rates and shares: by the cable alone, and set beside numbers from elsewhere, which prove nothing."""

from dataclasses import replace
from fractions import Fraction
from math import ceil

from ..bounds import Bounds, about
from ..measures import Judgement, Quantity
from .evidence import Evidence, bounded
from .stations import stations_sum

_AMONG = "they are among the people whom the total counts"
_ALIKE = "the total and the foreign minister’s number count alike"
_NONE_BEFORE = "nobody had come before the period that the foreign minister’s number covers"
_ALL_HERE = "all of them came into North Hamgyong"


# ---- how many came in a day


def rate_stay(evidence: Evidence) -> Quantity:
    only_present = "Only a number of people present, divided by their stay, gives arrivals a day."
    evidence.needs("stations", "stock", only_present)
    steady = "the stay was the rule long before the count, and as many come as leave"
    return stations_sum(evidence).over(evidence.quantity("stay"), "people a day", assuming=steady)


def rate_mean(evidence: Evidence) -> Quantity:
    unit = "people a day" if evidence.reading("total") == "persons" else "crossings a day"
    days = evidence.between("beginning", "statistics")
    return evidence.quantity("total").over(days, unit, assuming="the total counts from the first arrivals")


def rate_documents(evidence: Evidence) -> Quantity:
    one_each = (
        "each newcomer gets a separate travel document on leaving the station, "
        "and documents are issued every day of the week"
    )
    return evidence.quantity("documents").scaled(1, "people a day", assuming=one_each)


# ---- shares of the total, the needs and the grants, and what the sentence on treatment says


def runaways_share(evidence: Evidence) -> Quantity:
    return evidence.quantity("fled").share_of(evidence.people(), assuming=_AMONG)


def runaways_share_bounded(evidence: Evidence) -> Quantity:
    return bounded(evidence.quantity("fled")).share_of(evidence.people(), assuming=_AMONG)


def educated_share(evidence: Evidence) -> Quantity:
    return evidence.quantity("educated").share_of(evidence.people(), assuming=_AMONG)


def shortage(evidence: Evidence) -> Quantity:
    communes = evidence.quantity("communes")
    mines = replace(evidence.quantity("mines"), unit=communes.unit)
    return mines.plus(communes, assuming="the mines and the communes do not ask for the same people")


def shortage_share(evidence: Evidence) -> Quantity:
    everybody = "the need is set against everybody who came, workers or not"
    return shortage(evidence).share_of(evidence.people(), assuming=everybody)


def blankets_shortage(evidence: Evidence) -> Judgement:
    blankets = evidence.quantity("blankets")
    return shortage(evidence).equals(blankets, assuming="blankets are counted like people")


def same_treatment(evidence: Evidence) -> Judgement:
    return Judgement("no" if evidence.reading("treatment") == "printed" else "yes", ("s-2.4.2",))


# ---- numbers from elsewhere, each under a named assumption


def added_since_may(evidence: Evidence) -> Quantity:
    pak = evidence.outside("pak-may-1961")
    return evidence.quantity("total").minus(pak, assuming=f"{_ALIKE}, and {_NONE_BEFORE}")


def added_since_may_share(evidence: Evidence) -> Quantity:
    part_of = "what the total adds is a part of it"
    return added_since_may(evidence).share_of(evidence.quantity("total"), assuming=part_of)


def since_may_days(evidence: Evidence) -> Quantity:
    tenth = "the first third of May ends with its tenth day"
    return evidence.since("pak-may-1961", "statistics").scaled(1, assuming=tenth)


def rate_pak(evidence: Evidence) -> Quantity:
    """Approximate, since a third of a month is."""
    return added_since_may(evidence).over(since_may_days(evidence).scaled(about(1)), "people a day")


def half_by_may(evidence: Evidence) -> Quantity:
    half = evidence.quantity("total").scaled(Fraction(1, 2))
    missing = half.minus(evidence.outside("pak-may-1961"), assuming=_ALIKE)
    return replace(missing, bounds=Bounds(low=ceil(missing.bounds.low)))


def crossed_jilin_1961(evidence: Evidence) -> Quantity:
    liaoning = evidence.outside("crossed-liaoning-1961")
    return evidence.outside("crossed-1961").minus(liaoning, assuming="whoever is not of Liaoning is of Jilin")


def rate_yanbian(evidence: Evidence) -> Quantity:
    days = evidence.period("yanbian-1962")
    return evidence.outside("yanbian-1962").over(days, "people a day", assuming=_ALL_HERE)
