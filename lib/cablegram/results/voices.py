"""How many voices stand between the reader and each number, and on how many the whole report rests."""

from ..measures import Quantity
from .catalogue import result
from .evidence import Evidence, count
from .witnesses import chain, chains, depth

QUANTITIES = (
    "total",
    *("onsong", "hoeryong", "kyongsong", "musan"),
    *("stations", "arrivals", "training", "educated"),
    *("fled", "age", "stations-again", "blankets", "mines", "communes"),
    *("documents", "crossings", "detained", "stay"),
)
_BASES = {
    "explicit": "name their voice themselves",
    "inherited": "take their voice from a sentence before",
    "inferred": "have a voice only by inference",
}


def _enter_quantity(id: str) -> None:
    result(
        f"voices-{id}",
        title=f"Voices behind “{{q-{id}}}”",
        says=f"Behind “{{q-{id}}}” stand {{value--words}} voices, each known only through the one before it.",
        by="length of the chain of voices of its sentence",
        certainty="medium",
    )(lambda given: _depth(given, id))


def _enter_basis(basis: str, described: str) -> None:
    result(
        f"sentences-{basis}",
        title=f"Sentences that {described}",
        says=f"Sentences that {described}: {{value}}, of {{result-sentences-body}} in all.",
        by="sentences of the numbered sections by the basis of their voice",
        certainty="high",
    )(lambda given: _by_basis(given, basis))
    result(
        f"numbers-{basis}",
        title=f"Numbers whose sentences {described}",
        says=f"Numbers in sentences that {described}: {{value}}, of {{result-quantities-all}} in all.",
        by="quantities by the basis of the voice of their sentence",
    )(lambda given: _numbers_by_basis(given, basis))


@result(
    "independent-voices",
    title="Innermost voices behind all the numbers",
    says="The numbers of the cable come, at their innermost, from {value--words} voices.",
    by="different last links of the chains of all quantities",
    certainty="medium",
)
def independent_voices(given: Evidence) -> Quantity:
    addresses = [f"q-{id}" for id in given.registers.filled("quantities")]
    given.registers.filled("voices")
    innermost = {voices[-1] for voices in chains(given.registers, tuple(addresses))}
    return count(len(innermost), "voices", *addresses)


@result(
    "numbers-through-an",
    title="Numbers that come through An",
    says="Of the numbers of the cable {value--words} come through An: none checks another from outside.",
    by="quantities whose chain of voices holds An",
)
def numbers_through_an(given: Evidence) -> Quantity:
    addresses = [f"q-{id}" for id in given.registers.filled("quantities")]
    an = _an(given)
    through = [address for address in addresses if an in _chain(given, address)]
    return count(len(through), "numbers", *through)


@result(
    "deepest-chain",
    title="The longest chain of voices",
    says="The longest chain of voices in the sections joins {value--words} voices.",
    by="longest chain of the register of voices",
    certainty="medium",
)
def deepest_chain(given: Evidence) -> Quantity:
    sentences = [f"s-{row['id']}" for row in given.body()]
    given.registers.filled("voices")
    length = depth(given.registers, tuple(sentences))
    return count(length, "voices", *(s for s in sentences if depth(given.registers, (s,)) == length))


@result(
    "sentences-through-an",
    title="Sentences that come through An",
    says="Of the sentences of the sections {value} come through An.",
    by="sentences of the numbered sections whose chain holds An",
    certainty="medium",
)
def sentences_through_an(given: Evidence) -> Quantity:
    an = _an(given)
    through = [row["id"] for row in given.body() if an in chain(given.registers, row["id"])]
    return count(len(through), "sentences")


@result(
    "sentences-an-alone",
    title="Sentences for which An alone vouches",
    says="For {value} sentences of the sections nobody but An vouches.",
    by="sentences of the numbered sections whose chain ends with An",
    certainty="medium",
)
def sentences_an_alone(given: Evidence) -> Quantity:
    an = _an(given)
    alone = [row["id"] for row in given.body() if chain(given.registers, row["id"])[-1:] == (an,)]
    return count(len(alone), "sentences")


def _an(given: Evidence) -> str:
    """The informant's id; raises `MissingEvidence` for a document that has no An."""
    return given.registers.row("speakers", "an")["id"]


def _chain(given: Evidence, address: str) -> tuple[str, ...]:
    return next(iter(chains(given.registers, (address,))), ())


def _depth(given: Evidence, id: str) -> Quantity:
    address = given.quantity(id).sources
    return count(depth(given.registers, address), "voices", *address)


def _by_basis(given: Evidence, basis: str) -> Quantity:
    voices = given.registers.filled("voices", key="sentence")
    rows = [row for row in given.body() if voices.get(row["id"], {}).get("basis") == basis]
    return count(len(rows), "sentences")


def _numbers_by_basis(given: Evidence, basis: str) -> Quantity:
    voices = given.registers.filled("voices", key="sentence")
    rows = given.registers.filled("quantities").items()
    found = [f"q-{id}" for id, row in rows if voices.get(row["sentence"], {}).get("basis") == basis]
    return count(len(found), "numbers", *found)


for _quantity in QUANTITIES:
    _enter_quantity(_quantity)
for _basis, _described in _BASES.items():
    _enter_basis(_basis, _described)
