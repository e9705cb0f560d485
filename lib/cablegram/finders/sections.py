"""Sections and paragraphs of the body: headings set apart, sections counted, paragraphs joined over pages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, zip_longest

from .forms import BODY, FORM
from .lines import Label, Line, is_sentence
from .sentences import split


def number(lines: list[Line]) -> list[Line]:
    """The lines with section and paragraph; a heading run in with its paragraph is a line of its own.

    Section names are the document's own numbers (`2`, `2-1` for 2.1, `B`); else headings are counted; a
    numbering that starts again gets a letter (`1b`). What stands before the first section is section 0.
    """
    _tell_sections_from_lists(lines)
    lines = list(_headings_apart(lines))
    labels = [line.label for line in lines if line.opens]
    names = _names(labels) if labels else map(str, count(1))
    section, paragraph = "0", 0
    previous: Line | None = None  # the paragraph above, where nothing but page breaks and notes follows it
    broken = False
    # Lists above the first paragraph (participants) belong to the head.
    opening = (n for n, line in enumerate(lines) if line.kind in ("paragraph", "section-heading"))
    for line in lines[next(opening, 0) :]:
        heads = line.kind == "section-heading"
        if line.opens or (heads and not labels):
            section, paragraph = next(names), 0
        if line.kind in BODY:
            # A paragraph may continue the one before it, over a page break or a stray blank line.
            cut = previous and previous.words >= 5 and not FORM["stopped"].search(previous.text)
            runs = line.inside or (cut and (broken or line.text[0].islower()))
            same = previous and previous.kind == line.kind == "paragraph" and not line.label
            paragraph += not (runs and same)
        if line.kind in BODY or heads:
            line.section, line.paragraph = section, paragraph
        if line.kind in BODY or line.kind in ("section-heading", "heading"):
            previous = line if line.kind in BODY else None
        broken = line.kind in ("page-break", "running-head") or (broken and line.kind not in BODY)
    return lines


def _tell_sections_from_lists(lines: list[Line]) -> None:
    """Marks the lines whose label opens a section; lines of mere lists become list items.

    `(1) Causes`: short lines without a stop, each with something else below it, are headings. A lone number
    above twenty is a telegram's, a lone letter or Roman number an initial.
    """
    numbered = ("paragraph", "section-heading", "list-item")
    marked = [n for n, line in enumerate(lines) if line.kind in numbered and line.label]
    listed = _listed(lines, set(marked))
    rounds = {n for n in marked if lines[n].label.style == "round" and lines[n].kind == "list-item"}
    bare = all(lines[n].words <= 14 and lines[n].text[-1] not in ".;,:!?" for n in rounds)
    if len(rounds) > 1 and bare and not rounds & {len(lines) - 1, *(n + 1 for n in rounds)}:
        for n in rounds:
            lines[n].kind, lines[n].reason = "section-heading", "a number in brackets above other text"
    values = {(lines[n].label.style, lines[n].label.value) for n in marked}
    for n in marked:
        line, mark, below = lines[n], lines[n].label, lines[n + 1 : n + 2]
        near = values & {(mark.style, mark.value - 1), (mark.style, mark.value + 1)}
        alone = not near and (mark.style in ("roman", "letter") or mark.value > 20)
        if n in listed:
            line.kind, line.reason = "list-item", "in a numbered list"
        line.opens = line.kind != "list-item" and not alone
        heads = below and below[0].kind in BODY and below[0].is_prose
        if alone and line.kind != "list-item" and FORM["initial-name"].fullmatch(line.text) and not heads:
            line.kind, line.reason = "signature", "a lone initial with a name"


def _listed(lines: list[Line], marked: set[int]) -> set[int]:
    """The lines of numbered lists: below a line that ends with a colon, short phrases, short close lines.

    A numbered line with running text under it is no part of a list but its heading.
    """
    loose = sum(line.gap > 1 for line in lines) * 2 > len(lines)
    found: set[int] = set()
    over, last = -1, -1  # the line above, notes and page breaks left out; the numbered line before
    for n, (line, below) in enumerate(zip_longest(lines, lines[1:])):
        if n in marked and over >= 0:
            mark, above, short = line.label, lines[over], line.words <= 20 and not line.is_prose
            step = mark.value - above.label.value if last == over and above.label.style == mark.style else 0
            text = below and below.kind == "paragraph" and below.is_prose and not below.label
            opens = above.kind == "paragraph" and mark.value == 1 and above.text.endswith(":")
            nested = above.kind == "list-item" and mark.style in ("round", "square")
            phrases = not (above.is_prose or line.is_prose) or (loose and line.gap == 1)
            if step == 1 and over not in found and phrases and max(above.words, line.words) <= 20:
                found.update((over, n))
            elif (step > 0 and over in found) or ((opens or nested) and not (text and short)):
                found.add(n)
        last = n if n in marked else last
        over = over if line.kind in ("note", "page-break", "footnote", "running-head") else n
    return found


def _headings_apart(lines: list[Line]) -> Iterator[Line]:
    """Cuts a heading off the numbered paragraph it is run in with; a short line that stands alone is one.

    Where the document has long numbered paragraphs without headings, a short one is a paragraph too.
    """
    ends = {line.start: _heading_end(line) for line in lines if line.opens and line.kind == "paragraph"}
    plain = sum(line.words > 20 and ends.get(line.start) == 0 for line in lines)
    for line, below in zip_longest(lines, lines[1:]):
        end = ends.get(line.start, 0)
        if 0 < end < len(line.text):
            rest = line.text[end:].lstrip()
            line.kind, line.reason = "section-heading", "run in with its paragraph"
            yield replace(line, end=line.start + end, text=line.text[:end])
            line = replace(line, start=line.end - len(rest), text=rest, gap=0, kind="paragraph", opens=False)
        elif end and below:
            leads = line.text.rstrip("-–—").endswith(":") and is_sentence(line.text)
            stands = not leads and (plain < 2 or not FORM["stopped"].search(line.text))
            if below.opens:  # not the next number of its own kind
                stands = below.label.style != line.label.style and not line.is_prose
            if stands and (below.kind in BODY or below.kind == "section-heading"):
                line.kind, line.reason = "section-heading", "a short numbered line above its text"
        yield line


def _heading_end(line: Line) -> int:
    """The length of a numbered paragraph's first sentence where it may be a heading, alone or run in; else 0.

    Run in, it has one word of some length (“Arrivals.”, not “Yes.”) to twenty, and is no statement.
    """
    end = line.label.length + next(split(line.text[line.label.length : 600]), (0, 0))[1]
    if end >= min(600, len(line.text)):
        return len(line.text) if line.words <= 20 else 0
    head = line.text[line.label.length : end]
    words = len(head.split())
    named = 2 <= words <= 20 or (words == 1 and len(head) > 4 and not is_sentence(head.lower()))
    return end if named and not is_sentence(head) and not FORM["refers"].match(head) else 0


def _names(marks: list[Label]) -> Iterator[str]:
    """What each section is called: numbers that start again under a letter or Roman number stand under it.

    A name that is taken gets a letter: `1b`, `1c` ... `1z`, `1bb`.
    """
    ones = Counter(mark.style for mark in marks if mark.value == 1)
    taken = Counter(["0"])
    above = ""
    for mark in marks:
        outer = mark.style == marks[0].style
        under = above and not outer and mark.style != "dotted" and ones[mark.style] > 1
        name = f"{above}-{mark.name}" if under else mark.name
        taken[name] += 1
        turns, letter = divmod(taken[name] - 2, 25)
        fresh = name + "bcdefghijklmnopqrstuvwxyz"[letter] * (turns + 1)
        above = fresh if outer else above
        yield fresh
