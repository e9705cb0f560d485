"""Quotations in prose: words in curly marks stand so in the cable, or in the source linked behind them."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from .claims import claims
from .facts import Facts
from .plain import Link

_QUOTATION = re.compile(r"“([^“”]*)”")
_BEFORE_SOURCE = re.compile(r"[.,;:]?\s*\(?\s*")
_PUT_IN = re.compile(r"\[[^\[\]]*\]")
_OMITTED = re.compile(rf"…|{_PUT_IN.pattern}|\0+")
_LOOSE = {
    r'"[^"\n]*"?': ("“ or ”", "straight quotation marks"),
    r"(?<!\w)'[^'\n]+'(?!\w)|‘[^’\n]*’?": ("“ or ”", "single quotation marks"),
    r"[„«»][^“”„«»\n]*[“”„«»]?": ("“ or ”", "quotation marks of another language"),
    r"“[^“”\n]*|(?<![^“”\s])[^“”\s]*”": ("", "a quotation mark without its pair, so that nothing is checked"),
}


def quotations(text: str, links: list[Link]) -> Iterator[Link]:
    """Every quotation of the plain text, with the address of the source linked behind it, if one is."""
    starts = [link.start for link in links]
    for match in _QUOTATION.finditer(text):
        behind = _BEFORE_SOURCE.match(text, match.end()).end()
        place = bisect_left(starts, behind)
        linked = links[place] if place < len(links) and links[place].start == behind else None
        source = linked.address if linked and linked.kind == "source" else ""
        yield Link(match.start(), match.end(), match[1], "", source)


def quotation_problem(quotation: Link, facts: Facts) -> Iterator[tuple[str, str, str]]:
    """Nothing, or the one problem of a quotation that is not to the letter."""
    if quotation.address and quotation.address not in facts.sources:
        return  # the link itself is reported
    if quotation.words and not quotation.words.strip("\0"):
        return  # code or a placeholder, which takes its words from the data
    text = facts.sources.get(quotation.address, facts.text)
    if not stands_in(quotation.words, text):
        where = f"in what was seen of {quotation.address}" if quotation.address else "in the cable"
        yield quotation.words, "", f"these words do not stand so {where}"
    for match in _PUT_IN.finditer(quotation.words):
        counts = re.search(r"\d", match[0]) or claims(f"{match[0][1:-1]} people")
        if counts and match[0] not in text:
            yield match[0], "", "a number put into a quotation"


def loose_marks(text: str) -> Iterator[tuple[str, str, str]]:
    """Marks of quotations that nobody checked, in a text whose quotations are blanked."""
    for pattern, (due, reason) in _LOOSE.items():
        for match in re.finditer(pattern, text):
            yield match[0], due, reason
        text = re.sub(pattern, lambda match: "\0" * len(match[0]), text)


def stands_in(words: str, text: str) -> bool:
    """Whether the words stand in one paragraph of the text, those round an omission one after the other.

    An ellipsis and square brackets stand for what was left out or put in; punctuation at the end is free.
    Words and numbers stand whole: “over 20” is not in “over 20,000”, but “[o]ver” is in “over”.
    """
    pieces = _whole(words)
    return bool(_OMITTED.sub("", words).strip()) and any(
        _follow(pieces, plain(paragraph)) for paragraph in re.split(r"\n\s*\n", text)
    )


def _follow(pieces: list[str], text: str) -> bool:
    place = 0
    for piece in pieces:
        found = _find(piece, text, place) or _find(piece.rstrip(".,;:!? ") + " ", text, place)
        if not found:
            return False
        place = found.end()
    return True


def _whole(words: str) -> list[str]:
    """The pieces between omissions, a space where a word must begin or end."""
    pieces = _OMITTED.split(f" {plain(words)} ")
    return [piece for piece in pieces if piece.strip()]


def _find(piece: str, text: str, place: int) -> re.Match | None:
    begins = r"(?<![A-Za-z0-9])(?<!\d[.,])" if piece[:1] == " " else ""
    ends = r"(?![A-Za-z0-9])(?![.,]\d)" if piece[-1:] == " " else ""
    return re.compile(begins + re.escape(piece.strip()) + ends).search(text, place)


def plain(text: str) -> str:
    """The text with white space run together and apostrophes of one shape."""
    return re.sub(r"\s+", " ", text.replace("’", "'").replace("‘", "'"))
