"""Measures: a number with what it measures, of whom, and when, which refuses sums that mean nothing.

People present on a day, arrivals since last year, and a need for workers are all counted in people; adding,
comparing or dividing them says something only under an assumption. The caller names it, and it travels along.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .bounds import Bounds, Number, as_bounds, from_row
from .wording import word

_TOLD_APART = ("measure", "population", "unit", "as_of")


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
        return f"{word(self.bounds, self.unit)} {self.unit if self.unit != '%' else ''}".rstrip()

    def plus(self, other: "Quantity", assuming: str = "") -> "Quantity":
        self._check("added", other, assuming)
        return self._joined(other, assuming, bounds=self.bounds + other.bounds)

    def minus(self, other: "Quantity", assuming: str = "") -> "Quantity":
        self._check("subtracted", other, assuming)
        return self._joined(other, assuming, bounds=self.bounds - other.bounds)

    def over(self, other: "Quantity", unit: str, assuming: str = "") -> "Quantity":
        """The quotient, in a unit that the caller names, since dividing changes it."""
        self._check("divided", other, assuming, units=False)
        return self._joined(other, assuming, bounds=self.bounds / other.bounds, unit=unit, measure="")

    def share_of(self, other: "Quantity", assuming: str = "") -> "Quantity":
        """The quotient in per cent of a quantity counted in the same unit."""
        self._check("divided", other, assuming)
        share = 100 * (self.bounds / other.bounds)
        return self._joined(other, assuming, bounds=share, unit="%", measure="share")

    def scaled(self, factor: Number | Bounds, unit: str = "", assuming: str = "") -> "Quantity":
        """So many times the quantity, in another unit if one is named."""
        assumptions = _merged(self.assumptions, (assuming,))
        scaled = self.bounds * as_bounds(factor)
        return replace(self, bounds=scaled, unit=unit or self.unit, assumptions=assumptions)

    def equals(self, other: "Quantity", assuming: str = "") -> Judgement:
        """Whether the two are one number, with the sources and assumptions of both."""
        self._check("compared", other, assuming)
        both = self._joined(other, assuming)
        return Judgement(self.bounds.equals(other.bounds), both.sources, both.assumptions)

    def differences(self, other: "Quantity", units: bool = True) -> list[str]:
        """In what the two differ, with both values: `measure (stock, cumulative)`; empty where they agree."""
        names = [name for name in _TOLD_APART if units or name != "unit"]
        pairs = [(name, getattr(self, name), getattr(other, name)) for name in names]
        clashes = [(name, mine, yours) for name, mine, yours in pairs if mine and yours and mine != yours]
        return [f"{name.replace('as_of', 'date')} ({mine}, {yours})" for name, mine, yours in clashes]

    def _check(self, deed: str, other: "Quantity", assuming: str, units: bool = True) -> None:
        differences = self.differences(other, units)
        if differences and not assuming:
            raise MeasureError(
                f"{self._named()} and {other._named()} cannot be {deed}: they differ in "
                f"{' and '.join(differences)}. Name what would have to be true with assuming=“…”."
            )

    def _named(self) -> str:
        return f"“{self}” ({', '.join(self.sources)})" if self.sources else f"“{self}”"

    def _joined(self, other: "Quantity", assuming: str, **changes: object) -> "Quantity":
        """This quantity with what the operation changes, and with all that the other brings along.

        Of two measures, populations or dates both are named, so that the next operation is asked about too.
        """
        told = [name for name in _TOLD_APART if name != "unit"]
        both = {name: _both(getattr(self, name), getattr(other, name)) for name in told}
        both["sources"] = _merged(self.sources, other.sources)
        both["assumptions"] = _merged(self.assumptions, other.assumptions, (assuming,))
        return replace(self, **(both | changes))


def quantity(row: Mapping, address: str) -> Quantity:
    """The quantity of a row of the quantities table or of the outside table, known by its address."""
    said = {name: _text(row, name) for name in ("counted", "per", "measure", "population", "as_of")}
    unit = f"{said['counted']} a {said['per']}" if said["per"] else said["counted"]
    return Quantity(from_row(row), unit, said["measure"], said["population"], said["as_of"], (address,))


def _text(row: Mapping, name: str) -> str:
    """The cell as text; empty where the table has no such column or leaves it blank."""
    value = row.get(name, "")
    return value if isinstance(value, str) else ""


def _both(mine: str, yours: str) -> str:
    """What two quantities are said to be, each thing once."""
    return "; ".join(_merged(tuple(mine.split("; ")), tuple(yours.split("; "))))


def _merged(*several: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for texts in several for text in texts if text))
