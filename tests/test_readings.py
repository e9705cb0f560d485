"""Readings: what may be chosen, what is chosen where nothing is said, and every combination."""

import re

import pytest
from cablegram.readings import ReadingError, choose, combinations, cruxes

OPTIONS = (
    ("stations", "breakdown", False),
    ("stations", "stock", True),
    ("stations", "flow", False),
    ("total", "persons", True),
    ("total", "crossings", False),
)
KNOWN = {"stations": ("stock", "breakdown", "flow"), "total": ("persons", "crossings")}


def test_the_default_stands_first_whatever_the_order_of_the_rows():
    rows = [dict(zip(("crux", "option", "default"), option, strict=True)) for option in OPTIONS]
    assert cruxes(rows) == KNOWN


def test_what_is_not_chosen_keeps_its_default():
    assert choose(KNOWN, {"stations": "flow"}) == {"stations": "flow", "total": "persons"}


def test_an_unknown_crux_is_refused_with_those_there_are():
    with pytest.raises(ReadingError, match="there is no crux 'station'; the cruxes are 'stations', 'total'"):
        choose(KNOWN, {"station": "flow"})


def test_an_unknown_reading_is_refused_with_those_there_are():
    with pytest.raises(ReadingError, match="'stations' has no reading 'daily'; its readings are 'stock', "):
        choose(KNOWN, {"stations": "daily"})
    with pytest.raises(ReadingError, match=r"there is no crux 'stations'; the cruxes are none$"):
        choose({}, {"stations": "flow"})


def test_the_combinations_begin_with_the_defaults_and_leave_none_out():
    found = combinations(KNOWN, ["total", "stations"])
    assert len(found) == 6
    assert found[0] == {"stations": "stock", "total": "persons"}
    assert len({tuple(each.items()) for each in found}) == 6


def test_no_doubt_is_one_combination():
    assert combinations(KNOWN, []) == [{}]


@pytest.mark.parametrize(("defaults", "count"), [([False, False], 0), ([True, True], 2)])
def test_a_crux_has_exactly_one_default(defaults, count):
    rows = [
        {"crux": "a", "option": name, "default": default}
        for name, default in zip("xy", defaults, strict=True)
    ]
    with pytest.raises(ReadingError, match=f"the crux 'a' has {count} defaults among 'x', 'y'; write"):
        cruxes(rows)


def test_a_document_without_a_register_has_no_cruxes():
    assert cruxes([]) == {}


# ---- this edition's own cruxes


def test_every_reading_is_argued_for_and_against(cable):
    table = cable.readings
    assert [row.option for row in table.itertuples() if not (row.argument and row.against)] == []
    assert [row.option for row in table.itertuples() if not row.evidence] == []


def test_the_default_is_the_likeliest_reading_or_what_is_printed(cable):
    """Notebook 02 names the two passages at which the edition thinks another reading likelier."""
    rank = {"low": 0, "medium": 1, "high": 2}
    likelier = {
        crux
        for crux, rows in cable.readings.groupby("crux")
        if max(rows.certainty.map(rank)) > rank[rows[rows.default.astype(bool)].certainty.iloc[0]]
    }
    assert likelier == {"kyongsong", "treatment"}
    printed = cable.readings.query("option == 'printed'")
    assert likelier == set(printed.crux) == set(printed[printed.default.astype(bool)].crux)


def test_no_finding_rests_on_a_tertiary_page_alone(cable):
    """A source of grade D is said to be one, or that the point is unverified."""
    tertiary = {f"source:{id}" for id in cable.sources[cable.sources.grade == "D"].id}
    said = [(f"note {row.id}", row.evidence, row.claim) for row in cable.notes.itertuples()]
    said += [(f"reading {row.option}", row.evidence, row.argument) for row in cable.readings.itertuples()]
    resting = {name: text for name, evidence, text in said if tertiary & set(evidence)}
    assert "reading kyongwon" in resting
    assert [
        name for name, text in resting.items() if not re.search("[Tt]ertiary|unverified|Wikipedia", text)
    ] == []
