"""The words before and after a number that turn it into a bound or an approximation."""

import re

from .unit_words import LINE_END, words

# Relation, and the words that say it directly before the number; a space stands for any white space.
BEFORE = {
    "over": (
        "over",
        "(?:more|greater|larger|higher|longer|better|older|heavier) than",
        "(?:a )?little more than",
        "not only",
        r"(?<!\bthe\s)above",
        "beyond",
        "in excess of",
        "upwards? of",
        "exceed(?:s|ed|ing)?",
        "surpass(?:es|ed|ing)",
        "topp(?:ed|ing)",
        "[>›]",
    ),
    "at-least": (
        "at (?:the very )?least",
        "at a minimum",
        "(?:no|not) (?:less|fewer|lower|smaller|under|below|younger|earlier|sooner) than",
        "not (?:under|below)",
        "(?:a |the )?minimum(?:(?: [a-z]+)? of| amount| number| total| strength)?:?",
        r"min\.",
        "as (?:few|little|low) as",
        "≥",
        ">=",
    ),
    "at-most": (
        "up to(?: and including)?",
        "(?:no|not|never|hardly|scarcely)(?: much| many| far)?"
        " (?:more|greater|larger|higher|longer|older|later) than",
        "at (?:the )?(?:very )?most",
        "not (?:over|above|exceeding)",
        "(?:not to|(?:do|does|did|will|would|shall|should|may|must|can|could) not)"
        " exceed(?: in (?:the )?(?:aggregate|all|total|number|value))?",
        "(?:a |the )?maximum(?:(?: [a-z]+)? of| amount| number| total| strength)?:?",
        "not in excess of",
        r"max\.",
        "as (?:many|much|high|long|large|far) as",
        "≤",
        "<=",
    ),
    "under": (
        "under",
        "(?:less|fewer|smaller|lower|shorter|younger) than",
        "(?:a )?little less than",
        "below",
        "nearly",
        "almost",
        "near",
        "nearing",
        "approach(?:es|ed|ing)",
        "close to",
        "just short of",
        "not (?:quite|even)",
        "practically",
        "virtually",
        "<",
    ),
    "about": (
        "about",
        "some",
        "around",
        "(?:approximately|roughly)(?: (?:to|at|by))?",
        "approximate",
        r"appr(?:ox)?\.?",
        "(?:an? )?estimated(?: (?:at|as|to (?:be|number|total|cost)|(?:[a-z]+ ){1,2}of))?",
        "circa",
        r"ca\.?",
        r"c\.",
        "[~≈∼±]",
        "in the (?:neighbou?rhood|region|vicinity|order) of",
        "(?:on|of) the order of",
        "something like",
        "somewhere (?:around|near)",
        "more or less",
        "perhaps",
        "maybe",
        "possibly",
        "in round (?:numbers|figures),?",
        "(?:bare|hard|scarce)ly",
    ),
}
# The last words of all of these; most numbers are preceded by another word and need no closer look.
_LAST = frozenset(
    words("""
    over than only above beyond of exceed exceeds exceeded exceeding surpasses surpassed surpassing
    topped topping least minimum min. under below as to including most maximum max. amount number
    total strength aggregate all value nearly almost practically virtually near nearing approaches
    approached approaching quite even about some around approximately approximate appr appr. approx
    approx. roughly estimated at by be cost circa ca ca. c. like less perhaps maybe possibly numbers
    figures barely hardly scarcely < > › = ≥ ≤ ~ ≈ ∼ ±
""")
)
# Shades that do not change what the qualifier says: “well over 700”.
_SHADE = (
    "(?:(?:well|just|only just|slightly|somewhat|far|much|considerably|significantly|substantially|a little"
    "|a bit|even|already|only|probably|very) )?"
)
_NUMBER_FOLLOWS = "(?:[0-9$£€]|(?:one|two|three|four|five|six|seven|eight|nine|ten|some|a)\\b)"
# Relation, and the words that say it directly after the number or after its unit.
AFTER = {
    "at-least": (
        "(?:or|and) (?:more|over|above|older|longer|better|greater|higher|up|upwards?|beyond)"
        f"(?! (?:than|or less|the|an?|this|that|his|their|its|{_NUMBER_FOLLOWS}))",
        r"(?:, or more|\(or more\))(?! (?:than|or less))",
        r"(?<![\x20\n])\+",
        "[-‐‑]plus",
        "plus(?! (?:an?|the|another|[0-9$£€]))",
        f"(?:, )?at (?:the very |the )?least(?! {_NUMBER_FOLLOWS})",
        "(?:as a |at a )?minimum",
    ),
    "at-most": (
        "(?:or|and) (?:less|fewer|under|below|younger|lower|shorter|lesser)"
        f"(?! (?:than|the|{_NUMBER_FOLLOWS}))",
        r"(?:, or less|\(or less\))(?! than)",
        f"(?:, )?at (?:the )?(?:very )?most(?! {_NUMBER_FOLLOWS})",
        "(?:as a |at a |at the )?maximum",
    ),
    "about": (
        "or so",
        "or thereabouts?",
        "(?:, )?more or less",
        "[-‐]odd",
        "odd(?! (?:number|man))",
        r"\(?approx(?:imately|\.)\)?(?! [0-9])",
    ),
}


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


def _named(table: dict[str, tuple[str, ...]]) -> str:
    """One alternation with a group per relation; a group's name cannot hold the hyphen of `at-least`."""
    return "|".join(
        rf"(?P<{relation.replace('-', '_')}>{_spaced('|'.join(patterns))})"
        for relation, patterns in table.items()
    )


_BEFORE = re.compile(rf"(?<![\w-]){_spaced(_SHADE)}(?:{_named(BEFORE)})\s*$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:[ \u00a0]|{LINE_END})?(?:{_named(AFTER)})(?:(?<=[+.)])|(?!\w))", re.IGNORECASE)
_AGE = re.compile(r"(?<![\w-])(?:(?:the\s+)?ages?\s+(?:of\s+)?|aged\s+)$", re.IGNORECASE)
_LAST_WORD = re.compile(r"([A-Za-z]+\.?|[<>≥≤≈~∼±=›])[,:]?\s*$")
_WINDOW = 56  # characters before a number in which its qualifiers are looked for


def read_before(text: str, start: int, floor: int) -> tuple[int, str]:
    """Where the qualifiers before `start` begin, and the relation they say (empty without).

    Two may stand together (“at least about 500”): the one that bounds wins over the one that approximates.
    """
    relation = ""
    for _ in range(2):
        window = text[max(floor, start - _WINDOW) : start]
        word = _LAST_WORD.search(window[-20:])
        if not word or word[1].lower() not in _LAST or not (match := _BEFORE.search(window)):
            break
        relation = match.lastgroup.replace("_", "-") if relation in ("", "about") else relation
        start -= len(window) - match.start()
    return start, relation


def read_after(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the qualifier that stands directly at `start` ends, and the relation it says (empty without)."""
    match = _AFTER.match(text, start, end)
    return (match.end(), match.lastgroup.replace("_", "-")) if match else (start, "")


def read_age(text: str, start: int, floor: int) -> int | None:
    """Where “age”, “aged”, “the age of” before `start` begins, `None` where it does not stand there."""
    low = max(floor, start - 24)
    match = _AGE.search(text[low:start])
    return low + match.start() if match else None


_GOVERNED_BY_OVER = re.compile(
    r"(?:control|dispute|authority|jurisdiction|conflict|quarrel|victory|sovereignty|rule|disagree\w*|differ\w*"
    r"|hover\w*|flew|fly\w*|turn\w*|take|taken|took|hand\w*)\s+$",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"(?:talk|spoke|speak|inform|ask|complain|think|thought|know|knew|concern|tell|told|information|question|agreement"
    r"|news|data|report|conversation|opinion|view|hear|learn|discussion|remark|something|anything|nothing)\w{0,3}\s+$",
    re.IGNORECASE,
)
# “A loan spread over ten years”
_SPREAD = re.compile(
    r"\b(?:spread|phased|distribut\w+|repa(?:y|id)\w*|payable|amorti[sz]ed|stretch\w*|extend\w*|install?ments?)"
    r"(?:\s+out)?\s+$",
    re.IGNORECASE,
)
# “Is brought up to 5 percent”, “brings the total up to 300”: what is reached is no bound.
_REACHED = re.compile(
    r"\b(?:be|been|being|is|was|were)\s(?:brought|built|raised)\s+$|\b(?:adds?|added|comes?|came)\s+$"
    r"|\b(?:bring(?:s|ing)?|brought)\b[^.;,]{0,30}\b(?:total|number|strength|figure|level)\b[^.;,]{0,30}$",
    re.IGNORECASE,
)


def is_preposition(text: str, place: int, start: int, small: bool) -> bool:
    """Whether `place:start` is only a preposition before the number: “under two commanders”.

    “Over” and “about” mostly bound and are prepositions after certain words: “control over two provinces”,
    “spoke about three points”. `small` tells of a number word of what is no measure; without it there is a
    doubt only about “spread over” and “brought up to”.
    """
    phrase = " ".join(text[place:start].lower().split())
    before = text[max(0, place - 80) : place]
    if phrase == "up to":
        return bool(_REACHED.search(before))
    if phrase == "over" and _SPREAD.search(before):
        return True
    if phrase in ("over", "about"):
        return small and bool((_GOVERNED_BY_OVER if phrase == "over" else _TOPIC).search(before))
    return small and phrase in ("under", "around", "near", "beyond")
