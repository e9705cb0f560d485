"""What looks like a number and is no quantity: labels, references, clock times, codes, names, redactions.

`regions` gives the stretches of a text in which nothing is a quantity; `refusal` judges one number by what
stands directly round it and says why it is none.
"""

import re

from .number_words import Numeral
from .unit_words import STOPS
from .units import Unit

# Words an editor puts in brackets; a bracket without one of them belongs to the text: “five [American] battalions”.
_EDITOR = re.compile(
    r"\b(?:declassified|illegible|unrecovered|unrecoverable|garbled?|omitted|excised|redacted|deleted|missing|withheld"
    r"|handwritten|pages?|folio|stamp|stamped|sic|blank|printed|footnotes?|source text|follows?|attachment|enclosure)\b"
    r"|^\[\s?[\divxIVX*]{1,6}\s?\]$",
    re.IGNORECASE,
)
_OPENS_LINE = re.compile(
    r"^[ \t\u00a0]{0,20}(?:[\[(]\d{1,4}[\])](?=\s)|\d{1,6}[.)](?=\s|$)|\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=[ \t]+[A-Z“\"]))",
    re.MULTILINE,
)
_NUMBER = r"(?:\d+|one|two|three|four|five|six)"
_STRETCHES = {
    "bracket": r"\[[^\[\]\n]{0,400}\]",
    "footnote mark": r"/\d{1,3}/(?!\d)",
    "address in the net": r"(?:https?://|www\.)\S{1,500}",
    "label in the line": r"\(\d{1,2}\)(?!\s?(?:%|per))|(?<=[;:,.] )\d{1,2}\)(?=\s)|(?<=[.:;!?] )\d{1,2}\.(?=\s[A-Z])",
    "one of a set": rf"\((?i:part |page )?(?i:{_NUMBER} of {_NUMBER})\)",
    "box of an archive": r"(?<!\d)\d{1,3}\.\s?(?:doboz|d\.|köt)",
    "position": r"(?<!\d)\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['’′]\s?)?(?:\d{1,2}\s?[\"”″]\s?)?[NSEW]\b",
    "date in figures": r"(?<![\w.])\d{1,2}\.\d{1,2}\.\d{2,4}(?![\w.]\d)",
    "telephone": r"\(\d{3}\)\s?\d{3}[-.]\d{4}\b|(?<!\d)\d{3}[-.]\d{3}[-.]\d{4}\b",
    "statute": (
        r"(?<!\d)\d{1,3} (?:Stat\.?|U\.?S\.?T\.?|TIAS|UNTS|F\.R\.|Fed\. Reg\.|U\.S\.C\.?|USC|CFR|Bevans)(?: \d[\d,]{0,6})?\b"
    ),
}
# The look-ahead lets the scan pass over letters at once.
_STRETCH = re.compile(
    r"(?=[\[/(\dhw])(?:" + "|".join(f"(?:{pattern})" for pattern in _STRETCHES.values()) + ")"
)

# A bare number after one of these is a label whatever follows it ...
STRONG = frozenset(
    ["no", "nos", "nr", "nº", "n°", "№", "#", "number", "numbers", "art", "arts", "article", "articles", "sec", "secs", "section", "sections", "chap", "chapter", "chapters", "para", "paras", "paragraph", "paragraphs", "subparagraph", "subparagraphs", "clause", "clauses", "annex", "annexes", "appendix", "enclosure", "attachment", "exhibit", "fig", "figs", "footnote", "footnotes", "fn", "page", "pages", "p", "pp", "vol", "vols", "volume", "volumes", "doc", "docs", "document", "documents", "telegram", "telegrams", "tel", "tels", "cable", "cables", "dispatch", "dispatches", "despatch", "despatches", "airgram", "airgrams", "circular", "msg", "memo", "reftel", "ref", "res", "resolution", "resolutions", "pl", "copy", "lot", "box", "boxes", "folder", "folders", "rg", "fond", "opis", "op", "delo", "d", "l", "ll", "f", "listy", "doboz", "room", "chapter", "title", "nsc", "nsam", "nsdm", "nssm", "nie", "snie", "jcs", "jcsm", "csce", "ssd", "deptel", "deptels", "embtel", "embtels", "contel", "depcirtel", "circtel", "toisa", "tousfo", "usfoto", "icato", "toica", "polto", "topol", "delga", "gadel", "secto", "tosec", "dulte", "tedul", "usun", "cedto", "todep", "ecato", "toeca", "repto", "torep", "musto", "latitude", "longitude", "lat", "mig", "il", "tu", "su", "yak", "papka", "publication"]
)  # fmt: skip
# ... and after one of these if no unit follows.
WEAK = frozenset(
    ["part", "parts", "point", "item", "items", "line", "lines", "column", "table", "figure", "chart", "map", "tab", "note", "notes", "question", "phase", "stage", "step", "option", "alternative", "operation", "plan", "project", "program", "track", "case", "class", "category", "grade", "level", "type", "model", "mark", "mk", "series", "version", "zone", "sector", "district", "area", "region", "ward", "unit", "division", "regiment", "brigade", "battalion", "company", "squadron", "corps", "army", "fleet", "group", "detachment", "base", "camp", "hill", "route", "highway", "road", "channel", "pier", "gate", "factory", "plant", "mine", "shop", "workshop", "school", "hospital", "bureau", "department", "office", "building", "house", "apartment", "ministry", "committee", "institute", "order", "directive", "decree", "decision", "instruction", "law", "act", "bill", "public", "protocol", "treaty", "letter", "message", "memorandum", "report", "note", "file", "files", "roll", "reel", "entry", "list", "tom", "por", "issue", "edition", "session", "meeting", "book", "question", "extension", "ext", "telephone", "phone", "zip", "parallel", "vitamin", "train", "flight", "record", "serial", "docket", "divisions", "regiments", "brigades", "battalions", "points", "items", "lines", "columns", "tables", "figures", "phases", "stages", "groups", "factories", "districts", "zones", "camps", "hills", "routes", "units", "plants", "mines", "reference", "code", "link", "stat", "ust", "release", "bulletin", "contract", "budget", "publications", "radio", "radios"]
)
# Words after which a number word is a name: “the Big Four”, “Point Four”, “Gang of Four”.
_NAMES = re.compile(r"\b(?:Big|Point|(?:Group|Gang|Committee|Council|Conference) of)\s+$")

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_FUSED_YEAR = re.compile(rf"(?:{_MONTH},?\s|\bin\s|\bof\s)$", re.I)
_CLOCK = re.compile(
    r"[.:]?\d{0,2}\s?[ap]\.?\s?m\b|:\d\d|\s?o[’'`]?\s?clock\b|(?<=\d{4})(?:\s?hrs\b|\s?[ZGMT]{1,3}\b|\s?local\b)|\s(?:noon|midnight)\b",
    re.I,
)
_GLUED = re.compile(
    r"(?:st|nd|rd|th)\b|[A-Za-z_]|[/:]\d|[/.][A-Za-z]{1,2}\b|[-–‐]\d|\.(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.I,
)
_UNIT_SUFFIX = re.compile(
    r"(?:km|kg|mm|cm|m|g|t|lbs?|ha|ft|kt|mt|k?wh?|mw[te]?|hp|cc|k?v|percent)[²2³]?(?![A-Za-z\d])", re.I
)
_CALIBRE = re.compile(
    r"[- ]?(?:mm|millimet(?:er|re)|cm|inch|in|pounder|pdr|cal(?:iber|ibre)?)\.?[- ](?:[a-z-]+ )?"
    r"(?:guns?|howitzers?|mortars?|cannons?|rockets?|artillery|recoilless|rifles?|anti\w*|aa|ack-ack|shells?|ammunition|ammo|machine)\b",
    re.I,
)
_FORMATION = re.compile(
    r"\s(?:infantry |rifle |armou?red |airborne |tank |guards )?(?:brigade|division|army|regiment|battalion|fleet|squadron)\b",
    re.I,
)
_STREET = re.compile(r"\s(?:[A-Z][\w.]{0,15}\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard)\b")
# “Your 89 October 13”: a telegram by its number alone.
_CORRESPONDENCE = re.compile(
    r"\b(?:your|my|our|re(?:ference)?|(?:department|embassy|legation|consulate|consul|mission|dept|secretary|ambassador)[’']s?)[ \u00a0]$",
    re.I,
)
_NUMBERED = re.compile(
    r"\b(?:paragraph|section|item|point|document|telegram|despatch|letter|article|note|page)s?,? numbered $|\bnos\.?\s(?:\d+,?\s)+(?:and\s)?$",
    re.I,
)
_PREVIOUS = re.compile(r"([^\W\d_]+|[#№]|[Nn][º°])[.:]?[ \u00a0]*$")
_COUNTED_YEARS = frozenset(
    ["people", "men", "women", "persons", "troops", "soldiers", "workers", "tons", "tonnes", "rubles", "dollars", "yuan", "won"]
)
_ONE_NOT = re.compile(
    r"(?:\b(?:no|any|every|each|this|that|which|some|another|such|what|whatever|number)\s+|[-’'])$",
    re.I,
)
# “On the one hand”, “for one thing”, “at one time”: the word before, and the noun after.
_ONE_IDIOM = re.compile(
    r"\b(?:on(?:\s+the)?\s+one\s+(?:hand|side)|for\s+one\s+thing|at\s+one\s+(?:time|point|stage)|(?:in\s+)?one\s+way|one\s+(?:another|or\s+another|by\s+one|after|and\s+all))\b",
    re.I,
)
_ONE_DAY = re.compile(
    r"(?:for|in|within|of|after|least|about|only|than|just|per|every|another|or|by|last(?:s|ed|ing)?)\s+$",
    re.I,
)


def regions(text: str) -> list[tuple[int, int]]:
    """The stretches in which no number is a quantity; they may overlap."""
    found = [match.span() for match in _OPENS_LINE.finditer(text)]
    for match in _STRETCH.finditer(text):
        if match.group()[0] != "[" or _EDITOR.search(match.group()):
            found.append(match.span())
    return found


def refusal(text: str, numeral: Numeral, unit: Unit, qualified: bool) -> str:
    """Why the number is no quantity, empty where it is one; `qualified` if words such as “over” bound it."""
    before = text[max(0, numeral.start - 40) : numeral.start]
    bare = numeral.form in ("digits", "grouped") and numeral.scale == 1
    checks = (_digits_reason if bare else _words_reason)(text, numeral, unit, before, qualified)
    return checks or _label_reason(text, numeral, unit, before, bare)


def _digits_reason(text: str, numeral: Numeral, unit: Unit, before: str, qualified: bool) -> str:
    written = text[numeral.start : numeral.end]
    after = text[numeral.end : numeral.end + 40]
    if numeral.form == "digits" and len(written) > 1 and written[0] == "0":
        return "code"
    if _CLOCK.match(text, numeral.end) or (_STREET.match(after) and not qualified):
        return "clock time or address"
    if (
        _CLOCK_BEFORE.search(before)
        and re.fullmatch(r"(?:[01]\d|2[0-4])[0-5]\d", written)
        and (not unit.name or unit.name == "hours")
    ):
        return "clock time"
    if _GLUED.match(after) and not _UNIT_SUFFIX.match(after):
        return "code"
    if _CALIBRE.match(after):
        return "type"
    if written != "1" and _FORMATION.match(after):
        return "name"  # “26 brigade will be based in ...”
    if _glued_before(before, written):
        return "code"
    return _year_reason(numeral, unit, before, qualified)


_CLOCK_BEFORE = re.compile(r"\b(?:at|until|till|since|before|after)\s$", re.I)


def _glued_before(before: str, written: str) -> bool:
    """Whether the digits hang on to a word: “field.28”, “MiG-15”, “5/f-3”, “’57”."""
    tail = before[-3:]
    if re.search(r"[’'‘]$|\w[-–‐/]$|\d[:.]$|[a-z\d\])][.,;!?”\"’)\]]$|[.,;!?][”\"’)\]]$|\)$", tail, re.I):
        return (
            not re.search(r"\b(?:approx|ca|c|rs|fr|no|min|max|appr)\.$", before, re.I) and len(written) <= 9
        )
    return False


def _year_reason(numeral: Numeral, unit: Unit, before: str, qualified: bool) -> str:
    if numeral.form != "digits" or qualified:
        return ""
    if 1500 <= numeral.value <= 2099 and numeral.end - numeral.start == 4:
        counted = unit.name.rsplit(" ", 1)[-1].lower() in _COUNTED_YEARS or unit.measures
        determined = re.search(
            r"\b(?:the|of|in|at|to|since|for|this|that|by|from|during|until)\s+$|[’']s\s+$", before, re.I
        )
        if not unit.name or (determined and not counted):
            return "year"
    if (
        15000 <= numeral.value <= 20999
        and numeral.end - numeral.start == 5
        and _FUSED_YEAR.search(before)
        and not unit.name
    ):
        return "year with a footnote mark"
    return ""


def _words_reason(text: str, numeral: Numeral, unit: Unit, before: str, qualified: bool) -> str:
    written = text[numeral.start : numeral.end]
    after = text[numeral.end : numeral.end + 24]
    if _NAMES.search(before) and written[0].isupper():
        return "name"
    if (
        written[0].isupper()
        and re.match(r"[-\s][A-Z][a-z]", after)
        and not starts_sentence(before)
        and not shouts(before + after)
    ):
        return "name"
    if _CLOCK.match(text, numeral.end):
        return "clock time"
    if numeral.form == "fraction":
        return _fraction_reason(written.lower(), before, after, qualified)
    if _ORDINAL.match(after):
        return "ordinal"
    if re.search(r"\w[-‐]$", before) or re.match(
        r"[-‐](?:way|sided?|fold|faced|handed|edged|by|time|off|self|party\srule)\b|[’']s\b", after, re.I
    ):
        return "compound"
    if written.lower() == "one" and not qualified:
        return _one_reason(before, after, unit)
    if written.lower() in ("a hundred", "a thousand", "a million") and re.match(r"\s+and\s+one\b", after):
        return "idiom"
    if re.search(
        r"\b(?:several|few|many|couple|tens|dozens|hundreds)\s+(?:of\s+)?$", before, re.I
    ) and written.lower().startswith(("hundred", "thousand")):
        return "indefinite"
    return ""


_ORDINAL = re.compile(
    r"(?:[-‐ ]|\s+and\s+)(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|twelfth|\w+tieth|hundredth|thousandth)\b",
    re.I,
)


def _one_reason(before: str, after: str, unit: Unit) -> str:
    """“One” is a pronoun unless a noun in the singular follows it."""
    following = re.match(r"[\s-]+([^\W\d_]+(?:[’']\w+)?)", after)
    word = following[1].lower() if following else ""
    if not word or word in STOPS or (word == "day" and not _ONE_DAY.search(before)):
        return "pronoun"
    if _ONE_IDIOM.search(f"{before[-8:]}one{after}"):
        return "pronoun"
    if _ONE_NOT.search(before) and not re.search(r"\b(?:only|than)\s+$", before):
        return "pronoun"
    if after[:1] != "-" and re.search(r"[^sui]s$", word) and unit.name and " " not in unit.name:
        return "pronoun"  # a verb: “one sees”
    return ""


def _fraction_reason(written: str, before: str, after: str, qualified: bool) -> str:
    if written.endswith("half") and " and " not in written:
        if (
            re.search(
                r"\b(?:first|second|latter|other|better|former|in|last|next|this|time|every|each)\s+$",
                before,
                re.I,
            )
            or (after[:1] == "-"
            and written == "half"
            and not re.match(r"-(?:hour|million|ton|mile|year|day|month|dozen)", after))
        ):
            return "part of a year, or an idiom"
        if (
            written == "half"
            and not qualified
            and not re.match(
                r"\s+(?:of|the|an?|his|her|their|its|our|this|that|these|those|as|hour|million|percent)\b|-",
                after,
            )
            and not re.search(r"\b(?:by|only|least|than|one|and)\s+$", before, re.I)
        ):
            return "adverb"
    elif re.fullmatch(r"one[\s-]+(?:hundredth|thousandth|twentieth)", written) and not re.match(
        r"\s+of\b", after
    ):
        return "ordinal"
    elif re.fullmatch(r"an?[\s-]+\w+", written):
        # “A fifth plenum” is an ordinal; “a fifth of”, “by a third” are shares; “a quarter” needs no such care.
        following = re.match(r"\s+([^\W\d_]+)", after)
        if following and following[1].lower() not in STOPS | {
            "less",
            "more",
            "larger",
            "smaller",
            "higher",
            "lower",
        }:
            return "ordinal"
    return ""


def _label_reason(text: str, numeral: Numeral, unit: Unit, before: str, bare: bool) -> str:
    previous = _PREVIOUS.search(before)
    if not previous or (not bare and numeral.scale != 1):
        return ""
    if (
        bare
        and numeral.form == "digits"
        and not unit.name
        and (_CORRESPONDENCE.search(before) or _NUMBERED.search(before))
    ):
        return "label"
    word, lowered = previous[1], previous[1].lower()
    if _NAMES.search(before):
        return "name"
    grouped = numeral.form == "grouped" and "," in text[numeral.start : numeral.end]
    if lowered in STRONG and not grouped and not (unit.measures and lowered not in ("no", "nos", "p", "pp")):
        return "" if not bare and lowered in ("d", "l", "f", "op", "su", "no") else "label"
    if unit.name or grouped:
        return ""
    if lowered in WEAK and (bare or word[0].isupper() or text[numeral.start].isupper()):
        return "label"
    if bare and numeral.form == "digits" and not shouts(text[max(0, numeral.start - 60) : numeral.end + 60]):
        if re.search(r"[A-Z]{2,}$|(?:tel|gram)$|(?<![\w.’'])[B-Z]$", word):
            return "label"
        if (
            word[0].isupper()
            and numeral.value < 100
            and re.match(r"\s[A-Za-z]", text[numeral.end : numeral.end + 2])
        ):
            return "footnote mark"
    return ""


def starts_sentence(before: str) -> bool:
    """Whether what follows these characters opens a sentence, a line or a quotation."""
    return not before.strip() or bool(re.search(r"[.!?:;“\"(\n—•*][\s“\"(]*$", before))


def shouts(window: str) -> bool:
    """Whether the words are a telegram in capitals, whose capitals say nothing."""
    letters = [letter for letter in window if letter.isalpha()]
    return len(letters) > 8 and sum(map(str.isupper, letters)) > 0.85 * len(letters)
