"""Start tags of HTML read and rewritten in place; whatever is not touched keeps its bytes."""

import re
from collections.abc import Callable
from html import escape, unescape

_ATTRIBUTE = r"""[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?"""
_TAG = re.compile(
    rf"<!--.*?-->|<(?P<raw>style|script)\b.*?</(?P=raw)\s*>"
    rf"|<(?P<close>/?)(?P<name>[a-zA-Z][\w:-]*)(?P<attributes>(?:\s+{_ATTRIBUTE})*)\s*(?P<void>/?)>",
    re.DOTALL | re.IGNORECASE,
)
_PAIR = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")

Attributes = dict[str, str | None]
Change = Callable[[str, Attributes], Attributes | None]


def rewrite(html: str, change: Change, close: Callable[[str], None] | None = None) -> str:
    """The HTML with the attributes of its start tags as `change` returns them; None leaves a tag as it is.

    `change` gets the tag's name in lower case and its attributes, values unescaped, None for one without.
    `close` is told the name of each end tag. Comments, styles and scripts are passed over.
    """

    def replace(match: re.Match) -> str:
        name = (match["name"] or "").lower()
        if not name or match["close"]:
            if name and close:
                close(name)
            return match[0]
        before = parse_attributes(match["attributes"])
        after = change(name, dict(before))
        return (
            match[0] if after is None or after == before else write_tag(match["name"], after, match["void"])
        )

    return _TAG.sub(replace, html)


def parse_attributes(text: str) -> Attributes:
    """Attributes by lower-case name; SVG's mixed-case names (`viewBox`) keep their case."""
    attributes: Attributes = {}
    for name, value in _PAIR.findall(text):
        bare = value[1:-1] if value[:1] in ("'", '"') else value
        attributes.setdefault(name, unescape(bare) if value else None)
    return attributes


def write_tag(name: str, attributes: Attributes, void: str = "") -> str:
    pairs = (f" {key}" if value is None else f' {key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{''.join(pairs)}{void}>"


def ids_in(html: str) -> list[str]:
    """Every id of the HTML, in order, repeated ones included."""
    found: list[str] = []

    def collect(_name: str, attributes: Attributes) -> None:
        if attributes.get("id"):
            found.append(attributes["id"])

    rewrite(html, collect)
    return found


def text_of(html: str) -> str:
    """The words of the HTML without its tags, white space run together."""
    return " ".join(unescape(_TAG.sub("", html)).split())
