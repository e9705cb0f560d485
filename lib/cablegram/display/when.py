"""Dates of the registers as a reader says them: the registers hold EDTF, the views show words."""

import re
from datetime import date

_SEASONS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "40": "first half",
    "41": "second half",
}
_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?]?)")
_MARKS = {"~": "about ", "?": "perhaps ", "": ""}


def when(edtf: str) -> str:
    """An EDTF date of the registers in words; a form that has none stays as it is.

    >>> when("1961-11-08"), when("../1961-11-10"), when("1960-01/1960-06")
    ('8 November 1961', 'until 10 November 1961', 'January to June 1960')
    """
    if edtf.startswith("[") and ".." in edtf:
        return "some day from " + when(edtf.strip("[]").replace("..", "/"))
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if first == "..":
        return f"until {_point(last)}"
    return f"from {_point(first)}" if last == ".." else _interval(first, last)


def _interval(first: str, last: str) -> str:
    """Both ends, and what they share once: “11 to 20 November 1961”."""
    low, high = _point(first), _point(last)
    if first[-1:] == last[-1:] and last[-1:] in ("~", "?"):
        high = high.removeprefix(_MARKS[last[-1:]])
    if len(first) == len(last) > 4:
        low = low.removesuffix(f" {last[:4]}")
        low = low.partition(" ")[0] if first[:7] == last[:7] and len(first) > 7 else low
    return f"{low} to {high}"


def _point(edtf: str) -> str:
    match = _POINT.fullmatch(edtf)
    if not match:
        return edtf
    year, month, day, mark = match.groups()
    if month in _SEASONS:
        return _MARKS[mark] + _season(month, year)
    said = f"{date(2000, int(month), 1):%B} {year}" if month else year
    return _MARKS[mark] + (f"{int(day)} {said}" if day else said)


def _season(code: str, year: str) -> str:
    """A winter begins in the December of its year (ISO 8601-2)."""
    name = _SEASONS[code]
    if name == "winter":
        return f"the winter of {year} to {int(year) + 1}"
    return f"the {name} of {year}"
