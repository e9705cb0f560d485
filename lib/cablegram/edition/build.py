"""From the notebooks to the pages: check the prose, run what changed, set what changed, write it all."""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from .answers import Answers
from .cache import Cache, fingerprint, fingerprint_files, fingerprint_versions
from .site import Page, Site
from .sources import CHECKOUT, BuildError, Folders, Outputs, Source, read_sources
from .steps import step

if TYPE_CHECKING:
    from ..cable import Cable
    from .exporter import EditionExporter

PACKAGE = Path(__file__).resolve().parent.parent
SINGLE = "edition.html"


def build(folders: Folders | None = None, fix: bool = False, kernels: bool = False) -> Path:
    """Write the edition; what comes back is the path of its first page.

    Raises `BuildError` where prose is false or a cell raises. `fix` first rewrites the computed words;
    `kernels` runs notebooks as Jupyter does even where a quicker way gives the same.
    """
    folders = folders or Folders()
    if fix:
        fix_prose(folders)
    sources = read_sources(folders.notebooks)
    if not sources:
        raise BuildError(f"There is no notebook in {folders.notebooks}.")
    core = fingerprint(
        fingerprint_files(PACKAGE, skip="edition"),
        fingerprint_files(CHECKOUT / "seeds", suffixes=(".txt",)),
        fingerprint_versions(),
    )
    setting = fingerprint(core, fingerprint_files(PACKAGE / "edition"), [source.bytes for source in sources])
    whole, first = Cache(folders.cache, "edition"), folders.html / f"{sources[0].name}.html"
    state = fingerprint(setting, readme_of(folders))
    if whole.get("written", state) == fingerprint_folder(folders.html):
        print("Nothing has changed since the last build.")
        return first
    make(sources, folders, core, kernels)
    whole.put("written", state, fingerprint_folder(folders.html))
    return first


def make(sources: list[Source], folders: Folders, core: str, kernels: bool) -> None:
    """Every step of a build in which something changed."""
    with step("Loading the cable and its registers"):
        answers = Answers(load_cable())
    with step("Checking the prose"):
        check_prose(sources, answers, folders)
    outputs = outputs_of(sources, core, Cache(folders.cache, "runs"), folders.figures, kernels)
    with step("Setting the pages"):
        site = make_site(sources, outputs, answers, folders)
        write_site(site, folders.html)


def load_cable() -> "Cable":
    """This edition's cable with its registers read. Raises `BuildError` that says what is wrong."""
    from ..cable import load

    try:
        cable = load()
        cable.registers  # noqa: B018 - read on first asking
    except (ValueError, LookupError) as error:
        raise BuildError(f"The cable or its registers cannot be read: {error}") from error
    return cable


def readme_of(folders: Folders) -> bytes:
    path = folders.root / "README.md"
    return path.read_bytes() if path.is_file() else b""


def fingerprint_folder(folder: Path) -> str:
    """A hash of what was written, without a PDF, which is printed from it; empty where nothing was."""
    return (
        fingerprint_files(folder, suffixes=(".html", ".csv", ".json", ".zip", ".ipynb"))
        if folder.is_dir()
        else ""
    )


# ---- prose


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

    with step("Rewriting the computed words"):
        registers = sorted(
            path for path in (PACKAGE / "registers").iterdir() if path.suffix in (".toml", ".csv")
        )
        readme = [path for path in (folders.root / "README.md",) if path.is_file()]
        fixed = fix_files(
            read_sources(folders.notebooks), registers + readme, facts_of(Answers(load_cable()))
        )
    for name, count in fixed.items():
        print(f"  {name}: {count}")


# ---- outputs and pages


def outputs_of(
    sources: list[Source], core: str, known: Cache, figures: Path, kernels: bool
) -> dict[str, Outputs]:
    """What the cells of each notebook give, from the cache where neither code nor library changed.

    A run also writes the figures it shows, so a notebook whose figures are missing runs again.
    """
    keys = {source.name: fingerprint(core, source.code) for source in sources}
    outputs = {source.name: known.get(source.name, keys[source.name]) for source in sources}
    stale = [source for source in sources if not has_figures(outputs[source.name], figures)]
    if stale:
        print(f"Running {len(stale)} of {len(sources)} notebooks", flush=True)
        with figures_into(figures):
            ran = run(stale, kernels)
        for name, given in ran.items():
            known.put(name, keys[name], given)
        outputs |= ran
    return outputs


@contextmanager
def figures_into(folder: Path) -> Iterator[None]:
    """Figures that are published meanwhile are written to the folder, here and in every process begun."""
    from ..figures.publish import FOLDER_VARIABLE

    before = os.environ.get(FOLDER_VARIABLE)
    os.environ[FOLDER_VARIABLE] = str(folder.resolve())
    try:
        yield
    finally:
        del os.environ[FOLDER_VARIABLE]
        if before is not None:
            os.environ[FOLDER_VARIABLE] = before


def run(sources: list[Source], kernels: bool) -> dict[str, Outputs]:
    """The outputs of the notebooks, by kernels or by the quicker way that is held against them."""
    from .forking import can_fork, run_forked
    from .running import run_notebooks

    return run_forked(sources) if can_fork() and not kernels else run_notebooks(sources)


def has_figures(outputs: Outputs | None, folder: Path) -> bool:
    """Whether there are outputs, and every figure in them is in the folder too."""
    if outputs is None:
        return False
    names = re.findall(r'id=\\"figure-([\w-]+)\\"', json.dumps(outputs))
    return all((folder / f"{name}.svg").is_file() for name in names)


def make_site(sources: list[Source], outputs: dict[str, Outputs], answers: Answers, folders: Folders) -> Site:
    """The pages of all notebooks with what they cite and offer."""
    from ..export import data_files
    from .backlinks import with_uncited, with_ways_back
    from .downloads import downloads
    from .gather import all_prose
    from .prose import uncited

    setting, pages = (
        fingerprint_files(PACKAGE / "edition") + fingerprint_versions(),
        Cache(folders.cache, "pages"),
    )
    prose = all_prose(sources, answers, folders.root / "README.md")
    made = [page for source in sources for page in pages_of(source, outputs[source.name], setting, pages)]
    made = with_uncited(made, uncited(prose, answers.cable, answers.found), answers)
    return Site(with_ways_back(made), downloads(sources, data_files(answers.cable)), True, answers)


def pages_of(source: Source, outputs: Outputs, setting: str, pages: Cache) -> list[Page]:
    """The notebook's pages, from the cache where neither its words, its outputs nor the setting changed."""
    key = fingerprint(setting, source.bytes, json.dumps(outputs, sort_keys=True))
    known = pages.get(source.name, key)
    if known:
        return [Page.from_dict(page) for page in known]
    made = export_pages(source, outputs)
    pages.put(source.name, key, [asdict(page) | {"ids": sorted(page.ids)} for page in made])
    return made


def export_pages(source: Source, outputs: Outputs) -> list[Page]:
    from .running import with_outputs

    resources = {"metadata": {"name": source.name, "path": str(source.path.parent)}}
    return exporter().pages(with_outputs(source, outputs), resources)


@cache
def exporter() -> "EditionExporter":
    """One exporter for all pages: its templates are read once."""
    from .exporter import EditionExporter

    return EditionExporter()


def write_site(site: Site, folder: Path) -> None:
    """Every page, the single file and the downloads; nothing else stays in the folder."""
    from .pages import set_page, set_single

    files = {f"{page.name}.html": set_page(page, site).encode() for page in site.pages}
    files[SINGLE] = set_single(site).encode()
    files |= {file.href: file.content for file in site.files}
    for name, content in files.items():
        write(folder / name, content)
    for stray in (path for path in folder.rglob("*") if path.is_file()):
        if stray.relative_to(folder).as_posix() not in files:
            stray.unlink()


def write(path: Path, content: bytes) -> None:
    """Write the file where its bytes differ from what is there."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
