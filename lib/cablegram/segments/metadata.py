"""What a document says of itself, read off its segments."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..edtf import is_real
from .forms import FIELDS, HEADINGS
from .kinds import plain
from .sentences import split
from .words import DATE, MARKS, MONTH

if TYPE_CHECKING:
    from . import Segment

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SUPPORT = (
    r"(?:credits\s*:\s*)?(?:this )?(?:document|translation|publication|project)?\s*(?:was |has been |is )?"
    r"(?:made possible|supported|funded)\s+(?:with|by|through)\s+"
    r"(?:(?:the |a )?(?:generous )?(?:support|grant)s? (?:from|of)\s+)?(?:the )?"
)
_LEAD = {  # what stands before the words that are asked for
    "title": r"title\s*:\s*",
    "classification": (
        r"(?:cable |telegram |original )?(?:classification|precedence|priority|level|urgency)\s*:\s*"
    ),
    "file-number": r"(?:ref(?:erence)?s?\.?|file)\s*:\s*",
    "seal": r"[\[(]?\s*(?:(?:round |official )?(?:seal|stamp)(?:\s*:?\s*[\])]|\s*:|\s+of\s+the\b)?)\s*",
    "summary": r"(?:summary|abstract|description)\s*:\s*",
    "rights": r"rights\s*:\s*",
    "funder": _SUPPORT,
    "distribution": r"(?:distribution(?: list)?|distributed to|received by|b?c\.?c\.?|"
    r"cop(?:y|ies)(?: (?:also )?sent)? (?:to|for)|sent to|circulated to|copies|"
    r"\d{1,2}(?:st|nd|rd|th)?\s*[-–—](?: to)?|\d{1,2}[.)]|[-–•])\s*:?\s*",
    "addressee": r"\W?(?:(?:to|info|for|attention)\]?\s*:?\s+(?:transmit to )?(?:the )?|(?:my )?dear )",
}
_SENDER = re.compile(r"\W?(?:from|fm)\b", re.IGNORECASE)
_SALUTATION = re.compile(
    r"\W?(?:my |most )?(?:dear|esteemed|respected|honou?red|my lord|sirs?)\b", re.IGNORECASE
)
_SOURCE = re.compile(r"\W*(?:\d+\W+)?source\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_AFTER_SOURCE = rf"\.\s+(?=(?i:{MARKS}|no classification)[;.,]|[A-Z]\w+ (?:by|to|at|in|on) )"
_COUNT = re.compile(r"(?:\w+ in )?\w+ copies\b", re.IGNORECASE)
_SECRET = re.compile(r"secret|confidential|restricted|official use|classifi", re.IGNORECASE)
_TRANSLATOR = re.compile(
    r"\btranslat(?:ed|ion)(?: from [\w ]+?)?(?: for [\w ]+?)?(?: by| from)\s+|\btranslator\s*:?\s+",
    re.IGNORECASE,
)


def metadata(segments: Iterable["Segment"]) -> dict:
    """The description of the document: one value or `None` per key, a list where there may be several.

    Keys: date (ISO 8601), title, classification, file_number, addressees (list), distribution (list), seal,
    summary, archive_reference, translator, funder, rights, and `empty`: the labels of the page under which
    nothing stands.
    """
    rows = list(segments)
    note = next(
        (found[1] for row in rows if row.kind == "footnote" and (found := _SOURCE.match(row.text))), ""
    )
    sources = " ".join(row.text for row in rows if row.kind == "source-line")
    return {
        "date": _date(rows),
        "title": _title(rows),
        "classification": _classification(rows) or _noted_classification(note),
        "file_number": _first(rows, "file-number"),
        "addressees": _parties(_receivers(rows)),
        "distribution": _parties(_lists(rows)),
        "seal": " ".join(_texts(rows, "seal")).rstrip(")]") or None,
        "summary": " ".join(_texts(rows, "summary")) or None,
        "archive_reference": _reference(sources or re.split(_AFTER_SOURCE, note)[0]),
        "translator": _translator(sources),
        "funder": (_first(rows, "funder") or "").rstrip(".") or None,
        "rights": "\n\n".join(_texts(rows, "rights")) or None,
        "empty": list(_empty(rows)),
    }


def _texts(rows: list["Segment"], kind: str) -> Iterator[str]:
    """The words of the segments of a kind, on one line each, without the label they begin with."""
    lead = re.compile(f"^(?:{_LEAD.get(kind, '')})", re.IGNORECASE)
    for row in rows:
        words = " ".join(plain(row.text[:500]).split() + row.text[500:].split()) if row.kind == kind else ""
        if words := lead.sub("", words, count=1):
            yield words


def _first(rows: list["Segment"], kind: str) -> str | None:
    return next(_texts(rows, kind), None)


def _title(rows: list["Segment"]) -> str | None:
    """The title without the number of a footnote that hangs on it."""
    title = _first(rows, "title") or _front_matter(rows, "title")
    return title and re.sub(r"(?:/\d{1,2}/|(?<=[a-z)])\d{1,2})$", "", title)


def _receivers(rows: list["Segment"]) -> list[str]:
    """Who is written to: the lines of address; the salutation where there are none."""
    named = [row for row in rows if row.kind == "addressee" and not _SENDER.match(plain(row.text))]
    lines = [row for row in named if not _SALUTATION.match(plain(row.text))]
    return list(_texts(lines or named, "addressee"))


def _noted_classification(note: str) -> str | None:
    """The marks that the source note of an edition gives after the source (`Secret; Niact.`)."""
    found = re.search(rf"\.\s+({MARKS})\.", note, re.IGNORECASE)
    return found[1] if found and _SECRET.search(found[1]) else None


def _classification(rows: list["Segment"]) -> str | None:
    """The first mark of secrecy, or of urgency where there is no other."""
    marks = [text.strip(" .!*") for text in _texts(rows, "classification")]
    return next(filter(_SECRET.search, marks), marks[0] if marks else None)


def _lists(rows: list["Segment"]) -> Iterator[str]:
    """The receivers, set apart by commas where there is no semicolon; how many copies were made is none."""
    for text in _texts(rows, "distribution"):
        if not _COUNT.match(text):
            text = re.sub(r"[.;]?\s*(?:a )?total (?:of )?\w+ copies\W*$", "", text, flags=re.IGNORECASE)
            yield text if ";" in text or text.count(",") < 2 else text.replace(", ", "; ")


def _parties(texts: Iterable[str]) -> list[str]:
    """Each party once, without its article.

    >>> _parties(["the Ministry of Foreign Affairs and the Ministry of Public Security;"])
    ['Ministry of Foreign Affairs', 'Ministry of Public Security']
    """
    found: dict[str, str] = {}
    for text in texts:
        for part in re.split(r"\s*;\s*|,?\s+and (?=the )|,\s+(?=the )", text):
            name = re.sub(r"^the |^([^\[]*)\]", r"\1", part).strip(" ,:.;!-–•“”\"'")
            found.setdefault(name.casefold(), name)
    return [name for name in found.values() if name]


def _date(rows: list["Segment"]) -> str | None:
    """The first date outside the body that parses plainly."""
    for row in rows:
        if row.kind in ("date", "dateline") and (found := re.search(DATE, row.text, re.IGNORECASE)):
            return iso(found[0])
    return iso(_front_matter(rows, "doc_date") or _front_matter(rows, "date") or "")


def iso(words: str) -> str | None:
    """A date in ISO 8601, as exact as the words are; `None` for what does not parse plainly or cannot be.

    >>> iso("December 2, 1961"), iso("5 March 1961"), iso("June 1947"), iso("3/4/61")
    ('1961-12-02', '1961-03-05', '1947-06', None)
    """
    if match := re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", words):
        return words if is_real(tuple(int(part) for part in match.groups() if part)) else None
    if re.fullmatch(
        r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", words
    ):  # day first, as in every language that writes it so
        day, month, year = re.findall(r"\d+", words)
        real = is_real((int(year), int(month), int(day)))
        return f"{year}-{int(month):02}-{int(day):02}" if real else None
    name = re.search(MONTH, words, re.IGNORECASE)
    year = re.search(r"\b1[6-9]\d\d\b|\b20\d\d\b", words)
    if not (name and year):
        return None
    month = _MONTHS.index(name[0][:3].casefold()) + 1
    day = re.search(r"\b\d{1,2}(?!\d)", words.replace(year[0], ""))
    if not day:
        return f"{year[0]}-{month:02}"
    return f"{year[0]}-{month:02}-{int(day[0]):02}" if is_real((int(year[0]), month, int(day[0]))) else None


def _front_matter(rows: list["Segment"], name: str) -> str | None:
    for row in rows:
        if row.kind == "record-field" and (found := re.match(rf"{name}\s*:\s*(.*)", row.text)):
            return found[1].strip(" '\"") or None
    return None


def _reference(sources: str) -> str | None:
    """The source line without who obtained and translated it and without the archive's own page."""
    words = re.sub(
        r"^\W*(?:source|citation|archive|original archive)\s*:\s*", "", sources, flags=re.IGNORECASE
    )
    words = re.sub(r"^.*?(?:History and Public Policy Program|Wilson Center) Digital Archive,?\s*", "", words)
    words = re.split(
        r"(?:\.\s+|^|\s)(?=(?:(?:Document o|O)btained|Translat|Provided|Contributed|[Cc]ompiled by|https?:))",
        words,
    )[0]
    return words.strip(" .,;[]_") or None


def _translator(sources: str) -> str | None:
    """The words after “translated by” to the end of their sentence."""
    if not (found := _TRANSLATOR.search(sources)):
        return None
    after = re.split(r"\s*(?:;|\bhttps?:)", sources[found.end() :])[0]
    return next((after[start:end].strip(" .,") for start, end in split(after)), None)


def _empty(rows: list["Segment"]) -> Iterator[str]:
    """Labels of the page that stand alone and have nothing under them that is their value."""
    shown = [row for row in rows if row.kind != "blank"]
    for row, below in zip_longest(shown, shown[1:]):
        name = plain(row.text).strip(" :•*-")
        alone = row.kind == "record-field" and FIELDS.fullmatch(plain(row.text))
        if alone and name.casefold() not in HEADINGS and not _is_value(below):
            yield name


def _is_value(row: "Segment | None") -> bool:
    if row is not None and plain(row.text).casefold() in HEADINGS[1:]:
        return True
    if row is None or row.kind in ("record-field", "furniture"):
        return row is not None and not FIELDS.fullmatch(plain(row.text))
    return row.kind in ("source-line", "rights", "summary", "classification", "date") or _is_credit(row)


def _is_credit(row: "Segment") -> bool:
    """Whether a funder is the value of `Credits`, which says what the support was for."""
    return row.kind == "funder" and len(row.text.split()) > 5
