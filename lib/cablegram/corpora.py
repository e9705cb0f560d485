"""A corpus: what is found in many documents, in one table."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .cable import load

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from pandas import DataFrame


@dataclass(frozen=True)
class Corpus:
    """What `corpus` finds: `finds`, a row a find, and `passed_over`, a row a file that could not be read."""

    finds: "DataFrame"
    passed_over: "DataFrame"

    def __repr__(self) -> str:
        documents = self.finds.document.nunique()
        return f"{len(self.finds)} finds in {documents} documents, {len(self.passed_over)} files passed over"


def corpus(
    paths: "str | Path | Iterable[str | Path]",
    executor: "Executor | None" = None,
    encoding: str | None = None,
) -> Corpus:
    """The numbers and dates of many documents: files, or a folder of `.txt` files.

    `finds` has one row per find with its `document` and `find` (number or date) before the columns of
    `find_numbers` and `find_dates`; `passed_over` has the `document` and the `reason`. Any executor of
    `concurrent.futures` reads several at once, processes faster than threads. How far it is goes to stderr.
    """
    from pandas import DataFrame

    if isinstance(paths, str | Path):
        paths = sorted(Path(paths).glob("*.txt"))
    files, finds, passed_over = list(paths), [], []
    each = (executor.map if executor else map)(partial(_read, encoding=encoding), files)
    for number, (path, (rows, reason)) in enumerate(zip(files, each, strict=True), 1):
        finds += rows
        passed_over += [(str(path), reason)] if reason else []
        print(f"\r{number} of {len(files)} documents", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    finds = DataFrame(finds) if finds else DataFrame(columns=["document", "find"])
    return Corpus(finds, DataFrame(passed_over, columns=["document", "reason"]))


def _read(path: "str | Path", encoding: str | None) -> tuple[list[dict], str]:
    """What is found in one document, or why it was passed over."""
    try:
        mine = load(path, encoding=encoding)
        tables = {"number": mine.find_numbers(), "date": mine.find_dates()}
    except (OSError, ValueError) as error:
        return [], str(error)
    of = {"document": str(path)}
    return [
        of | {"find": find} | row for find, table in tables.items() for row in table.to_dict("records")
    ], ""
