"""Shares of the total, the needs and the grants, and what the sentence on treatment says."""

from dataclasses import replace

from ..measures import Judgement, Quantity
from .evidence import Evidence, bounded

_AMONG = "they are among the people whom the total counts"


def runaways_share(evidence: Evidence) -> Quantity:
    return evidence.quantity("fled").share_of(evidence.people(), assuming=_AMONG)


def runaways_share_bounded(evidence: Evidence) -> Quantity:
    return bounded(evidence.quantity("fled")).share_of(evidence.people(), assuming=_AMONG)


def educated_share(evidence: Evidence) -> Quantity:
    return evidence.quantity("educated").share_of(evidence.people(), assuming=_AMONG)


def shortage(evidence: Evidence) -> Quantity:
    communes = evidence.quantity("communes")
    mines = replace(evidence.quantity("mines"), unit=communes.unit)
    return mines.plus(communes, assuming="the mines and the communes do not ask for the same people")


def shortage_share(evidence: Evidence) -> Quantity:
    everybody = "the need is set against everybody who came, workers or not"
    return shortage(evidence).share_of(evidence.people(), assuming=everybody)


def blankets_shortage(evidence: Evidence) -> Judgement:
    blankets = evidence.quantity("blankets")
    return shortage(evidence).equals(blankets, assuming="blankets are counted like people")


def same_treatment(evidence: Evidence) -> Judgement:
    return Judgement("no" if evidence.reading("treatment") == "printed" else "yes", ("s-2.4.2",))
