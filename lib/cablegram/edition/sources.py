"""What the edition is made of: the notebooks as they lie in the checkout, and the folders round them."""

import json
from dataclasses import dataclass, field
from pathlib import Path

Outputs = list[list[dict]]  # what each code cell of a notebook gave, in order

CHECKOUT = Path(__file__).resolve().parents[3]
FIRST = "index"


class BuildError(RuntimeError):
    """The build cannot go on; the message is one sentence for the reader of the terminal."""


class Folders:
    """Where the build reads and writes; by default the checkout this package lies in."""

    def __init__(self, root: Path = CHECKOUT) -> None:
        self.root, self.readme = root, root / "README.md"
        self.notebooks, self.html = root / "notebooks", root / "notebooks" / "html"
        self.figures, self.cache = root / "figures", root / ".cache"
        # What is written before it takes its place, and beside it the pages that gave place to it.
        self.new = root / "notebooks" / ".html-new"
        self.old = self.new / "old"


@dataclass(frozen=True)
class Source:
    """A notebook as it is written: `content` is its JSON, without the outputs that may lie in the file."""

    name: str
    path: Path
    content: dict = field(repr=False)

    @property
    def bytes(self) -> bytes:
        """The notebook as a file of its own, the same whatever was run in it."""
        return (json.dumps(self.content, ensure_ascii=False, indent=1) + "\n").encode()

    @property
    def code(self) -> list[str]:
        """The source of each code cell, in order: all that a run depends on."""
        return [words(cell) for cell in self.content["cells"] if cell["cell_type"] == "code"]

    def notebook(self, outputs: Outputs = ()):
        """The notebook as nbformat holds it, its code cells with these outputs."""
        import nbformat

        notebook = nbformat.reads(self.bytes.decode(), as_version=4)
        code = (cell for cell in notebook.cells if cell.cell_type == "code")
        for cell, given in zip(code, outputs, strict=False):
            cell.outputs = nbformat.from_dict(given)
        return notebook


def words(cell: dict) -> str:
    """The source of a cell as one string; notebook files may hold it as a list of lines."""
    return "".join(cell["source"])


def read_sources(folder: Path) -> list[Source]:
    """Every notebook of the folder, the front page first and the others by name. Raises `BuildError`."""
    paths = sorted(folder.glob("*.ipynb"), key=lambda path: (path.stem != FIRST, path.stem))
    if not paths or paths[0].stem != FIRST:
        raise BuildError(
            f"{folder / FIRST}.ipynb is missing, and with it the front page: "
            "restore it (`git checkout notebooks` does) and build again."
        )
    return [read_source(path) for path in paths]


def read_source(path: Path) -> Source:
    """The notebook at `path`. Raises `BuildError` that says what is wrong and how to mend it."""
    from nbformat.validator import iter_validate

    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
        if content["nbformat"] != 4:
            raise ValueError(f"its format is {content['nbformat']!r}, and not 4")
        for error in iter_validate(content):
            if error.message != "'id' is a required property":  # older programs write none to cells
                raise ValueError(f"{'/'.join(map(str, error.absolute_path))}: {error.message[:120]}")
        ids = [cell["id"] for cell in content["cells"] if "id" in cell]
        if twice := {id for id in ids if ids.count(id) > 1}:
            raise ValueError(f"more than one cell has the id {min(twice)!r}")
        for cell in content["cells"]:
            if cell["cell_type"] == "code":
                cell |= {"outputs": [], "execution_count": None}
        source = Source(path.stem, path, content)
        source.bytes.decode()  # half a pair of surrogates can stand in JSON, and in no file
        return source
    except OSError as error:
        problem = f"{path} cannot be read: {error.strerror}. Make it readable"
    except (ValueError, KeyError, TypeError) as error:
        problem = f"{path.name} is not a notebook that can be read: {error}. Save it again from JupyterLab"
    raise BuildError(f"{problem}, or restore it with `git checkout`.")
