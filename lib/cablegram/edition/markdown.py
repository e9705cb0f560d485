"""Markdown cells as HTML: raw HTML shows as text, nothing is fetched from outside."""

from html import escape

from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath


class EditionRenderer(IPythonRenderer):
    """mistune's HTML with all that a reader wrote escaped."""

    def heading(self, text: str, level: int, **attributes) -> str:
        return f"<h{level}>{text}</h{level}>\n"

    def block_html(self, html: str) -> str:
        return f"<p>{escape(html.strip(), quote=False)}</p>\n"

    def inline_html(self, html: str) -> str:
        return escape(html, quote=False)

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


def render(source: str, attachments: dict, path: str) -> str:
    """The HTML of one Markdown cell or output; pictures come from `attachments` or the folder `path`."""
    renderer = EditionRenderer(
        escape=True, allow_harmful_protocols=False, embed_images=True, attachments=attachments, path=path
    )
    return MarkdownWithMath(renderer=renderer).render(source)
