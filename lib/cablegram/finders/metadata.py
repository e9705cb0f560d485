"""What a document says of itself, read off its segments."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import takewhile, zip_longest

from .dates import find_dates
from .forms import BODY, FORM, LEADS, PAGE
from .lines import Segment, plain
from .sentences import split

_SUBJECT = re.compile(r"(?:subject|subj|re)\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)
_LONG_LETTERS = str.maketrans("ſıİK", "siIK")  # which fold to ASCII letters in old prints and Turkish ones


def metadata(segments: Iterable[Segment]) -> dict:
    """The description of the document: one value or `None` per key, a list where there may be several.

    Keys: date (ISO 8601), title, classification, file_number, addressees (list), distribution (list), seal,
    summary, archive_reference, translator, funder, rights, and `empty`: the labels of the page under which
    nothing stands.
    """
    rows = list(segments)
    notes = (found[1] for row in rows if row.kind == "footnote" and (found := FORM["source"].match(row.text)))
    note = next(notes, "")
    sources = " ".join(row.text for row in rows if row.kind == "source-line")
    told = (re.match(r"(\w+)\s*:\s*(.*)", row.text) for row in reversed(rows) if row.kind == "front-matter")
    front = {found[1]: found[2].strip(" '\"") for found in told if found}
    title = next(_texts(rows, "title"), None) or front.get("title")
    # without who obtained and translated it and without the archive's own page
    reference = FORM["before-source"].sub("", sources or FORM["after-source"].split(note)[0], count=1)
    translator = FORM["translator"].split(sources, maxsplit=1)[1:]
    translated = re.split(r"\s*(?:;|\bhttps?:)", "".join(translator))[0]
    named = [row for row in rows if row.kind == "addressee" and not FORM["sender"].match(plain(row.text))]
    addressed = [row for row in named if not FORM["salutation"].match(plain(row.text))]
    # the first mark of secrecy, else of handling; else the marks that an edition's note gives
    marks = [text.strip(" .!*") for text in _texts(rows, "classification")]
    handled = [text for text in marks if not FORM["no-secrecy"].fullmatch(text)]
    secret, noted = FORM["secrecy"].search, FORM["noted-marks"].findall(note)[:1]
    # lists of receivers, set apart by commas where there is no semicolon; how many copies were made is none
    copied = [text for text in _texts(rows, "distribution") if not FORM["copies"].match(text)]
    lists = (FORM["total"].sub("", text) for text in copied)
    lists = (text if ";" in text or text.count(",") < 2 else text.replace(", ", "; ") for text in lists)
    own_first = sorted(rows, key=lambda row: bool(FORM["reference"].match(row.text)))
    return {
        "date": _date(rows, front),
        "title": title and re.sub(r"(?:/\d{1,2}/|(?<=[a-z)])\d{1,2})$", "", title),  # no number of a footnote
        "classification": next(iter([*filter(secret, marks), *handled, *filter(secret, noted)]), None),
        "file_number": next(_texts(own_first, "file-number"), None),
        "addressees": _parties(_texts(addressed or named, "addressee")),
        "distribution": _parties(lists),
        "seal": " ".join(_texts(rows, "seal")).rstrip(")]") or None,
        "summary": " ".join(_texts(rows, "summary")) or None,
        "archive_reference": FORM["not-source"].split(reference)[0].strip(" .,;[]_") or None,
        "translator": next((translated[start:end].strip(" .,") for start, end in split(translated)), None),
        "funder": next(_texts(rows, "funder"), "").rstrip(".") or None,
        "rights": "\n\n".join(_texts(rows, "rights")) or None,
        "empty": list(_empty(rows)),
    }


def _texts(rows: list[Segment], kind: str) -> Iterator[str]:
    """The words of the segments of a kind, on one line each, without the label they begin with."""
    for row in rows:
        words = " ".join(plain(row.text[:500]).split() + row.text[500:].split()) if row.kind == kind else ""
        lead = next((rule.pattern.match(words) for rule in LEADS if kind in rule.kind.split("/")), None)
        if words := words[lead.end() if lead else 0 :]:
            yield words


def _parties(texts: Iterable[str]) -> list[str]:
    """Each party once, without its article.

    >>> _parties(["the Ministry of Foreign Affairs and the Ministry of Public Security;"])
    ['Ministry of Foreign Affairs', 'Ministry of Public Security']
    """
    parts = (part for text in texts for part in re.split(r"\s*;\s*|,?\s+and (?=the )|,\s+(?=the )", text))
    names = (re.sub(r"^the |^([^\[]*)\]", r"\1", part).strip(" ,:.;!-–•“”\"'") for part in parts)
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return [name for name in found.values() if name]


def subject(segments: Iterable[Segment]) -> str:
    """What the head gives as the subject, with the lines right below, on one line; empty without one."""
    rows = list(segments)
    for n, row in enumerate(rows):
        if row.kind == "heading" and _SUBJECT.match(row.text):
            lines = takewhile(lambda line: line.kind in ("heading", "blank"), rows[n:])
            words = "".join(line.text for line in lines)
            return " ".join(_SUBJECT.match(re.split(r"\n\s*\n", words)[0])[1].split())
    return ""


def _date(rows: list[Segment], front: dict[str, str]) -> str | None:
    """The day of the first dateline that names one, or of the front matter; else the only one in the head."""
    lines = [row.text for row in rows if row.kind in ("date", "dateline")]
    lines += [front[name] for name in ("doc_date", "date") if name in front]
    telling = ("title", "heading", "file-number", "record-field")
    days = {day_of(row.text) for row in rows if row.id.startswith("head.") and row.kind in telling} - {None}
    return next(filter(None, map(day_of, lines)), days.pop() if len(days) == 1 else None)


def day_of(words: str) -> str | None:
    """The first day, or month where no day is told, that words name with its year, in ISO 8601.

    >>> day_of("Riga, the 4th of June, 1942"), day_of("R 041200Z JUN 76"), day_of("3/4/61")
    ('1942-06-04', '1976-06-04', None)
    """
    words = FORM["teletype-day"].sub(r"\1 \2 19\3", words.translate(_LONG_LETTERS))
    for found in find_dates(words):
        day = found.edtf or ""
        dated = re.fullmatch(r"[12]\d{3}-\d\d(?:-\d\d)?", day) and day[:4] in found.text
        # “June 31, 1951” tells a day, and the month has none of that number
        if dated and not (len(day) == 7 and re.search(r"\b\d{1,2}\b", found.text)):
            return day
    return None


def dated_parts(segments: Iterable[Segment], written: str | None) -> Iterator[tuple[int, str | None]]:
    """Where each part of a document begins and the day it was written: first what stands above all entries.

    A part begins with a dated heading or entry of a diary, a letter-book or minutes by day.
    """
    day, above = written, ""
    yield 0, day
    for row in segments:
        words = plain(row.text)
        dated = row.kind in ("date", "dateline") and row.id.startswith("body.")
        # a short entry (“Rain all day.”) above the running text is a heading
        dated = dated or (row.kind == "date" and above[-1:] == ".")
        entry = row.kind in (*BODY, "heading", "section-heading") and FORM["entry"].match(words)
        if (dated or entry) and (named := _next_day(entry[0] if entry else words, day or "")):
            day = named
            yield row.start, day
        above = above if row.kind == "blank" else row.text if row.kind == "heading" else ""


def _next_day(words: str, above: str) -> str | None:
    """The day that an entry names; without its year or month, the next such day from the entry above on."""
    alone, named = FORM["day-alone"].match(words), [day_of(words)]
    if alone and alone[1] and len(above) == 10:
        days = (date.fromisoformat(above) + timedelta(n) for n in range(62))
        named += [str(day) for day in days if str(day.day) == alone[1]]
    elif above:
        named += [found.edtf for found in find_dates(f"next {words}" if alone else words, written=above)]
    return next((day for day in named if day and re.fullmatch(r"[12]\d{3}-\d\d-\d\d", day)), None)


def _empty(rows: list[Segment]) -> Iterator[str]:
    """Labels of the page that stand alone and have nothing under them that is their value."""
    shown = [row for row in rows if row.kind != "blank"]
    for row, below in zip_longest(shown, shown[1:], fillvalue=Segment("", "", 0, 0, "")):
        field = FORM["fields"].fullmatch(plain(row.text)) if row.kind == "record-field" else None
        words = plain(below.text)
        label = FORM["fields"].fullmatch(words) and not FORM["parts"].fullmatch(words)
        name = below.kind == "funder" and len(words.split()) <= 5  # does not say what the support was for
        value = below.kind in (*PAGE, "classification", "date") and not (label or name)
        if field and not (value or FORM["headings"].fullmatch(field["label"])):
            yield field["label"]
