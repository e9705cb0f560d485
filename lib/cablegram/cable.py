"""A cable with everything known of it, and how one is loaded."""

import hashlib
import re
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from . import files, registers, segments, text
from .display import references
from .registers import FOLDER
from .segments import metadata, sentences

if TYPE_CHECKING:
    from pandas import DataFrame

    from .display import Shown
    from .display.passage import Passage
    from .figures.publish import Published
    from .results import Result

CABLE_SHA256 = "cdf10784c60b5a3bb83b1b03c5f2d520475cc2c9f1a558efcea8c6a581b6f95f"


class Cable:
    """One document: its text as received, its parts, and its registers.

    Every table is a DataFrame with one row per something; those about words of the text share the columns
    `id, start, end, text, sentence`, so that any two can be joined. Nothing in it changes the text.
    """

    def __init__(self, words: str, name: str, registers: "str | Path | None" = None):
        self.text = words
        self.name = name
        self._folder = registers

    # ---- parts

    @cached_property
    def _segments(self) -> list[segments.Segment]:
        return segments.segment(self.text)

    @cached_property
    def _sentences(self) -> list[sentences.Sentence]:
        return sentences.sentences(self._segments)

    @cached_property
    def segments(self) -> "DataFrame":
        """One row per piece of the partition; joined together the `text` column is the file again."""
        return _frame(self._segments, segments.Segment)

    @cached_property
    def sentences(self) -> "DataFrame":
        """One row per sentence; `kind` is body, heading or apparatus, `sentence` its id for joins."""
        table = _frame(self._sentences, sentences.Sentence)
        table.insert(5, "sentence", table.id)
        return table

    @cached_property
    def paragraphs(self) -> "DataFrame":
        """One row per paragraph of the body: id such as `2.3`, and its words."""
        return self._group(["section", "paragraph"])

    @cached_property
    def sections(self) -> "DataFrame":
        """One row per section of the body, its heading included; the opening is section 0."""
        return self._group(["section"])

    def _group(self, keys: list[str]) -> "DataFrame":
        table = self.sentences[self.sentences.kind != "apparatus"]
        if "paragraph" in keys:
            table = table[table.kind == "body"]
        spans = table.groupby(keys, sort=False).agg(start=("start", "min"), end=("end", "max")).reset_index()
        spans.insert(0, "id", [".".join(map(str, row)) for row in spans[keys].itertuples(index=False)])
        spans["text"] = [self.text[start:end] for start, end in zip(spans.start, spans.end, strict=True)]
        return spans[["id", "start", "end", "text", *keys]]

    @cached_property
    def meta(self) -> dict:
        """What the document says of itself: date, title ...; `empty` lists what the capture left blank."""
        return metadata.metadata(self._segments)

    # ---- registers

    @cached_property
    def registers(self) -> "dict[str, DataFrame]":
        """Every register by name; without a folder of registers each is empty and has its columns."""
        if self._folder is None:
            return registers.empty_registers()
        return registers.load_registers(self.text, self._sentences, self._folder)

    def __getattr__(self, name: str) -> None:
        raise AttributeError(f"a cable has no {name!r}; its registers are {', '.join(registers.REGISTERS)}")

    # ---- asking

    def find(self, quote: str, nth: int | None = None) -> text.Span:
        """Where the words stand, with their sentence; see `cablegram.text.find` for what is raised."""
        span = text.find(self.text, quote, nth)
        return text.Span(span.start, span.end, span.text, self.sentence_at(span.start))

    def sentence_at(self, offset: int) -> str:
        """The id of the sentence that holds the offset; empty between sentences."""
        return next((s.id for s in self._sentences if s.start <= offset < s.end), "")

    def at(self, sentence: str) -> "Passage":
        """A sentence with all that is known of it: voice, numbers, dates, names, doubts and notes.

        Raises `KeyError` for an id that no sentence has.
        """
        from .display.passage import Passage

        return Passage.of(self, sentence)

    @cached_property
    def spoken(self) -> "DataFrame":
        """One row per sentence with its chain of voices; what `said_by` and `about` select from."""
        table = self.sentences[["id", "start", "end", "text", "kind"]]
        table.insert(4, "sentence", table.id)
        return table.merge(self.voices.drop(columns="id"), how="left", on="sentence")

    def said_by(self, speaker: str) -> "DataFrame":
        """The sentences that reach us through a voice: a speaker's id, or part of a name, in any case.

        `asserted_by` is the innermost voice, who vouches for the claim; the one asked for may only pass it
        on.
        Raises `KeyError` where no voice fits.
        """
        known = self.speakers.set_index("id").name
        asked = speaker.casefold()
        exact = [key for key in known.index if asked in (key.casefold(), known[key].casefold())]
        wanted = set(
            exact
            or [key for key in known.index if re.search(rf"\b{re.escape(asked)}", known[key].casefold())]
        )
        if not wanted:
            known = ", ".join(known.index) or "in no register of this document; they stand in speakers.csv"
            raise KeyError(f"no voice is called {speaker!r}; the voices are {known}")
        chains = self.spoken.chain.fillna("").str.split(" > ")
        table = self.spoken.assign(asserted_by=chains.str[-1])
        return table[chains.map(lambda chain: bool(wanted & set(chain)))].reset_index(drop=True)

    def about(self, words: str) -> "DataFrame":
        """The sentences that hold every one of the words, in any case; a word also finds its longer forms."""
        table = self.spoken
        for word in words.split():
            table = table[table.text.str.contains(rf"\b{re.escape(word)}", case=False, regex=True)]
        return table.reset_index(drop=True)

    def find_numbers(self) -> "DataFrame":
        """Every number expression a machine finds in this text, one row each, with its sentence."""
        from .numbers import Number, find_numbers

        return self._found(find_numbers(self.text), Number)

    def find_dates(self, spoken: str | None = None) -> "DataFrame":
        """Every date expression a machine finds, relative ones counted from `spoken`, else from its date."""
        from .dates import DateExpression, find_dates

        found = find_dates(self.text, written=self.meta.get("date"), spoken=spoken)
        return self._found(found, DateExpression)

    def _found(self, rows: list, kind: type) -> "DataFrame":
        table = _frame(rows, kind)
        table.insert(0, "id", [f"{kind.__name__.lower()}-{n}" for n in range(1, len(table) + 1)])
        table.insert(4, "sentence", [self.sentence_at(start) for start in table.start])
        return table

    # ---- arguing

    def results(self, **readings: str) -> "DataFrame":
        """One row per result, under the default readings or those named: `results(stations="flow")`."""
        from . import results

        return results.frame(self, **readings)

    def result(self, name: str, **readings: str) -> "Result":
        """One result by its id, with its value, formula, inputs and assumptions."""
        from . import results

        return results.result(self, name, **readings)

    def doubts(self) -> "DataFrame":
        """One row per crux: how many results meet it, and how many of those it changes or unmakes."""
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
        """One of the edition's figures, under the readings named. Raises `KeyError` that lists them."""
        from .figures import figure

        return figure(name, self, **readings)

    def cite(self, row: object = None) -> str:
        """A row, span, passage or words of the text as quotation and reference; alone, the document's."""
        return references.footnote(self, row)

    def __repr__(self) -> str:
        from . import display

        return display.plain(self)

    def _repr_html_(self) -> str:
        from .display.reading import reading

        return reading(self)._repr_html_()


def load(
    path: "str | Path | None" = None, registers: "str | Path | None" = None, encoding: str | None = None
) -> Cable:
    """This cable with its registers, or any other document.

    `path` names a text file; without one it is the cable of this edition, from the package or from `seeds/`
    of the checkout, and its hash is checked. `registers` names a folder of registers in the same form
    (`quantities.csv` ...; those to copy from are in `cablegram.registers.FOLDER`), `encoding` that of a text
    file which is not UTF-8 and does not say so by a byte order mark.
    Raises `DocumentError` for a file that cannot be read as text, or is not the cable it should be, and when
    a register is first asked for, `RegisterError`.
    """
    if path is None:
        return Cable(_own_text(), "cable.txt", registers or FOLDER)
    return Cable(files.read(path, encoding), Path(path).name, registers)


def _own_text() -> str:
    packaged = Path(__file__).with_name("cable.txt")
    source = packaged if packaged.is_file() else Path(__file__).parents[2] / "seeds" / "cable.txt"
    raw = source.read_bytes()
    if hashlib.sha256(raw).hexdigest() != CABLE_SHA256:
        raise files.DocumentError(
            f"{source} is not the cable as received (its SHA-256 differs); restore it from the repository, "
            "or load it under its own path to work on a changed text."
        )
    return raw.decode("utf-8")


def _frame(rows: list, kind: type) -> "DataFrame":
    from pandas import DataFrame

    return DataFrame([asdict(row) for row in rows], columns=list(kind.__dataclass_fields__))


def _table(name: str) -> property:
    """A register as a property of a cable, so that `help` tells its rows and columns."""
    register = registers.REGISTERS[name]
    words = f"One row per {register.one_row_per}: {', '.join(registers.columns(register))}."
    return property(lambda cable: cable.registers[name], doc=words)


for _name in registers.REGISTERS:
    setattr(Cable, _name, _table(_name))
