"""What a figure is drawn from: a cable's registers, its results under the readings chosen, and the words."""

import tomllib
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib import resources

from pandas import DataFrame

from ..display.markup import to_html, to_text
from ..document import Document
from ..readings import choose
from ..results import Result, fill, frame, results
from ..wording import day, in_words

_results = lru_cache(maxsize=4)(results)  # all figures of a cable ask for the same


@dataclass(frozen=True)
class Material:
    """A cable under the readings chosen; `met` gathers the cruxes of every result that a figure asks for."""

    cable: Document
    readings: dict[str, str] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)

    def result(self, name: str) -> Result:
        found = _results(self.cable, **self.readings)[name]
        self.met.update(found.depends)
        return found

    def rows(self, register: str) -> DataFrame:
        """A register, or the results, by the ids of its rows."""
        if register == "results":
            return frame(self.cable, **self.readings).set_index("id")
        return self.cable.registers[register].set_index("id", drop=False)

    @cached_property
    def sentences(self) -> DataFrame:
        """The sentences of the body, the opening included, with their voices."""
        spoken = self.cable.spoken
        rows = spoken[spoken.kind == "body"].reset_index(drop=True)
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
        """What the words of the figures count beside the results, by placeholder."""
        ids, rows = self.sentences.sentence, self.cable.quantities
        held = {kind: int(ids.isin(table.sentence).sum()) for kind, table in self.held.items()}
        readings = self.cable.readings.set_index(["crux", "option"]).wording
        taken = choose(self.cable.cruxes, self.readings)
        read = {f"reading-{crux}": readings[crux, option] for crux, option in taken.items()}
        open_ends = in_words(int((rows.low.isna() | rows.high.isna()).sum()))
        return held | read | {"body": len(ids), "open": open_ends, "reference": self.cable.reference()}

    def words(self, figure: str) -> dict[str, str]:
        """Title, subtitle, alt text, caption, source, foot, and which `other` readings a figure is under."""
        texts = told("all") | told(figure) | ({} if self.cable.pages else told("other documents"))
        known, table = self.cable.cruxes, self.cable.readings.set_index(["crux", "option"])
        chosen = [pair for pair in self.readings.items() if pair[1] != known[pair[0]][0]]
        options = "; ".join(f"{table.title[pair]}: {table.wording[pair]}" for pair in chosen)
        other = f"Drawn under another reading. {options}." if options else ""
        words = {key: self.fill(text) for key, text in texts.items() if isinstance(text, str)}
        return words | {"other": other}

    def labels(self, figure: str, part: str, wide: bool = True) -> dict[str, str]:
        """The words within a picture by name, a stroke ending a line; some are others where it is narrow."""
        words = told(figure)[part] | ({} if wide else told(figure)[f"{part}-narrow"])
        return {name: self.fill(text).replace("|", "\n") for name, text in words.items()}

    def fill(self, text: str) -> str:
        """The text with its placeholders filled from registers, results and counts."""
        for name, value in self.counts.items():
            text = text.replace(f"{{{name}}}", str(value))
        return " ".join(fill(text, self.cable, self.result).split())

    def table(self, figure: str) -> DataFrame:
        """The table behind a figure: written beside its words, or the rows and columns named there."""
        if "written" in (beside := told(figure)):
            return DataFrame(beside["written"]).T.map(self.fill)
        named = beside["table"]
        rows = self.rows(named["register"])
        rows = rows.loc[named.get("rows", rows.index), named["columns"]].copy()
        for column in named.get("dates", ()):
            rows[column] = rows[column].map(day)
        for column in named.get("prose", ()):
            rows[column] = [to_text(to_html(words)) for words in rows[column]]
        return rows


@cache
def _read(name: str) -> dict[str, dict]:
    return tomllib.loads((resources.files(__package__) / name).read_text(encoding="utf-8"))


def told(figure: str) -> dict:
    """What `figure_words.toml` has for a figure."""
    return _read("figure_words.toml")[figure]


def layout(figure: str) -> dict:
    """Where words and marks stand in a figure that has no scale for them, from `layout.toml`."""
    return _read("layout.toml")[figure]
