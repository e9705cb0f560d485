"""Figures of the document itself: what its sentences hold, and who says them."""

from textwrap import shorten

import numpy as np
from matplotlib.figure import Figure
from pandas import DataFrame

from .. import addresses
from . import marks as m
from .material import Material, told

MARKS = {"places": {"marker": "o", "ms": 3.4, "mew": 0}, "dates": {"marker": "|", "ms": 5.5, "mew": 1.5}}
BLOCK = 9  # points
GAP = 4  # characters between the bars of sentences
LABELLED = 3  # lines of the narrow sheet that have their numbers written
BASES = {"explicit": m.RUBRIC, "inherited": m.BLUSH, "inferred": m.PAPER}  # of a block: how its voice is told
SPECIMEN = "provincial-committee"  # the one voice that has all of them, and so names them


def held_table(material: Material) -> DataFrame:
    """One row per sentence, with how much of each kind it holds."""
    table = material.sentences[["sentence"]].assign(characters=material.sentences.text.str.len())
    for kind, found in material.held.items():
        table[kind] = [int((found.sentence == name).sum()) for name in table.sentence]
    return table


def fingerprint(material: Material, width: int) -> Figure:
    """A line for each paragraph, a bar for each sentence as long as it is, marks at the very words."""
    wide, label = width == m.WIDE, told("fingerprint")["marks"]
    text = material.cable.sentences[material.cable.sentences.kind != "apparatus"]
    lines = text.groupby(["section", "paragraph"], sort=False)
    text = text.assign(y=lines.ngroup() + 1, left=lines.start.transform("min"))
    rows = text[text.kind == "body"].assign(red=text.sentence.isin(material.held["numbers"].sentence))
    ax = m.sheet(width, (34 if wide else 26) * len(lines) + 20).subplots()
    for row in text[text.kind == "heading"].itertuples():
        m.words(ax, 0, row.y, shorten(row.text, 99 if wide else 56, placeholder=" …"), **m.HEADING)
    links = [addresses.link(f"s-{name}") if material.cable.pages else None for name in rows.sentence]
    look = {"colors": [m.RUBRIC if red else m.RULE for red in rows.red], "lw": 9.6 if wide else 7.2}
    ax.hlines(rows.y, rows.start - rows.left, rows.end - rows.left - GAP, urls=links, **look)
    places = rows[["sentence", "y", "left", "red"]].assign(begin=rows.start - rows.left)
    held = {kind: found.merge(places, on="sentence") for kind, found in material.held.items()}
    for (begin, y), numbers in held["numbers"].groupby(["begin", "y"]):
        if wide or y <= LABELLED:
            m.words(ax, begin, y - 0.44, ", ".join(numbers.text), color=m.RUBRIC, size="small")
    for kind, look in MARKS.items():
        at = (held[kind].start + held[kind].end) / 2 - held[kind].left
        for red, those in held[kind].groupby("red"):
            ax.plot(at[those.index], those.y, ls="none", zorder=3, color=m.PAPER if red else m.INK, **look)
        for x in at[held[kind].y == 1].tail(1):  # the first line says what its marks are
            m.words(ax, x, 0.57, label[kind], ha="center", **m.ASIDE)
    doubts = held["doubts"]
    ends = doubts.end - doubts.left
    ax.hlines(doubts.y + 0.28, doubts.start - doubts.left, ends, color=m.INK, lw=1.3)
    for x in ends[doubts.y == 1].tail(1):
        m.words(ax, x, 1.5, label["doubts"], 5, **m.ASIDE)
    ax.set(ylim=(len(lines) + 0.45, 0.3), xlim=(0, 1.01 * (rows.end - rows.left).max()), xticks=[])
    names = rows.drop_duplicates("y")
    ax.set_yticks(names.y, names.sentence.str.rsplit(".", n=1).str[0], **m.QUIET)
    return ax.figure


def voices(material: Material, width: int) -> Figure:
    """Sentences across in their order: a band where they pass through a voice, a block where they rest."""
    wide, rows = width == m.WIDE, material.sentences
    rows = rows.assign(x=rows.index + 0.9 * ((rows.paragraph != rows.paragraph.shift()).cumsum() - 1))
    names, bases, end = material.labels("names"), material.labels("bases"), rows.x.iloc[-1]
    passing = rows.assign(voice=rows.chain.str.split(" > ")).explode("voice")
    resting = passing.groupby("sentence", sort=False).tail(1)
    ax, heights, y = m.sheet(width, 400 if wide else 485).subplots(), {}, 0.0
    for voice in passing.voice.unique():
        large, specimen = len(heights) < 2, voice == SPECIMEN
        y += 1.4 if large else 1
        heights[voice], own = y, resting[resting.voice == voice]
        label, first, last = f"{names[voice]}, {len(own)}", own.x.iloc[0], own.x.iloc[-1]
        late = last > (0.7 if wide else 0.5) * end and (wide or not specimen)  # no room behind it
        side = "right" if late else "left"
        if large:
            through = f"{(passing.voice == voice).sum()} pass through, {len(own)} rest here"
            m.words(ax, -0.5, y - 0.66, f"{names[voice]}: {through}")
        elif wide:
            m.words(ax, first if late else last, y, label, -10 if late else 10, ha=side)
        else:
            m.words(ax, first, y - 0.45, label, 4 if late else -3, ha=side)
        for basis in BASES if specimen else ():
            at, side = own.x[own.basis == basis].iloc[0] - 0.42, "right" if basis == "explicit" else "left"
            m.words(ax, at, y + 0.55, bases[basis], -(side == "right"), ha=side, **m.ASIDE)
        y += 0.55 * specimen

    def draw(these: DataFrame, half: float, **look: object) -> None:
        across = np.stack([these.x - half, these.x + half, these.x * np.nan], axis=1).ravel()
        ax.plot(across, these.voice.map(heights).repeat(3), **look)

    draw(passing, 0.55, color=m.PALE, lw=BLOCK)
    for basis, colour in BASES.items():
        those = resting[resting.basis == basis]
        if hollow := basis == "inferred":
            draw(those, 0.59 if wide else 0.8, color=m.RUBRIC, lw=BLOCK)
        draw(those, 0.42, color=colour, lw=BLOCK - 2 * hollow)
    ax.set(ylim=(y + 0.42, 0.35), xlim=(-0.6, end + 0.6))
    begins = rows.x[rows.section != rows.section.shift()].iloc[1:] - 0.95
    m.scale_above(ax, begins, ["section 1" if wide else "1", "2", "3"], ha="left")
    return ax.figure
