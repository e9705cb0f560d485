"""What cells show, made fit for one page: no scripts, no styles of their own, stable ids."""

import re
from html import escape

from .tables import mend_tables
from .tags import Attributes, rewrite

_SCRIPT = re.compile(r"<script\b.*?</script\s*>", re.DOTALL | re.IGNORECASE)
_OWN_STYLE = re.compile(
    r"""<style\b[^>]*\b(?:scoped|class\s*=\s*["']?cablegram-style)\b[^>]*>.*?</style\s*>\s*""",
    re.DOTALL | re.IGNORECASE,
)
_OLD_LINK = re.compile(r"(<a\s[^>]*?\s)xlink:(?=href=)")
_DISPLAY = re.compile(r"\bcg[0-9a-f]{8}-")


def tidy_output(html: str, source: str = "") -> str:
    """The HTML of one output without scripts and styles that the page already has, its tables mended.

    A table without a caption is called by the last line of the cell's source, which asked for it.
    """
    html = _OLD_LINK.sub(r"\1", html)  # JupyterLab needs the old name in pictures
    asked = (source.strip().splitlines() or [""])[-1]
    caption = f"<code>{escape(asked)}</code>" if asked else ""
    return mend_tables(_OWN_STYLE.sub("", _SCRIPT.sub("", html)), caption)


def settle_ids(html: str) -> str:
    """The page with its random prefixes counted `cg1-`, `cg2-`, … in order, and no id given twice.

    Every display in a notebook prefixes its inner ids with `cg` and eight random hexadecimal digits, since
    two notebooks open in JupyterLab share one page. Public addresses (`s-2.3.4`) have none: the first stays.
    """
    seen: dict[str, str] = {}
    html = _DISPLAY.sub(lambda match: seen.setdefault(match[0], f"cg{len(seen) + 1}-"), html)
    return drop_repeated_ids(html, set())


def drop_repeated_ids(html: str, taken: set[str]) -> str:
    """The HTML without ids that are in `taken`, which grows by those that stay."""

    def change(_name: str, attributes: Attributes) -> Attributes | None:
        address = attributes.get("id")
        if address is None or address not in taken:
            taken.add(address or "")
            return None
        return {key: value for key, value in attributes.items() if key != "id"}

    return rewrite(html, change)


def picture_alt(output: dict) -> str:
    """The words for a picture: its own, else what the kernel gave as plain text."""
    metadata = output.get("metadata", {})
    own = [values.get("alt") for values in metadata.values() if isinstance(values, dict)]
    given = metadata.get("alt") or next((alt for alt in own if alt), "")
    plain = output.get("data", {}).get("text/plain", "")
    return (
        given
        or (plain if isinstance(plain, str) else "".join(plain)).strip("<>")
        or "A picture without words"
    )
