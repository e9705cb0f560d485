"""The kinds of segment, and rules: what a piece is by its own words.

A rule looks at one piece, without its Markdown. The tables of rules are in `forms`; what only the
neighbours of a piece tell is decided in `page`, `notes` and `zones`.
"""

import re
from dataclasses import dataclass

KINDS = (
    *("furniture", "date", "title", "funder", "classification", "heading", "file-number", "addressee"),
    *("dateline", "section-heading", "paragraph", "list-item", "table-row", "footnote", "page-break"),
    *("closing", "signature", "distribution", "seal", "summary", "source-line", "rights", "record-field"),
    *("note", "blank", "other"),
)
BODY = frozenset(("paragraph", "list-item", "table-row"))

_MARKUP = re.compile(r"^(?:#{1,6}\s+|>+\s*)*[*_~`\s]*|[*_`~\s]*$|\\(?=[.\-)\]*_#])")


@dataclass(frozen=True)
class Rule:
    """A piece of at most `most` words whose beginning fits `pattern` is of this kind."""

    kind: str
    most: int
    pattern: re.Pattern[str]


def rule(kind: str, most: int, pattern: str, flags: int = re.IGNORECASE) -> Rule:
    """A rule from the words of its pattern, whatever their case unless `flags` says otherwise."""
    return Rule(kind, most, re.compile(pattern, flags))


def plain(text: str) -> str:
    """The first 600 characters of a piece on one line and without Markdown: what the rules look at."""
    return _MARKUP.sub("", " ".join(text[:600].split())) or text[:600]


def by_rules(text: str, rules: tuple[Rule, ...]) -> str:
    """The kind that the first fitting rule gives, or an empty string."""
    bare, words = plain(text), text[:6000].count(" ") + 1
    return next((row.kind for row in rules if words <= row.most and row.pattern.match(bare)), "")
