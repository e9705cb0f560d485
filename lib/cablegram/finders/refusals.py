"""What looks like a number and is no quantity: labels, references, clock times, codes, names, redactions.

`regions` gives the stretches in which nothing is a quantity; `refusal` tries one table on one number.
"""

import re

from .numerals import Numeral
from .units import Unit
from .vocabulary import ORDINALS, either, pattern

# Words an editor puts in brackets; a bracket without one belongs to the text: “five [American] battalions”.
_EDITOR = pattern(
    r"\b(declassified|illegible|unrecovered|garbled?|omitted|excised|redacted|deleted|missing|withheld"
    r"|handwritten|pages?|folio|stamp(ed)?|sic|blank|printed|footnotes?|source text|follows|attachment)\b"
    r"|\[\d{1,3} (lines?|paragraphs?|words?|groups?)\b|\[ ?\^?[\divx*]{1,6} ?\]"
)
_AT_LINE_START = {
    "label": r"(?:[•●▪][ \t]{1,4})?(?:[\[(]\d{1,4}[\])](?=\s)|\d{1,6}\\?[.)](?=-?\s|$)|\d{1,3},(?=\s[A-Z]))",
    "nested label": r"\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=[ \t]+[A-Z“\"])",
    "heading": r"(?<=\n\n)(?:\d{1,3}[ \t]+[A-Z][A-Z ,’'&-]{4,60}|[A-Z][A-Z ,’'&-]{4,60} \d{1,3})\.?(?=\n\n)",
    "copy": r"\d{1,2}\s?[-–—]\s?(?=(?:to|for|Cde|Com|Comr|Comrade|Mr|Gen)\b)",
    "page": r"[-–—=~*. ]+\d{1,4}[-–—=~*. ]+$|(?<=\n\n)\d{1,5}(?=\n\n)|(?<![\s\S])\d{1,3}(?=\r?\n\r?\n)",
    "contents": r".{3,80}(?:\.{4,}|(?: \.){4,})[ \t]?\d{1,3}(?=[ \t\r]*$)",
    "hour": r"\d{1,2} hours \d{1,2} minutes(?=[ \t\r]*$)",
    "record": r"(?:[A-Za-z]\w*_\w+|\w+[_-](?:id|num|no|number|date|page|year)):.*$|Record ID\s+\d+",
}
_ANYWHERE = {
    "bracket": r"\[[^\[\]\n]{0,400}\]",
    "page in the line": r"\[\[[^\[\]\n]{1,40}\]\] \d{1,4}\b|(?<!\*)\*\d{1,4}\*(?!\*)",
    "front matter": r"(?<![\s\S])---\r?\n(?:(?:[\w-]+:|[ \t-]).*\n){1,60}---",
    "address in the net": r"(?:https?://|www\.)\S{1,500}",
    "label in brackets": r"\(\d{1,2}\)(?!\s?(?:%|per))|(?<=[;:,.] )\d{1,2}\)(?=\s)|(?<=[a-z] )\d\)(?=\s\w)",
    "label in the line": r"(?<=[.:;!?)] )\d{1,4}\.(?=\s\(?[A-Z]|(?<=[.!?)] \d\.) \d)",
    "file": r"\d{6}Z\s+/\d+|\b\d{3,6} \d\d OF \d\d\b|(?<![\d.])\d{1,3}\.\s?(?:doboz|d\.|köt)",
    "decimal file": r"(?<![\d.,])\d{3}\.\d{4,}(?: PW)?[/\d–-]*",
    "position": r"(?<!\d)[\d.]{1,7}(?:\s?°[^\n;,A-Za-z]{0,12}[NSEW]| \d\d?(?:\.\d+)? ?[NSEW](?![.’']))\b",
    "bearing": r"(?<!\d)\d{1,3} (?:[NS]\.,? \d{1,3} [EW]|degrees,?(?: \d+ minutes,?)? (?:north|south|ea|we))",
    "latitude": r"\b[Ll](?:at|ong)(?:\.|itude)?,? \d{1,3}[^\n;,]{0,16}?[NSEW]\b",
    "citation": r"\b\d{1,4} \((?:\w+ )?(?:1[5-9]|20)\d\d\)[,:] \d+(?:[-–]\d+)?(?=[.;,)]|$)",
    "page of a book": r"(?<=[12]\d\d\d\)), \d+(?:[-–]\d+)?(?=[.;,)]|$)",
    "statute": r"(?<!\d)\d{1,3} (?:Stat\.?|U\.?S\.?T\.?|TIAS|UNTS|F\.R\.|U\.S\.C\.?)(?: \d[\d,]{0,6})?\b",
    "clock": r"half past [a-z]+|(?:(?<=[Aa]t )|(?<=eceived ))\d{1,2}\s+hours(?: (?:and )?\d{1,2}\s+minutes)?",
    "clock in digits": r"(?<!\d)(?:(?:[01]\d|2[0-4])[.:][0-5]\d|(?<=[Aa]t )\d[.:][0-5]\d)\s?(?:hours|hrs)\b",
}
_STRETCH = re.compile(
    rf"(?m:^[ \t\u00a0]{{0,20}}(?:{'|'.join(_AT_LINE_START.values())}))|{'|'.join(_ANYWHERE.values())}"
)

# What the table below calls by a name; `year` and `hhmm` look back at the number.
_NAMED = {
    "A": "(?-i:[A-Z])",
    "month": r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?",
    "foreign": "(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|januar"
    "|märz|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|diciembre)",
    "year": r"(?<=(?<!\d)(1[5-9]|20)\d\d)(?!\d)",
    "hhmm": r"(?<=([01]\d|2[0-4])[0-5]\d)",
    "glued": r"(?-i:[kM]?[Ww]h?|kV|[kcm]?m|K[MG]|kg|[gt]|cc|lbs?|ha|ft|kt|mt|hp|percent)[²³23]?(?!\w|\.\d)",
    "ordinal": either({word for word in ORDINALS if "-" not in word} | {"hundredth", "thousandth"}),
    "stop": "{STOP}|{COMPARED}",
    "strong": r"(?<![\w’'-])(re|ur|my|our)?{STRONG}(e?s)?",  # “reEmbdes 345”
    "dotted": r"(?<![\w’'-])(re|ur|my|our)?{DOTTED}s?",
    "weak": r"\b(?=[a-z]){WEAK}(e?s)?",
    "opening": r"\b(left|leav|arriv|start|beg[iau]n|clos|open|met|sail|depart|up|rose|return|adjourn)\w*",
    "own": "hour|of|as|the|an?|his|her|their|its|our|this|that|these|those|percent|per cent",
    "gun": "gun|howitz|mortar|cannon|rocket|artillery|rifle|carbine|pistol|recoilless|shell|machine|anti",
    "street": r"(?-i:St|Street|Ave|Avenue|Road|Rd|Place|Square|Lane|Row|Court|Terrace|Gardens|Quay)\b",
}
# A row: name, what stands before and after the number, and the facts one of which lets it pass; two spaces
# part them, a hyphen is nothing. Facts: words, digits, share; scaled (a scale word, or thousands set apart),
# hours (over 24), hundred (over 99), plain (no zero in front); bounded (by words or a sign), unit, measure,
# claimed (scaled, bounded or with a unit); lower (no capital that counts), shouted (capitals all round);
# not-one, not-half, not-part, not-round: other than “one”, “half”, “a third”, “hundred”.
REFUSALS = r"""
clock time  -  [.:]?\d{0,2} ?[ap]\.? ?m\b|:\d\d| ?o[’'`]? ?clock\b| (noon|midnight)\b  -
clock time  -  <hhmm> ?([zgmt]{1,3}|local|(\w+ )?time)\b| (?-i:[ECMP]\.?[DS]\.?T|GMT)\b  words
clock time  \b(at|until|till|since|before|after)\s  <hhmm>(?! ?\w)  words unit
clock time  \b(at|until|till|since|before|after|up to|between|from) (about )?  <hhmm> ?h(ou)?rs\b  words
clock time  -  <hhmm> ?h(ou)?rs\b(?! (of|in|per|an?|each|to|for|were|was|over)\b)  words bounded
clock time  \b(until|till|since|before|after) (nearly |about )?  (?! (of|or|and)\b)  words unit hours
clock time  <opening>\b(\d\.\d|[^.;\n]){0,40}\bat (about )?  -  words unit hours
clock time  \bat (about )?  (?<=\d\.[0-5]\d)([.,;)]| and\b| at\b)(?!\d)  words claimed hours
clock time  -  (?<=\d\.[0-5]\d) (train|boat|express)\b| in the (morning|afternoon|evening)\b  -
street  -  ,? (<A>\w{0,15}\.? ){1,3}<street>| (rue|ulitsa|ul\.) |, ?(D\.? ?C|N\.? ?Y)\b  words bounded
calibre  -  [- ]?(mm|cm|inch|pdr|pounder|caliber)\.?[- ]([a-z-]+ )?<gun>|( and \d+)? ammo\b  words
formation  -  (?<!\b1) (\w+ )?(brigade|division|army|regiment|battalion|fleet)\b(?! \w{3,}s\b)  words scaled
formation  -  (?<!\b1) (plenum|congress|series|(?-i:Bn|Bde|Div|Regt))\b  words scaled
code  -  -  words plain
code  -  (?!<glued>)([a-z_]|[’'ʼ]s\b|(?<!,\d\d\d)[/:.]\d|/([. ]|\Z)|\([a-z]\)|\[\d)  words
code  -  [/.][a-z]{1,2}\b|[-–‐](\d|<A>\b|(style|era|gs|sh|op|os|(?-i:Year))\b)  words
code  \b[a-z][-–‐/.,;]|[’'‘]|[\d.:][-–‐/:]|\d[.,;]|<A>[\w.]?[-–‐/]|\)[:/]?  -  words
code  [.,;!?][”"’)\]]|(?-i:[a-z])\d{1,2}\s|\b(?-i:[a-z]+):  -  words scaled
code  [a-z\d\])](?<!\bapprox)(?<!\bca)(?<!\bmin)(?<!\bmax)[-–‐/.,;!?”"’)\]]  -  words scaled measure
day  \b(<month>|(mon|tues|wednes|thurs|fri|satur|sun)day)\s  -  words claimed hundred
day  -  \.?\s(de )?<foreign>\b  words bounded
year  -  <year>  words bounded unit
year  \b(since|until|till|during)\s|[’']s\s  <year>  words bounded measure
note  (\A|\n)\*|(\A|\n\s*\n)\s*(\* ?)?  (?<=\b1)\s(<A>|“)|\s<A>\w+ (\d|nos?\b)  words bounded hundred shouted
note  (\A|\n)\*|(\A|\n\s*\n)\s*(\* ?)?  \s(<A>|“)  words claimed hundred shouted
note  -  \x20(?-i:See|Cf|Ibid|Not|For|Printed|Dated|The[ys]?e?|He|It|This|In|On|At|By|As)\b  words bounded
label  <strong>:?\s*  -  measure scaled
label  <dotted>\.?:?\s*|\b(?-i:[A-Za-z])\.  -  words measure scaled
label  \b(nos?|pp?|vols?)\.?:?\s*(\(\d+\) )?  -  words scaled
label  [,.][”"’]\s  [.,;)]  words claimed
label  \b(point|phase|stage|part|question|section|chapter|class|clause|item|step|line)\s  -  digits claimed
label  (?<!\bthey\s)(?<!\bwho\s)\bnumbers?\s  -  measure scaled bounded
label  <weak>:?\s*  -  words unit scaled
label  <weak>\s  -  digits unit scaled lower
label  \b(?![AI]\b)<A>\s  -  words measure scaled
label  (?<![\w.’'])(?-i:[A-Z]{2,}|([A-Z]\.){2,}|\w+(tel|gram)|[B-Z])\.?\s*  -  words claimed shouted
label  \bE\. ?O\.\s|\bcite \w+\s|[\d,] (?-i:A)\s|\brefs?: (\(?[A-Z][.)] )?[A-Z ]{2,20}\s  -  words scaled
label  \b\w*(?-i:I[dD]) ?[:#] ?|\bnos\.? (\d+,? )+(and )?  -  words scaled
note  (\b[a-z]{2,4}\.|[\w,’]) <A>[^\W\d_]+\s  \s+[a-z]  words claimed hundred shouted
telegram  \b(your|my|our|re(ference)?|embassy|consul|ibid\.?,)\s|<A>[a-z]+([’'ʼ]s|s[’'ʼ])\s  -  words claimed
telegram  <strong>,? (numbered |\()  -  words claimed
telegram  \b(sent|repeated|rptd)( (to|as|info(rmation)?|niact|<A>\S*|\d+),?){1,40}\s  -  words claimed
telegram  -  \)?,?\x20((\d{1,2} )?<month> \d{1,4}|repeated|rptd|ci?ypher)\b  words claimed
name  \b(?-i:Big|Point|(Group|Gang|Committee|Council|Conference) of)\s  -  scaled
name  -  [-\s](?-i:[A-Z][a-z])  digits lower
ordinal  -  ([-‐ ]| and )<ordinal>\b  digits share
ordinal  -  \s+(?!<stop>\b)[^\W\d_]  not-part
ordinal  \b(first|a second|another|one|two)\b[^.;\n]{0,70}  (?! of\b)  not-part bounded
compound  \w[-‐]  -  digits share
compound  -  [-‐](way|sided?|faced|handed|edged|by|time|off|self|fifty)\b|[’']s\b  digits share
indefinite  \b(several|few|many|couple( of)?|odd|per|hundreds? of|the|a)\s|\(  -  not-round
pronoun  -  (?! (more )?\w+-[a-z])  not-one bounded unit
pronoun  \b(no|any|every|each|this|some|another|such|what|whatever)\s|[-’']  -  not-one
pronoun  -  \s[a-z]*[^suif’'\W]s\b(?!-)  not-one bounded
pronoun  (\A|[^\w\s]\s*|\b(?!(for|in|within|of|after|only|or|by)\b)\w+\s)  \sday\b(?! an?\b)  not-one bounded
pronoun  \b(on|on the|for|at|in)\s  \s(hand|side|thing|time|point|stage|way)\b  not-one bounded
half  \b(first|second|latter|other|better|former|last|next|this|time|every|each)\s  -  not-half
half  (?<!\bby\s)(?<!\bonly\s)  (?!-(hour|ton|mile|year|day|month)| \(or| (<own>)\b)  not-half bounded
"""


def _row(line: str) -> tuple[str, re.Pattern | None, int, re.Pattern, frozenset[str]]:
    """One row of the table, its patterns compiled; a pattern with a count looks further back."""
    named = re.sub("<([a-zA-Z]+)>", lambda match: f"({_NAMED[match[1]]})", line)
    name, *cells = ("" if cell == "-" else cell for cell in re.split(" {2,}", named))
    before = pattern(rf"({cells[0]})\Z") if cells[0] else None
    return name, before, 160 if "{" in cells[0] else 40, pattern(cells[1]), frozenset(cells[2].split())


_ROWS = [_row(line) for line in REFUSALS.strip().splitlines()]
_OPENS = re.compile(r"(?:\A|[.!?:;“\"(\n—•*][\s“\"(]*)\Z")


def regions(text: str) -> list[tuple[int, int]]:
    """The stretches in which no number is a quantity; they may overlap."""
    found = []
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        bracket = text[start] == "[" != text[start + 1]
        end = min(end, start + 80) if bracket else end  # a longer one tells what the text says
        near = max(0, start - 80), start
        closing = text[end - 1] == ")" and text.rfind("(", *near) > text.rfind(")", *near)
        # “(they are 5) of them”: the end of a bracket
        if not closing and (not bracket or _EDITOR.search(text, start, end)):
            found.append((start, end))
    return found


def refusal(text: str, number: Numeral, unit: Unit, bounded: bool) -> str:
    """Why a number is no quantity, empty where it is one."""
    facts = _facts(text, number, unit, bounded)
    for name, before, width, after, unless in _ROWS:
        stands = not facts & unless and after.match(text, number.end)
        if stands and (not before or before.search(text, max(0, number.start - width), number.start)):
            return name
    return ""


def _facts(text: str, number: Numeral, unit: Unit, bounded: bool) -> set[str]:
    """What holds of a number, by the names that the table uses."""
    written, before = text[number.start : number.end], text[max(0, number.start - 40) : number.start]
    letters = [letter for letter in before + text[number.end : number.end + 40] if letter.isalpha()]
    shouted = len(letters) > 8 and sum(map(str.isupper, letters)) > 0.85 * len(letters)
    words = number.form in ("words", "share")
    scaled = number.scale > 1 or bool(re.search(r",\s?\d{3}|[½⅓⅔¼¾⅛⅜⅝⅞]", written))
    # In “telegram 355.2 Ministers agreed” the mark of a note ends the sentence.
    counts = bool(unit.name) and not (re.fullmatch(r"\d+\.\d\d?", written) and unit.name[0].isupper())
    holds = {
        "words": words,
        "digits": not words,
        "share": number.form == "share",
        "scaled": scaled,
        "hours": number.value > 24,
        "hundred": number.value > 99,
        "plain": not re.match(r"0\d", written),
        "bounded": bounded,
        "unit": counts,
        "measure": unit.measures,
        "claimed": scaled or bounded or counts,
        "lower": not written[0].isupper() or shouted or bool(_OPENS.search(before)),
        "shouted": shouted,
        "not-one": written.lower() != "one",
        "not-half": written.lower() != "half",
        "not-part": number.form != "share" or not re.fullmatch(r"(?i:an?[\s-]+(?!half)\w+)", written),
        "not-round": not re.match("(?i:hundred|thousand|million)", written),
    }
    return {fact for fact, true in holds.items() if true}
