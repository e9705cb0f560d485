"""A document: its text as received, its parts, its registers, and what stands at an address."""

import re
from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from . import addresses, readings, text
from .files import DocumentError
from .registers import EDITION_TABLES, REGISTERS, edition_table, load_registers, table
from .wording import day

if TYPE_CHECKING:
    from datetime import date

    from pandas import DataFrame

# Finders are imported where they are used: their patterns take longest to compile of all that loading does.


class Document:
    """One document with its parts and registers. Nothing in it changes the text.

    Every table is a DataFrame with one row per something; those about words of the text share the columns
    `id, start, end, text, sentence`, so that any two can be joined.
    """

    pages: Mapping[str, str] = {}
    """On which notebook each kind of address stands; empty for a document that has no pages."""

    def __init__(
        self,
        words: str,
        name: str,
        registers: "str | Path | None" = None,
        written: "str | date | None" = None,
        spoken: "str | date | None" = None,
    ):
        if half := re.search("[\ud800-\udfff]", words):
            raise DocumentError(
                f"{name}, character {half.start()}: {half[0]!r} is half of a character, which no file can "
                "hold; read the text again in the encoding that it has."
            )
        self.text, self.name, self._folder = words, name, registers
        self._by_key: dict[tuple[str, str], dict[str, dict]] = {}
        self._told: dict[str, str] = {}  # by its reader, before what it says itself
        if written is not None or spoken is not None:
            from .finders.anchor import read_anchor

            told = {"date": read_anchor(written), "spoken": read_anchor(spoken=spoken)}
            self._told = {name: "-".join(f"{n:02}" for n in day.point) for name, day in told.items() if day}

    def __getattr__(self, name: str) -> None:
        raise AttributeError(f"a cable has no {name!r}; its registers are {', '.join(REGISTERS)}")

    # ---- parts

    @cached_property
    def _segments(self) -> list:
        from .finders.segments import segment

        return segment(self.text)

    @cached_property
    def _sentences(self) -> list:
        from .finders.sentences import sentences

        return sentences(self._segments)

    @cached_property
    def segments(self) -> "DataFrame":
        """One row per piece of the partition; joined together the `text` column is the file again."""
        from .finders.segments import Segment

        return self._table(self._segments, Segment)

    @cached_property
    def sentences(self) -> "DataFrame":
        """One row per sentence; `kind` is body, heading or apparatus, `sentence` its id for joins.

        Grouped by `section`, or by `section` and `paragraph`, they are the larger parts of the body.
        """
        from .finders.sentences import Sentence

        table = self._table(self._sentences, Sentence)
        table.insert(5, "sentence", table.id)
        return table

    @cached_property
    def meta(self) -> dict:
        """What the document says of itself: date, title ...; `empty` lists what the capture left blank."""
        from .finders.metadata import metadata

        return metadata(self._segments) | self._told

    # ---- registers

    @cached_property
    def _registers(self) -> dict[str, list[dict]]:
        if self._folder is None:
            return {name: [] for name in REGISTERS}
        return load_registers(self.text, self._sentences, self._folder)

    @cached_property
    def registers(self) -> "dict[str, DataFrame]":
        """Every register by name; without a folder of registers each is empty and has its columns."""
        return {name: self._placed(table(REGISTERS[name], rows)) for name, rows in self._registers.items()}

    @property
    def has_rows(self) -> bool:
        """Whether anybody has written a row of a register."""
        return any(self._registers.values())

    def rows(self, register: str, key: str = "id") -> dict[str, dict]:
        """The rows of a register, of the sentences or of a table of the edition, by their `key`.

        Where several rows share a key it names the first, as a crux its first option.
        """
        if (register, key) not in self._by_key:
            found = self._by_key[register, key] = {}
            for row in self._rows(register):
                found.setdefault(row[key], row)
        return self._by_key[register, key]

    def _rows(self, register: str) -> list[dict]:
        if register == "sentences":
            return [asdict(one) | {"sentence": one.id} for one in self._sentences]
        if register in EDITION_TABLES:
            return list(edition_table(register).values())
        return self._registers[register]

    def row(self, address: str) -> dict:
        """What an address or a reference names, such as `q-onsong` or `person:an`.

        Raises `KeyError` for what is no address, and for one at which nothing stands.
        """
        kind, name, _ = addresses.parse(address)
        rows = self.rows(kind.register, kind.key)
        if name not in rows:
            raise KeyError(f"there is no {kind.title} {name!r} in the {kind.register} of this document")
        return rows[name]

    def label(self, address: str) -> tuple[str, str]:
        """The words that stand at an address, and the sentence or the author they are from.

        An address at which nothing stands is named by its id. Raises `KeyError` for what is no address.
        """
        kind, name, _ = addresses.parse(address)
        row = self.rows(kind.register, kind.key).get(name)
        if row is None:
            return name.replace("-", " "), ""
        words, place = str(row[kind.words]), row.get("sentence", "")
        if kind.prefix == "source":  # by its day, where it has one, since an author has several in a year
            dated = row["date"] if re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]) else row["date"][:4]
            words = ", ".join(part for part in (row["author"] or row["title"], day(dated)) if part)
        elif kind.prefix == "outside":
            place = self.rows("sources").get(row["source"], {}).get("author", "")
        return words, place

    @cached_property
    def cruxes(self) -> readings.Cruxes:
        """The doubtful passages by id, and the ids of the ways of taking each, the default first."""
        return readings.cruxes(self._registers["readings"])

    def _table(self, parts: list, kind: type) -> "DataFrame":
        """One row per part, which is a dataclass of its kind."""
        from pandas import DataFrame

        return self._placed(DataFrame(parts, columns=list(kind.__dataclass_fields__)))

    def _placed(self, table: "DataFrame") -> "DataFrame":
        """The table, with word for `cablegram.table` on which pages its sentences stand."""
        table.attrs["pages"] = dict(self.pages)
        return table

    # ---- asking

    def find(self, quote: str, nth: int | None = None) -> text.Span:
        """Where the words stand, with their sentence; `nth` counts from 1 where they stand more than once.

        Raises `AnchorError` where they are absent, or ambiguous and no `nth` chooses.
        """
        span = text.find(self.text, quote, nth)
        return replace(span, sentence=self.sentence_at(span.start))

    def sentence_at(self, offset: int) -> str:
        """The id of the sentence that holds the offset in code points; empty between sentences."""
        return next((one.id for one in self._sentences if one.start <= offset < one.end), "")

    def about(self, words: str) -> "DataFrame":
        """The rows of `spoken` that hold all of the words, in any case; a word also finds longer forms."""
        found = self.spoken
        for word in words.split():
            found = found[found.text.str.contains(rf"\b{re.escape(word)}", case=False, regex=True)]
        return found.reset_index(drop=True)

    def find_numbers(self, everywhere: bool = False) -> "DataFrame":
        """One row per number a machine finds, with its sentence and the fields of `Number`.

        `segment` is the kind of the segment it stands in. Web-page furniture, page marks, running heads, what
        archives record, file numbers, front matter and footnotes are looked through only with `everywhere`.
        """
        from .finders.numbers import Number, find_numbers

        return self._found(find_numbers(self.text), Number, everywhere)

    def find_dates(self, spoken: str = "", vague: bool = False, everywhere: bool = False) -> "DataFrame":
        """One row per date a machine finds, as `find_numbers` has it, with the fields of `DateExpression`.

        `counted_from` is the day that relative ones count from: `spoken`, here or as `load` was told, else
        that of the dated heading or entry above (of a diary, letters, minutes by day), else the document's.
        `ValueError` where it is no date. *Now* and the like are given with `vague`.
        """
        from .finders.dates import DateExpression, find_dates
        from .finders.metadata import dated_parts

        found, days, spoken = [], [], spoken or self.meta.get("spoken")
        parts = dated_parts([] if spoken else self._segments, self.meta["date"])
        for (start, written), (end, _) in pairwise([*parts, (len(self.text), "")]):
            for find in find_dates(self.text[start:end], written=written, spoken=spoken, vague=vague):
                found.append(replace(find, start=start + find.start, end=start + find.end))
                days.append(str(spoken or written or ""))
        return self._found(found, DateExpression, everywhere, counted_from=days)

    def _found(self, finds: list, kind: type, everywhere: bool, **more: list) -> "DataFrame":
        from .finders.forms import ASIDE

        table = self._table(finds, kind).assign(**more)
        at = self.segments.start.searchsorted(table.start, side="right") - 1
        table.insert(3, "segment", list(self.segments.kind.iloc[at]))
        table = table[everywhere | ~table.segment.isin(ASIDE)].reset_index(drop=True)
        table.insert(0, "id", [f"{kind.__name__.lower()}-{n}" for n in range(1, len(table) + 1)])
        table.insert(4, "sentence", [self.sentence_at(start) for start in table.start])
        return table

    # ---- voices

    def chain(self, sentence: str) -> tuple[str, ...]:
        """The voices of a sentence, outermost first; none where the voices register does not know it."""
        chain = self.rows("voices", "sentence").get(sentence, {}).get("chain", "")
        return tuple(chain.split(" > ")) if chain else ()

    def through(self, chain: tuple[str, ...]) -> str:
        """A chain with the names of its voices: “the embassy ▸ An Zaixiu”."""
        speakers = self.rows("speakers")
        return " ▸ ".join(speakers[one]["name"] if one in speakers else one for one in chain)

    @cached_property
    def spoken(self) -> "DataFrame":
        """One row per sentence with its voices, outermost first, by id (`chain`) and by name (`through`)."""
        found = self.sentences[["id", "start", "end", "text", "sentence", "kind"]]
        found = found.merge(self.voices.drop(columns="id"), how="left", on="sentence")
        through = [self.through(self.chain(sentence)) for sentence in found.sentence]
        return self._placed(found.fillna({"chain": ""}).assign(through=through))

    def said_by(self, speaker: str) -> "DataFrame":
        """The sentences that reach us through a voice: a speaker's id, or part of a name, in any case.

        The columns are those of `spoken`, and `asserted_by`: the innermost voice, who vouches for the claim;
        the one asked for may only pass it on. Raises `KeyError` where no voice fits.
        """
        names = {id: row["name"].casefold() for id, row in self.rows("speakers").items()}
        asked = speaker.casefold()
        wanted = {id for id, name in names.items() if asked in (id, name)}
        wanted = wanted or {id for id, name in names.items() if re.search(rf"\b{re.escape(asked)}", name)}
        if not wanted:
            known = ", ".join(names) or "in no register of this document; they stand in speakers.csv"
            raise KeyError(f"no voice is called {speaker!r}; the voices are {known}")
        chains = self.spoken.chain.str.split(" > ")
        found = self.spoken.assign(asserted_by=chains.str[-1])
        return found[[not wanted.isdisjoint(chain) for chain in chains]].reset_index(drop=True)

    # ---- references

    def reference(self, sentence: str = "") -> str:
        """The full reference of the document or one of its sentences; what it does not say is left out."""
        from .finders.metadata import subject

        meta, title = self.meta, (self.meta["title"] or subject(self._segments)).strip()
        parts = [
            meta["seal"],
            f"“{title}”" if title else self.name,
            meta["file_number"],
            day(meta["date"] or ""),
            meta["archive_reference"],
            meta["translator"] and f"trans. {meta['translator']}",
            sentence and f"sentence {sentence}",
        ]
        return ", ".join(filter(None, parts))

    def short_reference(self) -> str:
        """How the document is named once it has been cited in full."""
        parts = (self.meta["file_number"] or self.name, day(self.meta["date"] or ""))
        return ", ".join(filter(None, parts))


for _name, _register in REGISTERS.items():  # a register is a property, so that `help` tells of it
    setattr(
        Document, _name, property(lambda document, name=_name: document.registers[name], doc=_register.help)
    )
