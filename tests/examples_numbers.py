"""Reads the tables of examples for the finder of numbers."""

import math
from dataclasses import dataclass
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Expected:
    number: str
    low: float
    high: float
    relation: str
    unit: str


def families() -> dict[str, list[tuple[str, list[Expected]]]]:
    """The examples of `numbers-examples.txt`: family to pairs of words and what is in them."""
    table: dict[str, list[tuple[str, list[Expected]]]] = {}
    for line in (_DATA / "numbers-examples.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            family = line[2:]
        elif "=>" in line:
            words, _, quantities = line.partition(" =>")
            rows = [_example(part.strip()) for part in quantities.split(" ; ") if part.strip()]
            table.setdefault(family, []).append((_unescaped(words), rows))
    return table


def _example(row: str) -> Expected:
    number, _, rest = row.rpartition(": ")
    value, relation, unit = [*rest.split(" ", 2), ""][:3]
    low, dots, high = value.partition("..")
    return Expected(_unescaped(number), _bound(low), _bound(high if dots else low), relation, unit)


def passages() -> list[tuple[str, str, list[Expected]]]:
    """The public passages of `numbers-public.txt`: source, words, and what is in them."""
    found: list[tuple[str, str, list[Expected]]] = []
    for block in (_DATA / "numbers-public.txt").read_text(encoding="utf-8").split("\n@ ")[1:]:
        source, words, *rows = block.strip().split("\n")
        found.append((source, _unescaped(words), [_annotation(row) for row in rows if row.count(" | ") == 4]))
    return found


def _annotation(row: str) -> Expected:
    number, low, high, relation, unit = (cell.strip() for cell in row.split(" | "))
    return Expected(_unescaped(number), _bound(low), _bound(high), relation, "" if unit == "-" else unit)


def _unescaped(words: str) -> str:
    return words.replace("\\t", "\t").replace("\\n", "\n")


def _bound(written: str) -> float:
    return math.nan if written in ("", "-") else float(written)


def same_bound(one: float, other: float) -> bool:
    return (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, rel_tol=1e-9)
