"""What a number counts or measures, where it stands directly behind the number, and the rate it is given at.

There is no grammar here, only word lists and one rule: a counted noun is the first plural within six words,
with the words before it, unless a word that cannot stand inside a noun phrase comes first.
"""

import re
from dataclasses import dataclass

from .numerals import SCALES, SMALL, either
from .vocabulary import ABBREVIATIONS, COMPARED, DROPPED, MEASURES, NOT_PLURALS, PLURALS, STOPS, TIMES, pattern

_STOPS = STOPS | set(SMALL) | set(SCALES)
_MEASURE = either(MEASURES)
_MEASURED = pattern(rf"({_MEASURE}|centurie)s?")
_LINE_END = (
    r"\r?\n(?!(?-i:[A-Z][a-z]))"  # a phrase goes on over it; a new row or heading has a capital letter
)
_PERCENT = pattern(
    r"( ?%|[\x20\u00a0\n-]{0,2}\b(per[\s-]?cent(age|um)?|pct\.?)(?!\w))(?P<points> points?\b)?"
)
_SYMBOL = pattern(
    rf" ?(°( ?[CF]\b)?|[″′€£¥₩₽¢])|[\x20\u00a0-]?({either(ABBREVIATIONS)})[²³23]?\b(?![-’']|\.(?-i:[A-Z]))"
)
_COMPOUND = re.compile(r"[-‐‑](?P<word>[A-Za-z]+)(?P<old>[-‐‑ ]olds?\b)?")  # “five-year”, “18-year-old”
_OF_A = pattern(rf" (of )?an? (?P<measure>{_MEASURE})\b")  # “half a year”
_OF = re.compile(r"\sof(?=\s[a-z])")
_COPY = pattern(  # “fifteen (15) days”, “120 (one hundred twenty) planes”
    rf" ?\((\d[\d,]*|((and|{either(SMALL | SCALES)})[-\s]?){{1,8}})\)"
)
_OLD = pattern(r" (old|of age)\b")
_WORD = re.compile(
    rf"[ \u00a0]?(?:{_LINE_END})?[ \u00a0]{{0,8}}(?:"
    r"(?P<note>\[[A-Za-z ]{1,30}\])"  # “five additional [American] battalions”
    r"|(?P<type>[A-Z][A-Za-z]{0,3}[-–]\d{1,3}[A-Z]?(?:[’'ʼ]?s)?\b"  # “two T-34 tanks”
    r"|\d{0,3}(?:\.\d+)?[- ]?(?:mm|cm|inch|pound|cal)\b\.?)"  # “four 105-mm howitzers”
    r"|(?P<word>U\.\s?S\.|[^\W\d_][\w’'&-]*\.?))"
)
_RATE = pattern(
    rf" ?/ ?(?P<a>[a-z]{{1,12}})\b|\s(per|each|every)\s(?P<b>annum|capita|{_MEASURE})\b(?!\s*[-’'])"
    rf"|\sper\s(?!(cent|{either(SMALL)})\b)(?P<c>[a-z]{{2,14}})\b"
    rf"|\san?\s(?P<d>{_MEASURE})\b(?!\s(ago|later|earlier|after|before|and\s))"
    r"|\s(?P<e>daily|nightly|weekly|monthly|quarterly|yearly|annually)\b"
    rf"|(?<=\w)\sof(\s[a-z-]{{2,20}}){{1,2}}\s(an?|per|each|every)\s(?P<f>time|{either(TIMES)})\b"
)
_PER = {f"{time}ly": time for time in TIMES} | {"daily": "day"}
_PER |= {"annually": "year", "annum": "year", "capita": "head"}
# Endings by which, after “one”, an adjective is told from the noun that follows: “one military delegation”.
_ADJECTIVE = re.compile(
    r"^[A-Z]|(?:al|ary|ic|ive|ous|er|ese|ish|able|ible|ed|ful|ior|ant|lear|ular)$"
    r"|^(?:single|large|small|old|big|strong|great|air)$"
)


@dataclass(frozen=True)
class Unit:
    """What is counted, in the words of the text; `end` is where it ends."""

    name: str
    end: int

    @property
    def measures(self) -> bool:
        """Whether this is a measure, a time or a share and not a thing counted."""
        last = self.name.split("/")[0].rsplit(" ", 1)[-1]
        return self.name[:1] == "%" or bool(_MEASURED.fullmatch(last)) or last.lower() in ABBREVIATIONS


def read_unit(text: str, start: int, end: int, single: bool = False, scaled: bool = False) -> Unit:
    """The unit that stands directly at `start`, with its rate; an empty name where there is none.

    `single` is for the number one and for fractions, whose noun stands in the singular; `scaled` for what
    ends with a scale word, after which “of” may stand: “20 millions of francs”.

    >>> read_unit("eighty travel documents every day", 6, 33)
    Unit(name='travel documents/day', end=33)
    """
    if match := _COPY.match(text, start):
        start, end = match.end(), max(end, min(len(text), match.end() + 60))
    if scaled and (match := _OF.match(text, start, end)):
        start = match.end()
    if single and (match := _OF_A.match(text, start, end)):
        return Unit(match["measure"], match.end())
    if match := _PERCENT.match(text, start, end):
        unit = Unit("percentage points" if match["points"] else "%", match.end())
    elif match := _SYMBOL.match(text, start, end):
        unit = Unit(match[0].strip(" \u00a0-"), match.end())
    elif match := _COMPOUND.match(text, start, end):
        return Unit(match["word"] + ("s old" if match["old"] else ""), match.end())
    else:
        unit = _noun(text, start, end, single)
    return with_rate(text, unit)


def with_rate(text: str, unit: Unit) -> Unit:
    """The unit with the rate that follows it; “every day” is read although it is a date to `dates`."""
    for _ in range(2):  # “20 rubles per person per day”
        match = _RATE.match(text, unit.end)
        if not match or (not unit.name and text[match.start()] == "/"):
            break
        per = next(word for word in match.groupdict().values() if word)
        unit = Unit(f"{unit.name}/{_PER.get(per.lower(), per)}", match.end())
    return unit


def _noun(text: str, start: int, end: int, single: bool) -> Unit:
    words, place = [], start
    for _ in range(6):
        match = _WORD.match(text, place, end)
        if not match or (place == start and not match[0][0].isspace()):
            break
        place = match.end()
        if match["note"]:
            continue
        word = (match["type"] or match["word"]).rstrip(".").replace(".", "")
        if word != "US" and _STOPS & {word.lower(), word.lower().split("-")[0]}:
            break
        words.append(word)
        place -= match[0].endswith(".") and len(word) > 2 and not match["type"]
        if _ends_phrase(text, word, place, end, single):
            return _named(text, words, place, end)
        if text[place : place + 1] in tuple(".,;:)!?"):
            break
    return Unit("", start)


def _ends_phrase(text: str, word: str, place: int, end: int, single: bool) -> bool:
    """Whether this word is the noun that is counted; what follows it may be the noun instead."""
    following = []
    while len(following) < 2 and (more := _WORD.match(text, place, end)) and more["word"]:
        if more["word"].lower() in _STOPS:
            break
        following.append(more["word"].rstrip("."))
        place = more.end()
    if _is_plural(word):
        if word.endswith("s") and word.lower() not in PLURALS:
            return True
        # “Chinese fighter divisions”, “one infantry battalion”: these words also stand before a noun.
        reach = following[: 2 if word[0].isupper() else 1]
        return not (any(each.endswith("s") and _is_plural(each) for each in reach) or (single and following))
    if _MEASURED.fullmatch(word) or word in ABBREVIATIONS:
        return True
    adjective = word.lower() in DROPPED | COMPARED or (_ADJECTIVE.search(word) and following)
    return single and not adjective and not re.search(r"[^e]ed$", word)


def _is_plural(word: str) -> bool:
    if word.lower() in PLURALS or re.fullmatch(r"[A-Z]{2,5}[’']?s|\S*\d[’'ʼ]?s", word):
        return True
    if word.endswith(("’s", "'s", "ʼs")) or word.lower() in NOT_PLURALS:
        return False
    last = re.split("[-’']", word.rstrip("’'"))[-1]
    return len(last) > 2 and last[-1] in "sS" and last[-2:].lower() not in ("ss", "us", "is")


def _named(text: str, words: list[str], place: int, end: int) -> Unit:
    """The unit without the words that say nothing of what is counted: “more people”, “month’s pay”."""
    while len(words) > 1 and words[0].lower() in DROPPED:
        words = words[1:]
    name = " ".join(words).rstrip("’'ʼ")
    owner = re.sub("[’'ʼ]s$", "", name)
    name = owner if _MEASURED.fullmatch(owner) else name
    if name.lower() in ("years", "year", "months") and (match := _OLD.match(text, place, end)):
        return Unit(" ".join((name + match[0]).split()), match.end())
    return Unit(name, place)
