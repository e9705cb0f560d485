"""The figures: what they say, that nothing in them collides, and that they are drawn the same every time."""

import io
import platform
import re
from importlib import metadata
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import cablegram as cg
import pytest
from cablegram import figures as charts
from cablegram.bounds import Bounds, about, at_most, more_than
from cablegram.figures.sheet import OTHER_FONTS, Scale, open_sheet, wrapped

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "figures"
COLUMN = 341  # pixels across the column of a page of 375


@pytest.fixture(scope="module")
def cable():
    return cg.load()


@pytest.fixture(scope="module")
def shown(cable):
    """Every figure of the edition by name, drawn once."""
    told = charts.Told(cable)
    return {name: draw(told) for name, draw in charts.FIGURES.items()}


@pytest.fixture(params=charts.FIGURES)
def each(request, shown):
    return shown[request.param]


def locked(package: str) -> str:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return next(line.split("==")[1].split()[0] for line in lines if line.startswith(f"{package}=="))


def boxes(figure) -> list[tuple[str, float, float, float, float]]:
    """Words and their box on the sheet in points, as wide as a reader's own font may make them."""
    from matplotlib.text import Text

    renderer, found = figure.canvas.get_renderer(), []
    scale = 72 / figure.dpi
    for text in figure.findobj(Text):
        if text.get_text().strip() and text.get_visible():
            box = text.get_window_extent(renderer)
            more = box.width * (OTHER_FONTS - 1)
            left = {"left": 0, "center": more / 2, "right": more}[text.get_ha()]
            edges = (box.x0 - left, box.y0, box.x1 + more - left, box.y1)
            found.append((text.get_text(), *(edge * scale for edge in edges)))
    return found


def overlap(one: tuple, other: tuple) -> bool:
    """Whether two boxes share more than a hair's breadth."""
    (_, left, low, right, high), (_, other_left, other_low, other_right, other_high) = one, other
    across = min(right, other_right) - max(left, other_left)
    down = min(high, other_high) - max(low, other_low)
    return across > 0.5 and down > 2.2  # a line's box holds room for accents above and tails below


# ---- words


def test_the_words_of_no_figure_collide_in_wider_fonts(each):
    pairs = combinations(boxes(each.figure), 2)
    assert [] == [(one[0], other[0]) for one, other in pairs if overlap(one, other)]


def test_the_words_of_every_figure_stay_on_the_sheet(each):
    width, height = (side * 72 for side in each.figure.get_size_inches())
    outside = [
        box for box in boxes(each.figure) if box[1] < 0 or box[2] < 0 or box[3] > width or box[4] > height
    ]
    assert [] == outside


def sizes(svg: str) -> list[float]:
    """The size of each piece of type in points."""
    return [float(size) for size in re.findall(r'<text[^>]*font-size="([\d.]+)', svg)]


def test_no_type_is_smaller_than_nine_pixels_on_a_phone(each):
    width = each.figure.get_size_inches()[0] * 72
    assert sizes(each.svg) and min(sizes(each.svg)) * COLUMN / width >= 9


def test_small_type_is_seen():
    sheet = open_sheet("A title", "A unit", 40)
    sheet.text(20, 70, "over 700", 7)
    shown = charts.publish.Published(sheet.figure, "test", "A number.")
    assert 7 == min(sizes(shown.svg))


def test_words_that_lie_on_each_other_are_seen():
    sheet = open_sheet("A title", "A unit", 40)
    sheet.text(20, 70, "over 700")
    sheet.text(30, 71, "over 300")
    assert any(overlap(one, other) for one, other in combinations(boxes(sheet.figure), 2))


def test_pictures_carry_latin_script_only(each):
    words = "".join(ElementTree.fromstring(each.svg).itertext())
    letters = re.sub(r"<title>.*?</title>", "", each.svg) and re.findall(r"<text[^>]*>([^<]*)", each.svg)
    assert words and not re.findall(r"[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]", "".join(letters))


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("fingerprint", ["65"]),
        ("numbers", ["20,517", "three or more", "Six are stated", "nineteen", "ten have an open end"]),
        ("stations", ["20,517", "more than 1,350", "over 700", "over 300", "over 250", "over 100"]),
        ("rates", ["80", "30.3 to 41.4", "about 93.5", "about 66.1"]),
        ("flow", ["20,517", "more than 1,350", "Eighty", "over 1500", "about 500"]),
        ("totals", ["20,517", "3,500", "3,381", "25,435", "28,028"]),
        ("voices", ["61", "65", "An 37"]),
        ("timeline", ["two days", "22 days"]),
        ("map", ["over 700", "over 300", "over 250", "over 100", "about 74 km"]),
    ],
)
def test_alt_texts_name_the_numbers(shown, name, numbers):
    assert [] == [number for number in numbers if number not in shown[name].alt]


def test_no_placeholder_is_left_in_any_words(each):
    assert [] == re.findall(r"\{[\w-]+\}", each.svg + each.alt + each.caption + each.source)


def test_titles_take_their_numbers_from_the_results(cable):
    from dataclasses import replace

    told = charts.Told(cable)
    told.__dict__["results"] = {
        name: replace(each, forms=each.forms | {"": "1,234 or so"}) if name == "stations-sum" else each
        for name, each in told.results.items()
    }
    assert "1,234 or so" in told.words("stations", reading="x")["title"]


# ---- bounds


@pytest.mark.parametrize(
    ("bounds", "signs"),
    [
        (more_than(700), {"open"}),
        (at_most(30), {"open"}),
        (Bounds(7, 8), {"range"}),
        (about(500), {"approximate"}),
        (Bounds(20517, 20517), {"exact"}),
    ],
)
def test_each_kind_of_bound_has_its_own_look(bounds, signs):
    sheet = open_sheet("A title", "A unit", 40)
    sheet.bounds(Scale(1, 100_000, 10, 200, by_tens=True), sheet.top + 20, bounds)
    assert signs == {artist.get_gid() for artist in sheet.axes.get_children() if artist.get_gid()}


def test_a_ring_starts_an_arrow_whose_end_is_not_meant_and_a_dot_one_that_is():
    faces = []
    for bounds in (more_than(3), Bounds(low=3)):
        sheet = open_sheet("A title", "A unit", 40)
        sheet.bounds(Scale(0, 10, 10, 200), sheet.top + 20, bounds)
        faces.append(sheet.axes.lines[-1].get_markerfacecolor())
    assert ["#ffffff", "#0072b2"] == faces


def test_every_number_of_the_cable_without_an_upper_end_is_drawn_open(cable, shown):
    signs = [artist.get_gid() for artist in shown["numbers"].figure.axes[0].get_children()]
    without_an_end = int((cable.quantities.low.isna() | cable.quantities.high.isna()).sum())
    assert 2 * without_an_end == signs.count("open")


def test_every_bar_of_a_station_ends_open(shown):
    children = shown["stations"].figure.axes[0].get_children()
    bars = sum(artist.get_gid() == "bar" for artist in children)
    assert (6, 5 * 3) == (bars, sum(artist.get_gid() == "open" for artist in children))


@pytest.mark.parametrize("name", charts.FIGURES)
def test_the_alt_text_begins_its_sentences_with_capitals(shown, name):
    assert [] == re.findall(r"[.:] [a-z]\w* (?:are|is|have|has)\b", shown[name].alt)


def test_every_number_is_told_apart_by_what_it_counts(cable, shown):
    words = re.findall(r"<text[^>]*>([^<]*)", shown["numbers"].svg)
    for told in ("crossers who fled their jobs", "in Kyongsong County", "reception stations, again"):
        assert told in words
    assert [] == [text for text in cable.quantities.text if text not in words]


def test_a_number_of_a_new_kind_has_a_place_on_the_sheet():
    from cablegram.figures.quantity_charts import KINDS
    from cablegram.registers import REGISTERS

    measures = REGISTERS["quantities"].by_column["measure"].vocabulary
    assert sorted(measures) == sorted(kind for kinds in KINDS.values() for kind in kinds)


def test_an_arrow_is_full_only_where_the_cable_gives_its_number(shown):
    signs = [artist.get_gid() for artist in shown["flow"].figure.axes[0].get_children()]
    assert (2, 4) == (signs.count("full"), signs.count("broken"))


def test_a_doubtful_name_is_marked_beside_its_bar(shown):
    assert "Kyongsong," in shown["stations"].svg and ">as printed<" in shown["stations"].svg


def test_the_total_is_full_and_what_others_counted_hollow(shown):
    ends = [artist for artist in shown["totals"].figure.axes[0].lines if artist.get_gid() == "end"]
    faces = [artist.get_markerfacecolor() for artist in ends]
    assert ["#d55e00", *["#ffffff"] * 4] == faces


def test_a_count_stands_at_the_end_of_its_period_and_begins_where_that_does(cable):
    from datetime import date

    several = {each.id: each for each in charts.totals.counts(cable)}
    assert (date(1960, 1, 1), date(1960, 6, 30)) == several["total"].starts
    assert date(1961, 11, 8) == several["total"].end
    assert "from between January and June 1960 until 8 November 1961" == several["total"].when
    assert "from about March 1961 until 24 March 1962" == several["jilin-1962"].when
    assert (date(1961, 1, 1), date(1961, 5, 10)) == (
        several["pak-may-1961"].starts[0],
        several["pak-may-1961"].end,
    )


# ---- choice


def test_a_figure_that_there_is_not_is_refused_with_those_there_are(cable):
    with pytest.raises(KeyError, match=r"no figure 'pie'; the figures are fingerprint, numbers"):
        charts.figure("pie", cable)


def test_a_document_without_registers_has_a_fingerprint_and_is_told_why_it_has_no_more(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,\n\nOver 700 people came. They left again.\n", encoding="utf-8")
    letter = cg.load(path)
    assert charts.figure("fingerprint", letter).alt
    assert not re.search("Korea|Wilson", charts.figure("fingerprint", letter)._repr_html_())
    with pytest.raises(ValueError, match="drawn from registers, and this document has none"):
        charts.figure("stations", letter)


@pytest.mark.parametrize("name", sorted(set(charts.FIGURES) - {"fingerprint"}))
def test_a_figure_says_what_the_registers_of_another_document_lack(tmp_path, name):
    path = tmp_path / "letter.txt"
    path.write_text("Dear Sir,\n\nOver 700 people came. They left again.\n", encoding="utf-8")
    (tmp_path / "quantities.csv").write_text(
        "id,quote,number,low,relation,counted,measure\nn,Over 700,700,700,over,people,stock\n",
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match=r"the registers of letter\.txt lack what it is drawn from"):
        charts.figure(name, cg.load(path, registers=tmp_path))


def test_the_reading_declared_is_the_one_chosen(cable):
    assert "read as arrivals" in charts.figure("stations", cable, stations="flow").alt
    with pytest.raises(ValueError, match="cannot be drawn under this reading"):
        charts.figure("flow", cable, stations="flow")


# ---- drawing


def test_long_words_are_broken_where_wider_fonts_would_leave_the_sheet():
    assert ["six border area", "reception stations"] == wrapped("six border area reception stations", 100, 9)


@pytest.mark.parametrize(("name", "most"), [(name, 200 if name == "map" else 60) for name in charts.FIGURES])
def test_figures_are_small(shown, name, most):
    assert len(shown[name].svg.encode()) < most * 1000


@pytest.mark.parametrize("name", charts.FIGURES)
def test_print_pictures_are_no_burden(shown, name):
    assert len(shown[name].png) < 400_000


def test_paper_and_ink_keep_their_colours_in_print(each):
    from PIL import Image

    with Image.open(io.BytesIO(each.png)) as picture:
        found = {colour for _, colour in picture.convert("RGB").getcolors()}
    assert {(255, 255, 255), (27, 27, 27)} <= found


def same_machine_as_the_committed_figures() -> str:
    """Empty on the machine on which the committed figures were drawn, else why not."""
    if (platform.system(), platform.machine()) != ("Linux", "x86_64"):
        return "the committed figures were drawn on Linux x86-64; other systems set type a little differently"
    if metadata.version("matplotlib") != locked("matplotlib"):
        return f"the committed figures were drawn with matplotlib {locked('matplotlib')}"
    return ""


def test_redrawing_gives_the_committed_svg_to_the_byte(each):
    if why_not := same_machine_as_the_committed_figures():
        pytest.skip(why_not)
    assert (COMMITTED / f"{each.name}.svg").read_bytes() == f"{each.svg}\n".encode()


def test_redrawing_gives_the_committed_png_to_the_pixel(each):
    from PIL import Image, ImageChops

    if why_not := same_machine_as_the_committed_figures():
        pytest.skip(why_not)
    with Image.open(COMMITTED / f"{each.name}.png") as committed, Image.open(io.BytesIO(each.png)) as drawn:
        assert (committed.size, committed.mode) == (drawn.size, drawn.mode)
        assert ImageChops.difference(committed.convert("RGB"), drawn.convert("RGB")).getbbox() is None
