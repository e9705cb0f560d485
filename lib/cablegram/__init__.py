"""One diplomatic cable as data: its numbers with their bounds, its voices, its doubts; and so for any other.

    import cablegram as cg
    cable = cg.load()                                    # this cable, with its registers
    cable.quantities                                     # a table; help(cg.Cable) lists them all
    cable.at("2.3.4")                                    # a sentence with all that is known of it
    mine = cg.load("my-own-cable.txt", registers="my-registers/")
    mine.find_numbers()

Each name is imported from its module when it is first asked for, so that `import cablegram` costs nothing.
"""

from importlib import import_module

__version__ = "0.1.0"
_MODULES = {
    "AnchorError": "text",
    "Bounds": "bounds",
    "Cable": "cable",
    "DateExpression": "dates",
    "DocumentError": "files",
    "MeasureError": "measures",
    "Number": "numbers",
    "RegisterError": "registers",
    "Span": "text",
    "find_dates": "dates",
    "find_numbers": "numbers",
    "load": "loading",
    "reading": "display.reading",
    "table": "display",
}
__all__ = list(_MODULES)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"cablegram has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
