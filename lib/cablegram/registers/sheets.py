"""Reading a register's file: CSV as spreadsheets write it, or TOML, into rows that know where they stand."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from .schema import REGISTERS, Register


class RegisterError(ValueError):
    """A register cannot be used as it is; the message names file, row and words, and how to mend it."""


# Where a spreadsheet would begin a formula: at the beginning of a cell, and where one that divides columns by
# semicolons would begin another; after spaces too, and at the full-width signs of East Asian keyboards.
_FORMULA = r"((?:^|[;\t\r\n])(?:'|[^\S\t\r\n])*){}(?=[=+@＝＋－＠-])"


def guarded(value: object) -> object:
    """Words as a cell that no spreadsheet computes, an apostrophe before the sign; else the value itself."""
    return re.sub(_FORMULA.format(""), r"\1'", value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Row:
    """One row as written: its cells, and where it stands for an error to say."""

    cells: dict
    where: str

    def fail(self, words: str) -> RegisterError:
        named = f" ({self.cells['id']})" if self.cells.get("id") else ""
        return RegisterError(f"{self.where}{named}: {words}")


def files(folder: Path) -> dict[str, Path]:
    """The files of a folder by register, whatever else lies there. Raises `RegisterError` where none does."""
    if not folder.is_dir():
        raise RegisterError(f"{folder} is no folder; name the folder that holds the registers.")
    found = {name: register.paths(folder) for name, register in REGISTERS.items()}
    if not any(found.values()):
        names = ", ".join(register.file for register in REGISTERS.values())
        raise RegisterError(f"{folder} holds no register; it may hold any of {names}.")
    return {name: paths[-1] for name, paths in found.items() if paths}


def read_rows(path: Path, register: Register) -> list[Row]:
    """The rows of one file. Raises `RegisterError` where it is no CSV or TOML, or its sheet lacks columns."""
    is_sheet = path.suffix == ".csv"
    try:
        text = path.read_text(encoding="utf-8-sig")  # with every line end as \n
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        cure = "the sheet again as “CSV UTF-8”" if is_sheet else "it again with that encoding"
        raise RegisterError(f"{path.name}, line {line}: not UTF-8; save {cure}.") from None
    return list((_csv_rows if is_sheet else _toml_rows)(path.name, text, register))


def check_columns(row: Row, header: Iterable[str], register: Register, whole: bool = False) -> None:
    """Raises `RegisterError` for a column that the register does not have, or that a `whole` sheet lacks."""
    names, columns = [*filter(None, header)], ", ".join(register.written)
    if not names:
        raise row.fail(f"there are no columns; name them here: {columns}.")
    unknown = [name for name in names if name not in register.written]
    if {"start", "end", "text"} <= set(unknown):
        raise row.fail("this is the table of a finder; `draft` writes such a table as a register.")
    if unknown:
        near = unknown[0].casefold().strip().replace(" ", "_")
        meant = f"did you mean {near}? The" if near in register.written else "the"
        raise row.fail(
            f"there is no column {' or '.join(map(repr, unknown))}; {meant} columns are {columns}."
        )
    for name in names:
        if names.count(name) > 1:
            raise row.fail(f"the column {name!r} stands {names.count(name)} times; leave one of them.")
    needed = [column.name for column in register.columns if column.required]
    needed += ["quote"] if register.anchored == "always" else []
    missing = [repr(name) for name in needed if name not in names]
    if whole and missing:
        told = f"columns {', '.join(missing)} are" if missing[1:] else f"column {missing[0]} is"
        raise row.fail(f"the {told} missing; the columns are {columns}.")


def _csv_rows(file: str, text: str, register: Register) -> Iterator[Row]:
    """One row per line of the sheet; empty lines and columns, as spreadsheets leave them, pass."""
    # What stands between the columns is a semicolon or a tab in the spreadsheets of many countries.
    divider = max(",;\t", key=text.partition("\n")[0].count)
    sheet = csv.reader(io.StringIO(text), delimiter=divider, strict=True)
    line = 1
    try:
        header = [name.strip() for name in next(sheet, [])]
        check_columns(Row({}, f"{file}, line 1"), header, register, whole=True)
        line = sheet.line_num + 1
        for cells in sheet:
            named = [*zip_longest(header, map(str.strip, cells), fillvalue="")]
            words = {name: re.sub(_FORMULA.format("'"), r"\1", cell) for name, cell in named if name}
            row = Row(words, f"{file}, line {line}")
            if stray := [cell for name, cell in named if cell and not name]:
                counted = f"{len(cells)} cells, {len([*filter(None, header)])} names"
                raise row.fail(
                    f"{stray[0]!r} stands under no column name ({counted}); a cell with a comma or "
                    "semicolon in it needs double quotes."
                )
            if list(row.cells) == list(row.cells.values()):
                raise row.fail("the names of the columns stand here again; leave the first line of them.")
            if any(row.cells.values()):
                yield row
            line = sheet.line_num + 1
    except csv.Error as error:
        raise RegisterError(
            f"{file}, line {line}: not CSV ({error}); a cell with a comma or a quotation mark in it "
            'stands in "double quotes", and each quotation mark inside is doubled.'
        ) from None


def _toml_rows(file: str, text: str, register: Register) -> Iterator[Row]:
    """One row per table of the file, `[id]`, or per inner one with the cells of its outer, `[[a.b]]`."""
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
    places: dict[str, list[str]] = {}
    for head in re.finditer(r"^\s*\[\[?\s*(['\"]?)([^\]]*?)\1\s*\]", text, re.M):
        places.setdefault(head[2], []).append(f"{file}, line {text.count(chr(10), 0, head.end()) + 1}")
    outer, inner = register.nested or ("", "")
    inner_places = iter(places.get(f"{outer}.{inner}", []))  # in the order of the tables
    for name, cells in tables.items():
        row = Row({"id": name}, places.get(name, [f"{file}, line 1"])[0])
        if not register.nested:
            if not isinstance(cells, dict):
                raise row.fail(f"{name!r} stands outside any row; a row begins with its id, [like-this].")
            yield replace(row, cells=cells | row.cells)
        elif name == outer and isinstance(cells, list):
            for table in cells:
                shared = {key: cell for key, cell in table.items() if key != inner}
                for option in table.get(inner, []):
                    both = shared | option | {outer: table.get("id", ""), inner: option.get("id", "")}
                    id = f"{both[outer]}-{both[inner]}"
                    yield Row(both | {"id": id}, next(inner_places, row.where))
        else:
            raise RegisterError(
                f"{file}: {name!r} is no row; rows begin with [[{outer}]] and [[{outer}.{inner}]]."
            )
