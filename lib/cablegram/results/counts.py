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
    rows = evidence.filled("quantities").items()
    addresses = [f"q-{id}" for id, row in rows if relation in ("", row["relation"])]
    return count(len(addresses), "numbers", *addresses)


def numbers_through_an(evidence: Evidence) -> Quantity:
    through, rows = _through_an(evidence), evidence.filled("quantities").items()
    addresses = [f"q-{id}" for id, row in rows if row["sentence"] in through]
    return count(len(addresses), "numbers", *addresses)


def sentences_through_an(evidence: Evidence) -> Quantity:
    through = _through_an(evidence)
    return count(sum(row["id"] in through for row in evidence.body()), "sentences")


def _through_an(evidence: Evidence) -> set[str]:
    """The sentences that came through the informant; raises `MissingEvidence` where there is no An."""
    an, sentences = evidence.row("voice-an")["id"], evidence.document.rows("sentences")
    return {id for id in sentences if an in evidence.document.chain(id)}


def sentences_explicit(evidence: Evidence) -> Quantity:
    voices = evidence.filled("voices").values()
    explicit = {row["sentence"] for row in voices if row["basis"] == "explicit"}
    return count(sum(row["id"] in explicit for row in evidence.body()), "sentences")


def speaks_of_hunger(evidence: Evidence) -> Judgement:
    sentences = evidence.document.rows("sentences").values()
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
