"""What prose is held against: the words of the cable, its numbers and dates, the results of today."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .. import __version__
from ..addresses import KINDS, Kind
from ..bounds import from_row
from ..references import DATED
from ..registers import FOLDER, REGISTERS
from ..wording import day, ways_to_write, word
from .answers import Answers
from .claims import table

if TYPE_CHECKING:
    from ..cable import Cable
    from ..results import Result

# The column that holds the words which stand at an address, where these may decide a claim.
_PASSAGES = {"s": "text", "source": "words", "crux": "question", "reading": "wording"}


@dataclass(frozen=True)
class Fact:
    """What stands at an address.

    `words` are the ways to write it, the best first, `passage` the words of a sentence, source, crux or
    reading, `dates` the ways to write its dates. `kinds` tell what a number counts, and `places` of which
    places it may be said; where they are empty, of any.
    """

    words: tuple[str, ...] = ()
    passage: str = ""
    dates: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Facts:
    """Everything prose may state: the text of the cable, what stands `at` each address, and exceptions.

    An exception is a `passage` with a number that the data need not give: in its `file`, or, where none is
    named, a name that may stand anywhere.
    """

    text: str
    at: Mapping[str, Fact]
    exceptions: tuple[Mapping[str, str], ...] = ()

    @cached_property
    def dates(self) -> frozenset[str]:
        """Every way to write a date that stands at an address."""
        return frozenset().union(*(fact.dates for fact in self.at.values()))

    @cached_property
    def sections(self) -> frozenset[str]:
        """The ids of sentences, and of the paragraphs and sections that they stand in."""
        ids = self._of("s")
        return frozenset(part for id in ids for part in (id, id.rpartition(".")[0], id.partition(".")[0]))

    @cached_property
    def places(self) -> frozenset[str]:
        """The names of the places that a number can be said of."""
        return frozenset(name for fact in self._of("place").values() for name in fact.words)

    @cached_property
    def numbers(self) -> dict[str, Fact]:
        """The numbers of the cable by their words, as a quotation has them."""
        return {words.lower(): fact for fact in self._of("q").values() for words in fact.words}

    def _of(self, prefix: str) -> dict[str, Fact]:
        """What stands at the addresses of one kind, by id."""
        kinds = ((*address.partition("-"), fact) for address, fact in self.at.items())
        return {id: fact for kind, _, id, fact in kinds if kind == prefix}


def facts_of(answers: Answers) -> Facts:
    """The facts of a cable with its registers and its results under the default readings."""
    names = (__version__, day(DATED.isoformat()), str(DATED.year))
    free = (*exceptions(), *({"file": "", "passage": name} for name in names))
    return Facts(answers.cable.text, facts_at(answers.cable) | result_facts(answers.found.values()), free)


def exceptions() -> tuple[dict[str, str], ...]:
    """The rows of `registers/prose-exceptions.csv`: `file`, `passage` and `reason`."""
    with (FOLDER / "prose-exceptions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def facts_at(cable: "Cable") -> dict[str, Fact]:
    """What stands at every address but those of results."""
    return {
        f"{kind.prefix}-{name}": _fact(kind, row, cable)
        for kind in KINDS.values()
        if kind.prefix != "result"
        for name, row in cable.rows(kind.register, kind.key).items()
    }


def result_facts(found: "Iterable[Result]") -> dict[str, Fact]:
    """Every wording of every result."""
    return {
        f"result-{result.id}--{form}".removesuffix("--"): Fact((words,), kinds=_kinds(result.unit))
        for result in found
        for form, words in result.forms.items()
    }


def _fact(kind: Kind, row: dict, cable: "Cable") -> Fact:
    columns = REGISTERS[kind.register].columns if kind.register in REGISTERS else ()
    dated = [row[column.name] for column in columns if column.kind == "edtf" or column.name == "date"]
    words, places = [str(row[kind.words])], frozenset()
    if kind.prefix == "q":
        words.append(cable.text[row["num_start"] : row["num_end"]])
        places = _places(row["place"], cable)
    elif kind.prefix == "outside":  # the words seen may be in another language
        words.append(word(from_row(row), row["unit"]))
    elif kind.prefix == "place":
        words = list(filter(None, [_place_name(row)]))
    return Fact(
        tuple(words),
        row.get(_PASSAGES.get(kind.prefix), ""),
        frozenset(way for edtf in dated for way in ways_to_write(edtf)),
        _kinds(row.get("counted", "")),
        places,
    )


def _kinds(counted: str) -> frozenset[str]:
    """The kind of what is counted; none for a share, since what it is a share of may follow."""
    kinds = (table().nouns[word] for word in counted.lower().split() if word in table().nouns)
    return frozenset({next(kinds, "shares")} - {"shares"})


def _places(id: str, cable: "Cable") -> frozenset[str]:
    """The name of the place that a number is said of, and of the province that it lies in."""
    places = cable.rows("places")
    if id not in places or not _place_name(places[id]):
        return frozenset()
    given = {row["place"] for row in cable.rows("quantities").values()} & places.keys()
    provinces = {place for place in given if places[place]["kind"] == "province"}
    return frozenset(_place_name(places[place]) for place in provinces | {id})


def _place_name(row: dict) -> str:
    """What a place is called in a sentence; empty for those that no number is said of."""
    is_named = row["kind"] in ("county", "city", "town", "province")
    return re.sub(r" (?:County|City|Province)$", "", row["name"]) if is_named else ""
