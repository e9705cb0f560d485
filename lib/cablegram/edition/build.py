"""From the notebooks to the pages: check the prose, run what changed, set the pages, put them in place."""

import hashlib
import json
import os
import re
import shutil
import sysconfig
from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path

from ..cable import Cable, load
from ..registers import FOLDER, REGISTERS
from .facts import facts_of
from .gather import all_prose, fix_file
from .prose import Prose, check, uncited
from .sources import CHECKOUT, FIRST, BuildError, Folders, Outputs, Source, read_sources

PACKAGE = Path(__file__).resolve().parent.parent
SINGLE = "edition.html"
CELL_SECONDS = 600


def build(folders: Folders | None = None, fix: bool = False, cell_seconds: int = CELL_SECONDS) -> Path:
    """Write the edition; what comes back is the path of its first page.

    Raises `BuildError` where a notebook cannot be read, prose is false, or a cell raises or takes longer than
    `cell_seconds`, `OSError` where a file cannot be read or written; the edition that was there then stays.
    `fix` first rewrites the computed words.
    """
    folders = folders or Folders()
    with alone(folders):
        if fix:
            facts, sources = facts_of(load_cable()), read_sources(folders.notebooks)
            paths = [*FOLDER.glob("*.toml"), *FOLDER.glob("*.csv"), *(source.path for source in sources)]
            for path in [*paths, *folders.root.glob(folders.readme.name)]:
                if count := fix_file(path, facts):
                    print(f"  {path.name}: {count} computed words rewritten")
        library, notebooks = library_hash(), sorted(folders.notebooks.glob("*.ipynb"))
        state = digest(library, *files_of(PACKAGE / "edition"), folders.readme, *notebooks)
        if recall(folders.cache, "edition", state) == written(folders):
            print("Nothing has changed since the last build.")
        else:
            replace(folders, library, cell_seconds)
            remember(folders.cache, "edition", state, written(folders))
    return folders.html / f"{FIRST}.html"


def make(folders: Folders, library: str, cell_seconds: int) -> dict[str, bytes]:
    """Every file of the edition by its path in the folder of new ones.

    While the kernels run, prose is checked and pages are read.
    """
    from .kernels import running

    sources = read_sources(folders.notebooks)
    known = {
        source.name: recall(folders.cache, source.name, digest(library, *source.code)) if source.code else []
        for source in sources
    }
    stale = [source for source in sources if known[source.name] is None]
    print("Making the edition", flush=True)
    with running(stale, cell_seconds) as finished:
        # What takes long to import is imported while the kernels start.
        from ..export import downloads
        from .exporter import EditionExporter
        from .page import Site, set_page, set_single

        cable, exporter, pages, made = load_cable(), EditionExporter(), {}, {}
        prose = check_prose(sources, cable, folders)
        print("  Checked the prose", flush=True)
        files = downloads(cable, {source.path.name: source.bytes for source in sources})
        before = [(source, known[source.name]) for source in sources if source not in stale]
        for source, outputs in chain(before, finished):
            print(f"  {'Ran' if source in stale else 'Kept the outputs of'} {source.name}", flush=True)
            if source in stale:
                remember(folders.cache, source.name, digest(library, *source.code), outputs)
            made |= figures_of(outputs)
            pages[source.name] = exporter.pages(source.notebook(outputs), source.name, source.path.parent)
    loose = uncited(prose, cable)
    site = Site([page for source in sources for page in pages[source.name]], files, cable, loose)
    made |= {f"html/{page.name}.html": set_page(page, site).encode() for page in site.pages}
    made[f"html/{SINGLE}"] = set_single(site).encode()
    return made | {f"html/{file.href}": file.content for file in files}


# ---- prose


def load_cable() -> Cable:
    """The cable of this edition with its registers. Raises `BuildError` that says what is wrong."""
    missing = [register.file for register in REGISTERS.values() if not register.paths(FOLDER)]
    if missing:
        raise BuildError(f"{FOLDER} lacks {', '.join(missing)}; restore it with `git checkout`.")
    try:
        cable = load()
        cable.answers  # noqa: B018 - the registers are read on first asking, and must make sense together
    except (ValueError, LookupError) as error:
        raise BuildError(f"The cable or its registers cannot be used: {error}") from error
    return cable


def check_prose(sources: list[Source], cable: Cable, folders: Folders) -> list[Prose]:
    """All prose of the edition; raises `BuildError` that lists what is false, if anything is."""
    prose = all_prose(sources, cable, folders.readme)
    if problems := check(prose, facts_of(cable)):
        listed = "\n".join(f"  {problem}" for problem in problems)
        raise BuildError(
            f"The prose says {len(problems)} things that the data do not:\n{listed}\n"
            "`python3 lib build --fix` rewrites the computed words; the rest is for the writer."
        )
    return prose


# ---- what is kept of former builds


def figures_of(outputs: Outputs) -> dict[str, bytes]:
    """The files of the figures in the outputs: a figure comes with its PNG, and with its SVG for a still."""
    files = {}
    for data in (output.get("data", {}) for output in chain(*outputs)):
        figure = re.search(r' id="figure-([\w-]+)"', data.get("text/html", ""))
        still = re.search(r"data:image/svg\+xml;base64,([^\"]+)", data.get("text/html", ""))
        if figure and still and "image/png" in data:
            files[f"figures/{figure[1]}.svg"] = b64decode(still[1])
            files[f"figures/{figure[1]}.png"] = b64decode(data["image/png"])
    return files


def recall(folder: Path, name: str, key: str):
    """What was remembered under this name with this key, else None; a damaged file counts as absent."""
    try:
        mark, _, value = (folder / f"{name}.json").read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    return json.loads(value) if mark == digest(key, value) else None


def remember(folder: Path, name: str, key: str, value) -> None:
    """Keep the value in a file; where that cannot be written the edition does without."""
    text = json.dumps(value)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name}.json").write_text(f"{digest(key, text)}\n{text}", encoding="utf-8")
    except OSError as error:
        print(f"  {folder} cannot be used ({error.strerror}), so the next build makes {name} again.")


def written(folders: Folders) -> str:
    """A hash of what the last build left: pages and downloads, but no PDF, which is made of them; figures."""
    pages = [path for path in files_of(folders.html) if path.suffix != ".pdf"]
    return digest(*pages, *files_of(folders.figures))


def library_hash() -> str:
    """A hash of all that outputs depend on beside their cells: what sets the pages is not among it."""
    installed = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    library = [path for path in files_of(PACKAGE) if not path.is_relative_to(PACKAGE / "edition")]
    return digest(*library, CHECKOUT / "seeds" / "cable.txt", sysconfig.get_python_version(), *installed)


def files_of(folder: Path) -> list[Path]:
    """Every file in the folder and those below it, what Python has compiled apart."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def digest(*parts: str | Path) -> str:
    """A hash of texts, and of files by path and content; one that is absent counts as empty."""
    contents = [
        (str(part), part.read_bytes() if isinstance(part, Path) and part.is_file() else b"") for part in parts
    ]
    return hashlib.sha256(repr(contents).encode()).hexdigest()


# ---- pages that appear whole


def replace(folders: Folders, library: str, cell_seconds: int) -> None:
    """Write every file apart from those that are there, which stay until these take their place."""
    try:
        folders.new.mkdir()  # so that what cannot be written is said before anything runs
        for name, content in make(folders, library, cell_seconds).items():
            (folders.new / name).parent.mkdir(parents=True, exist_ok=True)
            (folders.new / name).write_bytes(content)
        folders.figures.mkdir(exist_ok=True)
        for new in folders.new.glob("figures/*"):
            old = folders.figures / new.name
            if not old.is_file() or old.read_bytes() != new.read_bytes():
                new.replace(old)
        if folders.html.exists():
            folders.html.rename(folders.old)
        (folders.new / "html").rename(folders.html)
    except OSError as error:
        error.filename = error.filename or str(folders.new)  # a full disk does not say where
        raise
    finally:
        restore(folders)


def restore(folders: Folders) -> None:
    """Put back what a build had moved aside before it put its own there, and clear away what it left."""
    if folders.old.is_dir() and not folders.html.exists():
        folders.old.rename(folders.html)
    shutil.rmtree(folders.new, ignore_errors=True)


@contextmanager
def alone(folders: Folders) -> Iterator[None]:
    """One after the other, builds of the same edition; each first puts right what a killed one has left."""
    with ExitStack() as held:
        if os.name == "posix":  # Windows locks no folders
            import fcntl

            folder = os.open(folders.notebooks, os.O_RDONLY)
            held.callback(os.close, folder)
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Another build of this edition is at work; this one waits for it.", flush=True)
                fcntl.flock(folder, fcntl.LOCK_EX)
        restore(folders)
        yield
