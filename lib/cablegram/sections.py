"""Section labels: what numbers a piece, which numbers count as sections, and headings run in with their paragraph."""

import re
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?:#{1,6}\s+)?[*_]{0,3}(?:(?:section|part|chapter|article|item|point|paragraph)\s+)?"
    r"(?:(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\\?[.):]?(?=\s)"
    r"|\((?P<round>\d{1,3})\)(?=\s|[A-Z])|\[(?P<square>\d{1,3})\]\.?(?=\s)"
    r"|(?P<arabic>\d{1,4})(?:\\?\.|\\?\))(?=\s|[A-Z(“\"*_]|$)|(?P<dash>\d{1,3})\s?[.)]?\s?[–—-](?=\s[A-Z])"
    r"|(?P<roman>[IVX]{1,6})(?:[.):]|\s[–—-])(?=\s|$|[*_])"
    r"|(?P<letter>[A-Z])(?:[.)]|\s[–—-])(?=\s|$|[*_]))[*_]{0,3}\s*",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True)
class Label:
    """`1.`, `(2)`, `III.`, `B)`, `4.1`: the style, the value to count by, what it is called in ids, its length."""

    style: str
    value: int
    name: str
    length: int


def label(text: str) -> Label | None:
    """The label a piece begins with.

    >>> label("2) The attitude")
    Label(style='arabic', value=2, name='2', length=3)
    >>> label("1961 was a bad year") is None
    True
    """
    if not (match := _LABEL.match(text[:80])):
        return None
    style = match.lastgroup
    word = match[style]
    if style in ("roman", "letter") and not word.isupper():
        return None
    if style == "dotted":
        return Label(style, int(word.split(".")[-1]), word.replace(".", "-"), match.end())
    if style == "roman":
        return Label(style, _roman(word), str(_roman(word)), match.end())
    value = ord(word) - 64 if style == "letter" else int(word)
    return Label(style, value, word if style == "letter" else str(value), match.end())


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word.upper()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


# Forms of verbs that make a sentence of a line: without one of them a short numbered line is a heading.
_VERBS = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|will|would|shall|should|can|could|may|might|must|do|does|did|isn[’']t|aren[’']t|"
    r"said|says|told|went|came|took|gave|made|saw|knew|met|left|held|sent|wrote|spoke|began|became|brought|felt|found|got|"
    r"kept|led|let|lost|paid|put|ran|sat|set|stood|thought|thinks|believes?|wants?|seems?|appears?|remains?|continues?|considers?|"
    r"expects?|hopes?|intends?|needs?|plans|reports|states|shows|asks|agrees?|understand|understands|feels?|gives?|takes?|makes?|"
    r"refers?|please|request|regret|suggest|recommend)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bby )(?<!\bon )(?<!\bfor )(?<!\band )\b[a-z]{3,}ed\b(?! (?:by|to|in|from|on)\b)")
_SUBJECT = re.compile(r"\b(?:he|she|they|we|I|it|you|there)\b")
_RELATIVE = re.compile(r"\s(?:that|which|who|whom|whose|where|when|as)\s.*", re.DOTALL)


def is_sentence(text: str) -> bool:
    """Whether words make a statement, not a heading: a verb or a subject pronoun outside a relative clause.

    >>> is_sentence("The measures that they are taking."), is_sentence("They are taking measures.")
    (False, True)
    """
    main = _RELATIVE.sub("", " ".join(text.split()))
    return bool(_VERBS.search(main) or _SUBJECT.search(main) or _PAST.search(main))


def run_in(text: str, first: int) -> int:
    """Where the heading ends that a numbered paragraph begins with, 0 if there is none.

    `first` is the length of the first sentence. A heading has at most twenty words and is no statement.
    """
    mark = label(text)
    head = text[mark.length : first] if mark else ""
    if not head or first == len(text) or len(head.split()) > 20 or len(head.split()) < 2 or is_sentence(head):
        return 0
    return first
