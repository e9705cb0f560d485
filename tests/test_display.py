"""How things show themselves: tables, prose, the reading view, indexes, a sentence with all that is known."""

import re
from html import unescape
from time import process_time

import cablegram as cg
import pytest
from bs4 import BeautifulSoup
from cablegram import addresses, display
from cablegram.display import markup
from cablegram.display.index import indexes
from cablegram.display.rows import link
from cablegram.wording import day
from pandas import DataFrame

HOSTILE = '<script>alert(1)</script><img src=x onerror="x">{id}[a|b]&amp;"\''


def bare(html: str) -> str:
    """The HTML without its style."""
    return re.sub(r"(?s)<style.*?</style>", "", html)


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", bare(html)))


# ---- tables


def test_a_table_has_a_caption_and_header_cells_and_cuts_nothing():
    long = "word " * 200
    html = cg.table(DataFrame({"place": ["Onsong"], "words": [long]}), caption="One place")._repr_html_()
    assert "<caption>One place</caption>" in html
    assert html.count('<th scope="col">') == 2 and html.count('<th scope="row">') == 1
    assert long in html


def test_what_a_finder_found_is_a_table():
    html = bare(cg.table(cg.find_numbers("over 700 came"), caption="Numbers")._repr_html_())
    assert "over 700" in html and html.count("<tr>") == 2


def test_offsets_are_left_out_where_a_sentence_tells_the_place(cable):
    html = bare(cg.table(cable.quantities, caption="Numbers")._repr_html_())
    assert ">start<" not in html and "#s-1.1.1" in html
    said = bare(cg.table(cable.said_by("provincial-committee"), caption="Sentences")._repr_html_())
    assert '<th scope="col">id</th>' not in said and '<th scope="col">sentence</th>' in said


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (20517.0, "20,517"),
        (float("nan"), "–"),
        (None, "–"),
        ("", "–"),
        (["a", "b"], "a; b"),
        ([], "–"),
        (2.5, "2.5"),
    ],
)
def test_a_value_is_written_as_a_reader_writes_it(value, shown):
    assert shown == display.plain_value(value)


# ---- prose of the registers


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("[over 700](#q-onsong)", '<a href="01-reading.ipynb#q-onsong">over 700</a>'),
        ("*etc.* and `x<y`", "<em>etc.</em> and <code>x&lt;y</code>"),
        ("**six**", "<strong>six</strong>"),
        ("[go](javascript:alert(1))", '<a href="#">go</a>)'),
        ("[*x*](#note-genre)", '<a href="04-commentary.ipynb#note-genre"><em>x</em></a>'),
        ("a < b & c", "a &lt; b &amp; c"),
    ],
)
def test_the_marks_of_register_prose_become_html_and_nothing_else_does(written, html):
    assert html == markup.to_html(written)


@pytest.mark.parametrize("piece", ["[a", "[a](", "*a", "`a", "**a"])
def test_prose_with_marks_that_do_not_close_is_read_in_time(piece):
    def seconds(length):
        started = process_time()
        markup.to_html(piece * (length // len(piece)))
        return process_time() - started

    assert seconds(40_000) < 20 * max(seconds(5_000), 0.02)


def test_every_kind_of_address_has_one_home():
    assert "01-reading.ipynb#q-onsong" == addresses.link("q-onsong")
    assert "02-quantities.ipynb#result-rate-stay" == addresses.link("result-rate-stay--range")
    with pytest.raises(KeyError):
        addresses.link("nowhere-at-all")


# ---- evidence


@pytest.mark.parametrize(
    ("reference", "words", "target"),
    [
        ("q:onsong", "“over 700”", "01-reading.ipynb#q-onsong"),
        ("s:2.3.4", "2.3.4", "01-reading.ipynb#s-2.3.4"),
        ("a:parenthesis", "“(An came to Korea holding an exit …”", "01-reading.ipynb#a-parenthesis"),
        ("crux:stations", "What the station numbers count", "02-quantities.ipynb#crux-stations"),
        ("result:stations-sum", "The station numbers together", "02-quantities.ipynb#result-stations-sum"),
        ("place:onsong", "Onsong County", "03-stations.ipynb#place-onsong"),
        # a source by its day, where it has one, since an author has several in a year
        (
            "source:dispatch-059-figures",
            "Chinese Embassy in North Korea, 24 July 1961",
            "04-commentary.ipynb#source-dispatch-059-figures",
        ),
        ("source:ryang-2023", "Sonia Ryang, 2023", "04-commentary.ipynb#source-ryang-2023"),
        ("outside:han-july-1961", "“about 40” from outside", "04-commentary.ipynb#outside-han-july-1961"),
        ("q:not-there", "not there", "01-reading.ipynb#q-not-there"),
    ],
)
def test_evidence_is_named_in_the_words_of_its_register(cable, reference, words, target):
    assert f'<a href="{target}">{words}</a>' == link(cable, reference)


# ---- the reading view


@pytest.fixture(scope="module")
def view(cable):
    return bare(cg.reading(cable)._repr_html_())


def test_every_sentence_and_quantity_date_and_doubt_has_an_address(cable, view):
    ids = re.findall(r' id="([^"]+)"', view)
    assert len(ids) == len(set(ids))
    for table, prefix in (
        (cable.sentences, "s-"),
        (cable.quantities, "q-"),
        (cable.dates, "d-"),
        (cable.anomalies, "a-"),
    ):
        missing = {prefix + name for name in table.id} - set(ids)
        assert set() == missing


def test_every_button_opens_a_card_that_is_there(view):
    opened, cards = (
        set(re.findall(r'popovertarget="([^"]+)"', view)),
        set(re.findall(r'<dialog popover id="([^"]+)"', view)),
    )
    assert opened == cards


def test_a_sentence_reads_as_printed(cable, view):
    """Without its buttons the marked sentence is that of the file, letter for letter."""
    for row in cable.sentences.itertuples():
        start = view.index(f'id="s-{row.id}"')
        stretch = view[start : view.index("<dialog", start)]
        stretch = re.sub(r"(?s)<button.*?</button>", "", stretch)
        assert row.text in words("<" + stretch), row.id


def test_a_remark_on_a_slip_is_no_proposed_reading(view):
    assert '<span class="cg-proposed" data-words="have illegally crossed the border"></span>' in view
    assert 'data-words="(keep)"' not in view


def test_a_card_leads_to_all_that_the_register_knows(view):
    cards = "".join(re.findall(r"<dialog.*?</dialog>", view))
    for address in ("01-reading.ipynb#row-quantities-onsong", "03-stations.ipynb#place-onsong"):
        assert f'<a href="{address}">' in cards


def test_a_card_has_a_role_a_name_and_a_button_that_closes_it(view):
    cards = re.findall(
        r'<dialog popover id="([^"]+)" aria-label="[^"]+"><button popovertarget="([^"]+)">Close<', view
    )
    assert len(cards) == view.count("<dialog")
    assert all(card == closed for card, closed in cards)


def test_a_switch_says_how_many_marks_it_has(cable, view):
    counts = dict(re.findall(r"<label>.*?<span[^>]*>([^<]+)</span> <b>(\d+)</b>", view))
    assert counts["numbers"] == str(len(cable.quantities)) and counts["notes"] == str(len(cable.notes))
    assert counts["doubts"] == str((cable.anomalies.slip == "").sum())


def test_every_note_opens_in_the_text_and_leads_to_its_evidence(cable, view):
    for note in cable.notes.itertuples():
        call = re.search(rf'href="#(cg\w+-{note.id})"', view)[1]
        body = re.search(f'id="{call}">(.*?)</details>', view)[1]
        assert f'04-commentary.ipynb#note-{note.id}">' in body
    # Firefox finds an anchor only by a name of its own; and the letter of a note is no layer's.
    asides = re.findall(r"cg-aside cg-n[a-d].*?;--n:--n(\d+);--o:--n(\d+)", view)
    assert [(str(at), str(at - 1)) for at in range(1, len(cable.notes) + 1)] == asides


# ---- a notebook that is not trusted

# What JupyterLab lets through of such a notebook, as far as the views use it. Of other elements the words are
# left, of other attributes nothing, and there is no style.
NAMES = """
a b blockquote br button caption code details div em fieldset h4 h5 input label legend li p q span strong
summary sup table tbody td th thead tr ul
"""
ELEMENTS = NAMES.split()
ATTRIBUTES = {"class", "hidden", "href", "id", "lang", "scope", "type", "checked", "open"}


def sanitised(html: str) -> BeautifulSoup:
    tree = BeautifulSoup(html, "html.parser")
    for tag in tree(["style", "script"]):
        tag.decompose()
    for tag in tree(True):
        tag.attrs = {name: value for name, value in tag.attrs.items() if name in ATTRIBUTES}
        if tag.get("hidden") == "":  # as it drops some attributes that have no value
            del tag["hidden"]
        if tag.name not in ELEMENTS:
            tag.unwrap()
    for tag in tree(hidden=True):
        tag.extract()
    return tree


def test_an_untrusted_notebook_shows_the_printed_text_and_says_how_to_see_more(cable):
    tree = sanitised(cable._repr_html_())
    assert [tag.name for tag in tree(["button", "input", "fieldset"])] == []
    assert "Trust Notebook" in tree.find(class_="cg-untrusted").get_text()
    for sentence in cable.sentences.itertuples():
        assert sentence.text == tree.find(id=f"s-{sentence.id}").get_text().strip()
    shown = "".join(tag.get_text() for tag in tree(["p", "h4"]) if tag.find_parent("details") is None)
    assert "⟨" not in shown and "▸" not in shown


def test_tables_are_readable_in_an_untrusted_notebook(cable):
    tree = sanitised(cable.index("candidates")._repr_html_())
    assert tree.caption.get_text() and len(tree("tr")) == len(cable.candidates) + 1


def test_two_displays_do_not_share_their_wiring(cable):
    first, second = (set(re.findall(r"cg[0-9a-f]{8}-", cg.reading(cable)._repr_html_())) for _ in range(2))
    assert len(first) == len(second) == 1 and first != second


def test_a_document_without_registers_is_shown_with_what_the_finders_propose():
    mine = cg.Cable("1. Arrivals. Over 40 people came on 3 May 1962. Nobody left.\n", "mine")
    view = mine._repr_html_()
    assert '<span class="cg-q">Over 40 people</span>' in view
    assert '<span class="cg-d">3 May 1962</span>' in view
    assert '<span class="cg-q">numbers</span> <b>1</b>' in view


def test_a_document_without_registers_reads_without_controls():
    view = bare(cg.Cable(f"To the Ministry\n\n{HOSTILE} It is so. And so.", "mine")._repr_html_())
    assert "<fieldset" not in view and "<script" not in view and "<img" not in view
    assert HOSTILE in words(view)


def test_a_name_that_no_register_knows_yet_is_shown_by_its_id(tmp_path):
    (tmp_path / "letter.txt").write_text("The envoy came. He left.\n", encoding="utf-8")
    rows = "id,quote,entity,form,certainty\nenvoy,The envoy,person:the-envoy,description,low\n"
    (tmp_path / "mentions.csv").write_text(rows, encoding="utf-8")
    mine = cg.load(tmp_path / "letter.txt", registers=tmp_path)
    assert "<b>Names</b> the envoy</p>" in mine._repr_html_()
    assert "Names: “The envoy”: the envoy (description, certainty low)." in repr(mine.at("0.1.1"))


def test_an_index_without_rows_says_so():
    mine = cg.Cable("Over 700 came. They left.\n", "mine")
    assert "The register of people has no rows." == repr(mine.index("people"))
    assert "The register of people has no rows." in words(mine.index("people")._repr_html_())


def test_what_is_proposed_ends_with_one_stop(cable):
    assert ".." not in repr(cable.at("2.3.4"))


def test_in_a_terminal_a_cable_is_numbered_text(cable):
    assert "2.3.3   Up to the present, over 1500 people have fled their jobs." in repr(cable)


# ---- indexes and passages


def test_the_a_to_z_has_every_word_of_the_text_that_says_something(cable):
    words = repr(cable.index("words")).casefold().splitlines()
    sentence = cable.row("s-2.3.9")["text"].casefold()
    missing = set(re.findall(r"[a-z]+", sentence)) - set(words)
    assert missing == {"a", "and", "as", "during", "s", "that", "the", "them", "to"}


@pytest.mark.parametrize("register", indexes())
def test_every_index_shows_each_of_its_rows(cable, register):
    html = bare(cable.index(register)._repr_html_())
    assert len(words(html)) > 100
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("register", "prefix"),
    [
        ("people", "person-"),
        ("offices", "office-"),
        ("places", "place-"),
        ("notes", "note-"),
        ("sources", "source-"),
    ],
)
def test_each_row_of_a_register_of_entries_has_its_address(cable, register, prefix):
    html = cable.index(register)._repr_html_()
    assert all(f'id="{prefix}{name}"' in html for name in cable.registers[register].id)


def test_a_number_in_korean_words_is_given_in_english_too(cable):
    assert "<b>7만 4천 900여 (more than 74,900)</b>" in cable.index("outside")._repr_html_()


def test_a_number_names_its_place_and_not_the_id_of_it(cable):
    assert '#place-north-hamgyong">North Hamgyong Province</a>' in cable.index("quantities")._repr_html_()


def test_an_index_that_is_not_there_is_answered_with_those_that_are(cable):
    with pytest.raises(KeyError, match="there is no index of 'nothing'; there are distances"):
        cable.index("nothing")


def test_a_passage_tells_voice_numbers_names_doubts_and_notes(cable):
    passage = cable.at("2.3.3")
    assert "the embassy ▸ An Zaixiu ▸ the Provincial People’s Committee" in repr(passage)
    assert "over 1500" in repr(passage)
    assert "#office-runaways" in passage._repr_html_()


def test_a_passage_and_a_row_are_ready_for_a_footnote(cable):
    cited = cable.at("2.2.3").cite()
    assert cited.startswith("“Over 20,000 have arrived thus far.”, Embassy of the People’s Republic of China")
    assert cited.endswith(
        "2 December 1961, PRC FMA 118-01026-07, 125-128, trans. David Cowhig, sentence 2.2.3."
    )
    row = next(cable.quantities.itertuples())
    assert cable.cite(row).startswith("“20,517”, ") and cable.cite(row).endswith("sentence 1.1.1.")


# ---- what a reader expects in words


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("", ""),
        ("1961", "1961"),
        ("1961-11", "November 1961"),
        ("1961-11-08", "8 November 1961"),
        ("1959~", "about 1959"),
        ("1960-40", "the first half of 1960"),
        ("1961-24", "the winter of 1961 to 1962"),
        ("../1961-11-10", "until 10 November 1961"),
        ("1961-11-10/..", "from 10 November 1961"),
        ("1961-11-11/1961-11-20", "11 to 20 November 1961"),
        ("1960-01/1960-06", "January to June 1960"),
        ("1961-12/1962-02", "December 1961 to February 1962"),
        ("1961-07?/1961-08?", "perhaps July to August 1961"),
        ("1961-10~/1961-11-10", "about October 1961 to 10 November 1961"),
        ("[1961-11-11..1961-11-20]", "some day from 11 to 20 November 1961"),
        ("195X", "195X"),  # no words for it: it stays
    ],
)
def test_a_date_of_the_registers_is_said_in_words(edtf, said):
    assert day(edtf) == said


def test_no_view_shows_a_date_as_a_code(cable):
    shown = [cable.index(name) for name in ("quantities", "dates", "timeline", "outside", "sources")]
    shown += [cable.at(name) for name in ("2.4.2", "2.3.9")]
    code = re.compile(r"[/.]?\b\d{4}-\d\d(?:-\d\d)?\b[~?]?")
    headings = [re.sub(r"(?s)<q.*?</q>", "", view._repr_html_()) for view in shown]
    assert [code.search(words(html)) for html in headings] == [None] * len(shown)


def test_a_number_names_its_place_as_the_gazetteer_does(cable):
    places = re.findall(r'#place-[\w-]+">([^<]*)</a>', cable.index("quantities")._repr_html_())
    assert set(places) <= set(cable.places.name)


def test_what_follows_a_full_stop_begins_with_a_capital(cable):
    assert re.findall(r"Grade [A-D]\. [a-z]", words(cable.index("sources")._repr_html_())) == []
    lines = re.findall(r"</a>\. ([^<]*)\.</p>", cable.index("notes")._repr_html_())
    assert lines
    assert [line for line in lines if not line[:1].isupper()] == []


def test_formulas_have_the_signs_of_arithmetic(cable):
    assert [each for each in cable.results().formula if re.search(r" [x*-] ", each)] == []
    assert any(" / " in each for each in cable.results().formula)


# ---- links


def shown(cable):
    """What a cable shows, by name; a notebook's own document shows itself in the same ways."""
    quantities = display.table(cable.quantities.query("low >= 0"), caption="Numbers")
    made = [cable, cable.at("1.1.1"), cable.index("quantities"), quantities]
    return "".join(one._repr_html_() for one in made)


def test_only_the_cable_of_this_edition_links_to_its_pages(cable, tmp_path):
    """Sentence 1.1.1 of another document is not the one on the page of the text."""
    (tmp_path / "hers.txt").write_text("1. On arrivals. Over 300 people came.\n", encoding="utf-8")
    rows = "id,quote,number,low,relation,counted,measure\ncame,Over 300,300,300,over,people,flow\n"
    (tmp_path / "quantities.csv").write_text(rows, encoding="utf-8")
    hers = cg.load(tmp_path / "hers.txt", registers=tmp_path)
    assert "01-reading.ipynb#s-1.1.1" in shown(cable)
    assert "1.1.1" in shown(hers) and ".ipynb" not in shown(hers)


def test_tables_joined_by_sentence_still_link(cable):
    joined = cable.quantities.merge(cable.voices, on="sentence")[["text", "sentence"]].head(1)
    assert "01-reading.ipynb#s-1.1.1" in display.table(joined, caption="Joined")._repr_html_()
