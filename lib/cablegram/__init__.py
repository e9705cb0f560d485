"""One diplomatic cable as data: its numbers with their bounds, its voices, its doubts; and so for any other.

import cablegram as cg
cable = cg.load()
"""

from .bounds import Bounds
from .cable import Cable, load
from .dates import DateExpression, find_dates
from .display import table
from .display.reading import reading
from .files import DocumentError
from .numbers import Number, find_numbers
from .registers import RegisterError
from .text import AnchorError, Span

__version__ = "0.1.0"
__all__ = [
    "AnchorError",
    "Bounds",
    "Cable",
    "DateExpression",
    "DocumentError",
    "Number",
    "RegisterError",
    "Span",
    "find_dates",
    "find_numbers",
    "load",
    "reading",
    "table",
]
