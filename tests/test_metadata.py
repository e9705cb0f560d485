"""The description of a document, read off its segments."""

from pathlib import Path

import pytest
from cablegram.files import read
from cablegram.metadata import iso, metadata
from cablegram.segments import segment

CABLE = Path(__file__).parent.parent / "seeds" / "cable.txt"


def test_the_cable_says_of_itself_what_its_page_says():
    found = metadata(segment(read(CABLE)))
    rights = found.pop("rights")
    assert (
        {
            "date": "1961-12-02",
            "title": "Cable from the Chinese Embassy in North Korea, 'On Chinese Citizens of the Korean Nationality "
            "Illegally Crossing the Border to Come to Korea'",
            "classification": "Top Secret",
            "file_number": "(61) Korea Consular No. 103",
            "addressees": [
                "Ministry of Foreign Affairs Consular Affairs Department",
                "Ministry of Public Security",
            ],
            "distribution": [
                "Jilin Province",
                "Liaoning Province",
                "Heilongjiang Province",
                "Inner Mongolian Autonomous Region Foreign Affairs Office",
            ],
            "seal": "Embassy of the People’s Republic of China in the Democratic People’s Republic of Korea",
            "summary": "The Chinese Embassy in North Korea reports on the growing number of illegal border crossings "
            "into the DPRK and some of the problems the new arrivals are facing.",
            "archive_reference": "PRC FMA 118-01026-07, 125-128",
            "translator": "David Cowhig",
            "funder": "Henry Luce Foundation",
            "empty": ["Original Uploaded Date", "Record ID"],
        }
    ) == found
    assert rights.startswith("The History and Public Policy Program welcomes reuse") and "To enquire" in rights


def test_what_a_document_does_not_say_is_none_or_an_empty_list():
    found = metadata(segment("Over 700 people came to the county."))
    assert {None} == {value for value in found.values() if not isinstance(value, list)}
    assert [[], [], []] == [found["addressees"], found["distribution"], found["empty"]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("December 2, 1961", "1961-12-02"),
        ("2 December 1961", "1961-12-02"),
        ("the 8th of November 1961", "1961-11-08"),
        ("Sept. 3, 1950", "1950-09-03"),
        ("1961-12-02", "1961-12-02"),
        ("2.12.1961", "1961-12-02"),
        ("June 1947", "1947-06"),
        ("16 Sep 57", None),
        ("3/4/61", None),
        ("soon", None),
    ],
)
def test_a_date_that_parses_plainly_is_given_in_iso(words, expected):
    assert expected == iso(words)
