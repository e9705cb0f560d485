"""The direction of imports, which runs downward only, and what an import must not bring with it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import cablegram
import pytest

PACKAGE = Path(cablegram.__file__).parent
# From the foundation up: a part imports from its own line and from those before it.
LAYERS = (
    ("text", "files", "parts", "edtf", "bounds", "addresses", "base_map"),
    ("segments", "numbers", "dates"),
    ("registers", "wording", "readings", "voices", "places"),
    ("measures",),
    ("results",),
    ("figures", "display"),
    ("citations", "export"),
    ("cable",),
    ("loading",),
    ("edition",),
)
LAYER = {part: number for number, parts in enumerate(LAYERS) for part in parts}
MODULES = {
    path.relative_to(PACKAGE).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
    if path != PACKAGE / "__init__.py"
}


def upward(module: str, source: str) -> list[str]:
    """The parts that a module (`results/rates`) imports against the direction, in its functions too."""
    part = module.partition("/")[0]
    return sorted(name for name in imported(module, source) if LAYER[name] > LAYER[part])


def imported(module: str, source: str) -> set[str]:
    """The parts of the library that the module's code imports; imports for annotations alone are left out."""
    found: set[str] = set()
    for node in running(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            start = ["cablegram", *module.split("/")][: -node.level] if node.level else []
            names = [*start, *filter(None, (node.module or "").split("."))]
            paths = [names] if len(names) > 1 else [[*names, name.name] for name in node.names]
        elif isinstance(node, ast.Import):
            paths = [name.name.split(".") for name in node.names]
        else:
            continue
        found |= {path[1] for path in paths if path[0] == "cablegram" and len(path) > 1}
    return found & set(LAYER)


def running(node: ast.AST) -> Iterator[ast.AST]:
    """Every node below, those under `if TYPE_CHECKING` left out."""
    for child in ast.iter_child_nodes(node):
        if not (
            isinstance(child, ast.If)
            and isinstance(child.test, ast.Name)
            and child.test.id == "TYPE_CHECKING"
        ):
            yield child
            yield from running(child)


def test_every_part_of_the_library_has_its_layer():
    assert {module.partition("/")[0] for module in MODULES} == set(LAYER)


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_downward_only(module):
    assert [] == upward(module, MODULES[module])


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        # the core and the edition
        ("results/rates", "from ..edition.facts import facts_of", ["edition"]),
        ("results/rates", "def late():\n    from ..edition import build", ["edition"]),
        ("figures/__init__", "from ..edition import build", ["edition"]),
        ("results/rates", "import cablegram.edition.build", ["edition"]),
        # the text and whatever is above it
        ("text", "from .segments import segment", ["segments"]),
        ("text", "from . import bounds, cable", ["cable"]),
        ("text", "from cablegram import registers", ["registers"]),
        # downward, within a part, and for annotations alone
        (
            "results/rates",
            "from ..measures import Quantity\nfrom . import ages\nfrom .catalogue import result",
            [],
        ),
        ("text", "if TYPE_CHECKING:\n    from .cable import Cable", []),
        ("text", "import re\nfrom pathlib import Path", []),
    ],
)
def test_an_import_against_the_direction_is_seen(module, source, expected):
    assert expected == upward(module, source)


def test_no_module_of_the_core_brings_tables_or_pictures_when_it_is_imported():
    names = [name.removesuffix("/__init__").replace("/", ".") for name in MODULES]
    apart = ("edition", "figures")  # a figure is imported when it is asked for, and then with all it needs
    core = [f"cablegram.{name}" for name in names if not name.startswith(apart)]
    code = (
        f"import importlib, sys\nfor name in {core}:\n    importlib.import_module(name)\n"
        "print([name for name in ('pandas', 'numpy', 'matplotlib', 'PIL', 'IPython') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()
