"""Levels of headings: one title, none skipped, whatever the cells and the views in them were written with."""

import re

from .tags import rewrite

_OWN = re.compile(r'<h([1-5])( id="[^"]*">.*?)</h\1>', re.DOTALL)


def lower_headings(html: str) -> str:
    """The headings of Markdown cells, which have addresses, one level lower; those inside views stay."""
    return _OWN.sub(lambda match: f"<h{int(match[1]) + 1}{match[2]}</h{int(match[1]) + 1}>", html)


def order_headings(html: str) -> str:
    """The HTML with `aria-level` on each heading whose tag would skip a level; the tags stay."""
    above: list[tuple[int, int]] = []  # the headings this one is under: level of the tag, level told

    def change(name: str, attributes: dict) -> dict | None:
        if not re.fullmatch(r"h[1-6]", name):
            return None
        written = int(name[1])
        while above and above[-1][0] >= written:
            above.pop()
        told = above[-1][1] + 1 if above else 1
        above.append((written, told))
        kept = {key: value for key, value in attributes.items() if key != "aria-level"}
        return kept if told == written else kept | {"aria-level": str(told)}

    return rewrite(html, change)
