"""How to cite: the files of citations name both works, and every kind of row has its footnote."""

import json
import re

import cablegram
import pytest
from cablegram import load, references

FILES = ("chicago.txt", "mla.txt", "citation.bib", "citation.ris", "citation.json")
DOCUMENT = (
    "On Chinese Citizens of the Korean Nationality Illegally Crossing the Border to Come to [North] Korea",
    *("Embassy of the People’s Republic of China", "(61) Korea Consular No. 103", "Cowhig", "1961"),
    "PRC FMA 118-01026-07, 125-128",
)
EDITION = (
    references.EDITION,
    *(references.AUTHOR, cablegram.__version__, str(references.DATED.year)),
)


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_citations_names_author_title_and_year_of_both_works(file):
    text = references.citations(file)
    assert [] == [words for words in (*DOCUMENT, *EDITION) if words not in text]
    assert [] == re.findall(r"\{(?:version|date|year)\}", text)


@pytest.mark.parametrize("file", FILES[:-1])
def test_each_work_has_its_own_citation(file):
    document, edition = references.ready(file)
    assert [] == [words for words in DOCUMENT if words not in document]
    assert [] == [words for words in EDITION if words not in edition]


def test_the_citations_for_programs_can_be_read_by_them():
    works = json.loads(references.citations("citation.json"))
    issued = references.DATED
    assert [issued.year, issued.month, issued.day] == works[1]["issued"]["date-parts"][0]
    assert 2 == references.citations("citation.ris").count("ER  - \r\n")
    assert 2 == references.citations("citation.bib").count("@misc{")


def test_a_row_that_an_address_names_is_cited_like_the_row_of_its_table():
    cable = load()
    assert cable.cite(cable.quantities.iloc[0]) == cable.cite(cable.row(f"q-{cable.quantities.id[0]}"))
