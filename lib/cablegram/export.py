"""The tables of a cable as files others can read: CSV with a data-package description, places as GeoJSON.

And what a reader of the edition can take away: these, the citations, the notebooks, all of it in one archive.
"""

import base64
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from . import __version__
from .cable import Cable
from .places import linked_places
from .references import EDITION, citations
from .registers.sheets import guarded

if TYPE_CHECKING:
    from pandas import DataFrame

_TYPES = {"b": "boolean", "i": "integer", "f": "number"}


def tables(cable: Cable) -> "dict[str, DataFrame]":
    """Every table of the cable by name, those with rows only: its parts, its registers, its results."""
    parts = {"segments": cable.segments, "sentences": cable.sentences}
    found = parts | cable.registers | {"results": cable.results()}
    return {name: frame for name, frame in found.items() if len(frame)}


def as_field(value: object) -> str:
    """One value as it stands in a CSV field: empty where nothing is known, whole numbers without a point.

    A list stands with ` | ` between its words, the rest of what is nested as JSON. Before what a spreadsheet
    would take for a formula stands an apostrophe, which is taken away again where a register is read.
    """
    if value is None or value != value:  # NaN is the one value that differs from itself
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        is_plain = all(isinstance(item, str) for item in value)
        value = " | ".join(value) if is_plain else json.dumps(value, ensure_ascii=False, default=str)
    return str(guarded(value))


def describe(frames: "dict[str, DataFrame]") -> dict:
    """The tables as a data package: each with its path and the type of every column.

    What names a sentence points to the table of sentences.
    """
    resources = []
    for name, frame in frames.items():
        types = [_TYPES.get(kind.kind, "string") for kind in frame.dtypes]
        fields = [{"name": column, "type": type} for column, type in zip(frame, types, strict=True)]
        schema: dict = {"fields": fields, "missingValues": [""], "primaryKey": "id"}
        if "sentence" in frame:
            reference = {"resource": "sentences", "fields": "id"}
            schema["foreignKeys"] = [{"fields": "sentence", "reference": reference}]
        file = {"name": name, "path": f"{name}.csv", "type": "table", "format": "csv"}
        resources.append(file | {"mediatype": "text/csv", "encoding": "utf-8", "schema": schema})
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "cablegram",
        "title": EDITION,
        "version": __version__,
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": resources,
    }


def data_files(cable: Cable) -> dict[str, str]:
    """File name to content: tables as CSV, `datapackage.json`, `places.geojson`, and the citations."""
    frames = tables(cable)
    end = "\r\n" if "\r" in cable.text else "\n"  # a field with a line end in it is quoted if rows end so too
    files = {
        f"{name}.csv": frame.map(as_field).to_csv(index=False, lineterminator=end)
        for name, frame in frames.items()
    }
    files["datapackage.json"] = json.dumps(describe(frames), ensure_ascii=False, indent=2) + "\n"
    if "places" in frames:
        year = (cable.meta["date"] or "")[:4]
        places = linked_places(cable.places, cable.meta["title"] or cable.name, year)
        files["places.geojson"] = json.dumps(places, ensure_ascii=False, indent=1) + "\n"
    return files | {name: citations(name) for name in ("citation.bib", "citation.ris", "citation.json")}


# ---- to take away


@dataclass(frozen=True)
class Download:
    """One file offered to the reader; `group` is citation, data, notebook or everything."""

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
        return f"data:application/octet-stream;base64,{base64.b64encode(self.content).decode()}"


def downloads(cable: Cable, notebooks: Mapping[str, bytes]) -> list[Download]:
    """Citations, tables, notebooks by their file names, and one archive of all, the same bytes each time."""
    found = [
        Download(name, text.encode(), "citation" if name.startswith("citation.") else "data")
        for name, text in data_files(cable).items()
    ]
    found += [Download(name, content, "notebook") for name, content in notebooks.items()]
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as bundle:
        for file in found:
            entry = zipfile.ZipInfo(f"cablegram/{file.group}/{file.name}")  # of 1980, whatever the clock says
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, file.content, zipfile.ZIP_DEFLATED)
    return [*found, Download("cablegram.zip", target.getvalue(), "everything")]
