"""How a cable is loaded: this one from the package or the checkout, any other from its file."""

import hashlib
from pathlib import Path

from . import files
from .cable import Cable
from .registers import FOLDER

CABLE_SHA256 = "cdf10784c60b5a3bb83b1b03c5f2d520475cc2c9f1a558efcea8c6a581b6f95f"


def load(
    path: "str | Path | None" = None, registers: "str | Path | None" = None, encoding: str | None = None
) -> Cable:
    """This cable with its registers, or any other document.

    `path` names a text file; without one it is the cable of this edition, from the package or from `seeds/`
    of the checkout, and its hash is checked. `registers` names a folder of registers in the same form
    (`quantities.csv` ...; those to copy from are in `cablegram.registers.FOLDER`), `encoding` that of a text
    file which is not UTF-8 and does not say so by a byte order mark.
    Raises `DocumentError` for a file that cannot be read as text, or is not the cable it should be, and when
    a register is first asked for, `RegisterError`.
    """
    if path is None:
        cable = Cable(_own_text(), "cable.txt", registers or FOLDER)
        cable.has_pages = registers is None
        return cable
    return Cable(files.read(path, encoding), Path(path).name, registers)


def _own_text() -> str:
    packaged = Path(__file__).with_name("cable.txt")
    source = packaged if packaged.is_file() else Path(__file__).parents[2] / "seeds" / "cable.txt"
    raw = source.read_bytes()
    if hashlib.sha256(raw).hexdigest() != CABLE_SHA256:
        raise files.DocumentError(
            f"{source} is not the cable as received (its SHA-256 differs); restore it from the repository, "
            "or load it under its own path to work on a changed text."
        )
    return raw.decode("utf-8")
