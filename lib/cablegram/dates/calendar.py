"""Readers of calendar dates: what days, months, years, decades and seasons a match names."""

import re

from ..edtf import Point, Stretch, is_real
from .patterns import DASH, MONTH, SPACE, Found, Place, Words, is_counted
from .words import HOLIDAYS, MONTH_NAMES, MONTHS, ORDINALS, ROMAN


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


# What makes a figure the number of a paper: GM 62-10 November 1962, copy Nº 5.
_number_before = re.compile(r"(?:[0-9][-–/.]|\b[Nn]o\.\s?|N[º°]\s?)\Z")


def days_of_month(words: Words, place: Place) -> Found:
    """3 and 9 May, the 8th of November, November 30-31, 1956, 081530Z NOV 61."""
    days, month, year = words["days"], month_number(words["month"]), read_year(words.get("year"), place)
    if days.lower() in ORDINALS and re.search(r"\b(?:first|second|last|final)\s$", place.before(8), re.I):
        return None  # the last third of May
    if year is None and is_counted(place.text, place.end) and _counts(days, place):
        return None  # November 8 and 20 people; in May 20 people
    if place.text[place.start].isdigit() and _number_before.search(place.before(4)):
        return None
    points = [(year or 0, month, number) for number in day_numbers(days)]
    stretch = points_stretch(points, days, floating=year is None)
    kind = "partial" if year is None else "absolute"
    return stretch and (
        stretch,
        "period" if year and stretch.low != stretch.high and not stretch.listed else kind,
    )


def _counts(days: str, place: Place) -> bool:
    """Whether the number before a counted noun is no day: the last of a list, or one after “in May”."""
    return bool(
        re.search(r"\b(?:and|or)\b|&", days) or re.search(r"\b(?:in|during)\s$", place.before(8), re.I)
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


def month_of_short_year(words: Words, place: Place) -> Found:
    """Dec. 61, where the year is near the anchor; else the 61 is a day and a footnote."""
    year = read_year(words["year"], place)
    if not place.anchor or abs(year - place.anchor.year) > 15:
        return None
    return Stretch.at(year, month_number(words["month"])), "absolute"


def holiday(words: Words, place: Place) -> Found:
    """May Day, New Year's Eve 1961."""
    day, year = HOLIDAYS[_plain(words["holiday"])], read_year(words.get("year"), place)
    return Stretch.at(year or 0, *day, floating=year is None), "absolute" if year else "partial"


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


def month(words: Words, place: Place) -> Found:
    """November 1961, November."""
    number, year = month_number(words["month"]), read_year(words.get("year"), place)
    if year is not None and year < 1800 and is_counted(place.text, place.end):
        return None  # in May 1500 people
    if year is not None:
        return Stretch.at(year, number), "absolute"
    return (Stretch.at(0, number, floating=True), "partial") if _means_month(words["month"], place) else None


_before_month = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|before|after|from|during|for|last|next|this|early|late|mid|to|through|"
    r"between|and|or|past|coming|previous|beyond|than|as|least|end|around|about|throughout|week|compared\s(?:to|with))[\s\-–—]+|[-–—/(]\s?|\d,\s)$",
    re.I,
)
_after_month = re.compile(
    rf"(?:,|{SPACE}(?:and|or|to|through)){SPACE}(?:early\s|late\s|mid-)?{MONTH}"
    rf"|\s?(?:[-–—/])\s?{MONTH}|{SPACE}of{SPACE}(?:this|last|next|that|the\ssame)\b|{SPACE}(?:last|next)[.,;]"
    rf"|{SPACE}(?:plenums?|plenary|sessions?|meetings?|conferences?|events?|coup|elections?|talks|decisions?)\b"
)
_not_month = re.compile(r"\s(?:Revolution|Socialist|revolution|Uprising)\b")
# April Glaspie is a person, the August Plenum is not.
_name_next = re.compile(r" [A-Z][a-z]")
_article_before = re.compile(r"\b(?i:the|this|that|our|their|its|an?)\s\Z")
_not_month_before = re.compile(r"\b(?:Great|Red|Black|Long|Mr\.|Mrs\.|Miss|General|Theresa|Ernest)\s$")


def _means_month(name: str, place: Place) -> bool:
    """Whether a bare month name is a date: May and March ask for a sign of it, short forms for a stop."""
    before = place.before()
    if _not_month.match(place.text, place.end) or _not_month_before.search(before):
        return False
    if _after_month.match(place.text, place.end):
        return True
    if _before_month.search(before):
        spelled = name.endswith(".") or name.title() in MONTH_NAMES
        return spelled or (name.title() != "Mar" and not _name_next.match(place.text, place.end))
    name = name.title() if name.isupper() else name
    if name not in MONTH_NAMES or name in ("May", "March"):
        return False
    return not _name_next.match(place.text, place.end) or bool(_article_before.search(before))


def numbered_day(words: Words, place: Place) -> Found:
    """1961-11-08, 8.11.1961, 8.XI.61, 10-11.11.1961: an order that is known."""
    number, year = ROMAN.get(words["month"]) or int(words["month"]), read_year(words["year"], place)
    stretch = points_stretch(
        [(year, number, day) for day in day_numbers(words["days"])], words["days"], False
    )
    return stretch and (stretch, "absolute" if stretch.low == stretch.high else "period")


def dotted_day(words: Words, place: Place) -> Found:
    """8.11.1961, the day first; 10.30.1962, and then every other date with dots in the document."""
    if int(words["month"]) > 12 or (
        place.order.dotted and words["days"].isdigit() and int(words["days"]) <= 12
    ):
        words = words | {"days": words["month"], "month": words["days"]}
    return numbered_day(words, place) if words["month"].isdigit() else None


def slashed_day(words: Words, place: Place) -> Found:
    """3/8/61: month or day first as the document shows elsewhere; else one of the two."""
    one, two, year = int(words["one"]), int(words["two"]), read_year(words["year"], place)
    orders = [(year, one, two), (year, two, one)]
    points = sorted({point for point in orders if is_real(point)})
    if len(points) == 2 and place.order.slashed is not None:
        points = orders[:1] if place.order.slashed else orders[1:]
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
