"""Readers of what counts from the anchor: last year, three days ago, Friday next; and of what recurs."""

from functools import partial

from ..edtf import Stretch
from .anchor import SEASONS, UNKNOWN
from .calendar import DIRECTION, stretch_of
from .dateforms import Place, reads
from .periods import fiscal_year, piece
from .vocabulary import COUNTS

# Found only where they are asked for; found, and never given a value.
NOW = "now|right now|soon|presently|at present"
VAGUE = (
    "recently|until recently|lately|of late(?! ({MONTH}|{SEASON}|[0-9]))|in the recent past|these days"
    "|nowadays|currently|(by|till|until|up to|up until) now|from now on|at the moment|at this time"
    "|at (the )?present (time|moment)|at the current (time|moment)|(for )?(the )?time being|in due course"
    "|thus far|so far|to date|to this day|until the present|(up )?to the present( day)?( time)?"
    "|(some|a long|a short) time ago|not long ago|the other day|that (same )?year"
    "|(in the )?(near|nearest|immediate|distant) future"
)
relative, recurs = partial(reads, kind="relative"), partial(reads, kind="recurring")

_WHICH = "(?P<which>last|past|this|current|present|next|coming)"
_MORE = "( (?P<which>past|coming))?"  # this past summer
_ADVERB = r"(?=[.,;:\)]| (in|on|at|to|from|by|and|or|for|with|since|the)\b|\s*$)"


@relative(
    rf"({_WHICH}|(?P<told>previous|preceding|following|same)){_MORE} (calendar )?"
    r"(?P<unit>day|week|week-?end|month|quarter|year|decade|century)\b(?!-| of (?!this|that)| in which\b)"
)
@relative(
    r"(?P<unit>week|month|year) (before|after) (?P<further>last|next)\b"
    r"|(?P<unit>year|month)(-|'s )(?P<end>end)\b(?! (of )?{YEAR})|(?P<unit>week)(?P<end>-?end)\b(?! of\b)"
    r"|(?P<unit>week|month|quarter|year|decade|century)\b(?!-| (before|after|of|ago)\b)"
)
def which_unit(place: Place) -> Stretch | None:
    """Last year, the year before last; the year of “the end of the year”; “the past year” ends now.

    What is counted from a time told of (the previous, the same, the next day) has no value.
    """
    which, unit, the = place["which"], place["unit"].replace("-", ""), place.follows(r"\bthe ")
    if "further" in place:
        return place.anchor.unit(unit, 2 * DIRECTION[place["further"]])
    if "end" in place and unit != "week":
        return piece(place.anchor.unit(unit, 0), -1, 3)  # at year-end
    if "end" in place:
        over = place.follows(r"\b(over|during) the ")
        return place.anchor.unit("weekend", -1 + place.looks_ahead()) if over else None
    if not which and "told" not in place:
        part = place.follows(
            r"\b((end|beginning|start|middle|close|half|quarter|part|third|(day|week|month)s?|course)"
            r" (of|in) the|(early|late|earlier|later) in the|mid)( |-)"
        )
        return place.anchor.unit(unit, 0) if part else None
    if "told" in place or (the and which == "next" and unit != "decade"):
        return UNKNOWN
    ends_now = which == "last" and place.follows(r"\b(over|during|in|for|within|throughout) the ")
    if unit != "weekend" and (ends_now or which == "past" or (the and which == "next")):
        return place.anchor.span(-1 if which == "next" else 1, unit)
    return place.anchor.unit(unit, DIRECTION[which])


@relative(
    _WHICH + _MORE + r" ((?P<month>{MONTH})( (?P<days>{DAYS}))?(?! [0-9])|(?P<season>{SEASON})\b(?! of\b)"
    r"|(?P<fiscal>fiscal year)\b(?! [0-9]))"
)
def which_month(place: Place) -> Stretch:
    """Last May (the latest over), this May (the anchor's year), next May (the first to come), last spring."""
    anchor, step = place.anchor, DIRECTION[place["which"]]
    if "fiscal" in place:
        return anchor.turn(fiscal_year, step)
    if "season" in place:
        return anchor.turn(SEASONS[place["season"]].in_year, step)
    points = [(0, place.month, day) for day in place.days] or [(0, place.month)]
    stretch = stretch_of(points, place["days"], floating=True)
    return anchor.turn(stretch.in_year, step) if stretch else UNKNOWN


@relative(
    rf"({_WHICH}{_MORE} )?(?P<weekday>{{WEEKDAY}})(?! of (every|each) )"
    r"(?! (Evening )?(Post|Times|Telegraph|Express|Herald|Review|News|Mirror|Observer)\b)"
    r"(?! ?\(?({MONTH} [0-9]|[0-9]{1,2} {MONTH}))"
    rf"( ((?P<which>last|next){_ADVERB}|of (?P<week>last|this|next) week\b"
    r"|(morning|afternoon|evening|night)\b|(?P<further>week|fortnight)\b))?",
)
def weekday(place: Place) -> Stretch | None:
    """Last Monday, Friday next, Monday night, Friday of last week."""
    last = place.previous
    dated = last and last.kind != "relative" and len(last.stretch.low or ()) == 3
    beside = dated and not place.text[last.end : place.start].strip(" ,(")  # 3 May (Monday)
    if beside or place.follows(r"\b(easter|palm|whit|good|ash|maundy|black|bloody) "):
        return None
    if "further" in place or len(place.anchor.point) < 3:
        return UNKNOWN  # on Monday week: before or after
    back = place.anchor.middle.weekday() - place.weekday
    if "week" in place:
        return place.anchor.unit("day", 7 * DIRECTION[place["week"]] - back)
    # the last up to the anchor, the next, the last before it
    step = DIRECTION[place["which"]] if "which" in place else int(place.looks_ahead())
    return place.anchor.unit("day", (-(back % 7), 7 - back % 7, -(back % 7 or 7))[step])


_DAYS = {"today": 0, "tonight": 0, "this": 0, "yesterday": -1, "last": -1, "tomorrow": 1}


@relative(
    r"((?P<further>day) (before|after) (?P<word>yesterday|tomorrow)|(?P<word>this) very day"
    r"|(?!(?<=[a-z]\s)(?-i:Today))(?P<word>to-?day|to-?night|yesterday|to-?morrow)"
    r"( (morning|noon|afternoon|evening|night))?"
    r"|(?P<word>this) (morning|noon|afternoon|evening)|(?P<word>last) (night|evening))\b",
)
def day_word(place: Place) -> Stretch:
    """Yesterday, this morning, last night, the day before yesterday; not the newspaper USA Today."""
    return place.anchor.unit("day", _DAYS[place["word"].replace("-", "")] * (1 + ("further" in place)))


# ---- so many units

_UNITS = r"(?P<unit>days?|weeks?|months?|years?|decades?|centur(y|ies)|fortnights?)"
_AMOUNT = (
    r"((?P<half>half) an?|(?P<count>{COUNT})"
    r"((?P<half> and a half)|(?P<join> ?- ?| (or|to) )(?P<most>{COUNT}))?)"
)
_HALVES = {"year": (6, "month"), "decade": (5, "year"), "century": (50, "year")}
_STEPS = {"ago": 1, "since": 1, "hence": -1, "from now": -1, "in": -1, "within": -1}
_PAST = r"\b(was|were|had|did|been|[a-z]{2,}ed|came|went|took|made|built|fell|rose|left|met|lost|won|gave)\b"


@relative(
    rf"(({_AMOUNT}|(a )?(few|couple of)|several|some|many) )?{_UNITS}(?P<half> and a half)?"
    r" (?P<way>ago|hence|from now|earlier|later|since(?=[.;:\)]|,| (to|at|in|from|by|and|with)\b|\s*$))\b",
)
@relative(
    rf"(?P<way>last|past|next|coming|following|previous|preceding) ({_AMOUNT}|few|several|couple of) {_UNITS}"
    r"\b(?! of (?!this|that))"
    rf"|(?P<way>in|within)(?P<near> about| some)? {_AMOUNT} {_UNITS}(' time)?\b(?! of\b)"
)
def so_many_units(place: Place) -> Stretch | None:
    """Three days ago, in three days; a stretch from or to the anchor: the past two months, within two years.

    “In three days” is a date where it is ahead of an anchor, else a duration; “two weeks earlier” counts
    from a time the caller does not give.
    """
    way, unit = place["way"], place["unit"].replace("ies", "y").rstrip("s")
    step = _STEPS.get(way) or -DIRECTION.get(way, 0)
    if way in ("in", "within"):
        past = place.follows(rf"{_PAST}[^.!?;\n]*|\b(times?|once|twice|[a-z]+est|only) ")
        past = past or place.precedes(rf"[^.!?;\n]{{0,60}}{_PAST}")
        if not place.anchor or "most" in place or (past and not place.looks_ahead()):
            return None
    counts = [int(COUNTS.get(place[name], place[name])) for name in ("count", "most") if name in place]
    if "half" in place:
        size, unit = _HALVES.get(unit, (0, unit))
        counts = [size * (2 * sum(counts) + 1)] if size else []
    if not counts or not step:
        return UNKNOWN
    if way in DIRECTION or way == "within":
        return place.anchor.span(step * counts[0], unit) if len(counts) == 1 else UNKNOWN
    ends = [place.anchor.back(step * count, unit) for count in counts]
    stretch = stretch_of(sorted(end.low for end in ends if end), place["join"] or "or") or UNKNOWN
    return stretch.near() if "near" in place else stretch


# ---- vague and recurring


@relative(
    r"(last|past|next|coming) (day|week|month|year) or (two|so)\b"
    r"|(next|following|previous|same) (morning|afternoon|evening|night)\b"
    r"|(recent|previous|preceding|past|last|coming) (days|weeks|months|years|decades|times)\b(?! of\b)"
    rf"|(?<!up\s)({VAGUE}|{NOW})(\b|(?=[1-9][0-9]?\b))(?!-| (as|levels?|rates?|prices?)\b"
    r"| and (then|again)\b)"
)
@recurs(
    r"(every|each) ((other|few|{COUNT}) )?({WEEKDAY}|{MONTH}( {DAY})?|{SEASON}"
    r"|days?|nights?|mornings?|evenings?|weeks?|months?|quarters?|years?)\b"
    rf"|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b|(annually|yearly|monthly|weekly|daily){_ADVERB}"
)
def without_value(place: Place) -> Stretch:
    """Recently, the past years, every day, on Sundays: found, and given no value."""
    return UNKNOWN
