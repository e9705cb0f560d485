"""The style sheet of a page: written once for all pages, and on each no more of it than the page uses."""

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates" / "edition"
VIEWS = ("display/display.css", "figures/figure.css")  # what the views of a notebook bring with them
STYLES = ("page.css", "print.css")

_RULE = re.compile(r"([^{}]+)\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_ASKED = re.compile(r"\.([\w-]+)|\[(data-[\w-]+)")
_NAME_GIVEN = re.compile(r"(?<=[{;])(--[\w-]+):[^;{}]*(?:;|(?=\}))")
_NAME_ASKED = re.compile(r"var\((--[\w-]+)")
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_DATA = re.compile(r"\s(data-[\w-]+)")


@cache
def style() -> str:
    """Every rule of the pages in one sheet, those of the notebook views among them, without comments."""
    sheets = [HERE.parent / name for name in VIEWS] + [TEMPLATES / name for name in STYLES]
    return "".join(shorten(path.read_text(encoding="utf-8")) for path in sheets if path.is_file())


def shorten(css: str) -> str:
    """The sheet without comments and the space that only its readers need.

    >>> shorten("/* ink */ p, li { color: red; }")
    'p,li{color:red}'
    """
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return (
        re.sub(r"\s*([{};,])\s*|(?<=[\w\]]): ", lambda match: match[1] or ":", css).replace(";}", "}").strip()
    )


def used(css: str, html: str) -> str:
    """The rules of a shortened sheet that can hold on the page: their classes stand in it.

    >>> used(".a{top:0}.b p,p{left:0}@media print{.b{top:1px}}", '<p class="a">')
    '.a{top:0}p{left:0}'
    """
    known = {name for names in _CLASSES.findall(html) for name in names.split()} | set(_DATA.findall(html))
    return _without_idle_names(_used(css, known), html)


def _without_idle_names(css: str, html: str) -> str:
    """The sheet without the custom properties that neither the page nor one that is kept asks for."""
    asked = set(_NAME_ASKED.findall(css)) | set(_NAME_ASKED.findall(html))
    kept = _NAME_GIVEN.sub(lambda match: match[0] if match[1] in asked else "", css)
    kept = re.sub(r"[^{}]+\{\}", "", kept.replace(";}", "}"))
    return kept if kept == css else _without_idle_names(kept, html)


def _used(css: str, known: set[str]) -> str:
    def keep(match: re.Match) -> str:
        head, body = match[1], match[2]
        if head.startswith("@page"):
            return match[0]
        if "{" in body:
            inner = _used(body, known)
            return f"{head}{{{inner}}}" if inner else ""
        selectors = [one for one in _split(head) if _asked(one) <= known]
        return f"{','.join(selectors)}{{{body}}}" if selectors else ""

    return _RULE.sub(keep, css)


def _split(selectors: str) -> list[str]:
    """The selectors of a list; the commas within brackets do not divide it."""
    found: list[str] = []
    for piece in selectors.split(","):
        if found and found[-1].count("(") > found[-1].count(")"):
            found[-1] += f",{piece}"
        else:
            found.append(piece)
    return found


def _asked(selector: str) -> set[str]:
    """The classes and data attributes that an element must have; those within brackets are left out."""
    while "(" in selector:
        selector = re.sub(r"\([^()]*\)", "", selector)
    return {one or other for one, other in _ASKED.findall(selector)}
