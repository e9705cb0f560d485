"""The grammar of dates that begin with a figure: a row per family, pattern and reader, tried in order."""

from . import calendar, days, years
from .patterns import (
    DASH,
    DAY,
    DAYS,
    MAYBE_SPACE,
    MONTH,
    MONTH_GAP,
    OF_MONTH,
    ORDINAL_DAYS,
    ORDINAL_FIGURE,
    ROMAN_MONTH,
    SHORT_MONTH,
    SPACE,
    YEAR,
    YEAR_END,
    YEAR_TAIL,
    Family,
)

_SMALL = r"[0-3]?[0-9]"
_SHORT_YEAR = r"['‘’]?[0-9]{2}(?![0-9])"
_NO_MORE = r"(?![0-9]|[-./][0-9]+(?![0-9]*[./:]))"
# What may follow “the 5th” where a day of the month is meant, not the 5th Army nor the 5th and 6th.
_ENDS_PHRASE = (
    rf"(?=[.;:)\]]|,(?!{SPACE}{ORDINAL_FIGURE})|\s*$|{SPACE}[(\[]|{SPACE}(?:at|to|I|he|she|we|they|it|the|that|in|by|a|for|was|were|when|which"
    rf"|(?:and|or)(?!{SPACE}{ORDINAL_FIGURE}))\b)"
)

FIGURES: list[Family] = [
    # 1961-11-08, 1961. III. 15; 8.11.1961, 10-11.11.1961; 8.XI.61; 3/8/61
    (
        rf"(?P<year>{YEAR})(?P<dot>[-/]|\. ?)(?P<month>[01]?[0-9]|{ROMAN_MONTH})(?P=dot)"
        rf"(?P<days>{_SMALL}){_NO_MORE}",
        calendar.numbered_day,
    ),
    (
        rf"(?P<days>(?:{_SMALL}\.?{DASH})?{_SMALL})\. ?(?P<month>[0-3]?[0-9])\. ?"
        rf"(?P<year>{YEAR}|[3-9][0-9]){_NO_MORE}",
        calendar.dotted_day,
    ),
    (
        rf"(?P<days>{_SMALL})(?P<dot>[./ -]) ?(?P<month>{ROMAN_MONTH})(?P=dot) ?"
        rf"(?P<year>{YEAR}|[3-9][0-9])\b",
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
        rf"(?P<days>{DAYS})(?:{MONTH_GAP}|-)(?P<month>{SHORT_MONTH})(?:{MONTH_GAP}|-)"
        rf"(?P<year>{_SHORT_YEAR}|(?<=-){YEAR})(?![:.,][0-9]|{SPACE}{MONTH})",
        calendar.days_of_month,
    ),
    (
        rf"(?P<days>{DAYS}){SPACE}(?P<month>{MONTH}){SPACE}"
        r"(?P<year>['‘’][0-9]{2}|[3-9][0-9](?=[.,;:)\]]?(?:\s*\n|$)))(?![0-9])",
        calendar.days_of_month,
    ),
    # 3 and 9 May 1961, the 8th of November, 3./4. March
    (
        rf"(?P<days>{DAYS})(?:{MONTH_GAP}(?:day{SPACE})?(?:of{SPACE})?|-)(?P<month>{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    (
        rf"(?P<days>{DAY})(?:{MONTH_GAP}(?:of{SPACE})?|-)(?P<month>{MONTH}){YEAR_TAIL}?",
        calendar.days_of_month,
    ),
    # 22 [November 1963]
    (
        rf"(?P<days>{DAYS}){SPACE}\[(?P<month>{MONTH})(?:{SPACE}(?P<year>{YEAR}))?\]",
        calendar.days_of_month,
    ),
    # 28/VII
    (
        rf"(?P<days>{_SMALL})(?:[./]| (?={ROMAN_MONTH}\)))(?P<roman>{ROMAN_MONTH})"
        r"(?![A-Za-z0-9]|[./][0-9A-Za-z])",
        calendar.roman_day,
    ),
    # the 10th of this month; from the 3rd to the 9th
    (rf"(?P<days>{ORDINAL_DAYS}){OF_MONTH}", days.days_of_this_month),
    (
        rf"(?P<days>{DAY}){SPACE}(?P<which>instant|inst\.|ultimo|ult\.|proximo|prox\.)",
        days.days_of_this_month,
    ),
    (
        rf"(?P<days>{ORDINAL_DAYS}){_ENDS_PHRASE}",
        days.bare_days,
    ),
    # on 27.10, up to 31/8
    (
        rf"(?P<one>{_SMALL})(?P<dot>[./])(?P<two>{_SMALL})(?![0-9/%°]|[.,][0-9]|{SPACE}?(?:%|per\s?cent|[a-z]*illion|thousand|hundred)|{SPACE}(?:of|an?)\b)",
        days.day_in_figures,
    ),
    # 6/62
    (rf"(?P<month>1[0-2]|0?[1-9])/(?P<year>[3-9][0-9]|{YEAR})(?![0-9/])", calendar.month_of_year),
    # the 1950s, the ’50s; the 19th century
    (r"(?P<decade>(?:1[5-9]|20)[0-9]0|['‘’]?[2-9]0)['‘’:]?s\b(?!-[a-z])", years.decade),
    (r"(?P<century>[0-9]{2}(?:st|nd|rd|th))[ -](?i:century)\b", years.century),
    # 1959-1961, 1960/61, 1961-2, 1958 to 1960; 1957; ’57
    (
        rf"(?P<first>{YEAR})(?P<join>{MAYBE_SPACE}(?:{DASH}|/){MAYBE_SPACE}|{SPACE}(?:to|through|and){SPACE})"
        rf"(?P<second>{YEAR}|(?<=[-–—‐‑/])[0-9]{{2}}|(?<=[-–—‐‑/])[0-9](?![0-9])){YEAR_END}(?!-[0-9])",
        years.years,
    ),
    (rf"(?P<year>{YEAR}){YEAR_END}", years.year),
    (r"['‘’](?P<year>[3-9][0-9])(?![0-9A-Za-z])", years.short_year),
    # the 2nd quarter
    (
        rf"(?P<nth>1st|2nd|3rd|4th|2d|3d){SPACE}(?i:quarter)\b{YEAR_TAIL}?(?! of\b| century| hour| mile)",
        years.quarter,
    ),
]
