"""References to a document and its sentences, read off the document itself."""

import re
from datetime import date
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from ..wording import day_in_words

if TYPE_CHECKING:
    from ..cable import Cable
    from ..finders.segments import Segment


_SUBJECT = re.compile(r"(?:subject|subj|re)\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)


def reference(cable: "Cable", sentence: str = "") -> str:
    """The full reference of a document or one of its sentences; what it does not say is left out."""
    meta = cable.meta
    words = (meta.get("title") or _subject(cable)).strip()
    title = f"“{words}”" if words else cable.name
    translator = f"trans. {meta['translator']}" if meta.get("translator") else ""
    parts = [
        meta.get("seal"),
        title,
        meta.get("file_number"),
        in_words(meta.get("date")),
        meta.get("archive_reference"),
    ]
    return ", ".join(part for part in [*parts, translator, _sentence(sentence)] if part)


def _subject(cable: "Cable") -> str:
    """What the head gives as the subject, which serves a paper without a title as one."""
    head = [one for one in cable._segments if one.kind != "blank"]
    for at, one in enumerate(head):
        if one.kind == "heading" and (found := _SUBJECT.match(one.text)):
            return " ".join((found[1] + _goes_on(cable, head[at:])).split())
    return ""


def _goes_on(cable: "Cable", head: list["Segment"]) -> str:
    """The headings on the lines right below the first one."""
    below = takewhile(
        lambda pair: pair[1].kind == "heading" and cable.text[pair[0].end : pair[1].start].count("\n") == 1,
        pairwise(head),
    )
    return "".join(f" {line.text}" for _, line in below)


def short(cable: "Cable", sentence: str) -> str:
    """The reference of a sentence once the document has been cited in full."""
    meta = cable.meta
    return ", ".join(
        part for part in (meta.get("file_number") or cable.name, in_words(meta.get("date")), sentence) if part
    )


def footnote(cable: "Cable", row: object = None) -> str:
    """Whatever has `text` and `sentence` as quotation and reference; without it the document alone.

    A voice is cited with its whole sentence, a row of the sources as the work it is from, words as they stand
    in the text. Raises `ValueError` for a whole table and for a row that quotes nothing, `AnchorError` as
    `cable.find` does.
    """
    if row is None:
        return reference(cable) + "."
    if isinstance(row, str):
        row = cable.find(row)
    if hasattr(row, "columns"):
        raise ValueError("this is a whole table; cite one row of it, such as `table.iloc[0]`")
    if hasattr(row, "read_at"):
        return _outside(row)
    sentence = getattr(row, "sentence", "") or getattr(row, "id", "")
    words = row.text if hasattr(row, "text") else _words(cable, sentence)
    if not words:
        raise ValueError(
            "this row quotes no words of the document; cite a span, a sentence, a source, or a row with words"
        )
    return f"“{words}”, {reference(cable, sentence)}."


def _words(cable: "Cable", sentence: str) -> str:
    return "".join(cable.sentences[cable.sentences.id == sentence].text)


def _outside(row: object) -> str:
    """A passage from elsewhere: its words, the work, and where they were read if that is another place."""
    title = f"“{row.title}”" if row.title else ""
    read = f"read at {row.read_at}" if row.read_at != row.address else ""
    parts = [f"“{row.words}”", row.author, title, in_words(row.date), row.archive, row.address, read]
    return ", ".join(part for part in parts if part) + "."


def in_words(day: str | None) -> str:
    """An ISO date as the edition writes it, `1961-12-02` as 2 December 1961; other words as they are."""
    try:
        parsed = date.fromisoformat(day or "")
    except ValueError:
        return day or ""
    return day_in_words(parsed)


def _sentence(sentence: str) -> str:
    return f"sentence {sentence}" if sentence else ""
