"""A sentence with all that is known of it."""

from html import escape
from typing import TYPE_CHECKING

from ..document import Document
from ..registers import REGISTERS, table
from .markup import styled, to_text, visible
from .rows import having, sentence_links, shaped, shapes

if TYPE_CHECKING:
    from pandas import DataFrame


class Passage:
    """One sentence: its `id`, place and `text`, its voices (`chain`, `basis`), and what stands in it.

    Raises `KeyError` for an id that no sentence has.
    """

    def __init__(self, document: Document, sentence: str):
        if sentence not in document.rows("sentences"):
            raise KeyError(f"there is no sentence {sentence!r}; cable.sentences lists their ids")
        row = document.rows("sentences")[sentence]
        self.document, self.id = document, sentence
        self.start, self.end, self.text = row["start"], row["end"], row["text"]
        self.chain = document.through(document.chain(sentence))
        self.basis = document.rows("voices", "sentence").get(sentence, {}).get("basis", "")

    @property
    def rows(self) -> "dict[str, DataFrame]":
        """Tables by register of the rows that are about words of the sentence, which are their `text`."""
        found = {name: self._standing(name) for name in having("line")}
        return {name: table(REGISTERS[name], rows) for name, rows in found.items() if rows}

    def _standing(self, register: str) -> list[dict]:
        """The rows that are about words of the sentence; of a crux the default one."""
        found = []
        for row in self.document.rows(register).values():
            spans = [*row.get("anchors", []), *row.get("more", [])]
            elsewhere = (span.text for span in spans if span.sentence == self.id)
            words = row["text"] if row.get("sentence") == self.id else next(elsewhere, "")
            if words and row.get("default", True):
                found.append(row | {"text": words})
        return found

    def known(self, shape: str) -> dict[str, list[str]]:
        """What the registers that have a shape say of the sentence in it, as HTML, by the heading of each."""
        known = {}
        for name in having(shape):
            items = (shaped(self.document, name, row, shape) for row in self._standing(name))
            if said := list(dict.fromkeys(filter(None, items))):
                known[shapes()[name]["heading"]] = said
        return known

    def cite(self) -> str:
        """The sentence as quotation and full reference, to paste into a footnote."""
        return f"“{self.text}”, {self.document.reference(self.id)}."

    def _repr_html_(self) -> str:
        words = f"{escape(self.text, quote=False)} {sentence_links(self.document, [self.id])}"
        voice = f"<p>Voice: {escape(self.chain)} ({escape(self.basis)})</p>" if self.chain else ""
        html = f"<blockquote><p>{words}</p></blockquote>{voice}"
        for heading, items in self.known("line").items():
            html += f"<h5>{heading}</h5><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
        html += f'<p class="cg-quiet">Cite: {escape(self.cite())}</p>'
        return styled(f'<div class="cg-entry">{html}</div>')

    def __repr__(self) -> str:
        voice = [f"Voice: {self.chain} ({self.basis})"] if self.chain else []
        known = [
            f"{heading}: {to_text(item)}" for heading, items in self.known("line").items() for item in items
        ]
        return visible("\n".join([f"{self.id}  {self.text}", *voice, *known]))
