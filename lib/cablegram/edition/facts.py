"""What prose is held against: the words of the cable, its numbers and dates, the results of today."""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..addresses import KINDS, OF_REGISTER
from ..bounds import from_row
from ..registers import FOLDER
from ..wording import ways_to_write, word
from .answers import Answers
from .claims import kind_of

if TYPE_CHECKING:
    from ..cable import Cable
    from ..results import Result

Wording = Callable[[str, str | None], str]


@dataclass(frozen=True)
class Excepted:
    """A passage with a number that the data need not give: in one file, or, where none is named, a name."""

    file: str
    passage: str
    reason: str


@dataclass(frozen=True)
class Facts:
    """Everything prose may state, by address.

    `quoted` holds for `q-…`, `d-…` and `outside-…` every way to write what stands there; `sources` the words
    seen, by `source-…`, and `said` the words that stand at a sentence, crux or reading; `counted` the kinds
    of what a number counts, by address and for those of the cable by their words, and `placed` the names of
    the places, among `places`, that these belong to; `dated` for `d-…`, `event-…` and
    `source-…` how its date may be written, `dates` all of these; `addresses` every public id there is;
    `wording` how a result is worded today, or `KeyError`.
    """

    text: str
    wording: Wording
    quoted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    placed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    places: frozenset[str] = frozenset()
    dated: Mapping[str, frozenset[str]] = field(default_factory=dict)
    dates: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    sources: Mapping[str, str] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    exceptions: tuple[Excepted, ...] = ()

    def __contains__(self, address: str) -> bool:
        return address in self.addresses or address in self.quoted or address in self.sources


def facts_of(answers: Answers) -> Facts:
    """The facts of a cable with its registers and its results under the default readings."""
    from ..results import wording

    cable, found = answers.cable, answers.found
    dated = {address: frozenset(words) for address, words in _dated(cable)}
    said = {f"s-{row.id}": row.text for row in cable.sentences.itertuples()}
    for row in cable.readings.itertuples():
        said[f"reading-{row.crux}-{row.option}"] = row.wording
        said[f"crux-{row.crux}"] = f"{said.get(f'crux-{row.crux}', row.question)}\n{row.wording}"
    return Facts(
        text=cable.text,
        wording=lambda name, form: wording(found, name, form),
        quoted=quoted_in(cable),
        counted=_counted(cable, found.values()),
        **_places(cable),
        dated=dated,
        dates=frozenset().union(*dated.values()),
        sections=_sections(cable),
        sources={f"source-{row.id}": row.words for row in cable.sources.itertuples()},
        said=said,
        addresses=frozenset(_addresses(cable)) | {f"result-{name}" for name in found},
        exceptions=(*exceptions(), *_edition_names()),
    )


def exceptions() -> tuple[Excepted, ...]:
    """The rows of `registers/prose-exceptions.csv`."""
    with (FOLDER / "prose-exceptions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Excepted(**row) for row in csv.DictReader(file))


def _edition_names() -> Iterable[Excepted]:
    from .. import __version__, wording
    from ..references import DATED

    yield Excepted("", __version__, "the version of this edition")
    yield Excepted("", wording.day(DATED.isoformat()), "its date")
    yield Excepted("", str(DATED.year), "its year")


def quoted_in(cable: "Cable") -> dict[str, tuple[str, ...]]:
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


def _counted(cable: "Cable", found: Iterable["Result"]) -> dict[str, frozenset[str]]:
    """The kinds of what numbers count; a share has none, since what it is a share of may follow."""
    counted: dict[str, set[str]] = {}
    for row in cable.quantities.itertuples():
        for name in (f"q-{row.id}", row.text.lower(), cable.text[row.num_start : row.num_end].lower()):
            counted.setdefault(name, set()).add(kind_of(row.counted))
    counted |= {f"outside-{row.id}": {kind_of(row.counted)} for row in cable.outside.itertuples()}
    counted |= {f"result-{each.id}": {kind_of(each.unit)} for each in found}
    return {name: frozenset(kinds) for name, kinds in counted.items() if not kinds & {"", "shares"}}


def _places(cable: "Cable") -> dict:
    """Which places a number may be said of: its own, and for a county any province, since it lies in one."""
    names = {row.id: re.sub(r" (?:County|City|Province)$", "", row.name) for row in cable.places.itertuples()}
    kinds = dict(zip(cable.places.id, cable.places.kind, strict=True))
    named = {place for place, kind in kinds.items() if kind in ("county", "city", "town", "province")}
    provinces = {names[place] for place in named if kinds[place] == "province"}
    placed: dict[str, set[str]] = {}
    for row in cable.quantities.itertuples():
        own = {names[row.place]} if row.place in named else set()
        if own and not own & provinces:
            own |= provinces
        for words in (row.text, cable.text[row.num_start : row.num_end]):
            placed.setdefault(words.lower(), set()).update(own or names.values())
    return {
        "placed": {words: frozenset(own) for words, own in placed.items()},
        "places": frozenset(names[place] for place in named),
    }


_DATED_COLUMNS = ("edtf", "edtf_written", "edtf_spoken", "as_of", "date")


def _dated(cable: "Cable") -> Iterable[tuple[str, list[str]]]:
    """Every address that has a date, with all ways to write it."""
    for register in ("dates", "timeline", "outside", "sources"):
        for name, row in cable.rows(register).items():
            values = [row.get(column, "") for column in _DATED_COLUMNS]
            written = [words for value in values for words in ways_to_write(value)]
            yield f"{OF_REGISTER[register].prefix}-{name}", written


def _sections(cable: "Cable") -> frozenset[str]:
    ids = set(cable.sentences.id)
    return frozenset(
        part for name in ids for part in (name, name.rpartition(".")[0], name.split(".")[0]) if part
    )


def _addresses(cable: "Cable") -> Iterable[str]:
    for kind in KINDS.values():
        yield from (f"{kind.prefix}-{name}" for name in cable.rows(kind.register, kind.key))
