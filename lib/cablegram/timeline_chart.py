"""The timeline on two clocks: what the cable says of time, counted from the talk and from the paper."""

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from . import edtf
from .publish import style
from .sheet import MARGIN, WIDTH, Scale, Sheet, open_sheet, wrapped

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

FIRST, LAST = date(1960, 1, 1), date(1962, 3, 31)
TALK, PAPER = "talk", "dispatch"  # the events from which the two clocks count
NEAR = ("statistics-total", TALK, "meeting", PAPER)
OPEN = 14  # points of an end that is not given


def timeline(events: "DataFrame", title: str, subtitle: str, foot: str = "") -> "Figure":
    """The days round the paper, then every dated event of the cable between 1960 and the winter of 1961.

    A full bar is counted from the talk, a hollow one below it from the paper, where that makes a difference.
    An end that is not given is broken off with an arrow; a doubtful span carries a question mark.
    """
    told = events[events.layer == "cable"].set_index("id", drop=False)
    shown = [row for row in told.to_dict("records") if row["id"] not in NEAR and _within(row)]
    labels = [wrapped(plain(row["event"]), WIDTH - 2 * MARGIN, 8) for row in shown]
    with style():
        rows = [
            10 * len(lines) + (22 if _two_clocks(row) else 14)
            for row, lines in zip(shown, labels, strict=True)
        ]
        sheet = open_sheet(title, subtitle, 134 + sum(rows), foot)
        _near(sheet, told, sheet.top)
        scale = Scale(FIRST.toordinal(), LAST.toordinal(), MARGIN + OPEN, WIDTH - MARGIN - 4)
        _years(sheet, scale, told, sheet.top + 110)
        y = sheet.top + 122
        for row, lines, height in zip(shown, labels, rows, strict=True):
            for number, line in enumerate(lines):
                sheet.text(MARGIN, y + 10 * (number + 1), line, 8)
            _spans(sheet, scale, row, y + 10 * len(lines) + 6)
            y += height
    return sheet.figure


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
        _near_label(
            sheet, (first + last) / 2, y + (18 if up else 66), NEAR_WORDS[key], _day(*days[key]), end=last
        )
    ahead = (days[PAPER][0] - days["statistics-total"][0]).days
    sheet.text(WIDTH / 2, y + 98, f"{ahead} days from the statistics to the paper", 8, "soft", ha="center")


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


def _near_label(sheet: Sheet, x: float, y: float, name: str, day: str, end: float) -> None:
    side = "right" if end > WIDTH - 60 else "left" if x < 60 else "center"
    at = WIDTH - MARGIN if side == "right" else MARGIN if side == "left" else x
    sheet.text(at, y, name, 8, weight="bold", ha=side)
    sheet.text(at, y + 11, day, 8, "soft", ha=side)


def _day(first: date, last: date) -> str:
    words = f"{last.day} {last:%B}"
    return words if first == last else f"{first.day} to {words}?"


def _years(sheet: Sheet, scale: Scale, told: "DataFrame", y: float) -> None:
    """The years and half-years, and the two clocks as lines through everything below."""
    for year in range(FIRST.year, LAST.year + 1):
        sheet.text(scale(date(year, 1, 1).toordinal()), y, str(year), 7.5, "soft")
        for month in (1, 7):
            x = scale(date(year, month, 1).toordinal())
            if x <= scale.right:
                sheet.line([(x, y + 4), (x, sheet.bottom)], "grid", 0.6, zorder=0)
    for key, colour in ((TALK, "blue"), (PAPER, "vermilion")):
        x = scale(edtf.bounds(told.edtf[key])[0].toordinal())
        sheet.line([(x, y + 4), (x, sheet.bottom)], colour, 0.8, dash=(4, 2), zorder=0)


def _spans(sheet: Sheet, scale: Scale, row: Mapping, y: float) -> None:
    if not _two_clocks(row):
        return _span(sheet, scale, row["edtf"], y, "ink", hollow=False)
    _span(sheet, scale, row["edtf_spoken"], y, "blue", hollow=False)
    return _span(sheet, scale, row["edtf_written"], y + 8, "vermilion", hollow=True)


def _span(sheet: Sheet, scale: Scale, expression: str, y: float, colour: str, hollow: bool) -> None:
    first, last = edtf.bounds(expression)
    left = scale(max(first, FIRST).toordinal()) if first else None
    right = scale(min(last, LAST).toordinal() + 1) if last else scale.right
    start = right - 2 * OPEN if left is None else left
    sheet.box(start, y - 2.5, max(right - start, 2.5), 5, None if hollow else colour, edge=colour, gid="span")
    if left is None:
        sheet.line([(start, y), (start - OPEN, y)], colour, 1.2, dash=(3, 1.2), gid="open")
        sheet.arrow((start - OPEN + 1, y), (start - OPEN - 5, y), colour, gid="open")
    if {"?", "~"} & set(expression):
        sheet.text(right + 4, y + 3, "about" if "~" in expression else "?", 7.5, "soft")


def _two_clocks(row: Mapping) -> bool:
    spoken, written = row["edtf_spoken"], row["edtf_written"]
    return (
        isinstance(spoken, str)
        and isinstance(written, str)
        and "" not in (spoken, written)
        and spoken != written
    )


def _within(row: Mapping) -> bool:
    first, last = edtf.bounds(row["edtf"])
    long_enough = first is None or (last - first).days < 360 or first >= FIRST
    return (
        long_enough
        and last >= FIRST
        and (first is None or FIRST <= first <= LAST)
        and row["id"] not in NOT_EVENTS
    )


NOT_EVENTS = ("register-year", "statistics-stations")  # a year in a file number; the same day once more


def plain(words: str) -> str:
    """Prose without its links: `[six](#q-stations)` says `six`."""
    return re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", words)
