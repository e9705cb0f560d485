"""The registers: hand-edited tables about a document, anchored to its words and checked as they are loaded."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..text import Span, find
from .checks import anchor, check_cells, check_quantity, check_references
from .schema import REGISTERS, Register
from .sheets import RegisterError, Row, read_rows

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..sentences import Sentence

FOLDER = Path(__file__).parent
_PLACE = ["start", "end", "text", "sentence"]
__all__ = ["FOLDER", "REGISTERS", "RegisterError", "empty_registers", "load_registers"]


def load_registers(
    text: str, sentences: "list[Sentence]", folder: str | Path = FOLDER
) -> "dict[str, DataFrame]":
    """Every register by name: those with a file in the folder filled, the others empty, all with their columns.

    Anchored ones have `id, start, end, text, sentence` before the columns of `schema`. Raises `RegisterError`
    for a folder without any register, and for every row that the checks refuse.
    """
    folder = Path(folder)
    paths = {name: folder / register.file for name, register in REGISTERS.items() if (folder / register.file).is_file()}
    if not paths:
        files = ", ".join(register.file for register in REGISTERS.values())
        raise RegisterError(f"{folder} holds no register; it may hold any of {files}.")
    loaded = {name: _load(REGISTERS[name], path, text, sentences) for name, path in paths.items()}
    known = _known(loaded, sentences)
    for name, rows in loaded.items():
        for row, cells in rows:
            check_references(row, REGISTERS[name], cells, known)
    return {
        name: _frame(register, [cells for _, cells in loaded.get(name, [])]) for name, register in REGISTERS.items()
    }


def empty_registers() -> "dict[str, DataFrame]":
    """Every register without rows, as a document has them for which nobody has written any."""
    return {name: _frame(register, []) for name, register in REGISTERS.items()}


def _load(register: Register, path: Path, text: str, sentences: "list[Sentence]") -> list[tuple[Row, dict]]:
    rows, seen = [], {}
    for row in read_rows(path, register):
        cells = {"id": row.cells.get("id"), **_place(register, row, text, sentences), **check_cells(row, register)}
        if cells["id"] in seen:
            raise row.fail(f"the id {cells['id']!r} stands already at {seen[cells['id']]}.")
        seen[cells["id"]] = row.where
        rows.append((row, cells | _derived(register, row, cells, text, sentences)))
    if register.anchored == "always":
        rows.sort(key=lambda pair: (pair[1]["start"], -pair[1]["end"]))
    return rows


def _place(register: Register, row: Row, text: str, sentences: "list[Sentence]") -> dict:
    """Offsets, words and sentence of the row's quotation; -1 and blank for a row that may do without."""
    if not register.anchored:
        return {}
    quote = row.cells.get("quote", "")
    if not quote:
        if register.anchored == "always":
            raise row.fail("the row has no quotation; every row of this register is anchored to words of the document.")
        return {"start": -1, "end": -1, "text": "", "sentence": ""}
    span = anchor(row, text, quote, row.cells.get("nth", ""))
    return {"start": span.start, "end": span.end, "text": span.text, "sentence": _sentence(span, sentences)}


def _sentence(span: Span, sentences: "list[Sentence]") -> str:
    return next((one.id for one in sentences if one.start <= span.start < one.end), "")


def _derived(register: Register, row: Row, cells: dict, text: str, sentences: "list[Sentence]") -> dict:
    """Columns that are computed from others: where the number of a quantity stands, where further anchors do."""
    derived = {}
    for name, column in register.by_column.items():
        if column.kind == "anchors":
            spans = [anchor(row, text, one.get("quote", ""), one.get("nth", "")) for one in cells[name]]
            derived[name] = [Span(s.start, s.end, s.text, _sentence(s, sentences)) for s in spans]
    if register.name == "quantities":
        derived |= _number_place(row, cells)
    if {"low", "high", "relation"} <= set(cells):
        check_quantity(row, cells)
        derived |= {
            "low_closed": cells["low"] == cells["low"] and cells["relation"] != "over",
            "high_closed": cells["high"] == cells["high"] and cells["relation"] != "under",
        }
    return derived


def _number_place(row: Row, cells: dict) -> dict:
    try:
        number = find(cells["text"], cells["number"])
    except LookupError:
        raise row.fail(f"the number {cells['number']!r} is not in the quotation {cells['text']!r}.") from None
    return {"num_start": cells["start"] + number.start, "num_end": cells["start"] + number.end}


def _known(loaded: dict[str, list], sentences: "list[Sentence]") -> dict[str, set[str]]:
    """The ids that references may name, by register; only of registers that are there."""
    known = {name: {cells["id"] for _, cells in rows} for name, rows in loaded.items()}
    if "readings" in loaded:
        known["cruxes"] = {cells["crux"] for _, cells in loaded["readings"]}
    return known | {"sentences": {one.id for one in sentences}}


def _frame(register: Register, rows: list[dict]) -> "DataFrame":
    from pandas import DataFrame

    names = ["id", *(_PLACE if register.anchored else []), *register.by_column]
    if register.name == "quantities":
        names[5:6] = ["num_start", "num_end"]
    if "relation" in names:
        names.insert(names.index("high") + 1, "low_closed")
        names.insert(names.index("high") + 2, "high_closed")
    table = DataFrame(rows, columns=names)
    numbers = {name: "float64" for name, column in register.by_column.items() if column.kind == "number"}
    offsets = {name: "int64" for name in ("start", "end", "num_start", "num_end") if name in names}
    return table.astype(numbers | offsets).rename(columns={"class": "kind"})  # no attribute can be called class
