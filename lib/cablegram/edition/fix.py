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
    counts = {path.name: fix_file(path, facts) for path in [*(source.path for source in sources), *others]}
    return {name: count for name, count in counts.items() if count}


def fix_file(path: Path, facts: Facts) -> int:
    """Rewrite one file in place, of a notebook its Markdown cells; one that is true is not written."""
    text = path.read_bytes().decode()
    if path.suffix != ".ipynb":
        text, count = fixed(text, facts)
    else:
        content, count = json.loads(text), 0
        for cell in (cell for cell in content["cells"] if cell["cell_type"] == "markdown"):
            source, changes = fixed(words(cell), facts)
            cell["source"], count = source.splitlines(True), count + changes
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    if count:
        path.write_bytes(text.encode())
    return count


def fixed(text: str, facts: Facts) -> tuple[str, int]:
    """The Markdown with what each result says today as the words of its links, and how many that changed."""
    pieces, place = [], 0
    for match in _CODE_OR_LINK.finditer(text):
        link = Link(0, 0, match["words"] or "", match["page"] or "", match["address"] or "")
        due = words_due(link, facts)
        if due != link.words:
            pieces += [text[place : match.start("words")], due]
            place = match.end("words")
    return "".join([*pieces, text[place:]]), len(pieces) // 2
