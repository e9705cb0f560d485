"""The cable travels with the package: from the checkout's seeds, or from beside this file in an sdist."""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CableHook(BuildHookInterface):
    """Puts `seeds/cable.txt` into wheel and sdist; an editable install reads it where it lies."""

    def initialize(self, version: str, build_data: dict) -> None:
        cable = Path(self.root).parent / "seeds" / "cable.txt"
        if version != "editable" and cable.is_file():
            build_data["force_include"][str(cable)] = "cablegram/cable.txt"
