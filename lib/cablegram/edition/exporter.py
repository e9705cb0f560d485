"""The exporter nbconvert knows as `edition`: any notebook in, one page of the edition out."""

import base64
from html import escape
from pathlib import Path

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML, strip_ansi
from nbconvert.filters.widgetsdatatypefilter import WidgetsDataTypeFilter
from traitlets import default

from .languages import mark_scripts
from .markdown import render
from .outline import Outline
from .outputs import picture_alt, settle_ids, tidy_output
from .pages import set_page
from .site import Page, Site, part_in, parts_of

HERE = Path(__file__).parent
SHOWN_FIRST = (
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/latex",
    "text/plain",
)


class EditionExporter(HTMLExporter):
    """A page that opens from disk without network and without scripts.

    `from_notebook_node` gives one whole page; `pages` gives the build, which knows the others, its parts.
    """

    export_from_notebook = "Edition (HTML without scripts)"

    @default("template_name")
    def _template_name_default(self):
        return "edition"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self):
        return [str(HERE / "templates")]

    @property
    def default_config(self):
        config = super().default_config
        config.NbConvertBase.display_data_priority = list(SHOWN_FIRST)
        return config

    def default_filters(self):
        yield from super().default_filters()
        yield "markdown2html", self.markdown2html
        yield "tidy_output", tidy_output
        yield "picture_alt", lambda output: escape(picture_alt(output))
        yield "encode_svg", lambda svg: base64.b64encode(svg.encode()).decode()
        yield "one_line", lambda text: text.replace("\n", "")
        yield "strip_ansi", strip_ansi

    @pass_context
    def markdown2html(self, context, source):
        cell, known = context.get("cell", {}), len(self._outline.headings)
        path = context.get("resources", {}).get("metadata", {}).get("path", "")
        html = render(source, self._outline, cell.get("attachments", {}), path)
        self._outline.set_apart(part_in(cell.get("metadata", {}).get("tags", [])), known)
        return html

    def from_notebook_node(self, nb, resources=None, **kw):
        name, html, resources = self._content(nb, resources, **kw)
        page = Page.of(name, html, self._outline)
        return set_page(page, Site([page])), resources

    def pages(self, nb, resources=None, **kw) -> list[Page]:
        """The notebook's content as one page for each of its parts, not yet linked to others."""
        name, html, _resources = self._content(nb, resources, **kw)
        return parts_of(name, html, self._outline)

    def _content(self, nb, resources=None, **kw) -> tuple[str, str, dict]:
        self._outline = Outline()
        resources = self._init_resources(resources)
        data_types = WidgetsDataTypeFilter(
            notebook_metadata=self._nb_metadata, parent=self, resources=resources
        )
        self.register_filter("highlight_code", Highlight2HTML(pygments_lexer="ipython3", parent=self))
        self.register_filter("filter_data_type", data_types)
        html, resources = TemplateExporter.from_notebook_node(self, nb, resources, **kw)
        name = resources.get("metadata", {}).get("name") or "notebook"
        return name, mark_scripts(settle_ids(html)), resources
