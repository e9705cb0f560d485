"""Figures of the document itself: its fingerprint, and who says what."""

from typing import TYPE_CHECKING

from .publish import style
from .sheet import MARGIN, OTHER_FONTS, SMALL, WIDTH, Scale, Sheet, open_sheet, width_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

LONGEST = 96  # points of the longest bar of the fingerprint
ROW = 28  # points of a voice: its name, and below it the line of its sentences


def fingerprint(
    sentences: "DataFrame", holds: "dict[str, DataFrame]", title: str, subtitle: str, foot: str = ""
) -> "Figure":
    """One bar per sentence of the body, as long as the sentence; below it a mark for each thing it holds.

    `holds` are tables with a column `sentence`, by the words that stand before their row.
    """
    with style():
        sheet = open_sheet(title, subtitle, LONGEST + 30 + 16 * len(holds), foot)
        left = _room(["Section", *holds])
        at = _columns(sentences, left)
        base = sheet.top + 18 + LONGEST
        sheet.text(left - 8, sheet.top + 6, "Section", colour="soft", ha="right")
        _sections(sheet, sentences, at, sheet.bottom)
        longest = sentences.text.str.len().max()
        for name, words in zip(sentences.id, sentences.text, strict=True):
            height = LONGEST * len(words) / longest
            sheet.box(at[name] - 1.1, base - height, 2.2, height, "blue")
        sheet.text(left - 8, base - 3, "Length", ha="right")
        first = sentences.id[sentences.text.str.len().idxmax()]
        sheet.text(at[first] + 4, base - LONGEST + 9, f"{longest} characters", colour="soft")
        for row, (words, table) in enumerate(holds.items()):
            y = base + 16 + 16 * row
            sheet.text(left - 8, y + 3, words, ha="right")
            sheet.line([(left, y), (WIDTH - MARGIN, y)], "grid", 0.6, zorder=0)
            _stacked(sheet, at, table, y)
    return sheet.figure


def _room(labels: list[str]) -> float:
    """Where the marks begin, to the right of the longest label."""
    return MARGIN + max(width_of(words, SMALL) for words in labels) * OTHER_FONTS + 10


def _columns(sentences: "DataFrame", left: float) -> dict[str, float]:
    """Where each sentence stands across the sheet, in the order of the text, paragraphs a little apart."""
    paragraph = sentences.section.astype(str) + "." + sentences.paragraph.astype(str)
    breaks = (paragraph != paragraph.shift()).cumsum() - 1
    scale = Scale(0, len(sentences) - 1 + 0.8 * breaks.iloc[-1], left + 4, WIDTH - MARGIN - 3)
    return {
        name: scale(n + 0.8 * gap) for n, (name, gap) in enumerate(zip(sentences.id, breaks, strict=True))
    }


def _sections(sheet: Sheet, sentences: "DataFrame", at: dict[str, float], bottom: float) -> None:
    """The number of each section over its first sentence, with a line down between sections."""
    y = sheet.top + 6
    for section, rows in sentences.groupby("section", sort=False):
        x = at[rows.id.iloc[0]]
        at_name = x - 1.5 if str(section) != "0" else x + 1
        sheet.text(at_name, y, str(section), colour="soft", ha=_side(section))
        if str(section) != "0":
            sheet.line([(x - 3.5, y - 6), (x - 3.5, bottom)], "grid", 0.8, zorder=0)


def _side(section: object) -> str:
    """The opening is so short that its number stands to the left, to leave room for the next."""
    return "right" if str(section) == "0" else "left"


def _stacked(sheet: Sheet, at: dict[str, float], table: "DataFrame", y: float) -> None:
    """One dot for a sentence that holds one of the things, two or three above each other for more."""
    for sentence, count in table.sentence.value_counts(sort=False).items():
        if sentence in at:
            shown = min(count, 3)
            dots = [(at[sentence], y - 4 * (n - (shown - 1) / 2)) for n in range(shown)]
            sheet.dots(dots, "ink", 2.8, markeredgewidth=0)


def voices(
    sentences: "DataFrame",
    spoken: "DataFrame",
    names: dict[str, str],
    title: str,
    subtitle: str,
    foot: str = "",
) -> "Figure":
    """One column per sentence, one row per voice: who vouches for it, and on what ground we say so.

    `spoken` has `sentence`, `chain` and `basis`; a full square is a voice the sentence names, a tick one
    carried on from a sentence before, a cross one inferred. Rows are in the order of first hearing.
    """
    inner = dict(zip(spoken.sentence, spoken.chain.str.split(" > ").str[-1], strict=True))
    basis = dict(zip(spoken.sentence, spoken.basis, strict=True))
    heard = list(dict.fromkeys(inner[name] for name in sentences.id if name in inner))
    counts = {voice: sum(inner.get(name) == voice for name in sentences.id) for voice in heard}
    with style():
        sheet = open_sheet(title, subtitle, 18 + ROW * len(heard), foot)
        at = _columns(sentences, MARGIN)
        _sections(sheet, sentences, at, sheet.bottom)
        for row, voice in enumerate(heard):
            y = sheet.top + 18 + ROW * row
            sheet.text(MARGIN, y + 10, f"{names.get(voice, voice)}: {counts[voice]}")
            sheet.line([(MARGIN, y + 19), (WIDTH - MARGIN, y + 19)], "grid", 0.6, zorder=0)
            for kind, look in BASES.items():
                those = [n for n in sentences.id if inner.get(n) == voice and basis.get(n) == kind]
                sheet.dots([(at[name], y + 19) for name in those], **look)
    return sheet.figure


BASES = {
    "explicit": {"colour": "vermilion", "size": 4.4, "marker": "s", "markeredgewidth": 0},
    "inherited": {"colour": "ink", "size": 7, "marker": "|", "markeredgewidth": 1.1},
    "inferred": {"colour": "ink", "size": 4.2, "marker": "x", "markeredgewidth": 1},
}
