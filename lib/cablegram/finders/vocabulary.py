"""Words and patterns that the finders of numbers and dates share.

Lists of words; the one table of number words; the fragments of patterns; and the small language that the
patterns are written in.
"""

import re
from collections.abc import Iterable
from functools import cache


def numbered(text: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """The words in order, with the numbers they stand for."""
    return {word: first + step * place for place, word in enumerate(text.split())}


def either(phrases: Iterable[str]) -> str:
    """An alternation of phrases, the longer before the shorter."""
    return "|".join(sorted(phrases, key=len, reverse=True))


# ---- numbers

ONES = numbered("one two three four five six seven eight nine")
TEENS = numbered("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", first=10)
TENS = numbered("twenty thirty forty fifty sixty seventy eighty ninety", first=20, step=10) | {"fourty": 40}
SMALL = ONES | TEENS | TENS
SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "crore": 10**7}
SCALES |= {"million": 10**6, "milliard": 10**9, "billion": 10**9, "trillion": 10**12}
ORDINALS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS |= {
    f"{ten}-{one}": number + small for ten, number in TENS.items() for one, small in [*ORDINALS.items()][:9]
}
ORDINALS |= {ten.removesuffix("y") + "ieth": number for ten, number in TENS.items()}
PARTS = {"half": 2, "quarter": 4, "hundredth": 100, "thousandth": 1_000}
PARTS |= {word: number for word, number in ORDINALS.items() if number > 2 and "-" not in word}
COUNTS = SMALL | {"a": 1, "an": 1, "a hundred": 100, "hundred": 100}

# ---- lists of words

_WORDS = """
TIME_UNIT: second minute hour day night week fortnight month quarter season year decade century annum
MEASURE: time ton tonne kilogram kilo gram pound ounce quintal kilometer kilometre meter metre centimeter
    centimetre millimeter millimetre mile yard foot feet inch inches acre hectare mu li jin jeongbo chongbo
    pyong liter litre gallon barrel bushel bale degree megawatt kilowatt watt volt kiloton megaton knot league
    fathom dollar ruble rouble yuan renminbi won yen mark franc rupee dong peso lira leu zloty forint crown
    schilling dinar rial riyal cent kopeck shilling guinea penny pence head person people man men percent word
    fold
ABBREVIATION: km kg mm cm m g t lb lbs ha ft oz kt mt kw kwh mw mwt mwe hp cwt mph kph bbl bpd nm yds sq cc kv
    khz mhz
# Plurals without -s, and words that count as they stand; words with one that do not.
PLURAL: people personnel troops cattle sheep swine deer fish oxen horse foot aircraft craft feet police cadres
    militia clergy staff infantry cavalry youth data dead wounded killed missing captured injured sick poor
    unemployed head livestock poultry hundredweight series means headquarters species corps sail swiss lao
    british french irish dutch thai cv kia wia mia children usd rmb kpw
SINGULAR: less various previous perhaps always besides towards afterwards news gas overseas whereas christmas
    texas kansas mathematics physics politics economics
# Words that say nothing of what is counted: “7000 more people”; of a comparison: “a third higher”.
DROPPED: more additional other such different new further extra separate fewer less another full whole major
    key present main important principal basic serious mild special certain specific similar following
    necessary remaining existing current recent same individual consecutive successive straight long solid odd
    good very
COMPARED: less more larger smaller higher lower greater
# What ends a noun phrase: function words, frequent verbs and adverbs.
STOP: a an the of in on at by to from for with without within into onto over under above below between among
    against during before after since until till through throughout across along around near off out up down
    about as than but and or nor if when while where who whom whose which that this these those it its he him
    his she her they them their we us our you your i my me is are was were be been being am has have had
    having do does did will would shall should can could may might must not no so too also only just even
    still yet already now then there here thus hence however therefore because although though unless whether
    what why how respectively each every all both either neither some any many much most several per via plus
    minus versus vs et etc ago away later earlier alone together again perhaps probably possibly approximately
    roughly nearly almost say says said state stated ask asks asked go went come came leave left take taken
    took get got make made give gave given arrive arrived remain remained become became seem seems appear
    appears include includes included including work live want belong receive hold held provide show shown use
    see seen think believe find found know known keep kept speak call expect hope plan require fled died
    crossed sent written brought built done drawn met carry longer stayed lived
# A bare number after one of these is a label whatever follows it; after the next also with the point of an
# abbreviation, which after “paragraph” ends a sentence; after the last if no unit follows.
STRONG: n° № # § article section chapter paragraph subparagraph clause annex appendix enclosure attachment
    exhibit footnote page volume document telegram cable dispatch despatch airgram circular memo reftel
    resolution copy lot box folder rg fond opis delo aidto toaid para papka list listy doboz room title
    publication mig il tu su yak latitude longitude nsc nsam nsdm nssm nie snie jcs jcsm csce ssd deptel
    embtel contel depcirtel circtel toisa tousfo usfoto icato toica polto topol delga gadel secto tosec dulte
    tedul usun cedto todep embdes condes legdes ecato toeca repto torep musto urtel ourtel mytel inclosure
DOTTED: no nr nº art sec chap para fig fn p pp vol doc tel msg op ch nn bk col sect sched app encl pt long ref
    res pl d l ll f del apt lat rpt dok inv
WEAK: part rule minute point item line column table figure chart map tab note question phase stage step option
    alternative operation plan project program track case class category grade level type model mark series
    version zone sector district area region ward unit division regiment brigade battalion company squadron
    corps army fleet group detachment base camp hill height route highway road channel pier gate factory plant
    mine shop workshop school hospital bureau department office building house ministry committee institute
    order directive decree decision instruction law act bill public protocol treaty letter message memorandum
    report file roll reel entry issue edition session meeting book ext telephone phone zip parallel train
    flight scene block plot cell berth bearing sheet radio uranium station km mile form theses
# Nouns after which a number is no year and no day, beside the plurals of measures.
COUNTED: people percent persons men women children workers troops soldiers officers students families
    households refugees prisoners peasants farmers members delegates employees specialists experts citizens
    koreans chinese wounded dead casualties sorties metric feet won yuan yen kg km kw head horses cattle sheep
    pigs copies votes letters units tanks aircraft planes rifles rounds shells bombs vehicles trucks tractors
    machines looms spindles cases houses apartments beds villages schools cadres million billion thousand
    hours hrs
# The words that a date may begin with, beside numbers and names.
FIRST: last past this current present next coming previous preceding following same recent every each annually
    yearly monthly weekly daily today tonight tomorrow yesterday to-day to-night to-morrow fy cy fiscal
    calendar christmas new day week weekend month quarter year decade century days weeks months years decades
    centuries
"""
LISTS = {
    name: frozenset(listed.split())
    for name, listed in re.findall(r"^([A-Z_]+):(.*(?:\n .*)*)", _WORDS, re.MULTILINE)
}

# ---- the calendar

# with the places where a printer breaks them
_SYLLABLES = (
    "Jan-u-ary Feb-ru-ary March April May June Ju-ly Au-gust Sep-tem-ber Oc-to-ber No-vem-ber De-cem-ber"
)
MONTHS = numbered(_SYLLABLES.replace("-", ""))
MONTHS_BY_LETTERS = {name[:3].lower(): number for name, number in MONTHS.items()} | {"apl": 4}
_DAY_NAMES = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(_DAY_NAMES.split("|"))}
ROMAN = numbered("I II III IV V VI VII VIII IX X XI XII")
DECADES = {f"{ten.removesuffix('y')}ies": number for ten, number in TENS.items()}
DAY_ORDINALS = {word: number for word, number in ORDINALS.items() if number <= 31}
HOLIDAYS = {"may day": (5, 1), "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25)}
HOLIDAYS |= {"new year's day": (1, 1), "new year's eve": (12, 31)}

# ---- patterns

# What a pattern calls `{NAME}`.
FRAGMENTS = {name: either(listed) for name, listed in LISTS.items()}
FRAGMENTS |= {
    "MEASURE": either(LISTS["MEASURE"] | LISTS["TIME_UNIT"]),
    "ONE": either(ONES),
    "TEN": either(TENS),
    "SMALL": either(SMALL),
    "SCALE": either(SCALES),
    "PART": either(PARTS),
    "DECADE": either(DECADES),
    "GAP": r"[^\S\n]{1,2}\n?|\n|[-‐‑–](\r?\n)?",  # a space, a hyphen or the end of a line inside a number
    "LARGE": either(SCALES.keys() - {"hundred"}),
    # In small letters may, march, august and mar are other words; the second row of short forms is that of
    # letters of the eighteenth and nineteenth centuries.
    "MONTH_NAME": _SYLLABLES.replace("-", r"(-\s?\n\s{0,4})?").replace(" ", "|"),
    "SHORT_MONTH": r"(?!(?-i:mar)\b)(Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Janr?y|Febr?y|Apl|Augt|Septr|Octr|Novr|Decr)(?![a-z])\.?",
    "MONTH": r"(?!(?-i:may|march|august)\b){MONTH_NAME}(?![a-z])|{SHORT_MONTH}",
    "MONTH_STARTS": "|".join(name[:3] for name in MONTHS_BY_LETTERS),
    # Between a month and its day or year: a space, which a full stop may stand for (Nov.8, 3.March).
    "MONTH_GAP": r" |(?<=\.)",
    "ROMAN_MONTH": f"(?-i:{either(ROMAN)})",
    "WEEKDAY": rf"(?-i:({_DAY_NAMES}|{_DAY_NAMES.upper()})(?![A-Za-z]))",
    "SHORT_WEEKDAY": r"(?-i:(Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(\.|(?=,)))",
    "HOLIDAY": either(HOLIDAYS),
    "SEASON": "spring|summer|autumn|winter|fall",
    "ORDINAL_STARTS": "|".join(dict.fromkeys(word.split("-")[0] for word in ORDINALS)),
    "ORDINAL_WORD": f"({either(DAY_ORDINALS)})(?![A-Za-z])",
    "ORDINAL_NUMBER": r"[0-9]{1,2}(st|nd|rd|th|d)\b",
    "COUNT": f"[0-9]{{1,3}}|{either(COUNTS)}",
    "NUMBER": "[0-3]?[0-9]",
    "YEAR": "(1[5-9]|20)[0-9]{2}",
    # The number of a footnote may be glued to a year; a comma and three digits make it another number.
    "YEAR_END": "(?=[0-9]{0,2}(?![0-9]))(?!,[0-9]{3}(?![0-9]))",
    "YEAR_TAIL": r"( ?, ?|{MONTH_GAP}|(?<=[a-z])(?=[0-9]{4}))(of |in )?(the year )?"
    r"(?P<year>{YEAR}{YEAR_END}(?! (hours|hrs))|'[0-9]{2}(?![0-9])|\[{YEAR}\]|\({YEAR}\))",
    # A day is no day where it goes on as 20,517 or 4:30, nor after a dash as 8 a.m.
    "DAY_NUMBER": "(3[01]|[12][0-9]|0?[1-9])(?![0-9]|,[0-9]{3}(?![0-9])|:[0-9])",
    "DAY": r"({DAY_NUMBER}|\[{1,2}{DAY_NUMBER}\]{1,2}|\"{DAY_NUMBER}\")( ?(st|nd|rd|th|d)\b)?"
    r"(\.(?= ?([/-]|{MONTH_STARTS}|{YEAR}(?![0-9]))))?",
    "DAYS": r"{DAY}((, {DAY}){0,8},? (and|or|&) (the )?{DAY}(?!{COUNTED})| ?[/-] ?{DAY}(?!\s?[ap]\.?\s?m\b)"
    "| (to|through|thru|until|till) (the )?{DAY})?",
    # Words after which a month or a year is a date.
    "TIME": "in|of|since|by|until|till|before|after|from|during|for|early|late|mid|this|to|through|throughout"
    "|between|than|around|about|beginning",
    "COUNTED": rf" (({either(LISTS['MEASURE'] - {'time'})})s|{either(LISTS['COUNTED'])})\b",
}
# One break of the line at most, never an empty line; bounded, so that matching stays linear in the text.
_SPACE = r"(?:[^\S\n]{1,4}(?:\n[^\S\n]{0,4})?|\n[^\S\n]{0,4})"
# What a pattern has of its own; an escaped character and a class of characters stay as they are.
_OWN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^]\\])*\]|\((?!\?)|\(\?P<([a-z_]+)>| ")


def spelled(text: str) -> str:
    """The pattern with its fragments put in."""
    return re.sub(r"\{([A-Z_]+)\}", lambda name: f"({spelled(FRAGMENTS[name[1]])})", text)


@cache
def pattern(text: str) -> re.Pattern:
    """The regular expression of a phrase, in any case: brackets group, a space is white space in a paragraph.

    A name may stand in it several times; `named_parts` tells the words of a match by it.

    >>> pattern("at( the very)? least").match("At the\\nvery  least")[0]
    'At the\\nvery  least'
    """
    names: list[str] = []

    def plain(own: re.Match) -> str:
        if own[1]:
            names.append(own[1])
            return f"(?P<{own[1]}{len(names) if own[1] in names[:-1] else ''}>"
        return {"(": "(?:", " ": _SPACE}.get(own[0], re.sub(r"(?<![\[\\]) ", r"\\s", own[0]))

    return re.compile(_OWN.sub(plain, spelled(text)), re.IGNORECASE)


def before(text: str, place: int, words: str, reach: int = 40, floor: int = 0) -> re.Match | None:
    """The match of such words directly before a place, at most so far back and not before `floor`."""
    return pattern(rf"({words})\Z").search(text, max(floor, place - reach), place)


def named_parts(match: re.Match, lower: bool = False) -> dict[str, str]:
    """The named parts of a match that have words, under the names that the pattern gives them."""
    parts = {name.rstrip("0123456789"): part for name, part in match.groupdict().items() if part}
    return {name: part.lower() for name, part in parts.items()} if lower else parts
