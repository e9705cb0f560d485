"""Evidence: what a result may draw on under one reading of every crux, and which doubts it met."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce

from ..bounds import Bounds, below_next_round
from ..document import Document
from ..edtf import bounds as days_of
from ..measures import Judgement, Quantity, quantity
from ..readings import choose, combinations
from ..registers import edition_table

STATIONS = ("onsong", "hoeryong", "kyongsong", "musan")

Answer = Quantity | Judgement
Choice = tuple[tuple[str, str], ...]  # the option of each crux that a result depends on


class DoesNotHold(Exception):
    """Under the reading chosen the result has no meaning; the message says why."""


class MissingEvidence(LookupError):
    """A result needs an entry that the registers of this document do not have."""


class Evidence:
    """Quantities, days and outside numbers under one combination of readings.

    `met` collects the cruxes that were asked about on the way: the doubts a result depends on.
    """

    def __init__(self, document: Document, choices: dict[str, str]):
        self.document = document
        self.choices = choose(document.cruxes, choices)
        self.met: set[str] = set()

    def row(self, address: str) -> dict:
        """What stands at an address; raises `MissingEvidence` where the registers have nothing."""
        try:
            return self.document.row(address)
        except KeyError as error:
            raise MissingEvidence(*error.args) from None

    def filled(self, register: str) -> dict[str, dict]:
        """All rows of a register by their ids.

        Raises `MissingEvidence` where nobody has written a row: none is no count of nothing.
        """
        rows = self.document.rows(register)
        if not rows:
            raise MissingEvidence(f"no row in the {register} register of this document")
        return rows

    def reading(self, crux: str) -> str:
        """The option chosen for a crux."""
        if crux not in self.choices:
            raise MissingEvidence(f"no crux {crux!r} in the readings register of this document")
        self.met.add(crux)
        return self.choices[crux]

    def needs(self, crux: str, option: str, otherwise: str) -> None:
        """Goes on only under this reading; `otherwise` says why the result does not hold under another."""
        if self.reading(crux) != option:
            raise DoesNotHold(otherwise)

    # ---- numbers

    def quantity(self, id: str) -> Quantity:
        """A number the cable states, as the register has it."""
        return quantity(self.row(f"q-{id}"), f"q-{id}")

    def station(self, id: str) -> Quantity:
        """One of the station numbers, of people or, as arrivals of one day, of people a day."""
        stated = self.quantity(id)
        return replace(stated, unit=f"{stated.unit} a day") if self.reading("stations") == "flow" else stated

    def together(self) -> Quantity:
        """The station numbers added as the register has them, whatever they are taken to count."""
        return reduce(Quantity.plus, map(self.quantity, STATIONS))

    def people(self) -> Quantity:
        """How many people the total is: as many, or at most as many if it counts crossings."""
        total = self.quantity("total")
        if self.reading("total") == "persons":
            return total
        at_most = replace(total, bounds=Bounds(0, total.bounds.high, low_closed=False))
        return at_most.scaled(1, assuming="the total counts crossings, and so at most as many people")

    def outside(self, id: str) -> Quantity:
        """A number from elsewhere; its population is its scope, so that no sum goes without an assumption."""
        row = self.row(f"outside-{id}")
        return replace(quantity(row, f"outside-{id}"), population=row["scope"])

    # ---- days

    def days(self, address: str) -> tuple[date, date]:
        """First and last day of a date, on the clock of the one who speaks, or of an outside number."""
        row = self.row(address)
        days = row.get("as_of") or row.get("edtf_spoken") or row.get("edtf_written")
        first, last = days_of(days or None)
        if first is None or last is None:
            raise MissingEvidence(f"{address} has no first and last day")
        return first, last

    def between(self, earlier: str, later: str) -> Quantity:
        """Days from one date of the cable to another; a range where either is longer than a day."""
        (first, last), (start, end) = self.days(f"d-{earlier}"), self.days(f"d-{later}")
        bounds = Bounds((start - last).days, (end - first).days)
        return Quantity(bounds, "days", sources=(f"d-{earlier}", f"d-{later}"))

    def since(self, outside: str, later: str) -> Quantity:
        """Days from the end of an outside number's period to a date of the cable."""
        (_, last), (start, end) = self.days(f"outside-{outside}"), self.days(f"d-{later}")
        bounds = Bounds((start - last).days, (end - last).days)
        return Quantity(bounds, "days", sources=(f"outside-{outside}", f"d-{later}"))

    def period(self, outside: str) -> Quantity:
        """Days that an outside number covers, the first and the last included."""
        first, last = self.days(f"outside-{outside}")
        return count((last - first).days + 1, "days", f"outside-{outside}")

    # ---- sentences

    def body(self) -> list[dict]:
        """The sentences of the numbered sections, headings left out."""
        sentences = self.document.rows("sentences").values()
        return [row for row in sentences if row["kind"] == "body" and str(row["section"]) != "0"]


def bounded(stated: Quantity) -> Quantity:
    """A quantity that is “over” so many, with the upper end it has if “over” is bounded."""
    assumption = edition_table("assumptions")["over-bounded"]["words"]
    return replace(stated, bounds=below_next_round(stated.bounds.low)).scaled(1, assuming=assumption)


def count(number: int, unit: str, *addresses: str) -> Quantity:
    """So many of what the edition counts in the cable."""
    return Quantity(Bounds(number, number), unit, sources=addresses)


# ---- a result under one reading and under all


@dataclass(frozen=True)
class Outcome:
    """What comes out under one combination of readings: an answer, or the reason why there is none."""

    answer: Answer | None
    reason: str = ""


def outcomes(compute: Callable[[Evidence], Answer], document: Document) -> dict[Choice, Outcome]:
    """The result under every combination of the readings it depends on, the defaults first.

    A reading may lead to a further doubt, so the combinations grow until no new crux is met. Raises
    `MissingEvidence` where the registers lack what it needs.
    """
    found, known, met = {}, None, set()
    while met != known:
        found, known = {}, set(met)
        for choices in combinations(document.cruxes, known):
            evidence = Evidence(document, choices)
            try:
                outcome = Outcome(compute(evidence))
            except DoesNotHold as refusal:
                outcome = Outcome(None, str(refusal))
            found[tuple(choices.items())] = outcome
            met |= evidence.met
    return found
