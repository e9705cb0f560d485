"""Quotations in prose: words in curly marks stand so in the cable, or in the source linked behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .facts import Facts

_QUOTATION = re.compile(r"“([^“”]*)”")
_LINK_WORDS = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()\s]*\)")
_OMITTED = re.compile(r"…|\[[^\[\]]*\]|\0+")
_SOURCE_AFTER = re.compile(r"[.,;:]?\s*\(?\s*\[[^\]]*\]\([^()\s]*#(source-[^()\s]+)\)")


@dataclass(frozen=True)
class Quotation:
    """Words between curly marks and the address of the source linked behind them, if one is."""

    start: int
    end: int
    words: str
    source: str


def quotations(text: str, links: list) -> Iterator[Quotation]:
    """Every quotation of the text, the words of links inside it counted as its own."""
    for match in _QUOTATION.finditer(text):
        after = _SOURCE_AFTER.match(text, match.end())
        yield Quotation(
            match.start(), match.end(), _LINK_WORDS.sub(r"\1", match[1]), after[1] if after else ""
        )


def quotation_problem(quotation: Quotation, facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Nothing, or the one problem of a quotation that is not to the letter."""
    if quotation.source and quotation.source not in facts.sources:
        return  # the link itself is reported
    if not quotation.words.strip("\0"):
        return  # code or a placeholder, which takes its words from the data
    if not stands_in(quotation.words, facts.sources.get(quotation.source, facts.text)):
        where = f"in what was seen of {quotation.source}" if quotation.source else "in the cable"
        yield quotation.words, "", f"these words do not stand so {where}"


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in the text, those on both sides of an omission one after the other.

    An ellipsis and square brackets stand for what was left out or put in; punctuation at the end is free.
    """
    text, place = plain(text), 0
    for piece in _OMITTED.split(words):
        piece = plain(piece.replace("*", "")).strip()
        found = text.find(piece, place)
        if found < 0:
            piece = piece.rstrip(".,;:!?")
            found = text.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return bool(_OMITTED.sub("", words).strip())


def plain(text: str) -> str:
    """The text with white space run together and apostrophes of one shape."""
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("‘", "'"))
