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
from .claims import kind_of

if TYPE_CHECKING:
    from ..cable import Cable
    from ..results import Result


@dataclass(frozen=True)
class Excepted:
    """A passage with a number that the data need not give: in one file, or, where none is named, a name."""

    file: str
    passage: str
    reason: str


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
    """Everything prose may state: the text of the cable, what stands `at` each address, and exceptions."""

    text: str
    at: Mapping[str, Fact]
    exceptions: tuple[Excepted, ...] = ()

    @cached_property
    def dates(self) -> frozenset[str]:
        return frozenset().union(*(fact.dates for fact in self.at.values()))

    @cached_property
    def sections(self) -> frozenset[str]:
        """The ids of sentences, and of the paragraphs and sections that they stand in."""
        ids = [address.removeprefix("s-") for address in self.at if address.startswith("s-")]
        return frozenset(part for id in ids for part in (id, id.rpartition(".")[0], id.partition(".")[0]))

    @cached_property
    def places(self) -> frozenset[str]:
        """The names of the places that a number can be said of."""
        return frozenset(
            name for address, fact in self.at.items() if address.startswith("place-") for name in fact.words
        )

    @cached_property
    def numbers(self) -> dict[str, Fact]:
        """The numbers of the cable by their words, as a quotation has them."""
        found: dict[str, Fact] = {}
        for fact in (fact for address, fact in self.at.items() if address.startswith("q-")):
            for words in map(str.lower, fact.words):
                other = found.get(words, fact)
                found[words] = Fact(kinds=fact.kinds | other.kinds, places=fact.places | other.places)
        return found


def facts_of(answers: Answers) -> Facts:
    """The facts of a cable with its registers and its results under the default readings."""
    cable = answers.cable
    names = (
        Excepted("", __version__, "the version of this edition"),
        Excepted("", day(DATED.isoformat()), "its date"),
        Excepted("", str(DATED.year), "its year"),
    )
    return Facts(cable.text, facts_at(cable) | result_facts(answers.found.values()), (*exceptions(), *names))


def exceptions() -> tuple[Excepted, ...]:
    """The rows of `registers/prose-exceptions.csv`."""
    with (FOLDER / "prose-exceptions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Excepted(**row) for row in csv.DictReader(file))


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
    dates = frozenset(words for edtf in dated for words in ways_to_write(edtf))
    match kind.prefix:
        case "s":
            return Fact((row["id"],), row["text"])
        case "q":
            words = (row["text"], cable.text[row["num_start"] : row["num_end"]])
            return Fact(words, dates=dates, kinds=_kinds(row["counted"]), places=_places(row["place"], cable))
        case "d":
            return Fact((row["text"],), dates=dates)
        case "outside":
            return Fact(tuple(_outside_words(row)), dates=dates, kinds=_kinds(row["counted"]))
        case "source":
            return Fact(passage=row["words"], dates=dates)
        case "reading":
            return Fact(passage=row["wording"])
        case "crux":
            options = cable.rows("readings").values()
            wordings = [option["wording"] for option in options if option["crux"] == row["crux"]]
            return Fact(passage="\n".join([row["question"], *wordings]))
        case "place":
            return Fact(tuple(filter(None, [_place_name(row)])))
    return Fact(dates=dates)


def _outside_words(row: dict) -> Iterable[str]:
    """The words seen, and the number as the edition would write it, with the hedge that was seen."""
    written = word(from_row(row), row["unit"])
    yield from (row["words"], written)
    hedge = {"over": "over", "under": "nearly"}.get(row["relation"])
    if hedge:
        yield f"{hedge} {written.removeprefix('more than ').removeprefix('less than ')}"


def _kinds(counted: str) -> frozenset[str]:
    """The kind of what is counted; none for a share, since what it is a share of may follow."""
    return frozenset({kind_of(counted)} - {"", "shares"})


def _places(id: str, cable: "Cable") -> frozenset[str]:
    """The name of the place that a number is said of, and of the province that it lies in."""
    places, given = cable.rows("places"), {row["place"] for row in cable.rows("quantities").values()}
    names = {place: _place_name(row) for place, row in places.items() if place == id or place in given}
    if not names.get(id):
        return frozenset()
    return frozenset(
        name for place, name in names.items() if place == id or places[place]["kind"] == "province"
    )


def _place_name(row: dict) -> str:
    """What a place is called in a sentence; empty for those that no number is said of."""
    is_named = row["kind"] in ("county", "city", "town", "province")
    return re.sub(r" (?:County|City|Province)$", "", row["name"]) if is_named else ""
