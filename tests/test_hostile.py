"""Hostile words in every field: what comes out has the elements, rules and cells that it has without them."""

import csv
import json
import re
from collections import Counter
from functools import cache

import cablegram as cg
import nbformat
import pytest
import tinycss2
from cablegram.display.index import indexes
from cablegram.edition.exporter import EditionExporter
from cablegram.edition.page import Site, set_page, set_single
from cablegram.export import as_field, data_files
from cablegram.registers import EDITION_TABLES, REGISTERS, edition_table
from lxml import etree
from lxml import html as lxml_html
from pandas import DataFrame

HOSTILE = (
    " \"'><script>alert(x)</script><img src=x onerror=alert(x)>\" onclick='a' </style></title></svg>-->"
    "<!--readings--><a href=javascript:alert(x)>&lt;b&gt;</a> \\a @import 'x'; url(//e.example) ]]> "
    "\u202e\x1b[m ;=A+A"
)
UNSEEN = set("\u202e\x1b")
MARKS = " [l](https://e.example) **b** `c`"  # in words that are no Markdown


COMPUTED = {"counted", "unit", "population", "per", "point_of"}  # which results compare
BOUND = {"crux", "option", "sentence", "became", "withdrawn address"}  # what addresses are made of


def spoilt(value, more):
    if isinstance(value, dict):
        return value | {key: value[key] + more for key in ("text", "lang")}
    return value + more if isinstance(value, str) else [spoilt(one, more) for one in value]


def spoil(cable, more, free, monkeypatch):
    """Put more words into every field that may hold any; those that are `free` no result could bear."""
    for name, register in (REGISTERS | EDITION_TABLES).items():
        for row in (edition_table if register.edition else cable.rows)(name).values():
            for column in register.columns:
                key, named = column.name, {column.name, f"{name} {column.name}"}
                bound = column.vocabulary or column.refers or named & BOUND
                late = column.free or column.name in COMPUTED
                fits = late if free else not (late or bound)
                if fits and key in row and column.kind in ("text", "list", "names", "chain"):
                    monkeypatch.setitem(row, key, spoilt(row[key], more[column.prose]))


def made(hostile, monkeypatch):
    """What leaves the library by name: of the edition, and of a document without registers."""
    more = {True: HOSTILE, False: HOSTILE + MARKS}
    if not hostile:  # words of the same length
        more = {key: re.sub(r"[^\w\s.;:/()=+-]", "x", words) for key, words in more.items()}
    plain, told, cable = more[False], f"{more[True]} 6 %", cg.load()
    spoil(cable, more, False, monkeypatch)
    shown = [cable.figure("map", kyongsong="chongsong"), cable.index("results")]
    spoil(cable, more, True, monkeypatch)
    own = cg.Cable(f"{plain}\n\n1. It{plain}\n\nOver 700 came{plain}\n", f"x{plain}")
    shown += [*map(cable.index, indexes()), *map(cable.at, ("1.1.1", "2.1.3", "2.3.3")), cable, own]
    shown += [
        own.figure("fingerprint"),
        cg.table([{plain: plain, "sentence": told}], caption=told, prose=("sentence",)),
    ]
    views = {f"view {number}": one._repr_html_() for number, one in enumerate(shown)}
    outputs = [{"text/html": html} for html in views.values()]
    outputs += [{kind: told} for kind in ("text/markdown", "text/latex", "text/plain", "image/svg+xml")]
    outputs = [{"output_type": "display_data", "metadata": {}, "data": data} for data in outputs]
    link = f"[{cable.answers['stations-remainder'].wording}](02-quantities.ipynb#result-stations-remainder)"
    cells = [nbformat.v4.new_markdown_cell(f"# Title{told}\n\nIt {link}{told}\n\n## Part{told}\n\n`x{told}`")]
    cells += [nbformat.v4.new_code_cell(f"1 #{told}", outputs=outputs, metadata={"tags": [f"x{plain}"]})]
    notebook = nbformat.v4.new_notebook(cells=cells)
    pages = EditionExporter().pages(notebook, "01-reading", None)
    pages += EditionExporter().pages(nbformat.v4.new_notebook(cells=cells[:1]), f"05{plain}", None)
    site = Site(pages, [], cable, ["q-onsong", "note-genre"])
    found = views | {f"page {number}": set_page(page, site) for number, page in enumerate(pages)}
    found |= {f"{one.name}.svg": one.svg for one in shown if hasattr(one, "svg")}
    return found | {"edition.html": set_single(site)} | data_files(cable)


def skeleton(name, text):
    """What holds the words: elements with their attributes, and rules of style; rows; keys."""
    if name.endswith((".bib", ".ris")):
        return text
    if name.endswith("json"):
        return shape(json.loads(text))
    if name.endswith(".csv"):
        rows = list(csv.reader(text.splitlines(True)))
        formula = re.compile(r"(?:^|[;\t\r\n])\s*[=+@-](?!\d)")
        return len(rows), set(map(len, rows)), [cell for row in rows for cell in row if formula.search(cell)]
    assert not UNSEEN & set(text), name
    tree = etree.fromstring(text) if name.endswith(".svg") else lxml_html.fromstring(text)
    rules = [rules_of(style.text) for style in tree.iter("style")]
    return Counter((node.tag, *sorted(node.attrib)) for node in tree.iter()), rules


def shape(value):
    if isinstance(value, dict):
        return {key: shape(one) for key, one in value.items()}
    return [*map(shape, value)] if isinstance(value, list) else type(value)


@cache
def rules_of(sheet):
    return [rule.type for rule in tinycss2.parse_stylesheet(sheet)]


@pytest.mark.filterwarnings("ignore:Glyph 27")
def test_hostile_words_change_nothing_but_words(monkeypatch):
    with monkeypatch.context() as context:
        expected = {name: skeleton(name, text) for name, text in made(False, context).items()}
    with monkeypatch.context() as context:
        found = {name: skeleton(name, text) for name, text in made(True, context).items()}
    assert [] == [name for name in expected | found if expected.get(name) != found.get(name)]
    assert [] == [name for name in found if name.endswith(".csv") and found[name][2]]


@pytest.mark.parametrize(
    "words", ["=A", "+A", "-x", "@x", "＝A", "'=A", "''=A", "'x", "a; =b", "a;'=b", "-", "'", "a-b"]
)
def test_what_a_spreadsheet_would_compute_reads_back_as_it_was(tmp_path, words):
    rows = DataFrame([{"id": "x", "name": words, "note": f"a | {words}"}])
    (tmp_path / "d.txt").write_text("It is so.\n", encoding="utf-8")
    rows.map(as_field).to_csv(tmp_path / "speakers.csv", index=False)
    read = cg.load(tmp_path / "d.txt", registers=tmp_path).speakers
    assert [words, f"a | {words}"] == [read["name"][0], read.note[0]]
