"""Pieces: the stretches of a document that may become segments, with nothing but white space between them.

A piece is one line, or several lines of one hard-wrapped paragraph. Offsets count code points.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

# Everything `str.splitlines` ends a line at; a form feed is a piece of its own, because it ends a page.
_BREAKS = "\n\r\x0b\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{_BREAKS}\x0c]+|\x0c+")
# Invisible characters that `str.strip` leaves: byte order mark, zero-width space and joiners, soft hyphen.
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_WHITE_START = re.compile(f"[\\s{_INVISIBLE}]*")

PAGE_MARK = re.compile(r"\[\s*(?:page|pg\.?|pp?\.)\s*[\dA-Zivxlc]{1,6}\s*\]", re.IGNORECASE)
# The first sheet of the Wilson Center's PDF files, where a capture has run its lines together.
_SHEET = re.compile(
    r"\s*Digital Archive\s.{0,60}?International History Declassified\s+(?P<date>[A-Z]\w+ \d{1,2}, \d{4})?\s*"
    r"(?P<title>\S.{5,400}?)\s+(?=(?:Citation|Summary):)"
)
_SHEET_LABEL = re.compile(r"\b(?:Citation|Summary|Credits|Original Language|Contents):")
_SHEET_END = re.compile(r"\bContents:(?:\s+(?:English Translation|Scan of Original|Original Scan))+\s+")
_TERMINAL = re.compile(r"[.!?:;…][\"'’”)\]]*$")


@dataclass
class Piece:
    """`text[start:end]`, without white space at its ends; `gap` counts the line ends before it.

    `inside` is true where the piece goes on in the line of the piece before it (at or after a page mark),
    `joins` where it belongs to the paragraph of the piece before it.
    """

    start: int
    end: int
    text: str
    gap: int = 0
    indent: int = 0
    inside: bool = False
    kind: str = ""
    section: str = ""
    paragraph: int = 0
    joins: bool = False


def pieces(text: str, starts_anew: Callable[[str], bool], alone: Callable[[str], bool]) -> list[Piece]:
    """The pieces in order; lines broken by a typewriter or a PDF are joined to paragraphs.

    `starts_anew` says of a line whether it cannot continue the line before it (a label, a list mark), `alone`
    whether it can neither continue nor be continued (a page mark, the mark of secrecy on every page).
    """
    found = list(_lines(text))
    apart = [alone(line.text) for line in found]
    heads = [
        not n or line.gap != 1 or apart[n] or apart[n - 1] or starts_anew(line.text)
        for n, line in enumerate(found)
    ]
    joined: list[Piece] = []
    for n, (line, width) in enumerate(zip(found, _widths(found, heads), strict=True)):
        if not heads[n] and _continues(found[n - 1], line, width):
            joined[-1].end = line.end
        else:
            joined.append(replace(line))
    for piece in joined:
        piece.text = text[piece.start : piece.end]
    return joined


def _lines(text: str) -> Iterator[Piece]:
    """Every line with something on it, cut at page marks that stand inside it."""
    reached = 0
    for line in _LINE.finditer(text):
        begun = False
        for start, end in _cut(text, *line.span()):
            if "\x0c" not in line[0]:
                start, end = strip(text, start, end)
            if start < end:
                gap = _line_ends(text, reached, start)
                yield Piece(start, end, text[start:end], gap, start - line.start(), inside=begun)
                reached = end
                begun = begun or not PAGE_MARK.fullmatch(text, start, end)


def strip(text: str, start: int, end: int) -> tuple[int, int]:
    """The same stretch without white space and invisible characters at its ends."""
    start = min(_WHITE_START.match(text, start, end).end(), end)
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a line: what a page mark divides, and the sheet an archive puts before a document."""
    for cut in _sheet(text, start, end):
        yield start, cut
        start = cut
    yield from _cut_at_page_marks(text, start, end)


def _sheet(text: str, start: int, end: int) -> Iterator[int]:
    """Where the parts of a sheet that is run together in one line begin, the document's own words last."""
    if not (sheet := _SHEET.match(text, start, end)):
        return
    yield from (sheet.start(part) for part in ("date", "title") if sheet[part])
    last = _SHEET_END.search(text, sheet.end(), end)
    stop = last.end() if last else end
    yield from (label.start() for label in _SHEET_LABEL.finditer(text, sheet.end(), stop))
    if last:
        yield stop


def _cut_at_page_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for mark in PAGE_MARK.finditer(text, start, end):
        if start < mark.start():
            yield start, mark.start()
        yield mark.span()
        start = mark.end()
    if start < end:
        yield start, end


def _line_ends(text: str, start: int, end: int) -> int:
    """How many lines end between two offsets; CR LF is one."""
    between = text[start:end]
    return sum(map(between.count, _BREAKS)) - between.count("\r\n")


def _widths(lines: list[Piece], heads: list[bool]) -> Iterator[int]:
    """The measure in characters to which each line is wrapped by hand, 0 where it is not.

    A block of lines may have a measure of its own, narrower than that of the document; capitals and small
    letters are blocks apart.
    """
    starts = [
        n for n, line in enumerate(lines) if heads[n] or line.text.isupper() != lines[n - 1].text.isupper()
    ]
    blocks = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    close = [(above, line) for above, line in pairwise(lines) if line.gap == 1]
    width = _measure(close, 1 / 2) if len(close) * 4 > len(lines) else 0
    own = [_block_measure(block) for block in blocks]
    width = width or max(own, default=0)
    for block, measure in zip(blocks, own, strict=True):
        yield from (measure or width for _ in block)


def _block_measure(block: list[Piece]) -> int:
    ended = sum(bool(_TERMINAL.search(line.text)) for line in block) * 2 > len(block)
    return 0 if ended or len(block) < 3 else _measure(list(pairwise(block)), 4 / 5)


def _measure(pairs: list[tuple[Piece, Piece]], share: float) -> int:
    """The width of lines more than a share of which leave no room for the first word of the next one.

    Of running text at least a third of the lines begin with a small letter, or it is all capitals.
    """
    pairs = [(a, b) for a, b in pairs if len(a.text) > 25 and b.text.strip()]
    if sum(b.text[0].islower() or b.text.isupper() for _, b in pairs) * 3 < len(pairs):
        return 0
    lengths = sorted(len(a.text) for a, _ in pairs)
    if len(lengths) < 2 or not 40 <= (width := lengths[len(lengths) * 9 // 10]) <= 150:
        return 0
    return width if sum(_is_full(a.text, b.text, width) for a, b in pairs) > len(pairs) * share else 0


def _is_full(line: str, below: str, width: int) -> bool:
    return len(line) + 1 + len(below.split(None, 1)[0]) > width * 0.88


def _continues(above: Piece, line: Piece, width: int) -> bool:
    """Whether a line goes on with the paragraph that the line above it belongs to."""
    pair = above.text + line.text
    if line.inside or "\x0c" in pair or "\t" in pair or _is_page_mark(above) or _is_page_mark(line):
        return False
    ended = bool(_TERMINAL.search(above.text))
    if ended and line.indent > above.indent + 2:
        return False
    if width and len(above.text) > 25 and _is_full(above.text, line.text, width):
        return True
    return not ended and line.text[0].islower() and max(40, width / 2) < len(above.text) < 200


def _is_page_mark(line: Piece) -> bool:
    return bool(PAGE_MARK.fullmatch(line.text))
