"""Numbers written in words: “two hundred and fifty thousand”, “eleven hundred”, “two thousand million”."""

import re

ONES = dict(
    zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], range(1, 10), strict=True)
)
TEENS = dict(
    zip(
        [
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
        ],
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        [20, 30, 40, 40, 50, 60, 70, 80, 90],
        strict=True,
    )
)
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
GAP = "(?:[ \u00a0\u202f][\\s\u00a0]?|\\s|[-‐‑–]\n?)"  # a space or a hyphen, perhaps at a line end
# ASCII, so that only plain letters and digits count: without it “ſix” would be six.
PLAIN = re.IGNORECASE | re.ASCII


def either(words) -> str:
    """An alternation of words, the longer before the shorter."""
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL = ONES | TEENS | TENS
_TOKEN = re.compile(
    rf"(?P<comma>,\s)?(?P<gap>{GAP})?(?P<and>and{GAP})?(?:(?P<small>{either(_SMALL)})|(?P<scale>{either(SCALES)})s?|(?P<a>an?(?={GAP}(?:{either(SCALES)})\b)))\b",
    PLAIN,
)


def spell(text: str, start: int, end: int) -> tuple[int, float, float] | None:
    """Where the number words that start at `start` end, their value, and the scale word they end with.

    `None` where no number word stands. “Three thousand, two wounded” is three thousand.

    >>> spell("two hundred and fifty thousand tons", 0, 35)
    (30, 250000.0, 1000)
    """
    total, group, ceiling, place = 0.0, 0.0, float("inf"), start
    good: tuple[int, float, float] | None = None  # as far as the words make a number
    doubtful = False  # a comma is part of a number only before a hundred or a scale
    while match := _TOKEN.match(text, place, end):
        if (place == start) != (not match["gap"] and not match["comma"] and not match["and"]):
            break
        step = _step(match)
        if match["scale"]:
            group = 1 if place == start else group  # “some thousand men”
            if step >= 1_000 and not group and good and total:
                total *= step  # “two thousand million”
            elif step == 100 and 0 < group < 100:
                group *= 100
            elif group and step != 100 and step < ceiling:
                total, group, ceiling = total + group * step, 0.0, step
            else:
                break
            good, doubtful = (match.end(), total + group, step), False
        else:
            if group and (match["comma"] or not _continues(group, step, bool(match["and"]))):
                break
            if not group and good and ceiling == float("inf"):
                break
            group, doubtful = group + step, doubtful or bool(match["comma"])
            if not match["a"] and not doubtful and not _hundreds_follow(text, match.end(), end, group):
                good = (match.end(), total + group, 1)
        place = match.end()
    return good


def _step(match: re.Match) -> float:
    if match["scale"]:
        return SCALES[match["scale"].lower()]
    return _SMALL[match["small"].lower()] if match["small"] else 1


def _continues(group: float, step: float, joined: bool) -> bool:
    """Whether a small number goes on with the group: “twenty five”, “two hundred and five”."""
    if group >= 100 and group % 100 == 0:
        return True
    return not joined and group % 10 == 0 and group % 100 >= 20 and step < 10


_HUNDRED = re.compile(rf"{GAP}hundred\b", PLAIN)


def _hundreds_follow(text: str, place: int, end: int, group: float) -> bool:
    """In “two hundred and two hundred” the second two begins a number of its own."""
    return group > 100 and bool(_HUNDRED.match(text, place, end))
