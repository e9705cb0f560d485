"""Sentences: the list of the cable, which never changes, and where English sentences end."""

from pathlib import Path

import pytest
from cablegram.files import read
from cablegram.finders.segments import segment
from cablegram.finders.sentences import sentences, split

CABLE = Path(__file__).parent.parent / "seeds" / "cable.txt"

# The addresses of the edition: id and first words of every sentence of the cable.
# This list never changes. A new reading of the text is a row of a register, not another id.
PINNED = """
    head.furniture Skip to content
    head.date December 2, 1961
    head.title Cable from the Chinese
    head.funder This document was made
    head.classification Top Secret
    head.heading On Chinese Citizens of
    head.file-number (61) Korea Consular No.
    head.addressee To the Ministry of
    0.1.1 On November 10, when
    0.1.2 We have organized this
    1.0 1. Figures on the
    1.1.1 An said that, according
    1.1.2 Some people continue to
    1.1.3 According to statistics as
    1.1.4 There were over 700
    2.0 2. The attitude of
    2.1.1 An said that Chinese
    2.1.2 At first not many
    2.1.3 Later, the numbers increased
    2.2.1 When the border crossers
    2.2.2 If not, they are
    2.2.3 Over 20,000 have arrived
    2.2.4 Most have already been
    2.2.5 Those who have had
    2.2.6 Later, when some people
    2.2.7 After that, the Central
    2.3.1 According to the North
    2.3.2 Many ran away.
    2.3.3 Up to the present,
    2.3.4 Some of those fled
    2.3.5 Where most of them
    2.3.6 Most of those who
    2.3.7 The reason most of
    2.3.8 Most of them said
    2.3.9 Due to that situation,
    2.3.10 That method stirred up
    2.3.11 Many young people wrote
    2.3.12 Later, that measure was
    2.4.1 When the Provincial People’s
    2.4.2 Therefore, the Cabinet Office,
    2.4.3 North Hamgyong Province called
    2.4.4 Recently, the Provincial Administrative
    2.4.5 The Cabinet Office gave
    2.5.1 Concerning the citizenship of
    2.5.2 We have been studying
    2.6.1 At present, North Hamgyong
    2.6.2 An said that, according
    2.6.3 The agricultural communes still
    3.0 3. The arrival of
    3.1.1 According to An:
    3.2.1 Their arrival has increased
    3.2.2 Some people are not
    3.2.3 They ask for jobs
    3.2.4 The Labor Bureau has
    3.3.1 Some illegal border crossers
    3.3.2 They bring daily life
    3.3.3 Some people have crossed
    3.3.4 Some are petty merchants
    3.3.5 Smuggling has disrupted the
    3.3.6 According to that city’s
    3.3.7 The Provincial People’s Committee
    3.3.8 The commercial departments of
    3.3.9 Any illegal border crosser
    3.3.10 All provincal departments who
    3.4.1 Transportation has become very
    3.4.2 According to regulations, any
    3.4.3 However, smugglers without travel
    3.4.4 Some people already assigned
    3.5.1 Recently Kilju County, Onsong
    3.5.2 Some say that illegal
    3.5.3 Now the reception stations
    3.5.4 Anyone who crosses the
    3.6.1 With the rapid increase
    3.6.2 The North Hamgyong Provincial
    3.7.1 An concluded by saying
    3.7.2 The Provincial Labor Department
    tail.distribution Distribution: Jilin Province; Liaoning
    tail.seal [seal] Embassy of the
    tail.date December 2, 1961
    tail.summary The Chinese Embassy in
    tail.record-field Document Information
    tail.source-line PRC FMA 118-01026-07, 125-128.
    tail.rights The History and Public
    tail.rights.2 To enquire about this
    tail.record-field.2 Original Uploaded Date
    tail.record-field.3 Record ID
    tail.funder Henry Luce Foundation
"""


@pytest.fixture(scope="module")
def cable():
    return sentences(segment(read(CABLE)))


def test_the_sentence_ids_of_the_cable_never_change(cable):
    pinned = [tuple(line.strip().split(" ", 1)) for line in PINNED.strip().splitlines()]
    assert pinned == [(row.id, " ".join(row.text.split()[:4])) for row in cable]


@pytest.mark.parametrize(
    ("identifier", "begins", "ends"),
    [
        ("0.1.1", "On November 10, when", "who come to Korea."),  # the parenthesis with a full stop in it
        ("1.0", "1. Figures on the number", "border crossers."),  # run in with its paragraph
        ("1.1.4", "There were over 700", "Musan County."),  # a no-break space follows
        ("2.0", "2. The attitude of Korean side", "they are taking."),
        ("2.1.3", "Later, the numbers", "Labor Bureau."),  # holds "Musan County etc.)"
        ("2.2.5", "Those who have had", "People’s Committees."),  # holds "Commission etc. by"
        ("3.0", "3. The arrival", "many problems."),
        ("3.1.1", "According to An:", "According to An:"),
    ],
)
def test_a_sentence_of_the_cable_begins_and_ends_where_a_reader_says(cable, identifier, begins, ends):
    row = next(row for row in cable if row.id == identifier)
    assert (row.text.startswith(begins), row.text.endswith(ends)) == (True, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", 2),
        # abbreviations, initials, numbers
        ("Mr. Kim met Gen. Pak on Nov. 8 at No. 3.", 1),
        ("It holds coal, steel etc. by the ton.", 1),
        ("It holds coal, steel etc. The rest is rice.", 2),
        ("The U.S. Government replied at 5 p.m. Monday.", 1),
        ("He came from the U.S. They did not.", 2),
        ("A. M. Puzanov saw V. P. Tkachenko. He left.", 2),
        ("They went i.e. fled, e.g. to Jilin.", 1),
        ("It rose by 2.5 million. That is much.", 2),
        ("After World War I. The army stayed.", 2),
        ("It left at 5 p.m. Nobody saw it.", 2),
        ("J. Example, V. I. Sample and A. Person came. He left.", 2),
        ("Workers earned Rs. 30 in Prov. Jilin.", 1),
        # labels
        ("There were three reasons: 1. Food. It was short.", 2),
        ("1. Figures on the crossers. An said so.", 2),
        ("2\\. The suggestion is old.", 1),
        # brackets and quotation marks
        ("He said (it was late. Very late) no. Then yes.", 2),
        ("(The whole is in brackets.) Then more.", 2),
        ("He asked: “Who came?” Nobody knew.", 2),
        ("He said “No!” and left.", 1),
        ("[…] Our Embassy waits. It has no word.", 2),
        ("An open ( bracket that never closes. Still two.", 2),
        # footnote digits and marks glued to the stop
        ("He saw the Minister.2 He went home.[3] He slept.", 3),
        # ellipses and lower case
        ("We saw … appreciate your comment... and so on.", 1),
        ("We saw it … The rest is lost.", 2),
        # a space lost in a PDF
        ("They are taking.An said so.", 2),
    ],
)
def test_where_sentences_end(text, expected):
    assert expected == len(list(split(text)))
