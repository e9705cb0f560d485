"""The figures: what they say, how a number that is not whole looks, what leaves the library."""

import platform
import re
from base64 import b64decode
from importlib import metadata
from math import cos, radians
from pathlib import Path
from xml.etree import ElementTree

import cablegram as cg
import matplotlib
import pytest
from bs4 import BeautifulSoup
from cablegram.bounds import Bounds, about
from cablegram.figures import FIGURES, figure, marks, publish
from cablegram.figures.material import Material, layout, told
from cablegram.places import distance_to_border_km
from fontTools.ttLib import TTFont
from IPython.core.formatters import DisplayFormatter
from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "figures"
DRAWN = [name for name, how in FIGURES.items() if "draw" in how]
STYLESHEET = (marks.HERE / "figure.css").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def cable():
    return cg.load()


@pytest.fixture(scope="module")
def shown(cable):
    """Every figure of the edition by name, drawn once."""
    return {name: figure(name, cable) for name in FIGURES}


@pytest.fixture(scope="module")
def axes(cable):
    """The artists of a figure, wide, by name of the figure."""

    def artists(name: str) -> list:
        with marks.style(marks.WIDE):
            drawn = FIGURES[name]["draw"](Material(name, cable), marks.WIDE)
        return [artist for ax in drawn.axes for artist in ax.get_children()]

    return artists


@pytest.fixture
def small(tmp_path):
    """A document of one sentence with registers of its own."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,\n\nOver 700 people came. They left again.\n", encoding="utf-8")
    return path


# ---- words


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("fingerprint", ["65"]),
        ("numbers", ["20,517", "three or more", "Six are stated", "nineteen", "ten have an open end"]),
        ("stations", ["20,517", "more than 1,350", "over 700", "over 300", "over 250", "over 100"]),
        ("rates", ["93.5", "30.3 to 41.4", "80", "66.1"]),
        ("flow", ["20,517", "more than 1,350", "fifteen days", "Eighty", "Over 1500", "about 500"]),
        ("totals", ["20,517", "3,500", "3,381", "25,435", "28,028"]),
        ("voices", ["61", "65"]),
        ("timeline", ["two days", "22 days"]),
        ("map", ["over 700", "over 300", "over 250", "over 100", "about 74 km"]),
        ("where", ["20,517"]),
        ("measures", ["six", "fifteen days"]),
    ],
)
def test_alt_texts_name_the_numbers(shown, name, numbers):
    assert [] == [number for number in numbers if number not in repr(shown[name])]


@pytest.mark.parametrize("name", FIGURES)
def test_no_placeholder_is_left_in_any_words(shown, name):
    assert [] == re.findall(
        r"\{[\w-]+\}", re.sub(r"<style.*?</style>", "", shown[name].html, flags=re.DOTALL)
    )


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_title_subtitle_alt_text_caption_and_source(shown, name):
    assert [] == [
        key for key in ("title", "subtitle", "alt", "caption", "source") if not shown[name].words[key]
    ]
    assert shown[name].words["title"][0].isupper() or shown[name].words["title"][0].isdigit()


def test_a_notebook_gets_the_figure_with_face_and_style_and_a_terminal_the_alt_text(shown):
    html = shown["stations"]._repr_html_()
    assert "@font-face" in html and "@container" in html
    assert shown["stations"].html in html.replace('<figure hidden="hidden" ', "<figure ")
    assert shown["stations"].words["alt"] == repr(shown["stations"])


def test_the_words_of_a_figure_are_escaped(cable):
    shown = figure("stations", cable)
    shown.__dict__.pop("html")
    shown.__dict__["words"] = shown.words | {"caption": "<script>x</script>", "alt": 'He said "no" <i>'}
    assert "<script>" not in shown.html and "<i>" not in shown._repr_html_()


def test_what_is_taken_for_granted_is_numbered_in_the_picture_and_told_outside(shown):
    items = re.findall(r"<li>(.*?)</li>", shown["rates"].html)
    numbers = {
        int(one)
        for group in re.findall(r">[^<]+ \(([\d, ]+)\)</text>", shown["rates"].html)
        for one in group.split(", ")
    }
    assert set(range(1, len(items) + 1)) == numbers


def test_the_other_places_with_a_number_lie_on_the_river_as_the_title_of_the_map_says(cable):
    places = cable.places.set_index("id")
    far = {
        key: distance_to_border_km((places.lon[key], places.lat[key])) > 3
        for key in told("stations")["table"]["rows"][1:]
    }
    assert {"onsong": False, "hoeryong": False, "kyongsong": True, "musan": False} == far


# ---- readings


def test_a_figure_drawn_under_another_reading_says_so_and_one_under_the_first_does_not(cable, shown):
    other = figure("stations", cable, stations="flow")
    assert "Drawn under another reading" in other.html and "arrivals of a single day" in other.html
    assert "Drawn under another reading" not in shown["stations"].html
    assert "read as arrivals" in repr(other)


def test_a_figure_names_the_doubts_that_its_results_meet(shown):
    assert 'data-readings="stations"' in shown["stations"].html
    assert 'data-readings=""' in shown["where"].html


def test_a_figure_that_would_say_nothing_under_a_reading_is_refused(cable):
    with pytest.raises(ValueError, match="cannot be drawn where the station numbers are read as 'flow'"):
        figure("flow", cable, stations="flow")


# ---- choice


def test_a_figure_that_there_is_not_is_refused_with_those_there_are(cable):
    with pytest.raises(KeyError, match=r"no figure 'pie'; the figures are fingerprint, where"):
        figure("pie", cable)


def test_a_document_without_registers_has_a_fingerprint_and_is_told_why_it_has_no_more(small):
    letter = cg.load(small)
    html = figure("fingerprint", letter)._repr_html_()
    assert not re.search(r"Korea|Wilson|\.ipynb", html)
    holding = len(set(letter.find_numbers().sentence) & set(letter.sentences.query("kind == 'body'").id))
    assert 0 < holding and f"{holding} sentences hold a number" in repr(figure("fingerprint", letter))
    with pytest.raises(ValueError, match="drawn from registers, and this document has none"):
        figure("stations", letter)


@pytest.mark.parametrize("name", sorted(set(FIGURES) - {"fingerprint"}))
def test_a_figure_says_what_the_registers_of_another_document_lack(small, name):
    row = "id,quote,number,low,relation,counted,measure\nn,Over 700,700,700,over,people,stock\n"
    (small.parent / "quantities.csv").write_text(row, encoding="utf-8")
    with pytest.raises(ValueError, match=r"the registers of letter\.txt lack what it is drawn from"):
        figure(name, cg.load(small, registers=small.parent))


# ---- the grammar of marks


@pytest.mark.parametrize(
    ("known", "signs"),
    [
        (Bounds(20517, 20517), {"exact"}),
        (about(500), {"approximate"}),
        (Bounds(7, 8), {"range"}),
        (Bounds(low=700, low_closed=False), {"open", "hollow"}),
        (Bounds(3), {"open", "exact"}),
        (Bounds(high=30), {"open", "exact"}),
    ],
)
def test_each_kind_of_bound_has_its_own_look(known, signs):
    ax = marks.sheet(marks.WIDE, 100).subplots()
    marks.bounds(ax, 0, known)
    artists = [*ax.get_children(), *(each.arrow_patch for each in ax.texts)]
    assert signs == {artist.get_gid() for artist in artists if artist.get_gid()}


def test_open_ends_are_of_one_length_whatever_the_scale():
    ax = marks.sheet(marks.WIDE, 100).subplots()
    for x in (1, 1000):
        marks.fade(ax, x, 0)
    assert [(marks.TAIL, 0)] * 2 == [each.xyann for each in ax.texts]


def test_the_total_is_full_and_red_and_what_others_counted_hollow_and_grey(axes):
    ends = [artist for artist in axes("totals") if artist.get_gid() in ("exact", "hollow")]
    looks = [(artist.get_markeredgecolor(), artist.get_markerfacecolor()) for artist in ends]
    assert [(marks.RUBRIC, marks.RUBRIC), *[(marks.LINE, marks.PAPER)] * 4] == looks


def test_the_flow_has_a_full_arrow_only_where_the_cable_gives_a_number(axes):
    signs = [artist.get_gid() for artist in axes("flow")]
    assert (len(layout("flow")["given"]), 3) == (signs.count("full"), signs.count("broken"))


def test_a_doubtful_name_is_hollow_and_told_beside_its_bar(axes, shown):
    assert 1 == sum(artist.get_gid() == "doubtful" for artist in axes("stations"))
    assert "Kyongsong, as printed: over 250" in shown["stations"].html


def test_on_the_map_open_numbers_have_broken_edges_and_candidates_are_hollow_diamonds(axes):
    artists = axes("map")
    assert 4 == sum(artist.get_gid() == "open" for artist in artists)
    diamonds = [artist for artist in artists if getattr(artist, "get_marker", str)() == "D"]
    assert set(layout("map")["places"]) >= {artist.get_gid().removeprefix("spot-") for artist in diamonds}
    assert (4, {marks.PAPER}) == (len(diamonds), {artist.get_markerfacecolor() for artist in diamonds})


@pytest.mark.parametrize("name", ["map", "where"])
@pytest.mark.parametrize("width", [marks.WIDE, marks.NARROW])
def test_a_map_keeps_shapes_at_its_middle_latitude(cable, name, width):
    with marks.style(width):
        drawn = FIGURES[name]["draw"](Material(name, cable), width)
    drawn.draw_without_rendering()
    (ax,) = drawn.axes
    (west, east), (south, north), box = ax.get_xlim(), ax.get_ylim(), ax.get_window_extent()
    across = (east - west) * cos(radians((south + north) / 2))
    assert pytest.approx(across / (north - south), rel=0.01) == box.width / box.height


# ---- tables


def test_a_table_tells_dates_in_words_and_leads_to_the_sentences(shown):
    assert "8 November 1961" in shown["stations"].html
    assert '#s-1.1.4">1.1.4</a>' in shown["numbers"].html


def test_the_measures_stand_in_the_order_of_the_text_each_with_its_sentences(cable, shown):
    rows = [re.findall(r"#s-([\d.]+)", row["sentences"]) for row in told("measures")["written"].values()]
    order = {name: number for number, name in enumerate(cable.sentences.id)}
    places = [order[name] for names in rows for name in names]
    assert sorted(places) == places
    assert '<a href="01-reading.ipynb#s-2.3.9">2.3.9</a>' in shown["measures"].html
    assert "“July and August”" in shown["measures"].html


# ---- the page


@pytest.mark.parametrize("name", DRAWN)
def test_both_widths_are_in_the_page_with_words_as_words(shown, name):
    pictures = re.findall(r'<svg[^>]*class="fig-(\w+)" role="(?:img|group)" aria-label="', shown[name].html)
    assert ["wide", "narrow"] == pictures
    assert shown[name].html.count("<text") > 10


@pytest.mark.parametrize("absent", ["<metadata", "<!DOCTYPE", "matplotlib", "rdf:", "font-family: ", "<!--"])
@pytest.mark.parametrize("name", DRAWN)
def test_what_a_page_does_not_need_is_left_out(shown, name, absent):
    assert absent not in "".join(re.findall(r"<svg.*?</svg>", shown[name].html, re.DOTALL))


@pytest.mark.parametrize("name", DRAWN)
def test_ids_begin_with_the_name_of_the_figure_and_stand_once(shown, name):
    ids = re.findall(r'\bid="([^"]*)"', shown[name].html)
    assert len(ids) == len(set(ids))
    assert [] == [
        one for one in ids if not one.startswith((f"{name}-wide-", f"{name}-narrow-", f"figure-{name}"))
    ]
    assert set(re.findall(r'(?:xlink:href="#|url\(#)([^")]*)', shown[name].html)) <= set(ids)


def test_every_colour_has_a_light_value_and_a_dark_one_that_the_stylesheet_sets():
    light, _, dark = STYLESHEET.partition("@media")
    given = dict(re.findall(r"--fig-(\w+): (?:var\(--cg-\w+, )?(#\w+)", light))
    assert given == marks.COLOURS
    assert [] == [name for name in set(given) - {"ink", "soft", "paper"} if dark.count(f"--fig-{name}:") != 2]


@pytest.mark.parametrize("name", DRAWN)
def test_no_colour_of_a_picture_is_without_a_role_and_so_the_same_in_the_dark(shown, name):
    pictures = "".join(re.findall(r"<svg.*?</svg>", shown[name].html, re.DOTALL))
    assert [] == re.findall(r"(?<!, )#[0-9a-f]{6}\b", pictures)


def test_each_bar_of_the_fingerprint_leads_to_its_sentence_under_its_name(shown):
    links = re.findall(
        r'<a aria-label="([\d.]+)" tabindex="-1" xlink:href="01-reading\.ipynb#s-([\d.]+)"',
        shown["fingerprint"].html,
    )
    assert 2 * 65 == len(links) and all(name == target for name, target in links)


def test_each_place_of_the_map_has_a_button_and_a_card_with_scripts_words_and_certainty(shown):
    cards = re.findall(
        r'<div popover class="fig-card" id="map-wide-(\w+)"[^>]*>(.*?)</div>', shown["map"].html, re.DOTALL
    )
    assert list(layout("map")["places"]) == [key for key, _ in cards]
    card = dict(cards)["onsong"]
    for words in (
        '<span lang="ko">온성군</span>',
        "over 700",
        "#s-",
        "Certainty: high",
        "#place-onsong",
        "Close</button>",
    ):
        assert words in card
    assert [] == [
        key
        for key, _ in cards
        if f'<button popovertarget="map-narrow-{key}" aria-labelledby=' not in shown["map"].html
    ]


@pytest.mark.parametrize("name", DRAWN)
def test_figures_are_small(shown, name):
    assert len("".join(re.findall(r"<svg.*?</svg>", shown[name].html, re.DOTALL))) < (
        120_000 if name != "fingerprint" else 150_000
    )


# ---- JupyterLab

SAFE = ["text/html", "text/markdown", "text/latex", "image/png", "text/plain"]  # its renderers by rank
KEPT = {"figure": (), "img": ("alt", "src"), "p": (), "div": ("hidden",)}  # of what its sanitiser keeps
"""Tags and attributes; it takes styles and scripts away with what is in them, of other tags the tag alone."""


def untrusted(bundle: dict) -> BeautifulSoup:
    """What JupyterLab shows of an output in a notebook that it does not trust."""
    assert "text/html" == next(kind for kind in SAFE if kind in bundle)
    tree = BeautifulSoup(bundle["text/html"], "html.parser")
    for tag in tree(["style", "script"]):
        tag.decompose()
    for tag in tree(True):
        if tag.name not in KEPT:
            tag.unwrap()
        else:
            tag.attrs = {key: tag[key] for key in ("hidden", *KEPT[tag.name]) if tag.get(key)}
    for tag in tree.select("[hidden]"):
        tag.decompose()
    return tree


@pytest.mark.parametrize("name", DRAWN)
def test_a_notebook_that_is_not_trusted_shows_the_picture_and_what_to_do(shown, name):
    bundle, _ = DisplayFormatter().format(shown[name])
    tree = untrusted(bundle)
    kind, _, picture = tree.find("img")["src"].partition(",")
    assert "data:image/svg+xml;base64" == kind
    assert (COMMITTED / f"{name}.svg").read_bytes() == b64decode(picture)
    assert bundle["text/plain"] == tree.find("img")["alt"] == shown[name].words["alt"]
    assert tree.get_text(strip=True).startswith(
        "This is the picture of the printed edition. Trust the notebook"
    )


def test_a_table_of_a_notebook_that_is_not_trusted_stands_as_it_is(shown):
    bundle, _ = DisplayFormatter().format(shown["measures"])
    assert {"text/html", "text/plain"} == set(bundle)
    assert "The first who came were given work" in untrusted(bundle).get_text()


def test_what_shows_no_html_gets_the_committed_png_if_it_is_of_this_picture(cable, shown, monkeypatch):
    printed = DisplayFormatter().format(shown["stations"])[0]["image/png"]
    assert (COMMITTED / "stations.png").read_bytes() == printed
    monkeypatch.setattr(publish, "_png", lambda figure, box: b"drawn now")
    assert b"drawn now" == figure("stations", cable, stations="flow")._repr_png_()


# ---- files


def test_the_png_is_drawn_anew_only_where_it_is_damaged_or_the_svg_has_changed(cable, tmp_path, monkeypatch):
    drawn, print_png = [], publish._png
    monkeypatch.setattr(publish, "_png", lambda *figure: drawn.append(1) or print_png(*figure))
    figure("totals", cable).write(tmp_path)
    whole = (tmp_path / "totals.png").read_bytes()
    for ending, content, times in (("png", whole, 1), ("svg", b"other", 2), ("png", whole[:-9], 3)):
        (tmp_path / f"totals.{ending}").write_bytes(content)
        figure("totals", cable).write(tmp_path)
        assert (times, whole) == (len(drawn), (tmp_path / "totals.png").read_bytes())


@pytest.mark.parametrize("name", DRAWN)
def test_a_file_bears_title_and_source_and_names_the_face_with_others_to_fall_back_on(name):
    words = (COMMITTED / f"{name}.svg").read_text(encoding="utf-8")
    picture = ElementTree.fromstring(words)
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    read = " ".join(" ".join(picture.itertext()).split())
    assert "Source: " in read and "Wilson Center" in read
    assert "'Cablegram Serif', 'TeX Gyre Pagella'" in words and "base64" not in words


def test_the_readers_own_settings_of_matplotlib_change_nothing(cable, shown):
    with matplotlib.rc_context(
        {"svg.fonttype": "path", "font.family": "monospace", "savefig.facecolor": "red"}
    ):
        assert shown["totals"].html == figure("totals", cable).html


def why_other_machines_draw_otherwise() -> str:
    """Empty on the machine on which the committed figures were drawn."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    locked = next(line.split("==")[1].split()[0] for line in lines if line.startswith("matplotlib=="))
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return "the committed figures were drawn on Linux x86-64; other systems set type a little differently"
    return "" if metadata.version("matplotlib") == locked else f"they were drawn with matplotlib {locked}"


@pytest.mark.parametrize("name", DRAWN)
def test_redrawing_gives_the_committed_files(shown, name, tmp_path):
    if why_not := why_other_machines_draw_otherwise():
        pytest.skip(why_not)
    drawn, printed = shown[name].write(tmp_path)
    assert (COMMITTED / drawn.name).read_bytes() == drawn.read_bytes()
    with Image.open(COMMITTED / printed.name) as committed, Image.open(printed) as again:
        assert committed.size == again.size
        assert ImageChops.difference(committed.convert("RGB"), again.convert("RGB")).getbbox() is None


def test_a_file_names_the_day_it_was_drawn_nowhere():
    assert [] == [
        path.name
        for path in COMMITTED.glob("*.svg")
        if re.search(r"<dc:date>|\d{4}-\d\d-\d\dT", path.read_text())
    ]


# ---- the face


@pytest.mark.parametrize("style", ["regular", "italic"])
def test_the_fonts_bear_a_name_of_their_own_and_say_what_they_were(style):
    font = TTFont(marks.HERE / "fonts" / f"cablegram-serif-{style}.otf")
    names = {record.nameID: str(record) for record in font["name"].names}
    assert "Cablegram Serif" == names[1] and "TeX Gyre" not in names[4]
    assert "TeX Gyre Pagella" in names[0] and "GUST Font License" in names[13]


@pytest.mark.parametrize("name", DRAWN)
def test_every_letter_of_a_figure_is_in_the_face(shown, name):
    font = TTFont(marks.HERE / "fonts" / "cablegram-serif-regular.otf")
    letters = set("".join(re.findall(r"<text[^>]*>([^<]*)", shown[name].html)).replace("\n", ""))
    assert set() == {letter for letter in letters if ord(letter) not in font.getBestCmap()}


def test_the_face_comes_with_its_licence_its_source_and_the_script_that_made_it():
    folder = marks.HERE / "fonts"
    assert "GUST Font License" in (folder / "GUST-FONT-LICENSE.txt").read_text(encoding="utf-8")
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "rinoh-typeface-texgyrepagella" in readme and "subset.py" in readme
    assert 60_000 > sum(path.stat().st_size for path in folder.glob("*.woff2"))


# ---- time


def test_all_figures_together(benchmark):
    """Drawn wide, narrow and for files, without PNGs."""

    def draw() -> None:
        cable = cg.load()
        for name in DRAWN:
            figure(name, cable).svg  # noqa: B018 - drawn when it is asked for

    benchmark.pedantic(draw, rounds=3, iterations=1)
