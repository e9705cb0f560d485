"""How dates combine: May of last year, the end of October, from July to August, July and August."""

import re
from dataclasses import replace
from datetime import timedelta

from ..edtf import Stretch
from .anchor import Anchor
from .frames import is_unplaced, opened, placed, with_article
from .narrative import Story
from .parts import part_before, part_of
from .patterns import DASH, SPACE, WEEKDAY, Atom

_of_year = re.compile(rf",?{SPACE}(?:(?:of|in){SPACE}(?:the{SPACE})?)?")
_range = re.compile(
    rf"{SPACE}?(?:{DASH}|/){SPACE}?|,?{SPACE}(?:(?:up{SPACE})?to|through|thru|until|till){SPACE}(?:(?:about|the){SPACE})?"
)
_list = re.compile(rf",{SPACE}?|,?{SPACE}(?:and|or|and/or|&){SPACE}(?:(?:on|in|of){SPACE}(?:the{SPACE})?)?")
_and = re.compile(rf"{SPACE}and{SPACE}(?:the{SPACE})?")
_bracket = re.compile(rf",?{SPACE}?\(?")
_weekday = re.compile(WEEKDAY)
_until_present = re.compile(rf"(?:up{SPACE}|to{SPACE}|until|till)", re.I)


def combine(text: str, atoms: list[Atom], anchor: Anchor | None) -> list[Atom]:
    """The atoms of a text put together to whole expressions, each in its year where an anchor tells it."""
    framed, end, story = [], 0, Story(text, anchor)
    for atom in _join(text, _with_parts(text, _with_years(text, atoms)), anchor):
        if text.startswith("that ", atom.start):
            continue  # of “December of that year” it is a part, alone it points to what was told
        told = with_article(text, end, story.placed(atom))
        framed.append(opened(text, end, placed(text, told, anchor)))
        end = framed[-1].end
    return framed


def _with_years(text: str, atoms: list[Atom]) -> list[Atom]:
    """“May of last year”: a date takes the year that follows; a weekday beside a day goes."""
    kept: list[Atom] = []
    for atom in atoms:
        last = kept[-1] if kept else None
        gap = text[last.end : atom.start] if last and atom.start - last.end < 20 else "?"
        if last and is_unplaced(last) and _names_year(text, atom) and _of_year.fullmatch(gap):
            kept[-1] = _in_year_of(last, atom)
        elif last and _bracket.fullmatch(gap) and _is_weekday(text, last) and _is_dated(text, atom):
            kept[-1] = atom
        elif not (last and _bracket.fullmatch(gap) and _is_dated(text, last) and _is_weekday(text, atom)):
            kept.append(atom)
    return kept


def _is_weekday(text: str, atom: Atom) -> bool:
    return bool(_weekday.fullmatch(text[atom.start : atom.end]))


def _is_dated(text: str, atom: Atom) -> bool:
    """Whether an atom is one day or a few, told otherwise than by a weekday."""
    return bool(atom.stretch and atom.stretch.low and len(atom.stretch.low) == 3) and not _is_weekday(
        text, atom
    )


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
            closing = "[" in match[0] and text.startswith("]", atom.end)  # the 1st half [of 1960]
            atom = Atom(match.start(), atom.end + closing, stretch, kind)
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
            last, atom = _share_year(text, last, atom)
            joined[-1] = last
        joined.append(atom)
    return joined


def _joined(text: str, last: Atom, gap: str, atom: Atom, anchor: Anchor | None) -> Atom | None:
    """Two neighbours as one expression, where what stands between makes them one."""
    if last.stretch and not atom.stretch and re.fullmatch(rf",?{SPACE}", gap):
        if _until_present.match(text, atom.start, atom.end) and not last.stretch.floating:
            return Atom(last.start, atom.end, Stretch(last.stretch.low, anchor and anchor.point), "period")
        return None
    if not last.stretch or not atom.stretch or (last.stretch.listed and _range.fullmatch(gap)):
        return None
    between = _and.fullmatch(gap) and re.search(
        rf"\bbetween{SPACE}(?:the{SPACE})?$", text[max(0, last.start - 14) : last.start], re.I
    )
    if _range.fullmatch(gap) or between:
        return _ranged(*_share_year(text, last, atom))
    if _and.fullmatch(gap) and _is_season(last) and _is_season(atom):
        return _adjoining(*_share_year(text, last, atom))
    if _list.fullmatch(gap) and _is_month(atom) and (_is_month(last) or last.stretch.listed):
        return _listed(gap, *_share_year(text, last, atom))
    return None


def _ranged(first: Atom, last: Atom) -> Atom | None:
    low, high = first.stretch.low, last.stretch.high
    if first.stretch.floating != last.stretch.floating or not low or not high or low > high:
        return None
    return Atom(first.start, last.end, Stretch(low, high, first.stretch.floating), _kind(first, last))


def _is_season(atom: Atom) -> bool:
    """Three whole months that begin in March, June, September or December."""
    low, high = atom.stretch.low, atom.stretch.high
    if not low or not high or len(low) != 2 or len(high) != 2 or low[1] % 3:
        return False
    return 12 * (high[0] - low[0]) + high[1] - low[1] == 2


def _adjoining(first: Atom, last: Atom) -> Atom | None:
    """“the summer and autumn of 1960”: one stretch, where the one follows the other."""
    return _ranged(first, last) if last.stretch.first - first.stretch.last == timedelta(1) else None


def _listed(gap: str, first: Atom, last: Atom) -> Atom | None:
    if first.stretch.floating != last.stretch.floating or first.kind != last.kind == "relative":
        return None
    points = (*(first.stretch.listed or (first.stretch.low,)), last.stretch.low)
    if any(len(point) != 2 for point in points) or (
        not last.stretch.floating and points[0][0] != points[-1][0]
    ):
        return None
    one_of = re.search(r"\bor\b", gap) is not None
    stretch = Stretch(min(points), max(points), first.stretch.floating, points, one_of)
    return Atom(first.start, last.end, stretch, _kind(first, last))


def _kind(first: Atom, last: Atom) -> str:
    kinds = (first.kind, last.kind)
    return "relative" if "relative" in kinds else "partial" if kinds == ("partial", "partial") else "period"


def _is_month(atom: Atom) -> bool:
    return bool(
        atom.stretch
        and not atom.stretch.listed
        and atom.stretch.low == atom.stretch.high
        and len(atom.stretch.low) == 2
    )


def _share_year(text: str, first: Atom, last: Atom) -> tuple[Atom, Atom]:
    """“3 May and 10 June 1961”, “30 November 1960 to 2 February”: the year said once holds for both."""
    one, two = first.stretch, last.stretch
    if not one or not two or one.floating == two.floating:
        return first, last
    known = two.high if one.floating else one.low
    of_year = one.floating and last.kind == "relative" and text.endswith("year", last.start, last.end)
    if not known or len(known) < 2 or first.kind == "relative" or (last.kind == "relative" and not of_year):
        return first, last
    if one.floating:
        year = two.low[0] - (one.low[1:] > two.low[1:] and len(two.low) > 1)
        kind = "relative" if of_year else _named_kind(one)
        return replace(first, stretch=one.in_year(year), kind=kind), last
    year = one.high[0] + (two.low[1:] < one.high[1:] and len(one.high) > 1)
    return first, replace(last, stretch=two.in_year(year), kind=_named_kind(two))


def _named_kind(stretch: Stretch) -> str:
    """The kind of a stretch whose year has been named."""
    return "absolute" if stretch.low == stretch.high or stretch.listed else "period"
