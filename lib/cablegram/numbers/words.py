"""How a number is written: digits, words, fractions, scales; and what it is worth.

`read` takes the longest number that starts at a place. It knows nothing of what stands round it.
"""

import re
from dataclasses import dataclass, replace

from .spelling import GAP, ONES, PLAIN, SCALES, TEENS, TENS, either, spell

_ABBREVIATED = {
    "mn": 1_000_000, "mln": 1_000_000, "mio": 1_000_000, "bn": 1_000_000_000, "bln": 1_000_000_000,
    "thous.": 1_000, "mil.": 1_000_000, "mill.": 1_000_000, "bil.": 1_000_000_000, "bill.": 1_000_000_000,
}  # fmt: skip
_MONEY_ABBREVIATED = {"m": 1_000_000, "b": 1_000_000_000, "k": 1_000}  # “£3m”, but 3m of cloth are metres
_FACTORS = SCALES | _ABBREVIATED | _MONEY_ABBREVIATED
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100,
    "thousandth": 1000,
}  # fmt: skip
_GLYPHS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5,
    "⅘": 4 / 5, "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
_DENOMINATORS = {
    *range(2, 13),
    16,
    20,
    25,
    32,
    50,
    64,
    100,
}  # others are more likely references than fractions


@dataclass(frozen=True)
class Numeral:
    """A number as written at `start:end`; `scale` is the scale word it ends with, 1 where there is none.

    `form` is `digits` (a bare whole number), `grouped` (digits with separators, decimals or a scale word),
    `words`, `fraction`, or `timed` (“a year and a half”, which holds its unit).
    """

    start: int
    end: int
    value: float
    scale: float
    form: str


_SPACE = "[ \u00a0\u2009\u202f]"
_DOTTED = (
    r"[1-9]\d{0,2}(?:\.\d{3})+"  # 25.000 is thousands, 2.5 and 0.125 are decimals, and so is 3.125 percent
)
_GROUPED = (
    r"(?:(?<=[$£€])\d+\.\s\d{1,2}(?=\s(?:m|b)illion\b)|"  # “$4. 2 million”, pulled apart
    rf"\d{{1,3}}(?:[,’'ʼ]\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)"
    rf"|[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?![\d.,/-]\d|\d|[- ]?(?:mm|cm|inch)\b)"
    rf"|{_DOTTED}(?![\d.]\d|\d|\s?(?:%|per\s?cent))|\d+[.·]\d+|\d+,\d{{1,2}}(?![\d,])|\.\d+)"
)
# “8, 250 people”, “1 ,500 tons”: a separator pulled apart by a typist or a scanner; two numbers where a list
# goes on.
_NO_LABEL = "".join(
    rf"(?<!\b{word}\s)" for word in ("article", "section", "paragraph", "point", "item", "page")
)
_TORN = (
    rf"{_NO_LABEL}(?!\d{{3}},\s\d{{0,2}}[1-9])"
    r"[1-9]\d{0,2}(?:,\s| ,)\d{3}(?:,\s?\d{3}){0,2}(?![\d,.-]\d|\d)"
    r"(?=\s+(?!and\b|or\b|to\b|\d)[a-z]|\s*%)"
)
_ONE = either(ONES)
_TIMES = "second|minute|hour|day|week|month|year|decade|century|mile|ton"
_FORMS = {  # the first that matches wins, so the longer forms stand first
    "share": (
        rf"(?:(?P<n>an?|{_ONE}){GAP})?(?P<part>half|quarters?|thirds?|fifths?)"
        r"(?:(?:\s+of)?[\s-]+an?[\s-]+|(?:(?<=half)|(?<=quarter))[\s-])"
        r"(?P<whole>dozen|hundred|thousand|million|billion)\b"
    ),
    # one in five, one out of every ten; not “one in three years”
    "odds": (
        rf"(?:one|1)\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<d>{_ONE}|ten|twenty|hundred|thousand|\d{{1,3}})\b(?![.,:/-]?\d)"
        rf"(?!\s+(?:{_TIMES}|place|part|volume|copie|batche|instal?lment)s?\b"
        rf"|[-‐\s]+(?:{either(SCALES | TEENS | TENS)})\b)"
    ),
    # two score, a score of men
    "score": rf"(?:(?P<n>{_ONE}){GAP}score\b|a\s+score(?=\s+of\s+[a-z]))",
    "timed": rf"(?:an?|one)\s+(?:{_TIMES})\s+and\s+a\s+(?P<part>half|quarter)\b",
    "vulgar": (
        r"(?:(?P<whole>\d{1,6})(?:\s+and\s+|\s|-))?(?P<n>\d{1,2})/(?P<d>\d{1,3})(?:(?:rd|th)s?\b)?"
        r"(?![\d/]|[.-]\d)"
    ),
    "glyph": rf"(?P<whole>\d{{1,6}})?\s?(?P<glyph>[{''.join(_GLYPHS)}])",
    "part": rf"(?P<n>an?|{_ONE}|{either(TEENS)}){GAP}{{1,2}}(?P<part>(?:{either(_PARTS)})s?)\b",
    "half": r"half\b",
    "digits": rf"(?P<digits>{_GROUPED}|{_TORN}|\d+)",
    "zero": r"zero\b",
}
_COMPILED = [(name, re.compile(pattern, PLAIN)) for name, pattern in _FORMS.items()]
_AND_A_HALF = re.compile(
    rf"\s+and\s+(?:(?P<n>an?|one|two|three)[-\s]|(?=half\b(?!\s(?:of|the|an?)\b)))(?P<part>half|quarters?|thirds?)\b(?:{GAP}(?P<scale>{either(SCALES)})\b)?",
    PLAIN,
)
_TAIL = re.compile(
    rf"{GAP}(?P<scale>{either(SCALES)})s?\b"
    rf"|{GAP}?(?P<short>{either(map(re.escape, _ABBREVIATED))})(?:(?<=\.)|\b(?:\.(?=\s[a-z]))?)"
    r"|(?P<money>[mbk]|\sM)\b",
    PLAIN,
)
_REST = re.compile(r"\s+(?:and\s+)?(\d{1,3})\s+(thousand|million)\b", PLAIN)
_PERCENT = re.compile(r"\s?(?:%|per\s?cent)", PLAIN)
# “Some thousand men”, “more than hundred”; “several hundred” is indefinite.
_SCALE_ALONE = "".join(
    rf"(?<={word}\s)|" for word in ("some", "about", "around", "over", "than", "nearly", "almost")
)
# Where a number can begin; a letter or figure before it, raised ones too, makes it part of a word, unless its
# thousands are grouped: “including3,600 tons”.
SEED = re.compile(
    rf"(?<=[a-z])\d{{1,3}}(?:,\d{{3}})+\b|(?<![\w²³¹])(?:(?:(?<!\.)\.)?[0-9]|[{''.join(_GLYPHS)}]"
    rf"|(?:{either(ONES | TEENS | TENS)}|zero|half"
    rf"|an?\s+(?:{either(SCALES)}|score\s+of|half|quarter|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(?:{_TIMES})\s+and\s+a)"
    rf"|quarter\s+of\s+an?|hundred(?=\s+per\s?cent)|(?:{_SCALE_ALONE[:-1]})(?:hundred|thousand|million|dozen))\b)",
    re.IGNORECASE,
)


def read(text: str, start: int, end: int, money: bool = False) -> Numeral | None:
    """The number that starts at `start`, `None` where there is none; nothing from `end` on is read.

    `money` tells that a sign of currency stands before it.

    >>> read("two and a half million tons", 0, 27).value
    2500000.0
    """
    for name, pattern in _COMPILED:
        if (match := pattern.match(text, start, end)) and (worth := _VALUES[name](match)) is not None:
            form = _form(name, match.group())
            found = Numeral(start, match.end(), worth, 1, form)
            return _scaled(text, _and_a_half(text, found, end), end, money)
    if spelt := spell(text, start, end):
        return _and_a_half(text, Numeral(start, *spelt, "words"), end)
    return None


_FORM_NAMES = {"glyph": "grouped", "vulgar": "grouped", "timed": "timed", "zero": "words", "score": "words"}


def _form(name: str, written: str) -> str:
    if name == "digits":
        return "digits" if written.isdigit() else "grouped"
    return {"glyph": "grouped", "vulgar": "grouped", "timed": "timed", "zero": "words", "score": "words"}.get(
        name, "fraction"
    )


def _and_a_half(text: str, numeral: Numeral, end: int) -> Numeral:
    """“Two and a half million” shares its scale; “a million and a half” is a million and half a million."""
    match = _AND_A_HALF.match(text, numeral.end, end) if numeral.form in ("digits", "words") else None
    if not match:
        return numeral
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1
    value = numeral.value + numeral.scale * _amount(match["n"]) / _part(match["part"])
    return Numeral(numeral.start, match.end(), value * scale, scale, "fraction")


def _scaled(text: str, numeral: Numeral, end: int, money: bool) -> Numeral:
    """The number times the scale word that follows digits: “1.5 million”, “£3m”, “2 million 300 thousand”."""
    tail = _TAIL.match(text, numeral.end, end) if numeral.form in ("digits", "grouped") else None
    if not tail or (tail["money"] and not money):
        return numeral
    scale = _FACTORS[(tail["scale"] or tail["short"] or tail["money"]).strip().lower()]
    scaled = replace(
        numeral, end=tail.end(), value=round(numeral.value * scale, 6), scale=scale, form="grouped"
    )
    while (rest := _REST.match(text, scaled.end, end)) and (
        smaller := SCALES[rest[2].lower()]
    ) < scaled.scale:
        scaled = replace(scaled, end=rest.end(), value=scaled.value + smaller * int(rest[1]), scale=smaller)
    return scaled


def _amount(word: str | None) -> int:
    word = (word or "a").lower()
    return ONES.get(word) or TEENS.get(word) or 1


def _part(word: str) -> int:
    word = word.lower()
    return _PARTS.get(word) or _PARTS[word.removesuffix("s")]


def _read_part(match: re.Match) -> float | None:
    """“Two thirds”, “one fifth”; “two hundredth” is an ordinal."""
    amount = _amount(match["n"])
    if (amount > 1) != match["part"].lower().endswith("s"):
        return None
    return amount / _part(match["part"])


def _read_odds(whole: str) -> float | None:
    below = int(whole) if whole.isdigit() else (ONES | TEENS | TENS | SCALES)[whole]
    return 1 / below if below > 1 else None


def _read_vulgar(match: re.Match) -> float | None:
    top, bottom = int(match["n"]), int(match["d"])
    if not 0 < top < bottom or bottom not in _DENOMINATORS:
        return None
    return int(match["whole"] or 0) + top / bottom


def _read_digits(match: re.Match) -> float | None:
    written = re.sub(r"\.\s", ".", match["digits"])
    if len(written) > 100:
        return None  # a run of figures, not a number
    if re.fullmatch(r"\d+[.·,]\d{1,2}|\d*[.·]\d+", written):
        thousands = re.fullmatch(_DOTTED, written) and not _PERCENT.match(match.string, match.end())
        return float(re.sub("[·,]", ".", written)) if not thousands else float(written.replace(".", ""))
    if re.fullmatch(_DOTTED, written):
        return float(written.replace(".", ""))
    return float(re.sub(r"[,’'ʼ\s\u00a0\u2009\u202f]", "", written))


_VALUES = {
    "share": lambda match: _amount(match["n"]) * SCALES[match["whole"].lower()] / _part(match["part"]),
    "odds": lambda match: _read_odds(match["d"].lower()),
    "score": lambda match: 20 * _amount(match["n"]),
    "timed": lambda match: 1 + 1 / _part(match["part"]),
    "vulgar": _read_vulgar,
    "glyph": lambda match: int(match["whole"] or 0) + _GLYPHS[match["glyph"]],
    "part": _read_part,
    "half": lambda match: 0.5,
    "digits": _read_digits,
    "zero": lambda match: 0.0,
}
