"""The head of a document: who writes to whom, under which subject; lists of those present."""

import re
from itertools import pairwise, takewhile

from .forms import LIST
from .head_forms import HEAD
from .kinds import by_rules, plain
from .lines import Piece
from .sections import label

SALUTATION = re.compile(
    r"\W?(?:my |most )?(?:dear|esteemed|respected|honou?red|my lord|sirs?\W)", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?:ministry|ministries|department|bureau|embassy|commission|committee|consulate|secretariat|office)\b",
    re.IGNORECASE,
)
_OFFICE_FIRST = re.compile(
    r"(?:the )?(?!on |re |report |about |question )(?:\w+ ){0,2}"
    r"(?:ministry|department|bureau|embassy|committee)\b[^.:]{0,50}$|in [A-Z]\w+$",
    re.IGNORECASE,
)
_ABOVE_ADDRESS = ("date", "dateline", "file-number", "classification")


def classify_head(pieces: list[Piece]) -> None:
    """The head of a letter or telegram; under `Participants:`, `Subject:` and `To:` stand their words."""
    under = ""
    for piece in pieces:
        if piece.kind:
            under = ""
            continue
        kind = by_rules(piece.text, HEAD)
        if under and (not kind or under == "list-item") and kind != "record-field":
            piece.kind = under
        else:
            piece.kind = kind or _line(piece.text)
        under = _under(piece.text, under if piece.kind in (under, "list-item") else "")
    _offices(pieces)
    _address(pieces)


def _line(text: str) -> str:
    if LIST.match(text):
        return "list-item"
    return "addressee" if names_receiver(text) else "heading" if any(map(str.isalpha, text)) else "other"


def names_receiver(text: str) -> bool:
    """Whether a line names an office and ends with a colon: the receiver, as Chinese cables have it."""
    return len(text.split()) <= 25 and bool(_OFFICE.search(text)) and text.endswith(":") and not label(text)


def _under(text: str, before: str) -> str:
    """The kind of the lines that follow a line: of those present, of the subject, of the receivers."""
    bare = plain(text).casefold()
    if re.match(r"(?:participants?|present|attend(?:ees|ance)|agenda)\W*$|participants?: \S", bare):
        return "list-item"
    if re.match(r"subjects?\W*$", bare):
        return "heading"
    if re.match(r"(?:to|from|info|action)\s*:.*(?:,|:)$", bare):
        return "addressee"
    if text.isupper() and (before == "addressee" or re.match(r"(?:to|info) ", bare)):
        return "addressee"
    return before if before == "list-item" or (before == "addressee" and bare.endswith((",", ";"))) else ""


def _offices(pieces: list[Piece]) -> None:
    """Under a receiver stand the offices it belongs to."""
    for above, piece in pairwise(pieces):
        if above.kind == "addressee" and piece.kind == "heading" and _OFFICE_FIRST.match(piece.text):
            piece.kind = "addressee"


def _address(pieces: list[Piece]) -> None:
    """The lines between the date of a letter and its salutation are the address."""
    for number, piece in enumerate(pieces):
        if piece.kind != "addressee" or not SALUTATION.match(plain(piece.text)):
            continue
        block = list(takewhile(_is_address, reversed(pieces[max(0, number - 8) : number])))
        before = number - len(block) - 1
        if before >= 0 and (pieces[before].kind in _ABOVE_ADDRESS or by_rules(pieces[before].text, HEAD)):
            for line in block:
                line.kind = "addressee"


def _is_address(line: Piece) -> bool:
    if line.kind != "heading":
        return line.kind == "addressee" or (line.kind == "dateline" and not any(map(str.isdigit, line.text)))
    return len(line.text.split()) <= 8 and not by_rules(line.text, HEAD)
