"""Numbers: every quantity a text states, with its bounds and what it counts.

One pass over what lies between dates and labels: a number (`numerals`), perhaps a second, the words that
bound it, its unit (`units`); then a table (`refusals`) says whether it is a quantity at all.

Conventions: `one` is a number where a noun in the singular follows it. “A dozen” is 12; “a couple”, “a pair”,
“several” and “dozens” are indefinite and not given. “Five-year plan” is five with the unit `year`,
“Five-Year Plan” a name. “Nearly” and “almost” are `under`, “as many as” is `at-most`. “Rose from 300 to 400”
states two numbers, “from 300 to 400 men” a range; “more than 3 or 4” is over 3. “The next ten years” is a
quantity, “ten years ago” a date. Shillings and pence are given in pounds.
"""

import re
from dataclasses import dataclass, replace
from math import nan

from . import Finds
from .dates import find_dates
from .numerals import Numeral, plain, read
from .refusals import refusal, regions
from .units import Unit, read_unit, with_rate
from .vocabulary import before, pattern


@dataclass(frozen=True)
class Number:
    """A quantity: `text[start:end]` is qualifier, number and unit, `num_start:num_end` the number itself.

    The number includes its scale word and the minus of a cell, not the sign of currency. `low` and `high` are
    in full units, NaN where open (`over 700` has no high end). `relation` is one of exact, about, over,
    at-least, under, at-most, range; with `about`, `low` and `high` are the number, for no band is invented.
    `unit` is what is counted or measured, in the words of the text: `reception stations`; `%` for percent,
    `age` for “age 30”, `tons/day` for a rate, empty where nothing stands beside the number.
    """

    start: int
    end: int
    text: str
    num_start: int
    num_end: int
    low: float
    high: float
    relation: str
    unit: str


# ---- the words that bound a number

_EXTREME = "(( [a-z]+)? of| amount| number| total| strength)?:?"
_THAN = "( (sum|number|amount|force|price))? than( another)?"
# What says each relation directly before the number.
_BEFORE = (
    "(?P<at_most>up to( and including)?|at( the)?( very)? most|as (many|much|high|long|large|far) as|≤|<="
    f"|max[.]|((a|the) )?maximum{_EXTREME})"
    "|(?P<at_least>at( the( very)?)? least|at a minimum|as (few|little|low) as|≥|>=|min[.]"
    f"|((a|the) )?minimum{_EXTREME})"
    f"|(?P<over>(more|greater|larger|higher|longer|better|older|heavier|later){_THAN}|over|(?<!the\\s)above"
    "|beyond|in excess of|upwards? of|exceed(s|ed|ing)?( in (the )?(aggregate|all|total))?|surpass(es|ed)?"
    "|not only|[>›])"
    f"|(?P<under>(less|fewer|smaller|lower|shorter|younger|earlier){_THAN}|under|below|nearly|almost|near|<"
    "|nearing|approach(es|ed|ing)|close to|short of|practically|virtually|not (quite|even)|failed to reach"
    "|(not|never|cannot)( yet| quite| even)? ((reach|attain|number|total)(l?ed)?|c[oa]me to|amount(ed)? to))"
    "|(?P<about>about|some|around|(approximately|roughly)( to| at| by)?|approximate|appr(ox)?[.]?|circa"
    "|(?-i:ca?[.])|(an? )?estimated( (at|as|to (be|number|total|cost)|([a-z]+ ){1,2}(of|at)))?"
    "|somewhere (around|near)|nearer( to)?|(in|on|of|to) the (neighbou?rhood|region|vicinity|order) of"
    "|something like|more or less|perhaps|maybe|possibly|in round numbers,?|(bare|hard|scarce)ly|[~≈∼±])"
)
_SHADE = "((well|just|slightly|somewhat|far|much|considerably|significantly|a (little|bit)|even|little) )?"
# The same directly after the number or after its unit.
_ALONE = r"(?! (\d|[$£€]|(than|the|an?|this|that|his|their|its|to|some|one|two|three|four|five|ten)\b))"
_AFTER = pattern(
    r"([ \u00a0]|\r?\n(?!(?-i:[A-Z][a-z])))?"
    f"((?P<at_least>((or|and) (more|over|above|older|longer|better|higher|up(wards)?)|, or more){_ALONE}"
    rf"|plus{_ALONE}|\(or more\)|(?<!\s)[+]|[-‐‑]plus|,? ?at (the )?least{_ALONE}|((as|at) a )?minimum)"
    rf"|(?P<at_most>((or|and) (less|fewer|under|below|younger|lower|shorter)|, or less){_ALONE}|\(or less\)"
    f"|,? ?at (the )?(very )?most{_ALONE}|((as|at) (a|the) )?maximum)"
    r"|(?P<about>or so|or thereabouts?|,? ?more or less|[-‐]odd|odd(?! (number|man))"
    r"|\(?approx(imately|\.)\)?(?! \d)))((?<=[+.)])|(?!\w))"
)
# A negation turns round the bound behind it in its clause: “no train carried more than 60”.
_TURNED = {"over": "at-most", "under": "at-least", "at-most": "under"}
_TURNING = pattern("(?!not).*(than|exceed|surpass|over|above|beyond|excess|under|below|as|up to)")
_NEGATION = pattern(
    r"\b((?<!if\s)not(?! (only|merely|just|simply)\b)|no(?! (doubt|question|wonder)\b)|never|none|nobody"
    r"|neither|nor|cannot|unlikely|hardly|scarcely|without|\w+n[’']t)\b"
)
_CLAUSE = pattern(
    r"[.;:!?]\s|\n\s*\n|,\s*\Z|\d|\b(but|and|which|who|because|when|while|though|if|(?<!think\s)that)\b"
    r"|\b(has|have|had) (not|never)\b[^.;]*\bfor \Z"
)
_OF_OVER = r"\b(for|of|in|with|to|from|by|on|after|among) "
# “Control over two provinces”, “spoke about three points”: prepositions, not bounds, before a few things.
_GOVERNS = (
    r"\b(control|dispute|authority|quarrel|victory|fly|flew|take|took|hand|talk|spoke|speak|inform|ask|think"
    r"|thought|know|concern|tell|told|question|agree|news|report|convers|opinion|view|hear|learn)\w{0,6} "
)
# “A loan spread over ten years”, “is brought up to 5 percent”: what is reached is no bound.
_REACHED = (
    r"\b(((be|is|was|were) (brought|built|raised)|came|spread|distribut\w+|repa\w+|payable|extend\w*)( out)?"
    r"|(add|bring)s?( [a-z]+){0,5}) "
)


def _bound_before(text: str, start: int, floor: int, few: bool) -> tuple[int, str]:
    """Where the words that bound the number at `start` begin, and the relation they say (empty without).

    Two may stand together (“at least about 500”): the one that bounds wins over the one that approximates.
    `few` tells of a small number word of what is no measure, before which “over” may be a preposition.
    """
    relation, bound = "", rf"(?<![\w-]){_SHADE}({_BEFORE})\s*"
    while relation in ("", "about") and (match := before(text, start, bound, 56, floor)):
        place, words = match.start(), " ".join(match[0].lower().split())
        near = max(floor, place - 80)
        governed = few and words in ("over", "about") and before(text, place, _GOVERNS, 80, floor)
        reached = words in ("over", "up to") and before(text, place, _REACHED, 80, floor)
        if governed or reached or (few and words in ("under", "around", "near", "beyond")):
            break
        relation, start = match.lastgroup.replace("_", "-"), place
        of_over = words in ("over", "above", "under", "below") and before(text, place, _OF_OVER, 80, floor)
        if relation in _TURNED and _TURNING.match(words) and not of_over:
            border = max((each.end() for each in _CLAUSE.finditer(text, near, place)), default=near)
            if negation := _NEGATION.search(text, border, place):
                relation, start = _TURNED[relation], negation.start()
    return start, relation


def _bound_behind(text: str, start: int, stop: int) -> tuple[int, str]:
    """Where the bound that stands directly at `start` ends, and the relation it says (empty without)."""
    match = _AFTER.match(text, start, stop)
    return (match.end(), match.lastgroup.replace("_", "-")) if match else (start, "")


# ---- two numbers that make one quantity: “seven or eight”, “between 3 and 5”, “2-3 thousand”

_HEDGE = "((perhaps|maybe|possibly|even|about|some|at( the)? most|approximately|almost|nearly|as many as) )?"
_JOINT = pattern(
    rf"((-?\s+|[-‐‑])(?P<word>to|or|and|up to|through|thru)(\s+{_HEDGE}|[-‐‑])| ?(--|[-–—‐‑−]) ?)"
    r"(?P<sign>US\$|[$£€¥])?"
)
_ROUGHLY = r"((about|approximately|some|roughly|an estimated) )?(US)?[$£€]?"
# “Rose from 300 to 400” states two quantities, “from 300 to 400 men” one between two bounds.
_CHANGE = (
    r"\b(increas|ris|rose|grow|grew|rais|expand|jump|climb|went up|go up|lift|advanc|chang|extend|strengthen"
    rf"|build|built|doubl|enlarg|swell|mov)\w*\b[^.;]*\bfrom {_ROUGHLY}"
)


def _range(text: str, first: Numeral, stop: int, money: bool) -> tuple[Numeral, Numeral]:
    """The two ends of the range that begins with `first`; twice the same number where there is no second.

    The scale of the second is shared by the first: “2-3 thousand” is 2,000 to 3,000, “5-600” 500 to 600.
    """
    last = _second(text, first, first.end, stop, money)
    if not last and (unit := read_unit(text, first.end, stop)).name:  # “3 percent to 5 percent”
        last = _second(text, first, unit.end, stop, money)
        last = last if last and read_unit(text, last.end, stop).name.split("/")[0] == unit.name else None
    if not last:
        return first, first
    written, digits = text[first.start : first.end], text[last.start : last.end].split("$")[-1]
    scale = last.scale if last.scale > 1 else 1000 if digits.endswith(",000") else 1
    elliptic = digits.endswith("00") and len(digits.rstrip("0")) == len(written)
    if elliptic and text[first.end : last.start] in "-–":
        scale = 10 ** (len(digits) - len(written))
    if first.scale == 1 and first.value * scale < last.value:
        first = replace(first, value=first.value * scale, scale=scale)
    return (first, last) if first.value < last.value else (first, first)


def _second(text: str, first: Numeral, place: int, stop: int, money: bool) -> Numeral | None:
    """The number that is joined at `place` to the first, `None` where they make no range."""
    joint = _JOINT.match(text, place, stop)
    if not joint or (joint["sign"] and not money) or before(text, first.start, rf"\w[-–/]|{_CHANGE}", 100):
        return None
    word, between = (joint["word"] or "to").lower(), rf"\bbetween ((the )?ages? (of )?)?{_ROUGHLY}"
    if word == "and" and not before(text, first.start, between):
        return None
    last = read(text, joint.end(), stop, money)
    if not last or text[last.start] == "0" or re.match(r"[-–/:]\d|[A-Za-z]", text[last.end : last.end + 2]):
        return None  # part of a longer code: 118-01026-07
    return last if word != "or" or last.value <= 20 * first.value or last.scale > 1 else None


# ---- all of it

_SIGN = re.compile(
    r"(?:(?:\b(?:US|U\.\s?S\.|CNC|CN|FRB|HK|NT|Mex|Can|A|C|S|M)\.?\s?)?\$|£[EILT]?|€|¥|￥|₩|₽|₫|₹"
    r"|\b(?:Rs|DM|USD|RMB|Rmb|CNC|Yen|GBP|Fr|FF|Esc)\.?)\s?\Z"
)
# “The deficit was -3.5 million”; elsewhere such a hyphen is a dash: “rice -500 tons”.
_NEGATIVE = (
    r"\b(was|were|is|are|be|been|of|to|at|by|from|reach(ed|es)?|fell|about|around|than|below)\s[-−–]"
    r"|(?<!\d\s)(?<!\bor\s)(?<!/)\bminus\s|(\A|[\t|(\n:]\s?|\s\s)[-−–+]|(\A|\s)[+−]"
)
_BELOW_ZERO = r"(\A|[\s(:])([-−–+]|minus\s)"
# Where a number can begin; a letter or digit before it, raised ones too, makes it part of a word, unless its
# thousands are grouped: “including3,600 tons”.
_SEED = pattern(
    r"(?<=[a-z])\d{1,3}(,\d{3})+\b|(?<![\w²³¹])(((?<!\.)\.)?[0-9]|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
    r"|({SMALL}|half|hundred|thousand|million|quarter{GAP}of{GAP}an?"
    r"|an?{GAP}((?!score\b){SCALE}|{PART}|score of [a-z]|{MEASURE} and a))\b)"
)
# “The next ten years” dates something and is a quantity too; “ten years ago” is only a date.
_DURATION = pattern(
    r"\b(every|last|past|next|coming|previous|following|first) .+ (day|week|month|year|decade|hour|night)s\Z"
)
_LIST = pattern(r"([\s,;&/–—-]|\b([a-e]|and|or|to|through|thru|of)\b|\b\d{4}\b){1,16}")


def find_numbers(text: str) -> Finds:
    """Every quantity of an English text, in order and disjoint; never raises.

    >>> [(n.text, n.low, n.relation) for n in find_numbers("over 700 in Onsong, fifteen days")]
    [('over 700', 700.0, 'over'), ('fifteen days', 15.0, 'exact')]
    """
    source, text = text, plain(text)
    found = Finds()
    floor = place = 0  # what lies before `floor` is read
    label_end = -1  # where the last label ended: “pp. 125-128, 130” is one list of labels
    dates = [(date.start, date.end) for date in find_dates(text) if not _DURATION.search(date.text)]
    for stop, onward in sorted([*dates, *regions(text), (len(text), len(text))]):
        while seed := _SEED.search(text, place, stop):
            place = seed.end()
            if not (claim := _claim(text, seed.start(), floor, stop)):
                continue
            number, whole, unit = claim
            bounded = number.start < whole.start or number.relation not in ("exact", "range")
            near = 0 <= label_end <= whole.start <= label_end + 20 and not bounded and not unit.name
            listed = near and _LIST.fullmatch(text, label_end, whole.start)
            reason = "label" if listed else refusal(text, whole, unit, bounded)
            if not reason:
                found.append(replace(number, text=source[number.start : number.end]))
                floor = place = number.end
            elif reason != "ordinal":
                place = whole.end
                label_end = place if reason in ("label", "telegram", "code") else label_end
        floor = place = max(floor, onward)
    return found


def _claim(text: str, start: int, floor: int, stop: int) -> tuple[Number, Numeral, Unit] | None:
    """The quantity whose number starts at `start`, its two ends as one numeral, and its unit."""
    sign = _SIGN.search(text, max(floor, start - 8), start)
    first = read(text, start, stop, bool(sign))
    if not first:
        return None
    first, last = _range(text, first, stop, bool(sign))
    end, after = _bound_behind(text, last.end, stop)
    if sign or last.unit:
        unit = with_rate(text, Unit("".join(sign[0].split()) if sign else last.unit, end))
    else:
        unit = read_unit(text, end, stop, last.value <= 1, last.scale > 1)
    end, behind = _bound_behind(text, unit.end, stop)
    opening = sign.start() if sign else start
    signed = _BELOW_ZERO if text[last.end : last.end + 1] in ("°", "%") else _NEGATIVE
    minus = before(text, opening, signed, 14, floor)
    opening -= 0 if not minus else 6 if minus[0][-1].isspace() else 1  # “minus ”, or a sign
    num_start = start if sign else opening
    few = last.form == "words" and last.value <= 12 and bool(unit.name) and not unit.measures
    opening, ahead = _bound_before(text, opening, floor, few)
    if age := before(text, opening, r"(?<![\w-])((the )?ages? (of )?|aged )", 24, floor):
        unit = unit if unit.name else Unit("age", unit.end)
        opening, outer = _bound_before(text, age.start(), floor, few)
        ahead = outer or ahead
    if first is not last and (between := before(text, opening, r"\b(between|from) ", 10, floor)):
        opening = between.start()
    relation = max((ahead, after, behind), key=lambda each: (bool(each), each != "about")) or "exact"
    # “More than 3 or 4” is over 3; “up to 500 to 700” and “3 to 5 at least” are ranges.
    if first is not last and (ahead in ("", "about") or " or " not in text[first.end : last.start]):
        relation = "range"
    low, high = (first.value, last.value) if not minus or "+" in minus[0] else (-last.value, -first.value)
    low = nan if relation in ("under", "at-most") else low
    high = nan if relation in ("over", "at-least") else high
    form = first.form if first.form == last.form else "grouped"
    whole = Numeral(first.start, last.end, last.value, max(first.scale, last.scale), form)
    return Number(opening, end, "", num_start, last.end, low, high, relation, unit.name), whole, unit
