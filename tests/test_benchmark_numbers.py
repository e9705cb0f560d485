"""Runtime of find_numbers: `pytest --benchmark-only -s tests/test_benchmark_numbers.py`."""

import statistics
import time
from itertools import cycle, islice

import pytest
from cablegram.numbers import find_numbers
from examples_numbers import families, passages

MEGABYTE = 1_000_000


def varied_text(characters: int) -> str:
    """So many characters of passages and examples in turn: far denser in numbers than a cable."""
    sentences = [words for _, words, _ in passages()]
    sentences += [words for examples in families().values() for words, _ in examples]
    average = sum(map(len, sentences)) / len(sentences)
    return "\n".join(islice(cycle(sentences), int(2 * characters / average)))[:characters]


def test_ten_thousand_characters(benchmark):
    text = varied_text(10_000)
    assert benchmark(find_numbers, text)


def test_time_grows_no_faster_than_the_text(benchmark):
    """Prints the median of three runs for 0.1, 1, 10 and 50 MB and its ratio to the size before."""

    def measure() -> dict[float, float]:
        return {size: _median_seconds(varied_text(int(size * MEGABYTE))) for size in (0.1, 1, 10, 50)}

    seconds = benchmark.pedantic(measure, rounds=1, iterations=1)
    before = None
    for size, taken in seconds.items():
        ratio = f"{taken / before:5.1f} times the one before" if before else ""
        print(f"{size:5} MB {taken:9.2f} s {taken / size / 100 * 1000:7.1f} ms per 10,000 characters {ratio}")
        before = taken
    per_megabyte = [taken / size for size, taken in seconds.items()]
    assert max(per_megabyte) < 3 * min(per_megabyte)


def _median_seconds(text: str) -> float:
    runs = 3 if len(text) <= 10 * MEGABYTE else 1
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        find_numbers(text)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "[page ",
        "1",
        "one ",
        "a ",
        "1,",
        "1, 111 ",
        "two hundred and ",
        "5\n",
        "(1",
        "5-",
        "over ",
        "a half ",
        "1.111.",
        "5 (one ",
        "Sent Paris 5, ",
        "brings total ",
        "2 million 3 ",
    ],
)
def test_no_repetition_is_slow(benchmark, piece):
    text = piece * (20_000 // len(piece))
    benchmark.pedantic(find_numbers, args=(text,), rounds=3)
    assert benchmark.stats.stats.median < 3
