"""Markdown cells as HTML: raw HTML shows as text, footnotes are counted, nothing is fetched from outside."""

from html import escape

from nbconvert.filters.markdown_mistune import InvalidNotebook, IPythonRenderer, MarkdownWithMath


class Markdown:
    """The Markdown of one notebook, cell by cell; its footnotes are counted through."""

    def __init__(self) -> None:
        self.notes = 0

    def render(self, source: str, attachments: dict, path: str) -> str:
        """The HTML of one Markdown cell or output; pictures come from `attachments` or the folder `path`."""
        renderer = EditionRenderer(attachments, path, self.notes)
        html = EditionMarkdown(renderer=renderer).render(source)
        self.notes = renderer.notes
        return html


class EditionMarkdown(MarkdownWithMath):
    DEFAULT_PLUGINS = (*MarkdownWithMath.DEFAULT_PLUGINS, "footnotes")


class EditionRenderer(IPythonRenderer):
    """mistune's HTML with all that a reader wrote escaped; its footnotes are counted on from `before`."""

    def __init__(self, attachments: dict, path: str, before: int) -> None:
        super().__init__(
            escape=True, allow_harmful_protocols=False, embed_images=True, attachments=attachments, path=path
        )
        self.before = self.notes = before

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

    def footnote_ref(self, key: str, index: int) -> str:
        number = self.before + index
        self.notes = max(self.notes, number)
        return f'<sup class="footnote-ref" id="fnref-{number}"><a href="#fn-{number}">{number}</a></sup>'

    def footnotes(self, text: str) -> str:
        return f'<ol class="footnotes" start="{self.before + 1}">\n{text}</ol>\n'

    def footnote_item(self, text: str, key: str, index: int) -> str:
        number = self.before + index
        back = f' <a class="footnote" href="#fnref-{number}" aria-label="Back to the text">↩</a>'
        return f'<li id="fn-{number}">{text.strip().removesuffix("</p>")}{back}</p></li>\n'

    def _embed_image_or_attachment(self, src: str) -> str:
        try:
            return super()._embed_image_or_attachment(src)
        except InvalidNotebook:
            return "#missing-attachment"
