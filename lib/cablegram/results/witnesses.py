"""Witnesses: whose voices stand behind what a result rests on, how many of them independent and how deep."""

from .evidence import Registers


def chain(registers: Registers, sentence: str) -> tuple[str, ...]:
    """The speakers of a sentence, outermost first; empty where the voices register does not know it."""
    rows = registers.rows("voices", key="sentence")
    words = rows.get(sentence, {}).get("chain", "")
    return tuple(words.split(" > ")) if words else ()


def chains(registers: Registers, inputs: tuple[str, ...]) -> list[tuple[str, ...]]:
    """One chain per input that somebody says: of its sentence, or of the outside source it comes from."""
    found = []
    for address in inputs:
        kind, _, id = address.partition("-")
        if kind == "outside":
            source = registers.row("sources", registers.row("outside", id)["source"])
            found.append((source["author"] or source["id"],))  # two passages of one author are one voice
        elif kind in ("q", "d"):
            table = "quantities" if kind == "q" else "dates"
            found.append(chain(registers, registers.row(table, id)["sentence"]))
        elif kind == "s":
            found.append(chain(registers, id))
    return [voices for voices in found if voices]


def independent(registers: Registers, inputs: tuple[str, ...]) -> int:
    """How many different innermost voices vouch for the inputs; none for what the edition itself counts."""
    return len({voices[-1] for voices in chains(registers, inputs)})


def depth(registers: Registers, inputs: tuple[str, ...]) -> int:
    """The longest way, in voices, from the reader to one of the inputs."""
    return max(map(len, chains(registers, inputs)), default=0)
