"""A draft: registers of a document of one's own, filled with what is found in it, which load as they are."""

import csv
from tempfile import TemporaryDirectory

import pytest
from cablegram import Cable, find_numbers, load
from cablegram.registers import RegisterError
from hypothesis import given, settings
from hypothesis import strategies as st

LETTER = """Oldport, 12 May 1962

To the Consul

1. Arrivals. Over 1500 people have arrived since March, and over 1,500 left. Mr. Smith said that the Ministry
of Trade sent 300 people to Newtown yesterday. They came by train, recently, at night.

2. Departures. The Ministry of Trade told Colonel Brown’s staff that over 1500 people are in Newtown.
Losses came to $4,000, or 4,3 per cent, or $2.50 a head. At Évry 2 million bricks wait.
"""
FILES = ["quantities", "dates", "voices", "mentions", "places", "people", "offices"]


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


@pytest.fixture
def folder(letter, tmp_path):
    load(letter, written="1962-05-12", spoken="1962-05-10").draft(tmp_path / "mine")
    return tmp_path / "mine"


def sheet(path) -> list[dict]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_a_draft_holds_a_row_for_every_find_and_loads_as_it_is(letter, folder):
    mine = load(letter, registers=folder)
    assert list(mine.find_numbers().text) == list(mine.quantities.text)
    assert list(mine.find_dates().start) == list(mine.dates.start)
    assert list(mine.sentences.query("kind == 'body'").id) == list(mine.voices.sentence)


SIGNS = [
    '; "',
    ",",
    "=1+1",
    "@",
    "'",
    "-5",
    "Mr.",
    "\0",
    "\u2028",
    "\ufeff",
    "\r",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
]


@settings(deadline=None, max_examples=15)
@given(st.lists(st.sampled_from([*LETTER.split(" "), *SIGNS])).map(" ".join))
def test_the_draft_of_any_text_loads_with_all_its_rows_where_their_words_are(text):
    with TemporaryDirectory() as folder:
        done, mine = Cable(text, "any").draft(folder), Cable(text, "any", folder)
        rows = {file: list(mine.rows(file.removesuffix(".csv")).values()) for file in done.file}
    assert list(done.rows) == [len(rows[file]) for file in done.file]
    for row in (*rows["quantities.csv"], *rows["dates.csv"], *rows["mentions.csv"]):
        assert row["text"] == text[row["start"] : row["end"]]


def test_a_draft_says_what_each_sheet_holds(letter, tmp_path):
    table = load(letter).draft(tmp_path / "mine")
    assert [f"{name}.csv" for name in FILES] == list(table.file)
    assert {"written"} == set(table.done)
    assert [len(sheet(tmp_path / "mine" / file)) for file in table.file] == list(table.rows)


def test_runs_of_capitalised_words_are_candidates_for_people_offices_and_places(letter, folder):
    mine = load(letter, registers=folder)
    assert ["Newtown", "Évry"] == list(mine.places.name)
    assert ["Mr. Smith", "Colonel Brown"] == list(mine.people.name)
    assert ["Ministry of Trade"] == list(mine.offices.name)
    assert "Named in 2.1.1." == mine.people.identity[1]
    assert "Newtown" in mine.at("2.1.1").__repr__()


def test_what_only_a_reader_can_tell_is_left_open(letter, folder):
    mine = load(letter, registers=folder)
    assert {""} == set(mine.voices.chain) == set(mine.quantities.measure)
    assert {"?"} == set(mine.dates.what)
    assert mine.chain("1.1.1") == ()


def test_a_date_counts_from_the_day_that_the_reader_told(folder):
    row = next(row for row in sheet(folder / "dates.csv") if row["quote"] == "yesterday")
    assert ("", "1962-05-09") == (row["edtf_written"], row["edtf_spoken"])


def test_words_that_stand_more_than_once_have_their_number(letter, folder):
    rows = [row["nth"] for row in sheet(folder / "mentions.csv") if row["quote"] == "Newtown"]
    assert ["1", "2"] == rows


def test_a_file_that_is_there_is_left_alone_and_named(letter, folder):
    (folder / "places.toml").write_text("[newtown]", encoding="utf-8")
    (folder / "places.csv").unlink()
    (folder / "dates.csv").write_text("mine", encoding="utf-8")
    done = load(letter).draft(folder).set_index("file").done
    assert "left alone, dates.csv is there" == done["dates.csv"]
    assert "left alone, places.toml is there" == done["places.csv"]
    assert "mine" == (folder / "dates.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_a_sheet_that_a_spreadsheet_saved_loads(letter, folder, divider):
    for path in folder.iterdir():
        rows = sheet(path)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]), delimiter=divider)
            writer.writeheader()
            writer.writerows(rows)
    assert len(find_numbers(LETTER)) == len(load(letter, registers=folder).quantities)


def test_words_of_ones_own_may_say_what_is_measured_and_what_a_place_is(letter, folder):
    for name, column, word in (("quantities", "measure", "loss"), ("places", "kind", "harbour")):
        rows = sheet(folder / f"{name}.csv")
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(row | {column: word} for row in rows)
    mine = load(letter, registers=folder)
    assert ({"loss"}, {"harbour"}) == (set(mine.quantities.measure), set(mine.places.kind))


def test_voices_may_be_named_before_they_have_a_register_and_then_stand_in_it(letter, folder):
    path = folder / "voices.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace(",,inferred", ",writer > smith,inferred", 1), "utf-8"
    )
    mine = load(letter, registers=folder)
    assert ("writer", "smith") == mine.chain("1.1.1")
    assert "writer ▸ smith" == mine.through(mine.chain("1.1.1"))
    (folder / "speakers.csv").write_text("id,name\nwriter,the consul", encoding="utf-8")
    with pytest.raises(RegisterError, match=r"chain points at 'smith', which is not in speakers\.csv"):
        _ = load(letter, registers=folder).voices


@pytest.mark.parametrize("index", [True, False])
def test_the_table_of_a_finder_is_sent_to_the_draft(letter, tmp_path, index):
    load(letter).find_numbers().to_csv(tmp_path / "quantities.csv", index=index)
    with pytest.raises(RegisterError) as caught:
        _ = load(letter, registers=tmp_path).quantities
    assert (
        "quantities.csv, line 1: this is the table of a finder; `draft` writes such a table as a register."
    ) == str(caught.value)


def test_a_folder_that_cannot_be_written_is_told_with_its_cure(letter):
    with pytest.raises(
        RegisterError, match=r"letter\.txt/quantities\.csv cannot be written \(.*; name a folder"
    ):
        load(letter).draft(letter)


def test_words_that_a_spreadsheet_would_take_for_a_formula_are_words(tmp_path):
    Cable("=1+1 is two.\n\n- It was so.\n", "m").draft(tmp_path)
    assert ["'=1+1 is two.", "'- It was so."] == [row["words"] for row in sheet(tmp_path / "voices.csv")]


def test_a_find_that_no_sheet_can_hold_is_counted(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_bytes(b"1. Arrivals. Over\r\n700 people came.\r\n\r\n2. Rest. Then 300 people left.\r\n")
    table = load(path).draft(tmp_path / "mine").set_index("file")
    assert (1, 1) == (table.rows["quantities.csv"], table.left_out["quantities.csv"])
    assert ["300 people"] == list(load(path, registers=tmp_path / "mine").quantities.text)
