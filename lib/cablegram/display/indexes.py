"""The registers as indexes: one row or entry for each, with its own address and links back to the text."""

from collections.abc import Callable, Iterator
from html import escape
from typing import TYPE_CHECKING

from .. import bounds, voices, wording
from . import Shown, entries, html_table, linked, places, prose_html, quoted, sentence_link
from .evidence import evidence
from .foot import at_the_foot
from .when import when

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..cable import Cable

Row = list[str]
Maker = Callable[["Cable"], tuple[str, list[str], list[Row], list[str]]]


def index(cable: "Cable", register: str) -> Shown:
    """One register for readers. Raises `KeyError` that lists the indexes there are."""
    if register in entries.ENTRIES:
        return entries.show(cable, register)
    if register not in TABLES:
        raise KeyError(
            f"there is no index of {register!r}; there are {', '.join([*TABLES, *entries.ENTRIES])}"
        )
    caption, headings, rows, ids = TABLES[register](cable)
    html = html_table(caption, headings, rows, ids, name=f"register-{register}")
    if register == "anomalies" and len(cable.slips):
        html += html_table(*_slips(cable), name="register-slips")
    html += at_the_foot(cable, register)
    where = {
        "anomalies": " and the minor slips by kind; cable.anomalies has a row for each",
        "distances": "",
        "results": "; cable.results() has them as a table",
    }
    told = f"{caption}: {len(rows)} rows" + where.get(register, f"; cable.{register} has them as a table")
    return Shown(linked(html, cable.has_pages), told)


def _quantities(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    names = dict(zip(cable.places.id, cable.places.name, strict=True))
    rows = [
        [
            quoted(row),
            escape(f"{_stated(row)} {row.counted}" + (f" a {row.per}" if row.per else "")),
            escape(row.measure),
            escape(when(row.as_of)) or "–",
            places.link(row.place, names.get(row.place, "")),
            prose_html(row.note),
        ]
        for row in cable.quantities.itertuples()
    ]
    return (
        "The numbers the cable states",
        ["words", "means", "measure", "as of", "place", "note"],
        rows,
        _ids(cable, "quantities"),
    )


def _dates(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    rows = [
        [
            quoted(row),
            _when(row.edtf_spoken),
            _when(row.edtf_written),
            escape(row.kind),
            prose_html(row.what),
            prose_html(row.note),
        ]
        for row in cable.dates.itertuples()
    ]
    headings = ["words", "counted from the talk", "counted from the paper", "kind", "what", "note"]
    return "The dates on two clocks", headings, rows, _ids(cable, "dates")


def _anomalies(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    """One row per doubt that is shown in full, with the other places of the same doubt."""
    table = cable.anomalies
    shown = table[(table.under == "") & (table.slip == "")]
    rows = [
        [
            quoted(row)
            + "".join(f"<br>also {_named(one, quoted(one))}" for one in _rows(table, "under", row.id)),
            escape(row.kind),
            prose_html(row.reading) or "–",
            escape(row.certainty),
            prose_html(row.note),
        ]
        for row in shown.itertuples()
    ]
    headings = ["printed", "class", "proposed", "certainty", "note"]
    return "Slips and doubts", headings, rows, [f"row-anomalies-{name}" for name in shown.id]


def _slips(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    """One row per group of minor slips, with all that it holds."""

    def place(row: object) -> str:
        return _named(row, f"{evidence(cable, [f'a:{row.id}'])} {sentence_link(row.sentence)}")

    rows = [
        [
            prose_html(group.name),
            prose_html(group.says),
            "; ".join(map(place, _rows(cable.anomalies, "slip", group.id))),
        ]
        for group in cable.slips.itertuples()
    ]
    ids = [f"slip-{name}" for name in cable.slips.id]
    return "Minor slips", ["kind", "what is wrong", "where"], rows, ids


def _rows(table: "DataFrame", column: str, value: str) -> Iterator[object]:
    return table[table[column] == value].itertuples()


def _named(row: object, html: str) -> str:
    """What is shown of a doubt that has no row of its own, under the address that such a row would have."""
    return f'<span id="row-anomalies-{escape(row.id)}">{html}</span>'


def _voices(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    """One row per chain of voices, with the sentences that come through it by their basis."""
    rows = []
    for chain, found in cable.voices.groupby("chain", sort=False):
        by_basis = [
            entries.sentences_of(found[found.basis == basis]) or "–"
            for basis in ("explicit", "inherited", "inferred")
        ]
        cues = ", ".join(f"“{escape(cue, quote=False)}”" for cue in dict.fromkeys(found.cue) if cue)
        rows.append([escape(voices.in_words(cable.speakers, str(chain))), *by_basis, cues or "–"])
    return "The voices", ["chain", "explicit", "inherited", "inferred", "said by the words"], rows, []


def _segments(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    rows = [
        [escape(row.id), escape(row.kind), f"{row.start}–{row.end}", escape(" ".join(row.text.split())[:70])]
        for row in cable.segments.itertuples()
        if row.kind != "blank"
    ]
    return "The pieces of the file, blank ones left out", ["piece", "kind", "characters", "begins"], rows, []


def _outside(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    rows = [
        [
            escape(row.words if row.words.isascii() else f"{row.words} ({_stated(row)})"),
            prose_html(row.scope),
            escape(when(row.as_of)) or "–",
            prose_html(row.comparable),
            f'<a href="04-commentary.ipynb#source-{escape(row.source)}">source</a>',
        ]
        for row in cable.outside.itertuples()
    ]
    return (
        "Numbers from outside",
        ["words", "what it counts", "time", "why it may not compare", "from"],
        rows,
        _ids(cable, "outside"),
    )


def _timeline(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    rows = [
        [
            _when(row.edtf),
            prose_html(row.event),
            escape(row.layer),
            quoted(row) or _source(row.source),
            escape(row.certainty),
        ]
        for row in cable.timeline.itertuples()
    ]
    return "What happened when", ["when", "what", "layer", "by", "certainty"], rows, _ids(cable, "timeline")


def _results(cable: "Cable") -> tuple[str, list[str], list[Row], list[str]]:
    """One row per result: what it says, how it is made, what it takes for granted, how it fares."""
    from ..results import results

    found = results(cable).values()
    rows = [
        [
            escape(each.title),
            escape(each.statement),
            "; ".join(filter(None, (escape(each.formula), _made_of(cable, each.inputs)))),
            escape("; ".join(each.assumptions)) or "–",
            escape(f"{each.forms['readings']}; {each.certainty}" if each.depends else each.certainty),
        ]
        for each in found
    ]
    headings = ["result", "says", "made of", "taken for granted", "readings and certainty"]
    return "What the edition computes", headings, rows, [f"result-{each.id}" for each in found]


_MOST = 6  # inputs that are named; what counts a whole register names none, for its rows stand there


def _made_of(cable: "Cable", inputs: tuple[str, ...]) -> str:
    """Links to what a result rests on."""
    if len(inputs) > _MOST:
        return ""
    return evidence(cable, [address.replace("-", ":", 1) for address in inputs])


TABLES: dict[str, Maker] = {
    "results": _results,
    "distances": places.distances,
    "candidates": places.candidates,
    "quantities": _quantities,
    "dates": _dates,
    "anomalies": _anomalies,
    "slips": _slips,
    "mentions": places.mentions,
    "voices": _voices,
    "segments": _segments,
    "outside": _outside,
    "timeline": _timeline,
}
# Rows whose address in the text is taken by the words themselves have one of their own in the index.
_ADDRESS = {
    "quantities": "row-quantities-",
    "dates": "row-dates-",
    "outside": "outside-",
    "timeline": "event-",
}


def _ids(cable: "Cable", register: str) -> list[str]:
    return [_ADDRESS[register] + name for name in cable.registers[register].id]


def _stated(row) -> str:
    """The number of a row in English words, with its bounds."""
    return wording.word(bounds.from_row(row._asdict()), counted=True)


def _when(value: str) -> str:
    return escape(when(value)) or "–"


def _source(source: str) -> str:
    return f'<a href="04-commentary.ipynb#source-{escape(source)}">outside source</a>' if source else "–"
