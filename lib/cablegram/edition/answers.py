"""What a cable answers: its results under the default readings, and the options of each reading."""

from functools import cached_property

from ..cable import Cable
from ..results import Result, results


class Answers:
    """The results of one cable, asked one at a time."""

    def __init__(self, cable: Cable) -> None:
        self.cable = cable

    @cached_property
    def found(self) -> dict[str, Result]:
        return results(self.cable)

    @cached_property
    def options(self) -> dict[str, list[dict]]:
        """The rows of the register of readings by their crux, the default first."""
        found: dict[str, list[dict]] = {}
        for row in sorted(self.cable.rows("readings").values(), key=lambda row: not row["default"]):
            found.setdefault(row["crux"], []).append(row)
        return found
