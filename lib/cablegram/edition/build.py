"""From the notebooks to the pages: check the prose, run what changed, set the pages, put them in place."""

import errno
import hashlib
import json
import os
import re
import shutil
import sysconfig
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from .answers import Answers
from .sources import CHECKOUT, FIRST, BuildError, Folders, Source, read_sources

if TYPE_CHECKING:
    from nbclient import NotebookClient

    from ..cable import Cable

PACKAGE = Path(__file__).resolve().parent.parent
SINGLE = "edition.html"
CELL_SECONDS = 600
AT_ONCE = 2  # kernels; each takes one notebook after the other, so that pandas is imported twice

Outputs = list[list[dict]]  # what each code cell of a notebook gave, in order


def build(folders: Folders | None = None, fix: bool = False, cell_seconds: int = CELL_SECONDS) -> Path:
    """Write the edition; what comes back is the path of its first page.

    Raises `BuildError` where a notebook cannot be read, prose is false, or a cell raises or takes longer than
    `cell_seconds`; the edition that was there then stays. `fix` first rewrites the computed words.
    """
    folders = folders or Folders()
    restore(folders.html)
    if fix:
        fix_prose(folders)
    library = digest(
        digest_of(PACKAGE, skip="edition"),
        digest_of(CHECKOUT / "seeds", ".txt"),
        *versions(),
    )
    texts = [folders.root / "README.md", *sorted(folders.notebooks.glob("*.ipynb"))]
    state = digest(library, digest_of(PACKAGE / "edition"), *(read_bytes(path) for path in texts))
    cache, first = Cache(folders.cache), folders.html / f"{FIRST}.html"
    if cache.get("edition", state) == [digest_of(folders.html, *WRITTEN), digest_of(folders.figures)]:
        print("Nothing has changed since the last build.")
        return first
    with replacing(folders.html) as folder:
        files = make(folders, library, cache, cell_seconds)
        with writing(folders.html):
            for name, content in files.items():
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_bytes(content)
    cache.put("edition", state, [digest_of(folders.html, *WRITTEN), digest_of(folders.figures)])
    return first


def make(folders: Folders, library: str, cache: "Cache", cell_seconds: int) -> dict[str, bytes]:
    """Every file of the edition by its name. While the kernels run, the prose is checked."""
    from ..citations import edition
    from ..export import data_files
    from .backlinks import with_ways_back
    from .downloads import downloads
    from .exporter import EditionExporter
    from .pages import set_page, set_single
    from .site import Site

    sources, outputs = read_sources(folders.notebooks), {}
    for source in sources:
        outputs[source.name] = kept(source, library, cache, folders.figures)
    stale = [source for source in sources if outputs[source.name] is None]
    with running(stale, folders.figures, cell_seconds) as finished:
        answers, exporter, parts = Answers(load_cable()), EditionExporter(), {}
        with step("Checked the prose"):
            check_prose(sources, answers, folders)
        for source, new in finished:
            outputs[source.name] = new
            figures = figures_of(new, folders.figures)
            cache.put(source.name, digest(library, *source.code), {"outputs": new, "figures": figures})
    with step("Set the pages"):
        for source in sources:
            resources = {"metadata": {"name": source.name, "path": str(source.path.parent)}}
            parts[source.name] = exporter.pages(with_outputs(source, outputs[source.name]), resources)
        pages = with_ways_back([page for source in sources for page in parts[source.name]])
        site = Site(pages, downloads(sources, data_files(answers.cable)), edition(), answers)
        files = {f"{page.name}.html": set_page(page, site).encode() for page in site.pages}
        files[SINGLE] = set_single(site).encode()
    return files | {file.href: file.content for file in site.files}


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what was done, and how long it took."""
    start = time.perf_counter()
    yield
    print(f"  {what}, {time.perf_counter() - start:.1f} s", flush=True)


# ---- prose


def load_cable() -> "Cable":
    """This edition's cable with its registers read. Raises `BuildError` that says what is wrong."""
    from ..loading import load

    try:
        cable = load()
        cable.registers  # noqa: B018 - read on first asking
    except (OSError, ValueError, LookupError) as error:
        raise BuildError(f"The cable or its registers cannot be read: {error}") from error
    return cable


def check_prose(sources: list[Source], answers: Answers, folders: Folders) -> None:
    """Raise `BuildError` that lists what is false, if anything is."""
    from .facts import facts_of
    from .gather import all_prose
    from .prose import check

    problems = check(all_prose(sources, answers, folders.root / "README.md"), facts_of(answers))
    if problems:
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise BuildError(
            f"The prose says {len(problems)} things that the data do not:\n{listed}\n"
            "`python3 lib build --fix` rewrites the computed words; the rest is for the writer."
        )


def fix_prose(folders: Folders) -> None:
    """Rewrite the computed words of links in the notebooks, the registers and the README."""
    from .facts import facts_of
    from .fix import fix_files

    registers = sorted(path for path in (PACKAGE / "registers").iterdir() if path.suffix in (".toml", ".csv"))
    readme = [path for path in (folders.root / "README.md",) if path.is_file()]
    sources, facts = read_sources(folders.notebooks), facts_of(Answers(load_cable()))
    for name, count in fix_files(sources, registers + readme, facts).items():
        print(f"  {name}: {count} computed words rewritten")


# ---- kernels

# What a kernel is told before each notebook, so that none sees what was done in another.
AFRESH = """\
get_ipython().reset(new_session=True)
import os, sys
os.chdir({folder!r})
if "matplotlib" in sys.modules:
    sys.modules["matplotlib"].rc_file_defaults()
if "matplotlib.pyplot" in sys.modules:
    sys.modules["matplotlib.pyplot"].close("all")
del os, sys
"""


@contextmanager
def running(sources: list[Source], figures: Path, cell_seconds: int) -> Iterator[Iterator]:
    """Real kernels at work, which give each notebook with its outputs as it is done, and end with the block.

    Raises `BuildError` with notebook, cell and error where a cell raises or does not end.
    """
    from ..figures.publish import FOLDER_VARIABLE

    if not sources:
        yield iter(())
        return
    print(f"Running {len(sources)} notebooks", flush=True)
    # What draws takes longest, and is begun first.
    waiting = deque(sorted(sources, key=lambda source: -sum("figure(" in code for code in source.code)))
    finished: SimpleQueue = SimpleQueue()
    clients: list[NotebookClient] = []
    environment = os.environ | {FOLDER_VARIABLE: str(figures.resolve())}

    def work() -> None:
        try:
            clients.append(client := new_client(cell_seconds))
            with client.setup_kernel(env=environment):
                while waiting:
                    source = waiting.popleft()
                    with step(f"Ran {source.name}"):
                        outputs = run(source, client)
                    finished.put((source, outputs))
        except Exception as error:
            finished.put(error)

    def results() -> Iterator[tuple[Source, Outputs]]:
        for _ in sources:
            if isinstance(result := finished.get(), Exception):
                raise result
            yield result

    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for _ in range(min(AT_ONCE, len(sources))):
                pool.submit(work)
            yield results()
        finally:
            waiting.clear()
            for client in clients:
                kill(client)


def new_client(cell_seconds: int) -> "NotebookClient":
    import nbformat
    from nbclient import NotebookClient
    from traitlets.config import Config

    # Without this every kernel warns on the terminal that it talks to us in plain text.
    private = Config({"KernelManager": {"transport_encryption": "auto"}})
    notebook = nbformat.v4.new_notebook()
    return NotebookClient(
        notebook, config=private, timeout=cell_seconds, kernel_name="python3", shutdown_kernel="immediate"
    )


def run(source: Source, client: "NotebookClient") -> Outputs:
    """The outputs of every code cell; the file itself is not touched."""
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
    from nbformat import v4

    cell = v4.new_code_cell(AFRESH.format(folder=str(source.path.parent.resolve())))
    client.nb = v4.new_notebook(cells=[cell])
    client.execute_cell(cell, 0, store_history=False)
    notebook = client.nb = source.notebook()
    client.reset_execution_trackers()
    for number, cell in enumerate(notebook.cells, 1):
        try:
            client.execute_cell(cell, number - 1)
        except CellExecutionError as error:
            message = f"{error.ename}: {plain(error.evalue)}"
            raise BuildError(f"{place(source, number, cell.source)}: {message}") from error
        except CellTimeoutError as error:
            message = f"it did not end within {client.timeout} seconds; `--cell-seconds` sets another limit"
            raise BuildError(f"{place(source, number, cell.source)}: {message}") from error
        except DeadKernelError as error:
            raise BuildError(f"{place(source, number, cell.source)}: its kernel died") from error
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def place(source: Source, number: int, code: str) -> str:
    return f"{source.path.name}, cell {number} ({code.strip().partition(chr(10))[0]})"


def plain(message: str) -> str:
    """A message without the codes that colour it on a terminal."""
    return re.sub(r"\x1b\[[0-9;]*m", "", message)


def kill(client: "NotebookClient") -> None:
    """End a kernel that may be in the middle of a cell; one that has ended stays so."""
    provisioner = client.km and client.km.provisioner
    if provisioner and provisioner.process:
        provisioner.process.kill()


def with_outputs(source: Source, outputs: Outputs):
    """The notebook as nbformat holds it, with these outputs in its code cells."""
    import nbformat

    notebook = source.notebook()
    code = (cell for cell in notebook.cells if cell.cell_type == "code")
    for number, (cell, given) in enumerate(zip(code, outputs, strict=True), 1):
        cell.execution_count = number
        cell.outputs = [nbformat.from_dict(output) for output in given]
    return notebook


# ---- what is kept of former builds

WRITTEN = (".html", ".csv", ".json", ".geojson", ".bib", ".ris", ".zip", ".ipynb")


class Cache:
    """One JSON file a name, good for one key. The edition can do without: what cannot be read counts as
    absent, and what cannot be written is not kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, name: str, key: str):
        """What was put under this name, if it was put with this key; else None."""
        try:
            entry = json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))
            return entry["value"] if entry["key"] == key else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, name: str, key: str, value) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            entry = json.dumps({"key": key, "value": value}, ensure_ascii=False)
            (self.folder / f"{name}.json").write_text(entry, encoding="utf-8", newline="\n")
        except OSError as error:
            print(f"  {self.folder} cannot be used ({error.strerror}), so the next build runs {name} again.")


def kept(source: Source, library: str, cache: Cache, folder: Path) -> Outputs | None:
    """The outputs of the last run, if neither code nor library changed since, nor a figure that it drew."""
    entry = cache.get(source.name, digest(library, *source.code))
    if entry is None or entry["figures"] == figures_of(entry["outputs"], folder):
        return entry and entry["outputs"]
    for name in entry["figures"]:  # a damaged one is drawn anew
        (folder / name).unlink(missing_ok=True)
    return None


def figures_of(outputs: Outputs, folder: Path) -> dict[str, str]:
    """The files of the figures in the outputs, each with a hash of what is there."""
    names = re.findall(r'id=\\"figure-([\w-]+)\\"', json.dumps(outputs))
    paths = [folder / f"{name}.{kind}" for name in names for kind in ("svg", "png")]
    return {path.name: digest(read_bytes(path)) for path in paths}


def digest(*parts: str | bytes) -> str:
    """A hash of texts and bytes, which cannot run into each other."""
    made = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        made.update(len(content).to_bytes(8, "big") + content)
    return made.hexdigest()


def digest_of(folder: Path, *suffixes: str, skip: str = "__pycache__") -> str:
    """A hash of the names and bytes of all files below the folder, or of some kinds."""
    left_out = {"__pycache__", skip}
    paths = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not left_out & set(path.relative_to(folder).parts)
        and (not suffixes or path.suffix in suffixes)
    ]
    return digest(
        *(part for path in paths for part in (path.relative_to(folder).as_posix(), read_bytes(path)))
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, none where it is not there or cannot be read."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def versions() -> list[str]:
    """Python's version, and what is installed beside this package by name and version."""
    site = Path(sysconfig.get_path("purelib"))
    return [sysconfig.get_python_version(), *sorted(path.name for path in site.glob("*.dist-info"))]


# ---- pages that appear whole


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """An empty folder, which takes the place of this one when the block has ended; until then that stays.

    Raises `BuildError` where nothing can be written.
    """
    new, old = beside(folder)
    try:
        with writing(folder):
            if folder.exists() and not os.access(folder, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir(parents=True)
        yield new
        with writing(folder):
            if folder.exists():
                folder.rename(old)
            new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        restore(folder)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BuildError(
            f"The pages cannot be written to {folder} ({error.strerror}): make it and {folder.parent} "
            "writable, and see that there is room; what was there before is untouched."
        ) from error


def restore(folder: Path) -> None:
    """Put back what a build had moved aside and was killed before it put its own there."""
    _new, old = beside(folder)
    if old.is_dir() and not folder.exists():
        old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def beside(folder: Path) -> tuple[Path, Path]:
    """The names for a folder while it is written, and for the one that it replaces."""
    return folder.with_name(f".{folder.name}-new"), folder.with_name(f".{folder.name}-old")
