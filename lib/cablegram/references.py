"""How to cite: words of a document, the document itself, and this edition of it.

The citations of the two works stand ready in files beside this one, the document first, the edition second:
`chicago.txt`, `mla.txt`, `citation.bib`, `citation.ris` and `citation.json`. Version and date are filled in.
"""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

from . import __version__
from .document import Document
from .wording import day

DATED = date(2026, 11, 26)  # the day of the last change the README lists; never the clock's
EDITION = (
    "Crossing the Border to Come to Korea: "
    "An Analytical Edition of a Chinese Embassy Dispatch of 2 December 1961"
)
AUTHOR = "The maintainers of this project"
RIGHTS = (
    "Code MIT, commentary and data CC BY 4.0. Neither covers the text of the document: "
    "the History and Public Policy Program welcomes its reuse for research and educational purposes; "
    "rights may rest with others."
)
_DATES = {
    "chicago.txt": day(DATED.isoformat()),
    "mla.txt": f"{DATED.day} {DATED:%b}. {DATED.year}",
    "citation.bib": DATED.isoformat(),
    "citation.ris": f"{DATED:%Y/%m/%d/}",
    "citation.json": f"{DATED.year},\n          {DATED.month},\n          {DATED.day}",
}


def citations(file: str) -> str:
    """The citations of the document and of this edition, in the style or format of one of the files."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    filled = {"{version}": __version__, "{date}": _DATES[file], "{year}": str(DATED.year)}
    for placeholder, words in filled.items():
        text = text.replace(placeholder, words)
    return text.replace("\n", "\r\n") if file.endswith(".ris") else text  # as the format asks


def ready(file: str) -> tuple[str, str]:
    """The citation of the document and that of the edition; not for JSON, which has both in one list."""
    document, edition = citations(file).replace("\r\n", "\n").strip().split("\n\n")
    return document, edition


def footnote(document: Document, row: object = None) -> str:
    """Whatever has `text` and `sentence` as quotation and reference; without it the document alone.

    A voice is cited with its whole sentence, a row of the sources as the work it is from, words as they stand
    in the text. Raises `ValueError` for a whole table and for a row that quotes nothing, `AnchorError` as
    `cable.find` does.
    """
    if row is None:
        return document.reference() + "."
    if isinstance(row, str):
        row = document.find(row)
    if isinstance(row, dict):
        row = SimpleNamespace(**row)
    if hasattr(row, "columns"):
        raise ValueError("this is a whole table; cite one row of it, such as `table.iloc[0]`")
    if hasattr(row, "read_at"):
        return _outside(row)
    sentence = getattr(row, "sentence", "") or getattr(row, "id", "")
    whole = document.rows("sentences").get(sentence, {}).get("text", "")
    words = row.text if hasattr(row, "text") else whole
    if not words:
        raise ValueError(
            "this row quotes no words of the document; cite a span, a sentence, a source, or a row with words"
        )
    return f"“{words}”, {document.reference(sentence)}."


def _outside(row: object) -> str:
    """A passage from elsewhere: its words, the work, and where they were read if that is another place."""
    title = f"“{row.title}”" if row.title else ""
    read = f"read at {row.read_at}" if row.read_at != row.address else ""
    parts = [f"“{row.words}”", row.author, title, day(row.date), row.archive, row.address, read]
    return ", ".join(part for part in parts if part) + "."
