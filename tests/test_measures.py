"""Measures: sums that mean nothing are refused, and what makes them mean something travels along."""

from dataclasses import replace

import pytest
from cablegram.bounds import Bounds, about
from cablegram.measures import Judgement, MeasureError, Quantity, quantity

PRESENT = Quantity(
    Bounds(low=700, low_closed=False), "people", "stock", "in stations", "1961-11-08", ("q-onsong",)
)
ALSO_PRESENT = Quantity(
    Bounds(low=300, low_closed=False), "people", "stock", "in stations", "1961-11-08", ("q-hoeryong",)
)
ARRIVED = Quantity(Bounds(20517, 20517), "people", "cumulative", "all comers", "1961-11-08", ("q-total",))
LACKING = Quantity(about(4000), "workers", "request", "the mines", "1961-11-10", ("q-mines",))
STAY = Quantity(Bounds(15, 15), "days", "rule", sources=("q-stay",))


AMONG = "those present are among those who came"


def test_numbers_of_one_measure_population_unit_and_date_are_added():
    bounds, sources = Bounds(low=1000, low_closed=False), ("q-onsong", "q-hoeryong")
    expected = Quantity(bounds, "people", "stock", "in stations", "1961-11-08", sources)
    assert expected == PRESENT.plus(ALSO_PRESENT)


def test_a_difference_is_what_is_left():
    both = "cumulative; stock", "all comers; in stations", "1961-11-08", ("q-total", "q-onsong")
    expected = Quantity(Bounds(high=19817, high_closed=False), "people", *both, (AMONG,))
    assert expected == ARRIVED.minus(PRESENT, assuming=AMONG)


def test_a_quotient_has_the_unit_that_is_named_and_no_measure_and_units_need_no_bridge():
    expected = Quantity(Bounds(4, 4), "people a day", "", "", "", ("q-gone", "q-stay"))
    assert expected == Quantity(Bounds(60, 60), "people", sources=("q-gone",)).over(STAY, "people a day")


def test_a_share_is_in_per_cent():
    share = LACKING.share_of(replace(LACKING, bounds=Bounds(16000, 16000), sources=("q-all",)))
    expected = Quantity(about(25), "%", "share", "the mines", "1961-11-10", ("q-mines", "q-all"))
    assert (expected, "about 25 %") == (share, str(share))


def test_what_is_scaled_keeps_all_but_its_bounds_and_the_unit_that_is_named():
    assert replace(ARRIVED, bounds=Bounds(41034, 41034)) == ARRIVED.scaled(2)
    assert replace(ARRIVED, unit="crossings", assumptions=("each once",)) == ARRIVED.scaled(
        1, "crossings", assuming="each once"
    )


def test_a_need_is_not_added_to_arrivals_and_the_refusal_says_why():
    with pytest.raises(MeasureError) as refusal:
        ARRIVED.plus(LACKING)
    assert str(refusal.value) == (
        "“20,517 people” (q-total) and “about 4,000 workers” (q-mines) cannot be added: they differ in "
        "measure (cumulative, request) and population (all comers, the mines) and unit (people, workers) and "
        "date (1961-11-08, 1961-11-10). Name what would have to be true with assuming=“…”."
    )


@pytest.mark.parametrize(
    ("deed", "told"),
    [("plus", "added"), ("minus", "subtracted"), ("share_of", "divided"), ("equals", "compared")],
)
def test_people_present_and_people_who_ever_came_do_not_meet_unasked(deed, told):
    with pytest.raises(MeasureError, match=rf"cannot be {told}: they differ in measure \(stock, cum"):
        getattr(PRESENT, deed)(ARRIVED)


def test_a_quotient_of_unlike_measures_needs_an_assumption_too():
    with pytest.raises(MeasureError, match=r"be divided: they differ in measure \(stock, rule\)\. Name"):
        PRESENT.over(STAY, "people a day")


@pytest.mark.parametrize(
    ("attribute", "other"),
    [("measure", "flow"), ("population", "runaways"), ("unit", "blankets"), ("as_of", "1961-11-10")],
)
def test_each_difference_alone_is_enough_to_refuse(attribute, other):
    with pytest.raises(MeasureError, match="differ in"):
        PRESENT.plus(replace(ALSO_PRESENT, **{attribute: other}))


def test_what_is_not_stated_clashes_with_nothing():
    assert PRESENT.plus(Quantity(Bounds(10, 10), "people")).bounds == Bounds(low=710, low_closed=False)


def test_a_named_assumption_allows_the_sum_and_travels_with_it():
    share = PRESENT.share_of(ARRIVED, assuming=AMONG)
    rate = share.over(STAY, "% a day", assuming="nothing changes")
    assert ((AMONG,), (AMONG, "nothing changes")) == (share.assumptions, rate.assumptions)
    assert ("q-onsong", "q-total", "q-stay") == rate.sources


def test_what_was_joined_under_an_assumption_is_not_joined_further_unasked():
    sum_of_two = PRESENT.plus(ARRIVED, assuming="nobody is in both")
    assert sum_of_two.population == "in stations; all comers"
    with pytest.raises(MeasureError, match=r"\(q-onsong, q-total\) .* \(stock; cumulative, stock\)"):
        sum_of_two.plus(ALSO_PRESENT)
    assert sum_of_two.plus(ARRIVED, assuming="again").population == "in stations; all comers"
    other = ARRIVED.plus(sum_of_two, assuming="again")
    assert ("all comers; in stations", ("nobody is in both", "again")) == (
        other.population,
        other.assumptions,
    )


def test_an_assumption_is_kept_once_and_beside_others():
    twice = ARRIVED.scaled(2, assuming="it doubles").scaled(2, assuming="it doubles")
    assert (("it doubles",), Bounds(82068, 82068)) == (twice.assumptions, twice.bounds)
    assert ("it doubles", "it stays") == twice.scaled(1, assuming="it stays").assumptions


def test_a_comparison_keeps_its_grounds_and_what_it_takes_for_granted():
    assert Judgement("undetermined", ("q-onsong", "q-hoeryong")) == PRESENT.equals(ALSO_PRESENT)
    expected = Judgement("no", ("q-onsong", "q-stay"), ("people are counted like days",))
    assert expected == PRESENT.equals(STAY, assuming="people are counted like days")


def test_a_row_of_the_register_becomes_a_quantity():
    ends = {"low": 80.0, "high": 80.0, "relation": "exact"}
    seen = ends | {"counted": "papers", "measure": "flow", "as_of": "1961-11-10"}  # one from outside
    expected = Quantity(Bounds(80, 80), "papers", "flow", "", "1961-11-10", ("outside-papers",))
    assert (expected, "80 papers") == (quantity(seen, "outside-papers"), str(expected))
    stated = seen | {"per": "day", "population": "newcomers"}
    expected = replace(expected, unit="papers a day", population="newcomers")
    assert expected == quantity(stated, "outside-papers")
    assert quantity(stated | {"per": ""}, "q-papers").unit == "papers"


def test_a_quantity_prints_with_its_unit():
    assert ["about 74 km", "80"] == [str(Quantity(about(74), "km")), str(Quantity(Bounds(80, 80)))]
