"""Words counted: how often the body says what, and what it never says."""

import re

from ..measures import Judgement, Quantity
from .catalogue import result
from .evidence import Evidence, MissingEvidence, count

_EXPRESSIONS = {
    "illegal": (r"illegal(?:ly)?", "“illegal” or “illegally”"),
    "we": (r"we", "“we”"),
    "an-said": (r"An said", "“An said”"),
    "according": (r"according to", "“according to”"),
    "recently": (r"recently", "“recently”"),
    "compatriots": (r"Foreign Compatriots", "the Foreign Compatriots Bureau or Department"),
    "most": (r"most", "“most”"),
    "many": (r"many", "“many”"),
    "some": (r"some", "“some”"),
}
_HUNGER = r"hung(?:er|ry)|famine|starv\w*|grain"


def _enter(id: str, pattern: str, named: str) -> None:
    result(
        f"uses-{id}",
        title=f"Uses of {named}",
        says=f"Uses of {named} in the body: {{value--words}}.",
        by="occurrences in the sentences of the body, headings left out",
        certainty="certain",
    )(lambda given: _used(given, pattern))


@result(
    "speaks-of-hunger",
    title="Does the body speak of hunger?",
    says="Whether hunger, famine, starving or grain is named in the body: {value}.",
    by="occurrences of the words in the sentences of the body",
    certainty="certain",
)
def speaks_of_hunger(given: Evidence) -> Judgement:
    uses = _uses(given, _HUNGER)
    return Judgement("yes" if uses.bounds.low else "no", uses.sources)


def _used(given: Evidence, pattern: str) -> Quantity:
    """The uses of what this cable says often; a document that never says it was not asked about it."""
    uses = _uses(given, pattern)
    if not uses.sources:
        raise MissingEvidence(f"no {pattern!r} in the body of this document")
    return uses


def _uses(given: Evidence, pattern: str) -> Quantity:
    sentences = [row for row in given.registers.rows("sentences").values() if row["kind"] == "body"]
    found = {
        row["id"]: len(re.findall(rf"\b(?:{pattern})\b", row["text"], re.IGNORECASE)) for row in sentences
    }
    return count(sum(found.values()), "times", *(f"s-{id}" for id, uses in found.items() if uses))


for _id, (_pattern, _named) in _EXPRESSIONS.items():
    _enter(_id, _pattern, _named)
