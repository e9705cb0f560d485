"""From the notebooks to the pages: run what changed, set what changed, write it all."""

from dataclasses import asdict
from pathlib import Path

from .cache import Cache, fingerprint, fingerprint_files, fingerprint_versions
from .site import Page, Site
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
        site = make_site(sources, outputs, Cache(folders.cache, "pages"))
        write_site(site, folders.html)
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


def make_site(sources: list[Source], outputs: dict[str, list[list[dict]]], cache: Cache) -> Site:
    """The pages of all notebooks with what they cite and offer."""
    from ..cable import load
    from ..citations import edition
    from ..export import data_files
    from .downloads import downloads

    setting = fingerprint_files(PACKAGE / "edition") + fingerprint_versions()
    pages = [page_of(source, outputs[source.name], setting, cache) for source in sources]
    return Site(pages, downloads(sources, data_files(load())), edition())


def page_of(source: Source, outputs: list[list[dict]], setting: str, cache: Cache) -> Page:
    """The notebook's page, from the cache where neither its words, its outputs nor the setting changed."""
    import json

    key = fingerprint(setting, source.path.read_bytes(), json.dumps(outputs, sort_keys=True))
    known = cache.get(source.name, key)
    if known:
        return Page(
            **known | {"contents": tuple(map(tuple, known["contents"])), "ids": frozenset(known["ids"])}
        )
    page = export_page(source, outputs)
    cache.put(source.name, key, asdict(page) | {"ids": sorted(page.ids)})
    return page


def export_page(source: Source, outputs: list[list[dict]]) -> Page:
    from .exporter import EditionExporter
    from .running import with_outputs

    resources = {"metadata": {"name": source.name, "path": str(source.path.parent)}}
    return EditionExporter().page(with_outputs(source, outputs), resources)[0]


def write_site(site: Site, folder: Path) -> None:
    """Every page, the single file `edition.html` and the downloads; nothing else stays in the folder."""
    from .pages import set_page, set_single

    files = {f"{page.name}.html": set_page(page, site).encode() for page in site.pages}
    files["edition.html"] = set_single(site).encode()
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
