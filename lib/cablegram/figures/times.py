"""Figures of time: the days from the count to the paper, the counts of others, the order of what was done."""

from datetime import date, timedelta

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from pandas import DataFrame

from .. import edtf
from . import marks as m
from .material import Material, layout, told

YEARS, DAYS = (date(1960, 1, 1), date(1962, 4, 10)), (date(1961, 11, 3), date(1961, 12, 4))
ABOUT = 0.6  # of a tail: the fading of an end that is about a date


def timeline(material: Material, width: int) -> Figure:
    """Above, small, the years; below, large, the days from the count to the paper."""
    figure = m.sheet(width, 560 if m.is_wide(width) else 580)
    years, days = figure.subplots(2, 1, height_ratios=(7, 5))
    _years(years, material, points_a_day=(width - 10) * 0.75 / (YEARS[1] - YEARS[0]).days)
    _days(days, material, m.is_wide(width))
    for name in ("statistics-total", "dispatch"):
        day = edtf.bounds(material.rows("timeline").edtf[name])[0]
        m.lens_line(figure, (day, years.get_ylim()[0]), years, (day, days.get_ylim()[1] - 0.25), days)
    return figure


def _years(ax: Axes, material: Material, points_a_day: float) -> None:
    """A row for each event; first, in grey, those from outside."""
    tail, labels = timedelta(m.TAIL / points_a_day), material.labels("timeline", "events")
    for y, (name, words) in enumerate(labels.items()):
        event = material.rows("timeline").loc[name]
        first, last = edtf.bounds(event.edtf)
        colour = m.RUBRIC if event.layer == "cable" else m.LINE
        about = [ABOUT * ("~" in part) for part in event.edtf.split("/")]  # of a tail, at either end
        start, end = first - tail * about[0] if first else last - tail, last + timedelta(1) + tail * about[-1]
        if first:
            m.bar(ax, y, (first, last + timedelta(1)), colour, 6, hollow="?" in event.edtf)
        for edge, towards in ((first, -about[0]), (last, about[-1] if first else -1)):
            if edge and towards:
                m.fade(ax, edge, y, colour, 6, towards)
        look = {"size": "small"} if event.layer == "cable" else m.ASIDE
        if start > YEARS[0] + timedelta(400):  # else there is no room on the left
            m.words(ax, start, y, words, -6, ha="right", **look)
        else:
            m.words(ax, end, y, words, 6, **look)
    m.words(ax, YEARS[0], 0, "outside the cable", **m.QUIET)
    ax.set(xlim=YEARS, ylim=(len(labels) - 0.4, -0.6))
    halves = [date(year, month, 1) for year in (1960, 1961, 1962) for month in (1, 7)][:5]
    m.scale_above(ax, halves, ["1960", "July", "1961", "July", "1962"], ha="left")


def _days(ax: Axes, material: Material, wide: bool) -> None:
    """What is dated to the day; and the same word “now”, by the clock of the talk and of the paper."""
    names = ("statistics-total", "talk", "dispatch", "changbai", "meeting")
    days = [edtf.bounds(material.rows("timeline").edtf[name]) for name in names]
    (counted, _), (talk, _), (paper, _), (ruled, _), meeting = days
    label = material.labels("timeline", "days" if wide else "days-narrow")
    span = {"arrowstyle": "|-|,widthA=.3,widthB=.3", "color": m.SOFT, "lw": 0.8, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", (counted, 3.35), (paper, 3.35), arrowprops=span)
    m.words(ax, counted + (paper - counted) / 2, 3.35, label["age"], ha="center", bbox=m.ON_LINES)
    ax.plot(DAYS, [2, 2], color=m.LINE, lw=0.6)
    m.bar(ax, 2, meeting, thick=6, hollow=True)
    m.words(ax, meeting[0], 2, label["meeting"], 0, -14 if wide else -18, **m.QUIET)
    m.dot(ax, ruled, 2, m.LINE, hollow=True)
    m.words(ax, ruled, 2, label["ruled"], 0, -14, ha="center", **m.ASIDE)
    for day, name, across, side in (
        (counted, "count", 4, "right"),
        (talk, "talk", -4, "left"),
        (paper, "paper", 4, "right"),
    ):
        m.dot(ax, day, 2)
        m.words(ax, day, 2, label[name], across, 21 if wide else 19, ha=side)
    m.fade(ax, talk, 1, thick=10, towards=-1.2)
    m.words(ax, talk, 1, label["now-talk"], 6)
    m.fade(ax, paper, 0.2, m.LINE, thick=10, towards=-1.2)
    m.words(ax, paper, 0.2, label["now-paper"], -1.2 * m.TAIL - 6, ha="right")
    ax.set(xlim=DAYS, ylim=(-0.2, 3.85), yticks=[])
    ticks = [*(date(1961, 11, day) for day in (8, 10, 15, 20, 25)), paper]
    ax.set_xticks(ticks, ["8", "10", "15", "20 November", "25", "2 December" if wide else "2 Dec."])


def totals(material: Material, width: int) -> Figure:
    """People upward, time across: a dot where a count ends, to its start a line that claims no course."""
    wide, outside, label = m.is_wide(width), material.rows("outside"), material.labels("totals", "counts")
    total, began = material.rows("quantities").loc["total"], material.rows("timeline").edtf["first-crossings"]
    ax = (figure := m.sheet(width, 380 if wide else 320)).subplots()
    (first, last), end = edtf.bounds(began), edtf.bounds(total.as_of)[1]
    ax.fill([first, last, end], [0, 0, total.low], color=m.RUBRIC, alpha=0.1, lw=0)
    for start in (first, last):
        ax.plot([start, end], [0, total.low], color=m.RUBRIC, lw=1, ls=m.DOTTED)
    m.dot(ax, end, total.low)
    m.words(ax, end, total.low, label["total"], -7, 7, ha="right", color=m.RUBRIC)
    for name, (side, *up) in layout("totals").items():
        people, (start, end) = outside.low[name], edtf.bounds(outside.as_of[name])
        ax.plot([start, end], [0, people], color=m.LINE, lw=1, ls=m.DOTTED)
        m.dot(ax, end, people, m.LINE, hollow=True)
        words = label[name] if not wide or end.year < 1962 else label[name].replace("\n", " ")
        to_left = side == "right" and wide
        place = {"across": -14 if to_left else 9, "up": up[not wide], "ha": "right" if to_left else "left"}
        m.words(ax, end, people, words, **place)
    thousands = range(0, 30_001, 10_000)
    halves = [date(year, month, 1) for year in (1960, 1961) for month in (1, 7)]
    ax.set(ylim=(0, 30_000), xlim=(halves[0], date(1962, 9, 20) if wide else date(1963, 4, 20)))
    ax.set_yticks(thousands, [f"{each:,}" for each in thousands], **m.QUIET)
    ax.set_xticks([*halves, date(1962, 1, 1)], ["1960", "July", "1961", "July", "1962"], ha="left")
    ax.grid(axis="y")
    ax.spines.bottom.set_visible(True)
    return figure


def measures(material: Material) -> DataFrame:
    """What the Korean side did, in the order of the telling: a table, which says it sooner than a picture."""
    dates = material.cable.dates.drop_duplicates("sentence").set_index("sentence").text
    table = DataFrame(told("measures")["rows"])
    when = [[f"“{dates[name]}”" for name in names if name in dates] for names in table.sentences]
    table["what"] = table.what.map(material.fill)
    table["who"] = [", ".join([*words, who]) for words, who in zip(when, table.who, strict=True)]
    table["sentences"] = [", ".join(f"[{name}](#s-{name})" for name in names) for names in table.sentences]
    table.attrs["prose"] = ("sentences",)
    return table.rename(
        columns={"what": "what was done", "who": "when, in the words of the cable, and by whom"}
    )
