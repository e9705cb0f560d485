"""What a row must satisfy: its cells fit their columns, its words stand in the document, what it points at exists."""

from collections.abc import Callable, Iterable
from math import nan

from ..text import AnchorError, Span, find
from .schema import Column, Register
from .sheets import Row

# What a prefix in a reference stands for: `person:an`, `q:total`.
PREFIXES = {
    "person": "people",
    "office": "offices",
    "place": "places",
    "voice": "speakers",
    "q": "quantities",
    "d": "dates",
    "a": "anomalies",
    "s": "sentences",
    "note": "notes",
    "crux": "cruxes",
    "source": "sources",
    "outside": "outside",
    "event": "timeline",
    "result": "results",
}


def check_cells(row: Row, register: Register) -> dict:
    """The row's cells by column, each in its type; blank ones filled."""
    if not row.cells.get("id"):
        raise row.fail("the row has no id; give it a short name of its own, in lower case.")
    return {name: _cell(row, column) for name, column in register.by_column.items()}


def _cell(row: Row, column: Column) -> object:
    value = row.cells.get(column.name, "")
    if column.required and value in ("", [], None):
        raise row.fail(f"the column {column.name!r} is blank and may not be.")
    typed = _TYPES[column.kind](row, column, value)
    for one in typed if isinstance(typed, list) else [typed]:
        if column.vocabulary and one not in ("", *column.vocabulary):
            raise row.fail(f"{column.name} is {one!r}; it may be {', '.join(column.vocabulary)}.")
    return typed


def _text(row: Row, column: Column, value: object) -> str:
    if not isinstance(value, str):
        raise row.fail(f"{column.name} is {value!r}; put it in quotation marks.")
    return " ".join(value.split())


def _number(row: Row, column: Column, value: object) -> float:
    if value in ("", None):
        return nan
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        raise row.fail(f"{column.name} is {value!r}; write a plain number such as 20517, or leave it blank.") from None


def _flag(row: Row, column: Column, value: object) -> bool:
    words = {"true": True, "yes": True, "false": False, "no": False, "": False}
    if str(value).casefold() not in words:
        raise row.fail(f"{column.name} is {value!r}; write true or false.")
    return words[str(value).casefold()]


def _list(row: Row, column: Column, value: object) -> list:
    if isinstance(value, str):
        return [part.strip() for part in value.split(";") if part.strip()]
    if not isinstance(value, list):
        raise row.fail(f"{column.name} is {value!r}; write a list, [\"one\", \"two\"].")
    return [" ".join(one.split()) if isinstance(one, str) else one for one in value]


_TYPES: dict[str, Callable] = {
    "text": _text,
    "number": _number,
    "flag": _flag,
    "list": _list,
    "chain": _text,
    "anchors": _list,
}


def anchor(row: Row, text: str, quote: str, nth: object) -> Span:
    """Where the quotation stands. Raises `RegisterError` that says what the document has instead."""
    try:
        return find(text, quote, int(nth) if nth not in ("", None) else None)
    except (AnchorError, ValueError) as error:
        raise row.fail(f"{error}") from None


def references(column: Column, value: object) -> Iterable[tuple[str, str]]:
    """What a cell points at, as (register, id)."""
    ids = value.split(" > ") if column.kind == "chain" else value if isinstance(value, list) else [value]
    for one in filter(None, ids):
        if column.prefixed:
            prefix, _, name = one.partition(":")
            yield PREFIXES.get(prefix, prefix), name
        else:
            yield column.refers, one


def check_references(row: Row, register: Register, cells: dict, known: dict[str, set[str]]) -> None:
    """Raises `RegisterError` for a reference to a row that is not there; registers that are absent are not asked."""
    for column in register.columns:
        if not column.refers:
            continue
        for target, name in references(column, cells[column.name]):
            if column.prefixed and target not in {*PREFIXES.values()}:
                raise row.fail(f"{column.name} says {target!r}; it may begin with {', '.join(PREFIXES)}, each with a colon.")
            if target in known and name not in known[target]:
                near = [one for one in sorted(known[target]) if name[:4] and one.startswith(name[:4])]
                hint = f"; did you mean {', '.join(near[:4])}?" if near else "."
                raise row.fail(f"{column.name} points at {name!r}, which is not in {target}{hint}")


def check_quantity(row: Row, cells: dict) -> None:
    """Bounds that fit each other and their relation."""
    low, high, relation = cells["low"], cells["high"], cells["relation"]
    if low > high:
        raise row.fail(f"low ({low:g}) is above high ({high:g}).")
    is_open = {"low": low != low, "high": high != high}
    wanted = {"over": "high", "at-least": "high", "under": "low", "at-most": "low"}.get(relation)
    for end, blank in is_open.items():
        if blank != (end == wanted):
            must = "blank" if end == wanted else "a number"
            raise row.fail(f"with the relation {relation!r} the column {end!r} must be {must}.")
    if relation in ("exact", "about") and low != high:
        raise row.fail(f"with the relation {relation!r} low and high are the same number.")
