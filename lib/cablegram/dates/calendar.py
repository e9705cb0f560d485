"""Readers of calendar dates: what days, months, years, decades and seasons a match names."""

import re

from ..edtf import Point, Stretch, is_real
from .patterns import DASH, SPACE, Found, Place, is_counted
from .words import MONTH_NAMES, MONTHS, ORDINALS, ROMAN

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
    if re.search(r"\b(?:and|or)\b|&", days) and year is None and is_counted(place.text, place.end):
        return None  # November 8 and 20 people
    if place.text[place.start].isdigit() and re.search(r"[0-9][-–/.]$", place.before(2)):
        return None  # the tail of a number: GM 62-10 November 1962
    points = [(year or 0, month, number) for number in day_numbers(days)]
    stretch = points_stretch(points, days, floating=year is None)
    kind = "partial" if year is None else "absolute"
    return stretch and (
        stretch,
        "period" if year and stretch.low != stretch.high and not stretch.listed else kind,
    )


def year_then_days(words: Words, place: Place) -> Found:
    """1972 April 4 and 11; but “telegram 1955 December 26” is the number of a telegram."""
    if is_document_number(place):
        return None
    if words.get("days"):
        return days_of_month(words, place)
    return Stretch.at(int(words["year"]), month_number(words["month"])), "absolute"


def roman_day(words: Words, place: Place) -> Found:
    """28/VII: a day and a month in Roman figures, unless it is the number of a document."""
    point = 0, ROMAN[words["roman"]], int(words["days"])
    if not is_real(point) or is_document_number(place):
        return None
    return Stretch.at(*point, floating=True), "partial"


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
    r"between|and|or|past|coming|previous|beyond|than|as|least|end|around|about|throughout)[\s\-–—]+|[-–—/(]\s?|\d,\s)$",
    re.I,
)
_after_month = re.compile(
    rf"(?:,|{SPACE}(?:and|or|to|through)){SPACE}(?:early\s|late\s|mid-)?(?:{'|'.join(MONTH_NAMES)})"
    rf"|\s?[-–—/]\s?(?:{'|'.join(MONTH_NAMES)})|{SPACE}of{SPACE}(?:this|last|next|the\ssame)\b"
    rf"|{SPACE}(?:plenums?|plenary|sessions?|meetings?|conferences?|events?|coup|elections?|talks|decisions?)\b"
)
_not_month = re.compile(r"\s(?:Revolution|Socialist|revolution|Uprising)\b")
_not_month_before = re.compile(r"\b(?:Great|Red|Black|Long|Mr\.|Mrs\.|Miss|General|Theresa|Ernest)\s$")


def _means_month(name: str, place: Place) -> bool:
    """Whether a bare month name is a date: May and March ask for a sign of it, short forms for a stop."""
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


def is_document_number(place: Place) -> bool:
    """Whether the word before makes the number that of a telegram, a page, a resolution."""
    return bool(_numbered.search(place.before()))
