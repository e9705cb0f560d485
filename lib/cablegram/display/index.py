"""The registers as indexes: a table or entries, each row with its own address and links back to the text.

The A to Z has names, numbers, notes and words of the document with the sentences that have them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from html import escape

from .. import places
from ..addresses import KINDS
from ..document import Document
from ..registers import edition_table
from .markup import Shown, html_table, identified, to_text
from .rows import fill, folded, having, link, sentence_links, shaped, shapes

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def indexes() -> list[str]:
    """The names of the indexes there are; two tables stand only at the foot of others."""
    tables = [name for name in having("table") if name not in ("assumptions", "withdrawn")]
    return [*tables, *having("opens"), *having("entry"), "words"]


def index(document: Document, register: str) -> Shown:
    """One register for readers. Raises `KeyError` that lists the indexes there are."""
    if register not in indexes():
        raise KeyError(f"there is no index of {register!r}; there are {', '.join(indexes())}")
    if register == "words":
        return _alphabet(document)
    shape, rows, foot = shapes()[register], _rows(document, register), _foot(document, register)
    if "entry" in shape:
        none = f"The register of {register} has no rows."
        html, titles = "", []
        for row in rows:
            id, title, body = (shaped(document, register, row, one) for one in ("address", "title", "entry"))
            html += f"<div{identified(id)}><h4>{title}</h4>{body}</div>"
            titles.append(to_text(title))
        html = f'<div class="cg-entries" id="register-{register}">{html or f"<p>{none}</p>"}{foot}</div>'
        return Shown(html, "\n".join(titles) or none)
    hint = shape.get("hint", f"; cable.{register} has them as a table")
    text = f"{shape['caption']}: {len(rows)} rows{hint}"
    if "table" in shape:
        return Shown(_table(document, register, rows, f"register-{register}") + foot, text)
    html = f'<p class="cg-caption">{shape["caption"]}</p>{"".join(_opening(document, register, rows))}{foot}'
    return Shown(f'<div class="cg-rows" id="register-{register}">{html}</div>', text)


def _opening(document: Document, register: str, rows: list[dict]) -> Iterator[str]:
    """Lines that open: one a row, or one for all that are alike in the columns they are `gathered` by."""
    shape, alike = shapes()[register], defaultdict(list)
    for row in rows:
        alike[tuple(row[column] for column in shape.get("gathered", ["id"]))].append(row)
    for group in alike.values():
        addresses, inside = [shaped(document, register, row, "address") for row in group], ""
        for row, address in zip(group, addresses, strict=True) if "gathered" in shape else ():
            inside += f"<div{identified(address)}>{shaped(document, register, row, 'each')}</div>"
        yield folded(document, register, group[0], shape["opens"], "" if inside else addresses[0], inside)


def _table(document: Document, register: str, rows: list[dict], name: str = "", caption: str = "") -> str:
    shape = shapes()[register]
    body = [[fill(document, register, row, cell) for cell in shape["table"].values()] for row in rows]
    ids = [shaped(document, register, row, "address") for row in rows]
    return html_table(caption or shape["caption"], list(shape["table"]), body, ids, name)


def _rows(document: Document, register: str) -> list[dict]:
    """What stands in an index: the rows of the register, one for each crux, chain or place."""
    if register == "segments":
        return document.segments[document.segments.kind != "blank"].to_dict("records")
    if register == "distances":  # of the places of the province and the candidates for them
        near = document.places[document.places.kind.isin(("county", "town", "city", "candidate"))]
        return places.distances(near).to_dict("records")
    key = {"readings": "crux", "voices": "chain", "mentions": "entity"}.get(register, "id")
    rows = document.rows(register, key)
    if register == "mentions":  # in the order of the places
        named = (f"place:{place}" for place in document.rows("places"))
        return [rows[entity] for entity in named if entity in rows]
    if register == "anomalies":  # shown in full; the others stand with them, or with the minor slips
        return [row for row in rows.values() if not row["under"] and not row["slip"]]
    return list(rows.values())


def _foot(document: Document, register: str) -> str:
    """What stands under an index: minor slips, assumptions, and what has gone since the first edition.

    What has gone keeps its address there, so that an old link still lands and is told where to go on.
    Another document has only its slips.
    """
    html = ""
    if register == "anomalies" and (slips := _rows(document, "slips")):
        html = _table(document, "slips", slips, "register-slips")
    if not document.pages:
        return html
    if register == "results":
        html = _table(document, "assumptions", _rows(document, "assumptions"))
    prefixes = {prefix for prefix, kind in KINDS.items() if kind.register == register}
    gone = [
        row
        for row in edition_table("withdrawn").values()
        if row["id"].partition("-")[0] in prefixes and not row["became"].endswith(".html")  # it moved
    ]
    if gone:
        table = _table(document, "withdrawn", gone, caption=f"Addresses of {register} that have gone")
        summary = "<summary>Withdrawn or merged since 0.1.0</summary>"
        html += f'<details class="cg-withdrawn">{summary}{table}</details>'
    return html


_Entry = tuple[str, str, str, list[str]]  # what it is sorted by, its words, these as HTML, its sentences


def _alphabet(document: Document) -> Shown:
    """All that can be looked up, in alphabetical order; numbers come first, in theirs."""
    entries = sorted([*_registered(document), *_words(document)])
    letters: dict[str, str] = defaultdict(str)
    for key, _, shown, sentences in entries:
        letter = key[0].upper() if key[0].isalpha() else "0–9"
        letters[letter] += f"<li>{shown} {sentence_links(document, sentences)}</li>"
    bar = " ".join(f'<a href="#letter-{letter[0]}">{letter}</a>' for letter in letters)
    html = f'<div class="cg-alphabet" id="register-words"><p>{bar}</p>'
    for letter, rows in letters.items():
        html += f'<p class="cg-letter" id="letter-{letter[0]}">{letter}</p><ul>{rows}</ul>'
    return Shown(f"{html}</div>", "\n".join(words for _, words, *_ in entries))


def _registered(document: Document) -> Iterator[_Entry]:
    """The rows of registers that have an address."""
    where: dict[str, list[str]] = defaultdict(list)
    for mention in document.rows("mentions").values():
        where[mention["entity"].replace(":", "-", 1)].append(mention["sentence"])
    for prefix, register in (("q", "quantities"), ("note", "notes")):
        for row in document.rows(register).values():
            where[f"{prefix}-{row['id']}"].append(row["sentence"])
    for address, sentences in where.items():
        words, kind = document.label(address)[0], KINDS[address.partition("-")[0]].title
        key = words.lstrip("“").removeprefix("The ").casefold()
        if kind == "number":
            key = f"{document.row(address)['low']:020}"
        yield key, words, f"{link(document, address)} <small>{kind}</small>", sentences


def _words(document: Document) -> Iterator[_Entry]:
    """The words of the sentences, without those that only join others."""
    where: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sentence in document.sentences.query("section != ''").itertuples():
        for word in _WORD.findall(sentence.text):
            where[word.casefold()].append((word, sentence.id))
    for key in where.keys() - set(shapes()["words"]["passed_over"].split()):
        word = max((form for form, _ in where[key]), key=str.islower)
        yield key, word, escape(word, quote=False), [sentence for _, sentence in where[key]]
