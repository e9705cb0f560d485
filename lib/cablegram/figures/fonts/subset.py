"""Remake the fonts beside this file: `python subset.py <folder of the unpacked package>`.

Needs fonttools and brotli, which the edition itself does not: no build makes a font.
"""

import sys
from pathlib import Path

from fontTools import subset

FAMILY = "Cablegram Serif"
# Latin, the vowels of romanised Korean, Chinese and Japanese, what a page sets between words
LETTERS = (
    "20-7E,A0-FF,100-101,112-113,12A-12B,14C-14F,152-153,160-161,16A-16D,17D-17E,1CD-1DC,2010-2015,2018-201E,"
    "2020-2022,2026,2032-2033,2039-203A,20AC,2190-2193,2212,221E,2248,2260,2264-2265,25CA"
)
FEATURES = ["kern", "liga", "lnum", "onum", "pnum", "tnum"]
SMALL_CAPITALS = ["smcp", "c2sc"]  # the pages set them upright only
NAMES = {  # the name table, new as the licence asks
    0: "Copyright 2006-2009 B. Jackowski and J. M. Nowacki, for TeX users groups. A Latin subset of TeX Gyre "
    "Pagella 2.004, renamed.",
    1: FAMILY,
    13: "GUST Font License; the unchanged fonts: https://www.gust.org.pl/projects/e-foundry/tex-gyre/pagella",
}


def remake(source: str, style: str, flavour: str | None) -> None:
    """Write one font: for pages (`woff2`), else for matplotlib, which reads OpenType."""
    features = FEATURES + SMALL_CAPITALS * (flavour is not None and style == "regular")
    kept = {"layout_features": features, "name_IDs": [], "recalc_timestamp": False}
    options = subset.Options(desubroutinize=flavour is not None, **kept)
    font = subset.load_font(f"{source}/texgyrepagella-{style}.otf", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(LETTERS))
    subsetter.subset(font)
    full = f"{FAMILY} {style.title()}"
    names = NAMES | {2: style.title(), 3: full, 4: full, 6: full.replace(" ", "-")}
    for number, words in names.items():
        font["name"].setName(words, number, 3, 1, 0x409)
    outlines = font["CFF "].cff
    outlines.fontNames = [names[6]]
    outlines.topDictIndex[0].FullName, outlines.topDictIndex[0].FamilyName = full, FAMILY
    font.flavor = flavour
    font.save(Path(__file__).with_name(f"cablegram-serif-{style}.{flavour or 'otf'}"))


if __name__ == "__main__":
    for style in ("regular", "italic"):
        remake(sys.argv[1], style, "woff2")
        remake(sys.argv[1], style, None)
