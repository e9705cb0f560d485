"""Figures of what the cable counts: every number with its bounds, the stations, the arrivals a day."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..bounds import Bounds, from_row
from ..wording import in_words, word
from .publish import style
from .sheet import MARGIN, OTHER_FONTS, SMALL, WIDTH, Scale, Sheet, open_sheet, width_of, wrapped

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from ..results import Result

STATIONS = ("onsong", "hoeryong", "kyongsong", "musan")
INSIDE = ("rate-mean", "rate-documents")
OUTSIDE = ("rate-pak", "rate-yanbian")
LABELS = 214  # where the words of the sheet of numbers end


def numbers(
    quantities: "DataFrame", places: Mapping[str, str], title: str, subtitle: str, foot: str = ""
) -> "Figure":
    """Every quantity of the table on one sheet: its words, what it counts, its bounds.

    Those of one kind stand together, each group by size; the scale goes by tens. `places` are names by id.
    """
    rows = quantities.to_dict("records")
    groups = [(head, [row for row in rows if row["measure"] in kinds]) for head, kinds in KINDS.items()]
    groups = [(heading, sorted(group, key=_size, reverse=True)) for heading, group in groups if group]
    labels = _labels([row for _, group in groups for row in group], places)
    with style():
        height = 16 + 22 * len(groups) + sum(5 + 11 * len(lines) for lines in labels.values())
        sheet = open_sheet(title, subtitle, height, foot)
        scale, tens = Scale(1, 60_000, LABELS + 12, WIDTH - 26, by_tens=True), [1, 10, 100, 1000, 10_000]
        sheet.ticks(scale, sheet.top + 8, tens[::4])
        sheet.grid(scale, tens, sheet.top + 12, sheet.bottom)
        y = sheet.top + 12
        for heading, group in groups:
            y += 22
            sheet.text(MARGIN, y - 5, heading, colour="soft", weight="bold")
            for row in group:
                y = _number_row(sheet, scale, y, row, labels[row["id"]])
    return sheet.figure


KINDS = {
    "Counted up to a date": ("cumulative",),
    "At one time": ("stock",),
    "In a day": ("flow",),
    "Given or wanted": ("grant", "request"),
    "By rule, by age, how often": ("rule", "age", "frequency", "share"),
}
"""The headings of the sheet, and the measures that stand under each."""


def _labels(rows: list[Mapping], places: Mapping[str, str]) -> dict[str, list[str]]:
    """What a row says beside the words of the cable, by id, after an empty line where it does not fit theirs.

    A number that stands twice is told as given again.
    """
    seen: set[tuple[str, str]] = set()
    labels = {}
    for row in rows:
        words = _counted(row, places)
        again = ", again" if (row["text"], words) in seen else ""
        seen.add((row["text"], words))
        room = LABELS - MARGIN - width_of(row["text"], SMALL, "bold") * OTHER_FONTS - 6
        fits = width_of(words + again, SMALL) * OTHER_FONTS <= room
        labels[row["id"]] = [words + again] if fits else ["", *wrapped(words + again, LABELS - MARGIN, SMALL)]
    return labels


def _counted(row: Mapping, places: Mapping[str, str]) -> str:
    """What a number counts: people in a place, as the cable has it for the stations, else the population."""
    here = row["measure"] == "stock" and row["counted"] == "people"
    return f"in {places[row['place']]}" if here else str(row["population"] or row["counted"])


def _number_row(sheet: Sheet, scale: Scale, y: float, row: Mapping, lines: list[str]) -> float:
    sheet.text(MARGIN, y + 11, row["text"], weight="bold")
    for number, line in enumerate(lines, 1):
        sheet.text(LABELS, y + 11 * number, line, colour="soft", ha="right")
    sheet.bounds(scale, y + 8, from_row(row))
    return y + 5 + 11 * len(lines)


def _size(row: Mapping) -> float:
    bounds = from_row(row)
    return float(bounds.low if bounds.low > 0 else bounds.high)


def stations(
    quantities: "DataFrame", together: Bounds, title: str, subtitle: str, foot: str = ""
) -> "Figure":
    """The total and the stations together at one scale, then each station, enlarged."""
    rows = quantities.set_index("id")
    total = from_row(rows.loc["total"])
    each = [(rows.place[key], rows.text[key], from_row(rows.loc[key])) for key in STATIONS]
    count = in_words(len(each))
    with style():
        sheet = open_sheet(title, subtitle, 200, foot)
        wide = Scale(0, float(total.high), 78, WIDTH - 48)
        y = sheet.top + 12
        _bar(sheet, wide, y, "All who came", f"{rows.text['total']}", total, "line")
        _bar(sheet, wide, y + 26, f"In {count} places", word(together), together, "blue")
        near = Scale(0, float(max(bounds.low for *_, bounds in each)) * 1.05, 78, WIDTH - 80)
        sheet.text(MARGIN, y + 68, f"The {count} places, enlarged", colour="soft", weight="bold")
        for number, (place, words, bounds) in enumerate(each):
            _bar(sheet, near, y + 88 + 26 * number, place, words, bounds, "blue")
    return sheet.figure


def _bar(sheet: Sheet, scale: Scale, y: float, name: str, words: str, bounds: Bounds, colour: str) -> None:
    """A bar to the stated number; where more is possible its end is left open and goes on as an arrow."""
    start, end = scale(0), scale(float(bounds.low))
    lines = name.split("\n")
    for number, line in enumerate(lines):
        sheet.text(start - 6, y + 4 + 10.5 * number - 5 * (len(lines) - 1), line, ha="right")
    sheet.box(start, y - 7, end - start, 15, colour, gid="bar")
    if not bounds.is_point:
        for up in (-7, 8):
            sheet.line([(end, y + up), (end + 20, y + up)], colour, 1, dash=(2, 1.4), gid="open")
        sheet.arrow((end + 3, y + 0.5), (end + 20, y + 0.5), colour, gid="open")
    sheet.text(end + (6 if bounds.is_point else 26), y + 4, words, weight="bold")


def rates(
    inside: list["Result"], outside: list["Result"], title: str, subtitle: str, foot: str = ""
) -> "Figure":
    """Arrivals a day by each route, those of the cable first, and below each what it takes for granted."""
    groups = [("From the cable alone", inside), ("With numbers from outside", outside)]
    groups = [(heading, group) for heading, group in groups if group]
    ends = [end for each in inside + outside for end in (each.value.low, each.value.high)]
    highest = max(float(end) for end in ends if end < float("inf"))
    said = {each.id: wrapped(_granted(each), WIDTH - 2 * MARGIN, SMALL) for each in inside + outside}
    with style():
        height = 12 + 20 * len(groups) + sum(38 + 10.5 * len(lines) for lines in said.values())
        sheet = open_sheet(title, subtitle, height, foot)
        scale = Scale(0, highest * 1.02, MARGIN + 4, WIDTH - MARGIN - 106)
        ticks = [value for value in range(0, 1000, 25 if highest < 130 else 50) if value <= highest]
        sheet.ticks(scale, sheet.top + 6, ticks, "a day")
        y = sheet.top + 10
        for heading, group in groups:
            y += 20
            sheet.text(MARGIN, y - 4, heading, colour="soft", weight="bold")
            for each in group:
                y = _rate_row(sheet, scale, ticks, y + 10, each, said[each.id])
    return sheet.figure


def _rate_row(
    sheet: Sheet, scale: Scale, ticks: list[float], y: float, route: "Result", granted: list[str]
) -> float:
    """One route; returns where the next begins."""
    sheet.text(MARGIN, y, heading(route.title), weight="bold")
    sheet.grid(scale, ticks, y + 3, y + 16)
    end = sheet.bounds(scale, y + 10, route.value)
    sheet.text(end + 8, y + 13, route.wording)
    for number, line in enumerate(granted):
        sheet.text(MARGIN, y + 26 + 10.5 * number, line, colour="soft")
    return y + 28 + 10.5 * len(granted)


def heading(title: str) -> str:
    """The title of a route without what all the routes share."""
    words = title.removeprefix("Arrivals a day, ").removeprefix("Arrivals a day ")
    return words[0].upper() + words[1:]


def _granted(route: "Result") -> str:
    return (
        f"Taken for granted: {'; '.join(route.assumptions)}."
        if route.assumptions
        else "Nothing more is taken for granted."
    )
