"""Voices: whom a name means, and what reaches the reader through him."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pandas import DataFrame


def said_by(spoken: "DataFrame", speakers: "DataFrame", asked: str) -> "DataFrame":
    """The rows of `spoken` whose `chain` holds a voice so called, with the innermost one as `asserted_by`.

    Raises `KeyError` that lists the voices where none is called so.
    """
    wanted = called(speakers, asked)
    chains = spoken.chain.str.split(" > ")
    table = spoken.assign(asserted_by=chains.str[-1])
    return table[chains.map(lambda chain: not wanted.isdisjoint(chain))].reset_index(drop=True)


def called(speakers: "DataFrame", asked: str) -> set[str]:
    """The ids of the speakers with this id or name, in any case; else of those with it in their name."""
    names = {id: name.casefold() for id, name in zip(speakers.id, speakers.name, strict=True)}
    wanted = asked.casefold()
    found = {id for id, name in names.items() if wanted in (id.casefold(), name)}
    found = found or {id for id, name in names.items() if re.search(rf"\b{re.escape(wanted)}", name)}
    if not found:
        known = ", ".join(names) or "in no register of this document; they stand in speakers.csv"
        raise KeyError(f"no voice is called {asked!r}; the voices are {known}")
    return found


def in_words(speakers: "DataFrame", chain: str) -> str:
    """A chain with the names of its voices: `embassy > an` as “the embassy ▸ An Zaixiu”."""
    names = dict(zip(speakers.id, speakers.name, strict=True))
    return " ▸ ".join(names.get(one, one) for one in chain.split(" > "))
