"""What each register holds: its file and columns, what they may say, where they point, how they are shown."""

from dataclasses import dataclass, field

# Where the words of an anchored row stand: the words, which occurrence, and longer words round them.
PLACE = ("quote", "nth", "within")


@dataclass(frozen=True)
class Column:
    """One column of a register.

    `kind` is text, number (NaN where blank), flag, edtf, list, names (forms in other scripts), chain
    (ids joined by ` > `) or anchors (a list of quotations). `refers` names the register whose ids the
    cells hold; with `prefixed` a cell says which, as in `person:an`, and `refers` lists those it may
    name, or says `any`. What is `unique` stands in one row only. `prose` are sentences of the edition,
    in Markdown, which the prose check reads; all else are names, ids, or words of somebody else.
    """

    name: str
    kind: str = "text"
    required: bool = False
    vocabulary: tuple[str, ...] = ()
    refers: str = ""
    prefixed: bool = False
    unique: bool = False
    prose: bool = False

    @property
    def shown(self) -> str:
        """How a reader sees it (`display.rows`): as prose, as a reference, or as its kind is shown."""
        if self.prose:
            return "prose"
        return "reference" if self.refers and self.kind != "chain" else self.kind


@dataclass(frozen=True)
class Register:
    """One register: a file, one row per something. `anchored` rows have a quotation of the document."""

    file: str
    one_row_per: str
    columns: tuple[Column, ...]
    anchored: str = ""  # "always", "sometimes", or "" for rows that are not about a passage
    nested: tuple[str, str] | None = None  # TOML tables that hold rows: (table, rows in it)
    by_column: dict[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_column", {column.name: column for column in self.columns})

    @property
    def name(self) -> str:
        return self.file.partition(".")[0]

    @property
    def written(self) -> tuple[str, ...]:
        """The columns that a file may have."""
        return ("id", *(PLACE if self.anchored else ()), *self.by_column)


def _columns(names: str, kind: str = "text", **more) -> tuple[Column, ...]:
    """Columns alike but for their names, of which those with a `!` must be filled in."""
    return tuple(Column(name.rstrip("!"), kind, name.endswith("!"), **more) for name in names.split())


def _prose(names: str) -> tuple[Column, ...]:
    return _columns(names, prose=True)


def _choice(name: str, vocabulary: str, kind: str = "text") -> tuple[Column, ...]:
    return _columns(name, kind, vocabulary=tuple(vocabulary.split(", ")))


def _register(file: str, one_row_per: str, *columns: tuple[Column, ...], **more) -> Register:
    return Register(file, one_row_per, tuple(column for group in columns for column in group), **more)


_CERTAINTY = "high, medium, low"
_CERTAIN = _choice("certainty!", _CERTAINTY)
_MEASURE = _choice("measure!", "stock, flow, cumulative, share, rule, age, frequency, request, grant")
_BOUNDS = (
    *_columns("low high", "number"),
    *_choice("relation!", "exact, about, over, at-least, under, at-most, range"),
)
_NAMES = _columns("names", "names")
_SOURCES = _columns("sources", "list", refers="sources")
_EVIDENCE = _columns("evidence", "list", refers="any", prefixed=True)

_ALL = (
    _register(
        "quantities.csv",
        "number stated",
        *(_columns("number!"), _BOUNDS, _columns("counted! unit per"), _MEASURE, _columns("population")),
        *(_columns("as_of", "edtf"), _columns("place", refers="places"), _prose("note")),
        anchored="always",
    ),
    _register(
        "dates.csv",
        "date expression",
        _columns("edtf_written edtf_spoken", "edtf"),
        _choice("kind!", "absolute, partial, relative, period, recurring, vague"),
        _prose("what! note"),
        anchored="always",
    ),
    _register(
        "mentions.csv",
        "mention of a place, person, body or group",
        _columns("entity!", refers="place person office", prefixed=True),
        _choice("form!", "name, description, pronoun"),
        *(_CERTAIN, _prose("note")),
        anchored="always",
    ),
    _register(
        "people.toml",
        "person",
        *(_columns("name!"), _prose("identity!"), _NAMES, _CERTAIN, _SOURCES, _prose("note")),
    ),
    _register(
        "offices.toml",
        "body or group of people",
        *(_columns("name!"), _prose("identity!")),
        _choice("kind!", "office, party, enterprise, school, archive, group"),
        *(_NAMES, _CERTAIN, _SOURCES, _prose("note")),
    ),
    _register("speakers.csv", "voice", _prose("name! note")),
    _register(
        "voices.csv",
        "sentence",
        _columns("sentence!", refers="sentences", unique=True),
        _columns("chain!", "chain", refers="speakers"),
        _choice("basis!", "explicit, inherited, inferred"),
        _columns("cue"),
        _columns("alternatives", "list", refers="speakers"),
        *(_CERTAIN, _prose("note")),
    ),
    _register(
        "exceptions.csv",
        "numeral or number word that is no quantity and no date",
        _prose("reason!"),
        anchored="always",
    ),
    _register(
        "places.toml",
        "place",
        _columns("name!"),
        _choice(
            "kind!",
            "country, province, county, city, town, river, border, area, candidate, unresolved",
        ),
        *(_prose("identity!"), _NAMES, _columns("lon lat geonames", "number")),
        _columns("coordinates_from point_of opposite"),
        *(_CERTAIN, _SOURCES, _prose("note")),
    ),
    _register(
        "candidates.csv",
        "candidate for a doubtful name",
        _columns("place!", refers="places"),
        _columns("option! name!"),
        _columns("is_place", refers="places"),
        _prose("argument! against!"),
        *(_CERTAIN, _columns("source", refers="sources")),
    ),
    _register(
        "anomalies.toml",
        "slip or doubt of the text",
        _choice(
            "class!",
            "packaging, catalogue, slip, syntax, wording, naming, "
            "office, place, number, date, reference, logic, silence",
        ),
        *(_columns("reading"), _prose("cause!")),
        _choice("effect!", "none, name, number, who, what, when"),
        _choice("severity!", "minor, moderate, major"),
        *(_CERTAIN, _prose("note!")),
        *(_columns("under", refers="anomalies"), _columns("slip", refers="slips")),
        anchored="always",
    ),
    _register("slips.csv", "group of minor slips", _prose("name! says!")),
    _register(
        "readings.toml",
        "option of a crux",
        _columns("crux! option!"),
        _prose("title! question! wording! argument! against"),
        *(_CERTAIN, _columns("default", "flag"), _EVIDENCE, _columns("anchors", "anchors")),
        nested=("crux", "option"),
    ),
    _register(
        "notes.toml",
        "commentary note",
        _prose("title!"),
        _choice(
            "types!",
            "source-critical, institutional, linguistic, chronological, "
            "prosopographical, quantitative, geographical, textual",
            "list",
        ),
        *(_prose("claim!"), _EVIDENCE, _CERTAIN),
        _columns("alternatives", "list", prose=True),
        _columns("more", "anchors"),
        anchored="always",
    ),
    _register(
        "timeline.csv",
        "event",
        *(_columns("edtf edtf_written edtf_spoken", "edtf"), _prose("event!")),
        _choice("layer!", "cable, outside"),
        *(_columns("source", refers="sources"), _prose("rule!"), _CERTAIN),
        anchored="sometimes",
    ),
    _register(
        "sources.toml",
        "passage outside the document",
        _columns("author title date archive address read_at words! lang translation"),
        *(_choice("grade!", "A, B, C, D"), _prose("fact!")),
    ),
    _register(
        "outside.csv",
        "number from outside the document",
        *(_columns("source!", refers="sources"), _columns("words!"), _BOUNDS, _columns("counted! unit")),
        *(_MEASURE, _columns("as_of", "edtf"), _prose("scope! comparable!"), _choice("verified!", "yes, no")),
    ),
)
REGISTERS = {register.name: register for register in _ALL}

# Tables about the edition itself, which no other document has; they are read from the folder of the edition.
EDITION_TABLES = {
    register.name: register
    for register in (
        _register(
            "results.toml",
            "result",
            _prose("title! says! by!"),
            _choice("kind", "finding, check, false friend"),
            _choice("certainty!", f"certain, {_CERTAINTY}"),
            _columns("decimals", "number"),
        ),
        _register(
            "assumptions.toml",
            "assumption that a reader may contest",
            *(_prose("title! words! argument! against!"), _CERTAIN),
        ),
    )
}
