"""From the notebooks to the pages: run what changed, set what changed, write what changed."""

from pathlib import Path

from .cache import Cache, fingerprint, fingerprint_files, fingerprint_versions
from .sources import Folders, Source, read_sources
from .steps import step

PACKAGE = Path(__file__).resolve().parent.parent


def build(folders: Folders | None = None) -> Path:
    """Write the edition; what comes back is the path of its first page."""
    folders = folders or Folders()
    sources = read_sources(folders.notebooks)
    core = fingerprint(fingerprint_files(PACKAGE, skip="edition"), fingerprint_versions())
    outputs = outputs_of(sources, core, Cache(folders.cache, "runs"))
    with step("Setting the pages"):
        write_pages(sources, outputs, folders.html)
    return folders.html / f"{sources[0].name}.html"


def outputs_of(sources: list[Source], core: str, cache: Cache) -> dict[str, list[list[dict]]]:
    """What the cells of each notebook give, from the cache where neither code nor library changed."""
    keys = {source.name: fingerprint(core, source.code) for source in sources}
    outputs = {source.name: cache.get(source.name, keys[source.name]) for source in sources}
    stale = [source for source in sources if outputs[source.name] is None]
    if stale:
        from .running import run_notebooks

        print(f"Running {len(stale)} of {len(sources)} notebooks", flush=True)
        for name, given in run_notebooks(stale).items():
            cache.put(name, keys[name], given)
            outputs[name] = given
    return outputs


def write_pages(sources: list[Source], outputs: dict[str, list[list[dict]]], folder: Path) -> None:
    from .exporter import EditionExporter
    from .pages import Site, set_page
    from .running import with_outputs

    exporter = EditionExporter()
    pages = []
    for source in sources:
        resources = {"metadata": {"name": source.name, "path": str(source.path.parent)}}
        pages.append(exporter.page(with_outputs(source, outputs[source.name]), resources)[0])
    for page in pages:
        write(folder / f"{page.name}.html", set_page(page, Site(pages)))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
