"""The edition: what a reader gets of a notebook, on its pages and in one file, on paper, as data."""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from time import process_time

import nbformat
import pytest
from cablegram import Cable, export, load
from cablegram.edition import pdf
from cablegram.edition.exporter import EditionExporter
from cablegram.edition.gather import notebook_prose
from cablegram.edition.outputs import fit
from cablegram.edition.page import Page, Site, css_string, set_page, set_single
from cablegram.edition.readings import Readings
from cablegram.edition.sources import BuildError, Source
from cablegram.edition.tree import keep_together, mark_languages, order_headings, parse, read, write
from nbconvert.exporters import get_exporter
from nbconvert.nbconvertapp import NbConvertApp

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
    return EditionExporter().from_notebook_node(nbformat.from_dict(notebook(*cells)))[0]


def shown(html: str) -> str:
    """What becomes of HTML that a cell shows."""
    page = exported(("markdown", "# T"), ("code", "", [result(html)]))
    return page.partition('<div class="output">')[2].partition("</div>\n")[0]


def ids_in(html: str) -> list[str]:
    return [tag["id"] for tag in parse(html)(id=True)]


def made_by(change, html: str) -> str:
    """The HTML as one function of the tree leaves it."""
    tree = parse(html)
    change(tree)
    return write(tree)


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


def test_results_and_displays_all_arrive_on_the_page():
    shown = display({"text/html": "<p>shown</p>"})
    stream = {"output_type": "stream", "name": "stdout", "text": "printed <b>\n"}
    picture = display({"image/png": "QUJD\nREVG", "text/plain": "<Axes>"})
    page = exported(("code", "x", [result("<table><tr><td>given</td></tr></table>"), shown, stream, picture]))
    for expected in (
        "given",
        "<p>shown</p>",
        "printed &lt;b&gt;",
        'alt="Axes" src="data:image/png;base64,QUJDREVG"',
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


def test_a_notebook_that_was_not_run_says_so_instead_of_its_outputs():
    assert "This notebook has not been run" in exported(("markdown", "# T"), ("code", "1 + 1"))
    assert "has not been run" not in exported(("code", "1 + 1", [result("2")]), ("code", "print()"))
    assert "has not been run" not in exported(("markdown", "# T"))


def test_raw_html_in_markdown_shows_as_text_and_a_picture_from_elsewhere_as_a_link():
    page = exported(
        ("markdown", f"# T\n\n{HOSTILE}\n\n<div onclick='x'>b</div>\n\n![far](https://e.example/x)")
    )
    assert "onerror=alert(1)&gt;" in page
    assert "&lt;div onclick='x'&gt;b&lt;/div&gt;" in page
    assert '<a href="https://e.example/x">far</a>' in page


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


def test_curly_quotes_are_kept():
    assert "“over 700”" in exported(("markdown", "“over 700”"))


def test_nbconvert_and_jupyterlab_know_the_exporter_by_name(tmp_path):
    assert get_exporter("edition").export_from_notebook
    path = tmp_path / "mine.ipynb"
    path.write_text(json.dumps(notebook(("markdown", "# Mine\n\n[next](other.ipynb#x)"))), encoding="utf-8")
    program = NbConvertApp()
    program.initialize(["--to", "edition", str(path)])
    program.start()
    assert '<a href="other.html#x">next</a>' in path.with_suffix(".html").read_text(encoding="utf-8")


# ---- outputs, ids, tables


def test_random_prefixes_are_counted_and_no_id_stands_twice():
    html = (
        '<i id="cg0a1b2c3d-x"></i><i id="s-1.1.1"></i><b popovertarget="cgffffffff-x"></b>'
        '<i id="s-1.1.1" class="k"></i>'
    )
    assert write(read(html)) == (
        '<i id="cg1-x"></i><i id="s-1.1.1"></i><b popovertarget="cg2-x"></b><i class="k"></i>'
    )


@pytest.mark.parametrize(
    ("brought", "kept"),
    [
        # what runs
        ("<p onclick='a' class=x>a</p>", '<p class="x">a</p>'),
        ("<SCRIPT src=//e>x<b></SCRIPT >b", "b"),
        ("<scr<script>ipt>a</script>", "ipt&gt;a"),
        ("<body onload=a><x-y onclick=a>b</x-y>", "b"),
        ("<p title='\"onclick=x '>b</p>", '<p title="&quot;onclick=x ">b</p>'),
        ('<svg><style><img src=x onerror=a></style><a xlink:href="javascript:a">b</a><set to=x /></svg>',
         "<svg></svg><img><a>b</a>"),
        ("<!--><img src=x onerror=a>-->b<![CDATA[<i>]]>", "<img>--&gt;b]]&gt;"),
        # where links lead
        ('<a href="java&#10;script:a">a</a>', "<a>a</a>"),
        ('<a href="\x01 vbScript&colon;a">a</a>', "<a>a</a>"),
        ("<a href=data:text/html,x>a</a>", "<a>a</a>"),
        ('<a href="https://e.example/?a:b">a</a>', '<a href="https://e.example/?a:b">a</a>'),
        ("<a href='x.ipynb#q-x'>a</a>", '<a href="x.ipynb#q-x">a</a>'),
        # what fetches or sends
        ("<base href=//e><link href=x><meta http-equiv=refresh content=x><embed src=x>", ""),
        ("<iframe srcdoc='x'>x</iframe><img src=x srcset=x alt=a>", '<img alt="a">'),
        ("<img src='data:image/png;base64,QQ=='>", '<img src="data:image/png;base64,QQ==">'),
        ("<form action=x><button formaction=javascript:x>b</button></form>", "<button>b</button>"),
        ("<p style='background:url(//e)'>a</p><p style='background:u\\72l(x)'>a</p>", "<p>a</p><p>a</p>"),
        ("<svg><use href='data:image/svg+xml,x'></use></svg><p style='width:expression(x)'>a</p>",
         "<svg><use></use></svg><p>a</p>"),
        ("<style>@import 'x';</style><style>c>d{}</style>", "<style>c>d{}</style>"),
        # what the page has itself
        ('<style class="cablegram-style">a{}</style><style scoped>b{}</style><p hidden>x</p>', "<p>x</p>"),
        # what is opened and closed
        ("</div><b><i>x</b>y</i><td>", "<b><i>x</i></b><i>y</i>"),
        ("a < b <3 <a 'x", "a &lt; b &lt;3 "),
    ],
)  # fmt: skip
def test_html_that_code_shows_runs_fetches_and_closes_nothing_of_the_page(brought, kept):
    assert kept == fit(brought)


def test_what_cells_show_goes_through_it():
    assert "<p>x</p>" == shown("</div><p onclick=a>x</p></main>").strip()


def test_markdown_is_clean_without():
    said = "![a](data:text/html,x) [a](JaVaScRiPt:x) [a](x 'y\"onclick=1') <b onclick=a>x</b>"
    main = parse(exported(("markdown", f"# T\n\n{said} ![a](//e.example/x.png)"))).main
    assert [] == main(["b", "img"])
    assert [] == [link for link in main("a") if not re.match(r"#harmful|x$|//e", link["href"])]
    assert {"href", "title"} == {name for link in main("a") for name in link.attrs}


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<!--",
        "<b><i>",
        "<table><tr><td>",
        "<br>6 %",
        "<a'=\"<a\"='",
        "<p>a</p><x-y>",
        "<style>",
        "<a b='>",
    ],
)
def test_html_is_read_in_time_whatever_does_not_close(piece):
    def seconds(length):
        started = process_time()
        keep_together(read(fit(piece * (length // len(piece)))))
        return process_time() - started

    assert seconds(16_000) < 25 * max(seconds(2_000), 0.02)


def test_what_is_read_is_written_as_browsers_read_it():
    written = '<svg viewbox="0 0 1 1"><g><path d="M0 0"></path></g></svg><p>a &lt; b<br><input checked></p>'
    assert written == write(
        read('<svg viewBox="0 0 1 1"><g><path d="M0 0"/></g></svg><p>a &lt; b<br/><input checked="">')
    )


def test_links_in_a_picture_are_such_as_jupyterlab_leaves_alone_and_plain_ones_on_the_page(cable):
    shown_there = cable.figure("fingerprint")._repr_html_()
    picture = re.compile(r"<svg.*</svg>", re.DOTALL)
    assert 'xlink:href="01-reading.ipynb#s-1.1.1"' in shown_there
    assert not re.search(r"<a [^>]*\shref=", picture.search(shown_there)[0])
    shown_here = shown(shown_there)
    assert not re.search(r"<a [^>]*xlink:", picture.search(shown_here)[0])
    assert re.search(r'<a [^>]*\shref="[^"]*#s-1.1.1"', picture.search(shown_here)[0])


def test_tables_of_pandas_get_scopes_and_aligned_numbers():
    from pandas import DataFrame

    frame = DataFrame({"text": ["over 700", "2.1.3"], "low": [700.5, float("nan")]}, index=["a", "b"])
    table = shown(frame.to_html())
    assert "<th></th>" not in table
    assert Counter(re.findall(r'<th scope="(\w+)"', table)) == {"col": 2, "row": 2}
    assert '<td class="number">700.5</td>' in table
    assert "<td>2.1.3</td>" in table
    assert "border=" not in table


@pytest.mark.parametrize(("columns", "expected"), [(2, False), (12, True)])
def test_only_a_table_that_may_need_scrolling_takes_the_keyboard(columns, expected):
    row = "".join(f"<td>word{number}</td>" for number in range(columns))
    assert expected == ('tabindex="0"' in shown(f"<table><caption>It</caption><tr>{row}</tr></table>"))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("<h1>a</h1><h4>b</h4><h4>c</h4>", "<h1>a</h1><h2>b</h2><h2>c</h2>"),
        (
            '<h1>a</h1><h3 id="x">b</h3><h5>c</h5><h2>d</h2>',
            '<h1>a</h1><h2 id="x">b</h2><h3>c</h3><h2>d</h2>',
        ),
    ],
)
def test_no_level_of_headings_is_skipped(written, told):
    assert told == made_by(order_headings, written)


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
    assert marked == made_by(mark_languages, words)


def test_a_page_carries_the_rules_of_all_views_without_their_comments():
    sheet = exported(("markdown", "# T")).partition("<style>")[2].partition("</style>")[0]
    for expected in (".cg-text{", ".cg-figure", ".kept{white-space:nowrap}", "@media print{"):
        assert expected in sheet
    assert "/*" not in sheet


def test_headings_are_addressed_as_jupyterlab_does_and_never_twice():
    page = exported(("markdown", "# A title"), ("markdown", "# A title\n\n### A title"))
    assert re.findall(r'<(h\d) id="([^"]*)"', page) == [
        ("h1", "A-title"), ("h2", "A-title-2"), ("h3", "A-title-3"),
    ]  # fmt: skip
    assert re.findall(r'<li><a href="#([^"]*)">', page) == ["A-title-2"]


def test_a_title_cannot_leave_its_style_sheet():
    assert css_string('a"</style>\\') == '"a\\22 \\3c /style\\3e \\5c "'


# ---- parts of a notebook with pages of their own

PARTED = (
    ("markdown", "# Text\n\nThe words. See [below](#Rows) and [the last](#Last)."),
    ("markdown", "## Rows\n\nAll of them.\n\n### Dates", ["page-rows"]),
    ("code", "1", [result('<p id="q-x">x</p>')]),
    ("markdown", "## Last\n\nThe end, after [a row](#q-x)."),
)


def parted(*cells: tuple, name: str = "01-reading") -> list[Page]:
    return EditionExporter().pages(nbformat.from_dict(notebook(*cells)), name, None)


def test_a_section_set_apart_has_a_page_with_title_and_contents():
    text, rows = parted(*PARTED)
    assert [(page.name, page.title, page.notebook) for page in (text, rows)] == [
        ("01-reading", "Text", "01-reading"), ("01-rows", "Rows", "01-reading"),
    ]  # fmt: skip
    assert text.contents == [("Last", "Last")] and rows.contents == [("Dates", "Dates")]
    assert "All of them" in write(rows.tree) and write(rows.tree).startswith('<h1 id="Rows">')
    assert "The end" in write(text.tree) and "The end" not in write(rows.tree)
    assert text.tree.find(class_="part").get_text() == "Rows All of them."


def test_links_find_the_page_of_a_part():
    site = Site(parted(*PARTED))
    page = set_page(site.pages[0], site)
    assert '<a href="01-rows.html#Rows">below</a>' in page
    assert '<a href="#Last">the last</a>' in page
    assert '<a href="01-rows.html#q-x" id="uses-q-x">a row</a>' in page
    whole = set_single(site)
    assert (
        '<a href="#01-rows--Rows">below</a>' in whole
        and 'href="#q-x" id="01-reading--uses-q-x">a row</a>' in whole
    )
    assert [address for address, count in Counter(ids_in(whole)).items() if count > 1] == []


def test_a_notebook_lends_its_page_no_more_of_its_name_than_letters_and_digits():
    site = Site(
        parted(*PARTED) + parted(("markdown", "# B\n\n[t](01-reading.ipynb)"), name="javascript:b/.. c")
    )
    assert ["01-reading", "01-rows", "javascript-b-..-c"] == [page.name for page in site.pages]
    assert '<a href="javascript-b-..-c.html"' in set_page(site.pages[0], site)
    assert [] == [page.name for page in parted(("markdown", "# T"), ("markdown", "## P", ["page-../x"]))[1:]]


def test_a_notebook_exported_alone_stays_whole_and_a_part_needs_a_heading_of_the_second_level():
    assert "All of them" in exported(*PARTED)
    assert len(parted(("markdown", "# Text"), ("markdown", "### Deep", ["page-deep"]))) == 1
    assert len(parted(("markdown", "# Text"), ("markdown", "No heading.", ["page-none"]))) == 1


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
    ],
)
def test_a_link_in_prose_to_a_public_address_can_be_led_back_to(url, address):
    assert f'id="uses-{address}"' in exported(("markdown", f"# T\n\n[words]({url})"))


@pytest.mark.parametrize("url", ["#A-heading", "https://example.org/#q-x", "01-reading.ipynb"])
def test_another_link_gets_no_address(url):
    assert "uses-" not in exported(("markdown", f"# T\n\n[words]({url})"))


def test_what_prose_cites_says_where_and_leads_back():
    text = parted(
        ("markdown", "# Text"),
        ("code", "1", [result('<p><span id="s-1.1.1">A <span id="q-x">x<b>y</b></span> B</span> C</p>')]),
        ("code", "2", [result('<table><tr id="q-y"><th>y</th><td>z</td></tr></table>')]),
    )
    prose = "[x](01-reading.ipynb#q-x), [x](01-reading.ipynb#q-x), [y](01-reading.ipynb#q-y)"
    essay = parted(("markdown", f"# Essay: long\n\n{prose}, [s](01-reading.ipynb#s-1.1.1)"), name="04-essay")
    reading, cites = (write(page.tree) for page in Site([*text, *essay]).pages)
    assert cites.count('id="uses-q-x"') == 1
    line = '<span class="back"> cited in <a href="04-essay.ipynb#uses-{}">Essay</a></span>'
    assert f"x<b>y</b>{line.format('q-x')}</span> B{line.format('s-1.1.1')}</span> C" in reading
    assert f">y{line.format('q-y')}</th>" in reading


def test_an_address_cited_that_stands_elsewhere_too_leads_back_from_its_home_only():
    other = parted(("markdown", "# Mine"), ("code", "1", [result('<p id="q-x">x</p>')]), name="05-reuse")
    essay = parted(("markdown", "# Essay\n\n[x](01-reading.ipynb#q-x)"), name="04-essay")
    assert "cited in" not in write(Site([*other, *essay]).pages[0].tree)


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
    return Site([Page("01-reading", parse(reading)), Page("02-quantities", parse(numbers))])


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


# ---- citations and data


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""), (float("nan"), ""), (700.0, "700"), (6.5, "6.5"), (True, "True"), (["a", "b"], "a | b"),
        ([{"quote": "x"}], '[{"quote": "x"}]'), ("a,b", "a,b"), ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"),
    ],
)  # fmt: skip
def test_a_field_of_a_csv_is_plain(value, expected):
    assert export.as_field(value) == expected


def test_every_table_is_described_and_reads_back(cable, tmp_path):
    import pandas

    files = export.data_files(cable)
    described = json.loads(files["datapackage.json"])["resources"]
    assert {resource["path"] for resource in described} == {name for name in files if name.endswith(".csv")}
    for resource in described:
        (tmp_path / resource["path"]).write_text(files[resource["path"]], encoding="utf-8", newline="")
        back = pandas.read_csv(tmp_path / resource["path"], dtype=str, keep_default_na=False)
        assert [field["name"] for field in resource["schema"]["fields"]] == list(back.columns)
    assert "20,517" in pandas.read_csv(tmp_path / "quantities.csv").text.tolist()
    assert "more than 1,350" in pandas.read_csv(tmp_path / "results.csv").wording.tolist()


def test_a_table_of_a_document_with_bare_returns_reads_back_row_by_row(tmp_path):
    import pandas

    mine = Cable("One line.\rTwo people came.\r\rOver 300 came.", "mine")
    for name, frame in export.tables(mine).items():
        (tmp_path / name).write_text(export.data_files(mine)[f"{name}.csv"], encoding="utf-8", newline="")
        back = pandas.read_csv(tmp_path / name, dtype=str, keep_default_na=False)
        assert list(frame.text) == list(back.text)


def test_places_can_be_taken_to_a_map_and_a_document_without_places_offers_none(cable, tmp_path):
    places = json.loads(export.data_files(cable)["places.geojson"])
    assert {"FeatureCollection", cable.places.name[0]} == {
        places["type"], places["features"][0]["properties"]["title"],
    }  # fmt: skip
    assert places["features"][0]["names"][0]["citations"][0]["label"] == cable.meta["title"]
    (tmp_path / "letter.txt").write_text("Over 700 people came.", encoding="utf-8")
    assert "places.geojson" not in export.data_files(load(tmp_path / "letter.txt"))


def test_every_key_of_the_data_package_holds(cable):
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
    monkeypatch.setattr(pdf, "BROWSERS", ())
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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows runs no script by its first line")
def test_a_browser_that_does_not_finish_is_named(monkeypatch, tmp_path):
    (tmp_path / "edition.html").write_text("<head></head>", encoding="utf-8")
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\nexec sleep 60\n")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER_FOR_PDF", str(browser))
    monkeypatch.setattr(pdf, "SECONDS", 0.2)
    with pytest.raises(BuildError, match=r"browser could not print edition\.html: it did not finish within"):
        pdf.print_pdf(tmp_path / "edition.html", tmp_path / "edition.pdf")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows runs no script by its first line")
@pytest.mark.parametrize(("faces", "told"), [(":", "The PDF has gaps where Chinese"), ("echo Song", "")])
def test_where_no_face_has_chinese_letters_printing_says_so(monkeypatch, tmp_path, capsys, faces, told):
    (tmp_path / "edition.html").write_text("<head></head>", encoding="utf-8")
    (tmp_path / "fc-list").write_text(f"#!/bin/sh\n{faces}\n")
    (tmp_path / "fc-list").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("BROWSER_FOR_PDF", "/there/is/no/such/browser")
    with pytest.raises(BuildError):
        pdf.print_pdf(tmp_path / "edition.html", tmp_path / "edition.pdf")
    assert told == capsys.readouterr().err.partition(" and Korean")[0]


# ---- cards and readings


def expanded(cable: Cable, html: str) -> tuple[Readings, str]:
    """The HTML with its links to results made to answer, and what must stand on the page for it."""
    readings = Readings(cable)
    return readings, made_by(readings.expand, html)


def test_a_computed_value_gets_a_card_and_one_value_for_each_reading(cable):
    words = cable.answers["stations-remainder"].wording
    link = f'<a href="02-quantities.ipynb#result-stations-remainder">{words}</a>'
    readings, html = expanded(cable, f'{link} <a href="#result-x">x</a>')
    assert parse(html).get_text().startswith(f"{words}{words} (does not hold so)")
    assert 'popovertarget="how-stations-remainder"' in html
    assert html.endswith('<a href="#result-x">x</a>')
    assert (list(readings.cards), list(readings.cruxes)) == (["stations-remainder"], ["stations", "total"])
    assert "body:has(#r-stations-flow:checked)" in readings.style


def test_what_a_reading_changes_is_listed_with_a_link_to_each_value(cable):
    link = '<p><a href="02-quantities.ipynb#result-stations-remainder">fewer than 19,167</a></p>'
    tree, readings = parse(f"<p>One.</p>{link}"), Readings(cable)
    readings.expand(tree, "02-quantities", "02-results")
    changed = ("02-quantities.ipynb#02-results--value-0", "fewer than 19,167", "does not hold")
    assert readings.changes == {"stations-breakdown": [changed], "stations-flow": [changed]}
    assert write(tree).startswith("<p>One.</p><!--readings--><p><")
    assert tree.a["id"] == "02-results--value-0"


def test_a_figure_says_when_it_was_drawn_under_another_reading(cable):
    readings = expanded(cable, '<b data-when="kyongsong-chongsong">Chongsong</b>')[0]
    said = '[data-readings~="kyongsong"] figcaption::after{content:"Drawn with: Kyongsong, as printed."}'
    assert f"body:not(:has(#r-kyongsong-printed:checked)) {said}" in readings.style


def test_a_certain_value_that_no_reading_changes_is_a_plain_link(cable):
    words = cable.answers["station-numbers"].wording
    link = f'<a href="#result-station-numbers">{words}</a>'
    readings, html = expanded(cable, link)
    assert (html, readings.cards) == (link, {})


def test_a_value_that_no_reading_changes_stays_one_value(cable):
    words = cable.answers["shortage"].wording
    readings, html = expanded(cable, f'<a href="#result-shortage">{words}</a>')
    assert "by-shortage" not in html
    assert readings.style == ""


def test_a_quoted_number_says_on_paper_where_it_stands(cable):
    html = expanded(cable, '<a href="01-reading.ipynb#q-onsong">over 700</a>')[1]
    assert html == '<a data-at="1.1.4" href="01-reading.ipynb#q-onsong">over 700</a>'


def test_whatever_is_marked_with_a_reading_is_shown_with_it(cable):
    readings, _html = expanded(cable, '<b data-when="kyongsong-chongsong">Chongsong</b>')
    assert list(readings.cruxes) == ["kyongsong"]
    assert '[data-when="kyongsong-chongsong"]' in readings.style.partition("{display:none}")[0]


def test_code_that_is_nested_too_deep_to_be_checked_is_told():
    source = Source("x", Path("x.ipynb"), notebook(("code", 'print("a"' + '+"b"' * 3000 + ")")))
    with pytest.raises(BuildError, match=r"^x\.ipynb, cell 1 is nested too deep to be read; write it in"):
        list(notebook_prose([source]))


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
    marked = made_by(keep_together, html)
    assert re.findall(r'<span class="kept">([^<]*)</span>', marked) == kept
    assert re.sub(r'<span class="kept">|</span>', "", marked) == html
