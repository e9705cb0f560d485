"""The way through the stations as a diagram: who came, who was there, who was sent on, and who left again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .publish import style
from .sheet import MARGIN, WIDTH, Sheet, open_sheet, wrapped

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BOX, STEP = 176, 94  # width of a box, and from the top of one to the top of the next, in points


@dataclass(frozen=True)
class Stage:
    """One box: what it is, the number in it, how the number is meant; and the arrow that leads on from it.

    `aside` is a branch to the right, as number and words. `computed` tells an arrow whose number is a result
    from one whose number the cable states.
    """

    name: str
    number: str
    meant: str
    onward: str = ""
    computed: bool = False
    aside: tuple[str, str] = ("", "")


def stages(said: Mapping[str, str], worked_out: Mapping[str, str]) -> list[Stage]:
    """The stages of this cable, from the words of its quantities and the wordings of its results, by id."""
    came = f"{worked_out['rate-stay']} a day, worked out from the stay"
    return [
        Stage(
            "Came from China", said["total"], "by 8 November, since the first half of last year", came, True
        ),
        Stage(
            "In the stations",
            worked_out["stations-sum"],
            f"in {worked_out['station-numbers']} places; {said['stay']} each",
            _sent(said),
        ),
        Stage(
            "Sent on to work",
            "“Most”",
            "no number is given",
            "",
            False,
            (said["educated"], "to institutions"),
        ),
        Stage("Fled their jobs", said["fled"], "“Some” to China; of most it is not clear"),
    ]


def _sent(said: Mapping[str, str]) -> str:
    words = said["documents"]
    return words if "travel documents" in words else f"{words} travel documents every day"


def flow(several: list[Stage], title: str, subtitle: str, foot: str = "") -> "Figure":
    """Boxes from top to bottom, an arrow from each to the next with what passes along it in a day."""
    with style():
        sheet = open_sheet(title, subtitle, STEP * len(several) - 34, foot)
        for number, stage in enumerate(several):
            y = sheet.top + STEP * number
            _box(sheet, stage, y)
            if number + 1 < len(several):
                _onward(sheet, stage, y + 58)
    return sheet.figure


def _box(sheet: Sheet, stage: Stage, y: float) -> None:
    sheet.box(MARGIN, y, BOX, 58, "faint", edge="soft", gid="box")
    sheet.text(MARGIN + 8, y + 14, stage.name, 8.5, "soft")
    sheet.text(MARGIN + 8, y + 32, stage.number, 12, weight="bold")
    for number, line in enumerate(wrapped(stage.meant, BOX - 16, 7.5)):
        sheet.text(MARGIN + 8, y + 44 + 9 * number, line, 7.5, "soft")
    if stage.aside[0]:
        sheet.arrow((MARGIN + BOX, y + 28), (MARGIN + BOX + 24, y + 28), "blue", gid="aside")
        sheet.text(MARGIN + BOX + 29, y + 26, stage.aside[0], 8.5, weight="bold")
        for number, line in enumerate(wrapped(stage.aside[1], WIDTH - BOX - 41, 7.5)):
            sheet.text(MARGIN + BOX + 29, y + 37 + 9 * number, line, 7.5, "soft")


def _onward(sheet: Sheet, stage: Stage, y: float) -> None:
    """The arrow down; broken where what passes along it is worked out and not stated."""
    x, colour = MARGIN + 24, "vermilion" if stage.computed else "blue"
    if stage.computed or not stage.onward:
        sheet.line([(x, y), (x, y + 29)], colour, 1.2, dash=(3, 2), gid="computed")
        sheet.arrow((x, y + 28), (x, y + 36), colour)
    else:
        sheet.arrow((x, y), (x, y + 36), colour, linewidth=1.6)
    for number, line in enumerate(wrapped(stage.onward, WIDTH - x - 20, 8.5)):
        sheet.text(x + 12, y + 21 + 11 * number - (5 if len(stage.onward) > 44 else 0), line, 8.5)
