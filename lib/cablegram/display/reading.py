"""The reading view: the whole text in numbered paragraphs, with layers that switch without scripts.

What the edition puts between the words (proposed readings, voices) is written by the style sheet and not by
the markup: without its style, or in a notebook that is not trusted, the printed text stands alone.
"""

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from .. import voices
from . import Shown, cards, linked, plain, prefix, prose_text
from .marks import SIGNS, Mark, weave

if TYPE_CHECKING:
    from ..cable import Cable

LAYERS = {
    "q": "numbers",
    "d": "dates",
    "place": "places",
    "name": "people and offices",
    "doubt": "slips and doubts",
    "voice": "voices",
    "note": "notes",
}
_ON = {"q", "note"}
# Classes of anomaly whose proposed reading stands for the printed words; of the others it is a remark.
REPLACED = {"slip", "syntax"}


def reading(cable: "Cable") -> Shown:
    """The text with its layers; what is marked opens a card, each sentence has an address and a reference."""
    wiring = prefix()
    marks = marks_of(cable)
    numbers = cards.numbered(marks)
    marks = [replace(mark, card=numbers[mark.card]) for mark in marks]
    body = "".join(_piece(cable, row, marks, wiring) for row in _pieces(cable))
    switches = _switches(wiring) if marks or len(cable.voices) else ""
    apparatus = cards.cards(cable, numbers, wiring)
    html = f'<div class="cg-view">{switches}<div class="cg-text">{body}</div>{apparatus}</div>'
    return Shown(linked(html, cable.has_pages), plain(cable))


def marks_of(cable: "Cable") -> list[Mark]:
    """Every registered stretch of the text as a mark; names share the card of what they name."""
    marks = [
        Mark(row.start, row.end, f"q-{row.id}", "q", f"q-{row.id}") for row in cable.quantities.itertuples()
    ]
    marks += [Mark(row.start, row.end, f"d-{row.id}", "d", f"d-{row.id}") for row in cable.dates.itertuples()]
    marks += [_mention(row) for row in cable.mentions.itertuples()]
    marks += [_doubt(row) for row in cable.anomalies.itertuples()]
    return marks


def _mention(row: object) -> Mark:
    layer = "place" if row.entity.startswith("place:") else "name"
    return Mark(row.start, row.end, "", layer, row.entity.replace(":", "-"))


def _doubt(row: object) -> Mark:
    words = row.reading if row.kind in REPLACED and not _is_remark(row.reading) else ""
    proposed = f'<span class="cg-proposed" data-words="{escape(prose_text(words))}"></span>' if words else ""
    return Mark(row.start, row.end, f"a-{row.id}", "doubt", f"a-{row.id}", after=proposed)


def _is_remark(reading: str) -> bool:
    """Whether a proposed reading says what to do, such as “(keep)”, and not what to read."""
    return reading.startswith("(") and reading.endswith(")")


# ---- the controls


def _switches(wiring: str) -> str:
    layers = "".join(
        f'<label><input type="checkbox" class="cg-on-{key}"{_checked(key in _ON)}>{name}{_sign(key)}</label>'
        for key, name in LAYERS.items()
    )
    ways = "".join(
        f'<label><input type="radio" name="{wiring}text" class="cg-{key}"{mark}>{name}</label>'
        for key, name, mark in (
            ("printed", "as printed", " checked"),
            ("read", "with the proposed readings", ""),
        )
    )
    return (
        f'<fieldset class="cg-switches"><legend>Show</legend>{layers}</fieldset>'
        f'<fieldset class="cg-switches"><legend>Text</legend>{ways}</fieldset>'
    )


def _sign(layer: str) -> str:
    """The sign that the buttons of a layer bear, beside its name."""
    return f' <span aria-hidden="true">{SIGNS[layer]}</span>' if layer in SIGNS else ""


def _checked(yes: bool) -> str:
    return " checked" if yes else ""


# ---- the text


def _pieces(cable: "Cable") -> list[tuple[str, list]]:
    """Sentences gathered by paragraph, in the order of the text: (paragraph id or empty, its sentences)."""
    pieces: list[tuple[str, list]] = []
    for row in cable.sentences.itertuples():
        name = f"{row.section}.{row.paragraph}" if row.kind == "body" else ""
        if name and pieces and pieces[-1][0] == name:
            pieces[-1][1].append(row)
        else:
            pieces.append((name, [row]))
    return pieces


def _piece(cable: "Cable", piece: tuple[str, list], marks: list[Mark], wiring: str) -> str:
    name, rows = piece
    words = " ".join(_sentence(cable, row, marks, wiring) for row in rows)
    if name:
        return f'<div class="cg-para"><p>{words}</p>{_beside(cable, rows)}</div>'
    if rows[0].kind == "heading":
        return f"<h4>{words}</h4>"
    return f'<p class="cg-apparatus">{words}</p>'


def _sentence(cable: "Cable", row: object, marks: list[Mark], wiring: str) -> str:
    number = f'<button popovertarget="{wiring}{escape(row.id)}">{escape(row.id)}</button>'
    words = weave(cable.text, row.start, row.end, marks, wiring)
    voice = _voice(cable, row.id)
    return f'<span id="s-{escape(row.id)}">{number} {voice}{words}</span>'


def _voice(cable: "Cable", sentence: str) -> str:
    """The chain of voices, written only where it is not that of the sentence before."""
    chain = cards.chains(cable).get(sentence, "")
    before = cards.before(cable, sentence)
    if not chain or cards.chains(cable).get(before) == chain:
        return ""
    return f'<span class="cg-voice" data-words="{escape(voices.in_words(cable.speakers, chain))}"></span>'


def _beside(cable: "Cable", rows: list) -> str:
    """The notes that begin in the paragraph, as links beside it."""
    inside = cable.notes[cable.notes.sentence.isin([row.id for row in rows])]
    if not len(inside):
        return ""
    items = "; ".join(
        f'<a href="04-commentary.ipynb#note-{escape(note.id)}">{escape(note.title)}</a>'
        for note in inside.itertuples()
    )
    return f'<p class="cg-beside" role="note">Notes: {items}</p>'
