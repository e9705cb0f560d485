"""Weaving marks into text."""

import re
from html import unescape

from cablegram.display.markup import Mark, weave
from hypothesis import given, settings
from hypothesis import strategies as st

LAYERS = ("q", "d", "place", "name", "doubt")


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"(?s)<button.*?</button>", "", html)))


@st.composite
def marked_texts(draw):
    text = draw(st.text(min_size=1, max_size=30))
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends, st.sampled_from(LAYERS)), max_size=8))
    marks = [
        Mark(min(a, b), max(a, b), f"m-{n}", layer, "<button>?</button>")
        for n, (a, b, layer) in enumerate(pairs)
        if a != b
    ]
    return text, marks


@given(marked_texts())
@settings(deadline=None)
def test_the_words_are_the_text_again_whatever_overlaps(case):
    text, marks = case
    assert text == words_of(weave(text, 0, len(text), marks))


@given(marked_texts())
@settings(deadline=None)
def test_each_mark_has_one_address_and_one_button_and_tags_nest(case):
    text, marks = case
    html = weave(text, 0, len(text), marks)
    assert sorted(re.findall(r'id="([^"]+)"', html)) == sorted(mark.address for mark in marks)
    assert html.count("<button") == len(marks)
    assert html.count("<span") == html.count("</span>")


def test_a_crossing_mark_is_cut_where_the_two_part():
    html = weave("abcdef", 0, 6, [Mark(0, 4, "x", "q"), Mark(2, 6, "y", "d")])
    assert words_of(html) == "abcdef"
    assert html.count('class="cg-d"') == 2
    assert html.count('id="y"') == 1
