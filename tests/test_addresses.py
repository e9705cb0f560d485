"""Addresses that persist: what version 0.1.0 published leads somewhere in every later build."""

from pathlib import Path

import pytest
from cablegram.edition.build import build
from cablegram.edition.sources import Folders
from cablegram.edition.tags import ids_in

FROZEN = Path(__file__).parent / "data" / "addresses-0.1.0.txt"


def frozen() -> dict[str, set[str]]:
    """The ids that readers may have kept, by page: one `page.html#id` a line, and each page alone."""
    pages: dict[str, set[str]] = {}
    for line in FROZEN.read_text(encoding="utf-8").splitlines():
        page, _, id = line.partition("#")
        pages.setdefault(page, set()).update({id} - {""})
    return pages


@pytest.fixture(scope="module")
def pages() -> dict[str, set[str]]:
    """The ids of every page of this checkout, built anew where anything changed."""
    folder = build(Folders()).parent
    return {path.name: set(ids_in(path.read_text(encoding="utf-8"))) for path in folder.glob("*.html")}


@pytest.mark.parametrize("page", frozen())
def test_every_address_of_the_first_edition_still_leads_somewhere(pages, page):
    assert sorted(frozen()[page] - pages[page]) == []


def test_the_frozen_addresses_are_sorted_and_stand_once():
    lines = FROZEN.read_text(encoding="utf-8").splitlines()
    assert sorted(set(lines)) == lines
