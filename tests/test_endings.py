"""The Endings Principles for Digital Longevity (2.2.1, endings.uvic.ca/principles.html), by name.

Persistent addresses, the last of them, have test_addresses.py to themselves.
"""

import csv
import json
import re

import pytest
from cablegram import __version__, load, references
from cablegram.edition.tree import parse


@pytest.fixture(scope="module")
def pages(edition) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(edition.glob("*.html"))}


def test_the_data_are_in_open_formats_and_need_no_server(edition):
    kinds = {path.suffix for path in edition.rglob("*") if path.is_file()}
    assert kinds - {".pdf"} == {".html", ".csv", ".json", ".geojson", ".bib", ".ris", ".ipynb", ".zip"}


def test_no_page_depends_on_a_library_or_on_another_file(pages):
    fetched = (
        r"<(?:script|iframe|object|embed)\b|<link[^>]+stylesheet|@import|\bsrc=\"(?!data:)|url\((?!data:|#)"
    )
    assert {name: re.findall(fetched, html) for name, html in pages.items() if re.search(fetched, html)} == {}


def test_no_address_has_a_query(pages):
    links = {link["href"] for html in pages.values() for link in parse(html)("a", href=True)}
    own = {link for link in links if not re.match(r"[a-z]+:", link)}
    assert own
    assert {link for link in own if "?" in link} == set()


def test_the_data_lie_beside_the_pages_with_a_description_of_every_column(edition):
    downloads = edition / "downloads"
    described = {
        resource["path"]: [field["name"] for field in resource["schema"]["fields"] if field["type"]]
        for resource in json.loads((downloads / "datapackage.json").read_text(encoding="utf-8"))["resources"]
        if resource["path"].endswith(".csv")
    }
    columns = {
        path.name: next(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        for path in downloads.glob("*.csv")
    }
    assert described == columns


def test_every_page_is_whole_by_itself(pages):
    for name, html in pages.items():
        page = parse(html)
        assert page.style and page.main and page.h1 and page.footer and page.title, name


def test_the_text_is_complete_and_in_order_without_style_and_scripts(pages):
    page = parse(pages["01-reading.html"])
    for gone in page.select("style, [popover], button, .back"):
        gone.decompose()
    shown = re.sub(r"\s+", "", page.main.get_text())
    at = 0
    for sentence in load().sentences.query("section != ''").text:
        at = shown.index(re.sub(r"\s+", "", sentence), at)


def test_every_page_bears_the_version_and_the_date_of_the_edition(pages):
    dated = f"Version {__version__}. {references.DATED.day} {references.DATED:%B %Y}."
    for name, html in pages.items():
        assert dated in parse(html).footer.get_text(), name
