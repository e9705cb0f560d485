"""What a register and a column are; `schema.toml` says of each what it holds and where it points."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

# Where the words of an anchored row stand: the words, which occurrence, and longer words round them.
PLACE = ("quote", "nth", "within")


@dataclass(frozen=True)
class Column:
    """One column of a register; `schema.toml` tells what each field means."""

    name: str
    kind: str = "text"
    required: bool = False
    vocabulary: tuple[str, ...] = ()
    refers: str = ""
    prefixed: bool = False
    unique: bool = False
    prose: bool = False

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
    by_column: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_column", {column.name: column for column in self.columns})

    @property
    def written(self) -> tuple[str, ...]:
        """The columns that a file may have."""
        return ("id", *(PLACE if self.anchored else ()), *self.by_column)


def _schema() -> dict[str, Register]:
    tables = tomllib.loads(Path(__file__).with_name("schema.toml").read_text(encoding="utf-8"))
    return {name: Register(name, **table | {"columns": _columns(table)}) for name, table in tables.items()}


def _columns(table: dict) -> tuple[Column, ...]:
    cells = ((name, dict(column)) for name, column in table["columns"].items())
    return tuple(
        Column(name, vocabulary=tuple(filter(None, column.pop("vocabulary", "").split(", "))), **column)
        for name, column in cells
    )


_REGISTERS = _schema()
REGISTERS = {name: register for name, register in _REGISTERS.items() if not register.edition}
EDITION_TABLES = {name: register for name, register in _REGISTERS.items() if register.edition}
