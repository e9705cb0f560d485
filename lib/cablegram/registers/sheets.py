"""Reading a register's file: CSV as spreadsheets write it, or TOML, into rows that know where they stand."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator
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


def files(folder: Path, registers: Iterable[Register]) -> dict[str, Path]:
    """The files of a folder by register, whatever else lies there. Raises `RegisterError` where none does."""
    names = {register.name: register.file for register in registers}
    if not folder.is_dir():
        raise RegisterError(f"{folder} is no folder; name the folder that holds the registers.")
    found = {name: folder / file for name, file in names.items() if (folder / file).is_file()}
    if not found:
        raise RegisterError(f"{folder} holds no register; it may hold any of {', '.join(names.values())}.")
    return found


def read_rows(path: Path, register: Register) -> list[Row]:
    """The rows of one file. Raises `RegisterError` where it is no CSV or TOML, or its sheet lacks columns."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        cure = "the sheet again as “CSV UTF-8”" if path.suffix == ".csv" else "it again with that encoding"
        raise RegisterError(f"{path.name}, line {line}: not UTF-8; save {cure}.") from None
    return list((_csv_rows if path.suffix == ".csv" else _toml_rows)(path.name, text, register))


def check_columns(row: Row, names: Iterable[str], register: Register) -> None:
    """Raises `RegisterError` for a column that the register does not have, and lists those it has."""
    for name in names:
        if name not in register.written:
            near = name.casefold().strip().replace(" ", "_")
            meant = f"did you mean {near}? The" if near in register.written else "the"
            raise row.fail(f"there is no column {name!r}; {meant} columns are {', '.join(register.written)}.")


# ---- CSV


def _csv_rows(file: str, text: str, register: Register) -> Iterator[Row]:
    """One row per line of the sheet; empty lines and columns, as spreadsheets leave them, pass."""
    # What stands between the columns is a semicolon or a tab in the spreadsheets of many countries.
    divider = max(",;\t", key=text.partition("\n")[0].count)
    sheet = csv.reader(io.StringIO(text), delimiter=divider, strict=True)
    line = 1
    try:
        header = [name.strip() for name in next(sheet, [])]
        _check_header(Row({}, f"{file}, line 1"), header, register)
        line = sheet.line_num + 1
        for cells in sheet:
            if any(cell.strip() for cell in cells):
                yield _csv_row(f"{file}, line {line}", header, cells)
            line = sheet.line_num + 1
    except csv.Error as error:
        raise RegisterError(
            f"{file}, line {line}: not CSV ({error}); a cell with a comma or a quotation mark in it "
            'stands in "double quotes", and each quotation mark inside is doubled.'
        ) from None


def _check_header(row: Row, header: list[str], register: Register) -> None:
    if not any(header):
        raise row.fail(f"there are no columns; name them here: {', '.join(register.written)}.")
    check_columns(row, filter(None, header), register)
    for name in header:
        if name and header.count(name) > 1:
            raise row.fail(f"the column {name!r} stands {header.count(name)} times; leave one of them.")
    needed = ["id", *(["quote"] if register.anchored == "always" else [])]
    needed += [column.name for column in register.columns if column.required]
    missing = [name for name in needed if name not in header]
    if missing:
        raise row.fail(
            f"the column {missing[0]!r} is missing; the columns are {', '.join(register.written)}."
        )


def _csv_row(where: str, header: list[str], cells: list[str]) -> Row:
    names = header + [""] * (len(cells) - len(header))
    row = Row({name: cell.strip() for name, cell in zip(names, cells, strict=False) if name}, where)
    stray = [cell for name, cell in zip(names, cells, strict=False) if cell.strip() and not name]
    if stray:
        counted = f"{len(cells)} cells, {len([*filter(None, header)])} names"
        raise row.fail(
            f"{stray[0]!r} stands under no column name ({counted}); a cell with a comma or "
            "semicolon in it needs double quotes."
        )
    return row


# ---- TOML


def _toml_rows(file: str, text: str, register: Register) -> Iterator[Row]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        reason, _, place = str(error).partition(" (at ")
        line = re.search(r"line ([0-9]+)", place)
        where = f"{file}, line {line[1]}" if line else file
        raise RegisterError(
            f'{where}: not TOML ({reason[:1].lower()}{reason[1:]}); words stand in "double quotes", '
            "each id in [brackets] stands once, and so does each name in a row."
        ) from None
    if register.nested:
        yield from _nested_rows(file, text, tables, *register.nested)
        return
    heads = re.finditer(r"^\[\s*(['\"]?)([^\]]*?)\1\s*\]", text, re.M)
    lines = {match[2]: text.count("\n", 0, match.start()) + 1 for match in heads}
    for name, cells in tables.items():
        row = Row({"id": name}, f"{file}, line {lines.get(name, 1)}")
        if not isinstance(cells, dict):
            raise row.fail(f"{name!r} stands outside any row; a row begins with its id, [like-this].")
        yield Row({**cells, "id": name}, row.where)


def _nested_rows(file: str, text: str, tables: dict, outer: str, inner: str) -> Iterator[Row]:
    """One row per inner table, with the cells of the outer one: `[[crux]]`, `[[crux.option]]`."""
    for name in tables:
        if name != outer or not isinstance(tables[name], list):
            raise RegisterError(
                f"{file}: {name!r} is no row; rows begin with [[{outer}]] and [[{outer}.{inner}]]."
            )
    heads = re.finditer(rf"^\s*\[\[\s*{outer}\.{inner}\s*\]\]", text, re.M)
    lines = (text.count("\n", 0, match.end()) + 1 for match in heads)  # in the order of the inner tables
    for table in tables.get(outer, []):
        shared = {key: value for key, value in table.items() if key not in (inner, "id")}
        shared[outer] = table.get("id", "")
        for option in table.get(inner, []):
            own = {key: value for key, value in option.items() if key != "id"} | {inner: option.get("id", "")}
            where = f"{file}, line {next(lines, 1)}"
            yield Row({"id": f"{shared[outer]}-{own[inner]}", **shared, **own}, where)
