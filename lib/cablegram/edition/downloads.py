"""What a reader can take away: tables, citations, notebooks, as files or inside the single file."""

import base64
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from .sources import Source

TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".bib": "application/x-bibtex",
    ".ris": "application/x-research-info-systems",
    ".ipynb": "application/x-ipynb+json",
    ".zip": "application/zip",
}


@dataclass(frozen=True)
class Download:
    """One file offered to the reader; `group` is citation, data or notebook."""

    name: str
    content: bytes
    group: str

    @property
    def size(self) -> str:
        return f"{max(1, round(len(self.content) / 1000))} kB"

    @property
    def href(self) -> str:
        return f"downloads/{self.name}"

    @property
    def data(self) -> str:
        """The file as a `data:` address."""
        kind = TYPES.get(Path(self.name).suffix, "application/octet-stream")
        return f"data:{kind};base64,{base64.b64encode(self.content).decode()}"


def downloads(sources: list[Source], files: dict[str, str]) -> list[Download]:
    """Every download in the order of the page: citations, tables, notebooks, and all of it as one archive."""
    found = [Download(name, text.encode(), group_of(name)) for name, text in files.items()]
    found += [Download(source.path.name, source.bytes, "notebook") for source in sources]
    everything = Download("cablegram.zip", archive(found), "everything")
    return [*found, everything]


def group_of(name: str) -> str:
    return "citation" if name.startswith("citation.") else "data"


def archive(files: list[Download]) -> bytes:
    """A ZIP of the files, the same bytes whenever the files are the same."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for file in files:
            entry = zipfile.ZipInfo(f"cablegram/{file.group}/{file.name}", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, file.content)
    return target.getvalue()
