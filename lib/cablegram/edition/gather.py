"""Where prose stands: in notebooks, the README, columns of the registers, results, and words of figures."""

import ast
import io
import re
import tokenize
import tomllib
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from ..registers import EDITION_TABLES, REGISTERS, edition_table, withdrawn
from .answers import Answers
from .prose import Prose
from .sources import Source, words

if TYPE_CHECKING:
    from ..cable import Cable

_SHOWN = {"caption", "title", "alt"}  # arguments of calls in code cells that readers see
_SHOWING = {"print", "display", "Markdown", "HTML"}  # functions that show what they are given
_PLACEHOLDER = re.compile(r"\{[A-Za-z][\w-]*\}")


def all_prose(sources: Iterable[Source], answers: Answers, readme: Path) -> list[Prose]:
    """Every stretch of prose of the edition, notebooks first."""
    found = [*notebook_prose(sources), *register_prose(answers.cable), *figure_prose()]
    for name, result in answers.found.items():
        found += [Prose("results", f"{name}, assumption", text) for text in result.assumptions]
    return found + (list(readme_prose(readme)) if readme.is_file() else [])


def notebook_prose(sources: Iterable[Source]) -> Iterator[Prose]:
    """One stretch per Markdown cell, and per caption in a code cell; cells are counted from one."""
    for source in sources:
        for number, cell in enumerate(source.cells, 1):
            shown = [words(cell)] if cell["cell_type"] == "markdown" else code_prose(words(cell))
            for text in shown:
                yield Prose(source.path.name, f"cell {number}", text)


def code_prose(code: str) -> Iterator[str]:
    """What a code cell gives readers to read: comments, captions, titles, alt texts, words that it shows."""
    try:
        tree = ast.parse(code)
    except SyntaxError:  # a magic, or a slip that the run will report
        return
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.COMMENT:
            yield token.string.lstrip("# ")
    for node in ast.walk(tree):
        shown = [node.value] if isinstance(node, ast.Expr) else []
        if isinstance(node, ast.Call):
            shown += [keyword.value for keyword in node.keywords if keyword.arg in _SHOWN]
            shown += node.args if getattr(node.func, "id", "") in _SHOWING else []
        yield from filter(None, map(_literal, shown))


def _literal(node: ast.expr) -> str:
    """The text of a string, with a placeholder for what is put in; empty for anything else."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) or "\0" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def readme_prose(path: Path) -> Iterator[Prose]:
    """One stretch per paragraph, with the number of its first line."""
    text = path.read_text(encoding="utf-8")
    for match in re.finditer(r"(?:^```.*?^```|\S.*?)(?=\n\s*\n|\Z)", text, re.DOTALL | re.MULTILINE):
        yield Prose(path.name, f"line {text.count(chr(10), 0, match.start()) + 1}", match[0])


def register_prose(cable: "Cable") -> Iterator[Prose]:
    """One stretch per prose field of each row, placeholders left out, and per reason to withdraw."""
    for name, register in (REGISTERS | EDITION_TABLES).items():
        for column in (column.name for column in register.columns if column.prose):
            for id, row in (edition_table if register.edition else cable.rows)(name).items():
                for text in row[column] if isinstance(row[column], list) else filter(None, [row[column]]):
                    yield Prose(f"registers/{name}", f"{id}, {column}", _PLACEHOLDER.sub("\0", text))
    for row in withdrawn():
        yield Prose("registers/withdrawn", f"{row['address']}, reason", row["reason"])


def figure_prose() -> Iterator[Prose]:
    """One stretch per title, caption, alt text and label of the figures, its placeholders left out."""
    path = resources.files("cablegram") / "figures" / "figure_words.toml"

    def texts(place: str, content: object) -> Iterator[Prose]:
        if isinstance(content, str):
            yield Prose("figures", place, _PLACEHOLDER.sub("\0", content))
        for name, part in content.items() if isinstance(content, dict) else ():
            if name not in ("table", "kinds"):  # names of registers, their columns and their rows
                yield from texts(f"{place}, {name}".removeprefix(", "), part)

    yield from texts("", tomllib.loads(path.read_text(encoding="utf-8")))
