"""Numbers: every quantity a text states, with its bounds and what it counts.

One pass over what lies between dates and labels (`refusals`): a number (`numerals`), perhaps a second, the
words that bound it before and behind, its unit (`units`); then the table of refusals says whether it is a
quantity at all.

Conventions: `one` is a number where a noun in the singular follows it. “A dozen” is 12; “a couple”, “a pair”,
“several” and “dozens” are indefinite and not given. “Five-year plan” is five with the unit `year`,
“Five-Year Plan” a name. “Nearly” and “almost” are `under`, “as many as” is `at-most`. “Rose from 300 to 400”
states two numbers, “from 300 to 400 men” a range; a bounded range has one open end: “more than 3 or 4” is over
3. “The next ten years” is a quantity, “ten years ago” a date. Shillings and pence are given in pounds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import nan

from ..dates import find_dates
from .numerals import GAP, PARTS, SCALES, SMALL, Numeral, either, plain, read
from .refusals import refusal, regions
from .units import Unit, read_unit, with_rate
from .vocabulary import MEASURES, TIMES


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

# Relation, and the words that say it directly before the number. Brackets group, a space is any white space.
BEFORE = {
    "at-most": "up to( and including)?|at( the)?( very)? most|as (many|much|high|long|large|far) as|≤|<=|max[.]"
    "|((a|the) )?maximum(( [a-z]+)? of| amount| number| total| strength)?:?",
    "at-least": "at( the( very)?)? least|at a minimum|as (few|little|low) as|≥|>=|min[.]"
    "|((a|the) )?minimum(( [a-z]+)? of| amount| number| total| strength)?:?",
    "over": "(more|greater|larger|higher|longer|better|older|heavier|later)( (sum|number|amount|force|price))? than"
    "|over|(?<!the\\s)above|beyond|in excess of|upwards? of|exceed(s|ed|ing)?( in (the )?(aggregate|all|total))?"
    "|surpass(es|ed|ing)?|topp(ed|ing)|not only|[>›]",
    "under": "(less|fewer|smaller|lower|shorter|younger|earlier)( (sum|number|amount|force|price))? than|under"
    "|below|nearly|almost|near|nearing|approach(es|ed|ing)|close to|(just )?short of|practically|virtually|<"
    "|not (quite|even)|(not|never|cannot)( yet| quite| even)? (reach(ed)?|attain(ed)?|number(ed)?|total(led)?|c[oa]me to|amount(ed)? to)"
    "|fail(s|ed)? to (reach|attain)",
    "about": "about|some|around|(approximately|roughly)( to| at| by)?|approximate|appr(ox)?[.]?|circa|(?-i:ca?[.]|ca)"
    "|(an? )?estimated( (at|as|to (be|number|total|cost)|([a-z]+ ){1,2}of))?|somewhere (around|near)|nearer( to)?"
    "|(in|on|of|to) the (neighbou?rhood|region|vicinity|order) of|something like|perhaps|maybe|possibly"
    "|more or less|in round (numbers|figures),?|(bare|hard|scarce)ly|[~≈∼±]",
}
# The same directly after the number or after its unit.
_NEXT = "[0-9$£€]|(one|two|three|four|five|six|seven|eight|nine|ten|some|a)\\b"
AFTER = {
    "at-least": "(or|and) (more|over|above|older|longer|better|greater|higher|up|upwards?|beyond)"
    f"(?! (than|to\\b|or less|the|an?|this|that|his|their|its|{_NEXT}))"
    f"|(, or more|[(]or more[)])(?! (than|or less))|(?<!\\s)[+]|[-‐‑]plus|plus(?! (an?|the|another|{_NEXT}))"
    f"|,? ?at (the (very )?)?least(?! ({_NEXT}))|((as|at) a )?minimum",
    "at-most": f"(or|and) (less|fewer|under|below|younger|lower|shorter|lesser)(?! (than|the|{_NEXT}))"
    f"|(, or less|[(]or less[)])(?! than)|,? ?at (the )?(very )?most(?! ({_NEXT}))|((as|at) (a|the) )?maximum",
    "about": "or so|or thereabouts?|,? ?more or less|[-‐]odd|odd(?! (number|man))"
    "|[(]?approx(imately|[.])[)]?(?! [0-9])",
}
_SHADE = (
    "((well|just|slightly|somewhat|far|much|considerably|significantly|substantially|a (little|bit)"
    "|even|already|probably|very|little) )?"
)


def _phrases(words: str) -> str:
    return re.sub(r"\((?!\?)", "(?:", words).replace(" ?", r"\s?").replace(" ", r"\s+")


def _relations(table: dict[str, str]) -> str:
    """One alternation with a group per relation; a group's name cannot hold the hyphen of `at-least`."""
    groups = (f"(?P<{name.replace('-', '_')}>{_phrases(words)})" for name, words in table.items())
    return "|".join(groups)


_BEFORE = re.compile(rf"(?<![\w-]){_phrases(_SHADE)}(?:{_relations(BEFORE)})\s*\Z", re.IGNORECASE)
_AFTER = re.compile(
    rf"(?:[ \u00a0]|\r?\n(?!(?-i:[A-Z][a-z])))?(?:{_relations(AFTER)})(?:(?<=[+.)])|(?!\w))", re.IGNORECASE
)
# A negation turns round the bound behind it in its clause: “no train carried more than 60”.
_TURNED = {"over": "at-most", "under": "at-least", "at-most": "under"}
_CAN_TURN = re.compile(r"than|exceed|surpass|over|above|beyond|excess|under|below|as|up to", re.IGNORECASE)
_NEGATION = re.compile(
    r"\b(?:(?<!if )not(?! (?:only|merely|just|simply)\b)|no(?! (?:doubt|question|wonder|matter)\b)|never|none|nobody"
    r"|neither|nor|cannot|hardly|scarcely|without|\w+n[’']t)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[.;:!?]\s|\n\s*\n|,\s*\Z|\d|\b(?:but|and|(?<!think )(?<!believe )(?<!expect )that|which|who|whom|because|when|while|although|though|if|since)\b"
    r"|\b(?:has|have|had)\s(?:not|never)\b[^.;]*\bfor\s+\Z",
    re.IGNORECASE,
)
_OF_OVER = re.compile(r"\b(?:for|of|in|with|to|from|by|on|after|among)\s+\Z", re.IGNORECASE)
# “Control over two provinces”, “spoke about three points”: prepositions, not bounds, before a few things.
_GOVERNS = re.compile(
    r"\b(?:control|dispute|authority|conflict|quarrel|victory|sovereignty|differ|hover|flew|fly|take|took|hand|talk"
    r"|spoke|speak|inform|ask|complain|think|thought|know|knew|concern|tell|told|question|agreement|news|data"
    r"|report|conversation|opinion|view|hear|learn|discussion|remark|something|anything|nothing)\w{0,6}\s+\Z",
    re.IGNORECASE,
)
# “A loan spread over ten years”, “is brought up to 5 percent”: what is reached is no bound.
_REACHED = re.compile(
    r"\b(?:be|been|being|is|was|were)\s(?:brought|built|raised)\s+\Z|\b(?:adds?|added|comes?|came)\s+\Z"
    r"|\b(?:bring(?:s|ing)?|brought)\b[^.;,]{0,30}\b(?:total|number|strength|level)\b[^.;,]{0,30}\Z"
    r"|\b(?:spread|phased|distribut\w+|repa(?:y|id)\w*|payable|stretch\w*|extend\w*)(?:\s+out)?\s+\Z",
    re.IGNORECASE,
)
_AGE = re.compile(r"(?<![\w-])(?:(?:the\s+)?ages?\s+(?:of\s+)?|aged\s+)\Z", re.IGNORECASE)
_FROM = re.compile(r"\b(?:between|from)\s+\Z", re.IGNORECASE)


def _bound_before(text: str, start: int, floor: int, few: bool) -> tuple[int, str]:
    """Where the words that bound the number at `start` begin, and the relation they say (empty without).

    Two may stand together (“at least about 500”): the one that bounds wins over the one that approximates.
    `few` tells of a small number word of what is no measure, before which “over” may be a preposition.
    """
    relation = ""
    for _ in range(2):
        match = _BEFORE.search(text, max(floor, start - 56), start)
        if not match:
            break
        place, words = match.start(), " ".join(match[0].lower().split())
        window = text[max(floor, place - 80) : place]
        if few and (
            words in ("under", "around", "near", "beyond")
            or (words in ("over", "about") and _GOVERNS.search(window))
        ):
            break
        if words in ("over", "up to") and _REACHED.search(window):
            break
        bound, start = match.lastgroup.replace("_", "-"), place
        if bound in _TURNED and _CAN_TURN.search(words) and not words.startswith("not"):
            border = max((each.end() for each in _CLAUSE.finditer(window)), default=0)
            negation = _NEGATION.search(window, border)
            if negation and not (words in ("over", "above", "under", "below") and _OF_OVER.search(window)):
                bound, start = _TURNED[bound], place - len(window) + negation.start()
        relation = bound if relation in ("", "about") else relation
    return start, relation


def _bound_behind(text: str, start: int, stop: int) -> tuple[int, str]:
    """Where the bound that stands directly at `start` ends, and the relation it says (empty without)."""
    match = _AFTER.match(text, start, stop)
    return (match.end(), match.lastgroup.replace("_", "-")) if match else (start, "")


# ---- two numbers that make one quantity: “seven or eight”, “between 3 and 5”, “2-3 thousand”

_HEDGE = "(?:(?:perhaps|maybe|possibly|even|about|some|at (?:the )?most|approximately|almost|nearly|as many as|over) )?"
_JOINT = re.compile(
    rf"(?:(?:-?\s+|[-‐‑])(?P<word>to|or|and|up to|through|thru)(?:\s+{_HEDGE}|[-‐‑])"
    r"|[ \u00a0]?(?P<dash>--|[-–—‐‑−])[ \u00a0]?)(?P<sign>US\$|[$£€¥])?",
    re.IGNORECASE,
)
_ROUGHLY = r"(?:(?:about|approximately|some|roughly|an\s+estimated)\s+)?(?:US)?[$£€]?\Z"
_BETWEEN = re.compile(rf"\bbetween\s+(?:(?:the\s+)?ages?\s+(?:of\s+)?)?{_ROUGHLY}", re.IGNORECASE)
# “Rose from 300 to 400” states two quantities, “from 300 to 400 men” one between two bounds.
_CHANGE = re.compile(
    r"\b(?:increas|ris|rose|grow|grew|rais|expand|jump|climb|went up|go up|lift|advanc|chang|extend|strengthen"
    rf"|build|built|doubl|enlarg|swell|mov)\w*\b[^.;]*\bfrom\s+{_ROUGHLY}",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\b(?:votes?|voted|ratio|odds|score|scale)\b[^.;]{0,24}\Z", re.IGNORECASE)


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
    digits = text[last.start : last.end].split("$")[-1]
    scale = last.scale if last.scale > 1 else 1000 if digits.endswith(",000") else 1
    zeros = re.fullmatch(r"[1-9]+(00+)", digits)
    if (
        scale == 1
        and zeros
        and len(digits) == len(zeros[1]) + first.end - first.start
        and "-" in text[first.end : last.start]
    ):
        scale = 10 ** len(zeros[1])
    if (
        first.scale == 1 < scale
        and "," not in text[first.start : first.end]
        and first.value * scale < last.value
    ):
        first = replace(first, value=first.value * scale, scale=scale)
    return (first, last) if first.value < last.value else (first, first)


def _second(text: str, first: Numeral, place: int, stop: int, money: bool) -> Numeral | None:
    joint = _JOINT.match(text, place, stop)
    if not joint or (joint["sign"] and not money):
        return None
    window = max(0, first.start - 100)
    word = (joint["word"] or "").lower()
    if (
        word == "and"
        and not _BETWEEN.search(text, window, first.start)
        or _CHANGE.search(text, window, first.start)
    ):
        return None
    if word in ("", "to") and _RATIO.search(text, window, first.start):
        return None
    last = read(text, joint.end(), stop, money)
    if not last or re.search(r"\w[-–/]\Z", text[max(0, first.start - 2) : first.start]):
        return None
    if re.match(r"[-–/:]\d|[A-Za-z]", text[last.end : last.end + 2]) or re.match(
        r"0\d", text[last.start : last.end]
    ):
        return None  # part of a longer code: 118-01026-07
    return last if word != "or" or last.value <= 20 * first.value or last.scale > 1 else None


# ---- all of it

_SIGN = re.compile(
    r"(?:(?:\b(?:US|U\.\s?S\.|CNC|CN|FRB|HK|NT|Mex|Can|A|C|S|M)\.?\s?)?\$|£[EILT]?|€|¥|￥|₩|₽|₫|₹"
    r"|\b(?:Rs|DM|USD|RMB|Rmb|CNC|Yen|GBP|Fr|FF|Esc)\.?)\s?\Z"
)
# “The deficit was -3.5 million”; elsewhere such a hyphen is a dash: “rice -500 tons”.
_NEGATIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|of|to|at|by|from|reach(?:ed|es)?|fell|about|around|than|below)\s[-−–]\Z"
    r"|(?<!\d )(?<!\bor )(?<!/)\bminus\s\Z|(?:\A|[\t|(\n]\s?|\s\s)[-−–+]\Z|(?:\A|\s)[+−]\Z",
    re.IGNORECASE,
)
_NEGATIVE_SHARE = re.compile(r"(?:\A|[\s(])[-−–+]\Z")
_SHARE = re.compile(r"\s?(?:%|°|per\s?cent|degrees)")
# Where a number can begin; a letter or digit before it, raised ones too, makes it part of a word, unless its
# thousands are grouped: “including3,600 tons”.
_SEED = re.compile(
    rf"(?<=[a-z])\d{{1,3}}(?:,\d{{3}})+\b|(?<![\w²³¹])(?:(?:(?<!\.)\.)?[0-9]|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
    rf"|(?:{either(SMALL)}|zero|half|hundred|thousand|million|quarter{GAP}of{GAP}an?"
    rf"|an?{GAP}(?:{either(set(SCALES) - {'score'})}|score{GAP}of{GAP}[a-z]+|{either(PARTS)}|(?:{either(TIMES + MEASURES)}){GAP}and{GAP}a))\b)",
    re.IGNORECASE,
)
# “The next ten years” dates something and is a quantity too; “ten years ago” is only a date.
_DURATION = re.compile(
    r"(?:(?:in|over|during|for|within|of|the|these|those) ){0,3}(?:every|last|past|next|coming|previous|preceding"
    r"|following|first|recent)\s+[\w-]+(?:\s+(?:or|to|and)\s+[\w-]+)?\s+(?:day|week|month|year|decade|hour|night)s",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:[\s,;&/–—-]|\b(?:[a-e]|and|or|to|through|thru|of)\b|\b\d{4}\b){1,16}", re.IGNORECASE)


def find_numbers(text: str) -> list[Number]:
    """Every quantity of an English text, in order and disjoint; never raises.

    >>> [(n.text, n.low, n.relation) for n in find_numbers("over 700 in Onsong, fifteen days")]
    [('over 700', 700.0, 'over'), ('fifteen days', 15.0, 'exact')]
    """
    source, text = text, plain(text)
    found: list[Number] = []
    floor = 0  # what lies before it is read
    label_end = -1  # where the last label ended: “pp. 125-128, 130” is one list of labels
    for start, stop in _open_stretches(text):
        floor = place = max(floor, start)
        while seed := _SEED.search(text, place, stop):
            number, whole, unit = _claim(text, seed.start(), floor, stop) or (None, None, None)
            if not number:
                place = seed.end()
                continue
            bounded = number.start < whole.start or number.relation not in ("exact", "range")
            between = text[label_end : whole.start] if 0 <= label_end <= whole.start <= label_end + 20 else ""
            reason = (
                "label"
                if between and not bounded and not unit.name and _LIST.fullmatch(between)
                else refusal(text, whole, unit, bounded)
            )
            if reason:
                place = whole.end if reason != "ordinal" else seed.end()
                label_end = whole.end if reason in ("label", "telegram", "code") else label_end
            else:
                found.append(replace(number, text=source[number.start : number.end]))
                floor = place = number.end
    return found


def _open_stretches(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text between dates and labels."""
    dates = [(date.start, date.end) for date in find_dates(text) if not _DURATION.fullmatch(date.text)]
    place = 0
    for start, end in sorted(dates + regions(text)):
        if start > place:
            yield place, start
        place = max(place, end)
    if place < len(text):
        yield place, len(text)


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
    minus = _NEGATIVE.search(text, max(floor, opening - 14), opening)
    if not minus and _SHARE.match(text, last.end):
        minus = _NEGATIVE_SHARE.search(text, max(floor, opening - 14), opening)
    opening -= 0 if not minus else 6 if minus[0].lower().endswith("s ") else 1
    num_start = start if sign else opening
    few = last.form == "words" and last.value <= 12 and not unit.measures
    opening, before = _bound_before(text, opening, floor, few)
    if age := _AGE.search(text, max(floor, opening - 24), opening):
        unit = unit if unit.name else Unit("age", unit.end)
        opening, outer = _bound_before(text, age.start(), floor, few)
        before = outer or before
    if first is not last and (between := _FROM.search(text, max(floor, opening - 10), opening)):
        opening = between.start()
    relations = [relation for relation in (before, after, behind) if relation]
    relation = next((each for each in relations if each != "about"), (relations or ["exact"])[0])
    either_of = before in ("over", "under", "at-least", "at-most") and re.search(
        r"\bor\b", text[first.end : last.start]
    )
    if first is not last and not either_of:
        relation = "range"
    low, high = (-last.value, -first.value) if minus and minus[0][-1:] != "+" else (first.value, last.value)
    low, high = (
        nan if relation in ("under", "at-most") else low,
        nan if relation in ("over", "at-least") else high,
    )
    form = first.form if first.form == last.form else "grouped"
    whole = Numeral(first.start, last.end, last.value, max(first.scale, last.scale), form)
    return Number(opening, end, "", num_start, last.end, low, high, relation, unit.name), whole, unit
