"""A sentence with all that is known of it."""

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from ..document import Document
from ..registers import REGISTERS, table
from .markup import styled, to_text
from .rows import having, line, sentence_links, shapes

if TYPE_CHECKING:
    from pandas import DataFrame


@dataclass(frozen=True)
class Passage:
    """One sentence: its words, its voice, and the register rows that stand in it."""

    document: Document
    id: str
    start: int
    end: int
    text: str
    chain: str
    basis: str
    found: dict[str, list[dict]]

    @classmethod
    def of(cls, document: Document, sentence: str) -> "Passage":
        """The passage of a sentence id. Raises `KeyError` that says where the ids are listed."""
        row = document.rows("sentences").get(sentence)
        if row is None:
            raise KeyError(f"there is no sentence {sentence!r}; cable.sentences lists their ids")
        found = {name: rows for name in having("line") if (rows := standing_in(document, name, sentence))}
        basis = document.rows("voices", "sentence").get(sentence, {}).get("basis", "")
        words = (row[name] for name in ("id", "start", "end", "text"))
        return cls(document, *words, document.through(document.chain(sentence)), basis, found)

    @property
    def sentence(self) -> str:
        return self.id

    @property
    def rows(self) -> "dict[str, DataFrame]":
        """Tables by register of the rows that are about words of the sentence, which are their `text`."""
        return {name: table(REGISTERS[name], rows) for name, rows in self.found.items()}

    def cite(self) -> str:
        """The sentence as quotation and full reference, to paste into a footnote."""
        return f"“{self.text}”, {self.document.reference(self.id)}."

    def _lists(self) -> dict[str, list[str]]:
        """What the registers say of the sentence, as HTML, by the heading of each."""
        return {
            shapes()[name]["heading"]: [
                f"“{escape(row['text'], quote=False)}”: {line(self.document, name, row)}" for row in rows
            ]
            for name, rows in self.found.items()
        }

    def _repr_html_(self) -> str:
        words = f"{escape(self.text, quote=False)} {sentence_links(self.document, [self.id])}"
        voice = f"<p>Voice: {escape(self.chain)} ({escape(self.basis)})</p>" if self.chain else ""
        lists = "".join(
            f"<h5>{heading}</h5><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
            for heading, items in self._lists().items()
        )
        cite = f'<p class="cg-quiet">Cite: {escape(self.cite())}</p>'
        return styled(
            f'<div class="cg-entry"><blockquote><p>{words}</p></blockquote>{voice}{lists}{cite}</div>'
        )

    def __repr__(self) -> str:
        lines = [f"{self.id}  {self.text}"]
        if self.chain:
            lines.append(f"Voice: {self.chain} ({self.basis})")
        for heading, items in self._lists().items():
            lines += [f"{heading}: {to_text(item)}" for item in items]
        return "\n".join(lines)


def standing_in(document: Document, register: str, sentence: str) -> list[dict]:
    """The rows that are about words of the sentence, which become their `text`; of a crux the default one."""
    found = []
    for row in document.rows(register).values():
        spans = [*row.get("anchors", []), *row.get("more", [])]
        elsewhere = (span.text for span in spans if span.sentence == sentence)
        words = row["text"] if row.get("sentence") == sentence else next(elsewhere, "")
        if words and row.get("default", True):
            found.append(row | {"text": words})
    return found
