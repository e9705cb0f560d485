"""What prose is held against: the words of the cable, its numbers and dates, the results of today."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from .. import __version__
from ..addresses import KINDS
from ..bounds import from_row
from ..cable import Cable
from ..finders.vocabulary import either
from ..references import DATED
from ..registers import FOLDER, REGISTERS, RegisterError
from ..results import Result
from ..wording import day, ways_to_write, word
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
    places it may be said; where they are empty, of any. `bounds` are its bounds in words, `per` the unit of
    time by which it is given, or `any`.
    """

    words: tuple[str, ...] = ()
    passage: str = ""
    dates: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    bounds: str = ""
    per: str = ""


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
        ids = self._words("s-")
        return frozenset(part for id in ids for part in (id, id.rpartition(".")[0], id.partition(".")[0]))

    @cached_property
    def places(self) -> frozenset[str]:
        """The names of the places that a number can be said of."""
        return frozenset(self._words("place-"))

    def quoted(self, words: str) -> Fact | None:
        """The number of the cable that the words of a quotation begin with."""
        match = re.match(rf"(?:{either(map(re.escape, self._numbers))})\b", words.lower())
        return match and self._numbers[match[0]]

    @cached_property
    def _numbers(self) -> dict[str, Fact]:
        return {words.lower(): fact for words, fact in self._words("q-").items()}

    def _words(self, prefix: str) -> dict[str, Fact]:
        """What stands at the addresses that begin so, by each way to write it."""
        facts = (fact for address, fact in self.at.items() if address.startswith(prefix))
        return {words: fact for fact in facts for words in fact.words}

    def due(self, link: Link) -> str:
        """What the link must say, a number or the id of a sentence, in its own way; empty if it is free."""
        is_held = link.kind in NUMBERS or (link.kind == "s" and re.search(r"\d", link.words))
        ways = self.at.get(link.address, Fact()).words if is_held else ()
        if link.words in ways or link.words[:1].swapcase() + link.words[1:] in ways:
            return link.words
        best = ways[0] if ways else ""
        return best[:1].upper() + best[1:] if link.words[:1].isupper() else best

    def decide(self, link: Link) -> bool:
        """Whether the words of the link were held against what it names, or are the name of its page."""
        is_page = re.fullmatch(r"0\d-[a-z]+", link.words) and link.page.endswith(f"{link.words}.ipynb")
        return bool(is_page or self.due(link)) or link.words in self.at.get(link.address, Fact()).words


def facts_of(cable: Cable) -> Facts:
    """The facts of a cable with its registers and its results under the default readings."""
    names = (__version__, day(DATED.isoformat()), str(DATED.year))
    free = (*exceptions(), *({"file": "", "passage": name} for name in names))
    at = facts_at(cable)
    return Facts(cable.text, at | result_facts(cable.answers.values(), at), free)


def exceptions() -> tuple[dict[str, str], ...]:
    """The rows of `registers/prose-exceptions.csv`: `file`, `passage` and `reason`."""
    with (FOLDER / "prose-exceptions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = tuple(csv.DictReader(file))
    for number, row in enumerate(rows, 1):
        if row.keys() != {"file", "passage", "reason"} or not (row["passage"] and row["reason"]):
            rule = "a row has `file` (or a blank), `passage` and `reason`, as the first line says."
            raise RegisterError(f"prose-exceptions.csv, row {number}: {rule}")
    return rows


def facts_at(cable: Cable) -> dict[str, Fact]:
    """What stands at every address but those of results."""
    places, facts = cable.rows("places"), {}
    # What a place is called in a sentence, if numbers are said of such: of a county also as of its province.
    names = {
        id: re.sub(r" (?:County|City|Province)$", "", row["name"])
        for id, row in places.items()
        if row["kind"] in ("county", "city", "town", "province")
    }
    counted = {row["place"] for row in cable.rows("quantities").values()} & names.keys()
    provinces = frozenset(names[id] for id in counted if places[id]["kind"] == "province")
    for kind in (kind for kind in KINDS.values() if kind.prefix != "result"):
        columns = REGISTERS[kind.register].columns if kind.register in REGISTERS else ()
        dated = [column.name for column in columns if column.kind == "edtf"]
        for id, row in cable.rows(kind.register, kind.key).items():
            words, place = [str(row[kind.words])], row.get("place")
            if kind.prefix == "q":
                words.append(cable.text[row["num_start"] : row["num_end"]])
            elif kind.prefix == "outside":  # the words seen may be in another language
                words.append(word(from_row(row), row["unit"]))
            elif kind.prefix == "place":
                words = [names[id]] if id in names else []
            facts[f"{kind.prefix}-{id}"] = Fact(
                tuple(words),
                row.get(_PASSAGES.get(kind.prefix), ""),
                frozenset(way for name in dated for way in ways_to_write(row[name])),
                _kinds(row.get("counted", "")),
                provinces | {names[place]} if place in names else frozenset(),
                word(from_row(row), spell=True) if kind.prefix == "q" else "",
                row.get("per") or ("any" if row.get("measure") == "flow" else ""),
            )
    return facts


def result_facts(found: Iterable[Result], at: Mapping[str, Fact]) -> dict[str, Fact]:
    """Every wording of every result; a share is one of what the numbers count that it rests on."""
    facts = {}
    for result in found:
        unit, _, per = result.unit.partition(" a ")
        inputs = (at.get(address, Fact()).kinds for address in result.inputs)
        kinds = frozenset().union(*inputs) if unit == "%" else _kinds(unit)
        for form, words in result.forms.items():
            address = f"result-{result.id}--{form}".removesuffix("--")
            facts[address] = Fact((words,), kinds=kinds, per=per if re.search(r"\d", words) else "")
    return facts


def _kinds(counted: str) -> frozenset[str]:
    """The kind of what is counted, or its name, where it has none."""
    return frozenset({counted_behind(counted, 0)[1] or counted})
