"""Reading a register's file: CSV as spreadsheets write it, or TOML, into rows that know where they stand."""

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .columns import Register


class RegisterError(ValueError):
    """A register cannot be used as it is; the message names file, row and words, and how to mend it."""


class Refused:
    """What was refused so far: a mistake inside `with` is kept, so that the reader hears of all at once."""

    MOST = 20

    def __init__(self) -> None:
        self.words: list[str] = []

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type | None, error: BaseException | None, trace: object) -> bool:
        if isinstance(error, RegisterError):
            self.words.append(str(error))
        return isinstance(error, RegisterError)

    def speak(self) -> None:
        """Raises one `RegisterError` for all mistakes, the first of them in full."""
        if self.words:
            left = len(self.words) - self.MOST
            rest = [f"… and {left} more."] if left > 0 else []
            raise RegisterError("\n".join([*self.words[: self.MOST], *rest]))


@dataclass(frozen=True)
class Row:
    """One row as written: its cells, and where it stands for an error to say."""

    cells: dict
    where: str

    def fail(self, words: str) -> RegisterError:
        named = f" ({self.cells['id']})" if self.cells.get("id") else ""
        return RegisterError(f"{self.where}{named}: {words}")


def files(folder: Path, registers: Iterable[Register]) -> dict[str, Path]:
    """The files of a folder by register. Raises `RegisterError` where there is none, or one is misnamed."""
    names = {register.file: register.name for register in registers}
    if not folder.is_dir():
        raise RegisterError(f"{folder} is no folder; name the folder that holds the registers.")
    found = {
        path.name: path for path in folder.iterdir() if path.suffix in (".csv", ".toml") and path.is_file()
    }
    for name in sorted(set(found) - set(names)):
        _refuse_misnamed(folder, name, list(names))
    if not set(found) & set(names):
        raise RegisterError(f"{folder} holds no register; it may hold any of {', '.join(names)}.")
    return {register: found[name] for name, register in names.items() if name in found}


def _refuse_misnamed(folder: Path, name: str, names: list[str]) -> None:
    """Raises `RegisterError` for a file that would be a register but for its name; others may lie there."""
    from difflib import get_close_matches

    same = [one for one in names if Path(one).stem == Path(name).stem.casefold()]
    meant = same or get_close_matches(name.casefold(), names, 1, 0.8)
    if meant and not (folder / meant[0]).exists():
        raise RegisterError(
            f"{folder / name} is not read: the register is called {meant[0]}; rename the file."
        )


def read_rows(path: Path, register: Register) -> list[Row]:
    """The rows of one file. Raises `RegisterError` where it is no CSV or TOML, or its sheet lacks columns."""
    text = _decoded(path)
    return list(
        _csv_rows(path, text, register) if path.suffix == ".csv" else _toml_rows(path, text, register)
    )


def _decoded(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        words = (
            "save the sheet again as “CSV UTF-8”"
            if path.suffix == ".csv"
            else "save it again with that encoding"
        )
        raise RegisterError(f"{path.name}, line {line}: not UTF-8; {words}.") from None


def check_columns(row: Row, names: Iterable[str], register: Register) -> None:
    """Raises `RegisterError` for a column that the register does not have, and lists those it has."""
    for name in names:
        if name not in register.written:
            near = [one for one in register.written if one == name.casefold().strip().replace(" ", "_")]
            meant = f"did you mean {near[0]}? The" if near else "the"
            raise row.fail(f"there is no column {name!r}; {meant} columns are {', '.join(register.written)}.")


# ---- CSV


def _csv_rows(path: Path, text: str, register: Register) -> Iterator[Row]:
    """One row per line of the sheet; empty lines and columns, as spreadsheets leave them, pass."""
    sheet = csv.reader(io.StringIO(text), delimiter=_divider(text), strict=True)
    line = 1
    try:
        header = [name.strip() for name in next(sheet, [])]
        _check_header(Row({}, f"{path.name}, line 1"), header, register)
        line = sheet.line_num + 1
        for cells in sheet:
            if any(cell.strip() for cell in cells):
                yield _csv_row(f"{path.name}, line {line}", header, cells)
            line = sheet.line_num + 1
    except csv.Error as error:
        raise RegisterError(
            f"{path.name}, line {line}: not CSV ({error}); a cell with a comma or a quotation mark in it "
            'stands in "double quotes", and each quotation mark inside is doubled.'
        ) from None


def _divider(text: str) -> str:
    """The sign between the columns, which in spreadsheets of many countries is a semicolon or a tab."""
    return max(",;\t", key=text.partition("\n")[0].count)


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


def _toml_rows(path: Path, text: str, register: Register) -> Iterator[Row]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(path, str(error)) from None
    if register.nested:
        yield from _nested_rows(path, text, tables, *register.nested)
        return
    lines = _lines(text, r"^\[\s*(['\"]?)(?P<id>[^\]]*?)\1\s*\]")
    for name, cells in tables.items():
        row = Row({"id": name}, f"{path.name}, line {lines.get(name, 1)}")
        if not isinstance(cells, dict):
            raise row.fail(f"{name!r} stands outside any row; a row begins with its id, [like-this].")
        yield Row({**cells, "id": name}, row.where)


def _no_toml(path: Path, error: str) -> RegisterError:
    reason, _, place = error.partition(" (at ")
    line = re.search(r"line ([0-9]+)", place)
    where = f"{path.name}, line {line[1]}" if line else path.name
    return RegisterError(
        f'{where}: not TOML ({reason[:1].lower()}{reason[1:]}); words stand in "double quotes", '
        "each id in [brackets] stands once, and so does each name in a row."
    )


def _nested_rows(path: Path, text: str, tables: dict, outer: str, inner: str) -> Iterator[Row]:
    """One row per inner table, with the cells of the outer one: `[[crux]]`, `[[crux.option]]`."""
    for name in tables:
        if name != outer or not isinstance(tables[name], list):
            raise RegisterError(
                f"{path.name}: {name!r} is no row; rows begin with [[{outer}]] and [[{outer}.{inner}]]."
            )
    lines = _nested_lines(text, outer, inner)
    for table in tables.get(outer, []):
        shared = {key: value for key, value in table.items() if key not in (inner, "id")} | {
            outer: table.get("id", "")
        }
        for option in table.get(inner, []):
            own = {key: value for key, value in option.items() if key != "id"}
            name = option.get("id", "")
            where = f"{path.name}, line {next(lines, 1)}"
            yield Row({"id": f"{shared[outer]}-{name}", inner: name, **shared, **own}, where)


def _nested_lines(text: str, outer: str, inner: str) -> Iterator[int]:
    """The lines on which the inner tables begin, in their order, which is that of the file."""
    for number, line in enumerate(text.split("\n"), 1):
        if re.match(rf"\s*\[\[\s*{outer}\.{inner}\s*\]\]", line):
            yield number


def _lines(text: str, pattern: str) -> dict[str, int]:
    """The line of each table's head, by its name."""
    return {match["id"]: text.count("\n", 0, match.start()) + 1 for match in re.finditer(pattern, text, re.M)}
