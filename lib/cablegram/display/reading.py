"""The reading view: the whole text in numbered paragraphs, with layers that switch without scripts.

What the edition puts between the words (proposed readings, voices) is written by the style sheet and not by
the markup, and what works with the style sheet only is `hidden` without it: where a notebook is not trusted,
the printed text stands alone. (JupyterLab drops an attribute without a value.)
"""

import re
import secrets
from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from itertools import count, cycle, groupby
from string import ascii_lowercase

from ..document import Document
from . import plain
from .markup import Mark, Shown, weave
from .passage import Passage
from .rows import sentence_links, shaped

LAYERS = {
    "q": "numbers",
    "d": "dates",
    "p": "places",
    "n": "people and offices",
    "voice": "voices",
    "doubt": "doubts",
    "proposed": "proposed words",
    "note": "notes",
}
_ON = {"q", "note"}  # from the start
# Classes of anomaly whose proposed reading stands for the printed words; of the others it is a remark.
REPLACED = {"slip", "syntax"}
# What a web page or an archive has put round a document; it stands folded behind it.
ADDED = {"furniture", "funder", "record-field", "rights", "summary", "source-line"}
_TO_A_RESULT = re.compile(r'<a href="[^"]*#result-[^"]*">(.*?)</a>')
_UNTRUSTED = (
    "This notebook is not trusted, so the text stands without its marks. "
    "To see them, choose “Trust Notebook” among the commands."
)
_PROPOSED = "The numbers and dates that are marked are proposed by a machine."


def reading(document: Document) -> Shown:
    """The text with its layers, its notes beside it, and of each sentence a card with what is known of it."""
    return Shown(_View(document).html(), plain(document))


class _View:
    """One showing of a document, with what its sentences share."""

    def __init__(self, document: Document):
        self.document = document
        self.sentences = document.rows("sentences")
        # Two notebooks open in JupyterLab share one page, so that every display has ids of its own.
        self.wiring = f"cg{secrets.token_hex(4)}-"
        self.cards = {id: f"{self.wiring}{number}" for number, id in enumerate(self.sentences)}
        self.marks = list(self._marks())
        lines = [id for id, row in self.sentences.items() if row["kind"] == "apparatus"]
        self.added = {id for id in lines if id.split(".")[1] in ADDED}
        head = [id for id in lines if id.startswith("head.")]
        while head and head[-1] not in self.added:
            head.pop()
        self.added.update(head)  # in the head, whatever stands above what was added was added too
        self.chain: tuple[str, ...] = ()  # of the sentence before
        places = defaultdict(list)
        for note in document.rows("notes").values():
            anchors = [note["sentence"], *(span.sentence for span in note["more"])]
            places[next((one for one in anchors if one not in self.added), anchors[0])].append(note)
        # By the sentence that each stands at, with its number on the page and its letter in the paragraph.
        numbers, letters = count(1), defaultdict(lambda: cycle(ascii_lowercase))
        self.notes = {}
        for id, row in self.sentences.items():
            self.notes[id] = [(next(numbers), next(letters[_paragraph(row)]), note) for note in places[id]]

    def html(self) -> str:
        pieces = {False: "", True: ""}
        for _, group in groupby(self.sentences.values(), _paragraph):
            rows = list(group)
            pieces[rows[0]["id"] in self.added] += self._piece(rows)
        text = pieces[False]
        if pieces[True]:
            summary = "<summary>What the archive and its web page have added</summary>"
            text += f'<details class="cg-more">{summary}{pieces[True]}</details>'
        cards = "".join(map(self._card, self.sentences.values()))
        proposed = "" if self.document.has_rows else f'<p class="cg-quiet">{_PROPOSED}</p>'
        html = (
            f'<div class="cg-view{" cg-machine" * bool(proposed)}"><p class="cg-untrusted">{_UNTRUSTED}</p>'
            f'{self._bar(text)}{proposed}<div class="cg-text">{text}</div>'
            f'<div class="cg-cards" hidden="hidden">{cards}</div></div>'
        )
        # A value here neither switches with the readings nor says how it is known, so it is no link.
        return _TO_A_RESULT.sub(r"\1", html)

    def _bar(self, text: str) -> str:
        """The layers that the text has, each a switch that wears its mark, with how many marks there are."""
        counts = Counter(mark.layer for mark in self.marks)
        counts |= {layer: text.count(f'class="cg-{layer}"') for layer in ("voice", "proposed")}
        counts["note"] = sum(map(len, self.notes.values()))
        labels = "".join(
            f'<label><input type="checkbox" class="cg-on-{layer}"{" checked" * (layer in _ON)}>'
            f'<span class="cg-{layer}">{name}</span> <b>{counts[layer]}</b></label>'
            for layer, name in LAYERS.items()
            if counts[layer]
        )
        if counts["note"]:
            labels += '<label><input type="checkbox" class="cg-open">open all</label>'
        legend = "<legend>Show in the text</legend>"
        return f'<fieldset class="cg-bar" hidden="hidden">{legend}{labels}</fieldset>' if labels else ""

    def _marks(self) -> Iterator[Mark]:
        """Every registered stretch of the text; behind a doubt its button, and what is proposed.

        Of a document without registers: the numbers and dates that the finders propose.
        """
        rows = self.document.rows
        if not self.document.has_rows:
            for layer, finds in (("q", self.document.find_numbers()), ("d", self.document.find_dates())):
                yield from (Mark(find.start, find.end, "", layer) for find in finds.itertuples())
        for register, layer in (("quantities", "q"), ("dates", "d")):
            for id, row in rows(register).items():
                yield Mark(row["start"], row["end"], f"{layer}-{id}", layer)
        for row in rows("mentions").values():
            layer = "p" if row["entity"].startswith("place:") else "n"
            yield Mark(row["start"], row["end"], "", layer)
        for id, row in rows("anomalies").items():
            layer, after, proposal = "", "", row["reading"]
            if not row["slip"]:
                layer, opening = "doubt", " ".join(row["text"].split()[:2])
                after = self._button(row["sentence"], f"Doubt: {opening}", "?")
            remark = proposal.startswith("(") and proposal.endswith(")")  # such as “(keep)”: what to do
            if proposal and row["kind"] in REPLACED and not remark:
                after += f'<span class="cg-proposed" data-words="{escape(proposal)}"></span>'
            yield Mark(row["start"], row["end"], f"a-{id}", layer, after)

    def _button(self, sentence: str, name: str, sign: str) -> str:
        """A button for the card of a sentence; its name is told where it does not show it."""
        told = f' aria-label="{escape(name)}"' if name != sign else ""
        return f'<button popovertarget="{self.cards[sentence]}"{told} hidden="hidden">{escape(sign)}</button>'

    def _piece(self, rows: list[dict]) -> str:
        """A paragraph, a heading or a line of the head, with the notes that stand at it."""
        words = " ".join(map(self._sentence, rows))
        number = f'<span class="cg-number" hidden="hidden">{rows[0]["section"]}.{rows[0]["paragraph"]}</span>'
        html = {
            "body": f"<p>{number}{words}</p>",
            "heading": f"<h4>{words}</h4>",
            "apparatus": f'<p class="cg-apparatus">{words}</p>',
        }[rows[0]["kind"]]
        notes = ""
        for number, letter, note in (one for row in rows for one in self.notes[row["id"]]):
            title, beside = escape(note["title"]), shaped(self.document, "notes", note, "beside")
            # Firefox finds an anchor only by a name that no other element has.
            style = f"--c:--c{number};--n:--n{number};--o:--n{number - 1}"  # call, note, the one above
            notes += (
                f'<details class="cg-aside cg-n{letter}" style="{style}">'
                f"<summary><b>{letter}</b> {title}</summary>"
                f'<div id="{self.wiring}{escape(note["id"])}">{beside}</div></details>'
            )
        return f'<div class="cg-para">{html}<div class="cg-notes">{notes}</div></div>' if notes else html

    def _sentence(self, row: dict) -> str:
        """A sentence; its chain of voices is written only where it is not that of the sentence before."""
        chain, voice = self.document.chain(row["id"]), ""
        if chain and chain != self.chain:
            voice = f'<span class="cg-voice" data-words="{escape(self.document.through(chain))}"></span>'
        self.chain = chain
        name = _called(row)
        shown = row["id"].rpartition(".")[2] if row["kind"] == "body" else name.removeprefix("Sentence ")
        words = weave(self.document.text, row["start"], row["end"], self.marks)
        calls = "".join(
            f'<sup class="cg-call cg-n{letter}" style="--c:--c{number}" hidden="hidden">'
            f'<a href="#{self.wiring}{escape(note["id"])}" '
            f'aria-label="Note {letter}: {escape(note["title"])}">{letter}</a></sup>'
            for number, letter, note in self.notes[row["id"]]
        )
        button = self._button(row["id"], name, shown)
        return f'<span id="s-{escape(row["id"])}">{button} {voice}{words}{calls}</span>'

    def _card(self, row: dict) -> str:
        """What is known of a sentence: its voices, what stands in it, and how it is cited."""
        passage, target = Passage(self.document, row["id"]), self.cards[row["id"]]
        html = f'<button popovertarget="{target}">Close</button>'
        if passage.chain:
            html += f"<p><b>{escape(passage.chain)}</b> ({escape(passage.basis)})</p>"
        for heading, items in passage.known("card").items():
            html += f"<p><b>{heading}</b> {'; '.join(items).replace('.; ', '.<br>')}</p>"
        place = sentence_links(self.document, [passage.id])
        html += f"<p>Cite: {escape(self.document.short_reference())}, {place}</p>"
        return f'<dialog popover id="{target}" aria-label="{escape(_called(row))}">{html}</dialog>'


def _paragraph(row: dict) -> tuple:
    """What the sentences of a paragraph share; what is no body stands alone."""
    return (row["section"], row["paragraph"]) if row["kind"] == "body" else (row["id"],)


def _called(row: dict) -> str:
    """What a sentence is called: by its number, but a line of the head or the foot by what it is."""
    if row["kind"] == "apparatus":
        return row["id"].split(".")[1].replace("-", " ").capitalize()
    return f"Sentence {row['id']}"
