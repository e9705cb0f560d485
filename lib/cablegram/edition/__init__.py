"""The HTML edition: notebooks run, their prose checked, their pages set. The core never imports it."""

import sys


def spare_the_grammars() -> None:
    """Keep `nbformat` from compiling grammars that no notebook needs, which takes longer than a whole page.

    jsonschema looks for `rfc3987_syntax` to check addresses in scripts other than Latin and goes on
    without it, and the notebook schema has none. Does nothing where the module is already loaded.
    """
    sys.modules.setdefault("rfc3987_syntax", None)
