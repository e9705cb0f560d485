"""Quotations in prose: words in curly marks stand so in the cable, or in the source linked behind them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from .claims import claims
from .facts import Fact, Facts
from .plain import Link

_QUOTATION = re.compile(r"“([^“”]*)”")
_BEFORE_SOURCE = re.compile(r"[.,;:]?\s*\(?\s*")
_PUT_IN = re.compile(r"\[[^\[\]]*\]")
_OMITTED = re.compile(rf"…|{_PUT_IN.pattern}|\0+")
# Straight and single marks, those of other languages, and curly ones without their pair.
_LOOSE = re.compile(
    r"\"[^\"\n]*\"?|(?<!\w)'[^'\n]+'(?!\w)|‘[^’\n]*’?|[„«»][^“”„«»\n]*[“”„«»]?"
    r"|“[^“”\n]*|(?<![^“”\s])[^“”\s]*”"
)


def quotations(text: str, links: list[Link]) -> Iterator[Link]:
    """Every quotation of the plain text, with the address of the source linked behind it, if one is."""
    starts = [link.start for link in links]
    for match in _QUOTATION.finditer(text):
        behind = _BEFORE_SOURCE.match(text, match.end()).end()
        place = bisect_left(starts, behind)
        linked = links[place] if place < len(links) and links[place].start == behind else None
        source = linked.address if linked and linked.kind == "source" else ""
        yield Link(match.start(), match.end(), match[1], "", source)


def quotation_problems(quotation: Link, facts: Facts) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a quotation that is not to the letter; an unknown source is reported of its link."""
    words, source = quotation.words, quotation.address
    if (source and source not in facts.at) or (words and not words.strip("\0")):
        return  # code or a placeholder takes its words from the data
    text = facts.at.get(source, Fact(passage=facts.text)).passage
    if not stands_in(words, text):
        where = f"in what was seen of {source}" if source else "in the cable"
        yield words, "", f"these words do not stand so {where}"
    for match in _PUT_IN.finditer(words):
        counts = re.search(r"\d", match[0]) or claims(f"{match[0][1:-1]} people")
        if counts and match[0] not in text:
            yield match[0], "", "a number put into a quotation"


def loose_marks(text: str) -> Iterator[tuple[str, str, str]]:
    """Marks of quotations that nobody checked, in a text whose quotations are blanked."""
    for match in _LOOSE.finditer(text):
        yield match[0], "", "marks of a quotation that is not checked: write “ before and ” behind it"


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in one paragraph of the text, those round an omission one after the other.

    An ellipsis and square brackets stand for what was left out or put in; punctuation at the end is free.
    Words and numbers stand whole: “over 20” is not in “over 20,000”, but “[o]ver” is in “over”.
    """
    pieces = [piece for piece in _OMITTED.split(f" {plain(words)} ") if piece.strip()]
    # Each is sought behind the one before and never elsewhere again, so that the time stays linear.
    pattern = re.compile("".join(f"(?>.*?{_whole(piece)})" for piece in pieces))
    return bool(pieces) and any(pattern.match(plain(paragraph)) for paragraph in re.split(r"\n\s*\n", text))


def _whole(piece: str) -> str:
    """A piece of a quotation, which begins and ends a word where it has a space there."""
    begins = r"(?<![A-Za-z0-9])(?<!\d[.,])" if piece[0] == " " else ""
    ends = r"(?![A-Za-z0-9])(?![.,]\d)" if piece[-1] in ".,;:!? " else ""
    return begins + re.escape(piece.strip().rstrip(".,;:!? ")) + ends


def plain(text: str) -> str:
    """The text with white space run together and apostrophes of one shape."""
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("‘", "'"))
