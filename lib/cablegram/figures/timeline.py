"""The timeline on two clocks: what the cable says of time, counted from the talk and from the paper."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from .. import edtf
from .publish import style
from .sheet import MARGIN, OTHER_FONTS, SMALL, WIDTH, Scale, Sheet, open_sheet, width_of, wrapped

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

FIRST, LAST = date(1960, 1, 1), date(1962, 3, 31)
TALK, PAPER = "talk", "dispatch"  # the events from which the two clocks count
NEAR = ("statistics-total", TALK, "meeting", PAPER)
OUTSIDE = "Known from outside the cable only"
OPEN = 14  # points of an end that is not given
LINE = 10  # points from a line of words to the next
LEAST, MOST = 104, 150  # points of room that words beside a bar need, and are given to its right
CLOCKS = 9  # points from the bar of one clock down to that of the other
SURE = {"~": "about", "?": "?"}


def timeline(events: "DataFrame", title: str, subtitle: str, foot: str = "") -> "Figure":
    """The days round the paper, then every dated event between 1960 and the winter of 1961, by layer.

    A full bar is counted from the talk, a hollow one below it from the paper, where that makes a difference;
    a black one is the same by both.
    An end that is not given is broken off with an arrow; a doubtful span carries a question mark.
    """
    cable = events[events.layer == "cable"].set_index("id", drop=False)
    groups = [
        ("The cable", [row for row in cable.to_dict("records") if row["id"] not in NEAR and _within(row)]),
        (OUTSIDE, sorted(_outside(events), key=lambda row: edtf.bounds(row["edtf"])[0])),
    ]
    with style():
        scale = Scale(FIRST.toordinal(), LAST.toordinal(), MARGIN + OPEN, WIDTH - MARGIN - 4)
        heights = [_height(scale, row) for _, rows in groups for row in rows]
        sheet = open_sheet(title, subtitle, 116 + 22 * len(groups) + sum(heights), foot)
        _near(sheet, cable, sheet.top)
        _years(sheet, scale, cable, sheet.top + 106)
        y = sheet.top + 112
        for heading, rows in groups:
            sheet.text(MARGIN, y + 14, heading, colour="soft", weight="bold")
            y += 22
            for row in rows:
                _row(sheet, scale, row, y)
                y += _height(scale, row)
    return sheet.figure


def _outside(events: "DataFrame") -> list[Mapping]:
    return [row for row in events[events.layer == "outside"].to_dict("records") if _within(row)]


def _height(scale: Scale, row: Mapping) -> float:
    _, lines, above = _words(scale, row)
    marks = CLOCKS + 6 if _two_clocks(row) else 6
    return (LINE * len(lines) + marks if above else max(LINE * len(lines), marks)) + 5


def _words(scale: Scale, row: Mapping) -> tuple[float, list[str], bool]:
    """Where what happened is written: beside its bars where there is room, left or right, else above them."""
    words, (left, right) = plain(row["event"]), _reach(scale, row)
    if left - MARGIN - 8 >= LEAST:
        return MARGIN, wrapped(words, left - MARGIN - 8, SMALL), False
    if scale.right - right - 8 >= MOST:
        return right + 8, wrapped(words, MOST, SMALL), False
    return MARGIN, wrapped(words, WIDTH - 2 * MARGIN, SMALL), True


def _row(sheet: Sheet, scale: Scale, row: Mapping, y: float) -> None:
    x, lines, above = _words(scale, row)
    for number, line in enumerate(lines, 1):
        sheet.text(x, y + LINE * number - 1, line)
    y += LINE * len(lines) + 5 if above else LINE / 2 + 2
    if _two_clocks(row):
        _span(sheet, scale, row["edtf_spoken"], y, "blue")
        _span(sheet, scale, row["edtf_written"], y + CLOCKS, "vermilion", hollow=True)
    else:
        _span(sheet, scale, row["edtf"], y, "ink" if row["layer"] == "cable" else "line")


def _near(sheet: Sheet, told: "DataFrame", y: float) -> None:
    """Statistics, talk, meeting and paper, by the day."""
    days = {key: edtf.bounds(told.edtf[key]) for key in NEAR}
    start, end = min(first for first, _ in days.values()), max(last for _, last in days.values())
    scale = Scale(start.toordinal() - 2, end.toordinal() + 2, MARGIN, WIDTH - MARGIN)
    sheet.line([(MARGIN, y + 48), (WIDTH - MARGIN, y + 48)], "line", 0.8)
    for key, up in zip(NEAR, (True, False, True, False), strict=True):
        first, last = (scale(day.toordinal()) for day in days[key])
        _near_mark(
            sheet, first, last, y + 48, "blue" if key == TALK else "vermilion" if key == PAPER else "ink"
        )
        _near_label(sheet, first, last, y + (18 if up else 66), NEAR_WORDS[key], _day(*days[key]))
    ahead = (days[PAPER][0] - days["statistics-total"][0]).days
    sheet.text(WIDTH / 2 + 26, y + 72, f"{ahead} days from first to last", colour="soft", ha="center")


NEAR_WORDS = {
    "statistics-total": "Statistics",
    TALK: "The talk",
    "meeting": "Meeting announced",
    PAPER: "The paper",
}


def _near_mark(sheet: Sheet, first: float, last: float, y: float, colour: str) -> None:
    if first == last:
        sheet.dots([(first, y)], colour, 7)
    else:
        sheet.line([(first, y), (last, y)], colour, 4, dash=(1, 0.5))


def _near_label(sheet: Sheet, first: float, last: float, y: float, name: str, day: str) -> None:
    """The name and day of an event: at the edge where it lies near one, by a span after its start."""
    right = last > WIDTH - 60
    at = WIDTH - MARGIN if right else first + 28 if first != last else first - 4
    sheet.text(at, y, name, weight="bold", ha="right" if right else "left")
    sheet.text(at, y + 11, day, colour="soft", ha="right" if right else "left")


def _day(first: date, last: date) -> str:
    words = f"{last.day} {last:%B}"
    return words if first == last else f"{first.day} to {words}?"


def _years(sheet: Sheet, scale: Scale, told: "DataFrame", y: float) -> None:
    """The years and half-years, and the two clocks as lines through everything below."""
    for year in range(FIRST.year, LAST.year + 1):
        sheet.text(scale(date(year, 1, 1).toordinal()), y, str(year), colour="soft")
        for month in (1, 7):
            x = scale(date(year, month, 1).toordinal())
            if x <= scale.right:
                sheet.line([(x, y + 4), (x, sheet.bottom)], "grid", 0.6, zorder=0)
    for key, colour, side in ((TALK, "blue", "right"), (PAPER, "vermilion", "left")):
        x = scale(edtf.bounds(told.edtf[key])[0].toordinal())
        sheet.line([(x, y - 10), (x, sheet.bottom)], colour, 0.8, dash=(4, 2), zorder=0)
        away = -3 if side == "right" else 3
        sheet.text(x + away, y - 12, NEAR_WORDS[key].removeprefix("The "), ha=side, weight="bold")


def _span(sheet: Sheet, scale: Scale, expression: str, y: float, colour: str, hollow: bool = False) -> None:
    start, end, is_open = _ends(scale, expression)
    fill = None if hollow else colour
    sheet.box(start, y - 2.5, max(end - start, 2.5), 5, fill, edge=colour, gid="span")
    if is_open:
        sheet.line([(start, y), (start - OPEN, y)], colour, 1.2, dash=(3, 1.2), gid="open")
        sheet.arrow((start - OPEN + 1, y), (start - OPEN - 5, y), colour, gid="open")
    sheet.text(end + 4, y + 3, _doubt(expression), colour="soft", gid="halo")


def _ends(scale: Scale, expression: str) -> tuple[float, float, bool]:
    """Where the bar of a date begins and ends, and whether its beginning is not given."""
    first, last = edtf.bounds(expression)
    end = scale(min(last, LAST).toordinal() + 1) if last else scale.right
    return (scale(max(first, FIRST).toordinal()), end, False) if first else (end - 2 * OPEN, end, True)


def _doubt(expression: str) -> str:
    return next((words for sign, words in SURE.items() if sign in expression), "")


def _reach(scale: Scale, row: Mapping) -> tuple[float, float]:
    """How far to the left and right the bars of an event and the words at their ends reach."""
    drawn = [row["edtf_spoken"], row["edtf_written"]] if _two_clocks(row) else [row["edtf"]]
    ends = [_ends(scale, expression) for expression in drawn]
    tails = [4 + width_of(_doubt(expression), SMALL) * OTHER_FONTS for expression in drawn]
    left = min(start - (OPEN + 5) * is_open for start, _, is_open in ends)
    return left, max(end + tail for (_, end, _), tail in zip(ends, tails, strict=True))


def _two_clocks(row: Mapping) -> bool:
    spoken, written = row["edtf_spoken"], row["edtf_written"]
    return (
        isinstance(spoken, str)
        and isinstance(written, str)
        and "" not in (spoken, written)
        and spoken != written
    )


def _within(row: Mapping) -> bool:
    """Whether the event lies in the years drawn, and is one: not a year given only as such."""
    first, last = edtf.bounds(row["edtf"])
    if row["id"] in NOT_EVENTS or last is None or not FIRST <= last <= LAST:
        return False
    return first is None or first >= FIRST


NOT_EVENTS = (
    *("register-year", "statistics-stations"),  # a year in a file number; the same day once more
    *("dispatch-059-stamped", "bank-count-ends"),  # a stamp on a paper that is drawn; the end of a count
)


def plain(words: str) -> str:
    """Prose without its links: `[six](#q-stations)` says `six`."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", words)
