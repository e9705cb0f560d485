"""Bounds: arithmetic that never loses a possible value, and words that never claim more than is known."""

import re
from fractions import Fraction
from math import inf, nan
from operator import add, mul, sub, truediv

import pytest
from cablegram.bounds import (
    Bounds,
    about,
    below_next_round,
    from_row,
    hull,
)
from cablegram.wording import in_words, word
from hypothesis import assume, given
from hypothesis import strategies as st


def at_least(number):
    return Bounds(low=number)


def at_most(number):
    return Bounds(high=number)


def more_than(number):
    return Bounds(low=number, low_closed=False)


def less_than(number):
    return Bounds(high=number, high_closed=False)


def is_exact(bounds):
    return bounds.is_point and not bounds.approximate


special = st.sampled_from([0, Fraction(1, 10**40), Fraction(10**40), Fraction(1, 3), Fraction(131, 20)])
usual = st.builds(Fraction, st.integers(-200_000, 200_000), st.sampled_from([1, 2, 20, 37, 40]))
numbers = usual | special | special.map(lambda number: -number)
gaps = st.sampled_from([0, inf]) | st.builds(Fraction, st.integers(0, 9_999), st.just(20))


@st.composite
def intervals(draw):
    """An interval and a number it holds, every kind of end included."""
    number, below, above = draw(st.tuples(numbers, gaps, gaps))
    from_low, to_high, approximate = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    return Bounds(
        number - below, number + above, from_low or not below, to_high or not above, approximate
    ), number


def parse(words):
    """The interval that the words of `word` state, up to its rounding."""
    if words == "no bound":
        return Bounds()
    plain = words.replace("about ", "").replace(",", "")
    approximate = plain != words.replace(",", "")
    if plain.startswith(("more", "at", "less")):
        ends = {}
        for phrase, number in re.findall(r"(more than|at least|less than|at most) (\S+)", plain):
            side = "low" if phrase in ("more than", "at least") else "high"
            ends |= {side: Fraction(number), f"{side}_closed": phrase.startswith("at ")}
        return Bounds(**ends, approximate=approximate)
    low, _, high = plain.partition(" to ")
    return Bounds(Fraction(low), Fraction(high or low), approximate=approximate)


def row(relation, low=nan, high=nan):
    return {"relation": relation, "low": low, "high": high}


# ---- what the register's rows mean


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (row("exact", 20517.0, 20517.0), Bounds(20517, 20517)),
        (row("over", 700.0), Bounds(700, inf, low_closed=False)),
        (row("at-least", 3.0), Bounds(3, inf, low_closed=True)),
        (row("about", 500.0, 500.0), Bounds(500, 500, approximate=True)),
        (row("at-most", high=30.0), Bounds(-inf, 30)),
        (row("under", high=300.0), Bounds(-inf, 300, high_closed=False)),
        (row("range", 7.0, 8.0), Bounds(7, 8)),
        (row("exact", 0.2, 0.2), Bounds(Fraction(1, 5), Fraction(1, 5))),
    ],
)
def test_a_row_of_the_register_becomes_the_bounds_it_states(stated, expected):
    assert expected == from_row(stated)


@pytest.mark.parametrize(
    "ends", [(8, 7), (7, 7, False), (7, 7, True, False), (inf, inf), (-inf, -inf), (nan, 1)]
)
def test_an_interval_that_holds_nothing_is_refused(ends):
    with pytest.raises(ValueError, match=r"no number lies between|an end is a number"):
        Bounds(*ends)


# ---- arithmetic: the cable's own sums


def test_the_four_station_numbers_come_to_more_than_1350_and_never_to_1350():
    total = more_than(700) + more_than(300) + more_than(250) + more_than(100)
    assert more_than(1350) == total
    assert 1350 not in total
    assert 1351 in total


def test_a_quotient_of_lower_bounds_has_no_bound():
    assert (more_than(700) / more_than(1350)) == Bounds()
    assert word(more_than(700) / more_than(1350)) == "no bound"


@pytest.mark.parametrize("divisor", [Bounds(0, 5), Bounds(-1, 1), Bounds(-2, 0), Bounds(), at_most(30)])
def test_a_divisor_that_may_be_zero_leaves_no_bound(divisor):
    assert (100 / divisor).says_nothing


@pytest.mark.parametrize(
    ("dividend", "divisor", "expected"),
    [
        # an open end at zero may be divided by; a closed one may not
        (Bounds(1, 2), Bounds(0, 1, low_closed=False), at_least(1)),
        (Bounds(1, 2), Bounds(-1, 0, high_closed=False), at_most(-1)),
        (Bounds(0, 0), Bounds(0, 1, low_closed=False), Bounds(0, 0)),
        (Bounds(-6, 3), Bounds(-3, -2), Bounds(Fraction(-3, 2), 3)),
        (less_than(-2), more_than(2), Bounds()),
    ],
)
def test_a_quotient_goes_as_far_as_its_ends_do(dividend, divisor, expected):
    assert expected == dividend / divisor


def test_numbers_with_more_digits_than_a_float_keep_them_all():
    large, small = Fraction(10**40 + 1), Fraction(1, 10**40)
    assert more_than(large + 1) == more_than(large) + 1
    assert Bounds(small, inf) == Bounds(small, 1) * at_least(1)
    assert word(Bounds(10**30 + 1, 10**30 + 1)).endswith("000,001")
    assert "0" == word(Bounds(0, 0)) == str(Bounds(0, 0))


def test_about_travels_with_everything_computed_from_it():
    assert about(11000) == about(4000) + 7000
    assert (about(500) / more_than(1350)).approximate


@given(intervals(), intervals())
def test_sum_difference_and_product_hold_those_of_every_admissible_value(first, second):
    (a, x), (b, y) = first, second
    assert x + y in a + b
    assert x - y in a - b
    assert x * y in a * b
    assert x * y in a * y == y * a


@given(intervals(), intervals())
def test_a_quotient_holds_that_of_every_admissible_value(first, second):
    (a, x), (b, y) = first, second
    assume(y != 0)
    assert x / y in a / b


@given(intervals(), intervals())
def test_an_inexact_operand_never_gives_an_exact_result(first, second):
    (a, _), (b, _) = first, second
    assume(not is_exact(a))
    for result in (a + b, a - b, a * b if b != Bounds(0, 0) else a, a / b):
        assert not is_exact(result)


_near = Fraction(1, 1000)


def members(bounds):
    """The ends of a finite interval that belong to it, what lies right beside them, its middle, and zero."""
    low, high = bounds.low, bounds.high
    return {x for x in (low, low + _near, (low + high) / 2, 0, high - _near, high) if x in bounds}


@st.composite
def finite(draw):
    """A finite interval with every kind of ends."""
    low, length = draw(st.integers(-4, 4)), draw(st.integers(0, 3))
    return Bounds(low, low + length, *(not length or draw(st.booleans()) for _ in "ab"))


@given(finite(), finite(), st.sampled_from([add, sub, mul, truediv]))
def test_a_closed_end_is_reached_and_an_open_one_only_approached(first, second, operation):
    assume(operation is not truediv or not second.low <= 0 <= second.high)
    result = operation(first, second)
    found = [operation(Fraction(x), y) for x in members(first) for y in members(second)]
    assert result.low_closed == (min(found) == result.low)
    assert result.high_closed == (max(found) == result.high)
    assert 0 <= min(found) - result.low < Fraction(1, 20)
    assert 0 <= result.high - max(found) < Fraction(1, 20)


@given(finite(), finite())
def test_what_is_said_of_two_intervals_is_what_holds_of_all_their_members(first, second):
    pairs = [(x, y) for x in members(first) for y in members(second)]
    verdicts = {frozenset([True]): "yes", frozenset([False]): "no"}
    assert (first in second) == all(x in second for x in members(first))
    assert first.less_than(second) == verdicts.get(frozenset(x < y for x, y in pairs), "undetermined")
    assert first.more_than(second) == verdicts.get(frozenset(x > y for x, y in pairs), "undetermined")
    assert (first.equals(second) == "yes") == all(x == y for x, y in pairs)


# ---- comparing


@pytest.mark.parametrize(
    ("one", "comparison", "other", "expected"),
    [
        (more_than(1350), "more_than", 1350, "yes"),
        (at_least(1350), "more_than", 1350, "undetermined"),
        (more_than(700), "more_than", more_than(300), "undetermined"),
        (more_than(90), "less_than", 80, "no"),
        (Bounds(20517, 20517), "more_than", 20000, "yes"),
        (Bounds(7, 8), "less_than", 9, "yes"),
        (Bounds(7, 8), "less_than", 7, "no"),
        (about(500), "less_than", 20517, "undetermined"),
        (Bounds(500, 500), "less_than", about(20517), "undetermined"),
        (Bounds(6, 6), "equals", 6, "yes"),
        (Bounds(6, 6), "equals", 5, "no"),
        (more_than(20000), "equals", 20517, "undetermined"),
        (more_than(90), "equals", 80, "no"),
        (about(11000), "equals", 11000, "undetermined"),
        (Bounds(11000, 11000), "equals", about(9000), "undetermined"),
    ],
)
def test_a_comparison_says_yes_no_or_undetermined(one, comparison, other, expected):
    assert expected == getattr(one, comparison)(other)


@given(intervals(), intervals())
def test_a_comparison_never_contradicts_an_admissible_value(first, second):
    (a, x), (b, y) = first, second
    assert a.less_than(b) != ("no" if x < y else "yes")
    assert a.equals(b) != ("no" if x == y else "yes")


@given(finite(), finite() | intervals().map(lambda pair: pair[0]))
def test_a_hull_holds_both_and_ends_where_one_of_them_does(a, b):
    both = hull([a, b])
    assert a in both and b in both
    assert (both.low, both.low_closed) in [(each.low, each.low_closed) for each in (a, b)]
    assert (both.high, both.high_closed) in [(each.high, each.high_closed) for each in (a, b)]


def test_a_hull_of_which_one_is_near_is_near_and_takes_the_closed_end():
    assert Bounds(5, 7, approximate=True) == hull([about(5), Bounds(7, 7)])
    assert Bounds(5, 7) == hull([Bounds(5, 7, False, False), Bounds(5, 7)])


# ---- words


@pytest.mark.parametrize(
    ("bounds", "unit", "expected"),
    [
        (more_than(1350), "", "more than 1,350"),
        (at_least(3), "", "at least 3"),
        (about(500), "", "about 500"),
        (Bounds(7, 8), "", "7 to 8"),
        (at_most(30), "", "at most 30"),
        (less_than(19167), "", "less than 19,167"),
        (Bounds(), "", "no bound"),
        (Bounds(20517, 20517), "", "20,517"),
        # an exact quotient that does not end prints as “about”; one that ends in time does not
        (Bounds(20517, 20517) / 677, "", "about 30.3"),
        (Bounds(187, 187) / 2, "", "93.5"),
        (Bounds(20517, 20517) / 80, "", "about 256.5"),
        # outward: the low end down, the high end up
        (Bounds(20517, 20517) / Bounds(496, 677), "", "30.3 to 41.4"),
        (more_than(1350) / 20517 * 100, "%", "more than 6.5 %"),
        (at_least(1350) / 20517 * 100, "%", "more than 6.5 %"),
        (20517 / more_than(1350), "", "less than 15.2"),
        (about(500) / 20517 * 100, "%", "about 2.4 %"),
        (Bounds(500, inf, approximate=True) / 20517 * 100, "%", "at least about 2.4 %"),
        (Bounds(20517, 20517) / 74900, "", "about 0.27"),
        (Bounds(11000, 11000) / 6, "", "about 1,833"),
        # one end meant, the other not
        (Bounds(3, 5, False, True), "", "more than 3 and at most 5"),
        (Bounds(0, 30), "", "at most 30"),
        (Bounds(-3, -3), "", "-3"),
        # a half goes away from zero, whatever digit stands before it
        (about(Fraction(655, 100)), "", "about 6.6"),
        (about(Fraction(645, 100)), "", "about 6.5"),
        (about(Fraction(-645, 100)), "", "about -6.5"),
        # what is small keeps a digit
        (about(Fraction(1, 3000)), "", "about 0.0003"),
        (more_than(Fraction(1, 1000)), "", "more than 0.001"),
        # two ends that come to one word are written once
        (Bounds(Fraction(201, 100), Fraction(204, 100), approximate=True), "", "about 2.0"),
    ],
)
def test_a_bound_is_written_as_a_historian_would(bounds, unit, expected):
    assert expected == word(bounds, unit)


def test_what_can_be_counted_is_fewer_than():
    assert word(less_than(19167), counted=True) == "fewer than 19,167"


def test_a_number_can_be_rounded_to_hundreds():
    assert word(about(1920), decimals=-2) == "about 1,900"
    assert word(more_than(2160), decimals=-2) == "more than 2,100"


def test_small_whole_numbers_can_be_spelled():
    assert word(Bounds(4, 4), spell=True) == "four"
    assert word(Bounds(4, 5), spell=True) == "four to five"
    assert word(more_than(1350), spell=True) == "more than 1,350"
    assert word(Bounds(12, 21), spell=True) == "12 to 21"
    assert [in_words(n) for n in (0, 15, 20, 21)] == ["zero", "fifteen", "twenty", "21"]


@given(intervals(), st.sampled_from([None, 0, 1, 2]))
def test_the_words_hold_everything_the_bounds_hold(interval, decimals):
    bounds, _ = interval
    assume(not (bounds.low == 0 and bounds.high < inf))  # an end at zero is left to the reader
    assert bounds in parse(word(bounds, decimals=decimals)) or bounds.is_point or bounds.approximate
    assert bounds.low == -inf or abs(parse(word(bounds, decimals=decimals)).low - bounds.low) <= 1


@given(intervals())
def test_words_without_rounding_are_read_back_as_they_were(interval):
    bounds, _ = interval
    whole = Bounds(
        *(end if abs(end) == inf else round(end) for end in (bounds.low - 1, bounds.high + 1)),
        bounds.low_closed,
        bounds.high_closed,
        bounds.approximate and not bounds.says_nothing,
    )
    assume(whole.low != 0)
    assert whole == parse(word(whole))


@given(intervals(), st.sampled_from([None, 0, 1, 2]))
def test_nothing_inexact_prints_as_exact(interval, decimals):
    bounds, _ = interval
    words = word(bounds, decimals=decimals)
    if words.lstrip("-")[0].isdigit() and " to " not in words:
        assert is_exact(bounds)
        assert parse(words) == bounds


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        (more_than(700), "(700, ∞)"),
        (at_most(30), "(−∞, 30]"),
        (about(500), "~500"),
        (Bounds(7, 8), "[7, 8]"),
        (Bounds(1, 1) * Fraction(187, 2), "93.5"),
        (Bounds(1, 1) / 3, "1/3"),  # nothing is rounded in secret
        (Bounds(1, 1) / 10**6, "0.000001"),
        (Bounds(1, 1) / 10**7, "1/10000000"),
    ],
)
def test_bounds_print_as_intervals(bounds, expected):
    assert expected == str(bounds)


# ---- “over”, if it is bounded


@pytest.mark.parametrize(
    ("over", "low", "high"),
    [
        (700, 701, 799),
        (250, 251, 259),
        (10, 11, 19),
        (20_000, 20_001, 29_999),
    ],
)
def test_over_ends_below_the_next_number_that_is_round_in_the_last_digit_given(over, low, high):
    assert Bounds(low, high) == below_next_round(over)


@given(st.integers(1, 999), st.integers(1, 6))
def test_what_over_leaves_is_whole_and_shorter_than_one_step_of_its_last_digit(digits, places):
    over = digits * 10**places
    bounds = below_next_round(over)
    assert bounds in more_than(over) and bounds.low == over + 1
    step = bounds.high + 1 - over
    assert (bounds.high + 1) % step == 0 and over % step == 0 and over % (10 * step) != 0


@pytest.mark.parametrize("number", [25, 7, 0, -700, Fraction(1, 2)])
def test_over_leaves_nothing_whole_where_the_ones_are_given(number):
    with pytest.raises(ValueError, match="no whole number between"):
        below_next_round(number)
