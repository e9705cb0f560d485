"""What a figure is drawn from: a cable's registers, its results under the readings chosen, and the words."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources

from pandas import DataFrame

from ..document import Document
from ..readings import choose
from ..results import Result, fill, frame, results
from ..wording import day, in_words


@dataclass(frozen=True)
class Material:
    """A cable under the readings chosen; `met` gathers the cruxes of all results that the figure asks for."""

    name: str
    cable: Document
    readings: dict[str, str] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    def result(self, name: str) -> Result:
        found = results(self.cable, **self.readings)[name]
        self.met.update(found.depends)
        return found

    def rows(self, register: str) -> DataFrame:
        """A register by the ids of its rows."""
        return self.cable.registers[register].set_index("id", drop=False)

    @cached_property
    def sentences(self) -> DataFrame:
        """The sentences of the body, the opening included, with their voices."""
        rows = self.cable.spoken.query("kind == 'body'").reset_index(drop=True)
        parts = rows.sentence.str.split(".")
        return rows.assign(section=parts.str[0], paragraph=parts.str[:2].str.join("."))

    @cached_property
    def held(self) -> dict[str, DataFrame]:
        """What a sentence may hold, each a table with `start`, `end` and `sentence`.

        Of a document without registers the numbers and dates are those that the finders propose.
        """
        cable = self.cable
        named = (cable.mentions.form == "name") & cable.mentions.entity.str.startswith("place:")
        stated = (cable.quantities, cable.dates)
        stated = stated if cable.has_rows else (cable.find_numbers(), cable.find_dates())
        tables = (*stated, cable.mentions[named], cable.anomalies)
        return dict(zip(("numbers", "dates", "places", "doubts"), tables, strict=True))

    @cached_property
    def counts(self) -> dict[str, object]:
        """What the words of the figures tell beside the results, by placeholder."""
        ids, rows, known = self.sentences.sentence, self.cable.quantities, self.cable.cruxes
        held = {kind: int(ids.isin(table.sentence).sum()) for kind, table in self.held.items()}
        readings = self.cable.readings.set_index(["crux", "option"])
        taken = choose(known, self.readings)
        read = {f"reading-{crux}": readings.wording[crux, option] for crux, option in taken.items()}
        others = [pair for pair in taken.items() if pair[1] != known[pair[0]][0]]
        options = "; ".join(f"{readings.title[pair]}: {readings.wording[pair]}" for pair in others)
        other = f"Drawn under another reading. {options}." if options else ""
        open_ends = in_words(int((rows.low.isna() | rows.high.isna()).sum()))
        totals = {"body": len(ids), "open": open_ends, "other": other, "reference": self.cable.reference()}
        return held | read | totals

    @cached_property
    def templates(self) -> dict[str, str]:
        """Title, subtitle, alt text, caption, source, foot, and which `other` readings it is under."""
        texts = told("all") | told(self.name) | ({} if self.cable.pages else told("other documents"))
        return {key: text for key, text in texts.items() if isinstance(text, str)}

    @cached_property
    def words(self) -> dict[str, str]:
        """These with their placeholders filled."""
        return {key: self.fill(text) for key, text in self.templates.items()}

    def labels(self, part: str, wide: bool = True) -> dict[str, str]:
        """The words in the picture by name, a stroke ending a line; some are others where it is narrow."""
        words = told(self.name)[part] | ({} if wide else told(self.name)[f"{part}-narrow"])
        return {name: self.fill(text).replace("|", "\n") for name, text in words.items()}

    def fill(self, text: str, shown: Callable[[str], str] = str) -> str:
        """The text with its placeholders filled from registers, results and counts, as these are `shown`."""

        def value(place: re.Match) -> str:
            counted = place[1] in self.counts
            return shown(str(self.counts[place[1]]) if counted else fill(place[0], self.cable, self.result))

        return " ".join(re.sub(r"\{([^{}]+)\}", value, text).split())

    def table(self) -> DataFrame:
        """The table behind the figure: written beside its words, or the rows and columns named there."""
        if "written" in (beside := told(self.name)):
            return DataFrame(beside["written"]).T.map(self.fill)
        named = beside["table"]
        results = named["register"] == "results"
        rows = frame(self.cable, **self.readings).set_index("id") if results else self.rows(named["register"])
        rows = rows.loc[named.get("rows", rows.index), named["columns"]]
        return rows.assign(**{column: rows[column].map(day) for column in named.get("dates", ())})


@cache
def _read(name: str) -> dict[str, dict]:
    return tomllib.loads((resources.files(__package__) / name).read_text(encoding="utf-8"))


def told(figure: str) -> dict:
    """What `figure_words.toml` has for a figure."""
    return _read("figure_words.toml")[figure]


def layout(figure: str) -> dict:
    """Where words and marks stand in a figure that has no scale for them, from `layout.toml`."""
    return _read("layout.toml")[figure]
