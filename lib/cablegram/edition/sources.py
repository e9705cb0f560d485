"""What the edition is made of: the notebooks as they lie in the checkout, and the folders round them."""

import json
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]
AT_ONCE = 2  # notebooks that run at a time

Outputs = list[list[dict]]  # what each code cell of a notebook gave, in order


class BuildError(RuntimeError):
    """The build cannot go on; the message is one sentence for the reader of the terminal."""


@dataclass(frozen=True)
class Folders:
    """Where the build reads and writes; by default the checkout this package lies in."""

    root: Path = CHECKOUT

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def html(self) -> Path:
        return self.notebooks / "html"

    @property
    def figures(self) -> Path:
        return self.root / "figures"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"


@dataclass(frozen=True)
class Source:
    """A notebook as it is written: `content` is its JSON, without the outputs that may lie in the file."""

    name: str
    path: Path
    content: dict = field(repr=False)

    @property
    def cells(self) -> list[dict]:
        return self.content["cells"]

    @property
    def bytes(self) -> bytes:
        """The notebook as a file of its own, the same whatever was run in it."""
        return (json.dumps(self.content, ensure_ascii=False, indent=1) + "\n").encode()

    @property
    def code(self) -> list[str]:
        """The source of each code cell, in order: all that a run depends on."""
        return [words(cell) for cell in self.cells if cell["cell_type"] == "code"]

    @property
    def title(self) -> str:
        """The first heading of the first level, or the file's name where there is none."""
        for cell in self.cells:
            if cell["cell_type"] == "markdown":
                for line in words(cell).splitlines():
                    if line.startswith("# "):
                        return line[2:].strip()
        return self.name


def words(cell: dict) -> str:
    """The source of a cell as one string; notebook files may hold it as a list of lines."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def tags(cell: dict) -> list[str]:
    return cell.get("metadata", {}).get("tags", [])


def sentence(name: str, number: int, code: str, error: str, message: str) -> str:
    """What is said of a cell that raised."""
    return f"{name}, cell {number} ({code.strip().partition(chr(10))[0]}): {error}: {message}"


def without_outputs(cell: dict) -> dict:
    return cell | {"outputs": [], "execution_count": None} if cell["cell_type"] == "code" else cell


def read_source(path: Path) -> Source:
    """The notebook at `path`. Raises `BuildError` where the file is not a notebook."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        content["cells"] = [without_outputs(cell) for cell in content["cells"]]
        return Source(path.stem, path, content)
    except (ValueError, KeyError, TypeError) as error:
        raise BuildError(f"{path.name} is not a notebook that can be read: {error}") from error


def read_sources(folder: Path) -> list[Source]:
    """Every notebook of the folder, `index` first and the others by name."""
    paths = sorted(folder.glob("*.ipynb"), key=lambda path: (path.stem != "index", path.stem))
    return [read_source(path) for path in paths]
