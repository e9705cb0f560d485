"""How long the date finder takes: left out unless asked for with `--benchmark-only`."""

from pathlib import Path

from cablegram.finders.dates import find_dates

CABLE = (Path(__file__).parents[1] / "seeds" / "cable.txt").read_bytes().decode()


def test_ten_thousand_characters(benchmark):
    benchmark.extra_info["characters"] = 10_000
    assert benchmark(find_dates, (CABLE * 2)[:10_000], "1961-12-02")
