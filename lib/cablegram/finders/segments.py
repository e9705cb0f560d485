"""The partition of a document: every character in one segment, every segment of one kind, and their ids."""

import re
from collections import Counter
from itertools import dropwhile, takewhile, zip_longest

from . import sections
from .footnotes import mark_footnotes
from .forms import BODY, FORM, PAGE, UNDER, VALUES
from .lines import Line, Segment, is_heading, is_sentence, read

_SHORT = 14  # words: a line that is no running text


def segment(text: str) -> list[Segment]:
    """One segment per line of the document, and one per stretch of white space between them (`blank`).

    A paragraph that goes on after a page break is several segments of one section and paragraph: `2.3` and
    `2.3+2`. `2.0` is the heading of a section, `2.4.0` one above paragraph 2.4, `tail.date.2` a second date.
    """
    lines = explain(text)
    body = [n for n, line in enumerate(lines) if line.section]
    pieces: list[tuple] = []
    reached = 0
    for n, line in enumerate([*lines, Line(len(text), len(text), "")]):
        zone = "head" if not body or n < body[0] else "tail" if n > body[-1] else "body"
        name = f"{line.section}.{line.paragraph}" if line.section else f"{zone}.{line.kind}"
        if line.section and line.kind == "section-heading":
            name = f"{line.section}.{line.paragraph + 1}.0" if line.paragraph else f"{line.section}.0"
        pieces.append(("blank", "blank", reached, line.start, "", 0))
        pieces.append((name, line.kind, line.start, line.end, line.section, line.paragraph))
        reached = line.end
    found: list[Segment] = []
    taken: Counter[str] = Counter()
    for name, kind, start, end, section, paragraph in pieces:
        if start < end:
            taken[name] += 1
            again = f"{'+' if section else '.'}{taken[name]}" if taken[name] > 1 else ""
            found.append(Segment(name + again, kind, start, end, text[start:end], section, paragraph))
    return found


def explain(text: str) -> list[Line]:
    """The lines of the document, each with its kind, the reason for it, its section and its paragraph."""
    lines = read(text)
    _mark_by_own_words(lines)
    Reader(lines).read()
    return sections.number(lines)


class Reader:
    """Reads the lines in order and gives each its kind, with the reason for it.

    `state` is where the reader is: in the `head`, `body` or `tail` of the document, or on the archive's
    `page` below it. `STEPS` has what a line is there. What lines say by their own words is known before, as
    are the title and where the running text begins (`first`) and ends (`last`).
    """

    def __init__(self, lines: list[Line]):
        self.lines = lines
        self._find_title()
        self.first, self.last = self._running_text()
        self.state = "head"
        self.under = ""  # the kind of the lines below a label of the head
        self.listed = self.signing = False  # whether the line above is a receiver; whether it closes or signs

    def read(self) -> None:
        nothing = Line(0, 0, "")
        for n, (line, below) in enumerate(zip_longest(self.lines, self.lines[1:], fillvalue=nothing)):
            self.n, self.line, self.below, known = n, line, below, line.kind
            self.above = self.lines[n - 1] if n else nothing
            if n >= self.first and self.state != "page":
                self.state = "body" if n < self.last else "page" if known in PAGE else "tail"
            kind, reason = self._step(STEPS, self.state)
            self.under = "" if known else self._under(kind)
            self.listed = kind == "distribution" and bool(self.listed or FORM["receivers"].search(line.text))
            self.signing = kind in ("closing", "signature") and n >= self.first
            line.kind, line.reason = self._step(CORRECTIONS, kind) or (kind, reason)

    def _step(self, table: tuple, key: str) -> tuple[str, str] | None:
        """Kind and reason from the first row of a table whose keys hold the key and whose test fits.

        A row without a kind leaves it to the test, one without a reason to what the line says by itself.
        """
        for keys, kind, reason, fits in table:
            if key in keys and (found := fits(self)):
                return kind or found, reason or self.line.reason
        return None

    # ---- looked up before

    def _find_title(self) -> None:
        """The title is `# ...`, the first line of a page, or the name of a document as FRUS prints it.

        Front matter may have it already; of a page's menu are words above the name of a document.
        """
        names = [bool(FORM["document"].match(line.bare)) for line in self.lines[:39]]
        page = any(line.kind in ("furniture", "funder") for line in self.lines[:5])
        given = any(line.kind == "front-matter" and line.text[:6] == "title:" for line in self.lines[:80])
        for n, line in [(n, line) for n, line in enumerate(self.lines[:30]) if not line.kind]:
            kind, marked = line.head, line.text.startswith("# ")
            first = page and kind != "heading" and (line.words > 2 or not any(names[n + 1 : n + 9]))
            fits = line.words <= 70 and (not line.is_prose or (page and names[n]))
            fits = fits and kind not in ("date", "dateline", "addressee", "record-field")
            if fits and (marked or (not given and (names[n] or first))):
                line.kind, line.reason = "title", "names the document"
            if line.kind or kind == "addressee" or (line.is_prose and n):
                return

    def _running_text(self) -> tuple[int, int]:
        """Where the running text begins and ends; in a text without any, the first line that is a phrase."""
        lines, count = self.lines, len(self.lines)
        bare = [n for n, line in enumerate(lines) if not line.kind]
        head = ("addressee", "date", "dateline", "file-number", "heading", "record-field")
        prose = [n for n in bare if self._runs(n) and lines[n].head not in head]
        # A sentence close above a label of heads (“Subject: ...”) stands in the head too.
        labels = [n for n, line in enumerate(lines[:17]) if FORM["head-label"].match(line.bare)]
        short = [
            n for n in prose[:12] if lines[n].words <= 40 and not FORM["inner-stop"].search(lines[n].text)
        ]
        heads = {n for n in short if n < 12 and any(n < label < n + 6 for label in labels)}
        prose = list(dropwhile(heads.__contains__, prose)) or prose[-1:]
        phrases = (n for n in bare if lines[n].words >= 3 and not (lines[n].head or lines[n].is_row))
        first = prose[0] if prose else next(phrases, count)
        last = prose[-1] + 1 if prose else min(first + 1, count)
        while 0 < first < count and self._opens(first - 1):
            first -= 1
        while last < count and self._goes_on(last):
            last += 1
        return first, last

    def _runs(self, n: int) -> bool:
        """Whether a line is running text; one that a page mark cuts has no stop."""
        line, below = self.lines[n], self.lines[n + 1 : n + 3]
        goes_on = n > 0 and not line.gap and line.text[0].islower()
        cut = any(m.inside or m.text.isdigit() or m.kind in ("page-break", "running-head") for m in below[:1])
        if line.is_prose or goes_on or not cut:
            return line.is_prose or goes_on
        words = line.text[:4000].split()
        long = len(words) >= _SHORT or (len(words) >= 4 and below[-1].text[0].islower())
        return long and sum(word[0].islower() for word in words) * 2 > len(words)

    def _opens(self, n: int) -> bool:
        """Whether a line above the first running text is the heading of its section."""
        line = self.lines[n]
        heads = line.label or (line.text.endswith(":") and is_heading(line.bare))
        other = line.kind or line.head or line.is_row or _names_receiver(line)
        return bool(heads and not other) or line.kind == "section-heading"

    def _goes_on(self, n: int) -> bool:
        """Whether a line below the last running text still belongs to it."""
        above, line, *below = self.lines[n - 1 : n + 2]
        under = above.label or (below and below[0].kind == "closing")
        item = line.label or line.is_row or FORM["list"].match(line.text) or (under and line.text[-1] == ".")
        breaks = line.kind in ("page-break", "running-head", "section-heading")
        return breaks or bool(item and not line.kind)

    # ---- tests of the steps

    def is_in_contents(self) -> bool:
        """Whether a line is a row of a table of contents, or heads one."""
        row, below = FORM["page-reference"].match, self.lines[self.n + 1 : self.n + 2]
        if FORM["contents"].fullmatch(self.line.bare):
            return any(row(line.bare) and not line.is_prose for line in below)
        listed = self.above.reason == "a table of contents" and row(self.line.bare)
        return bool(listed) or self.fits("leaders")

    def is_receiver(self) -> bool:
        """Whether a line goes on with a list of receivers."""
        line, dated = self.line, self.line.head and re.search(r"\d", self.line.text)
        short = line.kind in ("", "classification", "distribution") and line.words <= _SHORT
        fits = self.listed and short and not line.is_prose and not self.fits("annex")
        return fits and (self.fits("receiver") or not dated)

    def is_headline(self) -> bool:
        """Whether a line heads a newspaper report: a dateline without a year below, and nobody written to."""
        head = self.lines[: min(self.first + 1, 12)]
        kinds = [line.kind or line.head for line in head]
        written = {"title", "addressee", "classification", "file-number", "record-field"} & set(kinds)
        wired = any(FORM["wired"].match(line.bare) for line in head[self.n + 1 :])
        alone = wired and not (written or kinds[self.n] or "dateline" in kinds[: self.n])
        return alone and self.line.words > 1 and not self.fits("no-headline")

    def is_in_address(self) -> bool:
        """Whether a line stands between the date and the salutation, eight lines below it at most."""
        dated = self.above.kind in ("date", "dateline", "file-number", "classification", "addressee")
        for line in self.lines[self.n : min(self.n + 9, self.first)] if dated or self.above.head else ():
            city = line.head == "dateline" and not re.search(r"\d", line.text)
            fits = city or line.head == "addressee" or (not line.head and line.words <= 8)
            if not fits or line.kind or line.by(UNDER) or FORM["list"].match(line.text):
                return False
            if FORM["salutation"].match(line.bare):
                return line is not self.line
        return False

    def _under(self, kind: str) -> str:
        """The kind of the lines that follow a line of the head; empty where they stand for themselves."""
        line, under = self.line, self.under if kind in (self.under, "list-item") else ""
        found = line.by(UNDER)
        if found or under == "list-item":
            return found or under
        shouted = line.text.isupper() and (under == "addressee" or re.match(r"(?:TO|INFO) ", line.bare))
        return "addressee" if shouted or (under == "addressee" and line.bare[-1] in ",;") else ""

    def is_signature(self) -> bool:
        """Whether a short line of the body stands below a closing or above an enclosure."""
        signs = (self.signing and self.n > self.first) or FORM["annex"].fullmatch(self.below.bare)
        return bool(signs) and self.line.words <= 10 and self.line.head not in ("date", "file-number")

    def may_head(self) -> bool:
        """Whether a line is a heading by its build, or a short phrase above running text."""
        line, text = self.line, self.line.text
        built = line.words <= (30 if text.isupper() else _SHORT) and is_heading(line.bare)
        phrase = line.words <= 8 and text[0].isupper() and text[-1].isalnum() and not is_sentence(text)
        return built or (phrase and self.below.is_prose and not self.below.kind)

    def is_starred(self) -> bool:
        called = self.above.kind == "table-row" or self.above.text.count("*") % 2
        return self.line.text[0] in "*†" and self.above.kind in BODY and bool(called)

    def goes_on(self, kind: str) -> bool:
        return self.n > self.first and self.above.kind == kind

    def fits(self, name: str) -> bool:
        return bool(FORM[name].match(self.line.bare))


_ALL, _HEAD, _BODY, _TAIL = ("head", "body", "tail", "page"), ("head",), ("body",), ("tail",)
_BELOW, _FROM_BODY = ("tail", "page"), ("body", "tail", "page")
_NO_ITEM, _BELOW_BODY = ("record-field", "date"), ("date", "dateline", "file-number", "heading")
_IN_BODY = (*_BELOW_BODY, "addressee")  # what has a form of heads there is that
# What a line is where it stands: the first row whose test fits.
STEPS = (
    (_HEAD, "front-matter", "a table of contents", Reader.is_in_contents),
    (_ALL, "distribution", "in a list of receivers", Reader.is_receiver),
    (_ALL, "", "", lambda r: r.line.kind),
    (_HEAD, "title", "the headline of a newspaper report", Reader.is_headline),
    (_HEAD, "addressee", "between the date and the salutation", Reader.is_in_address),
    (_HEAD, "record-field", "one of those present", lambda r: r.fits("present")),
    (_HEAD, "list-item", "below its label", lambda r: r.under == "list-item" and r.line.head not in _NO_ITEM),
    (_HEAD, "", "below its label", lambda r: not r.line.head and r.under),
    (_HEAD, "table-row", "has numbers in columns", lambda r: r.fits("figures")),
    (_HEAD, "", "has a form of heads", lambda r: r.line.head),
    (_ALL, "table-row", "has cells as the row below", lambda r: "|" in r.line.text and "|" in r.below.text),
    (_BODY, "signature", "a date with a name, or the end of a quotation", lambda r: r.fits("signed")),
    (_FROM_BODY, "heading", "begins an enclosure", lambda r: r.fits("annex")),
    (_BELOW, "heading", "begins the notes", lambda r: r.fits("notes")),
    (_FROM_BODY, "table-row", "has cells", lambda r: r.line.is_row and r.line.words < 40),
    (_ALL, "list-item", "begins with the mark of a list", lambda r: FORM["list"].match(r.line.text)),
    (_HEAD, "table-row", "has cells", lambda r: r.line.is_row),
    (_HEAD, "addressee", "names an office, with a colon", lambda r: _names_receiver(r.line)),
    (_HEAD, "addressee", "an office of it", lambda r: r.above.kind == "addressee" and r.fits("office-first")),
    (_BODY, "paragraph", "has a number", lambda r: r.line.label),
    (_BODY, "paragraph", "running text", lambda r: r.line.is_prose),
    (_BODY, "page-break", "a number alone in the text", lambda r: re.fullmatch(r"\d{1,3}", r.line.text)),
    (_BODY, "signature", "below a closing or above an enclosure", Reader.is_signature),
    (_BODY, "", "has a form of heads", lambda r: r.line.head in _IN_BODY and r.line.head),
    (_BODY, "section-heading", "built as a heading", Reader.may_head),
    (_BELOW, "", "has a form of heads", lambda r: r.line.head in _BELOW_BODY and r.line.head),
    (_ALL, "other", "has no letters", lambda r: not re.search(r"[^\W\d_]", r.line.text)),
    (_HEAD, "heading", "words in the head", lambda r: True),
    (_BODY, "paragraph", "words in the running text", lambda r: True),
    (_TAIL, "signature", "short, below the running text", lambda r: r.line.words <= _SHORT),
    (_ALL, "other", "below the running text", lambda r: True),
)
# What the line above makes of a kind; a row begins with the kind that it changes.
CORRECTIONS = (
    (("list-item",), "footnote", "the text above has its star", Reader.is_starred),
    (("signature",), "closing", "greets", lambda r: r.goes_on("closing") and r.fits("salutation")),
    (("signature",), "addressee", "below an address", lambda r: r.goes_on("addressee")),
    (("signature",), "addressee", "an address at the foot", lambda r: r.n > r.first and r.fits("address")),
    (("signature",), "heading", "goes on with the heading", lambda r: r.goes_on("heading")),
    (("section-heading",), "heading", "goes on", lambda r: r.goes_on("heading") and not r.line.label),
)


def _names_receiver(line: Line) -> bool:
    """Whether a line names an office and ends with a colon: the receiver, as Chinese cables have it."""
    return line.words <= 25 and not line.label and bool(FORM["office"].fullmatch(line.bare))


# ---- what lines say by themselves


def _mark_by_own_words(lines: list[Line]) -> None:
    """Gives their kind to lines that say it by their own words or below a label, to summaries and notes."""
    # metadata at the very start: between two `---`, or `key: value` one a line
    fences = [n for n, line in enumerate(lines[:80], 1) if line.text in ("---", "...", "+++")]
    keys = list(takewhile(lambda line: FORM["key"].match(line.text), lines[:80]))
    told = len(keys) > 1 or any(re.match(r"[a-z]+[_-]", line.text) for line in keys)
    fenced = fences[1:2] if fences[:1] == [1] and lines[0].text != "..." else []
    for line in lines[: fences[1]] if fenced else keys if told else ():
        line.kind, line.reason = "front-matter", "metadata at the very start"
    for line in lines:
        if not line.kind:
            line.kind, line.reason = _by_its_words(line)
    funders = " ".join(line.text for line in lines if line.kind == "funder")
    label = ""
    for line in lines:
        field = FORM["fields"].fullmatch(line.bare) if line.kind in ("record-field", "furniture") else None
        value = _value(f"{label}: {line.bare}") if label and line.kind in ("", "classification") else ""
        if not line.kind and len(line.bare) < 80 and line.bare in funders:
            line.kind, line.reason = "funder", "named as the funder elsewhere"
        elif value and not (value == "record-field" and line.is_prose):
            line.kind, line.reason = value, f"below the label {label}"
        label = field["label"].casefold() if field else ""
    # The archive’s summary is the first line, above a date, or the paragraph above the archive’s record if it
    # does not speak in the first person: it may be the document's own last one.
    shown = [line for line in lines[:5] if line.kind != "furniture"][:2]
    opens = [line.head for line in shown[1:]] == ["date"] and shown[0].words >= 8 and shown[0].text[-1] == "."
    is_record = (line.kind == "record-field" and FORM["record"].match(line.bare) for line in lines)
    n = next((n for n, begins in enumerate(is_record) if begins), 0) - 1
    last = lines[n : n + 1] if n > 1 and not any(line.kind == "summary" for line in lines[5:]) else []
    ends = [line for line in last if line.words >= 6 and FORM["summary"].fullmatch(line.text)]
    for line in [*(shown[:1] if opens else ()), *ends]:
        if not line.kind:
            line.kind, line.reason = "summary", "above a date at the top, or above the archive's record"
    mark_footnotes(lines)


def _by_its_words(line: Line) -> tuple[str, str]:
    """The kind of a line by Markdown, by the table, or as a label of the page, alone or with its value."""
    if line.text.startswith("##"):
        return "section-heading", "a heading of Markdown"
    if line.text.endswith("↩"):
        return "footnote", "leads back to the text"
    labelled = _value(line.bare.lstrip("•*- ")) if line.own in ("", "source-line") else ""
    if labelled not in ("", "date"):
        return labelled, "a label of a page"
    return line.own, f"has the form of a {line.own}"


def _value(words: str) -> str:
    """The kind of a label of the page, alone or with its value; empty where the words are no value of it."""
    words = re.sub(r"\s*:\s*", ": ", words, count=1).strip()
    return next((rule.kind for rule in VALUES if rule.pattern.match(words)), "")
