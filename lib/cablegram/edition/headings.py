"""Levels of headings: one title, none skipped, whatever the cells and the views in them were written with."""

import re

_OWN = re.compile(r'<h([1-6])( id="[^"]*">.*?)</h\1>', re.DOTALL)
_LEVEL = re.compile(r"<(/?)h([1-6])(?=[\s>])")


def lower_headings(html: str) -> str:
    """The headings of Markdown cells, which have addresses, one level lower; those inside views stay."""
    return _shift(html, 1)


def raise_headings(html: str) -> str:
    """The same headings one level higher."""
    return _shift(html, -1)


def _shift(html: str, by: int) -> str:
    def shifted(match: re.Match) -> str:
        level = min(6, max(1, int(match[1]) + by))
        return f"<h{level}{match[2]}</h{level}>"

    return _OWN.sub(shifted, html)


def order_headings(html: str) -> str:
    """The HTML with its headings told one level below the heading they stand under, none skipped."""
    above: list[tuple[int, int]] = []  # the headings this one is under: level written, level told

    def tell(match: re.Match) -> str:
        written = int(match[2])
        if match[1]:
            return f"</h{above[-1][1] if above else written}"
        while above and above[-1][0] >= written:
            above.pop()
        above.append((written, above[-1][1] + 1 if above else 1))
        return f"<h{above[-1][1]}"

    return _LEVEL.sub(tell, html)
