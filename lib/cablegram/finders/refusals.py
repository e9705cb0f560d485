"""What looks like a number and is no quantity: labels, references, clock times, codes, names, redactions.

`regions` gives the stretches in which nothing is a quantity; `refusal` tries one table on one number.
"""

import re
from typing import NamedTuple

from .numerals import ORDINALS, Numeral, either
from .units import Unit
from .vocabulary import ABBREVIATIONS, COMPARED, COUNTED, DOTTED, STOPS, STRONG, WEAK

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_FOREIGN_MONTH = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni"
    r"|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
)
_CAPITAL = r"(?-i:[A-Z])"
_ORDINAL = either({word for word in ORDINALS if "-" not in word} | {"hundredth", "thousandth"})
_YEAR = r"(?<=(?<!\d)(?:1[5-9]|20)\d\d)(?!\d)"  # looks back at the number
_CLOCK = r"(?<=(?:[01]\d|2[0-4])[0-5]\d)"
_STOP = either(STOPS)


_EDITOR = re.compile(
    r"\b(?:declassified|illegible|unrecover(?:ed|able)|garbled?|omitted|excised|redacted|deleted|missing|withheld"
    r"|handwritten|pages?|folio|stamp(?:ed)?|sic|blank|printed|footnotes?|source text|follows?|attachment|enclosure)\b"
    r"|\[\d{1,3} (?:lines?|paragraphs?|words?|groups?)\b|\[\s?\^?[\divxIVX*]{1,6}\s?\]",
    re.IGNORECASE,
)
# A longer bracket tells what the text says, after its opening: “[Here follows ... 468,000 refugees ...]”.
_REMARK = 80
_COUNT = r"(?i:\d+|one|two|three|four|five|six)"
_LINES = {  # of a whole line, or at its head
    "label": r"(?:[•●▪][ \t]{1,4})?(?:[\[(]\d{1,4}[\])](?=\s)|\d{1,6}\\?[.)](?=-?\s|$)|\d{1,3},(?=\s[A-Z]))",
    "nested label": r"\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=[ \t]+[A-Z“\"])",
    "heading": r"(?<=\n\n)(?:\d{1,3}[ \t]+[A-Z][A-Z ,’'&-]{4,60}|[A-Z][A-Z ,’'&-]{4,60} \d{1,3})(?=\n\n)",
    "copy": r"\d{1,2}\s?[-–—]\s?(?=(?:to|for|Cde|Com|Comr|Comrade|Mr|Gen)\b)",
    "page": r"[-–—=~*. ]+\d{1,4}[-–—=~*. ]+$|(?<=\n\n)\d{1,5}(?=\n\n)|(?<![\s\S])\d{1,3}(?=\r?\n\r?\n)",
    "page of contents": r".{3,80}(?:\.{4,}|(?: \.){4,})[ \t]?\d{1,3}(?=[ \t\r]*$)",
    "hour": r"\d{1,2} hours \d{1,2} minutes(?=[ \t\r]*$)",
    "front matter": r"(?:[A-Za-z]\w*_\w+|\w+[_-](?:id|num|no|number|date|page|year)):.*$|Record ID\s+\d+",
}
_STRETCHES = {
    "bracket": r"\[[^\[\]\n]{0,400}\]",
    "bracket of a page": r"\[\[[^\[\]\n]{1,40}\]\] \d{1,4}\b",
    "front matter": r"(?<![\s\S])---\r?\n[\s\S]{1,4000}?\n---",
    "page in the line": r"(?<!\*)\*\d{1,4}\*(?!\*)",
    "time of transmission": r"\d{6}Z\s{1,4}/\d{2,3}\b",
    "footnote mark": r"/\d{1,3}/(?!\d)",
    "address in the net": r"(?:https?://|www\.)\S{1,500}",
    "label in brackets": r"\(\d{1,2}\)(?!\s?(?:%|per))",
    "label in the line": r"(?<=[;:,.] )\d{1,2}\)(?=\s)|(?<=[.:;!?)] )\d{1,4}\.(?=\s\(?[A-Z]|(?<=[.!?)] \d\.) \d)|(?<=[a-z] )\d\)(?=\s[A-Za-z])",
    "one of a set": rf"\((?i:part |page )?{_COUNT} of {_COUNT}\)",
    "file": r"(?<![\d.])\d{1,3}\.\s?(?:doboz|d\.|köt)|(?<![\d.,])\d{3}\.\d{4,}(?: PW)?[/\d–-]*",
    "position": r"(?<!\d)\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['’′]\s?)?(?:\d{1,2}\s?[\"”″]\s?)?[NSEW]\b",
    "latitude": r"\b[Ll](?:at|ong)(?:\.|itude)?,? \d{1,3}[^\n;,]{0,16}?[NSEW]\b",
    "citation": r"\b\d{1,4} \((?:\w+ )?(?:1[5-9]|20)\d\d\)(?:[,:] \d+(?:[-–]\d+)?)?",
    "bearing": r"(?<!\d)\d{1,3} degrees,?(?: \d{1,2} minutes,?)? (?:north|south|east|west)\b|(?<!\d)\d{1,3} \d{1,2}(?:\.\d+)? ?[NSEW]\b(?![.’'])",
    "clock": r"half past [a-z]+|(?:(?<=[Aa]t )|(?<=[Rr]eceived ))\d{1,2}\s+hours(?:,?\s(?:and )?\d{1,2}\s+minutes)?",
    "clock in digits": r"(?<!\d)(?:(?:[01]\d|2[0-4])[.:][0-5]\d|(?<=[Aa]t )\d[.:][0-5]\d)\s?(?:hours|hrs)\b",
    "date in digits": r"(?<![\w.])\d{1,2}\.\d{1,2}\.\d{2,4}(?![\w.]\d)",
    "telephone": r"\(\d{3}\)\s?\d{3}[-.]\d{4}\b|(?<!\d)\d{3}[-.]\d{3}[-.]\d{4}\b",
    "statute": r"(?<!\d)\d{1,3} (?:Stat\.?|U\.?S\.?T\.?|TIAS|UNTS|F\.R\.|Fed\. Reg\.|U\.S\.C\.?|USC|CFR|Bevans)(?: \d[\d,]{0,6})?\b",
}
_STRETCH = re.compile(
    rf"(?m:^[ \t\u00a0]{{0,20}}(?:{'|'.join(_LINES.values())}))|{'|'.join(_STRETCHES.values())}"
)


class Refusal(NamedTuple):
    """What stands before and after what is no quantity; the row fails where one of the facts `unless` holds."""

    name: str
    before: str
    after: str
    unless: str


# Facts about a number: in digits, words, share (what kind of numeral it is); scaled (with a scale word or
# thousands set apart), hundred (of three digits), long (of ten characters); bounded (by words or a sign), unit,
# measure, counted (people follow); opens (a sentence), lower (no capital letter), shouted (all in capitals);
# what is written: plain (no zero in front), or other than one, half, a part (“a third”), a round word.
REFUSALS = (
    Refusal("clock time", "", r"[.:]?\d{0,2}\s?[ap]\.?\s?m\b|:\d\d|\s?o[’'`]?\s?clock\b|\s(?:noon|midnight)\b", ""),
    Refusal("clock time", "", rf"{_CLOCK}(?:\s?[ZGMT]{{1,3}}\b|\s?local\b)|\s(?-i:[ECMP]\.?[DS]\.?T)\b", "words"),
    Refusal("clock time", r"\b(?:at|until|till|since|before|after)\s", rf"{_CLOCK}(?!\s?\w)", "words unit"),
    Refusal("clock time", r"\b(?:at|up to|until|till|since|before|after|between|from)\s(?:about\s)?", rf"{_CLOCK}\s?h(?:ou)?rs\b", "words"),
    Refusal("clock time", "", rf"{_CLOCK}\s?h(?:ou)?rs\b(?!\s(?:of|in|per|an?|each|every|to|for|were|was|over|work)\b)", "words bounded"),
    Refusal("clock time", r"\b(?:until|till|since|before|after)\s(?:nearly\s|about\s|almost\s|past\s)?", r"(?!\s(?:of|or|and)\b)", "words unit dozen"),
    Refusal("clock time", r"\b(?:left|leav\w+|arriv\w+|start\w*|beg[ia]n\w*|clos\w+|open\w*|met|sail\w*|depart\w*|up|rose|return\w*|resum\w+|adjourn\w*)\b(?:\d\.\d|[^.;\n]){0,40}\bat\s(?:about\s)?", "", "words unit dozen"),
    Refusal("clock time", r"(?:\A|\n\s*|[.!?]\s)", rf"{_CLOCK}:\s", "words"),
    Refusal("clock time", "", r"(?<=\bzero)[\s-](?:hour|sum|option)\b", "digits"),
    Refusal("street", "", r",?\s(?:(?-i:[A-Z])\w{0,15}\.?\s){1,3}(?-i:St|Street|Ave|Avenue|Road|Rd|Place|Square|Lane|Row|Court|Terrace|Gardens|Quay|Blvd|Boulevard)\b", "words bounded"),
    Refusal("street", "", r"\s(?:rue|ulitsa|ul\.)\s|,\s?(?:D\.?\s?C|N\.?\s?Y)\b", "words bounded"),
    Refusal("district", r"\b(?-i:[NSEW]|[NS]\.\s?[EW]|[EW]\.\s?C)\.\s?", "", "words bounded"),
    Refusal("calibre", "", r"[- ]?(?:mm|cm|inch|in|pounder|pdr|cal(?:iber|ibre)?)\.?[- ](?:[a-z-]+ )?(?:guns?|howitzers?|mortars?|cannons?|rockets?|artillery|recoilless|rifles?|pistols?|anti\w*|aa|shells?|machine)\b", "words"),
    Refusal("calibre", "", r"(?:\sand\s\d{2,3})?\samm(?:o|unition)\b|\sseries\b", "words"),
    Refusal("code", "", "", "words plain"),
    Refusal("code", "", rf"(?!(?-i:{either(ABBREVIATIONS)}|K[GM]|[KM]Wh?|percent)[²³23]?(?![\w]|\.\d))(?:[A-Za-z_]|[’'ʼ]s\b|(?<!,\d\d\d)[/:.]\d|/(?:[.\s]|\Z)|\([a-z]\)|\[\d|[/.][A-Za-z]{{1,2}}\b|[-–‐](?:\d|(?-i:[A-Z])\b))", "words"),
    # “Field.28”, “MiG-15”, “5/f-3”, “’57”, “22:00”, “follows:84”, “India1 2”, but not “rice-500 tons”
    Refusal("code", r"\b[A-Za-z][-–‐/.,;]|[’'‘]|[\d.:][-–‐/:]|\d\.|[A-Z][\w.]?[-–‐/]|\)[:/]?|[.,;!?][”\"’)\]]|(?-i:[a-z])\d{1,2} |\b(?-i:[a-z]+):", "", "words long"),
    Refusal("code", r"[a-z\d\])](?<!\bapprox)(?<!\bappr)(?<!\bca)(?<!\bc)(?<!\bmin)(?<!\bmax)[-–‐/.,;!?”\"’)\]]", "", "words long measure"),
    Refusal("formation", "", r"(?<!\b1)\s(?:infantry |rifle |armou?red |airborne |tank |guards )?(?:(?-i:Bn|Bde|Div|Regt|Coy|Sqn)|brigade|division|army|regiment|battalion|fleet|squadron|plenum|congress(?!\s[a-z]+s\b))\b", "words scaled"),
    Refusal("day", rf"\b(?:{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\s", "", "words unit bounded hundred"),
    Refusal("day", "", rf"\.?\s(?:de\s)?{_FOREIGN_MONTH}\b", "words bounded"),
    Refusal("telegram", "", rf"\)?,?[ \u00a0](?:(?:\d{{1,2}} )?{MONTH}\s\d{{1,4}}|repeated|rptd|ci?ypher)\b", "words unit bounded scaled"),
    Refusal("note", r"(?:\A|\n\s*\n)[ \t]*(?:\*\s?)?", rf"(?<=\b1)\s(?:{_CAPITAL}|“)|\s{_CAPITAL}\w+ (?:\d|Nos?\b)", "words bounded hundred shouted"),
    Refusal("note", r"(?:(?:\A|\n\s*\n)[ \t]*|\n?\*\s?)", rf"\s(?:{_CAPITAL}|“)", "words bounded hundred shouted unit"),
    Refusal("note", r"(?:\A|\n)\*", rf"\s(?:{_CAPITAL}|“)", "words bounded hundred"),
    Refusal("note", rf"(?:\b(?:Mr|Mrs|Dr|Gen|Adm|Amb|Col|St)\.|[\w,’])\s{_CAPITAL}[^\W\d_]+[ \u00a0]", r"\s{1,4}[A-Za-z]", "words bounded unit hundred shouted scaled"),
    Refusal("note", r"(?:\A|\n|[.!?”\"]\s)[*\s]*", r"\s(?-i:See|Cf|Ibid|Not|For|Printed|Text|Dated|Filed)\b", "words bounded"),
    Refusal("year", "", _YEAR, "words bounded unit"),
    Refusal("year", r"\b(?:in|since|until|during)\s|\b(?:circa|ca?\.)\s", _YEAR, "words measure"),
    Refusal("year", r"\b(?:the|of|at|to|for|this|that|by|from)\s|[’']s\s", _YEAR, "words bounded measure counted"),
    Refusal("year", rf"(?:{MONTH},?|\bin|\bof)\s", r"(?<=\b(?:1[5-9]|20)\d{3})", "words bounded unit scaled"),
    Refusal("label", rf"(?<![\w’'-])(?:re|ur|my|our)?(?:{either(STRONG)}):?[ \u00a0]*", "", "measure scaled"),
    Refusal("label", r"(?<!\bthey\s)(?<!\bwho\s)\bnumbers?\s", "", "measure scaled bounded"),
    Refusal("label", rf"(?<![\w’'-])(?:re|ur|my|our)?(?:{either(DOTTED)})\.?:?[ \u00a0]*\r?\n?|\b(?-i:[A-Za-z]|[Nn]o)\.", "", "words measure scaled"),
    Refusal("label", r"\b(?:nos?|pp?|vols?)\.?:?[ \u00a0]*", "", "words scaled"),
    Refusal("label", rf"\b(?:{either(WEAK)}):?[ \u00a0]*", "", "words unit scaled"),
    Refusal("label", rf"\b(?={_CAPITAL})(?:{either(WEAK)})\s", "", "digits unit scaled opens"),
    Refusal("label", rf"\b(?:{either(WEAK)})\s", "", "digits unit scaled opens lower"),
    Refusal("label", rf"\b(?![AI]\b){_CAPITAL}\s", "", "words measure scaled"),
    Refusal("label", rf"(?<![\w.’'])(?-i:[A-Z]{{2,}}|(?:[A-Z]\.){{2,}}|\w+(?:tel|gram)|[B-Z])\.?\s*|, (?-i:A)\s", "", "words bounded unit shouted scaled"),
    Refusal("label", r"\bE\.\s?O\.\s|\bref(?:tel)?s?:\s(?:\(?[A-Z][.)]\s)?[A-Z ]{2,20}\s|\b\w*(?-i:I[dD])\s?[:#]\s?", "", "words scaled"),
    # “Your 89 October 13”, “Tokyo’s 345”, “paragraphs (3”, “(CARS 51) 12”
    Refusal("telegram", r"\b(?:your|my|our|re(?:ference)?|(?:department|embassy|legation|consulate|consul|mission|dept|secretary|ambassador)[’'ʼ]s?|ibid\.?,)\s", "", "words bounded unit scaled"),
    Refusal("telegram", rf"\b{_CAPITAL}[a-z]+(?:[’'ʼ]s|s[’'ʼ])[ \u00a0]", r"(?<=\d{3})", "words bounded unit scaled"),
    Refusal("telegram", r"\b(?:sections|articles|paragraphs|clauses|resolutions|telegrams|despatches) \(|\b(?:paragraph|section|item|point|document|telegram|letter|article|note|page)s?,? numbered |\b(?-i:[A-Z][A-Z.]{1,7})\s?\(\d{2}\)\s|\bnos\.?\s(?:\d+,?\s)+(?:and\s)?", "", "words bounded unit scaled"),
    Refusal("telegram", rf"\b(?:sent|repeated|rptd)(?: (?:to|info|information|niact|priority|unnumbered|as|and|repeated|rptd|{_CAPITAL}[\w-]*|\d+),?){{1,40}} ", "", "words bounded unit scaled"),
    Refusal("name", r"\b(?-i:Big|Point|(?:Group|Gang|Committee|Council|Conference) of)\s", "", "scaled"),
    Refusal("name", "", r"(?-i:[-\s][A-Z][a-z])", "digits lower opens shouted"),
    Refusal("name", r"\bthe\s", "", "digits lower opens shouted unit"),
    Refusal("ordinal", "", rf"(?:[-‐ ]|\s+and\s+)(?:{_ORDINAL})\b", "digits share"),
    Refusal("ordinal", "", r"(?:(?<=hundredth)|(?<=thousandth)|(?<=twentieth))(?!\s+of\b)", "digits"),
    Refusal("ordinal", "", rf"\s+(?!(?:{_STOP}|{either(COMPARED)})\b)[^\W\d_]", "digits not-part"),
    Refusal("ordinal", r"(?:\A|[.!?]\s+)", r"\s+(?:is|was|has)\b", "digits not-part"),
    Refusal("counting", r"\b(?:first|a second|another|one|two)\b[^.;\n]{0,70}", r"(?!\s+of\b)", "digits not-part bounded"),
    Refusal("compound", r"\w[-‐]", "", "digits share"),
    Refusal("compound", "", r"[-‐](?:way|sided?|faced|handed|edged|by|time|off|self|fifty|party\srule)\b|[’']s\b", "digits share"),
    Refusal("indefinite", r"\b(?:several|few|many|couple(?: of)?|odd|per|hundreds? of|the|a)\s|\(", "", "digits not-round"),
    Refusal("pronoun", "", r"(?!\s(?:more\s)?\w+-[a-z])", "digits not-one bounded unit"),
    Refusal("pronoun", "", rf"[\s-]+(?:(?:{_STOP})\b(?!-)|[a-z]*[^suif’'\W]s\b(?!-))", "digits not-one bounded"),
    Refusal("pronoun", r"\b(?:no|any|every|each|this|that|which|another|such|what|whatever|number)\s|[-’']", "", "digits not-one bounded"),
    Refusal("pronoun", r"\bsome\s", "", "digits not-one"),
    Refusal("pronoun", r"(?:\A|[^\w\s]\s*|\b(?!(?:for|in|within|of|after|least|about|only|than|just|or|by|last(?:s|ed|ing)?)\s)\w+\s)", r"\sday\b(?!\s(?:per|each|every|an?)\b)", "digits not-one bounded"),
    Refusal("pronoun", r"\b(?:on|on the|for|at|in)\s", r"\s(?:hand|side|thing|time|point|stage|way)\b", "digits not-one bounded"),
    Refusal("pronoun", "", r"\s(?:another|or another|by one|after|and all|way|or the other)\b", "digits not-one bounded"),
    Refusal("half of a time", r"\b(?:first|second|latter|other|better|former|last|next|this|time|every|each)\s", "", "digits not-half"),
    Refusal("no share", r"(?<!\bby\s)(?<!\bonly\s)(?<!\bthan\s)(?<!\bone\s)(?<!\band\s)", r"(?!-(?:hour|million|ton|mile|year|day|month|dozen)|\s+(?:\(or|of|the|an?|his|her|their|its|our|this|that|these|those|as|hour|million|percent|per cent)\b)", "digits not-half bounded"),
)  # fmt: skip
_TABLE = [
    (
        row.name,
        re.compile(rf"(?:{row.before})\Z", re.IGNORECASE) if row.before else None,
        re.compile(row.after, re.IGNORECASE),
        frozenset(row.unless.split()),
    )
    for row in REFUSALS
]
_OPENS = re.compile(r"(?:\A|[.!?:;“\"(\n—•*][\s“\"(]*)\Z")
_PART = re.compile(r"an?[\s-]+(?!half)\w+", re.IGNORECASE)


def regions(text: str) -> list[tuple[int, int]]:
    """The stretches in which no number is a quantity; they may overlap."""
    found = []
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        if text[start] == "[" and text[start + 1 : start + 2] != "[":
            end = min(end, start + _REMARK)
            if not _EDITOR.search(text, start, end):
                continue
        if text[end - 1] == ")" and text.rfind("(", max(0, start - 80), start) > text.rfind(
            ")", max(0, start - 80), start
        ):
            continue  # “(they are 5) of them”: the end of a bracket
        found.append((start, end))
    return found


def refusal(text: str, number: Numeral, unit: Unit, bounded: bool) -> str:
    """Why a number is no quantity, empty where it is one."""
    facts = set(_facts(text, number, unit, bounded))
    window = max(0, number.start - 160)
    for name, before, after, unless in _TABLE:
        if facts & unless or not after.match(text, number.end):
            continue
        if not before or before.search(text, window, number.start):
            return name
    return ""


def _facts(text: str, number: Numeral, unit: Unit, bounded: bool):
    written = text[number.start : number.end]
    near = text[max(0, number.start - 40) : number.start] + text[number.end : number.end + 40]
    letters = [letter for letter in near if letter.isalpha()]
    thousands = re.search(r",\s?\d{3}", written)
    kind = number.form if number.form in ("words", "share") else "digits"
    facts = {
        kind: True,
        "words": kind != "digits",
        "scaled": number.scale > 1 or thousands,
        "hundred": number.value > 99,
        "dozen": number.value > 12,
        "long": len(written) > 9,
        "bounded": bounded,
        "unit": unit.name
        and not (
            re.fullmatch(r"\d+\.\d{1,2}", written) and re.match(r"\s[A-Z]", text[number.end : number.end + 2])
        ),
        "measure": unit.measures,
        "counted": unit.name.rsplit(" ", 1)[-1].lower() in COUNTED,
        "opens": _OPENS.search(text, 0 if number.start < 40 else number.start - 40, number.start),
        "lower": not written[0].isupper(),
        "shouted": len(letters) > 8 and sum(map(str.isupper, letters)) > 0.85 * len(letters),
        "plain": not re.match(r"0\d", written),
        "not-one": written.lower() != "one",
        "not-half": written.lower() != "half",
        "not-part": kind != "share" or not _PART.fullmatch(written),
        "not-round": not re.match("hundred|thousand|million", written, re.IGNORECASE),
    }
    return (fact for fact, holds in facts.items() if holds)
