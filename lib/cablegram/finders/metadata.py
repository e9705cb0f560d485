"""What a document says of itself, read off its segments."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest
from typing import TYPE_CHECKING

from ..dates import find_dates
from .forms import FORM, WORDS
from .lines import plain
from .sentences import split

if TYPE_CHECKING:
    from .segments import Segment

_LEAD = {  # what stands before the words that are asked for
    "title": r"title\s*:\s*",
    "classification": (
        r"(?:(?:cable |telegram |original )?(?:classification|precedence|priority|level|urgency)\s*:|"
        r"(?:(?:incoming|outgoing) )?(?:telegram|cablegram|airgram)\b)\s*"
    ),
    "file-number": r"(?:ref(?:erence)?s?\.?|file)\s*:\s*",
    "seal": r"[\[(]?\s*(?:(?:round |official )?(?:seal|stamp)(?:\s*:?\s*[\])]|\s*:|\s+of\s+the\b)?)\s*",
    "summary": r"(?:summary|abstract|description)\s*:\s*",
    "rights": r"rights\s*:\s*",
    "funder": (
        r"(?:credits\s*:\s*)?(?:this )?(?:document|translation|publication|project)?\s*(?:was |has been |is )?"
        r"(?:made possible|supported|funded)\s+(?:with|by|through)\s+"
        r"(?:(?:the |a )?(?:generous )?(?:support|grant)s? (?:from|of)\s+)?(?:the )?"
    ),
    "distribution": (
        r"(?:distribution(?: list)?|distributed to|received by|b?c\.?c\.?|"
        r"cop(?:y|ies)(?: (?:also )?sent)? (?:to|for)|sent to|circulated to|copies|"
        r"\d{1,2}(?:st|nd|rd|th)?\s*[-–—](?: to)?|\d{1,2}[.)]|[-–•])\s*:?\s*"
    ),
    "addressee": r"\W?(?:(?:to|info|for|attention)\]?\s*:?\s+(?:transmit to )?(?:the )?|(?:my )?dear )",
}
_SENDER = re.compile(r"\W?(?:from|fm)\b", re.IGNORECASE)
_SOURCE = re.compile(r"\W*(?:\d+\W+)?source\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_AFTER_SOURCE = rf"\.\s+(?=(?i:{WORDS['MARKS']}|no classification)[;.,]|[A-Z]\w+ (?:by|to|at|in|on) )"
_COUNT = re.compile(r"(?:\w+ in )?\w+ copies\b", re.IGNORECASE)
_SECRET = re.compile(r"secret|confidential|restricted|official use|(?<!de)classifi", re.IGNORECASE)
_NO_SECRECY = re.compile(  # how fast, or no longer
    r"(?:\W|and|most|extra|extremely|very|operational|highest|top|special|early|delivery|priority|routine|"
    r"immediate|urgent|flash|niact|rush|express|regular|important|declassified)+",
    re.IGNORECASE,
)
_TRANSLATOR = re.compile(
    r"\btranslat(?:ed|ion)(?: from [\w ]+?)?(?: for [\w ]+?)?(?: by| from)\s+|\btranslator\s*:?\s+",
    re.IGNORECASE,
)
_TELETYPE_DAY = re.compile(r"\b(\d\d)\d{4}Z (\w{3}) (\d\d)\b")  # 041200Z JUN 76
_MAY_TELL_THE_DAY = ("title", "heading", "file-number", "record-field")


def metadata(segments: Iterable["Segment"]) -> dict:
    """The description of the document: one value or `None` per key, a list where there may be several.

    Keys: date (ISO 8601), title, classification, file_number, addressees (list), distribution (list), seal,
    summary, archive_reference, translator, funder, rights, and `empty`: the labels of the page under which
    nothing stands.
    """
    rows = list(segments)
    notes = (found[1] for row in rows if row.kind == "footnote" and (found := _SOURCE.match(row.text)))
    note = next(notes, "")
    sources = " ".join(row.text for row in rows if row.kind == "source-line")
    title = _first(rows, "title") or _front_matter(rows, "title")
    numbers = sorted(_texts(rows, "file-number", lead=False), key=lambda text: bool(_refers(text)))
    return {
        "date": _date(rows),
        # without the number of a footnote that hangs on it
        "title": title and re.sub(r"(?:/\d{1,2}/|(?<=[a-z)])\d{1,2})$", "", title),
        "classification": _classification(rows, note),
        "file_number": next((_without_lead(text, "file-number") for text in numbers), None),
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


def _texts(rows: list["Segment"], kind: str, lead: bool = True) -> Iterator[str]:
    """The words of the segments of a kind, on one line each, without the label they begin with."""
    for row in rows:
        words = " ".join(plain(row.text[:500]).split() + row.text[500:].split()) if row.kind == kind else ""
        if words := _without_lead(words, kind) if lead else words:
            yield words


def _without_lead(words: str, kind: str) -> str:
    return re.sub(f"^(?:{_LEAD.get(kind, '')})", "", words, count=1, flags=re.IGNORECASE)


def _first(rows: list["Segment"], kind: str) -> str | None:
    return next(_texts(rows, kind), None)


def _refers(text: str) -> bool:
    """Whether a number is that of another document: `Ref: 1102`."""
    return bool(re.match(r"ref(?:tel|erence)?s?\b", text, re.IGNORECASE))


def _receivers(rows: list["Segment"]) -> list[str]:
    """Who is written to: the lines of address; the salutation where there are none."""
    named = [row for row in rows if row.kind == "addressee" and not _SENDER.match(plain(row.text))]
    lines = [row for row in named if not FORM["salutation"].match(plain(row.text))]
    return list(_texts(lines or named, "addressee"))


def _classification(rows: list["Segment"], note: str) -> str | None:
    """The first mark of secrecy, else of handling; else the marks an edition's note gives after the source."""
    marks = [text.strip(" .!*") for text in _texts(rows, "classification")]
    noted = re.search(rf"\.\s+({WORDS['MARKS']})\.", note, re.IGNORECASE)
    marks = [*filter(_SECRET.search, marks), *(mark for mark in marks if not _NO_SECRECY.fullmatch(mark))]
    return marks[0] if marks else noted[1] if noted and _SECRET.search(noted[1]) else None


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
    """The day of the first dateline that names one; else of the front matter; else the only one in the head."""
    lines = [day for row in rows if row.kind in ("date", "dateline") and (day := day_of(row.text))]
    given = (_front_matter(rows, name) for name in ("doc_date", "date"))
    told = [row.text for row in rows if row.id[:5] == "head." and row.kind in _MAY_TELL_THE_DAY]
    days = {day for text in told if (day := day_of(text))}
    found = [*lines[:1], *(day for words in given if words and (day := day_of(words)))]
    return found[0] if found else days.pop() if len(days) == 1 else None


def day_of(words: str) -> str | None:
    """The first day, or month where no day is told, that words name with its year, in ISO 8601.

    >>> day_of("Riga, the 4th of June, 1942"), day_of("R 041200Z JUN 76"), day_of("3/4/61")
    ('1942-06-04', '1976-06-04', None)
    """
    words = _TELETYPE_DAY.sub(r"\1 \2 19\3", words)
    for found in find_dates(words):
        day = (found.edtf or "").rstrip("~")
        if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", day) and day[:4] in found.text and _is_day(day):
            return day
    return None


def _is_day(day: str) -> bool:
    try:
        return bool(date.fromisoformat(f"{day}-01"[:10]))
    except ValueError:
        return False


def _front_matter(rows: list["Segment"], name: str) -> str | None:
    for row in rows:
        if row.kind == "front-matter" and (found := re.match(rf"{name}\s*:\s*(.*)", row.text)):
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
        heads = re.fullmatch(WORDS["HEADINGS"], name, re.IGNORECASE)
        if (
            row.kind == "record-field"
            and FORM["fields"].fullmatch(plain(row.text))
            and not heads
            and not _is_value(below)
        ):
            yield name


def _is_value(row: "Segment | None") -> bool:
    if row is None:
        return False
    if row.kind in ("record-field", "furniture"):
        words = plain(row.text)
        return not FORM["fields"].fullmatch(words) or bool(re.fullmatch(WORDS["PARTS"], words, re.IGNORECASE))
    if row.kind == "funder":  # the value of `Credits` says what the support was for
        return len(row.text.split()) > 5
    return row.kind in ("source-line", "rights", "summary", "classification", "date")
