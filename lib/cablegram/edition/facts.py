"""What prose is held against: the words of the cable, its numbers and dates, the results of today."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..bounds import Bounds, from_row
from ..wording import word
from .answers import Answers
from .datewords import date_words

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..cable import Cable
    from ..results import Result

Wording = Callable[[str, str | None], str]

# Digits that are names and not numbers, each with the reason why it may stand in prose.
ALLOWED = {
    "(61) Korea Consular No. 103": "the file number of the document",
    "Korea Consular No. 103": "the file number of the document",
    "Korea Consular No. 059": "the file number of a sister dispatch",
    "PRC FMA 118-01026-07, 125-128": "the archive’s reference",
    "118-01026-07": "the archive’s reference",
    "CC BY 4.0": "a licence",
    "UTF-8": "an encoding",
    "SHA-256": "a kind of fingerprint",
    "ISO 8601": "a standard",
    "EPSG:4326": "a reference system for coordinates",
    "JupyterLab 4": "a program",
    "Python 3.11": "a program",
    "Windows 11": "a program",
    "x86-64": "a kind of processor",
}


@dataclass(frozen=True)
class Facts:
    """Everything prose may state, by address.

    `quoted` holds for `q-…`, `d-…` and `outside-…` every way to write what stands there; `counted` the nouns
    that the registers or a result count with a number, by that number; `sources` the words seen, by
    `source-…`; `dated` for `d-…`, `event-…` and `source-…` how its date may be written, `dates` all of these;
    `addresses` every public id there is; `wording` how a result is worded today, or `KeyError`.
    """

    text: str
    wording: Wording
    quoted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: Mapping[float, frozenset[str]] = field(default_factory=dict)
    dated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dates: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    sources: Mapping[str, str] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    allowed: Mapping[str, str] = field(default_factory=lambda: ALLOWED)

    def __contains__(self, address: str) -> bool:
        return address in self.addresses or address in self.quoted or address in self.sources


def facts_of(answers: Answers) -> Facts:
    """The facts of a cable with its registers and its results under the default readings."""
    from ..registers import edition_table
    from ..results import wording

    cable, found = answers.cable, answers.found
    dated = {address: frozenset(words) for address, words in _dated(cable)}
    return Facts(
        text=cable.text,
        wording=lambda name, form: wording(found, name, form),
        quoted=_quoted(cable),
        counted=_counted(cable.quantities, found.values()),
        dated=dated,
        dates=frozenset().union(*dated.values()),
        sections=_sections(cable),
        sources={f"source-{row.id}": row.words for row in cable.sources.itertuples()},
        addresses=frozenset(_addresses(cable))
        | {f"result-{name}" for name in found}
        | {f"assumption-{name}" for name in edition_table("assumptions")},
        allowed=ALLOWED | _edition_names(),
    )


def _edition_names() -> dict[str, str]:
    from ..citations import day, edition

    work = edition()
    return {
        work.version: "the version of this edition",
        day(work.issued): "its date",
        str(work.issued.year): "its year",
    }


def _quoted(cable: "Cable") -> dict[str, tuple[str, ...]]:
    text = cable.text
    quoted = {
        f"q-{row.id}": (row.text, text[row.num_start : row.num_end]) for row in cable.quantities.itertuples()
    }
    quoted |= {f"d-{row.id}": (row.text,) for row in cable.dates.itertuples()}
    return quoted | {f"outside-{row.id}": tuple(_outside_words(row)) for row in cable.outside.itertuples()}


def _outside_words(row) -> Iterable[str]:
    """The words seen, and the number as the edition would write it, with the hedge that was seen."""
    yield str(row.words)
    written = word(from_row(row._asdict()), row.unit)
    yield written
    hedge = {"over": "over", "under": "nearly"}.get(row.relation)
    if hedge:
        yield f"{hedge} {written.removeprefix('more than ').removeprefix('less than ')}"


def _counted(quantities: "DataFrame", found: Iterable["Result"]) -> dict[float, frozenset[str]]:
    """The nouns by number; of the results those that count, to the unit, what the registers count too."""
    counted: dict[float, set[str]] = {}
    for row in quantities.itertuples():
        for value in {row.low, row.high}:
            if value == value and row.counted:
                counted.setdefault(float(value), set()).add(str(row.counted).split()[-1])
    nouns = set().union(*counted.values())
    for each in found:
        noun = each.unit.partition(" a ")[0].rpartition(" ")[2]
        if noun in nouns and isinstance(each.value, Bounds) and each.value.is_exact and each.value.low > 1:
            counted.setdefault(float(each.value.low), set()).add(noun)
    return {value: frozenset(nouns) for value, nouns in counted.items()}


_DATED = {
    "dates": ("d", ("edtf_written", "edtf_spoken")),
    "timeline": ("event", ("edtf", "edtf_written", "edtf_spoken")),
    "outside": ("outside", ("as_of",)),
    "sources": ("source", ("date",)),
}


def _dated(cable: "Cable") -> Iterable[tuple[str, list[str]]]:
    """Every address that has a date, with all ways to write it."""
    for table, (kind, columns) in _DATED.items():
        for row in getattr(cable, table).to_dict("records"):
            values = [str(row.get(column, "")) for column in columns]
            yield f"{kind}-{row['id']}", [words for value in values for words in date_words(value)]


def _sections(cable: "Cable") -> frozenset[str]:
    ids = set(cable.sentences.id)
    return frozenset(
        part for name in ids for part in (name, name.rpartition(".")[0], name.split(".")[0]) if part
    )


_KINDS = {
    "sentences": "s",
    "quantities": "q",
    "dates": "d",
    "mentions": "m",
    "people": "person",
    "offices": "office",
    "speakers": "voice",
    "anomalies": "a",
    "places": "place",
    "candidates": "candidate",
    "notes": "note",
    "sources": "source",
    "timeline": "event",
    "outside": "outside",
}


def _addresses(cable: "Cable") -> Iterable[str]:
    for table, kind in _KINDS.items():
        yield from (f"{kind}-{name}" for name in getattr(cable, table).id)
    for row in cable.readings.itertuples():
        yield f"crux-{row.crux}"
        yield f"reading-{row.crux}-{row.option}"
