"""Numbers from elsewhere, set beside the cable's: every one under a named assumption, none of them proof."""

from dataclasses import replace
from fractions import Fraction
from math import ceil

from ..bounds import about, at_least
from ..measures import Quantity
from .evidence import Evidence

_ALIKE = "the total and the foreign minister’s number count alike"
_NONE_BEFORE = "nobody had come before the period that the foreign minister’s number covers"
_ALL_HERE = "all of them came into North Hamgyong"


def added_since_may(evidence: Evidence) -> Quantity:
    pak = evidence.outside("pak-may-1961")
    return evidence.quantity("total").minus(pak, assuming=f"{_ALIKE}, and {_NONE_BEFORE}")


def added_since_may_share(evidence: Evidence) -> Quantity:
    part_of = "what the total adds is a part of it"
    return added_since_may(evidence).share_of(evidence.quantity("total"), assuming=part_of)


def since_may_days(evidence: Evidence) -> Quantity:
    tenth = "the first third of May ends with its tenth day"
    return evidence.until("pak-may-1961", "statistics").scaled(1, assuming=tenth)


def rate_pak(evidence: Evidence) -> Quantity:
    """Approximate, since a third of a month is."""
    return added_since_may(evidence).over(since_may_days(evidence).scaled(about(1)), "people a day")


def half_by_may(evidence: Evidence) -> Quantity:
    half = evidence.quantity("total").scaled(Fraction(1, 2))
    missing = half.minus(evidence.outside("pak-may-1961"), assuming=_ALIKE)
    return replace(missing, bounds=at_least(ceil(missing.bounds.low)))


def crossed_jilin_1961(evidence: Evidence) -> Quantity:
    liaoning = evidence.outside("crossed-liaoning-1961")
    return evidence.outside("crossed-1961").minus(liaoning, assuming="whoever is not of Liaoning is of Jilin")


def rate_yanbian(evidence: Evidence) -> Quantity:
    days = evidence.period("yanbian-1962")
    return evidence.outside("yanbian-1962").over(days, "people a day", assuming=_ALL_HERE)
