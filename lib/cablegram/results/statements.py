"""Statements: sentences whose numbers are put in where they are used, so that none can go stale."""

import re
from collections.abc import Mapping

from .evidence import Registers

_REGISTERS = {"q": ("quantities", "text"), "d": ("dates", "text"), "outside": ("outside", "words")}


def fill(template: str, registers: Registers, texts: Mapping[str, Mapping[str, str]], own: str = "") -> str:
    """The template with the words that stand at each address in place of its placeholder.

    Placeholders are `{result-x}` and `{result-x--range}`, `{q-x}`, `{d-x}`, `{outside-x}`, and `{value}` or
    `{value--words}` for the result `own`. One that begins with a capital gives words that do. `texts` holds
    the forms of every result. Raises `LookupError` for an address where nothing stands.
    """

    def put(match: re.Match) -> str:
        address = match[1][0].lower() + match[1][1:]
        words = _words_at(re.sub(r"^value\b", f"result-{own}", address), registers, texts)
        return words[0].upper() + words[1:] if match[1][0].isupper() else words

    return re.sub(r"\{([^{}]+)\}", put, template)


def _words_at(address: str, registers: Registers, texts: Mapping[str, Mapping[str, str]]) -> str:
    kind, _, name = address.partition("-")
    if kind == "result":
        name, _, form = name.partition("--")
        return texts[name].get(form, texts[name][""])
    if kind not in _REGISTERS:
        raise KeyError(
            f"{{{address}}} is no placeholder: it names neither a result nor a quantity, date or source"
        )
    register, column = _REGISTERS[kind]
    return registers.row(register, name)[column]
