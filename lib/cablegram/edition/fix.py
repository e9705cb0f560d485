"""The words of links to results rewritten to what the results say today, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

from .facts import Facts
from .prose import CODE, blank, decapitalised, links_in
from .sources import Source, words


def fix_files(sources: list[Source], others: list[Path], facts: Facts) -> dict[str, int]:
    """How many links were rewritten in each file that had false ones: notebooks, registers, the README."""
    fixed = {source.path.name: fix_notebook(source, facts) for source in sources}
    fixed |= {path.name: fix_text(path, facts) for path in others}
    return {name: count for name, count in fixed.items() if count}


def fix_notebook(source: Source, facts: Facts) -> int:
    """Rewrite the Markdown cells of one notebook in place; the rest of the file keeps its bytes."""
    markdown = [words(cell) for cell in source.cells if cell["cell_type"] == "markdown"]
    changes = [change for text in markdown for change in stale_links(text, facts)]
    text = source.path.read_bytes().decode()
    for old, new in changes:
        for ascii_only in (False, True):
            text = text.replace(_in_json(old, ascii_only), _in_json(new, ascii_only))
    _write(source.path, text, bool(changes))
    return len(changes)


def fix_text(path: Path, facts: Facts) -> int:
    """Rewrite one text file in place."""
    text = path.read_bytes().decode()
    changes = list(stale_links(text, facts))
    for old, new in changes:
        text = text.replace(old, new)
    _write(path, text, bool(changes))
    return len(changes)


def stale_links(text: str, facts: Facts) -> Iterator[tuple[str, str]]:
    """The Markdown of each link to a result that says something else today, and what it should be."""
    for link in links_in(blank(text, CODE)):
        if link.kind == "result":
            due = due_words(link, facts)
            if due and link.words != due:
                old = text[link.start : link.end]
                yield old, old.replace(f"[{link.words}]", f"[{due}]", 1)


def due_words(link, facts: Facts) -> str:
    """What the link should say, with a capital if it has one; empty where there is no such result."""
    name, _, form = link.address.removeprefix("result-").partition("--")
    try:
        due = facts.wording(name, form or None)
    except KeyError:
        return ""
    return due[0].upper() + due[1:] if link.words != decapitalised(link.words) else due


def _in_json(text: str, ascii_only: bool) -> str:
    return json.dumps(text, ensure_ascii=ascii_only)[1:-1]


def _write(path: Path, text: str, changed: bool) -> None:
    if changed:
        path.write_bytes(text.encode())
