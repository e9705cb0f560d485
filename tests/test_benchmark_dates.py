"""How long the date finder takes: left out unless asked for with `--benchmark-only`."""

from pathlib import Path

import pytest
from cablegram.dates import find_dates

CABLE = (Path(__file__).parents[1] / "seeds" / "cable.txt").read_bytes().decode()


def text_of(size):
    return (CABLE * (size // len(CABLE) + 1))[:size]


def test_ten_thousand_characters(benchmark):
    benchmark.extra_info["characters"] = 10_000
    assert benchmark(find_dates, text_of(10_000), "1961-12-02")


@pytest.mark.parametrize("megabytes", [1, 10, 50])
def test_the_time_grows_with_the_length(benchmark, megabytes):
    text = text_of(megabytes * 1_000_000)
    assert benchmark.pedantic(find_dates, (text, "1961-12-02"), rounds=3 if megabytes < 50 else 1)
