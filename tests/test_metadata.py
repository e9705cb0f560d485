"""The description of a document, read off its segments."""

from pathlib import Path

import pytest
from cablegram.files import read
from cablegram.finders.metadata import day_of, metadata
from cablegram.finders.segments import segment
from hypothesis import given, settings
from hypothesis import strategies as st

CABLE = Path(__file__).parent.parent / "seeds" / "cable.txt"
FOLDER = Path(__file__).parent / "data" / "documents"


def test_the_cable_says_of_itself_what_its_page_says():
    found = metadata(segment(read(CABLE)))
    rights = found.pop("rights")
    assert (
        {
            "date": "1961-12-02",
            "title": "Cable from the Chinese Embassy in North Korea, 'On Chinese Citizens of the Korean "
            "Nationality Illegally Crossing the Border to Come to Korea'",
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
            "summary": "The Chinese Embassy in North Korea reports on the growing number of illegal border "
            "crossings into the DPRK and some of the problems the new arrivals are facing.",
            "archive_reference": "PRC FMA 118-01026-07, 125-128",
            "translator": "David Cowhig",
            "funder": "Henry Luce Foundation",
            "empty": ["Original Uploaded Date", "Record ID"],
        }
    ) == found
    assert (
        rights.startswith("The History and Public Policy Program welcomes reuse") and "To enquire" in rights
    )


def test_what_a_document_does_not_say_is_none_or_an_empty_list():
    found = metadata(segment("Over 700 people came to the county."))
    assert {None} == {value for value in found.values() if not isinstance(value, list)}
    assert [[], [], []] == [found["addressees"], found["distribution"], found["empty"]]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "page-new.txt",
            {
                "date": "1961-10-03",
                "title": "Letter from the Ambassador, 'Three Questions about the Border Crossers'",
                "classification": "Secret",
                "addressees": ["Foreign Ministry"],
                "archive_reference": "Example Archive, Fond 9, Opis 16, Delo 27, List 8",
                "translator": "B. Sample",
                "funder": "Example Foundation",
                "empty": ["Author(s)", "Original Archive", "Language"],
            },
        ),
        (
            "page-old.txt",
            {
                "date": "1961-10-03",
                "summary": "The Ambassador answers three questions about the border crossers.",
                "archive_reference": "Example Archive, 9. doboz, 3/b",
                "translator": "B. Sample",
                "funder": "Example Foundation",
                "empty": [],
            },
        ),
        (
            "telegram.txt",
            {
                "date": "1961-05-12",
                "classification": "SECRET; EYES ONLY",
                "file_number": "No. 1234",
                "title": "123. Telegram From the Embassy in Korea to the Department of State",
            },
        ),
        ("wrapped.txt", {"date": "1960-06-07", "distribution": ["Seoul", "Hong Kong"]}),
        ("journal.txt", {"distribution": ["Cde. Person", "Cde. Sample", "file"], "date": "1958-06-20"}),
        ("minutes.txt", {"seal": "Provincial Committee", "distribution": ["Labor Bureau, Party Committee"]}),
        ("letter.txt", {"addressees": ["Comrade Minister"], "classification": "Strictly Secret"}),
        ("memcon-lists.md", {"title": "Note on a visit to the border", "date": "1961-11-20"}),
        (
            "sheet.txt",
            {
                "title": "Letter from the Ambassador",
                "archive_reference": "Example Archive, 9. doboz, 3/b",
                "translator": "B. Sample",
            },
        ),
        (
            "teletype.txt",
            {
                "classification": "CONFIDENTIAL",
                "addressees": ["SECSTATE WASHDC 9910", "AMEMBASSY TOKYO"],
                "file_number": "SEOUL 01234 040701Z",
            },
        ),
        (
            "ciphergram.txt",
            {
                "addressees": ["[Ambassador] SAMPLE2 - PYONGYANG"],
                "distribution": ["Comrade Example", "Comrade Person"],
                "date": "1963-05-30",
            },
        ),
        ("session.txt", {"seal": "Border Commission", "distribution": ["Foreign Ministry", "File"]}),
        (
            "letter-address.txt",
            {
                "classification": "Secret; Personal",
                "archive_reference": "Example Archive, Box 98, letters",
                "addressees": [
                    *("Ministry for Foreign Affairs", "Head of Far East Department"),
                    *("Comrade A. Example", "B e r l i n"),
                ],
            },
        ),
        ("memorandum.txt", {"archive_reference": "Department of State, Central Files, 795.00/3–362"}),
        ("one-line.txt", {"date": None, "title": None, "empty": []}),
    ],
)
def test_other_documents_say_what_they_say(name, expected):
    found = metadata(segment(read(FOLDER / name)))
    assert expected == {key: found[key] for key in expected}


@pytest.mark.parametrize("title", ["Memorandum of Conversation1", "Memorandum of Conversation/1/"])
def test_the_number_of_a_footnote_is_no_part_of_the_title(title):
    text = f"12. {title}\n\nWe have seen it.\n\n1 Source: Example Archive.\n"
    assert "12. Memorandum of Conversation" == metadata(segment(text))["title"]


def test_the_salutation_is_the_addressee_only_where_there_is_no_other():
    found = [
        metadata(segment(f"{head}Dear Minister,\n\nWe have seen it.\n"))
        for head in ("", "To: The Embassy\n\n")
    ]
    assert [["Minister"], ["Embassy"]] == [row["addressees"] for row in found]


@settings(deadline=None)
@given(st.text(max_size=150) | st.sampled_from(["Summary:", "Rights\n\nSource", "to", "[seal]"]))
def test_any_text_has_a_description(text):
    assert 13 == len(metadata(segment(text)))


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
        ("HC Deb 4 June 1947 vol 438", "1947-06-04"),
        ("Cablegram 330 CANBERRA, 6 June 1947, 3.40 [p.m.]", "1947-06-06"),
        ("R 041200Z JUN 76 FM AMEMBASSY SEOUL", "1976-06-04"),
        # a year of two digits may be of any century, a day that cannot be is none
        ("16 Sep 57", None),
        ("3/4/61", None),
        ("1961-13-40", None),
        ("June to August 1961", None),
        ("the laſt of May 1778", "1778-05"),
        ("soon", None),
        ("1961-13-40", None),
        ("29 February 1900", None),
        ("June 31, 1961", None),
        ("31.6.1961", None),
        # no year of a document that this library counts from
        ("4 May 0999", None),
    ],
)
def test_a_day_is_given_in_iso_where_words_name_it_with_its_year(words, expected):
    assert expected == day_of(words)
