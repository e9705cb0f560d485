"""A paragraph as it is read: words without Markdown, its links and quotations, what hides something."""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from io import StringIO
from unicodedata import category, name, normalize

import mistune

from .claims import claims, is_counting, numbers

# What stands in a line, and what ends a piece of another kind; all others are paragraphs of their own.
_IN_LINE = {"text", "strong", "emphasis", "link", "image", "footnote_ref", "inline_html", "codespan"}
_ENDS = {"softbreak": "\n", "linebreak": "\n", "block_text": "\n", "table_cell": " | "}
_WORD = r"(?:[^\W\d_]+(?:-[^\W\d_]+)*[.,;:!?]?|[\d.,+~<>()]+)"
_WORDS_AND_NUMBERS = re.compile(rf"{_WORD}(?: {_WORD})*")
_SCRIPTS = ("CJK", "HANGUL")
# And what may stand between a quotation and its source.
_QUOTATION = re.compile(r"(?P<all>“(?P<words>[^“”]*)”)[.,;:]?\s*\(?\s*")
_MARKDOWN = mistune.create_markdown(renderer=None, plugins=["table", "url", "footnotes"])


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere, and where they stand: a link, or a quotation, which leads to its source."""

    start: int
    end: int
    words: str
    address: str
    page: str = ""

    @property
    def kind(self) -> str:
        return self.address.partition("-")[0]

    def span(self) -> tuple[int, int]:
        return self.start, self.end


class Paragraph:
    """What is read of a stretch of Markdown: `text`, in which code is a null, its `links` and `quotations`.

    A quotation has the address of the source that is linked behind it, or none. `hidden` holds what readers
    and check would not read alike, each with the reason. Code is not left out where it reads as prose.
    """

    def __init__(self, markdown: str) -> None:
        tokens, state = _MARKDOWN.parse(markdown)
        self.links, self.hidden, self._code, text = [], [], [], StringIO()
        self._read(tokens, text)
        self.text = text.getvalue()
        titles = filter(None, (link.get("title") for link in state.env["ref_links"].values()))
        self.hidden += [(title, "a title of a link, which few readers see") for title in titles]
        uncalled = set(state.env.get("ref_footnotes", ())) - set(state.env.get("footnotes", ()))
        self.hidden += [(key, "a footnote that nothing calls") for key in sorted(uncalled)]
        for word in dict.fromkeys(self.text.split()):
            letters = re.sub(r"[\W\d_]|[\u0300-\u036f]", "", normalize("NFD", word))
            is_number = letters != word and any(numbers(letters)) and not any(numbers(word))
            if is_number or any(map(_is_hiding, word)):
                self.hidden.append((word, "characters that hide what is written"))
        for end, code in self._code:
            if is_counting(self.text, end) and any(numbers(code)):
                self.hidden.append((code, "code or an address that reads as a number"))
        sources = {link.start: link.address for link in self.links if link.kind == "source"}
        self.quotations = [
            Link(*match.span("all"), match["words"], sources.get(match.end(), ""))
            for match in _QUOTATION.finditer(self.text)
        ]

    def _read(self, tokens: list[dict], text: StringIO) -> None:
        for token in tokens:
            kind, attrs, raw = token["type"], token.get("attrs", {}), token.get("raw", "")
            start = text.tell()
            if kind == "list" and attrs["ordered"] and attrs.get("start", 1) != 1:
                text.write(f"{attrs['start']}. ")
            if kind in ("block_html", "inline_html"):
                self.hidden.append((raw.strip(), "HTML, which readers see as it is written, or not at all"))
            if attrs.get("title"):
                self.hidden.append((attrs["title"], "a title of a link, which few readers see"))
            if kind in ("codespan", "block_code"):
                text.write("\n".join(line if _is_prose(line) else "\0" for line in raw.splitlines()))
                self._code.append((text.tell(), raw))
            elif kind == "footnote_ref":
                text.write("" if raw == str(attrs["index"]) else f" [^{raw}] ")
            elif "children" in token:
                self._read(token["children"], text)
            else:
                text.write(unescape(raw))
            if kind == "link":
                text.seek(start)
                words, (page, _, address) = text.read(), attrs["url"].partition("#")
                self.links.append(Link(start, text.tell(), words, address, page))
                if words == attrs["url"]:
                    text.seek(start)
                    text.write("\0" * len(words))
                    self._code.append((text.tell(), words))
            text.write("" if kind in _IN_LINE else _ENDS.get(kind, "\n\n"))


def _is_prose(line: str) -> bool:
    """Whether a line of code reads as prose: only words and numbers, or one that counts something."""
    counts = (claim.kind or isinstance(claim.says, str) for claim in claims(line, every=True))
    return bool(_WORDS_AND_NUMBERS.fullmatch(line)) or any(counts)


@cache
def _is_hiding(character: str) -> bool:
    """Whether it has no width, may look like another, or is a mark to other readers of Markdown."""
    if character.isascii():
        return character in "$\\^_~"
    is_letter = normalize("NFD", character)[0].isascii() or name(character, "").startswith(_SCRIPTS)
    return not is_letter and category(character) != "Sm" and category(character)[0] not in "NPZ"
