"""The search for dates that stand by themselves, by the families of `date_families`."""

import re
from collections.abc import Iterator

from .date_anchor import Anchor
from .date_families import BOTH, FIGURES, WORDS, Reader
from .date_patterns import Atom, Place
from .date_words import DECADES, FIRST_WORDS, MONTHS, NUMBERS, ORDINALS, SEASONS, VAGUE


def _compiled(rows: list[tuple[str, Reader]]) -> list[tuple[re.Pattern, Reader]]:
    return [(re.compile(pattern), reader) for pattern, reader in rows]


_FIGURE_FAMILIES, _WORD_FAMILIES = _compiled(FIGURES + BOTH), _compiled(WORDS + BOTH)

# Words a date can begin with; only there are the families tried.
_FIRST_WORDS = sorted(
    {*MONTHS, *ORDINALS, *NUMBERS, *DECADES, *SEASONS, *FIRST_WORDS, *(words.split()[0] for words in VAGUE)}
)
_first_word = re.compile(rf"(?<![A-Za-z0-9])(?:[\[(]?['’]?[0-9]|(?i:{'|'.join(_FIRST_WORDS)})(?![a-z]))")


def find_atoms(text: str, anchor: Anchor | None, month_first: bool | None) -> Iterator[Atom]:
    """Every date that stands by itself, in order of the text, none overlapping another."""
    end, previous = 0, None
    for first in _first_word.finditer(text):
        for start in range(first.start(), first.start() + 1 + (first[0][0] in "[(")):
            atom = (
                _read(text, start, Place(text, start, start, anchor, month_first, previous))
                if start >= end
                else None
            )
            if atom:
                end, previous = atom.end, atom
                yield atom
                break


def _read(text: str, start: int, place: Place) -> Atom | None:
    for pattern, reader in _WORD_FAMILIES if text[start].isalpha() else _FIGURE_FAMILIES:
        match = pattern.match(text, start)
        if match:
            words = {
                name.rstrip("23489"): part for name, part in match.groupdict().items() if part is not None
            }
            found = reader(words, place._replace(end=match.end()))
            if found:
                return Atom(start, match.end(), *found)
    return None
