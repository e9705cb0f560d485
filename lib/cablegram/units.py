"""What a number counts or measures, where it stands directly behind the number, and the rate it is given at.

There is no grammar here, only word lists and one rule: a counted noun is the first plural within four words,
with the words before it, unless a word that cannot stand inside a noun phrase comes first.
"""

import re
from dataclasses import dataclass

TIMES = "second minute hour day night week fortnight month quarter season year decade century annum"
MEASURES = (
    "ton tonne kilogram kilo gram pound ounce quintal kilometer kilometre meter metre centimeter centimetre millimeter "
    "millimetre mile yard foot inch acre hectare mu li jin liter litre gallon barrel bushel bale degree megawatt "
    "kilowatt watt volt kiloton megaton knot dollar ruble rouble yuan renminbi won yen pound mark franc rupee dong "
    "peso lira leu zloty forint crown schilling dinar rial riyal cent kopeck shilling head person man hand "
    "percent word"
)
ABBREVIATIONS = "km kg mm cm m g t lb lbs ha ft oz kt mt kw kwh mw mwt mwe hp cwt mph kph bbl bpd nm yds sq cc kv khz mhz"
# Plurals without -s, and words that count as they stand.
PLURALS = (
    "people men women children personnel troops cattle sheep swine deer fish aircraft craft spacecraft feet teeth geese "
    "police cadres militia clergy staff infantry cavalry youth youths data criteria phenomena crises bases theses analyses "
    "head dead wounded killed missing captured injured sick poor unemployed refugees percent per mankind livestock poultry "
    "Chinese Japanese Vietnamese Portuguese Burmese Lebanese Sudanese Congolese Swiss Lao British French Irish Dutch Thai "
    "countrymen servicemen gunmen clergymen policemen fishermen airmen seamen spokesmen businessmen workmen horsemen "
    "guardsmen Englishmen Frenchmen newsmen hundredweight CV CVs dollars yuan won yen baht dong rand renminbi RMB USD mu li jin"
)
# What ends a noun phrase: function words, common verbs, and adverbs.
STOPS = frozenset(
    "a an the of in on at by to from for with without within into onto over under above below between among against "
    "during before after since until till through throughout across along around near off out up down about as than but "
    "and or nor if when while where who whom whose which that this these those it its he him his she her they them their "
    "we us our you your i my me is are was were be been being am has have had having do does did will would shall should "
    "can could may might must not no so too very also only just even still yet already now then there here thus hence "
    "however therefore because although though unless whether what why how said says say stated states noted asked went "
    "came left took got made gave arrived remained respectively each every all both either neither some any many much "
    "most several per via plus minus versus vs et etc ago away apart later earlier thereafter alone together again always "
    "perhaps probably possibly approximately roughly nearly almost become became remain seems seem appears appear includes "
    "include including crossed fled died lived consists took follows follow according ranging respectively inclusive "
    "hundred thousand million billion dozen one two three four five six seven eight nine ten is was".split()
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|as|'s|’s)$|^(?:less|various|previous|perhaps|always|besides|towards|afterwards|news|means|series)$", re.I)
# Endings by which, after “one”, an adjective is told from the noun that follows it: “one military delegation”.
_ADJECTIVE = re.compile(r"^[A-Z]|(?:al|ary|ic|ive|ous|er|ese|ish|able|ible|ed|ful|ior|ant|single|large|small|new|old|big|strong|key|main|great|good|air|such)$")
_SERIES = frozenset("series means headquarters species".split())
_QUALIFYING = frozenset("more additional other such different new further extra separate fewer less further another full whole".split())

_TIME = "|".join(TIMES.split())
_MEASURE = "|".join(sorted(f"{TIMES} {MEASURES}".split(), key=len, reverse=True))
_WORD = re.compile(r"[ \u00a0]?\n?[ \u00a0]{0,8}(?:(?P<note>\[[A-Za-z ]{1,30}\])|(?P<word>[^\W\d_][\w’'&-]*\.?))")
_PERCENT = re.compile(r"\s?[%٪]|[ \u00a0\n-]{0,2}\b(?:per[ -]?cent(?:age)?|percent|pct\.?)(?!\w)(?P<points> points?\b)?", re.I)
_SYMBOL = re.compile(rf"[ \u00a0]?(?P<degree>°\s?[CF]?|[″′])|(?P<money>[ \u00a0]?[€£¥₩₽¢])|[ \u00a0-]?(?P<short>(?:{'|'.join(ABBREVIATIONS.split())})[²³2]?)\b(?![-’'])", re.I)
_COMPOUND = re.compile(r"[-‐‑](?P<word>[A-Za-z]+)(?P<old>[-‐‑ ]old\b)?")
_COPY = re.compile(r"\s?\(\d{1,3}\)")  # “fifteen (15) days”
_RATE = re.compile(
    rf"[ \u00a0]?/[ \u00a0]?(?P<slash>[A-Za-z]{{1,12}})\b"
    rf"|\s(?:per|each|every)\s(?P<each>annum|capita|{_MEASURE})\b(?!\s*[-’'])|\sper\s(?P<per>[a-z]{{2,14}})\b"
    rf"|\san?\s(?P<a>{_MEASURE})\b(?!\s(?:ago|later|earlier|after|before|and\s+a\s+half))"
    r"|\s(?P<adverb>daily|nightly|weekly|monthly|quarterly|yearly|annually)\b",
    re.I,
)
_ADVERBS = {"daily": "day", "nightly": "night", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year"}  # fmt: skip
_OLD = re.compile(r"\s(?:old|of\sage)\b", re.I)
_MEASURE_WORD = re.compile(rf"(?:{_MEASURE}|foot|feet|inches|centuries|men|people|percent)s?", re.I)


@dataclass(frozen=True)
class Unit:
    """What is counted, in the words of the text; `end` is where it ends, `compound` tells “five-year”."""

    name: str
    end: int
    compound: bool = False

    @property
    def measures(self) -> bool:
        """Whether this is a measure, a time or a share and not a thing counted."""
        last = self.name.split("/")[0].rsplit(" ", 1)[-1]
        return self.name[:1] == "%" or bool(_MEASURE_WORD.fullmatch(last)) or last.lower() in _ABBREVIATION_SET


_ABBREVIATION_SET = frozenset(ABBREVIATIONS.split())
_PLURAL_SET = frozenset(PLURALS.split())


def read_unit(text: str, start: int, end: int, single: bool = False) -> Unit:
    """The unit that stands directly at `start`, with its rate; an empty name where there is none.

    `single` is for the number one and for fractions, whose noun stands in the singular.

    >>> read_unit("eighty travel documents every day", 6, 33)
    Unit(name='travel documents/day', end=33, compound=False)
    """
    if match := _COPY.match(text, start, end):
        start = match.end()
    unit = _symbol(text, start, end) or _compound(text, start, end) or _noun(text, start, end, single)
    return with_rate(text, unit)


def _symbol(text: str, start: int, end: int) -> Unit | None:
    if match := _PERCENT.match(text, start, end):
        return Unit("percentage points" if match["points"] else "%", match.end())
    if match := _SYMBOL.match(text, start, end):
        return Unit(match.group().strip(" \u00a0-"), match.end())
    return None


def _compound(text: str, start: int, end: int) -> Unit | None:
    match = _COMPOUND.match(text, start, end)
    if not match:
        return None
    return Unit(match["word"] + ("s old" if match["old"] else ""), match.end(), compound=True)


def _noun(text: str, start: int, end: int, single: bool) -> Unit:
    words, place = [], start
    for _ in range(6):
        match = _WORD.match(text, place, end)
        if not match or match.end() == place or (match["word"] and place == start and not match.group()[0].isspace()):
            break
        place = match.end()
        word = (match["word"] or "").rstrip(".")
        if not word:
            continue
        if word.lower() in STOPS:
            break
        words.append(word)
        place -= match["word"].endswith(".") and len(word) > 2
        if _plural(word) or (single and not _ADJECTIVE.search(word) and word.lower() not in _QUALIFYING) or _measure(word):
            return _old(text, Unit(_name(words), place), end)
        if text[place - 1 : place] == "." or place < len(text) and text[place] in ".,;:)!?":
            break
    return Unit("", start)


def _plural(word: str) -> bool:
    plain = re.split("[-’']", word)[-1] if not word.endswith(("’s", "'s", "’", "'")) else word.rstrip("’'")
    if word in _PLURAL_SET or word.lower() in _PLURAL_SET or word.lower() in _SERIES:
        return True
    if re.fullmatch(r"[A-Z]{2,5}[’']?s", word):
        return True
    return len(plain) > 2 and plain.endswith("s") and not _NOT_PLURAL.search(plain)


def _measure(word: str) -> bool:
    return bool(_MEASURE_WORD.fullmatch(word)) or word in _ABBREVIATION_SET


def _name(words: list[str]) -> str:
    while len(words) > 1 and words[0].lower() in _QUALIFYING:
        words = words[1:]
    return " ".join(words).rstrip("’'")


def _old(text: str, unit: Unit, end: int) -> Unit:
    if unit.name in ("years", "year", "months") and (match := _OLD.match(text, unit.end, end)):
        return Unit(" ".join((unit.name + match.group()).split()), match.end())
    return unit


def with_rate(text: str, unit: Unit) -> Unit:
    """The unit with the rate that follows it; “every day” may be a date to others and is read here all the same."""
    for _ in range(2):  # “20 rubles per person per day”
        match = _RATE.match(text, unit.end)
        if not match or unit.compound or (match["slash"] and not unit.name):
            break
        per = match["slash"] or match["each"] or match["per"] or match["a"] or _ADVERBS[match["adverb"].lower()]
        per = {"annum": "year", "capita": "head", "cent": ""}.get(per.lower(), per)
        unit = Unit(f"{unit.name}/{per}", match.end())
    return unit
