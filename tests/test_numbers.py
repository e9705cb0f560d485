import math
from pathlib import Path

import pytest
from cablegram.numbers import Number, find_numbers
from examples_numbers import Expected, families, passages, same_bound
from hypothesis import given, settings
from hypothesis import strategies as st

CABLE = (Path(__file__).parents[1] / "seeds" / "cable.txt").read_bytes().decode("utf-8")


def as_expected(text: str, number: Number) -> Expected:
    words = text[number.num_start : number.num_end]
    return Expected(words, number.low, number.high, number.relation, number.unit)


def agree(expected: Expected, found: Expected) -> bool:
    """Whether number, bounds and relation are the same."""
    return (
        (expected.number, expected.relation) == (found.number, found.relation)
        and same_bound(expected.low, found.low)
        and same_bound(expected.high, found.high)
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(words, expected, id=f"{family}: {words}")
        for family, examples in families().items()
        for words, expected in examples
    ],
)
def test_each_example_gives_its_quantities_and_no_other(words, expected):
    found = [as_expected(words, number) for number in find_numbers(words)]
    assert [(row.number, row.relation, row.unit) for row in expected] == [
        (row.number, row.relation, row.unit) for row in found
    ]
    assert all(agree(wanted, got) for wanted, got in zip(expected, found, strict=True)), found


def test_there_are_several_hundred_examples_in_families():
    table = families()
    assert len(table) >= 30
    assert sum(map(len, table.values())) >= 1000


# What start:end covers: qualifier, number, sign of currency, unit, rate, and a qualifier behind.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were over 700 in Onsong County", "over 700"),
        ("Over 20,000 have arrived thus far", "Over 20,000"),
        ("three or more years of university", "three or more years"),
        ("youth age 30 or less.", "age 30 or less"),
        ("issuing eighty travel documents every day.", "eighty travel documents every day"),
        ("back and forth seven or eight times.", "seven or eight times"),
        ("reception center for fifteen days, wash", "fifteen days"),
        ("not more than US$5 million a year", "not more than US$5 million a year"),
        ("between the ages of twenty and twenty-four", "between the ages of twenty and twenty-four"),
        ("from 300 to 400 tons", "from 300 to 400 tons"),
        ("A supply of at least 40 tons of coal a day is", "at least 40 tons of coal a day"),
        ("communes still need 7000 more people.", "7000 more people"),
        ("20 percent or more of them", "20 percent or more"),
    ],
)
def test_the_span_covers_qualifier_number_and_unit(text, expected):
    assert [expected] == [number.text for number in find_numbers(text)]


def test_the_cable_has_its_nineteen_quantities():
    found = [(number.text, number.low, number.high, number.relation) for number in find_numbers(CABLE)]
    open_end = pytest.approx(math.nan, nan_ok=True)
    assert [
        ("20,517 Chinese", 20517, 20517, "exact"),
        ("over 700", 700, open_end, "over"),
        ("over 300", 300, open_end, "over"),
        ("over 250", 250, open_end, "over"),
        ("over 100", 100, open_end, "over"),
        ("six border area reception stations", 6, 6, "exact"),
        ("Over 20,000", 20000, open_end, "over"),
        ("three or more years", 3, open_end, "at-least"),
        ("about 500", 500, 500, "about"),
        ("over 1500 people", 1500, open_end, "over"),
        ("age 30 or less", open_end, 30, "at-most"),
        ("six reception stations", 6, 6, "exact"),
        ("11,000 blankets", 11000, 11000, "exact"),
        ("about 4000 workers", 4000, 4000, "about"),
        ("7000 more people", 7000, 7000, "exact"),
        ("eighty travel documents every day", 80, 80, "exact"),
        ("seven or eight times", 7, 8, "range"),
        ("over 50 people", 50, open_end, "over"),
        ("fifteen days", 15, 15, "exact"),
    ] == found


def test_public_passages_are_read_nearly_without_fault():
    wanted = right = found = 0
    for _, words, expected in passages():
        got = [as_expected(words, number) for number in find_numbers(words)]
        wanted, found = wanted + len(expected), found + len(got)
        for row in expected:
            match = next((candidate for candidate in got if agree(row, candidate)), None)
            if match:
                got.remove(match)
                right += 1
    assert wanted >= 650
    assert right / wanted >= 0.99
    assert right / found >= 0.98


WORDS = """
    one two twenty hundred thousand million and a half quarter of over at least less than or more to from
    between 12 3,000 2.5 1/2 7th 1961 November 8 , . ; : ( ) [ ] - – % $ £ days tons people No. page + −
"""
SAMPLES = [words for _, words, _ in passages()]
SAMPLES += [words for examples in families().values() for words, _ in examples]
SIGNS = [
    "",
    " ",
    "\n",
    "\t",
    "\u00a0",
    "\u200b",
    "°",
    "½",
    "²",
    "٣",
    "’",
    "–",
    "$",
    "[",
    "(",
    "1",
    "000",
    "and ",
]


def torn_and_joined(one: str, other: str, cut: int, sign: str) -> str:
    """The head of one sample, a sign and the tail of another: what a bad scan makes of a page."""
    return one[: cut % (len(one) + 1)] + sign + other[cut % (len(other) + 1) :]


TEXTS = st.one_of(
    st.builds(
        torn_and_joined,
        st.sampled_from(SAMPLES),
        st.sampled_from(SAMPLES),
        st.integers(0, 10_000),
        st.sampled_from(SIGNS),
    ),
    st.text(max_size=200),
    st.lists(st.sampled_from([*WORDS.split(), "\n", "\t", "\u00a0", ""]), max_size=40).map(" ".join),
    st.text(alphabet="0123456789,.-/ ½¾$%()[]aone\n\t", max_size=80),
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_whatever_the_text_spans_are_sound_and_in_order(text):
    place = 0
    for number in find_numbers(text):
        assert number.text == text[number.start : number.end]
        assert number.text and number.text == number.text.strip()
        assert place <= number.start <= number.num_start < number.num_end <= number.end <= len(text)
        assert any(character.isalnum() for character in text[number.num_start : number.num_end])
        place = number.end


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_whatever_the_text_bounds_fit_the_relation(text):
    for number in find_numbers(text):
        low_open, high_open = math.isnan(number.low), math.isnan(number.high)
        assert not (low_open and high_open)
        assert (number.relation in ("over", "at-least")) == high_open
        assert (number.relation in ("under", "at-most")) == low_open
        if number.relation == "range":
            assert number.low < number.high
        elif not low_open and not high_open:
            assert number.low == number.high


@given(st.sampled_from([words for examples in families().values() for words, _ in examples]))
@settings(deadline=None)
def test_what_stands_in_another_paragraph_changes_nothing(words):
    alone = [number.text for number in find_numbers(words)]
    framed = f"It was so.\n\n{words}\n\nIt is so."
    assert alone == [number.text for number in find_numbers(framed)]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "no number here", "\ufeff", "\x00\x01", "²³", "١٢٣ men", "ſix men"]
)
def test_texts_without_a_quantity_give_an_empty_list(text):
    assert not find_numbers(text)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_quantity_goes_on_over_a_line_end(line_end):
    found = find_numbers(f"more than{line_end}two hundred{line_end}people")
    expected = [(200, "over")]
    assert expected == [(number.low, number.relation) for number in found]


def test_a_spoken_number_of_a_date_is_not_given_and_the_one_after_it_is():
    found = find_numbers("as of November 8, 20,517 Chinese have")
    assert [number.text for number in found] == ["20,517 Chinese"]
