"""Dates as prose writes them: “10 November 1961”, “10 November”, “November 1961”, “1961”."""

import re
from collections.abc import Iterable

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_MONTH = rf"(?:{'|'.join(MONTHS)})"
WRITTEN = re.compile(
    rf"(?<![\d,.])(?:(?P<first>\d{{1,2}})\s(?:and|to|or)\s)?(?P<date>(?:(?:\d{{1,2}}\s)?{_MONTH}\s)?(?:1[89]|20)\d\d"
    rf"|\d{{1,2}}\s{_MONTH})(?![\d,]*\d)"
)


def date_words(edtf: str) -> Iterable[str]:
    """Every way to write the dates of an EDTF expression; both ends of an interval, no years of seasons.

    >>> sorted(date_words("1961-11-10"))
    ['10 November', '10 November 1961', '1961', 'November 1961']
    """
    for match in _DATE.finditer(edtf):
        yield match["year"]
        if match["month"] and 1 <= int(match["month"]) <= 12:
            month = MONTHS[int(match["month"]) - 1]
            yield f"{month} {match['year']}"
            if match["day"]:
                yield f"{int(match['day'])} {month}"
                yield f"{int(match['day'])} {month} {match['year']}"


def dates_in(text: str) -> Iterable[tuple[int, int, list[str]]]:
    """Start, end and the dates of every date in the prose; “8 and 10 November 1961” holds two."""
    for match in WRITTEN.finditer(text):
        dates = [" ".join(match["date"].split())]
        if match["first"]:
            dates.append(f"{match['first']} {dates[0].partition(' ')[2]}")
        yield match.start(), match.end(), dates
