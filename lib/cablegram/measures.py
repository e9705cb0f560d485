"""Measures: a number with what it measures, of whom, and when, which refuses sums that mean nothing.

People present on a day, arrivals since last year, and a need for workers are all counted in people; adding,
comparing or dividing them says something only under an assumption. The caller names it, and it travels along.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from .bounds import Bounds, Number, from_row
from .wording import word


class MeasureError(ValueError):
    """Two quantities differ in measure, population, unit or date, and no assumption bridges it."""


@dataclass(frozen=True)
class Judgement:
    """What a comparison says, the quantities it rests on, and what it takes for granted."""

    verdict: str
    sources: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quantity:
    """Bounds of so many `unit`, as a `measure` (stock, flow, cumulative ...) of a `population` at a date.

    `as_of` is EDTF; an attribute that is not stated (empty) clashes with nothing. `sources` are addresses
    such as `q-onsong`, in the order of use; `assumptions` are clauses that read on from “assuming that”.
    """

    bounds: Bounds
    unit: str = ""
    measure: str = ""
    population: str = ""
    as_of: str = ""
    sources: tuple[str, ...] = ()
    assumptions: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{word(self.bounds)} {self.unit}".rstrip()

    def plus(self, other: "Quantity", assuming: str = "") -> "Quantity":
        return self._joined("added", other, assuming, bounds=self.bounds + other.bounds)

    def minus(self, other: "Quantity", assuming: str = "") -> "Quantity":
        return self._joined("subtracted", other, assuming, bounds=self.bounds - other.bounds)

    def over(self, other: "Quantity", unit: str, assuming: str = "") -> "Quantity":
        """The quotient, in a unit that the caller names, since dividing changes it."""
        quotient = self.bounds / other.bounds
        return self._joined("divided", other, assuming, units=False, bounds=quotient, unit=unit, measure="")

    def share_of(self, other: "Quantity", assuming: str = "") -> "Quantity":
        """The quotient in per cent of a quantity counted in the same unit."""
        share = 100 * (self.bounds / other.bounds)
        return self._joined("divided", other, assuming, bounds=share, unit="%", measure="share")

    def scaled(self, factor: Number | Bounds, unit: str = "", assuming: str = "") -> "Quantity":
        """So many times the quantity, in another unit if one is named."""
        assumptions = _merged(self.assumptions, (assuming,))
        return replace(self, bounds=self.bounds * factor, unit=unit or self.unit, assumptions=assumptions)

    def equals(self, other: "Quantity", assuming: str = "") -> Judgement:
        """Whether the two are one number, with the sources and assumptions of both."""
        both = self._joined("compared", other, assuming)
        return Judgement(self.bounds.equals(other.bounds), both.sources, both.assumptions)

    def _joined(
        self, deed: str, other: "Quantity", assuming: str, units: bool = True, **changes: object
    ) -> "Quantity":
        """This quantity with what the operation changes, and with all that the other brings along.

        Of two measures, populations or dates both are named, so that the next operation is asked about too.
        Raises `MeasureError` where the two differ, in `units` too, and nothing is assumed.
        """
        joined, differences = {}, []
        for name in ("measure", "population", "unit", "as_of"):
            mine, yours = getattr(self, name), getattr(other, name)
            joined[name] = "; ".join(_merged(mine.split("; "), yours.split("; ")))
            if mine and yours and mine != yours and (units or name != "unit"):
                differences.append(f"{name.replace('as_of', 'date')} ({mine}, {yours})")
        if differences and not assuming:
            both = (f"“{one}”" + f" ({', '.join(one.sources)})" * bool(one.sources) for one in (self, other))
            raise MeasureError(
                f"{' and '.join(both)} cannot be {deed}: they differ in {' and '.join(differences)}. "
                "Name what would have to be true with assuming=“…”."
            )
        joined |= {"unit": self.unit, "sources": _merged(self.sources, other.sources)}
        joined["assumptions"] = _merged(self.assumptions, other.assumptions, (assuming,))
        return replace(self, **(joined | changes))


def quantity(row: Mapping, address: str) -> Quantity:
    """The quantity of a row of the quantities table or of the outside table, known by its address."""
    unit = f"{row['counted']} a {row['per']}" if row.get("per") else row["counted"]
    stated = row["measure"], row.get("population", ""), row["as_of"]
    return Quantity(from_row(row), unit, *stated, sources=(address,))


def _merged(*several: Iterable[str]) -> tuple[str, ...]:
    """Each text once, in the order in which it first stands."""
    return tuple(dict.fromkeys(text for texts in several for text in texts if text))
