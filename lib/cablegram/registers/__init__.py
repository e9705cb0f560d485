"""The registers: hand-edited tables about a document, anchored to its words and checked on loading."""

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..text import Span
from .cells import read_cells, read_id
from .checks import (
    anchor,
    check_cue,
    check_defaults,
    check_point,
    check_quantity,
    check_references,
    number_place,
)
from .columns import Column, Register
from .schema import EDITION_TABLES, REGISTERS
from .sheets import Refused, RegisterError, Row, check_columns, files, read_rows

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..segments.sentences import Sentence

FOLDER = Path(__file__).parent
_PLACE = ["start", "end", "text", "sentence"]
_NOWHERE = dict(zip(_PLACE, (-1, -1, "", ""), strict=True))
__all__ = [
    "EDITION_TABLES",
    "FOLDER",
    "REGISTERS",
    "RegisterError",
    "columns",
    "edition_table",
    "empty_registers",
    "load_registers",
    "withdrawn",
]


def load_registers(
    text: str, sentences: "list[Sentence]", folder: str | Path = FOLDER
) -> "dict[str, DataFrame]":
    """Every register by name: filled where the folder has its file, else empty with its columns.

    Anchored ones have `id, start, end, text, sentence` before the columns of `schema`; a row that has
    no quotation, where it may do without, has -1 and blanks there. Raises `RegisterError` for a folder that
    has no register, and for the files and rows that the checks refuse, all of them at once.
    """
    refused = Refused()
    written = {}
    for name, path in files(Path(folder), REGISTERS.values()).items():
        with refused:
            written[name] = read_rows(path, REGISTERS[name])
    known = _known(written, sentences)
    loaded = {name: [] for name in REGISTERS}
    for name, rows in written.items():
        seen: dict[tuple, str] = {}
        for row in rows:
            with refused:
                loaded[name].append(_read(REGISTERS[name], row, seen, text, sentences, known))
    refused.speak()
    check_defaults(loaded["readings"])
    return {name: _frame(register, _in_order(register, loaded[name])) for name, register in REGISTERS.items()}


@cache
def edition_table(name: str) -> dict[str, dict]:
    """The rows of a table about the edition itself, such as `results`, by id and in the order of its file."""
    register, seen = EDITION_TABLES[name], {}
    rows = read_rows(FOLDER / register.file, register)
    read = [_read(register, row, seen, "", [], {}) for row in rows]
    return {cells["id"]: cells for cells in read}


@cache
def withdrawn() -> tuple[dict[str, str], ...]:
    """What the edition withdrew, merged or moved: each `address`, what it `became`, and the `reason`.

    It became another address, nothing where that is blank, or stands on another page: `02-results.html`.
    """
    with (FOLDER / "withdrawn.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def empty_registers() -> "dict[str, DataFrame]":
    """Every register without rows, as a document has them for which nobody has written any."""
    return {name: _frame(register, []) for name, register in REGISTERS.items()}


def _read(
    register: Register,
    row: Row,
    seen: dict[tuple, str],
    text: str,
    sentences: "list[Sentence]",
    known: dict[str, set[str]],
) -> dict:
    """The cells of a row in their types, anchored and checked; `seen` are the places of what stands once."""
    check_columns(row, row.cells, register)
    cells = {"id": read_id(row)}
    _check_unique(row, cells, ["id"], seen)
    cells |= _place(register, row, text, sentences) | read_cells(row, register)
    _check_unique(row, cells, [column.name for column in register.columns if column.unique], seen)
    check_references(row, register, cells, known)
    return cells | _derived(register, row, cells, text, sentences)


def _check_unique(row: Row, cells: dict, names: list[str], seen: dict[tuple, str]) -> None:
    for name in names:
        if where := seen.get((name, cells[name])):
            raise row.fail(f"the {name} {cells[name]!r} stands already at {where}; change one of the two.")
        seen[name, cells[name]] = row.where


def _in_order(register: Register, rows: list[dict]) -> list[dict]:
    """Rows about a passage in the order of the text, others as they stand in the file."""
    if register.anchored == "always":
        return sorted(rows, key=lambda cells: (cells["start"], -cells["end"]))
    return rows


def _place(register: Register, row: Row, text: str, sentences: "list[Sentence]") -> dict:
    """Offsets, words and sentence of the row's quotation."""
    if not register.anchored:
        return {}
    if not row.cells.get("quote"):
        if register.anchored == "always":
            raise row.fail("the row has no quotation; copy the words of the document that it is about.")
        return _NOWHERE
    span = _sentenced(anchor(row, text, row.cells), sentences)
    return {"start": span.start, "end": span.end, "text": span.text, "sentence": span.sentence}


def _sentenced(span: Span, sentences: "list[Sentence]") -> Span:
    sentence = next((one.id for one in sentences if one.start <= span.start < one.end), "")
    return Span(span.start, span.end, span.text, sentence)


def _derived(register: Register, row: Row, cells: dict, text: str, sentences: "list[Sentence]") -> dict:
    """Columns that are computed from others, such as where the number of a quantity stands."""
    derived = {
        column.name: [_sentenced(anchor(row, text, one), sentences) for one in cells[column.name]]
        for column in register.columns
        if column.kind == "anchors"
    }
    if register.name == "voices":
        check_cue(row, cells, next(one.text for one in sentences if one.id == cells["sentence"]))
    if "relation" in cells:
        check_quantity(row, cells)
        derived |= {
            "low_closed": cells["low"] == cells["low"] and cells["relation"] != "over",
            "high_closed": cells["high"] == cells["high"] and cells["relation"] != "under",
        }
    if register.name == "quantities":
        derived |= number_place(row, cells)
    if register.name == "places":
        check_point(row, cells)
    return derived


def _known(written: dict[str, list[Row]], sentences: "list[Sentence]") -> dict[str, set[str]]:
    """The ids that references may name, by register; only of registers that are there."""
    known = {name: _cells_of(rows, "id") for name, rows in written.items()}
    if "readings" in written:
        known["cruxes"] = _cells_of(written["readings"], "crux")
    return known | {"sentences": {one.id for one in sentences}}


def _cells_of(rows: list[Row], name: str) -> set[str]:
    return {str(row.cells[name]) for row in rows if row.cells.get(name)}


def columns(register: Register) -> list[str]:
    """The columns of a register's table: those of its file, and what is computed on loading."""
    return ["kind" if name == "class" else name for name in _columns(register)]


def _columns(register: Register) -> list[str]:
    names = ["id", *(_PLACE if register.anchored else []), *register.by_column]
    if register.name == "quantities":
        names[5:6] = ["num_start", "num_end"]
    if "relation" in names:
        names.insert(names.index("high") + 1, "low_closed")
        names.insert(names.index("high") + 2, "high_closed")
    return names


def _frame(register: Register, rows: list[dict]) -> "DataFrame":
    from pandas import DataFrame

    names = _columns(register)
    table = DataFrame(rows, columns=names)
    if not rows:  # rows bring their types with them
        table = table.astype({name: _type(register.by_column.get(name), name) for name in names})
    return table.rename(columns={"class": "kind"})  # no attribute can be called class


def _type(column: Column | None, name: str) -> str:
    """The type of a column that has no row to tell it."""
    if column is None:
        kinds = {"low_closed": "bool", "high_closed": "bool", "id": "str", "text": "str", "sentence": "str"}
        return kinds.get(name, "int64")
    kinds = {"number": "float64", "flag": "bool", "list": "object", "names": "object", "anchors": "object"}
    return kinds.get(column.kind, "str")
