"""Reading a register's file: CSV as spreadsheets write it, or TOML, into rows that know where they stand."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .schema import Register


class RegisterError(ValueError):
    """A register cannot be used as it is; the message names file, row and words, and how to mend it."""


@dataclass(frozen=True)
class Row:
    """One row as written: its cells, and where it stands for an error to say."""

    cells: dict
    where: str

    def fail(self, words: str) -> RegisterError:
        named = f" ({self.cells['id']})" if self.cells.get("id") else ""
        return RegisterError(f"{self.where}{named}: {words}")


def read_rows(path: Path, register: Register) -> list[Row]:
    """The rows of one file. Raises `RegisterError` where it is no CSV or TOML, or has columns that are not known."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise RegisterError(
            f"{path.name}, line {line}: not UTF-8; save the sheet again with the encoding “UTF-8”."
        ) from None
    rows = list(_csv_rows(path, text) if path.suffix == ".csv" else _toml_rows(path, text, register))
    for row in rows:
        _check_columns(row, register)
    return rows


def _check_columns(row: Row, register: Register) -> None:
    unknown = sorted(set(row.cells) - register.written)
    if unknown:
        raise row.fail(f"there is no column {unknown[0]!r}; the columns are {', '.join(sorted(register.written))}.")


def _csv_rows(path: Path, text: str) -> Iterator[Row]:
    """One row per line of the sheet; empty lines and empty columns at the right, as spreadsheets leave them, pass."""
    sheet = csv.reader(io.StringIO(text), strict=True)
    try:
        header = [name.strip() for name in next(sheet, [])]
        for cells in sheet:
            if any(cell.strip() for cell in cells):
                yield _csv_row(path, sheet.line_num, header, cells)
    except csv.Error as error:
        raise RegisterError(
            f"{path.name}, line {sheet.line_num}: not CSV ({error}); a cell with a comma or a quotation mark in it "
            'stands in "double quotes", and each quotation mark inside is doubled.'
        ) from None


def _csv_row(path: Path, line: int, header: list[str], cells: list[str]) -> Row:
    where = f"{path.name}, line {line}"
    if any(cell.strip() for cell in cells[len(header) :]):
        raise RegisterError(
            f"{where}: {len(cells)} cells under {len(header)} column names; a cell with a comma in it needs double quotes."
        )
    return Row({name: cell.strip() for name, cell in zip(header, cells, strict=False) if name}, where)


def _toml_rows(path: Path, text: str, register: Register) -> Iterator[Row]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RegisterError(f"{path.name}: not TOML, {str(error)[0].lower()}{str(error)[1:]}.") from None
    if register.nested:
        yield from _nested_rows(path, text, tables, *register.nested)
        return
    for name, cells in tables.items():
        header = rf"^\[{re.escape(name)}\]"
        where = f"{path.name}, line {_line(text, header)}"
        if not isinstance(cells, dict):
            raise RegisterError(f"{where}: {name!r} is no table; each row begins with its id in brackets, [like-this].")
        yield Row({"id": name, **cells}, where)


def _nested_rows(path: Path, text: str, tables: dict, outer: str, inner: str) -> Iterator[Row]:
    """One row per inner table, with the cells of the outer one; `[[crux]]` and the `[[crux.option]]` below it."""
    for table in tables.get(outer, []):
        shared = {key: value for key, value in table.items() if key not in (inner, "id")} | {outer: table.get("id", "")}
        for option in table.get(inner, []):
            own = {key: value for key, value in option.items() if key != "id"}
            name = option.get("id", "")
            header = rf'(?s)^id = "{re.escape(shared[outer])}".*?^id = "{re.escape(name)}"'
            line = _line(text, header)
            yield Row({"id": f"{shared[outer]}-{name}", inner: name, **shared, **own}, f"{path.name}, line {line}")


def _line(text: str, pattern: str) -> int:
    """The line on which the last line of a match stands; 1 where there is none."""
    match = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, match.end()) + 1 if match else 1
