"""Counts: of the numbers stated, of the sentences by their voice, of the days from one date to another."""

import re

from ..measures import Judgement, Quantity
from .evidence import Evidence, count

_HUNGER = re.compile(r"\b(?:hung(?:er|ry)|famine|starv\w*|grain)\b", re.IGNORECASE)


def quantities_all(evidence: Evidence) -> Quantity:
    return _stated(evidence)


def quantities_exact(evidence: Evidence) -> Quantity:
    return _stated(evidence, "exact")


def quantities_over(evidence: Evidence) -> Quantity:
    return _stated(evidence, "over")


def _stated(evidence: Evidence, relation: str = "") -> Quantity:
    """How many numbers the cable states in this relation, or in any."""
    rows = evidence.registers.filled("quantities").items()
    addresses = [f"q-{id}" for id, row in rows if relation in ("", row["relation"])]
    return count(len(addresses), "numbers", *addresses)


def numbers_through_an(evidence: Evidence) -> Quantity:
    an, rows = _an(evidence), evidence.registers.filled("quantities").items()
    through = [f"q-{id}" for id, row in rows if an in evidence.registers.chain(row["sentence"])]
    return count(len(through), "numbers", *through)


def sentences_through_an(evidence: Evidence) -> Quantity:
    an = _an(evidence)
    through = [row["id"] for row in evidence.body() if an in evidence.registers.chain(row["id"])]
    return count(len(through), "sentences")


def _an(evidence: Evidence) -> str:
    """The informant's id; raises `MissingEvidence` for a document that has no An."""
    return evidence.registers.row("speakers", "an")["id"]


def sentences_explicit(evidence: Evidence) -> Quantity:
    voices = evidence.registers.filled("voices", key="sentence")
    rows = [row for row in evidence.body() if voices.get(row["id"], {}).get("basis") == "explicit"]
    return count(len(rows), "sentences")


def speaks_of_hunger(evidence: Evidence) -> Judgement:
    sentences = evidence.registers.rows("sentences").values()
    named = [row for row in sentences if row["kind"] == "body" and _HUNGER.search(row["text"])]
    return Judgement("yes" if named else "no", tuple(f"s-{row['id']}" for row in named))


# ---- how old the news was


def age_statistics(evidence: Evidence) -> Quantity:
    return evidence.between("statistics", "talk")


def age_dispatch(evidence: Evidence) -> Quantity:
    return evidence.between("talk", "dispatch")


def age_total(evidence: Evidence) -> Quantity:
    return evidence.between("statistics", "dispatch")


def meeting_age(evidence: Evidence) -> Quantity:
    return evidence.between("meeting", "dispatch")


def meeting_ahead(evidence: Evidence) -> Quantity:
    return evidence.between("talk", "meeting")
