"""HTML that a notebook brings, as a page may hold it: nothing runs, sends or fetches, and all is closed."""

import re

import nh3

_ELEMENTS = "button dialog fieldset input label legend main meter output progress section tfoot"
_ELEMENTS += " svg g defs path rect circle ellipse line polyline polygon text tspan title desc use clipPath"
_ATTRIBUTES = {
    "*": "class id lang dir role title style tabindex popover",
    "a": "href target",
    "button": "popovertarget popovertargetaction",
    "details": "open name",
    "input": "type name checked value",
    "label": "for",
    "svg": "viewBox width height version preserveAspectRatio",
}
_DRAWN = (
    "d x y x1 y1 x2 y2 cx cy r rx ry dx dy width height points transform fill stroke stroke-width clip-path"
)
_ATTRIBUTES |= {name: _DRAWN for name in _ELEMENTS.partition("svg ")[2].split()}
_ATTRIBUTES["use"] += " href"
_FETCHES = re.compile(
    r"\\|@import|binding|(?:url|src|image|image-set|cross-fade|expression)\s*\(\s*(?!['\"]?#)", re.IGNORECASE
)


def _kept(element: str, name: str, value: str) -> str | None:
    """The value of an attribute, None where it would fetch or run: a picture lies in the page or is none."""
    if name in ("src", "href"):
        allowed = {"img": r"data:image/", "use": "#"}.get(element, r"(?!data:)")
        return value if re.match(allowed, re.sub(r"[\x00-\x20]", "", value), re.IGNORECASE) else None
    fetches = name in ("style", "fill", "stroke", "clip-path") and _FETCHES.search(value)
    return None if fetches or name == "data-tags" else value


_CLEANER = nh3.Cleaner(
    tags=nh3.ALLOWED_TAGS | {*_ELEMENTS.split()},
    clean_content_tags={"script", "style", "iframe", "object", "template", "select", "textarea", "noscript"},
    attributes=nh3.ALLOWED_ATTRIBUTES
    | {name: {*words.split(), *nh3.ALLOWED_ATTRIBUTES.get(name, ())} for name, words in _ATTRIBUTES.items()},
    generic_attribute_prefixes={"aria-", "data-"},
    attribute_filter=_kept,
    url_schemes={"http", "https", "mailto", "data"},
    link_rel=None,
)


_STYLE = re.compile(
    r"<style\b(?![^<>]*(?:\bscoped\b|\bcablegram-style\b))[^<>]*>([^<]*)</style>", re.IGNORECASE
)


def fit(html: str) -> str:
    """The HTML without what runs, sends or fetches; what it opens it closes, and it closes nothing else.

    Style sheets stay, but those that fetch, those of the views and those of pandas, which the page has.
    """
    sheets = [sheet for sheet in _STYLE.findall(html) if not _FETCHES.search(sheet)]
    return "".join(f"<style>{sheet}</style>" for sheet in sheets) + _CLEANER.clean(html)
