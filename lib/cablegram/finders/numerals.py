"""Numbers as they are written in English, and what they are worth.

The one table of number words: the finders of numbers and dates and the prose check read them here.
"""

import re
from collections.abc import Iterable
from math import inf, prod


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """The words in order, with the numbers they stand for."""
    return {word: first + step * place for place, word in enumerate(words.split())}


ONES = _numbered("one two three four five six seven eight nine")
TEENS = _numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", first=10)
TENS = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10) | {"fourty": 40}
SMALL = ONES | TEENS | TENS
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "milliard": 1_000_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_FIRST_ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = (  # first to ninety-ninth
    _FIRST_ORDINALS
    | {ten.removesuffix("y") + "ieth": number for ten, number in TENS.items()}
    | {
        f"{ten}-{one}": number + _FIRST_ORDINALS[one]
        for ten, number in TENS.items()
        for one in list(_FIRST_ORDINALS)[:9]
    }
)
PARTS = {"half": 2, "quarter": 4, "hundredth": 100, "thousandth": 1_000} | {
    word: number for word, number in ORDINALS.items() if number > 2 and "-" not in word
}

# A space, a hyphen or the end of a line, between the words of one number.
GAP = r"(?:[^\S\n]{1,2}\n?|\n|[-‐‑–](?:\r?\n)?)"
# `re.IGNORECASE` takes them for s, i, I and K: ſ of old prints, ı and İ of Turkish scans, the sign of kelvin.
_LOOK_ALIKES = str.maketrans("ſıİ\u212a", "siIK")


def plain(text: str) -> str:
    """The text with the letters that match s, i and k where case is ignored written so; offsets stay.

    >>> plain("laſt May")
    'last May'
    """
    return text.translate(_LOOK_ALIKES)


def either(words: Iterable[str]) -> str:
    """An alternation of words, the longer before the shorter."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_LARGE = either(set(SCALES) - {"hundred"})
_SMALL = rf"(?:(?:{either(TENS)})(?:{GAP}(?:{either(ONES)}))?|{either(TEENS | ONES)})\b"
_POINT = rf"{GAP}point(?:{GAP}(?:zero|{either(ONES)})\b)+"
_GROUP = (
    rf"(?:(?:{_SMALL}|an?){GAP})?hundred\b(?:{GAP}(?:and{GAP})?{_SMALL}(?!{GAP}hundred\b))?"
    rf"|{_SMALL}(?:{_POINT})?|an?(?={GAP}(?:{_LARGE}))"
)
# “two hundred and fifty thousand”: a group and the scales that multiply it, joined to the one before.
_PIECE = re.compile(
    rf"(?P<joint>,?{GAP}(?:and{GAP})?)?"
    rf"(?:(?P<group>{_GROUP})(?P<scales>(?:{GAP}(?:{_LARGE})s?\b)*)|(?P<bare>(?:{_LARGE})\b))",
    re.IGNORECASE,
)


def spell(text: str, start: int, end: int) -> tuple[int, float, float] | None:
    """Where the number words that start at `start` end, their value, and the scale they end with.

    `None` where no number word stands. “Three thousand, two wounded” is three thousand; “thousand men” is a
    thousand.

    >>> spell("two hundred and fifty thousand tons", 0, 35)
    (30, 250000.0, 1000)
    >>> spell("two point five million", 0, 22)
    (22, 2500000.0, 1000000)
    """
    found, total, ceiling, place = None, 0.0, inf, start
    while match := _PIECE.match(text, place, end):
        words = plain(match[0]).lower()
        scales = [SCALES[word] for word in re.findall(rf"\b(?:{_LARGE})", words)]
        factor = prod(scales)
        closed = factor >= ceiling or (words.startswith(",") and factor == 1 and "hundred" not in words)
        if closed or bool(match["joint"]) == (place == start):
            break
        total, ceiling, place = total + _group(words) * factor, factor, match.end()
        found = place, round(total, 6), scales[-1] if scales else 100 if words.endswith("hundred") else 1
        if factor < 1_000:
            break
    return found


def _group(words: str) -> float:
    """What the words before a scale are worth: “two hundred and five”, “two point five”, “a”."""
    whole, _, decimals = words.partition("point")
    value = 0
    for word in re.findall("[a-z]+", whole):
        value = (value or 1) * 100 if word == "hundred" else value + SMALL.get(word, 0)
    for place, word in enumerate((w for w in re.findall("[a-z]+", decimals) if w in ONES or w == "zero"), 1):
        value += ONES.get(word, 0) / 10**place
    return value or 1
