"""Numbers kept on one line with what they count: “6.5 %”, “74 km”, “2 December”.

The space stays a plain one, which a search finds and a copy keeps.
"""

import re

from ..wording import MONTHS

_PIECE = re.compile(
    r"<(?P<raw>head|style|script|svg|pre)\b.*?</(?P=raw)>|<[^>]*>|(?P<words>[^<]+)", re.DOTALL
)
_KEPT = re.compile(rf"(?<![\w.,])\d[\d,.]* (?:%|(?:km|{'|'.join(MONTHS)})\b)")


def keep_together(html: str) -> str:
    """The HTML with a span that does not break round every number and its unit, or day and its month.

    >>> keep_together('<p title="6 %">more than 6.5 % of it</p>')
    '<p title="6 %">more than <span class="kept">6.5 %</span> of it</p>'
    """
    return _PIECE.sub(lambda piece: _mark(piece[0]) if piece["words"] else piece[0], html)


def _mark(words: str) -> str:
    return _KEPT.sub(r'<span class="kept">\g<0></span>', words)
