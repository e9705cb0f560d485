"""The words dates are made of, and the conventions by which the vaguer of them are given days.

| words | stretch | source |
| --- | --- | --- |
| early, mid-, late; the beginning, middle, end of a month | days 1-10, 11-20, 21 to the last | Duckling, `Duckling/Time/EN/Rules.hs` (part of month) |
| the same of a year | January-April, May-August, September-December | Duckling gives the first and last; the middle is what they leave |
| the same of a season or another run of months | its thirds, in whole months | as for the year |
| the same of a decade or century | years 0-3, 4-6, 7-9 (00-33, 34-66, 67-99) | this edition, after the thirds above |
| first, second half; quarter | six months, three months; of a month days 1-15 and 16 to the last | calendar |
| first week of a month | days 1-7, the second 8-14, ...; the last its last seven days | this edition |
| spring, summer, autumn, winter | March-May, June-August, September-November, December-February | `edtf` (python-edtf), which assumes the northern hemisphere; its winter stops at 31 December, this one does not |
| winter of 1961 | the winter that begins in December 1961 | EDTF sorts code 24 after 23 |
| last week, this week, next week | Monday to Sunday | ISO 8601 |
| fiscal year 1962 (United States) | July 1961-June 1962; from 1977 on October-September | 31 U.S.C. 1102 |
| since, from ... on; until, by | open interval that begins or ends with the stretch named | ISO 8601-2 |
| after, before | the same: the date named stands in the interval | python-edtf, `edtf/natlang/en.py` |
| and; or | `{...}` all of them; `[...]` one of them | ISO 8601-2 |
| 3/8/61 | the order the document itself shows (a number above 12, else how it spells its dates); else `[1961-03-08,1961-08-03]` | this edition |
| '57, 16 Sep 57 | the year nearest the anchor; without anchor 1930-2029 | this edition |
"""

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = {"Jan": 1, "Feb": 2, "Febr": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12}  # fmt: skip
MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)} | {
    name.lower(): number for name, number in _SHORT.items()
}
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}  # fmt: skip

WEEKDAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}

# Season: first month, and how many years later its last month (two months on) may fall.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
ORDINALS = {word: number for number, word in enumerate(_UNITS, 1)} | {
    "twentieth": 20,
    "thirtieth": 30,
    "thirty-first": 31,
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS[:9], 1)},
}

NUMBERS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "a hundred": 100}

DECADES = {
    word: 10 * number
    for number, word in enumerate(["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"], 2)
}

# Nouns after which a four-digit number counts them and is no year.
COUNTED = ["people", "persons", "men", "women", "children", "workers", "troops", "soldiers", "officers", "students", "families", "households", "refugees", "prisoners", "peasants", "farmers", "members", "delegates", "employees", "specialists", "experts", "cadres", "citizens", "Koreans", "Chinese", "tons", "tonnes", "metric", "kilometers", "kilometres", "km", "miles", "meters", "metres", "feet", "kilograms", "kg", "pounds", "dollars", "rubles", "roubles", "won", "yuan", "francs", "marks", "yen", "hectares", "acres", "head", "copies", "units", "tanks", "aircraft", "planes", "vehicles", "trucks", "tractors", "machines", "cases", "houses", "apartments", "villages", "schools", "kilowatts", "kw", "tn", "million", "billion", "thousand", "percent"]

# Vague words: found, and never given a value.
VAGUE = (
    "recently", "lately", "nowadays", "currently", "presently", "soon", "thus far", "so far", "to date",
    "up to the present time", "up to the present", "up to now", "until now", "till now", "until recently",
    "up until now", "until the present", "at the present time", "at the present moment", "at present",
    "at the moment", "at this time", "for the time being", "in the near future", "in the immediate future",
    "in due course", "in the recent past", "these days", "right now", "by now", "from now on", "now",
    "of late", "some time ago", "a long time ago", "a short time ago", "not long ago", "in the distant future",
    "to the present day", "to the present time", "to the present", "to this day",
)  # fmt: skip

# Further words that a date can begin with.
FIRST_WORDS = """
    mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
    mondays tuesdays wednesdays thursdays fridays saturdays sundays fy fiscal today tonight yesterday tomorrow
    day week month quarter year decade century last past this current present next coming previous preceding
    following same recent every each annually yearly monthly weekly daily half few several some many
""".split()
