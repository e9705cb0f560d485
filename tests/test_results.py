"""Results: the numbers of the edition as a historian would check them, and what doubt makes of them."""

import re
from fractions import Fraction
from math import isnan

import pytest
from cablegram import load
from cablegram.bounds import Bounds
from cablegram.cable import Cable
from cablegram.readings import ReadingError
from cablegram.registers import FOLDER, edition_table
from cablegram.results import (
    MissingEvidence,
    doubts,
    fill,
    frame,
    functions,
    result,
    results,
)
from cablegram.results.evidence import Evidence


@pytest.fixture(scope="module")
def found(cable):
    return results(cable)


def with_quantity(cable, id, factor):
    """The cable with one number of its register multiplied."""
    row = cable.row(f"q-{id}")
    return with_cells(cable, id, low=row["low"] * factor, high=row["high"] * factor)


def with_cells(cable, id, register="quantities", **cells):
    """The cable with other cells in one row of a register."""
    changed, rows = Cable(cable.text, cable.name), cable.rows(register)
    changed._registers = cable._registers | {register: [*(rows | {id: rows[id] | cells}).values()]}
    return changed


def of_other_wording(before, after):
    return {name for name in before if before[name].wording != after[name].wording}


# ---- facts

FOUR = "q-onsong q-hoeryong q-kyongsong q-musan"


@pytest.mark.parametrize(
    ("name", "expected", "inputs"),
    [
        # the station numbers
        ("station-numbers", "4 numbers", FOUR),
        ("stations-sum", "more than 1,350 people", FOUR),
        ("stations-share", "more than 6.5 %", f"{FOUR} q-total"),
        ("stations-remainder", "fewer than 19,167 people", f"q-total {FOUR}"),
        ("stations-share-onsong", "no bound", FOUR),
        ("stations-sum-bounded", "1,354 to 1,656 people", FOUR),
        ("stations-share-onsong-bounded", "44.9 to 55.1 %", FOUR),
        # which stations
        ("station-names", "5 names", "q-stations"),
        ("distinct-stations", "4 stations", "q-stations"),
        ("kyongsong-distance", "about 74 km", "place-kyongsong"),
        ("kyongsong-crossing", "about 78 km", "place-kyongsong place-musan"),
        ("unnamed-stations", "2 stations", "q-stations"),
        ("unnumbered-stations", "2 stations", f"q-stations {FOUR}"),
        # arrivals a day
        ("rate-stay", "no bound", f"{FOUR} q-stay"),
        ("rate-documents", "80 people a day", "q-documents"),
        ("rate-mean", "30.3 to 41.4 people a day", "q-total d-beginning d-statistics"),
        ("total-by-daily", "less than 15.2 days", f"q-total {FOUR}"),
        # from elsewhere
        ("added-since-may", "17,017 people", "q-total outside-pak-may-1961"),
        ("added-since-may-share", "about 83 %", "q-total outside-pak-may-1961"),
        ("since-may-days", "182 days", "outside-pak-may-1961 d-statistics"),
        ("half-by-may", "at least 6,759 people", "q-total outside-pak-may-1961"),
        ("crossed-jilin-1961", "1,942 people", "outside-crossed-1961 outside-crossed-liaoning-1961"),
        ("rate-pak", "about 93.5 people a day", "q-total outside-pak-may-1961 d-statistics"),
        ("rate-yanbian", "about 66.1 people a day", "outside-yanbian-1962"),
        # shares, needs and grants
        ("runaways-share", "more than 7.3 %", "q-fled q-total"),
        ("runaways-share-bounded", "7.3 to 7.8 %", "q-fled q-total"),
        ("same-treatment", "no", "s-2.4.2"),
        ("educated-share", "about 2.4 %", "q-educated q-total"),
        ("shortage", "about 11,000 people", "q-mines q-communes"),
        ("shortage-share", "about 54 %", "q-mines q-communes q-total"),
        ("blankets-shortage", "undetermined", "q-mines q-communes q-blankets"),
        # the age of the news
        ("age-statistics", "2 days", "d-statistics d-talk"),
        ("age-dispatch", "22 days", "d-talk d-dispatch"),
        ("age-total", "24 days", "d-statistics d-dispatch"),
        ("meeting-age", "12 to 21 days", "d-meeting d-dispatch"),
        ("meeting-ahead", "1 to 10 days", "d-talk d-meeting"),
        # the document
        ("quantities-all", "19 numbers", None),
        (
            "quantities-exact",
            "6 numbers",
            "q-total q-stations q-stations-again q-blankets q-communes q-documents",
        ),
        ("quantities-over", "7 numbers", f"{FOUR} q-arrivals q-fled q-detained"),
        ("sentences-through-an", "61 sentences", ""),
        ("sentences-explicit", "15 sentences", ""),
        ("numbers-through-an", "19 numbers", None),
        ("speaks-of-hunger", "no", ""),
    ],
)
def test_a_result_says_what_the_cable_allows_and_what_it_is_computed_from(found, name, expected, inputs):
    forms = found[name].forms
    assert expected in (forms.get("unit"), forms[""])
    assert inputs in (None, " ".join(found[name].inputs))


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("stations-sum-bounded", 701 + 301 + 251 + 101, 799 + 399 + 259 + 199),
        (
            "stations-share-onsong-bounded",
            Fraction(100 * 701, 701 + 399 + 259 + 199),
            Fraction(100 * 799, 799 + 301 + 251 + 101),
        ),
        ("runaways-share-bounded", Fraction(100 * 1501, 20517), Fraction(100 * 1599, 20517)),
        ("added-since-may-share", *[Fraction(100 * (20517 - 3500), 20517)] * 2),
        ("half-by-may", 20517 // 2 + 1 - 3500, float("inf")),
        ("crossed-jilin-1961", *[3381 - 1439] * 2),
    ],
)
def test_a_result_is_what_one_works_out_by_hand(found, name, low, high):
    assert Bounds(low, high) == found[name].value


def test_what_rests_on_the_word_over_says_so_and_nothing_else_does(found):
    said = {name for name, each in found.items() if any("is bounded" in one for one in each.assumptions)}
    assert {name for name in found if name.endswith("-bounded")} == said


def test_every_result_of_the_edition_can_be_had_from_this_cable(found):
    assert list(found) == list(edition_table("results"))


def test_what_results_say_and_what_computes_them_are_the_same_list():
    assert set(functions()) == set(edition_table("results"))


# ---- what a result rests on


def test_a_result_tells_all_that_it_rests_on(cable):
    table = frame(cable).set_index("id")
    row = table.loc["stations-share"].to_dict()
    assert (pytest.approx(6.58, abs=0.001), True) == (row.pop("low"), isnan(row.pop("high")))
    assert row == {
        "title": "People in the stations as a share of the total",
        "statement": "If the people in the stations are counted in the total, "
        "they are more than 6.5 % of it; there is no upper end.",
        **{"wording": "more than 6.5 %", "unit": "%", "range": "more than 6.5 %"},
        **{"kind": "finding", "readings": "holds in 4 of 6 readings", "certainty": "medium"},
        **{"voices": 1, "depth": 3, "formula": "sum of the station numbers / total"},
        **{"inputs": f"{FOUR} q-total".replace(" ", "; "), "depends": "stations; total"},
        "assumptions": "the people in the stations are counted in the total",
    }
    verdict = table.loc["same-treatment"].to_dict()
    assert isnan(verdict.pop("low")) and isnan(verdict.pop("high"))
    assert ("s-2.4.2", "no or yes", "", "") == tuple(
        verdict[name] for name in ("inputs", "range", "unit", "assumptions")
    )


def test_an_assumption_reads_on_from_assuming_that_and_what_does_not_hold_says_why(cable):
    sentences, clauses = set(), set()
    for choice in ({}, {"stations": "flow", "total": "crossings", "kyongsong": "chongsong"}):
        under = results(cable, **choice).values()
        clauses |= {clause for each in under for clause in each.assumptions}
        sentences |= {each.statement for each in under if each.value is None}
    assert len(clauses) == 19 and len(sentences) == 4
    assert [clause for clause in clauses if not re.fullmatch(r"[“a-z][^.]*[a-z)]", clause)] == []
    assert [words for words in sentences if not re.fullmatch(r"[A-Z][a-z][^.]*[a-z]\.", words)] == []


def test_the_station_numbers_are_added_without_any(found):
    assert found["stations-sum"].assumptions == ()


def test_the_total_and_the_station_numbers_have_one_innermost_voice(found):
    assert (found["stations-share"].voices, found["stations-share"].depth) == (1, 3)
    assert (found["rate-stay"].voices, found["rate-stay"].depth) == (2, 3)


def test_a_source_from_outside_is_a_voice_of_its_own(found):
    assert found["rate-pak"].voices == 2
    assert "outside-pak-may-1961" in found["rate-pak"].inputs
    assert found["crossed-jilin-1961"].voices == 1  # two numbers of one report


@pytest.mark.parametrize(
    ("register", "id", "cells", "name"),
    [
        ("dates", "talk", {"edtf_written": "", "edtf_spoken": ""}, "age-dispatch"),
        ("dates", "statistics", {"edtf_spoken": "1961/.."}, "age-statistics"),
        ("dates", "statistics", {"edtf_spoken": "../1961"}, "age-statistics"),
        ("outside", "yanbian-1962", {"as_of": ""}, "rate-yanbian"),
    ],
)
def test_what_is_not_known_leaves_out_what_needs_it(cable, register, id, cells, name):
    changed = with_cells(cable, id, register, **cells)
    with pytest.raises(MissingEvidence, match="has no first and last day"):
        result(changed, name)
    assert set(results(cable)) - set(results(changed)) >= {name}


def test_days_are_counted_on_the_clock_of_the_one_who_speaks_and_to_either_end(cable):
    later = with_cells(cable, "statistics", "dates", edtf_spoken="1961-11-01/1961-11-03", edtf_written="1961")
    found = results(later)
    assert ["7 to 9", "175 to 177"] == [found[name].wording for name in ("age-statistics", "since-may-days")]


# ---- readings


def test_a_rate_from_people_present_does_not_hold_of_arrivals(cable):
    rate = result(cable, "rate-stay", stations="flow")
    assert (rate.value, rate.wording) == (None, "does not hold")
    assert "people a day" == result(cable, "stations-sum", stations="flow").unit
    assert rate.statement == "Only a number of people present, divided by their stay, gives arrivals a day."


def test_nothing_follows_from_a_stay_that_is_a_minimum_and_a_stay_that_is_exact_gives_a_rate(cable):
    assert result(cable, "rate-stay").value == Bounds()
    changed = with_cells(cable, "stay", high=15, relation="exact")
    assert result(changed, "rate-stay").value == Bounds(low=Fraction(1350, 15), low_closed=False)


@pytest.mark.parametrize(("option", "expected"), [("printed", "no"), ("same", "yes"), ("now", "yes")])
def test_either_emendation_of_the_treatment_gives_the_same_sense(cable, option, expected):
    assert expected == result(cable, "same-treatment", treatment=option).wording


def test_what_needs_people_present_does_not_hold_of_a_breakdown(cable):
    under = results(cable, stations="breakdown")
    gone = {name for name, each in under.items() if each.value is None}
    assert {"rate-stay", "stations-remainder"} == gone
    assert under["stations-share"].value is not None


def test_a_count_of_crossings_leaves_fewer_people(cable):
    under = results(cable, total="crossings")
    assert under["educated-share"].wording == "at least about 2.4 %"
    assert under["runaways-share"].wording == "more than 7.3 %"
    assert under["rate-mean"].unit == "crossings a day"


def test_the_distance_is_that_of_the_town_the_name_is_read_as(cable):
    assert result(cable, "kyongsong-distance", kyongsong="kyongwon").wording == "about 7 km"
    lost = result(cable, "kyongsong-distance", kyongsong="chongsong")
    assert lost.statement == "Chongsong County has no point on the map."


def test_the_number_of_stations_named_hangs_on_one_letter(cable, found):
    assert found["distinct-stations"].depends == ("houeryong",)
    assert result(cable, "distinct-stations", houeryong="hunyung").wording == "5"
    assert found["unnamed-stations"].forms["range"] == "1 to 2"
    assert "1 station" == result(cable, "unnamed-stations", houeryong="other").forms["unit"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("stations-share", "holds in 4 of 6 readings"),
        ("rate-stay", "holds in 1 of 3 readings"),
        ("rate-mean", "holds in 2 of 2 readings"),
        ("educated-share", "holds in 1 of 2 readings"),  # “at least about” goes beyond “about”
        ("age-total", "rests on no doubtful reading"),
    ],
)
def test_a_result_says_in_how_many_readings_it_holds(found, name, expected):
    assert expected == found[name].forms["readings"]


def test_a_reading_that_is_not_in_the_register_is_refused(cable):
    with pytest.raises(ReadingError, match="the crux 'stations' has no reading 'daily'"):
        results(cable, stations="daily")


def test_a_result_keeps_its_wording_under_every_combination_of_readings_the_default_first(cable, found):
    variants = found["distinct-stations"].variants
    assert next(iter(variants.values())) == found["distinct-stations"].forms
    for choice, forms in variants.items():
        assert forms == result(cable, "distinct-stations", **dict(choice)).forms


def test_the_range_holds_the_value_of_every_reading(cable, found):
    for crux, option in [
        ("stations", "flow"),
        ("total", "crossings"),
        ("houeryong", "other"),
        ("summer", "y1960"),
    ]:
        under = results(cable, **{crux: option})
        for name, each in under.items():
            assert each.forms["range"] == found[name].forms["range"]


# ---- words


def test_a_result_has_its_other_wordings(found):
    assert found["rate-mean"].wording == "30.3 to 41.4"
    assert found["rate-mean"].forms["unit"] == "30.3 to 41.4 people a day"
    assert found["distinct-stations"].forms["words"] == "four"
    assert found["distinct-stations"].forms["range"] == "4 to 5"
    assert ["", "range", "readings", "unit"] == list(found["rate-mean"].forms)


def test_a_statement_is_filled_from_the_registers(found):
    assert found["added-since-may"].statement == (
        "The total is 17,017 more than the 3,500 of the Korean foreign minister in May."
    )


def test_an_unknown_placeholder_is_refused(cable):
    with pytest.raises(LookupError, match="'total' is no address"):
        fill("{total}", cable, {}.get)
    with pytest.raises(LookupError, match="no number 'all' in the quantities of this document"):
        fill("{q-all}", cable, {}.get)


def test_a_placeholder_with_a_capital_begins_a_sentence(cable):
    assert fill("{Q-onsong} people", cable, {}.get) == "Over 700 people"


@pytest.mark.parametrize("entry", edition_table("results").values(), ids=lambda entry: entry["id"])
def test_no_number_is_written_into_a_statement_by_hand(entry):
    plain = re.sub(r"\{[^{}]+\}", "", f"{entry['title']} {entry['says']}")
    dates = r"\d{1,2} (?:and \d{1,2} )?(?:January|November|December)(?: 19\d\d)?|19(?:60|61)"
    assert not re.search(r"\d", re.sub(dates, "", plain))


def test_no_number_is_written_into_an_assumption_by_hand(found):
    said = {text.replace("8 November", "") for each in found.values() for text in each.assumptions}
    assert [text for text in said if re.search(r"\d", text)] == []


@pytest.mark.parametrize("entry", edition_table("results").values(), ids=lambda entry: entry["id"])
def test_what_is_put_into_a_sentence_leaves_no_placeholder(entry, found):
    each = found[entry["id"]]
    assert "{" not in each.title + each.statement + "".join(each.assumptions)


# ---- change a number, and exactly what rests on it changes


def test_another_total_changes_what_is_computed_from_it_and_nothing_else(cable, found):
    shares = {"stations-share", "stations-remainder", "runaways-share", "runaways-share-bounded"}
    shares |= {"educated-share", "shortage-share"}
    spring = {"added-since-may", "added-since-may-share", "half-by-may", "rate-pak"}
    changed = of_other_wording(found, results(with_quantity(cable, "total", 2)))
    assert shares | spring | {"rate-mean", "total-by-daily"} == changed


def test_a_total_changed_in_a_copy_of_text_and_registers_changes_the_same(cable, found, tmp_path):
    text = tmp_path / "cable.txt"
    text.write_bytes(cable.text.replace("20,517", "30,517").encode())
    folder = tmp_path / "registers"
    folder.mkdir()
    for path in [*FOLDER.glob("*.csv"), *FOLDER.glob("*.toml")]:
        changed = path.read_bytes().replace(b"20,517", b"30,517").replace(b"20517", b"30517")
        (folder / path.name).write_bytes(changed)
    changed = results(load(text, registers=folder))
    by_table = results(with_quantity(cable, "total", 30517 / 20517))
    assert of_other_wording(found, changed) == of_other_wording(found, by_table)
    assert changed["stations-remainder"].wording == "fewer than 29,167"


def test_whatever_number_is_changed_only_results_that_name_it_change(cable, found):
    for id in cable.quantities.id:
        changed = of_other_wording(found, results(with_quantity(cable, id, 2)))
        assert [name for name in changed if f"q-{id}" not in found[name].inputs] == []


# ---- tables


def test_the_table_has_a_row_per_result(cable, found):
    table = frame(cable).set_index("id")
    assert list(table.index) == list(found)
    assert (1350, 19167) == (table.low["stations-sum"], table.high["stations-remainder"])
    assert table.low.isna()["stations-remainder"]
    assert table.kind["total-by-daily"] == table.kind["blankets-shortage"] == "false friend"


def test_some_doubts_touch_no_number(cable):
    rows = {row["crux"]: row for row in doubts(cable).to_dict("records")}
    expected = {"results": 2, "changed": 2, "which": "distinct-stations; unnamed-stations"}
    expected |= {"passage": "Houeryong", "titles": "Different stations named; Stations without a name"}
    assert expected | {"crux": "houeryong"} == rows["houeryong"]
    assert {"stations": (5, 3), "total": (7, 3), "treatment": (1, 1), "we-care": (0, 0)}.items() <= {
        crux: (row["results"], row["changed"]) for crux, row in rows.items()
    }.items()


# ---- other documents


def test_a_document_without_registers_has_no_results(tmp_path):
    path = tmp_path / "another.txt"
    path.write_text("Over 30 people arrived on May 3.\n", encoding="utf-8")
    assert results(load(path)) == {}
    assert list(load(path).results().columns) == list(load().results().columns)
    with pytest.raises(MissingEvidence, match="there is no number 'onsong' in the quantities"):
        result(load(path), "stations-sum")
    with pytest.raises(MissingEvidence, match="no crux 'total' in the readings register"):
        Evidence(load(path), {}).reading("total")


def test_a_document_with_registers_of_its_own_has_no_result_about_what_nobody_looked_up(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Between 20 and 30 people arrived. Over 40 left. They were Hungry.\n", encoding="utf-8")
    (tmp_path / "quantities.csv").write_text(
        "id,quote,number,low,high,relation,counted,measure\n"
        "came,Between 20 and 30,20 and 30,20,30,range,people,flow\nleft,Over 40,40,40,,over,people,flow\n"
    )
    found = results(load(path, registers=tmp_path))
    assert found["quantities-all"].value == Bounds(2, 2) and found["quantities-over"].value == Bounds(1, 1)
    hungry = found["speaks-of-hunger"]
    assert ("yes", ("s-0.1.3",)) == (hungry.value, hungry.inputs)
    assert {"quantities-all", "quantities-exact", "quantities-over", "speaks-of-hunger"} == set(found)


def test_an_unknown_result_is_refused(cable):
    with pytest.raises(KeyError, match="there is no result 'sum'; the results are station-numbers, "):
        result(cable, "sum")
