"""The grammar of dates that begin with a word: a row per family, pattern and reader, tried in order."""

import re

from . import calendar, days, relative, years
from .patterns import (
    COUNT,
    DASH,
    DAY,
    DAYS,
    MAYBE_SPACE,
    MONTH,
    MONTH_GAP,
    OF_MONTH,
    ORDINAL_FIGURE,
    ORDINAL_WORD,
    SHORT_WEEKDAY,
    SPACE,
    WEEKDAY,
    YEAR,
    YEAR_END,
    YEAR_TAIL,
    Family,
)
from .words import DECADES, HOLIDAYS, SEASONS, VAGUE

_UNITS = "days?|weeks?|months?|years?|decades?|centur(?:y|ies)|fortnights?"
_SEASON = "|".join(SEASONS)
_THIS = rf"(?:(?i:this){SPACE}(?=past|coming))?"
_PAPER = (
    rf"(?!{SPACE}(?:Evening{SPACE})?(?:Post|Times|Telegraph|Express|Herald|Review|News|Mirror|Observer)\b)"
)
_WHICH = rf"{_THIS}(?i:(?P<which>last|past|this|next|coming)){SPACE}"
_ADVERB = rf"(?=[.,;:)]|{SPACE}(?:in|on|at|to|from|by|and|or|for|with|since|the)\b|\s*$)"
_WEEKDAY_BEFORE = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?{SPACE})?"
_HALF = rf"{SPACE}and{SPACE}a{SPACE}half"
_AMOUNT = (
    rf"(?P<count>{COUNT}|half{SPACE}an?)"
    rf"(?:(?P<half>{_HALF})|(?P<join>{MAYBE_SPACE}{DASH}{MAYBE_SPACE}|{SPACE}(?:or|to){SPACE})(?P<most>{COUNT}))?"
)


def _phrases(phrases: tuple[str, ...]) -> str:
    """A pattern for any of the phrases, the longer tried first."""
    spelled = (re.escape(phrase).replace(r"\ ", SPACE) for phrase in sorted(phrases, key=len, reverse=True))
    return "|".join(spelled).replace("'", "['’]")


VAGUE_WORDS, HOLIDAY_WORDS = _phrases(VAGUE), _phrases(tuple(HOLIDAYS))

WORDS: list[Family] = [
    # Monday, 3 May 1961
    (
        rf"(?:{WEEKDAY}|{SHORT_WEEKDAY}),?{SPACE}(?:the{SPACE})?(?P<days>{DAYS}|{ORDINAL_WORD}){SPACE}(?:of{SPACE})?"
        rf"(?P<month>{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    # May Day
    (rf"(?i:(?P<holiday>{HOLIDAY_WORDS}))\b{YEAR_TAIL}?", calendar.holiday),
    # November 6, 1957; May 3 to 9; November the 8th
    (
        rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH}){MONTH_GAP}(?:the{SPACE})?(?P<days>{DAYS}|{ORDINAL_WORD})(?![0-9]|{MAYBE_SPACE}{MONTH})"
        rf"{YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    (
        rf"{_WEEKDAY_BEFORE}(?P<month>{MONTH}){MONTH_GAP}(?:the{SPACE})?(?P<days>{DAY})(?![0-9]|{MAYBE_SPACE}{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    # Dec. 61; January 33
    (
        rf"(?P<month>{MONTH}){MONTH_GAP}(?P<year>3[2-9]|[4-9][0-9])(?![0-9:%]|[.,][0-9])",
        calendar.month_of_short_year,
    ),
    (
        rf"(?P<month>{MONTH}){SPACE}(?!(?:{YEAR}|3[01]|[12]?[0-9])(?![0-9]))(?P<day>3[01]|[12][0-9]|[1-9])(?=[1-9][0-9]?(?![0-9]|[,.][0-9]))",
        calendar.footnoted_day,
    ),
    # November 1961, Nov ’61, November
    (rf"(?P<month>{MONTH})(?:{YEAR_TAIL}|-(?P<year2>['‘’][0-9]{{2}}(?![0-9])))?", calendar.month),
    (rf"(?P<month>{MONTH})", calendar.month),
    # the eighth of November
    (
        rf"(?P<days>{ORDINAL_WORD}){SPACE}(?:day{SPACE})?(?:of{SPACE})?(?P<month>{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    (
        rf"(?:{WEEKDAY},?{SPACE}(?:the{SPACE})?)?(?P<days>{ORDINAL_FIGURE}|{ORDINAL_WORD}){OF_MONTH}",
        days.days_of_this_month,
    ),
    # the first nine months
    (
        rf"(?i:first){SPACE}(?:(?P<count>{COUNT}){SPACE}months|(?P<count2>(?i:half))[ -]year)\b"
        rf"(?!{SPACE}(?:of|in)\b)",
        years.first_months,
    ),
    (rf"(?P<century>{ORDINAL_WORD})[ -](?i:century)\b", years.century),
    (
        rf"(?P<nth>(?i:first|second|third|fourth)|I{{1,3}}|IV){SPACE}(?i:quarter)\b{YEAR_TAIL}?"
        r"(?! of\b| century| hour| mile)",
        years.quarter,
    ),
    (rf"(?i:(?P<decade>(?:nineteen[ -])?(?:{'|'.join(DECADES)})))\b", years.decade),
    # Q1 1959
    (rf"(?P<nth>Q[1-4])(?:{SPACE}(?:of{SPACE})?(?P<year>{YEAR}))?(?![0-9A-Za-z])", years.quarter),
    # fiscal year 1962, CY 62, the current fiscal year
    (
        rf"(?:FY|(?i:fiscal)(?:{SPACE}(?i:years?))?)[ -]?(?P<year>{YEAR}|['‘’]?[0-9]{{2}})"
        r"(?:[-–/](?P<last>[0-9]{2}))?(?![0-9])",
        years.fiscal_year,
    ),
    (
        rf"(?:CY|(?i:calendar)(?:{SPACE}(?i:year))?)[ -]?(?P<year>{YEAR}|['‘’]?[0-9]{{2}})(?![0-9])",
        years.calendar_year,
    ),
    (
        rf"(?i:(?P<which>last|past|this|current|present|next|coming){SPACE}fiscal{SPACE}year)\b(?!{SPACE}[0-9])",
        relative.which_fiscal_year,
    ),
    # last summer; the winter of 1960-61
    (rf"{_WHICH}(?P<season>(?i:{_SEASON}))\b(?!{SPACE}of\b)", relative.which_season),
    (
        rf"(?i:(?P<season>{_SEASON}))\b(?:,?{SPACE}(?:of{SPACE})?(?P<year>{YEAR}|['‘’][0-9]{{2}}(?![0-9]))"
        rf"(?:[-–/](?:{YEAR}|[0-9]{{2}}))?\b)?",
        years.season,
    ),
    # yesterday, this morning, the day before yesterday
    (
        rf"(?i:day{SPACE}(?P<further>before|after){SPACE}(?P<word>yesterday|tomorrow)"
        rf"|(?P<word2>to-?day|to-?night|yesterday|to-?morrow)(?:{SPACE}(?:morning|noon|afternoon|evening|night))?"
        rf"|(?P<word3>this){SPACE}(?:very{SPACE}day|morning|noon|afternoon|evening)"
        rf"|(?P<word4>last){SPACE}(?:night|evening))\b",
        relative.day_word,
    ),
    # the next day or two
    (
        rf"(?i:last|past|next|coming){SPACE}(?i:day|week|month|year){SPACE}or{SPACE}(?:two|so)\b",
        relative.unplaced,
    ),
    # last year, next month, the year before last, the following day
    (
        rf"(?i:(?P<unit>week|month|year){SPACE}(?:before{SPACE}(?P<word>last)|after{SPACE}(?P<word2>next)))\b",
        relative.before_last,
    ),
    (
        rf"{_THIS}(?i:(?P<which>last|past|this|current|present|next|coming|previous|preceding|following|same){SPACE}"
        r"(?:calendar\s)?(?P<unit>day|week|month|quarter|year|decade|century))\b(?!-)",
        relative.whole_unit,
    ),
    (rf"{_WHICH}(?P<month>{MONTH})(?:{SPACE}(?P<days>{DAYS}))?(?!{SPACE}[0-9])", relative.which_month),
    (rf"(?:{_WHICH})?(?i:week-?end)\b(?!{SPACE}of\b)", relative.weekend),
    # year-end 1961, the year’s end; the end of the year
    (
        rf"(?i:(?P<unit>year|month)(?:-|['’]s{SPACE})end)\b(?:{SPACE}(?P<year>{YEAR}){YEAR_END})?",
        relative.unit_end,
    ),
    (
        rf"(?i:(?P<unit>week|month|quarter|year|decade|century))\b(?!-|{SPACE}(?:before|after|of|ago)\b)",
        relative.mentioned_unit,
    ),
    # the past two months, the last few years; recent weeks
    (
        rf"(?i:(?P<which>recent|previous|preceding|past|last|coming){SPACE}(?P<unit>days|weeks|months|years|decades|times))\b(?!{SPACE}of\b)",
        relative.unplaced,
    ),
    (
        rf"(?i:(?P<which>last|past|next|coming|following|previous|preceding){SPACE}"
        rf"(?:{_AMOUNT}|few|several|couple{SPACE}of){SPACE}(?P<unit>{_UNITS}))\b",
        relative.lately,
    ),
    # every day, each Monday, every May, annually
    (
        rf"(?i:every|each){SPACE}(?:(?i:other|few|{COUNT}){SPACE})?(?:{WEEKDAY}|{MONTH}(?:{SPACE}{DAY})?"
        rf"|(?i:days?|nights?|mornings?|evenings?|weeks?|months?|quarters?|years?|{_SEASON})\b)",
        relative.recurring,
    ),
    (r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b", relative.recurring),
    (rf"(?:annually|yearly|monthly|weekly|daily){_ADVERB}", relative.recurring),
    # Tuesday the 16th; Friday of last week; last Monday, Friday next, Monday night
    (
        rf"(?P<weekday>{WEEKDAY}),?{SPACE}(?:the{SPACE})?(?P<days>{ORDINAL_FIGURE})",
        days.weekday_and_day,
    ),
    (
        rf"(?P<weekday>{WEEKDAY}),?{SPACE}(?:of{SPACE})?(?P<which>last|this|next){SPACE}week\b",
        relative.weekday_of_week,
    ),
    (
        rf"(?:{_WHICH})?(?P<weekday>{WEEKDAY}){_PAPER}(?:{SPACE}(?:(?P<which2>last|next){_ADVERB}|(?i:morning|afternoon|evening|night)\b))?",
        relative.weekday,
    ),
    (
        rf"(?<!up\s)(?i:{VAGUE_WORDS})(?:\b|(?=[1-9][0-9]?\b))(?!-|{SPACE}(?:as|levels?|rates?|prices?)\b|{SPACE}and{SPACE}(?:then|again)\b)",
        relative.unplaced,
    ),
]

# Three days ago: begins with a figure or with a word.
BOTH: list[Family] = [
    (
        rf"(?i:(?:(?:{_AMOUNT}|(?:a{SPACE})?(?:few|couple{SPACE}of)|several|some|many){SPACE})?"
        rf"(?P<unit>{_UNITS})(?P<half2>{_HALF})?{SPACE}(?P<way>ago|hence|from{SPACE}now|earlier|later))\b",
        relative.ago,
    ),
]
