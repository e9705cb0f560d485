"""Lines: the stretches of a document that may become segments, with nothing but white space between them.

A line here is one line of the file, or several of one hard-wrapped paragraph. Offsets count code points.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from .forms import ANYWHERE, FORM, HEAD, TELETYPE, Rule

# Everything `str.splitlines` ends a line at; a form feed is a line of its own, because it ends a page.
_BREAKS = "\n\r\x0b\x1c\x1d\x1e\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
# White space, and what `str.strip` leaves: byte order mark, zero-width space and joiners, soft hyphen.
_WHITE = "\\s\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad"
_LINE = re.compile(f"[^{_WHITE}](?:[^{_BREAKS}\x0c]*[^{_WHITE}])?|\x0c+")
_MARKUP = re.compile(r"^(?:#{1,6}\s+|>+\s*)*[*_~`\s]*|[*_`~\s]*$|\\(?=[.\-)\]*_#])")
# A page mark inside a line: [Page 12]; at the beginning of one *12* too.
_PAGE_MARK = re.compile(
    rf"\[\s*(?:page|pg\.?|pp?\.)\s*[\dA-Zivxlc]{{1,6}}\s*\]|(?<![^{_BREAKS}\x0c])\*\d{{1,4}}\*(?!\S)",
    re.IGNORECASE,
)
# A bracket of several lines: a stamp, a note by hand.
_BRACKET = re.compile(rf"\[(?:[^\[\]]|\[+[^\[\]]{{0,40}}\]+){{1,400}}\](?=\s*(?:[{_BREAKS}]|\Z))")
_ANEW = ("list", "speaker", "key")
_ALONE = (*TELETYPE, *(rule for rule in ANYWHERE if rule.kind in ("page-break", "furniture")))


@dataclass(frozen=True)
class Label:
    """`1.`, `(2)`, `III.`, `B)`, `4.1`: the style, the value to count by, the name in ids, the length."""

    style: str
    value: int
    name: str
    length: int


@dataclass(frozen=True)
class Segment:
    """`text[start:end]` of the document. All segments joined are the document.

    `section` and `paragraph` say where a segment of the body stands; outside the body they are `""` and 0.
    """

    id: str
    kind: str
    start: int
    end: int
    text: str
    section: str = ""
    paragraph: int = 0


@dataclass
class Line:
    """`text[start:end]`, without white space at its ends; `gap` counts the line ends before it.

    `inside` is true where it goes on in the line of the file that the one before it stands in (at or after a
    page mark). `kind` and the `reason` for it are given by `segments`; section, paragraph and whether its
    label `opens` a section, by `sections`. The rest it says of itself: `bare` is what rules look at, `own`
    and `head` the kinds that the forms of any line and of a head give it.
    """

    start: int
    end: int
    text: str
    gap: int = 0
    indent: int = 0
    inside: bool = False
    kind: str = ""
    reason: str = ""
    opens: bool = False
    section: str = ""
    paragraph: int = 0

    def __post_init__(self) -> None:
        self.bare = plain(self.text)
        self.words = len(self.text[:4000].split())
        self.own, self.head = self.by(ANYWHERE), self.by(HEAD)
        self.label = label(self.text)
        self.is_prose = is_prose(self.text)
        # a tab after a number alone makes no row
        self.is_row = bool(FORM["row"].search(self.text[self.label.length if self.label else 0 : 400]))

    def by(self, rules: tuple[Rule, ...]) -> str:
        """The kind that the first rule that fits gives a line; empty where none fits."""
        fits = (rule.kind for rule in rules if self.words <= rule.most and rule.pattern.match(self.bare))
        return next(fits, "")


def plain(text: str) -> str:
    """The first 600 characters of a text on one line and without Markdown: what the rules look at."""
    return _MARKUP.sub("", " ".join(text[:600].split())) or text[:600]


# ---- reading


def read(text: str) -> list[Line]:
    """The lines in order; those broken by a typewriter or a PDF are joined to paragraphs.

    Page marks, running heads, what pages repeat at their head, rows, and labels with values stand alone.
    """
    found = list(_lines(text))
    shouted = [line for line in found if line.text.isupper() and line.words <= 9]
    # Titles in capitals with a page number that return with another one: `216 THE LAST WAR`.
    titles = {line.text: FORM["page-number"].sub("", line.text, count=1) for line in shouted}
    times = Counter(title for text, title in titles.items() if title != text and " " in title)
    for line in shouted:
        if times[titles[line.text]] > 1 and line.head != "file-number" and not FORM["annex"].match(line.bare):
            line.kind, line.reason = "running-head", "its words stand above another page number too"
    alone = [bool(line.kind or line.is_row or line.by(_ALONE)) for line in found]
    anew = [line.label or any(FORM[name].match(line.text) for name in _ANEW) for line in found]
    starts = [not n or line.gap != 1 or alone[n] or alone[n - 1] or anew[n] for n, line in enumerate(found)]
    ends: dict[int, int] = {}  # of the joined lines, by the number of their first
    first = bracket = 0  # where a bracket of several lines ends
    for n, (line, width) in enumerate(zip(found, _widths(found, starts), strict=True)):
        if line.start >= bracket and (starts[n] or not _continues(found[n - 1], line, width)):
            run = _BRACKET.match(text, line.start)
            first, bracket = n, run.end() if run and "\x0c" not in run[0] else 0
        ends[first] = line.end
    for n, end in ends.items():
        if found[n].end < end:
            found[n] = replace(found[n], end=end, text=text[found[n].start : end])
    return [found[n] for n in ends]


def _lines(text: str) -> Iterator[Line]:
    """Every line of the file with something on it, cut at page marks and between the parts of a sheet."""
    reached = 0
    for line in _LINE.finditer(text):
        cuts = {at for mark in _PAGE_MARK.finditer(text, *line.span()) for at in mark.span()} | {*line.span()}
        if sheet := FORM["sheet"].match(text, *line.span()):
            cuts.update(label.start() for label in FORM["sheet-label"].finditer(text, *sheet.span("record")))
            cuts.update((max(line.start(), sheet.start("date")), sheet.start("title"), sheet.end()))
        begun = False
        for start, end in pairwise(sorted(cuts)):
            if part := _LINE.search(text, start, end):
                above = _BREAK.split(text[reached : part.start()])
                kind = "page-break" if _PAGE_MARK.fullmatch(part[0]) else ""
                gap, indent, reason = len(above) - 1, len(above[-1]), kind and "a page mark"
                yield Line(*part.span(), part[0], gap, indent, begun, kind, reason)
                reached, begun = part.end(), begun or not kind


def _widths(lines: list[Line], starts: list[bool]) -> Iterator[int]:
    """The measure in characters to which each line is wrapped by hand, 0 where it is not.

    A block of lines may have a measure of its own, narrower than that of the document; capitals and small
    letters are blocks apart.
    """
    shouts = [line.text.isupper() for line in lines]
    edges = [n for n in range(len(lines)) if starts[n] or shouts[n] != shouts[n - 1]]
    blocks = [lines[start:end] for start, end in pairwise([*edges, len(lines)])]
    own = [_measure(pairwise(block), 4 / 5) for block in blocks]
    close = [(above, line) for above, line in pairwise(lines) if line.gap == 1]
    width = (_measure(close, 1 / 2) if len(close) * 4 > len(lines) else 0) or max(own, default=0)
    for block, measure in zip(blocks, own, strict=True):
        yield from [measure or width] * len(block)


def _measure(pairs: Iterable[tuple[Line, Line]], share: float) -> int:
    """The width of lines more than a share of which leave no room for the first word of the next one.

    Of running text at least a third of the lines begin with a small letter, or it is all capitals.
    """
    pairs = [(a.text, b.text) for a, b in pairs if len(a.text) > 25]
    lengths = sorted(len(a) for a, _ in pairs)
    width = lengths[len(lengths) * 9 // 10] if len(lengths) > 1 else 0
    runs = sum(b[0].islower() or b.isupper() for _, b in pairs) * 3 >= len(pairs)
    full = sum(_is_full(a, b, width) for a, b in pairs) > len(pairs) * share
    return width if runs and full and 40 <= width <= 150 else 0


def _is_full(line: str, below: str, width: int) -> bool:
    return len(line) + 1 + len((below.split(None, 1) or [""])[0]) > width * 0.88


def _continues(above: Line, line: Line, width: int) -> bool:
    """Whether a line goes on with the paragraph that the line above it belongs to."""
    if line.inside or re.search("[\x0c\t]", above.text + line.text):
        return False
    ended = bool(FORM["line-stop"].search(above.text))
    full = width and len(above.text) > 25 and _is_full(above.text, line.text, width)
    runs = not ended and line.text[0].islower() and max(40, width / 2) < len(above.text) < 200
    return (full or runs) and not (ended and line.indent > above.indent + 2)


# ---- what a line is by its build


def label(text: str) -> Label | None:
    """The label a text begins with.

    >>> label("2) The attitude")
    Label(style='arabic', value=2, name='2', length=3)
    >>> label("1961 was a bad year") is None
    True
    """
    if not (match := FORM["label"].match(text[:80])):
        return None
    style, word = match.lastgroup, match[match.lastgroup]
    if style == "roman":
        values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in word]
        value = sum(-a if a < b else a for a, b in pairwise([*values, 0]))
    else:
        value = ord(word) - ord("A") + 1 if style == "letter" else int(word.split(".")[-1])
    name = word.replace(".", "-") if style in ("dotted", "roman", "letter") else str(value)
    return Label("arabic" if style == "bare" else style, value, name, match.end())


def is_sentence(text: str) -> bool:
    """Whether words make a statement, not a heading: a verb or a subject pronoun outside a relative clause.

    >>> is_sentence("The measures that they are taking."), is_sentence("They are taking measures.")
    (False, True)
    """
    return bool(FORM["verb"].search(FORM["relative"].sub("", " ".join(text[:2000].split()))))


def is_prose(text: str) -> bool:
    """Whether a text reads as running text: a stopped statement, or long."""
    words = text[:4000].split()
    count, stopped = len(words), FORM["stopped"].search(text)
    spoken = stopped and count >= 2 and FORM["speaker"].match(text)
    if count >= 45 or spoken or (count >= 12 and FORM["inner-stop"].search(text)):
        return True
    if text.isupper():  # a telegram as the teletype wrote it
        return count >= (5 if stopped else 12) and is_sentence(text.lower())
    small = sum(word[0].islower() for word in words) / max(count, 1)
    if not stopped or count < 2 or small < 0.3 or is_sentence(text):
        return bool(stopped) and count >= 2 and small >= 0.3
    order = FORM["order"].match(text) and text.endswith(".")
    return bool(order) or (small >= 0.5 and count >= 5 and words[-1][0].islower() and text[-1] != ":")


def is_heading(text: str) -> bool:
    """Whether a short line is a heading: capitals, Title Case, or a phrase with a colon.

    >>> is_heading("Threats from Adjacent Countries:"), is_heading("According to An:")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", text)
    if not words or text[-1] in ",;" or not words[0][0].isupper():
        return False
    if text[-1] == ":":
        leads = FORM["little"].fullmatch(words[0]) or words[0] == "According"
        return not leads and len(words) <= 8 and not is_sentence(text)
    title = all(word[0].isupper() or FORM["little"].fullmatch(word) for word in words)
    return title and (len(words) >= 4 or not is_sentence(text))
