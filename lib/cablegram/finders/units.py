"""What a number counts or measures, where it stands directly behind the number, and the rate it is given at.

There is no grammar here, only word lists and one rule: a counted noun is the first plural within six words,
with the words before it, unless a word that cannot stand inside a noun phrase comes first.
"""

import re
from dataclasses import dataclass

from .vocabulary import LISTS, SCALES, SMALL, named_parts, pattern

_STOPS = LISTS["STOP"] | set(SMALL) | set(SCALES)
_MEASURED = pattern("({MEASURE}|centurie)s?")
# “3 per cent”, “5 km”, “20°”, “five-year”, “18-year-old”
_WRITTEN = pattern(
    r"(?P<percent> ?%|[\s-]{0,2}\b(per[\s-]?cent(age|um)?|pct\.?)(?!\w))(?P<points> points?\b)?"
    r"| ?(?P<sign>°( ?[CF]\b)?|[″′€£¥₩₽¢])"
    r"|[\x20\u00a0-]?(?P<sign>{ABBREVIATION}[²³23]?)\b(?![-’']|\.(?-i:[A-Z]))"
    r"|[-‐‑](?P<compound>[a-z]+)(?P<old>[-‐‑ ]olds?\b)?"
)
_WORD = re.compile(
    # a phrase goes on over the end of a line; a new row or heading has a capital letter
    r"(?=\s)[ \u00a0]?(?:\r?\n(?!(?-i:[A-Z][a-z])))?[ \u00a0]{0,8}(?:"
    r"(?P<note>\[[A-Za-z ]{1,30}\])"  # “five additional [American] battalions”
    r"|(?P<type>[A-Z][A-Za-z]{0,3}[-–]\d{1,3}[A-Z]?(?:[’'ʼ]?s)?\b"  # “two T-34 tanks”
    r"|\d{0,3}(?:\.\d+)?[- ]?(?:mm|cm|inch|pound|cal)\b\.?)"  # “four 105-mm howitzers”
    r"|(?P<word>U\.\s?S\.|[^\W\d_][\w’'&-]*\.?))"
)
_RATE = pattern(
    r" ?/ ?(?P<per>[a-z]{1,12})\b|\s(per|each|every)\s(?P<per>annum|capita|{MEASURE})\b(?!\s*[-’'])"
    r"|\sper\s(?!(cent|{SMALL})\b)(?P<per>[a-z]{2,14})\b"
    r"|\san?\s(?P<per>{MEASURE})\b(?!\s(ago|later|earlier|after|before|and\s))"
    r"|\s(?P<per>daily|nightly|weekly|monthly|quarterly|yearly|annually)\b"
    r"|(?<=\w)\sof(\s[a-z-]{2,20}){1,2}\s(an?|per|each|every)\s(?P<per>time|{TIME_UNIT})\b"
)
_PER = {f"{unit}ly": unit for unit in ("night", "week", "month", "quarter", "year")}
_PER |= {"daily": "day", "annually": "year", "annum": "year", "capita": "head"}
_PLURAL = re.compile(r"[A-Z]{2,5}[’']?s|\S*\d[’'ʼ]?s|(?i:\w*men|[a-z]{3,}ese)")  # “LSTs”, “105’s”, “Chinese”
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
        return (
            self.name[:1] == "%" or bool(_MEASURED.fullmatch(last)) or last.lower() in LISTS["ABBREVIATION"]
        )


def read_unit(text: str, start: int, end: int, single: bool = False, scaled: bool = False) -> Unit:
    """The unit that stands directly at `start`, with its rate; an empty name where there is none.

    `single` is for the number one and for fractions, whose noun stands in the singular; `scaled` for what
    ends with a scale word, after which “of” may stand: “20 millions of francs”.

    >>> read_unit("eighty travel documents every day", 6, 33)
    Unit(name='travel documents/day', end=33)
    """
    # “Fifteen (15) days”, “120 (one hundred twenty) planes”
    if match := pattern(r" ?\((\d[\d,]*|((and|{SMALL}|{SCALE})[-\s]?){1,8})\)").match(text, start):
        start, end = match.end(), max(end, min(len(text), match.end() + 60))
    if scaled and (match := pattern(r"\sof(?=\s(?-i:[a-z]))").match(text, start, end)):
        start = match.end()
    half_a_year = pattern(r" (of )?an? (?P<measure>{MEASURE})\b")
    if single and (match := half_a_year.match(text, start, end)):
        return Unit(match["measure"], match.end())
    match = _WRITTEN.match(text, start, end)
    parts = named_parts(match) if match else {}
    if "compound" in parts:
        return Unit(parts["compound"] + ("s old" if "old" in parts else ""), match.end())
    if not match:
        return with_rate(text, _noun(text, start, end, single))
    return with_rate(
        text, Unit(parts.get("sign", "percentage points" if "points" in parts else "%"), match.end())
    )


def with_rate(text: str, unit: Unit) -> Unit:
    """The unit with the rate that follows it; “every day” is read although it is a date to `dates`."""
    for _ in range(2):  # “20 rubles per person per day”
        match = _RATE.match(text, unit.end)
        if not match or (not unit.name and text[match.start()] == "/"):
            break
        per = named_parts(match)["per"]
        unit = Unit(f"{unit.name}/{_PER.get(per.lower(), per)}", match.end())
    return unit


def _noun(text: str, start: int, end: int, single: bool) -> Unit:
    words, place = [], start
    while len(words) < 8 and (match := _WORD.match(text, place, end)):
        word, place = (match["note"] or match["type"] or match["word"]).rstrip("."), match.end()
        if word != "US" and _STOPS & {word.lower(), word.lower().split("-")[0]}:
            break
        place -= match[0].endswith(".") and len(word) > 2 and "." not in word and not match["type"]
        if not match["note"]:
            words.append((word.replace(".", ""), place))
    for count, (word, place) in enumerate(words[:6], 1):
        later = [other for other, _ in words[count : count + 2]]
        if _is_plural(word):
            # “Chinese fighter divisions”, “one infantry battalion”: these words also stand before a noun.
            goes_on = any(each[-1] == "s" and _is_plural(each) for each in later[: 1 + word[0].isupper()])
            ends = (word.endswith("s") and word.lower() not in LISTS["PLURAL"]) or not (
                goes_on or (single and later)
            )
        elif _MEASURED.fullmatch(word) or word in LISTS["ABBREVIATION"]:
            ends = True
        else:
            adjective = word.lower() in LISTS["DROPPED"] | LISTS["COMPARED"] or (
                _ADJECTIVE.search(word) and later
            )
            ends = single and not adjective and not re.search(r"[^e]ed$", word)
        if ends:
            first = next(
                (n for n in range(count - 1) if words[n][0].lower() not in LISTS["DROPPED"]), count - 1
            )
            name = " ".join(each for each, _ in words[first:count]).rstrip("’'ʼ")
            owner = re.sub("[’'ʼ]s$", "", name)  # “a month’s pay”
            return Unit(owner if _MEASURED.fullmatch(owner) else name, place)
    return Unit("", start)


def _is_plural(word: str) -> bool:
    listed = word.lower() in LISTS["PLURAL"] or _PLURAL.fullmatch(word)
    last = re.split("[-’'ʼ]", word.rstrip("’'").lower())[-1]
    plural = len(last) > 2 and re.search("[^sui]s$", last) and word.lower() not in LISTS["SINGULAR"]
    return bool(listed or plural)
