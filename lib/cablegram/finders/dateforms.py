"""The forms dates are written in, and the conventions by which the vaguer of them are given days.

early, mid-, late; the beginning, middle, end; the first, last part
    of a month: days 1-10, 11-20, 21 to the last (Duckling, `Duckling/Time/EN/Rules.hs`);
    of a year: January-April, May-August, September-December (Duckling has the first and the last);
    of a season or another run of months: its thirds in whole months (as for the year);
    of a decade: its years 0-3, 4-6, 7-9; of a century 00-33, 34-66, 67-99 (this edition, in thirds).
half, quarter
    six months, three months; of a month days 1-15 and 16 to the last, which a fortnight of a month is too.
first days, weeks, months
    without a number the first third; the first days or weeks of a year are its January (this edition).
    The same from the end for the last.
first week of a month; the week of 8 May
    days 1-7, the second 8-14, and so on; the last is its last seven days. The week of, beginning or ending
    with a day: the seven days from it or up to it (this edition).
spring, summer, autumn, winter
    March-May, June-August, September-November, December-February (the `edtf` package for Python, which
    thinks of the northern hemisphere too; but its winter stops at the end of December).
    The winter of 1961 is the one that begins in 1961: EDTF sorts winter (24) after autumn (23).
last week, this week; last weekend
    Monday to Sunday (ISO 8601); Saturday and Sunday.
fiscal year 1962
    that of the United States: July 1961-June 1962; from 1977 on October-September (31 U.S.C. 1102).
since, from ... on; until, by; before, after; more than ... ago
    an open interval with the date named inside it (so does `edtf.natlang` for before and after).
about, nearly
    the mark `~` (ISO 8601-2).
and; or
    `{...}` all of them, `[...]` one of them (ISO 8601-2); days, months or seasons without a gap between them
    are the interval they fill.
last year, the last year, the past year
    the calendar year before; the twelve months up to the anchor after over, during, in, for, within, and
    always for “past” (this edition).
3/8/61, 3.8.61
    the order that the document itself shows by a number above 12; else with strokes as it spells its dates,
    with dots the day first. Where strokes show none, one of the two: `[1961-03-08,1961-08-03]`.
’57, 16 Sep 57
    the year nearest the anchor, at most 25 ahead of it; without one, of 1930 to 2029 (this edition). “May 61”
    is a month where the year lies within fifteen years of the anchor, else the number of a footnote stands
    at the day.
the 8th
    of the month that its sentence has named before it; else the last one up to the anchor, or the next where
    the sentence looks ahead (this edition).
a date without a year
    the last one begun, or the next if it is near or the sentence looks ahead (this edition).
31 June 1961
    the month: a day that the calendar does not have says no more (this edition).
11/23 June 1899
    two days as far apart as the Julian calendar is behind the Gregorian are one day, the later.
in three days, within two years
    the day or year so far ahead; the stretch from the anchor up to it (this edition).
now, soon, presently, at present
    found only where they are asked for: they date next to nothing.

Years of other eras (Juche, Showa, of the Hijra) are not read, nor what is counted from an event (since the
war, that day).
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import NamedTuple

from ..edtf import Stretch
from .anchor import SEASONS, Anchor, looks_ahead
from .numerals import ONES, ORDINALS, TEENS, TENS, either


def first_words(phrases: Iterable[str]) -> str:
    """A pattern of the first words of phrases."""
    return "|".join(dict.fromkeys(phrase.split()[0] for phrase in phrases))


def _in_order(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), 1)}


# with the places where a printer breaks them
_SYLLABLES = (
    "Jan-u-ary Feb-ru-ary March April May June Ju-ly Au-gust Sep-tem-ber Oc-to-ber No-vem-ber De-cem-ber"
)
MONTHS = _in_order(_SYLLABLES.replace("-", ""))
# the second row as letters of the eighteenth and nineteenth centuries have them
_SHORT_MONTHS = "Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Janr?y|Febr?y|Apl|Augt|Septr|Octr|Novr|Decr"
_BY_LETTERS = {name[:3].lower(): number for name, number in MONTHS.items()} | {"apl": 4}
_WEEKDAYS = {name: number - 1 for name, number in _in_order("mon tue wed thu fri sat sun").items()}
ROMAN = _in_order("I II III IV V VI VII VIII IX X XI XII")
DECADES = {f"{ten.removesuffix('y')}ies": number for ten, number in TENS.items()}
DAY_ORDINALS = {word: number for word, number in ORDINALS.items() if number <= 31}
COUNTS = ONES | TEENS | TENS | {"a": 1, "an": 1, "a hundred": 100, "hundred": 100}
HOLIDAYS = {"may day": (5, 1), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25)}
HOLIDAYS |= {"new year's day": (1, 1), "new year's eve": (12, 31)}
# Found only where they are asked for; found, and never given a value.
NOW = "now|right now|soon|presently|at present"
VAGUE = (
    "recently|until recently|lately|of late(?! {MONTH})(?! (?:{SEASON}))(?! [0-9])|in the recent past"
    "|these days|nowadays|currently|by now|till now|until now|up to now|up until now|from now on"
    "|at the moment|at this time|at present time|at the present time|at the present moment"
    "|at the current time|at the current moment|for time being|for the time being|in due course|thus far"
    "|so far|to date|to this day|until the present|up to the present(?: day)?(?: time)?"
    "|to the present(?: day)?(?: time)?|some time ago|a long time ago|a short time ago|not long ago"
    "|the other day|that year|that same year|near future|nearest future|immediate future|distant future"
    "|in the near future|in the immediate future|in the distant future"
)
# Words after which a month or a year is a date.
TIME = (
    "in|of|since|by|until|till|before|after|from|during|for|early|late|mid|this|to|through|throughout|between"
)
TIME += "|than|around|about|beginning"
# Nouns after which a number is no year and no day.
COUNTED = (
    " (?:people|persons|men|women|children|workers|troops|soldiers|officers|students|families|households"
    "|refugees|prisoners|peasants|farmers|members|delegates|employees|specialists|experts|cadres|citizens"
    "|Koreans|Chinese|wounded|dead|casualties|sorties|tons|tonnes|metric|kilomet(?:er|re)s|km|miles|yards"
    "|met(?:er|re)s|feet|barrels|lit(?:er|re)s|grams|kilograms|kg|pounds|dollars|rubles|roubles|won|yuan|francs"
    "|marks|yen|hectares|acres|head|horses|cattle|sheep|pigs|copies|votes|words|letters|units|tanks|aircraft"
    "|planes|rifles|rounds|shells|bombs|vehicles|trucks|tractors|machines|looms|spindles|cases|houses"
    r"|apartments|beds|villages|schools|kilowatts|kw|million|billion|thousand|percent|hours|hrs)\b"
)

# ---- fragments of pattern: {NAME} is one of them, and a space is one break of the line at most, never an
# empty line. Runs of space are bounded, so that matching stays linear in the length of the text.

_SPACE = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,4})?|\n[^\S\n]{0,4})"


# In small letters may, march, august and mar are other words.
_MONTH_NAME = _SYLLABLES.replace("-", r"(?:-\s?\n\s{0,4})?").replace(" ", "|")
SHORT_MONTH = rf"(?!(?-i:mar)\b)(?:{_SHORT_MONTHS})(?![a-z])\.?"
MONTH = rf"(?:(?!(?-i:may|march|august)\b)(?:{_MONTH_NAME})(?![a-z])|{SHORT_MONTH})"
MONTH_STARTS = "|".join(name[:3] for name in _BY_LETTERS)
# Between a month and its day or year: a space, which a full stop may stand for (Nov.8, 3.March).
MONTH_GAP = r"(?: |(?<=\.))"
ROMAN_MONTH = f"(?-i:{either(ROMAN)})"
_DAY_NAMES = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAY = rf"(?-i:(?:{_DAY_NAMES}|{_DAY_NAMES.upper()})(?![A-Za-z]))"
SHORT_WEEKDAY = r"(?-i:(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?:\.|(?=,)))"
SEASON = either(SEASONS)
DECADE = either(DECADES)
HOLIDAY = either(HOLIDAYS)
ORDINAL_STARTS = first_words(word.replace("-", " ") for word in ORDINALS)
ORDINAL_WORD = rf"(?:{either(DAY_ORDINALS)})(?![A-Za-z])"
ORDINAL_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th|d)\b"
COUNT = rf"(?:[0-9]{{1,3}}|{either(COUNTS)})"
YEAR = r"(?:1[5-9]|20)[0-9]{2}"
# The number of a footnote may be glued to a year; a comma and three digits make it another number.
YEAR_END = r"(?=[0-9]{0,2}(?![0-9]))(?!,[0-9]{3}(?![0-9]))"
YEAR_TAIL = (
    r"(?:(?: ?, ?|{MONTH_GAP}|(?<=[a-z])(?=[0-9]{4}))(?:of |in )?(?:the year )?"
    r"(?P<year>{YEAR}{YEAR_END}(?! (?:hours|hrs))|'[0-9]{2}(?![0-9])|\[{YEAR}\]|\({YEAR}\)))"
)
# A day is no day where it goes on as 20,517 or 4:30, nor after a dash as 8 a.m.
SMALL = "[0-3]?[0-9]"
DAY_NUMBER = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9]|,[0-9]{3}(?![0-9])|:[0-9])"
DAY = (
    r"(?:{DAY_NUMBER}|\[{1,2}{DAY_NUMBER}\]{1,2}|\"{DAY_NUMBER}\")"
    r"(?: ?(?:st|nd|rd|th|d)\b)?(?:\.(?= ?(?:[/-]|{MONTH_STARTS}|{YEAR}(?![0-9]))))?"
)
DAYS = (
    r"(?:{DAY}(?:(?:, {DAY}){0,8},? (?:and|or|&) (?:the )?{DAY}(?!{COUNTED})"
    r"| ?[/-] ?{DAY}(?!\s?[ap]\.?\s?m\b)| (?:to|through|thru|until|till) (?:the )?{DAY})?)"
)
_fragment = re.compile(r"\{([A-Z_]+)\}")


def spelled(pattern: str, space: str = _SPACE) -> str:
    """The pattern with its fragments and spaces put in."""
    whole = _fragment.sub(lambda name: spelled(globals()[name[1]], space), pattern)
    return whole.replace(r"\ ", " ").replace(" ", space)


@cache
def compiled(pattern: str) -> re.Pattern:
    """The pattern with its fragments put in, that ignores case; a name may stand in it several times."""
    number = count()
    whole = re.sub(r"\(\?P<([a-z]+)>", lambda name: f"(?P<{name[1]}{next(number)}>", spelled(pattern))
    return re.compile(whole, re.IGNORECASE)


def named_parts(match: re.Match) -> dict[str, str]:
    """The named parts of a match that have words, under the names that the pattern gives them."""
    return {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part}


# One sign for every dash, apostrophe and quotation mark.
FOLDED = str.maketrans(dict.fromkeys("–—‐‑−", "-") | dict.fromkeys("‘’", "'") | dict.fromkeys("“”", '"'))


# ---- readers


class Found(NamedTuple):
    """`text[start:end]` and the time it names, unknown where that is vague or needs an anchor."""

    start: int
    end: int
    stretch: Stretch
    kind: str


@dataclass(frozen=True)
class Place:
    """Where a pattern matched, the words of its parts, and what else its reader may look at.

    `month_first` says by the sign between two numbers whether the month is the first, None where unknown.
    """

    text: str
    start: int
    end: int
    parts: dict[str, str]
    anchor: Anchor
    month_first: dict[str, bool | None]
    previous: Found | None

    def __contains__(self, name: str) -> bool:
        return name in self.parts

    def __getitem__(self, name: str) -> str:
        """The words of a part in small letters with one space between them, empty where it has none."""
        return " ".join(self.parts.get(name, "").lower().split())

    @property
    def days(self) -> list[int]:
        """[3, 9] of “3rd and 9th”, [8] of “eighth”."""
        ordinal = DAY_ORDINALS.get(self["days"])
        return [ordinal] if ordinal else [int(number) for number in re.findall("[0-9]{1,2}", self["days"])]

    @property
    def weekday(self) -> int:
        return _WEEKDAYS[self["weekday"][:3]]

    @property
    def month(self) -> int:
        return _BY_LETTERS[re.sub("[^a-z]", "", self["month"])[:3]]

    @property
    def year(self) -> int | None:
        """The year of four digits; of two, the one nearest the anchor, or of 1930 to 2029."""
        digits = re.sub("[^0-9]", "", self["year"])
        return self.anchor.nearest_century(int(digits)) if len(digits) == 2 else int(digits or 0) or None

    def follows(self, words: str) -> bool:
        """Whether such words stand before it."""
        return bool(compiled(rf"(?:{words})\Z").search(self.text[max(0, self.start - 40) : self.start]))

    def precedes(self, words: str) -> bool:
        """Whether such words stand behind it."""
        return bool(compiled(words).match(self.text, self.end))

    def looks_ahead(self) -> bool:
        return looks_ahead(self.text, self.start, self.end)


# What stretch the words name: one without ends where it is unknown, None where they are no date.
Reader = Callable[[Place], Stretch | None]
FORMS: list[tuple[re.Pattern, re.Pattern, Reader, str]] = []


def reads(first: str, rest: str = "", kind: str = "") -> Callable[[Reader], Reader]:
    """Puts a pattern on its reader, and the kind of what it finds; without one, that of the stretch.

    The pattern is tried at words that begin as `first` does, which is no longer than a word; raises
    `ValueError` where it is.
    """
    if " " in spelled(first, " "):
        raise ValueError(f"the first part of a pattern is one word at most: {first!r}")

    def on_reader(reader: Reader) -> Reader:
        FORMS.append((compiled(first), compiled(f"(?:{first}){rest}"), reader, kind))
        return reader

    return on_reader
