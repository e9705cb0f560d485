"""What a register and a column are; `schema.toml` says of each what it holds and where it points."""

import tomllib
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Column:
    """One column of a register; `schema.toml` tells what each field means."""

    name: str
    kind: str = "text"
    required: bool = False
    vocabulary: str = ""
    refers: str = ""
    prefixed: bool = False
    unique: bool = False
    prose: bool = False
    free: bool = False
    only: str = ""

    @property
    def shown(self) -> str:
        """How a reader sees it (`display.rows`): as prose, as a reference, or as its kind is shown."""
        if self.prose:
            return "prose"
        return "reference" if self.refers and self.kind != "chain" else self.kind


@dataclass(frozen=True)
class Register:
    """One register: a file, one row per something. `anchored` rows have a quotation of the document."""

    name: str
    file: str
    one_row_per: str
    columns: tuple[Column, ...]
    anchored: str = ""  # "always", "sometimes", or "" for rows that are not about a passage
    nested: tuple[str, str] | None = None  # TOML tables that hold rows: (table, rows in it)
    found_by: str = ""  # the method of a document that finds such rows
    edition: bool = False  # a table about the edition itself, which no other document has

    @cached_property
    def by_column(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @cached_property
    def written(self) -> list[str]:
        """The columns that a file may have."""
        return [column.name for column in self.columns if column.only != "table"]

    @cached_property
    def table_columns(self) -> list[str]:
        """The columns of its table."""
        return [column.name for column in self.columns if column.only != "file"]

    def paths(self, folder: Path) -> list[Path]:
        """Its files in a folder; a sheet does for any register."""
        return [path for path in (folder / f"{self.name}.csv", folder / self.file) if path.is_file()]

    @property
    def help(self) -> str:
        """What stands in a row, and the words that a column may hold."""
        told = [f"One row per {self.one_row_per}: {', '.join(self.table_columns)}."]
        for column in self.columns:
            if column.vocabulary:
                own = "; words of your own in a document of your own" if column.free else ""
                told.append(f"`{column.name}` is one of {column.vocabulary}{own}.")
            if column.refers in REGISTERS:
                told.append(
                    f"`{column.name}` names {column.refers}; without that register, any name may stand."
                )
        return "\n\n".join(told)

    @cached_property
    def of_any_document(self) -> "Register":
        """The register without the words that this edition fixes for its own folder."""
        freed = [replace(one, vocabulary="", required=False) if one.free else one for one in self.columns]
        return replace(self, columns=tuple(freed))


_TABLES = tomllib.loads(Path(__file__).with_name("schema.toml").read_text(encoding="utf-8"))
CURES: dict[str, str] = _TABLES.pop("cures")
_ALL, _ANCHORED = (_TABLES.pop(name) for name in ("all", "anchored"))
for _table in _TABLES.values():
    _own = _ALL | (_ANCHORED if "anchored" in _table else {}) | _table["columns"]
    _table["columns"] = tuple(Column(name, **cells) for name, cells in _own.items())
_REGISTERS = {name: Register(name, **table) for name, table in _TABLES.items()}
REGISTERS = {name: register for name, register in _REGISTERS.items() if not register.edition}
EDITION_TABLES = {name: register for name, register in _REGISTERS.items() if register.edition}
