"""What a row must satisfy: each cell its type and vocabulary; its words and what it points at exist."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import takewhile
from math import isnan, nan

from .. import edtf
from ..addresses import KINDS
from ..bounds import from_row
from ..text import Span, find
from .schema import CURES, REGISTERS, Column, Register
from .sheets import Row

_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_FLAGS = {"true": True, "yes": True, "false": False, "no": False, "": False}


# ---- cells


def read_cell(row: Row, column: Column) -> object:
    """The cell in its type, blank ones filled. Raises `RegisterError` for what the column may not hold."""
    value = row.cells.get(column.name, "")
    if column.required and (value == [] or not str(value).strip()):
        missing = "blank" if column.name in row.cells else "missing"
        cure = f"; write one of {column.vocabulary}" if column.vocabulary else ", and the row needs it"
        raise row.fail(f"the column {column.name!r} is {missing}{cure}.")
    try:
        typed = _typed(value, column.kind)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        wrong = f": {error}" if column.kind == "edtf" else f" is {value!r}"
        raise row.fail(f"{column.name}{wrong}; {CURES[column.kind]}") from None
    for one in typed if isinstance(typed, list) else [typed]:
        name, word = column.name, one
        if column.kind == "names":
            name, word = f"{name}: the grade", one["grade"]
        if column.vocabulary and one != "" and word not in column.vocabulary.split(", "):
            raise row.fail(f"{name} is {word!r}; it may be {column.vocabulary}.")
    return typed


def _typed(value: object, kind: str) -> object:
    """The cell as its kind of the schema; some error where it is none."""
    if kind == "place":  # which `anchor` reads
        return value
    if kind in ("names", "anchors"):
        needed = {"lang", "text", "grade"} if kind == "names" else {"quote"}
        if not all(needed <= set(one) for one in value or []):
            raise TypeError
        return value or []
    if kind == "list":
        if isinstance(value, str):
            return [part.strip() for part in value.split(";") if part.strip()]
        return [" ".join(one.split()) for one in value]
    if kind == "number":
        words = str(value).strip()
        return float(_NUMBER.fullmatch(words)[0].replace(",", "")) if words else nan
    if kind == "flag":
        return _FLAGS[str(value).casefold()]
    words = " ".join(value.split())
    if kind == "id" and not _ID.fullmatch(words):
        raise ValueError
    if kind == "edtf":
        edtf.bounds(words or None)
    return " > ".join(map(str.strip, words.split(">"))) if kind == "chain" else words


# ---- words of the document


def anchor(row: Row, text: str, sentences: Sequence, place: Mapping) -> Span:
    """Where a quotation stands: `quote`, which occurrence (`nth`), and longer words it stands in (`within`).

    Raises `RegisterError` that says what the document has instead.
    """
    quote, within = str(place["quote"]), str(place.get("within", ""))
    nth = str(place.get("nth", "")).strip().removesuffix(".0")  # a spreadsheet may make a decimal of it
    if nth and not nth.isdecimal():
        raise row.fail(f"nth is {place['nth']!r}; write a whole number, 1 for the first occurrence.")
    try:
        round_it = find(text, within) if within else Span(0, len(text), text)
    except (LookupError, ValueError) as error:
        raise row.fail(f"the words of the column 'within': {error}.") from None
    try:
        span = find(round_it.text, quote, int(nth) if nth else None)
    except (LookupError, ValueError) as error:
        cure = f". Copy the quotation from {repr(within) if within else 'the document'}, letter for letter."
        if quote.strip() and quote in round_it.text:
            cure = "\nWrite its number into the column 'nth', or some of the words round it into 'within'."
        raise row.fail(f"{error}{cure}") from None
    start, end = round_it.start + span.start, round_it.start + span.end
    before = len([*takewhile(_in_word, reversed(text[:start]))]) if _in_word(quote[0]) else 0
    after = len([*takewhile(_in_word, text[end:])]) if _in_word(quote[-1]) else 0
    if before or after:  # as *61* is of *1961*
        raise row.fail(
            f"{quote!r} is cut out of {text[start - before : end + after]!r}; quote whole words, or choose "
            "another occurrence with the column 'nth'."
        )
    return Span(start, end, quote, next((one.id for one in sentences if one.start <= start < one.end), ""))


def _in_word(character: str) -> bool:
    """Whether a word goes on beside it; in scripts without capitals words may touch."""
    return character.isdecimal() or character.lower() != character.upper()


def check_cue(row: Row, cells: dict, sentence: str) -> None:
    """An explicit voice quotes the words that say so, and they stand in its sentence."""
    if cells["basis"] == "explicit" and not cells["cue"]:
        raise row.fail(
            "an explicit voice has a cue; quote the words that name it, or write inherited or inferred."
        )
    if cells["cue"] not in sentence:
        raise row.fail(
            f"the cue {cells['cue']!r} is not in sentence {cells['sentence']}, which says: {sentence!r}"
        )


# ---- references


def check_references(row: Row, register: Register, cells: dict, known: Mapping[tuple, set[str]]) -> None:
    """Raises `RegisterError` for a reference to a row that is not there; absent registers are not asked.

    `known` holds what may be named, by register and key: the ids, and of readings the cruxes too.
    """
    for column in (column for column in register.columns if column.refers):
        value = cells[column.name]
        for written in filter(None, value if isinstance(value, list) else value.split(" > ")):
            name, target, key = written, column.refers, "id"
            if column.prefixed:
                prefix, _, name = written.partition(":")
                kinds = list(KINDS) if column.refers == "any" else column.refers.split()
                if prefix not in kinds or not name:
                    raise row.fail(
                        f"{column.name} says {written.removesuffix(':')!r}; write what kind of row it is, a "
                        f"colon and the id, as in {kinds[0]}:some-id; the kinds are {', '.join(kinds)}."
                    )
                target, key = KINDS[prefix].register, KINDS[prefix].key
            if (target, key) in known and name not in known[target, key]:
                where = "the document" if target == "sentences" else REGISTERS[target].file
                hint = _hint(name, known[target, key])
                raise row.fail(f"{column.name} points at {name!r}, which is not in {where}{hint}")


def _hint(name: str, known: set[str]) -> str:
    if not known:
        return ", for that has no rows."
    asked = name.casefold()
    near = get_close_matches(asked, known, 3) or [one for one in sorted(known) if one.startswith(asked[:4])]
    if near:
        return f"; did you mean {', '.join(near[:3])}?"
    return f"; it has {', '.join(sorted(known))}." if len(known) <= 20 else "."


# ---- numbers


def check_quantity(row: Row, cells: dict) -> dict:
    """Bounds that fit each other and their relation, and a number that stands once in the quotation.

    Gives whether each bound is itself meant, and where the number stands.
    """
    low, high, relation = cells["low"], cells["high"], cells["relation"]
    if low > high:
        raise row.fail(f"low ({low:g}) is above high ({high:g}); exchange them.")
    blank = {"over": "high", "at-least": "high", "under": "low", "at-most": "low"}.get(relation)
    for end in ("low", "high"):
        if isnan(cells[end]) != (end == blank):
            must = "blank" if end == blank else "a number"
            raise row.fail(f"with the relation {relation!r} the column {end!r} must be {must}.")
    if relation in ("exact", "about") and low != high:
        raise row.fail(f"with the relation {relation!r} low and high are the same number.")
    bounds = from_row(cells)
    closed = {"low_closed": bounds.low_closed, "high_closed": bounds.high_closed}
    if "number" not in cells:
        return closed
    number, words = cells["number"], cells["text"]
    if words.count(number) != 1:
        few = "stands more than once in" if number in words else "is not in"
        raise row.fail(f"the number {number!r} {few} the quotation {words!r}.")
    digits = number.replace(",", "")
    if digits.isdecimal() and float(digits) not in (low, high):
        stated = ", ".join(f"{end} {cells[end]:.15g}" for end in ("low", "high") if end != blank)
        raise row.fail(f"the number in the words is {number}, but the columns say {stated}.")
    start = cells["start"] + words.index(number)
    return closed | {"num_start": start, "num_end": start + len(number)}


def check_point(row: Row, cells: dict) -> None:
    """Degrees that are some place of the earth; a latitude that cannot be is mostly a longitude."""
    for name, most in (("lat", 90), ("lon", 180)):
        if abs(cells[name]) > most:
            raise row.fail(
                f"{name} is {cells[name]:g}; it lies between -{most} and {most}. Exchanged with the other?"
            )
    if isnan(cells["lat"]) != isnan(cells["lon"]):
        raise row.fail("one of lon and lat is blank; write both, or neither.")
