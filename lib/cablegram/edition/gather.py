"""Where prose stands: in notebooks, registers, figures and the README; its computed words rewritten."""

import ast
import io
import json
import re
import tokenize
import tomllib
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

from ..cable import Cable
from ..registers import EDITION_TABLES, REGISTERS, edition_table
from .facts import Facts
from .paragraph import Link
from .prose import Prose
from .sources import BuildError, Source, words

_SHOWN = {"caption", "title", "alt"}  # arguments of calls in code cells that readers see
_SHOWING = {"print", "display", "Markdown", "HTML"}  # functions that show what they are given
# Columns of registers that are no prose, but words of the edition.
_NAMING = ("name", "population", "counted", "unit", "per", "point_of")
_PLACEHOLDER = re.compile(r"\{[A-Za-z][\w-]*\}")
_CODE = r"^[ >]*(?P<fence>```|~~~).*?(?:^[ >]*(?P=fence)|\Z)|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
_LINK = r"\[(?P<words>[^\[\]]*)\]\([^()\s#]*#(?P<address>result-[^()\s]+)\)"
_CODE_OR_LINK = re.compile(f"{_CODE}|{_LINK}", re.DOTALL | re.MULTILINE)


def all_prose(sources: Iterable[Source], cable: Cable, readme: Path) -> list[Prose]:
    """Every stretch of prose of the edition, notebooks first and the README last, if there is one."""
    texts = {}
    for name, register in (REGISTERS | EDITION_TABLES).items():
        columns = [column.name for column in register.columns if column.prose or column.name in _NAMING]
        rows = (edition_table if register.edition else cable.rows)(name)
        texts[f"registers/{name}"] = {id: {name: row[name] for name in columns} for id, row in rows.items()}
    words_of_figures = resources.files("cablegram.figures").joinpath("figure_words.toml")
    texts["figures"] = tomllib.loads(words_of_figures.read_text(encoding="utf-8"))
    for parts in texts["figures"].values():
        parts.pop("table", None)  # names of registers and columns
        parts["kinds"] = list(parts.get("kinds", ()))  # headings, and under each its measures
    texts["results"] = {name: {"assumption": each.assumptions} for name, each in cable.answers.items()}
    of_readme = readme_prose(readme) if readme.is_file() else ()
    return [*notebook_prose(sources), *_stretches(texts), *of_readme]


def _stretches(content: object, *names: str) -> Iterator[Prose]:
    """One stretch per text in nested tables and lists, by the names that lead to it, without placeholders."""
    if content and isinstance(content, str):
        yield Prose(names[0], ", ".join(names[1:]), _PLACEHOLDER.sub("\0", content))
        return
    parts = content.items() if isinstance(content, dict) else ((None, part) for part in content)
    for name, part in parts:
        yield from _stretches(part, *names, *filter(None, [name]))


def notebook_prose(sources: Iterable[Source]) -> Iterator[Prose]:
    """One stretch per cell of text, and per caption in a code cell; cells are counted from one."""
    for source in sources:
        file = source.path.name
        for number, cell in enumerate(source.content["cells"], 1):
            place = f"cell {number}"
            try:
                shown = [*code_prose(words(cell))] if cell["cell_type"] == "code" else [words(cell)]
            except RecursionError:
                problem = f"{file}, {place} is nested too deep to be read; write it in several steps."
                raise BuildError(problem) from None
            yield from (Prose(file, place, text) for text in shown)


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
            shown += [ast.Tuple(node.args)] if getattr(node.func, "id", "") in _SHOWING else []
        yield from filter(None, (_literal(each).rstrip("\0 ") for each in shown))


def _literal(node: ast.AST) -> str:
    """The strings of an expression, with a null for all else; what a call gives is data."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    parts = () if isinstance(node, ast.Call | ast.FormattedValue) else ast.iter_child_nodes(node)
    return ("" if isinstance(node, ast.JoinedStr) else " ").join(map(_literal, parts)) or "\0"


def readme_prose(path: Path) -> Iterator[Prose]:
    """One stretch per paragraph, with the number of its first line."""
    text = path.read_text(encoding="utf-8")
    for match in re.finditer(r"(?:^```.*?^```|\S.*?)(?=\n\s*\n|\Z)", text, re.DOTALL | re.MULTILINE):
        yield Prose(path.name, f"line {text.count(chr(10), 0, match.start()) + 1}", match[0])


def fix_file(path: Path, facts: Facts) -> int:
    """Rewrite the words of links to results, in a notebook those of its Markdown; how many were false.

    A file in which none was is not written.
    """
    text, count = path.read_bytes().decode(), 0
    is_notebook = path.suffix == ".ipynb"
    content = json.loads(text) if is_notebook else {"cells": [{"cell_type": "markdown", "source": text}]}
    for cell in (cell for cell in content["cells"] if cell["cell_type"] == "markdown"):
        text = words(cell)
        for match in reversed([*_CODE_OR_LINK.finditer(text)]):  # so that the places before it stay true
            link = Link(*match.span("words"), match["words"] or "", match["address"] or "")
            if (due := facts.due(link)) not in ("", link.words):
                text = text[: link.start] + due + text[link.end :]
                count += 1
        cell["source"] = text.splitlines(True)
    if count:
        path.write_bytes(Source(path.stem, path, content).bytes if is_notebook else text.encode())
    return count
