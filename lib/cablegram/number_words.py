"""How a number is written: digits, words, fractions, scales; and what it is worth.

`read` takes the longest number that starts at a place. It knows nothing of what stands round it.
"""

import re
from dataclasses import dataclass

ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
TEENS = dict(
    zip(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
        range(10, 20),
        strict=True,
    )
)
TENS = dict(
    zip("twenty thirty forty fourty fifty sixty seventy eighty ninety".split(), (20, 30, 40, 40, 50, 60, 70, 80, 90), strict=True)
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
ABBREVIATED = {"mn": 1_000_000, "mln": 1_000_000, "bn": 1_000_000_000, "bln": 1_000_000_000}
MONEY_ABBREVIATED = {"m": 1_000_000, "b": 1_000_000_000, "k": 1_000}  # “£3m”, but 3m of cloth are metres
PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
GLYPHS = dict(zip("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1 / 6, 5 / 6, 1 / 8, 3 / 8, 5 / 8, 7 / 8), strict=True))  # fmt: skip


@dataclass(frozen=True)
class Numeral:
    """A number as written at `start:end`; `scale` is the scale word it ends with, 1 where there is none.

    `form` is `digits` (a bare whole number), `grouped` (digits with separators or decimals), `words` or `fraction`.
    """

    start: int
    end: int
    value: float
    scale: float
    form: str


def _any(words) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_GAP = "(?:[ \u00a0\u202f][\\s\u00a0]?|\\s|[-‐‑])"  # one hyphen or a space, perhaps at a line end
_ONE, _TEEN, _TEN, _SCALE = (_any(table) for table in (ONES, TEENS, TENS, SCALES))
_UNDER_100 = rf"(?:(?:{_TEN})(?:{_GAP}(?:{_ONE})\b)?|{_TEEN}|{_ONE})\b"
_REST = rf"(?:{_GAP}(?:and\s)?{_UNDER_100}(?!{_GAP}(?:{_SCALE})\b))"  # the rest after a hundred or thousand
_UNDER_1000 = rf"(?:(?:{_UNDER_100}|an?\b){_GAP}hundred\b{_REST}?|{_UNDER_100}|(?:an?\b)(?={_GAP}(?:{_SCALE})\b))"
_GROUP = rf"{_UNDER_1000}(?:{_GAP}(?:{_SCALE})s?\b){{1,2}}"
_WORDS = (
    # A comma joins only what goes on with a hundred or a scale: “three thousand, two wounded” is two numbers.
    rf"(?:{_GROUP}(?:(?:,\s|{_GAP}(?:and\s)?){_GROUP}){{0,4}}(?:,?{_GAP}(?:and\s)?{_UNDER_100}{_GAP}hundred\b{_REST}?|{_REST})?"
    rf"|{_UNDER_1000})(?<!\ba)(?<!\ban)"
)
_PART = rf"(?:{_any(PARTS)})s?\b"
_SPACE = "[ \u00a0\u2009\u202f]"
_GROUPED = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)|[1-9]\d{{0,2}}(?:{_SPACE}\d{{3}})+(?![\d.,/-]\d|\d)"
    r"|[1-9]\d{0,2}(?:\.\d{3})+(?![\d.]\d|\d|\s?(?:%|per\s?cent))|\d+[.·]\d+|\d+,\d{1,2}(?![\d,])|\.\d+)"
)
# “8, 250 people”: a separator that a typist or a scanner pulled apart; two numbers where a list goes on.
_TORN = r"[1-9]\d{0,2}, \d{3}(?![\d,.-]\d|\d)(?=\s+(?!and\b|or\b|to\b|\d)[a-z]|\s*%)(?<!\d{3}, \d{3})"
_PLAIN = r"\d+"

_FORMS = [
    # name, pattern; the first that matches wins, so the longer forms stand first
    ("share", rf"(?:(?P<n>an?|one|two|three|{_ONE}){_GAP})?(?P<part>half|quarters?|thirds?|fifths?)(?:\s+of)?\s+an?\s+(?P<whole>dozen|hundred|thousand|million|billion)\b"),
    ("mixed", rf"(?P<whole>{_WORDS}|\d+)\s+and\s+(?P<n>an?|one|two|three)[-\s](?P<part>half|quarters?|thirds?)\b(?:{_GAP}(?P<scale>{_SCALE})\b)?"),
    ("vulgar", r"(?:(?P<whole>\d{1,6})(?:\s|-))?(?P<n>\d{1,2})/(?P<d>\d{1,3})(?![\d/.-])"),
    ("glyph", rf"(?P<whole>\d{{1,6}})?\s?(?P<glyph>[{''.join(GLYPHS)}])"),
    ("part", rf"(?P<n>an?|{_ONE}|{_TEEN})(?:{_GAP}){{1,2}}(?P<part>{_PART})"),
    ("half", r"(?:the\s+)?(?P<part>half)\b"),
    ("digits", rf"(?P<digits>{_GROUPED}|{_TORN}|{_PLAIN})"),
    ("words", rf"(?P<words>{_WORDS})"),
    ("zero", r"zero\b"),
]  # fmt: skip
# ASCII, so that only plain letters and digits count: without it “ſix” would be six.
_PLAIN_LETTERS = re.IGNORECASE | re.ASCII
_COMPILED = [(name, re.compile(pattern, _PLAIN_LETTERS)) for name, pattern in _FORMS]
_TAIL = re.compile(
    rf"{_GAP}(?P<scale>{_SCALE})s?\b|{_GAP}?(?P<short>{_any(ABBREVIATED)})\b|(?P<money>[mbk])\b", _PLAIN_LETTERS
)
SEED = re.compile(
    rf"(?<![\w\u00b2\u00b3\u00b9])(?:\.?\d|[{''.join(GLYPHS)}]|(?:{_ONE}|{_TEEN}|{_TEN}|zero|half|an?\s+(?:{_SCALE}|half|quarter|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)|quarter\s+of\s+an?)\b)",
    re.IGNORECASE,
)


def read(text: str, start: int, end: int, money: bool = False) -> Numeral | None:
    """The number that starts at `start`, `None` where there is none; nothing from `end` on is read.

    >>> read("two and a half million tons", 0, 27).value
    2500000.0
    """
    for name, pattern in _COMPILED:
        if (match := pattern.match(text, start, end)) and (found := _VALUES[name](match)) is not None:
            value, scale, form = found
            return _scaled(text, Numeral(start, match.end(), value, scale, form), end, money)
    return None


def _scaled(text: str, numeral: Numeral, end: int, money: bool) -> Numeral:
    """The number times the scale word that follows digits or a fraction: “1.5 million”, “£3m”."""
    tail = _TAIL.match(text, numeral.end, end) if numeral.form in ("digits", "grouped") or numeral.end == numeral.start + 1 else None
    if not tail:
        return numeral
    if tail["money"] and not money:
        return numeral
    word = (tail["scale"] or tail["short"] or tail["money"]).lower()
    scale = (SCALES | ABBREVIATED | MONEY_ABBREVIATED)[word]
    return Numeral(numeral.start, tail.end(), round(numeral.value * scale, 6), scale, "grouped")


def _amount(word: str | None) -> int:
    word = (word or "a").lower()
    return ONES.get(word) or TEENS.get(word) or 1


def _part(word: str) -> int:
    word = word.lower()
    return PARTS.get(word) or PARTS[word.removesuffix("s")]


def _share(match: re.Match):
    return _amount(match["n"]) * SCALES[match["whole"].lower()] / _part(match["part"]), 1, "fraction"


def _mixed(match: re.Match):
    whole = match["whole"]
    value, last, _ = (float(whole), 1, "") if whole.isdigit() else spell(whole)
    part = _amount(match["n"]) / _part(match["part"])
    scale = SCALES[match["scale"].lower()] if match["scale"] else 1
    # “a million and a half” is a million and half a million; “two and a half million” shares its scale.
    return (value + part * (last if last >= 1_000 else 1)) * scale, scale, "fraction"


def _vulgar(match: re.Match):
    top, bottom = int(match["n"]), int(match["d"])
    if not 0 < top < bottom or not (bottom <= 12 or bottom in (16, 20, 25, 32, 50, 64, 100)):
        return None
    return int(match["whole"] or 0) + top / bottom, 1, "fraction"


def _glyph(match: re.Match):
    return int(match["whole"] or 0) + GLYPHS[match["glyph"]], 1, "grouped"


def _digits(match: re.Match):
    written = match["digits"]
    if written.isdigit():
        # Past a googol nothing counts anything, and int() refuses very long runs.
        return (float(written), 1, "digits") if len(written) <= 100 else None
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:, ?\d{2,3})*, ?\d{3}(?:\.\d+)?", written) or re.search(r"\s", written):
        whole = re.sub(r"[,\s]", "", written)
        whole = whole.replace(".", "") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", written) else whole
        return float(whole), 1, "grouped"
    return float(re.sub("[,·]", ".", written)), 1, "grouped"


def _words(match: re.Match):
    return spell(match["words"])


_VALUES = {
    "share": _share,
    "mixed": _mixed,
    "vulgar": _vulgar,
    "glyph": _glyph,
    "part": lambda match: (_amount(match["n"]) / _part(match["part"]), 1, "fraction"),
    "half": lambda match: (0.5, 1, "fraction"),
    "digits": _digits,
    "words": _words,
    "zero": lambda match: (0.0, 1, "words"),
}


def spell(words: str) -> tuple[float, float, str]:
    """The value of number words, the scale word they end with, and the form; “two thousand million” multiplies.

    >>> spell("two hundred and fifty thousand")
    (250000.0, 1000, 'words')
    """
    total, group, scale = 0.0, 0.0, 1
    for word in re.findall(r"[a-z]+", words.lower()):
        step = SCALES.get(word) or SCALES.get(word.removesuffix("s"))
        if word in ("a", "an", "and"):
            group, scale = (1.0 if word != "and" else group), 1
        elif step is None:
            group, scale = group + (ONES.get(word) or TEENS.get(word) or TENS[word]), 1
        elif step == 100:
            group, scale = (group or 1) * 100, 100
        else:
            total, group, scale = (total + group * step if group else total * step), 0.0, step
    return total + group, scale, "words"
