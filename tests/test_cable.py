"""A cable with everything known of it: how it is loaded, and what it answers."""

import hashlib
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import cablegram
import pytest
from cablegram import cable as module
from cablegram.cable import CABLE_SHA256, Cable, load
from cablegram.files import DocumentError
from cablegram.registers import REGISTERS, RegisterError
from cablegram.text import AnchorError

SEED = Path(__file__).parent.parent / "seeds" / "cable.txt"
LIBRARY = Path(cablegram.__file__).parent.parent
LETTER = """12 May 1962

To the Consul

1. Arrivals. Over 40 people have arrived since March. They came by train.

2. Departures. Nobody has left.
"""


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def python(code: str, folder: Path) -> str:
    """What a fresh Python prints that works in another folder and finds the library only by its path."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(LIBRARY)!r})\n{code}"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=True)
    return done.stdout.strip()


# ---- loading


def test_the_cable_is_the_text_as_received(cable):
    assert SEED.read_bytes() == cable.text.encode()
    assert CABLE_SHA256 == hashlib.sha256(cable.text.encode()).hexdigest()


def test_a_changed_cable_is_refused_with_its_place_and_the_cure(tmp_path, monkeypatch):
    (tmp_path / "cable.txt").write_bytes(SEED.read_bytes().replace(b"20,517", b"20,518"))
    monkeypatch.setattr(module, "__file__", str(tmp_path / "cable.py"))
    with pytest.raises(DocumentError, match=r"cable\.txt is not the cable as received .* restore it"):
        load()


def test_the_packaged_cable_comes_before_that_of_the_checkout(tmp_path, monkeypatch):
    package, checkout = tmp_path / "lib" / "cablegram", tmp_path / "seeds"
    for folder, words in ((package, SEED.read_bytes()), (checkout, b"another")):
        folder.mkdir(parents=True)
        (folder / "cable.txt").write_bytes(words)
    monkeypatch.setattr(module, "__file__", str(package / "cable.py"))
    assert SEED.read_bytes() == load().text.encode()


def test_a_changed_text_loads_under_its_own_path(tmp_path):
    path = tmp_path / "changed.txt"
    path.write_bytes(SEED.read_bytes().replace(b"20,517", b"20,518"))
    changed = load(path)
    assert ("changed.txt", 20518) == (changed.name, changed.find_numbers().low[0])


def test_the_cable_loads_from_any_folder(tmp_path):
    assert "19 87" == python(
        "import cablegram\nc = cablegram.load()\nprint(len(c.quantities), len(c.sentences))", tmp_path
    )


def test_importing_the_package_brings_neither_tables_nor_pictures(tmp_path):
    heavy = ["pandas", "numpy", "matplotlib", "IPython", "nbconvert"]
    code = f"import cablegram\nprint([name for name in {heavy} if name in sys.modules])"
    assert "[]" == python(code, tmp_path)


def test_loading_neither_reads_a_register_nor_cuts_the_text_until_that_is_asked_for(tmp_path):
    late = ["pandas", "cablegram.finders", "cablegram.display", "cablegram.results"]
    code = f"import cablegram\nc = cablegram.load()\nprint([name for name in {late} if name in sys.modules])"
    code += "\nprint({'_segments', '_registers'} & set(vars(c)))"
    assert "[]\nset()" == python(code, tmp_path)


@pytest.mark.parametrize("name", cablegram.__all__)
def test_every_public_name_is_there(name):
    assert hasattr(cablegram, name)


def test_the_package_shows_its_public_names_and_nothing_else(tmp_path):
    """Modules that were imported meanwhile are none of them."""
    assert str(sorted(cablegram.__all__)) == python(
        "import cablegram\nc = cablegram.load()\nc.quantities\nprint(dir(cablegram))", tmp_path
    )


# ---- another document


def test_another_document_has_empty_tables_with_their_columns(letter, cable):
    mine = load(letter)
    for name in REGISTERS:
        table = getattr(mine, name)
        assert (0, list(getattr(cable, name).columns)) == (len(table), list(table.columns))


def test_another_document_is_read_into_its_parts(letter):
    mine = load(str(letter))
    assert ("letter.txt", LETTER) == (mine.name, "".join(mine.segments.text))
    assert ["Over 40 people"] == [words for words in mine.find_numbers().text if "40" in words]
    assert mine.find("by train").sentence in set(mine.sentences.id)
    assert 1 == len(mine.about("train"))


def test_another_document_cites_what_it_says_of_itself(letter):
    assert "12 May 1962" in load(letter).cite()


@pytest.mark.parametrize("day", ["1961-13-40", "29 February 1900", "31 June 1961"])
@pytest.mark.parametrize("head", ["Oldport, {}\n\nTo the Mayor:", "---\ndate: {}\n---", "{}\n\nA letter"])
def test_a_date_in_the_head_that_cannot_be_is_not_read_and_harms_nothing(head, day):
    mine = Cable(f"{head.format(day)}\n\nWe left yesterday with over 40 people.\n", "mine")
    assert mine.meta["date"] is None
    assert "yesterday" in list(mine.find_dates().text)
    assert mine.cite()
    assert "over 40" in mine._repr_html_()


def test_a_document_without_registers_has_a_passage_for_each_sentence(letter):
    mine = load(letter)
    for sentence in mine.sentences.id:
        assert mine.at(sentence).text in LETTER


def test_another_document_has_its_own_registers(letter, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    header = "id,quote,number,low,high,relation,counted,measure"
    (folder / "quantities.csv").write_text(
        f"{header}\narrived,Over 40 people,40,40,,over,people,cumulative\n"
    )
    mine = load(letter, registers=folder)
    assert ["Over 40 people"] == list(mine.quantities.text)
    assert mine.quantities.sentence[0] == mine.find("Over 40").sentence
    assert 0 == len(mine.dates)


def test_a_date_with_one_clock_is_told_by_that_clock(letter, tmp_path):
    (tmp_path / "dates.csv").write_text(
        "id,quote,edtf_written,edtf_spoken,kind,what\nletter,12 May 1962,1962-05-12,,absolute,The letter\n"
    )
    mine = load(letter, registers=tmp_path)
    passage = mine.at(mine.dates.sentence[0])
    assert "The letter; 12 May 1962." in repr(passage) and "no date" not in mine._repr_html_()


def test_the_subject_of_a_paper_without_a_title_is_cited_as_its_title():
    mine = module.Cable(
        "SECRET\n\n12 May 1962\n\nSubject: Timber in\nthe north\n\nThey came. They left.\n", "m"
    )
    assert mine.cite() == "“Timber in the north”, 12 May 1962."


def test_any_two_tables_about_words_can_be_joined_by_sentence(cable):
    for name in ("quantities", "dates", "mentions", "anomalies", "notes", "voices"):
        table = getattr(cable, name)
        assert len(table) == len(table.merge(cable.sentences, on="sentence"))


def test_registers_that_do_not_fit_the_document_are_refused_when_first_asked_for(letter):
    mine = load(letter, registers=module.FOLDER)
    with pytest.raises(
        RegisterError, match=r"quantities\.csv, line 2 \(total\): '20,517' is not in the text"
    ):
        _ = mine.quantities


def test_this_text_takes_registers_of_somebody_else(tmp_path):
    (tmp_path / "exceptions.csv").write_text("id,quote,reason\nnumber,No. 103,A serial number\n")
    assert ["No. 103"] == list(load(registers=tmp_path).exceptions.text)


def test_the_encoding_of_a_document_can_be_named(tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("“Over 700” came to the café.".encode("cp1252"))
    with pytest.raises(DocumentError, match="give encoding='cp1252'"):
        load(path)
    assert "“Over 700” came to the café." == load(path, encoding="cp1252").text


def test_a_voice_asked_of_a_document_without_registers_names_the_file_it_would_stand_in(letter):
    with pytest.raises(KeyError, match=r"no voice is called 'An'; .* stand in speakers\.csv"):
        load(letter).said_by("An")


@pytest.mark.parametrize("told", [{"written": " 1962-5-20 "}, {"spoken": "1962-05-20"}])
def test_yesterday_counts_from_the_day_that_the_reader_tells(letter, told):
    letter.write_text("To the Consul\n\n1. Arrivals. Over 40 people came yesterday.\n", encoding="utf-8")
    assert [None] == [edtf or None for edtf in load(letter).find_dates().edtf]
    mine = load(letter, **told)
    assert ["1962-05-19"] == list(mine.find_dates().edtf)
    assert "1962-05-20" in mine.meta.values()


def test_the_day_that_the_reader_tells_goes_before_that_of_the_head(letter):
    assert "20 May 1962" in load(letter, written=date(1962, 5, 20)).cite()
    assert "20 May 1962" in Cable(LETTER, "letter", written=datetime(1962, 5, 20, 8, 30)).cite()
    assert "12 May 1962" in load(letter, spoken="1962-05-10").cite()


@pytest.mark.parametrize(
    ("name", "value"), [("written", "3 March"), ("spoken", "1962-02-30"), ("written", 5)]
)
def test_a_day_that_is_none_is_refused_at_once(letter, name, value):
    with pytest.raises(ValueError, match=f"{name} is a date .* such as '1961-12-02', .* not {value!r}"):
        load(letter, **{name: value})


def test_a_folder_that_is_not_there_is_refused_at_once(letter, tmp_path):
    with pytest.raises(RegisterError, match="nowhere is no folder; name the folder that holds the registers"):
        load(letter, registers=tmp_path / "nowhere")
    with pytest.raises(RegisterError, match=r"holds no register; it may hold any of quantities\.csv, dates"):
        (tmp_path / "bare").mkdir()
        load(letter, registers=tmp_path / "bare")


def test_an_empty_table_says_where_to_go_on(letter):
    mine = load(letter)
    assert repr(mine.quantities).endswith(
        "No rows: quantities.csv in the folder that load(..., registers=) is given would hold them. "
        "find_numbers() proposes some, and draft(folder) writes them into that file."
    )
    assert "anomalies.toml in the folder" in mine.anomalies._repr_html_()
    assert "No rows" not in repr(mine.quantities.query("low > 3")) + repr(mine.sentences)


def test_a_file_that_is_not_there_is_refused_with_its_name(tmp_path):
    with pytest.raises((DocumentError, OSError), match=r"nowhere\.txt"):
        load(tmp_path / "nowhere.txt")


# ---- parts


def test_the_segments_joined_are_the_file(cable):
    assert cable.text == "".join(cable.segments.text)


def test_the_sections_and_paragraphs_are_those_of_the_cable(cable):
    body = cable.sentences.query("kind == 'body'")
    assert {"0": 1, "1": 1, "2": 6, "3": 7} == dict(body.groupby("section").paragraph.nunique())


def test_a_section_begins_with_its_heading(cable):
    sections = cable.sentences.query("kind != 'apparatus'").groupby("section").text
    assert sections.first()["2"].startswith("2. The attitude of Korean side")
    assert sections.last()["3"].endswith("the illegal border crossing problem.")


def test_there_are_63_sentences_in_the_sections_2_in_the_opening_and_3_headings(cable):
    body = cable.sentences[cable.sentences.kind == "body"].id
    assert 63 == len(body[~body.str.startswith("0.")])
    assert ["0.1.1", "0.1.2"] == list(body[body.str.startswith("0.")])
    assert ["1.0", "2.0", "3.0"] == list(cable.sentences[cable.sentences.kind == "heading"].id)


# ---- asking


def test_words_are_found_with_their_sentence(cable):
    span = cable.find("over 700")
    assert (1521, 1529, "over 700", "1.1.4") == (span.start, span.end, span.text, span.sentence)


def test_words_that_stand_twice_are_found_by_their_number(cable):
    assert ["1.1.4", "3.5.1"] == [cable.find("Onsong County", nth).sentence for nth in (1, 2)]
    with pytest.raises(AnchorError, match=r"stands 2 times; choose one with nth=1 … nth=2"):
        cable.find("Onsong County")


def test_an_offset_between_sentences_has_none(cable):
    assert ["1.1.1", ""] == [cable.sentence_at(offset) for offset in (1189, 1188)]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("statistics", ["1.1.1", "1.1.3", "1.1.4"]),
        ("Statistics of 8 November", ["1.1.1", "1.1.3", "1.1.4"]),
        ("party-committee", ["2.6.2", "2.6.3"]),
        ("Chongjin", ["3.3.6"]),
        ("some people", ["3.5.2"]),
        ("Central Committee", ["2.2.7"]),
    ],
)
def test_a_voice_is_found_by_its_id_or_part_of_its_name(cable, asked, expected):
    assert expected == list(cable.said_by(asked).sentence)


def test_what_came_through_an_is_told_from_what_he_vouches_for(cable):
    table = cable.said_by("An")
    assert table.through[0] == "the embassy ▸ An Zaixiu ▸ statistics of 8 November"
    assert set(table.sentence) == set(cable.said_by("an zaixiu").sentence)
    assert all(" an" in chain for chain in table.chain)
    assert "an" == table.set_index("sentence").asserted_by["2.1.1"]
    assert "provincial-committee" == table.set_index("sentence").asserted_by["2.3.3"]


def test_a_voice_that_is_not_there_is_refused_with_those_that_are(cable):
    with pytest.raises(KeyError, match=r"no voice is called 'Stalin'; the voices are archive, .*, rumour"):
        cable.said_by("Stalin")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("housing", ["3.6.1", "3.7.1"]),
        ("HOUSING", ["3.6.1", "3.7.1"]),
        # every one of the words, in any order
        ("river winter", ["3.6.2"]),
        ("winter river", ["3.6.2"]),
        # longer forms
        ("vaccinat", ["3.5.4"]),
        # no word in the middle of another
        ("ousing", []),
        # no pattern
        ("20,517", ["1.1.1"]),
        ("20.517", []),
    ],
)
def test_sentences_are_found_by_their_words(cable, words, expected):
    assert expected == list(cable.about(words).sentence)


def test_what_is_found_by_its_words_has_its_voice(cable):
    assert ["embassy > an", "embassy > an"] == list(cable.about("housing").chain)


def test_a_passage_is_a_sentence_with_all_that_is_known_of_it(cable):
    passage = cable.at("1.1.4")
    assert ("inherited", "1.1.4") == (passage.basis, passage.id)
    assert ["onsong", "hoeryong", "kyongsong", "musan"] == list(passage.rows["quantities"].id)
    assert passage.text == cable.text[passage.start : passage.end]
    assert "Numbers: “over 250”: people, stock." in repr(passage)
    assert "Names: “Musan County”: Musan County (name, certainty high)." in repr(passage)
    assert "Readings: “Kyongsong County”: Kyongsong: taken as Kyongsong, as printed." in repr(passage)


def test_a_passage_knows_what_stands_elsewhere_in_its_row(cable):
    notes = cable.at("3.7.2").rows["notes"].set_index("id")
    assert "will be held in mid-November" == notes.text["forecast"]
    assert ["once-freezes"] == list(cable.at("3.6.2").rows["exceptions"].id)
    assert ["meeting"] == list(cable.at("3.7.2").rows["timeline"].id)


def test_every_sentence_has_a_passage_in_words_and_in_html(cable):
    for sentence in cable.sentences.id:
        passage = cable.at(sentence)
        assert passage.text in repr(passage)
        assert sentence in passage._repr_html_()


def test_a_sentence_that_is_not_there_is_refused(cable):
    with pytest.raises(KeyError, match=r"there is no sentence '4\.1\.1'; cable\.sentences lists their ids"):
        cable.at("4.1.1")


def test_a_register_that_is_not_there_is_refused_with_those_that_are(cable):
    with pytest.raises(AttributeError, match="a cable has no 'weather'; its registers are quantities, dates"):
        _ = cable.weather
    assert set(REGISTERS) <= set(dir(cable))


@pytest.mark.parametrize("name", REGISTERS)
def test_help_tells_the_rows_and_columns_of_a_register(cable, name):
    listed = ", ".join(getattr(cable, name).columns)
    told = getattr(Cable, name).__doc__.splitlines()
    assert f"One row per {REGISTERS[name].one_row_per}: {listed}." == told[0]
    for column in REGISTERS[name].columns:
        assert not column.vocabulary or any(column.vocabulary in line for line in told)


@pytest.mark.parametrize(
    ("found", "columns"),
    [
        ("find_numbers", ["num_start", "num_end", "low", "high", "relation", "unit"]),
        ("find_dates", ["edtf", "kind", "counted_from"]),
    ],
)
def test_what_a_machine_finds_is_joined_to_its_sentence(cable, found, columns):
    table = getattr(cable, found)()
    assert ["id", "start", "end", "text", "sentence", "segment", *columns] == list(table.columns)
    assert table.id.is_unique
    assert list(table.sentence) == [cable.sentence_at(start) for start in table.start]


def test_dates_are_counted_from_the_paper_or_from_the_talk(cable):
    def last_year(**clock):
        found = cable.find_dates(**clock)
        return found.set_index("text").edtf["the first half of last year"]

    assert "1960-01/1960-06" == last_year()
    assert "1950-01/1950-06" == last_year(spoken="1951-11-10")


PAGE = """Skip to content

Page last updated 4 June 2011

Letter from the Embassy

Secret

No. 1187 of 3 May 1961

To the Ministry:

Over 700 came on 4 May 1961. They brought 40 carts.[1]

[Page 12]

It was cold on 5 May 1961. They left.

Distribution: 3 offices

[1] See the letter of 6 May 1961, which counts 300 people.

Original Uploaded Date

2012-04-05
"""


@pytest.mark.parametrize(
    ("everywhere", "numbers", "days"),
    [
        (False, ["Over 700", "40 carts", "3 offices"], ["1961-05-04", "1961-05-05"]),
        (
            True,
            ["Over 700", "40 carts", "3 offices", "300 people"],
            [
                *("2011-06-04", "1961-05-03", "1961-05-04", "1961-05-05"),
                *("1961-05-06", "2012-04-05"),
            ],
        ),
    ],
)
def test_what_a_page_prints_round_a_document_is_looked_through_only_when_asked(everywhere, numbers, days):
    mine = Cable(PAGE, "mine")
    assert numbers == list(mine.find_numbers(everywhere=everywhere).text)
    assert days == list(mine.find_dates(everywhere=everywhere).edtf)


def test_a_find_tells_the_kind_of_segment_it_stands_in():
    found = Cable(PAGE, "mine").find_numbers(everywhere=True)
    assert ["paragraph", "paragraph", "distribution", "footnote"] == list(found.segment)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # a diary; its entries as headings, with and without month and year, or run in with their text
        (
            "Thursday, 4 June 1801.\n\nYesterday it rained.\n\nFriday, the 5th.\n\nYesterday was dry.\n\n"
            "Sunday.\n\nYesterday we rode out.\n",
            ["1801-06-03", "1801-06-04", "1801-06-06"],
        ),
        (
            "June 29, 1801. Rain. Yesterday was dry.\n\nJune 30th.—Dry. Yesterday was wet.\n\n"
            "Wednesday, 1st.—Left it yesterday.\n",
            ["1801-06-28", "1801-06-29", "1801-06-30"],
        ),
        (
            "30 December 1801\n\nIt has snowed since yesterday.\n\n2 January\n\nNone came yesterday.\n",
            ["1801-12-29/..", "1802-01-01"],
        ),
        (
            "JOURNAL\n\nMay 3, 1812.\n\nRain all day.\n\nMay 4.\n\nDry. Yesterday's rain was welcome.\n\n"
            "May 5.\n\nThe men came yesterday and we were glad of it.\n",
            ["1812-05-03", "1812-05-04"],
        ),
        # letters in a book
        (
            "Riga, 4 June 1801\n\nSir,\n\nYour letter of yesterday is here.\n\nYours truly,\nA. Example\n\n"
            "Reval, 9 August 1801\n\nSir,\n\nI wrote to you yesterday.\n\nYours truly,\nB. Sample\n",
            ["1801-06-03", "1801-08-08"],
        ),
        # minutes by day
        (
            "MINUTES\n\nMonday, 2 June 1947\n\nThe Board met yesterday.\n\n"
            "Tuesday, 3 June 1947: Second Day\n\nThe Board had met yesterday.\n\n"
            "Wednesday, 4 June\n\nThe Board rose yesterday.\n",
            ["1947-06-01", "1947-06-02", "1947-06-03"],
        ),
        # a day in a sentence dates nothing anew, nor does the beginning of a list or the day a letter came
        ("Riga, 4 June 1947\n\nOn 2 May we met.\n\n1st. That we met yesterday is known.\n", ["1947-06-03"]),
        ("Lima, June 4, 1881\n\nNo. 43.\n\n[Received July 2.]\n\nThey left yesterday.\n", ["1881-06-03"]),
    ],
)
def test_what_stands_under_a_dated_entry_counts_from_it(text, days):
    found = Cable(text, "mine").find_dates()
    assert days == list(found.edtf[found.text.str.contains("(?i)yesterday")])


def test_a_date_tells_from_which_day_it_was_counted():
    mine = Cable("30 December 1801\n\nIt snowed.\n\n2 January\n\nNone came yesterday.\n", "mine")
    assert ["1801-12-30", "1802-01-02", "1802-01-02"] == list(mine.find_dates().counted_from)
    assert {"1801-11-01"} == set(mine.find_dates(spoken="1801-11-01").counted_from)
    assert {""} == set(Cable("It snowed yesterday.", "mine").find_dates().counted_from)


# ---- citing


REFERENCE = (
    "Embassy of the People’s Republic of China in the Democratic People’s Republic of Korea, "
    "“Cable from the Chinese Embassy in North Korea, 'On Chinese Citizens of the Korean Nationality "
    "Illegally Crossing the Border to Come to Korea'”, (61) Korea Consular No. 103, 2 December 1961, "
    "PRC FMA 118-01026-07, 125-128, trans. David Cowhig"
)


def test_the_document_is_cited_by_what_it_says_of_itself(cable):
    assert f"{REFERENCE}." == cable.cite()


def test_a_citation_prints_in_lines_of_whole_words_and_is_one_line_to_paste(cable):
    cited = cable.cite()
    assert str(cited).split() == f"{cited}".split() and "\n" not in f"{cited}"
    assert max(map(len, str(cited).splitlines())) <= 76


def test_whatever_has_words_and_a_sentence_can_be_cited(cable):
    expected = f"“over 700”, {REFERENCE}, sentence 1.1.4."
    row = cable.quantities[cable.quantities.id == "onsong"]
    assert {expected} == {
        cable.cite(each) for each in (cable.find("over 700"), row.iloc[0], next(row.itertuples()))
    }


def test_a_sentence_is_cited_alike_from_the_table_and_as_a_passage(cable):
    row = cable.sentences[cable.sentences.id == "2.2.3"].iloc[0]
    expected = f"“Over 20,000 have arrived thus far.”, {REFERENCE}, sentence 2.2.3."
    assert [expected, expected] == [cable.cite(row), cable.at("2.2.3").cite()]


def test_a_voice_is_cited_with_its_sentence_and_a_source_as_the_work_it_is_from(cable):
    voice = cable.voices.set_index("id", drop=False).loc["2.2.3"]
    assert cable.at("2.2.3").cite() == cable.cite(voice)
    source = cable.sources.set_index("id", drop=False).loc["summary-1959"]
    cited = cable.cite(source)
    assert cited.startswith(f"“{source.words}”, Chinese Foreign Ministry (Ji Pengfei), “Summary Report")
    assert cited.endswith(f"10 December 1959, PRC FMA 118-00777-01, 43-48, read at {source.read_at}.")


def test_words_are_cited_as_they_are_found(cable):
    assert cable.cite("over 700") == cable.cite(cable.find("over 700"))
    with pytest.raises(LookupError, match="is not in the text"):
        cable.cite("over 7000")


def test_a_whole_table_is_not_cited(cable):
    with pytest.raises(ValueError, match="this is a whole table; cite one row of it"):
        cable.cite(cable.quantities)


def test_a_row_that_quotes_nothing_is_not_cited(cable):
    for row in (cable.timeline[cable.timeline.text == ""].iloc[0], cable.places.iloc[0]):
        with pytest.raises(ValueError, match="this row quotes no words of the document"):
            cable.cite(row)


def test_a_cable_is_made_of_words_and_a_name_alone():
    made = Cable("Over 40 people came.", "mine")
    assert (["Over 40 people"], 0) == (list(made.find_numbers().text), len(made.quantities))
