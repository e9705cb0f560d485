"""The words dates are made of, and the conventions by which the vaguer of them are given days.

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
    the year nearest the anchor; without one, of 1930 to 2029 (this edition). “May 61” is a month where the
    year lies within fifteen years of the anchor, else the number of a footnote stands at the day.
the 8th
    of the month that its sentence has named before it; else the last one up to the anchor, or the next where
    the sentence looks ahead (this edition).
a date without a year
    the last one begun, or the next if it is near or the sentence looks ahead; in a paragraph that tells of an
    earlier year (`dates.narrative`) that year (this edition).

Years of other eras (Juche, Showa, of the Hijra) are not read, nor what is counted from an event (since the
war, that day).
"""


def _numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """The words in order, with the numbers they stand for."""
    return {word: first + step * place for place, word in enumerate(words.split())}


MONTH_NAMES = tuple(
    name.title()
    for name in _numbered(
        "january february march april may june july august september october november december"
    )
)
SHORT_MONTHS = tuple(_numbered("Jan Febr Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"))
MONTHS = (
    {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
    | {"febr": 2, "sept": 9}
)
ROMAN = _numbered("I II III IV V VI VII VIII IX X XI XII")
WEEKDAYS = _numbered("mon tue wed thu fri sat sun", first=0)

# The month a season begins with; it has three.
SEASONS = _numbered("spring summer autumn winter", first=3, step=3) | {"fall": 9}

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = (
    _numbered(_ORDINALS)
    | {f"twenty-{word}": 20 + number for word, number in _numbered(_ORDINALS).items() if number < 10}
    | {"thirtieth": 30, "thirty-first": 31}
)
NUMBERS = (
    _numbered(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    )
    | _numbered("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10)
    | {"a": 1, "an": 1, "hundred": 100, "a hundred": 100}
)
DECADES = _numbered(
    "twenties thirties forties fifties sixties seventies eighties nineties", first=20, step=10
)

# Nouns after which a number of four digits counts them and is no year.
COUNTED = tuple(
    _numbered(
        """people persons men women children workers troops soldiers officers students families households
        refugees prisoners peasants farmers members delegates employees specialists experts cadres citizens
        Koreans Chinese wounded dead casualties sorties tons tonnes metric kilometers kilometres km miles
        yards meters metres feet barrels liters litres grams kilograms kg pounds dollars rubles roubles won
        yuan francs marks yen hectares acres head horses cattle sheep pigs copies votes words letters units
        tanks aircraft planes rifles rounds shells bombs vehicles trucks tractors machines looms spindles
        cases houses apartments beds villages schools kilowatts kw million billion thousand percent hours
        hrs"""
    )
)

# Days of the year that have a name.
HOLIDAYS = {
    "may day": (5, 1),
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
}

# Found, and never given a value.
VAGUE = (
    *("recently", "until recently", "lately", "of late", "in the recent past", "these days", "nowadays"),
    *("now", "right now", "by now", "until now", "till now", "up to now", "up until now", "from now on"),
    *("at present", "at the present time", "at the present moment", "at the moment", "at this time"),
    *("at the current time", "at the current moment", "at present time"),
    *("currently", "presently", "for the time being", "for time being", "thus far", "so far", "to date"),
    *("up to the present", "up to the present time", "until the present", "to the present"),
    *("to the present day", "to the present time", "to this day"),
    *("some time ago", "a long time ago", "a short time ago", "not long ago"),
    *(
        "soon",
        "near future",
        "immediate future",
        "the near future",
        "the nearest future",
        "the immediate future",
        "the distant future",
    ),
    *(
        "in the near future",
        "in the immediate future",
        "in the distant future",
        "in due course",
        "the other day",
    ),
    *("that year", "that same year"),  # of December; alone they are left out
    *(
        f"{which} {part}"
        for which in ("next", "following", "previous", "same")
        for part in ("morning", "afternoon", "evening", "night")
    ),
)

# Further words that a date can begin with.
FIRST_WORDS = tuple(
    _numbered(
        """mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday
        sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays fy q1 q2 q3 q4 fiscal
        today tonight yesterday tomorrow to-day to-night to-morrow calendar day week month quarter year decade
        century last past this current present next coming previous preceding following same recent
        every each annually yearly monthly weekly daily half few several some many weekend year-end cy
        days weeks months years decades centuries i ii iii iv"""
    )
)
