"""Sentences: where they end in English prose, and what they are called in a document."""

import re
from collections.abc import Iterable, Iterator

from .forms import BODY
from .lines import Segment
from .vocabulary import LISTS

# After a title no sentence ends; after another abbreviation one ends only where a word of _STARTS follows.
_TITLES, _SHORT, _STARTS = (LISTS[name] for name in ("TITLE", "SHORT", "START"))
_END = re.compile(
    r"(?:\.{2,}|…|[.!?])(?:[\"'’”)\]*_»]|\[\d{1,3}\]|(?<=[.!?”])\d{1,2}(?=\s|$))*"
    r"(?=\s|$|(?<=[a-z]{3}\.)[A-Z][a-z])"
)
# Brackets, up to three in one another, of at most 1,500 characters; and the stops in them but the last.
_BRACKETS = re.compile(
    r"[(\[](?:[^()\[\]]|[(\[](?:[^()\[\]]|[(\[][^()\[\]]{0,500}[)\]]){0,1000}[)\]]){0,1500}+[)\]]"
)
_INNER_STOP = re.compile(r"[.!?…](?![.!?…\"'’”)\[\]*_»\d]*$)")
_TOKEN = re.compile(r"[\w.’'&-]*$")
_SPACE = re.compile(r"\s*")
_WORD = re.compile(r"[\W_]*(\w*)")
_INITIALS = re.compile(r"(?:[a-z]\.)*[a-z]")
_ITEM = re.compile(r"[:;,]\s+\(?\d{1,2}$")  # three reasons: 1. Food
_LABEL = re.compile(r"[\s\\(\[#*]*(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])(?:\.\d{1,2})*[\s\\.)\]*]*")


def split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every sentence of a paragraph, without the white space between them.

    A stop inside brackets, after an abbreviation, an initial or a label ends no sentence.

    >>> text = "No. 3 (it came. Late) was sent at 5 p.m. Monday. Over."
    >>> [text[start:end] for start, end in split(text)]
    ['No. 3 (it came. Late) was sent at 5 p.m. Monday.', 'Over.']
    """
    bare = _BRACKETS.sub(lambda found: _INNER_STOP.sub("-", found[0]), text)
    start = _SPACE.match(text).end()
    for stop in _END.finditer(bare):
        if stop.start() >= start and _closes(text, start, stop):
            yield start, stop.end()
            start = _SPACE.match(text, stop.end()).end()
    if start < len(text):
        yield start, len(text.rstrip())


def _closes(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop ends the sentence that begins at `start`."""
    following = _WORD.match(text, stop.end(), stop.end() + 60)[1]
    if following[:1].islower() or not any(map(str.isalnum, text[start : min(stop.start(), start + 80)])):
        return False
    if not following or stop[0][0] != ".":
        return True
    labels = stop.end() - start <= 40 and _LABEL.fullmatch(text, start, stop.end())
    decimal = text[stop.start() - 1].isdigit() and stop[0][1:2].isdigit()
    item = _ITEM.search(text, max(start, stop.start() - 8), stop.start())
    word = _TOKEN.search(text, max(start, stop.start() - 24), stop.start())[0].lstrip(".’'").casefold()
    number = word == "no" and following[0].isdigit()
    if labels or decimal or item or number or word in _TITLES:
        return False
    initials = len(word) == len(following) == 1 and following.istitle()
    short = word in _SHORT or _INITIALS.fullmatch(word)
    return not short or (following.casefold() in _STARTS and not initials)


class Sentence(Segment):
    """`text[start:end]` of the document; `kind` is body, heading or apparatus (whole segments).

    A sentence that goes on after a page break holds the break and whatever stands at the foot of the page.
    """


def sentences(segments: Iterable[Segment]) -> list[Sentence]:
    """One row per sentence of the body, per heading, and per segment with words outside it, in text order.

    Ids: `section.paragraph.sentence` in the body, `section.0` for the heading of a section; elsewhere, the id
    of the segment.
    """
    rows = list(segments)
    found: list[Sentence] = []
    place: dict[tuple[str, int], list[int]] = {}
    for n, row in enumerate(rows):
        if row.section and row.kind in BODY:
            place.setdefault((row.section, row.paragraph), []).append(n)
        elif row.kind != "blank" and any(map(str.isalnum, row.text)):
            kind = "heading" if row.section else "apparatus"
            found.append(Sentence(row.id, kind, row.start, row.end, row.text, row.section, row.paragraph))
    for (section, paragraph), numbers in place.items():
        run = rows[numbers[0] : numbers[-1] + 1]  # with page breaks and notes, which end no sentence
        prose = "".join(row.text if row.kind in BODY else " " * len(row.text) for row in run)
        text, begin = "".join(row.text for row in run), run[0].start
        for number, (start, end) in enumerate(split(prose), 1):
            name, span = f"{section}.{paragraph}.{number}", (begin + start, begin + end)
            found.append(Sentence(name, "body", *span, text[start:end], section, paragraph))
    return sorted(found, key=lambda sentence: (sentence.start, -sentence.end))
