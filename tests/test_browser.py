"""The pages in a real browser: Chromium without network and, but where axe must run, without scripts."""

import json
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise, product
from urllib.parse import unquote

import pytest
from cablegram.edition.tree import parse
from conftest import need

WIDTHS = (320, 375, 768, 1280)
NAMES = (
    "index", "01-reading", "01-registers", "01-a-to-z", "02-quantities", "02-results", "03-stations",
    "04-commentary", "04-sources", "05-reuse", "edition",
)  # fmt: skip
MODES = {"wide and light": (1280, "light"), "narrow and dark": (320, "dark")}
# WCAG 2.2, 1.4.12: what a reader may set without losing anything.
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    "p { margin-bottom: 2em !important }"
)


@pytest.fixture
def opened(chromium, edition):
    """Opens a page of the edition; whatever it asks for beyond the disk is kept in `page.wanted`."""
    contexts = []

    def open_page(name: str, width: int = 1280, scheme: str = "light", scripts: bool = False):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, offline=True,
            java_script_enabled=scripts, bypass_csp=scripts,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.wanted, page.said = [], []
        page.on("request", lambda request: page.wanted.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.goto((edition / f"{name}.html").as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


# ---- from disk, alone


@pytest.mark.parametrize("name", NAMES)
def test_a_page_opens_from_disk_without_network_and_scripts(opened, name):
    page = opened(name)
    assert [url for url in page.wanted if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in page.wanted if url.startswith("file:")]) == 1
    assert page.said == []
    assert page.locator("h1").count() == 1
    assert len(page.inner_text("main")) > 1000


@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways(opened, name):
    page = opened(name, scripts=True)
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate("document.documentElement.scrollWidth")
    assert found == {width: width for width in WIDTHS}


@pytest.mark.parametrize("name", NAMES)
def test_text_spaced_out_neither_scrolls_sideways_nor_is_cut(opened, name):
    page = opened(name, 320, scripts=True)
    page.add_style_tag(content=SPACED)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    cut = page.evaluate(
        "[...document.querySelectorAll('main p, main li, h1, h2, h3, nav a')]"
        ".filter(e => getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1)"
        ".map(e => e.textContent.slice(0, 40))"
    )
    assert cut == []


@pytest.mark.parametrize("name", NAMES)
def test_whatever_is_pressed_is_24_pixels_wide_and_high(opened, name):
    page = opened(name, 320, scripts=True)
    page.evaluate("document.querySelectorAll('main input[type=checkbox]').forEach(e => e.checked = true)")
    small = page.evaluate(
        "[...document.querySelectorAll('button, summary, label, nav a, .files a')].map(e => "
        "[e.outerHTML.slice(0, 80), e.getBoundingClientRect()]).filter(([, box]) => "
        "box.width && (box.width < 23.9 || box.height < 23.9)).map(([words]) => words)"
    )
    assert small == []


STRAYED = """[...document.querySelectorAll('.cg-text span + button, .how')].filter(b => {
  if (!b.offsetParent) return false;
  const words = [...b.previousElementSibling.getClientRects()].at(-1), box = b.getBoundingClientRect();
  return words && (box.left + box.width / 2 < words.left || box.top > words.bottom);
}).map(b => b.previousElementSibling.textContent)"""


@pytest.mark.parametrize("name", ["01-reading", "02-quantities", "03-stations", "04-commentary"])
@pytest.mark.parametrize("width", [320, 360, 375, 414])
def test_no_button_strays_to_the_line_after_its_words(opened, name, width):
    page = opened(name, width, scripts=True)
    page.evaluate("document.querySelectorAll('main input[type=checkbox]').forEach(e => e.checked = true)")
    assert page.locator(".cg-text span + button, .how").count()
    assert page.evaluate(STRAYED) == []


BEGUN = """() => {
  const texts = document.createTreeWalker(document.querySelector('.cg-text'), NodeFilter.SHOW_TEXT);
  const begun = [], range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode, block = text.parentElement.closest('p, h2, summary');
    if (text.parentElement.closest('.cg-number')) continue;
    for (const stop of text.data.matchAll(/[,.;:!?)’”]/g)) {
      range.setStart(text, stop.index);
      range.setEnd(text, stop.index + 1);
      const box = range.getBoundingClientRect();
      if (box.width && box.left - block.getBoundingClientRect().left < 2) begun.push(text.data);
    }
  }
  return begun;
}"""


@pytest.mark.parametrize("width", [320, 360, 375, 414, 768, 1280])
def test_no_line_begins_with_a_stop_or_a_comma(opened, width):
    page = opened("01-reading", width, scripts=True)
    page.evaluate("document.querySelectorAll('main input[type=checkbox]').forEach(e => e.checked = true)")
    assert page.evaluate(BEGUN) == []


@pytest.mark.parametrize("name", ["02-quantities", "02-results"])
def test_a_number_and_its_percent_sign_stand_on_one_line(opened, name):
    page = opened(name, 375, scripts=True)
    lines = page.evaluate("[...document.querySelectorAll('main .kept')].map(e => e.getClientRects().length)")
    assert max(lines) == 1


@pytest.mark.parametrize("name", ["index", "02-quantities", "03-stations", "04-commentary"])
def test_a_caption_is_no_wider_than_the_text(opened, name):
    """Only the title of a figure, mostly one line, goes over the width of its picture."""
    page = opened(name, 1280, scripts=True)
    width = page.evaluate("document.querySelector('main > p').clientWidth")
    words = "figcaption:not(:has(.fig-title)), .fig-sub, .fig-note > span"
    captions = page.evaluate(f"[...document.querySelectorAll('{words}')].map(e => e.offsetWidth)")
    assert captions
    assert max(captions) <= width


@pytest.mark.parametrize(("name", "mode"), [*product(NAMES[:-1], MODES), ("edition", "wide and light")])
def test_axe_finds_nothing(opened, name, mode):
    """The single file is its pages again: contrast is measured there, and once in it what spans them."""
    from axe_playwright_python.sync_playwright import Axe

    page = opened(name, *MODES[mode], scripts=True)
    page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")
    rules = {"color-contrast": {"enabled": name != "edition"}}
    found = Axe().run(page, options={"resultTypes": ["violations"], "rules": rules}).response["violations"]
    assert {rule["id"]: [node["html"][:120] for node in rule["nodes"]][:3] for rule in found} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_table_has_a_name_and_header_cells(opened, name):
    page = opened(name)
    for table in page.locator("table").all():
        caption, label = table.locator("caption"), table.get_attribute("aria-labelledby")
        named = page.locator(f'[id="{label}"]') if label else caption
        assert named.count() == 1 and named.text_content().strip()
        assert table.locator("th[scope]").count() > 0


# ---- links


@pytest.fixture(scope="session")
def pages(edition) -> dict[str, str]:
    return {f"{name}.html": (edition / f"{name}.html").read_text(encoding="utf-8") for name in NAMES}


@pytest.fixture(scope="session")
def ids(pages) -> dict[str, list[str]]:
    return {name: [tag["id"] for tag in parse(html)(id=True)] for name, html in pages.items()}


def references(html: str) -> list[tuple[str, str]]:
    """(attribute, value) of everything on a page that points to an id or a page."""
    found: list[tuple[str, str]] = []
    for tag in parse(html)(True):
        if tag.name == "a" and tag.get("href"):
            found.append(("href", tag["href"]))
        for key in ("popovertarget", "for", "aria-labelledby", "aria-describedby", "aria-controls"):
            found.extend((key, f"#{word}") for word in tag.get(key, "").split())
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_link_and_fragment_leads_somewhere(pages, ids, edition, name):
    dead = []
    for _key, target in references(pages[f"{name}.html"]):
        path, _, address = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        if (path and not (edition / path).is_file()) or (
            address and unquote(address) not in ids[path or f"{name}.html"]
        ):
            dead.append(target)
    assert dead == []


@pytest.mark.parametrize("name", NAMES)
def test_no_id_stands_twice(ids, name):
    assert [one for one, count in Counter(ids[f"{name}.html"]).items() if count > 1] == []


def test_the_single_file_leads_nowhere_outside_itself(pages):
    targets = [target for _, target in references(pages["edition.html"])]
    assert [target for target in targets if not target.startswith(("#", "http", "data:", "mailto:"))] == []


def test_a_number_leads_to_its_sentence_and_the_sentence_back_to_what_rests_on_it(opened):
    page = opened("02-quantities")
    page.locator('main a[href="01-reading.html#q-onsong"]').first.click()
    assert page.url.endswith("01-reading.html#q-onsong")
    assert "over 700" in page.inner_text("#q-onsong")
    page.locator("#q-onsong .back").get_by_role("link", name="The numbers").click()
    assert page.url.endswith("02-quantities.html#uses-q-onsong")
    assert page.inner_text("#uses-q-onsong") == "over 700"


@pytest.mark.parametrize("name", ["04-commentary", "edition"])
def test_every_number_of_the_commentary_leads_to_its_sentence_and_back_in_one_step(pages, ids, name):
    """In the single file an id of a page's own is prefixed with its name."""
    page, home = (f"{name}.html", "01-reading.html") if name != "edition" else ("edition.html",) * 2
    uses = [one for one in ids[page] if re.search(r"(^|04-commentary--)uses-[qds]-", one)]
    assert len(uses) > 20
    where = page if page != home else ""
    assert [one for one in uses if f'<a href="{where}#{one}"' not in pages[home]] == []


def test_every_sentence_has_a_permalink_and_a_reference_to_paste(pages):
    import cablegram as cg

    cable = cg.load()
    text = pages["01-reading.html"]
    for row in cable.sentences.itertuples():
        sentence = text.index(f'<span id="s-{row.id}"')
        card = re.compile(r'popovertarget="([^"]+)"').search(text, sentence)[1]
        cards = re.findall(rf'<dialog[^>]* id="{card}"[^>]*>(.*?)</dialog>', text)
        assert len(cards) == 1
        assert cards[0].endswith(f'2 December 1961, <a href="#s-{row.id}">{row.id}</a></p>')


def test_a_page_is_no_notebook_to_be_trusted(pages):
    """What waits for the style of a notebook is in sight on a page that has lost its own."""
    tree = parse(pages["01-reading.html"])
    assert tree(hidden=True) == [] and "Trust Notebook" not in tree.get_text()


def test_the_pages_are_those_that_are_tested(edition):
    assert {path.stem for path in edition.glob("*.html")} == set(NAMES)


# ---- weight


@pytest.mark.parametrize("name", NAMES[:-1])
def test_a_page_weighs_little_apart_from_its_figures_and_its_face(pages, name):
    bare = re.sub(r"<figure\b.*?</figure>|@font-face\{.*?\}", "", pages[f"{name}.html"], flags=re.DOTALL)
    weight = len(bare.encode())
    assert weight < 150 * 1024


def test_the_single_file_can_be_sent_by_mail(pages):
    bare = re.sub(r'href="data:[^"]{100,}"', "", pages["edition.html"])
    weight = len(bare.encode())
    assert weight < 1_500_000


# ---- layers, cards, readings


def test_layers_switch_without_scripts(opened):
    page = opened("01-reading")
    doubts = page.locator(".cg-doubt + button").first
    assert not doubts.is_visible()
    page.get_by_role("checkbox", name="doubts 42", exact=True).check()
    assert doubts.is_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (375, 812)])
def test_the_text_begins_in_the_first_screen(opened, width, height):
    page = opened("01-reading", width)
    box = page.locator('[id="s-0.1.1"]').bounding_box()
    assert box["y"] < height - 100


def test_a_note_opens_beside_its_sentence_or_under_its_paragraph(opened):
    page = opened("01-reading", 1280)
    note, call = page.locator(".cg-aside").nth(2), page.locator(".cg-call").nth(2)
    note.locator("summary").click()
    body = note.locator("div")
    assert body.is_visible()
    assert body.bounding_box()["x"] > call.bounding_box()["x"] + call.bounding_box()["width"]
    assert abs(note.bounding_box()["y"] - call.bounding_box()["y"]) < 20
    page.set_viewport_size({"width": 375, "height": 812})
    paragraph = call.locator("xpath=ancestor::p").bounding_box()
    assert note.bounding_box()["y"] >= paragraph["y"] + paragraph["height"]


def test_no_note_lies_over_another_or_over_the_text(opened):
    page = opened("01-reading", 1280, scripts=True)
    page.evaluate("document.querySelectorAll('.cg-aside').forEach(note => note.open = true)")
    notes = [note.bounding_box() for note in page.locator(".cg-aside:visible").all()]
    assert [below for above, below in pairwise(notes) if below["y"] < above["y"] + above["height"]] == []
    text = [line.bounding_box() for line in page.locator(".cg-text :is(p, h2):not(.cg-aside *)").all()]
    assert max(line["x"] + line["width"] for line in text if line) <= min(note["x"] for note in notes)


def test_the_letter_of_a_note_opens_it(opened):
    page = opened("01-reading", 1280)
    page.locator(".cg-call a").nth(4).click()
    assert page.locator(".cg-aside div").nth(4).is_visible()


@pytest.mark.parametrize("width", [375, 1280])
def test_a_card_keeps_off_the_edges_of_the_window(opened, width):
    page = opened("01-reading", width, scripts=True)
    page.evaluate("document.querySelector('.cg-on-doubt').checked = true")
    for button in page.locator(".cg-text p > span > button:first-child, .cg-doubt + button").all()[8:60:7]:
        button.click()
        box = page.locator("[popover]:popover-open").bounding_box()
        assert 4 <= box["x"] and box["x"] + box["width"] <= width - 4
        assert 0 <= box["y"] and box["y"] + box["height"] <= 900
        page.keyboard.press("Escape")
    assert page.locator("[popover]:popover-open").count() == 0


def test_a_card_opens_by_mouse_and_by_keyboard_and_closes_again(opened):
    page = opened("02-quantities")
    button = page.locator("button.how").first
    card = page.locator(f"#{button.get_attribute('popovertarget')}")
    assert not card.is_visible()
    button.click()
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert card.is_visible()
    card.get_by_role("button", name="Close").click()
    assert not card.is_visible()


def test_a_card_tells_how_a_number_is_reached_and_links_each_input(opened):
    page = opened("02-quantities")
    page.locator('button[popovertarget="how-stations-share"]').first.click()
    card = page.locator("#how-stations-share")
    for expected in ("over 700", "over 300", "over 250", "over 100", "20,517", "independent"):
        assert expected in card.inner_text()
    assert card.locator('a[href="01-reading.html#q-onsong"]').count() == 1


@pytest.mark.parametrize("name", ["02-quantities", "edition"])
def test_a_reading_chosen_changes_the_values_that_depend_on_it(opened, name):
    page = opened(name)
    page.locator(".readings summary").click()
    value = page.locator('a:has(.by-reading)[href$="#result-stations-remainder"]').first
    assert "does not hold" not in value.inner_text()
    page.locator("#r-stations-flow").check()
    assert "does not hold" in value.inner_text()
    assert "arrivals" in page.locator(".in-force").inner_text()
    page.emulate_media(media="print")
    assert "does not hold" in value.inner_text()


# ---- print


def test_on_paper_a_sentence_keeps_its_number(opened):
    page = opened("01-reading")
    page.emulate_media(media="print")
    assert page.locator("[id='s-2.3.4'] > button").first.is_visible()
    assert not page.locator("#q-onsong + button").is_visible()


@pytest.mark.parametrize("name", ["01-reading", "02-quantities"])
def test_paper_leaves_no_gap_where_a_button_stands_on_a_screen(opened, name):
    page = opened(name, scripts=True)
    page.evaluate("document.querySelectorAll('main input[type=checkbox]').forEach(e => e.checked = true)")
    room = """[...document.querySelectorAll("main a:has(+ .how), .cg-text span:has(+ button)")]
        .map(one => getComputedStyle(one).paddingInlineEnd)"""
    assert set(page.evaluate(room)) - {"0px"}  # layers that are off have no button, and no room for one
    page.emulate_media(media="print")
    assert set(page.evaluate(room)) == {"0px"}


def test_print_keeps_the_text(opened, tmp_path):
    need(shutil.which("pdftotext"), "install poppler-utils for pdftotext")
    page = opened("04-commentary")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    done = subprocess.run(
        ["pdftotext", tmp_path / "page.pdf", "-"], capture_output=True, text=True, check=True
    )
    printed = set(re.findall(r"\w+", done.stdout))
    told = page.locator("main > p:not(.part), main > ul, main > h2").all_inner_texts()
    words = set(re.findall(r"\w{4,}", " ".join(told)))
    # A word may be broken at the end of a line, so a few are not found whole.
    assert len(words - printed) <= len(words) // 100


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_wider_than_paper(opened, name):
    """Else Chromium sets every page of the print smaller. A4 and Letter less the margins, in pixels."""
    page = opened(name, scripts=True)
    page.emulate_media(media="print")
    found = {}
    for width in (627, 649):
        page.set_viewport_size({"width": width, "height": 900})
        found[width] = page.evaluate("document.documentElement.scrollWidth")
    assert found == {627: 627, 649: 649}


def test_the_pdf_is_a4_and_a_checker_of_pdf_ua_finds_no_error(chromium, edition, tmp_path):
    import pdfua
    import pikepdf
    from cablegram.edition.pdf import print_pdf

    path = print_pdf(edition / "02-quantities.html", tmp_path / "page.pdf")
    with pikepdf.open(path) as pdf:
        assert {"/MarkInfo", "/StructTreeRoot", "/Outlines"} <= pdf.Root.keys()
        assert pdf.Root.Lang == "en"
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
    found = pdfua.validate(str(path)).findings
    assert [one.message for one in found if one.severity == pdfua.Severity.ERROR] == []


# ---- in JupyterLab


def test_words_in_tables_stand_left_in_jupyterlab_too(chromium):
    """JupyterLab's own rule for tables in outputs, read off its style sheet."""
    import cablegram as cg
    from pandas import DataFrame

    theirs = ":not(.jp-RenderedMarkdown).jp-RenderedHTMLCommon :is(td, th) { text-align: right }"
    shown = cg.table(DataFrame({"words": ["over 700"]}), caption="It")._repr_html_()
    page = chromium.new_page()
    page.set_content(f"<style>{theirs}</style><div class='jp-RenderedHTMLCommon'>{shown}</div>")
    assert page.locator("tbody :is(th, td)").evaluate("cell => getComputedStyle(cell).textAlign") == "left"
    page.close()


# ---- hostile strings


HOSTILE = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>\"'</style>"


def test_hostile_strings_never_become_markup(chromium, tmp_path):
    """In the cable, in a table, in Markdown, in a caption: they show as text."""
    import cablegram as cg
    import nbformat
    from cablegram.edition.exporter import EditionExporter
    from pandas import DataFrame

    document = tmp_path / "hostile.txt"
    document.write_text(f"Top Secret\n\n1. {HOSTILE} Over 700 came {HOSTILE}. {HOSTILE}\n", encoding="utf-8")
    cable = cg.load(document)
    frame = DataFrame({HOSTILE: [HOSTILE], "sentence": [HOSTILE]})
    shown = [
        cable,
        cable.sentences,
        cable.find_numbers(),
        cg.table(frame, caption=HOSTILE, prose=(HOSTILE,)),
        frame,
    ]
    cells = [{"cell_type": "markdown", "id": "m", "metadata": {}, "source": f"# {HOSTILE}\n\n{HOSTILE}"}]
    cells += [
        {
            "cell_type": "code", "id": f"c{number}", "metadata": {}, "source": HOSTILE, "execution_count": 1,
            "outputs": [{"output_type": "execute_result", "execution_count": 1, "metadata": {},
                         "data": {"text/html": one._repr_html_(), "text/plain": HOSTILE}}],
        }
        for number, one in enumerate(shown)
    ]  # fmt: skip
    content = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    notebook = nbformat.reads(content, as_version=4)
    path = tmp_path / "page.html"
    path.write_text(EditionExporter().from_notebook_node(notebook)[0], encoding="utf-8")
    page = chromium.new_context(bypass_csp=True).new_page()
    page.goto(path.as_uri())
    assert page.evaluate("document.querySelectorAll('img, script').length") == 0
    assert "broken" in page.title() and page.title() != "broken"
    page.context.close()
