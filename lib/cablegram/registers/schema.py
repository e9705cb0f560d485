"""What each register holds: its file, its columns, their vocabularies, and where they point."""

from .columns import Column, Register, dated, plain

CERTAINTY = ("high", "medium", "low")
MEASURES = ("stock", "flow", "cumulative", "share", "rule", "age", "frequency", "request", "grant")
RELATIONS = ("exact", "about", "over", "at-least", "under", "at-most", "range")
DATES = ("absolute", "partial", "relative", "period", "recurring", "vague")
OFFICES = ("office", "party", "enterprise", "school", "archive", "group")
PLACES = (
    *("country", "province", "county", "city", "town", "river", "border", "area"),
    *("candidate", "unresolved"),
)
ANOMALIES = (
    *("packaging", "catalogue", "slip", "syntax", "wording", "naming"),
    *("office", "place", "number", "date", "reference", "logic", "silence"),
)
NOTES = (
    *("source-critical", "institutional", "linguistic", "chronological"),
    *("prosopographical", "quantitative", "geographical", "textual"),
)
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
                *plain("counted", required=True),
                *plain("unit", "per"),
                Column("measure", required=True, vocabulary=MEASURES),
                *plain("population"),
                *dated("as_of"),
                Column("place", refers="places"),
                *plain("note"),
            ),
            anchored="always",
        ),
        Register(
            "dates",
            "dates.csv",
            "date expression",
            (
                *dated("edtf_written", "edtf_spoken"),
                Column("kind", required=True, vocabulary=DATES),
                *plain("what", required=True),
                *plain("note"),
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
                *plain("note"),
            ),
            anchored="always",
        ),
        Register(
            "people",
            "people.toml",
            "person",
            (
                *plain("name", "identity", required=True),
                Column("names", "names"),
                _CERTAIN,
                Column("sources", "list", refers="sources"),
                *plain("note"),
            ),
        ),
        Register(
            "offices",
            "offices.toml",
            "body or group of people",
            (
                *plain("name", "identity", required=True),
                Column("kind", required=True, vocabulary=OFFICES),
                Column("names", "names"),
                _CERTAIN,
                Column("sources", "list", refers="sources"),
                *plain("note"),
            ),
        ),
        Register("speakers", "speakers.csv", "voice", (*plain("name", required=True), *plain("note"))),
        Register(
            "voices",
            "voices.csv",
            "sentence",
            (
                Column("sentence", required=True, refers="sentences", unique=True),
                Column("chain", "chain", required=True, refers="speakers"),
                Column("basis", required=True, vocabulary=("explicit", "inherited", "inferred")),
                *plain("cue"),
                Column("alternatives", "list", refers="speakers"),
                _CERTAIN,
                *plain("note"),
            ),
        ),
        Register(
            "exceptions",
            "exceptions.csv",
            "numeral or number word that is no quantity and no date",
            (*plain("reason", required=True),),
            anchored="always",
        ),
        Register(
            "places",
            "places.toml",
            "place",
            (
                *plain("name", required=True),
                Column("kind", required=True, vocabulary=PLACES),
                *plain("identity", required=True),
                Column("names", "names"),
                *(Column(name, "number") for name in ("lon", "lat", "geonames")),
                *plain("coordinates_from", "point_of", "opposite"),
                _CERTAIN,
                Column("sources", "list", refers="sources"),
                *plain("note"),
            ),
        ),
        Register(
            "candidates",
            "candidates.csv",
            "candidate for a doubtful name",
            (
                Column("place", required=True, refers="places"),
                Column("option", required=True),
                *plain("name", required=True),
                Column("is_place", refers="places"),
                *plain("argument", "against", required=True),
                _CERTAIN,
                Column("source", refers="sources"),
            ),
        ),
        Register(
            "anomalies",
            "anomalies.toml",
            "slip or doubt of the text",
            (
                Column("class", required=True, vocabulary=ANOMALIES),
                *plain("reading"),
                *plain("cause", required=True),
                Column("effect", required=True, vocabulary=("none", "name", "number", "who", "what", "when")),
                Column("severity", required=True, vocabulary=("minor", "moderate", "major")),
                _CERTAIN,
                *plain("note", required=True),
                Column("under", refers="anomalies"),
                Column("slip", refers="slips"),
            ),
            anchored="always",
        ),
        Register("slips", "slips.csv", "group of minor slips", plain("name", "says", required=True)),
        Register(
            "readings",
            "readings.toml",
            "option of a crux",
            (
                *plain("crux", "option", "title", "question", "wording", "argument", required=True),
                *plain("against"),
                _CERTAIN,
                Column("default", "flag"),
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
                *plain("title", required=True),
                Column("types", "list", required=True, vocabulary=NOTES),
                *plain("claim", required=True),
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
                *dated("edtf", "edtf_written", "edtf_spoken"),
                *plain("event", required=True),
                Column("layer", required=True, vocabulary=("cable", "outside")),
                Column("source", refers="sources"),
                *plain("rule", required=True),
                _CERTAIN,
            ),
            anchored="sometimes",
        ),
        Register(
            "sources",
            "sources.toml",
            "passage outside the document",
            (
                *plain("author", "title", "date", "archive", "address", "read_at"),
                *plain("words", required=True),
                *plain("lang", "translation"),
                Column("grade", required=True, vocabulary=("A", "B", "C", "D")),
                *plain("fact", required=True),
            ),
        ),
        Register(
            "outside",
            "outside.csv",
            "number from outside the document",
            (
                Column("source", required=True, refers="sources"),
                *plain("words", required=True),
                *(Column(name, "number") for name in ("low", "high")),
                Column("relation", required=True, vocabulary=RELATIONS),
                *plain("counted", required=True),
                *plain("unit"),
                Column("measure", required=True, vocabulary=MEASURES),
                *dated("as_of"),
                *plain("scope", "comparable", required=True),
                Column("verified", required=True, vocabulary=("yes", "no")),
            ),
        ),
    )
}

# Tables about the edition itself, which no other document has; they are read from the folder of the edition.
EDITION_TABLES = {
    register.name: register
    for register in (
        Register(
            "results",
            "results.toml",
            "result",
            (
                *plain("title", "says", "by", required=True),
                Column("kind", vocabulary=("finding", "check", "false friend")),
                Column("certainty", required=True, vocabulary=("certain", *CERTAINTY)),
                Column("decimals", "number"),
            ),
        ),
        Register(
            "assumptions",
            "assumptions.toml",
            "assumption that a reader may contest",
            (*plain("title", "words", "argument", "against", required=True), _CERTAIN),
        ),
    )
}
