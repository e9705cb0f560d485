"""A cable: a document with results, figures, and ways to show itself; and how one, or many, are loaded."""

import hashlib
import sys
from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from . import addresses, draft, files
from .document import Document
from .references import Reference
from .registers import FOLDER
from .registers.sheets import files as register_files
from .wording import day

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from datetime import date

    from pandas import DataFrame

    from .display import Shown
    from .display.passage import Passage
    from .figures.publish import Published
    from .results import Result

CABLE_SHA256 = "cdf10784c60b5a3bb83b1b03c5f2d520475cc2c9f1a558efcea8c6a581b6f95f"


class Cable(Document):
    """A document that can be asked: one with registers computes, one without still shows and finds."""

    def at(self, sentence: str) -> "Passage":
        """A sentence with all that is known of it: voice, numbers, dates, names, doubts and notes.

        Raises `KeyError` for an id that no sentence has.
        """
        from .display.passage import Passage

        return Passage(self, sentence)

    def results(self, **readings: str) -> "DataFrame":
        """One row per result, under the default readings or those named: `results(stations="flow")`.

        `low` and `high` are in the result's own `unit`, NaN where open; `depends` names the cruxes it meets.
        Without registers there are no rows. Raises `ReadingError` for a crux or option that there is not.
        """
        from . import results

        return results.frame(self, **readings)

    def result(self, name: str, **readings: str) -> "Result":
        """One result by its id, with its value, formula, inputs and assumptions.

        Raises `KeyError` for an id that no result has, `MissingEvidence` where the registers lack what it
        needs, and `ReadingError` as `results` does.
        """
        from . import results

        return results.result(self, name, **readings)

    @cached_property
    def answers(self) -> "dict[str, Result]":
        """Every result by its id, under the default readings."""
        from . import results

        return results.results(self)

    def doubts(self) -> "DataFrame":
        """One row per `crux`: how many `results` meet it, how many of them it `changed`, and `which`."""
        from . import results

        return results.doubts(self)

    def _rows(self, register: str) -> list[dict]:
        """The results are those of this cable, under the default readings."""
        return self.results().to_dict("records") if register == "results" else super()._rows(register)

    def draft(self, folder: "str | Path") -> "DataFrame":
        """Registers for a document of one's own, filled with what is found in it, to be corrected by hand.

        Writes `quantities.csv`, `dates.csv`, `voices.csv`, `mentions.csv`, `places.csv`, `people.csv` and
        `offices.csv`, which a spreadsheet opens and `cablegram.load(path, registers=folder)` takes as they
        are. What may stand in a column is told by the table: `help(cablegram.Cable.quantities)`. Gives one
        row per file, with how many rows were written; a file that is there is left alone.
        """
        return draft.draft(self, Path(folder))

    def index(self, register: str) -> "Shown":
        """A register for readers, each row with its address and links back to the text.

        Raises `KeyError` that lists the indexes there are.
        """
        from .display.index import index

        return index(self, register)

    def figure(self, name: str, **readings: str) -> "Published":
        """One of the edition's figures, under the readings named.

        Raises `KeyError` that lists the figures, and `ValueError` where the document has no registers to draw
        it from, or where under these readings it would say nothing.
        """
        from .figures import figure

        return figure(name, self, **readings)

    def cite(self, row: object = None) -> Reference:
        """A row, span, passage or words of the text as quotation and reference; alone, the document's.

        A voice is cited with its whole sentence, a row of the sources as the work it is from, with where its
        words were read if that is another place. Raises `ValueError` for a whole table and for a row that
        quotes nothing, `AnchorError` as `find` does.
        """
        if row is None:
            return Reference(f"{self.reference()}.")
        if hasattr(row, "columns"):
            raise ValueError("this is a whole table; cite one row of it, such as `table.iloc[0]`")
        row = self.find(row) if isinstance(row, str) else row
        row = SimpleNamespace(**row) if isinstance(row, dict) else row
        if hasattr(row, "read_at"):
            title = row.title and f"“{row.title}”"
            read = f"read at {row.read_at}" if row.read_at != row.address else ""
            parts = [f"“{row.words}”", row.author, title, day(row.date), row.archive, row.address, read]
            return Reference(", ".join(filter(None, parts)) + ".")
        sentence = getattr(row, "sentence", "") or getattr(row, "id", "")
        words = getattr(row, "text", self.rows("sentences").get(sentence, {}).get("text"))
        if not words:
            raise ValueError(
                "this row quotes no words of the document; "
                "cite a span, a sentence, a source, or a row with words"
            )
        return Reference(f"“{words}”, {self.reference(sentence)}.")

    def __repr__(self) -> str:
        from .display import plain

        return plain(self)

    def _repr_html_(self) -> str:
        from .display.reading import reading

        return reading(self)._repr_html_()


def load(
    path: "str | Path | None" = None,
    registers: "str | Path | None" = None,
    encoding: str | None = None,
    written: "str | date | None" = None,
    spoken: "str | date | None" = None,
) -> Cable:
    """This cable with its registers, or any other document.

    `path` names a text file; without one it is the cable of this edition, from the package or from `seeds/`
    of the checkout, and its hash is checked. `registers` names a folder of registers in the same form
    (`draft` writes one; those to copy from are in `cablegram.registers.FOLDER`), `encoding` that of a text
    file which is not UTF-8 and does not say so by a byte order mark. `written` is the day of the document
    and `spoken` that of what it reports, from which “yesterday” counts: "1962-03-03", "1962-03" or "1962".
    Raises `DocumentError` for a file that cannot be read as text, or is not the cable it should be,
    `ValueError` for a day that is none, `RegisterError` for a folder without a register, and for what the
    registers say amiss when one is first asked for.
    """
    if registers is not None:
        register_files(Path(registers))
    if path is not None:
        return Cable(files.read(path, encoding), Path(path).name, registers, written, spoken)
    packaged = Path(__file__).with_name("cable.txt")
    source = packaged if packaged.is_file() else Path(__file__).parents[2] / "seeds" / "cable.txt"
    raw = source.read_bytes()
    if hashlib.sha256(raw).hexdigest() != CABLE_SHA256:
        raise files.DocumentError(
            f"{source} is not the cable as received (its SHA-256 differs); restore it from the repository, "
            "or load it under its own path to work on a changed text."
        )
    cable = Cable(raw.decode("utf-8"), "cable.txt", registers or FOLDER, written, spoken)
    if registers is None:
        cable.pages = addresses.PAGES
    return cable


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

    documents = sorted(Path(paths).glob("*.txt")) if isinstance(paths, str | Path) else list(paths)
    each = (executor.map if executor else map)(partial(_read, encoding=encoding), documents)
    finds, passed_over = [], []
    for number, (path, (found, reason)) in enumerate(zip(documents, each, strict=True), 1):
        finds += found
        passed_over += [(str(path), reason)] if reason else []
        print(f"\r{number} of {len(documents)} documents", end="", file=sys.stderr, flush=True)
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
