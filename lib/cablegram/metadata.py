"""What a document says of itself, read off its segments."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .kinds import DATE, FIELDS, MONTH, plain

if TYPE_CHECKING:
    from .segments import Segment

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LEAD = {
    "title": r"title\s*:\s*",
    "classification": r"(?:original )?classification\s*:\s*",
    "file-number": r"(?:ref(?:erence)?s?\.?|file)\s*:\s*",
    "seal": r"[\[(]?\s*(?:(?:round |official )?(?:seal|stamp)(?:\s*[\])]|\s*:|\s+of(?=\s+the))?)\s*",
    "summary": r"(?:summary|abstract|description)\s*:\s*",
    "rights": r"rights\s*:\s*",
    "funder": r"(?:credits\s*:\s*)?(?:this )?(?:document|translation|publication|project)?\s*(?:was )?"
    r"(?:made possible|supported|funded)\s+(?:with|by|through)\s+(?:(?:the |a )?(?:generous )?(?:support|grant)s? (?:from|of)\s+)?(?:the )?",
    "distribution": r"(?:distribution(?: list)?|distributed to|c\.?c\.?|cop(?:y|ies)(?: (?:also )?sent)? (?:to|for)|sent to|circulated to|copies)"
    r"\s*:?\s*",
    "addressee": r"[\[(]?to[\])]?\s*:?\s*(?:the )?",
}
_TRANSLATOR = re.compile(
    r"\btranslat(?:ed|ion)(?: from [\w ]+?)?(?: for [\w ]+?)?(?: by| from)\s+(?P<after>[^.;\n]*(?:\b[A-Z]\.[^.;\n]*)*)"
    r"|\btranslator\s*:?\s+(?P<label>[^.;\n]+)",
    re.IGNORECASE,
)


def metadata(segments: Iterable["Segment"]) -> dict:
    """The description of the document: one value or `None` per key, a list where there may be several.

    Keys: date (ISO 8601), title, classification, file_number, addressees (list), distribution (list), seal, summary,
    archive_reference, translator, funder, rights, and `empty`: the labels of the page under which nothing stands.
    """
    rows = list(segments)
    sources = " ".join(row.text for row in rows if row.kind == "source-line")
    return {
        "date": _date(rows),
        "title": _first(rows, "title") or _front_matter(rows, "title"),
        "classification": _first(rows, "classification"),
        "file_number": _first(rows, "file-number"),
        "addressees": [name for text in _texts(rows, "addressee") for name in _names(text)],
        "distribution": [name for text in _texts(rows, "distribution") for name in _names(text)],
        "seal": _first(rows, "seal"),
        "summary": " ".join(_texts(rows, "summary")) or None,
        "archive_reference": _reference(sources),
        "translator": _translator(sources),
        "funder": _first(rows, "funder"),
        "rights": "\n\n".join(_texts(rows, "rights")) or None,
        "empty": list(_empty(rows)),
    }


def _texts(rows: list["Segment"], kind: str) -> Iterator[str]:
    """The words of the segments of a kind, on one line each, without the label they begin with."""
    lead = re.compile(_LEAD.get(kind, r"(?!)"), re.IGNORECASE)
    for row in rows:
        words = " ".join(plain(row.text[:500]).split() + row.text[500:].split()) if row.kind == kind else ""
        if words := lead.sub("", words, count=1):
            yield words


def _first(rows: list["Segment"], kind: str) -> str | None:
    return next(_texts(rows, kind), None)


def _names(text: str) -> list[str]:
    """The parties of an address or a distribution list, without their articles.

    >>> _names("the Ministry of Foreign Affairs and the Ministry of Public Security;")
    ['Ministry of Foreign Affairs', 'Ministry of Public Security']
    """
    parts = re.split(r"\s*;\s*|\s*\n\s*|,?\s+and (?=the )|,\s+(?=the )", text)
    return [name for part in parts if (name := re.sub(r"^the ", "", part).strip(" ,:.;-–•"))]


def _date(rows: list["Segment"]) -> str | None:
    """The first date outside the body that parses plainly."""
    for row in rows:
        if row.kind in ("date", "dateline") and (found := re.search(DATE, row.text, re.IGNORECASE)):
            return iso(found[0])
    return _front_matter(rows, "doc_date") or _front_matter(rows, "date")


def iso(words: str) -> str | None:
    """A date in ISO 8601, as exact as the words are; `None` for what does not parse plainly.

    >>> iso("December 2, 1961"), iso("5 March 1961"), iso("June 1947"), iso("3/4/61")
    ('1961-12-02', '1961-03-05', '1947-06', None)
    """
    if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", words):
        return words
    if re.fullmatch(r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", words):  # day first, as in every language that writes it so
        day, month, year = re.findall(r"\d+", words)
        return f"{year}-{int(month):02}-{int(day):02}" if 1 <= int(month) <= 12 and 1 <= int(day) <= 31 else None
    name = re.search(MONTH, words, re.IGNORECASE)
    year = re.search(r"\b1[6-9]\d\d\b|\b20\d\d\b", words)
    if not (name and year):
        return None
    month = f"{year[0]}-{_MONTHS.index(name[0][:3].casefold()) + 1:02}"
    day = re.search(r"\b\d{1,2}(?!\d)", words.replace(year[0], ""))
    return f"{month}-{int(day[0]):02}" if day and 1 <= int(day[0]) <= 31 else None if day else month


def _front_matter(rows: list["Segment"], name: str) -> str | None:
    for row in rows:
        if row.kind == "record-field" and (found := re.match(rf"{name}\s*:\s*(.*)", row.text)):
            return found[1].strip(" '\"") or None
    return None


def _reference(sources: str) -> str | None:
    """The source line without who obtained and translated it and without the archive's own page."""
    words = re.sub(r"^\W*(?:source|citation|archive|original archive)\s*:\s*", "", sources, flags=re.IGNORECASE)
    words = re.sub(r"^.*?History and Public Policy Program Digital Archive,?\s*", "", words)
    words = re.split(r"(?:\.\s+|^|\s)(?=(?:Obtained|Translat|Provided|Contributed|Document obtained|https?:))", words)[0]
    return words.strip(" .,;[]_") or None


def _translator(sources: str) -> str | None:
    found = _TRANSLATOR.search(sources)
    return (found["after"] or found["label"]).strip(" .,") or None if found else None


def _empty(rows: list["Segment"]) -> Iterator[str]:
    """Labels of the record after which the next thing is another label, or nothing that could be their value."""
    shown = [row for row in rows if row.kind != "blank"]
    for row, after in zip(shown, [*shown[1:], None], strict=True):
        bare = plain(row.text)
        if row.kind == "record-field" and FIELDS.fullmatch(bare) and bare.rstrip(" :").casefold() not in ("document information",):
            filled = after and (after.kind == "record-field" and not FIELDS.fullmatch(plain(after.text)) or after.kind in ("source-line", "rights", "summary"))
            if not filled:
                yield bare.rstrip(" :")
