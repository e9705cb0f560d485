"""Number words in prose that speak of what the cable counts with the same number."""

import re
from collections.abc import Iterator, Mapping

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
VALUES = {word: value for value, word in enumerate(_SMALL)} | _TENS
NEAR = 4  # words between a number word and its noun, the noun included
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?|\0")


def counted_words(text: str, counted: Mapping[float, frozenset[str]]) -> Iterator[str]:
    """Every stretch from a number word to a noun that the registers count with it, within four words."""
    words = [match[0] for match in _WORD.finditer(text)]
    for place, word in enumerate(words):
        nouns = counted.get(float(VALUES.get(word.lower(), -1)), frozenset())
        for end in range(place + 1, min(len(words), place + 1 + NEAR)):
            if words[end].lower() in nouns | {noun.removesuffix("s") for noun in nouns}:
                yield " ".join(words[place : end + 1])
                break
