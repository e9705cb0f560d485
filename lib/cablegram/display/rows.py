"""Rows as readers see them: every column by its kind, in the four shapes that `shapes.toml` gives a register.

A shape is a row of a table, an entry, a card or a line; its templates are filled from the row.
"""

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from importlib import resources
from itertools import chain

from .. import addresses, bounds, places, wording
from ..document import Document
from ..registers import EDITION_TABLES, REGISTERS
from .markup import identified, linked, to_html

_SHORT = 40  # characters of a passage that stand as the words of a link
_MOST = 6  # inputs that are named; what counts a whole register names none, for its rows stand there
_OPENING = 5  # words of a long passage
_BEGINNING = 70  # characters of a piece of the file
_OFTEN = 7  # sentences; who or what more of them name is on no sentence’s card
_PLACEHOLDER = re.compile(r"\{(\w+)(\??)\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_LINK = re.compile(r'<a href="#([^"]+)">([^<]*)</a>')


@cache
def shapes() -> dict[str, dict]:
    """The shapes of each register, as `shapes.toml` has them."""
    return tomllib.loads((resources.files(__package__) / "shapes.toml").read_text(encoding="utf-8"))


def having(shape: str) -> list[str]:
    """The registers that have a shape, in the order of `shapes.toml`."""
    return [register for register, known in shapes().items() if shape in known]


def _fill(document: Document, register: str, row: dict, template: str) -> str:
    """The template as HTML, with the values of the row in its places; `own` is the row's own address."""
    if kind := addresses.OF_REGISTER.get(register):
        row = row | {"own": f"{kind.prefix}-{row.get('id')}"}

    def value(name: str, shown_by: Callable = _value) -> str:
        shown = shown_by(document, register, row, name[0].lower() + name[1:])
        return shown[:1].upper() + shown[1:] if name[0].isupper() else shown

    def choose(match: re.Match) -> str:
        options = match[1].split("|")
        return next((one for one in options if all(value(name) for name, _ in _PLACEHOLDER.findall(one))), "")

    def anchor(match: re.Match) -> str:
        filled = (_PLACEHOLDER.sub(lambda place: value(place[1], _written), part) for part in match.groups())
        address, words = filled
        if not address.startswith("row-"):
            return link(document, address, words)
        words, page = escape(words), addresses.OF_REGISTER[register].page
        return f'<a href="{page}.ipynb#{address}">{words}</a>' if document.pages else words

    chosen = _LINK.sub(anchor, _CHOICE.sub(choose, template))
    return _PLACEHOLDER.sub(lambda match: "" if match[2] else value(match[1]), chosen)


def _written(_document: Document, _register: str, row: dict, name: str) -> str:
    """A value as the register has it."""
    return str(row[name])


def _value(document: Document, register: str, row: dict, name: str) -> str:
    """One value as HTML: computed, or a column shown as its schema says."""
    if name in _COMPUTED:
        return _COMPUTED[name](document, row)
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
    return ", ".join(escape(str(one), quote=False) for one in several if one is not False)


def _in_script(name: dict) -> str:
    """A form of a name in its script, with how it is known where it was not seen."""
    known = f" ({escape(name['grade'])})" if name["grade"] != "seen" else ""
    return f'<span lang="{escape(name["lang"])}">{escape(name["text"])}</span>{known}'


# ---- links


def link(document: Document, address: str, words: str = "") -> str:
    """A link to an address in the words that stand there; one at which nothing stands is named by its id."""
    kind, name, _ = addresses.parse(address)
    if not words:
        words = document.label(address)[0]
        if name in document.rows(kind.register, kind.key):
            words = _in_short(words) if kind.words == "text" else words
            words = f"“{words}” from outside" if kind.prefix == "outside" else words
    return linked(document.pages, address, escape(words))


def _in_short(quotation: str) -> str:
    words = quotation.strip("“”")
    return f"“{words}”" if len(words) <= _SHORT else f"“{words[:_SHORT].rsplit(' ', 1)[0]} …”"


def quoted(document: Document, words: str, *sentences: str) -> str:
    """Words of the text in quotation marks, with links to their places in it."""
    return f"“{escape(words, quote=False)}” {sentence_links(document, sentences)}" if words else ""


def sentence_links(document: Document, sentences: Iterable[str]) -> str:
    """Sentences as links, each once."""
    return " ".join(
        linked(document.pages, f"s-{one}", escape(one)) for one in dict.fromkeys(sentences) if one
    )


# ---- values that are no column of the row


def _clocks(_document: Document, row: dict) -> str:
    """A date as counted from the talk and from the paper, once where these agree."""
    spoken, written = (wording.day(row[f"edtf_{clock}"]) for clock in ("spoken", "written"))
    if not (spoken and written) or spoken == written:
        return escape(spoken or written or "no date")
    return f"{escape(spoken)} counted from the talk, {escape(written)} from the paper"


def _bounds(_document: Document, row: dict) -> str:
    return escape(wording.word(bounds.from_row(row), counted=True))


def _seen(document: Document, row: dict) -> str:
    """The words of a number from outside, in English too where they are not."""
    words = escape(row["words"])
    return words if row["words"].isascii() else f"{words} ({_bounds(document, row)})"


def _also(document: Document, row: dict) -> str:
    """The other places of the same doubt, each under the address that a row of its own would have."""
    others = [one for one in document.rows("anomalies").values() if one["under"] == row["id"]]
    return "".join(
        f"<br>also {_addressed(one, quoted(document, one['text'], one['sentence']))}" for one in others
    )


def _where(document: Document, row: dict) -> str:
    """The places of a group of minor slips."""
    slips = [one for one in document.rows("anomalies").values() if one["slip"] == row["id"]]
    named = (
        f"{link(document, 'a-' + one['id'])} {sentence_links(document, [one['sentence']])}" for one in slips
    )
    return "; ".join(_addressed(*slip) for slip in zip(slips, named, strict=True))


def _addressed(row: dict, html: str) -> str:
    return f'<span id="row-anomalies-{escape(row["id"])}">{html}</span>'


def _proposal(document: Document, row: dict) -> str:
    """A proposed reading, ended by one stop."""
    ended = row["reading"].endswith((".", "?", "!"))
    return to_html(row["reading"], document.pages) + "." * (not ended) if row["reading"] else ""


def _made_of(document: Document, row: dict) -> str:
    """How a result is reached, with links to what it rests on."""
    inputs = [one for one in row["inputs"].split("; ") if one]
    named = "; ".join(link(document, one) for one in inputs) if len(inputs) <= _MOST else ""
    return "; ".join(part for part in (escape(row["formula"]), named) if part)


def _forms(document: Document, entity: str) -> dict[str, list[str]]:
    """The words by which the text names somebody or something, each with its sentences."""
    forms: dict[str, list[str]] = {}
    for mention in document.rows("mentions").values():
        if mention["entity"].replace(":", "-", 1) == entity.replace(":", "-", 1):
            forms.setdefault(mention["text"], []).append(mention["sentence"])
    return forms


def _through(document: Document, row: dict, basis: str) -> str:
    """The sentences that come through the same voices on a basis."""
    voices = document.rows("voices").values()
    alike = (one for one in voices if one["chain"] == row["chain"] and one["basis"] == basis)
    return sentence_links(document, [one["sentence"] for one in alike])


def _cues(document: Document, row: dict) -> str:
    """The words by which the text names the same voices."""
    cues = (one["cue"] for one in document.rows("voices").values() if one["chain"] == row["chain"])
    return _in_quotes(filter(None, cues))


def _in_quotes(words: Iterable[str]) -> str:
    """Words of the text, each once."""
    return ", ".join(f"“{escape(one, quote=False)}”" for one in dict.fromkeys(words))


def _opening(_document: Document, row: dict) -> str:
    """The first words of a long passage."""
    words = row["text"].split()
    opening = f"{' '.join(words[:_OPENING])} …" if len(words) > _OPENING else row["text"]
    return escape(opening, quote=False)


def _site(url: str) -> str:
    """A link that shows the site only; the print style writes addresses out."""
    if not url.startswith(("http://", "https://")):
        return escape(url)
    return f'<a href="{escape(url)}">{escape(url.split("/")[2].removeprefix("www."))}</a>'


def _options(document: Document, row: dict) -> str:
    """The ways of taking a doubtful passage, each of which opens."""
    options = [one for one in document.rows("readings").values() if one["crux"] == row["crux"]]
    parts = shapes()["readings"]["option"]
    return "".join(
        folded(document, "readings", one, parts, f"reading-{one['crux']}-{one['option']}") for one in options
    )


_COMPUTED: dict[str, Callable[[Document, dict], str]] = {
    "quote": lambda document, row: quoted(document, row["text"], row["sentence"]),
    "bounds": _bounds,
    "clocks": _clocks,
    "seen": _seen,
    "also": _also,
    "where": _where,
    "proposal": _proposal,
    "made_of": _made_of,
    "sentence": lambda document, row: sentence_links(document, [row["sentence"]]),
    "explicit": lambda document, row: _through(document, row, "explicit"),
    "inherited": lambda document, row: _through(document, row, "inherited"),
    "inferred": lambda document, row: _through(document, row, "inferred"),
    "cues": _cues,
    "forms": lambda document, row: _in_quotes(_forms(document, row["entity"])),
    "sentences": lambda document, row: sentence_links(
        document, chain(*_forms(document, row["entity"]).values())
    ),
    "often": lambda document, row: len(set(chain(*_forms(document, row["entity"]).values()))) > _OFTEN,
    "named": lambda document, row: "; ".join(
        quoted(document, form, *sentences) for form, sentences in _forms(document, row["own"]).items()
    ),
    "opening": _opening,
    "beginning": lambda _, row: escape(" ".join(row["text"].split())[:_BEGINNING], quote=False),
    "kilometres": lambda _, row: places.in_words(row["border_km"]),
    "date": lambda _, row: escape(wording.day(row["date"])),
    "web": lambda _, row: _site(row["address"]),
    "read_elsewhere": lambda _, row: _site(row["read_at"]) if row["read_at"] != row["address"] else "",
    "options": _options,
}


# ---- the shapes


def shaped(document: Document, register: str, row: dict, shape: str) -> str:
    """The row in a shape of its register, as HTML; nothing where the register has no such shape."""
    parts = shapes()[register].get(shape, "")
    filled = _fill if isinstance(parts, str) else _paragraphs
    return filled(document, register, row, parts).strip()


def cells(document: Document, register: str, row: dict) -> list[str]:
    """The cells of a row of the register's table."""
    return [_fill(document, register, row, cell) for cell in shapes()[register]["table"].values()]


def entry(document: Document, register: str, row: dict) -> str:
    """The row as a heading and paragraphs, under its address."""
    address, title, body = (shaped(document, register, row, shape) for shape in ("address", "title", "entry"))
    return f"<div{identified(address)}><h4>{title}</h4>{body}</div>"


def folded(document: Document, register: str, row: dict, parts: list, address: str = "") -> str:
    """A line that opens; paper shows it open."""
    summary = re.sub(r"</?a\b[^>]*>", "", _fill(document, register, row, parts[0]))  # it is a button itself
    body = _paragraphs(document, register, row, parts[1:])
    return f'<details class="cg-more"{identified(address)}><summary>{summary}</summary>{body}</details>'


def _paragraphs(document: Document, register: str, row: dict, parts: list) -> str:
    """Each template as a paragraph, if it says anything, in small type behind a tilde; a list opens."""
    html = ""
    for part in parts:
        if isinstance(part, list):
            html += folded(document, register, row, part)
            continue
        filled = _fill(document, register, row, part.removeprefix("~"))
        if filled and not filled.startswith(("<ul", "<p", "<details")):
            filled = f'<p class="cg-quiet">{filled}</p>' if part.startswith("~") else f"<p>{filled}</p>"
        html += filled
    return html
