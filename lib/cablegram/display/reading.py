"""The reading view: the whole text in numbered paragraphs, with layers that switch without scripts.

What the edition puts between the words (proposed readings, voices) is written by the style sheet and not by
the markup: without its style, or in a notebook that is not trusted, the printed text stands alone.
"""

import secrets
from dataclasses import replace
from html import escape

from ..document import Document
from . import plain
from .marks import SIGNS, Mark, weave
from .markup import Shown, linked, to_html, to_text
from .rows import card

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
# What a web page or an archive has put round a document; it stands folded behind it.
ADDED = {"furniture", "funder", "record-field", "rights"}


def reading(document: Document) -> Shown:
    """The text with its layers; what is marked opens a card, each sentence has an address and a reference."""
    # Two notebooks open in JupyterLab share one page, so that every display has ids of its own.
    wiring = f"cg{secrets.token_hex(4)}-"
    marks = marks_of(document)
    numbers = {name: str(number) for number, name in enumerate(dict.fromkeys(mark.card for mark in marks), 1)}
    marks = [replace(mark, card=numbers[mark.card]) for mark in marks]
    pieces = {True: "", False: ""}
    for rows in _pieces(document):
        added = rows[0]["kind"] == "apparatus" and rows[0]["id"].split(".")[1] in ADDED
        pieces[added] += _piece(document, rows, marks, wiring)
    body = pieces[False]
    if pieces[True]:
        summary = "What the archive and its web page have added"
        body += f'<details class="cg-more"><summary>{summary}</summary>{pieces[True]}</details>'
    switches = _switches(wiring) if marks or document.rows("voices") else ""
    names = numbers | {f"s-{name}": name for name in document.rows("sentences")}
    cards = "".join(
        f'<p popover id="{escape(wiring + short)}">{card(document, name)}</p>'
        for name, short in names.items()
    )
    apparatus = f'<div class="cg-cards" role="group" aria-label="Cards">{cards}</div>'
    html = f'<div class="cg-view">{switches}<div class="cg-text">{body}</div>{apparatus}</div>'
    return Shown(html, plain(document))


def marks_of(document: Document) -> list[Mark]:
    """Every registered stretch of the text as a mark; names share the card of what they name."""
    marks = []
    for register, layer in (("quantities", "q"), ("dates", "d"), ("mentions", ""), ("anomalies", "doubt")):
        for row in document.rows(register).values():
            address = f"{'a' if layer == 'doubt' else layer}-{row['id']}" if layer else ""
            card = address or row["entity"].replace(":", "-")
            name = "place" if card.startswith("place-") else "name"
            proposed = _proposed(row) if layer == "doubt" else ""
            marks.append(Mark(row["start"], row["end"], address, layer or name, card, after=proposed))
    return marks


def _proposed(row: dict) -> str:
    """What is to be read in place of a doubt; a remark such as “(keep)” says what to do, and is not."""
    reading = row["reading"]
    if not reading or row["kind"] not in REPLACED or (reading.startswith("(") and reading.endswith(")")):
        return ""
    return f'<span class="cg-proposed" data-words="{escape(to_text(to_html(reading)))}"></span>'


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


def _pieces(document: Document) -> list[list[dict]]:
    """Sentences gathered by paragraph, in the order of the text; what is no body stands alone."""
    pieces: list[list[dict]] = []
    for row in document.rows("sentences").values():
        last = pieces[-1][-1] if pieces else {}
        same = all(row[name] == last.get(name) for name in ("kind", "section", "paragraph"))
        if same and row["kind"] == "body":
            pieces[-1].append(row)
        else:
            pieces.append([row])
    return pieces


def _piece(document: Document, rows: list[dict], marks: list[Mark], wiring: str) -> str:
    words = " ".join(_sentence(document, row, marks, wiring) for row in rows)
    if rows[0]["kind"] == "body":
        return f'<div class="cg-para"><p>{words}</p>{_beside(document, rows)}</div>'
    return f"<h4>{words}</h4>" if rows[0]["kind"] == "heading" else f'<p class="cg-apparatus">{words}</p>'


def _sentence(document: Document, row: dict, marks: list[Mark], wiring: str) -> str:
    name = escape(row["id"])
    number = f'<button popovertarget="{wiring}{name}">{name}</button>'
    words = weave(document.text, row["start"], row["end"], marks, wiring)
    return f'<span id="s-{name}">{number} {_voice(document, row["id"])}{words}</span>'


def _voice(document: Document, sentence: str) -> str:
    """The chain of voices, written only where it is not that of the sentence before."""
    ids, chain = list(document.rows("sentences")), document.chain(sentence)
    at = ids.index(sentence)
    if not chain or (at and document.chain(ids[at - 1]) == chain):
        return ""
    return f'<span class="cg-voice" data-words="{escape(document.through(chain))}"></span>'


def _beside(document: Document, rows: list[dict]) -> str:
    """The notes that begin in the paragraph, as links beside it."""
    ids = {row["id"] for row in rows}
    items = "; ".join(
        linked(document.pages, f"note-{note['id']}", escape(note["title"]))
        for note in document.rows("notes").values()
        if note["sentence"] in ids
    )
    return f'<p class="cg-beside" role="note">Notes: {items}</p>' if items else ""
