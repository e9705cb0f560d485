"""Dates: what is found, where, with which value; what is no date; which year and which clock."""

import csv
import re
from datetime import date, datetime
from pathlib import Path

import pytest
from cablegram.finders.dateforms import FORMS
from cablegram.finders.dates import START, find_dates
from edtf import parse_edtf

ROOT = Path(__file__).parents[1]
CABLE = (ROOT / "seeds" / "cable.txt").read_bytes().decode()
WRITTEN, SPOKEN = "1961-12-02", "1961-11-10"


def found(text, written=None, spoken=None):
    return [(expression.text, expression.edtf) for expression in find_dates(text, written, spoken)]


def value_of(text, written=None, spoken=None):
    """The value of the one date of a text that has one."""
    (expression,) = find_dates(text, written, spoken)
    return expression.edtf


def marked_sentences():
    """(family, sentence, its dates) for each row of the table of examples."""
    family = ""
    for row in (Path(__file__).parent / "data" / "dates-marked.txt").read_text(encoding="utf-8").splitlines():
        row = row.replace("¶", "\n")
        if row.startswith("## "):
            family = row[3:]
        elif row and not row.startswith("# "):
            dates = re.findall(r"⟦([^|⟧]*)\|([^⟧]*)⟧", row)
            yield family, re.sub(r"⟦([^|⟧]*)\|[^⟧]*⟧", r"\1", row), dates


@pytest.mark.parametrize(("family", "sentence", "dates"), list(marked_sentences()))
def test_each_example_gives_its_dates_and_no_other(family, sentence, dates):
    expected = [(words, None if value == "-" else value) for words, value in dates]
    assert expected == found(sentence, WRITTEN), family


def test_each_value_of_the_examples_is_read_by_an_edtf_parser_of_others():
    values = {value for _, _, dates in marked_sentences() for _, value in dates} - {"-"}
    for value in {re.sub("[0-9]", "0", value): value for value in values}.values():  # one of each form
        # which knows no interval of a decade and a near end
        assert parse_edtf(value.replace("~", "") if re.search(r"\dX~?/|/\d+X", value) else value)


# The kind says how an expression tells its time: the same for every row of one family.
@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("absolute", ["8 November 1961", "November 1961", "in 1957", "3/8/61", "3 and 9 May 1961"]),
        ("partial", ["8 November", "in May", "3-5 May", "mid-November", "July and August", "before 10 June"]),
        ("relative", ["yesterday", "last year", "the first half of last year", "recently", "since last May"]),
        ("relative", ["May of last year", "two weeks earlier", "this winter", "the 5th instant"]),
        ("period", ["the 1950s", "1959-1961", "since 1958", "early 1961", "3-5 May 1961", "FY 1962"]),
        ("period", ["spring 1961", "the second half of winter 1961"]),  # which has no value
        ("recurring", ["every day", "each month", "on Sundays"]),
    ],
)
def test_the_kind_tells_how_the_time_is_told(kind, words):
    assert [kind] * len(words) == [find_dates(each, WRITTEN)[0].kind for each in words]


# Without an anchor nothing is guessed: the year stays unknown, what is relative has no value.
@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("6 November", "XXXX-11-06"),
        ("November", "XXXX-11"),
        ("3-5 May", "XXXX-05-03/XXXX-05-05"),
        ("mid-November", "XXXX-11-11/XXXX-11-20"),
        ("July or August", "[XXXX-07,XXXX-08]"),
        ("in summer", "XXXX-06/XXXX-08"),
        ("in winter", None),
        ("16 Sep 57", "1957-09-16"),
        ("29 February", "XXXX-02-29"),
        ("before 10 June", "XXXX-06-10"),  # no end that is open
        ("last year", None),
        ("the first half of last year", None),
        ("yesterday", None),
        ("three days ago", None),
        ("May of last year", "XXXX-05"),
        ("on the 5th.", None),
        ("since 1958", "1958/.."),
    ],
)
def test_without_an_anchor_nothing_is_guessed(words, value):
    assert value == value_of(words)


# The year of a date without one: the last begun, the next if it is near or the sentence looks forward.
@pytest.mark.parametrize(
    ("sentence", "written", "value"),
    [
        ("On November 10 he came.", "1961-12-02", "1961-11-10"),
        ("On December 20 he came.", "1962-01-05", "1961-12-20"),
        ("In March he came.", "1961-01-10", "1960-03"),
        ("the exhibition opens on 14 August", "1960-08-12", "1960-08-14"),
        ("He said that it will be held on 15 February.", "1961-12-02", "1962-02-15"),
        ("It must be ready by 15 February.", "1961-12-02", "../1962-02-15"),
        ("It was ready on 15 February.", "1961-12-02", "1961-02-15"),
        ("It will be held, he said on November 10.", "1961-12-02", "1961-11-10"),
        ("the steamer leaving on the 1st of March next", "1871-01-10", "1871-03-01"),
        ("on 5 May", "1961-05-05", "1961-05-05"),
        ("in May", "1961-05-20", "1961-05"),
        ("6 November", "1961", "1961-11-06"),
        ("November 10", "1961-12", "1961-11-10"),
    ],
)
def test_a_date_without_a_year_takes_the_year_that_fits(sentence, written, value):
    assert value == found(sentence, written)[-1][1]


# Two clocks: what is reported counts from when it was said.
def test_spoken_goes_before_written():
    assert "1961-12-01" == value_of("yesterday", WRITTEN)
    assert "1961-11-09" == value_of("yesterday", WRITTEN, SPOKEN) == value_of("yesterday", spoken=SPOKEN)


@pytest.mark.parametrize(
    "anchor", [date(1961, 12, 2), datetime(1961, 12, 2, 16, 30), "1961-12-02", " 1961-12-2 "]
)
def test_an_anchor_may_be_a_date_or_its_words(anchor):
    assert WRITTEN == value_of("today", anchor)


# An anchor that knows only its month or year gives what can be known from it.
@pytest.mark.parametrize(
    ("words", "anchor", "value"),
    [
        ("today", "1961-12", "1961-12"),
        ("yesterday", "1961-12", None),
        ("last month", "1961-12", "1961-11"),
        ("last week", "1961-12", None),
        ("last month", "1961", None),
        ("last year", "1961", "1960"),
        ("three years ago", "1961", "1958"),
        ("in the past two years", "1961", "1959/1961"),
        ("in the past two months", "1961-12", "1961-10/1961-12"),
        ("in the past two months", "1961", None),
        ("last May", "1961", "1960-05"),
        ("this summer", "1961", "1961-06/1961-08"),
        ("next Monday", "1961-12", None),
    ],
)
def test_an_imprecise_anchor_gives_what_it_can(words, anchor, value):
    assert value == value_of(words, anchor)


@pytest.mark.parametrize("name", ["written", "spoken"])
@pytest.mark.parametrize(
    "value",
    ["soon", "", "1961-13", "1961-02-30", "61", 1961, "XXXX-05", date(999, 1, 1), b"1961", "a text " * 999],
)
def test_an_anchor_that_is_no_date_gets_one_clear_sentence(name, value):
    told = f"^{name} is a date of the years 1000 to 2999, or an ISO string such as.{{,100}}$"
    with pytest.raises(ValueError, match=told):
        find_dates("yesterday", **{name: value})


# The cable and its register.
def register():
    rows = (ROOT / "lib" / "cablegram" / "registers" / "dates.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(rows))


# Rows of the register that the finder leaves alone, and why.
NOT_FOUND = {
    "register-year": "the year of a file number, as two digits",
    "at-first": "a word of the story, not of the calendar",
    "later-numbers": "the same",
    "later-work": "the same",
    "later-measure": "the same",
    "after-that": "the same",
}
# Rows whose value the finder does not give: the editor reads “so far” as ending with the talk, the finder
# gives no value to what is vague.
NOT_VALUED = {"thus-far", "present-fled"}


@pytest.mark.parametrize(
    ("clock", "written", "spoken"),
    [("edtf_written", WRITTEN, None), ("edtf_spoken", WRITTEN, SPOKEN), ("edtf_spoken", None, SPOKEN)],
)
def test_on_the_cable_the_finder_and_the_register_agree(clock, written, spoken):
    places = {}
    for row in register():
        starts = [match.start() for match in re.finditer(re.escape(row["quote"]), CABLE)]
        places[starts[int(row["nth"] or 1) - 1]] = row
    expressions = {date.start: date for date in find_dates(CABLE, written, spoken, vague=True)}
    assert set(NOT_FOUND) == {row["id"] for start, row in places.items() if start not in expressions}
    assert not set(expressions) - set(places)
    for start, expression in expressions.items():
        row = places[start]
        assert (row["quote"], row["kind"]) == (expression.text, expression.kind)
        assert (None if row["id"] in NOT_VALUED else row[clock] or None) == expression.edtf, row["id"]


def test_no_break_spaces_and_line_ends_of_every_kind_stand_inside_a_date():
    for gap in ("\u00a0", "\n", "\r\n", "  "):
        assert [(f"November{gap}8, 1961", "1961-11-08")] == found(f"on November{gap}8, 1961.")


# What is only sure beside another anchor, or without one.
@pytest.mark.parametrize(
    ("words", "written", "dates"),
    [
        # a month that its sentence sets ahead
        ("in September, at the lake, the summit will meet", "1997-05-12", [("September", "1997-09")]),
        ("in September the mayors will meet", "1997-05", [("September", "1997-09")]),
        ("in September ... the summit will meet", "1997-05-12", [("September", "1997-09")]),
        ("By May he had left.", "1961-12-02", [("By May", "../1961-05")]),
        ("this winter", "1961", [("this winter", None)]),
        ("in 1953 and in May last year", None, [("1953", "1953"), ("May last year", "XXXX-05")]),
        ("in September, he said, it will rain", "1997-05-12", [("September", "1996-09")]),
        # a short year after a stroke
        ("Feb 12/66", "1866-03-01", [("Feb 12/66", "1866-02-12")]),
        ("Mar. 3/71, he sailed", "1871-06", [("Mar. 3/71", "1871-03-03")]),
        ("Feb 12/26", "1926-03-01", [("Feb 12/26", "1926-02-12/1926-02-26")]),
        # a short year with dots, and one that lies too far ahead
        ("by 17.12.17", "1917-10-30", [("by 17.12.17", "../1917-12-17")]),
        ("version 17.12.17", "1961-10-30", []),
        ("in '31", "1998-06-20", [("'31", "1931")]),
        ("until 8/15/99", "1979-08-16", [("until 8/15/99", "../1999-08-15")]),
        # two days that are one, in the year of the anchor
        ("May 30/June 11", "1898-07-12", [("May 30/June 11", "1898-06-11")]),
        ("June 11/23", "1899-09-01", [("June 11/23", "1899-06-23")]),
        ("May 3/16", "1905-09-01", [("May 3/16", "1905-05-16")]),
        ("June 11/23", None, [("June 11/23", "XXXX-06-11/XXXX-06-23")]),
        # so far ahead: a date only where there is a day to count from
        ("in three days", None, []),
        ("within two years", "1961-12", [("within two years", "1961-12/1963-12")]),
        # the present lies before what began
        ("from 1958 to the present", "1957", [("from 1958 to the present", "1958/..")]),
        ("since 1958", "1957", [("since 1958", "1958/..")]),
    ],
)
def test_what_an_anchor_makes_of_the_words(words, written, dates):
    assert dates == found(words, written)


@pytest.mark.parametrize("words", ["now", "right now", "soon", "presently", "at present", "At Present"])
def test_now_and_soon_are_given_only_where_they_are_asked_for(words):
    text = f"The boats are {words} in the harbour."
    assert [] == find_dates(text, WRITTEN)
    assert [(words, None, "relative")] == [
        (d.text, d.edtf, d.kind) for d in find_dates(text, WRITTEN, vague=True)
    ]


def test_a_word_said_over_and_over_is_no_trouble():
    assert [("about 1950", "1950~")] == found("about " * 5_000 + "1950")


def test_each_form_reads_a_word_that_a_date_may_begin_with():
    places = [(text, start.start()) for _, text, _ in marked_sentences() for start in START.finditer(text)]
    assert [] == [
        form.pattern for form, _, _ in FORMS if not any(form.match(text, start) for text, start in places)
    ]
