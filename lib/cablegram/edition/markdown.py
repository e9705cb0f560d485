"""Markdown cells as HTML: raw HTML shows as text, headings get addresses, nothing is fetched from outside."""

from html import escape

from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath

from .backlinks import USES, cited
from .outline import Outline
from .tables import mend_table, name_tables
from .tags import text_of


class EditionRenderer(IPythonRenderer):
    """mistune's HTML with all that a reader wrote escaped; `outline` collects the headings as they come."""

    def __init__(self, outline: Outline, attachments: dict, path: str) -> None:
        super().__init__(
            escape=True, allow_harmful_protocols=False, embed_images=True, attachments=attachments, path=path
        )
        self.outline = outline
        self.notes_before = outline.notes

    def heading(self, text: str, level: int, **attributes) -> str:
        level, address = self.outline.add(text_of(text), level)
        return f'<h{level} id="{escape(address)}">{text}</h{level}>\n'

    def block_html(self, html: str) -> str:
        return f"<p>{escape(html.strip(), quote=False)}</p>\n"

    def inline_html(self, html: str) -> str:
        return escape(html, quote=False)

    def block_mermaidjs(self, code: str) -> str:
        return f"<pre><code>{escape(code)}</code></pre>\n"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """The link; the first of a notebook to a public address has an id for its target to lead back to."""
        html, address = super().link(text, url, title), cited(url)
        if not address or address in self.outline.cited:
            return html
        self.outline.cited.add(address)
        return html.replace("<a ", f'<a id="{USES}{escape(address)}" ', 1)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """The picture from the notebook or its folder; a link where it would have to be fetched."""
        html = super().image(text, url, title)
        if 'src="data:' in html:
            return html
        return f'<a href="{escape(self.safe_url(url))}">{text_of(text) or escape(url)}</a>'

    def table(self, text: str) -> str:
        return mend_table(f"<table>\n{text}</table>") + "\n"

    def footnote_ref(self, key: str, index: int) -> str:
        number = self.notes_before + index
        self.outline.notes = max(self.outline.notes, number)
        return f'<sup class="footnote-ref" id="fnref-{number}"><a href="#fn-{number}">{number}</a></sup>'

    def footnotes(self, text: str) -> str:
        return f'<ol class="footnotes" start="{self.notes_before + 1}">\n{text}</ol>\n'

    def footnote_item(self, text: str, key: str, index: int) -> str:
        number = self.notes_before + index
        back = f' <a class="footnote" href="#fnref-{number}" aria-label="Back to the text">↩</a>'
        return f'<li id="fn-{number}">{text.strip().removesuffix("</p>")}{back}</p></li>\n'

    def _embed_image_or_attachment(self, src: str) -> str:
        try:
            return super()._embed_image_or_attachment(src)
        except InvalidNotebook:
            return "#missing-attachment"


class EditionMarkdown(MarkdownWithMath):
    DEFAULT_PLUGINS = (*MarkdownWithMath.DEFAULT_PLUGINS, "footnotes")


def render(source: str, outline: Outline, attachments: dict | None = None, path: str = "") -> str:
    """The HTML of one Markdown cell or output."""
    html = EditionMarkdown(renderer=EditionRenderer(outline, attachments or {}, path)).render(source)
    return name_tables(html)
