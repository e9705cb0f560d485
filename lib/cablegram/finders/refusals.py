"""What looks like a number and is no quantity: labels, references, clock times, codes, names, redactions.

`regions` gives the stretches in which nothing is a quantity; `refusal` tries one table on one number.
"""

import re
import tomllib
from importlib import resources

from .numerals import Numeral
from .units import Unit
from .vocabulary import ORDINALS, either, pattern

# Words an editor puts in brackets; a bracket without one belongs to the text: “five [American] battalions”.
_EDITOR = pattern(
    r"\b(declassified|illegible|unrecovered|garbled?|omitted|excised|redacted|deleted|missing|withheld"
    r"|handwritten|pages?|folio|stamp(ed)?|sic|blank|printed|footnotes?|source text|follows|attachment)\b"
    r"|\[\d{1,3} (lines?|paragraphs?|words?|groups?)\b|\[ ?\^?[\divx*]{1,6} ?\]"
)
_TABLES = tomllib.loads((resources.files(__package__) / "refusals.toml").read_text(encoding="utf-8"))
_AT_LINE_START, _ANYWHERE = ("|".join(_TABLES[name].values()) for name in ("line-start", "anywhere"))
_STRETCH = re.compile(rf"(?m:^[ \t\u00a0]{{0,20}}(?:{_AT_LINE_START}))|{_ANYWHERE}")

_NAMED = _TABLES["named"] | {
    "ordinal": either({word for word in ORDINALS if "-" not in word} | {"hundredth", "thousandth"})
}


def _row(
    name: str, before: str, after: str, unless: str
) -> tuple[str, re.Pattern | None, int, re.Pattern, frozenset[str]]:
    """One row of the table, its patterns compiled; a pattern with a count looks further back."""
    before, after = (
        re.sub("<([a-zA-Z]+)>", lambda one: f"({_NAMED[one[1]]})", each) for each in (before, after)
    )
    behind = pattern(rf"({before})\Z") if before else None
    return name, behind, 160 if "{" in before else 40, pattern(after), frozenset(unless.split())


_ROWS = [_row(*row) for row in _TABLES["refusals"]]
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
