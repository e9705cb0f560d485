"""The forms of diplomatic documents and of the pages that carry them, from the tables of `forms.toml`."""

import re
import tomllib
from dataclasses import dataclass
from importlib import resources

KINDS = (
    *("furniture", "date", "title", "funder", "classification", "heading", "file-number", "addressee"),
    *("dateline", "section-heading", "paragraph", "list-item", "table-row", "footnote", "page-break"),
    *("closing", "signature", "distribution", "seal", "summary", "source-line", "rights", "record-field"),
    *("note", "running-head", "front-matter", "blank", "other"),
)
BODY = frozenset(("paragraph", "list-item", "table-row"))
# What the page of an archive says of the document.
PAGE = frozenset(("furniture", "record-field", "rights", "source-line", "funder", "summary"))
# Where finds are passed over unless they are asked for: they say nothing of what the document tells.
ASIDE = PAGE - {"summary"} | {"page-break", "running-head", "file-number", "front-matter", "footnote"}


@dataclass(frozen=True)
class Rule:
    """A line of at most `most` words whose beginning fits `pattern`, Markdown apart, is of this kind."""

    kind: str
    most: int
    pattern: re.Pattern[str]


_TABLES = tomllib.loads((resources.files(__package__) / "forms.toml").read_text(encoding="utf-8"))
_WORDS: dict[str, str] = {}  # what forms are made of


def _pattern(written: str) -> str:
    """A pattern of the tables in one line, with the words that it names."""
    return re.sub(r"\{([A-Z]+)\}", lambda name: _WORDS[name[1]], re.sub(r"\n\s+", "", written))


def _rules(table: str) -> tuple[Rule, ...]:
    rows = _TABLES[table]
    return tuple(Rule(kind, most, re.compile(_pattern(form), re.IGNORECASE)) for kind, most, form in rows)


for _name, _written in _TABLES["words"].items():
    _WORDS[_name] = _pattern(_written)
ANYWHERE, TELETYPE, VALUES, LEADS, UNDER = map(_rules, ("anywhere", "teletype", "values", "leads", "under"))
HEAD = TELETYPE + _rules("head")
FORM = {name: re.compile(_pattern(form), re.IGNORECASE) for name, form in _TABLES["form"].items()}
