"""What was made before and is still good: one entry per name, valid for one key."""

import hashlib
import json
import sysconfig
from collections.abc import Iterable
from pathlib import Path


class Cache:
    """Entries of one kind (`runs`, `pages`), one file each; a damaged or foreign file counts as absent."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder = folder / kind

    def get(self, name: str, key: str):
        """What was put under this name, if it was put with this key; else None."""
        try:
            entry = json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))
            return entry["value"] if entry["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, name: str, key: str, value) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        entry = json.dumps({"key": key, "value": value}, ensure_ascii=False)
        (self.folder / f"{name}.json").write_text(entry, encoding="utf-8", newline="\n")


def fingerprint(*parts: str | bytes | Iterable) -> str:
    """A hash of texts, bytes and lists of them; the parts cannot run into each other."""
    digest = hashlib.sha256()
    for part in parts:
        if not isinstance(part, str | bytes):
            part = fingerprint(*part)
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def fingerprint_files(folder: Path, skip: str = "", suffixes: tuple[str, ...] = ()) -> str:
    """A hash of names and bytes of all files below the folder, without compiled ones and those in `skip`;
    of some kinds only where `suffixes` names them."""
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and "__pycache__" not in path.parts
        and not (skip and skip in path.relative_to(folder).parts)
        and (not suffixes or path.suffix in suffixes)
    ]
    return fingerprint(
        *(part for path in paths for part in (path.relative_to(folder).as_posix(), path.read_bytes()))
    )


def fingerprint_versions() -> str:
    """A hash of what is installed beside this package, by name and version."""
    site = Path(sysconfig.get_path("purelib"))
    return fingerprint(sysconfig.get_python_version(), sorted(path.name for path in site.glob("*.dist-info")))
