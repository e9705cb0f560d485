"""The exporter nbconvert knows as `edition`: any notebook in, one page of the edition out."""

from html import escape
from pathlib import Path

from jinja2 import pass_context
from nbconvert.exporters import TemplateExporter
from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath

from .outputs import fit
from .page import Page, Site, pages_of, set_page
from .tree import read

SHOWN_FIRST = "text/html text/markdown image/svg+xml image/png image/jpeg text/latex text/plain"


class EditionRenderer(IPythonRenderer):
    """mistune's HTML of Markdown cells: raw HTML shows as text, nothing is fetched from outside."""

    def block_mermaidjs(self, code: str) -> str:
        return f"<pre><code>{escape(code)}</code></pre>\n"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """The picture from the notebook or its folder; a link where it would have to be fetched."""
        html = super().image(text, url, title)
        if 'src="data:' in html:
            return html
        return f'<a href="{escape(self.safe_url(url))}">{text or escape(url)}</a>'

    def _embed_image_or_attachment(self, src: str) -> str:
        try:
            return self._src_to_base64(src) or super()._embed_image_or_attachment(src)
        except InvalidNotebook:
            return "#missing-attachment"


class EditionExporter(TemplateExporter):
    """A page that opens from disk without network and without scripts.

    `from_notebook_node` gives one whole page; `pages` gives the build, which knows the others, its parts.
    """

    export_from_notebook = "Edition (HTML without scripts)"
    output_mimetype = "text/html"

    @property
    def default_config(self):
        config = super().default_config
        config.EditionExporter.template_name = "edition"
        config.EditionExporter.extra_template_basedirs = [str(Path(__file__).parent / "templates")]
        config.EditionExporter.file_extension = ".html"
        config.NbConvertBase.display_data_priority = SHOWN_FIRST.split()
        config.Exporter.optimistic_validation = True
        config.TagRemovePreprocessor.remove_cell_tags = {"setup"}
        config.HighlightMagicsPreprocessor.enabled = True
        return config

    def default_filters(self):
        yield from super().default_filters()
        yield "markdown2html", self.markdown2html
        yield "fit", fit

    @pass_context
    def markdown2html(self, context, source):
        renderer = EditionRenderer(
            allow_harmful_protocols=False,
            exclude_anchor_links=True,
            attachments=context["cell"].get("attachments", {}),
            path=context["resources"].get("metadata", {}).get("path", ""),
        )
        return MarkdownWithMath(renderer=renderer).render(source)

    def from_notebook_node(self, nb, resources=None, **kw):
        html, resources = super().from_notebook_node(nb, resources, **kw)
        (page,) = pages_of(resources["metadata"]["name"] or "notebook", read(html), whole=True)
        return set_page(page, Site([page])), resources

    def pages(self, nb, name: str, folder: Path) -> list[Page]:
        """The notebook as one page for each of its parts, not yet linked to others."""
        resources = {"metadata": {"name": name, "path": str(folder)}}
        return pages_of(name, read(super().from_notebook_node(nb, resources)[0]))
