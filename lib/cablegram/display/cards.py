"""Cards: what is known of a marked word, in a few lines, opened by the button after it."""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from .. import bounds, wording
from . import prose_html, references

if TYPE_CHECKING:
    from ..cable import Cable
    from .marks import Mark

Maker = Callable[["Cable", str], tuple[str, list[str]]]


def cards(cable: "Cable", marks: "list[Mark]", wiring: str) -> str:
    """One card for each thing that a mark or a sentence number opens, after the text."""
    wanted = dict.fromkeys(mark.card for mark in marks)
    made = [
        _card(wiring + name, *_CONTENT[name.partition("-")[0]](cable, name.partition("-")[2]))
        for name in wanted
    ]
    made += [_card(f"{wiring}s-{row.id}", *_sentence(cable, row)) for row in cable.sentences.itertuples()]
    return f'<div class="cg-cards" role="group" aria-label="Cards">{"".join(made)}</div>'


def _card(address: str, title: str, lines: list[str]) -> str:
    body = "".join(f"<p>{line}</p>" for line in lines if line)
    return f'<div popover id="{escape(address)}"><b>{title}</b>{body}</div>'


# ---- what each kind of card says


def _quantity(cable: "Cable", name: str) -> tuple[str, list[str]]:
    row = cable.quantities.set_index("id").loc[name]
    means = wording.word(bounds.from_row(row), counted=True)
    per = f" per {escape(row.per)}" if row.per else ""
    return escape(row.text), [
        f"{escape(means)} {escape(row.counted)}{per}",
        f"Measure: {escape(row.measure)}" + (f", as of {escape(row.as_of)}" if row.as_of else ""),
        prose_html(row.note),
        _more("q", "quantities", name),
    ]


def _date(cable: "Cable", name: str) -> tuple[str, list[str]]:
    row = cable.dates.set_index("id").loc[name]
    spoken, written = row.edtf_spoken or "no date", row.edtf_written or "no date"
    clocks = f"<code>{escape(spoken)}</code>"
    if spoken != written:
        clocks += f" counted from the talk, <code>{escape(written)}</code> from the paper"
    return escape(row.text), [clocks, prose_html(row.what), prose_html(row.note), _more("d", "dates", name)]


def _anomaly(cable: "Cable", name: str) -> tuple[str, list[str]]:
    row = cable.anomalies.set_index("id").loc[name]
    said = f"Proposed: {prose_html(row.reading)}" if row.reading else "Nothing is proposed."
    return f"Printed so ({escape(row.kind)})", [said, _more("a", "anomalies", name)]


def _entity(register: str, kind: str, page: str) -> Maker:
    def card(cable: "Cable", name: str) -> tuple[str, list[str]]:
        row = getattr(cable, register).set_index("id").loc[name]
        known = f'<a href="{page}.ipynb#{kind}-{escape(name)}">All that is known</a>'
        return escape(row["name"]), [f"Certainty of the identification: {escape(row.certainty)}. {known}"]

    return card


def _sentence(cable: "Cable", row: object) -> tuple[str, list[str]]:
    chain = chains(cable).get(row.id, "")
    voice = cable.voices[cable.voices.sentence == row.id]
    basis = f" ({escape(voice.iloc[0].basis)})" if len(voice) else ""
    return escape(chain_words(cable, chain)) + basis, [f"Cite: {escape(references.short(cable, row.id))}"]


def _more(kind: str, register: str, name: str) -> str:
    return f'<a href="01-reading.ipynb#row-{register}-{escape(name)}">In the register</a>'


_CONTENT = {
    "q": _quantity,
    "d": _date,
    "a": _anomaly,
    "person": _entity("people", "person", "01-reading"),
    "office": _entity("offices", "office", "01-reading"),
    "place": _entity("places", "place", "03-stations"),
}


# ---- voices and references


def chains(cable: "Cable") -> dict[str, str]:
    """The chain of voices of each sentence, by sentence id."""
    return dict(zip(cable.voices.sentence, cable.voices.chain, strict=True))


def chain_words(cable: "Cable", chain: str) -> str:
    """A chain with the names of its voices: `embassy > an` as “the embassy ▸ An Zaixiu”."""
    names = dict(zip(cable.speakers.id, cable.speakers.name, strict=True))
    return " ▸ ".join(names.get(one, one) for one in chain.split(" > "))


def before(cable: "Cable", sentence: str) -> str:
    """The id of the sentence before, empty for the first."""
    ids = list(cable.sentences.id)
    at = ids.index(sentence)
    return ids[at - 1] if at else ""
