"""The registers: hand-edited tables about a document, anchored to its words and checked on loading.

A row is a dict from the file to the page; a DataFrame is made of them where a notebook asks for a table.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..readings import ReadingError, cruxes
from ..text import Span
from . import checks
from .schema import EDITION_TABLES, REGISTERS, Column, Register
from .sheets import RegisterError, Row, check_columns, files, read_rows

if TYPE_CHECKING:
    from pandas import DataFrame

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
    "load_registers",
    "table",
    "withdrawn",
]


def load_registers(text: str, sentences: Sequence, folder: str | Path = FOLDER) -> dict[str, list[dict]]:
    """The rows of every register by its name; empty where the folder has no such file.

    Anchored ones have `id, start, end, text, sentence` before the columns of `schema`; a row that has
    no quotation, where it may do without, has -1 and blanks there. `sentences` have `id, start, end, text`.
    Raises `RegisterError` for a folder that has no register, and for the files and rows that the checks
    refuse, all of them at once.
    """
    refused, written, loaded = [], {}, {name: [] for name in REGISTERS}
    for name, path in files(Path(folder), REGISTERS.values()).items():
        try:
            written[name] = read_rows(path, REGISTERS[name])
        except RegisterError as error:
            refused.append(str(error))
    known = {(name, "id"): _cells_of(rows, "id") for name, rows in written.items()}
    known["sentences", "id"] = {sentence.id for sentence in sentences}
    if "readings" in written:
        known["readings", "crux"] = _cells_of(written["readings"], "crux")
    for name, rows in written.items():
        seen: dict[tuple, str] = {}
        for row in rows:
            try:
                loaded[name].append(_read(REGISTERS[name], row, seen, text, sentences, known))
            except RegisterError as error:
                refused.append(str(error))
    if refused:
        raise RegisterError("\n".join(refused))
    try:
        cruxes(loaded["readings"])
    except ReadingError as error:
        raise RegisterError(f"{REGISTERS['readings'].file}: {error}") from None
    for name in (name for name, register in REGISTERS.items() if register.anchored == "always"):
        loaded[name].sort(key=lambda cells: (cells["start"], -cells["end"]))  # in the order of the text
    return loaded


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


def _read(
    register: Register,
    row: Row,
    seen: dict[tuple, str],
    text: str,
    sentences: Sequence,
    known: Mapping[tuple, set[str]],
) -> dict:
    """The cells of a row in their types, anchored and checked; `seen` are the places of what stands once."""
    check_columns(row, row.cells, register)
    cells = {"id": checks.read_id(row)}
    _check_unique(row, cells, ["id"], seen)
    if register.anchored:
        cells |= _place(register, row, text, sentences)
    cells |= {name: checks.read_cell(row, column) for name, column in register.by_column.items()}
    _check_unique(row, cells, [column.name for column in register.columns if column.unique], seen)
    checks.check_references(row, register, cells, known)
    for column in register.columns:
        if column.kind == "anchors":
            cells[column.name] = [_anchored(row, text, sentences, one) for one in cells[column.name]]
    if register.name == "voices":
        checks.check_cue(row, cells, next(one.text for one in sentences if one.id == cells["sentence"]))
    if "relation" in cells:
        checks.check_quantity(row, cells)
        cells["low_closed"] = cells["low"] == cells["low"] and cells["relation"] != "over"
        cells["high_closed"] = cells["high"] == cells["high"] and cells["relation"] != "under"
    if register.name == "quantities":
        cells |= checks.number_place(row, cells)
    if register.name == "places":
        checks.check_point(row, cells)
    if "class" in cells:
        cells["kind"] = cells.pop("class")  # no attribute can be called class
    return {name: cells[name] for name in columns(register)}


def _check_unique(row: Row, cells: dict, names: list[str], seen: dict[tuple, str]) -> None:
    for name in names:
        if where := seen.get((name, cells[name])):
            raise row.fail(f"the {name} {cells[name]!r} stands already at {where}; change one of the two.")
        seen[name, cells[name]] = row.where


def _place(register: Register, row: Row, text: str, sentences: Sequence) -> dict:
    """Offsets, words and sentence of the row's quotation."""
    if row.cells.get("quote"):
        span = _anchored(row, text, sentences, row.cells)
        return {name: getattr(span, name) for name in _PLACE}
    if register.anchored == "always":
        raise row.fail("the row has no quotation; copy the words of the document that it is about.")
    return _NOWHERE


def _anchored(row: Row, text: str, sentences: Sequence, place: Mapping) -> Span:
    span = checks.anchor(row, text, place)
    sentence = next((one.id for one in sentences if one.start <= span.start < one.end), "")
    return Span(span.start, span.end, span.text, sentence)


def _cells_of(rows: Iterable[Row], name: str) -> set[str]:
    return {str(row.cells[name]) for row in rows if row.cells.get(name)}


# ---- as tables


def columns(register: Register) -> list[str]:
    """The columns of a register's table: those of its file, and what is computed on loading."""
    names = ["id", *(_PLACE if register.anchored else []), *register.by_column]
    if register.name == "quantities":
        names[5:6] = ["num_start", "num_end"]
    if "relation" in names:
        names.insert(names.index("high") + 1, "low_closed")
        names.insert(names.index("high") + 2, "high_closed")
    return ["kind" if name == "class" else name for name in names]


def table(register: Register, rows: list[dict]) -> "DataFrame":
    """The rows as a DataFrame; one without rows has the columns and types of a full one."""
    from pandas import DataFrame

    names = columns(register)
    if rows:  # they bring their types with them
        return DataFrame(rows, columns=names)
    return DataFrame(columns=names).astype(
        {name: _type(register.by_column.get(name), name) for name in names}
    )


def _type(column: Column | None, name: str) -> str:
    """The type of a column that has no row to tell it."""
    if column is None:
        kinds = dict.fromkeys(("id", "text", "sentence", "kind"), "str")
        return (kinds | {"low_closed": "bool", "high_closed": "bool"}).get(name, "int64")
    kinds = {"number": "float64", "flag": "bool", "list": "object", "names": "object", "anchors": "object"}
    return kinds.get(column.kind, "str")
