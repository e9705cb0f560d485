"""What a note or a result rests on, as links that name it in the words of its register."""

import re
from collections.abc import Callable
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from ..wording import day_in_words
from . import target

if TYPE_CHECKING:
    from ..cable import Cable

LONGEST = 40  # characters of a passage that stand in a list of evidence


def evidence(cable: "Cable", references: list[str]) -> str:
    """References such as `q:total`, `s:2.3.4` or `source:ryang-2023` as links, a semicolon between them."""
    return "; ".join(link(cable, *reference.split(":", 1)) for reference in references)


def link(cable: "Cable", kind: str, name: str) -> str:
    """One of them; a name that its register does not hold stands for itself."""
    try:
        words = _WORDS[kind](cable, name) if kind in _WORDS else name
    except KeyError:
        words = name.replace("-", " ")
    return f'<a href="{escape(target(f"#{kind}-{name}"))}">{escape(words)}</a>'


def _row(cable: "Cable", register: str, name: str) -> object:
    return cable.registers[register].set_index("id").loc[name]


def _quoted(register: str) -> Callable[["Cable", str], str]:
    def words(cable: "Cable", name: str) -> str:
        text = _row(cable, register, name).text.strip("“”")
        return f"“{text}”" if len(text) <= LONGEST else f"“{text[:LONGEST].rsplit(' ', 1)[0]} …”"

    return words


def _source(cable: "Cable", name: str) -> str:
    row = _row(cable, "sources", name)
    return ", ".join(part for part in (row.author or row.title, _when(row.date)) if part)


def _when(edtf: str) -> str:
    """A day in words, for a source is told from others of its author by it; else the year."""
    return day_in_words(date.fromisoformat(edtf)) if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else edtf[:4]


def _result(_cable: "Cable", name: str) -> str:
    from ..results import catalogue

    return catalogue()[name].title


def _crux(cable: "Cable", name: str) -> str:
    return cable.readings.set_index("crux").title.loc[[name]].iloc[0]


_WORDS: dict[str, Callable[["Cable", str], str]] = {
    "q": _quoted("quantities"),
    "d": _quoted("dates"),
    "a": _quoted("anomalies"),
    "source": _source,
    "outside": lambda cable, name: f"“{_row(cable, 'outside', name).words}” from outside",
    "place": lambda cable, name: str(_row(cable, "places", name)["name"]),
    "result": _result,
    "crux": _crux,
}
