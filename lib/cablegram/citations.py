"""How to cite the document and this edition of it: Chicago, MLA, BibTeX, RIS and CSL-JSON."""

import json
from dataclasses import dataclass
from datetime import date

from . import __version__
from .wording import day_in_words

DATED = date(2026, 11, 26)  # the day of the last change the README lists; never the clock's
ADDRESS = (
    "https://digitalarchive.wilsoncenter.org/document/"
    "cable-chinese-embassy-north-korea-chinese-citizens-korean-nationality-illegally-crossing"
)
TITLE = "On Chinese Citizens of the Korean Nationality Illegally Crossing the Border to Come to [North] Korea"
EDITION = (
    "Crossing the Border to Come to Korea: "
    "An Analytical Edition of a Chinese Embassy Dispatch of 2 December 1961"
)
RIGHTS = (
    "Code MIT, commentary and data CC BY 4.0. Neither covers the text of the document: "
    "the History and Public Policy Program welcomes its reuse for research and educational purposes; "
    "rights may rest with others."
)


@dataclass(frozen=True)
class Work:
    """What a citation is made of; `author` is a body, `issued` the work's own date."""

    key: str
    author: str
    title: str
    number: str
    issued: date
    translator: str
    archive: str
    publisher: str
    address: str
    version: str = ""


def document() -> Work:
    """The dispatch itself, in the translation the edition rests on."""
    return Work(
        key="korea-consular-103",
        author="Embassy of the People’s Republic of China in the Democratic People’s Republic of Korea",
        title=TITLE,
        number="(61) Korea Consular No. 103",
        issued=date(1961, 12, 2),
        translator="David Cowhig",
        archive="PRC FMA 118-01026-07, 125-128",
        publisher="History and Public Policy Program Digital Archive, Wilson Center",
        address=ADDRESS,
    )


def edition() -> Work:
    """This edition, by version and date."""
    return Work(
        key="cablegram",
        author="",
        title=EDITION,
        number="",
        issued=DATED,
        translator="",
        archive="",
        publisher="",
        address="",
        version=__version__,
    )


def day(when: date, short: bool = False) -> str:
    """A date in words: “2 December 1961”, or “2 Dec. 1961” as MLA has it."""
    if short and when.month not in (5, 6, 7):
        return f"{when.day} {when:%b}. {when.year}"
    return day_in_words(when)


def sentence_of(parts: list[str]) -> str:
    """The parts that are there, each ended by one full stop."""
    return " ".join(part if part.endswith(("”", ".")) else f"{part}." for part in parts if part)


def chicago(work: Work) -> str:
    """A bibliography entry after the Chicago Manual of Style."""
    translated = f"Translated by {work.translator}" if work.translator else ""
    edited = f"Version {work.version}" if work.version else ""
    issued = ", ".join(part for part in (work.number, day(work.issued)) if part)
    title = f"“{work.title}.”" if work.author else work.title
    return sentence_of(
        [work.author, title, edited, issued, work.archive, translated, work.publisher, work.address]
    )


def mla(work: Work) -> str:
    """A works-cited entry after the MLA Handbook."""
    container = ", ".join(
        part
        for part in (
            f"translated by {work.translator}" if work.translator else "",
            work.publisher,
            f"version {work.version}" if work.version else "",
            work.number,
            work.archive,
            day(work.issued, short=True),
            work.address.removeprefix("https://"),
        )
        if part
    )
    title = f"“{work.title}.”" if work.author else work.title
    return sentence_of([work.author, title, container[0].upper() + container[1:]])


def bibtex(work: Work) -> str:
    """An entry of the type `misc`, for BibTeX and BibLaTeX."""
    fields = {
        "author": f"{{{work.author}}}" if work.author else "",
        "title": f"{{{work.title}}}",
        "date": work.issued.isoformat(),
        "year": str(work.issued.year),
        "translator": work.translator,
        "version": work.version,
        "howpublished": work.publisher,
        "note": "; ".join(part for part in (work.number, work.archive) if part),
        "url": work.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{work.key},", *lines, "}"]) + "\n"


def ris(work: Work) -> str:
    """A record for reference managers, lines ended as the format asks."""
    fields = [
        ("TY", "GEN"),
        ("AU", f"{work.author}," if work.author else ""),
        ("TI", work.title),
        ("PY", str(work.issued.year)),
        ("DA", work.issued.strftime("%Y/%m/%d/")),
        ("A4", ", ".join(reversed(work.translator.split(" ", 1)))),
        ("M1", work.number),
        ("ET", work.version),
        ("CN", work.archive),
        ("PB", work.publisher),
        ("LA", "en"),
        ("UR", work.address),
    ]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in fields if value) + "ER  - \r\n"


def csl(*works: Work) -> str:
    """The works as CSL-JSON, which citation processors read."""
    return json.dumps([_csl(work) for work in works], ensure_ascii=False, indent=2) + "\n"


def _csl(work: Work) -> dict:
    given, _, family = work.translator.rpartition(" ")
    entry = {
        "id": work.key,
        "type": "document",
        "title": work.title,
        "author": [{"literal": work.author}] if work.author else None,
        "translator": [{"family": family, "given": given}] if work.translator else None,
        "issued": {"date-parts": [[work.issued.year, work.issued.month, work.issued.day]]},
        "number": work.number,
        "version": work.version,
        "archive_location": work.archive,
        "publisher": work.publisher,
        "URL": work.address,
        "language": "en",
    }
    return {name: value for name, value in entry.items() if value}


def citation_files() -> dict[str, str]:
    """File name to content: both works as BibTeX, RIS and CSL-JSON."""
    works = (document(), edition())
    return {
        "citation.bib": "\n".join(bibtex(work) for work in works),
        "citation.ris": "\r\n".join(ris(work) for work in works),
        "citation.json": csl(*works),
    }
