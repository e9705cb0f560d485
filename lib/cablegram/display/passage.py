"""A sentence with all that is known of it."""

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from . import frame_of, prose_html, prose_text, sentence_link
from .cards import chain_words, chains

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..cable import Cable

_REGISTERS = {
    "quantities": "Numbers",
    "dates": "Dates",
    "mentions": "Names",
    "anomalies": "Slips and doubts",
    "notes": "Notes",
}


@dataclass(frozen=True)
class Passage:
    """One sentence: its words, its voice, and the register rows that stand in it, as tables by register."""

    id: str
    start: int
    end: int
    text: str
    sentence: str
    chain: str
    basis: str
    reference: str
    rows: "dict[str, DataFrame]"

    @classmethod
    def of(cls, cable: "Cable", sentence: str) -> "Passage":
        """The passage of a sentence id. Raises `KeyError` that says where the ids are listed."""
        found = cable.sentences[cable.sentences.id == sentence]
        if not len(found):
            raise KeyError(f"there is no sentence {sentence!r}; cable.sentences lists their ids")
        row, voice = found.iloc[0], cable.voices[cable.voices.sentence == sentence]
        rows = {
            name: table[table.sentence == sentence]
            for name in _REGISTERS
            if len(table := cable.registers[name])
        }
        chain = chain_words(cable, chains(cable).get(sentence, ""))
        basis = voice.iloc[0].basis if len(voice) else ""
        return cls(row.id, row.start, row.end, row.text, row.id, chain, basis, cable.cite(row), rows)

    def cite(self) -> str:
        """The sentence as quotation and full reference, to paste into a footnote."""
        return self.reference

    def _repr_html_(self) -> str:
        voice = f"<p>Voice: {escape(self.chain)} ({escape(self.basis)})</p>" if self.chain else ""
        lists = "".join(
            f"<h5>{title}</h5><ul>{_items(name, self.rows[name])}</ul>"
            for name, title in _REGISTERS.items()
            if len(self.rows.get(name, ()))
        )
        quote = f"<blockquote><p>{escape(self.text, quote=False)} {sentence_link(self.id)}</p></blockquote>"
        return frame_of(
            f'<div class="cg-entry">{quote}{voice}{lists}'
            f'<p class="cg-quiet">Cite: {escape(self.reference)}</p></div>'
        )

    def __repr__(self) -> str:
        lines = [f"{self.id}  {self.text}"]
        if self.chain:
            lines.append(f"Voice: {self.chain} ({self.basis})")
        for name, title in _REGISTERS.items():
            lines += [
                f"{title}: {prose_text(_said(name, row))}"
                for row in self.rows.get(name, _nothing()).itertuples()
            ]
        return "\n".join(lines)


def _nothing() -> "DataFrame":
    from pandas import DataFrame

    return DataFrame()


def _items(register: str, rows: "DataFrame") -> str:
    return "".join(_item_html(register, row) for row in rows.itertuples())


def _item_html(register: str, row: object) -> str:
    return f"<li>“{escape(row.text, quote=False)}”: {prose_html(_said(register, row))}</li>"


def _said(register: str, row: object) -> str:
    """What a register says of its row, in one line of prose."""
    if register == "quantities":
        return f"{row.text}, {row.counted}, {row.measure}. {row.note}"
    if register == "dates":
        return f"{row.what}; {row.edtf_spoken or 'no date'}. {row.note}"
    if register == "mentions":
        kind, _, name = row.entity.partition(":")
        return (
            f"[{name.replace('-', ' ')}](#{kind}-{name}) ({row.form}, certainty {row.certainty}). {row.note}"
        )
    if register == "anomalies":
        return f"{row.note} Proposed: {row.reading}." if row.reading else row.note
    return f"[{row.title}](#note-{row.id})"
