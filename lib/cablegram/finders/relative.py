"""Readers of what counts from the anchor: last year, three days ago, Friday next; and of what recurs."""

from functools import partial

from ..edtf import Stretch
from .anchor import UNKNOWN
from .calendar import DIRECTION, stretch_of
from .dateforms import COUNTS, NOW, VAGUE, Place, first_words, reads
from .periods import part_before

relative, recurs = partial(reads, kind="relative"), partial(reads, kind="recurring")

_WHICH = "(?P<which>last|past|this|current|present|next|coming)"
_ADVERB = r"(?=[.,;:\)]| (?:in|on|at|to|from|by|and|or|for|with|since|the)\b|\s*$)"


@relative(
    f"{_WHICH}|(?P<told>previous|preceding|following|same)",
    r" (?P<unit>day|week|month|quarter|year|decade|century)\b(?!-| of (?!this|that)| in which\b)",
)
@relative("(?P<unit>week|month|quarter|year|decade|century)", r"\b(?!-| (?:before|after|of|ago)\b)")
def which_unit(place: Place) -> Stretch | None:
    """Last year, this month; the year of “the end of the year”; “the past year” ends now.

    What is counted from a time told of (the previous, the same, the next day) has no value.
    """
    which, unit, anchor = place["which"], place["unit"], place.anchor
    if not which and "told" not in place:
        part = part_before.search(place.text, max(0, place.start - 60), place.start)
        return part and anchor.unit(unit, 0)
    if "told" in place or (which == "next" and place.follows(r"\bthe ")):
        return UNKNOWN
    ends_now = which == "last" and place.follows(r"\b(?:over|during|in|for|within|throughout) the ")
    if ends_now or which == "past":
        return anchor.span(1, unit)
    return anchor.unit(unit, DIRECTION[which])


@relative(_WHICH, r" (?:(?P<month>{MONTH})(?! [0-9])|(?P<season>{SEASON})\b(?! of\b))")
def which_month(place: Place) -> Stretch:
    """Last May (the latest over), this May (the anchor's year), next May (the first to come), last spring."""
    anchor, step = place.anchor, DIRECTION[place["which"]]
    if not anchor:
        return UNKNOWN
    if "season" in place:
        return anchor.season(place["season"], step)
    here = (*anchor.point, 0)[1]
    further = not here or (place.month >= here if step < 0 else place.month <= here)
    return Stretch.at(anchor.year + step * further, place.month)


_PAPER = r"(?! (?:Evening )?(?:Post|Times|Telegraph|Express|Herald|Review|News|Mirror|Observer)\b)"


@relative(
    rf"{_WHICH}|(?={{WEEKDAY}})",
    rf" ?(?P<weekday>{{WEEKDAY}}){_PAPER}(?! (?:of (?:every|each|last|this|next)|week|fortnight)\b)"
    r"(?! ?\(?(?:{MONTH} [0-9]|[0-9]{1,2} {MONTH}))"
    rf"(?: (?:(?P<which>last|next){_ADVERB}|(?:morning|afternoon|evening|night)\b))?",
)
def weekday(place: Place) -> Stretch | None:
    """Last Monday, Friday next, Monday night."""
    last = place.previous
    dated = last and last.kind != "relative" and not place.text[last.end : place.start].strip(" ,(")
    if dated or place.follows(r"\b(?:easter|palm|whit|good|ash|maundy|black|bloody) "):
        return None
    step = DIRECTION[place["which"]] if "which" in place else int(place.looks_ahead())
    return place.anchor.weekday(place.weekday, step)


_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}


@relative(
    "(?=day|today|to|tonight|yesterday|tomorrow|this|last)",
    r"(?:(?P<further>day) (?:before|after) (?P<word>yesterday|tomorrow)"
    r"|(?!(?<=[a-z]\s)(?-i:Today))(?P<word>to-?day|to-?night|yesterday|to-?morrow)"
    r"(?: (?:morning|noon|afternoon|evening|night))?"
    r"|(?P<word>this) (?:morning|noon|afternoon|evening)|(?P<word>last) (?:night|evening))\b",
)
def day_word(place: Place) -> Stretch:
    """Yesterday, this morning, last night, the day before yesterday; not USA Today."""
    return place.anchor.unit("day", _DAYS[place["word"].replace("-", "")] * (1 + ("further" in place)))


# ---- so many units

_UNITS = r"(?P<unit>days?|weeks?|months?|years?|decades?|centur(?:y|ies)|fortnights?)"
_AMOUNT = (
    r"(?:(?P<half>half) an?|(?P<count>{COUNT})"
    r"(?:(?P<half> and a half)|(?P<join> ?- ?| (?:or|to) )(?P<most>{COUNT}))?)"
)
_STEPS = {"ago": 1, "since": 1, "hence": -1, "from now": -1, "in": -1, "within": -1}
_PAST = r"\b(?:was|were|had|did|been|[a-z]{2,}ed|came|went|took|made|built|left|met|lost|won)\b"


@relative(
    rf"(?=[0-9]|{first_words(COUNTS)}|half|few|several|some|many|{_UNITS})",
    rf"(?:(?:{_AMOUNT}|(?:a )?(?:few|couple of)|several|some|many) )?{_UNITS}(?P<half> and a half)?"
    r" (?P<way>ago|hence|from now|earlier|later|since(?=[.;:\)]|,| (?:to|at|in|from|by|and|with)\b|\s*$))\b",
)
@relative(
    "(?P<way>last|past|next|coming|following|previous|preceding)",
    rf" (?:{_AMOUNT}|few|several|couple of) {_UNITS}\b(?! of (?!this|that))",
)
@relative("(?P<way>in|within)", rf"(?P<near> about| some)? {_AMOUNT} {_UNITS}(?:' time)?\b(?! of\b)")
def so_many_units(place: Place) -> Stretch | None:
    """Three days ago, in three days; a stretch from or to the anchor: the past two months, within two years.

    “In three days” is a date where it is ahead of an anchor, else a duration; “two weeks earlier” counts
    from a time the caller does not give.
    """
    way, unit = place["way"], place["unit"].replace("ies", "y").rstrip("s")
    step = _STEPS.get(way) or -DIRECTION.get(way, 0)
    if way in ("in", "within"):
        past = place.follows(rf"{_PAST}[^.!?;\n]*|\b(?:times?|once|twice|[a-z]+est|only) ")
        past = past or place.precedes(rf"[^.!?;\n]{{0,60}}{_PAST}")
        if not place.anchor or "most" in place or (past and not place.looks_ahead()):
            return None
    counts = [int(COUNTS.get(place[name], place[name])) for name in ("count", "most") if name in place]
    if "half" in place:
        counts, unit = ([12 * sum(counts) + 6] if unit == "year" else []), "month"
    if not counts or not step:
        return UNKNOWN
    if way in DIRECTION or way == "within":
        return place.anchor.span(step * counts[0], unit) if len(counts) == 1 else UNKNOWN
    ends = [place.anchor.back(step * count, unit) for count in counts]
    stretch = stretch_of(sorted(end.low for end in ends if end), place["join"] or "or") or UNKNOWN
    return stretch.near() if "near" in place else stretch


# ---- vague and recurring


@relative(
    "recent|previous|preceding|past|last|coming|next|following|same",
    r" (?:(?:day|week|month|year) or (?:two|so)|morning|afternoon|evening|night"
    r"|(?:days|weeks|months|years|decades|times)(?! of\b))\b",
)
@relative(
    f"(?={first_words(VAGUE + NOW)})",
    rf"(?<!up\s)(?:{'|'.join(VAGUE + NOW)})(?:\b|(?=[1-9][0-9]?\b))"
    r"(?!-| (?:as|levels?|rates?|prices?)\b| and (?:then|again)\b)",
)
@recurs(
    "every|each",
    r" (?:(?:other|few|{COUNT}) )?(?:{WEEKDAY}|{MONTH}(?: {DAY})?|{SEASON}"
    r"|days?|nights?|mornings?|evenings?|weeks?|months?|quarters?|years?)\b",
)
@recurs(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b")
@recurs("annually|yearly|monthly|weekly|daily", _ADVERB)
def without_value(place: Place) -> Stretch:
    """Recently, the past years, every day, on Sundays: found, and given no value."""
    return UNKNOWN
