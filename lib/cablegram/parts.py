"""The parts of a document as tables: its pieces and sentences a row each, or gathered into larger parts."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame


def frame(rows: list, kind: type) -> "DataFrame":
    """One row per value of a dataclass, one column per field, which an empty table has too."""
    from pandas import DataFrame

    return DataFrame(rows, columns=list(kind.__dataclass_fields__))


def gathered(text: str, sentences: "DataFrame", keys: list[str]) -> "DataFrame":
    """One row per run of sentences alike in `keys`: these joined by full stops as its id, and its words."""
    spans = sentences.groupby(keys, sort=False).agg(start=("start", "min"), end=("end", "max")).reset_index()
    spans.insert(0, "id", [".".join(map(str, row)) for row in spans[keys].itertuples(index=False)])
    spans["text"] = [text[start:end] for start, end in zip(spans.start, spans.end, strict=True)]
    return spans[["id", "start", "end", "text", *keys]]
