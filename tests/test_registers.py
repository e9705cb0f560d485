"""Registers: what a hand-edited folder may hold, and the sentence with which each mistake is answered."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from cablegram.bounds import from_row
from cablegram.finders.sentences import Sentence
from cablegram.registers import (
    EDITION_TABLES,
    FOLDER,
    REGISTERS,
    RegisterError,
    edition_table,
    load_registers,
    read,
    table,
)
from cablegram.registers.sheets import Row
from hypothesis import given
from hypothesis import strategies as st
from pandas import DataFrame

TEXT = (
    "On 3 May over 700 people came to the town. "
    "Later the town sent 300 people on, by its own count. "
    "The town is small."
)
SENTENCES = [
    Sentence(f"1.1.{number}", "body", match.start(), match.end(), match[0], 1, 1)
    for number, match in enumerate(re.finditer(r"[^ ].*?\.", TEXT), 1)
]

QUANTITY = "id,quote,nth,within,number,low,high,relation,counted,measure,as_of,place"
EXCEPTION = "id,quote,reason"
MENTION = "id,quote,nth,within,entity,form,certainty"
VOICE = "id,sentence,chain,basis,cue,alternatives,certainty"
PLACE = '[town]\nname = "The town"\nkind = "town"\nidentity = "A town."\ncertainty = "high"\n'
CRUX = '[[crux]]\nid = "came"\ntitle = "Who came"\nquestion = "Who?"\n'
OPTION = '[[crux.option]]\nid = "all"\nwording = "all"\nargument = "It says so."\ncertainty = "low"\n'
INLINE = '{ id = "all", wording = "all", argument = "It says so.", certainty = "low", default = true }'
NOTE = '[a]\nquote = "over 700"\ntitle = "T"\ntypes = ["textual"]\nclaim = "C"\ncertainty = "low"\n'
OTHERS = {
    "places.toml": PLACE,
    "speakers.csv": "id,name\ndrafter,the drafter\ntown,the town",
    "sources.toml": '[atlas]\nwords = "A town."\ngrade = "B"\nfact = "It is a town."',
    "readings.toml": f"{CRUX}{OPTION}default = true",
}
EDTF = (
    "write year, month and day as 1961-11-08, or 1961-11, or 1961, and a stretch of time as 1960-01/1960-06."
)
QUOTED = 'stands in "double quotes", and each quotation mark inside is doubled.'
TOML = 'words stand in "double quotes", each id in [brackets] stands once, and so does each name in a row.'
COPY = "Copy the quotation from the document, letter for letter."
CHOOSE = "Write its number into the column 'nth', or some of the words round it into 'within'."
PLAIN = "write a plain number such as 20517, or leave it blank."
ADDRESS = "write small letters a to z and digits, with hyphens between, such as over-1500."
COLUMNS = "columns are id, quote, nth, within, reason."
COLON = "write what kind of row it is, a colon and the id, as in"
NAMED = f"{COLON} place:some-id; the kinds are place, person, office."


@pytest.fixture
def folder(tmp_path) -> Callable[..., Path]:
    """Writes a folder of registers, a file each."""

    def write(files: dict[str, str | bytes]) -> Path:
        for name, content in files.items():
            (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


def loaded(folder: Path, name: str) -> DataFrame:
    return table(REGISTERS[name], load_registers(TEXT, SENTENCES, folder)[name])


def refusal(folder: Path) -> str:
    """The sentence with which the folder is refused."""
    with pytest.raises(RegisterError) as caught:
        load_registers(TEXT, SENTENCES, folder)
    return str(caught.value).replace(str(folder), "FOLDER")


def rows(register, *lines):
    return "\n".join([register, *lines])


# ---- what is refused


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # the words are not there
        ("town-1,the village,,,place:town,name,high", f"'the village' is not in the text. {COPY}"),
        (
            "town-1,On 3 may,,,place:town,name,high",
            f"'On 3 may' is not in the text; the text has 'On 3 May'. {COPY}",
        ),
        (
            'town-1,"the\ntown",,,place:town,name,high',
            f"'the\\ntown' is not in the text; the text has 'the town'. {COPY}",
        ),
        (
            "town-1,,,,place:town,name,high",
            "the row has no quotation; copy the words of the document that it is about.",
        ),
        # they are there more than once
        (
            "town-1,the town,,,place:town,name,high",
            "'the town' stands 2 times; choose one with nth=1 … nth=2:\n"
            "  nth=1  …3 May over 700 people came to the town. Later the town sent 300 peop…\n"
            f"  nth=2  …eople came to the town. Later the town sent 300 people on, by its ow…\n{CHOOSE}",
        ),
        (
            "town-1,the town,3,,place:town,name,high",
            f"'the town' stands 2 times, so there is no nth=3\n{CHOOSE}",
        ),
        (
            "town-1,The town,2,,place:town,name,high",
            f"'The town' stands only once, so there is no nth=2\n{CHOOSE}",
        ),
        (
            "town-1,the town,second,,place:town,name,high",
            "nth is 'second'; write a whole number, 1 for the first occurrence.",
        ),
        # they are half a word
        (
            "town-1,own,2,,place:town,name,high",
            "'own' is cut out of 'town'; quote whole words, or choose another occurrence with the column "
            "'nth'.",
        ),
        (
            "town-1,30,,,place:town,name,high",
            "'30' is cut out of '300'; quote whole words, or choose another occurrence with the column "
            "'nth'.",
        ),
        # the words round them
        (
            "town-1,the town,,left the town,place:town,name,high",
            "the words of the column 'within': 'left the town' is not in the text.",
        ),
        (
            "town-1,The town,,came to the town,place:town,name,high",
            "'The town' is not in the text; the text has 'the town'. "
            "Copy the quotation from 'came to the town', letter for letter.",
        ),
        # the cells
        ("town-1,The town,,,place:town,noun,high", "form is 'noun'; it may be name, description, pronoun."),
        (
            "town-1,The town,,,place:town,name,",
            "the column 'certainty' is blank; write one of high, medium, low.",
        ),
        # what it points at
        ("town-1,The town,,,town,name,high", f"entity says 'town'; {NAMED}"),
        ("town-1,The town,,,crux:came,name,high", f"entity says 'crux:came'; {NAMED}"),
        ("town-1,The town,,,place:,name,high", f"entity says 'place'; {NAMED}"),
        (
            "town-1,The town,,,place:twon,name,high",
            "entity points at 'twon', which is not in places.toml; did you mean town?",
        ),
        (
            "town-1,The town,,,place:The Town,name,high",
            "entity points at 'The Town', which is not in places.toml; did you mean town?",
        ),
    ],
)
def test_a_mention_is_refused_with_its_place_and_the_cure(folder, row, expected):
    files = OTHERS | {"mentions.csv": rows(MENTION, row)}
    assert f"mentions.csv, line 2 (town-1): {expected}" == refusal(folder(files))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        # no number
        ("700,seven hundred,,over,people,stock,,", f"low is 'seven hundred'; {PLAIN}"),
        ('700,"0,7",,over,people,stock,,', f"low is '0,7'; {PLAIN}"),
        ("700,nan,,over,people,stock,,", f"low is 'nan'; {PLAIN}"),
        # bounds that do not fit
        ("700,700,300,range,people,stock,,", "low (700) is above high (300); exchange them."),
        ("700,700,700,over,people,stock,,", "with the relation 'over' the column 'high' must be blank."),
        ("700,,,over,people,stock,,", "with the relation 'over' the column 'low' must be a number."),
        ("700,700,,under,people,stock,,", "with the relation 'under' the column 'low' must be blank."),
        ("700,700,,at-most,people,stock,,", "with the relation 'at-most' the column 'low' must be blank."),
        ("700,700,,exact,people,stock,,", "with the relation 'exact' the column 'high' must be a number."),
        ("700,700,800,about,people,stock,,", "with the relation 'about' low and high are the same number."),
        # a number that is not that of the words
        ("70,700,,over,people,stock,,", "the number in the words is 70, but the columns say low 700."),
        ("900,900,,over,people,stock,,", "the number '900' is not in the quotation 'over 700 people'."),
        (
            "e,700,,over,people,stock,,",
            "the number 'e' stands more than once in the quotation 'over 700 people'.",
        ),
        (
            "700,7.5,7.5,exact,people,stock,,",
            "the number in the words is 700, but the columns say low 7.5, high 7.5.",
        ),
        # vocabularies, dates, places
        (
            "700,700,,more,people,stock,,",
            "relation is 'more'; it may be exact, about, over, at-least, under, at-most, range.",
        ),
        (
            "700,700,,over,people,stock,8 Nov 1961,",
            f"as_of: '8 Nov 1961' is not an EDTF date this edition writes; {EDTF}",
        ),
        (
            "700,700,,over,people,stock,1961-11-31,",
            "as_of: '1961-11-31' is no day or month of the calendar; after the year stand 01 to 12, or 21 to "
            f"24 for spring to winter, 40 and 41 for half a year; {EDTF}",
        ),
        (
            "700,700,,over,people,stock,,harbour",
            "place points at 'harbour', which is not in places.toml; it has town.",
        ),
    ],
)
def test_a_quantity_is_refused_with_its_place_and_the_cure(folder, row, expected):
    files = OTHERS | {"quantities.csv": rows(QUANTITY, f"came,over 700 people,,,{row}")}
    assert f"quantities.csv, line 2 (came): {expected}" == refusal(folder(files))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "1.1.2,drafter > twon,inherited,,,high",
            "chain points at 'twon', which is not in speakers.csv; did you mean town?",
        ),
        (
            "1.1.2,drafter,inherited,,clerk,high",
            "alternatives points at 'clerk', which is not in speakers.csv; it has drafter, town.",
        ),
        (
            "1.1.2,drafter > town,explicit,,,high",
            "an explicit voice has a cue; quote the words that name it, or write inherited or inferred.",
        ),
        (
            "1.1.2,drafter > town,explicit,by their own count,,high",
            "the cue 'by their own count' is not in sentence 1.1.2, which says: "
            "'Later the town sent 300 people on, by its own count.'",
        ),
        (
            "2.1.1,drafter,inherited,,,high",
            "sentence points at '2.1.1', which is not in the document; did you mean 1.1.1, 1.1.3, 1.1.2?",
        ),
        (
            "1.1.1,drafter,inherited,,,high",
            "the sentence '1.1.1' stands already at voices.csv, line 2; change one of the two.",
        ),
    ],
)
def test_a_voice_is_refused_with_its_place_and_the_cure(folder, row, expected):
    files = OTHERS | {"voices.csv": rows(VOICE, "one,1.1.1,drafter,inherited,,,high", f"two,{row}")}
    assert f"voices.csv, line 3 (two): {expected}" == refusal(folder(files))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (",300,Nothing", ": the column 'id' is blank, and the row needs it."),
        *(
            (
                f"{id},300,Nothing",
                f" ({id}): id is {id!r}; {ADDRESS}",
            )
            for id in ("Day 3", "day-", "-day", "a--b", "a.", "día")
        ),
        (
            "day,300,Nothing",
            " (day): the id 'day' stands already at exceptions.csv, line 2; change one of the two.",
        ),
        ("two,300,", " (two): the column 'reason' is blank, and the row needs it."),
    ],
)
def test_an_id_is_needed_once_and_in_small_letters(folder, row, expected):
    files = {"exceptions.csv": rows(EXCEPTION, "day,3 May,A date", row)}
    assert f"exceptions.csv, line 3{expected}" == refusal(folder(files))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # columns
        (
            {"exceptions.csv": "id,quote,reason,remark\nday,3 May,A date,"},
            f"exceptions.csv, line 1: there is no column 'remark'; the {COLUMNS}",
        ),
        (
            {"exceptions.csv": "ID,quote,reason\nday,3 May,A date"},
            f"exceptions.csv, line 1: there is no column 'ID'; did you mean id? The {COLUMNS}",
        ),
        (
            {"quantities.csv": "id,quote,As of\n"},
            "quantities.csv, line 1: there is no column 'As of'; did you mean as_of? The columns are "
            f"{', '.join(REGISTERS['quantities'].written)}.",
        ),
        (
            {"dates.csv": "id,start,end,text,edtf\n"},
            "dates.csv, line 1: this is the table of a finder; `draft` writes such a table as a register.",
        ),
        (
            {"exceptions.csv": "id,quote,reason,reason\nday,3 May,A date,"},
            "exceptions.csv, line 1: the column 'reason' stands 2 times; leave one of them.",
        ),
        (
            {"exceptions.csv": "id,quote\nday,3 May"},
            f"exceptions.csv, line 1: the column 'reason' is missing; the {COLUMNS}",
        ),
        # as many as there are, at once
        (
            {"quantities.csv": "id,quote\ncame,over 700"},
            "quantities.csv, line 1: the columns 'number', 'relation', 'counted' are missing; "
            "the columns are id, quote, nth, within, number, low, high, relation, counted, unit, per, "
            "measure, population, as_of, place, note.",
        ),
        (
            {"exceptions.csv": "id,quote,why,remark,reason\nday,3 May,,,A date"},
            f"exceptions.csv, line 1: there is no column 'why' or 'remark'; the {COLUMNS}",
        ),
        (
            {"people.toml": '[an]\nname = "An"\nidentity = "One."\ncertainty = "high"\nage = "old"'},
            "people.toml, line 1 (an): there is no column 'age'; "
            "the columns are id, name, identity, names, certainty, sources, note.",
        ),
        (
            {"people.toml": '# people\n\n[an]\nname = "An"\ncertainty = "high"'},
            "people.toml, line 3 (an): the column 'identity' is missing, and the row needs it.",
        ),
        *(
            (
                {"exceptions.csv": nothing},
                "exceptions.csv, line 1: there are no columns; "
                "name them here: id, quote, nth, within, reason.",
            )
            for nothing in ("", "\n", ",,,\n")
        ),
        # no CSV
        (
            {"exceptions.csv": f'{EXCEPTION}\nday,3 May,"A date\ntown,300,None'},
            "exceptions.csv, line 2: not CSV (unexpected end of data); "
            f"a cell with a comma or a quotation mark in it {QUOTED}",
        ),
        (
            {"exceptions.csv": f'{EXCEPTION}\nday,3 May,"A "date" so"'},
            "exceptions.csv, line 2: not CSV (',' expected after '\"'); "
            f"a cell with a comma or a quotation mark in it {QUOTED}",
        ),
        (
            {"exceptions.csv": f"{EXCEPTION}\nday,3 May,A date,of May"},
            "exceptions.csv, line 2 (day): 'of May' stands under no column name (4 cells, 3 names); "
            "a cell with a comma or semicolon in it needs double quotes.",
        ),
        (
            {"exceptions.csv": f"{EXCEPTION}\nday,3 May,A date\n{EXCEPTION}"},
            "exceptions.csv, line 3 (id): the names of the columns stand here again; "
            "leave the first line of them.",
        ),
        # no UTF-8
        (
            {"exceptions.csv": f"{EXCEPTION}\nday,3 May,A date\ntown,The town,café".encode("latin-1")},
            "exceptions.csv, line 3: not UTF-8; save the sheet again as “CSV UTF-8”.",
        ),
        (
            {"exceptions.csv": f"{EXCEPTION}\nday,3 May,A date".encode("utf-16")},
            "exceptions.csv, line 1: not UTF-8; save the sheet again as “CSV UTF-8”.",
        ),
        (
            {"places.toml": '[town]\nname = "Café"'.encode("latin-1")},
            "places.toml, line 2: not UTF-8; save it again with that encoding.",
        ),
        # no TOML
        (
            {"places.toml": "[town]\nname = The town"},
            f"places.toml, line 2: not TOML (invalid value); {TOML}",
        ),
        (
            {"places.toml": PLACE + "\n[town]\n"},
            f"places.toml, line 7: not TOML (cannot declare ('town',) twice); {TOML}",
        ),
        (
            {"places.toml": 'name = "The town"\n'},
            "places.toml, line 1 (name): 'name' stands outside any row; "
            "a row begins with its id, [like-this].",
        ),
        (
            {"readings.toml": '[came]\ntitle = "Who came"'},
            "readings.toml: 'came' is no row; rows begin with [[crux]] and [[crux.option]].",
        ),
        (
            {"places.toml": PLACE + "[harbour"},
            f"places.toml: not TOML (expected ']' at the end of a table declaration); {TOML}",
        ),
        *(
            (
                {"readings.toml": content},
                f"readings.toml, line {line} ({id}): id is '{id}'; {ADDRESS}",
            )
            for content, line, id in [
                (CRUX.replace('id = "came"\n', "") + OPTION, 4, "-all"),
                (CRUX + OPTION.replace('id = "all"\n', ""), 5, "came-"),
            ]
        ),
        # the wrong type
        (
            {"places.toml": PLACE + "note = 1961"},
            "places.toml, line 1 (town): note is 1961; put it in quotation marks.",
        ),
        (
            {"places.toml": PLACE + "sources = 3"},
            'places.toml, line 1 (town): sources is 3; write a list of words, ["one", "two"].',
        ),
        (
            {"places.toml": PLACE + "sources = [3]"},
            'places.toml, line 1 (town): sources is [3]; write a list of words, ["one", "two"].',
        ),
        (
            {"places.toml": PLACE + 'names = ["Town"]'},
            "places.toml, line 1 (town): names is ['Town']; write a list of tables, "
            '[{ lang = "ko", text = "온성군", grade = "seen" }].',
        ),
        (
            {"places.toml": PLACE + 'names = [{ lang = "en", text = "Town", grade = "heard" }]'},
            "places.toml, line 1 (town): names: the grade is 'heard'; "
            "it may be seen, derived, romanised, unverified.",
        ),
        (
            {"readings.toml": f'{CRUX}{OPTION}default = "perhaps"'},
            "readings.toml, line 5 (came-all): default is 'perhaps'; write true or false.",
        ),
        (
            {"readings.toml": f'{CRUX}anchors = ["over 700"]\n{OPTION}default = true'},
            "readings.toml, line 6 (came-all): anchors is ['over 700']; write a list of tables, "
            '[{ quote = "words of the document", nth = 1 }].',
        ),
        (
            {"readings.toml": f'{CRUX}anchors = [{{ quote = "over 800" }}]\n{OPTION}default = true'},
            f"readings.toml, line 6 (came-all): 'over 800' is not in the text. {COPY}",
        ),
        (
            {"readings.toml": CRUX + OPTION},
            "readings.toml: the crux 'came' has 0 defaults among 'all'; "
            "write `default = true` in exactly one of them",
        ),
        (
            {"readings.toml": f"{CRUX}option = [{INLINE}, {INLINE.replace('all', 'some')}]"},
            "readings.toml: the crux 'came' has 2 defaults among 'all', 'some'; "
            "write `default = true` in exactly one of them",
        ),
        (
            {"notes.toml": NOTE.replace("textual", "military")},
            "notes.toml, line 1 (a): types is 'military'; it may be source-critical, institutional, "
            "linguistic, chronological, prosopographical, quantitative, geographical, textual.",
        ),
        (
            {"readings.toml": f"{CRUX}option = [{INLINE}, {INLINE}]"},
            "readings.toml, line 1 (came-all): the id 'came-all' stands already at readings.toml, line 1; "
            "change one of the two.",
        ),
        # what prose points at
        (
            OTHERS | {"notes.toml": NOTE + 'evidence = ["s:1.1.1", "s:1.1.4"]'},
            "notes.toml, line 1 (a): evidence points at '1.1.4', which is not in the document; "
            "did you mean 1.1.3, 1.1.2, 1.1.1?",
        ),
        (
            OTHERS | {"notes.toml": NOTE + 'evidence = ["crux:come"]'},
            "notes.toml, line 1 (a): evidence points at 'come', which is not in readings.toml; "
            "did you mean came?",
        ),
        (
            OTHERS | {"notes.toml": NOTE + 'evidence = ["sentence 1.1.1"]'},
            f"notes.toml, line 1 (a): evidence says 'sentence 1.1.1'; {COLON} s:some-id; the kinds are s, q, "
            "d, m, a, slip, person, office, voice, result, assumption, crux, reading, place, candidate, "
            "note, source, event, outside.",
        ),
        (
            OTHERS | {"places.toml": PLACE + 'sources = ["atlas-1962"]'},
            "places.toml, line 1 (town): sources points at 'atlas-1962', which is not in sources.toml; "
            "did you mean atlas?",
        ),
        (
            OTHERS | {"places.toml": PLACE.replace("[town]", '# \n["town"]') + 'sources = ["Atlas of 1962"]'},
            "places.toml, line 2 (town): sources points at 'Atlas of 1962', which is not in sources.toml; "
            "did you mean atlas?",
        ),
        (
            OTHERS | {"places.toml": "", "notes.toml": NOTE + 'evidence = ["place:town"]'},
            "notes.toml, line 1 (a): evidence points at 'town', which is not in places.toml, for that has no "
            "rows.",
        ),
        # no place of the earth
        (
            {"places.toml": PLACE + "lon = 42.9\nlat = 129.9"},
            "places.toml, line 1 (town): lat is 129.9; it lies between -90 and 90. Exchanged with the other?",
        ),
        (
            {"places.toml": PLACE + "lon = -181\nlat = 42.9"},
            "places.toml, line 1 (town): lon is -181; it lies between -180 and 180. "
            "Exchanged with the other?",
        ),
        (
            {"places.toml": PLACE + "lon = 129.9"},
            "places.toml, line 1 (town): one of lon and lat is blank; write both, or neither.",
        ),
    ],
)
def test_a_file_is_refused_with_its_place_and_the_cure(folder, files, expected):
    assert expected == refusal(folder(files))


def test_all_mistakes_are_told_at_once_and_none_that_only_follows_from_another(folder):
    files = OTHERS | {
        "places.toml": PLACE.replace("high", "sure"),
        "exceptions.csv": EXCEPTION.replace("reason", "why"),
        "mentions.csv": rows(
            MENTION, "one,The village,,,place:town,name,high", "two,The town,,,place:twon,name,high"
        ),
    }
    expected = [
        f"exceptions.csv, line 1: there is no column 'why'; the {COLUMNS}",
        f"mentions.csv, line 2 (one): 'The village' is not in the text. {COPY}",
        "mentions.csv, line 3 (two): "
        "entity points at 'twon', which is not in places.toml; did you mean town?",
        "places.toml, line 1 (town): certainty is 'sure'; it may be high, medium, low.",
    ]
    assert expected == refusal(folder(files)).split("\n")


def test_a_folder_without_a_register_is_refused_with_what_it_may_hold(folder):
    expected = (
        f"FOLDER holds no register; it may hold any of {', '.join(one.file for one in REGISTERS.values())}."
    )
    assert expected == refusal(folder({"letter.txt": TEXT}))


def test_a_file_or_nothing_in_place_of_a_folder_is_refused(folder):
    path = folder({"exceptions.csv": EXCEPTION})
    for wrong in (path / "exceptions.csv", path / "elsewhere"):
        with pytest.raises(
            RegisterError, match=f"{re.escape(str(wrong))} is no folder; name the folder that"
        ):
            load_registers(TEXT, SENTENCES, wrong)


# ---- what is tolerated


@pytest.mark.parametrize(
    "content",
    [
        "id,quote,reason\nday,3 May,A date\n",
        "id,quote,reason\nday,3 May,A date",
        # as spreadsheets leave them: a BOM, CRLF, CR, empty rows and columns, spaces
        "\ufeffid,quote,reason\nday,3 May,A date\n",
        "id,quote,reason\r\nday,3 May,A date\r\n",
        "id,quote,reason\rday,3 May,A date\r",
        "id,quote,reason,,\nday,3 May,A date,,\n,,,,\n,,,,\n\n",
        "id,quote,reason\n\nday,3 May,A date,,,\n",
        " id , quote , reason \nday, 3 May , A date \n",
        '"id","quote","reason"\n"day","3 May","A\n date"\n',
        # as they leave them in countries with a decimal comma
        "\ufeffid;quote;reason\r\nday;3 May;A date\r\n",
        "id\tquote\treason\nday\t3 May\tA date\n",
        # columns in another order, and those left out that may be blank
        "reason,id,nth,quote\nA date,day,,3 May\n",
        "reason,id,nth,quote\nA date,day,1.0,3 May\n",
    ],
)
def test_a_sheet_loads_however_it_was_saved(folder, content):
    table = loaded(folder({"exceptions.csv": content}), "exceptions")
    assert [("day", 3, 8, "3 May", "1.1.1", "A date")] == [
        tuple(row) for row in table.itertuples(index=False)
    ]


@pytest.mark.parametrize(
    ("many", "told"), [(20, f"; it has {', '.join(f'p{n:02}' for n in range(20))}."), (21, ".")]
)
def test_what_there_is_is_listed_as_far_as_twenty(folder, many, told):
    places = "".join(PLACE.replace("[town]", f"[p{n:02}]") for n in range(many))
    row = rows(MENTION, "town-1,The town,,,place:harbour,name,high")
    assert f"is not in places.toml{told}" in refusal(folder({"places.toml": places, "mentions.csv": row}))


def test_a_file_of_its_own_form_goes_before_a_sheet_of_its_name(folder):
    files = {"places.toml": PLACE, "places.csv": "id,name,kind,identity,certainty\na,A,town,A town.,low"}
    assert ["town"] == list(loaded(folder(files), "places").id)


def test_cells_are_read_in_their_types(folder):
    names = '[{ lang = "ko", text = "온성군", grade = "seen" }]'
    files = {
        "places.toml": f'{PLACE}names = {names}\nsources = ["an  atlas", "b"]',
        "readings.toml": f'{CRUX}{OPTION}default = "Yes"\n{OPTION.replace("all", "few")}default = "no"',
    }
    place = loaded(folder(files), "places").iloc[0]
    assert (["an atlas", "b"], "seen") == (place.sources, place.names[0]["grade"])
    assert [True, False] == list(loaded(folder(files), "readings").default)


def test_a_crux_may_wait_for_its_options(folder):
    assert loaded(folder({"readings.toml": CRUX}), "readings").empty


def test_the_line_of_a_row_is_where_it_begins(folder):
    content = f'{EXCEPTION}\nday,3 May,"A date\nin two lines"\n\ntown,the village,None'
    assert refusal(folder({"exceptions.csv": content})).startswith("exceptions.csv, line 5 (town): ")


def test_toml_may_come_from_windows(folder):
    content = "\ufeff" + PLACE.replace("\n", "\r\n")
    assert ["town"] == list(loaded(folder({"places.toml": content}), "places").id)


def test_words_round_a_quotation_choose_its_occurrence(folder):
    row = "town-1,the town,,Later the town,place:town,name,high"
    table = loaded(folder({"mentions.csv": rows(MENTION, row)}), "mentions")
    assert [(TEXT.index("the town sent"), "1.1.2")] == list(zip(table.start, table.sentence, strict=True))


def test_words_may_touch_in_a_script_without_capitals(folder):
    text = "领事部收到报告"
    sentence = Sentence("1.1.1", "body", 0, len(text), text, 1, 1)
    path = folder({"exceptions.csv": rows(EXCEPTION, "report,报告,A report")})
    assert [5] == [row["start"] for row in load_registers(text, [sentence], path)["exceptions"]]


def test_other_files_may_lie_in_the_folder(folder):
    files = {"exceptions.csv": EXCEPTION, "letter.csv": "a;b", "notes.txt": "mine"}
    assert loaded(folder(files), "exceptions").empty


@pytest.mark.parametrize("lon, lat", [(180, 90), (-180, -90)])
def test_a_place_may_lie_at_the_ends_of_the_earth(folder, lon, lat):
    place = loaded(folder({"places.toml": f"{PLACE}lon = {lon}\nlat = {lat}"}), "places").iloc[0]
    assert (lon, lat) == (place.lon, place.lat)


def test_a_chain_may_be_written_without_spaces(folder):
    files = OTHERS | {"voices.csv": rows(VOICE, "one,1.1.1,drafter>town,inherited,,drafter ; town,high")}
    row = loaded(folder(files), "voices").iloc[0]
    assert ("drafter > town", ["drafter", "town"]) == (row.chain, row.alternatives)


def test_thousands_may_be_divided_by_commas_and_bounds_closed_or_open(folder):
    row = 'came,over 700 people,,,over 700 people,"1,700",,at-least,people,stock,,'
    other = "sent,300 people on,,,300,,300,under,people,stock,,"
    came, sent = loaded(folder({"quantities.csv": rows(QUANTITY, row, other)}), "quantities").itertuples()
    assert (1700.0, True, False) == (came.low, came.low_closed, came.high_closed)
    assert (300.0, False, False) == (sent.high, sent.low_closed, sent.high_closed)
    assert "over 700 people" == TEXT[came.num_start : came.num_end]
    assert "300" == TEXT[sent.num_start : sent.num_end]


# ---- whatever a cell holds


ROWS = {
    "quantities": {
        **{"id": "came", "quote": "over 700 people", "number": "700", "low": "700", "relation": "over"},
        **{"counted": "people", "measure": "stock", "as_of": "1961", "nth": "", "within": ""},
    },
    "voices": {"id": "a", "sentence": "1.1.1", "chain": "x > y", "basis": "inferred", "certainty": "low"},
    "places": tomllib.loads(PLACE)["town"] | {"id": "town", "lon": "129.9", "lat": 42, "names": []},
    "notes": tomllib.loads(NOTE)["a"] | {"id": "a", "more": [{"quote": "town", "nth": 1}]},
}
CELL = st.text(max_size=5) | st.sampled_from(
    ["over 700", "the town", "1.0", "2", "-5", "1,000", "12,00", "²", "1961-13", "a>b", ">"]
)
VALUE = CELL | st.integers(-200, 200) | st.floats() | st.booleans() | st.dates()  # of TOML
VALUE |= st.lists(VALUE, max_size=2) | st.dictionaries(st.sampled_from(["quote", "nth", "within"]), VALUE)
VALUE |= st.lists(
    st.fixed_dictionaries({"quote": VALUE}, optional={"nth": VALUE, "within": VALUE}), max_size=2
)


@given(st.sampled_from(sorted(ROWS)), st.data())
def test_a_row_is_read_whole_or_refused_with_its_place_whatever_its_cells_hold(name, data):
    register = REGISTERS[name]
    known = {("sentences", "id"): {one.id for one in SENTENCES}}
    values = CELL if register.file.endswith(".csv") else VALUE
    odd = data.draw(st.dictionaries(st.sampled_from(register.written), values, max_size=2))
    try:
        row = read(register, Row(ROWS[name] | odd, "here"), {}, TEXT, SENTENCES, known)
    except RegisterError as error:
        assert odd and str(error).startswith("here")
        return
    assert list(row) == register.table_columns
    assert not register.anchored or row["text"] == TEXT[row["start"] : row["end"]] != ""
    assert name != "quantities" or from_row(row).low_closed == row["low_closed"]


# ---- a folder of one's own


def test_one_register_alone_is_enough_and_points_where_it_likes(folder):
    path = folder({"mentions.csv": rows(MENTION, "town-1,The town,,,place:nowhere,name,high")})
    found = load_registers(TEXT, SENTENCES, path)
    assert ["place:nowhere"] == [row["entity"] for row in found.pop("mentions")]
    assert not any(found.values())


@pytest.mark.parametrize("name", REGISTERS)
def test_an_empty_table_has_the_columns_and_types_of_a_full_one(cable, name):
    empty, full = table(REGISTERS[name], []), cable.registers[name]
    assert 0 == len(empty)
    assert [*full.dtypes.astype(str).items()] == [*empty.dtypes.astype(str).items()]


# ---- the registers of the cable


@pytest.mark.parametrize("name", [name for name, register in REGISTERS.items() if register.anchored])
def test_an_anchored_row_is_the_words_at_its_offsets(cable, name):
    for row in cable.registers[name].itertuples():
        expected = cable.text[row.start : row.end] if row.start >= 0 else ""
        assert (expected, cable.sentence_at(row.start)) == (row.text, row.sentence)


@pytest.mark.parametrize("name", [name for name, one in REGISTERS.items() if one.anchored == "always"])
def test_anchored_rows_stand_in_the_order_of_the_text(cable, name):
    table = cable.registers[name]
    assert sorted(zip(table.start, -table.end, strict=True)) == list(
        zip(table.start, -table.end, strict=True)
    )


def test_every_file_of_the_folder_is_a_register_or_a_table_of_the_edition():
    tables = {one.file for one in (REGISTERS | EDITION_TABLES).values()}
    tables |= {"schema.toml", "prose-exceptions.csv"}
    assert tables == {path.name for path in FOLDER.iterdir() if path.suffix in (".csv", ".toml")}


@pytest.mark.parametrize("register", ["notes", "readings"])
def test_the_results_that_prose_points_at_are_results_of_the_edition(cable, register):
    cited = {one for cell in cable.registers[register].evidence for one in cell if one.startswith("result:")}
    assert set() == {one for one in cited if one.removeprefix("result:") not in edition_table("results")}


def test_every_crux_that_prose_links_to_is_a_crux_and_every_option_one_of_it(cable):
    words = " ".join(
        path.read_text(encoding="utf-8")
        for path in FOLDER.iterdir()
        if path.suffix != ".py" and path.is_file()
    )
    options = set(cable.readings.crux) | {f"{row.crux}-{row.option}" for row in cable.readings.itertuples()}
    assert set() == set(re.findall(r"\(#crux-([a-z0-9-]+)\)", words)) - set(cable.readings.crux)
    assert set() == set(re.findall(r"\(#reading-([a-z0-9-]+)\)", words)) - options


def test_every_candidate_is_an_option_of_the_crux_of_its_name(cable):
    options = set(zip(cable.readings.crux, cable.readings.option, strict=True))
    assert set() == set(zip(cable.candidates.place, cable.candidates.option, strict=True)) - options
    assert {"kyongsong", "houeryong"} == set(cable.candidates.place)
