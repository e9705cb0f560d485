"""Spans: exact stretches of a text, and how a quotation is found in it."""

import re
from dataclasses import dataclass


class AnchorError(LookupError):
    """A quotation is not in the text, or stands there more than once and no occurrence was chosen."""


@dataclass(frozen=True, order=True)
class Span:
    """`text[start:end]`: offsets in code points, half open, no white space at the ends.

    `sentence` is the id of the sentence that holds the start, empty where that is not known.
    """

    start: int
    end: int
    text: str
    sentence: str = ""

    def __str__(self) -> str:
        return self.text


def occurrences(text: str, quote: str) -> list[int]:
    """Every offset at which the quotation starts, overlapping ones included."""
    return [match.start() for match in re.finditer(f"{re.escape(quote[:1])}(?={re.escape(quote[1:])})", text)]


def find(text: str, quote: str, nth: int | None = None) -> Span:
    """The place of a quotation, letter for letter; `nth` counts from 1 where it stands more than once.

    Raises `AnchorError` where the words are absent, or ambiguous and no `nth` is given; the message
    lists the occurrences. Raises `ValueError` for a quotation that is empty or has white space at its ends.

    >>> find("seven or eight times", "eight")
    Span(start=9, end=14, text='eight', sentence='')
    """
    if not quote or quote != quote.strip():
        raise ValueError(f"a quotation is words without white space at its ends, not {quote!r}")
    starts = occurrences(text, quote)
    if not starts:
        raise AnchorError(f"{quote!r} is not in the text{_nearest(text, quote)}")
    often = f"{len(starts)} times" if len(starts) > 1 else "only once"
    if nth is None and len(starts) > 1:
        lines = [f"{quote!r} stands {often}; choose one with nth=1 … nth={len(starts)}:"]
        lines += [f"  nth={n}  {_excerpt(text, at, at + len(quote))}" for n, at in enumerate(starts, 1)]
        raise AnchorError("\n".join(lines))
    if nth is not None and not 1 <= nth <= len(starts):
        raise AnchorError(f"{quote!r} stands {often}, so there is no nth={nth}")
    start = starts[(nth or 1) - 1]
    return Span(start, start + len(quote), quote)


def _excerpt(text: str, start: int, end: int) -> str:
    """The words with some of what stands round them, on one line."""
    before, after = max(0, start - 30), min(len(text), end + 30)
    words = " ".join(text[before:after].split())
    return f"{'…' if before else ''}{words}{'…' if after < len(text) else ''}"


_LOOKALIKES = ("'’‘", '"“”', "-–—", " \u00a0\n")


def _nearest(text: str, quote: str) -> str:
    """A hint for a quotation that differs in quotation marks, dashes, spaces, case or commas of a number."""
    plain = re.sub(r"(?<=\d),(?=\d)", "", quote)
    alike = (next((f"[{group}]" for group in _LOOKALIKES if one in group), re.escape(one)) for one in plain)
    loose = re.sub(r"(?<=\d)(?=\d)", ",?", "".join(alike))
    if found := re.search(rf"(?<!\d){loose}(?!\d)", text, re.IGNORECASE):
        return f"; the text has {found[0]!r}"
    words = quote.split()
    for size in range(len(words), 1, -1):
        head = " ".join(words[:size])
        if (start := text.find(head)) >= 0:
            return f"; it has {_excerpt(text, start, start + len(head))!r}"
    return ""
