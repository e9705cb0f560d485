"""The reading view: the whole text in numbered paragraphs, with layers that switch without scripts.

What the edition puts between the words (proposed readings, voices) is written by the style sheet and not by
the markup: without its style, or in a notebook that is not trusted, the printed text stands alone.
"""

import secrets
from dataclasses import replace
from html import escape
from itertools import groupby

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
    for _, group in groupby(document.rows("sentences").values(), _paragraph):
        rows = list(group)
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


def _paragraph(row: dict) -> tuple:
    """What the sentences of a paragraph share; what is no body stands alone."""
    return (row["section"], row["paragraph"]) if row["kind"] == "body" else (row["id"],)


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
    signs = {layer: f' <span aria-hidden="true">{sign}</span>' for layer, sign in SIGNS.items()}
    layers = "".join(
        f'<label><input type="checkbox" class="cg-on-{layer}"{" checked" * (layer in _ON)}>'
        f"{name}{signs.get(layer, '')}</label>"
        for layer, name in LAYERS.items()
    )
    way = f'<label><input type="radio" name="{wiring}text" class='
    return (
        f'<fieldset class="cg-switches"><legend>Show</legend>{layers}</fieldset>'
        f'<fieldset class="cg-switches"><legend>Text</legend>{way}"cg-printed" checked>as printed</label>'
        f'{way}"cg-read">with the proposed readings</label></fieldset>'
    )


# ---- the text


def _piece(document: Document, rows: list[dict], marks: list[Mark], wiring: str) -> str:
    words = " ".join(_sentence(document, row, marks, wiring) for row in rows)
    if rows[0]["kind"] == "body":
        return f'<div class="cg-para"><p>{words}</p>{_beside(document, rows)}</div>'
    return f"<h4>{words}</h4>" if rows[0]["kind"] == "heading" else f'<p class="cg-apparatus">{words}</p>'


def _sentence(document: Document, row: dict, marks: list[Mark], wiring: str) -> str:
    """A sentence; its chain of voices is written only where it is not that of the sentence before."""
    name, ids = escape(row["id"]), list(document.rows("sentences"))
    before, chain = ids[: ids.index(row["id"])][-1:], document.chain(row["id"])
    voice = ""
    if chain and chain not in map(document.chain, before):
        voice = f'<span class="cg-voice" data-words="{escape(document.through(chain))}"></span>'
    number = f'<button popovertarget="{wiring}{name}">{name}</button>'
    words = weave(document.text, row["start"], row["end"], marks, wiring)
    return f'<span id="s-{name}">{number} {voice}{words}</span>'


def _beside(document: Document, rows: list[dict]) -> str:
    """The notes that begin in the paragraph, as links beside it."""
    ids = {row["id"] for row in rows}
    items = "; ".join(
        linked(document.pages, f"note-{note['id']}", escape(note["title"]))
        for note in document.rows("notes").values()
        if note["sentence"] in ids
    )
    return f'<p class="cg-beside" role="note">Notes: {items}</p>' if items else ""
