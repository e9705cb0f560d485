"""What the cable counts and dates: numbers, stations, the way through them, the growth, the days."""

from dataclasses import replace
from datetime import timedelta
from math import isfinite
from textwrap import wrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from .. import edtf
from ..bounds import from_row
from ..results.evidence import STATIONS
from . import marks as m
from .material import Material, layout, told

ABOUT = 0.6  # of a tail: the fading of an end that is about a date


def numbers(material: Material, width: int) -> Figure:
    """A table with a picture: the words of the cable, what they count, on a scale by tens what is open."""
    wide, rows, names = width == m.WIDE, material.cable.quantities, material.rows("places").name
    figure, y = m.sheet(width, width), 0.0  # the sheet gets its height when the lines are counted
    left, scale = figure.subplots(1, 2, sharey=True, width_ratios=(46, 54) if wide else (48, 52))
    left.set_axis_off()
    scale.set_xscale("log", subs=[1])
    for heading, measures in told("numbers")["kinds"].items():
        m.words(left, 0, y := y + 0.6, heading, **m.HEADING)
        group = rows[rows.measure.isin(measures)].assign(size=lambda table: table.low.fillna(table.high))
        for row in group.sort_values("size", ascending=False, kind="stable").itertuples():
            y += 1 if wide else 1.25
            m.words(left, 0, y, row.text)
            scale.hlines(y, 1, max(1, row.low), color=m.RULE, lw=0.7, ls=(0, (1, 2)), zorder=0)
            m.bounds(scale, y, from_row(row._asdict()))
            present = row.measure == "stock" and row.counted == "people"
            counted = f"people in {names[row.place]}" if present else row.population
            counted += ", again" * row.id.endswith("-again")
            for line in [counted] if wide else wrap(counted, 31):
                y += 0 if wide else 0.9
                m.words(left, 0.37 if wide else 0, y if wide else y + 0.05, line, **m.QUIET)
        y += 1
    scale.set(xlim=(1, 1.3e5 if wide else 7e5), ylim=(y - 0.4, 0))
    m.scale_above(scale, [10**power for power in range(0, 6, 1 if wide else 2)])
    scale.grid(axis="x")
    figure.set_figheight((25 * y if wide else 16 * y + 14) / 96)
    return figure


def stations(material: Material, width: int) -> Figure:
    """The sum of the station numbers to the scale of all who came; under a lens, end to end, the numbers."""
    rows, names = material.rows("quantities"), material.rows("places").name.str.removesuffix(" County")
    doubtful, label = set(material.cable.candidates.place), material.labels("bars")
    total, known = rows.low["total"], float(material.result("stations-sum").value.low)
    room = 1.05 if width == m.WIDE else 1.13  # of the longest bar: for what fades out beyond the last
    whole, lens = m.sheet(width, 310).subplots(2, 1, height_ratios=(2, 4))
    m.bar(whole, 0, (0, total), 17, m.SOFT)
    m.words(whole, 0, 0, label["total"], 8, color=m.PAPER)
    m.bar(whole, 1, (0, known), 17)
    m.fade(whole, known, 1, thick=17)
    m.words(whole, known, 1, label["together"], m.TAIL + 6)
    end = 0.0
    for y, key in enumerate(STATIONS):
        start, end = end, end + rows.low[key]
        m.bar(lens, y, (start, end), 17, hollow=key in doubtful)
        m.fade(lens, end, y, thick=17)
        said = f"{names[key]}{', as printed' * (key in doubtful)}: {rows.text[key]}"
        if start:
            lens.plot([start, start], [y - 0.68, y - 0.32], color=m.LINE, lw=0.6)
            m.words(lens, start, y, said, -8, ha="right")
        else:
            m.words(lens, end, y, said, m.TAIL + 6)
    whole.set(xlim=(0, room * total), ylim=(1.6, -0.4), xticks=[], yticks=[])
    lens.set(xlim=(0, room * end), ylim=(3.5, -0.7), yticks=[])
    lens.set_xticks([0, 500, 1000, end], ["0", "500", "1,000", f"{end:,.0f}"])
    m.lens(whole, 1.35, lens, -0.5, (0, end))
    return whole.figure


def flow(material: Material, width: int) -> Figure:
    """A loop: wide, out along the top and back below; narrow, down and back up at the side.

    Raises `ValueError` for a reading under which nobody is known to have been in the stations.
    """
    reading = material.result("stations-sum").readings["stations"]
    if reading != "stock":
        raise ValueError(f"figure 'flow' cannot be drawn where the station numbers are read as {reading!r}")
    wide, place = width == m.WIDE, layout("flow")
    ax = m.sheet(width, 290 if wide else 620).subplots()
    ax.set(xlim=(0, 1), ylim=(0, 1))
    ax.set_axis_off()
    for name, stage in material.table().iterrows():
        point = place["stages"][name][not wide]
        m.words(ax, *point, stage.stage, 0, 19, ha="center", **m.ASIDE)
        m.words(ax, *point, stage.people, ha="center", size="x-large")
        m.words(ax, *point, stage.meaning, 0, -17, ha="center", **m.QUIET)
    for name, words in material.labels("ways").items():
        x, y, side = place["words"][name][not wide]
        m.words(ax, x, y, words.replace("\n", " ") if wide else words, ha=side, size="small")
    for name, way in place["ways"].items():
        given = name in place["given"]
        colour, dashes = (m.RUBRIC, "-") if given else (m.SOFT, (0, (4, 2.5)))
        across, up = zip(*way[not wide], strict=True)
        ax.plot(across, up, lw=1.4, ls=dashes, color=colour, gid="full" if given else "broken")
        ax.plot(across[-1], up[-1], place["heads"][name][not wide], ms=7, mew=0, color=colour)
    return ax.figure


def granted(material: Material) -> list[str]:
    """What the routes take for granted, in the order of the picture, where numbers in brackets count it."""
    names = [name for group in told("rates")["routes"].values() for name in group]
    return list(dict.fromkeys(words for name in names for words in material.result(name).assumptions))


def rates(material: Material, width: int) -> Figure:
    """One row a route, its value at the mark; narrow, its words above the mark and the scale below both."""
    wide, assumptions, y = width == m.WIDE, granted(material), 0.0
    figure = m.sheet(width, 235 if wide else 275)
    shared = {"sharey": True, "width_ratios": (13, 18)}
    left, scale = figure.subplots(1, 2, **shared) if wide else [figure.subplots()] * 2
    left.set_axis_off()
    scale.set_axis_on()  # narrow, it is the same
    ticks, reach = range(0, 121, 20), 0.5 if wide else 0.25  # narrow, the lines stop for the words
    for heading, group in told("rates")["routes"].items():
        m.words(left, 0, y := y + 0.65, heading, **m.HEADING)
        y += 0 if wide else 0.2
        for name, title in group.items():
            y, route = y + 1, material.result(name)
            numbers = ", ".join(str(assumptions.index(each) + 1) for each in route.assumptions)
            m.words(left, 0, y if wide else y - 0.43, f"{title} ({numbers})")
            scale.vlines(ticks, y - reach, y + reach, color=m.RULE, lw=0.5, zorder=0)
            known = replace(route.value, approximate="about" in route.wording)  # as it is worded
            outside = any(each.startswith("outside-") for each in route.inputs)
            m.bounds(scale, y, known, m.LINE if outside else m.RUBRIC)
            end, away = (known.high, 9) if isfinite(known.high) else (known.low, m.TAIL + 5)
            m.words(scale, float(end), y, route.wording, away, bbox=m.ON_LINES)
        y += 1 if wide else 0.7
    scale.set(xlim=(0, 125 if wide else 130), ylim=(y - 0.4, 0))
    m.scale_above(scale, ticks)
    return figure


def totals(material: Material, width: int) -> Figure:
    """People upward, time across: a dot where a count ends, to its start a line that claims no course."""
    wide, place, outside = width == m.WIDE, layout("totals"), material.rows("outside")
    label, total = material.labels("counts", wide), material.rows("quantities").loc["total"]
    first, last = edtf.bounds(material.rows("timeline").edtf["first-crossings"])
    end = edtf.bounds(total.as_of)[1]
    ax = m.sheet(width, 380 if wide else 320).subplots()
    ax.fill([first, last, end], [0, 0, total.low], color=m.RUBRIC, alpha=0.1, lw=0)
    for start in (first, last):
        ax.plot([start, end], [0, total.low], color=m.RUBRIC, lw=1, ls=m.DOTTED)
    m.dot(ax, end, total.low)
    m.words(ax, end, total.low, label["total"], -7, 7, ha="right", color=m.RUBRIC)
    for name, places in place["counts"].items():
        people, (start, end) = outside.low[name], edtf.bounds(outside.as_of[name])
        ax.plot([start, end], [0, people], color=m.LINE, lw=1, ls=m.DOTTED)
        m.dot(ax, end, people, m.LINE, hollow=True)
        across, up, side = places[not wide]
        m.words(ax, end, people, label[name], across, up, ha=side)
    ax.set(ylim=(0, 30_000), xlim=place["years"][not wide])
    ax.set_yticks(*zip(*place["people"], strict=True), **m.QUIET)
    ax.set_xticks(*zip(*layout("years"), strict=True), ha="left")
    ax.grid(axis="y")
    ax.spines.bottom.set_visible(True)
    return ax.figure


def timeline(material: Material, width: int) -> Figure:
    """Above, small, the years; below, large, the days from the count to the paper."""
    wide, place, events = width == m.WIDE, layout("timeline"), material.rows("timeline")
    years, days = m.sheet(width, 560 if wide else 580).subplots(2, 1, height_ratios=(7, 5))
    first = {name: edtf.bounds(dated)[0] for name, dated in events.edtf.items()}
    counted, talk, paper = (first[name] for name in ("statistics-total", "talk", "dispatch"))
    _years(years, material, width)
    days.plot([counted, paper], [3.35, 3.35], color=m.SOFT, lw=0.8, marker="|")
    days.plot(place["days"], [2, 2], color=m.LINE, lw=0.6)
    for day in (counted, talk, paper):
        m.dot(days, day, 2)
    m.dot(days, first["changbai"], 2, m.LINE, hollow=True)
    m.bar(days, 2, edtf.bounds(events.edtf["meeting"]), 6, hollow=True)
    m.fade(days, talk, 1, thick=10, towards=-1.2)  # the same word “now” by two clocks
    m.fade(days, paper, 0.2, m.LINE, thick=10, towards=-1.2)
    label, looks = material.labels("days", wide), {"meeting": m.QUIET, "ruled": m.ASIDE}
    for name, (event, y, across, up, side) in place["words"].items():
        m.words(days, first[event], y, label[name], across, up[not wide], ha=side, **looks.get(name, {}))
    m.words(days, counted + (paper - counted) / 2, 3.35, label["age"], ha="center", bbox=m.ON_LINES)
    days.set(xlim=place["days"], ylim=(-0.2, 3.85), yticks=[])
    days.set_xticks(*zip(*place["ticks" if wide else "ticks-narrow"], strict=True))
    m.lens(years, years.get_ylim()[0], days, 3.6, (counted, paper))
    return years.figure


def _years(ax: Axes, material: Material, width: int) -> None:
    """A row for each event; first, in grey, those from outside."""
    (begin, stop), labels = layout("timeline")["years"], material.labels("events")
    tail = (stop - begin) * (m.TAIL / (0.75 * (width - 10)))  # in days of this scale
    for y, (name, words) in enumerate(labels.items()):
        event = material.rows("timeline").loc[name]
        (first, last), own = edtf.bounds(event.edtf), event.layer == "cable"
        colour, look = (m.RUBRIC, {"size": "small"}) if own else (m.LINE, m.ASIDE)
        about = [ABOUT * ("~" in part) for part in event.edtf.split("/")]  # of a tail, at either end
        start, end = first - tail * about[0] if first else last - tail, last + timedelta(1) + tail * about[-1]
        if first == last:
            m.dot(ax, first, y, colour, hollow=not own)
        elif first:
            m.bar(ax, y, (first, last + timedelta(1)), 6, colour, hollow="?" in event.edtf)
        for edge, towards in ((first, -about[0]), (last, about[-1] if first else -1)):
            if edge and towards:
                m.fade(ax, edge, y, colour, 6, towards)
        if start > begin + timedelta(400):  # else there is no room on the left
            m.words(ax, start, y, words, -8, ha="right", **look)
        else:
            m.words(ax, end, y, words, 8, **look)
    m.words(ax, begin, 0, "outside the cable", **m.QUIET)
    ax.set(xlim=(begin, stop), ylim=(len(labels) - 0.4, -0.6))
    m.scale_above(ax, *zip(*layout("years"), strict=True), ha="left")
