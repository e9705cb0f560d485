"""How dates combine: the end of, since, from ... to, July and August; and which year a date without one has."""

import re
from dataclasses import replace

from .date_anchor import Anchor
from .date_parts import part_before, part_of
from .date_patterns import DASH, ORDINAL_WORD, SPACE, WEEKDAY, Atom
from .edtf import Stretch

_of_year = re.compile(rf",?{SPACE}(?:(?:of|in){SPACE}(?:the{SPACE})?)?")
_range = re.compile(
    rf"{SPACE}?{DASH}{SPACE}?|/|,?{SPACE}(?:(?:up{SPACE})?to|through|thru|until|till){SPACE}(?:(?:about|the){SPACE})?"
)
_list = re.compile(rf",{SPACE}?|,?{SPACE}(?:and|or|and/or|&){SPACE}(?:(?:on|in|of){SPACE}(?:the{SPACE})?)?")
_and = re.compile(rf"{SPACE}and{SPACE}(?:the{SPACE})?")
_bracket = re.compile(rf",?{SPACE}?\(?")
_weekday = re.compile(WEEKDAY)
_until_present = re.compile(rf"(?:up{SPACE}|to{SPACE}|until|till)", re.I)

# Words before a date that are part of it though they do not change it.
_article = re.compile(rf"\bthe{SPACE}$", re.I)
_takes_article = re.compile(
    rf"(?:[0-9]+(?:st|nd|rd|th|2d|d)\b|{ORDINAL_WORD}|(?:1[5-9]|20)[0-9]0['’]?s|['’]?[2-9]0['’]?s|(?i:\w+ties\b|spring|summer|autumn|fall|"
    rf"winter|day{SPACE}|year{SPACE}|month{SPACE}|week{SPACE}|last|past|next|coming|following|previous|preceding|same|current|present|early|mid|late)\b)"
)

_S = SPACE
_open_words = re.compile(
    rf"\b(?:(?P<since>(?:ever{_S})?since|as{_S}from|no(?:t)?{_S}earlier{_S}than)"
    rf"|(?P<after>after|on{_S}or{_S}after)|(?P<from>from)|(?P<between>between)"
    rf"|(?P<until>(?:up{_S})?until|till|up{_S}to|through|by|not?{_S}later{_S}than|on{_S}or{_S}before|before|prior{_S}to)"
    rf"|(?P<about>on{_S}or{_S}about|around|approximately|circa|about)){_S}(?:the{_S})?$|(?P<circa>\bca?\.{_S}?)$",
    re.I,
)
_onward = re.compile(rf"{SPACE}(?:on(?:ward|wards)?|forward)\b(?!{SPACE}the\b)")
# “two days before 3 May”, “not until 1960”, “the day after 3 May”
_measured = re.compile(r"\b(?:days?|weeks?|months?|years?|not|shortly|just|immediately|soon|long|even|hours?)\s$", re.I)
_possessive = re.compile(r"['’]s\b")
_looks_ahead = re.compile(
    r"\b(?:will|shall|would|scheduled|planned|plans?|intends?|expect(?:s|ed)?|forthcoming|due|going\sto|to\sbe\s\w+|upcoming|"
    r"proposed?|postponed|must|hopes?)\b[^.!?;\n]{0,50}$"
)


def combine(text: str, atoms: list[Atom], anchor: Anchor | None) -> list[Atom]:
    """The atoms of a text put together to whole expressions, each in its year where an anchor tells it."""
    whole = _join(text, _with_parts(text, _with_years(text, atoms)), anchor)
    opened, end = [], 0
    for atom in whole:
        opened.append(_opened(text, end, _placed(text, _with_article(text, end, atom), anchor)))
        end = opened[-1].end
    return opened


def _with_years(text: str, atoms: list[Atom]) -> list[Atom]:
    """“May of last year”, “the summer of this year”: a date without a year takes that of the next; a weekday goes."""
    kept: list[Atom] = []
    for atom in atoms:
        last = kept[-1] if kept else None
        gap = text[last.end : atom.start] if last and atom.start - last.end < 20 else "?"
        if last and _is_unplaced(last) and _names_year(text, atom) and _of_year.fullmatch(gap):
            kept[-1] = _in_year_of(last, atom)
        elif last and _is_day(last) and _weekday.fullmatch(text[atom.start : atom.end]) and _bracket.fullmatch(gap):
            continue
        else:
            kept.append(atom)
    return kept


def _is_unplaced(atom: Atom) -> bool:
    return bool(atom.stretch and atom.stretch.floating)


def _is_day(atom: Atom) -> bool:
    return bool(atom.stretch and atom.stretch.low and len(atom.stretch.low) == 3)


def _names_year(text: str, atom: Atom) -> bool:
    """Whether an atom is one year: 1961, last year, the same year."""
    if atom.stretch:
        return len(atom.stretch.low or ()) == 1 and atom.stretch.low == atom.stretch.high
    return bool(re.search(r"\byear$", text[atom.start : atom.end]))


def _in_year_of(atom: Atom, year: Atom) -> Atom:
    if not year.stretch:
        # “of the same year”, or no anchor: the year stays unknown, and no anchor may supply it.
        return Atom(atom.start, year.end, atom.stretch, "relative")
    kind = "relative" if year.kind == "relative" else "absolute"
    return Atom(atom.start, year.end, atom.stretch.in_year(year.stretch.low[0]), kind)


def _with_parts(text: str, atoms: list[Atom]) -> list[Atom]:
    """“mid-November”, “the end of 1961”, “the first ten days of July”."""
    whole, end = [], 0
    for atom in atoms:
        match = part_before(text, end, atom.start)
        if match and not (atom.stretch is None and atom.kind == "recurring"):
            stretch = atom.stretch and part_of(atom.stretch, match)
            kind = "period" if atom.kind == "absolute" else atom.kind
            atom = Atom(match.start(), atom.end, stretch, kind)
        whole.append(atom)
        end = atom.end
    return whole


def _join(text: str, atoms: list[Atom], anchor: Anchor | None) -> list[Atom]:
    """Ranges and lists made one expression; the year of one member shared with the other."""
    joined: list[Atom] = []
    for atom in atoms:
        last = joined[-1] if joined else None
        if not last or atom.start - last.end > 30:
            joined.append(atom)
            continue
        gap = text[last.end : atom.start]
        whole = _joined(text, last, gap, atom, anchor)
        if whole:
            joined[-1] = whole
            continue
        if _list.fullmatch(gap):
            last, atom = _share_year(last, atom)
            joined[-1] = last
        joined.append(atom)
    return joined


def _joined(text: str, last: Atom, gap: str, atom: Atom, anchor: Anchor | None) -> Atom | None:
    """Two neighbours as one expression, where what stands between makes them one."""
    if last.stretch and not atom.stretch and re.fullmatch(rf",?{SPACE}", gap):
        if _until_present.match(text, atom.start, atom.end) and not last.stretch.floating:
            return Atom(last.start, atom.end, Stretch(last.stretch.low, anchor and anchor.point), last.kind)
        return None
    if not last.stretch or not atom.stretch or (last.stretch.listed and _range.fullmatch(gap)):
        return None
    between = _and.fullmatch(gap) and re.search(rf"\bbetween{SPACE}(?:the{SPACE})?$", text[max(0, last.start - 14) : last.start], re.I)
    if _range.fullmatch(gap) or between:
        return _ranged(*_share_year(last, atom))
    if _list.fullmatch(gap) and _is_month(atom) and (_is_month(last) or last.stretch.listed):
        return _listed(gap, *_share_year(last, atom))
    return None


def _ranged(first: Atom, last: Atom) -> Atom | None:
    low, high = first.stretch.low, last.stretch.high
    if first.stretch.floating != last.stretch.floating or not low or not high or low > high:
        return None
    return Atom(first.start, last.end, Stretch(low, high, first.stretch.floating), _kind(first, last))


def _listed(gap: str, first: Atom, last: Atom) -> Atom | None:
    if first.stretch.floating != last.stretch.floating or "relative" in (first.kind, last.kind):
        return None
    points = (*(first.stretch.listed or (first.stretch.low,)), last.stretch.low)
    if any(len(point) != 2 for point in points) or (not last.stretch.floating and points[0][0] != points[-1][0]):
        return None
    one_of = re.search(r"\bor\b", gap) is not None
    stretch = Stretch(min(points), max(points), first.stretch.floating, points, one_of)
    return Atom(first.start, last.end, stretch, _kind(first, last))


def _kind(first: Atom, last: Atom) -> str:
    kinds = (first.kind, last.kind)
    return "relative" if "relative" in kinds else "partial" if kinds == ("partial", "partial") else "period"


def _is_month(atom: Atom) -> bool:
    return bool(atom.stretch and not atom.stretch.listed and atom.stretch.low == atom.stretch.high and len(atom.stretch.low) == 2)


def _share_year(first: Atom, last: Atom) -> tuple[Atom, Atom]:
    """“3 May and 10 June 1961”, “30 November 1960 to 2 February”: the year said once holds for both."""
    one, two = first.stretch, last.stretch
    if not one or not two or one.floating == two.floating:
        return first, last
    known = two.high if one.floating else one.low
    if not known or "relative" in (first.kind, last.kind):
        return first, last
    if one.floating:
        year = two.low[0] - (one.low[1:] > two.low[1:] and len(two.low) > 1)
        return replace(first, stretch=one.in_year(year), kind="absolute"), last
    year = one.high[0] + (two.low[1:] < one.high[1:] and len(one.high) > 1)
    return first, replace(last, stretch=two.in_year(year), kind="absolute")


def _with_article(text: str, low: int, atom: Atom) -> Atom:
    """“the 8th of November”, “the past two months”: an article that belongs to the date."""
    article = _article.search(text, max(low, atom.start - 6), atom.start)
    return replace(atom, start=article.start()) if article and _takes_article.match(text, atom.start) else atom


def _placed(text: str, atom: Atom, anchor: Anchor | None) -> Atom:
    """A date without a year, in the year that fits the anchor."""
    if not anchor or not _is_unplaced(atom) or atom.kind == "relative":
        return atom
    before = text[max(0, atom.start - 80) : atom.start]
    forward = bool(_looks_ahead.search(before) or re.search(r"\b(?:by|until|till|before)\s(?:the\s)?$", before, re.I))
    return replace(atom, stretch=anchor.place(atom.stretch, forward))


def _opened(text: str, low: int, atom: Atom) -> Atom:
    """“since 1958”, “until the end of May”, “between 3 and 9 May”, “about 1950”."""
    match = _open_words.search(text, max(low, atom.start - 26), atom.start)
    stretch = atom.stretch
    if not match or not stretch:
        return atom
    words = match.lastgroup
    onward = _onward.match(text, atom.end)
    ranged = stretch.low != stretch.high and atom.kind != "recurring"
    if words in ("from", "between"):
        if words == "from" and onward and not stretch.floating:
            return Atom(match.start(), onward.end(), Stretch(stretch.low, None), _open_kind(atom))
        if (words == "between" and stretch.listed) or (ranged and _is_range(text, atom)):
            return replace(atom, start=match.start(), stretch=Stretch(stretch.low, stretch.high, stretch.floating))
        return atom
    if words in ("about", "circa"):
        exact = stretch.low == stretch.high and not stretch.floating
        return replace(atom, start=match.start(), stretch=replace(stretch, about=True)) if exact else atom
    if stretch.floating or None in (stretch.low, stretch.high) or _possessive.match(text, atom.end):
        return atom
    if _measured.search(text, max(low, match.start() - 14), match.start()):
        return atom
    ends = (None, stretch.high) if words == "until" else (stretch.low, None)
    return Atom(match.start(), atom.end, Stretch(*ends), _open_kind(atom))


def _is_range(text: str, atom: Atom) -> bool:
    return bool(re.search(rf"{DASH}|\b(?:to|until|till|through|and)\b", text[atom.start : atom.end]))


def _open_kind(atom: Atom) -> str:
    return "period" if atom.kind == "absolute" else atom.kind
