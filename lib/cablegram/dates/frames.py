"""What stands before a date and belongs to it (the, since, about), and the year of a date without one."""

import re
from dataclasses import replace

from ..edtf import Stretch
from .anchor import Anchor
from .patterns import DASH, ORDINAL_WORD, SPACE, Atom, looks_ahead

# Words before a date that are part of it though they do not change it.
_article = re.compile(rf"\b(?:the|these){SPACE}$", re.I)
_within = re.compile(rf"\b(?:earlier|later)(?:{SPACE}in{SPACE}the)?{SPACE}$", re.I)
_takes_within = re.compile(r"(?:this|that|today|tonight|week|month|year)\b", re.I)
_takes_article = re.compile(
    rf"(?:[0-9]+(?:st|nd|rd|th|d)\b|(?:I{{1,3}}|IV)\b|{ORDINAL_WORD}|(?:1[5-9]|20)[0-9]0['‘’]?s|['‘’]?[2-9]0['‘’]?s"
    r"|(?i:(?:nineteen|\w+ties|spring|summer|autumn|fall|winter|day|week|week-?end|month|year|last|past|next|coming|following|previous"
    r"|preceding|same|current|present|early|mid|late)\b))"
)

_S = SPACE
_open_words = re.compile(
    rf"\b(?:(?P<since>(?:ever{_S})?since|as{_S}from|no(?:t)?{_S}earlier{_S}than)"
    rf"|(?P<over>more{_S}than|over|at{_S}least)|(?P<nearly>nearly|almost|some|roughly|just)"
    rf"|(?P<after>after|on{_S}or{_S}after)|(?P<from>from)|(?P<between>between)"
    rf"|(?P<until>(?:up{_S})?until|till|up{_S}to(?:{_S}and{_S}including)?|(?<!all\s)through|by|not?{_S}later{_S}than|on{_S}or{_S}before|before|prior{_S}to)"
    rf"|(?P<about>on{_S}or{_S}about|around|approximately|circa|about)){_S}$|(?P<circa>\bca?\.{_S}?)$",
    re.I,
)
_onward = re.compile(rf"{SPACE}(?:on(?:ward|wards)?|forward)\b(?!{SPACE}the\b)")
# “two days before 3 May”, “not until 1960”, “the day after 3 May”
_measured = re.compile(
    r"\b(?:days?|weeks?|months?|years?|not|shortly|just|immediately|soon|long|even|hours?)\s$", re.I
)
_possessive = re.compile(r"['‘’]s\b")
_ago = re.compile(rf"{SPACE}ago$")
# “the 1st of March next”, “in May last”
_told = re.compile(
    rf"{SPACE}(?P<which>next|last)(?=[.,;:)]|{SPACE}(?:I|and|he|at|by|from|in|of|on|the|to|we|when)\b|\s*$)"
)
_near_before = re.compile(
    r"(?:^|[,.(;:]\s?|\b(?:in|on|at|since|by|until|from|to|of|for|after|before|was|is)\s)$", re.I
)
_topic_before = re.compile(
    r"\b(?:talk|sp[eo]ak|spoke|th[io]|kn[eo]w|report|inform|hear|sa[iy]|ask|question|wr[io]t|t[eo]l[ld]|discuss|news"
    r"|stor|letter|thing|worr|concern|is|was|all|yesterday|today)\w*\s\Z",
    re.I,
)


def is_unplaced(atom: Atom) -> bool:
    return bool(atom.stretch and atom.stretch.floating)


def with_article(text: str, low: int, atom: Atom) -> Atom:
    """“the 8th of November”, “earlier this year”: words that belong to the date and leave it as it is."""
    for words, taken in ((_article, _takes_article), (_within, _takes_within)):
        match = words.search(text, max(low, atom.start - 20), atom.start)
        if match and taken.match(text, atom.start):
            return replace(atom, start=match.start())
    return atom


def placed(text: str, atom: Atom, anchor: Anchor | None) -> Atom:
    """A date without a year, in the year that fits the anchor."""
    if not anchor or not is_unplaced(atom) or atom.kind == "relative":
        return atom
    told = _told.match(text, atom.end)
    if told:
        direction = 1 if told["which"] == "next" else -1
        return Atom(atom.start, told.end(), anchor.place(atom.stretch, direction), "relative")
    forward = looks_ahead(text, atom.start, atom.end)
    return replace(atom, stretch=anchor.place(atom.stretch, int(forward)))


def opened(text: str, low: int, atom: Atom) -> Atom:
    """“since 1958”, “until the end of May”, “between 3 and 9 May”, “about 1950”, “over a year ago”."""
    match = _open_words.search(text, max(low, atom.start - 26), atom.start)
    if not match or not atom.stretch:
        return atom
    words = match.lastgroup
    if words in ("from", "between"):
        return _ranged(text, match, atom)
    if words in ("over", "nearly") and not _ago.search(text, max(atom.start, atom.end - 5), atom.end):
        return atom
    if words == "over":
        return Atom(match.start(), atom.end, Stretch(None, atom.stretch.high), atom.kind)
    if words in ("about", "circa", "nearly"):
        if atom.stretch.floating or not _is_near(text, match, atom.stretch):
            return atom
        near = replace(atom, start=match.start(), stretch=replace(atom.stretch, about=True))
        return opened(text, low, near)
    return _half_open(text, low, match, atom)


def _ranged(text: str, match: re.Match, atom: Atom) -> Atom:
    """“from 3 to 9 May”, “between 3 and 9 May”, “from 1958 on”; “the telegram from 3 May” stays as it is."""
    stretch, onward = atom.stretch, _onward.match(text, atom.end)
    if match.lastgroup == "from" and onward and not stretch.floating:
        return Atom(match.start(), onward.end(), Stretch(stretch.low, None), _open_kind(atom))
    ranged = stretch.low != stretch.high and _is_range(text, atom)
    if ranged or (match.lastgroup == "between" and stretch.listed):
        whole = Stretch(stretch.low, stretch.high, stretch.floating)
        return replace(atom, start=match.start(), stretch=whole, kind=_open_kind(atom))
    return atom


def _half_open(text: str, low: int, match: re.Match, atom: Atom) -> Atom:
    """“since 1958”, “by May”; not “two days before 3 May”, nor “before last year’s harvest”."""
    stretch = atom.stretch
    if stretch.floating or None in (stretch.low, stretch.high) or _possessive.match(text, atom.end):
        return atom
    if _measured.search(text, max(low, match.start() - 14), match.start()):
        return atom
    ends = (None, stretch.high) if match.lastgroup == "until" else (stretch.low, None)
    return Atom(match.start(), atom.end, Stretch(*ends), _open_kind(atom))


def _is_range(text: str, atom: Atom) -> bool:
    return bool(re.search(rf"{DASH}|\b(?:to|until|till|through|and)\b", text[atom.start : atom.end]))


def _open_kind(atom: Atom) -> str:
    return "period" if atom.kind == "absolute" else atom.kind


def _is_near(text: str, match: re.Match, stretch: Stretch) -> bool:
    """Whether “about” means near: “in about 1950”, “leave about 15 March”, not “talks about last week”."""
    if not match[0].lower().startswith("about"):
        return True
    before = text[max(0, match.start() - 16) : match.start()]
    is_day = stretch.low == stretch.high and len(stretch.low or ()) == 3
    return bool(_near_before.search(before) or (is_day and not _topic_before.search(before)))
