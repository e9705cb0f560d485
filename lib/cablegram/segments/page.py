"""What an archive's page says round the document: front matter, labels and their values, title, summary."""

import re
from itertools import pairwise

from .forms import FIELDS, HEADINGS
from .head_forms import DOCUMENT, HEAD
from .kinds import by_rules, plain
from .lines import Piece
from .sections import is_prose

# What stands under a label of the page: its kind, and what it must look like to be the label's value at all.
_VALUES = {
    "citation": ("source-line", r".{25}"),
    "get citation": ("summary", r".{40}"),
    "summary": ("summary", r".{15}"),
    "abstract": ("summary", r".{15}"),
    "description": ("summary", r".{15}"),
    "credits": ("funder", r".{8}"),
    "donors": ("funder", r".{3}"),
    "source": ("source-line", r".{5}"),
    "original archive": ("source-line", r".{5}"),
    "translator": ("source-line", r"[A-Z]"),
    "rights": ("rights", r".{15}"),
    "classification": ("classification", r".{3,40}$"),
    "date": ("date", r".{0,25}\d"),
    "original uploaded date": ("record-field", r".{0,14}\d{4}.{0,8}$"),
    "record id": ("record-field", r"\d+$"),
    "original language": ("record-field", r"[A-Z][\w, ()]{2,40}$"),
    "language": ("record-field", r"[A-Z][\w, ()]{2,40}$"),
    "contents": ("record-field", r".{0,12}(?:translation|original|scan|english|transcri|[A-Z])"),
}
_NO_TITLE = ("date", "dateline", "addressee", "record-field")


def describe(pieces: list[Piece]) -> None:
    """Gives their kinds to the pieces that belong to the page."""
    _front_matter(pieces)
    for piece in pieces:
        piece.kind = (
            piece.kind if piece.kind and piece.kind != "source-line" else _field(piece.text) or piece.kind
        )
    _values(pieces)
    _summary_above(pieces)
    _title(pieces)
    _summary_below(pieces)


def _field(text: str) -> str:
    """The kind of a label of the page, alone (`Record ID`) or with its value (`Summary: A report on ...`)."""
    bare = plain(text)
    if not (match := FIELDS.match(bare)):
        return ""
    name = _name(match[0])
    if match.end() == len(bare):
        return "record-field"
    kind, form = _VALUES.get(name, ("record-field", r".{1,200}$"))
    return kind if name != "date" and re.match(form, bare[match.end() :].strip(), re.IGNORECASE) else ""


def _name(label: str) -> str:
    return label.strip(" :•*-").casefold()


def _front_matter(pieces: list[Piece]) -> None:
    """Lines between two `---` at the very start are record fields."""
    if not pieces or pieces[0].text not in ("---", "+++"):
        return
    ends = [n for n, piece in enumerate(pieces[1:80], 1) if piece.text in ("---", "...", "+++")]
    for piece in pieces[: ends[0] + 1] if ends else []:
        piece.kind = "record-field"


def _values(pieces: list[Piece]) -> None:
    """Under a label that stands alone stands its value, unless it is another label or of a wrong form."""
    funders = " ".join(piece.text for piece in pieces if piece.kind == "funder")
    name = ""
    for piece in pieces:
        bare = plain(piece.text)
        if (piece.kind == "record-field" and FIELDS.fullmatch(bare)) or bare.casefold() == "get citation":
            name = _name(bare)
            continue
        kind, form = _VALUES.get(name, ("record-field", r".{1,80}$"))
        if piece.kind in ("", "heading") and len(bare) < 80 and bare in funders:
            piece.kind = "funder"
        elif (
            name
            and name not in HEADINGS
            and not (kind == "record-field" and is_prose(piece.text))
            and piece.kind in ("", "classification")
            and re.match(form, bare, re.IGNORECASE)
        ):
            piece.kind = kind
        name = ""


def _title(pieces: list[Piece]) -> None:
    """The archive's title: the first line of a page, `# ...`, or the name of a document as FRUS prints it."""
    known = any(piece.kind == "record-field" and piece.text.startswith("title:") for piece in pieces[:40])
    page = any(piece.kind in ("furniture", "funder") for piece in pieces[:5])
    for piece in pieces[:30]:
        if piece.kind:
            continue
        kind = by_rules(piece.text, HEAD)
        marked = piece.text.startswith("# ")
        named = marked or bool(DOCUMENT.match(plain(piece.text)))
        prose = is_prose(piece.text)
        if page and not named and len(piece.text.split()) <= 2 and _named_below(pieces, piece):
            continue
        if len(piece.text.split()) <= 70 and kind not in _NO_TITLE and (not prose or (page and named)):
            if marked or (not known and (named or (page and kind != "heading"))):
                piece.kind = "title"
                return
        elif kind == "addressee" or (prose and piece is not pieces[0]):
            return


def _named_below(pieces: list[Piece], piece: Piece) -> bool:
    """Whether a line below says what kind of document it is: then a word above it is of the page."""
    below = pieces[pieces.index(piece) + 1 :][:8]
    return any(not line.kind and DOCUMENT.match(plain(line.text)) for line in below)


def _summary_above(pieces: list[Piece]) -> None:
    """Some captures of a page begin with the summary, then date and title."""
    shown = [piece for piece in pieces[:5] if piece.kind != "furniture"]
    if len(shown) > 1 and not shown[0].kind and by_rules(shown[1].text, HEAD) == "date":
        words = shown[0].text.split()
        if shown[0].text.endswith(".") and len(words) >= 8:
            shown[0].kind = "summary"


def _summary_below(pieces: list[Piece]) -> None:
    """The paragraph before the archive's record is its summary.

    It may be the document's own last paragraph, so it must not speak in the first person.
    """
    if any(piece.kind == "summary" for piece in pieces[5:]):
        return
    for before, piece in pairwise(pieces[2:]):
        if piece.kind == "record-field" and re.match(
            r"Document Information|Author\(s\)|Associated", piece.text
        ):
            own = re.search(r"\b(?:we|our|I|my|us)\b|^\(?\d", before.text)
            if not before.kind and len(before.text.split()) >= 6 and before.text[-1] in ".!?”\"'" and not own:
                before.kind = "summary"
            return
