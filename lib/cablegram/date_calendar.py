"""Readers of calendar dates: what days, months, years, decades and seasons a match names."""

import re

from .date_patterns import DASH, SPACE, Found, Place, is_counted
from .date_words import DECADES, MONTH_NAMES, MONTHS, ORDINALS, ROMAN, SEASONS
from .edtf import Point, Stretch, is_real

Words = dict[str, str]  # the named parts of a match that have words


def day_numbers(words: str) -> list[int]:
    """[3, 9] of “3rd and 9th”, [8] of “eighth”."""
    if words.lower() in ORDINALS:
        return [ORDINALS[words.lower()]]
    return [int(number) for number in re.findall(r"[0-9]{1,2}", words)]


def month_number(words: str) -> int:
    return MONTHS[words.rstrip(".").lower()]


def read_year(words: str | None, place: Place) -> int | None:
    """The year of four digits; of two, the one nearest the anchor, or of 1930 to 2029."""
    digits = "".join(re.findall("[0-9]", words or ""))
    if len(digits) != 2:
        return int(digits) if digits else None
    if place.anchor:
        return place.anchor.nearest_century(int(digits))
    return int(digits) + (1900 if int(digits) >= 30 else 2000)


def points_stretch(points: list[Point], words: str, floating: bool) -> Stretch | None:
    """One stretch for the points of a list: from the first to the last, or a set, as they are joined."""
    if not all(is_real(point) for point in points):
        return None
    if len(points) == 1 or re.search(rf"{DASH}|/|\b(?:to|through|thru|until|till)\b", words):
        return Stretch(points[0], points[-1], floating) if points[0] <= points[-1] else None
    return Stretch(min(points), max(points), floating, tuple(points), bool(re.search(r"\bor\b", words)))


def days_of_month(words: Words, place: Place) -> Found:
    """3 and 9 May, the 8th of November, November 30-31, 1956, 081530Z NOV 61."""
    days, month, year = words["days"], month_number(words["month"]), read_year(words.get("year"), place)
    if days.lower() in ORDINALS and re.search(r"\b(?:first|second|last|final)\s$", place.before(8), re.I):
        return None  # the last third of May
    if year is None and len(day_numbers(days)) > 1 and is_counted(place.text, place.end):
        return None
    points = [(year or 0, month, number) for number in day_numbers(days)]
    stretch = points_stretch(points, days, floating=year is None)
    kind = "partial" if year is None else "absolute"
    return stretch and (stretch, "period" if year and stretch.low != stretch.high and not stretch.listed else kind)


def year_then_days(words: Words, place: Place) -> Found:
    """1972 April 4 and 11; but “telegram 1955 December 26” is the number of a telegram."""
    if _numbered.search(place.before()):
        return None
    if words.get("days"):
        return days_of_month(words, place)
    return Stretch.at(int(words["year"]), month_number(words["month"])), "absolute"


def footnoted_day(words: Words, place: Place) -> Found:
    """January 33: the third of January, and a footnote."""
    point = 0, month_number(words["month"]), int(words["day"])
    return (Stretch.at(*point, floating=True), "partial") if is_real(point) else None


def month(words: Words, place: Place) -> Found:
    """November 1961, November."""
    number, year = month_number(words["month"]), read_year(words.get("year"), place)
    if year is not None:
        return Stretch.at(year, number), "absolute"
    return (Stretch.at(0, number, floating=True), "partial") if _means_month(words["month"], place) else None


_before_month = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|before|after|from|during|for|last|next|this|early|late|mid|to|through|"
    r"between|and|or|past|coming|previous|beyond|end|around|about|throughout)[\s\-–—]+|[-–—/(]\s?|\d,\s)$",
    re.I,
)
_after_month = re.compile(
    rf"{SPACE}(?:and|or|to|through){SPACE}(?:early\s|late\s|mid-)?(?:{'|'.join(MONTH_NAMES)})"
    rf"|\s?[-–—/]\s?(?:{'|'.join(MONTH_NAMES)})|{SPACE}of{SPACE}(?:this|last|next|the\ssame)\b"
    rf"|{SPACE}(?:plenums?|plenary|sessions?|meetings?|conferences?|events?|coup|elections?|talks|decisions?)\b"
)
_not_month = re.compile(r"\s(?:Revolution|Socialist|revolution|Uprising|I|we|he|she|it|they|not|God)\b")
_not_month_before = re.compile(r"\b(?:Great|Red|Black|Long|Mr\.|Mrs\.|Miss|General|Theresa|Ernest)\s$")


def _means_month(name: str, place: Place) -> bool:
    """Whether a bare month name is a date: May and March ask for a sign of it, short forms for a full stop."""
    before = place.before()
    if _not_month.match(place.text, place.end) or _not_month_before.search(before):
        return False
    sign = _before_month.search(before) or _after_month.match(place.text, place.end)
    if name not in MONTH_NAMES:
        return bool(sign) and (name.endswith(".") or name.title() in MONTH_NAMES)
    return bool(sign) or name not in ("May", "March")


def numbered_day(words: Words, place: Place) -> Found:
    """1961-11-08, 8.11.1961, 8.XI.61: an order that is known."""
    number = ROMAN.get(words["month"]) or int(words["month"])
    point = read_year(words["year"], place), number, int(words["day"])
    return (Stretch.at(*point), "absolute") if is_real(point) else None


def slashed_day(words: Words, place: Place) -> Found:
    """3/8/61: month or day first as the document shows elsewhere; else one of the two."""
    one, two, year = int(words["one"]), int(words["two"]), read_year(words["year"], place)
    orders = [(year, one, two), (year, two, one)]
    points = sorted({point for point in orders if is_real(point)})
    if len(points) == 2 and place.month_first is not None:
        points = orders[:1] if place.month_first else orders[1:]
    return (points_stretch(points, "or", floating=False), "absolute") if points else None


def month_of_year(words: Words, place: Place) -> Found:
    """6/62 in the title of a file; never part of a fraction or of a document's number."""
    if not re.search(r"(?:[,(;]\s?|[0-9]/[0-9]{2}[-–])$", place.before(6)):
        return None
    return Stretch.at(read_year(words["year"], place), int(words["month"])), "absolute"


_numbered = re.compile(
    r"\b(?:(?:telegrams?|embtels?|deptels?|contels?|circular|airgram|despatch|dispatch|numbers?|pages?|pp?\.|"
    r"paragraphs?|resolutions?|documents?|files?|order|decree|law|room|box|copy|tosec|secto|todel|article|"
    r"report|memorandum|note|lot|fond|list|opis|delo|papka)\s?(?:nos?\.\s?|number\s)?|(?:nos?\.|n[º°])\s?)$",
    re.I,
)
_year_sign = re.compile(
    r"(?:\b(?:in|since|during|year|years|throughout|early|late|mid|end|circa|ca?\.)[\s\-–—]+(?:the\syear\s)?|[(\[])$",
    re.I,
)
_weak_year_sign = re.compile(
    r"\b(?:of|by|until|till|before|after|from|for|through|against|between|about|around|than|with|prior\sto|up\sto|"
    r"beginning|to\sthe|vs\.)[\s\-–—]+(?:all\sof\s)?$",
    re.I,
)
_amount_before = re.compile(
    r"\b(?:total|sum|strength|force|cost|price|maximum|minimum|average|increase|decrease|rate|number|more|less)"
    r"\s(?:of|by|than|to)\s$"
)
_continues_year = re.compile(rf"\s?(?:{DASH}|,|and|or|to|through|/|, and)\s?")
_noun_next = re.compile(r"(?:’s|'s)?\s(?!of\b|to\b|and\b|or\b|from\b)[A-Za-z(]")
_verb_next = re.compile(r"\s(?:was|saw|is|will|has|had|brought|marked)\b")


def year(words: Words, place: Place) -> Found:
    """A bare number of four digits, where the words round it make it a year."""
    number, before = int(words["year"]), place.before()
    if not 1700 <= number < 2100 or is_counted(place.text, place.end) or _numbered.search(before):
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
    """“the 1957 level”, “1957 was hard”, “Pyongyang, 1957.”, the cell of a table."""
    text, end = place.text, place.end
    if not 1800 <= number < 2030:
        return False
    if re.search(r"\b(?:the|a|its|their|our|this|his)\s$", before, re.I):
        return bool(_noun_next.match(text, end))
    if re.search(r"(?:^|[\n\t|]\s?|[.!?]\s)$", before):
        return bool(_verb_next.match(text, end) or re.match(r"[^\S\n\t]?(?:[\n\t|]|$)", text[end : end + 3]))
    return bool(re.search(r"[A-Z][a-z]+,\s$", before) and re.match(r"[).;]|\s?(?:\n|$)", text[end : end + 2]))


def years(words: Words, place: Place) -> Found:
    """1959-1961, 1957-61, 1960/61, between 1958 and 1960."""
    first, second = int(words["first"]), words["second"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    if not 1700 <= first < last < 2100 or is_counted(place.text, place.end) or _numbered.search(place.before()):
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
    spelled = words["decade"].lower() in DECADES
    if spelled and not re.search(r"\b(?:the|early|mid|late)[\s-]$", place.before(6), re.I):
        return None
    first = read_year(str(DECADES[words["decade"].lower()]) if spelled else words["decade"], place)
    last = first + (99 if first % 100 == 0 and first < 2000 else 9)
    return Stretch((first,), (last,)), "period"


def century(words: Words, place: Place) -> Found:
    number = day_numbers(words["century"])[0]
    return (Stretch((100 * number - 100,), (100 * number - 1,)), "period") if 10 <= number <= 21 else None


_season_of = re.compile(r"\sof\s(?:this|last|next|the\s(?:same|current))\syear\b")
_season_sign = re.compile(r"\b(?:in|of|by|since|until|during|before|after|early|late|mid|this|through)[\s-](?:the\s)?$", re.I)
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
    number = day_numbers(words["nth"])[0]
    return Stretch((0, 3 * number - 2), (0, 3 * number), floating=True), "partial"


def fiscal_year(words: Words, place: Place) -> Found:
    number = read_year(words["year"], place)
    start = 7 if number <= 1976 else 10
    return Stretch((number - 1, start), (number, start - 1)), "period"
