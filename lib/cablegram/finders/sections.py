"""Sections and paragraphs of the body: headings set apart, sections counted, paragraphs joined over pages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from .forms import BODY, FORM
from .lines import Label, Line, is_sentence
from .sentences import split

_NAME = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][\w’-]+(?: [A-Z][\w’-]+)?")  # A. Example


def number(lines: list[Line]) -> list[Line]:
    """The lines with section and paragraph; a heading run in with its paragraph is a line of its own.

    Section names are the document's own numbers (`2`, `2-1` for 2.1, `B`); else headings are counted; a
    numbering that starts again gets a letter (`1b`). What stands before the first section is section 0.
    """
    labels = _sections(lines)
    lines = list(_headings_apart(lines, labels))
    _count(lines, labels)
    return lines


def _sections(lines: list[Line]) -> dict[int, Label]:
    """The labels that count as sections, by the start of their line; lines of mere lists become list items.

    A lone number above twenty is a telegram's, a lone letter or Roman number an initial.
    """
    numbered = ("paragraph", "section-heading", "list-item")
    marked = [(n, line.label) for n, line in enumerate(lines) if line.kind in numbered and line.label]
    listed = _listed(lines, marked)
    _round_headings(lines, marked)
    values: dict[str, set[int]] = {}
    for _, mark in marked:
        values.setdefault(mark.style, set()).add(mark.value)
    found: dict[int, Label] = {}
    for n, mark in marked:
        line, below = lines[n], lines[n + 1] if n + 1 < len(lines) else None
        near = {mark.value - 1, mark.value + 1} & values[mark.style]
        alone = not near and (mark.style in ("roman", "letter") or mark.value > 20)
        heads = below is not None and below.kind in BODY and below.is_prose
        if n in listed:
            line.kind, line.reason = "list-item", "in a numbered list"
        elif alone and _NAME.fullmatch(line.text) and not heads:
            line.kind, line.reason = "signature", "a lone initial with a name"
        elif not alone and line.kind != "list-item":
            found[line.start] = mark
    return found


def _round_headings(lines: list[Line], marked: list[tuple[int, Label]]) -> None:
    """`(1) Causes`: short lines without a stop, each with something else below it, are headings."""
    rounds = {n for n, mark in marked if mark.style == "round" and lines[n].kind == "list-item"}
    heads = {n for n in rounds if lines[n].words <= 14 and lines[n].text[-1] not in ".;,:!?"}
    if len(heads) > 1 and heads == rounds and all(n + 1 < len(lines) and n + 1 not in rounds for n in heads):
        for n in heads:
            lines[n].kind, lines[n].reason = "section-heading", "a number in brackets above other text"


def _listed(lines: list[Line], marked: list[tuple[int, Label]]) -> set[int]:
    """The lines of numbered lists: after a line that ends with a colon, or short lines."""
    found: set[int] = set()
    numbers, above = [], -1  # of the line above each line, notes and page breaks left out
    for n, line in enumerate(lines):
        numbers.append(above)
        above = above if line.kind in ("note", "page-break", "footnote", "running-head") else n
    loose = sum(line.gap > 1 for line in lines) * 2 > len(lines)
    last, previous = -1, None
    for n, mark in marked:
        over = lines[numbers[n]] if numbers[n] >= 0 else None
        follows = previous is not None and last == numbers[n] and previous.style == mark.style
        if follows and last in found and mark.value > previous.value:
            found.add(n)
        elif follows and mark.value == previous.value + 1 and _are_items(over, lines[n], loose):
            found.update((last, n))
        elif over is not None and _introduces(over, mark) and not _heads_text(lines, n):
            found.add(n)
        last, previous = n, mark
    return found


def _are_items(above: Line, line: Line, loose: bool) -> bool:
    """Whether two numbered lines are items: short phrases, or short lines closer than the paragraphs are."""
    phrases = not (above.is_prose or line.is_prose) or (loose and line.gap == 1)
    return phrases and above.words <= 20 and line.words <= 20


def _heads_text(lines: list[Line], n: int) -> bool:
    """Whether running text without a number stands under a numbered line, which is then its heading."""
    below = lines[n + 1] if n + 1 < len(lines) else None
    if below is None or lines[n].is_prose or lines[n].words > 20:
        return False
    return below.kind == "paragraph" and not below.label and below.is_prose


def _introduces(above: Line, mark: Label) -> bool:
    """Whether what stands above a numbered line makes it an item of a list."""
    if above.kind == "paragraph":
        return mark.value == 1 and above.text.endswith(":")
    return above.kind == "list-item" and mark.style in ("round", "square")


def _headings_apart(lines: list[Line], labels: dict[int, Label]) -> Iterator[Line]:
    """Cuts a heading off the numbered paragraph it is run in with; a short line that stands alone is one.

    Where the document has long numbered paragraphs without headings, a short one is a paragraph too.
    """
    firsts = {  # the length of the first sentence with its label
        line.start: mark.length + next(split(line.text[mark.length : 600]), (0, 0))[1]
        for line in lines
        if (mark := labels.get(line.start)) and line.kind == "paragraph"
    }
    plain = sum(
        line.words > 20 and not _run_in(line, firsts[line.start]) for line in lines if line.start in firsts
    )
    for line, below in zip_longest(lines, lines[1:]):
        first = firsts.get(line.start, 0)
        if first and _run_in(line, first):
            rest = line.text[first:].lstrip()
            why = "run in with its paragraph"
            yield replace(
                line, end=line.start + first, text=line.text[:first], kind="section-heading", reason=why
            )
            yield replace(line, start=line.end - len(rest), text=rest, gap=0)
            continue
        whole = first >= min(600, len(line.text)) and line.words <= 20
        if first and whole and _stands_over(line, below, labels, plain):
            line.kind, line.reason = "section-heading", "a short numbered line above its text"
        yield line


def _run_in(line: Line, first: int) -> bool:
    """Whether a numbered paragraph begins with a heading; `first` is the length of its first sentence.

    A heading has one word of some length (“Arrivals.”, not “Yes.”) to twenty, and is no statement.
    """
    head = line.text[line.label.length : first]
    words = len(head.split())
    named = 2 <= words <= 20 or (words == 1 and len(head) > 4 and not is_sentence(head.lower()))
    return first < len(line.text) and named and not is_sentence(head) and not FORM["refers"].match(head)


def _stands_over(line: Line, below: Line | None, labels: dict[int, Label], plain: int) -> bool:
    """Whether a short numbered line heads what is below it: not the next number of its own kind."""
    if below is None or below.kind not in (*BODY, "section-heading"):
        return False
    if below_mark := labels.get(below.start):
        return below_mark.style != labels[line.start].style and not line.is_prose
    leads = line.text.rstrip("-–—").endswith(":") and is_sentence(line.text)
    return not leads and (plain < 2 or not FORM["stopped"].search(line.text))


def _count(lines: list[Line], labels: dict[int, Label]) -> None:
    names = _names(list(labels.items()))
    section, paragraph, opened = "0", 0, 0
    previous: Line | None = None
    broken = False
    # Lists above the first paragraph (participants) belong to the head.
    opening = (n for n, line in enumerate(lines) if line.kind in ("paragraph", "section-heading"))
    for line in lines[next(opening, 0) :]:
        if line.start in names:
            section, paragraph = names[line.start], 0
        elif line.kind == "section-heading" and not names:
            opened += 1
            section, paragraph = str(opened), 0
        if line.kind in BODY:
            paragraph += previous is None or not _goes_on(previous, line, broken)
            previous = line
        elif line.kind in ("section-heading", "heading"):
            previous = None
        broken = line.kind in ("page-break", "running-head") or (broken and line.kind not in BODY)
        if line.kind in BODY or line.kind == "section-heading":
            line.section, line.paragraph = section, paragraph


def _names(labels: list[tuple[int, Label]]) -> dict[int, str]:
    """What each section is called: numbers that start again under a letter or Roman number stand under it."""
    outer = labels[0][1].style if labels else ""
    ones = Counter(mark.style for _, mark in labels if mark.value == 1)
    taken = {"0": 1}
    names: dict[int, str] = {}
    above = ""
    for start, mark in labels:
        under = above and mark.style not in (outer, "dotted") and ones[mark.style] > 1
        names[start] = _fresh(f"{above}-{mark.name}" if under else mark.name, taken)
        if mark.style == outer:
            above = names[start]
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


def _goes_on(previous: Line, line: Line, broken: bool) -> bool:
    """Whether a paragraph continues the one before it, over a page break or a stray blank line."""
    if not previous.kind == line.kind == "paragraph" or line.label:
        return False
    unfinished = not FORM["stopped"].search(previous.text) and previous.words >= 5
    return line.inside or (unfinished and (broken or line.text[0].islower()))
