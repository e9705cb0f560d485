"""The partition of a document: every character in one segment, every segment of one kind, and the ids of both
segments and sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .forms import FURNITURE, LIST, PAGE_BREAKS
from .head_forms import TELETYPE
from .kinds import by_rules
from .lines import Piece, pieces
from .numbering import number
from .sections import SPEAKER, is_row, label
from .zones import classify

_ROUND_PAGES = PAGE_BREAKS + FURNITURE
_KEY = re.compile(r"[a-z_]+:\s")  # a line of front matter


@dataclass(frozen=True)
class Segment:
    """`text[start:end]` of the document. All segments joined are the document.

    `section` and `paragraph` say where a segment of the body stands; outside the body they are `""` and 0.
    """

    id: str
    kind: str
    start: int
    end: int
    text: str
    section: str = ""
    paragraph: int = 0


def segment(text: str) -> list[Segment]:
    """One segment per piece of the document, and one per stretch of white space between them (`blank`).

    A paragraph that goes on after a page break is several segments of one section and paragraph.
    """
    found = pieces(text, _starts_anew, _stands_alone)
    classify(found)
    return list(_partition(text, number(found)))


def _starts_anew(line: str) -> bool:
    """Whether a line cannot be the next line of a wrapped paragraph."""
    return bool(label(line) or LIST.match(line) or SPEAKER.match(line) or _KEY.match(line))


def _stands_alone(line: str) -> bool:
    """Whether a line is a page mark, what pages repeat at their head, a row, a line of a telegram's head."""
    if len(line) > 120:
        return False
    return bool(is_row(line) or by_rules(line, _ROUND_PAGES) or (line.isupper() and by_rules(line, TELETYPE)))


def _partition(text: str, found: list[Piece]) -> Iterator[Segment]:
    body = [n for n, piece in enumerate(found) if piece.section]
    taken: dict[str, int] = {}
    reached = 0
    for n, piece in enumerate(found):
        if reached < piece.start:
            yield Segment(_fresh("blank", taken), "blank", reached, piece.start, text[reached : piece.start])
        zone = "head" if not body or n < body[0] else "tail" if n > body[-1] else "body"
        name = _name(piece) if piece.section else f"{zone}.{piece.kind}"
        yield Segment(
            _fresh(name, taken),
            piece.kind,
            piece.start,
            piece.end,
            piece.text,
            piece.section,
            piece.paragraph,
        )
        reached = piece.end
    if reached < len(text):
        yield Segment(_fresh("blank", taken), "blank", reached, len(text), text[reached:])


def _name(piece: Piece) -> str:
    """`2.3` for a paragraph, `2.0` for the heading of a section, `2.4.0` for one above paragraph 2.4."""
    if piece.kind != "section-heading":
        return f"{piece.section}.{piece.paragraph}"
    return f"{piece.section}.{piece.paragraph + 1}.0" if piece.paragraph else f"{piece.section}.0"


def _fresh(name: str, taken: dict[str, int]) -> str:
    """The name the first time; then `2.3+2` for a second part, `tail.date.2` for a second date."""
    taken[name] = count = taken.get(name, 0) + 1
    if count == 1:
        return name
    return f"{name}.{count}" if name[:5] in ("head.", "body.", "tail.", "blank") else f"{name}+{count}"
