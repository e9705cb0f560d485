"""What a row must satisfy beyond its cells: its words and what it points at exist, its bounds fit."""

from collections.abc import Iterable, Mapping

from ..text import Span, find
from .columns import Column, Register
from .schema import REGISTERS
from .sheets import RegisterError, Row

# What a prefix in a reference stands for: `person:an`, `q:total`.
PREFIXES = {
    "person": "people",
    "office": "offices",
    "place": "places",
    "voice": "speakers",
    "q": "quantities",
    "d": "dates",
    "a": "anomalies",
    "s": "sentences",
    "note": "notes",
    "crux": "cruxes",
    "source": "sources",
    "outside": "outside",
    "event": "timeline",
    "result": "results",
}
# Where rows are kept that have no file of their own.
_KEPT = {"sentences": "the document", "cruxes": "readings.toml"}


# ---- words of the document


def anchor(row: Row, text: str, place: Mapping) -> Span:
    """Where a quotation stands: `quote`, which occurrence (`nth`), and longer words it stands in (`within`).

    Raises `RegisterError` that says what the document has instead.
    """
    quote, within = str(place.get("quote", "")), str(place.get("within", ""))
    nth = _nth(row, place.get("nth", ""))
    try:
        round_it = find(text, within) if within else Span(0, len(text), text)
    except (LookupError, ValueError) as error:
        raise row.fail(f"the words of the column 'within': {error}.") from None
    try:
        span = find(round_it.text, quote, nth)
    except (LookupError, ValueError) as error:
        raise row.fail(_cure(error, quote, nth, round_it.text, within)) from None
    found = Span(round_it.start + span.start, round_it.start + span.end, span.text)
    _refuse_half_words(row, text, found)
    return found


def _refuse_half_words(row: Row, text: str, span: Span) -> None:
    """Raises `RegisterError` for a quotation that begins or ends inside a word, as *61* does in *1961*."""
    start, end = span.start, span.end
    while start and _joined(text[start - 1], text[start]):
        start -= 1
    while end < len(text) and _joined(text[end - 1], text[end]):
        end += 1
    if (start, end) != (span.start, span.end):
        raise row.fail(
            f"{span.text!r} is cut out of {text[start:end]!r}; quote whole words, or choose another "
            "occurrence with the column 'nth'."
        )


def _joined(left: str, right: str) -> bool:
    """Whether two characters stand in one word; in scripts without capitals words may touch."""
    return all(one.isdecimal() or one.lower() != one.upper() for one in (left, right))


def _nth(row: Row, value: object) -> int | None:
    words = str(value).strip().removesuffix(".0")  # a spreadsheet may have made a decimal of it
    if words and not words.isdecimal():
        raise row.fail(f"nth is {value!r}; write a whole number, 1 for the first occurrence.")
    return int(words) if words else None


def _cure(error: Exception, quote: str, nth: int | None, text: str, within: str) -> str:
    """The error with what to do about it: copy the words, or choose one of their occurrences."""
    if not quote.strip() or quote not in text:
        whole = repr(within) if within else "the document"
        return f"{error}. Copy the quotation from {whole}, letter for letter."
    if nth is None:
        return (
            f"{error}\nWrite its number into the column 'nth', or some of the words round it into 'within'."
        )
    try:
        find(text, quote)
    except LookupError as choices:
        return f"nth is {nth}, but {choices}"
    return f"nth is {nth}, but {quote!r} stands only once; leave the column 'nth' blank."


def check_cue(row: Row, cells: dict, said: str) -> None:
    """An explicit voice quotes the words that say so, and they stand in its sentence."""
    cue = cells["cue"]
    if cells["basis"] == "explicit" and not cue:
        raise row.fail(
            "an explicit voice has a cue; quote the words that name it, or write inherited or inferred."
        )
    if cue not in said:
        raise row.fail(f"the cue {cue!r} is not in sentence {cells['sentence']}, which says: {said!r}")


def check_defaults(options: Iterable[Mapping]) -> None:
    """Every crux has one option that results are computed with where the reader chooses none."""
    defaults: dict[str, list[str]] = {}
    for cells in options:
        defaults.setdefault(cells["crux"], []).extend([cells["option"]] if cells["default"] else [])
    for crux, found in defaults.items():
        if len(found) != 1:
            said = f"the defaults {', '.join(found)}" if found else "no default"
            raise RegisterError(
                f"{REGISTERS['readings'].file} (crux {crux}): it has {said}; "
                "write default = true in one option and leave it out of the others."
            )


# ---- references


def references(column: Column, value: object) -> Iterable[tuple[str, str]]:
    """What a cell points at, as (register, id)."""
    ids = value.split(" > ") if column.kind == "chain" else value if isinstance(value, list) else [value]
    for one in filter(None, ids):
        if column.prefixed:
            prefix, _, name = one.partition(":")
            yield prefix, name
        else:
            yield column.refers, one


def check_references(row: Row, register: Register, cells: dict, known: Mapping[str, set[str]]) -> None:
    """Raises `RegisterError` for a reference to a row that is not there; absent registers are not asked."""
    for column in register.columns:
        if not column.refers:
            continue
        for target, name in references(column, cells[column.name]):
            if column.prefixed:
                target = _register_of(row, column, target, name)
            if target in known and name not in known[target]:
                where = _KEPT.get(target) or REGISTERS[target].file
                hint = _hint(name, known[target])
                raise row.fail(f"{column.name} points at {name!r}, which is not in {where}{hint}")


def _register_of(row: Row, column: Column, prefix: str, name: str) -> str:
    allowed = list(PREFIXES) if column.refers == "any" else column.refers.split()
    if prefix not in allowed or not name:
        written = f"{prefix}:{name}" if name else prefix
        raise row.fail(
            f"{column.name} says {written!r}; write what kind of row it is, a colon and the id, as in "
            f"{allowed[0]}:some-id; the kinds are {', '.join(allowed)}."
        )
    return PREFIXES[prefix]


def _hint(name: str, known: set[str]) -> str:
    from difflib import get_close_matches

    if not known:
        return ", for that has no rows."
    asked = name.casefold()
    near = (
        get_close_matches(asked, known, 3) or [one for one in sorted(known) if one.startswith(asked[:4])][:3]
    )
    if near:
        return f"; did you mean {', '.join(near)}?"
    return f"; it has {', '.join(sorted(known))}." if len(known) <= 20 else "."


# ---- numbers


def check_quantity(row: Row, cells: dict) -> None:
    """Bounds that fit each other and their relation."""
    low, high, relation = cells["low"], cells["high"], cells["relation"]
    if low > high:
        raise row.fail(f"low ({low:g}) is above high ({high:g}); exchange them.")
    is_open = {"low": low != low, "high": high != high}
    wanted = {"over": "high", "at-least": "high", "under": "low", "at-most": "low"}.get(relation)
    for end, blank in is_open.items():
        if blank != (end == wanted):
            must = "blank" if end == wanted else "a number"
            raise row.fail(f"with the relation {relation!r} the column {end!r} must be {must}.")
    if relation in ("exact", "about") and low != high:
        raise row.fail(f"with the relation {relation!r} low and high are the same number.")


def check_point(row: Row, cells: dict) -> None:
    """Degrees that are some place of the earth; a latitude that cannot be is mostly a longitude."""
    for name, most in (("lat", 90), ("lon", 180)):
        if abs(cells[name]) > most:
            raise row.fail(
                f"{name} is {cells[name]:g}; it lies between -{most} and {most}. Exchanged with the other?"
            )
    if (cells["lat"] == cells["lat"]) != (cells["lon"] == cells["lon"]):
        raise row.fail("one of lon and lat is blank; write both, or neither.")


def number_place(row: Row, cells: dict) -> dict[str, int]:
    """Where the number itself stands in the quotation of a quantity; digits must be one of its bounds."""
    number = cells["number"]
    try:
        found = find(cells["text"], number)
    except LookupError as error:
        few = "stands more than once in" if number in cells["text"] else "is not in"
        raise row.fail(f"the number {number!r} {few} the quotation {cells['text']!r}.") from error
    digits = number.replace(",", "")
    if digits.isdecimal() and float(digits) not in (cells["low"], cells["high"]):
        stated = ", ".join(f"{end} {cells[end]:.15g}" for end in ("low", "high") if cells[end] == cells[end])
        raise row.fail(f"the number in the words is {number}, but the columns say {stated}.")
    return {"num_start": cells["start"] + found.start, "num_end": cells["start"] + found.end}
