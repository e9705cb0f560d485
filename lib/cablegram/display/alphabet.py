"""A to Z: names, numbers, notes and words of a document with the sentences that have them."""

import re
from collections import defaultdict
from html import escape

from ..document import Document
from .markup import Shown
from .rows import link, sentence_links, shapes

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_KINDS = {"person": "person", "office": "office", "place": "place", "q": "number", "note": "note"}


def alphabet(document: Document) -> Shown:
    """All that can be looked up, in alphabetical order; numbers come first, in theirs."""
    entries = sorted(_registered(document) + _words(document))
    letters: dict[str, list[str]] = defaultdict(list)
    for key, _words_alone, shown, sentences in entries:
        letter = key[0].upper() if key[0].isalpha() else "0–9"
        letters[letter].append(f"<li>{shown} {sentence_links(document, sentences)}</li>")
    bar = " ".join(f'<a href="#letter-{letter[0]}">{letter}</a>' for letter in letters)
    lists = "".join(
        f'<p class="cg-letter" id="letter-{letter[0]}">{letter}</p><ul>{"".join(rows)}</ul>'
        for letter, rows in letters.items()
    )
    html = f'<div class="cg-alphabet" id="register-words"><p>{bar}</p>{lists}</div>'
    return Shown(html, "\n".join(words for _, words, *_ in entries))


Entry = tuple[str, str, str, list[str]]  # what it is sorted by, its words, these as HTML, its sentences


def _registered(document: Document) -> list[Entry]:
    """The rows of registers that have an address."""
    where: dict[str, list[str]] = defaultdict(list)
    for mention in document.rows("mentions").values():
        where[mention["entity"].replace(":", "-", 1)].append(mention["sentence"])
    for prefix, register in (("q", "quantities"), ("note", "notes")):
        for row in document.rows(register).values():
            where[f"{prefix}-{row['id']}"].append(row["sentence"])
    entries = []
    for address, sentences in where.items():
        kind, words = _KINDS[address.partition("-")[0]], document.label(address)[0]
        key = words.lstrip("“").removeprefix("The ").casefold()
        if kind == "number":
            key = f"{document.row(address)['low']:020}"
        entries.append((key, words, f"{link(document, address)} <small>{kind}</small>", sentences))
    return entries


def _words(document: Document) -> list[Entry]:
    """The words of the sentences, without those that only join others."""
    passed_over = set(shapes()["words"]["passed_over"].split())
    where: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sentence in document.sentences.query("section != ''").itertuples():
        for word in _WORD.findall(sentence.text):
            where[word.casefold()].append((word, sentence.id))
    entries = []
    for key in where.keys() - passed_over:
        word = max((form for form, _ in where[key]), key=str.islower)
        entries.append((key, word, escape(word, quote=False), [sentence for _, sentence in where[key]]))
    return entries
