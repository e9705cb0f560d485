"""The headings of one page: one of the first level, each with an address of its own."""

from dataclasses import dataclass, field


@dataclass
class Outline:
    """`headings` are (level, id, text) in the order of the page; `notes` counts its footnotes."""

    headings: list[tuple[int, str, str]] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    notes: int = 0

    def add(self, text: str, level: int) -> tuple[int, str]:
        """The level and id a heading gets: a page has one title, so a second one stands a level lower."""
        if level == 1 and any(known == 1 for known, _, _ in self.headings):
            level = 2
        address = self.address(text)
        self.headings.append((level, address, text))
        return level, address

    def address(self, text: str) -> str:
        """JupyterLab's way to make an id of a heading, so that a link to it works in both."""
        wanted = address = text.replace(" ", "-") or "section"
        number = 1
        while address in self.taken:
            number += 1
            address = f"{wanted}-{number}"
        self.taken.add(address)
        return address

    @property
    def title(self) -> str:
        """The heading of the first level, empty where there is none."""
        return next((text for level, _, text in self.headings if level == 1), "")

    @property
    def contents(self) -> list[tuple[str, str]]:
        """(id, text) of the headings of the second level: the page's table of contents."""
        return [(address, text) for level, address, text in self.headings if level == 2]
