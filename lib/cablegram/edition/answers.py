"""What the results say under every reading, and what a card tells about how we know."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..addresses import link

if TYPE_CHECKING:
    from ..cable import Cable
    from ..results import Result

Choice = tuple[tuple[str, str], ...]  # the option of each crux a result depends on


@dataclass(frozen=True)
class Option:
    """One way of taking a doubtful passage: the crux's title and the reading in words."""

    crux: str
    option: str
    title: str
    wording: str
    default: bool

    @property
    def id(self) -> str:
        return f"{self.crux}-{self.option}"


class Answers:
    """The results of one cable, asked one at a time."""

    def __init__(self, cable: "Cable") -> None:
        self.cable = cable

    @cached_property
    def found(self) -> "dict[str, Result]":
        from ..results import results

        return results(self.cable)

    def wording(self, name: str, form: str) -> str | None:
        """How the result is worded under the default readings; None where there is no such result or form."""
        return self.found[name].forms.get(form) if name in self.found else None

    def variants(self, name: str, form: str) -> dict[Choice, str]:
        """The wording under every combination of the readings the result depends on, the defaults first."""
        from ..results import DOES_NOT_HOLD

        variants = self.found[name].variants
        return {choice: forms.get(form, DOES_NOT_HOLD) for choice, forms in variants.items()}

    @cached_property
    def options(self) -> dict[str, list[Option]]:
        """The options of every crux, the default first."""
        rows = self.cable.rows("readings")
        return {
            name: [
                Option(name, option, row["title"], row["wording"], bool(row["default"]))
                for option in crux.options
                for row in [rows[f"{name}-{option}"]]
            ]
            for name, crux in self.cable.cruxes.items()
        }

    def readings(self, name: str) -> list[tuple[str, str]]:
        """Each combination of readings in words, and the result under it; empty where it rests on none."""
        variants = self.variants(name, "") if self.found[name].depends else {}
        return [(self._in_words(choice), words) for choice, words in variants.items()]

    def _in_words(self, choice: Choice) -> str:
        """The readings of a choice in words, with the titles of their cruxes where there are several."""
        rows = [self.cable.row(f"reading-{crux}-{option}") for crux, option in choice]
        titles = [f"{row['title']}: " if len(choice) > 1 else "" for row in rows]
        return "; ".join(title + row["wording"] for title, row in zip(titles, rows, strict=True))

    def inputs(self, name: str) -> list[tuple[str, str, str]]:
        """(link, words, where) of everything the result rests on, as links in notebooks are written."""
        return [(link(address), *self.cable.label(address)) for address in self.found[name].inputs]
