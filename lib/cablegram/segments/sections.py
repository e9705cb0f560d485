"""What a line is by its build: its section label, whether it is a statement, running text or a heading."""

import re
from dataclasses import dataclass

_LABEL = re.compile(
    r"(?:#{1,6}\s+)?[*_]{0,3}(?P<word>(?:section|part|chapter|article|item|point|paragraph)\s+)?"
    r"(?:(?P<dotted>\d{1,2}(?:\.\d{1,2}){1,3})\\?[.):]?(?=\s)"
    r"|\((?P<round>\d{1,3})\)(?=\s|[A-Z])|\[(?P<square>\d{1,3})\]\.?(?=\s)"
    r"|(?P<arabic>\d{1,6})(?:\\?\.|\\?\))(?=\s|[A-Z(“\"*_]|$)|(?P<dash>\d{1,3})\s?[.)]?\s?[–—-](?=\s[A-Z])"
    r"|(?P<bare>\d{1,2})(?=\s+(?-i:[A-Z]{3}))"
    r"|(?P<roman>[IVX]{1,6})(?:[.):]|\s[–—-])(?=\s|$|[*_])"
    r"|(?P<letter>[A-Z])(?:[.)]|\s[–—-])(?=\s|$|[*_])"
    r"|(?(word)(?P<named>\d{1,3}|[IVX]{1,6}|[A-Z]):?(?=\s*$|\s+[–—-])|(?!)))[*_]{0,3}\s*",
    re.IGNORECASE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True)
class Label:
    """`1.`, `(2)`, `III.`, `B)`, `4.1`: the style, the value to count by, the name in ids, the length."""

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
    if style == "named":  # `Item 2`, `Part I` without a stop
        style = "arabic" if word.isdigit() else "roman" if set(word) <= set(_ROMAN) else "letter"
    if style in ("roman", "letter") and not word.isupper():
        return None
    if style == "dotted":
        return Label(style, int(word.split(".")[-1]), word.replace(".", "-"), match.end())
    if style == "roman":
        return Label(style, _roman(word), word, match.end())
    value = ord(word) - 64 if style == "letter" else int(word)
    return Label(
        "arabic" if style == "bare" else style, value, word if style == "letter" else str(value), match.end()
    )


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word.upper()]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


# Forms of verbs that make a sentence of a line: without one of them a short line is a heading.
_VERBS = re.compile(
    r"\b(?:is|are|was|were|be|been|am|has|have|had|will|would|shall|should|can|could|(?-i:may)|might|must|do|does|"
    r"did|\w+n[’']t|said|says|told|went|came|took|gave|made|saw|knew|met|left|held|sent|wrote|spoke|began|became|"
    r"brought|felt|found|got|kept|led|let|lost|paid|ran|sat|set|stood|thought|thinks|believes?|wants?|seems?|"
    r"appears?|remains?|continues?|considers?|expects?|hopes?|intends?|needs?|reports|states|shows|asks|agrees?|"
    r"understands?|understood|froze|fell|rose|grew|fled|drove|broke|spent|bought|sold|won|fought|sought|caught|"
    r"taught|built|dealt|chose|drew|flew|fed|hid|rode|sank|shook|slept|stole|struck|threw|ate|drank|forgot|feels?|gives?|takes?|makes?|informs|describes|discusses|expresses|invites|requests?|suggests?|"
    r"sends|thanks?|meets|explains|warns|notes|comments|summari[sz]es|reviews|stresses|tells|congratulates|calls|"
    r"argues|begins|follows|claims|announces|conveys|analy[sz]es|proposes|mentions|praises|provides|recommends?|refers?|please|"
    r"regret)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bby )(?<!\bon )(?<!\bfor )(?<!\band )"
    r"\b[a-z]{3,}ed\b(?! by\b)"
)
_TABLE = re.compile(
    r"\S\s*\t+\s*\S|^\|.*\|$|\S \| \S.* \| \S|\S {3,}\S.* {3,}\S|\S {4,}[-+$£]?[\d.,]+%?$|"
    r"^[|+:-]*-{3,}[|+:-]+$"
)
_SUBJECT = re.compile(r"\b(?i:he|she|they|we|it|you|there)\b|(?<![\w.])I\b(?![.)])")
_ORDER = re.compile(
    r"(?:transmit|confirm|inform|send|telegraph|report|convey|tell|advise|note|pass|reply|await|deliver|"
    r"received|(?-i:To (?!all|his|her|my|the)[a-z]+))\s",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"(?<=[\w,)”])\s(?:that|which|who|whom|whose|where|when|as)\s.*", re.DOTALL | re.IGNORECASE
)
STOPPED = re.compile(r"(?:[.!?…:;]|:[-–—])[\"'’”)\[\]*_/\d]*$")
_REFERS = re.compile(r"(?:your|my|our|re|ref)\b", re.IGNORECASE)  # "3. Your 286. Agree." has no heading
_INNER = re.compile(r"[a-z]{2}[.!?] [A-Z][a-z]|[A-Z]{2}[.!?] [A-Z]{2}")
SPEAKER = re.compile(r"[A-Z][\w.’-]*(?: [A-Z(][\w.’)-]*){0,4}:\s")
_LITTLE_WORDS = (
    "about above after against among around before below between beyond concerning during from into onto "
    "over through toward towards under upon with within without their this these that those some other "
    "than a an the of in on at to by for and or nor as but up off out per via our its"
)
_LITTLE = frozenset(_LITTLE_WORDS.split())


def is_sentence(text: str) -> bool:
    """Whether words make a statement, not a heading: a verb or a subject pronoun outside a relative clause.

    >>> is_sentence("The measures that they are taking."), is_sentence("They are taking measures.")
    (False, True)
    """
    main = _RELATIVE.sub("", " ".join(text[:2000].split()))
    return bool(_VERBS.search(main) or _SUBJECT.search(main) or _PAST.search(main))


def is_prose(text: str) -> bool:
    """Whether a piece reads as running text: a stopped statement, or long."""
    words = text[:4000].split()
    if len(words) >= 45 or (len(words) >= 12 and _INNER.search(text)):
        return True
    if text.isupper() and len(words) >= 12 and is_sentence(text.lower()):
        return True
    if not STOPPED.search(text) or len(words) < 2:
        return False
    if SPEAKER.match(text):
        return True
    if text.isupper():  # a telegram as the teletype wrote it
        return len(words) >= 5 and is_sentence(text.lower())
    small = sum(word[0].islower() for word in words) / len(words)
    if small < 0.3 or is_sentence(text):
        return small >= 0.3
    order = bool(_ORDER.match(text)) and text.endswith(".")
    return order or (small >= 0.5 and len(words) >= 5 and words[-1][0].islower() and text[-1] != ":")


def is_row(text: str) -> bool:
    """Whether a line is the row of a table; a tab after a number is none.

    >>> is_row("1.\\tKim\\tminer"), is_row("2.\\tWe have seen no list.")
    (True, False)
    """
    mark = label(text)
    return bool(_TABLE.search(text[mark.length if mark else 0 : 400]))


def is_heading(text: str) -> bool:
    """Whether a short line is a heading: capitals, Title Case, or a phrase with a colon.

    >>> is_heading("Threats from Adjacent Countries:"), is_heading("According to An:")
    (True, False)
    """
    words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", text)
    if not words or text[-1] in ",;" or not words[0][0].isupper():
        return False
    title = all(word[0].isupper() or word in _LITTLE for word in words)
    if text[-1] == ":":
        leads = words[0].casefold() in _LITTLE or words[0] == "According"
        return not leads and len(words) <= 8 and not is_sentence(text)
    return title and (not is_sentence(text) or len(words) >= 4)


def run_in(text: str, first: int) -> bool:
    """Whether a numbered paragraph begins with a heading; `first` is the length of its first sentence.

    A heading has one word of some length (“Arrivals.”, not “Yes.”) to twenty, and is no statement.
    """
    mark = label(text)
    head = text[mark.length : first] if mark else ""
    words = len(head.split())
    named = 2 <= words <= 20 or (words == 1 and len(head) > 4 and not is_sentence(head.lower()))
    return first < len(text) and named and not is_sentence(head) and not _REFERS.match(head)
