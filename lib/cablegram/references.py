"""How to cite this document and this edition of it; words of a document are cited by `Cable.cite`.

The citations of the two works stand ready in files beside this one, the document first, the edition second:
`chicago.txt`, `mla.txt`, `citation.bib`, `citation.ris` and `citation.json`. Version and date are filled in.
"""

import textwrap
from datetime import date
from pathlib import Path

from . import __version__
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


class Reference(str):
    """A citation: one line to paste, which prints in lines of whole words."""

    def __str__(self) -> str:
        return textwrap.fill(self[:], 76, break_long_words=False, break_on_hyphens=False)

    def __format__(self, spec: str) -> str:
        return format(self[:], spec)


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
