"""Marks over a text: stand-off spans woven into nested HTML, whatever overlaps what."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape


@dataclass(frozen=True)
class Mark:
    """One marked stretch: its address, the layer it belongs to, and the card that its button opens."""

    start: int
    end: int
    address: str
    layer: str
    card: str
    after: str = ""
    opens: bool = True
    closes: bool = True


def weave(text: str, start: int, end: int, marks: Iterable[Mark], prefix: str) -> str:
    """`text[start:end]` as HTML with its marks nested; a mark that crosses another is cut where they part.

    The words come out unchanged: without its tags and buttons the result is the text again.
    """
    waiting = sorted(_clip(marks, start, end), key=_outermost_first)
    pieces, at = [], start
    while waiting:
        mark, *others = waiting
        inside, waiting = _share(mark, others)
        pieces.append(escape(text[at : mark.start], quote=False))
        pieces.append(_wrap(mark, weave(text, mark.start, mark.end, inside, prefix), text, prefix))
        at = mark.end
    return "".join([*pieces, escape(text[at:end], quote=False)])


def _outermost_first(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.address


def _clip(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The parts of the marks that lie in the stretch."""
    return [_part(mark, start, end) for mark in marks if mark.start < end and start < mark.end]


def _part(mark: Mark, start: int, end: int) -> Mark:
    return replace(
        mark,
        start=max(mark.start, start),
        end=min(mark.end, end),
        opens=mark.opens and mark.start >= start,
        closes=mark.closes and mark.end <= end,
    )


def _share(mark: Mark, others: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """What of the others lies inside the mark, and what comes after it."""
    inside = _clip(others, mark.start, mark.end)
    after = [_part(other, mark.end, other.end) for other in others if other.end > mark.end]
    return inside, sorted(after, key=_outermost_first)


def _wrap(mark: Mark, inner: str, text: str, prefix: str) -> str:
    address = f' id="{escape(mark.address)}"' if mark.opens and mark.address else ""
    button = _button(mark, text, prefix) if mark.closes else ""
    after = mark.after if mark.closes else ""
    return f'<span class="cg-{mark.layer}"{address}>{inner}</span>{button}{after}'


def _button(mark: Mark, text: str, prefix: str) -> str:
    words = escape(" ".join(text[mark.start : mark.end].split()[:2]))
    target = prefix + escape(mark.card)
    return f'<button popovertarget="{target}" aria-label="About {words}">{SIGNS[mark.layer]}</button>'


# What stands on a button, so that a layer is told by a sign and not by its line alone; every font has these.
SIGNS = {"q": "#", "d": "†", "place": "◊", "name": "@", "doubt": "?"}
