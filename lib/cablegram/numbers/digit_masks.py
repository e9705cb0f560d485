"""Digits that are no quantity by what they hang on to: clock times, codes, types, footnote marks, years."""

import re

from .context import Context
from .labels import STRONG
from .unit_words import words

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_CLOCK = re.compile(
    r"[.:]?\d{0,2}\s?[ap]\.?\s?m\b|:\d\d|\s?o[’'`]?\s?clock\b|\s(?:noon|midnight)\b"
    r"|(?<=\d{4})(?:\s?hrs\b|\s?[ZGMT]{1,3}\b|\s?local\b)|\s(?-i:[ECMP]\.?[DS]\.?T)\b",
    re.IGNORECASE,
)
_HOURS = re.compile(
    r"(?:[01]\d|2[0-4])[0-5]\d(?P<until>(?:\sand\s|\sto\s|\s?[-–]\s?)(?:[01]\d|2[0-4])[0-5]\d)?"
)
_CLOCK_BEFORE = re.compile(r"\b(?:at|up\sto|until|till|since|before|after)\s$", re.IGNORECASE)
_STREET = re.compile(
    r"\s(?:[A-Z][\w.]{0,15}\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard)\b"
    r"|\s(?:rue|ulitsa|ul\.)\s|,\s?(?:D\.?\s?C|N\.?\s?Y)\b"  # “Washington 25, D.C.” is a postal zone
)
_DISTRICT = re.compile(r"\b(?:[NSEW]|[NS]\.\s?[EW]|[EW]\.\s?C)\.\s?\Z")
_GOES_ON = re.compile(  # 7th, 25X1, 13456/2, 5/f, “Taiwan 1/ and”, 118-01026, 2[0], 1.2.3, 75’s, 13.June
    r"[A-Za-z_]|[’'ʼ]s\b|[/:.]\d|/(?:[.\s]|$)|\([a-z]\)|\[\d|[/.][A-Za-z]{1,2}\b|[-–‐]\d"
    r"|\.(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_UNIT_GLUED_ON = re.compile(
    r"(?:km|kg|mm|cm|(?-i:[mgt]|cc)|lbs?|ha|ft|kt|mt|k?wh?|mw[te]?|hp|k?v|percent)[²2³]?(?![A-Za-z\d]|\.\d)",
    re.IGNORECASE,
)
# Directly before it, not on the line before: “Field.28”, “MiG-15”, “5/f-3”, “’57”, “22:00”, “follows:84”,
# “India1 2”; but not “approx.500”.
_HANGS_ON = re.compile(
    r"[’'‘]\Z|\w[-–‐/]\Z|\d[:.]\Z|[a-z\d\])][.,;!?”\"’)\]]\Z|[.,;!?][”\"’)\]]\Z|\)[:/]?\Z|\b(?-i:[a-z]+):\Z"
    r"|(?-i:[a-z])\d{1,2} \Z",
    re.IGNORECASE,
)
_WORD_BEFORE = re.compile(r"(?<![A-Z])[a-z]{3,}[-–‐/,;]\Z")  # “rice-500 tons”, “rice,500 tons”
_ABBREVIATION = re.compile(r"\b(?:approx|ca|c|rs|fr|no|min|max|appr)\.\Z", re.IGNORECASE)
_CALIBRE = re.compile(
    r"[- ]?(?:mm|millimet(?:er|re)|cm|inch|in|pounder|pdr|cal(?:iber|ibre)?)\.?[- ](?:[a-z-]+ )?"
    r"(?:guns?|howitzers?|mortars?|cannons?|rockets?|artillery|recoilless|rifles?|carbines?|pistols?|anti\w*|aa"
    r"|ack-ack|shells?|ammunition|ammo|machine)\b"
    r"|(?:\sand\s\d{2,3})?\s(?:ammunition|ammo)\b|\sseries\b",  # “French 105 and 155 ammo”
    re.IGNORECASE,
)
_FORMATION = re.compile(
    r"\s(?:infantry |rifle |armou?red |airborne |tank |guards )?"
    r"(?:brigade|division|army|regiment|battalion|fleet|squadron|plenum|congress(?!\s[a-z]+s\b))\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf",?[ \u00a0]{_MONTH}\s\d{{1,2}}\b", re.IGNORECASE)
_NOTE = re.compile(r"(?:\A|\n\s*\n)[ \t]*\Z")
_DAY = re.compile(rf"\b{_MONTH}\s$", re.IGNORECASE)
_YEAR_WORD = re.compile(
    r"\b(?:the|of|in|at|to|since|for|this|that|by|from|during|until)\s+$|[’']s\s+$", re.IGNORECASE
)
_FUSED_YEAR = re.compile(rf"(?:{_MONTH},?\s|\bin\s|\bof\s)$", re.IGNORECASE)
_COUNTED = frozenset(
    words("people men women persons troops soldiers workers tons tonnes rubles dollars yuan won")
)


def reason(context: Context) -> str:
    """Why these digits are no quantity, empty where nothing speaks against it."""
    return next((name for name, holds in _CHECKS.items() if holds(context)), "")


def _is_clock_time(context: Context) -> bool:
    if _CLOCK.match(context.text, context.numeral.end):
        return True
    if context.opens_sentence and _HOURS.fullmatch(context.written) and re.match(r":\s", context.after):
        return True  # “1030: large crowd marched north”
    if context.unit.name not in ("", "hours") or not (hours := _HOURS.fullmatch(context.written)):
        return False
    return bool(_CLOCK_BEFORE.search(context.before) or (hours["until"] and context.unit.name))


def _is_code(context: Context) -> bool:
    if context.numeral.form == "digits" and len(context.written) > 1 and context.written[0] == "0":
        return True
    if _GOES_ON.match(context.after) and not _UNIT_GLUED_ON.match(context.after):
        return True
    if context.unit.measures and _WORD_BEFORE.search(context.before):
        return False
    hangs = _HANGS_ON.search(context.before[-12:]) and not _ABBREVIATION.search(context.before)
    return bool(hangs) and len(context.written) <= 9


def _is_address(context: Context) -> bool:
    """“1 Whitehall Place”, “S.W. 1”."""
    addressed = _STREET.match(context.after) or _DISTRICT.search(context.before)
    return bool(addressed) and not context.qualified


def _is_type(context: Context) -> bool:
    return bool(_CALIBRE.match(context.after))


def _is_file(context: Context) -> bool:
    """“740.00119 PW/12–1145”: a number of the decimal files."""
    return bool(re.fullmatch(r"\d{3}\.\d{4,}", context.written)) and not context.unit.measures


def _is_dated(context: Context) -> bool:
    """“Vladivostok, 187, October 2, 11 a.m.”: a telegram by its number and day."""
    plain = context.numeral.form == "digits" and not context.unit.name and not context.qualified
    return plain and bool(_DATED.match(context.after))


def _is_formation(context: Context) -> bool:
    """“26 brigade will be based in ...”"""
    return context.written != "1" and not context.has_thousands and bool(_FORMATION.match(context.after))


def _is_note(context: Context) -> bool:
    """The mark of a note at the head of its paragraph: “2 Not printed”, “4 Telegrams 345 and 346”."""
    if context.numeral.form != "digits" or context.numeral.value >= 1000 or context.qualified:
        return False
    if not _NOTE.search(context.before) or not re.match(r"\s[A-Z“]", context.after) or context.shouted:
        return False
    unit = context.unit.name.lower()
    return not unit or context.numeral.value == 1 or unit in STRONG


def _is_day(context: Context) -> bool:
    bare = context.numeral.form == "digits" and context.numeral.value <= 31
    return bare and not context.unit.name and bool(_DAY.search(context.before))


def _is_year(context: Context) -> bool:
    """A bare year that `dates` left, or one with a footnote mark at its end: “in 19573”."""
    numeral, unit = context.numeral, context.unit
    if numeral.form != "digits" or context.qualified:
        return False
    if len(context.written) == 5 and 15_000 <= numeral.value < 21_000:
        return not unit.name and bool(_FUSED_YEAR.search(context.before))
    if len(context.written) != 4 or not 1500 <= numeral.value < 2100:
        return False
    counted = unit.measures or unit.name.rsplit(" ", 1)[-1].lower() in _COUNTED
    return not unit.name or (not counted and bool(_YEAR_WORD.search(context.before)))


_CHECKS = {
    "clock time": _is_clock_time,
    "address": _is_address,
    "type": _is_type,
    "code": _is_code,
    "file": _is_file,
    "label": _is_dated,
    "formation": _is_formation,
    "note": _is_note,
    "day": _is_day,
    "year": _is_year,
}
