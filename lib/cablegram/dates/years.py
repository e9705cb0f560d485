"""Readers of years and of longer or shorter parts of time: 1957-61, the fifties, a season, a quarter."""

import re

from ..edtf import Stretch
from .calendar import day_numbers, is_document_number, read_year
from .patterns import DASH, Found, Place, Words, is_counted
from .words import DECADES, NUMBERS, ROMAN, SEASONS

_year_sign = re.compile(
    r"(?:\b(?:in|since|during|post|pre|years?|throughout|early|late|mid|end|half|quarter|compar(?:ed|ison)\s(?:to|with)"
    r"|circa|ca?\.|at\s(?:least|latest)|as\s(?:early|late)\sas)[\s\-–—]+(?:the\syear\s)?|[(\[])\Z",
    re.I,
)
_weak_year_sign = re.compile(
    r"\b(?:of|by|until|till|before|after|from|for|through|against|between|about|around|than|with|prior\sto|up\sto"
    r"|beginning|including|to\sthe|vs\.)[\s\-–—]+(?:all\sof\s)?\Z",
    re.I,
)
_amount_before = re.compile(
    r"(?<!percent\s)(?<!per\scent\s)(?<!%\s)"
    r"\b(?:total|sum|strength|force|cost|price|maximum|minimum|average|increase|decrease|rate|number|more|less)"
    r"\s(?:of|by|than|to)\s\Z"
)
_continues_year = re.compile(rf"\s?(?:{DASH}|,|and|or|to|through|/|, and)\s?")

# What stands before and after a number of four digits that is a year without a word of time.
_STANDS = (
    # the 1957 level, Kim’s 1984 visit
    (
        r"(?:\b(?i:the|a|its|their|our|this|his|her|my|your)|['’]s)\s\Z",
        r"(?:’s|'s)?\s(?!of\b|to\b|and\b|or\b|from\b)[A-Za-z(]",
    ),
    # 1957 was hard; the cell of a table
    (
        r"(?:\A|[\n\t|]\s?|[.!?;]\s)\Z",
        r"\s(?:was|saw|is|will|has|had|brought|marked)\b|[^\S\n\t]?(?:[\n\t|]|\Z)",
    ),
    # a line “Pyongyang 1957”; “Pyongyang, 1957.”; “(treaty of Kang-hua, 1876)”
    (r"(?:\A|\n)[A-Z][a-z]+\s\Z", r"[^\S\n]?(?:\n|\Z)"),
    (r"[A-Z][A-Za-z]+,\s\Z", r"[).;,]|\s?(?:\n|\Z)"),
    (r"[a-z]{2},\s\Z", r"\)"),
)
_stands = [(re.compile(before), re.compile(after)) for before, after in _STANDS]


def year(words: Words, place: Place) -> Found:
    """A bare number of four digits, where the words round it make it a year."""
    number, before = int(words["year"]), place.before()
    counted = is_counted(place.text, place.end) and not re.search(r"\bIn\s$", before)
    if not 1700 <= number < 2100 or counted or is_document_number(place):
        return None
    if _year_sign.search(before) or _follows_year(place) or _stands_as_year(number, before, place):
        return Stretch.at(number), "absolute"
    # “until 1900” is as often a time of day, “of 2000” an amount.
    round_number = number % 100 == 0 and not (place.anchor and abs(place.anchor.year - number) <= 30)
    if _weak_year_sign.search(before) and not round_number and not _amount_before.search(before):
        return Stretch.at(number), "absolute"
    return None


def _follows_year(place: Place) -> bool:
    """“1956, 1957 and 1958”: the year before this one was one."""
    last = place.previous
    return bool(
        last
        and last.stretch
        and last.kind in ("absolute", "period")
        and place.start - last.end < 12
        and _continues_year.fullmatch(place.text[last.end : place.start])
    )


def _stands_as_year(number: int, before: str, place: Place) -> bool:
    return 1800 <= number < 2030 and any(
        left.search(before) and right.match(place.text, place.end) for left, right in _stands
    )


def years(words: Words, place: Place) -> Found:
    """1959-1961, 1957-61, 1960/61, between 1958 and 1960."""
    first, second = int(words["first"]), words["second"]
    size = 10 ** len(second)
    last = first - first % size + int(second)
    if len(second) == 1 and (last != first + 1 or not _year_sign.search(place.before())):
        return None  # 1961-2 is two years where a word of time says so
    if len(second) == 2 and first >= last and 1 <= int(second) <= 12 and words["join"] == "-":
        return Stretch.at(first, int(second)), "absolute"  # 1961-11
    if not 1700 <= first < last < 2100 or is_counted(place.text, place.end):
        return None
    if is_document_number(place) and not re.search(r"\bFiles?\s$", place.before(6)):
        return None
    if words["join"].strip() == "and" and not re.search(r"\bbetween\s$", place.before(9), re.I):
        return None
    return Stretch((first,), (last,)), "period"


def short_year(words: Words, place: Place) -> Found:
    """’57, after a word of time."""
    if not re.search(r"\b(?:in|of|since|by|until|for|from|early|late|to|and)\s$", place.before(6), re.I):
        return None
    return Stretch.at(read_year(words["year"], place)), "absolute"


def decade(words: Words, place: Place) -> Found:
    """The 1950s, the ’50s, the fifties; the 1800s are a century."""
    name = re.split(r"[ -]", words["decade"].lower())
    if name[-1] in DECADES and not re.search(r"\b(?:the|early|mid|late)[\s-]$", place.before(6), re.I):
        return None
    figures = "19" * (len(name) - 1) + str(DECADES.get(name[-1], words["decade"]))
    first = read_year(figures, place)
    last = first + (99 if first % 100 == 0 and first < 2000 else 9)
    return Stretch((first,), (last,)), "period"


def century(words: Words, place: Place) -> Found:
    number = day_numbers(words["century"])[0]
    return (Stretch((100 * number - 100,), (100 * number - 1,)), "period") if 10 <= number <= 21 else None


_season_of = re.compile(
    r"\sof\s(?:this|last|next|that|the\s(?:same|current))\syear\b"
    r"|(?:\s(?:and|or|to)\s(?:the\s)?(?:early\s|late\s)?|\s?[-–/]\s?)(?:spring|summer|autumn|fall|winter)\b"
)
_season_sign = re.compile(
    r"\b(?:in|of|by|since|until|during|before|after|early|late|mid|this|through|than|from|for|over|throughout"
    r"|towards?)[\s-](?:the\s)?$",
    re.I,
)
_fall_of = re.compile(r"\sof\s")


def season(words: Words, place: Place) -> Found:
    """Spring 1962, the winter of 1960-61; a bare season only after a word that makes it a time."""
    first, found_year = SEASONS[words["season"].lower()], read_year(words.get("year"), place)
    stretch = Stretch((0, first), ((first + 1) // 12, (first + 1) % 12 + 1), floating=True)
    if found_year is not None:
        return stretch.in_year(found_year), "period"
    if _season_of.match(place.text, place.end):
        return stretch, "partial"
    if _fall_of.match(place.text, place.end) or not _season_sign.search(place.before(16)):
        return None
    return stretch, "partial"


def quarter(words: Words, place: Place) -> Found:
    """The second quarter, of a year still to be found."""
    number = ROMAN.get(words["nth"]) or day_numbers(words["nth"])[0]
    stretch = Stretch((0, 3 * number - 2), (0, 3 * number), floating=True)
    found_year = read_year(words.get("year"), place)
    return (stretch, "partial") if found_year is None else (stretch.in_year(found_year), "period")


def fiscal_year(words: Words, place: Place) -> Found:
    return fiscal(read_year(words.get("last") or words["year"], place)), "period"


def fiscal(number: int) -> Stretch:
    """The fiscal year of the United States that bears the number of the year it ends in."""
    start = 7 if number <= 1976 else 10
    return Stretch((number - 1, start), (number, start - 1))


def calendar_year(words: Words, place: Place) -> Found:
    return Stretch.at(read_year(words["year"], place)), "absolute"


def first_months(words: Words, place: Place) -> Found:
    """The first nine months, of a year still to be found."""
    count = words["count"].lower()
    number = 6 if count == "half" else int(count) if count.isdigit() else NUMBERS[count]
    return (Stretch((0, 1), (0, number), floating=True), "partial") if 1 < number < 12 else None
