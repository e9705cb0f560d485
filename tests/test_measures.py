"""Measures: sums that mean nothing are refused, and what makes them mean something travels along."""

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


def test_numbers_of_one_measure_population_unit_and_date_are_added():
    together = PRESENT.plus(ALSO_PRESENT)
    assert Bounds(low=1000, low_closed=False) == together.bounds
    assert together.sources == ("q-onsong", "q-hoeryong")
    assert together.assumptions == ()


def test_a_need_is_not_added_to_arrivals_and_the_refusal_says_why():
    with pytest.raises(MeasureError) as refusal:
        ARRIVED.plus(LACKING)
    assert str(refusal.value) == (
        "“20,517 people” (q-total) and “about 4,000 workers” (q-mines) cannot be added: they differ in "
        "measure (cumulative, request) and population (all comers, the mines) and unit (people, workers) and "
        "date (1961-11-08, 1961-11-10). Name what would have to be true with assuming=“…”."
    )


@pytest.mark.parametrize("deed", ["plus", "minus", "share_of", "equals"])
def test_people_present_and_people_who_ever_came_do_not_meet_unasked(deed):
    with pytest.raises(MeasureError, match="differ in measure"):
        getattr(PRESENT, deed)(ARRIVED)


def test_a_quotient_of_unlike_measures_needs_an_assumption_too():
    with pytest.raises(MeasureError, match=r"cannot be divided: they differ in measure \(stock, rule\)"):
        PRESENT.over(STAY, "people a day")


@pytest.mark.parametrize(
    ("attribute", "other"),
    [("measure", "flow"), ("population", "runaways"), ("unit", "blankets"), ("as_of", "1961-11-10")],
)
def test_each_difference_alone_is_enough_to_refuse(attribute, other):
    from dataclasses import replace

    with pytest.raises(MeasureError, match="differ in"):
        PRESENT.plus(replace(ALSO_PRESENT, **{attribute: other}))


def test_what_is_not_stated_clashes_with_nothing():
    assert PRESENT.plus(Quantity(Bounds(10, 10), "people")).bounds == Bounds(low=710, low_closed=False)


def test_a_named_assumption_allows_the_sum_and_travels_with_it():
    share = PRESENT.share_of(ARRIVED, assuming="those present are among those who came")
    rate = share.over(STAY, "% a day", assuming="nothing changes")
    assert share.assumptions == ("those present are among those who came",)
    assert rate.assumptions == ("those present are among those who came", "nothing changes")
    assert rate.sources == ("q-onsong", "q-total", "q-stay")


def test_what_was_joined_under_an_assumption_is_not_joined_further_unasked():
    sum_of_two = PRESENT.plus(ARRIVED, assuming="nobody is in both")
    assert sum_of_two.population == "in stations; all comers"
    with pytest.raises(MeasureError, match=r"differ in measure \(stock; cumulative, stock\)"):
        sum_of_two.plus(ALSO_PRESENT)
    assert sum_of_two.plus(ARRIVED, assuming="again").population == "in stations; all comers"


def test_an_assumption_is_kept_once():
    twice = ARRIVED.scaled(2, assuming="it doubles").scaled(2, assuming="it doubles")
    assert (twice.assumptions, twice.bounds) == (("it doubles",), Bounds(82068, 82068))


def test_a_comparison_keeps_its_grounds():
    expected = Judgement("undetermined", ("q-onsong", "q-hoeryong"))
    assert expected == PRESENT.equals(ALSO_PRESENT)


def test_a_share_is_in_per_cent():
    assert str(Quantity(Bounds(1, 1), "people").share_of(Quantity(Bounds(4, 4), "people"))) == "25 %"


def test_a_row_of_the_register_becomes_a_quantity():
    row = {
        "low": 80.0,
        "high": 80.0,
        "relation": "exact",
        "counted": "travel documents",
        "per": "day",
        "measure": "flow",
        "population": "",
        "as_of": "1961-11-10",
    }
    documents = quantity(row, "q-documents")
    assert str(quantity(row | {"per": ""}, "q-documents")) == "80 travel documents"
    assert str(documents) == "80 travel documents a day"
    assert (documents.measure, documents.as_of, documents.sources) == ("flow", "1961-11-10", ("q-documents",))
