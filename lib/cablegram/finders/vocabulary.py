"""Words and patterns that the finders of numbers and dates share.

Lists of words; the one table of number words; the fragments of patterns; and the small language that the
patterns are written in.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources


def numbered(text: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """The words in order, with the numbers they stand for."""
    return {word: first + step * place for place, word in enumerate(text.split())}


def either(phrases: Iterable[str]) -> str:
    """An alternation of phrases, the longer before the shorter."""
    return "|".join(sorted(phrases, key=len, reverse=True))


# ---- numbers

ONES = numbered("one two three four five six seven eight nine")
TEENS = numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", first=10)
TENS = numbered("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10) | {"fourty": 40}
SMALL = ONES | TEENS | TENS
SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "crore": 10**7}
SCALES |= {"million": 10**6, "milliard": 10**9, "billion": 10**9, "trillion": 10**12}
ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS |= {
    f"{ten}-{one}": number + small for ten, number in TENS.items() for one, small in [*ORDINALS.items()][:9]
}
ORDINALS |= {ten.removesuffix("y") + "ieth": number for ten, number in TENS.items()}
PARTS = {"half": 2, "quarter": 4, "hundredth": 100, "thousandth": 1_000}
PARTS |= {word: number for word, number in ORDINALS.items() if number > 2 and "-" not in word}
COUNTS = SMALL | {"a": 1, "an": 1, "a hundred": 100, "hundred": 100}

# ---- lists of words

_WORDS = tomllib.loads((resources.files(__package__) / "vocabulary.toml").read_text(encoding="utf-8"))
LISTS = {name: frozenset(listed.split()) for name, listed in _WORDS.items()}

# ---- the calendar

# with the places where a printer breaks them
_SYLLABLES = (
    "Jan-u-ary Feb-ru-ary March April May June Ju-ly Au-gust Sep-tem-ber Oc-to-ber No-vem-ber De-cem-ber"
)
MONTHS = numbered(_SYLLABLES.replace("-", ""))
MONTHS_BY_LETTERS = {name[:3].lower(): number for name, number in MONTHS.items()} | {"apl": 4}
_DAY_NAMES = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(_DAY_NAMES.split("|"))}
ROMAN = numbered("I II III IV V VI VII VIII IX X XI XII")
DECADES = {f"{ten.removesuffix('y')}ies": number for ten, number in TENS.items()}
DAY_ORDINALS = {word: number for word, number in ORDINALS.items() if number <= 31}
HOLIDAYS = {"may day": (5, 1), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25)}
HOLIDAYS |= {"new year's day": (1, 1), "new year's eve": (12, 31)}

# ---- patterns

# What a pattern calls `{NAME}`.
FRAGMENTS = {name: either(listed) for name, listed in LISTS.items()}
FRAGMENTS |= {
    "MEASURE": either(LISTS["MEASURE"] | LISTS["TIME_UNIT"]),
    "ONE": either(ONES),
    "TEN": either(TENS),
    "SMALL": either(SMALL),
    "SCALE": either(SCALES),
    "PART": either(PARTS),
    "DECADE": either(DECADES),
    "GAP": r"[^\S\n]{1,2}\n?|\n|[-‐‑–](\r?\n)?",  # a space, a hyphen or the end of a line inside a number
    "LARGE": either(SCALES.keys() - {"hundred"}),
    # In small letters may, march, august and mar are other words; the second row of short forms is that of
    # letters of the eighteenth and nineteenth centuries.
    "MONTH_NAME": _SYLLABLES.replace("-", r"(-\s?\n\s{0,4})?").replace(" ", "|"),
    "SHORT_MONTH": r"(?!(?-i:mar)\b)(Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Janr?y|Febr?y|Apl|Augt|Septr|Octr|Novr|Decr)(?![a-z])\.?",
    "MONTH": r"(?!(?-i:may|march|august)\b){MONTH_NAME}(?![a-z])|{SHORT_MONTH}",
    "MONTH_STARTS": "|".join(name[:3] for name in MONTHS_BY_LETTERS),
    # Between a month and its day or year: a space, which a full stop may stand for (Nov.8, 3.March).
    "MONTH_GAP": r" |(?<=\.)",
    "ROMAN_MONTH": f"(?-i:{either(ROMAN)})",
    "WEEKDAY": rf"(?-i:({_DAY_NAMES}|{_DAY_NAMES.upper()})(?![A-Za-z]))",
    "SHORT_WEEKDAY": r"(?-i:(Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(\.|(?=,)))",
    "HOLIDAY": either(HOLIDAYS),
    "SEASON": "spring|summer|autumn|winter|fall",
    "ORDINAL_STARTS": "|".join(dict.fromkeys(word.split("-")[0] for word in ORDINALS)),
    "ORDINAL_WORD": f"({either(DAY_ORDINALS)})(?![A-Za-z])",
    "ORDINAL_NUMBER": r"[0-9]{1,2}(st|nd|rd|th|d)\b",
    "COUNT": f"[0-9]{{1,3}}|{either(COUNTS)}",
    "NUMBER": "[0-3]?[0-9]",
    "YEAR": "(1[5-9]|20)[0-9]{2}",
    # The number of a footnote may be glued to a year; a comma and three digits make it another number.
    "YEAR_END": "(?=[0-9]{0,2}(?![0-9]))(?!,[0-9]{3}(?![0-9]))",
    "YEAR_TAIL": r"( ?, ?|{MONTH_GAP}|(?<=[a-z])(?=[0-9]{4}))(of |in )?(the year )?"
    r"(?P<year>{YEAR}{YEAR_END}(?! (hours|hrs))|'[0-9]{2}(?![0-9])|\[{YEAR}\]|\({YEAR}\))",
    # A day is no day where it goes on as 20,517 or 4:30, nor after a dash as 8 a.m.
    "DAY_NUMBER": "(3[01]|[12][0-9]|0?[1-9])(?![0-9]|,[0-9]{3}(?![0-9])|:[0-9])",
    "DAY": r"({DAY_NUMBER}|\[{1,2}{DAY_NUMBER}\]{1,2}|\"{DAY_NUMBER}\")( ?(st|nd|rd|th|d)\b)?"
    r"(\.(?= ?([/-]|{MONTH_STARTS}|{YEAR}(?![0-9]))))?",
    "DAYS": r"{DAY}((, {DAY}){0,8},? (and|or|&) (the )?{DAY}(?!{COUNTED})| ?[/-] ?{DAY}(?!\s?[ap]\.?\s?m\b)"
    "| (to|through|thru|until|till) (the )?{DAY})?",
    # Words after which a month or a year is a date.
    "TIME": "in|of|since|by|until|till|before|after|from|during|for|early|late|mid|this|to|through|throughout"
    "|between|than|around|about|beginning",
    "COUNTED": rf" (({either(LISTS['MEASURE'] - {'time'})})s|{either(LISTS['COUNTED'])})\b",
}
# One break of the line at most, never an empty line; bounded, so that matching stays linear in the text.
_SPACE = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,4})?|\n[^\S\n]{0,4})"
# What a pattern has of its own; an escaped character and a class of characters stay as they are.
_OWN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^]\\])*\]|\((?!\?)|\(\?P<([a-z_]+)>| ")


def spelled(text: str) -> str:
    """The pattern with its fragments put in."""
    return re.sub(r"\{([A-Z_]+)\}", lambda name: f"({spelled(FRAGMENTS[name[1]])})", text)


@cache
def pattern(text: str) -> re.Pattern:
    """The regular expression of a phrase, in any case: brackets group, a space is white space in a paragraph.

    A name may stand in it several times; `named_parts` tells the words of a match by it.

    >>> pattern("at( the very)? least").match("At the\\nvery  least")[0]
    'At the\\nvery  least'
    """
    names: list[str] = []

    def plain(own: re.Match) -> str:
        if own[1]:
            names.append(own[1])
            return f"(?P<{own[1]}{len(names) if own[1] in names[:-1] else ''}>"
        return {"(": "(?:", " ": _SPACE}.get(own[0], re.sub(r"(?<![\[\\]) ", r"\\s", own[0]))

    return re.compile(_OWN.sub(plain, spelled(text)), re.IGNORECASE)


def before(text: str, place: int, words: str, reach: int = 40, floor: int = 0) -> re.Match | None:
    """The match of such words directly before a place, at most so far back and not before `floor`."""
    return pattern(rf"({words})\Z").search(text, max(floor, place - reach), place)


def named_parts(match: re.Match, lower: bool = False) -> dict[str, str]:
    """The named parts of a match that have words, under the names that the pattern gives them."""
    parts = {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part}
    return {name: part.lower() for name, part in parts.items()} if lower else parts
