import math
from pathlib import Path

import pytest
from cablegram.finders.numbers import Number, find_numbers
from cablegram.finders.numerals import spell

CABLE = (Path(__file__).parents[1] / "seeds" / "cable.txt").read_bytes().decode("utf-8")
EXAMPLES = Path(__file__).parent / "data" / "numbers-examples.txt"


def examples() -> list[tuple[str, str, str]]:
    """The rule, the words and what is in them, of every example."""
    found, rule = [], ""
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            rule = line[2:]
        elif "=>" in line:
            words, _, quantities = line.partition(" =>")
            found.append((rule, unescaped(words), quantities.strip()))
    return found


def unescaped(words: str) -> str:
    return words.replace("\\t", "\t").replace("\\n", "\n")


def as_written(number: Number, text: str) -> str:
    """A find in the form of the examples: `700: 700.. over people`."""
    words = text[number.num_start : number.num_end].replace("\t", "\\t").replace("\n", "\\n")
    low, high = ("" if math.isnan(bound) else f"{bound:.10g}" for bound in (number.low, number.high))
    bounds = low if low == high else f"{low}..{high}"
    return f"{words}: {bounds} {number.relation} {number.unit}".strip()


@pytest.mark.parametrize(
    ("words", "expected"),
    [pytest.param(words, due, id=f"{rule}: {words}") for rule, words, due in examples()],
)
def test_each_example_gives_its_quantities_and_no_other(words, expected):
    assert expected == " ; ".join(as_written(number, words) for number in find_numbers(words))


# What start:end covers: qualifier, number, sign of currency, unit, rate, and a qualifier behind.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were over 700 in Onsong County", "over 700"),
        ("Over 20,000 have arrived thus far", "Over 20,000"),
        ("three or more years of university", "three or more years"),
        ("youth age 30 or less.", "age 30 or less"),
        ("issuing eighty travel documents every day.", "eighty travel documents every day"),
        ("not more than US$5 million a year", "not more than US$5 million a year"),
        ("between the ages of twenty and twenty-four", "between the ages of twenty and twenty-four"),
        ("from 300 to 400 tons", "from 300 to 400 tons"),
        ("A supply of at least 40 tons of coal a day is", "at least 40 tons of coal a day"),
        ("communes still need 7000 more people.", "7000 more people"),
        ("20 percent or more of them", "20 percent or more"),
        ("and no train carried more than 60 men", "no train carried more than 60 men"),
        ("sold at £3 10s. 6d. each", "£3 10s. 6d."),
        ("ſome ſix men", "ſome ſix men"),
        ("It was minus\u00a0five degrees", "minus\u00a0five degrees"),
    ],
)
def test_the_span_covers_qualifier_number_and_unit(text, expected):
    assert [expected] == [number.text for number in find_numbers(text)]


def test_the_cable_has_its_nineteen_quantities():
    found = [(n.text, n.low, n.high, n.relation, n.unit) for n in find_numbers(CABLE)]
    open_end = pytest.approx(math.nan, nan_ok=True)
    assert [
        ("20,517 Chinese", 20517, 20517, "exact", "Chinese"),
        ("over 700", 700, open_end, "over", ""),
        ("over 300", 300, open_end, "over", ""),
        ("over 250", 250, open_end, "over", ""),
        ("over 100", 100, open_end, "over", ""),
        ("six border area reception stations", 6, 6, "exact", "border area reception stations"),
        ("Over 20,000", 20000, open_end, "over", ""),
        ("three or more years", 3, open_end, "at-least", "years"),
        ("about 500", 500, 500, "about", ""),
        ("over 1500 people", 1500, open_end, "over", "people"),
        ("age 30 or less", open_end, 30, "at-most", "age"),
        ("six reception stations", 6, 6, "exact", "reception stations"),
        ("11,000 blankets", 11000, 11000, "exact", "blankets"),
        ("about 4000 workers", 4000, 4000, "about", "workers"),
        ("7000 more people", 7000, 7000, "exact", "people"),
        ("eighty travel documents every day", 80, 80, "exact", "travel documents/day"),
        ("seven or eight times", 7, 8, "range", "times"),
        ("over 50 people", 50, open_end, "over", "people"),
        ("fifteen days", 15, 15, "exact", "days"),
    ] == found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two hundred and fifty thousand tons", (30, 250_000, 1_000)),
        ("two thousand million", (20, 2_000_000_000, 1_000_000)),
        ("two point five million", (22, 2_500_000, 1_000_000)),
        ("three thousand, two hundred men", (27, 3_200, 100)),
        ("three thousand, two wounded", (14, 3_000, 1_000)),
        ("two hundred and two hundred", (11, 200, 100)),
        ("hundred and forty men", (17, 140, 1)),
        ("SEVENTY\nFIVE", (12, 75, 1)),
        ("ſeven thouſand", (14, 7_000, 1_000)),
        ("one" + " million" * 60, (75, 1e48, 1_000_000)),  # a run of scales is cut
        ("twentieth", None),
        ("men", None),
    ],
)
def test_number_words_are_read_as_far_as_they_go(words, expected):
    assert expected == spell(words, 0, len(words))


def test_what_stands_in_another_paragraph_changes_nothing():
    for _, words, _ in examples()[::5]:
        alone = [number.text for number in find_numbers(words)]
        framed = f"It was so.\n\n{words}\n\nIt is so."
        heads = words.lstrip(" *").startswith(("text.", "---"))  # the head of a text says what the number is
        assert heads or alone == [number.text for number in find_numbers(framed)]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "no number here", "\ufeff", "\x00\x01", "²³", "١٢٣ men"])
def test_texts_without_a_quantity_give_an_empty_list(text):
    assert not find_numbers(text)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_quantity_goes_on_over_a_line_end(line_end):
    found = find_numbers(f"more than{line_end}two hundred{line_end}people")
    assert [(200, "over")] == [(number.low, number.relation) for number in found]


def test_finds_show_themselves_as_a_table():
    shown = find_numbers("Over 40 <b> left.")._repr_html_()
    assert '<th scope="col">relation</th>' in shown and "<td>Over 40</td>" in shown
    assert "Nothing found" in find_numbers("Nobody left.")._repr_html_()
