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
        found: dict[str, list[Option]] = {}
        for row in self.cable.readings.itertuples():
            option = Option(row.crux, row.option, row.title, row.wording, bool(row.default))
            found.setdefault(row.crux, []).append(option)
        return {
            crux: sorted(options, key=lambda option: not option.default) for crux, options in found.items()
        }

    def option(self, crux: str, name: str) -> Option:
        return next(option for option in self.options[crux] if option.option == name)

    def readings(self, name: str) -> list[tuple[str, str]]:
        """Each combination of readings in words, and the result under it; empty where it rests on none."""
        if not self.found[name].depends:
            return []
        variants = self.variants(name, "")
        return [
            ("; ".join(self._named(pair, choice) for pair in choice), words)
            for choice, words in variants.items()
        ]

    def _named(self, pair: tuple[str, str], choice: Choice) -> str:
        """A reading in words, with the title of its crux where there are several."""
        option = self.option(*pair)
        return option.wording if len(choice) == 1 else f"{option.title}: {option.wording}"

    def inputs(self, name: str) -> list[tuple[str, str, str]]:
        """(link, words, where) of everything the result rests on, as links in notebooks are written."""
        return [(link(address), *self.label(address)) for address in self.found[name].inputs]

    def label(self, address: str) -> tuple[str, str]:
        """The words that stand at an address, and the sentence or source they stand in."""
        kind, _, name = address.partition("-")
        if kind in ("q", "d"):
            row = self._row("quantities" if kind == "q" else "dates", name)
            return row["text"], row["sentence"]
        if kind == "outside":
            row = self._row("outside", name)
            return str(row["words"]), self._row("sources", row["source"])["author"]
        if kind == "place":
            return self._row("places", name)["name"], ""
        return name, ""

    def _row(self, table: str, name: str) -> dict:
        return self._tables[table].get(
            name, {"text": name, "sentence": "", "words": name, "author": "", "name": name}
        )

    @cached_property
    def _tables(self) -> dict[str, dict[str, dict]]:
        names = ("quantities", "dates", "outside", "sources", "places")
        return {
            name: {row["id"]: row for row in getattr(self.cable, name).to_dict("records")} for name in names
        }
