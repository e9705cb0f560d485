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
from .references import EDITION, citation_files

if TYPE_CHECKING:
    from pandas import DataFrame

TABLES = ("segments", "sentences")


def tables(cable: Cable) -> "dict[str, DataFrame]":
    """Every table of the cable by name, those with rows only: its parts, its registers, its results."""
    found = {name: getattr(cable, name) for name in TABLES} | dict(cable.registers)
    if len(cable.quantities):
        found["results"] = cable.results()
    return {name: frame for name, frame in found.items() if len(frame)}


def as_csv(frame: "DataFrame") -> str:
    """The table as CSV: a header row, UTF-8, empty where nothing is known, lines ended by LF.

    Whole numbers stand without a decimal point, lists with ` | ` between their items, the rest of
    what is nested as JSON.
    """
    return frame.map(as_field).to_csv(index=False, lineterminator="\n")


def as_field(value: object) -> str:
    """One value as it stands in a CSV field."""
    if value is None or value != value:  # NaN is the one value that differs from itself
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return " | ".join(value)
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def describe(frames: "dict[str, DataFrame]", title: str, version: str) -> str:
    """`datapackage.json` for the tables: each with its path and the type of every column."""
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "cablegram",
        "title": title,
        "version": version,
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "resources": [describe_table(name, frame, frames) for name, frame in frames.items()],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def describe_table(name: str, frame: "DataFrame", frames: "dict[str, DataFrame]") -> dict:
    """One resource of the data package; what names a sentence points to the table of sentences."""
    kinds = {"b": "boolean", "i": "integer", "f": "number"}
    fields = [
        {"name": str(column), "type": kinds.get(frame[column].dtype.kind, "string")}
        for column in frame.columns
    ]
    keys: dict = {"primaryKey": "id"} if "id" in frame.columns and frame["id"].is_unique else {}
    if "sentence" in frame.columns and "sentences" in frames:
        reference = {"resource": "sentences", "fields": "id"}
        keys["foreignKeys"] = [{"fields": "sentence", "reference": reference}]
    return {
        "name": name,
        "path": f"{name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "missingValues": [""], **keys},
    }


def data_files(cable: Cable) -> dict[str, str]:
    """File name to content: tables as CSV, `datapackage.json`, `places.geojson`, and the citations.

    The places are Linked Places, which maps and gazetteers read; each cites the document that names it.
    """
    frames = tables(cable)
    files = {f"{name}.csv": as_csv(frame) for name, frame in frames.items()}
    files["datapackage.json"] = describe(frames, EDITION, __version__)
    if "places" in frames:
        title, date = cable.meta.get("title", cable.name), cable.meta.get("date", "")
        places = linked_places(cable.places, title, date[:4])
        files["places.geojson"] = json.dumps(places, ensure_ascii=False, indent=1) + "\n"
    return files | citation_files()


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
    """Citations, tables, notebooks by their file names, and all of it as one archive."""
    found = [
        Download(name, text.encode(), "citation" if name.startswith("citation.") else "data")
        for name, text in data_files(cable).items()
    ]
    found += [Download(name, content, "notebook") for name, content in notebooks.items()]
    return [*found, Download("cablegram.zip", archive(found), "everything")]


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
