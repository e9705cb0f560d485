"""Addresses that persist: what version 0.1.0 published leads somewhere in every later build."""

import re
from pathlib import Path

import pytest
from cablegram import load
from cablegram.edition.facts import facts_of
from cablegram.references import AUTHOR, citations
from cablegram.registers import edition_table

FROZEN = Path(__file__).parent / "data" / "addresses-0.1.0.txt"


def frozen() -> dict[str, set[str]]:
    """The addresses that readers may have kept, by page: below names of pages, the ids that stand on each.

    A sign without an id is the page itself. The sentences and numbers of the invented letter on the page
    about reuse are none.
    """
    pages: dict[str, set[str]] = {}
    for line in FROZEN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            names = line.split()
        for name in names if line.startswith("#") else ():
            pages.setdefault(name, set()).update({line[1:]} - {""})
    return pages


@pytest.fixture(scope="module")
def pages(edition) -> dict[str, set[str]]:
    """The ids of every page."""
    return {
        path.name: set(re.findall(r'\bid="([^"]+)"', path.read_text(encoding="utf-8")))
        for path in edition.glob("*.html")
    }


@pytest.mark.parametrize("page", frozen())
def test_every_address_of_the_first_edition_still_leads_somewhere(pages, page):
    """On its page, or on the page to which the table of what was withdrawn says that it moved."""
    moved = {id for id, row in edition_table("withdrawn").items() if id in pages.get(row["became"], ())}
    assert sorted(frozen()[page] - pages.get(page, set()) - moved) == []


def test_what_was_withdrawn_is_gone_and_leads_to_what_is_there(cable, pages):
    known = facts_of(cable)
    for id, row in edition_table("withdrawn").items():
        moved = row["became"].endswith(".html")
        assert id in set().union(*frozen().values())
        assert moved or id not in known.at, f"{id} is withdrawn and is still there"
        assert row["became"] in pages if moved else row["became"] in ("", *known.at)
        assert row["reason"].endswith(".")


def test_a_withdrawn_result_says_at_the_foot_why_it_went_and_where_to_go_on(cable):
    html = cable.index("results")._repr_html_()
    row = re.search(r'<tr id="result-rate-ramp">.*?</tr>', html)[0]
    assert "#result-rate-mean" in row and "Nothing shows that arrivals rose evenly." in row


def test_another_document_has_nothing_withdrawn(tmp_path):
    (tmp_path / "letter.txt").write_text("Over 40 left.\n", encoding="utf-8")
    html = load(tmp_path / "letter.txt").index("results")._repr_html_()
    assert 'class="cg-withdrawn"' not in html and "result-" not in html.partition("</style>")[2]


def test_the_frozen_addresses_stand_once_and_are_as_many_as_were_published():
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    assert len(set(lines)) == len(lines)
    assert sum(map(len, frozen().values())) == 1224
    assert len(frozen()) == 10


def test_every_page_names_the_author_that_the_citations_and_the_front_page_name(edition, pages):
    for name in pages:
        page = (edition / name).read_text(encoding="utf-8")
        assert f'name="citation_author" content="{AUTHOR}"' in page, name
        assert f'name="DC.creator" content="{AUTHOR}"' in page, name
    assert f"{AUTHOR} made it" in (edition / "index.html").read_text(encoding="utf-8")
    assert AUTHOR in citations("chicago.txt")
