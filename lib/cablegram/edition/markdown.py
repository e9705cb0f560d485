"""Markdown cells as HTML: raw HTML shows as text, nothing is fetched from outside."""

from html import escape

from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer


class EditionRenderer(IPythonRenderer):
    """mistune's HTML with all that a reader wrote escaped."""

    def _html_embed_images(self, html: str) -> str:
        return html

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
            return super()._embed_image_or_attachment(src)
        except InvalidNotebook:
            return "#missing-attachment"
