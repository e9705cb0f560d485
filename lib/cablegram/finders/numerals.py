"""Numbers as they are written in English, and what they are worth."""

import re
from dataclasses import dataclass
from math import inf, prod
from unicodedata import numeric

from .vocabulary import ONES, PARTS, SCALES, SMALL, named_parts, pattern


def plain(text: str) -> str:
    """The text with the letters that `re.IGNORECASE` takes for s, i, I and K written so; offsets stay.

    They are ſ of old prints, ı and İ of Turkish scans, the sign of kelvin.

    >>> plain("laſt May")
    'last May'
    """
    return text.translate(str.maketrans("ſıİ\u212a", "siIK"))


_SMALL = r"((?<!between\s){ONE}{GAP}and{GAP}{TEN}|{TEN}({GAP}{ONE})?|{SMALL})\b"
_GROUP = (
    rf"(({_SMALL}|an?){{GAP}})?hundred\b({{GAP}}(and{{GAP}})?{_SMALL}(?!{{GAP}}hundred\b))?"
    rf"|{_SMALL}({{GAP}}point({{GAP}}(zero|{{ONE}})\b)+)?"
    r"|an?(?={GAP}({LARGE}|{MEASURE} and a (half|quarter))\b)"
)
# “two hundred and fifty thousand”: a group and the scales that multiply it, joined to the one before.
_PIECE = pattern(rf"(?P<joint>,?{{GAP}}(and{{GAP}})?)?(({_GROUP})({{GAP}}{{LARGE}}s?\b){{0,8}}|{{LARGE}}\b)")


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
        scales = [SCALES[word] for word in pattern(r"\b{LARGE}").findall(words)]
        factor = prod(scales)
        closed = factor >= ceiling or (words.startswith(",") and factor == 1 and "hundred" not in words)
        if closed or bool(match["joint"]) == (place == start):
            break
        # what stands before the scale: “two hundred and five”, “two point five”, “a”
        whole, _, decimals = words.partition("point")
        group = 0.0
        for word in re.findall("[a-z]+", whole):
            group = (group or 1) * 100 if word == "hundred" else group + SMALL.get(word, 0)
        for power, digit in enumerate(pattern("zero|{ONE}").findall(decimals), 1):
            group += ONES.get(digit, 0) / 10**power
        total, ceiling, place = total + (group or 1) * factor, factor, match.end()
        found = place, round(total, 6), scales[-1] if scales else 100 if words.endswith("hundred") else 1
    return found


@dataclass(frozen=True)
class Numeral:
    """A number as written at `start:end`; `scale` is the scale word it ends with, 1 where there is none.

    `form` is `digits` (a bare whole number), `grouped` (digits with separators, decimals or a scale),
    `words` or `share`. `unit` is what the number itself names: “an hour and a half”; “5s. 6d.”, in pounds.
    """

    start: int
    end: int
    value: float
    scale: float = 1
    form: str = "words"
    unit: str = ""


_AND_A_HALF = pattern(
    r"(\s(?P<unit>{MEASURE}s?))?{GAP}and{GAP}((?P<count>an?|one|two|three)[-\s]|(?=half\b))"
    r"(?P<part>half|quarter|third)s?\b(?!-(?!fold)[a-z])({GAP}(?P<scale>{SCALE})\b|(?!\s(of|the|an?)\b))"
)


def read(text: str, start: int, end: int, money: bool = False) -> Numeral | None:
    """The longest number that starts at `start`, `None` where none does; nothing from `end` on is read.

    `money` tells that a sign of currency stands before it.

    >>> read("two and a half million tons", 0, 27).value
    2500000.0
    """
    found = _sterling(text, start, end, money) or _share(text, start, end) or _digits(text, start, end, money)
    if not found and (spelled := spell(text, start, end)):
        found = Numeral(start, *spelled)
    half = _AND_A_HALF.match(text, found.end, end) if found and found.form in ("digits", "words") else None
    if not half:
        return found
    # “Two and a half million” shares its scale; “a million and a half” is a million and half a million.
    parts = named_parts(half, lower=True)
    scale, part = SCALES.get(parts.get("scale"), 1), SMALL.get(parts.get("count"), 1) / PARTS[parts["part"]]
    value = (found.value + found.scale * part) * scale
    return Numeral(start, half.end(), value, scale, "share", half["unit"] or "")


_PRICED = r" (each|an?|the|to|per(?!\s?cent))\b"
_STERLING = pattern(
    r"((?P<pounds>\d[\d,]{0,11})(l\.)?[\s.-]{1,2})?(?P<shillings>\d{1,3})\s?s\b\.?"
    r"(\s?(?P<pence>1?\d)\s?d\b\.?)?"
    rf"|(?<=\bat\s)(?P<shillings>1?\d)/((?P<pence>1?\d)|-)(?={_PRICED})|(?P<pence>1?\d)d\.(?={_PRICED})"
)
_POUNDS = {"pounds": 1, "shillings": 1 / 20, "pence": 1 / 240}


def _sterling(text: str, start: int, end: int, money: bool) -> Numeral | None:
    """“£3 10s. 6d.”, “5s. a day”, “at 2/6 each”; “the 50s.” is a decade."""
    match = _STERLING.match(text, start, end)
    decade = not money and match and pattern(rf"(?<=s)|(?<=\d0s\.)(?!{_PRICED})").match(text, match.end())
    if not match or decade or (match["pounds"] and not money):
        return None
    coins = named_parts(match).items()
    value = round(sum(_POUNDS[coin] * int(digits.replace(",", "")) for coin, digits in coins), 10)
    return Numeral(start, match.end(), value, form="grouped", unit="£")


_SHARE = pattern(
    r"((?P<count>an?|{SMALL}){GAP})?(?P<part>{PART})(?P<many>s?)\b"
    r"((({GAP}of)?{GAP}an?|(?<=half)|(?<=quarter)){GAP}(?P<whole>{SCALE})\b)?"
)


def _share(text: str, start: int, end: int) -> Numeral | None:
    """“A fifth”, “two thirds”, “half a million”; “two hundredth” is an ordinal."""
    match = _SHARE.match(text, start, end)
    if not match:
        return None
    parts = named_parts(match, lower=True)
    count, part = SMALL.get(parts.get("count"), 1), parts["part"]
    alone = "whole" not in parts
    if alone and ((count > 1) != ("many" in parts) or not ("count" in parts or part == "half")):
        return None
    whole = SCALES.get(parts.get("whole"), 1)
    return Numeral(start, match.end(), whole * count / PARTS[part], form="share")


_FRACTION = pattern(
    r"((?P<whole>\d{1,6})(\s+and\s+|\s|-)?)??"
    r"((?P<top>\d{1,2})/(?P<below>[2-9]|1[0126]|20|25|32|50|64|100)(rds?|ths?)?(?![\w/]|[.-]\d)"
    r"|\s?(?P<glyph>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]))"
)
_DIGITS = pattern(
    r"(?<=[$£€])\d+\.\s\d\d?(?=\s[mb]illion\b)"  # “$4. 2 million”, torn apart
    r"|\d{1,3}([,’'ʼ]\d{3})+(?!\d)(\.\d+(?!\d|\s(?-i:[A-Z])))?|\d{1,2}(,\d\d)+,\d{3}(?!\d)"
    r"|[1-9]\d{0,2}([\x20\u00a0\u2009\u202f]\d{3})+(?![\d.,/-]?\d|[-\x20]?(mm|cm|inch)\b)"
    r"|(?P<dotted>[1-9]\d{0,2}(\.\d{3})+)(?![\d.]\d|\d|\s?(%|per\s?cent))"  # 3.125 percent is a decimal
    r"|\d*[.·]\d+|(?P<comma>(?<!\d)(?:\d\d?,\d\d?|\d{3},\d\d?(?=\s?%)))(?![\d,])"
    # “8, 250 people”, “1 ,500 tons”: a separator torn off; two numbers where a list goes on
    r"|(?<!article\s)(?<!section\s)(?<!page\s)(?!\d{3},\s\d{0,2}[1-9])[1-9]\d{0,2}((,\s|\x20,)\d{3}){1,3}"
    r"(?![\d,.-]?\d)(?= (?!(and|or|to)\b)[a-z]|\s*%)|\d+"
)
_TAIL = pattern(
    r"{GAP}(?P<scale>{SCALE})s?\b|(?P<money>\s?m|b|k)\b"
    r"|{GAP}?(?P<short>(?-i:mn|mln|mio|bn|bln)\b(\.(?=\s[a-z]))?|(thous|mill?|bill?)\.)"
)
_SHORT = {"m": 10**6, "k": 10**3, "b": 10**9, "t": 10**3}  # “£3m”, but 3m of cloth are metres


def _digits(text: str, start: int, end: int, money: bool) -> Numeral | None:
    """“20,517”, “2½”, “1.5 million”, “£3m”, “2 million 300 thousand”; 25.000 and 8, 250 are thousands."""
    if match := _FRACTION.match(text, start, end):
        part = numeric(match["glyph"]) if match["glyph"] else int(match["top"]) / int(match["below"])
        match, value = (match, int(match["whole"] or 0) + part) if 0 < part < 1 else (None, 0)
    if not match:
        match = _DIGITS.match(text, start, end)
        if not match or len(match[0]) > 100:
            return None  # a run of digits is no number
        written = re.sub(r"[’'ʼ\s]", "", match[0]).replace("·", ".")
        written = written.replace(".", "") if match["dotted"] else written
        value = float(written.replace(",", "." if match["comma"] else ""))
    place, scale = match.end(), 1
    tail = _TAIL.match(text, place, end)
    if not tail or (tail["money"] and not money):
        return Numeral(start, place, value, form="digits" if match[0].isdigit() else "grouped")
    word = (tail["scale"] or tail["short"] or tail["money"]).strip().lower()
    scale, place = SCALES.get(word) or _SHORT[word[0]], tail.end()
    value = round(value * scale, 6)
    more = pattern(r"\s+(and\s+)?(?P<count>\d{1,3})\s+(?P<scale>thousand|million)\b")
    while (rest := more.match(text, place, end)) and SCALES[rest["scale"].lower()] < scale:
        scale, place = SCALES[rest["scale"].lower()], rest.end()
        value += scale * int(rest["count"])
    return Numeral(start, place, value, scale, "grouped")
