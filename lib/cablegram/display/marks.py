"""Marks over a text: stand-off spans woven into nested HTML, whatever overlaps what."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from .markup import identified


@dataclass(frozen=True)
class Mark:
    """One marked stretch: its address and its layer, where it has one, and the HTML behind its words."""

    start: int
    end: int
    address: str
    layer: str
    after: str = ""


def weave(text: str, start: int, end: int, marks: Iterable[Mark]) -> str:
    """`text[start:end]` as HTML with its marks nested; a mark that crosses another is cut where they part.

    The words come out unchanged: without its tags and buttons the result is the text again.
    """
    marks = [mark for mark in marks if mark.start < end and start < mark.end]
    pieces, opened, before = [], [], start
    for at in sorted({start, end, *(place for mark in marks for place in (mark.start, mark.end))}):
        if not start <= at <= end:
            continue
        pieces.append(escape(text[before:at], quote=False))
        before, beginning = at, [mark for mark in marks if max(mark.start, start) == at]
        while opened and (at == end or any(mark.end == at for mark in opened)):
            pieces.append("</span>")
            if (mark := opened.pop()).end == at:
                pieces.append(mark.after)
            else:  # it crosses one that ends here
                beginning.append(mark)
        if at < end:
            for mark in sorted(beginning, key=lambda mark: (-mark.end, mark.address)):
                layer = f' class="cg-{mark.layer}"' if mark.layer else ""
                address = identified(mark.address) if mark.start == at else ""
                pieces.append(f"<span{layer}{address}>")
                opened.append(mark)
    return "".join(pieces)
