"""The age of the news: days between count, talk and dispatch, and what may have come in between."""

from ..measures import Quantity
from .catalogue import result
from .evidence import Evidence, days_between
from .rates import rate_documents, rate_stay

UNCHANGED = "arrivals went on as before until the dispatch"


@result(
    "age-statistics",
    title="Age of the statistics when An spoke",
    says="When An spoke his statistics were {value--words} days old.",
    by="days from 8 to 10 November 1961",
    certainty="certain",
)
def age_statistics(given: Evidence) -> Quantity:
    return given.between("statistics", "talk")


@result(
    "age-dispatch",
    title="Days between the talk and the dispatch",
    says="Between An’s talk and the dispatch lie {value} days.",
    by="days from 10 November to 2 December 1961",
    certainty="certain",
)
def age_dispatch(given: Evidence) -> Quantity:
    return given.between("talk", "dispatch")


@result(
    "age-total",
    title="Age of the total when it was sent",
    says="When the embassy sent the total it was {value} days old.",
    by="days from 8 November to 2 December 1961",
    certainty="certain",
)
def age_total(given: Evidence) -> Quantity:
    return given.between("statistics", "dispatch")


@result(
    "counting-days",
    title="Days that the total covers",
    says="From the first half of 1960 to 8 November 1961 it is {value} days.",
    by="days from the first half of 1960 to 8 November 1961",
)
def counting_days(given: Evidence) -> Quantity:
    return given.between("beginning", "statistics")


@result(
    "meeting-age",
    title="Days from the meeting announced to the dispatch",
    says="The meeting that “will be held” was {value} days past when the embassy sent the dispatch.",
    by="days from mid-November to 2 December 1961",
)
def meeting_age(given: Evidence) -> Quantity:
    return given.between("meeting", "dispatch")


@result(
    "summer-to-talk",
    title="From the returns of the summer to An’s talk",
    says="Between the end of August and An’s talk lie {value} days.",
    by="days from the end of August to 10 November 1961",
    certainty="medium",
)
def summer_to_talk(given: Evidence) -> Quantity:
    earlier = 0 if given.reading("summer") == "y1961" else 1
    end = given.days("summer")[1].replace(year=given.days("talk")[0].year - earlier)
    return days_between((end, end), given.days("talk"), "d-summer", "d-talk")


@result(
    "missed-arrivals",
    title="Arrivals while the total travelled",
    says="At the rate of the travel documents {value} people came between the count and the dispatch.",
    by="travel documents a day × age of the total",
    certainty="medium",
    decimals=-2,
)
def missed_arrivals(given: Evidence) -> Quantity:
    return rate_documents(given).times(age_total(given), "people", assuming=UNCHANGED)


@result(
    "missed-arrivals-stay",
    title="Arrivals while the total travelled, by the stay",
    says="At the rate by the stay {value} people came between the count and the dispatch.",
    by="arrivals by the stay × age of the total",
    certainty="low",
    decimals=-2,
)
def missed_arrivals_stay(given: Evidence) -> Quantity:
    return rate_stay(given).times(age_total(given), "people", assuming=UNCHANGED)
