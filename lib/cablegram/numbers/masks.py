"""What looks like a number and is no quantity: labels, references, clock times, codes, names, redactions.

`regions` gives the stretches of a text in which nothing is a quantity; `refusal` judges one number by what
stands directly round it and says why it is none.
"""

import re

from . import digit_masks, word_masks
from .context import Context
from .labels import DOTTED, STRONG, TOO_SHORT, WEAK
from .unit_words import STOPS, words

# Words an editor puts in brackets; a bracket without one belongs to the text: “five [American] battalions”.
_EDITOR = re.compile(
    r"\b(?:declassified|illegible|unrecovered|unrecoverable|garbled?|omitted|excised|redacted|deleted|missing|withheld"
    r"|handwritten|pages?|folio|stamp|stamped|sic|blank|printed|footnotes?|source text|follows?|attachment"
    r"|enclosure)\b|\[\d{1,3} (?:lines?|paragraphs?|words?|groups?)\b|\[\s?\^?[\divxIVX*]{1,6}\s?\]",
    re.IGNORECASE,
)
# A longer bracket tells what the text says, after its opening: “[Here follows ... 468,000 refugees ...]”.
_REMARK = 80
_AT_LINE_START = {
    "label": r"[\[(]\d{1,4}[\])](?=\s)|\d{1,6}[.)](?=-?\s|$)",
    "nested label": r"\d{1,3}(?:\.\d{1,3}){1,4}\.?(?=[ \t]+[A-Z“\"])",
    "heading": r"(?<=\n\n)\d{1,2}(?=[ \t]+[A-Z][A-Z ,&-]{2,60}\n\n)",
    "copy": r"\d{1,2}\s?[-–—]\s?(?=(?:to|for|Cde|Com|Comr|Comrade|Mr|Gen)\b)",
    "page alone": r"(?:(?<![\s\S])\d{1,3}(?=\r?\n\r?\n)|(?<=\n\n)\d{1,5}(?=\n\n[^\n]{40}))",
    "page": r"[-–—] ?\d{1,4} ?[-–—](?=[ \t\r]*$)",
    "hour": r"\d{1,2} hours \d{1,2} minutes(?=[ \t\r]*$)",
    "sheet": r"\d{2}(?=\r?\nACTION )",
    "record": r"Record ID\s+\d+",
}
_OPENS_LINE = re.compile(
    rf"^[ \t\u00a0]{{0,20}}(?:[•●▪][ \t]{{1,4}})?(?:{'|'.join(_AT_LINE_START.values())})", re.MULTILINE
)
_NUMBER = r"(?i:\d+|one|two|three|four|five|six)"
_STRETCHES = {
    "bracket": r"\[[^\[\]\n]{0,400}\]",
    "time of transmission": r"\d{6}Z\s{1,4}/\d{2,3}\b",
    "footnote mark": r"/\d{1,3}/(?!\d)",
    "address in the net": r"(?:https?://|www\.)\S{1,500}",
    "label in brackets": r"\(\d{1,2}\)(?!\s?(?:%|per))",
    "label in the line": r"(?<=[;:,.] )\d{1,2}\)(?=\s)|(?<=[.:;!?)] )\d{1,4}\.(?=\s\(?[A-Z])",
    "label in the sentence": r"(?<=[a-z] )\d\)(?=\s[A-Za-z])",
    "one of a set": rf"\((?i:part |page )?{_NUMBER} of {_NUMBER}\)",
    "box of an archive": r"(?<!\d)\d{1,3}\.\s?(?:doboz|d\.|köt)",
    "position": (
        r"(?<!\d)\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['’′]\s?)?(?:\d{1,2}\s?[\"”″]\s?)?[NSEW]\b"
    ),
    "clock with half": r"half past [a-z]+",
    "clock in words": r"(?:(?<=[Aa]t )|(?<=[Rr]eceived ))\d{1,2}\s+hours(?:,?\s(?:and )?\d{1,2}\s+minutes)?",
    "position without degrees": r"(?<!\d)\d{1,3} \d{1,2}(?:\.\d+)? ?[NSEW]\b(?![.’'])",
    "clock in figures": (
        r"(?<!\d)(?:(?:[01]\d|2[0-4])[.:][0-5]\d|(?<=[Aa]t )\d[.:][0-5]\d)\s?(?:hours|hrs)\b"
    ),
    "bearing": r"(?<!\d)\d{1,3} degrees,?(?: \d{1,2} minutes,?)? (?:north|south|east|west)\b",
    "date in figures": r"(?<![\w.])\d{1,2}\.\d{1,2}\.\d{2,4}(?![\w.]\d)",
    "telephone": r"\(\d{3}\)\s?\d{3}[-.]\d{4}\b|(?<!\d)\d{3}[-.]\d{3}[-.]\d{4}\b",
    "statute": (
        r"(?<!\d)\d{1,3} (?:Stat\.?|U\.?S\.?T\.?|TIAS|UNTS|F\.R\.|Fed\. Reg\.|U\.S\.C\.?|USC|CFR|Bevans)"
        r"(?: \d[\d,]{0,6})?\b"
    ),
}
# The look-ahead lets the scan pass over letters at once.
_STRETCH = re.compile(rf"(?=[\[/(\dhw])(?:{'|'.join(_STRETCHES.values())})")

_PREVIOUS = re.compile(r"([^\W\d_]+|[#№]|[Nn][º°])([.:]?)[ \u00a0]*$")
_NAMES = re.compile(r"\b(?:Big|Point|(?:Group|Gang|Committee|Council|Conference) of)\s+$")
# “Your 89 October 13”: a telegram by its number alone; “paragraph numbered 1”; “Nos. 1846, 2013 and”.
_CORRESPONDENCE = re.compile(
    r"\b(?:your|my|our|re(?:ference)?"
    r"|(?:department|embassy|legation|consulate|consul|mission|dept|secretary|ambassador)[’'ʼ]s?)[ \u00a0]$"
    r"|\bibid\.?, $"
    r"|\b(?:sections|articles|paragraphs|clauses|resolutions|telegrams|despatches) \($"
    r"|\b(?:paragraph|section|item|point|document|telegram|despatch|letter|article|note|page)s?,? numbered $"
    r"|\b(?-i:[A-Z][A-Z.]{1,7})\s?\(\d{2}\)\s$"
    r"|\bnos\.?\s(?:\d+,?\s)+(?:and\s)?$|\bE\.\s?O\.\s$|\bref(?:tel)?s?:\s(?:\(?[A-Z][.)]\s)?[A-Z ]{2,20}\s$",
    re.IGNORECASE,
)
# “Sent Paris niact 597, Hanoi 324, repeated information Tokyo 64”
_ADDRESSED = re.compile(
    r"\b(?:[Ss]ent|[Rr]epeated|[Rr]ptd)"
    r"(?: (?:to|info|information|niact|priority|unnumbered|as|and|repeated|rptd|[A-Z][\w-]*|\d+),?){1,40} \Z"
)
_SENT_AS = re.compile(
    r"\b(?:[Ss]ent|[Rr]epeated|[Rr]ptd)(?: [A-Z]\w*){0,3} as \Z"
)  # “sent Department as 2238”
# A telegram by its place and number: “Tokyo’s 345”; “Britain’s 40” may be planes.
_OF_A_POST = re.compile(r"\b[A-Z][a-z]+(?:[’'ʼ]s|s[’'ʼ])[ \u00a0]$")
_LETTER = re.compile(r"\b(?![AI]\b)[A-Z] \Z")  # “R 101 flights”
# An acronym, “...tel”, “...gram” or a single capital before a bare number: “CINCPAC 200137”, “C 58575”.
_SERIES = re.compile(
    r"(?:[A-Z]{2,}|(?:tel|gram|[Aa]idto|[Tt]oaid)|(?<![\w.’'])[B-Z]|(?<=, )A)[.:]?[ \u00a0]*\Z"
)


def regions(text: str) -> list[tuple[int, int]]:
    """The stretches in which no number is a quantity; they may overlap."""
    found = [match.span() for match in _OPENS_LINE.finditer(text)]
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        if text[start] == "[":
            end = end if end - start <= _REMARK else start + _REMARK
            if not _EDITOR.search(text, start, end):
                continue
        if text[start].isdigit() and text[end - 1] == ")" and _in_bracket(text, start):
            continue  # “(they are 5) of them”: the end of a bracket
        found.append((start, end))
    return found


def _in_bracket(text: str, place: int) -> bool:
    """Whether a bracket opened within 80 characters before is still open."""
    near = max(0, place - 80), place
    return text.rfind("(", *near) > text.rfind(")", *near)


def refusal(context: Context) -> str:
    """Why the number is no quantity, empty where it is one."""
    written = digit_masks if context.bare else word_masks
    return _label_reason(context) or written.reason(context)


def _label_reason(context: Context) -> str:
    if context.numeral.scale != 1 or context.has_thousands:
        return ""
    if _NAMES.search(context.before):
        return "name"
    if context.bare and _SENT_AS.search(context.before):
        return "label"
    if context.bare and not context.counts and _is_addressed(context):
        return "label"
    previous = _PREVIOUS.search(context.before)
    if not previous or (previous[2] == "." and len(previous[1]) > 2 and previous[1].lower() not in DOTTED):
        return ""
    word = re.sub(r"^(?:re|ur|my|our)(?=[A-Z])", "", previous[1])  # “reEmbdes”
    return _label_after(context, word) or _mark_after(context)


def _is_addressed(context: Context) -> bool:
    """Whether it is the number of a telegram among those that are named by sender or place."""
    start = context.numeral.start
    addressed = _ADDRESSED.search(context.text[max(0, start - 240) : start])
    return bool(addressed or _CORRESPONDENCE.search(context.before) or _is_repeated(context))


def _is_repeated(context: Context) -> bool:
    """“Frankfort 1107, repeated Department 904”, “Hong Kong 84933 cipher”."""
    sent = re.match(r",? (?:repeated|rptd|rpt|cipher|cypher)\b", context.after)
    return bool(sent and re.search(r"\b[A-Z][a-z]+ $", context.before))


def _label_after(context: Context, word: str) -> str:
    """Why the number after this word is a label: by the kind of word."""
    unit, lowered = context.unit, word.lower()
    if lowered in STRONG and not (unit.measures and lowered not in ("no", "nos", "p", "pp")):
        return "" if lowered in TOO_SHORT and not context.bare else "label"
    footnoted = re.fullmatch(r"\d{3,5},\d{1,2}", context.written)  # “Tehran’s 239,2 242,3 and 248”
    digits = context.numeral.form == "digits" or bool(footnoted)
    if context.counts:
        return "label" if digits and not unit.measures and _LETTER.search(context.before) else ""
    if lowered in WEAK and (context.bare or word[0].isupper() or context.written[0].isupper()):
        return "label"
    if not digits:
        return ""
    if context.shouted:
        return "label" if _is_shouted_telegram(context, word) else ""
    post = context.numeral.value >= 100 and _OF_A_POST.search(context.before)
    return "label" if post or _SERIES.search(context.before) else ""


_POSTS_IN_S = frozenset(words("paris lagos athens tunis brussels caracas damascus honduras"))
_SUMMED = frozenset(words("total number sum figure population strength about"))


def _is_shouted_telegram(context: Context, word: str) -> bool:
    """“BANGKOK 16908 AND VIENTIANE 4871”: four figures or more without a comma after what may be a post."""
    lowered = word.lower()
    if context.qualified or len(context.written) < 4 or len(word) < 4:
        return False
    if lowered in _POSTS_IN_S | {"state"}:
        return True
    return lowered not in STOPS | _SUMMED and not re.search(r"(?:ed|s|ing)$", lowered)


# “Mr. Becker 2 Monday”: the mark of a note after a name; a word that only opens its sentence is no name.
_NAMED = re.compile(r"(?:\b(?:Mr|Mrs|Dr|Gen|Adm|Amb|Col|St)\.|[\w,’])\s[A-Z][^\W\d_]+[ \u00a0]$")


def _mark_after(context: Context) -> str:
    if (
        context.numeral.form != "digits"
        or context.numeral.value >= 100
        or context.unit.name
        or context.shouted
    ):
        return ""
    named = _NAMED.search(context.before) and re.match(r"\s{1,4}[A-Za-z]", context.after)
    return "footnote mark" if named else ""
