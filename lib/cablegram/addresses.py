"""Addresses: which notebook an id has its home on."""

HOMES = {
    "s": "01-reading",
    "q": "01-reading",
    "d": "01-reading",
    "m": "01-reading",
    "a": "01-reading",
    "person": "01-reading",
    "office": "01-reading",
    "voice": "01-reading",
    "result": "02-quantities",
    "assumption": "02-quantities",
    "crux": "02-quantities",
    "reading": "02-quantities",
    "place": "03-stations",
    "candidate": "03-stations",
    "note": "04-commentary",
    "source": "04-commentary",
    "event": "04-commentary",
    "outside": "04-commentary",
}


def home(address: str) -> str:
    """The notebook on which an address such as `q-onsong` or `result-stations-sum--range` stands.

    Raises `KeyError` for an address of no known kind.
    """
    return HOMES[address.partition("-")[0]]


def link(address: str) -> str:
    """The address as a link that works from any notebook."""
    return f"{home(address)}.ipynb#{address.partition('--')[0]}"
