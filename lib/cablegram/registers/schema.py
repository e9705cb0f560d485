"""What a register and a column are; `schema.toml` says of each what it holds and where it points."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

# Where the words of an anchored row stand: the words, which occurrence, and longer words round them.
PLACE = ("quote", "nth", "within")
FOUND = ("start", "end", "text", "sentence")  # the same in its table


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
    edition: bool = False  # a table about the edition itself, which no other document has

    @cached_property
    def by_column(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    @property
    def written(self) -> list[str]:
        """The columns that a file may have."""
        own = [column.name for column in self.columns if column.only != "table"]
        return ["id", *(PLACE if self.anchored else ()), *own]

    @property
    def table_columns(self) -> list[str]:
        """The columns of its table: those of the file, and what is computed on loading."""
        own = [column.name for column in self.columns if column.only != "file"]
        place = FOUND if self.anchored else ()
        return [
            "id",
            *place,
            *("kind" if name == "class" else name for name in own),
        ]  # no attribute is a class


def _registers() -> dict[str, Register]:
    found = {}
    for name, table in tomllib.loads(Path(__file__).with_name("schema.toml").read_text("utf-8")).items():
        columns = tuple(Column(column, **cells) for column, cells in table.pop("columns").items())
        found[name] = Register(name, columns=columns, **table)
    return found


REGISTERS = {name: register for name, register in _registers().items() if not register.edition}
EDITION_TABLES = {name: register for name, register in _registers().items() if register.edition}
