"""How long the finders take for so many megabytes: left out unless asked for with `--benchmark-only`."""

from pathlib import Path

import pytest
from cablegram.files import read
from cablegram.finders.dates import find_dates
from cablegram.finders.numbers import find_numbers
from cablegram.finders.segments import segment
from cablegram.finders.sentences import sentences

CABLE = read(Path(__file__).parent.parent / "seeds" / "cable.txt")
SHAPES = {
    "paragraphs": CABLE,
    "one line": CABLE.replace("\n", " "),
    "wrapped lines": CABLE.replace(", ", ",\n"),
}


def parts(text: str) -> list:
    return sentences(segment(text))


@pytest.mark.parametrize(
    ("work", "megabytes"), [(parts, 1), (parts, 10), (parts, 50), (find_numbers, 1), (find_dates, 1)]
)
@pytest.mark.parametrize("shape", SHAPES)
def test_time_of_a_finder(benchmark, shape, work, megabytes):
    text = SHAPES[shape] * (megabytes * 1_000_000 // len(SHAPES[shape]))
    found = benchmark.pedantic(work, (text,), rounds=3 if megabytes == 1 else 1)
    assert len(found) > 100
