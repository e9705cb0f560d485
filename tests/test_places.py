"""Distances by known cases, the lines of the map, and the gazetteer as Linked Places."""

import json
import math

import cablegram as cg
import pytest
from cablegram import places
from hypothesis import given
from hypothesis import strategies as st

POINTS = st.tuples(st.floats(-180, 180), st.floats(-89, 89))


@pytest.fixture(scope="module")
def gazetteer():
    return cg.load().places


# ---- distances


@pytest.mark.parametrize(
    ("here", "there", "km"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (1, 0), 111.195),  # a degree of the equator
        ((0, 0), (0, 90), 10007.557),  # a quarter of a meridian
        ((36, 20), (-144, -20), 20015.115),  # half round, where rounding would say more
        ((179.5, 0), (-179.5, 0), 111.195),  # across the date line
        ((129.60611, 41.58778), (129.77583, 41.79556), 27.1),  # Kyongsong to Chongjin
    ],
)
def test_distances_of_known_points(here, there, km):
    assert pytest.approx(km, abs=0.06) == places.distance_km(here, there)


@pytest.mark.parametrize(
    ("point", "km"),
    [
        ((0, 1), 111.195),  # beside the middle of the line
        ((2, 0), 111.195),  # beyond its end: to the end itself
        ((0.5, 0), 0),  # on it
    ],
)
def test_the_nearest_point_of_a_line_may_be_between_its_vertices(point, km):
    assert pytest.approx(km, abs=0.01) == places.distance_to_line_km(point, (((-1, 0), (1, 0)),))


@pytest.mark.parametrize(
    ("place", "km"),
    [
        ("onsong", 0.5),
        ("namyang", 0.7),
        ("hoeryong", 2.8),
        ("musan", 0.3),
        ("kyongsong", 73.6),
        ("chongjin", 66.0),
        ("kilju", 106.6),
    ],
)
def test_distances_to_the_border_as_measured_from_the_full_source(gazetteer, place, km):
    table = places.distances(gazetteer).set_index("id")
    assert km == table.border_km[place]
    assert (km < 3) == table.on_the_river[place]


@given(POINTS, POINTS)
def test_a_distance_is_the_same_both_ways_and_never_more_than_half_round(here, there):
    away = places.distance_km(here, there)
    assert 0 <= away <= math.pi * places.EARTH_RADIUS_KM
    assert pytest.approx(away) == places.distance_km(there, here)


@given(POINTS, POINTS, POINTS)
def test_no_vertex_is_nearer_than_the_line(point, start, end):
    nearest = min(places.distance_km(point, start), places.distance_km(point, end))
    assert places.distance_to_line_km(point, ((start, end),)) <= nearest + 1e-6


# ---- lines


@pytest.mark.parametrize(
    ("name", "extract", "points"),
    [
        (places.BORDER, "hamgyong", 944),
        ("Tumen", "hamgyong", 630),
        ("Yalu", "hamgyong", 265),
        ("land", "hamgyong", 4_700),
    ],
)
def test_lines_have_the_points_of_the_full_source(name, extract, points):
    assert pytest.approx(points, abs=0.03 * points) == sum(map(len, places.lines(name, extract)))


def test_a_line_that_there_is_not_is_refused_with_those_there_are():
    with pytest.raises(KeyError, match="the map has no 'Amnok'; it has land, lake, border China–North Korea"):
        places.lines("Amnok")


def test_along_the_tumen_river_and_border_are_one_line_so_that_no_bank_can_be_claimed():
    river = [point for line in places.lines("Tumen") for point in line if point[0] < 130.6]
    assert max(places.distance_to_border_km(point) for point in river[::5]) < 0.1


# ---- Linked Places


@pytest.fixture(scope="module")
def linked(gazetteer):
    return json.loads(json.dumps(places.linked_places(gazetteer, "Cable of 2 December 1961", "1961")))


def test_it_is_geojson_with_one_feature_a_place(linked, gazetteer):
    assert "FeatureCollection" == linked["type"] and linked["@context"].endswith(".jsonld")
    assert [f"#place-{key}" for key in gazetteer.id] == [feature["@id"] for feature in linked["features"]]
    assert {"Feature"} == {feature["type"] for feature in linked["features"]}


def test_every_place_has_what_the_format_requires(linked):
    for feature in linked["features"]:
        assert feature["properties"]["title"] and feature["properties"]["fclasses"]
        assert feature["names"][0]["toponym"] and feature["names"][0]["citations"]
        assert "geometry" in feature


def test_what_is_not_located_has_a_null_geometry_and_the_rest_longitude_before_latitude(linked):
    geometry = {feature["@id"]: feature["geometry"] for feature in linked["features"]}
    assert geometry["#place-houeryong"] is None and geometry["#place-chongsong"] is None
    assert [129.99333, 42.95722] == geometry["#place-onsong"]["coordinates"]


def test_a_point_that_is_not_the_place_itself_is_no_close_match(linked):
    kind = {feature["@id"]: feature.get("links", [{}])[0].get("type") for feature in linked["features"]}
    assert ("closeMatch", "seeAlso", "seeAlso", None) == tuple(
        kind[f"#place-{key}"] for key in ("namyang", "heilongjiang", "kyonghung", "hunyung")
    )
    said = {feature["@id"]: feature["geometry"] for feature in linked["features"]}
    assert said["#place-heilongjiang"]["citations"][0]["label"].endswith("; of Harbin")


def test_certainty_is_carried_in_the_words_of_the_format(linked):
    said = {feature["@id"]: feature["names"][0]["certainty"] for feature in linked["features"]}
    assert ("certain", "less-certain", "uncertain") == tuple(
        said[f"#place-{key}"] for key in ("onsong", "chongsong", "houeryong")
    )


@pytest.mark.parametrize(
    ("kilometres", "expected"), [(0.5, "less than 3"), (3, "about 3"), (73.6, "about 74")]
)
def test_a_distance_is_told_no_finer_than_line_and_points_allow(kilometres, expected):
    assert expected == places.in_words(kilometres)
