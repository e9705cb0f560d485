"""Spans, and how a quotation is found."""

import pytest
from cablegram.text import AnchorError, excerpt, find, occurrences
from hypothesis import example, given
from hypothesis import strategies as st

TEXT = "Over 20,000 have arrived. Over 1500 fled. An’s “appeal” failed."


def test_a_quotation_is_found_to_the_letter():
    span = find(TEXT, "20,000")
    assert (5, 11, "20,000") == (span.start, span.end, span.text)
    assert TEXT[span.start : span.end] == span.text == str(span)
    assert {span} == {find(TEXT, "20,000")}


def test_words_that_stand_twice_need_a_choice_and_the_message_lists_them():
    with pytest.raises(
        AnchorError, match=r"stands 2 times; choose one with nth=1 … nth=2:\n.*nth=1.*20,000.*\n.*nth=2.*1500"
    ):
        find(TEXT, "Over")
    assert 26 == find(TEXT, "Over", nth=2).start


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("over 20,000", "the text has 'Over 20,000'"),
        ("An's", "the text has 'An’s'"),
        ('"appeal"', "the text has '“appeal”'"),
        # as a spreadsheet writes a number, and a line end
        ("20000", "the text has '20,000'"),
        ("1,500", "the text has '1500'"),
        ("over 1,500 fled", "the text has 'Over 1500 fled'"),
        ("over 20000", "the text has 'Over 20,000'"),
        ("Over\n20,000", "the text has 'Over 20,000'"),
        (
            "Over 20,000 have come",
            "is not in the text; it has 'Over 20,000 have arrived. Over 1500 fled. An’s…'",
        ),
        ("nothing like it", "is not in the text"),
    ],
)
def test_absent_words_get_the_nearest_thing_the_text_has(quote, hint):
    with pytest.raises(AnchorError, match="is not in the text") as caught:
        find(TEXT, quote)
    assert hint in str(caught.value)


@pytest.mark.parametrize("quote", ["", " Over", "Over "])
def test_a_quotation_is_words(quote):
    with pytest.raises(ValueError, match="without white space"):
        find(TEXT, quote)


@pytest.mark.parametrize("nth", [3, 0, -1])
def test_there_is_no_third_of_two_and_the_first_is_one(nth):
    with pytest.raises(AnchorError, match=f"stands 2 times, so there is no nth={nth}"):
        find(TEXT, "Over", nth=nth)
    assert 0 == find(TEXT, "Over", nth=1).start


@given(st.text("a.İ", max_size=9), st.text("a.İ", min_size=1, max_size=3))
@example("....", "..")
def test_every_occurrence_is_found_overlapping_ones_too_and_signs_of_patterns_are_letters(text, quote):
    assert [at for at in range(len(text)) if text.startswith(quote, at)] == occurrences(text, quote)


def test_an_excerpt_says_what_is_left_out():
    assert "…have arrived. Over 1500 fled. An’s “a…" == excerpt(TEXT, 26, 35, width=14)
    assert TEXT == excerpt(TEXT, 26, 35, width=80)
