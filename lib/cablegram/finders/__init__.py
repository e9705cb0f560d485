"""Finders: segments, sentences, numbers and dates of any English document."""

from html import escape


class Finds(list):
    """Finds of one kind in the order of the text, frozen dataclasses; a notebook shows them as a table."""

    def _repr_html_(self) -> str:
        if not self:
            return "<p>Nothing found.</p>"
        heads = "".join(f'<th scope="col">{name}</th>' for name in vars(self[0]))
        cells = ("".join(f"<td>{escape(str(value))}</td>" for value in vars(find).values()) for find in self)
        rows = "".join(f"<tr>{row}</tr>" for row in cells)
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
