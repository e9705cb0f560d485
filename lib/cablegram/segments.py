"""The partition of a document: every character in one segment, every segment of one kind, and the ids of both
segments and sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .kinds import ANNEX, LIST
from .lines import Piece, pieces
from .sections import label, run_in
from .sentences import BODY, split
from .zones import classify


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
    """One segment per piece of the document, and one per stretch of white space between them (`blank`)."""
    found = pieces(text, lambda line: bool(label(line) or LIST.match(line)))
    classify(found)
    found = list(_headings_apart(found))
    _number(found)
    return list(_partition(text, found))


def _headings_apart(found: list[Piece]) -> Iterator[Piece]:
    """Cuts a numbered heading off the paragraph it is run in with; one that stands alone becomes a heading."""
    for piece in found:
        first = next(split(piece.text[:600]), (0, 0))[1] if piece.kind == "paragraph" and label(piece.text) else 0
        cut = run_in(piece.text, first) if first else 0
        if cut:
            yield Piece(piece.start, piece.start + cut, piece.text[:cut], piece.gap, kind="section-heading")
            rest = piece.text[cut:].lstrip()
            yield Piece(piece.end - len(rest), piece.end, rest, inside=True, kind="paragraph")
        else:
            if first and first >= len(piece.text) and len(piece.text.split()) <= 20:
                piece.kind = "section-heading"
            yield piece


def _number(found: list[Piece]) -> None:
    section, paragraph = "0", 0
    for piece in found:
        mark = label(piece.text) if piece.kind in ("section-heading", "paragraph") else None
        if mark:
            section, paragraph = mark.name, 0
        if piece.kind in BODY:
            paragraph += 1
        if piece.kind in BODY or piece.kind == "section-heading":
            piece.section, piece.paragraph = section, paragraph


def _partition(text: str, found: list[Piece]) -> Iterator[Segment]:
    names: dict[str, int] = {}
    reached = 0
    body = [n for n, piece in enumerate(found) if piece.section]
    for number, piece in enumerate(found):
        if reached < piece.start:
            yield Segment(_fresh(names, "blank"), "blank", reached, piece.start, text[reached : piece.start])
        zone = "head" if not body or number < body[0] else "tail" if number > body[-1] else "body"
        name = f"{piece.section}.{piece.paragraph}" if piece.section else f"{zone}.{piece.kind}"
        yield Segment(_fresh(names, name), piece.kind, piece.start, piece.end, piece.text, piece.section, piece.paragraph)
        reached = piece.end
    if reached < len(text):
        yield Segment(_fresh(names, "blank"), "blank", reached, len(text), text[reached:])


def _fresh(names: dict[str, int], name: str) -> str:
    """The name itself the first time, then with a running number."""
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else f"{name}.{names[name]}"
