"""Sections and paragraphs of the body: headings set apart, sections counted, paragraphs joined over pages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from .kinds import BODY
from .lines import Piece
from .sections import STOPPED, Label, is_prose, is_sentence, label, run_in
from .sentences import split

_NAME = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][\w’-]+(?: [A-Z][\w’-]+)?")  # A. Example


def number(pieces: list[Piece]) -> list[Piece]:
    """The pieces with section and paragraph; a heading run in with its paragraph is a piece of its own.

    Section names are the document's own numbers (`2`, `2-1` for 2.1, `B`); else headings are counted; a
    numbering that starts again gets a letter (`1b`). What stands before the first section is section 0.
    """
    labels = _sections(pieces)
    pieces = list(_headings_apart(pieces, labels))
    _count(pieces, labels)
    return pieces


def _sections(pieces: list[Piece]) -> dict[int, Label]:
    """The labels that count as sections, by the start of their piece; pieces of mere lists become list items.

    A lone number above twenty is a telegram's, a lone letter or Roman number an initial.
    """
    found: dict[int, Label] = {}
    marked = [
        (n, mark)
        for n, piece in enumerate(pieces)
        if piece.kind in ("paragraph", "section-heading", "list-item") and (mark := label(piece.text))
    ]
    listed = _listed(pieces, marked)
    _round_headings(pieces, marked)
    values: dict[str, set[int]] = {}
    for _, mark in marked:
        values.setdefault(mark.style, set()).add(mark.value)
    for n, mark in marked:
        near = {mark.value - 1, mark.value + 1} & values[mark.style]
        alone = not near and (mark.style in ("roman", "letter") or mark.value > 20)
        if n in listed:
            pieces[n].kind = "list-item"
        elif alone and _NAME.fullmatch(pieces[n].text) and not _above_prose(pieces, n):
            pieces[n].kind = "signature"
        elif not alone and pieces[n].kind != "list-item":
            found[pieces[n].start] = mark
    return found


def _round_headings(pieces: list[Piece], marked: list[tuple[int, Label]]) -> None:
    """`(1) Causes`: short lines without a stop, each with something else below it, are headings."""
    rounds = [n for n, mark in marked if mark.style == "round" and pieces[n].kind == "list-item"]
    others = set(range(len(pieces))) - set(rounds)
    heads = [n for n in rounds if len(pieces[n].text.split()) <= 14 and pieces[n].text[-1] not in ".;,:!?"]
    if len(heads) > 1 and heads == rounds and all(n + 1 in others for n in heads):
        for n in heads:
            pieces[n].kind = "section-heading"


def _above_prose(pieces: list[Piece], n: int) -> bool:
    return n + 1 < len(pieces) and pieces[n + 1].kind in BODY and is_prose(pieces[n + 1].text)


def _listed(pieces: list[Piece], marked: list[tuple[int, Label]]) -> set[int]:
    """The pieces of numbered lists: after a line that ends with a colon, or short lines."""
    found: set[int] = set()
    above = _above(pieces)
    loose = sum(piece.gap > 1 for piece in pieces) * 2 > len(pieces)
    for position, (n, mark) in enumerate(marked):
        last, previous = marked[position - 1] if position else (-1, mark)
        follows = last >= 0 and last == above[n] and previous.style == mark.style
        if follows and last in found and mark.value > previous.value:
            found.add(n)
        elif follows and mark.value == previous.value + 1 and _is_item(pieces[n], pieces[last], loose):
            found.update((last, n))
        elif above[n] >= 0 and _introduces(pieces[above[n]], mark) and not _opens(pieces, n):
            found.add(n)
    return found


def _is_item(piece: Piece, above: Piece, loose: bool) -> bool:
    """Whether two numbered lines are items: short phrases, or short lines closer than the paragraphs are."""
    pair = (piece, above)
    phrases = not any(is_prose(line.text) for line in pair) or (loose and piece.gap == 1)
    return phrases and all(len(line.text.split()) <= 20 for line in pair)


def _above(pieces: list[Piece]) -> list[int]:
    """For each piece the number of the one above it, notes and page breaks left out; -1 for the first."""
    numbers, above = [], -1
    for n, piece in enumerate(pieces):
        numbers.append(above)
        if piece.kind not in ("note", "page-break", "footnote"):
            above = n
    return numbers


def _opens(pieces: list[Piece], n: int) -> bool:
    """Whether running text without a number stands under a numbered line, which is then its heading."""
    below = pieces[n + 1] if n + 1 < len(pieces) else None
    if is_prose(pieces[n].text) or len(pieces[n].text.split()) > 20:
        return False
    return below is not None and below.kind == "paragraph" and not label(below.text) and is_prose(below.text)


def _introduces(above: Piece, mark: Label) -> bool:
    """Whether what stands above a numbered line makes it an item of a list."""
    if above.kind == "paragraph":
        return mark.value == 1 and above.text.endswith(":")
    return above.kind == "list-item" and mark.style in ("round", "square")


def _headings_apart(pieces: list[Piece], labels: dict[int, Label]) -> Iterator[Piece]:
    """Cuts a heading off the numbered paragraph it is run in with; a short line that stands alone is one.

    Where the document has long numbered paragraphs without headings, a short one is a paragraph too.
    """
    firsts = {
        start: labels[start].length + next(split(piece.text[labels[start].length : 600]), (0, 0))[1]
        for piece in pieces
        if (start := piece.start) in labels and piece.kind == "paragraph"
    }
    plain = sum(
        len(piece.text.split()) > 20 and not run_in(piece.text, firsts[piece.start])
        for piece in pieces
        if piece.start in firsts
    )
    for piece, below in zip_longest(pieces, pieces[1:]):
        first = firsts.get(piece.start, 0)
        if first and run_in(piece.text, first):
            rest = piece.text[first:].lstrip()
            yield replace(piece, end=piece.start + first, text=piece.text[:first], kind="section-heading")
            yield replace(piece, start=piece.end - len(rest), text=rest, kind="paragraph", gap=0)
            continue
        short = first >= min(600, len(piece.text)) and len(piece.text.split()) <= 20
        if short and first and _is_alone(piece, below, labels, plain):
            piece.kind = "section-heading"
        yield piece


def _is_alone(piece: Piece, below: Piece | None, labels: dict[int, Label], plain: int) -> bool:
    """Whether a short numbered line heads what is below it: not the next number of its own kind."""
    if below is None or below.kind not in (*BODY, "section-heading"):
        return False
    mark, next_mark = labels[piece.start], labels.get(below.start)
    if next_mark is not None:
        return next_mark.style != mark.style and not is_prose(piece.text)
    leads = piece.text.rstrip("-–—").endswith(":") and is_sentence(piece.text)
    return not leads and (plain < 2 or not STOPPED.search(piece.text))


def _count(pieces: list[Piece], labels: dict[int, Label]) -> None:
    names = _names(list(labels.items()))
    section, paragraph, opened = "0", 0, 0
    previous: Piece | None = None
    broken = False
    for piece in pieces[_opening(pieces) :]:
        if piece.start in names:
            section, paragraph = names[piece.start], 0
        elif piece.kind == "section-heading" and not names:
            opened += 1
            section, paragraph = str(opened), 0
        if piece.kind in BODY:
            piece.joins = previous is not None and _goes_on(previous, piece, broken)
            paragraph += not piece.joins
            previous = piece
        elif piece.kind in ("section-heading", "heading"):
            previous = None
        broken = piece.kind == "page-break" or (broken and piece.kind not in BODY)
        if piece.kind in BODY or piece.kind == "section-heading":
            piece.section, piece.paragraph = section, paragraph


def _opening(pieces: list[Piece]) -> int:
    """Where the body begins: lists above the first paragraph (participants) belong to the head."""
    return next((n for n, piece in enumerate(pieces) if piece.kind in ("paragraph", "section-heading")), 0)


def _names(labels: list[tuple[int, Label]]) -> dict[int, str]:
    """What each section is called: numbers that start again under a letter or Roman number stand under it."""
    outer = labels[0][1].style if labels else ""
    ones = Counter(mark.style for _, mark in labels if mark.value == 1)
    taken = {"0": 1}
    names: dict[int, str] = {}
    above = ""
    for start, mark in labels:
        if mark.style == outer:
            above = names[start] = _fresh(mark.name, taken)
        else:
            under = above and mark.style != "dotted" and ones[mark.style] > 1
            names[start] = _fresh(f"{above}-{mark.name}" if under else mark.name, taken)
    return names


def _fresh(name: str, taken: dict[str, int]) -> str:
    """The name, or the name with the first letter (b, c, ... z, bb ...) that makes it new."""
    fresh = name
    while fresh in taken:
        fresh = name + _letters(taken[name])
        taken[name] += 1
    taken[fresh] = 1
    return fresh


def _letters(count: int) -> str:
    """`b`, `c` ... `z`, `bb`, `bc` ... for 1, 2 ...: what comes after a first without letter."""
    tens, ones = divmod(count - 1, 25)
    return (_letters(tens) if tens else "") + chr(ord("b") + ones)


def _goes_on(previous: Piece, piece: Piece, broken: bool) -> bool:
    """Whether a paragraph continues the one before it, over a page break or a stray blank line."""
    if piece.kind != "paragraph" or previous.kind != "paragraph" or label(piece.text):
        return False
    if piece.inside:
        return True
    unfinished = not STOPPED.search(previous.text) and len(previous.text.split()) >= 5
    return unfinished and (broken or piece.text[0].islower())
