"""Sections and paragraphs of the body: headings set apart, sections counted, paragraphs joined over pages."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from .forms import BODY, FORM
from .lines import Label, Line, is_sentence
from .sentences import split

_NUMBERED = ("paragraph", "section-heading", "list-item")
_NAME = re.compile(r"(?:[A-Z]\. ?){1,3}[A-Z][\w’-]+(?: [A-Z][\w’-]+)?")  # A. Example


def number(lines: list[Line]) -> list[Line]:
    """The lines with section and paragraph; a heading run in with its paragraph is a line of its own.

    Section names are the document's own numbers (`2`, `2-1` for 2.1, `B`); else headings are counted; a
    numbering that starts again gets a letter (`1b`). What stands before the first section is section 0.
    """
    labels = _sections(lines)
    lines = list(_headings_apart(lines, labels))
    _count(lines, _names(labels))
    return lines


def _sections(lines: list[Line]) -> dict[int, Label]:
    """The labels that count as sections, by the start of their line; lines of mere lists become list items.

    `(1) Causes`: short lines without a stop, each with something else below it, are headings. A lone number
    above twenty is a telegram's, a lone letter or Roman number an initial.
    """
    marked = [n for n, line in enumerate(lines) if line.kind in _NUMBERED and line.label]
    listed = _listed(lines, set(marked))
    rounds = {n for n in marked if lines[n].label.style == "round" and lines[n].kind == "list-item"}
    bare = all(lines[n].words <= 14 and lines[n].text[-1] not in ".;,:!?" for n in rounds)
    apart = not rounds & {len(lines) - 1, *(n + 1 for n in rounds)}
    if len(rounds) > 1 and bare and apart:
        for n in rounds:
            lines[n].kind, lines[n].reason = "section-heading", "a number in brackets above other text"
    values = {(lines[n].label.style, lines[n].label.value) for n in marked}
    found: dict[int, Label] = {}
    for n in marked:
        line, mark, below = lines[n], lines[n].label, lines[n + 1 : n + 2]
        near = values & {(mark.style, mark.value - 1), (mark.style, mark.value + 1)}
        alone = not near and (mark.style in ("roman", "letter") or mark.value > 20)
        heads = below and below[0].kind in BODY and below[0].is_prose
        if n in listed:
            line.kind, line.reason = "list-item", "in a numbered list"
        elif line.kind != "list-item" and not alone:
            found[line.start] = mark
        elif line.kind != "list-item" and _NAME.fullmatch(line.text) and not heads:
            line.kind, line.reason = "signature", "a lone initial with a name"
    return found


def _listed(lines: list[Line], marked: set[int]) -> set[int]:
    """The lines of numbered lists: below a line that ends with a colon, short phrases, short close lines."""
    between = ("note", "page-break", "footnote", "running-head")
    loose = sum(line.gap > 1 for line in lines) * 2 > len(lines)
    found: set[int] = set()
    over, last = -1, -1  # the line above, notes and page breaks left out; the numbered line before
    for n, line in enumerate(lines):
        mark, above = line.label, lines[over] if over >= 0 else None
        if above and n in marked:
            step = mark.value - above.label.value if last == over and above.label.style == mark.style else 0
            opens = above.kind == "paragraph" and mark.value == 1 and above.text.endswith(":")
            nested = above.kind == "list-item" and mark.style in ("round", "square")
            phrases = not (above.is_prose or line.is_prose) or (loose and line.gap == 1)
            if step == 1 and over not in found and phrases and max(above.words, line.words) <= 20:
                found.update((over, n))
            elif (step > 0 and over in found) or ((opens or nested) and not _heads_text(lines, n)):
                found.add(n)
        last = n if n in marked else last
        over = over if line.kind in between else n
    return found


def _heads_text(lines: list[Line], n: int) -> bool:
    """Whether running text without a number stands under a numbered line, which is then its heading."""
    below = lines[n + 1 : n + 2]
    opens = below and below[0].kind == "paragraph" and not below[0].label and below[0].is_prose
    return bool(opens) and not lines[n].is_prose and lines[n].words <= 20


def _headings_apart(lines: list[Line], labels: dict[int, Label]) -> Iterator[Line]:
    """Cuts a heading off the numbered paragraph it is run in with; a short line that stands alone is one.

    Where the document has long numbered paragraphs without headings, a short one is a paragraph too.
    """
    firsts = {  # the length of the first sentence with its label
        line.start: mark.length + next(split(line.text[mark.length : 600]), (0, 0))[1]
        for line in lines
        if (mark := labels.get(line.start)) and line.kind == "paragraph"
    }
    numbered = [line for line in lines if line.start in firsts]
    run_in = {line.start for line in numbered if _is_run_in(line, firsts[line.start])}
    plain = sum(line.words > 20 and line.start not in run_in for line in numbered)
    for line, below in zip_longest(lines, lines[1:]):
        first = firsts.get(line.start, 0)
        if line.start in run_in:
            rest, end = line.text[first:].lstrip(), line.start + first
            line.kind, line.reason = "section-heading", "run in with its paragraph"
            yield replace(line, end=end, text=line.text[:first])
            yield replace(line, start=line.end - len(rest), text=rest, gap=0, kind="paragraph")
            continue
        whole = first >= min(600, len(line.text)) and line.words <= 20
        if first and whole and below and _stands_over(line, below, labels, plain):
            line.kind, line.reason = "section-heading", "a short numbered line above its text"
        yield line


def _is_run_in(line: Line, first: int) -> bool:
    """Whether a numbered paragraph begins with a heading; `first` is the length of its first sentence.

    A heading has one word of some length (“Arrivals.”, not “Yes.”) to twenty, and is no statement.
    """
    head = line.text[line.label.length : first]
    words = len(head.split())
    named = 2 <= words <= 20 or (words == 1 and len(head) > 4 and not is_sentence(head.lower()))
    return 0 < first < len(line.text) and named and not is_sentence(head) and not FORM["refers"].match(head)


def _stands_over(line: Line, below: Line, labels: dict[int, Label], plain: int) -> bool:
    """Whether a short numbered line heads what is below it: not the next number of its own kind."""
    if below.kind not in (*BODY, "section-heading"):
        return False
    if mark := labels.get(below.start):
        return mark.style != line.label.style and not line.is_prose
    leads = line.text.rstrip("-–—").endswith(":") and is_sentence(line.text)
    return not leads and (plain < 2 or not FORM["stopped"].search(line.text))


def _count(lines: list[Line], names: dict[int, str]) -> None:
    section, paragraph, opened = "0", 0, 0
    previous: Line | None = None
    broken = False
    # Lists above the first paragraph (participants) belong to the head.
    opening = (n for n, line in enumerate(lines) if line.kind in ("paragraph", "section-heading"))
    for line in lines[next(opening, 0) :]:
        if line.start in names or (line.kind == "section-heading" and not names):
            opened += 1
            section, paragraph = names.get(line.start, str(opened)), 0
        if line.kind in BODY:
            paragraph += previous is None or not _goes_on(previous, line, broken)
        if line.kind in BODY or line.kind == "section-heading":
            line.section, line.paragraph = section, paragraph
        if line.kind in (*BODY, "section-heading", "heading"):
            previous = line if line.kind in BODY else None
        broken = line.kind in ("page-break", "running-head") or (broken and line.kind not in BODY)


def _goes_on(previous: Line, line: Line, broken: bool) -> bool:
    """Whether a paragraph continues the one before it, over a page break or a stray blank line."""
    if not previous.kind == line.kind == "paragraph" or line.label:
        return False
    unfinished = not FORM["stopped"].search(previous.text) and previous.words >= 5
    return line.inside or (unfinished and (broken or line.text[0].islower()))


def _names(labels: dict[int, Label]) -> dict[int, str]:
    """What each section is called: numbers that start again under a letter or Roman number stand under it.

    A name that is taken gets a letter: `1b`, `1c` ... `1z`, `1bb`.
    """
    outer = next((mark.style for mark in labels.values()), "")
    ones = Counter(mark.style for mark in labels.values() if mark.value == 1)
    taken = Counter(["0"])
    names: dict[int, str] = {}
    above = ""
    for start, mark in labels.items():
        under = above and mark.style not in (outer, "dotted") and ones[mark.style] > 1
        name = fresh = f"{above}-{mark.name}" if under else mark.name
        while taken[fresh]:
            taken[name] += 1
            turns, letter = divmod(taken[name] - 2, 25)
            fresh = name + "bcdefghijklmnopqrstuvwxyz"[letter] * (turns + 1)
        taken[fresh] = 1
        names[start] = fresh
        above = fresh if mark.style == outer else above
    return names
