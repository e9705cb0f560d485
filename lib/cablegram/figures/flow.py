"""The way through the stations as a diagram: who came, who was there, who was sent on, and who left again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .publish import style
from .sheet import MARGIN, SMALL, WIDTH, Sheet, open_sheet, wrapped

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BOX, HIGH, STEP = 184, 58, 92  # points: width and height of a box, and from the top of one to the next


@dataclass(frozen=True)
class Stage:
    """One box: what it is, the number in it, how the number is meant; and the arrow that leads on from it.

    `asides` are branches to the right, each a number and words. `stated` tells an arrow whose number the
    cable gives from one whose number is a result, or that has none.
    """

    name: str
    number: str
    meant: str
    onward: str = ""
    stated: bool = False
    asides: tuple[tuple[str, str], ...] = ()


def stages(said: Mapping[str, str], worked_out: Mapping[str, str]) -> list[Stage]:
    """The stages of this cable, from the words of its quantities and the wordings of its results, by id."""
    came = "how many a day is not said"
    there = f"in {worked_out['station-numbers']} places with a number"
    apart = ((said["educated"], "to institutions"), ("No number", "of the young sent back as a group"))
    back = (("“Some”", "back to China; of most it is not clear"),)
    return [
        Stage("Came from China", said["total"], "since “the first half of last year”", came),
        Stage("In the stations", worked_out["stations-sum"], there, _sent(said), stated=True),
        Stage("Sent on to work", "“Most”", "no number is given", asides=apart),
        Stage("Fled their jobs", said["fled"], "most of them young", asides=back),
    ]


def _sent(said: Mapping[str, str]) -> str:
    words = said["documents"]
    return words if "travel documents" in words else f"{words} travel documents every day"


def flow(several: list[Stage], title: str, subtitle: str, foot: str = "") -> "Figure":
    """Boxes from top to bottom, an arrow from each to the next with what passes along it in a day."""
    with style():
        sheet = open_sheet(title, subtitle, STEP * len(several) - STEP + HIGH + 6, foot)
        for number, stage in enumerate(several):
            y = sheet.top + STEP * number
            _box(sheet, stage, y)
            if number + 1 < len(several):
                _onward(sheet, stage, y + HIGH)
    return sheet.figure


def _box(sheet: Sheet, stage: Stage, y: float) -> None:
    sheet.box(MARGIN, y, BOX, HIGH, "faint", edge="soft", gid="box")
    sheet.text(MARGIN + 8, y + 15, stage.name, colour="soft")
    sheet.text(MARGIN + 8, y + 34, stage.number, 12, weight="bold")
    sheet.text(MARGIN + 8, y + 49, stage.meant, colour="soft")
    for number, (count, words) in enumerate(stage.asides):
        _aside(sheet, y + 12 + 32 * number, count, words)


def _aside(sheet: Sheet, y: float, count: str, words: str) -> None:
    """A branch to the right; broken where the cable gives it no number."""
    start, end = MARGIN + BOX, MARGIN + BOX + 22
    given = any(letter.isdigit() for letter in count)
    _arrow(sheet, (start, y), (end, y), "blue" if given else "soft", broken=not given)
    sheet.text(end + 5, y + 3, count, weight="bold")
    for number, line in enumerate(wrapped(words, WIDTH - MARGIN - end - 5, SMALL), 1):
        sheet.text(end + 5, y + 3 + 10.5 * number, line, colour="soft")


def _onward(sheet: Sheet, stage: Stage, y: float) -> None:
    """The arrow down: full where the cable states what passes along it, broken where that is worked out."""
    x, end = MARGIN + 24, y + STEP - HIGH
    colour = "blue" if stage.stated else "vermilion" if stage.onward else "soft"
    _arrow(sheet, (x, y), (x, end), colour, broken=not stage.stated)
    sheet.text(x + 12, (y + end) / 2 + 3, stage.onward)


def _arrow(
    sheet: Sheet, start: tuple[float, float], end: tuple[float, float], colour: str, broken: bool
) -> None:
    """A head at the end of a line; no dash reaches into the head."""
    (x, y), (to_x, to_y) = start, end
    length = abs(to_x - x) + abs(to_y - y)
    neck = (to_x - 7 * (to_x - x) / length, to_y - 7 * (to_y - y) / length)
    look = {"dash": (2.4, 1.6), "gid": "broken"} if broken else {"gid": "full"}
    sheet.line([start, neck], colour, 1.4, **look)
    sheet.arrow(neck, end, colour)
