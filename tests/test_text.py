"""Spans, and how a quotation is found."""

import pytest
from cablegram.text import AnchorError, find, occurrences
from hypothesis import example, given
from hypothesis import strategies as st

TEXT = "Over 20,000 have arrived. Over 1500 fled. An’s “appeal” failed."


def test_a_quotation_is_found_to_the_letter():
    span = find(TEXT, "20,000")
    assert (5, 11, "20,000") == (span.start, span.end, span.text)
    assert TEXT[span.start : span.end] == span.text == str(span)
    assert {span} == {find(TEXT, "20,000")}


def test_words_that_stand_twice_need_a_choice_and_the_message_lists_them():
    with pytest.raises(AnchorError) as caught:
        find(TEXT, "Over")
    assert (
        "'Over' stands 2 times; choose one with nth=1 … nth=2:\n"
        "  nth=1  Over 20,000 have arrived. Over 150…\n"
        "  nth=2  Over 20,000 have arrived. Over 1500 fled. An’s “appeal” fail…"
    ) == str(caught.value)
    assert 26 == find(TEXT, "Over", nth=2).start


@pytest.mark.parametrize(
    ("quote", "hint"),
    [
        ("over 20,000", "; the text has 'Over 20,000'"),
        ("An's", "; the text has 'An’s'"),
        ('"appeal"', "; the text has '“appeal”'"),
        # as a spreadsheet writes a number, and a line end
        ("20000", "; the text has '20,000'"),
        ("1,500", "; the text has '1500'"),
        ("over 1,500 fled", "; the text has 'Over 1500 fled'"),
        ("over 20000", "; the text has 'Over 20,000'"),
        ("Over\n20,000", "; the text has 'Over 20,000'"),
        # a part of a number is none
        ("0000", ""),
        # its beginning, as much of it as there is
        ("Over 20,000 have come", "; it has 'Over 20,000 have arrived. Over 1500 fled. An’s…'"),
        (
            "Over 1500 people fled",
            "; it has 'Over 20,000 have arrived. Over 1500 fled. An’s “appeal” failed.'",
        ),
        ("fled. An’s won", "; it has '…0,000 have arrived. Over 1500 fled. An’s “appeal” failed.'"),
        ("Over  20,000", "; it has 'Over 20,000 have arrived. Over 1500 fled.…'"),
        ("nothing like it", ""),
    ],
)
def test_absent_words_get_the_nearest_thing_the_text_has(quote, hint):
    with pytest.raises(AnchorError) as caught:
        find(TEXT, quote)
    assert f"{quote!r} is not in the text{hint}" == str(caught.value)


def test_the_beginning_is_shown_where_it_first_stands():
    with pytest.raises(AnchorError, match=r"; it has 'We left at dawn, by the river road, a…'$"):
        find("We left at dawn, by the river road, and stayed. We left at dusk.", "We left early")


@pytest.mark.parametrize("quote", ["", " Over", "Over "])
def test_a_quotation_is_words(quote):
    with pytest.raises(ValueError, match="without white space"):
        find(TEXT, quote)


@pytest.mark.parametrize(
    ("quote", "nth", "often"),
    [*(("Over", nth, "2 times") for nth in (3, 0, -1)), *(("fled", nth, "only once") for nth in (2, 0))],
)
def test_there_is_no_third_of_two_and_the_first_is_one(quote, nth, often):
    with pytest.raises(AnchorError, match=f"'{quote}' stands {often}, so there is no nth={nth}$"):
        find(TEXT, quote, nth=nth)
    assert find(TEXT, quote, nth=1).start == TEXT.index(quote)


@given(st.text("a.İ", max_size=9), st.text("a.İ", min_size=1, max_size=3))
@example("....", "..")
def test_every_occurrence_is_found_overlapping_ones_too_and_signs_of_patterns_are_letters(text, quote):
    assert [at for at in range(len(text)) if text.startswith(quote, at)] == occurrences(text, quote)
