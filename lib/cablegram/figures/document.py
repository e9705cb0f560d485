"""Figures of the document itself: what its sentences hold, and who says them."""

from textwrap import shorten

from matplotlib.figure import Figure
from pandas import DataFrame

from .. import addresses
from . import marks as m
from .material import Material, told

PLACE = {"marker": "o", "ms": 3.4, "mew": 0, "ls": "none", "zorder": 3}
DATE = {"marker": "|", "ms": 5.5, "mew": 1.5, "ls": "none", "zorder": 3}
LABELLED = 3  # lines of the narrow sheet that have their numbers written
BASES = {  # the look of a block by the ground on which its voice is told
    "explicit": {"color": m.RUBRIC, "lw": 0},
    "inherited": {"color": m.BLUSH, "lw": 0},
    "inferred": {"facecolor": m.PAPER, "edgecolor": m.RUBRIC, "lw": 1},
}
SPECIMEN = "provincial-committee"  # the one voice that has all of them, and so names them


def held_table(material: Material) -> DataFrame:
    """One row per sentence, with how much of each kind it holds."""
    table = material.sentences[["sentence"]].assign(characters=material.sentences.text.str.len())
    for kind, found in material.held.items():
        table[kind] = [int((found.sentence == name).sum()) for name in table.sentence]
    return table


def fingerprint(material: Material, width: int) -> Figure:
    """A line for each paragraph, a bar for each sentence as long as it is, marks at the very words."""
    wide, numbers = width == m.WIDE, material.held["numbers"].groupby("sentence").text.agg(", ".join)
    text = material.cable.sentences[material.cable.sentences.kind != "apparatus"]
    lines = text.groupby(["section", "paragraph"], sort=False)
    text = text.assign(y=lines.ngroup() + 1, first=lines.start.transform("min"))
    rows = text[text.kind == "body"].assign(red=lambda table: table.sentence.isin(numbers.index))
    places, label = rows[["sentence", "y", "first", "red"]], told("fingerprint")["marks"]
    ax = m.sheet(width, (34 if wide else 26) * len(lines) + 20).subplots()
    for row in text[text.kind == "heading"].itertuples():
        m.words(ax, 0, row.y, shorten(row.text, 99 if wide else 56, placeholder=" …"), **m.HEADING)
    start, end = rows.start - rows["first"], rows.end - rows["first"]
    links = [addresses.link(f"s-{name}") if material.cable.pages else None for name in rows.sentence]
    look = {"colors": [m.RUBRIC if red else m.RULE for red in rows.red], "lw": 9.6 if wide else 7.2}
    ax.hlines(rows.y, start, end, urls=links, **look)
    later = rows.assign(at=start)[start > 0]
    ax.vlines(later["at"], later.y - 0.2, later.y + 0.2, color=m.PAPER, lw=2 if wide else 1.3)
    for row in rows[rows.red].itertuples():
        if wide or row.y <= LABELLED:
            at = row.start - row.first
            m.words(ax, at, row.y - 0.44, numbers[row.sentence], color=m.RUBRIC, size="small")
    for kind, look in (("places", PLACE), ("dates", DATE)):
        found = material.held[kind].merge(places, on="sentence")
        found["at"] = (found.start + found.end) / 2 - found["first"]
        for red, those in found.groupby("red"):
            ax.plot(those["at"], those.y, color=m.PAPER if red else m.INK, **look)
        for at in found["at"][found.y == 1].tail(1):  # the first line says what its marks are
            m.words(ax, at, 0.57, label[kind], ha="center", **m.ASIDE)
    doubts = material.held["doubts"].merge(places, on="sentence")
    start, end = doubts.start - doubts["first"], doubts.end - doubts["first"]
    ax.hlines(doubts.y + 0.28, start, end, color=m.INK, lw=1.3)
    for at in end[doubts.y == 1].tail(1):
        m.words(ax, at, 1.5, label["doubts"], 5, **m.ASIDE)
    ax.set(ylim=(len(lines) + 0.45, 0.3), xlim=(0, 1.01 * (rows.end - rows["first"]).max()), xticks=[])
    names = rows.drop_duplicates("y")
    ax.set_yticks(names.y, names.sentence.str.rsplit(".", n=1).str[0], **m.QUIET)
    return ax.figure


def voices(material: Material, width: int) -> Figure:
    """Sentences across in their order: a band where they pass through a voice, a block where they rest."""
    wide, rows = width == m.WIDE, material.sentences
    rows = rows.assign(x=rows.index + 0.9 * ((rows.paragraph != rows.paragraph.shift()).cumsum() - 1))
    names, bases = material.labels("voices", "names"), material.labels("voices", "bases")
    chains, end = rows.chain.str.split(" > "), rows.x.iloc[-1]
    heard = list(dict.fromkeys(voice for chain in chains for voice in chain))
    ax, y = m.sheet(width, 400 if wide else 485).subplots(), 0.0
    for voice in heard:
        y += 1.4 if voice in heard[:2] else 1
        passes, own = rows[[voice in chain for chain in chains]], rows[chains.str[-1] == voice]
        runs = passes.x.groupby((passes.index.to_series().diff() != 1).cumsum()).agg(["min", "max"])
        bands = zip(runs["min"] - 0.5, runs["max"] - runs["min"] + 1, strict=True)
        ax.broken_barh(list(bands), (y - 0.22, 0.44), color=m.PALE, lw=0)
        for basis, look in BASES.items():
            those = own[own.basis == basis]
            ax.broken_barh([(x - 0.42, 0.84) for x in those.x], (y - 0.22, 0.44), **look)
            if voice == SPECIMEN:
                at, side = those.x.iloc[0] - 0.42, "right" if basis == "explicit" else "left"
                m.words(ax, at, y + 0.55, bases[basis], -(side == "right"), ha=side, **m.ASIDE)
        label, first, last = f"{names[voice]}, {len(own)}", own.x.iloc[0], own.x.iloc[-1]
        late = last > (0.7 if wide else 0.5) * end and (wide or voice != SPECIMEN)  # no room behind it
        side = "right" if late else "left"
        if voice in heard[:2]:
            m.words(ax, -0.5, y - 0.66, f"{names[voice]}: {len(passes)} pass through, {len(own)} rest here")
        elif wide:
            m.words(ax, first if late else last, y, label, -10 if late else 10, ha=side)
        else:
            m.words(ax, first, y - 0.45, label, 4 if late else -3, ha=side)
        y += 0.55 * (voice == SPECIMEN)
    ax.set(ylim=(y + 0.42, 0.35), xlim=(-0.6, end + 0.6))
    begins = rows.x[rows.section != rows.section.shift()].iloc[1:] - 0.95
    m.scale_above(ax, begins, ["section 1" if wide else "1", "2", "3"], ha="left")
    return ax.figure
