"""What a piece is by its neighbours: runs that belong together, then head, body and tail of the document."""

import re
from itertools import pairwise, zip_longest

from .forms import ANNEX, ANYWHERE, LIST
from .head import SALUTATION, classify_head, names_receiver
from .head_forms import HEAD
from .kinds import BODY, by_rules, plain
from .lines import Piece
from .notes import mark_footnotes
from .page import describe
from .sections import is_heading, is_prose, is_row, is_sentence, label
from .words import DATE

_PAGE = frozenset(("furniture", "record-field", "rights", "source-line", "funder", "summary"))
_LISTED = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s*[-–—.)]|[-–—•*]\s")
_LISTS = re.compile(
    r":$|^(?:\w+ in )?\w+ cop(?:y|ies)\b|^b?cc\b.{0,30}$", re.IGNORECASE
)  # a list of receivers follows
_ADDRESS = re.compile(
    r"(?:the )?(?:rt\.? |right )?hon(?:ou?rable|\.)|his excellency|h\.\s?e\.|messrs", re.IGNORECASE
)
_DATED = re.compile(rf"(?i:{DATE})\.?\s+[A-Z][A-Z. ]+")  # how a ciphered telegram is signed
_SHORT = 14  # words: a line that is no running text


def classify(pieces: list[Piece]) -> None:
    """Gives every piece its kind; a numbered piece stays a paragraph until sections are counted."""
    for piece in pieces:
        piece.kind = _by_mark(piece.text) or by_rules(piece.text, ANYWHERE)
    describe(pieces)
    _brackets(pieces)
    _copies(pieces)
    mark_footnotes(pieces)
    first, last = _body(pieces)
    classify_head(pieces[:first])
    _middle(pieces[first:last])
    _tail(pieces[last:])
    _foot(pieces[first:])
    for above, piece in pairwise(pieces):
        called = above.kind == "table-row" or (above.kind in BODY and above.text.count("*") % 2)
        if called and piece.kind == "list-item" and piece.text[0] in "*†":
            piece.kind = "footnote"


def _by_mark(text: str) -> str:
    """Markdown's heading, and the arrow by which a web page's footnote leads back."""
    return "section-heading" if text.startswith("##") else "footnote" if text.endswith("↩") else ""


def _brackets(pieces: list[Piece]) -> None:
    """A bracket of several lines (a stamp, a note by hand) is of one kind."""
    for number, piece in enumerate(pieces):
        if not piece.text.startswith("[") or piece.text.count("[") <= piece.text.count("]"):
            continue
        depth, run = 0, []
        for line in pieces[number : number + 10]:
            depth += line.text.count("[") - line.text.count("]")
            run.append(line)
            if depth <= 0 or len(line.text.split()) > _SHORT:
                break
        if depth <= 0 and len(run) > 1:
            kind = (
                "seal"
                if re.search(r"stamp|seal", " ".join(line.text for line in run), re.IGNORECASE)
                else "note"
            )
            for line in run:
                line.kind = kind


def _copies(pieces: list[Piece]) -> None:
    """Under `Distribution:`, `cc:` or `Five copies` stand the receivers, one a line."""
    listed = False
    for piece in pieces:
        if listed and piece.kind in ("", "classification", "distribution") and _receives(piece.text):
            piece.kind = "distribution"
        listed = piece.kind == "distribution" and (listed or bool(_LISTS.search(piece.text)))


def _receives(text: str) -> bool:
    short = len(text.split()) <= _SHORT and not is_prose(text) and not ANNEX.fullmatch(plain(text))
    return short and (bool(_LISTED.match(text)) or not (any(map(str.isdigit, text)) and by_rules(text, HEAD)))


def _body(pieces: list[Piece]) -> tuple[int, int]:
    """Where the running text begins and ends."""
    bare = [n for n, piece in enumerate(pieces) if not piece.kind]
    prose = [n for n in bare if _runs(pieces, n) and not _heads(pieces[n].text)]
    prose = (
        prose
        or [n for n in bare if len(pieces[n].text.split()) >= 3 and not by_rules(pieces[n].text, HEAD)][:1]
    )
    if not prose:
        return len(pieces), len(pieces)
    first, last = prose[0], prose[-1] + 1
    while first and (_is_opening(pieces[first - 1])):
        first -= 1
    while last < len(pieces) and _goes_on(pieces[last - 1], pieces[last]):
        last += 1
    return first, last


def _runs(pieces: list[Piece], n: int) -> bool:
    """Whether a piece is running text; one that a page mark cuts has no stop."""
    words = pieces[n].text[:4000].split()
    below = pieces[n + 1] if n + 1 < len(pieces) else None
    cut = below is not None and (below.inside or below.kind == "page-break") and len(words) >= _SHORT
    return is_prose(pieces[n].text) or (cut and sum(word[0].islower() for word in words) * 2 > len(words))


def _heads(text: str) -> bool:
    """Whether a piece that reads like prose is a line of the head (`Subject: ...`, `To: ...`)."""
    return by_rules(text, HEAD) in ("addressee", "date", "dateline", "heading", "record-field")


def _is_opening(piece: Piece) -> bool:
    """Whether a piece above the first running text is the heading of its section."""
    heads = label(piece.text) or (piece.text.endswith(":") and is_heading(plain(piece.text)))
    opens = not piece.kind and heads and not by_rules(piece.text, HEAD) and not names_receiver(piece.text)
    return piece.kind == "section-heading" or bool(opens)


def _goes_on(above: Piece, piece: Piece) -> bool:
    """Whether a piece below the last running text still belongs to it."""
    under = not piece.kind and bool(label(above.text)) and piece.text.endswith(".")
    return piece.kind in ("page-break", "section-heading") or under or _is_row(piece)


def _is_row(piece: Piece) -> bool:
    return not piece.kind and bool(LIST.match(piece.text) or label(piece.text) or is_row(piece.text))


def _words(text: str, kind: str) -> str:
    return kind if any(map(str.isalpha, text)) else "other"


def _middle(pieces: list[Piece]) -> None:
    closing = False
    for piece, below in zip_longest(pieces, pieces[1:]):
        if not piece.kind:
            piece.kind = _in_body(piece.text, "" if below is None or below.kind else below.text, closing)
        closing = piece.kind in ("closing", "signature")
    for piece, below in pairwise(pieces):
        if below.kind == "signature" and piece.kind == "section-heading" and _is_name(piece.text):
            piece.kind = "signature"


def _is_name(text: str) -> bool:
    """Whether a line may be the name above an office: a few words in capitals, without label or stop."""
    words = text.split()
    return (
        len(words) <= 5 and all(word[0].isupper() for word in words) and not label(text) and text[-1] != ":"
    )


def _in_body(text: str, below: str, closing: bool) -> str:
    """The kind of a piece in the running text; after a closing, short lines are names and offices."""
    words = len(text[:4000].split())
    if ANNEX.fullmatch(plain(text)):
        return "heading"
    if _DATED.fullmatch(text) or (words <= 5 and text.endswith((".”", '."')) and text.istitle()):
        return "signature"
    if is_row(text) and words < 40:
        return "table-row"
    if LIST.match(text):
        return "list-item"
    if label(text) or is_prose(text):
        return "paragraph"
    kind = by_rules(text, HEAD)
    named = kind not in ("date", "file-number")
    if named and words <= 10 and (closing or ANNEX.fullmatch(plain(below))):
        return "signature"
    if kind in ("date", "dateline", "file-number", "addressee", "heading"):
        return kind
    return "section-heading" if _heads_text(text, words, below) else _words(text, "paragraph")


def _heads_text(text: str, words: int, below: str) -> bool:
    """Whether a line is a heading by its build, or a short phrase above running text."""
    if words <= (30 if text.isupper() else _SHORT) and is_heading(plain(text)):
        return True
    phrase = words <= 8 and text[0].isupper() and text[-1].isalnum() and not is_sentence(text)
    return phrase and is_prose(below)


def _tail(pieces: list[Piece]) -> None:
    """After the last running text: names and offices, then the archive's record."""
    page = False
    for piece in pieces:
        page = page or piece.kind in _PAGE
        if not piece.kind:
            piece.kind = _in_tail(piece.text, page)


def _foot(pieces: list[Piece]) -> None:
    """Lines like signatures that are the end of a closing, an address or a heading by the line above."""
    for above, piece in pairwise(pieces):
        if piece.kind != "signature":
            continue
        if above.kind == "closing" and SALUTATION.match(piece.text):
            piece.kind = "closing"
        elif above.kind == "addressee" or _ADDRESS.match(piece.text):
            piece.kind = "addressee"
        elif above.kind == "heading":
            piece.kind = "heading"
    for above, piece in pairwise(pieces):
        titled = piece.kind == "section-heading" and not label(piece.text) and not piece.text.startswith("#")
        if above.kind == "heading" and titled:
            piece.kind = "heading"


def _in_tail(text: str, page: bool) -> str:
    if ANNEX.fullmatch(plain(text)) or re.fullmatch(r"(?:foot|end)?notes?:?", plain(text), re.IGNORECASE):
        return "heading"
    if is_row(text):
        return "table-row"
    if LIST.match(text):
        return "list-item"
    kind = by_rules(text, HEAD)
    if kind in ("date", "dateline", "file-number", "heading"):
        return kind
    return _words(text, "other" if page or len(text.split()) > _SHORT else "signature")
