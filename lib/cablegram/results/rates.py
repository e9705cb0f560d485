"""How many came in a day, by what the cable itself says."""

from ..measures import Quantity
from .evidence import Evidence
from .stations import stations_sum


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
