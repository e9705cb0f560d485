"""A sentence with all that is known of it."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ..voices import in_words
from . import frame_of, linked, prose_html, prose_text, sentence_link
from .cards import chains
from .when import when

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..cable import Cable

_REGISTERS = {
    "quantities": "Numbers",
    "exceptions": "No quantities",
    "dates": "Dates",
    "timeline": "Events",
    "mentions": "Names",
    "anomalies": "Slips and doubts",
    "readings": "Readings",
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
    has_pages: bool

    @classmethod
    def of(cls, cable: "Cable", sentence: str) -> "Passage":
        """The passage of a sentence id. Raises `KeyError` that says where the ids are listed."""
        found = cable.sentences[cable.sentences.id == sentence]
        if not len(found):
            raise KeyError(f"there is no sentence {sentence!r}; cable.sentences lists their ids")
        row, voice = found.iloc[0], cable.voices[cable.voices.sentence == sentence]
        rows = {name: table for name in _REGISTERS if len(table := _rows(cable, name, sentence))}
        chain = in_words(cable.speakers, chains(cable).get(sentence, ""))
        basis = voice.iloc[0].basis if len(voice) else ""
        words = (row.id, row.start, row.end, row.text, row.id)
        return cls(*words, chain, basis, cable.cite(row), rows, cable.has_pages)

    def cite(self) -> str:
        """The sentence as quotation and full reference, to paste into a footnote."""
        return self.reference

    def _repr_html_(self) -> str:
        voice = f"<p>Voice: {escape(self.chain)} ({escape(self.basis)})</p>" if self.chain else ""
        lists = "".join(
            f"<h5>{title}</h5><ul>{_items(name, self.rows[name])}</ul>"
            for name, title in _REGISTERS.items()
            if name in self.rows
        )
        quote = f"<blockquote><p>{escape(self.text, quote=False)} {sentence_link(self.id)}</p></blockquote>"
        cite = f'<p class="cg-quiet">Cite: {escape(self.reference)}</p>'
        html = f'<div class="cg-entry">{quote}{voice}{lists}{cite}</div>'
        return frame_of(linked(html, self.has_pages))

    def __repr__(self) -> str:
        lines = [f"{self.id}  {self.text}"]
        if self.chain:
            lines.append(f"Voice: {self.chain} ({self.basis})")
        for name, title in _REGISTERS.items():
            rows = self.rows[name].itertuples() if name in self.rows else ()
            lines += [f"{title}: “{row.text}”: {prose_text(_said(name, row))}" for row in rows]
        return "\n".join(lines)


def _rows(cable: "Cable", register: str, sentence: str) -> "DataFrame":
    """The rows that are about words of the sentence, with those words as their `text`.

    A mention has the `name` of its place, person or office as well; of a crux the default reading is given.
    """
    table = cable.registers[register]
    if register == "readings":
        table = table[table.default.astype(bool)]
    table = table.assign(text=[_words_here(row, sentence) for row in table.to_dict("records")])
    found = table[table.text != ""]
    if register == "mentions":
        return found.assign(name=[_name(cable, entity) for entity in found.entity])
    return found


def _words_here(row: dict, sentence: str) -> str:
    if row.get("sentence") == sentence:
        return row["text"]
    spans = [*row.get("anchors", []), *row.get("more", [])]
    return next((span.text for span in spans if span.sentence == sentence), "")


def _name(cable: "Cable", entity: str) -> str:
    kind, _, id = entity.partition(":")
    table = cable.registers[{"person": "people", "office": "offices", "place": "places"}[kind]]
    return dict(zip(table.id, table.name, strict=True)).get(id, id)


def _items(register: str, rows: "DataFrame") -> str:
    return "".join(_item_html(register, row) for row in rows.itertuples())


def _item_html(register: str, row: object) -> str:
    return f"<li>“{escape(row.text, quote=False)}”: {prose_html(_said(register, row))}</li>"


def _said(register: str, row: object) -> str:
    """What a register says of its row, in one line of prose."""
    return _SAID[register](row).strip()


def _mention(row: object) -> str:
    kind, _, id = row.entity.partition(":")
    return f"[{row.name}](#{kind}-{id}) ({row.form}, certainty {row.certainty}). {row.note}"


def _anomaly(row: object) -> str:
    stop = "" if row.reading.endswith((".", "?", "!")) else "."
    return f"{row.note} Proposed: {row.reading}{stop}" if row.reading else row.note


_SAID: dict[str, Callable[[object], str]] = {
    "quantities": lambda row: f"{row.counted}, {row.measure}. {row.note}",
    "exceptions": lambda row: f"{row.reason}.",
    "dates": lambda row: f"{row.what}; {when(row.edtf_spoken or row.edtf_written) or 'no date'}. {row.note}",
    "timeline": lambda row: f"{row.event}; {when(row.edtf)}. {row.rule}.",
    "mentions": _mention,
    "anomalies": _anomaly,
    "readings": lambda row: f"[{row.title}](#crux-{row.crux}): taken as {row.wording}.",
    "notes": lambda row: f"[{row.title}](#note-{row.id})",
}
