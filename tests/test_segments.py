"""The partition of documents into segments: the cable, sample documents, and any string at all."""

from pathlib import Path

import pytest
from cablegram.files import read
from cablegram.kinds import KINDS
from cablegram.segments import segment
from cablegram.sentences import sentences
from hypothesis import example, given
from hypothesis import strategies as st

CABLE = Path(__file__).parent.parent / "seeds" / "cable.txt"

CABLE_KINDS = """
furniture Skip to content
date December 2, 1961
title Cable from the Chinese Embassy
funder This document was made possible
classification Top Secret
heading On Chinese Citizens
file-number (61) Korea Consular No. 103
addressee To the Ministry
paragraph On November 10,
section-heading 1. Figures on
paragraph An said that,
section-heading 2. The attitude
paragraph An said that
paragraph When the border
paragraph According to the North
paragraph When the Provincial
paragraph Concerning the citizenship
paragraph At present,
section-heading 3. The arrival
paragraph According to An:
paragraph Their arrival
paragraph Some illegal
paragraph Transportation
paragraph Recently Kilju
paragraph With the rapid
paragraph An concluded
distribution Distribution: Jilin
seal [seal] Embassy
date December 2, 1961
summary The Chinese Embassy
record-field Document Information
source-line PRC FMA 118-01026-07
rights The History and Public
rights To enquire about
record-field Original Uploaded Date
record-field Record ID
funder Henry Luce Foundation
"""


def test_the_cable_falls_into_these_segments():
    rows = [row for row in segment(read(CABLE)) if row.kind != "blank"]
    expected = [line.split(" ", 1) for line in CABLE_KINDS.strip().splitlines()]
    assert [kind for kind, _ in expected] == [row.kind for row in rows]
    assert all(row.text.startswith(begins) for row, (_, begins) in zip(rows, expected, strict=True))


ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
    st.text(alphabet="aA1. \t\n\r\x0b\x0c\x85\u2028\u00a0[](-)•|:I\ufeff", max_size=200),
    st.lists(
        st.sampled_from(
            ["1. On it.", "2) We came.", "To: X", "SECRET", "\n", "\n\n", "\r\n", "\x0c", "[Page 3]", " ", "No. 3", "---"]
            + ["- a", "a\tb", "Summary:", "Document Information", "[1] See it.", "Respectfully,", "Over 700 came there."]
        ),
        max_size=30,
    ).map("".join),
)


@given(ANY_TEXT)
@example("")
@example("\x0c")
@example("1.\x0c2.")
def test_any_text_is_divided_without_loss(text):
    rows = segment(text)
    assert text == "".join(row.text for row in rows)
    assert all(text[row.start : row.end] == row.text != "" for row in rows)
    assert {row.kind for row in rows} <= set(KINDS)
    assert len(rows) == len({row.id for row in rows})


@given(ANY_TEXT)
def test_the_sentences_of_any_text_lie_in_its_segments_and_have_ids_of_their_own(text):
    rows = segment(text)
    found = sentences(rows)
    assert len(found) == len({sentence.id for sentence in found})
    solid = [row for row in rows if row.kind != "blank"]
    for sentence in found:
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip()
        assert any(row.start <= sentence.start < row.end for row in solid)
        assert any(row.start < sentence.end <= row.end for row in solid)


@pytest.mark.parametrize("text", ["over 20,000 have arrived", "Over 700 came."])
def test_a_line_alone_is_a_paragraph(text):
    assert ["paragraph"] == [row.kind for row in segment(text)]
