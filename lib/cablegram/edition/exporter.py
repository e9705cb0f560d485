"""The exporter nbconvert knows as `edition`: any notebook in, one page of the edition out."""

import base64
from html import escape
from pathlib import Path

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter, TemplateExporter
from nbconvert.filters import Highlight2HTML
from traitlets import default
from traitlets.config import Config

from .markdown import render
from .page import Page, Site, pages_of, set_page
from .tree import read

HERE = Path(__file__).parent
SHOWN_FIRST = [
    "text/html",
    "text/markdown",
    "image/svg+xml",
    "image/png",
    "image/jpeg",
    "text/latex",
    "text/plain",
]


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
        own = Config(
            NbConvertBase={"display_data_priority": SHOWN_FIRST},
            TagRemovePreprocessor={"enabled": True, "remove_cell_tags": {"setup"}},
        )
        return Config(super().default_config, **own)

    def default_filters(self):
        yield from super().default_filters()
        yield "markdown2html", self.markdown2html
        yield "highlight_code", Highlight2HTML(pygments_lexer="ipython3", parent=self)
        yield "picture_alt", picture_alt
        yield "encode_svg", lambda svg: base64.b64encode(svg.encode()).decode()
        yield "one_line", lambda text: text.replace("\n", "")

    @pass_context
    def markdown2html(self, context, source):
        path = context["resources"].get("metadata", {}).get("path", "")
        return render(source, context["cell"].get("attachments", {}), path)

    def from_notebook_node(self, nb, resources=None, **kw):
        html, resources = self._html(nb, resources, **kw)
        name = resources.get("metadata", {}).get("name") or "notebook"
        (page,) = pages_of(name, read(html), whole=True)
        return set_page(page, Site([page])), resources

    def pages(self, nb, name: str, folder: Path) -> list[Page]:
        """The notebook as one page for each of its parts, not yet linked to others."""
        html, _resources = self._html(nb, {"metadata": {"name": name, "path": str(folder)}})
        return pages_of(name, read(html))

    def _html(self, nb, resources, **kw) -> tuple[str, dict]:
        """The cells as HTML. `HTMLExporter` itself would parse it and write it again."""
        return TemplateExporter.from_notebook_node(self, nb, resources, **kw)


def picture_alt(output: dict) -> str:
    """The words for a picture: its own, else what the kernel gave as plain text."""
    metadata = output.get("metadata", {})
    own = [values.get("alt") for values in metadata.values() if isinstance(values, dict)]
    plain = output.get("data", {}).get("text/plain", "")
    given = [metadata.get("alt"), *own, ("".join(plain)).strip("<>"), "A picture without words"]
    return escape(next(filter(None, given)))
