"""The total against what others counted: each number over the period it covers."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .. import edtf
from .publish import style
from .sheet import MARGIN, WIDTH, Scale, Sheet, open_sheet
from .timeline import plain

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..document import Document

FIRST, LAST = date(1960, 1, 1), date(1962, 3, 31)
HIGH = 200  # points of the field
STEP = 10_000  # people from one line of the field to the next


@dataclass(frozen=True)
class Count:
    """A number of people, in words and as a value, what it is of, its period in EDTF, and what to beware of.

    It begins between the two days of `starts` and ends with `end`.
    """

    id: str
    words: str
    people: float
    of: str
    period: str
    caution: str
    starts: tuple[date, date]
    end: date
    outside: bool = True

    @property
    def when(self) -> str:
        """The period in words."""
        first, last = self.starts
        begin = f"{first:%B %Y}" if first == last else f"between {first:%B} and {last:%B %Y}"
        about = "about " if "~" in self.period else ""
        return f"from {about}{begin} until {self.end.day} {self.end:%B %Y}"


@dataclass(frozen=True)
class Label:
    """What a count is called, and where: so many points from its end, flush left or right."""

    lines: tuple[str, ...]
    across: float
    down: float
    side: str = "right"


LABELS = {
    "total": Label(("into North Hamgyong",), -8, -4),
    "jilin-1962": Label(("from Jilin",), -10, 3),
    "yanbian-1962": Label(("from Yanbian",), -22, 3),
    "pak-may-1961": Label(("told by the", "foreign minister"), 9, 1, "left"),
    "crossed-1961": Label(("seen to cross",), -8, -3),
}
"""The counts of the figure, in the order of its table."""


def counts(cable: "Document") -> list[Count]:
    """The total of the cable, then those of the numbers from outside that have a place in the figure."""
    rows = cable.outside.set_index("id", drop=False)
    others = [rows.loc[key] for key in LABELS if key in rows.index]
    return [_total(cable)] + [
        Count(
            *(row["id"], row.words, row.low, row.scope, row.as_of, row.comparable),
            starts=(edtf.bounds(row.as_of)[0],) * 2,
            end=edtf.bounds(row.as_of)[1],
        )
        for row in others
    ]


def _total(cable: "Document") -> Count:
    total = cable.quantities.set_index("id").loc["total"]
    began = cable.timeline.set_index("id").edtf["first-crossings"]
    of = f"{total.population[0].upper()}{total.population[1:]}, as An gave them"
    period, caution = f"{began}/{total.as_of}", plain(total.note)
    end = edtf.bounds(total.as_of)[1]
    return Count("total", total.text, total.low, of, period, caution, edtf.bounds(began), end, outside=False)


def totals(several: list[Count], title: str, subtitle: str, foot: str = "") -> "Figure":
    """People upward, time across: a dot where a count ends, joined to where it begins by a mere line.

    One whose beginning is not known to the month begins in a bar on the ground, with a line from either end.
    """
    with style():
        sheet = open_sheet(title, subtitle, HIGH + 26, foot)
        ground = sheet.top + 10 + HIGH
        across = Scale(FIRST.toordinal(), LAST.toordinal(), MARGIN, WIDTH - MARGIN - 8)
        most = max(count.people for count in several)
        up = Scale(0, most * 1.04, ground, sheet.top + 10)
        _field(sheet, across, up, most)
        for count in several:
            _count(sheet, across, up, count)
    return sheet.figure


def _field(sheet: Sheet, across: Scale, up: Scale, most: float) -> None:
    for people in range(0, int(most) + 1, STEP):
        y, colour = up(people), "grid" if people else "line"
        sheet.line([(MARGIN, y), (WIDTH - MARGIN, y)], colour, 0.6, zorder=0)
        if people:
            sheet.text(MARGIN, y - 3, f"{people:,}", colour="soft")
    for year in range(FIRST.year, LAST.year + 1):
        x = across(date(year, 1, 1).toordinal())
        sheet.line([(x, up(0)), (x, up(0) + 4)], "line", 0.8)
        sheet.text(x, up(0) + 14, str(year), colour="soft")


def _count(sheet: Sheet, across: Scale, up: Scale, count: Count) -> None:
    colour = "ink" if count.outside else "vermilion"
    x, y = across(count.end.toordinal()), up(count.people)
    starts = sorted({across(day.toordinal()) for day in count.starts})
    for start in starts:
        sheet.line([(start, up(0)), (x, y)], colour, 0.9, dash=(1, 2.2), gid="no-course", zorder=1)
    if len(starts) > 1:
        sheet.line([(starts[0], up(0)), (starts[-1], up(0))], colour, 3, gid="beginning")
    sheet.dots([(x, y)], colour, 6, hollow=count.outside, gid="end", zorder=3)
    _label(sheet, x, y, count)


def _label(sheet: Sheet, x: float, y: float, count: Count) -> None:
    """The number and what it is called, that of the cable in bold."""
    label, weight = LABELS[count.id], "normal" if count.outside else "bold"
    first, *more = label.lines
    for step, line in enumerate([f"{count.words} {first}", *more]):
        across, down = x + label.across, y + label.down + 10.5 * step
        sheet.text(across, down, line, ha=label.side, weight=weight, gid="halo", zorder=4)
