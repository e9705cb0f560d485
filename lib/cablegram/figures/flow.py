"""The way through the stations and back: a full arrow where the cable gives a number, else a broken one."""

from matplotlib.figure import Figure

from . import marks as m
from .material import Material, layout

GIVEN = ("documents", "left")  # the ways of which the cable gives the number
HEADS = {(1, 0): ">", (-1, 0): "<", (0, 1): "^", (0, -1): "v"}


def flow(material: Material, width: int) -> Figure:
    """A loop: wide, out along the top and back below; narrow, down and back up at the side.

    Raises `ValueError` for a reading under which nobody is known to have been in the stations.
    """
    reading = material.result("stations-sum").readings["stations"]
    if reading != "stock":
        raise ValueError(f"figure 'flow' cannot be drawn where the station numbers are read as {reading!r}")
    wide, place = m.is_wide(width), layout("flow")
    ax = (figure := m.sheet(width, 290 if wide else 620)).subplots()
    ax.set(xlim=(0, 1), ylim=(0, 1))
    ax.set_axis_off()
    for name, stage in material.table("flow").iterrows():
        x, y = place["stages"][name][not wide]
        m.words(ax, x, y, stage.stage, 0, 19, ha="center", **m.ASIDE)
        m.words(ax, x, y, stage.people, ha="center", size="x-large")
        m.words(ax, x, y, stage.meaning, 0, -17, ha="center", **m.QUIET)
    for name, words in material.labels("flow", "ways").items():
        x, y, side = place["words"][name][not wide]
        m.words(ax, x, y, words.replace("\n", " ") if wide else words, ha=side, size="small")
    for name, way in place["ways"].items():
        points, given = way[not wide], name in GIVEN
        colour, dashes = (m.RUBRIC, "-") if given else (m.SOFT, (0, (4, 2.5)))
        across, up = zip(*points, strict=True)
        ax.plot(across, up, lw=1.4, ls=dashes, color=colour, gid="full" if given else "broken")
        (x, y), (to_x, to_y) = points[-2:]
        head = HEADS[(to_x > x) - (to_x < x), (to_y > y) - (to_y < y)]
        ax.plot(to_x, to_y, head, ms=7, mew=0, color=colour)
    return figure
