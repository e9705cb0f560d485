"""A corpus: what is found in many documents, in one table."""

import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from .cable import load

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from pandas import DataFrame


def corpus(
    paths: "str | Path | Iterable[str | Path]",
    executor: "Executor | None" = None,
    encoding: str | None = None,
) -> "tuple[DataFrame, DataFrame]":
    """The numbers and dates of many documents, files or a folder of `.txt` files, and what was passed over.

    The first table has one row per find: its `document`, what it is (`find`: number or date), and the columns
    of `find_numbers` and `find_dates`. The second has one row per `document` that could not be read, with the
    `reason`. Any executor of `concurrent.futures` reads several at once; how far it is goes to stderr.
    """
    from pandas import DataFrame

    files = sorted(Path(paths).glob("*.txt")) if isinstance(paths, str | Path) else list(paths)
    each = (executor.map if executor else map)(partial(_read, encoding=encoding), files)
    finds, passed_over = [], []
    for number, (path, (found, reason)) in enumerate(zip(files, each, strict=True), 1):
        finds += found
        passed_over += [(str(path), reason)] if reason else []
        print(f"\r{number} of {len(files)} documents", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    table = DataFrame(finds) if finds else DataFrame(columns=["document", "find"])
    return table, DataFrame(passed_over, columns=["document", "reason"])


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
