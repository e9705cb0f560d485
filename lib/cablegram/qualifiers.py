"""The words before and after a number that turn it into a bound or an approximation."""

import re

# Relation, and the words that say it directly before the number (regular expressions, spaces as written here).
BEFORE = {
    "over": """
        over|more than|greater than|larger than|higher than|longer than|better than|above|beyond|in excess of|upwards? of
        |exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)|top(?:ped|ping)|older than|heavier than|not only|a little more than|little more than|>|›
    """,
    "at-least": """
        at (?:the very )?least|at a minimum|(?:no|not) (?:less|fewer|lower|smaller|under|below|younger) than|not (?:under|below)|(?:a |the )?minimum of|minimum|min\\.
        |as (?:few|little|low) as|≥|>\\s?=
    """,
    "at-most": """
        up to(?: and including)?|(?:no|not|never|hardly|scarcely) (?:more|greater|larger|higher|longer|older) than|at (?:the )?(?:very )?most|not (?:over|above|exceeding)|not to exceed|(?:does|do|did|will|would|should|shall|may|must|can|could) not exceed
        |(?:a |the )?maximum of|maximum|max\\.|as (?:many|much|high|long|large|far) as|≤|<\\s?=
    """,
    "under": """
        under|less than|fewer than|smaller than|lower than|shorter than|younger than|below|nearly|almost|near|nearing
        |approaching|approached|approaches|close to|just short of|not quite|not even|little less than|a little less than|<
    """,
    "about": """
        about|some|around|approximately|approx\\.?|approximate|appr\\.?|roughly|an? estimated|estimated(?: at)?|circa|ca\\.?|c\\.|~|≈|∼|±
        |in the (?:neighbou?rhood|region|vicinity|order) of|(?:on|of) the order of|something like|somewhere around
        |somewhere near|more or less|perhaps|maybe|in round (?:numbers|figures)|an average of about|barely|scarcely
    """,
}
# Shades that do not change what the qualifier says: “well over 700”.
_SHADE = r"(?:(?:well|just|only just|slightly|somewhat|far|much|considerably|significantly|substantially|a little|a bit|even|already|only|probably|very) )?"
# Relation, and the words directly after the number or after its unit.
AFTER = {
    "at-least": """
        (?:or|and) (?:more|over|above|older|longer|better|greater|higher|up|upwards?|beyond)(?! (?:than|or less))|(?<![\\x20\\n])\\+|plus(?! (?:an?|the|another|[0-9$£€]))
        |,? ?at (?:the very |the )?least(?! (?:[0-9]|one|two|three|four|five|six|seven|eight|nine|ten|some|a)\\b)|(?:as a |at a )?minimum
    """,
    "at-most": """
        (?:or|and) (?:less|fewer|under|below|younger|lower|shorter|lesser)|,? ?at (?:the )?(?:very )?most|(?:as a |at a |at the )?maximum
    """,
    "about": r"or so|or thereabouts?|(?:,? )?more or less|[-‐]odd|odd(?! (?:number|man))|\(?approx(?:imately|\.)\)?(?! [0-9])",
}
AGE_BEFORE = r"(?:(?:the )?ages? (?:of )?|aged )"
# “under two commanders”, “spoke about three points”: small numbers after these are often no bounds but prepositions.
PREPOSITIONS = frozenset(["under", "over", "around", "about", "near", "beyond"])
TOPIC = re.compile(
    r"(?:talk|spoke|speak|inform|ask|complain|think|thought|know|knew|concern|tell|told|information|question|agreement|news"
    r"|data|report|conversation|opinion|view|hear|learn|discussion|remark|something|anything|nothing)\w{0,3}\s+about\s*$",
    re.I,
)


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")


def _named(table: dict[str, str]) -> str:
    """One alternation with a group per relation; a group's name cannot hold the hyphen of `at-least`."""
    return "|".join(
        rf"(?P<{relation.replace('-', '_')}>{'|'.join(_spaced(part.strip()) for part in words.split('|'))})"
        for relation, words in table.items()
    )


_BEFORE = re.compile(rf"(?<![\w-]){_spaced(_SHADE)}(?:{_named(BEFORE)})\s*$", re.IGNORECASE)
_AFTER = re.compile(rf"[ \n\u00a0]?(?:{_named(AFTER)})(?:(?<=[+.)])|(?!\w))", re.IGNORECASE)
_AGE = re.compile(rf"(?<![\w-]){_spaced(AGE_BEFORE)}$", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?:[A-Za-z]+\.?|[<>≥≤≈~∼±=›])\s*$")
_FINAL = frozenset(
    ["over", "than", "above", "beyond", "of", "exceed", "exceeds", "exceeded", "exceeding", "surpasses", "surpassed", "surpassing", "topped", "topping", "only", "least", "minimum", "min.", "under", "below", "as", "to", "including", "most", "exceeding", "maximum", "max.", "near", "nearly", "nearing", "almost", "approaching", "approached", "approaches", "quite", "even", "about", "some", "around", "approximately", "approx", "approx.", "approximate", "appr", "appr.", "roughly", "estimated", "at", "circa", "ca", "ca.", "c.", "like", "less", "perhaps", "maybe", "numbers", "figures", "barely", "scarcely", "<", ">", "≥", "≤", "≈", "~", "∼", "±", "=", "›"]
)
WINDOW = 56  # characters before a number in which its qualifiers are looked for


def read_before(text: str, start: int, floor: int) -> tuple[int, str, str]:
    """Where the qualifiers before `start` begin, the relation they say (empty without), and their last word.

    Several may stand together (“at least about 500”): the one that bounds wins over the one that approximates.
    """
    relation, last = "", ""
    for _ in range(2):
        window = text[max(floor, start - WINDOW) : start]
        word = _LAST_WORD.search(window[-20:])
        if not word or word.group().strip().lower() not in _FINAL or not (match := _BEFORE.search(window)):
            break
        relation = match.lastgroup.replace("_", "-") if relation in ("", "about") else relation
        last = last or word.group().strip().lower()
        start -= len(window) - match.start()
    return start, relation, last


def read_after(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the qualifier that stands directly at `start` ends, and the relation it says (empty without)."""
    match = _AFTER.match(text, start, end)
    return (match.end(), match.lastgroup.replace("_", "-")) if match else (start, "")


def read_age(text: str, start: int, floor: int) -> int | None:
    """Where “age”, “aged”, “the age of” before `start` begins, `None` where it does not stand there."""
    low = max(floor, start - 24)
    match = _AGE.search(text[low:start])
    return low + match.start() if match else None


_GOVERNS = re.compile(r"(?:control|dispute|authority|jurisdiction|conflict|quarrel|victory|sovereignty|rule|disagree\w*|differ\w*|hover\w*|flew|fly\w*|turn\w*|take|taken|took|hand\w*)\s+$", re.I)  # fmt: skip


def is_preposition(text: str, place: int, start: int, word: str) -> bool:
    """Whether the words that end at `start` with `word` only govern a small number and do not bound it."""
    if text[place:start].strip().lower() != word:
        return False
    if word == "over":
        return bool(_GOVERNS.search(text[max(0, place - 24) : place]))
    if word == "about":
        return bool(TOPIC.search(text[max(0, place - 24) : start]))
    return word in PREPOSITIONS
