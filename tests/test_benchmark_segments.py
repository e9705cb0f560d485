"""How long a document takes: medians for 1, 10 and 50 MB, printed by `pytest --benchmark-only`; and that four
times the text takes about four times as long, whatever it looks like.
"""

import time
from pathlib import Path

import pytest
from cablegram.files import read
from cablegram.finders.metadata import metadata
from cablegram.finders.segments import segment
from cablegram.finders.sentences import sentences

CABLE = read(Path(__file__).parent.parent / "seeds" / "cable.txt")
SHAPES = {
    "paragraphs": CABLE,
    "one line": CABLE.replace("\n", " "),
    "wrapped lines": CABLE.replace(", ", ",\n"),
}
STRANGE = {
    "newlines": "\n",
    "form feeds": "\x0c",
    "spaces": " ",
    "one word": "a",
    "stops": ".",
    "labels in a line": "1. ",
    "labels": "1. x\n",
    "open brackets": "(",
    "lines that open a bracket": "[a\n",
    "notes": "[1] x\n",
    "bulleted notes": "- Source: x\n",
    "initials": "A. ",
    "rows": "a\tb\n",
    "receivers": "To: X\n",
    "salutations": "Dear Sir,\n",
    "closings": "Sincerely,\n",
    "capitals": "ABC ",
    "marks of secrecy": "SECRET KOREA AND 1234 \n",
    "page marks": "a [Page 3] ",
    "labels of a page": "Record ID\n",
    "leaders": "a . . . . b ",
    "contents": "a ...... 4\n",
    "numbers in columns": "1 2.5 ",
    "gaps": "a      ",
    "running heads": "12 THE LAST WAR\n",
    "brackets on brackets": "[[a\n",
    "front matter": "a_b: c\n",
    "datelines": "RIGA, June 4.\n",
}


@pytest.mark.parametrize("megabytes", [1, 10, 50])
@pytest.mark.parametrize("shape", SHAPES)
def test_time_to_segments_and_sentences(benchmark, shape, megabytes):
    text = SHAPES[shape] * (megabytes * 1_000_000 // len(SHAPES[shape]))
    found = benchmark.pedantic(lambda: sentences(segment(text)), rounds=3 if megabytes == 1 else 1)
    assert len(found) > 100


def seconds(text: str) -> float:
    """The least of three runs, in time of this process."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        rows = segment(text)
        sentences(rows), metadata(rows)
        taken.append(time.process_time() - begun)
    return min(taken)


@pytest.mark.parametrize("shape", STRANGE)
def test_four_times_the_text_takes_no_more_than_about_four_times_as_long(shape):
    unit = STRANGE[shape]
    count = 300 if "\n" in unit.strip(" ") else 12_000 // len(unit)
    assert seconds(unit * count * 4) < 9 * seconds(unit * count) + 0.02


def test_nested_brackets_take_no_longer():
    assert seconds("(" * 80_000 + ")" * 80_000) < 9 * seconds("(" * 20_000 + ")" * 20_000) + 0.02
