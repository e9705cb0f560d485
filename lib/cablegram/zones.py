"""What a piece is by its neighbours: page, head, body and tail of a document."""

import re

from .kinds import ANNEX, ANYWHERE, FIELDS, HEAD, LIST, DOCUMENT, TABLE, by_rules, plain
from .lines import PAGE_MARK, Piece
from .sections import is_sentence, label

_STOPPED = re.compile(r"[.!?…:;][\"'’”)\]*_\d]*$")
_VALUES = {  # what stands under a label of the page: its kind, and what it must look like to be the value at all
    "citation": ("source-line", r".{25}"), "summary": ("summary", r".{15}"), "abstract": ("summary", r".{15}"),
    "description": ("summary", r".{15}"), "credits": ("funder", r".{8}"), "source": ("source-line", r".{5}"),
    "original archive": ("source-line", r".{5}"), "rights": ("rights", r".{15}"),
    "original uploaded date": ("record-field", r".{0,12}\d{4}.{0,8}$"), "record id": ("record-field", r"\d+$"),
    "original language": ("record-field", r"[A-Z][\w, ()]{2,40}$"), "language": ("record-field", r"[A-Z][\w, ()]{2,40}$"),
    "date": ("record-field", r".{0,25}\d"), "translator": ("source-line", r"[A-Z]"), "donors": ("funder", r".{3}"),
}
_PAGE = frozenset("furniture record-field rights source-line funder".split())
_APPARATUS = _PAGE | frozenset("summary page-break footnote seal distribution signature closing date dateline note".split())


def is_prose(text: str) -> bool:
    """Whether a piece reads as running text: stopped and a statement, or stopped and long, or very long."""
    words = text[:4000].split()
    if len(words) >= 45:
        return True
    if not _STOPPED.search(text) or len(words) < 3:
        return False
    small = sum(word[0].islower() for word in words)
    return small * 2 >= len(words) and (len(words) >= 10 or is_sentence(text))


def is_capital_line(text: str) -> bool:
    """Whether every word that can be is in capitals."""
    return text.upper() == text and any(map(str.isalpha, text))


def classify(pieces: list[Piece]) -> None:
    """Gives every piece its kind; a numbered piece of the body stays a paragraph until its sections are counted."""
    for piece in pieces:
        piece.kind = by_rules(piece.text, ANYWHERE) or _field(piece.text)
    _front_matter(pieces)
    _values(pieces)
    _title(pieces)
    _summary(pieces)
    first, last = _body(pieces)
    _head(pieces[:first])
    _middle(pieces[first:last])
    _tail(pieces[last:])


def _field(text: str) -> str:
    """The kind of a label of the page, alone (`Record ID`) or with its value (`Summary: A report on ...`)."""
    bare = plain(text)
    if not (match := FIELDS.match(bare)):
        return ""
    if match.end() == len(bare):
        return "record-field"
    name = match[0].rstrip(" :").casefold()
    return _VALUES.get(name, ("record-field",))[0] if match[0].endswith(":") and name not in ("date", "source") else ""


def _front_matter(pieces: list[Piece]) -> None:
    """Lines between two `---` at the very start are record fields."""
    if not pieces or pieces[0].text != "---":
        return
    ends = [n for n, piece in enumerate(pieces[1:80], 1) if piece.text in ("---", "...")]
    for piece in pieces[: ends[0] + 1] if ends else []:
        piece.kind = "record-field"


def _values(pieces: list[Piece]) -> None:
    """Under a label that stands alone stands its value, unless it is another label or not of the right form."""
    funders = " ".join(piece.text for piece in pieces if piece.kind == "funder")
    under = None
    for piece in pieces:
        bare = plain(piece.text)
        if piece.kind == "record-field" and FIELDS.fullmatch(bare):
            name = bare.rstrip(" :").casefold()
            under = _VALUES.get(name, ("record-field", r".{1,80}$")) if name != "document information" else None
            continue
        if not piece.kind and len(bare) < 80 and bare in funders:
            piece.kind = "funder"
        elif under and piece.kind in ("", "furniture", "source-line") and re.match(under[1], bare) and piece.gap < 5:
            piece.kind = under[0]
        under = None


def _title(pieces: list[Piece]) -> None:
    """The archive's title: the first line of a page with furniture, a document's name as FRUS prints it, or `# ...`."""
    page = any(piece.kind == "furniture" for piece in pieces[:5])
    for piece in pieces[:25]:
        if piece.kind or by_rules(piece.text, HEAD) in ("date", "dateline", "file-number"):
            continue
        words = len(piece.text.split())
        if words <= 70 and (page or piece.text.startswith("# ") or (DOCUMENT.match(plain(piece.text)) and not is_prose(piece.text))):
            piece.kind = "title"
        return


def _summary(pieces: list[Piece]) -> None:
    """The archive's summary is the paragraph before its record, unless it speaks in the first person."""
    for number, piece in enumerate(pieces):
        if piece.kind == "record-field" and re.match(r"Document Information|Author\(s\)", piece.text):
            before = pieces[number - 1] if number > 2 else piece
            if not before.kind and is_prose(before.text) and not re.search(r"\b(?:we|our|I|my|us)\b", before.text):
                before.kind = "summary"
            return


def _body(pieces: list[Piece]) -> tuple[int, int]:
    """Where the running text begins and ends."""
    prose = [n for n, piece in enumerate(pieces) if not piece.kind and is_prose(piece.text) and not by_rules(piece.text, HEAD)]
    if not prose:
        prose = [n for n, piece in enumerate(pieces) if not piece.kind and len(piece.text.split()) >= 3][:1]
    if not prose:
        return len(pieces), len(pieces)
    first, last = prose[0], prose[-1] + 1
    while first and not pieces[first - 1].kind and (label(pieces[first - 1].text)):
        first -= 1
    return first, last


def _head(pieces: list[Piece]) -> None:
    for piece in pieces:
        piece.kind = piece.kind or by_rules(piece.text, HEAD) or _fallback(piece.text, "heading")


def _fallback(text: str, kind: str) -> str:
    return kind if any(map(str.isalpha, text)) else "other"


def _middle(pieces: list[Piece]) -> None:
    closing = False
    for piece in pieces:
        if not piece.kind:
            piece.kind = _in_body(piece.text, closing)
        closing = piece.kind in ("closing", "signature")


def _in_body(text: str, closing: bool) -> str:
    bare, words = plain(text), text[:4000].split()
    if ANNEX.fullmatch(bare):
        return "heading"
    if TABLE.search(text[:400]) and len(words) < 40:
        return "table-row"
    if LIST.match(text):
        return "list-item"
    if label(text) or is_prose(text):
        return "paragraph"
    if closing and len(words) <= 10:
        return "signature"
    kind = by_rules(text, HEAD)
    if kind in ("date", "dateline", "file-number", "addressee"):
        return kind
    if len(words) <= 14 and _is_heading(bare):
        return "section-heading"
    return _fallback(text, "paragraph")


def _is_heading(text: str) -> bool:
    """Capitals, Title Case, or a Markdown heading; a line that introduces (`According to An:`) is none."""
    if text.endswith((",", ";")) or re.match(r"according|following|as follows", text, re.IGNORECASE):
        return False
    big = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3 or word[0].isupper()]
    return bool(big) and all(word[0].isupper() for word in big) and not is_sentence(text)


def _tail(pieces: list[Piece]) -> None:
    listed = False
    page = False
    for piece in pieces:
        page = page or piece.kind in _PAGE
        if not piece.kind and listed and len(piece.text.split()) <= 14:
            piece.kind = "distribution"
        listed = piece.kind == "distribution" and (piece.text.endswith(":") or listed)
        if not piece.kind:
            kind = by_rules(piece.text, HEAD)
            if ANNEX.fullmatch(plain(piece.text)):
                kind = "heading"
            piece.kind = kind if kind in ("date", "dateline", "file-number", "heading") else _fallback(piece.text, "other" if page else "signature")
