"""Completeness: nothing of the cable is left out of its registers, and a historian finds the facts in them.

Each rule is a function that says what it misses: nothing in the registers as they are, and its words when a
row is taken away.
"""

import re

import pytest
from cablegram.cable import Cable


def replaced(cable, register, rows):
    """The cable with other rows in a register."""
    made = Cable(cable.text, cable.name)
    made._registers = cable._registers | {register: rows}
    return made


def without(cable, register, id):
    rows = cable.rows(register)
    assert id in rows
    return replaced(cable, register, [row for row in rows.values() if row["id"] != id])


def changed(cable, register, id, **cells):
    rows = cable.rows(register)
    return replaced(cable, register, [*(rows | {id: rows[id] | cells}).values()])


def held(table, start, end):
    """Whether the words of a row hold this stretch."""
    return bool(((table.start <= start) & (table.end >= end)).any())


def not_held(cable, register, pattern, flags=0):
    """The sentence and words of every match that no row of the register holds."""
    table = getattr(cable, register)
    return [
        told(cable, match)
        for match in re.finditer(pattern, cable.text, flags)
        if not held(table, *match.span())
    ]


def told(cable, match):
    return f"{cable.sentence_at(match.start())}: {match[0]}"


# ---- numbers

NUMERAL = r"""
    \d+(?:,\d{3})*\b | \b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen
    |fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety
    |hundreds?|thousands?|millions?|dozens?|half|quarter|first|second|third|fourth|fifth|once|twice)\b
"""


def numbers_missed(cable):
    """Every numeral and number word that is not in one, and only one, of a quantity, a date, an exception."""
    missed = []
    for match in re.finditer(NUMERAL, cable.text, re.X | re.I):
        kept = [
            name
            for name in ("quantities", "dates", "exceptions")
            if held(getattr(cable, name), *match.span())
        ]
        if len(kept) != 1:
            missed.append(f"{told(cable, match)} in {' and '.join(kept) or 'none'}")
    return missed


# ---- names

# Capitalised words that name nobody: nationalities and months, what begins a sentence, titles and labels.
NO_NAMES = r"""
    Chinese|Korean|July|August|November|December | According|After|All|Any|Anyone|At|Concerning|Due|Figures
    |However|If|In|It|Later|Many|Most|Now|On|Over|Recently|Smuggling|Some|That|The|Their|There|Therefore|They
    |This|Those|To|Transportation|Up|We|When|Where|With | Skip|Cable|Illegally|Crossing|Come|Citizens
    |Nationality|Top|Secret|Consular|No|Distribution|Document|Information|Translated|Original|Uploaded|Date
    |Record|ID
"""


def names_missed(cable):
    """Every capitalised word that no mention holds."""
    return not_held(cable, "mentions", rf"\b(?!(?:{NO_NAMES})\b)[A-Z][\w-]*", re.X)


PHRASE = r"""
    \b(?: (?:border\ |reception\ )?stations? | reception\ center | cabinet | people’s\ committees
    | welcome\ committee | (?:subordinate|concerned|commercial|provincal)\ departments
    | institutions\ of\ higher\ learning | elementary\ schools | agricultural\ communes | factories | mines
    | cadres | smugglers | merchants | crossers? | applicant | young\ people | youth | compatriots | people
    | arrivals | side | (?:the|that)\ (?:province|prefecture|city|river|international\ border|border)
    | provinces | border\ areas )\b
"""
NOBODY = {
    "2.6.3: people": "hands that are wanted, not people who are there",
    "3.3.9: the province": "whichever province a crosser is registered in",
}


def phrases_missed(cable):
    """Every office, place and group that is named without a capital and is no mention."""
    return [one for one in not_held(cable, "mentions", PHRASE, re.X | re.I) if one not in NOBODY]


# The pronouns that stand for people or things and are no mentions, by sentence.
PEOPLE_AND_THINGS = """
    1.1.3 them; 2.1.2 they; 2.2.2 they; 2.2.6 they they their; 2.3.1 they; 2.3.3 their; 2.3.5 them;
    2.3.7 them they their; 2.3.8 them they; 2.3.9 them; 2.4.1 them; 3.2.1 Their; 3.2.3 They they them;
    3.3.2 They them; 3.3.4 their; 3.3.9 their; 3.3.10 them; 3.4.4 they; 3.5.2 them; 3.5.4 they they;
    3.6.1 them them; 3.7.1 they; tail.rights their
"""


def pronouns_missed(cable):
    """Every pronoun of more than one that is no mention and stands for an office or a place, or may."""
    known = [
        f"{sentence}: {word}"
        for sentence, *words in map(str.split, PEOPLE_AND_THINGS.split(";"))
        for word in words
    ]
    found = not_held(cable, "mentions", r"\b(?:[Ww]e|us|[Oo]urs?|[Tt]hey|[Tt]hem|[Tt]heirs?)\b")
    return [one for one in found if one not in known] + [one for one in known if one not in found]


# ---- slips

SLIP = r"""
    # letters and words wrong, missing or doubled
    provincal | work\ load | leftover | Worker’s | \b(\w+)\ \1\b | Province\ Provincial | sent\ to\ on
    | \bcontinues\ has | \bapply\ (?!to\b)\w+ | \bto,\ [^,]+,\ to\b | held\ in\ [\w-]+\ held
    | ha(?:ve|s)\ \w+ly\ cross\b | cabinet\ order\b | of\ Korean\ side | from\ Henry | short\ about
    | brought\ in\ with\ them | Some\ of\ those\ fled
    # sentences that do not parse, or number that does not agree
    | reason\ [^.]*\bis\ because | with\ their\ job\b | who\ [^.,]*\ who | departments\ who
    | committees\ in\ the\ prefecture | mines\ in\ the\ prefecture
"""


def slips_missed(cable):
    """Every slip that a rule finds and no anomaly holds."""
    return not_held(cable, "anomalies", SLIP, re.X)


# ---- voices


def voices_missed(cable):
    """Every sentence whose voices do not begin with the embassy or the archive, or whose basis has no cue."""
    rows = {row.sentence: row for row in cable.voices.itertuples()}
    return [
        id
        for id in cable.sentences.id
        if id not in rows
        or rows[id].chain.split(" > ")[0] not in ("embassy", "archive")
        or (rows[id].basis == "explicit") != bool(rows[id].cue)
        or (rows[id].certainty == "high" and rows[id].alternatives)
    ]


# ---- Chinese words


def conjectures_missed(cable):
    """Every row with a Chinese word, but the forms of a place, that does not call it a conjecture."""
    forms = "".join(form["text"] for names in cable.places.names for form in names)
    return [
        row.id
        for register in (cable.anomalies, cable.notes, cable.readings)
        for row in register.itertuples()
        for words in [" ".join(map(str, row))]
        if any(word not in forms for word in re.findall("[\u4e00-\u9fff]+", words))
        and not re.search("conjecture|unverified", words)
    ]


# ---- the rules


@pytest.mark.parametrize(
    "missed",
    [
        *(numbers_missed, names_missed, phrases_missed, pronouns_missed, slips_missed, voices_missed),
        conjectures_missed,
    ],
)
def test_nothing_of_the_cable_is_left_out(cable, missed):
    assert [] == missed(cable)


@pytest.mark.parametrize(
    ("missed", "register", "id", "expected"),
    [
        (numbers_missed, "quantities", "total", ["1.1.1: 20,517 in none"]),
        (numbers_missed, "quantities", "documents", ["3.2.4: eighty in none"]),
        (numbers_missed, "quantities", "crossings", ["3.3.3: seven in none", "3.3.3: eight in none"]),
        (numbers_missed, "dates", "register-year", ["head.file-number: 61 in none"]),
        (numbers_missed, "dates", "beginning", ["2.1.1: first in none", "2.1.1: half in none"]),
        (numbers_missed, "exceptions", "register-number", ["head.file-number: 103 in none"]),
        (numbers_missed, "exceptions", "once-freezes", ["3.6.2: once in none"]),
        (names_missed, "mentions", "kilju-1", ["3.5.1: Kilju", "3.5.1: County"]),
        (
            names_missed,
            "mentions",
            "heavy-industry-1",
            ["2.2.5: Heavy", "2.2.5: Industry", "2.2.5: Commission"],
        ),
        (names_missed, "mentions", "an-6", ["1.1.1: An"]),
        (names_missed, "mentions", "cowhig-1", ["tail.source-line: David", "tail.source-line: Cowhig"]),
        (phrases_missed, "mentions", "stations-10", ["3.5.4: reception center"]),
        (phrases_missed, "mentions", "cabinet-1", ["2.1.3: cabinet"]),
        (phrases_missed, "mentions", "crossers-7", ["1.1.2: people"]),
        (phrases_missed, "mentions", "river-1", ["3.6.2: the river"]),
        (pronouns_missed, "mentions", "embassy-4", ["2.5.2: We"]),
        (pronouns_missed, "mentions", "border-provinces-2", ["2.5.1: their"]),
        (slips_missed, "anomalies", "provincal", ["3.3.10: provincal"]),
        (slips_missed, "anomalies", "on-of", ["2.2.2: sent to on"]),
        (slips_missed, "anomalies", "held-held", ["3.7.2: held in mid-November held"]),
        (slips_missed, "anomalies", "renounce", ["0.1.1: apply renounce"]),
        (slips_missed, "anomalies", "continues-has", ["3.7.1: continues has"]),
        (voices_missed, "voices", "2.3.3", ["2.3.3"]),
    ],
)
def test_a_row_taken_away_is_missed(cable, missed, register, id, expected):
    assert expected == missed(without(cable, register, id))


def test_a_number_of_two_kinds_is_missed(cable):
    date = cable.row("d-talk") | {"reason": "A day"}
    assert "0.1.1: 10 in dates and exceptions" in numbers_missed(replaced(cable, "exceptions", [date]))


@pytest.mark.parametrize(
    ("sentence", "cells"),
    [
        ("2.3.3", {"chain": "an > provincial-committee"}),
        ("1.1.4", {"basis": "explicit"}),
        ("1.1.1", {"basis": "inherited"}),
        ("2.5.1", {"certainty": "high"}),
    ],
)
def test_a_voice_that_does_not_hold_together_is_missed(cable, sentence, cells):
    assert [sentence] == voices_missed(changed(cable, "voices", sentence, **cells))


def test_a_chinese_word_that_is_no_conjecture_is_missed(cable):
    assert ["files-check"] == conjectures_missed(changed(cable, "anomalies", "files-check", note="审查材料"))


def test_every_exception_holds_a_number_but_the_damaged_one(cable):
    assert ["on-of"] == [
        row.id for row in cable.exceptions.itertuples() if not re.search(NUMERAL, row.text, re.X | re.I)
    ]


def test_every_entity_is_mentioned_but_the_candidates(cable):
    kinds = {"person": cable.people, "office": cable.offices, "place": cable.places}
    entities = {f"{kind}:{id}" for kind, table in kinds.items() for id in table.id}
    candidates = {f"place:{id}" for id in cable.places[cable.places.kind == "candidate"].id}
    assert candidates == entities - set(cable.mentions.entity)


# ---- what the finders say


# Numbers that the register takes for more than their words say, each with the reason.
BEYOND_THE_WORDS = {"stay": "nobody is given work before these days are over, so that they are a minimum"}


def test_the_finder_finds_the_numbers_of_the_register_with_their_bounds(cable):
    columns = ["num_start", "num_end", "low", "high", "relation"]
    found = cable.find_numbers()
    assert len(found) == len(cable.quantities)
    differing = cable.quantities.id[
        [not row.equals(found.loc[index, columns]) for index, row in cable.quantities[columns].iterrows()]
    ]
    assert list(BEYOND_THE_WORDS) == list(differing)
    assert cable.quantities[columns[:2]].equals(found[columns[:2]])
    assert all(map(str.startswith, found.text, cable.quantities.text))


def test_the_kinds_of_dates_are_those_of_the_finder(cable):
    found = cable.find_dates(vague=True)
    both = cable.dates.merge(found, on=["start", "end"], suffixes=("", "_found"))
    assert len(both) == len(found)
    assert list(both.kind_found) == list(both.kind)


# ---- facts a historian would check


@pytest.mark.parametrize(
    ("id", "text", "bounds", "relation", "counted", "measure", "as_of", "place"),
    [
        ("total", "20,517", (20517, 20517), "exact", "people", "cumulative", "1961-11-08", "north-hamgyong"),
        ("onsong", "over 700", (700, None), "over", "people", "stock", "1961-11-08", "onsong"),
        ("hoeryong", "over 300", (300, None), "over", "people", "stock", "1961-11-08", "hoeryong"),
        ("kyongsong", "over 250", (250, None), "over", "people", "stock", "1961-11-08", "kyongsong"),
        ("musan", "over 100", (100, None), "over", "people", "stock", "1961-11-08", "musan"),
        ("stations", "six", (6, 6), "exact", "stations", "stock", "", "north-hamgyong"),
        (
            "arrivals",
            "Over 20,000",
            (20000, None),
            "over",
            "people",
            "cumulative",
            "1961-11-10",
            "north-hamgyong",
        ),
        ("training", "three or more years", (3, None), "at-least", "years", "rule", "", ""),
        (
            "educated",
            "about 500",
            (500, 500),
            "about",
            "people",
            "cumulative",
            "1961-11-10",
            "north-hamgyong",
        ),
        ("fled", "over 1500", (1500, None), "over", "people", "cumulative", "1961-11-10", "north-hamgyong"),
        ("age", "age 30 or less", (None, 30), "at-most", "years", "age", "", ""),
        ("stations-again", "six", (6, 6), "exact", "stations", "stock", "", "north-hamgyong"),
        ("blankets", "11,000", (11000, 11000), "exact", "blankets", "grant", "", ""),
        ("mines", "about 4000", (4000, 4000), "about", "workers", "request", "1961-11-10", "north-hamgyong"),
        ("communes", "7000", (7000, 7000), "exact", "people", "request", "1961-11-10", "north-hamgyong"),
        (
            "documents",
            "eighty",
            (80, 80),
            "exact",
            "travel documents",
            "flow",
            "1961-11-10",
            "north-hamgyong",
        ),
        ("crossings", "seven or eight times", (7, 8), "range", "times", "frequency", "", ""),
        ("detained", "over 50", (50, None), "over", "people", "cumulative", "1961-11-10", "chongjin"),
        ("stay", "fifteen days", (15, None), "at-least", "days", "rule", "", ""),
    ],
)
def test_a_quantity_says_what_its_words_allow(
    cable, id, text, bounds, relation, counted, measure, as_of, place
):
    row = cable.quantities.set_index("id").loc[id]
    low, high = (None if bound != bound else bound for bound in (row.low, row.high))
    assert (text, bounds, relation) == (row.text, (low, high), row.relation)
    assert (counted, measure, as_of, place) == (row.counted, row.measure, row.as_of, row.place)


@pytest.mark.parametrize(
    ("sentence", "chain", "basis"),
    [
        ("head.addressee", "embassy", "inferred"),
        ("0.1.1", "embassy", "explicit"),
        ("1.1.1", "embassy > an > statistics", "explicit"),
        ("1.1.4", "embassy > an > statistics", "inherited"),
        ("2.2.5", "embassy > an", "inherited"),
        ("2.2.7", "embassy > an > central-committee", "explicit"),
        ("2.3.3", "embassy > an > provincial-committee", "inherited"),
        ("2.3.8", "embassy > an > provincial-committee > crossers", "explicit"),
        ("2.3.10", "embassy > an", "inherited"),
        ("2.4.1", "embassy > an > korean-authorities", "explicit"),
        ("2.4.2", "embassy > an > cabinet", "explicit"),
        ("2.5.2", "embassy", "inferred"),
        ("2.6.3", "embassy > an > party-committee", "inherited"),
        ("3.0", "embassy", "inferred"),
        ("3.3.6", "embassy > an > chongjin-office", "explicit"),
        ("3.3.9", "embassy > an > provincial-committee", "inferred"),
        ("3.4.2", "embassy > an > regulations", "explicit"),
        ("3.5.2", "embassy > an > rumour", "explicit"),
        ("3.6.2", "embassy > an > provincial-committee", "explicit"),
        ("tail.summary", "archive", "inferred"),
    ],
)
def test_a_sentence_has_the_voices_a_reader_would_give_it(cable, sentence, chain, basis):
    row = cable.voices.set_index("sentence").loc[sentence]
    assert (chain, basis) == (row.chain, row.basis)


@pytest.mark.parametrize(
    ("word", "sentence", "entity", "certainty"),
    [
        ("We", "0.1.2", "office:embassy", "high"),
        ("we", "2.4.1", "office:korean-authorities", "high"),
        ("We", "2.5.2", "office:embassy", "low"),
        ("their", "2.5.1", "place:border-provinces", "medium"),
        ("it", "3.2.1", "office:labor", "medium"),
        ("they", "3.3.6", "office:chongjin-civil-affairs", "medium"),
    ],
)
def test_a_pronoun_stands_for_its_office_as_surely_as_it_can(cable, word, sentence, entity, certainty):
    pronouns = cable.mentions[cable.mentions.form == "pronoun"]
    row = pronouns[(pronouns.sentence == sentence) & (pronouns.text == word)].iloc[0]
    assert (entity, certainty) == (row.entity, row.certainty)


def test_six_stations_are_said_and_five_names_printed(cable):
    listed = cable.find("(Hoeryong City, Namyang, Houeryong City, Kyongsong County, Musan County etc.)")
    inside = cable.mentions[(cable.mentions.start >= listed.start) & (cable.mentions.end <= listed.end)]
    expected = ["hoeryong", "namyang", "houeryong", "kyongsong", "musan"]
    assert expected == [entity.removeprefix("place:") for entity in inside.entity]


def test_the_bureau_for_compatriots_never_stands_without_the_cabinet(cable):
    beside = {
        office: set(cable.mentions[cable.mentions.entity == f"office:{office}"].sentence)
        for office in ("compatriots", "cabinet")
    }
    assert (
        {"2.1.3", "2.4.1", "2.4.2", "3.7.2"}
        == beside["compatriots"] & beside["cabinet"]
        == beside["compatriots"]
    )


def test_the_statistics_the_talk_and_the_paper_have_three_days(cable):
    day = cable.dates.set_index("id").edtf_spoken
    assert ("1961-11-08", "1961-11-10", "1961-12-02") == (day["statistics"], day["talk"], day["dispatch"])


def test_what_is_doubtful_is_marked(cable):
    mentions = cable.mentions.set_index("id")
    doubtful = ["kyongsong-1", "kyongsong-2", "houeryong-1", "cabinet-2", "cabinet-3", "embassy-4"]
    assert {"low"} == set(mentions.certainty[doubtful])
    assert "unverified" == cable.people.set_index("id").names["an"][0]["grade"]
