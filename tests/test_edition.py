"""The edition: what the exporter makes of any notebook, what the build keeps, what it says when it fails."""

import json
import multiprocessing
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from cablegram import citations, export, load
from cablegram.edition import build as building
from cablegram.edition import pdf
from cablegram.edition.answers import Answers
from cablegram.edition.backlinks import cited, with_ways_back
from cablegram.edition.cache import Cache, fingerprint
from cablegram.edition.expand import Expansion
from cablegram.edition.forking import can_fork, run_forked
from cablegram.edition.headings import order_headings
from cablegram.edition.languages import mark_scripts
from cablegram.edition.outline import Outline
from cablegram.edition.outputs import settle_ids, tidy_output
from cablegram.edition.pages import css_string, set_page, set_single
from cablegram.edition.running import run_notebooks
from cablegram.edition.sheets import style, used
from cablegram.edition.site import Page, Site
from cablegram.edition.sources import BuildError, Folders, read_source, read_sources
from cablegram.edition.tables import mend_tables
from cablegram.edition.tags import ids_in, parse_attributes, rewrite, text_of
from cablegram.edition.units import keep_together
from cablegram.figures.publish import FOLDER_VARIABLE

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'"
)
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&</style></title>"


def notebook(*cells: tuple) -> dict:
    """A notebook of (kind, source) or (kind, source, tags or outputs)."""
    made = []
    for number, (kind, source, *more) in enumerate(cells):
        cell = {"id": f"c{number}", "cell_type": kind, "metadata": {}, "source": source}
        if kind == "code":
            cell |= {"execution_count": None, "outputs": []}
        for extra in more:
            key = "tags" if all(isinstance(one, str) for one in extra) else "outputs"
            cell |= {"metadata": {"tags": extra}} if key == "tags" else {"outputs": extra}
        made.append(cell)
    return {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def result(html: str) -> dict:
    return {
        "output_type": "execute_result",
        "execution_count": 1,
        "metadata": {},
        "data": {"text/html": html, "text/plain": "plain"},
    }


def display(data: dict) -> dict:
    return {"output_type": "display_data", "metadata": {}, "data": data}


ERROR = {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["\x1b[31mE\x1b[0m <b>"]}


def exported(*cells: tuple) -> str:
    """The page that the exporter makes of these cells."""
    import nbformat
    from cablegram.edition.exporter import EditionExporter

    return EditionExporter().from_notebook_node(nbformat.from_dict(notebook(*cells)))[0]


def write(folder: Path, **notebooks: dict) -> Folders:
    """Notebooks in a folder as the build finds them; `n01_reading` is written `01-reading.ipynb`."""
    folders = Folders(folder)
    folders.notebooks.mkdir(parents=True, exist_ok=True)
    for name, content in notebooks.items():
        path = folders.notebooks / f"{name.removeprefix('n').replace('_', '-')}.ipynb".replace(
            "idex", "index"
        )
        path.write_text(json.dumps(content), encoding="utf-8")
    return folders


# ---- the exporter


def test_a_page_has_what_readers_and_machines_look_for():
    page = exported(
        ("markdown", "# The title\n\nThe first words of it.\n\n## A part"), ("markdown", "# Another")
    )
    assert page.startswith('<!doctype html>\n<html lang="en">')
    assert page.count("<h1") == 1
    assert f'http-equiv="Content-Security-Policy" content="{POLICY}"' in page.replace("&#39;", "'")
    for expected in (
        "<title>The title</title>",
        '<meta name="description" content="The first words of it.">',
        '<link rel="icon" href="data:,">',
        '<a class="skip" href="#content">',
        '<main id="content"',
        '<a href="#A-part">A part</a>',
    ):
        assert expected in page


def test_a_page_asks_for_nothing_outside_and_has_no_script():
    page = exported(
        ("markdown", "# T\n\n![far](https://example.org/x.png) and [a link](https://example.org)"),
        ("code", "", [result('<script src="https://example.org/x.js"></script><p>kept</p>')]),
    )
    assert re.findall(r'<(?:script|iframe|object|embed|link(?! rel="icon"))\b', page) == []
    assert re.findall(r'\bsrc="(?!data:)|url\((?!#|data:)|@import', page) == []
    assert "<p>kept</p>" in page


def test_results_and_displays_all_arrive_on_the_page():
    shown = display({"text/html": "<p>shown</p>"})
    stream = {"output_type": "stream", "name": "stdout", "text": "printed <b>\n"}
    picture = display({"image/png": "QUJD\nREVG", "text/plain": "<Axes>"})
    page = exported(("code", "x", [result("<table><tr><td>given</td></tr></table>"), shown, stream, picture]))
    for expected in (
        "given",
        "<p>shown</p>",
        "printed &lt;b&gt;",
        'src="data:image/png;base64,QUJDREVG" alt="Axes"',
    ):
        assert expected in page


@pytest.mark.parametrize(
    "cell",
    [
        ("raw", "raw <b>text</b>"),
        ("markdown", ""),
        ("markdown", "```unknown-language\nx < y\n```\n\n```mermaid\n</pre><script>\n```"),
        ("markdown", "$x < y$ and ![lost](attachment:lost.png)"),
        ("code", "%%html\n<b>", [ERROR]),
        ("code", "1", [display({"application/vnd.unknown+json": {}})]),
        ("code", "1", [display({"text/latex": "$<$"})]),
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore:Your element with mimetype")
def test_any_cell_is_exported(cell):
    page = exported(cell)
    assert "</html>" in page
    assert "<script" not in page


def test_raw_html_in_markdown_shows_as_text():
    page = exported(
        ("markdown", f"# {HOSTILE}\n\n{HOSTILE}\n\n<div onclick='x'>block</div>\n\n[a](javascript:alert(1))")
    )
    tags = {name for name in re.findall(r"<(\w+)", page.partition("<main")[2])}
    assert tags & {"script", "img", "div"} <= {"div"}
    assert "onerror=alert(1)&gt;" in page
    assert 'href="javascript:' not in page
    assert "&lt;div onclick='x'&gt;block&lt;/div&gt;" in page


def test_code_is_folded_under_what_it_shows_and_set_up_is_left_out():
    page = exported(
        ("code", "setting_up = 1", ["setup"]),
        ("code", "plain_cell = 1", [result("<p>plain</p>")]),
        ("code", "method_cell = 1", ["method"]),
        ("markdown", "*how*", ["method"]),
        ("code", "example_cell = 1", ["example"]),
    )
    assert "setting_up" not in page
    assert page.index("<p>plain</p>") < page.index('<details class="code">') < page.index("plain_cell")
    assert page.count('<details class="method">') == 2
    assert "example_cell" in page.partition('<div class="code">')[2]


def test_curly_quotes_and_footnotes_are_kept():
    page = exported(("markdown", "“over 700”[^1]\n\n[^1]: One."), ("markdown", "More.[^a]\n\n[^a]: Two."))
    assert "“over 700”" in page
    assert [address for address in ids_in(page) if address.startswith("fn-")] == ["fn-1", "fn-2"]


def test_nbconvert_and_jupyterlab_know_the_exporter_by_name(tmp_path):
    from nbconvert.exporters import get_exporter

    assert get_exporter("edition").export_from_notebook
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(notebook(("markdown", "# Mine\n\n[next](other.ipynb#x)"))), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "edition", path.name],
        cwd=tmp_path, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    page = (tmp_path / "mine.html").read_text(encoding="utf-8") if done.returncode == 0 else done.stderr
    assert '<a href="other.html#x">next</a>' in page


# ---- outputs, ids, tables


def test_random_prefixes_are_counted_and_no_id_stands_twice():
    html = (
        '<i id="cg0a1b2c3d-x"></i><i id="s-1.1.1"></i><b popovertarget="cgffffffff-x"></b>'
        '<i id="s-1.1.1" class="k"></i>'
    )
    assert settle_ids(html) == (
        '<i id="cg1-x"></i><i id="s-1.1.1"></i><b popovertarget="cg2-x"></b><i class="k"></i>'
    )


def test_styles_that_the_page_has_are_dropped_and_others_kept():
    html = '<style class="cablegram-style">a{}</style><style scoped>b{}</style><style>c{}</style><p>x</p>'
    assert tidy_output(html) == "<style>c{}</style><p>x</p>"


def test_links_in_a_picture_are_such_as_jupyterlab_leaves_alone_and_plain_ones_on_the_page():
    shown = load().figure("fingerprint")._repr_html_()
    picture = re.compile(r"<svg.*</svg>", re.DOTALL)
    assert 'xlink:href="01-reading.ipynb#s-1.1.1"' in shown
    assert not re.search(r"<a [^>]*\shref=", picture.search(shown)[0])
    assert not re.search(r"<a [^>]*xlink:", picture.search(tidy_output(shown))[0])
    assert re.search(r'<a [^>]*\shref="01-reading.ipynb#s-1.1.1"', picture.search(tidy_output(shown))[0])


def test_tables_of_pandas_get_scopes_captions_and_aligned_numbers():
    from pandas import DataFrame

    frame = DataFrame({"text": ["over 700", "2.1.3"], "low": [700.5, float("nan")]}, index=["a", "b"])
    table = mend_tables(frame.to_html())
    assert "<th></th>" not in table
    assert Counter(re.findall(r'<th scope="(\w+)"', table)) == {"col": 2, "row": 2}
    assert '<td class="number">700.5</td>' in table
    assert "<td>2.1.3</td>" in table
    assert "border=" not in table


@pytest.mark.parametrize(("columns", "expected"), [(2, False), (12, True)])
def test_only_a_table_that_may_need_scrolling_takes_the_keyboard(columns, expected):
    row = "".join(f"<td>word{number}</td>" for number in range(columns))
    assert ("tabindex" in mend_tables(f"<table><caption>It</caption><tr>{row}</tr></table>")) == expected


@pytest.mark.parametrize(
    ("markdown", "named"),
    [
        ("*Two things*\n\n| a |\n|---|\n| b |", "<caption>Two things</caption>"),
        ("## Things\n\n| a |\n|---|\n| b |", '<table aria-labelledby="Things">'),
        ("*Two things*\n\nA word between.\n\n| a |\n|---|\n| b |", "<table>"),
    ],
)
def test_a_table_in_markdown_is_named_by_the_line_or_heading_above_it(markdown, named):
    page = exported(("markdown", f"# T\n\n{markdown}"))
    assert named in page
    assert ("<p><em>Two things" in page) == (named == "<table>")


def test_a_table_of_pandas_is_called_by_what_asked_for_it():
    from pandas import DataFrame

    shown = result(DataFrame({"a": [1]}).to_html())
    page = exported(("code", "x = 1\nframe(x) if x < 2 else None", [shown]))
    assert "<caption><code>frame(x) if x &lt; 2 else None</code></caption>" in page


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<h1>a</h1><h4>b</h4><h4>c</h4>", "<h1>a</h1><h2>b</h2><h2>c</h2>"),
        (
            "<h1>a</h1><h3 id='x'>b</h3><h5>c</h5><h2>d</h2>",
            "<h1>a</h1><h2 id='x'>b</h2><h3>c</h3><h2>d</h2>",
        ),
        ("</h4><header>x</header><hr>", "</h4><header>x</header><hr>"),
    ],
)
def test_no_level_of_headings_is_skipped(written, told):
    assert told == order_headings(written)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("the Cabinet (内阁)", 'the Cabinet (<span lang="zh">内阁</span>)'),
        ("<em>北 재일동포</em>", '<em><span lang="ko">北 재일동포</span></em>'),
        ("もの", '<span lang="ja">もの</span>'),
        ('<q lang="ko">회령</q><br>회령', '<q lang="ko">회령</q><br><span lang="ko">회령</span>'),
        ("<svg><g><title>회령</title></g></svg>", "<svg><g><title>회령</title></g></svg>"),
        ('<a title="회령">x</a>', '<a title="회령">x</a>'),
    ],
)
def test_words_in_other_scripts_carry_their_language(words, marked):
    assert marked == mark_scripts(words)


# ---- style sheets


@pytest.mark.parametrize(
    ("css", "kept"),
    [
        (".a{top:0}.b{top:0}", ".a{top:0}"),
        (".a .b,p .a{top:0}", "p .a{top:0}"),
        ("p:not(.b):has(.c){top:0}", "p:not(.b):has(.c){top:0}"),
        (":is(.b,.c) p,.b{top:0}", ":is(.b,.c) p{top:0}"),
        ("@supports (x:y){@media print{.b{top:0}}}", ""),
        ("@supports (x:y){@media print{.a{top:0}}}", "@supports (x:y){@media print{.a{top:0}}}"),
        ('[data-x="1"]{top:0}[data-y]{top:0}', '[data-x="1"]{top:0}'),
        ("@page{margin:1.5mm;@top-left{content:none}}", "@page{margin:1.5mm;@top-left{content:none}}"),
        (":root{--p:1;--q:var(--r);--r:2}.a{top:var(--p)}", ":root{--p:1}.a{top:var(--p)}"),
    ],
)
def test_a_page_carries_the_rules_that_can_hold_on_it(css, kept):
    assert kept == used(css, '<p class="a z" data-x="1">')


def test_no_rule_that_holds_somewhere_on_a_page_is_left_out():
    """Every class of a page that the whole sheet knows is known to the page's own sheet."""
    page = exported(
        ("markdown", "# T\n\nText.[^1]\n\n[^1]: Note."), ("code", "1", [result("<table></table>")])
    )
    sheet = page.partition("<style>")[2].partition("</style>")[0]
    classes = {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()}
    styled = {name for name in classes if re.search(rf"\.{name}(?![\w-])", style())}
    assert styled and [name for name in styled if f".{name}" not in sheet] == []


def test_a_box_that_names_itself_keeps_its_name():
    box = '<div class="cg-scroll" tabindex="0" role="region" aria-label="Mine"><table></table></div>'
    assert box == mend_tables(box)


def test_start_tags_are_rewritten_in_place():
    html = '<!-- <a href="x"> --><style>a>b{}</style><svg viewBox="0 0 1 1"/><a href=\'x&amp;"\' hidden>A</a>'
    changed = rewrite(html, lambda name, found: found | {"class": "k"} if name == "a" else None)
    assert changed == html.replace("<a href='x&amp;\"' hidden>A", '<a href="x&amp;&quot;" hidden class="k">A')
    assert parse_attributes(""" a=1 b="2 3" c='4' d""") == {"a": "1", "b": "2 3", "c": "4", "d": None}
    assert text_of("<p>a &lt; <b>b</b>\n c</p>") == "a < b c"


def test_headings_are_addressed_as_jupyterlab_does_and_never_twice():
    outline = Outline()
    assert [outline.add(*heading) for heading in (("A title", 1), ("A title", 1), ("A title", 3))] == [
        (1, "A-title"), (2, "A-title-2"), (3, "A-title-3"),
    ]  # fmt: skip
    assert outline.contents == [("A-title-2", "A title")]


def test_a_title_cannot_leave_its_style_sheet():
    assert css_string('a"</style>\\') == '"a\\22 \\3c /style\\3e \\5c "'


# ---- parts of a notebook with pages of their own

PARTED = (
    ("markdown", "# Text\n\nThe words. See [below](#Rows) and [the last](#Last)."),
    ("markdown", "## Rows\n\nAll of them.\n\n### Dates", ["page-rows"]),
    ("code", "1", [result('<p id="q-x">x</p>')]),
    ("markdown", "## Last\n\nThe end, after [a row](#q-x)."),
)


def pages_of(*cells: tuple, name: str = "01-reading") -> list[Page]:
    import nbformat
    from cablegram.edition.exporter import EditionExporter

    resources = {"metadata": {"name": name}}
    return EditionExporter().pages(nbformat.from_dict(notebook(*cells)), resources)


def test_a_section_set_apart_has_a_page_with_title_and_contents():
    text, rows = pages_of(*PARTED)
    assert [(page.name, page.title, page.home) for page in (text, rows)] == [
        ("01-reading", "Text", "01-reading"), ("01-rows", "Rows", "01-reading"),
    ]  # fmt: skip
    assert text.contents == (("Last", "Last"),) and rows.contents == (("Dates", "Dates"),)
    assert "All of them" in rows.html and rows.html.startswith('<h1 id="Rows">')
    assert "The end" in text.html and "The end" not in rows.html
    assert text_of(text.html.partition('class="part"')[2].partition("</p>")[0]).endswith("Rows All of them.")


def test_links_find_the_page_of_a_part():
    site = Site(pages_of(*PARTED))
    page = set_page(site.pages[0], site)
    assert '<a href="01-rows.html#Rows">below</a>' in page
    assert '<a href="#Last">the last</a>' in page
    assert 'href="01-rows.html#q-x">a row</a>' in page
    whole = set_single(site)
    assert '<a href="#01-rows--Rows">below</a>' in whole and 'href="#q-x">a row</a>' in whole
    assert [address for address, count in Counter(ids_in(whole)).items() if count > 1] == []


def test_a_notebook_exported_alone_stays_whole_and_a_part_needs_a_heading_of_the_second_level():
    assert "All of them" in exported(*PARTED)
    assert len(pages_of(("markdown", "# Text"), ("markdown", "### Deep", ["page-deep"]))) == 1
    assert len(pages_of(("markdown", "# Text"), ("markdown", "No heading.", ["page-none"]))) == 1


def test_a_notebook_of_somebody_else_leads_to_what_it_shows_itself():
    page = exported(
        ("markdown", "# Mine\n\n[there](01-reading.ipynb#q-x) and [elsewhere](01-reading.ipynb#q-y)"),
        ("code", "", [result('<p id="q-x">Over 700</p>')]),
    )
    links = re.findall(r'href="([^"]*)"[^>]*>(there|elsewhere)<', page)
    assert links == [("#q-x", "there"), ("01-reading.html#q-y", "elsewhere")]


# ---- the way back


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("01-reading.ipynb#q-onsong", "q-onsong"),
        ("#result-rate-stay--range", "result-rate-stay"),
        ("#s-2.3.4", "s-2.3.4"),
        ("#A-heading", ""),
        ("https://example.org/#q-x y", ""),
        ("01-reading.ipynb", ""),
    ],
)
def test_what_a_link_cites_is_read_off_its_address(url, address):
    assert address == cited(url)


def test_what_prose_cites_says_where_and_leads_back():
    text = pages_of(
        ("markdown", "# Text"),
        ("code", "1", [result('<p><span id="s-1.1.1">A <span id="q-x">x<b>y</b></span> B</span> C</p>')]),
        ("code", "2", [result('<table><tr id="q-y"><th>y</th><td>z</td></tr></table>')]),
    )
    prose = "[x](01-reading.ipynb#q-x), [x](01-reading.ipynb#q-x), [y](01-reading.ipynb#q-y)"
    essay = pages_of(
        ("markdown", f"# Essay: long\n\n{prose}, [s](01-reading.ipynb#s-1.1.1)"), name="04-essay"
    )
    reading, cites = with_ways_back([*text, *essay])
    assert cites.html.count('id="uses-q-x"') == 1
    line = '<span class="back"> cited in <a href="04-essay.ipynb#uses-{}">Essay</a></span>'
    assert f"x<b>y</b>{line.format('q-x')}</span> B{line.format('s-1.1.1')}</span> C" in reading.html
    assert f">y{line.format('q-y')}</th>" in reading.html


def test_an_address_cited_that_stands_elsewhere_too_leads_back_from_its_home_only():
    other = pages_of(("markdown", "# Mine"), ("code", "1", [result('<p id="q-x">x</p>')]), name="05-reuse")
    essay = pages_of(("markdown", "# Essay\n\n[x](01-reading.ipynb#q-x)"), name="04-essay")
    assert "cited in" not in with_ways_back([*other, *essay])[0].html


# ---- links between pages, and within the single file


@pytest.fixture
def site() -> Site:
    reading = (
        '<h1 id="Text">Text</h1><p>First.</p><h2 id="More">More</h2>'
        '<p id="s-1.1.1"><b id="q-onsong">over 700</b></p><input id="cg1-x"><label for="cg1-x">'
    )
    numbers = (
        '<h1 id="Numbers">Numbers</h1><p>First.</p><h2 id="More">More</h2>'
        '<p id="result-sum"><b id="q-onsong"></b>'
        '<a href="01-reading.ipynb#q-onsong">a</a><a href="01-reading.ipynb">b</a><a href="#More">c</a>'
        '<a href="#result-sum--range">d</a><a href="elsewhere.ipynb">e</a><a href="#s-1.1.1">f</a></p>'
        '<svg><clipPath id="clip"/><g clip-path="url(#clip)"><use xlink:href="#clip"/></g></svg>'
        "<style>#clip .a{}</style>"
    )
    pages = [("01-reading", "Text", reading), ("02-quantities", "Numbers", numbers)]
    return Site(
        [
            Page(name, title, "", html, (("More", "More"),), frozenset(ids_in(html)))
            for name, title, html in pages
        ]
    )


def test_links_to_notebooks_become_links_to_pages(site):
    page = set_page(site.pages[1], site)
    assert re.findall(r'<a href="([^"]*)">\w</a>', page) == [
        "01-reading.html#q-onsong", "01-reading.html", "#More", "#result-sum", "elsewhere.ipynb",
        "01-reading.html#s-1.1.1",
    ]  # fmt: skip


def test_the_single_file_has_every_link_inside_and_every_id_once(site):
    page = set_single(site)
    assert re.findall(r'<a href="([^"]*)">\w</a>', page) == [
        "#q-onsong", "#page-01-reading", "#02-quantities--More", "#result-sum", "elsewhere.ipynb", "#s-1.1.1",
    ]  # fmt: skip
    assert [address for address, count in Counter(ids_in(page)).items() if count > 1] == []
    assert {"01-reading--More", "02-quantities--More", "q-onsong", "s-1.1.1"} <= set(ids_in(page))
    assert "url(#02-quantities--clip)" in page and 'xlink:href="#02-quantities--clip"' in page
    assert "#02-quantities--clip .a{}" in page
    assert 'for="01-reading--cg1-x"' in page
    assert page.count("<h1") == 1


# ---- running, cache, build

FORKS = pytest.mark.skipif(not can_fork(), reason="processes are copied on Linux only; kernels run here")
RUNNERS = pytest.mark.parametrize("runner", [run_notebooks, pytest.param(run_forked, marks=FORKS)])


@FORKS
def test_the_quick_way_gives_what_kernels_give(monkeypatch, tmp_path):
    """Every output of every notebook, figures included; only the random prefixes of ids differ."""
    sources = read_sources(Folders().notebooks)
    given = []
    for runner in (run_notebooks, run_forked):
        figures = tmp_path / runner.__name__
        monkeypatch.setenv(FOLDER_VARIABLE, str(figures))
        outputs = json.dumps(runner(sources), sort_keys=True)
        pictures = {path.name: path.read_bytes() for path in figures.iterdir()}
        given.append((re.sub(r"\bcg[0-9a-f]{8}-", "cg-", outputs), pictures))
    assert given[0] == given[1]


@FORKS
def test_streams_displays_results_and_pictures_come_as_from_a_kernel(tmp_path):
    code = (
        "import sys\nfrom IPython.display import display, HTML, Image\n"
        "print('a'); print('b', end=''); print('e', file=sys.stderr); display(HTML('<b>x</b>'))\n"
        "display(Image(b'\\x89PNG\\r\\n\\x1a\\n')); 1 + 1"
    )
    pandas = "import pandas\npandas.DataFrame({'a': range(70), 'b': ['long words ' * 20] * 70})"
    folders = write(tmp_path, one=notebook(("code", code), ("code", ""), ("code", "None"), ("code", pandas)))
    sources = read_sources(folders.notebooks)
    assert run_forked(sources) == run_notebooks(sources)


@FORKS
def test_a_notebook_that_raises_ends_those_still_at_work(tmp_path):
    """A long output that nobody reads any more would hold its process, and this one at its end."""
    folders = write(
        tmp_path,
        raises=notebook(("code", "1 / 0")),
        speaks=notebook(("code", "import time; time.sleep(1); print('x' * 1_000_000)")),
    )
    with pytest.raises(BuildError, match="ZeroDivisionError"):
        run_forked(read_sources(folders.notebooks))
    assert multiprocessing.active_children() == []


@FORKS
def test_a_process_that_dies_is_named(tmp_path):
    folders = write(tmp_path, one=notebook(("code", "import os\nos._exit(1)")))
    with pytest.raises(BuildError, match=r"one\.ipynb could not be run: its process died"):
        run_forked(read_sources(folders.notebooks))


@RUNNERS
def test_a_cell_that_raises_is_named_in_one_sentence(tmp_path, runner):
    folders = write(tmp_path, one=notebook(("markdown", "# T"), ("code", "x = 1\n1 / 0")))
    with pytest.raises(BuildError) as caught:
        runner(read_sources(folders.notebooks))
    assert str(caught.value) == "one.ipynb, cell 2 (x = 1): ZeroDivisionError: division by zero"


@RUNNERS
def test_a_run_never_touches_the_notebook_and_ignores_the_outputs_in_it(tmp_path, runner):
    folders = write(tmp_path, one=notebook(("code", "print(2)", [result("<p>old</p>")])))
    before = (folders.notebooks / "one.ipynb").read_bytes()
    source = read_source(folders.notebooks / "one.ipynb")
    outputs = runner([source])["one"]
    assert [output["text"] for output in outputs[0]] == ["2\n"]
    assert (folders.notebooks / "one.ipynb").read_bytes() == before
    assert b"old" not in source.bytes


def test_a_file_that_is_no_notebook_is_named(tmp_path):
    (tmp_path / "bad.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(BuildError, match=r"bad\.ipynb is not a notebook"):
        read_source(tmp_path / "bad.ipynb")


def test_index_comes_first():
    names = [source.name for source in read_sources(Folders().notebooks)]
    assert names == ["index", "01-reading", "02-quantities", "03-stations", "04-commentary", "05-reuse"]


def test_a_cache_entry_holds_for_one_key_and_a_damaged_one_for_none(tmp_path):
    cache = Cache(tmp_path, "pages")
    cache.put("one", "key", ["value"])
    assert (cache.get("one", "key"), cache.get("one", "other"), cache.get("two", "key")) == (
        ["value"],
        None,
        None,
    )
    (tmp_path / "pages" / "one.json").write_text("{", encoding="utf-8")
    assert cache.get("one", "key") is None


def test_fingerprints_tell_parts_apart():
    assert (
        len({fingerprint("ab", "c"), fingerprint("a", "bc"), fingerprint("abc"), fingerprint(["ab"], "c")})
        == 4
    )


@pytest.fixture
def folders(tmp_path, monkeypatch) -> Folders:
    """A small edition whose prose is not in question."""
    monkeypatch.setattr(building, "check_prose", lambda *_: None)
    return write(
        tmp_path,
        index=notebook(("markdown", "# Small\n\nAn edition of two pages.\n\n[Text](01-reading.ipynb)")),
        n01_reading=notebook(
            ("markdown", "# Text\n\nThe text."), ("code", "import random\nprint(random.Random(1).random())")
        ),
    )


def test_two_builds_give_the_same_bytes_and_the_second_does_nothing(folders, capsys):
    building.build(folders)
    first = {path: path.read_bytes() for path in folders.html.rglob("*") if path.is_file()}
    building.build(folders)
    assert "Nothing has changed" in capsys.readouterr().out
    for path in (*folders.cache.rglob("*.json"), *first):
        path.unlink()
    building.build(folders)
    assert {path: path.read_bytes() for path in folders.html.rglob("*") if path.is_file()} == first


@pytest.mark.parametrize("before", [None, "elsewhere"])
def test_figures_are_written_to_the_folder_of_the_build_while_notebooks_run_and_no_longer(
    tmp_path, monkeypatch, before
):
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    if before:
        monkeypatch.setenv(FOLDER_VARIABLE, before)
    with pytest.raises(BuildError), building.figures_into(tmp_path):
        assert str(tmp_path) == os.environ[FOLDER_VARIABLE]
        raise BuildError("a cell raised")
    assert before == os.environ.get(FOLDER_VARIABLE)


def test_a_build_leaves_no_folder_named_for_figures(folders, monkeypatch):
    named = []
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    monkeypatch.setattr(building, "run", lambda *_: named.append(os.environ[FOLDER_VARIABLE]) or {})
    building.outputs_of(
        read_sources(folders.notebooks), "", Cache(folders.cache, "runs"), folders.figures, False
    )
    assert ([str(folders.figures)], None) == (named, os.environ.get(FOLDER_VARIABLE))


def test_only_a_notebook_whose_code_changed_runs_again(folders, capsys):
    building.build(folders)
    path = folders.notebooks / "01-reading.ipynb"
    path.write_text(
        path.read_text(encoding="utf-8").replace("The text.", "The whole text."), encoding="utf-8"
    )
    capsys.readouterr()
    building.build(folders)
    assert "Running" not in capsys.readouterr().out
    assert "The whole text." in (folders.html / "01-reading.html").read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("Random(1)", "Random(2)"), encoding="utf-8")
    building.build(folders)
    assert "Running 1 of 2 notebooks" in capsys.readouterr().out


def test_a_page_that_was_tampered_with_is_written_again(folders):
    building.build(folders)
    page = folders.html / "index.html"
    before = page.read_bytes()
    page.write_bytes(b"something else")
    (folders.html / "stray.html").write_bytes(b"left over")
    building.build(folders)
    assert page.read_bytes() == before
    assert not (folders.html / "stray.html").exists()


def test_false_prose_stops_the_build(tmp_path):
    folders = write(tmp_path, index=notebook(("markdown", "# Small\n\nThere were 700 people.")))
    with pytest.raises(BuildError, match=r"index\.ipynb, cell 1: “700”"):
        building.build(folders)


# ---- citations and data


@pytest.mark.parametrize("work", [citations.document(), citations.edition()])
def test_every_citation_names_title_and_year(work):
    for form in (citations.chicago, citations.mla, citations.bibtex, citations.ris, citations.csl):
        assert work.title in form(work)
        assert str(work.issued.year) in form(work)


def test_the_document_is_cited_by_author_number_archive_and_translator():
    expected = (
        "Embassy of the People’s Republic of China",
        "Korea Consular No. 103",
        "118-01026-07, 125-128",
        "Cowhig",
    )
    for form in (citations.chicago, citations.mla, citations.bibtex, citations.ris, citations.csl):
        assert [words for words in expected if words not in form(citations.document())] == []


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""), (float("nan"), ""), (700.0, "700"), (6.5, "6.5"), (True, "True"), (["a", "b"], "a | b"),
        ([{"quote": "x"}], '[{"quote": "x"}]'), ("a,b", "a,b"),
    ],
)  # fmt: skip
def test_a_field_of_a_csv_is_plain(value, expected):
    assert export.as_field(value) == expected


def test_every_table_is_described_and_reads_back(tmp_path):
    import pandas

    files = export.data_files(load())
    described = json.loads(files["datapackage.json"])["resources"]
    assert {resource["path"] for resource in described} == {name for name in files if name.endswith(".csv")}
    for resource in described:
        (tmp_path / resource["path"]).write_text(files[resource["path"]], encoding="utf-8", newline="")
        back = pandas.read_csv(tmp_path / resource["path"], dtype=str, keep_default_na=False)
        assert [field["name"] for field in resource["schema"]["fields"]] == list(back.columns)
    assert "20,517" in pandas.read_csv(tmp_path / "quantities.csv").text.tolist()
    assert "more than 1,350" in pandas.read_csv(tmp_path / "results.csv").wording.tolist()


def test_places_can_be_taken_to_a_map_and_a_document_without_places_offers_none(tmp_path):
    places = json.loads(export.data_files(load())["places.geojson"])
    assert {"FeatureCollection", load().places.name[0]} == {
        places["type"], places["features"][0]["properties"]["title"],
    }  # fmt: skip
    assert places["features"][0]["names"][0]["citations"][0]["label"] == load().meta["title"]
    (tmp_path / "letter.txt").write_text("Over 700 people came.", encoding="utf-8")
    assert "places.geojson" not in export.data_files(load(tmp_path / "letter.txt"))


def test_every_key_of_the_data_package_holds():
    cable = load()
    frames = export.tables(cable)
    pointing = 0
    for resource in json.loads(export.data_files(cable)["datapackage.json"])["resources"]:
        for key in resource["schema"].get("foreignKeys", []):
            target = frames[key["reference"]["resource"]][key["reference"]["fields"]]
            given = [one for one in frames[resource["name"]][key["fields"]] if one]
            assert set(given) <= set(target)
            pointing += len(given)
    assert pointing > 400


# ---- the PDF


def test_without_a_browser_a_pdf_asks_for_one(monkeypatch, tmp_path):
    monkeypatch.setattr(pdf.shutil, "which", lambda _name: None)
    monkeypatch.setattr(pdf, "ELSEWHERE", ())
    monkeypatch.delenv("BROWSER_FOR_PDF", raising=False)
    with pytest.raises(BuildError, match="needs Chromium or Chrome, and none was found: install it"):
        pdf.print_pdf(tmp_path / "edition.html", tmp_path / "edition.pdf")


@pytest.mark.parametrize("browser", [sys.executable, "/there/is/no/such/browser"])
def test_a_browser_that_cannot_print_is_quoted_and_an_old_pdf_does_not_pass_for_the_new(
    monkeypatch, tmp_path, browser
):
    (tmp_path / "edition.html").write_text("<head></head>", encoding="utf-8")
    (tmp_path / "edition.pdf").write_bytes(b"%PDF of yesterday")
    monkeypatch.setenv("BROWSER_FOR_PDF", browser)
    with pytest.raises(BuildError, match=r"could not print edition\.html: \S+"):
        pdf.print_pdf(tmp_path / "edition.html", tmp_path / "edition.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["edition.html"]


def test_a_browser_that_does_not_finish_is_named():
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    assert pdf.run(command, timeout=1) == "it did not finish within 1 seconds"


# ---- cards and readings


def test_a_computed_value_gets_a_card_and_one_value_for_each_reading():
    expansion = Expansion(Answers(load()))
    words = expansion.answers.wording("stations-remainder", "")
    link = f'<a href="02-quantities.ipynb#result-stations-remainder">{words}</a>'
    html = expansion.expand(f'{link} <a href="#result-x">x</a>')
    assert text_of(html).startswith(f"{words}{words} (does not hold so)")
    assert 'popovertarget="how-stations-remainder"' in html
    assert html.endswith('<a href="#result-x">x</a>')
    assert (expansion.cards, expansion.cruxes) == (["stations-remainder"], ["stations", "total"])
    assert "body:has(#r-stations-flow:checked)" in expansion.style


def test_a_value_that_no_reading_changes_stays_one_value():
    expansion = Expansion(Answers(load()))
    words = expansion.answers.wording("shortage", "")
    html = expansion.expand(f'<a href="#result-shortage">{words}</a>')
    assert '<span class="by-reading' not in html
    assert expansion.style == ""


def test_a_quoted_number_says_on_paper_where_it_stands():
    html = Expansion(Answers(load())).expand('<a href="01-reading.ipynb#q-onsong">over 700</a>')
    assert html == '<a href="01-reading.ipynb#q-onsong" data-at="1.1.4">over 700</a>'


def test_whatever_is_marked_with_a_reading_is_shown_with_it():
    expansion = Expansion(Answers(load()))
    expansion.expand('<b data-when="kyongsong-chongsong">Chongsong</b>')
    assert expansion.cruxes == ["kyongsong"]
    assert '[data-when="kyongsong-chongsong"]' in expansion.style.partition("{display:none}")[0]


def test_every_crux_has_one_default_and_it_comes_first():
    options = Answers(load()).options
    assert [crux for crux, found in options.items() if [one.default for one in found].count(True) != 1] == []
    assert all(found[0].default for found in options.values())


# ---- what stays on one line


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>more than 6.5 % of it</p>", ["6.5 %"]),
        ("<p>about 74 km, on 2 December 1961</p>", ["74 km", "2 December"]),
        ("<p>12 Kilometres, 1961 Marching</p>", []),
        ('<p title="6 %">six</p><pre>6 %</pre><svg><text>6 %</text></svg>', []),
    ],
)
def test_a_number_keeps_its_unit_on_its_line(html, kept):
    marked = keep_together(html)
    assert re.findall(r'<span class="kept">([^<]*)</span>', marked) == kept
    assert re.sub(r'<span class="kept">|</span>', "", marked) == html


def test_a_comma_within_brackets_of_brackets_does_not_divide_a_selector():
    css = ".a:has(b:nth-child(5), i:nth-child(5)) u{top:0}"
    assert used(css, '<p class="a">') == css
    assert used(css, '<p class="b">') == ""
