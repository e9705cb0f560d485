"""HTML that a notebook brings, as a page may hold it: nothing runs, nothing is fetched, all is closed."""

import re
from functools import lru_cache
from html import unescape

DEEPEST = 200  # elements within each other; of those deeper down only the words are left
_HTML = """
a abbr address article aside b bdi bdo blockquote br button caption cite code col colgroup data dd del
details dfn dialog div dl dt em fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img input
ins kbd label legend li mark meter nav ol output p pre progress q rp rt ruby s samp section small span strong
sub summary sup table tbody td tfoot th thead time tr u ul var wbr
"""
_SVG = """
svg g defs path rect circle ellipse line polyline polygon text tspan title desc use image symbol marker
clippath mask pattern lineargradient radialgradient stop
"""
_ELEMENTS = {*_HTML.split(), *_SVG.split()}
_VOID = {"br", "col", "hr", "img", "input", "wbr"}
# Attributes that send, fetch or take over, or that a page has no use for.
_REFUSED = {"action", "autofocus", "background", "data-tags", "form", "formaction", "hidden", "ping"}
_REFUSED |= {"poster", "srcset"}
_PAINTING = {"style", "fill", "stroke", "filter", "mask", "clip-path", "cursor"}
_PAINTING |= {"marker-start", "marker-mid", "marker-end"}
# In each pattern a `<` or a quotation mark without its like ends a tag, so that none looks far ahead.
_MARKUP = re.compile(
    r"<(?P<raw>iframe|noembed|noframes|noscript|script|style|template|textarea|xmp)\b"
    r"(?P<settings>[^<>]*)>(?P<inside>.*?)(?:</(?P=raw)[^<>]*>|\Z)"
    r"|<!--.*?(?:-->|\Z)|<[!?][^>]*>?"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s<>/\"']*)(?P<attributes>(?>[^<>\"']+|\"[^\"]*\"|'[^']*')*+)>|<",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([a-z][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""", re.IGNORECASE)
_FETCHES = re.compile(
    r"[<\\]|@import|binding|behavior"
    r"|(?:url|src|element|expression|paint|image|image-set|cross-fade)\s*\(\s*(?!['\"]?(?:#|data:))",
    re.IGNORECASE,
)
_QUOTED = str.maketrans({'"': "&quot;", "<": "&lt;", ">": "&gt;"})
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0]")  # by browsers, in an address
_ADDRESSES = {  # where an element may lead
    "a": re.compile(r"(?:https?|mailto):|[^:]*$|[^:]*?[/?#]", re.IGNORECASE),
    "img": re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,]", re.IGNORECASE),
    "use": re.compile("#"),
}
_ADDRESSES["image"] = _ADDRESSES["img"]


def fit(html: str) -> str:
    """The HTML without what runs, sends or fetches; what it opens it closes, and it closes nothing else.

    The words of other elements stay. A `<` that begins no tag stands as a character, and so does a tag whose
    quotation marks have no pair.
    """
    opened: list[str] = []

    def piece(match: re.Match) -> str:
        if match["raw"]:
            return _style(match) if match["raw"].lower() == "style" else ""
        if not match["name"]:
            return "" if match[0] != "<" else "&lt;"
        name = match["name"].lower()
        if match["end"]:
            return _closing(opened, name) if name in opened else ""
        if name not in _ELEMENTS:
            return ""
        closed = match["attributes"].endswith("/") or name in _VOID
        if not closed:
            if len(opened) == DEEPEST:
                return ""
            opened.append(name)
        return _tag(name, match["attributes"], closed)

    return _MARKUP.sub(piece, html) + "".join(f"</{name}>" for name in reversed(opened))


def _closing(opened: list[str], name: str) -> str:
    """The end tags down to that of the element, which are then no longer opened."""
    place = len(opened) - opened[::-1].index(name) - 1
    html = "".join(f"</{each}>" for each in reversed(opened[place:]))
    del opened[place:]
    return html


def _style(match: re.Match) -> str:
    """A style sheet, unless it fetches; the page has those of the views and of pandas itself."""
    own = re.search(r"\bscoped\b|\bcablegram-style\b", match["settings"])
    return "" if own or _FETCHES.search(match["inside"]) else f"<style>{match['inside']}</style>"


@lru_cache(maxsize=4096)
def _tag(name: str, attributes: str, closed: bool) -> str:
    """The tag with the attributes that may stay, each in double quotation marks."""
    html = f"<{name}"
    for key, *values in _ATTRIBUTE.findall(attributes):
        key, value = key.lower(), "".join(values)
        plain = unescape(value)
        if key.startswith("on") or key in _REFUSED or (key in _PAINTING and _FETCHES.search(plain)):
            continue
        if key in ("href", "src", "xlink:href"):
            allowed = _ADDRESSES.get(name)
            if not (allowed and allowed.match(_IGNORED.sub("", plain))):
                continue
        html += f' {key}="{value.translate(_QUOTED)}"'
    return html + ("/>" if closed else ">")
