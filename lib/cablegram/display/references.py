"""References to a document and its sentences, read off the document itself."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..cable import Cable


def reference(cable: "Cable", sentence: str = "") -> str:
    """The full reference of a document or one of its sentences; what it does not say is left out."""
    meta = cable.meta
    title = f"“{meta['title'].strip()}”" if meta.get("title") else cable.name
    translator = f"trans. {meta['translator']}" if meta.get("translator") else ""
    parts = [
        meta.get("seal"),
        title,
        meta.get("file_number"),
        in_words(meta.get("date")),
        meta.get("archive_reference"),
    ]
    return ", ".join(part for part in [*parts, translator, _sentence(sentence)] if part)


def short(cable: "Cable", sentence: str) -> str:
    """The reference of a sentence once the document has been cited in full."""
    meta = cable.meta
    return ", ".join(
        part for part in (meta.get("file_number") or cable.name, in_words(meta.get("date")), sentence) if part
    )


def footnote(cable: "Cable", row: object = None) -> str:
    """Whatever has `text` and `sentence` as quotation and reference; without it the document alone."""
    if row is None:
        return reference(cable) + "."
    sentence = getattr(row, "sentence", "") or getattr(row, "id", "")
    return f"“{row.text}”, {reference(cable, sentence)}."


def in_words(day: str | None) -> str:
    """An ISO date as the edition writes it, `1961-12-02` as 2 December 1961; other words as they are."""
    try:
        parsed = date.fromisoformat(day or "")
    except ValueError:
        return day or ""
    return f"{parsed.day} {parsed:%B %Y}"


def _sentence(sentence: str) -> str:
    return f"sentence {sentence}" if sentence else ""
