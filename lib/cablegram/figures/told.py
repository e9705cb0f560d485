"""What a figure is told: a cable with its results worked out once, and the words that go with the figure."""

import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING

from ..registers import FOLDER
from ..results import Result, fill
from ..results import results as results_of

if TYPE_CHECKING:
    from pandas import DataFrame

    from ..document import Document


@dataclass(frozen=True)
class Told:
    """A cable under the readings chosen, and its figures' words filled from it."""

    cable: "Document"
    readings: dict[str, str] = field(default_factory=dict)

    @cached_property
    def results(self) -> dict[str, Result]:
        return results_of(self.cable, **self.readings)

    @cached_property
    def sentences(self) -> "DataFrame":
        """The sentences of the body, the opening included."""
        table = self.cable.sentences
        return table[table.kind == "body"].reset_index(drop=True)

    @cached_property
    def spoken(self) -> "DataFrame":
        """The voices of those sentences."""
        return self.cable.spoken[self.cable.spoken.sentence.isin(self.sentences.id)]

    def words(self, figure: str, **own: object) -> dict[str, str]:
        """Title, subtitle, foot, alt, caption and source of a figure; `own` are its own placeholders."""
        templates = _templates()["all"] | _templates()[figure]
        if self.cable._folder != FOLDER:  # another document, which is cited by what it says of itself
            templates |= {
                "foot": f"{self.cable.reference()}.",
                "source": "the document, and its registers if it has any.",
            }
        said = {name: self._say(template, own) for name, template in templates.items()}
        return said | {"title": said["title"][0].upper() + said["title"][1:]}

    def _say(self, template: str, own: dict[str, object]) -> str:
        for name, value in own.items():
            template = template.replace(f"{{{name}}}", str(value))
        texts = {name: each.forms for name, each in self.results.items()}
        return " ".join(fill(template, self.cable, texts).split())


@cache
def _templates() -> dict[str, dict[str, str]]:
    return tomllib.loads((resources.files(__package__) / "figure_words.toml").read_text(encoding="utf-8"))
