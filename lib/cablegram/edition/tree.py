"""The tree of a page: a notebook's HTML is parsed once, changed by the small functions here, and written."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from itertools import zip_longest

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.dammit import EntitySubstitution
from bs4.formatter import HTMLFormatter

from ..addresses import PAGES
from ..wording import MONTHS

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
_FORMATTER = HTMLFormatter(
    EntitySubstitution.substitute_xml, void_element_close_prefix="", empty_attributes_are_booleans=True
)


def parse(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser", multi_valued_attributes=None)


def write(tree: Tag) -> str:
    return tree.decode(formatter=_FORMATTER)


def element(name: str, attributes: dict[str, str], *children: Tag | str) -> Tag:
    made = Tag(name=name, attrs=attributes)
    made.extend(children)
    return made


def having(tree: Tag, name: str) -> list[Tag]:
    """Every element with an attribute; a search by attributes takes bs4 ten times as long."""
    return [tag for tag in tree(True) if name in tag.attrs]


def words(node: Tag) -> str:
    """The words of an element, white space run together."""
    return " ".join(node.get_text().split())


def is_prose(tag: Tag) -> bool:
    """Whether it stands in a Markdown cell, and not in what code has shown."""
    return not any(parent.get("class") == "output" for parent in tag.parents)


# ---- the notebook's own tree

USES = "uses-"  # the id of a link in prose, before the address it leads to
_CITED = re.compile(rf"[^#:]*#((?:{'|'.join(PAGES)})-[^#\s]+?)(?:--\w+)?")


def read(html: str) -> BeautifulSoup:
    """The tree of a notebook's cells: its headings addressed, its tables mended, no id twice, no script.

    Every display in a notebook prefixes its inner ids with `cg` and eight random hexadecimal digits, since
    two notebooks open in JupyterLab share one page. Here they are counted: `cg1-`, `cg2-`.
    """
    seen: dict[str, str] = {}
    html = re.sub(r"\bcg[0-9a-f]{8}-", lambda match: seen.setdefault(match[0], f"cg{len(seen) + 1}-"), html)
    tree = parse(html)
    for tag in tree(class_="cg-untrusted"):  # a page need not be trusted as a notebook must
        tag.extract()
    address_headings(tree)
    for table in tree("table"):
        if not table.find_parent("table"):  # one in a cell is laid out by that
            mend_table(table)
    for link in tree("a"):
        if "xlink:href" in link.attrs:  # JupyterLab needs the old name in pictures
            link["href"] = link.attrs.pop("xlink:href")
        match = _CITED.fullmatch(link.get("href", ""))
        # A link of the prose to a public address gets an id, for its target to lead back to the first.
        if match and is_prose(link):
            link["id"] = f"{USES}{match[1]}"
    drop_repeated_ids(tree, set())
    return tree


def address_headings(tree: Tag) -> None:
    """Give the headings of Markdown cells ids as JupyterLab does, so that a link to one works in both.

    There is one title; a second one stands a level lower.
    """
    headings, times = list(filter(is_prose, tree(HEADINGS))), Counter()
    for second in [heading for heading in headings if heading.name == "h1"][1:]:
        second.name = "h2"
    for heading in headings:
        address = words(heading).replace(" ", "-") or "section"
        times[address] += 1
        heading["id"] = address if times[address] == 1 else f"{address}-{times[address]}"


def drop_repeated_ids(tree: Tag, taken: set[str]) -> None:
    """Take away ids that are in `taken`, which grows by those that stay."""
    for tag in having(tree, "id"):
        if tag["id"] in taken:
            del tag["id"]
        else:
            taken.add(tag["id"])


def addressed(tree: Tag) -> Iterator[tuple[str, str]]:
    """(id, words) of each main heading that has an address, itself or for the sentence in it."""
    for heading in tree("h2"):
        place = heading if "id" in heading.attrs else heading.find("span", id=True, recursive=False)
        if place:
            bare = copy(heading)
            for mark in bare.select("button, .cg-call, .cg-voice, .cg-proposed"):
                mark.extract()
            yield place["id"], words(bare)


def order_headings(tree: Tag, lower: int = 0) -> None:
    """Put each heading one level below the heading it stands under, none skipped; all `lower` levels down."""
    above: list[tuple[str, int]] = []  # the headings this one is under: level written, level told
    for heading in tree(HEADINGS):
        while above and above[-1][0] >= heading.name:
            above.pop()
        above.append((heading.name, above[-1][1] + 1 if above else 1))
        heading.name = f"h{min(6, above[-1][1] + lower)}"


def add_way_back(tag: Tag, pages: Iterable[tuple[str, str]]) -> None:
    """Say at what is cited on which pages that is, by the (notebook, label) of each; seen on arrival."""
    back = element("span", {"class": "back"}, " cited in ")
    for number, (notebook, label) in enumerate(pages):
        way = element("a", {"href": f"{notebook}.ipynb#{USES}{tag['id']}"}, label)
        back.extend([", ", way] if number else [way])
    head = None if tag.name in ("span", "p") else tag.find(["th", "caption", *HEADINGS])
    (head or tag).append(back)


# ---- tables

_NUMBER = re.compile(r"\s*(?:[+−-]?\d[\d,]*(?:\.\d+)?(?:\s?%)?|NaN|nan)\s*")
NARROWEST = 34  # characters a line holds at 320 px


def mend_table(table: Tag) -> None:
    """Let the keyboard scroll a table where it may be too wide.

    One that pandas or Markdown wrote also gets scopes for its headers, which are of the column in the head
    and of the row elsewhere, a mark for its numbers, and a box to scroll in; an empty header is none.
    """
    box = table.parent
    parts = (table, *table(["thead", "tbody", "tfoot"], recursive=False))
    rows = [row for part in parts for row in part("tr", recursive=False)]  # and none of a table in a cell
    if box.get("class") != "cg-scroll":
        box = table.wrap(element("div", {"class": "scroll"}))
        table.attrs.pop("border", None)
        for row in rows:
            row.attrs.pop("style", None)
            axis, span = ("col", "colspan") if row.parent.name == "thead" else ("row", "rowspan")
            for cell in row(["th", "td"], recursive=False):
                if cell.name == "th" and not words(cell):
                    cell.name = "td"
                elif cell.name == "th":
                    cell.attrs.setdefault("scope", axis + ("group" if cell.get(span, "1") != "1" else ""))
                elif _NUMBER.fullmatch(cell.get_text()):
                    cell.attrs.setdefault("class", "number")
    if "tabindex" not in box.attrs and is_wide(rows):
        label = words(table.caption) if table.caption else "A wide table"
        box.attrs |= {"tabindex": "0", "role": "region", "aria-label": label}


def is_wide(rows: list[Tag]) -> bool:
    """Whether the longest words of its columns do not fit beside each other on the narrowest screen."""
    widths = [
        [max(map(len, cell.get_text().split()), default=0) + 2 for cell in row(["th", "td"], recursive=False)]
        for row in rows
    ]
    return sum(map(max, zip_longest(*widths, fillvalue=0))) > NARROWEST


# ---- words

# Japanese where there is kana, Korean where there is Hangul, else Chinese, as the document is.
LETTERS = {"ja": "\u3040-\u30ff", "ko": "\uac00-\ud7a3", "zh": "\u3400-\u9fff"}
_SCRIPT = f"[{''.join(LETTERS.values())}]+"
_RUN = re.compile(rf"{_SCRIPT}(?:[ \d·:()-]*{_SCRIPT})*")
KEPT = re.compile(rf"(?<![\w.,])\d[\d,.]* (?:%|(?:km|{'|'.join(MONTHS)})\b)")


def mark_languages(tree: Tag) -> None:
    """Mark words in Chinese, Korean and Japanese, so that they are set and spoken as such."""

    def language(run: str) -> dict[str, str]:
        return {"lang": next(name for name, letters in LETTERS.items() if re.search(f"[{letters}]", run))}

    wrap(tree, _RUN, language, lambda tag: "lang" in tag.attrs)


def keep_together(tree: Tag) -> None:
    """Keep a number on one line with what it counts: “6.5 %”, “74 km”, “2 December”.

    The space stays a plain one, which a search finds and a copy keeps. Cards, whose lines are short and
    which are most of some pages, are left as they are.
    """
    wrap(tree, KEPT, lambda _run: {"class": "kept"}, lambda tag: tag.name == "pre" or "popover" in tag.attrs)


def wrap(
    tree: Tag, pattern: re.Pattern, attributes: Callable[[str], dict], skip: Callable[[Tag], bool]
) -> None:
    """Put a span round every match in the text, but not in pictures and where an element is to `skip`."""
    found = [text for text in tree.descendants if type(text) is NavigableString and pattern.search(text)]
    for parent in {id(text.parent): text.parent for text in found}.values():
        if any(tag.name == "svg" or skip(tag) for tag in (parent, *parent.parents)):
            continue
        pieces: list[Tag | str] = []
        for node in parent.contents:
            end = 0
            for match in pattern.finditer(node) if type(node) is NavigableString else ():
                pieces += [node[end : match.start()], element("span", attributes(match[0]), match[0])]
                end = match.end()
            pieces.append(node[end:] if end else node)
        parent.clear()  # one by one they would be looked for among all that stand beside them
        parent.extend(pieces)


# ---- the single file

# Attributes that name ids, or groups of inputs, of their own page.
_NAMING = ("for", "popovertarget", "headers", "aria-labelledby", "aria-describedby", "aria-controls")


def rename_ids(tree: Tag, page: str, own: dict[str, str], taken: set[str]) -> None:
    """Rename the ids of a page, and whatever names them, for a file that it shares with others.

    `own` holds the new by the old; ids that it lacks, and those in `taken`, which grows by the others, go.
    """

    def renamed(text: str) -> str:
        return re.sub(r"#([\w.-]+)", lambda match: f"#{own.get(match[1], match[1])}", text)

    for tag in tree(True):
        for name, value in tag.attrs.items():
            if name == "id":
                tag["id"] = own.get(value, "")
            elif name in _NAMING:
                tag[name] = " ".join(own.get(word, word) for word in value.split())
            elif name == "name" and not value.startswith("reading-"):
                tag[name] = f"{page}--{value}"
            elif name == "xlink:href" or "url(#" in value:
                tag[name] = renamed(value)
        if tag.name == "style" and tag.string:
            tag.string = renamed(tag.string)
    drop_repeated_ids(tree, taken)
