"""Cards: what is known of a marked word, in a few lines, opened by the button after it."""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from .. import addresses, bounds, voices, wording
from . import prose_html, references
from .when import when

if TYPE_CHECKING:
    from ..cable import Cable
    from .marks import Mark

Maker = Callable[["Cable", str], tuple[str, list[str]]]


def numbered(marks: "list[Mark]") -> dict[str, str]:
    """A short number for each thing that the marks open: one card, however often it is marked."""
    names = dict.fromkeys(mark.card for mark in marks)
    return {name: str(number) for number, name in enumerate(names, 1)}


def cards(cable: "Cable", numbers: dict[str, str], wiring: str) -> str:
    """One card for each thing that a mark or a sentence number opens, after the text."""
    made = [_card(wiring + number, *_content(cable, name)) for name, number in numbers.items()]
    made += [_card(wiring + row.id, *_sentence(cable, row)) for row in cable.sentences.itertuples()]
    return f'<div class="cg-cards" role="group" aria-label="Cards">{"".join(made)}</div>'


def _card(address: str, title: str, lines: list[str]) -> str:
    body = "<br>".join(line for line in (title, *lines) if line)
    return f'<p popover id="{escape(address)}">{body}</p>'


def _content(cable: "Cable", name: str) -> tuple[str, list[str]]:
    kind, _, own = name.partition("-")
    return _CONTENT[kind](cable, own)


# ---- what each kind of card says


def _quantity(cable: "Cable", name: str) -> tuple[str, list[str]]:
    row = cable.quantities.set_index("id").loc[name]
    means = wording.word(bounds.from_row(row), counted=True)
    per = f" per {escape(row.per)}" if row.per else ""
    return _row("quantities", name, row.text), [
        f"{escape(means)} {escape(row.counted)}{per}",
        f"Measure: {escape(row.measure)}" + (f", as of {escape(when(row.as_of))}" if row.as_of else ""),
        prose_html(row.note),
    ]


def _date(cable: "Cable", name: str) -> tuple[str, list[str]]:
    row = cable.dates.set_index("id").loc[name]
    spoken = when(row.edtf_spoken or row.edtf_written) or "no date"
    written = when(row.edtf_written or row.edtf_spoken) or "no date"
    clocks = escape(spoken)
    if spoken != written:
        clocks += f" counted from the talk, {escape(written)} from the paper"
    return _row("dates", name, row.text), [clocks, prose_html(row.what), prose_html(row.note)]


def _anomaly(cable: "Cable", name: str) -> tuple[str, list[str]]:
    row = cable.anomalies.set_index("id").loc[name]
    said = f"Proposed: {prose_html(row.reading)}" if row.reading else "Nothing is proposed."
    argument = "" if row.slip or row.under else prose_html(row.note)
    return _row("anomalies", name, row.kind.capitalize()), [said, argument]


def _entity(register: str, kind: str, page: str) -> Maker:
    def card(cable: "Cable", name: str) -> tuple[str, list[str]]:
        row = getattr(cable, register).set_index("id").loc[name]
        title = f'<a href="{page}.ipynb#{kind}-{escape(name)}">{escape(row["name"])}</a>'
        return title, [f"Certainty {escape(row.certainty)}"]

    return card


def _sentence(cable: "Cable", row: object) -> tuple[str, list[str]]:
    chain = chains(cable).get(row.id, "")
    voice = cable.voices[cable.voices.sentence == row.id]
    basis = f" ({escape(voice.iloc[0].basis)})" if len(voice) else ""
    before, _, number = references.short(cable, row.id).rpartition(" ")
    cite = f'Cite: {escape(before)} <a href="{escape(addresses.link("s-" + row.id))}">{escape(number)}</a>'
    return f"<b>{escape(voices.in_words(cable.speakers, chain))}</b>{basis}", [cite]


def _row(register: str, name: str, words: str) -> str:
    """The title of a card, which leads to all that the register knows."""
    return f'<a href="01-reading.ipynb#row-{register}-{escape(name)}">{escape(words)}</a>'


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


def before(cable: "Cable", sentence: str) -> str:
    """The id of the sentence before, empty for the first."""
    ids = list(cable.sentences.id)
    at = ids.index(sentence)
    return ids[at - 1] if at else ""
