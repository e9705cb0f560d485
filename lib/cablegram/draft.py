"""A draft of the registers of a document of one's own: sheets filled with what is found in it.

Every row stands as it will be read, so that the sheets load as they are; what a register would refuse is left
out and counted. What only a reader can tell is a question mark, or blank.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .addresses import KINDS
from .document import Document
from .registers import REGISTERS, RegisterError, read
from .registers.sheets import Row, guarded
from .text import Span, occurrences

if TYPE_CHECKING:
    from pandas import DataFrame

_TITLES = "Mr|Mrs|Miss|Dr|Comrade|Premier|President|General|Colonel|Minister|Chairman"
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*"
_NAME = re.compile(rf"(?:(?:{_TITLES})\.\s)?{_CAPITAL}(?:\s(?:(?:of|for|and|the|de)\s)*{_CAPITAL})*")
_OFFICES = (
    "army|board|bureau|cabinet|commission|committee|company|council|court|department|embassy|government|"
    "institute|ministry|office|party|school|union|university"
)


def draft(document: Document, folder: Path) -> "DataFrame":
    """Writes the sheets; one row per file: its rows, the finds that no register can hold, what was done."""
    from pandas import DataFrame

    sentences, done = list(document.sentences.itertuples()), []
    for name, rows in _rows(document).items():
        register, fitting, seen = REGISTERS[name].of_any_document, [], {}
        for row in rows:
            with suppress(RegisterError):
                if "\r" not in row.get("quote", ""):  # no spreadsheet keeps it
                    read(register, Row(row, ""), seen, document.text, sentences, {})
                    fitting.append(row)
        file, there = f"{name}.csv", register.paths(folder)
        sheet = DataFrame(fitting, columns=register.written).map(guarded)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not there:
                sheet.to_csv(folder / file, index=False, encoding="utf-8-sig", lineterminator="\r\n")
        except OSError as error:
            cure = f"cannot be written ({error.strerror}); name a folder of your own."
            raise RegisterError(f"{folder / file} {cure}") from None
        what = f"left alone, {there[0].name} is there" if there else "written"
        done.append((file, len(fitting), len(rows) - len(fitting), what))
    return DataFrame(done, columns=["file", "rows", "left_out", "done"])


def _rows(document: Document) -> dict[str, list[dict]]:
    """The rows of each sheet by the name of its register."""
    text, clock = document.text, "edtf_spoken" if document.meta.get("spoken") else "edtf_written"
    found: dict[str, list[dict]] = {name: [] for name in ("quantities", "dates", "voices", "mentions")}

    def add(register: str, find: Span, **cells: object) -> None:
        starts, rows = occurrences(text, find.text), found[register]
        nth = starts.index(find.start) + 1 if len(starts) > 1 else ""
        rows.append({"id": f"{register[0]}{len(rows) + 1}", "quote": find.text, "nth": nth, **cells})

    for find in document.find_numbers().itertuples():
        number = text[find.num_start : find.num_end]
        digits = number.replace(",", "")
        other = digits.isdecimal() and float(digits) not in (find.low, find.high)
        if other or find.text.count(number) != 1:
            number = find.text  # which holds whatever its digits are
        low, high = (f"{end:.15g}".replace("nan", "") for end in (find.low, find.high))
        cells = {"relation": find.relation, "counted": find.unit or "?", "unit": find.unit}
        add("quantities", find, number=number, low=low, high=high, **cells)
    dates = list(document.find_dates().fillna("").itertuples())  # what is vague has no day
    for find in dates:
        add("dates", find, **{clock: find.edtf}, kind=find.kind, what="?")
    named: dict[str, dict[str, dict]] = {"place": {}, "person": {}, "office": {}}
    for sentence in document.sentences.query("kind == 'body'").itertuples():
        words = " ".join(sentence.text.split())
        row = {"id": sentence.id.lower(), "sentence": sentence.id, "words": words}
        found["voices"].append(row | {"basis": "inferred", "certainty": "low"})
        for find in _names(text, sentence.start, sentence.end):
            if any(date.start < find.end and find.start < date.end for date in dates):
                continue
            name = " ".join(find.text.split())
            row = {"name": name, "identity": f"Named in {sentence.id}.", "certainty": "low"}
            if re.search(rf"\b(?:{_OFFICES})\b", name.casefold()):
                kind, row["kind"] = "office", "office"
            elif re.match(rf"(?:{_TITLES})\b", name):
                kind = "person"
            else:
                kind, row["kind"] = "place", "?"
            id = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
            named[kind].setdefault(id, {"id": id} | row)
            add("mentions", find, entity=f"{kind}:{id}", form="name", certainty="low")
    return found | {KINDS[kind].register: list(rows.values()) for kind, rows in named.items()}


def _names(text: str, start: int, end: int) -> Iterator[Span]:
    """The runs of capitalised words of a sentence, but for a first word that need not be part of a name."""
    for match in _NAME.finditer(text, start, end):
        first, begins = match[0].split()[0], not re.search(r"[^\W\d]", text[start : match.start()])
        if begins and (first == match[0] or re.search(rf"\b{first.lower()}\b", text)):
            match = _NAME.search(text, match.start() + len(first), match.end())
        name = re.sub(r"[’']s?$", "", match[0]) if match else ""
        if len(name) > 1:
            yield Span(match.start(), match.start() + len(name), name)
