"""What a column and a register are."""

from dataclasses import dataclass, field

# Where the words of an anchored row stand: the words, which occurrence, and longer words round them.
PLACE = ("quote", "nth", "within")


@dataclass(frozen=True)
class Column:
    """One column of a register.

    `kind` is text, number (NaN where blank), flag, edtf, list, names (forms in other scripts), chain
    (ids joined by ` > `) or anchors (a list of quotations). `refers` names the register whose ids the
    cells hold; with `prefixed` a cell says which, as in `person:an`, and `refers` lists those it may
    name, or says `any`. What is `unique` stands in one row only.
    """

    name: str
    kind: str = "text"
    required: bool = False
    vocabulary: tuple[str, ...] = ()
    refers: str = ""
    prefixed: bool = False
    unique: bool = False


@dataclass(frozen=True)
class Register:
    """One register: a file, one row per something. `anchored` rows have a quotation of the document."""

    name: str
    file: str
    one_row_per: str
    columns: tuple[Column, ...]
    anchored: str = ""  # "always", "sometimes", or "" for rows that are not about a passage
    nested: tuple[str, str] | None = None  # TOML tables that hold rows: (table, rows in it)
    by_column: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_column", {column.name: column for column in self.columns})

    @property
    def written(self) -> tuple[str, ...]:
        """The columns that a file may have."""
        return ("id", *(PLACE if self.anchored else ()), *self.by_column)


def plain(*names: str, required: bool = False) -> tuple[Column, ...]:
    """Columns of plain words."""
    return tuple(Column(name, required=required) for name in names)


def dated(*names: str) -> tuple[Column, ...]:
    """Columns of EDTF dates."""
    return tuple(Column(name, "edtf") for name in names)
