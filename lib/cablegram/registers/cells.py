"""The cells of a row: each in the type of its column, and in its vocabulary."""

import re
from collections.abc import Callable
from math import nan

from .. import edtf
from .columns import Column, Register
from .sheets import Row

_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_FLAGS = {"true": True, "yes": True, "false": False, "no": False, "": False}
# How a form of a name is known.
GRADES = ("seen", "derived", "romanised", "unverified")


def read_id(row: Row) -> str:
    """The row's id, which is its address in the edition."""
    name = row.cells.get("id")
    if name in ("", None):
        raise row.fail("the row has no id; give it a short name of its own, in lower case.")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise row.fail(
            f"the id {name!r} is no address; write small letters a to z and digits, with hyphens between, "
            "such as over-1500."
        )
    return name


def read_cells(row: Row, register: Register) -> dict:
    """The row's cells by column, each in its type; blank ones filled."""
    return {name: _cell(row, column) for name, column in register.by_column.items()}


def _cell(row: Row, column: Column) -> object:
    value = row.cells.get(column.name, "")
    if column.required and (value in ("", []) or (isinstance(value, str) and not value.strip())):
        missing = "blank" if column.name in row.cells else "missing"
        choice = (
            f"; write one of {', '.join(column.vocabulary)}"
            if column.vocabulary
            else ", and the row needs it"
        )
        raise row.fail(f"the column {column.name!r} is {missing}{choice}.")
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
    words = str(value).strip()
    if words and not _NUMBER.fullmatch(words):
        raise row.fail(f"{column.name} is {value!r}; write a plain number such as 20517, or leave it blank.")
    return float(words.replace(",", "")) if words else nan


def _flag(row: Row, column: Column, value: object) -> bool:
    if str(value).casefold() not in _FLAGS:
        raise row.fail(f"{column.name} is {value!r}; write true or false.")
    return _FLAGS[str(value).casefold()]


def _edtf(row: Row, column: Column, value: object) -> str:
    words = _text(row, column, value)
    try:
        edtf.bounds(words or None)
    except ValueError as error:
        raise row.fail(
            f"{column.name}: {error}; write year, month and day as 1961-11-08, or 1961-11, or 1961, "
            "and a stretch of time as 1960-01/1960-06."
        ) from None
    return words


def _list(row: Row, column: Column, value: object) -> list[str]:
    if isinstance(value, str):
        return [part.strip() for part in value.split(";") if part.strip()]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise row.fail(f'{column.name} is {value!r}; write a list of words, ["one", "two"].')
    return [" ".join(one.split()) for one in value]


def _chain(row: Row, column: Column, value: object) -> str:
    return " > ".join(one.strip() for one in _text(row, column, value).split(">"))


def _names(row: Row, column: Column, value: object) -> list[dict]:
    return _tables(
        row, column, value, {"lang", "text", "grade"}, '{ lang = "ko", text = "온성군", grade = "seen" }'
    )


def _anchors(row: Row, column: Column, value: object) -> list[dict]:
    return _tables(row, column, value, {"quote"}, '{ quote = "words of the document", nth = 1 }')


def _tables(row: Row, column: Column, value: object, needed: set[str], example: str) -> list[dict]:
    rows = value or []
    fit = isinstance(rows, list) and all(isinstance(one, dict) and needed <= set(one) for one in rows)
    if not fit:
        raise row.fail(f"{column.name} is {value!r}; write a list of tables, [{example}].")
    for one in rows:
        if one.get("grade", "seen") not in GRADES:
            raise row.fail(f"{column.name}: the grade is {one['grade']!r}; it may be {', '.join(GRADES)}.")
    return rows


_TYPES: dict[str, Callable] = {
    "text": _text,
    "number": _number,
    "flag": _flag,
    "edtf": _edtf,
    "list": _list,
    "names": _names,
    "chain": _chain,
    "anchors": _anchors,
}
