"""What prose is held against: the words of the cable, its numbers and dates, the results of today."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .. import __version__
from ..addresses import KINDS, Kind
from ..bounds import from_row
from ..cable import Cable
from ..references import DATED
from ..registers import FOLDER, REGISTERS
from ..results import Result
from ..wording import day, ways_to_write, word
from .answers import Answers
from .claims import counted_behind
from .paragraph import Link

NUMBERS = ("q", "outside", "result")  # kinds of addresses whose links say a number and nothing else
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

    def hold(self, link: Link) -> bool:
        """Whether the link must say what stands where it leads: numbers, and ids of sentences."""
        is_id = link.kind == "s" and re.search(r"\d", link.words)
        return link.address in self.at and (link.kind in NUMBERS or bool(is_id))

    def decide(self, link: Link) -> bool:
        """Whether the words of the link were held against what it names."""
        return self.hold(link) or link.words in self.at.get(link.address, Fact()).words

    def due(self, link: Link) -> str:
        """What the link should say, with a capital if it has one; its own words where they are right."""
        words = self.at[link.address].words if self.hold(link) else (link.words,)
        if _lowered(link.words) in map(_lowered, words):
            return link.words
        return words[0][:1].upper() + words[0][1:] if link.words[:1].isupper() else words[0]


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def facts_of(answers: Answers) -> Facts:
    """The facts of a cable with its registers and its results under the default readings."""
    names = (__version__, day(DATED.isoformat()), str(DATED.year))
    free = (*exceptions(), *({"file": "", "passage": name} for name in names))
    return Facts(answers.cable.text, facts_at(answers.cable) | result_facts(answers.found.values()), free)


def exceptions() -> tuple[dict[str, str], ...]:
    """The rows of `registers/prose-exceptions.csv`: `file`, `passage` and `reason`."""
    with (FOLDER / "prose-exceptions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def facts_at(cable: Cable) -> dict[str, Fact]:
    """What stands at every address but those of results."""
    return {
        f"{kind.prefix}-{name}": _fact(kind, row, cable)
        for kind in KINDS.values()
        if kind.prefix != "result"
        for name, row in cable.rows(kind.register, kind.key).items()
    }


def result_facts(found: Iterable[Result]) -> dict[str, Fact]:
    """Every wording of every result."""
    return {
        f"result-{result.id}--{form}".removesuffix("--"): Fact((words,), kinds=_kinds(result.unit))
        for result in found
        for form, words in result.forms.items()
    }


def _fact(kind: Kind, row: dict, cable: Cable) -> Fact:
    columns = REGISTERS[kind.register].columns if kind.register in REGISTERS else ()
    dated = [row[column.name] for column in columns if column.kind == "edtf" or column.name == "date"]
    words = [str(row[kind.words])]
    if kind.prefix == "q":
        words.append(cable.text[row["num_start"] : row["num_end"]])
    elif kind.prefix == "outside":  # the words seen may be in another language
        words.append(word(from_row(row), row["unit"]))
    elif kind.prefix == "place":
        words = [_place_name(row)]
    return Fact(
        tuple(filter(None, words)),
        row.get(_PASSAGES.get(kind.prefix), ""),
        frozenset(way for edtf in dated for way in ways_to_write(edtf)),
        _kinds(row.get("counted", "")),
        _places(row.get("place", ""), cable),
    )


def _kinds(counted: str) -> frozenset[str]:
    """The kind of what is counted; none for a share, since what it is a share of may follow."""
    return frozenset({counted_behind(counted, 0)[1]} - {"", "shares"})


def _places(id: str, cable: Cable) -> frozenset[str]:
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
