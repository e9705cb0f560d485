"""Markdown as plain text: what a reader reads of it, which words are links, and what hides something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from unicodedata import category, normalize

import mistune

from .claims import NUMBER_IN_CODE, claims, spelled

_ENDS = {
    **dict.fromkeys(["text", "strong", "emphasis", "strikethrough", "link", "image", "footnote_ref"], ""),
    **dict.fromkeys(["inline_html", "codespan"], ""),
    **dict.fromkeys(["softbreak", "linebreak", "block_text"], "\n"),
    "table_cell": " | ",
}
# A number in code is one of prose where it stands alone, or words stand beside it: “were 30,000”.
_PROSE_IN_CODE = re.compile(r"\A[\d,]+\Z|[A-Za-z] \d[\d,.]*(?!\w)|(?<![\w.])\d[\d,.]* [A-Za-z]")
_IN_QUOTES = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_TWO_ALPHABETS = re.compile(r"[A-Za-z][\u0370-\u058f]|[\u0370-\u058f][A-Za-z]")


@dataclass(frozen=True)
class Link:
    """A link: its words, page and address, and where it stands in the plain text."""

    start: int
    end: int
    words: str
    page: str
    address: str

    @property
    def kind(self) -> str:
        return self.address.partition("-")[0]


class Plain:
    """What is read of a stretch of Markdown: `text`, in which code is a null, and the `links` of it.

    `hidden` holds what readers and check would not read alike, each with the reason. A number in code is not
    left out where it reads as one of prose.
    """

    def __init__(self, markdown: str) -> None:
        tokens, state = _parser().parse(markdown)
        self.text, self.links, self.hidden = "", [], []
        self._pieces, self._length = [], 0
        self._read(tokens)
        self.text = "".join(self._pieces)
        uncalled = set(state.env.get("ref_footnotes", ())) - set(state.env.get("footnotes", ()))
        self.hidden += [(key, "a footnote that nothing calls") for key in sorted(uncalled)]
        self.hidden += [(words, "characters that hide what is written") for words in _hiding(self.text)]

    def _read(self, tokens: list[dict]) -> None:
        for token in tokens:
            kind, attrs, raw = token["type"], token.get("attrs", {}), token.get("raw", "")
            start, pieces = self._length, len(self._pieces)
            if kind == "list" and attrs["ordered"] and attrs.get("start", 1) != 1:
                self._put(f"{attrs['start']}. ")
            if kind in ("block_html", "inline_html"):
                self.hidden.append((raw.strip(), "HTML, which readers see as it is written, or not at all"))
            if attrs.get("title"):
                self.hidden.append((attrs["title"], "a title of a link, which few readers see"))
            if kind in ("codespan", "block_code"):
                self._put("\n".join(map(_of_code, raw.splitlines())))
            elif kind == "footnote_ref":
                self._put("" if raw == str(attrs["index"]) else f" [^{raw.lower()}] ")
            elif "children" in token:
                self._read(token["children"])
            else:
                self._put(unescape(raw))
            if kind == "link":
                words = "".join(self._pieces[pieces:])
                page, _, address = attrs["url"].partition("#")
                if words == attrs["url"]:
                    self._pieces[pieces:] = ["\0" * len(words)]
                self.links.append(Link(start, self._length, words, page, address))
            self._put(_ENDS.get(kind, "\n\n"))

    def _put(self, words: str) -> None:
        self._pieces.append(words)
        self._length += len(words)


@cache
def _parser() -> mistune.Markdown:
    return mistune.create_markdown(renderer=None, plugins=["table", "strikethrough", "url", "footnotes"])


def _of_code(line: str) -> str:
    """A null for a line of code; the line where it reads as prose with a number."""
    if claims(line, digits=True) or _PROSE_IN_CODE.search(_IN_QUOTES.sub("", line)):
        return line
    return NUMBER_IN_CODE if re.search(r"\d", line) or any(spelled(line)) else "\0"


def _hiding(text: str) -> Iterator[str]:
    """Characters without a width, letters that look like plain ones, words in two alphabets."""
    for character in sorted(set(text)):
        unseen = category(character) in ("Cf", "Mn", "Me")
        alike = not character.isascii() and re.match(r"[A-Za-z]", normalize("NFKC", character))
        if unseen or (alike and character.isalpha()):
            yield next(word for word in text.split() if character in word)
    for match in _TWO_ALPHABETS.finditer(text):
        yield match[0]
