"""One diplomatic cable as data: its numbers with their bounds, its voices, its doubts; and so for any other.

This cable, with its registers:

    import cablegram as cg
    cable = cg.load()
    cable                                    # the text, in numbered sentences
    cable.quantities                         # a table; help(cg.Cable) lists them all
    cable.find("over 700")                   # where words stand, with their sentence
    cable.at("2.3.4")                        # a sentence with all that is known of it
    cable.row("q-onsong")                    # what an address names
    cable.results(stations="flow")           # what follows, under the readings chosen
    cg.table(cable.dates, caption="Dates")   # a table for readers

Any other document of the kind, without registers or with some of your own:

    mine = cg.load("telegram.txt", written="1962-03-03")
    mine.find_numbers()
    mine.draft("my-registers/")              # sheets filled with what is found, to be corrected by hand
    mine = cg.load("telegram.txt", registers="my-registers/")

Many documents, and a line of text:

    finds, passed_over = cg.corpus("telegrams/")
    cg.find_numbers("over 20,000 have arrived")
    cg.find_dates("the first half of last year", written="1961-12-02")

Each name is imported from its module when it is first asked for, so that `import cablegram` costs nothing.
"""

from importlib import import_module

__version__ = "0.2.0"
_MODULES = {
    "AnchorError": "text",
    "Bounds": "bounds",
    "Cable": "cable",
    "DateExpression": "finders.dates",
    "DocumentError": "files",
    "MeasureError": "measures",
    "Number": "finders.numbers",
    "RegisterError": "registers",
    "Span": "text",
    "corpus": "cable",
    "find_dates": "finders.dates",
    "find_numbers": "finders.numbers",
    "load": "cable",
    "reading": "display.reading",
    "table": "display",
}
__all__ = list(_MODULES)


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"cablegram has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f".{_MODULES[name]}", __name__), name)


def __dir__() -> list[str]:
    return __all__
