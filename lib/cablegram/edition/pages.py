"""Pages: the content of a notebook with what a reader needs round it."""

import re
from dataclasses import replace
from functools import cache

from .. import citations
from ..citations import Work
from ..figures.publish import faces
from .expand import Expansion
from .headings import order_headings
from .links import Linker
from .sheets import TEMPLATES, style, used
from .single import sections
from .site import Page, Site
from .units import keep_together


def set_page(page: Page, site: Site) -> str:
    """The whole HTML document of one page."""
    expansion = Expansion(site.answers) if site.answers else None
    linker = Linker(site.pages)
    html = linker.link(replace(page, html=expansion.expand(page.html) if expansion else page.html))
    html = after_opening(html, switches(expansion, linker, page))
    if site.work and page is site.pages[0]:
        html += front_matter(site)
        page = replace(page, contents=page.contents + FRONT_CONTENTS)
    html = order_headings(html)
    before, after = site.neighbours(page)
    more = {"before": before, "after": after, "cards": cards(expansion, linker, page)}
    return _set("page.html.j2", replace(page, html=html), site, expansion, **more)


def set_single(site: Site) -> str:
    """The whole edition as one HTML document."""
    expansion = Expansion(site.answers) if site.answers else None
    expanded = (
        [replace(page, html=expansion.expand(page.html)) for page in site.pages] if expansion else site.pages
    )
    linker = Linker(expanded, single=True)
    parts = sections(linker, expanded)
    page = replace(site.pages[0], title=site.title)
    opening = after_opening(parts[0].html, switches(expansion, linker, page))
    parts[0] = replace(parts[0], html=opening)
    more = {
        "parts": parts,
        "cards": cards(expansion, linker, page),
        "front": front_matter(site, single=True) if site.work else "",
    }
    return order_headings(_set("single.html.j2", page, site, expansion, **more))


def after_opening(html: str, inserted: str) -> str:
    """The HTML with something put in behind its title and first paragraph."""
    match = re.search(r"</h1>\s*(?:<p>.*?</p>)?", html, re.DOTALL)
    return html[: match.end()] + inserted + html[match.end() :] if match else inserted + html


def switches(expansion: Expansion | None, linker: Linker, page: Page) -> str:
    """The readings in force and how to choose others; empty where no value on the page depends on one."""
    if not expansion or not expansion.cruxes:
        return ""
    cruxes = [
        expansion.answers.options[crux] for crux in expansion.answers.options if crux in expansion.cruxes
    ]
    return linker.link(replace(page, html=template("readings.html.j2").render(cruxes=cruxes)))


def cards(expansion: Expansion | None, linker: Linker, page: Page) -> str:
    """A card for every result that is linked on the page."""
    if not expansion or not expansion.cards:
        return ""
    html = template("cards.html.j2").render(names=expansion.cards, answers=expansion.answers)
    return linker.link(replace(page, html=html))


def _set(name: str, page: Page, site: Site, expansion: Expansion | None, **more) -> str:
    work = site.work and describe_work(site.work)
    html = template(name).render(page=page, site=site, work=work, heading=css_string(page.title), **more)
    html = keep_together(html)
    sheet = faces() + used(style(), html) + (expansion.style if expansion else "")
    return html.replace("<style>", f"<style>\n{sheet}", 1)


def describe_work(work: Work) -> dict[str, str]:
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
    from jinja2 import Environment, FileSystemLoader

    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    environment.filters["css_string"] = css_string
    return environment.get_template(name)


def css_string(text: str) -> str:
    """The text as a CSS string that can stand inside a `style` element."""
    return '"' + re.sub(r'["\\<>&\n]', lambda match: f"\\{ord(match[0]):x} ", text) + '"'
