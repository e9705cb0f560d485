"""The headings of one page: one of the first level, each with an address of its own."""

from dataclasses import dataclass, field
from itertools import takewhile


@dataclass
class Outline:
    """`headings` are (level, id, text) in the order of the page; `notes` counts its footnotes.

    `parts` are the sections with a page of their own in the edition: the page's name by the heading's id.
    `cited` are the public addresses that the prose has linked to so far.
    """

    headings: list[tuple[int, str, str]] = field(default_factory=list)
    parts: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    cited: set[str] = field(default_factory=set)
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

    def set_apart(self, part: str, number: int) -> None:
        """Give the section under a heading of the second level, by its number, a page of its own."""
        if part and self.headings[number:] and self.headings[number][0] == 2:
            self.parts[self.headings[number][1]] = part

    def section(self, address: str) -> "Outline":
        """The outline of the section under a heading of the second level, which becomes its title."""
        start = next(number for number, heading in enumerate(self.headings) if heading[1] == address)
        below = takewhile(lambda heading: heading[0] > 2, self.headings[start + 1 :])
        return Outline([(level - 1, *heading) for level, *heading in (self.headings[start], *below)])

    def after(self, section: "Outline") -> str:
        """The id of the heading that follows a section, empty at the end."""
        addresses = [address for _, address, _ in self.headings]
        following = addresses[addresses.index(section.headings[-1][1]) + 1 :]
        return following[0] if following else ""

    def without(self, others: "list[Outline]") -> "Outline":
        """The outline of what stands in none of the others."""
        gone = {address for outline in others for _, address, _ in outline.headings}
        return Outline([heading for heading in self.headings if heading[1] not in gone])

    @property
    def title(self) -> str:
        """The heading of the first level, empty where there is none."""
        return next((text for level, _, text in self.headings if level == 1), "")

    @property
    def contents(self) -> list[tuple[str, str]]:
        """(id, text) of the headings of the second level: the page's table of contents."""
        return [(address, text) for level, address, text in self.headings if level == 2]
