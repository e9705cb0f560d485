"""Numbers from elsewhere, set beside the cable's: every one under a named assumption, none of them proof."""

import re

from ..bounds import Bounds, about
from ..measures import Quantity
from .catalogue import result
from .evidence import Evidence, count

ALL_HERE = "all of them came into North Hamgyong"
NONE_BEFORE = "nobody had come before the period that the number covers"
PASSING = ("passing-jilin-1962", "passing-heilongjiang-1962", "passing-liaoning-1962")
NO_RESIDENTS = "those who passed through are not among the residents, and left in the same period"
YEAR = Quantity(Bounds(365, 365), "days")


@result(
    "added-since-may",
    title="What the total adds to the Korean foreign minister’s number",
    says="The total is {value} more than the {outside-pak-may-1961} of the Korean foreign minister in May.",
    by="total − the foreign minister’s number",
    certainty="low",
)
def added_since_may(given: Evidence) -> Quantity:
    pak = given.outside("pak-may-1961")
    return given.quantity("total").minus(pak, assuming=f"{ALL_HERE}, and {NONE_BEFORE}")


@result(
    "rate-pak",
    title="Arrivals a day since the Korean foreign minister’s number",
    says="What the total adds to the {outside-pak-may-1961} of May, over the days since: {value} a day.",
    by="(total − the foreign minister’s number) / days from 10 May to 8 November 1961",
    certainty="low",
)
def rate_pak(given: Evidence) -> Quantity:
    days = given.until("pak-may-1961", "statistics")
    third = days.scaled(about(1), assuming="the first third of May ends with its tenth day")
    return added_since_may(given).over(third, "people a day")


@result(
    "rate-crossed",
    title="Arrivals a day since the Chinese count of the spring",
    says="What the total adds to the Chinese count for Jilin until April, per day since: {value}.",
    by="(total − (crossed − crossed from Liaoning)) / days from 30 April to 8 November 1961",
    certainty="low",
)
def rate_crossed(given: Evidence) -> Quantity:
    seen = "the Chinese side saw everyone who crossed"
    jilin = given.outside("crossed-1961").minus(
        given.outside("crossed-liaoning-1961"), assuming="what is not Liaoning is Jilin"
    )
    since = given.quantity("total").minus(jilin, assuming=f"{seen}, {ALL_HERE}, and {NONE_BEFORE}")
    return since.over(given.until("crossed-1961", "statistics"), "people a day")


@result(
    "rate-yanbian",
    title="Departures a day from Yanbian",
    says="The {outside-yanbian-1962} who left Yanbian, over the days of the bank’s count: {value} a day.",
    by="departures / days from March 1961 to 20 March 1962",
    certainty="low",
)
def rate_yanbian(given: Evidence) -> Quantity:
    return given.outside("yanbian-1962").over(given.period("yanbian-1962"), "people a day", assuming=ALL_HERE)


@result(
    "rate-yanbian-passing",
    title="Departures a day from and through Yanbian",
    says="With those who passed through Yanbian from elsewhere: {value} a day.",
    by="(departures + passing from Jilin, Heilongjiang and Liaoning) / days from March 1961 to 20 March 1962",
    certainty="low",
)
def rate_yanbian_passing(given: Evidence) -> Quantity:
    everyone = given.outside("yanbian-1962")
    for id in PASSING:
        everyone = everyone.plus(given.outside(id), assuming=NO_RESIDENTS)
    return everyone.over(given.period("yanbian-1962"), "people a day", assuming=ALL_HERE)


@result(
    "rate-jilin",
    title="Departures a day from Jilin",
    says="The {outside-jilin-1962} of the past year from Jilin, over a year: {value} a day.",
    by="departures / a year",
    certainty="low",
)
def rate_jilin(given: Evidence) -> Quantity:
    a_year = f"the past year is a year to the day, and {ALL_HERE}"
    return given.outside("jilin-1962").over(YEAR, "people a day", assuming=a_year)


@result(
    "jilin-sum",
    title="The bank’s numbers for Jilin together",
    says="Those who left Yanbian, those of Jilin who passed through and the {outside-passing-districts-1962} "
    "from other districts come to {value}.",
    by="departures + passing from Jilin + from other districts",
    kind="check",
    certainty="low",
)
def jilin_sum(given: Evidence) -> Quantity:
    districts = "the number for other districts is one of Jilin, and stands beside the others"
    passing = given.outside("yanbian-1962").plus(given.outside("passing-jilin-1962"), assuming=NO_RESIDENTS)
    return passing.plus(given.outside("passing-districts-1962"), assuming=districts)


@result(
    "jilin-gap",
    title="The ministries’ number for Jilin against the bank’s",
    says="The ministries’ {outside-jilin-1962} for Jilin are {value} more than the bank’s numbers together; "
    "that is striking, but what the smallest of the bank’s numbers counts is unclear.",
    by="the ministries’ number − the bank’s numbers together",
    kind="check",
    certainty="low",
)
def jilin_gap(given: Evidence) -> Quantity:
    return given.outside("jilin-1962").minus(jilin_sum(given), assuming="both count the same departures")


@result(
    "yanbian-net-gap",
    title="The bank’s page does not close",
    says="Departures from Yanbian less returns are {value} more than the {outside-yanbian-net-1962} that the "
    "bank gives as net.",
    by="departures − returns − net",
    kind="check",
    certainty="certain",
)
def yanbian_net_gap(given: Evidence) -> Quantity:
    left, returned = given.outside("yanbian-1962"), given.outside("yanbian-returned-1962")
    still_away = left.minus(returned, assuming="returns are counted among the departures")
    return still_away.minus(given.outside("yanbian-net-1962"), assuming="net is departures less returns")


@result(
    "japan-ratio",
    title="Arrivals from China against arrivals from Japan",
    says="The total of this one province is {value} of the arrivals from Japan in the whole country by 1961.",
    by="total / arrivals from Japan",
    certainty="medium",
    decimals=0,
)
def japan_ratio(given: Evidence) -> Quantity:
    side_by_side = "a province and a whole country are set side by side"
    return given.quantity("total").share_of(given.outside("japan-1961"), assuming=side_by_side)


@result(
    "register-number",
    title="Number of the paper in the consular register",
    says="The paper is number {value} of its register.",
    by="the number in the heading",
    certainty="certain",
)
def register_number(given: Evidence) -> Quantity:
    heading = given.registers.row("sentences", "head.file-number")
    return count(int(re.search(r"No\. (\d+)", heading["text"])[1]), "papers", "s-head.file-number")


@result(
    "papers-since-july",
    title="Papers since the July dispatch",
    says="Between the dispatch of July and this one the embassy’s consular register grew by {value} papers.",
    by="number of this paper − number of the July dispatch",
)
def papers_since_july(given: Evidence) -> Quantity:
    july = given.outside("paper-1961-july")
    return register_number(given).minus(july, assuming="both numbers are of one register")


@result(
    "register-pace",
    title="Pace of the consular register",
    says="From July to December the register took a paper in {value} days.",
    by="days from 24 July to 2 December 1961 / papers between",
    decimals=0,
)
def register_pace(given: Evidence) -> Quantity:
    return given.until("paper-1961-july", "dispatch").over(papers_since_july(given), "days")


@result(
    "register-pace-year",
    title="Pace of the consular register over the year",
    says="From January to December the register took a paper in {value} days.",
    by="days from 1 January to 2 December 1961 / number of this paper",
    certainty="medium",
)
def register_pace_year(given: Evidence) -> Quantity:
    return given.since_new_year("dispatch").over(
        register_number(given), "days", assuming="the numbers begin anew each January"
    )
