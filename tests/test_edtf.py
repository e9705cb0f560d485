"""EDTF: stretches written, values read back as days."""

from dataclasses import replace
from datetime import date

import pytest
from cablegram.edtf import Stretch, bounds, write
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("stretch", "value"),
    [
        # points
        (Stretch.at(1961), "1961"),
        (Stretch.at(1961, 11), "1961-11"),
        (Stretch.at(1961, 11, 8), "1961-11-08"),
        (Stretch.at(0, 11, 8, floating=True), "XXXX-11-08"),
        # intervals, closed and open
        (Stretch((1960, 1), (1960, 6)), "1960-01/1960-06"),
        (Stretch((1961, 12), (1962, 2)), "1961-12/1962-02"),
        (Stretch((1958,), None), "1958/.."),
        (Stretch(None, (1962,)), "../1962"),
        # decades and centuries
        (Stretch((1950,), (1959,), marks=("X", "X")), "195X"),
        (Stretch((1800,), (1899,), marks=("XX", "XX")), "18XX"),
        (Stretch((1801,), (1839,), marks=("", "X")), "1801/183X"),
        (Stretch((1950,), (1953,)), "1950/1953"),
        # lists: with gaps a set, without gaps the interval they fill
        (Stretch((1961, 5, 3), (1961, 5, 9), listed=((1961, 5, 3), (1961, 5, 9))), "{1961-05-03,1961-05-09}"),
        (Stretch((1961, 7), (1961, 8), listed=((1961, 7), (1961, 8))), "1961-07/1961-08"),
        (Stretch((1961, 6), (1961, 7), listed=((1961, 6), (1961, 7)), one_of=True), "[1961-06,1961-07]"),
        # near
        (Stretch.at(1950).near(), "1950~"),
        (Stretch((1820,), (1829,), marks=("X", "X")).near(), "182X~"),
        (Stretch(None, (1954, 10)).near(), "../1954-10~"),
        # what EDTF has no agreed form for, or the calendar no day
        (Stretch((0, 12), (1, 2), floating=True), None),
        (Stretch((0, 6, 10), None, floating=True), None),
        (Stretch.at(1961, 2, 30), None),
        (Stretch.at(1961, 13), None),
        (Stretch(None, None), None),
    ],
)
def test_a_stretch_is_written_as_edtf_or_not_at_all(stretch, value):
    assert value == write(stretch)
    assert value is None or parse_edtf(value)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        # days, months, years, decades
        ("1961-11-08", date(1961, 11, 8), date(1961, 11, 8)),
        ("1960-02", date(1960, 2, 1), date(1960, 2, 29)),
        ("1961", date(1961, 1, 1), date(1961, 12, 31)),
        ("195X", date(1950, 1, 1), date(1959, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        # intervals
        ("1960-01/1960-06", date(1960, 1, 1), date(1960, 6, 30)),
        ("1961-11-11/1961-11-20", date(1961, 11, 11), date(1961, 11, 20)),
        ("1958/..", date(1958, 1, 1), None),
        ("../1961-11-10", None, date(1961, 11, 10)),
        ("/1961-11-10", None, date(1961, 11, 10)),
        ("1958/", date(1958, 1, 1), None),
        # sets
        ("{1961-07,1961-08}", date(1961, 7, 1), date(1961, 8, 31)),
        ("[1961-08-11,1961-11-08]", date(1961, 8, 11), date(1961, 11, 8)),
        ("{1960..1962}", date(1960, 1, 1), date(1962, 12, 31)),
        ("[..1961]", None, date(1961, 12, 31)),
        # seasons, quarters, halves: the winter runs into the next year
        ("1962-21", date(1962, 3, 1), date(1962, 5, 31)),
        ("1961-24", date(1961, 12, 1), date(1962, 2, 28)),
        ("1960-40", date(1960, 1, 1), date(1960, 6, 30)),
        ("1960-41", date(1960, 7, 1), date(1960, 12, 31)),
        # marks of doubt leave the days alone; unknown years have none
        ("1961-11-10~", date(1961, 11, 10), date(1961, 11, 10)),
        ("1961-11-~15", date(1961, 11, 15), date(1961, 11, 15)),
        ("1950?", date(1950, 1, 1), date(1950, 12, 31)),
        ("XXXX-11-06", None, None),
        ("XXXX-02-29", None, None),
        ("XXXX-05-03/XXXX-05-09", None, None),
        (None, None, None),
    ],
)
def test_bounds_are_the_first_and_last_day(value, first, last):
    assert (first, last) == bounds(value)


@pytest.mark.parametrize(
    "value",
    [
        *("", "soon", "P15D", "R/P1D", "{}", "..", "/", "1961/1960", "1961-11-08-1"),
        *("1961-13", "1961-00", "1961-02-30", "1961-99-99", "1900-02-29", "1961-06-31", "XXXX-13", "0000"),
        *("1961-20", "1961-25", "1961-33", "1961-39", "1961-42"),
        *("~", "1961~~", "{{1961}}", "[" * 2000 + "]" * 2000),
    ],
)
def test_what_is_no_edtf_of_this_edition_says_so(value):
    with pytest.raises(ValueError, match=r"EDTF|calendar|begins"):
        bounds(value)


def test_the_end_of_february_is_its_last_day_in_every_year():
    end = Stretch((0, 2, 21), (0, 2, 29), floating=True)
    assert ["1961-02-21/1961-02-28", "1960-02-21/1960-02-29"] == [write(end.in_year(y)) for y in (1961, 1960)]


_points = st.dates(date(1, 1, 1), date(9999, 12, 31)).flatmap(
    lambda day: st.sampled_from([(day.year,), (day.year, day.month), (day.year, day.month, day.day)])
)


@given(_points, _points, st.booleans(), st.sampled_from(("", "low", "high")))
def test_what_is_written_reads_back_as_the_same_days(one, other, near, open_end):
    stretch = Stretch(*sorted((one, other), key=lambda point: (*point, 1, 1)[:3]))
    stretch = replace(stretch, **{open_end: None}) if open_end else stretch
    stretch = stretch.near() if near else stretch
    if not stretch.closed or stretch.first <= stretch.last:
        assert (stretch.first, stretch.last) == bounds(write(stretch))
