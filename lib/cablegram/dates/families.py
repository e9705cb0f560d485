"""The grammar of dates that stand by themselves: a row per family, pattern and reader, tried in order."""

import re
from collections.abc import Callable

from . import calendar as calendar
from . import relative as relative
from . import years as years
from .patterns import (
    COUNT,
    DASH,
    DAY,
    DAYS,
    MAYBE_SPACE,
    MONTH,
    ORDINAL,
    ORDINAL_WORD,
    SHORT_MONTH,
    SHORT_WEEKDAY,
    SPACE,
    WEEKDAY,
    YEAR,
    YEAR_END,
    YEAR_TAIL,
    Found,
    Place,
)
from .words import DECADES, SEASONS, VAGUE

Reader = Callable[[calendar.Words, Place], Found]

_UNITS = "days?|weeks?|months?|years?|decades?|fortnights?"
_SEASON = "|".join(SEASONS)
_ROMAN = "XII|XI|IX|IV|VIII|VII|VI|V|III|II|I|X"
_SMALL = r"[0-3]?[0-9]"
_SHORT_YEAR = r"['‘’]?[0-9]{2}(?![0-9])"
_NO_MORE = r"(?![0-9]|[-./][0-9]+(?![0-9]*[./]))"
_ADVERB = rf"(?=[.,;:)]|{SPACE}(?:in|on|at|to|from|by|and|or|for|with|since|the)\b|\s*$)"
_WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?{SPACE})?"
VAGUE_WORDS = "|".join(
    re.escape(words).replace(r"\ ", SPACE) for words in sorted(VAGUE, key=len, reverse=True)
)

# Dates that begin with a digit, a bracket or an apostrophe.
FIGURES: list[tuple[str, Reader]] = [
    # 1961-11-08; 8.11.1961; 8.XI.61; 3/8/61
    (
        rf"(?P<year>{YEAR})(?P<dot>[-./])(?P<month>[01]?[0-9])(?P=dot)(?P<day>{_SMALL}){_NO_MORE}",
        calendar.numbered_day,
    ),
    (
        rf"(?P<day>{_SMALL})\. ?(?P<month>[01]?[0-9])\. ?(?P<year>{YEAR}|[3-9][0-9]){_NO_MORE}",
        calendar.numbered_day,
    ),
    (
        rf"(?P<day>{_SMALL})(?P<dot>[./ -]) ?(?P<month>{_ROMAN})(?P=dot) ?(?P<year>{YEAR}|[3-9][0-9])\b",
        calendar.numbered_day,
    ),
    (
        rf"(?P<one>{_SMALL})(?P<dot>[/-])(?P<two>{_SMALL})(?P=dot)(?P<year>{YEAR}|(?<=/)[0-9]{{2}}){_NO_MORE}",
        calendar.slashed_day,
    ),
    # the date-time group of a telegram: 081530Z NOV 61
    (
        rf"(?P<days>[0-3][0-9])[0-9]{{4}}Z?{SPACE}(?P<month>{MONTH}){SPACE}(?P<year>{YEAR}|{_SHORT_YEAR})",
        calendar.days_of_month,
    ),
    # 1972 April 4 and 11
    (
        rf"(?P<year>{YEAR})\]?{SPACE}(?P<month>{MONTH})(?:{SPACE}(?P<days>{DAYS}))?(?![0-9A-Za-z])",
        calendar.year_then_days,
    ),
    # 13.June.1951, 8-Nov-61, 16 Sep 57, 6 November 57
    (
        rf"(?P<days>{_SMALL})(?P<dot>[.-])(?P<month>{MONTH})(?P=dot)(?P<year>{YEAR}|[0-9]{{2}})(?![0-9])",
        calendar.days_of_month,
    ),
    (
        rf"(?P<days>{DAYS})(?:{SPACE}|-)(?P<month>{SHORT_MONTH})(?:{SPACE}|-)(?P<year>{_SHORT_YEAR}|(?<=-){YEAR})(?![:.,][0-9])",
        calendar.days_of_month,
    ),
    (
        rf"(?P<days>{DAYS}){SPACE}(?P<month>{MONTH}){SPACE}(?P<year>['‘’][0-9]{{2}}|[3-9][0-9](?=[.,;:)\]]?(?:\s*\n|$)))(?![0-9])",
        calendar.days_of_month,
    ),
    # 3 and 9 May 1961, the 8th of November, 3./4. March
    (
        rf"(?P<days>{DAYS})(?:{SPACE}(?:day{SPACE})?(?:of{SPACE})?|-)(?P<month>{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    (rf"(?P<days>{DAY})(?:{SPACE}(?:of{SPACE})?|-)(?P<month>{MONTH}){YEAR_TAIL}?", calendar.days_of_month),
    # 28/VII
    (rf"(?P<days>{_SMALL})[./](?P<roman>{_ROMAN})(?![A-Za-z0-9]|[./][0-9A-Za-z])", calendar.roman_day),
    # the 10th of this month; on the 5th
    (
        rf"(?P<day>{ORDINAL}){SPACE}(?:of{SPACE}(?P<which>this|last|next|the{SPACE}current|the{SPACE}present){SPACE}month\b"
        r"|(?P<which2>instant|inst\.|ultimo|ult\.|proximo|prox\.))",
        relative.day_of_this_month,
    ),
    (
        rf"(?<=\bon\sthe\s)(?P<day>[0-9]{{1,2}}(?:st|nd|rd|th|d))(?=[.,;:)]|$"
        rf"|{SPACE}(?:at|and|I|he|she|we|they|it|the|that|in|by|to|a|for)\b)",
        relative.bare_day,
    ),
    # 6/62
    (rf"(?P<month>1[0-2]|0?[1-9])/(?P<year>[3-9][0-9]|{YEAR})(?![0-9/])", calendar.month_of_year),
    # the 1950s, the ’50s; the 19th century
    (r"(?P<decade>(?:1[5-9]|20)[0-9]0|['‘’]?[2-9]0)['‘’]?s\b", years.decade),
    (r"(?P<century>[0-9]{2}(?:st|nd|rd|th))[ -](?i:century)\b", years.century),
    # 1959-1961, 1960/61, 1958 to 1960; 1957; ’57
    (
        rf"(?P<first>{YEAR})(?P<join>{MAYBE_SPACE}(?:{DASH}|/){MAYBE_SPACE}|{SPACE}(?:to|through|and){SPACE})"
        rf"(?P<second>{YEAR}|(?<=[-–—‐‑/])[0-9]{{2}}){YEAR_END}(?!-[0-9])",
        years.years,
    ),
    (rf"(?P<year>{YEAR}){YEAR_END}", years.year),
    (r"['‘’](?P<year>[3-9][0-9])(?![0-9A-Za-z])", years.short_year),
    # the 2nd quarter
    (r"(?P<nth>1st|2nd|3rd|4th|2d|3d) (?i:quarter)\b(?! of\b| century| hour| mile)", years.quarter),
]

# Dates that begin with a word.
WORDS: list[tuple[str, Reader]] = [
    # Monday, 3 May 1961
    (
        rf"(?:{WEEKDAY}|{SHORT_WEEKDAY}),?{SPACE}(?:the{SPACE})?(?P<days>{DAYS}|{ORDINAL_WORD}){SPACE}(?:of{SPACE})?"
        rf"(?P<month>{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    # November 6, 1957; May 3 to 9; November the 8th
    (
        rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH}){SPACE}(?:the{SPACE})?(?P<days>{DAYS}|{ORDINAL_WORD})(?![0-9]|{MAYBE_SPACE}{MONTH})"
        rf"{YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    (
        rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH}){SPACE}(?:the{SPACE})?(?P<days>{DAY})(?![0-9]|{MAYBE_SPACE}{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    # January 33
    (
        rf"(?P<month>{MONTH}){SPACE}(?!(?:{YEAR}|3[01]|[12]?[0-9])(?![0-9]))(?P<day>3[01]|[12][0-9]|[1-9])(?=[1-9][0-9]?(?![0-9]|[,.][0-9]))",
        calendar.footnoted_day,
    ),
    # November 1961, Nov ’61, November
    (rf"(?P<month>{MONTH})(?:{YEAR_TAIL}|[ -](?P<year2>['‘’][0-9]{{2}}(?![0-9])))?", calendar.month),
    # the eighth of November
    (
        rf"(?P<days>{ORDINAL_WORD}){SPACE}(?:day{SPACE})?(?:of{SPACE})?(?P<month>{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    (
        rf"(?:{WEEKDAY},?{SPACE}(?:the{SPACE})?)?(?P<day>{ORDINAL}){SPACE}(?:of{SPACE}(?P<which>this|last|next|the{SPACE}current|the{SPACE}present){SPACE}month\b"
        r"|(?P<which2>instant|inst\.|ultimo|ult\.|proximo|prox\.))",
        relative.day_of_this_month,
    ),
    # the first nine months
    (
        rf"(?i:first){SPACE}(?:(?P<count>{COUNT}){SPACE}months|(?P<count2>(?i:half))[ -]year)\b"
        rf"(?!{SPACE}(?:of|in)\b)",
        years.first_months,
    ),
    (rf"(?P<century>{ORDINAL_WORD})[ -](?i:century)\b", years.century),
    (r"(?P<nth>(?i:first|second|third|fourth)) (?i:quarter)\b(?! of\b| century| hour| mile)", years.quarter),
    (rf"(?P<decade>(?i:{'|'.join(DECADES)}))\b", years.decade),
    # Q1 1959
    (rf"(?P<nth>Q[1-4])(?:{SPACE}(?:of{SPACE})?(?P<year>{YEAR}))?(?![0-9A-Za-z])", years.quarter),
    # fiscal year 1962
    (
        rf"(?:FY|(?i:fiscal)(?:{SPACE}(?i:years?))?)[ -]?(?P<year>{YEAR}|['‘’]?[0-9]{{2}})"
        r"(?:[-–/](?P<last>[0-9]{2}))?(?![0-9])",
        years.fiscal_year,
    ),
    # last summer; the winter of 1960-61
    (
        rf"(?i:(?P<which>last|past|this|next|coming){SPACE}(?P<season>{_SEASON}))\b(?!{SPACE}of\b)",
        relative.which_season,
    ),
    (
        rf"(?i:(?P<season>{_SEASON}))\b(?:,?{SPACE}(?:of{SPACE})?(?P<year>{YEAR})(?:[-–/](?:{YEAR}|[0-9]{{2}}))?\b)?",
        years.season,
    ),
    # yesterday, this morning, the day before yesterday
    (
        rf"(?i:day{SPACE}(?P<further>before|after){SPACE}(?P<word>yesterday|tomorrow)"
        rf"|(?P<word2>to-?day|to-?night|yesterday|to-?morrow)(?:{SPACE}(?:morning|afternoon|evening|night))?"
        rf"|(?P<word3>this){SPACE}(?:morning|afternoon|evening)|(?P<word4>last){SPACE}(?:night|evening))\b",
        relative.day_word,
    ),
    # last year, next month, the year before last, the following day
    (
        rf"(?i:(?P<unit>week|month|year){SPACE}(?:before{SPACE}(?P<word>last)|after{SPACE}(?P<word2>next)))\b",
        relative.before_last,
    ),
    (
        rf"(?i:(?P<which>last|past|this|current|present|next|coming|previous|preceding|following|same){SPACE}"
        r"(?:calendar\s)?(?P<unit>day|week|month|quarter|year|decade|century))\b(?!-)",
        relative.whole_unit,
    ),
    (
        rf"(?i:(?P<which>last|past|this|next|coming)){SPACE}(?P<month>{MONTH})(?:{SPACE}(?P<days>{DAYS}))?(?!{SPACE}[0-9])",
        relative.which_month,
    ),
    (
        rf"(?i:(?P<unit>week|month|quarter|year|decade|century))\b(?!-|{SPACE}(?:before|after|of|ago)\b)",
        relative.mentioned_unit,
    ),
    # the past two months, the last few years; recent weeks
    (
        rf"(?i:(?P<which>recent|previous|preceding|past|coming){SPACE}(?P<unit>days|weeks|months|years|decades|times))\b",
        relative.unplaced,
    ),
    (
        rf"(?i:(?P<which>last|past|next|coming|following|previous|preceding){SPACE}"
        rf"(?:(?P<count>{COUNT}|half)|few|several|couple{SPACE}of){SPACE}(?P<unit>{_UNITS}))\b",
        relative.lately,
    ),
    # every day, each Monday, annually
    (
        rf"(?i:every|each){SPACE}(?:(?i:other|few|{COUNT}){SPACE})?"
        rf"(?:{WEEKDAY}|(?i:days?|nights?|mornings?|evenings?|weeks?|months?|quarters?|years?))\b",
        relative.recurring,
    ),
    (r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b", relative.recurring),
    (rf"(?:annually|yearly|monthly|weekly|daily){_ADVERB}", relative.recurring),
    # last Monday, Monday
    (rf"(?:(?i:(?P<which>last|past|this|next|coming)){SPACE})?(?P<weekday>{WEEKDAY})", relative.weekday),
    (rf"(?i:{VAGUE_WORDS})\b(?!{SPACE}as\b|{SPACE}and{SPACE}(?:then|again)\b)", relative.unplaced),
]

# Three days ago: begins with a figure or with a word.
BOTH: list[tuple[str, Reader]] = [
    (
        rf"(?i:(?:(?P<count>{COUNT}|half{SPACE}an?)|(?:a{SPACE})?(?:few|couple{SPACE}of)|several|some|many){SPACE}"
        rf"(?P<unit>{_UNITS}){SPACE}(?P<way>ago|hence|from{SPACE}now|earlier|later))\b",
        relative.ago,
    ),
]
