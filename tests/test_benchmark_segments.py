"""How long a document takes: medians for 1 and 10 MB, printed by `pytest --benchmark-only`."""

from pathlib import Path

import pytest
from cablegram.files import read
from cablegram.segments import segment
from cablegram.segments.sentences import sentences

CABLE = Path(__file__).parent.parent / "seeds" / "cable.txt"
SHAPES = {
    "paragraphs": lambda text: text,
    "one line": lambda text: text.replace("\n", " "),
    "wrapped lines": lambda text: text.replace(", ", ",\n"),
}


@pytest.mark.parametrize("megabytes", [1, 10])
@pytest.mark.parametrize("shape", SHAPES)
def test_time_to_segments_and_sentences(benchmark, shape, megabytes):
    text = SHAPES[shape](read(CABLE))
    text *= megabytes * 1_000_000 // len(text)
    found = benchmark.pedantic(lambda: sentences(segment(text)), rounds=3 if megabytes == 1 else 1)
    assert len(found) > 100
