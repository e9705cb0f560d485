"""What the build says while it works: every step with its time, and how far the long ones are."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(what: str) -> Iterator[None]:
    """Print what begins, and on the same line how long it took."""
    print(f"{what} …", end=" ", flush=True)
    start = time.perf_counter()
    yield
    print(f"{time.perf_counter() - start:.1f} s", flush=True)


class Progress:
    """How far each notebook has come; on a terminal one line that changes, in a log a line per notebook."""

    def __init__(self, totals: dict[str, int]) -> None:
        self.totals = totals
        self.done = dict.fromkeys(totals, 0)
        self.started = time.perf_counter()

    def advance(self, name: str) -> None:
        self.done[name] += 1
        if sys.stdout.isatty():
            line = "  " + ", ".join(
                f"{name} {self.done[name]}/{self.totals[name]}" for name in self.under_way()
            )
            print(f"\r{line[:100]:<100}", end="", flush=True)

    def under_way(self) -> list[str]:
        return [name for name, done in self.done.items() if 0 < done < self.totals[name]]

    def finish(self, name: str) -> None:
        start = "\r" if sys.stdout.isatty() else ""
        line = (
            f"  {name} ran its {self.totals[name]} code cells, {time.perf_counter() - self.started:.1f} s in"
        )
        print(f"{start}{line:<100}".rstrip(), flush=True)
