"""The registers: hand-edited tables about a document, anchored to its words and checked on loading.

A row is a dict from the file to the page; a DataFrame is made of them where a notebook asks for a table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..readings import ReadingError, cruxes
from ..text import Span
from . import checks
from .schema import EDITION_TABLES, REGISTERS, Register
from .sheets import RegisterError, Row, check_columns, files, read_rows

if TYPE_CHECKING:
    from pandas import DataFrame

FOLDER = Path(__file__).parent
_TYPES = {"number": "float64", "whole": "int64", "flag": "bool"}
_TYPES |= dict.fromkeys(("list", "names", "anchors"), "object")


def load_registers(text: str, sentences: Sequence, folder: str | Path = FOLDER) -> dict[str, list[dict]]:
    """The rows of every register by its name; empty where the folder has no such file.

    Anchored ones have `id, start, end, text, sentence` before the columns of `schema`; a row that has
    no quotation, where it may do without, has -1 and blanks there. `sentences` have `id, start, end, text`.
    Raises `RegisterError` for a folder that has no register, and for the files and rows that the checks
    refuse, all of them at once.
    """
    refused, written, loaded, own = [], {}, {name: [] for name in REGISTERS}, Path(folder) == FOLDER
    registers = {name: one if own else one.of_any_document for name, one in REGISTERS.items()}
    for name, path in files(Path(folder)).items():
        try:
            written[name] = read_rows(path, registers[name])
        except RegisterError as error:
            refused.append(str(error))
    known = {
        (name, key): {str(row.cells[key]) for row in rows if row.cells.get(key)}
        for name, rows in written.items()
        for key in ("id", "crux")
    }
    known["sentences", "id"] = {sentence.id for sentence in sentences}
    for name, rows in written.items():
        seen: dict[tuple, str] = {}
        for row in rows:
            try:
                loaded[name].append(read(registers[name], row, seen, text, sentences, known))
            except RegisterError as error:
                refused.append(str(error))
    if refused:
        raise RegisterError("\n".join(refused))
    try:
        cruxes(loaded["readings"])
    except ReadingError as error:
        raise RegisterError(f"{REGISTERS['readings'].file}: {error}") from None
    for name, rows in loaded.items():
        if REGISTERS[name].anchored == "always":
            rows.sort(key=lambda cells: (cells["start"], -cells["end"]))  # in the order of the text
    return loaded


@cache
def edition_table(name: str) -> dict[str, dict]:
    """The rows of a table about the edition itself, such as `results`, by id and in the order of its file."""
    register, seen = EDITION_TABLES[name], {}
    rows = read_rows(FOLDER / register.file, register)
    return {row.cells["id"]: read(register, row, seen, "", [], {}) for row in rows}


def read(
    register: Register,
    row: Row,
    seen: dict[tuple, str],
    text: str,
    sentences: Sequence,
    known: Mapping[tuple, set[str]],
) -> dict:
    """The cells of a row in their types, anchored and checked; `seen` are the places of what stands once."""
    check_columns(row, row.cells, register)
    cells = {one.name: checks.read_cell(row, one) for one in register.columns if one.only != "table"}
    if register.anchored:
        quoted = row.cells.get("quote")
        if register.anchored == "always" and not quoted:
            raise row.fail("the row has no quotation; copy the words of the document that it is about.")
        cells |= asdict(checks.anchor(row, text, sentences, row.cells) if quoted else Span(-1, -1, ""))
    for name in (column.name for column in register.columns if column.unique):
        if where := seen.get((name, cells[name])):
            raise row.fail(f"the {name} {cells[name]!r} stands already at {where}; change one of the two.")
        seen[name, cells[name]] = row.where
    checks.check_references(row, register, cells, known)
    for column in register.columns:
        if column.kind == "anchors":
            cells[column.name] = [checks.anchor(row, text, sentences, one) for one in cells[column.name]]
    if "cue" in cells:
        checks.check_cue(row, cells, next(one.text for one in sentences if one.id == cells["sentence"]))
    if "relation" in cells:
        cells |= checks.check_quantity(row, cells)
    if "lat" in cells:
        checks.check_point(row, cells)
    return {name: cells[name] for name in register.table_columns}


def table(register: Register, rows: list[dict]) -> "DataFrame":
    """The rows as a DataFrame; one without rows has the columns and types of a full one."""
    from pandas import DataFrame

    names = register.table_columns
    if rows:  # they bring their types with them
        return DataFrame(rows, columns=names)

    class Empty(DataFrame):
        """A table that says where its rows could come from; what is made of it is a plain DataFrame."""

        def __repr__(self) -> str:
            return f"{DataFrame(self)!r}\n{where}"

        def _repr_html_(self) -> str:
            return f"{DataFrame(self)._repr_html_()}<p>{where}</p>"

    where = f"No rows: {register.file} in the folder that load(..., registers=) is given would hold them."
    if register.found_by:
        where += f" {register.found_by} proposes some, and draft(folder) writes them into that file."
    types = {name: _TYPES.get(register.by_column[name].kind, "str") for name in names}
    return Empty(DataFrame(columns=names).astype(types))
