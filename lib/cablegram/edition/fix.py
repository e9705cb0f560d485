"""The words of links to results rewritten to what the results say today, and nothing else."""

import json
import re
from pathlib import Path

from .facts import Facts
from .plain import Link
from .prose import words_due
from .sources import Source, words

_CODE = r"^[ >]*(?P<fence>```|~~~).*?(?:^[ >]*(?P=fence)|\Z)|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
_LINK = r"\[(?P<words>[^\[\]]*)\]\((?P<page>[^()\s#]*)#(?P<address>result-[^()\s]+)\)"
_CODE_OR_LINK = re.compile(f"{_CODE}|{_LINK}", re.DOTALL | re.MULTILINE)


def fix_files(sources: list[Source], others: list[Path], facts: Facts) -> dict[str, int]:
    """How many links were rewritten in each file that had false ones: notebooks, registers, the README."""
    fixed = {source.path.name: fix_notebook(source, facts) for source in sources}
    fixed |= {path.name: fix_text(path, facts) for path in others}
    return {name: count for name, count in fixed.items() if count}


def fix_notebook(source: Source, facts: Facts) -> int:
    """Rewrite the Markdown cells of one notebook in place; a notebook that is true is not written."""
    content, count = json.loads(source.path.read_text(encoding="utf-8")), 0
    for cell in (cell for cell in content["cells"] if cell["cell_type"] == "markdown"):
        due, changes = fixed(words(cell), facts)
        count += changes
        if changes:
            cell["source"] = due.splitlines(True)
    if count:
        source.path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return count


def fix_text(path: Path, facts: Facts) -> int:
    """Rewrite one text file in place; its line ends stay as they are."""
    text, count = fixed(path.read_bytes().decode(), facts)
    if count:
        path.write_bytes(text.encode())
    return count


def fixed(text: str, facts: Facts) -> tuple[str, int]:
    """The Markdown with what each result says today as the words of its links, and how many that changed."""
    count = 0

    def mend(match: re.Match) -> str:
        nonlocal count
        due = match["address"] and _due(Link(0, 0, match["words"], match["page"], match["address"]), facts)
        if not due or due == match["words"]:
            return match[0]
        count += 1
        return f"[{due}]{match[0][len(match['words']) + 2 :]}"

    return _CODE_OR_LINK.sub(mend, text), count


def _due(link: Link, facts: Facts) -> str:
    """What the link should say, with a capital if it has one; empty where there is no such result."""
    due = "".join(words_due(link, facts) or ())
    return due[:1].upper() + due[1:] if link.words[:1].isupper() else due
