"""Figures of time: the days from the count to the paper, and the counts of others."""

from datetime import timedelta

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .. import edtf
from . import marks as m
from .material import Material, layout

ABOUT = 0.6  # of a tail: the fading of an end that is about a date


def timeline(material: Material, width: int) -> Figure:
    """Above, small, the years; below, large, the days from the count to the paper."""
    figure = m.sheet(width, 560 if width == m.WIDE else 580)
    years, days = figure.subplots(2, 1, height_ratios=(7, 5))
    _years(years, material, width)
    _days(days, material, width == m.WIDE)
    ends = [edtf.bounds(material.rows("timeline").edtf[name])[0] for name in ("statistics-total", "dispatch")]
    m.lens(years, years.get_ylim()[0], days, days.get_ylim()[1] - 0.25, ends)
    return figure


def _years(ax: Axes, material: Material, width: int) -> None:
    """A row for each event; first, in grey, those from outside."""
    (begin, stop), labels = layout("timeline")["years"], material.labels("timeline", "events")
    tail = (stop - begin) * (m.TAIL / (0.75 * (width - 10)))  # in days of this scale
    for y, (name, words) in enumerate(labels.items()):
        event = material.rows("timeline").loc[name]
        first, last = edtf.bounds(event.edtf)
        colour = m.RUBRIC if event.layer == "cable" else m.LINE
        about = [ABOUT * ("~" in part) for part in event.edtf.split("/")]  # of a tail, at either end
        start, end = first - tail * about[0] if first else last - tail, last + timedelta(1) + tail * about[-1]
        if first:
            m.bar(ax, y, (first, last + timedelta(1)), 6, colour, hollow="?" in event.edtf)
        for edge, towards in ((first, -about[0]), (last, about[-1] if first else -1)):
            if edge and towards:
                m.fade(ax, edge, y, colour, 6, towards)
        look = {"size": "small"} if event.layer == "cable" else m.ASIDE
        if start > begin + timedelta(400):  # else there is no room on the left
            m.words(ax, start, y, words, -6, ha="right", **look)
        else:
            m.words(ax, end, y, words, 6, **look)
    m.words(ax, begin, 0, "outside the cable", **m.QUIET)
    ax.set(xlim=(begin, stop), ylim=(len(labels) - 0.4, -0.6))
    m.scale_above(ax, *zip(*layout("years"), strict=True), ha="left")


def _days(ax: Axes, material: Material, wide: bool) -> None:
    """What is dated to the day; and the same word “now”, by the clock of the talk and of the paper."""
    place, days = layout("timeline"), material.rows("timeline").edtf.map(edtf.bounds)
    label = material.labels("timeline", "days", wide)
    (counted, _), (talk, _), (paper, _) = days["statistics-total"], days["talk"], days["dispatch"]
    (ruled, _), meeting = days["changbai"], days["meeting"]
    span = {"arrowstyle": "|-|,widthA=.3,widthB=.3", "color": m.SOFT, "lw": 0.8, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", (counted, 3.35), (paper, 3.35), arrowprops=span)
    m.words(ax, counted + (paper - counted) / 2, 3.35, label["age"], ha="center", bbox=m.ON_LINES)
    ax.plot(place["days"], [2, 2], color=m.LINE, lw=0.6)
    m.bar(ax, 2, meeting, 6, hollow=True)
    m.words(ax, meeting[0], 2, label["meeting"], 0, -14 if wide else -18, **m.QUIET)
    m.dot(ax, ruled, 2, m.LINE, hollow=True)
    m.words(ax, ruled, 2, label["ruled"], 0, -14, ha="center", **m.ASIDE)
    for day, (name, (across, side)) in zip((counted, talk, paper), place["marks"].items(), strict=True):
        m.dot(ax, day, 2)
        m.words(ax, day, 2, label[name], across, 21 if wide else 19, ha=side)
    m.fade(ax, talk, 1, thick=10, towards=-1.2)
    m.words(ax, talk, 1, label["now-talk"], 6)
    m.fade(ax, paper, 0.2, m.LINE, thick=10, towards=-1.2)
    m.words(ax, paper, 0.2, label["now-paper"], -1.2 * m.TAIL - 6, ha="right")
    ax.set(xlim=place["days"], ylim=(-0.2, 3.85), yticks=[])
    ax.set_xticks(*zip(*place["ticks" if wide else "ticks-narrow"], strict=True))


def totals(material: Material, width: int) -> Figure:
    """People upward, time across: a dot where a count ends, to its start a line that claims no course."""
    wide, outside = width == m.WIDE, material.rows("outside")
    label = material.labels("totals", "counts", wide)
    total, began = material.rows("quantities").loc["total"], material.rows("timeline").edtf["first-crossings"]
    ax = (figure := m.sheet(width, 380 if wide else 320)).subplots()
    (first, last), end = edtf.bounds(began), edtf.bounds(total.as_of)[1]
    ax.fill([first, last, end], [0, 0, total.low], color=m.RUBRIC, alpha=0.1, lw=0)
    for start in (first, last):
        ax.plot([start, end], [0, total.low], color=m.RUBRIC, lw=1, ls=m.DOTTED)
    m.dot(ax, end, total.low)
    m.words(ax, end, total.low, label["total"], -7, 7, ha="right", color=m.RUBRIC)
    for name, places in layout("totals")["counts"].items():
        people, (start, end) = outside.low[name], edtf.bounds(outside.as_of[name])
        ax.plot([start, end], [0, people], color=m.LINE, lw=1, ls=m.DOTTED)
        m.dot(ax, end, people, m.LINE, hollow=True)
        across, up, side = places[not wide]
        m.words(ax, end, people, label[name], across, up, ha=side)
    ax.set(ylim=(0, 30_000), xlim=layout("totals")["years"][not wide])
    ax.set_yticks(*zip(*layout("totals")["people"], strict=True), **m.QUIET)
    ax.set_xticks(*zip(*layout("years"), strict=True), ha="left")
    ax.grid(axis="y")
    ax.spines.bottom.set_visible(True)
    return figure
