"""The HTML edition: runs the notebooks, checks their prose, and sets them as pages. The core never imports it."""

import sys


def spare_the_grammars() -> None:
    """Keep `nbformat` from compiling grammars that no notebook needs, which takes longer than a whole page.

    jsonschema looks for `rfc3987_syntax` to check addresses in scripts other than Latin and goes on without it;
    the notebook schema has none. Does nothing where the module is already loaded.
    """
    sys.modules.setdefault("rfc3987_syntax", None)
