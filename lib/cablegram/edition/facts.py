"""What prose is held against: the words of the cable, its numbers and dates, the results of today."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .answers import Answers
from .datewords import date_words

if TYPE_CHECKING:
    from ..cable import Cable

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
    that the registers count with a number, by that number; `sources` the words seen, by `source-…`; `dates`
    every date as it may be written; `addresses` every public id there is; `wording` how a result is worded
    today, or `KeyError`.
    """

    text: str
    wording: Wording
    quoted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: Mapping[float, frozenset[str]] = field(default_factory=dict)
    dates: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    sources: Mapping[str, str] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    allowed: Mapping[str, str] = field(default_factory=lambda: ALLOWED)

    def __contains__(self, address: str) -> bool:
        return address in self.addresses or address in self.quoted or address in self.sources


def facts_of(answers: Answers) -> Facts:
    """The facts of a cable with its registers and its results under the default readings."""
    from ..results import wording

    cable, found = answers.cable, answers.found
    return Facts(
        text=cable.text,
        wording=lambda name, form: wording(found, name, form),
        quoted=_quoted(cable),
        counted=_counted(cable.quantities),
        dates=frozenset(_dates(cable)),
        sections=_sections(cable),
        sources={f"source-{row.id}": row.words for row in cable.sources.itertuples()},
        addresses=frozenset(_addresses(cable)) | {f"result-{name}" for name in found},
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
    """The words seen, and the number in English, where they are in another script or have no bound."""
    from ..bounds import Bounds

    yield str(row.words)
    if row.relation in ("exact", "about"):
        yield f"{row.low:,.0f}"
        yield f"about {row.low:,.0f}"
    elif row.low == row.low and row.high == row.high:
        yield str(Bounds(row.low, row.high))
    else:
        end = row.low if row.low == row.low else row.high
        yield from (
            f"{phrase} {end:,.0f}" for phrase in ("more than", "over", "nearly", "less than", "fewer than")
        )


def _counted(quantities) -> dict[float, frozenset[str]]:
    counted: dict[float, set[str]] = {}
    for row in quantities.itertuples():
        for value in {row.low, row.high}:
            if value == value and row.counted:
                counted.setdefault(float(value), set()).add(str(row.counted).split()[-1])
    return {value: frozenset(nouns) for value, nouns in counted.items()}


def _dates(cable: "Cable") -> Iterable[str]:
    for table, columns in (
        (cable.dates, ("edtf", "edtf_written", "edtf_spoken")),
        (cable.timeline, ("edtf", "edtf_written", "edtf_spoken")),
        (cable.outside, ("as_of",)),
        (cable.sources, ("date",)),
    ):
        for column in columns:
            for value in table.get(column, ()):
                yield from date_words(str(value))


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
