"""Pages: what a notebook's tree becomes, with what a reader needs round it, alone and all in one file."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote

from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from .. import citations
from ..addresses import HOMES
from ..export import Download
from . import tree as trees
from .answers import Answers
from .readings import Readings
from .tree import HEADINGS, USES, element, words

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

    `contents` are the (id, text) of its main headings, `ids` the addresses that links may lead to.
    """

    name: str
    tree: Tag
    notebook: str = ""

    def __post_init__(self) -> None:
        trees.order_headings(self.tree)
        title = self.tree.find("h1")
        if not title:
            title = element("h1", {}, self.name)
            self.tree.insert(0, title)
        self.title = words(title)
        first = self.tree.find(lambda tag: tag.name == "p" and not tag.attrs)
        self.description = shortened(words(first)) if first else ""
        self.contents = [
            (tag["id"], words(tag)) for tag in self.tree("h2") if tag.get("id") and trees.is_prose(tag)
        ]
        if not self.contents and self.name == HOMES["s"]:
            self.contents = headings_of_text(self.tree)
        self.ids = {tag["id"] for tag in trees.having(self.tree, "id")}

    @property
    def home(self) -> str:
        """The name of the notebook, by which links know the page."""
        return self.notebook or self.name

    @property
    def label(self) -> str:
        """The title as far as its colon, for the navigation."""
        return "Front page" if self.name == "index" else self.title.partition(":")[0]


def shortened(text: str, most: int = 300) -> str:
    """The text for search engines and link previews."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def headings_of_text(tree: Tag) -> list[tuple[str, str]]:
    """(id, words) of the headings within the text, without the buttons and marks that stand in them."""
    found = []
    for heading in trees.headings_in(tree):
        if sentence := heading.find("span", id=True, recursive=False):
            copy = trees.parse(trees.write(heading))
            for aside in copy(["button", "span"]):
                if aside.name == "button" or aside.get("class") in ("cg-voice", "cg-proposed"):
                    aside.extract()
            found.append((sentence["id"], words(copy)))
    return found


def pages_of(name: str, tree: BeautifulSoup, whole: bool = False) -> list[Page]:
    """The pages of a notebook: its own, and one for each section set apart, to which a link stays behind.

    A Markdown cell whose tag is `page-registers` and that begins with a heading of the second level sets
    its section apart, here as `01-registers`. With `whole` everything stays on one page.
    """
    apart = {}
    for cell in trees.having(tree, "data-tags"):
        heading, tag = cell.find(HEADINGS), re.search(r"\bpage-(\S+)", cell["data-tags"])
        if tag and heading and heading.name == "h2" and not whole:
            apart[heading["id"]] = f"{name.partition('-')[0]}-{tag[1]}"
        cell.unwrap()
    own = section = trees.parse("")
    sections: list[tuple[str, BeautifulSoup, Tag]] = []
    for node in list(tree.contents):
        if isinstance(node, Tag) and node.name == "h2":
            section = own
            if (address := node.get("id")) in apart:
                section, way = trees.parse(""), element("p", {"class": "part"})
                own.extend([way, "\n"])
                sections.append((address, section, way))
        section.append(node)
    parts = [Page(apart[address], section, notebook=name) for address, section, _way in sections]
    for page, (address, _section, way) in zip(parts, sections, strict=True):
        link = element("a", {"href": f"{name}.ipynb#{quote(address)}"}, page.title)
        way.extend([link, " ", element("span", {}, page.description)])
    return [Page(name, own), *parts]


@dataclass
class Site:
    """The pages of an edition in their order; a page alone is a site of one, and has no `work` to cite.

    It takes the pages over: their values are made to switch, and what is cited in prose leads back.
    """

    pages: list[Page]
    files: list[Download] = field(default_factory=list)
    work: citations.Work | None = None
    answers: Answers | None = None

    def __post_init__(self) -> None:
        self.notebooks = {page.home for page in self.pages}
        self.holders = {(page.home, address): page.name for page in self.pages for address in page.ids}
        self.add_ways_back()
        self.readings: dict[str, Readings] = {}
        self.links: dict[str, list[tuple[Tag, str]]] = {}
        for page in self.pages:
            if self.answers:
                self.readings[page.name] = Readings(self.answers)
                self.readings[page.name].expand(page.tree)
            trees.mark_languages(page.tree)
            trees.keep_together(page.tree)
            self.links[page.name] = [(link, link["href"]) for link in page.tree("a") if "href" in link.attrs]

    @property
    def title(self) -> str:
        return self.pages[0].title

    def neighbours(self, page: Page) -> tuple[Page | None, Page | None]:
        """The pages before and after this one."""
        around = [None, *self.pages, None]
        place = around.index(page)
        return around[place - 1], around[place + 1]

    def add_ways_back(self) -> None:
        """At whatever is cited in prose name the pages that do; seen on arrival."""
        citing: dict[str, list[tuple[str, str]]] = {}
        for page in self.pages:
            for address in (address for address in page.ids if address.startswith(USES)):
                citing.setdefault(address.removeprefix(USES), []).append((page.home, page.label))
        for page in self.pages:
            for tag in trees.having(page.tree, "id"):
                if tag["id"] in citing and home_of(tag["id"]) == page.home:
                    trees.add_way_back(tag, citing[tag["id"]])

    # ---- links

    def target(self, page: Page, link: str, single: bool = False) -> str:
        """Where a link between notebooks leads from this page, or from its place in the single file."""
        link = _FORM.sub(r"\1", link)
        if link.startswith("#"):
            address = unquote(link[1:])
            home = home_of(address)
            name = page.name
            if address not in page.ids:
                name = self.holder(home if home in self.notebooks else page.home, address)
        else:
            match = _NOTEBOOK.fullmatch(link)
            if not match or (len(self.pages) > 1 and match["name"] not in self.notebooks):
                return link
            address = unquote(match["id"] or "")
            alone = len(self.pages) == 1 and address in page.ids  # it shows its document itself
            name = page.name if alone else self.holder(match["name"], address)
        if single:
            return f"#{self.address_in_single(name, address)}"
        fragment = f"#{address}" if address else ""
        return fragment if name == page.name and address else f"{name}.html{fragment}"

    def holder(self, notebook: str, address: str) -> str:
        """The page of the notebook that has an address, its first one where none has."""
        return self.holders.get((notebook, address), notebook)

    def address_in_single(self, name: str, address: str) -> str:
        """Public addresses stay, a page's own ids are prefixed with its name, a bare link means its start."""
        if not address:
            return f"page-{name}"
        public = home_of(address) in self.notebooks or address.startswith("figure-")
        return address if public else f"{name}--{address}"


_FORM = re.compile(r"(?<=#)(result-.+?)--\w+$")  # a wording of a result, which is no place of its own
_NOTEBOOK = re.compile(r"(?P<name>[^/#?:]+)\.ipynb(?:#(?P<id>.*))?")


def home_of(address: str) -> str | None:
    """The page a public address lives on, None for an id that is not one."""
    return HOMES.get(address.partition("-")[0]) if "-" in address else None


# ---- documents


def set_page(page: Page, site: Site) -> str:
    """The whole HTML document of one page."""
    readings = site.readings.get(page.name)
    for link, target in site.links[page.name]:
        link["href"] = site.target(page, target)
    html, contents = with_switches(page, site, readings), page.contents
    if site.work and page is site.pages[0]:
        html, contents = html + front_matter(site), [*contents, *FRONT_CONTENTS]
    before, after = site.neighbours(page)
    return document(
        "page.html.j2", page, site, readings,
        html=html, contents=contents, before=before, after=after,
        cards=fragment("cards.html.j2", page, site, readings) if readings else "",
    )  # fmt: skip


def set_single(site: Site) -> str:
    """The whole edition as one HTML document. The trees of the pages are used up by it."""
    readings = Readings.together(site.answers, site.readings.values()) if site.answers else None
    first, taken, parts = site.pages[0], set(), []
    for page in site.pages:
        for link, target in site.links[page.name]:
            link["href"] = site.target(page, target, single=True)
        for tag in trees.having(page.tree, "id"):
            if home_of(tag["id"]) in site.notebooks - {page.home}:
                del tag["id"]  # a public address is that of its home
        renamed = {address: site.address_in_single(page.name, address) for address in page.ids}
        trees.prefix_ids(page.tree, page.name, renamed)
        trees.drop_repeated_ids(page.tree, taken)
        trees.order_headings(page.tree, lower=page is not first)
        html = with_switches(page, site, readings, single=True) if page is first else trees.write(page.tree)
        contents = [(renamed[address], text) for address, text in page.contents]
        parts.append({"name": page.name, "title": page.title, "html": html, "contents": contents})
    return document(
        "single.html.j2", first, site, readings,
        parts=parts, front=front_matter(site, single=True) if site.work else "",
        cards=fragment("cards.html.j2", first, site, readings, single=True) if readings else "",
    )  # fmt: skip


def with_switches(page: Page, site: Site, readings: Readings | None, single: bool = False) -> str:
    """The page's HTML with the readings in force, and the choice of others, behind its first paragraph."""
    html = trees.write(page.tree)
    if not readings or not readings.switches:
        return html
    opening = re.search(r"</h1>\s*(?:<p>.*?</p>)?", html, re.DOTALL).end()
    return html[:opening] + fragment("readings.html.j2", page, site, readings, single) + html[opening:]


def fragment(name: str, page: Page, site: Site, readings: Readings, single: bool = False) -> str:
    """What a template makes of the readings, its links and words treated as those of the page."""
    tree = trees.parse(template(name).render(readings=readings, answers=readings.answers))
    for link in tree("a"):
        link["href"] = site.target(page, link["href"], single)
    trees.keep_together(tree)
    return trees.write(tree)


def document(name: str, page: Page, site: Site, readings: Readings | None, **parts) -> str:
    style = stylesheet() + (readings.style if readings else "")
    return template(name).render(
        page=page, site=site, work=site.work and describe_work(site.work), style=style, **parts
    )


@cache
def stylesheet() -> str:
    """The rules for every page, without comments and the space that only their readers need."""
    css = "".join(path.read_text(encoding="utf-8") for path in SHEETS)
    css = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    return (
        re.sub(r" ?([{};,]) ?|(?<=[\w\]]): ", lambda match: match[1] or ":", css).replace(";}", "}").strip()
    )


def describe_work(work: citations.Work) -> dict[str, str]:
    """What head and foot of a page say about the edition."""
    return {
        "title": work.title,
        "date": f"{work.issued:%Y/%m/%d}",
        "version": work.version,
        "rights": citations.RIGHTS,
        "source": citations.chicago(citations.document()),
        "sentence": citations.chicago(work),
    }


FRONT_CONTENTS = (("citations", "Ready citations"), ("downloads", "To take away"))
GROUPS = (
    ("All of it", "everything"),
    ("Citations", "citation"),
    ("Tables", "data"),
    ("Notebooks", "notebook"),
)


def front_matter(site: Site, single: bool = False) -> str:
    """How to cite and what to take away, for the end of the first page."""
    works = (("The document", citations.document()), ("This edition", site.work))
    formats = (
        ("Chicago", citations.chicago),
        ("MLA", citations.mla),
        ("BibTeX", citations.bibtex),
        ("RIS", citations.ris),
    )
    ready = [(label, [(name, write(work)) for name, write in formats]) for label, work in works]
    return template("front.html.j2").render(citations=ready, files=site.files, groups=GROUPS, single=single)


@cache
def template(name: str):
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    environment.filters |= {"css_string": css_string, "kept": kept}
    return environment.get_template(name)


def kept(text: str) -> Markup:
    """Plain text as HTML, its numbers kept on one line with their units."""
    tree = trees.parse(escape(text))
    trees.keep_together(tree)
    return Markup(trees.write(tree))


def css_string(text: str) -> str:
    """The text as a CSS string that can stand inside a `style` element."""
    return '"' + re.sub(r'["\\<>&\n]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'
