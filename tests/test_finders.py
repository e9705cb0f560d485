"""What holds of the finders whatever the text is; and that their time grows with the text.

`python tests/test_finders.py 1000000 19611203` tries so many texts with that seed, and tells what gave way.
"""

import math
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from cablegram import edtf
from cablegram.finders.dates import DateExpression, find_dates
from cablegram.finders.forms import KINDS
from cablegram.finders.metadata import metadata
from cablegram.finders.numbers import Number, find_numbers
from cablegram.finders.segments import segment
from cablegram.finders.sentences import sentences
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

FOLDER = Path(__file__).parent
SAMPLES = [*(FOLDER / "data").rglob("*.txt"), FOLDER.parent / "seeds" / "cable.txt"]
LINES = [line for path in sorted(SAMPLES) for line in path.read_text("utf-8").splitlines() if line.strip()]
NUMBERS = """
    one two seven twelve twenty hundred thousand million billion dozen score half a an third quarter zero some
    over about more than or less at least fewer between and to nearly up not never no per each aged age 1 2 12
    00 007 30,000 1,500 2.5 700 1/2 ½ ⅔ 10% % £ $ km people men 50s 10s. 6d. 3rd -3 minus +5 = ≥ < 1e9 1:30 …
    12,34 1.000.000 ten-fold Ⅻ 二万 ٣ ſeven eıght İ . , ; : - – — ( ) ° № No. [page pp. x_y: * """
DATES = """
    1961 1962 '61 1961-11-08 8/11/61 8.XI.61 11/23 8 11 31 29 30th 24th, 0000 9999 10000 999 November Nov. May
    February June Auguſt Christmas XII NOV 081530Z last next this early mid late the of first second half from
    quarter fiscal FY CY Q3 year years week weekend month day decades century fortnight Monday every Sundays
    spring winter sixties 1960s 20th twentieth eıghth laſt ago since until to present between and or and/or on
    before after within in at by during c. ca. BC AD yesterday today now soon instant ult. hence earlier past
    coming will shall end beginning close 1959-61 (1961) [1961] , . - – / """
MARKS = r"""
    #_ ##_ *_ -_ 1._ >_ ``` [a](b) |_a_|_b_| --- ** [1] (a) (1) 1.1_ I._ ( ) [ ] " ' \ ; = @x +1 p._3 [p._4]
    [Page_3] TO: FROM:_X SUBJECT: SECRET No._12 Dear_Sir, [Signed] (End) cc:_ Record_ID Summary: Participants:
    date:_1961-02-30 Respectfully, Annex_A PAGE_02 /2/Not_printed. A._Example Document_Information Item_2
    We_came_there_in_May. Over_700_came,_and_it_was_said_so. THEY_CAME_IN_MAY_AND_THEN_IN"""
BREAKS = ["\n", "\n\n", "\r", "\r\n", "\t", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u00a0"]
# Letters that case folding equates, marks that combine, turn or take no room, the end of a string of C.
RARE = "İıſ\u212aßﬁẞ\u0300\u0301\u0307\u0345\u20e3\ufe0f\u200b\u200e\u200f\u202e\u2060\u2066\u00ad\ufeff\0"
PIECES = [*f"{NUMBERS} {DATES}".split(), *(mark.replace("_", " ") for mark in MARKS.split()), *BREAKS, *RARE]


# ---- what must hold


def check_spans(text: str, finds: list) -> None:
    """The finds are stretches of the text in order, without white space at their ends."""
    reached = 0
    for find in finds:
        assert reached <= find.start < find.end <= len(text)
        assert find.text == text[find.start : find.end] == find.text.strip()
        reached = find.end


def check_numbers(text: str, finds: list[Number]) -> None:
    """The number stands in its find, and its bounds are those of its relation."""
    check_spans(text, finds)
    for find in finds:
        assert find.start <= find.num_start < find.num_end <= find.end
        assert any(map(str.isalnum, text[find.num_start : find.num_end]))
        assert math.isnan(find.low) == (find.relation in ("under", "at-most"))
        assert math.isnan(find.high) == (find.relation in ("over", "at-least"))
        assert not math.isinf(find.low) and not math.isinf(find.high)
        if find.relation == "range":
            assert find.low < find.high
        elif find.relation in ("exact", "about"):
            assert find.low == find.high


def check_dates(text: str, finds: list[DateExpression]) -> None:
    """Every value can be read, here and by a parser of others, and does not end before it begins."""
    check_spans(text, finds)
    for find in finds:
        assert find.kind in ("absolute", "partial", "relative", "period", "recurring")
        ends = check_value(find.edtf)
        assert find.kind != "recurring" or find.edtf is None
        assert find.kind != "absolute" or None not in ends


PARSED = {""}  # the forms that another parser of EDTF has read; it is slow


def check_value(value: str | None) -> tuple:
    """The first and last day; the other parser knows no interval of a decade and a near end."""
    ends, form = edtf.bounds(value), re.sub("[0-9]", "0", value or "")
    if form not in PARSED:
        parse_edtf(value.replace("~", "") if re.search(r"\dX~?/|/\d+X", value) else value)
        PARSED.add(form)
    return ends


def check_parts(text: str, segments: list, parts: list) -> None:
    """The segments are the whole text; every letter stands in a sentence, and each lies in its segments."""
    assert text == "".join(one.text for one in segments)
    assert all(one.text == text[one.start : one.end] != "" for one in segments)
    assert {one.kind for one in segments} <= set(KINDS)
    assert len(segments) == len({one.id for one in segments})
    assert len(parts) == len({one.id for one in parts})
    solid, inside = [one for one in segments if one.kind != "blank"], set()
    for one in parts:
        assert one.text == text[one.start : one.end] == one.text.strip() != ""
        inside.update(range(one.start, one.end))
        first = next(row for row in solid if row.start <= one.start < row.end)
        last = next(row for row in solid if row.start < one.end <= row.end)
        if one.kind == "body":  # only a paragraph that goes on over a page is of several segments
            assert {(one.section, one.paragraph)} == {(row.section, row.paragraph) for row in (first, last)}
        else:
            assert (first.id, first.text) == (one.id, one.text)
    assert not [letter for at, letter in enumerate(text) if letter.isalnum() and at not in inside]


def check_finds(text: str, written: str | None = None, spoken: str | None = None) -> None:
    check_numbers(text, find_numbers(text))
    check_dates(text, find_dates(text, written, spoken, vague=True))


def check_document(text: str) -> None:
    segments = segment(text)
    check_parts(text, segments, sentences(segments))
    edtf.bounds(metadata(segments)["date"])


TEXT = "Over 700 of 1,500 men came on 3 May."


@pytest.mark.parametrize(
    "changed",
    [
        # a number out of its place, or with other words
        *({"start": -1}, {"end": 99}, {"end": 0}, {"text": "over 700"}, {"end": 9, "text": "Over 700 "}),
        *({"num_start": -1}, {"num_end": 99}, {"num_end": 4, "num_start": 4}, {"num_start": 4, "num_end": 5}),
        # bounds that do not fit the relation
        *(
            {"low": math.nan},
            {"high": 700.0},
            {"low": math.inf},
            {"relation": "exact"},
            {"relation": "range"},
        ),
        *({"relation": "about", "high": 701.0}, {"relation": "range", "high": 699.0}),
    ],
)
def test_a_number_that_breaks_a_promise_is_seen(changed):
    first, second = find_numbers(TEXT)
    check_numbers(TEXT, [first, second])
    with pytest.raises(AssertionError):
        check_numbers(TEXT, [replace(first, **changed), second])
    with pytest.raises(AssertionError):
        check_numbers(TEXT, [second, first])


@pytest.mark.parametrize(
    "changed", [{"edtf": "1961-13"}, {"edtf": "1962/1961"}, {"edtf": "1961-05-03"}, {"kind": "soon"}]
)
def test_a_date_that_breaks_a_promise_is_seen(changed):
    text = "every day, since 3 May 1961"
    finds = find_dates(text)
    check_dates(text, finds)
    with pytest.raises((AssertionError, ValueError)):
        check_dates(text, [replace(find, **changed) for find in finds])
    with pytest.raises(AssertionError):
        check_dates(text, [replace(finds[1], kind="absolute")])


@pytest.mark.parametrize(
    "changed", [{"text": "a"}, {"kind": "poem"}, {"id": "blank"}, {"start": 3, "end": 4}]
)
def test_a_part_that_breaks_a_promise_is_seen(changed):
    text = "1. A. Over 700 came.\n\n2. B. It was so.\n"
    whole = segment(text)
    parts = sentences(whole)
    check_parts(text, whole, parts)
    for n in (0, -2):
        with pytest.raises(AssertionError):
            check_parts(text, [*whole[:n], replace(whole[n], **changed), *whole[n:][1:]], parts)
        with pytest.raises((AssertionError, StopIteration)):
            check_parts(text, whole, [*parts[:n], *parts[n:][1:]])


# ---- texts of every kind


DAYS = st.sampled_from((None, "1961-12-02", "1961-12", "1961", "1000-01-01", "2999-12-31", "2000-02-29"))
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=120),
    st.text(alphabet="aA1. \t\n\r\x0b\x0c\x85\u2028\u00a0[](-)•|:I\ufeff", max_size=120),
    st.text(alphabet="0123456789,.-/ ½¾$%()[]aone\n\tſıİ\u212a", max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
)


@settings(deadline=None, max_examples=300)
@given(TEXTS, DAYS, DAYS)
@example("", None, None)
@example("\x0c", None, None)
@example("1.\x0c2.", None, None)
@example("İ. Heading", None, None)
@example("ſection 1\n\n\u212a) x\rlaſt May", None, None)
@example("than\n-\ntwenty", None, None)
@example("November eıghth in the twentıeth century, \u212a 5 mİllion", None, None)
@example("minus\u00a01\u00a0score-", None, None)
@example("1961-13-40\n\nfrom 1958 to the present", "1957", None)
def test_whatever_the_text_the_finders_keep_their_promises(text, written, spoken):
    check_finds(text, written, spoken)
    check_document(text)


def texts(seed: int) -> Iterator[tuple[str, str | None, str | None]]:
    """Texts without end, the same for the same seed, each with two days: torn, mutated and joined ones."""
    chance = random.Random(seed)

    def mutated() -> str:
        letters = list(chance.choice(LINES)[: chance.choice((40, 80, 140))])
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(letters) + 1)
            other = chance.choice(("", chance.choice(RARE), chance.choice("0123456789 ,.-–:;()\n\r\t'\"’“”")))
            letters[at : at + chance.randrange(3)] = other
        return "".join(letters)

    def torn() -> str:
        one, other = chance.choice(LINES), chance.choice(LINES)
        at, sign = chance.randrange(len(one) + 1), chance.choice(PIECES)
        return one[max(0, at - 80) : at] + sign + other[chance.randrange(len(other)) :][:80]

    def joined() -> str:
        gaps = (" ", " ", " ", "", "\n", "\u00a0", "-")
        words = (chance.choice(PIECES) + chance.choice(gaps) for _ in range(chance.randrange(1, 9)))
        return "".join(words) * chance.choice((1,) * 19 + (9,))

    def anything() -> str:
        planes = ((1, 0x250), (0x250, 0x3000), (0x3000, 0xD800), (0xE000, 0x110000))
        return "".join(chr(chance.randrange(*chance.choice(planes))) for _ in range(chance.randrange(40)))

    days = (None, None, "1961-12-02", "1961-12", "1961", "1000-01-01", "1000", "2999-12-31", "2000-02-29")
    while True:
        made = [chance.choice((mutated, torn, joined, joined, anything))() for _ in range(2)]
        whole = chance.choice(("\n", "\n\n", " ", "\r")).join(made) if chance.random() < 0.2 else made[0]
        yield whole, chance.choice(days), chance.choice(days)


def test_what_is_torn_and_joined_does_no_harm():
    for text, written, spoken in islice(texts(seed=19611202), 500):
        check_finds(text, written, spoken)
        check_document(text)


# ---- time

# What repeated without end was slow once: each takes eight times as long where there is eight times as much.
GROWING = {
    "numbers": (
        "1,|1, 111 |(1|[page |5-|one |two hundred and |a half |1.111.|5 (one |over |not more than |Sent A 5, "
        "|brings |2 million 3 |5s. |nos. 1, |= |Lat 1 |12 (May 19|left at |. . |http://|5⏎|x_y: 1⏎|---⏎|⏎"
        "|no.                              1|one million million "
    ),
    "dates": (
        '1|1/|3, |1961-|May |May 3, |the |the first |in three days |by about |a-|\x20|[|"1" |and '
        "|between 3 and |last year of |at present |Feb-⏎|x|18th to |will |3.4.|⏎|c. |or a "
        "|Monday, |spring of |in     a      |May          of          |May and "
        "|between year ADbetween-; to seven "
    ),
    "parts": (
        "⏎|\x0c|\x20|a|.|1. |1. x⏎|(|[a⏎|[1] x⏎|- Source: x⏎|A. |a\tb⏎|To: X⏎|Dear Sir,⏎|Sincerely,⏎|ABC "
        "|SECRET KOREA AND 1234 ⏎|a [Page 3] |Record ID⏎|a . . . . b |a ...... 4⏎|1 2.5 |a      "
        "|12 THE LAST WAR⏎|[[a⏎|a_b: c⏎|RIGA, June 4.⏎"
    ),
}
FAMILIES = [(kind, piece.replace("⏎", "\n")) for kind in GROWING for piece in GROWING[kind].split("|")]
WORK = {
    "numbers": find_numbers,
    "dates": lambda text: find_dates(text, "1961-12-02"),
    "parts": check_document,
}


def seconds(work: Callable, *arguments: object) -> float:
    begun = time.process_time()
    work(*arguments)
    return time.process_time() - begun


def grows_with_the_square(work: Callable[[str], object], piece: str) -> bool:
    """Whether eight times as much takes longer than linear work could: then it would be 64 times.

    What seems to is measured again, since another process may have come between.
    """
    count = 250 // len(piece)
    while seconds(work, piece * count) < 0.002 and count < 8_000:
        count *= 2
    small, large = piece * count, piece * count * 8
    return all(seconds(work, large) > 20 * max(seconds(work, small), 0.001) for _ in range(3))


@pytest.mark.parametrize(("kind", "piece"), FAMILIES)
def test_time_grows_with_the_text_and_not_with_its_square(kind, piece):
    assert not grows_with_the_square(WORK[kind], piece)


def test_brackets_in_brackets_take_no_longer():
    assert not grows_with_the_square(lambda text: check_document(text + ")" * len(text)), "(")


def test_what_grows_with_the_square_is_seen():
    assert grows_with_the_square(re.compile("(?:a|b)*c").search, "a")


# ---- the long run


def main(count: int, seed: int) -> None:
    """Tries so many texts, a tenth of them as documents too; prints each that gave way, and the slowest."""
    begun, failed, slowest = time.time(), 0, (0.0, "")
    for number, (text, written, spoken) in enumerate(islice(texts(seed), count), 1):
        try:
            if seconds(check_finds, text, written, spoken) > slowest[0]:  # again, without what is made once
                slowest = max(slowest, (seconds(check_finds, text, written, spoken), text))
            if number % 10 == 0:
                check_document(text)
        except Exception as error:  # whatever it is, it is told
            failed += 1
            print(f"{number}: {text!a}, {written}, {spoken}: {error!r}", flush=True)
        if number % 20_000 == 0 or number == count:
            minutes, (longest, words) = (time.time() - begun) / 60, slowest
            print(f"{number:,} texts of seed {seed} in {minutes:.0f} min, {failed} gave way", end="; ")
            print(f"the slowest took {1000 * longest:.0f} ms: {words!a}", flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
