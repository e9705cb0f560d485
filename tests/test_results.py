"""Results: the numbers of the edition as a historian would check them, and what doubt makes of them."""

import re
from copy import copy
from datetime import date

import pytest
from cablegram import load
from cablegram.bounds import Bounds, less_than, more_than
from cablegram.measures import MeasureError
from cablegram.readings import ReadingError
from cablegram.registers import FOLDER
from cablegram.results import (
    CATALOGUE,
    MissingEvidence,
    Registers,
    doubts,
    fill,
    frame,
    result,
    results,
    sensitivity,
    wording,
)
from cablegram.results.evidence import Evidence


@pytest.fixture(scope="module")
def cable():
    return load()


@pytest.fixture(scope="module")
def found(cable):
    return results(cable)


def with_quantity(cable, id, factor):
    """The cable with one number of its register multiplied."""
    changed, table = copy(cable), cable.quantities.copy()
    table.loc[table.id == id, ["low", "high"]] *= factor
    changed.__dict__["registers"] = {**cable.registers, "quantities": table}
    return changed


def of_other_wording(before, after):
    return {name for name in before if before[name].wording != after[name].wording}


# ---- facts


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # the station numbers
        ("station-numbers", "4"),
        ("stations-sum", "more than 1,350"),
        ("stations-part", "undetermined"),
        ("stations-share", "more than 6.5 %"),
        ("stations-remainder", "fewer than 19,167"),
        ("stations-remainder-share", "less than 93.5 %"),
        ("stations-share-onsong", "no bound"),
        ("stations-share-onsong-stated", "about 52 %"),
        ("border-people", "more than 1,100"),
        ("border-share", "no bound"),
        # which stations
        ("station-names", "5"),
        ("distinct-stations", "4"),
        ("unnamed-stations", "2"),
        ("unnumbered-stations", "2"),
        ("places-in-both-lists", "3"),
        # arrivals a day
        ("rate-stay", "more than 90"),
        ("rate-stay-six", "more than 135"),
        ("rate-documents", "80"),
        ("rate-documents-week", "about 69"),
        ("rate-mean", "30.3 to 41.4"),
        ("rate-ramp", "60.6 to 82.8"),
        ("rate-rise", "1.9 to 2.7"),
        ("rates-gap", "more than 10"),
        ("rates-agree", "in order of magnitude only"),
        ("total-by-daily", "less than 15.2"),
        ("days-at-rate", "about 256"),
        ("months-at-rate", "about 8.4"),
        ("start-at-rate", "25 February 1961"),
        ("stock-implied", "1,200"),
        ("stay-implied", "more than 16.8"),
        ("stay-since", "24 October 1961"),
        # from elsewhere
        ("added-since-may", "17,017"),
        ("rate-pak", "about 93.5"),
        ("rate-crossed", "about 96.7"),
        ("rate-yanbian", "about 66.1"),
        ("rate-yanbian-passing", "more than 90.1"),
        ("rate-jilin", "about 76.8"),
        ("jilin-sum", "28,001"),
        ("jilin-gap", "27"),
        ("yanbian-net-gap", "450"),
        ("japan-ratio", "about 27 %"),
        # shares, needs and grants
        ("persons", "20,517"),
        ("arrivals-agree", "yes"),
        ("runaways-share", "more than 7.3 %"),
        ("runaways-share-placed", "more than 7.8 %"),
        ("educated-share", "about 2.4 %"),
        ("shortage", "about 11,000"),
        ("shortage-share", "about 54 %"),
        ("blankets-shortage", "undetermined"),
        ("blankets-per-person", "less than 8.2"),
        ("blankets-per-station", "about 1,833"),
        ("blankets-days", "less than 123"),
        ("blankets-days-documents", "about 138"),
        # the age of the news
        ("age-statistics", "2"),
        ("age-dispatch", "22"),
        ("age-total", "24"),
        ("counting-days", "496 to 677"),
        ("meeting-age", "12 to 21"),
        ("summer-to-talk", "71"),
        ("missed-arrivals", "about 1,900"),
        ("missed-arrivals-stay", "more than 2,100"),
        # the paper itself
        ("register-number", "103"),
        ("papers-since-july", "44"),
        ("register-pace", "about 3"),
        ("sentences-body", "63"),
        ("quantities-all", "19"),
        ("quantities-over", "7"),
        ("quantities-about", "2"),
        ("numbers-through-an", "19"),
        ("uses-we", "3"),
        ("uses-compatriots", "4"),
        ("speaks-of-hunger", "no"),
    ],
)
def test_a_result_says_what_the_cable_allows(found, name, expected):
    assert expected == found[name].wording


def test_the_days_are_those_of_the_calendar(found):
    count, talk, dispatch = date(1961, 11, 8), date(1961, 11, 10), date(1961, 12, 2)
    for name, days in [
        ("age-statistics", talk - count),
        ("age-dispatch", dispatch - talk),
        ("age-total", dispatch - count),
    ]:
        assert found[name].value == Bounds(days.days, days.days)
    assert found["counting-days"].value == Bounds(
        (count - date(1960, 6, 30)).days, (count - date(1960, 1, 1)).days
    )


def test_kyongsong_as_printed_is_far_from_the_border_and_its_neighbours_are_on_it(found):
    assert 60 < found["kyongsong-distance"].value.low < 90
    for place in ("onsong", "namyang", "hoeryong", "musan"):
        assert found[f"distance-{place}"].wording == "less than 3 km"


def test_every_result_of_the_catalogue_can_be_had_from_this_cable(found):
    assert list(found) == list(CATALOGUE)


def test_every_quantity_has_its_voices(cable, found):
    for id in cable.quantities.id:
        assert found[f"voices-{id}"].value.low >= 1


def test_the_sentences_are_divided_by_the_basis_of_their_voice(found):
    parts = [found[f"sentences-{basis}"].value.low for basis in ("explicit", "inherited", "inferred")]
    assert sum(parts) == found["sentences-body"].value.low


def test_the_relations_of_the_numbers_are_all_there_are(found):
    relations = ("exact", "over", "about", "range", "at-least", "at-most")
    assert (
        sum(found[f"quantities-{each}"].value.low for each in relations) == found["quantities-all"].value.low
    )


# ---- what a result rests on


def test_a_result_names_its_inputs_and_assumptions(found):
    rate = found["rate-stay"]
    assert rate.inputs == ("q-onsong", "q-hoeryong", "q-kyongsong", "q-musan", "q-stay")
    assert len(rate.assumptions) == 1
    assert rate.unit == "people a day"


def test_no_sum_of_unlike_measures_goes_without_an_assumption(found):
    unlike = [
        "stations-share",
        "stations-remainder",
        "rate-stay",
        "runaways-share",
        "educated-share",
        "shortage",
    ]
    unlike += ["shortage-share", "blankets-per-person", "japan-ratio", "rate-pak", "missed-arrivals"]
    assert [name for name in unlike if not found[name].assumptions] == []


def test_the_station_numbers_are_added_without_any(found):
    assert found["stations-sum"].assumptions == ()


def test_the_cable_refuses_to_add_blankets_to_people(cable):
    given = Evidence(Registers(cable), {})
    with pytest.raises(MeasureError, match="cannot be added"):
        given.quantity("blankets").plus(given.quantity("communes"))


def test_the_total_and_the_station_numbers_have_one_innermost_voice(found):
    assert (found["stations-share"].voices, found["stations-share"].depth) == (1, 3)
    assert found["rate-stay"].voices == 2


def test_a_result_knows_the_notes_that_cite_it(cable, found):
    citing = [row.id for row in cable.notes.itertuples() if "result:rate-stay" in row.evidence]
    assert found["rate-stay"].notes == tuple(citing) != ()


def test_a_source_from_outside_is_a_voice_of_its_own(found):
    assert found["japan-ratio"].voices == 2
    assert "outside-japan-1961" in found["japan-ratio"].inputs
    assert found["rate-yanbian-passing"].voices == 1  # two passages of one report


# ---- readings


def test_a_rate_from_people_present_does_not_hold_of_arrivals(cable):
    rate = result(cable, "rate-stay", stations="flow")
    assert (rate.value, rate.wording) == (None, "does not hold")
    assert rate.statement == "Only a number of people present, divided by their stay, gives arrivals a day."


def test_what_needs_people_present_does_not_hold_of_a_breakdown(cable):
    under = results(cable, stations="breakdown")
    gone = {name for name, each in under.items() if each.value is None}
    assert {"rate-stay", "stations-remainder", "stay-implied", "blankets-per-person"} <= gone
    assert under["stations-share"].value is not None


def test_a_count_of_crossings_leaves_fewer_people(cable):
    under = results(cable, total="crossings")
    assert under["persons"].wording == "2,564 to 20,517"
    assert under["educated-share"].wording == "at least about 2.4 %"
    assert under["runaways-share"].wording == "more than 7.3 %"
    assert under["rate-mean"].unit == "crossings a day"


def test_with_an_emended_kyongsong_everyone_listed_is_on_the_border(cable):
    under = results(cable, kyongsong="chongsong")
    assert under["border-people"].wording == "more than 1,350"
    assert under["border-share"].wording == "100 %"


def test_the_distance_is_that_of_the_town_the_name_is_read_as(cable):
    assert result(cable, "kyongsong-distance", kyongsong="kyongwon").wording == "about 7 km"
    lost = result(cable, "kyongsong-distance", kyongsong="chongsong")
    assert lost.statement == "Chongsong County has no point on the map."


def test_the_number_of_stations_named_hangs_on_one_letter(cable, found):
    assert found["distinct-stations"].depends == ("houeryong",)
    assert result(cable, "distinct-stations", houeryong="hunyung").wording == "5"
    assert found["unnamed-stations"].forms["range"] == "1 to 2"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("stations-share", "holds in 4 of 6 readings"),
        ("rate-stay", "holds in 1 of 3 readings"),
        ("rate-mean", "holds in 2 of 2 readings"),
        ("rates-agree", "holds in 2 of 6 readings"),
        ("border-share", "holds in 1 of 4 readings"),  # no bound, or with an emended name all
        ("age-total", "rests on no doubtful reading"),
    ],
)
def test_a_result_says_in_how_many_readings_it_holds(found, name, expected):
    assert expected == found[name].forms["readings"]


def test_a_reading_that_is_not_in_the_register_is_refused(cable):
    with pytest.raises(ReadingError, match="the crux 'stations' has no reading 'daily'"):
        results(cable, stations="daily")


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
    assert wording(found, "rate-stay") == "more than 90"
    assert wording(found, "rate-stay", "unit") == "more than 90 people a day"
    assert wording(found, "distinct-stations", "words") == "four"
    assert wording(found, "distinct-stations", "range") == "4 to 5"
    assert wording(found, "stations-share", "fraction") == "more than one in sixteen"


def test_a_wording_that_is_not_there_is_refused_with_those_that_are(found):
    with pytest.raises(KeyError, match="'rate-stay' has no form 'words'; it has range, readings, unit"):
        wording(found, "rate-stay", "words")
    with pytest.raises(KeyError, match="there is no result 'rate-stays'"):
        wording(found, "rate-stays")


def test_a_statement_is_filled_from_the_registers(found):
    assert found["arrivals-agree"].statement == "That “20,517” and “Over 20,000” can be one count: yes."


def test_an_unknown_placeholder_is_refused(cable):
    with pytest.raises(LookupError, match="is no placeholder"):
        fill("{total}", Registers(cable), {})
    with pytest.raises(MissingEvidence, match="no 'all' in the quantities register"):
        fill("{q-all}", Registers(cable), {})


def test_a_placeholder_with_a_capital_begins_a_sentence(cable):
    assert fill("{Q-onsong} people", Registers(cable), {}) == "Over 700 people"


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.id)
def test_no_number_is_written_into_a_statement_by_hand(entry):
    plain = re.sub(r"\{[^{}]+\}", "", f"{entry.title} {entry.statement}")
    dates = r"\d{1,2} (?:and \d{1,2} )?(?:January|November|December)(?: 19\d\d)?|19(?:60|61)"
    assert not re.search(r"\d", re.sub(dates, "", plain))


def test_no_number_is_written_into_an_assumption_by_hand(found):
    said = {text.replace("8 November", "") for each in found.values() for text in each.assumptions}
    assert [text for text in said if re.search(r"\d", text)] == []


@pytest.mark.parametrize("entry", CATALOGUE.values(), ids=lambda entry: entry.id)
def test_what_is_put_into_a_sentence_leaves_no_placeholder(entry, found):
    each = found[entry.id]
    assert "{" not in each.title + each.statement + "".join(each.assumptions)


# ---- change a number, and exactly what rests on it changes


def test_another_total_changes_what_is_computed_from_it_and_nothing_else(cable, found):
    shares = {"stations-share", "stations-remainder", "stations-remainder-share", "runaways-share", "persons"}
    shares |= {"runaways-share-placed", "educated-share", "shortage-share", "japan-ratio", "added-since-may"}
    rates = {"rate-mean", "rate-ramp", "rate-rise", "rate-pak", "rate-crossed"}
    lengths = {"total-by-daily", "days-at-rate", "months-at-rate", "start-at-rate"}
    assert shares | rates | lengths == of_other_wording(found, results(with_quantity(cable, "total", 2)))


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
    assert changed["arrivals-agree"].statement == "That “30,517” and “Over 20,000” can be one count: yes."


def test_whatever_number_is_changed_only_results_that_name_it_change(cable, found):
    for id in cable.quantities.id:
        changed = of_other_wording(found, results(with_quantity(cable, id, 2)))
        assert [name for name in changed if f"q-{id}" not in found[name].inputs] == []


def test_twice_as_many_at_onsong_raises_the_rate(cable):
    assert results(with_quantity(cable, "onsong", 2))["rate-stay"].wording == "more than 136.6"


# ---- tables


def test_the_table_has_a_row_per_result(cable, found):
    table = frame(cable).set_index("id")
    assert list(table.index) == list(found)
    assert table.low["stations-sum"] == 1350
    assert table.high.isna()["stations-sum"]
    assert table.wording["stations-remainder"] == "fewer than 19,167"
    assert table.kind["total-by-daily"] == table.kind["blankets-shortage"] == "false friend"


def test_the_sensitivity_table_tells_doubts_apart(cable):
    table = sensitivity(cable).set_index(["result", "crux"])
    assert table.holds["stations-share", "stations"] == 2
    assert table.holds["stations-share", "total"] == 2
    assert table.fails["stations-share", "all"] == 2
    assert table.wordings["border-people", "kyongsong"] == "more than 1,100; more than 1,350"


def test_some_doubts_touch_no_number(cable):
    table = doubts(cable).set_index("crux")
    assert table.results["we-care"] == 0
    assert table.changed["stations"] > table.changed["houeryong"] > 0
    assert table.passage["houeryong"] == "Houeryong"
    assert table.titles["houeryong"] == "Different stations named; Stations without a name"


# ---- other documents


def test_a_document_without_registers_has_no_results(tmp_path):
    path = tmp_path / "another.txt"
    path.write_text("Over 30 people arrived on May 3.\n", encoding="utf-8")
    assert results(load(path)) == {}
    assert list(load(path).results().columns) == list(load().results().columns)
    with pytest.raises(MissingEvidence, match="no 'onsong' in the quantities register of this document"):
        result(load(path), "stations-sum")


def test_a_document_with_registers_of_its_own_has_no_result_about_what_nobody_looked_up(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text("Between 20 and 30 people arrived. Over 40 left. We saw both.\n", encoding="utf-8")
    (tmp_path / "quantities.csv").write_text(
        "id,quote,number,low,high,relation,counted,measure\n"
        "came,Between 20 and 30,20 and 30,20,30,range,people,flow\nleft,Over 40,40,40,,over,people,flow\n"
    )
    found = results(load(path, registers=tmp_path))
    assert found["quantities-all"].value == Bounds(2, 2) and found["uses-we"].value == Bounds(1, 1)
    assert found["quantities-range"].title == "Numbers given as a range or as one of two"
    unasked = ("numbers-through-an", "sentences-an-alone", "independent-voices", "deepest-chain")
    unasked += ("sentences-explicit", "cruxes-all", "readings-all", "count-people", "uses-illegal")
    assert not set(unasked) & set(found)


def test_an_unknown_result_is_refused(cable):
    with pytest.raises(KeyError, match="there is no result 'sum'; the results are station-numbers, "):
        result(cable, "sum")


def test_two_results_cannot_share_an_id():
    from cablegram.results.catalogue import result as enter

    with pytest.raises(ValueError, match="two results are called 'stations-sum'"):
        enter("stations-sum", title="", says="", by="")(lambda given: None)


def test_the_bounds_behind_the_words_are_kept(found):
    assert found["stations-sum"].value == more_than(1350)
    assert found["stations-remainder"].value == less_than(19167)
