"""Number words in prose that speak of what the cable or a result counts with the same number."""

import re
from collections.abc import Iterator, Mapping

from ..finders.numerals import ONES, SCALES, TEENS, TENS, either, spell

NEAR = 4  # words between a number word and its noun, the noun included
_START = re.compile(
    rf"\b(?:an?\s(?={either(SCALES)}\b))?(?:{either(ONES | TEENS | TENS | SCALES)})\b", re.IGNORECASE
)
_PLAIN = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\0+")


def counted_words(text: str, counted: Mapping[float, frozenset[str]]) -> Iterator[str]:
    """Every stretch from a number word to a noun that is counted with it, within four words.

    The noun is in the plural, or in the singular right behind: “the fifteen-day stay”.
    """
    for start, end, value in spelled(text):
        nouns = counted.get(value, frozenset())
        following = list(_WORD.finditer(text, end))[:NEAR]
        for place, match in enumerate(following):
            noun = match[0].lower()
            if noun in nouns or (place == 0 and f"{noun}s" in nouns):
                yield " ".join(_PLAIN.findall(text[start : match.end()]))
                break


def spelled(text: str) -> Iterator[tuple[int, int, float]]:
    """Start, end and value of every number in words."""
    place = 0
    while match := _START.search(text, place):
        found = spell(text, match.start(), len(text))
        place = found[0] if found else match.end()
        if found:
            yield match.start(), place, found[1]
