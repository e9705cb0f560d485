"""Pages: what a notebook's tree becomes, with what a reader needs round it, alone and all in one file."""

import re
from dataclasses import dataclass, field
from functools import cache, partial, reduce
from operator import or_
from pathlib import Path
from textwrap import shorten
from urllib.parse import quote, unquote

from bs4 import Tag
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from .. import references
from ..addresses import PAGES
from ..cable import Cable
from ..display.markup import visible
from ..export import Download
from ..files import faces
from . import tree as trees
from .readings import PLACE, Readings, css_string
from .tree import USES, having, words

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates" / "edition"
SHEETS = (  # the views of a notebook bring the first two with them
    HERE.parent / "display" / "display.css",
    HERE.parent / "figures" / "figure.css",
    TEMPLATES / "page.css",
    TEMPLATES / "print.css",
)


@dataclass
class Page:
    """The content of one notebook, or of a part of it, which then names the `notebook` it stands in.

    `contents` are the (id, text) of its main headings, `ids` all addresses in it, `links` its links as the
    notebook has them.
    """

    name: str
    tree: Tag
    notebook: str = ""
    readings: Readings | None = None

    def __post_init__(self) -> None:
        self.notebook = self.notebook or self.name
        trees.order_headings(self.tree)
        if not self.tree.h1:
            self.tree.insert(0, trees.element("h1", {}, self.name))
        self.title = words(self.tree.h1)
        first = self.tree.find(lambda tag: tag.name == "p" and not tag.attrs)
        # 300 characters for search engines and link previews
        self.description = shorten(words(first), 302, placeholder=" …") if first else ""
        self.contents = list(trees.addressed(self.tree))
        self.ids = {tag["id"] for tag in having(self.tree, "id")}
        self.links: list[tuple[Tag, str]] = []

    @property
    def label(self) -> str:
        """The title as far as its colon, for the navigation."""
        return "Front page" if self.name == "index" else self.title.partition(":")[0]


def pages_of(name: str, tree: Tag, whole: bool = False) -> list[Page]:
    """The pages of a notebook: its own, and one for each section set apart, to which a link stays behind.

    A Markdown cell whose tag is `page-registers` and that begins with a heading of the second level sets
    its section apart, here as `01-registers`. With `whole` everything stays on one page.
    """
    name, apart = page_name(name), {}
    for cell in having(tree, "data-tags"):
        heading, tag = cell.find(trees.HEADINGS), re.search(r"\bpage-([\w-]+)", cell["data-tags"])
        if tag and heading and heading.name == "h2" and not whole:
            apart[heading["id"]] = f"{name.partition('-')[0]}-{tag[1]}"
        cell.unwrap()
    own = section = trees.parse("")
    sections: dict[str, tuple[Tag, Tag]] = {}  # by the id of the heading, and where its link stays behind
    for node in list(tree.contents):
        if isinstance(node, Tag) and node.name == "h2":
            section = own
            if (address := node.get("id")) in apart:
                section, way = trees.parse(""), trees.element("p", {"class": "part"})
                own.extend([way, "\n"])
                sections[address] = section, way
        section.append(node)
    parts = []
    for address, (section, way) in sections.items():
        page = Page(apart[address], section, notebook=name)
        link = Markup('<a href="{}.ipynb#{}">{}</a> <span>{}</span>')
        way.extend(trees.parse(link.format(name, quote(address), page.title, page.description)))
        parts.append(page)
    return [Page(name, own), *parts]


@dataclass
class Site:
    """The pages of an edition in their order; a page alone is a site of one, without a cable.

    It takes the pages over: what is cited in prose leads back, the addresses that are `uncited` stand at the
    foot of the page where they are looked up, and values are made to switch.
    """

    pages: list[Page]
    files: list[Download] = field(default_factory=list)
    cable: Cable | None = None
    uncited: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.title = self.pages[0].title
        last = {page.notebook: page for page in self.pages}
        self.notebooks = set(last)
        citing: dict[str, list[tuple[str, str]]] = {}
        for page in self.pages:
            for address in (address for address in page.ids if address.startswith(USES)):
                citing.setdefault(address.removeprefix(USES), []).append((page.notebook, page.label))
        for page in last.values():
            if loose := [address for address in self.uncited if home_of(address) == page.notebook]:
                way = Markup('<a href="{}.ipynb#{}">{}</a>')
                ways = [way.format(page.notebook, each, self.cable.label(each)[0]) for each in loose]
                line = f'<p class="uncited">Not cited in the text: {Markup("; ").join(ways)}.</p>'
                page.tree.append(trees.parse(line).p)
        for page in self.pages:
            for tag in having(page.tree, "id"):
                if tag["id"] in citing and home_of(tag["id"]) == page.notebook:
                    trees.add_way_back(tag, citing[tag["id"]])
            if self.cable:
                page.readings = Readings(self.cable)
                page.readings.expand(page.tree, page.notebook, page.name)
                page.ids |= {tag["id"] for tag in having(page.tree, "id")}
            trees.mark_languages(page.tree)
            trees.keep_together(page.tree)
            page.links = [(link, link["href"]) for link in page.tree("a") if "href" in link.attrs]
        self.holders = {(page.notebook, address): page.name for page in self.pages for address in page.ids}

    # ---- links

    def target(self, page: Page, link: str, single: bool = False) -> str:
        """Where a link between notebooks leads from this page, or from its place in the single file."""
        link = re.sub(r"(?<=#)(result-.+?)--\w+$", r"\1", link)  # a wording is no place of its own
        match = re.fullmatch(r"(?:(?P<name>[^/#?:]+)\.ipynb)?(?:#(?P<id>.*))?", link)
        named = match["name"] or "" if match else ""
        if len(self.pages) > 1:
            named = page_name(named)
        if not match or (named and len(self.pages) > 1 and named not in self.notebooks):
            return link
        address = unquote(match["id"] or "")
        # A notebook exported alone shows its document itself.
        if address in page.ids and (not named or len(self.pages) == 1):
            name = page.name
        else:
            home = named or home_of(address)
            notebook = home if named or home in self.notebooks else page.notebook
            name = self.holders.get((notebook, address), notebook)
        if single:
            return f"#{self.address_in_single(name, address)}"
        fragment = f"#{address}" if address else ""
        return fragment if name == page.name and address else f"{name}.html{fragment}"

    def address_in_single(self, name: str, address: str) -> str:
        """Public addresses stay, a page's own ids are prefixed with its name, a bare link means its start."""
        if not address:
            return f"page-{name}"
        public = home_of(address) in self.notebooks or address.startswith("figure-")
        return address if public else f"{name}--{address}"


def page_name(name: str) -> str:
    """The name of a notebook, or as a link has it, as that of its page: letters, digits, points, hyphens."""
    return re.sub(r"[^\w.-]+", "-", unquote(name))


def home_of(address: str) -> str | None:
    """The page a public address lives on, None for an id that is not one."""
    return PAGES.get(address.partition("-")[0]) if "-" in address else None


# ---- documents


def set_page(page: Page, site: Site) -> str:
    """The whole HTML document of one page."""
    for link, target in page.links:
        link["href"] = site.target(page, target)
    around = [None, *site.pages, None]
    place = around.index(page)
    more = {"html": trees.write(page.tree), "before": around[place - 1], "after": around[place + 1]}
    return document(page, site, page.readings, **more)


def set_single(site: Site) -> str:
    """The whole edition as one HTML document. The trees of the pages are used up by it."""
    parts: list[dict] = []
    taken = {""}
    for page in site.pages:
        for link, target in page.links:
            link["href"] = site.target(page, target, single=True)
        elsewhere = site.notebooks - {page.notebook}  # where a public address is that of its home
        own = [address for address in page.ids if home_of(address) not in elsewhere]
        renamed = {address: site.address_in_single(page.name, address) for address in own}
        trees.rename_ids(page.tree, page.name, renamed, taken)
        trees.order_headings(page.tree, lower=page is not site.pages[0])
        contents = [(renamed.get(address, address), text) for address, text in page.contents]
        parts.append(dict(name=page.name, title=page.title, html=trees.write(page.tree), contents=contents))
    readings = reduce(or_, (page.readings for page in site.pages)) if site.cable else None
    return document(site.pages[0], site, readings, single=True, parts=parts)


def document(page: Page, site: Site, readings: Readings | None, single: bool = False, **more) -> str:
    """A template filled in; the switches stand at the first place that the pages give them."""
    drawn = single or page.tree.find(class_="cg-figure") is not None
    style = faces() + stylesheet(drawn) + (readings.style if readings else "")
    more |= {"style": style, "readings": readings, "target": partial(site.target, page, single=single)}
    name, place = "single.html.j2" if single else "page.html.j2", f"<!--{PLACE}-->"
    html = template(name).render(page=page, site=site, single=single, **more)
    switches = template("readings.html.j2").render(**more) if readings else ""
    return visible(html.replace(place, switches, 1).replace(place, ""))


@cache
def stylesheet(drawn: bool) -> str:
    """The rules of a page, with figures or without; no comments, no space that only their readers need."""
    css = "".join(path.read_text(encoding="utf-8") for path in SHEETS if drawn or path.name != "figure.css")
    css = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    css = re.sub(r" ?([{};,]) ?|(?<=[\w\]]): ", lambda match: match[1] or ":", css)
    return css.replace(";}", "}").strip()


@cache
def template(name: str):
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    environment.filters |= {"css_string": css_string, "kept": kept}
    environment.globals["references"] = references
    return environment.get_template(name)


def kept(text: str) -> Markup:
    """Plain text as HTML, its numbers kept on one line with their units."""
    return Markup(trees.KEPT.sub(r'<span class="kept">\g<0></span>', str(escape(text))))
