"""The partition of a document: every character in one segment, every segment of one kind, and their ids."""

import re
from collections.abc import Iterator
from itertools import takewhile

from . import sections
from .footnotes import footnotes
from .forms import FORM, PAGE, VALUES
from .lines import PAGE_MARK, Line, Segment, is_heading, is_sentence, read

_SHORT = 14  # words: a line that is no running text


def segment(text: str) -> list[Segment]:
    """One segment per line of the document, and one per stretch of white space between them (`blank`).

    A paragraph that goes on after a page break is several segments of one section and paragraph.
    """
    lines = read(text)
    Reader(lines).read()
    return list(_partition(text, sections.number(lines)))


def _partition(text: str, lines: list[Line]) -> Iterator[Segment]:
    body = [n for n, line in enumerate(lines) if line.section]
    taken: dict[str, int] = {}
    reached = 0
    for n, line in enumerate([*lines, Line(len(text), len(text), "")]):
        if reached < line.start:
            yield Segment(_fresh("blank", taken), "blank", reached, line.start, text[reached : line.start])
        if line.text:
            zone = "head" if not body or n < body[0] else "tail" if n > body[-1] else "body"
            name = f"{line.section}.{line.paragraph}" if line.section else f"{zone}.{line.kind}"
            if line.kind == "section-heading":  # `2.4.0` stands above paragraph 2.4
                name = f"{line.section}.{line.paragraph + 1}.0" if line.paragraph else f"{line.section}.0"
            name = _fresh(name, taken)
            yield Segment(name, line.kind, line.start, line.end, line.text, line.section, line.paragraph)
        reached = line.end


def _fresh(name: str, taken: dict[str, int]) -> str:
    """The name the first time; then `2.3+2` for a second part, `tail.date.2` for a second date."""
    taken[name] = count = taken.get(name, 0) + 1
    mark = "." if name[:5] in ("head.", "body.", "tail.", "blank") else "+"
    return name if count == 1 else f"{name}{mark}{count}"


class Reader:
    """Reads the lines in order and gives each its kind, once.

    `state` is where the reader is: in the `head`, `body` or `tail` of the document, among its `notes`, or on
    the archive's `page` below it. `STEPS` has what a line is there. Looked up before is what lines say by
    their own words (`said`), because it shows where the running text begins (`first`) and ends (`last`).
    """

    def __init__(self, lines: list[Line]):
        self.lines = lines
        self.front = _front_matter(lines)
        self.said = _said(lines)
        self._find_title()
        self.first, self.last = self._running_text()
        self.state = "head"
        self.under = False  # whether the line is below the label of a list: participants, agenda
        self.listed = self.signing = False  # whether the line above is a receiver; whether it closes or signs

    def read(self) -> None:
        nothing = Line(0, 0, "")
        for n, line in enumerate(self.lines):
            self.n, self.line, self.known = n, line, self.said[n]
            self.above = self.lines[n - 1] if n else nothing
            self.below = self.lines[n + 1] if self._is_open(n + 1) else nothing
            self.state = self._state()
            kind = line.kind = next(self._steps())
            self.under = not self.known and (self.fits("list-label") or (self.under and kind == "list-item"))
            self.listed = kind == "distribution" and bool(self.listed or FORM["receivers"].search(line.text))
            self.signing = kind in ("closing", "signature") and n >= self.first

    def _state(self) -> str:
        if self.n < self.last:
            return "head" if self.n < self.first else "body"
        if self.state == "page" or self.known in PAGE:
            return "page"
        return "notes" if self.known == "footnote" else "tail"

    def _steps(self) -> Iterator[str]:
        """What the rows of `STEPS` give that are for this part of the document and whose test fits."""
        for states, kind, fits in STEPS:
            if self.state in states and (found := fits(self)):
                yield kind or found

    # ---- looked up before

    def _is_open(self, n: int) -> bool:
        """Whether nothing is known of a line before its surroundings are looked at."""
        return self.front <= n < len(self.lines) and not self.said[n]

    def _find_title(self) -> None:
        """The title is `# ...`, the first line of a page, or the name of a document as FRUS prints it.

        Front matter may have it already; of a page's menu are words above the name of a document.
        """
        names = [bool(FORM["document"].match(line.bare)) for line in self.lines[:39]]
        page = any(kind in ("furniture", "funder") for kind in self.said[:5])
        given = any(line.text.startswith("title:") for line in self.lines[: self.front])
        for n in filter(self._is_open, range(30)):
            line, kind, marked = self.lines[n], self.lines[n].head, self.lines[n].text.startswith("# ")
            first = page and kind != "heading" and (line.words > 2 or not any(names[n + 1 : n + 9]))
            fits = kind not in ("date", "dateline", "addressee", "record-field") and line.words <= 70
            fits = fits and (not line.is_prose or (page and names[n]))
            if fits and (marked or (not given and (names[n] or first))):
                self.said[n] = "title"
                return
            if kind == "addressee" or (line.is_prose and n):
                return

    def _running_text(self) -> tuple[int, int]:
        """Where the running text begins and ends; in a text without any, the first line that is a phrase."""
        lines, count = self.lines, len(self.lines)
        bare = list(filter(self._is_open, range(count)))
        head = ("addressee", "date", "dateline", "file-number", "heading", "record-field")
        prose = [n for n in bare if self._runs(n) and lines[n].head not in head]
        while len(prose) > 1 and self._stands_in_head(prose[0]):
            prose.pop(0)
        phrases = (n for n in bare if lines[n].words >= 3 and not (lines[n].head or lines[n].is_row))
        first = prose[0] if prose else next(phrases, count)
        last = prose[-1] + 1 if prose else min(first + 1, count)
        while 0 < first < count and self._opens(first - 1):
            first -= 1
        while last < count and self._goes_on(last):
            last += 1
        return first, last

    def _stands_in_head(self, n: int) -> bool:
        """Whether a sentence is part of the head, because a label of heads stands soon below it."""
        line, below = self.lines[n], self.lines[n + 1 : n + 6]
        sentence = n < 12 and line.words <= 40 and not FORM["inner-stop"].search(line.text)
        return sentence and any(FORM["head-label"].match(line.bare) for line in below)

    def _runs(self, n: int) -> bool:
        """Whether a line is running text, or a part of it that a page mark cuts off."""
        line, words = self.lines[n], self.lines[n].text[:4000].split()
        cut = self.said[n + 1 : n + 2] == ["page-break"] and len(words) >= _SHORT
        cut = cut and sum(word[0].islower() for word in words) * 2 > len(words)
        return line.is_prose or cut or (n > 0 and not line.gap and line.text[0].islower())

    def _opens(self, n: int) -> bool:
        """Whether a line above the first running text is the heading of its section."""
        line = self.lines[n]
        heads = line.label or (line.text.endswith(":") and is_heading(line.bare))
        bare = self._is_open(n) and not (line.head or line.is_row)
        return bool(heads and bare) or self.said[n] == "section-heading"

    def _goes_on(self, n: int) -> bool:
        """Whether a line below the last running text still belongs to it."""
        line, closes = self.lines[n], n + 1 < len(self.lines) and self.said[n + 1] == "closing"
        under = (closes or self.lines[n - 1].label) and line.text.endswith(".")
        item = under or line.label or line.is_row or FORM["list"].match(line.text)
        return bool(self._is_open(n) and item) or self.said[n] in ("page-break", "section-heading")

    # ---- tests of the steps

    def is_in_contents(self) -> bool:
        """Whether a line is a row of a table of contents, or heads one."""
        listed = self.above.kind == "front-matter" and self.n > self.front
        return self.fits("contents") or (listed and self.fits("page-reference"))

    def is_receiver(self) -> bool:
        """Whether a line goes on with a list of receivers."""
        line = self.line
        dated = line.head and not line.label and re.search(r"\d", line.text)
        fits = self.listed and self.known in ("", "classification", "distribution") and not dated
        return bool(fits) and line.words <= _SHORT and not (line.is_prose or self.fits("annex"))

    def is_in_address(self) -> bool:
        """Whether a short line stands below the date and above the salutation, eight lines at most."""
        dated = self.above.head or self.above.kind in ("addressee", "classification")
        city = self.line.head == "dateline" and not re.search(r"\d", self.line.text)
        fits = dated and (city or not self.line.head) and self.line.words <= 8
        below = self.lines[self.n + 1 : min(self.n + 9, self.first)] if fits else []
        block = takewhile(lambda line: line.head in ("", "addressee", "dateline"), below)
        return any(FORM["salutation"].match(line.bare) for line in block)

    def is_signature(self) -> bool:
        """Whether a short line of the body stands below a closing or above an enclosure."""
        signs = (self.signing and self.n > self.first) or FORM["annex"].fullmatch(self.below.bare)
        return bool(signs) and self.line.words <= 10 and self.line.head not in ("date", "file-number")

    def may_head(self) -> bool:
        """Whether a line is a heading by its build, or a short phrase above running text."""
        line, text = self.line, self.line.text
        if line.words <= (30 if text.isupper() else _SHORT) and is_heading(line.bare):
            return True
        phrase = line.words <= 8 and text[0].isupper() and text[-1].isalnum() and not is_sentence(text)
        return phrase and self.below.is_prose

    def is_address_at_foot(self) -> bool:
        """Whether a short line below the running text begins or goes on with an address."""
        begun = self.above.kind == "addressee" or self.fits("address")
        kind, short = self.line.head, self.line.words <= _SHORT
        return begun and short and self.n > self.first and kind not in ("date", "file-number", "heading")

    def form(self, *kinds: str) -> str:
        """The kind of the form of heads that a line has, if it is one of these; else empty."""
        return self.line.head if self.line.head in kinds else ""

    def fits(self, name: str) -> bool:
        return bool(FORM[name].match(self.line.bare))


_ALL, _HEAD, _BODY = ("head", "body", "tail", "notes", "page"), ("head",), ("body",)
_BELOW, _NO_ITEM = ("tail", "notes", "page"), ("record-field", "date")
# What a line is where it stands: the first row whose test fits. A row without a kind leaves it to the test.
STEPS = (
    (_ALL, "front-matter", lambda r: r.n < r.front),
    (_HEAD, "front-matter", Reader.is_in_contents),
    (_ALL, "distribution", Reader.is_receiver),
    (_ALL, "", lambda r: r.known),
    (_HEAD, "addressee", Reader.is_in_address),
    (_HEAD, "list-item", lambda r: r.under and not r.form(*_NO_ITEM)),
    (_HEAD, "", lambda r: r.line.head),
    ((*_BODY, *_BELOW), "heading", lambda r: r.fits("annex")),
    ((*_BODY, *_BELOW), "table-row", lambda r: r.line.is_row and r.line.words < 40),
    (_ALL, "list-item", lambda r: FORM["list"].match(r.line.text)),
    (_HEAD, "table-row", lambda r: r.line.is_row),
    (_BODY, "paragraph", lambda r: r.line.label),
    (_BODY, "paragraph", lambda r: r.line.is_prose),
    (_BODY, "page-break", lambda r: re.fullmatch(r"\d{1,3}", r.line.text)),
    (("body", "tail", "notes"), "addressee", Reader.is_address_at_foot),
    (_BODY, "signature", Reader.is_signature),
    (_BODY, "", lambda r: r.form("date", "dateline", "file-number", "addressee", "heading")),
    (_BODY, "section-heading", Reader.may_head),
    (_BELOW, "", lambda r: r.form("date", "dateline", "file-number", "heading")),
    (_ALL, "other", lambda r: not re.search(r"[^\W\d_]", r.line.text)),
    (_HEAD, "heading", lambda r: True),
    (_BODY, "paragraph", lambda r: True),
    (("tail", "notes"), "signature", lambda r: r.line.words <= _SHORT),
    (_ALL, "other", lambda r: True),
)


# ---- what lines say by themselves


def _front_matter(lines: list[Line]) -> int:
    """How many lines of metadata a file begins with: between two `---`, or `key: value` one a line."""
    if lines and lines[0].text in ("---", "+++"):
        ends = (n for n, line in enumerate(lines[1:80], 2) if line.text in ("---", "...", "+++"))
        return next(ends, 0)
    keys = list(takewhile(lambda line: FORM["key"].match(line.text), lines[:80]))
    return len(keys) if len(keys) > 1 or any(re.match(r"[a-z]+[_-]", line.text) for line in keys) else 0


def _said(lines: list[Line]) -> list[str]:
    """What each line says by its own words or below a label of the page; and what is a note or a summary."""
    said = [_by_its_words(line) for line in lines]
    funders = " ".join(line.text for line, kind in zip(lines, said, strict=True) if kind == "funder")
    label = ""
    for n, line in enumerate(lines):
        kind, field = said[n], FORM["fields"].fullmatch(line.bare)
        value = _value(label, line.bare) if label and kind in ("", "classification") else ""
        if not kind and len(line.bare) < 80 and line.bare in funders:
            said[n] = "funder"
        elif value and not (value == "record-field" and line.is_prose):
            said[n] = value
        label = field["label"].casefold() if field and kind in ("record-field", "furniture") else ""
    # The paragraph above the archive's record, unless it is the document's own and says “we”.
    fields = (n for n, line in enumerate(lines) if FORM["record"].match(line.bare) and "record" in said[n])
    n = next(fields, 0) - 1
    if n > 1 and not said[n] and lines[n].words >= 6 and FORM["summary"].fullmatch(lines[n].text):
        said[n] = "summary"
    for n in footnotes(lines, said):
        said[n] = "footnote"
    return said


def _by_its_words(line: Line) -> str:
    """The kind of a line by Markdown, by the table, or as a label of the page, alone or with its value."""
    if line.text.startswith("##"):
        return "section-heading"
    if line.text.endswith("↩"):
        return "footnote"
    if PAGE_MARK.fullmatch(line.text):
        return "page-break"
    if line.own in ("", "source-line") and (field := FORM["fields"].match(line.bare)):
        label, value = field["label"].casefold(), line.bare[field.end() :].strip()
        kind = _value(label, value) if value else "record-field"
        if kind not in ("", "date"):
            return kind
    return line.own


def _value(label: str, words: str) -> str:
    """The kind of what stands beside or below a label of the page; empty where it is no value of it."""
    return next((rule.kind for rule in VALUES if rule.pattern.match(f"{label}: {words}")), "")
