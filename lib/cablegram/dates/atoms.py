"""The search for dates that stand by themselves, by the families of `figures` and `wording`."""

import re
from collections.abc import Iterator

from .anchor import Anchor
from .figures import FIGURES
from .patterns import Atom, Family, Order, Place, Reader, Words
from .wording import BOTH, HOLIDAY_WORDS, VAGUE_WORDS, WORDS
from .words import DECADES, FIRST_WORDS, MONTHS, NUMBERS, ORDINALS, SEASONS


def _compiled(rows: list[Family]) -> list[tuple[re.Pattern, Reader]]:
    return [(re.compile(pattern), reader) for pattern, reader in rows]


_FIGURE_FAMILIES, _WORD_FAMILIES = _compiled(FIGURES + BOTH), _compiled(WORDS + BOTH)

# Words a date can begin with; only there are the families tried.
_FIRST_WORDS = sorted({*MONTHS, *ORDINALS, *NUMBERS, *DECADES, *SEASONS, *FIRST_WORDS})
_first_word = re.compile(
    rf"(?<![A-Za-z0-9\[])(?:[\[(“\"]{{0,2}}['‘’]?[0-9]|(?i:{'|'.join(_FIRST_WORDS)}|{VAGUE_WORDS}|{HOLIDAY_WORDS})(?![a-z]))"
)


def find_atoms(text: str, anchor: Anchor | None, order: Order) -> Iterator[Atom]:
    """Every date that stands by itself, in order of the text, none overlapping another."""
    end, previous = 0, None
    for first in _first_word.finditer(text):
        # A bracket may belong to the date ([23] December) or stand before it (1957).
        brackets = len(first[0]) - len(first[0].lstrip('[(“"'))
        starts = range(first.start(), first.start() + brackets + 1)
        places = [Place(text, start, start, anchor, order, previous) for start in starts if start >= end]
        atom = next(filter(None, map(_read, places)), None)
        if atom:
            end, previous = atom.end, atom
            yield atom


def _read(place: Place) -> Atom | None:
    """The date that begins at a place: the first family whose pattern fits and whose reader takes it."""
    for pattern, reader in _WORD_FAMILIES if place.text[place.start].isalpha() else _FIGURE_FAMILIES:
        match = pattern.match(place.text, place.start)
        found = match and reader(_named(match), place._replace(end=match.end()))
        if found:
            return Atom(place.start, match.end(), *found)
    return None


def _named(match: re.Match) -> Words:
    """The parts of a match by name; year2, year3 are other places where a year may stand."""
    return {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part is not None}
