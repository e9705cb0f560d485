"""The one exit of the figures: alt text, colours, ids, links, files only where a folder is named."""

import re
from xml.etree import ElementTree

import pandas
import pytest
from cablegram.figures import publish, svg
from cablegram.figures.sheet import open_sheet

FOLDER = publish.FOLDER_VARIABLE


@pytest.fixture
def figure():
    """A title, a dot that is a mark and a line that joins it."""
    with publish.style():
        sheet = open_sheet("Seven came", "People", 40)
        sheet.dots([(40, 60)], "blue", gid="mark:onsong:dot")
        sheet.line([(40, 60), (80, 60)], "vermilion", gid="join:onsong")
    return sheet.figure


MARKS = {"onsong": svg.Mark("Onsong <County>", "#place-onsong", {"data-crux": "kyongsong"})}


def shown(figure, **options):
    options = {"alt": "A dot.", "marks": MARKS} | options
    return publish.publish(figure, "test", **options)


# ---- words


def test_a_figure_without_alt_text_is_refused(figure):
    with pytest.raises(TypeError, match="alt"):
        publish.publish(figure, "test")


@pytest.mark.parametrize("alt", ["", "  \n"])
def test_an_alt_text_that_says_nothing_is_refused(figure, alt):
    with pytest.raises(ValueError, match="'test' needs an alt text"):
        publish.publish(figure, "test", alt=alt)


def test_a_notebook_gets_html_and_a_terminal_the_alt_text(figure):
    bundle = shown(figure)._repr_mimebundle_()
    assert {"text/html", "text/plain"} == set(bundle)
    assert "A dot." == bundle["text/plain"] == repr(shown(figure))


def test_the_page_has_a_figure_with_caption_source_alt_text_and_table_one_click_away(figure):
    table = pandas.DataFrame({"Place": ["Onsong <b>"], "Korean": ["온성"], "Low": [None]})
    table.attrs["lang"] = {"Korean": "ko"}
    html = shown(figure, caption="What & why.", source="the cable.", table=table)._repr_html_()
    for part in (
        '<div class="cablegram">',
        '<figure class="cg-figure" id="figure-test"',
        "<figcaption>What &amp; why.",
        "Source: the cable.",
        "<summary>This figure in words and as a table</summary><p>A dot.</p>",
        '<th scope="col">Place</th>',
        '<th scope="row">Onsong &lt;b&gt;</th>',
        '<td lang="ko">온성</td>',
    ):
        assert part in html


def test_what_a_caption_says_is_escaped(figure):
    html = shown(figure, caption="<script>x</script>", alt='He said "no" <i>').html()
    assert "<script>" not in html and "<i>" not in html


def test_words_stay_words(figure):
    assert ">Seven came</text>" in shown(figure).svg


# ---- files


def test_nothing_is_written_unless_a_folder_is_named(figure, tmp_path, monkeypatch):
    monkeypatch.delenv(FOLDER, raising=False)
    monkeypatch.chdir(tmp_path)
    shown(figure)._repr_html_()
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("by", ["argument", "variable"])
def test_a_named_folder_gets_both_files(figure, tmp_path, monkeypatch, by):
    folder = tmp_path / "figures"
    monkeypatch.delenv(FOLDER, raising=False)
    if by == "variable":
        monkeypatch.setenv(FOLDER, str(folder))
    shown(figure, folder=folder if by == "argument" else None)
    assert ["test.png", "test.svg"] == sorted(path.name for path in folder.iterdir())


def test_the_print_picture_has_300_dots_an_inch(figure):
    width = round(figure.get_size_inches()[0] * 300)
    assert width == int.from_bytes(shown(figure).png[16:20])


def test_the_readers_own_settings_of_matplotlib_change_nothing(figure):
    import matplotlib

    first = shown(figure).svg
    with matplotlib.rc_context({"svg.fonttype": "path", "font.family": "serif", "savefig.facecolor": "red"}):
        assert first == shown(figure).svg


# ---- the picture


def test_colours_are_properties_with_the_light_colour_as_fallback(figure):
    assert 'style="fill:var(--fig-blue,#0072b2);stroke:var(--fig-blue,#0072b2)"' in shown(figure).svg


def test_every_colour_has_a_light_value_and_a_dark_one_that_the_stylesheet_sets():
    light = dict(
        re.findall(r"--fig-(\w+): (?:var\(--cg-\w+, )?(#\w+)", publish.stylesheet().partition("@media")[0])
    )
    dark = publish.stylesheet().partition("@media")[2]
    assert light == svg.PALETTE
    assert [] == [name for name in set(light) - {"ink", "paper", "soft"} if dark.count(f"--fig-{name}:") != 2]


def test_a_colour_outside_the_palette_is_refused(figure):
    figure.axes[0].text(10, 10, "x", color="#123456")
    with pytest.raises(ValueError, match="#123456 is none of the figures' colours"):
        shown(figure).svg  # noqa: B018


@pytest.mark.parametrize(
    "absent", ["<style", "<metadata", "<!DOCTYPE", "matplotlib", "rdf:", "xlink", "clip-path"]
)
def test_what_a_page_does_not_need_is_left_out(figure, absent):
    assert absent not in shown(figure).svg


def test_coordinates_have_one_decimal(figure):
    numbers = re.findall(r'(?: d| x| y)="([^"]*)"', shown(figure).svg)
    assert numbers and [] == re.findall(r"\d\.\d\d", " ".join(numbers))


def test_ids_begin_with_the_name_of_the_figure_and_stand_once(figure):
    ids = re.findall(r'\bid="([^"]*)"', shown(figure).html())
    assert len(ids) == len(set(ids))
    assert [] == [one for one in ids if not one.startswith(("test-", "figure-test"))]
    assert set(re.findall(r'href="#(test-[^"]*)"', shown(figure).svg)) <= set(ids)


def test_a_picture_without_marks_is_one_image_and_one_with_marks_a_group_that_can_be_read(figure):
    with publish.style():
        plain = open_sheet("Seven came", "People", 40).figure
    roles = [
        re.search(r'role="(\w+)" aria-label="A dot."', one.svg)[1] for one in (shown(plain), shown(figure))
    ]
    assert ["img", "group"] == roles


def test_a_mark_is_a_link_that_tells_and_keeps_what_it_stands_for(figure):
    root = ElementTree.fromstring(shown(figure).svg)
    link = root.find(f"{{{svg.SVG}}}a")
    assert ("#place-onsong", "Onsong <County>", "kyongsong") == tuple(
        link.get(key) for key in ("href", "aria-label", "data-crux")
    )
    assert "Onsong <County>" == link.find(f"{{{svg.SVG}}}title").text


def test_a_join_stays_in_its_place_and_says_to_what_it_belongs(figure):
    assert '<g class="fig-join" data-join="onsong" data-crux="kyongsong">' in shown(figure).svg


def test_a_mark_of_which_nothing_is_told_is_refused(figure):
    with pytest.raises(ValueError, match="draws a mark 'onsong' that nothing tells about"):
        shown(figure, marks={}).svg  # noqa: B018


def test_a_card_shows_when_its_mark_is_pointed_at_or_reached(figure):
    html = shown(figure, cards={"onsong": "<strong>Onsong</strong>"}).html()
    assert '#figure-test:has([data-mark="onsong"]:is(:hover,:focus-visible)) [data-card="onsong"]' in html


def test_the_halo_round_words_is_css_and_not_an_outline(figure):
    figure.axes[0].text(10, 60, "over a line", color="#1b1b1b", gid="halo")
    words = re.findall(r"<text([^>]*)>([^<]*)</text>", shown(figure).svg)
    assert {"Seven came": False, "People": False, "over a line": True} == {
        said: 'paint-order="stroke"' in look for look, said in words
    }


def test_the_same_figure_gives_the_same_bytes(figure):
    assert shown(figure).svg == shown(figure).svg and shown(figure).png == shown(figure).png
