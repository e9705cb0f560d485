"""Where prose stands: Markdown cells, the README, columns of the registers, the sentences of results."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .prose import Prose
from .sources import Source, words

if TYPE_CHECKING:
    from ..cable import Cable

# The columns that are sentences of the edition; all others hold names, ids, or words of somebody else.
COLUMNS = {
    "quantities": ("note",),
    "dates": ("what", "note"),
    "mentions": ("note",),
    "people": ("identity", "note"),
    "offices": ("identity", "note"),
    "speakers": ("name", "note"),
    "voices": ("alternatives", "note"),
    "exceptions": ("reason",),
    "places": ("identity", "note"),
    "candidates": ("argument", "against"),
    "anomalies": ("cause", "note"),
    "readings": ("title", "question", "wording", "argument", "against"),
    "notes": ("title", "claim", "alternatives"),
    "timeline": ("event", "rule"),
    "sources": ("fact",),
    "outside": ("scope", "comparable"),
}
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def all_prose(sources: Iterable[Source], cable: "Cable", readme: Path) -> list[Prose]:
    """Every stretch of prose of the edition, notebooks first."""
    found = [*notebook_prose(sources), *register_prose(cable), *result_prose()]
    return found + (list(readme_prose(readme)) if readme.is_file() else [])


def notebook_prose(sources: Iterable[Source]) -> Iterator[Prose]:
    """One stretch per Markdown cell; cells are counted from one, code cells included."""
    for source in sources:
        for number, cell in enumerate(source.cells, 1):
            if cell["cell_type"] == "markdown":
                yield Prose(source.path.name, f"cell {number}", words(cell), source.name)


def readme_prose(path: Path) -> Iterator[Prose]:
    """One stretch per paragraph, with the number of its first line."""
    text = path.read_text(encoding="utf-8")
    for match in re.finditer(r"(?:^```.*?^```|\S.*?)(?=\n\s*\n|\Z)", text, re.DOTALL | re.MULTILINE):
        yield Prose(path.name, f"line {text.count(chr(10), 0, match.start()) + 1}", match[0])


def register_prose(cable: "Cable") -> Iterator[Prose]:
    """One stretch per prose field of each row."""
    for name, columns in COLUMNS.items():
        for row in getattr(cable, name).to_dict("records"):
            for column in columns:
                for text in _texts(row.get(column)):
                    yield Prose(f"registers/{name}", f"{row['id']}, {column}", text)


def _texts(value: object) -> list[str]:
    if isinstance(value, list | tuple):
        return [str(item) for item in value]
    return [value] if isinstance(value, str) and value else []


def result_prose() -> Iterator[Prose]:
    """One stretch per sentence of the results' catalogue, its placeholders left out."""
    from ..results import CATALOGUE

    for entry in CATALOGUE.values():
        for name in ("title", "statement", "formula"):
            yield Prose("results", f"{entry.id}, {name}", _PLACEHOLDER.sub("\0", getattr(entry, name)))
