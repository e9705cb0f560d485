"""Arrivals a day by independent routes, side by side, each with what it takes for granted."""

from datetime import timedelta
from fractions import Fraction

from ..bounds import meet
from ..measures import Judgement, Quantity, judged
from ..wording import day_in_words
from .catalogue import result
from .evidence import Evidence
from .stations import stated_sum, station_numbers, stations_sum

STEADY = (
    "everyone stays as long as the rule says and no longer, it was in force that long before the count, "
    "and as many come as leave"
)
ONE_EACH = "each newcomer gets a separate travel document on leaving the station"
ONLY_PRESENT = "Only a number of people present, divided by their stay, gives arrivals a day."
MONTH = Fraction(1461, 48)  # days, the mean over four years


@result(
    "rate-stay",
    title="Arrivals a day, from those in the stations and their stay",
    says="People in the stations over the length of the stay: {value} arrivals a day.",
    by="sum of the station numbers / stay",
    certainty="medium",
)
def rate_stay(given: Evidence) -> Quantity:
    given.needs("stations", "stock", ONLY_PRESENT)
    return stations_sum(given).over(given.quantity("stay"), "people a day", assuming=STEADY)


@result(
    "rate-stay-six",
    title="Arrivals a day by the stay, for all the stations announced",
    says="If the stations without a number held as many as the others, {value} arrivals a day.",
    by="sum of the station numbers / their count × stations announced / stay",
    certainty="low",
)
def rate_stay_six(given: Evidence) -> Quantity:
    each = rate_stay(given).over(station_numbers(given), "people a day and station")
    alike = "a station without a number held as many people as the mean of the others"
    return each.times(given.quantity("stations"), "people a day", assuming=alike)


@result(
    "rate-documents",
    title="Arrivals a day, from the travel documents",
    says="One person to each travel document of the Labor Bureau: {value} people a day sent on.",
    by="travel documents a day",
    certainty="medium",
)
def rate_documents(given: Evidence) -> Quantity:
    return given.quantity("documents").scaled(
        1, "people a day", assuming=f"{ONE_EACH}, and documents are issued every day of the week"
    )


@result(
    "rate-documents-week",
    title="Arrivals a day, from the travel documents, without Sundays",
    says="One person to each, and none issued on Sundays: {value} people a day sent on.",
    by="travel documents a day × six sevenths",
    certainty="low",
    decimals=0,
)
def rate_documents_week(given: Evidence) -> Quantity:
    return given.quantity("documents").scaled(
        Fraction(6, 7), "people a day", assuming=f"{ONE_EACH}, and none are issued on Sundays"
    )


@result(
    "rate-mean",
    title="Arrivals a day, the mean since the beginning",
    says="The total over the time since the first half of 1960: {value} arrivals a day on the average.",
    by="total / days from the first half of 1960 to 8 November 1961",
    certainty="high",
)
def rate_mean(given: Evidence) -> Quantity:
    unit = "people a day" if given.reading("total") == "persons" else "crossings a day"
    days = given.between("beginning", "statistics")
    return given.quantity("total").over(days, unit, assuming="the total counts from the first arrivals")


@result(
    "rate-ramp",
    title="Arrivals a day at the end of an even rise",
    says="If arrivals rose evenly from nothing, they had come to {value} a day by 8 November.",
    by="twice the mean",
    certainty="low",
)
def rate_ramp(given: Evidence) -> Quantity:
    return rate_mean(given).scaled(2, assuming="arrivals rose evenly from nothing")


@result(
    "rate-rise",
    title="The travel documents against the mean",
    says="The travel documents of the day are {value} times the mean of arrivals since the beginning.",
    by="travel documents a day / mean arrivals a day",
    certainty="medium",
)
def rate_rise(given: Evidence) -> Quantity:
    return rate_documents(given).over(
        rate_mean(given), "times", assuming="people sent on and arrivals are set side by side"
    )


@result(
    "rates-gap",
    title="How far the two routes lie apart",
    says="Taken to the letter, the routes by the stay and by the travel documents lie {value} people a day "
    "apart: if as many leave as come, not both can be right.",
    by="arrivals by the stay − travel documents a day",
    kind="check",
    certainty="medium",
)
def rates_gap(given: Evidence) -> Quantity:
    same = "both routes speak of the same days and the same people"
    return rate_stay(given).minus(rate_documents(given), assuming=same)


@result(
    "rates-agree",
    title="Do the routes agree?",
    says="Whether one number of arrivals fits the stay, the travel documents and an even rise: {value}.",
    by="is there a number that all the routes allow? if not, are their ends within a factor of ten?",
    kind="check",
    certainty="medium",
)
def rates_agree(given: Evidence) -> Judgement:
    routes = [rate_documents(given), rate_ramp(given)]
    if given.reading("stations") == "stock":
        routes.insert(0, rate_stay(given))
    ends = [end for route in routes for end in (route.bounds.low, route.bounds.high) if end < float("inf")]
    close = "in order of magnitude only" if max(ends) < 10 * min(ends) else "no"
    return judged("yes" if meet(*(route.bounds for route in routes)) else close, *routes)


@result(
    "total-by-daily",
    title="The total divided by the station numbers",
    says="The total divided by the sum of the station numbers is {value}, close to the {q-stay} of the stay; "
    "but it divides everybody who ever came by people present on a day.",
    by="total / sum of the station numbers",
    kind="false friend",
    certainty="certain",
)
def total_by_daily(given: Evidence) -> Quantity:
    a_day = "the station numbers are arrivals of one day and every day was like it"
    return given.quantity("total").over(stated_sum(given), "days", assuming=a_day)


@result(
    "days-at-rate",
    title="Days at the rate of the travel documents",
    says="At the rate of the travel documents the whole total comes in {value} days.",
    by="total / travel documents a day",
    decimals=0,
)
def days_at_rate(given: Evidence) -> Quantity:
    steady = "the rate was always that of the travel documents"
    return given.quantity("total").over(rate_documents(given), "days", assuming=steady)


@result(
    "months-at-rate",
    title="Months at the rate of the travel documents",
    says="At the rate of the travel documents the whole total comes in {value} months; such a rate cannot "
    "have held since the first half of 1960.",
    by="total / travel documents a day, in months",
)
def months_at_rate(given: Evidence) -> Quantity:
    return days_at_rate(given).scaled(1 / MONTH, "months")


@result(
    "start-at-rate",
    title="The day on which such a rate would have begun",
    says="At the rate of the travel documents throughout, the first would have come on {value}.",
    by="8 November 1961 − total / travel documents a day",
    certainty="medium",
)
def start_at_rate(given: Evidence) -> Judgement:
    days = days_at_rate(given)
    began = given.days("statistics")[0] - timedelta(days=int(days.bounds.low))
    return Judgement(day_in_words(began), (*days.sources, "d-statistics"), days.assumptions)


@result(
    "stock-implied",
    title="People in the stations, from the travel documents",
    says="At the rate of the travel documents, with the stay as ruled, {value} people would be present.",
    by="travel documents a day × stay",
    kind="check",
    certainty="medium",
)
def stock_implied(given: Evidence) -> Quantity:
    return rate_documents(given).times(given.quantity("stay"), "people", assuming=STEADY)


@result(
    "stay-implied",
    title="The stay, from those in the stations and the travel documents",
    says="With the station numbers and the travel documents as they are, people would stay {value} days.",
    by="sum of the station numbers / travel documents a day",
    kind="check",
    certainty="medium",
)
def stay_implied(given: Evidence) -> Quantity:
    given.needs("stations", "stock", ONLY_PRESENT)
    leaving = "those who leave are those with a travel document, and as many come as leave"
    return stations_sum(given).over(rate_documents(given), "days", assuming=leaving)


@result(
    "stay-since",
    title="Since when the stay must have been the rule",
    says="For the stations to be filled by the rule on 8 November it must have been in force since {value}.",
    by="8 November 1961 − stay",
    certainty="medium",
)
def stay_since(given: Evidence) -> Judgement:
    given.needs("stations", "stock", "Only stations with people in them are filled by the rule.")
    stay = given.quantity("stay")
    since = given.days("statistics")[0] - timedelta(days=int(stay.bounds.low))
    return Judgement(day_in_words(since), (*stay.sources, "d-statistics"))
