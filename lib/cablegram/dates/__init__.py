"""Every date expression of an English text, with its value in EDTF."""

import re
from dataclasses import dataclass

from ..edtf import write
from .anchor import read_anchor
from .atoms import find_atoms
from .patterns import MONTH, SPACE, Order
from .phrases import combine


@dataclass(frozen=True)
class DateExpression:
    """`text[start:end]`, its value as EDTF (None where it is vague or cannot be resolved), and its kind.

    `absolute` names its year, `partial` lacks it, `relative` counts from the time of writing or speaking,
    `period` is a stretch or has an open end, `recurring` comes again. A partial or relative stretch is
    called partial or relative.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    kind: str


def find_dates(text: str, written: object = None, spoken: object = None) -> list[DateExpression]:
    """Every date expression of the text in order, none overlapping another.

    Relative dates and dates without a year count from `spoken` if given, else from `written`: a date, a
    datetime, or an ISO string that may stop at the month or the year. Without either a date without a
    year keeps an unknown one (`XXXX-11-06`) and a relative one has no value. Vague words (recently, at
    present) and recurring ones (every day) never have one. What words such as “mid-” or “winter” cover is
    told in `dates.words`. Raises `ValueError` where `written` or `spoken` is no date.

    >>> find_dates("the first half of last year", written="1961-12-02")[0].edtf
    '1960-01/1960-06'
    """
    anchor = read_anchor(written, spoken)
    atoms = list(find_atoms(text, anchor, _order(text)))
    return [
        DateExpression(
            atom.start, atom.end, text[atom.start : atom.end], atom.stretch and write(atom.stretch), atom.kind
        )
        for atom in combine(text, atoms, anchor)
    ]


_in_figures = re.compile(
    r"(?<![0-9./-])([0-3]?[0-9])([/.])([0-3]?[0-9])\2(?:[0-9]{4}|[0-9]{2})(?![0-9/]|\.[0-9])"
)
_without_year = re.compile(r"\b[Oo]n\s[0-3]?[0-9]/[0-3]?[0-9]\b")
_month_then_day = re.compile(rf"\b{MONTH}{SPACE}[0-9]{{1,2}}(?![0-9])")
_day_then_month = re.compile(rf"(?<![0-9])[0-9]{{1,2}}{SPACE}{MONTH}")


def _order(text: str) -> Order:
    """The order of 3/8/61 and of 3.8.61 in this document, as its own plain cases show.

    Without a plain case 3/8/61 has the order in which the document spells its dates.
    """
    shown = {"/": 0, ".": 0}
    numbers = _in_figures.findall(text)
    for one, mark, two in numbers:
        shown[mark] += (int(two) > 12 >= int(one)) - (int(one) > 12 >= int(two))
    slashed = any(mark == "/" for _, mark, _ in numbers) or _without_year.search(text)
    if not shown["/"] and slashed:
        shown["/"] = len(_month_then_day.findall(text)) - len(_day_then_month.findall(text))
    return Order(slashed=shown["/"] > 0 if shown["/"] else None, dotted=shown["."] > 0)
