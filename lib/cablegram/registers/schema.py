"""What each register holds: its file, its columns, their vocabularies, and where they point."""

from dataclasses import dataclass, field

CERTAINTY = ("high", "medium", "low")
MEASURES = ("stock", "flow", "cumulative", "share", "rule", "age", "frequency", "request", "grant")
RELATIONS = ("exact", "about", "over", "at-least", "under", "at-most", "range")


@dataclass(frozen=True)
class Column:
    """One column of a register.

    `kind` is text, number (NaN where blank), flag, list, chain (ids joined by ` > `) or anchors (a list of quotations).
    `refers` names the register whose ids the cells hold; with `prefixed` a cell says which, as in `person:an`.
    """

    name: str
    kind: str = "text"
    required: bool = False
    vocabulary: tuple[str, ...] = ()
    refers: str = ""
    prefixed: bool = False


@dataclass(frozen=True)
class Register:
    """One register: a file, one row per something. `anchored` rows have a quotation of the document."""

    name: str
    file: str
    one_row_per: str
    columns: tuple[Column, ...]
    anchored: str = ""  # "always", "sometimes", or "" for rows that are not about a passage
    nested: tuple[str, str] | None = None  # TOML tables that hold rows: (table, rows in it)
    by_column: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_column", {column.name: column for column in self.columns})

    @property
    def written(self) -> set[str]:
        """The columns that a file may have."""
        return {"id", *self.by_column} | ({"quote", "nth"} if self.anchored else set())


def _text(*names: str, required: bool = False) -> tuple[Column, ...]:
    return tuple(Column(name, required=required) for name in names)


_CERTAIN = Column("certainty", required=True, vocabulary=CERTAINTY)

REGISTERS = {
    register.name: register
    for register in (
        Register(
            "quantities",
            "quantities.csv",
            "number stated",
            (
                Column("number", required=True),
                *(Column(name, "number") for name in ("low", "high")),
                Column("relation", required=True, vocabulary=RELATIONS),
                *_text("counted", required=True),
                *_text("unit", "per"),
                Column("measure", required=True, vocabulary=MEASURES),
                *_text("population", "as_of"),
                Column("place", refers="places"),
                *_text("note"),
            ),
            anchored="always",
        ),
        Register(
            "dates",
            "dates.csv",
            "date expression",
            (
                *_text("edtf_written", "edtf_spoken"),
                Column("kind", required=True, vocabulary=("absolute", "partial", "relative", "period", "recurring", "vague")),
                *_text("what", required=True),
                *_text("note"),
            ),
            anchored="always",
        ),
        Register(
            "mentions",
            "mentions.csv",
            "mention of a place, person, body or group",
            (
                Column("entity", required=True, refers="place person office", prefixed=True),
                Column("form", required=True, vocabulary=("name", "description", "pronoun")),
                _CERTAIN,
                *_text("note"),
            ),
            anchored="always",
        ),
        Register(
            "people",
            "people.toml",
            "person",
            (*_text("name", "identity", required=True), Column("names", "list"), _CERTAIN,
             Column("sources", "list", refers="sources"), *_text("note")),  # fmt: skip
        ),
        Register(
            "offices",
            "offices.toml",
            "body or group of people",
            (
                *_text("name", "identity", required=True),
                Column("kind", required=True, vocabulary=("office", "party", "enterprise", "archive", "group")),
                Column("names", "list"),
                _CERTAIN,
                Column("sources", "list", refers="sources"),
                *_text("note"),
            ),
        ),
        Register("speakers", "speakers.csv", "voice", (*_text("name", required=True), *_text("note"))),
        Register(
            "voices",
            "voices.csv",
            "sentence",
            (
                Column("sentence", required=True, refers="sentences"),
                Column("chain", "chain", required=True, refers="speakers"),
                Column("basis", required=True, vocabulary=("explicit", "inherited", "inferred")),
                *_text("cue", "alternatives"),
                _CERTAIN,
                *_text("note"),
            ),
        ),
        Register(
            "exceptions",
            "exceptions.csv",
            "numeral or number word that is no quantity and no date",
            (*_text("reason", required=True),),
            anchored="always",
        ),
        Register(
            "places",
            "places.toml",
            "place",
            (
                *_text("name", required=True),
                Column("kind", required=True, vocabulary=tuple(
                    "country province county city town river border area candidate unresolved".split()
                )),  # fmt: skip
                *_text("identity", required=True),
                Column("names", "list"),
                *(Column(name, "number") for name in ("lon", "lat", "geonames")),
                *_text("coordinates_from", "opposite"),
                _CERTAIN,
                Column("sources", "list", refers="sources"),
                *_text("note"),
            ),
        ),
        Register(
            "candidates",
            "candidates.csv",
            "candidate for a doubtful name",
            (
                Column("place", required=True, refers="places"),
                Column("option", required=True),
                *_text("name", required=True),
                Column("is_place", refers="places"),
                *_text("argument", "against", required=True),
                _CERTAIN,
                *_text("source"),
            ),
        ),
        Register(
            "anomalies",
            "anomalies.toml",
            "slip or doubt of the text",
            (
                Column("class", required=True, vocabulary=tuple(
                    "packaging catalogue slip syntax wording naming office place number date reference logic silence".split()
                )),  # fmt: skip
                *_text("reading"),
                *_text("cause", required=True),
                Column("effect", required=True, vocabulary=("none", "name", "number", "who", "what", "when")),
                Column("severity", required=True, vocabulary=("minor", "moderate", "major")),
                _CERTAIN,
                *_text("note", required=True),
            ),
            anchored="always",
        ),
        Register(
            "readings",
            "readings.toml",
            "option of a crux",
            (
                *_text("crux", "option", "title", "question", "wording", "argument", required=True),
                *_text("against"),
                _CERTAIN,
                Column("default", "flag", required=True),
                Column("evidence", "list", refers="any", prefixed=True),
                Column("anchors", "anchors"),
            ),
            nested=("crux", "option"),
        ),
        Register(
            "notes",
            "notes.toml",
            "commentary note",
            (
                *_text("title", required=True),
                Column("types", "list", required=True, vocabulary=tuple(
                    "source-critical institutional linguistic chronological prosopographical quantitative geographical textual".split()
                )),  # fmt: skip
                *_text("claim", required=True),
                Column("evidence", "list", refers="any", prefixed=True),
                Column("certainty", required=True, vocabulary=CERTAINTY),
                Column("alternatives", "list"),
                Column("more", "anchors"),
            ),
            anchored="always",
        ),
        Register(
            "timeline",
            "timeline.csv",
            "event",
            (
                *_text("edtf", "edtf_written", "edtf_spoken"),
                *_text("event", required=True),
                Column("layer", required=True, vocabulary=("cable", "outside")),
                Column("source", refers="sources"),
                *_text("rule", required=True),
                _CERTAIN,
            ),
            anchored="sometimes",
        ),
        Register(
            "sources",
            "sources.toml",
            "passage outside the document",
            (
                *_text("author", "title", "date", "archive", "address", "read_at"),
                *_text("words", required=True),
                *_text("lang", "translation"),
                Column("grade", required=True, vocabulary=("A", "B", "C", "D")),
                *_text("fact", required=True),
            ),
        ),
        Register(
            "outside",
            "outside.csv",
            "number from outside the document",
            (
                Column("source", required=True, refers="sources"),
                *_text("words", required=True),
                *(Column(name, "number") for name in ("low", "high")),
                Column("relation", required=True, vocabulary=RELATIONS),
                *_text("counted", required=True),
                *_text("unit"),
                Column("measure", required=True, vocabulary=MEASURES),
                *_text("as_of"),
                *_text("scope", "comparable", required=True),
                Column("verified", required=True, vocabulary=("yes", "no")),
            ),
        ),
    )
}
