"""Rows as readers see them: every column by its kind, in the four shapes that `shapes.toml` gives a register.

A shape is a row of a table, an entry, a card or a line; its templates are filled from the row.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from importlib import resources
from textwrap import shorten

from .. import addresses, bounds, places, wording
from ..document import Document
from ..registers import EDITION_TABLES, REGISTERS
from .markup import identified, linked, to_html

_SHORT = 41  # characters of a passage that stand for it
_MOST = 6  # inputs that are named; what counts a whole register names none, for its rows stand there
_BEGINNING = 70  # characters of a piece of the file
_OFTEN = 7  # sentences; who or what more of them name is on no sentence’s card
_PLACEHOLDER = re.compile(r"\{(?P<name>\w+)(?P<asks>\??)\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_PLACE = re.compile(rf'<a href="#(?P<address>[^"]+)">(?P<words>[^<]*)</a>|{_PLACEHOLDER.pattern}')


@cache
def shapes() -> dict[str, dict]:
    """The shapes of each register, as `shapes.toml` has them."""
    return tomllib.loads((resources.files(__package__) / "shapes.toml").read_text(encoding="utf-8"))


def having(shape: str) -> list[str]:
    """The registers that have a shape, in the order of `shapes.toml`."""
    return [register for register, known in shapes().items() if shape in known]


def fill(document: Document, register: str, row: dict, template: str) -> str:
    """The template as HTML, with the values of the row in its places; `own` is the row's own address."""
    if kind := addresses.OF_REGISTER.get(register):
        row = row | {"own": f"{kind.prefix}:{row.get('id')}"}

    def value(name: str) -> str:
        shown = _value(document, register, row, name[0].lower() + name[1:])
        return shown[:1].upper() + shown[1:] if name[0].isupper() else shown

    def choose(match: re.Match) -> str:
        options = match[1].split("|")
        return next((one for one in options if all(value(name) for name, _ in _PLACEHOLDER.findall(one))), "")

    def put(match: re.Match) -> str:
        if not match["address"]:
            return "" if match["asks"] else value(match["name"])
        address, words = _as_written(row, match["address"]), _as_written(row, match["words"])
        if not address.startswith("row-"):
            return link(document, address, words)
        words, page = escape(words), addresses.OF_REGISTER[register].page
        return f'<a href="{page}.ipynb#{address}">{words}</a>' if document.pages else words

    return _PLACE.sub(put, _CHOICE.sub(choose, template))


def _as_written(row: dict, template: str) -> str:
    """The template with the values of the row as the register has them."""
    return _PLACEHOLDER.sub(lambda place: str(row[place["name"]]), template)


def _value(document: Document, register: str, row: dict, name: str) -> str:
    """One value as HTML: computed, gathered, a template of the register, or a column as its schema says."""
    if name in _COMPUTED:
        return _COMPUTED[name](document, row)
    if name in shapes()["gathered"]:  # what rows of a register say that agree with this one, each thing once
        gathered = shapes()["gathered"][name]
        wanted = {column: _as_written(row, value) for column, value in gathered["where"].items()}
        rows = document.rows(gathered["register"]).values()
        agreeing = (one for one in rows if wanted.items() <= one.items())
        filled = (fill(document, gathered["register"], one, gathered["each"]) for one in agreeing)
        return gathered["joined"].join(dict.fromkeys(filter(None, filled)))
    if name not in row:
        return fill(document, register, row, shapes()[register][name])
    schema, content = (REGISTERS | EDITION_TABLES).get(register), row[name]
    column = schema.by_column.get(name) if schema else None
    shown = column.shown if column else "text"
    if shown == "prose" and isinstance(content, list):
        return "".join(f"<li>{to_html(one, document.pages)}</li>" for one in content)
    if shown == "prose":
        return to_html(content, document.pages)
    if shown == "edtf":
        return escape(wording.day(content))
    if shown == "number":
        return f"{content:.3f}" if content == content else ""
    if shown == "chain":
        return escape(document.through(tuple(content.split(" > "))))
    if shown == "anchors":
        return "; ".join(quoted(document, span.text, span.sentence) for span in content)
    if shown == "names":
        return ", ".join(map(_in_script, content))
    several = content if isinstance(content, list) else [content]
    if shown == "reference":
        prefix = "" if column.prefixed else f"{addresses.OF_REGISTER[column.refers].prefix}-"
        return "; ".join(link(document, prefix + one) for one in several if one)
    return ", ".join(escape(str(one)) for one in several if one is not False)


def _in_script(name: dict) -> str:
    """A form of a name in its script, with how it is known where it was not seen."""
    known = f" ({escape(name['grade'])})" if name["grade"] != "seen" else ""
    return f'<span lang="{escape(name["lang"])}">{escape(name["text"])}</span>{known}'


def link(document: Document, address: str, words: str = "") -> str:
    """A link to an address in the words that stand there; one at which nothing stands is named by its id."""
    kind, name, _ = addresses.parse(address)
    if not words:
        words = document.label(address)[0]
        if name in document.rows(kind.register, kind.key):
            words = f"“{_in_short(words)}”" if kind.words == "text" else words
            words = f"“{words}” from outside" if kind.prefix == "outside" else words
    return linked(document.pages, address, escape(words))


def _in_short(words: str) -> str:
    return shorten(words.strip("“”"), _SHORT, placeholder=" …")


def quoted(document: Document, words: str, sentence: str) -> str:
    """Words of the text in quotation marks, linked to their place in it."""
    return f"“{escape(words, quote=False)}” {sentence_links(document, [sentence])}" if words else ""


def sentence_links(document: Document, sentences: Iterable[str]) -> str:
    """Sentences as links, each once."""
    return " ".join(link(document, f"s-{one}") for one in dict.fromkeys(filter(None, sentences)))


def _proposal(document: Document, row: dict) -> str:
    """A proposed reading, ended by one stop."""
    ended = row["reading"].endswith((".", "?", "!"))
    return escape(row["reading"] + "." * (not ended)) if row["reading"] else ""


def _made_of(document: Document, row: dict) -> str:
    """How a result is reached, with links to what it rests on."""
    inputs = [one for one in row["inputs"].split("; ") if one]
    named = "; ".join(link(document, one) for one in inputs) if len(inputs) <= _MOST else ""
    return "; ".join(filter(None, (escape(row["formula"]), named)))


def _site(url: str) -> str:
    """A link that shows the site only; the print style writes addresses out."""
    if not url.startswith(("http://", "https://")):
        return escape(url)
    return f'<a href="{escape(url)}">{escape(url.split("/")[2].removeprefix("www."))}</a>'


def _options(document: Document, row: dict) -> str:
    """The ways of taking a doubtful passage, each of which opens."""
    options = [one for one in document.rows("readings").values() if one["crux"] == row["crux"]]
    parts = shapes()["readings"]["option"]
    return "".join(folded(document, "readings", one, parts, f"reading-{one['id']}") for one in options)


# Values that are no column of the row.
_COMPUTED: dict[str, Callable[[Document, dict], str]] = {
    "quote": lambda document, row: quoted(document, row["text"], row["sentence"]),
    "bounds": lambda _, row: escape(wording.word(bounds.from_row(row), counted=True)),
    "differing": lambda _, row: wording.day(row["edtf_spoken"]) != wording.day(row["edtf_written"]),
    "foreign": lambda _, row: not row["words"].isascii(),
    "proposal": _proposal,
    "made_of": _made_of,
    "sentence": lambda document, row: sentence_links(document, [row["sentence"]]),
    "often": lambda document, row: (
        len({one["sentence"] for one in document.rows("mentions").values() if one["entity"] == row["entity"]})
        > _OFTEN
    ),
    "opening": lambda _, row: escape(_in_short(row["text"]), quote=False),
    "beginning": lambda _, row: escape(shorten(row["text"], _BEGINNING, placeholder=" …"), quote=False),
    "kilometres": lambda _, row: places.in_words(row["border_km"]),
    "web": lambda _, row: _site(row["address"]),
    "read_elsewhere": lambda _, row: _site(row["read_at"]) if row["read_at"] != row["address"] else "",
    "options": _options,
}


def shaped(document: Document, register: str, row: dict, shape: str) -> str:
    """The row in a shape of its register, as HTML; nothing where the register has no such shape."""
    parts = shapes()[register].get(shape, "")
    filled = fill if isinstance(parts, str) else _paragraphs
    return filled(document, register, row, parts).strip()


def folded(document: Document, register: str, row: dict, parts: list, id: str = "", inside: str = "") -> str:
    """A line that opens, with what else stands inside; paper shows it open."""
    summary = re.sub(r"</?a\b[^>]*>", "", fill(document, register, row, parts[0]))  # it is a button itself
    body = f"<summary>{summary}</summary>{_paragraphs(document, register, row, parts[1:])}{inside}"
    return f'<details class="cg-more"{identified(id)}>{body}</details>'


def _paragraphs(document: Document, register: str, row: dict, parts: list) -> str:
    """Each template as a paragraph, if it says anything, in small type behind a tilde; a list opens."""
    html = ""
    for part in parts:
        if isinstance(part, list):
            html += folded(document, register, row, part)
            continue
        filled = fill(document, register, row, part.removeprefix("~"))
        if filled and not filled.startswith(("<ul", "<p", "<details")):
            filled = f'<p class="cg-quiet">{filled}</p>' if part.startswith("~") else f"<p>{filled}</p>"
        html += filled
    return html
