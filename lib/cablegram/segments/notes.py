"""Footnotes: notes at the foot of a page or at the end of a document."""

import re
from itertools import pairwise, takewhile, zip_longest

from .lines import Piece

_NOTE = re.compile(r"\s*(?:\[\^?)?(?P<number>\d{1,3})(?P<mark>\]:?|[.)/]|\\\.)?\s+(?=\S)")
_SAYS = re.compile(
    r"(?:source\b|see\b|supra|infra|ibid|not (?:printed|found|declassified|attached)|attached but|"
    r"drafted (?:by|on)|dated|printed (?:in|from|below|above)|reference (?:is|to)|text (?:in|of|printed|not)|"
    r"same as|quoted|brackets? in|in telegram|telegrams? \d|documents? \d|ante\b|post\b|"
    r"department of state\b|foreign relations\b|"
    r"for (?:text|documentation|a (?:record|report|summary|memorandum)|the text)|"
    r"(?:omission|ellipsis|emphasis) in|handwritten|"
    r"this (?:letter|memorandum|telegram|airgram|message) (?:was|is)|"
    r"a (?:note|typed|handwritten|copy|stamped|notation|marginal))\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_*\-–—=~ ]+$|(?:foot)?notes?:?$", re.IGNORECASE)
_CALL = re.compile(
    r"(?<=[\w.,;:”’) ])\[(\d{1,3})\]|(?:(?<=[a-z”’)])|(?<=[a-z][.,;:]))(\d{1,3})(?![\w\d,.:/–-]\w|\w)"
)
_BULLET = re.compile(r"[-–•]\s+")
_BARE = re.compile(r"\d{1,3}\s+\S")
_LINE = re.compile(r"_+")  # the rule that the Australian edition prints above its notes
_SKIPPED = frozenset(("source-line", "furniture", "rights", "record-field", "other", "funder", "summary"))


def mark_footnotes(pieces: list[Piece]) -> None:
    """A numbered run that ends a page or the document is footnotes if it speaks so or has a rule above.

    It is also if it begins with 1 and the text calls every number of it, as “telegram [1]” or “Embassy.1”.
    """
    _mark_between_rules(pieces)
    _mark_bullets(pieces)
    called = {
        int(number) for piece in pieces for mark in _CALL.findall(piece.text) for number in mark if number
    }
    run: list[Piece] = []
    number, broken, uncalled = 0, False, 0
    for piece, before in zip_longest(pieces[::-1], pieces[-2::-1]):
        mark = _NOTE.match(piece.text)
        if piece.kind == "page-break":
            run, number, broken, uncalled = [], 0, False, 0
        elif broken or piece.kind in _SKIPPED or _RULE.match(piece.text):
            continue
        elif (
            piece.kind in ("", "footnote") and mark and (not number or 0 <= number - int(mark["number"]) <= 1)
        ):
            run.append(piece)
            number = int(mark["number"])
            uncalled += number not in called
            if (number == 1 and not uncalled) or _begins_notes(piece, mark, before):
                for note in run:
                    note.kind = "footnote"
                run = []
        elif not piece.kind and not mark and piece.indent > 1:
            run.append(piece)
        else:
            broken = True


def _mark_bullets(pieces: list[Piece]) -> None:
    """Some captures print notes as a list; the first of it says “Source:”."""
    bullets = list(takewhile(lambda piece: _BULLET.match(piece.text), reversed(pieces)))
    if bullets and re.match(r"source:", _BULLET.sub("", bullets[-1].text), re.IGNORECASE):
        for piece in bullets:
            piece.kind = "footnote"


def _mark_between_rules(pieces: list[Piece]) -> None:
    """What stands between two rules and begins with a number is notes, whatever their paragraphs."""
    ruled = False
    for above, piece in pairwise(pieces):
        if _RULE.match(piece.text) or piece.kind not in ("", "footnote"):
            ruled = False
        elif ruled or (_LINE.fullmatch(above.text) and _BARE.match(piece.text)):
            piece.kind, ruled = "footnote", True


def _begins_notes(piece: Piece, mark: re.Match[str], before: Piece | None) -> bool:
    return bool(_SAYS.match(piece.text, mark.end())) or (
        before is not None and bool(_RULE.match(before.text))
    )
