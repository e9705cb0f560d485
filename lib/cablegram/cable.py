"""A cable: a document with results, figures, and ways to show itself; and how one is loaded."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from . import addresses, files
from .document import Document
from .registers import FOLDER

if TYPE_CHECKING:
    from pandas import DataFrame

    from .display import Shown
    from .display.passage import Passage
    from .figures.publish import Published
    from .results import Result

CABLE_SHA256 = "cdf10784c60b5a3bb83b1b03c5f2d520475cc2c9f1a558efcea8c6a581b6f95f"


class Cable(Document):
    """A document that can be asked: one with registers computes, one without still shows and finds.

    cable.quantities, .dates, .places ...   its registers; .sentences, .segments ... its parts
    cable.find("over 700")                  where words stand
    cable.at("2.3.4")                       a sentence with all that is known of it
    cable.row("q-onsong")                   what an address names
    cable.results(stations="flow")          one row per result, under the readings chosen
    """

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

    def doubts(self) -> "DataFrame":
        """One row per `crux`: how many `results` meet it, how many of them it `changed`, and `which`."""
        from . import results

        return results.doubts(self)

    def _rows(self, register: str) -> list[dict]:
        """The results are those of this cable, under the default readings."""
        return self.results().to_dict("records") if register == "results" else super()._rows(register)

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

    def cite(self, row: object = None) -> str:
        """A row, span, passage or words of the text as quotation and reference; alone, the document's.

        Raises `ValueError` for a row that quotes nothing.
        """
        from .references import footnote

        return footnote(self, row)

    def __repr__(self) -> str:
        from .display import plain

        return plain(self)

    def _repr_html_(self) -> str:
        from .display.reading import reading

        return reading(self)._repr_html_()


def load(
    path: "str | Path | None" = None, registers: "str | Path | None" = None, encoding: str | None = None
) -> Cable:
    """This cable with its registers, or any other document.

    `path` names a text file; without one it is the cable of this edition, from the package or from `seeds/`
    of the checkout, and its hash is checked. `registers` names a folder of registers in the same form
    (`quantities.csv` ...; those to copy from are in `cablegram.registers.FOLDER`), `encoding` that of a text
    file which is not UTF-8 and does not say so by a byte order mark.
    Raises `DocumentError` for a file that cannot be read as text, or is not the cable it should be, and when
    a register is first asked for, `RegisterError`.
    """
    if path is not None:
        return Cable(files.read(path, encoding), Path(path).name, registers)
    cable = Cable(_own_text(), "cable.txt", registers or FOLDER)
    if registers is None:
        cable.pages = addresses.PAGES
    return cable


def _own_text() -> str:
    packaged = Path(__file__).with_name("cable.txt")
    source = packaged if packaged.is_file() else Path(__file__).parents[2] / "seeds" / "cable.txt"
    raw = source.read_bytes()
    if hashlib.sha256(raw).hexdigest() != CABLE_SHA256:
        raise files.DocumentError(
            f"{source} is not the cable as received (its SHA-256 differs); restore it from the repository, "
            "or load it under its own path to work on a changed text."
        )
    return raw.decode("utf-8")
