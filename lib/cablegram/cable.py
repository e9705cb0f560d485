"""A cable with everything known of it."""

import re
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from . import parts, text, voices
from .registers import REGISTERS, columns, empty_registers, load_registers

if TYPE_CHECKING:
    from pandas import DataFrame

    from .display import Shown
    from .display.passage import Passage
    from .figures.publish import Published
    from .results import Result
    from .segments import Segment
    from .segments.sentences import Sentence


class Cable:
    """One document: its text as received, its parts, and its registers.

    Every table is a DataFrame with one row per something; those about words of the text share the columns
    `id, start, end, text, sentence`, so that any two can be joined. Nothing in it changes the text.
    """

    has_pages = False
    """Whether this is the cable of this edition with its registers: only they have pages to link to."""

    def __init__(self, words: str, name: str, registers: "str | Path | None" = None):
        self.text = words
        self.name = name
        self._folder = registers

    # ---- parts

    @cached_property
    def _segments(self) -> "list[Segment]":
        from .segments import segment  # its rules take longer to compile than all else that loading does

        return segment(self.text)

    @cached_property
    def _sentences(self) -> "list[Sentence]":
        from .segments.sentences import sentences

        return sentences(self._segments)

    @cached_property
    def segments(self) -> "DataFrame":
        """One row per piece of the partition; joined together the `text` column is the file again."""
        from .segments import Segment

        return parts.frame(self._segments, Segment)

    @cached_property
    def sentences(self) -> "DataFrame":
        """One row per sentence; `kind` is body, heading or apparatus, `sentence` its id for joins."""
        from .segments.sentences import Sentence

        table = parts.frame(self._sentences, Sentence)
        table.insert(5, "sentence", table.id)
        return table

    @cached_property
    def paragraphs(self) -> "DataFrame":
        """One row per paragraph of the body: id such as `2.3`, and its words."""
        rows = self.sentences.query("kind == 'body'")
        return parts.gathered(self.text, rows, ["section", "paragraph"])

    @cached_property
    def sections(self) -> "DataFrame":
        """One row per section of the body, its heading included; the opening is section 0."""
        return parts.gathered(self.text, self.sentences.query("kind != 'apparatus'"), ["section"])

    @cached_property
    def meta(self) -> dict:
        """What the document says of itself: date, title ...; `empty` lists what the capture left blank."""
        from .segments.metadata import metadata

        return metadata(self._segments)

    # ---- registers

    @cached_property
    def registers(self) -> "dict[str, DataFrame]":
        """Every register by name; without a folder of registers each is empty and has its columns."""
        if self._folder is None:
            return empty_registers()
        tables = load_registers(self.text, self._sentences, self._folder)
        return {name: self._placed(table) for name, table in tables.items()}

    def _placed(self, table: "DataFrame") -> "DataFrame":
        """The table, with word for `cablegram.table` whether its sentences are on the edition's pages."""
        table.attrs["has_pages"] = self.has_pages
        return table

    def __getattr__(self, name: str) -> None:
        raise AttributeError(f"a cable has no {name!r}; its registers are {', '.join(REGISTERS)}")

    # ---- asking

    def find(self, quote: str, nth: int | None = None) -> text.Span:
        """Where the words stand, with their sentence; `nth` counts from 1 where they stand more than once.

        Raises `AnchorError` where they are absent, or ambiguous and no `nth` chooses.
        """
        span = text.find(self.text, quote, nth)
        return text.Span(span.start, span.end, span.text, self.sentence_at(span.start))

    def sentence_at(self, offset: int) -> str:
        """The id of the sentence that holds the offset in code points; empty between sentences."""
        return next((s.id for s in self._sentences if s.start <= offset < s.end), "")

    def at(self, sentence: str) -> "Passage":
        """A sentence with all that is known of it: voice, numbers, dates, names, doubts and notes.

        Raises `KeyError` for an id that no sentence has.
        """
        from .display.passage import Passage

        return Passage.of(self, sentence)

    @cached_property
    def spoken(self) -> "DataFrame":
        """One row per sentence with its voices, outermost first, by id (`chain`) and by name (`through`)."""
        table = self.sentences[["id", "start", "end", "text", "sentence", "kind"]]
        table = table.merge(self.voices.drop(columns="id"), how="left", on="sentence")
        chains = table.chain.fillna("").astype(str)
        through = [voices.in_words(self.speakers, chain) for chain in chains]
        return self._placed(table.assign(chain=chains, through=through))

    def said_by(self, speaker: str) -> "DataFrame":
        """The sentences that reach us through a voice: a speaker's id, or part of a name, in any case.

        The columns are those of `spoken`, and `asserted_by`: the innermost voice, who vouches for the claim;
        the one asked for may only pass it on. Raises `KeyError` where no voice fits.
        """
        return voices.said_by(self.spoken, self.speakers, speaker)

    def about(self, words: str) -> "DataFrame":
        """The rows of `spoken` that hold all of the words, in any case; a word also finds longer forms."""
        table = self.spoken
        for word in words.split():
            table = table[table.text.str.contains(rf"\b{re.escape(word)}", case=False, regex=True)]
        return table.reset_index(drop=True)

    def find_numbers(self) -> "DataFrame":
        """One row per number a machine finds, with its sentence and the fields of `Number`."""
        from .finders.numbers import Number, find_numbers

        return self._found(find_numbers(self.text), Number)

    def find_dates(self, spoken: str | None = None) -> "DataFrame":
        """One row per date a machine finds, with its sentence and the fields of `DateExpression`.

        Relative ones count from `spoken`, else from the document's date; `ValueError` where it is no date.
        """
        from .dates import DateExpression, find_dates

        found = find_dates(self.text, written=self.meta.get("date"), spoken=spoken)
        return self._found(found, DateExpression)

    def _found(self, rows: list, kind: type) -> "DataFrame":
        table = parts.frame(rows, kind)
        table.insert(0, "id", [f"{kind.__name__.lower()}-{n}" for n in range(1, len(table) + 1)])
        table.insert(4, "sentence", [self.sentence_at(start) for start in table.start])
        return self._placed(table)

    # ---- arguing

    def results(self, **readings: str) -> "DataFrame":
        """One row per result, under the default readings or those named: `results(stations="flow")`.

        `low` and `high` are in the result's own `unit`, NaN where open; `depends` names the cruxes it meets.
        Without registers there are no rows. Raises `ReadingError` for a crux or option that there is not.
        """
        from . import results

        return results.frame(self, **readings)

    def result(self, name: str, **readings: str) -> "Result":
        """One result by its id, with its value, formula, inputs and assumptions.

        Raises `KeyError` for an id that no result has, `MissingEvidence` where the registers lack what it
        needs, and `ReadingError` as `results` does.
        """
        from . import results

        return results.result(self, name, **readings)

    def doubts(self) -> "DataFrame":
        """One row per `crux`: how many `results` meet it, how many of them it `changed`, and `which`."""
        from . import results

        return results.doubts(self)

    # ---- showing itself

    def index(self, register: str) -> "Shown":
        """A register for readers, each row with its address and links back to the text.

        Raises `KeyError` that lists the indexes there are.
        """
        from .display.indexes import index

        return index(self, register)

    def figure(self, name: str, **readings: str) -> "Published":
        """One of the edition's figures, under the readings named.

        Raises `KeyError` that lists the figures, and `ValueError` where the document has no registers to draw
        it from, or where under these readings it would say nothing.
        """
        from .figures import figure

        return figure(name, self, **readings)

    def cite(self, row: object = None) -> str:
        """A row, span, passage or words of the text as quotation and reference; alone, the document's.

        Raises `ValueError` for a row that quotes nothing.
        """
        from .display.references import footnote

        return footnote(self, row)

    def __repr__(self) -> str:
        from . import display

        return display.plain(self)

    def _repr_html_(self) -> str:
        from .display.reading import reading

        return reading(self)._repr_html_()


def _table(name: str) -> property:
    """A register as a property of a cable, so that `help` tells its rows and columns."""
    register = REGISTERS[name]
    words = f"One row per {register.one_row_per}: {', '.join(columns(register))}."
    return property(lambda cable: cable.registers[name], doc=words)


for _name in REGISTERS:
    setattr(Cable, _name, _table(_name))
