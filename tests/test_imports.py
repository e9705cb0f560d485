"""The floors of the library: imports run downward only, for types too, and bring nothing heavy with them."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import cablegram
import pytest

PACKAGE = Path(cablegram.__file__).parent
# From the ground up: a part imports from its own floor and from those below it.
FLOORS = (
    ("text", "files", "edtf", "bounds", "addresses", "readings", "places", "base_map"),
    ("wording", "measures"),
    ("registers", "finders"),
    ("document",),
    ("results",),
    ("figures", "display"),
    ("references", "export", "draft", "cable"),
    ("edition",),
)
FLOOR = {part: number for number, parts in enumerate(FLOORS) for part in parts}
MODULES = {
    path.relative_to(PACKAGE).with_suffix("").as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(PACKAGE.rglob("*.py"))
    if path != PACKAGE / "__init__.py"
}


def imported(module: str, source: str) -> Iterator[str]:
    """The parts of the library that a module (`results/rates`) imports, in functions and for types too."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            start = ["cablegram", *module.split("/")][: -node.level] if node.level else []
            names = [*start, *filter(None, (node.module or "").split("."))]
            paths = [names] if len(names) > 1 else [[*names, name.name] for name in node.names]
        elif isinstance(node, ast.Import):
            paths = [name.name.split(".") for name in node.names]
        else:
            continue
        yield from (path[1] for path in paths if path[0] == "cablegram" and path[1:2] and path[1] in FLOOR)


def upward(module: str, source: str) -> list[str]:
    """The parts that a module imports from floors above its own."""
    own = FLOOR[module.partition("/")[0]]
    return sorted({part for part in imported(module, source) if FLOOR[part] > own})


def circles(modules: dict[str, str]) -> list[str]:
    """The parts that import each other, be it through others."""
    reached: dict[str, set[str]] = {part: set() for part in FLOOR}
    for module, source in modules.items():
        part = module.partition("/")[0]
        reached[part] |= set(imported(module, source)) - {part}
    for _ in FLOOR:
        reached = {part: found.union(*(reached[one] for one in found)) for part, found in reached.items()}
    return sorted(part for part, found in reached.items() if part in found)


def test_every_part_of_the_library_has_its_floor():
    assert set() == {module.partition("/")[0] for module in MODULES} - set(FLOOR)


@pytest.mark.parametrize("module", MODULES)
def test_imports_run_downward_only(module):
    assert [] == upward(module, MODULES[module])


def test_no_parts_import_each_other():
    assert [] == circles(MODULES)


@pytest.mark.parametrize("module", [name for name in MODULES if name.startswith("finders/")])
def test_a_finder_imports_the_standard_library_and_edtf_only(module):
    """They read any document, and know nothing of this one."""
    assert {"edtf", "finders"} >= set(imported(module, MODULES[module]))
    for node in ast.walk(ast.parse(MODULES[module])):
        if isinstance(node, ast.Import) or (isinstance(node, ast.ImportFrom) and not node.level):
            names = [node.module] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
            assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("module", "source", "expected"),
    [
        # the library and the edition
        ("results/rates", "from ..edition.facts import facts_of", ["edition"]),
        ("results/rates", "def late():\n    from ..edition import build", ["edition"]),
        ("results/rates", "import cablegram.edition.build", ["edition"]),
        # the ground and whatever is above it, types included
        ("text", "from .finders.segments import segment", ["finders"]),
        ("text", "from . import bounds, cable", ["cable"]),
        ("text", "from cablegram import registers", ["registers"]),
        ("display/rows", "if TYPE_CHECKING:\n    from ..cable import Cable", ["cable"]),
        # downward, and within a part
        ("results/rates", "from ..measures import Quantity\nfrom .stations import stations_sum", []),
        ("text", "import re\nfrom pathlib import Path", []),
    ],
)
def test_an_import_upward_is_seen(module, source, expected):
    assert expected == upward(module, source)


def test_a_circle_is_seen():
    modules = {"figures/maps": "from ..display import table", "display/rows": "from ..figures import svg"}
    assert ["display", "figures"] == circles(modules)


def test_nothing_but_drawings_and_pages_brings_tables_or_pictures_when_it_is_imported():
    names = [name.removesuffix("/__init__").replace("/", ".") for name in MODULES]
    core = [f"cablegram.{name}" for name in names if not name.startswith(("edition", "figures"))]
    code = (
        f"import importlib, sys\nfor name in {core}:\n    importlib.import_module(name)\n"
        "print([name for name in ('pandas', 'numpy', 'matplotlib', 'PIL', 'IPython') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "[]" == done.stdout.strip()


# What a process opens and whom it calls while it runs the code that is named.
WATCHED = """
import sys
said = []
def watch(event, arguments):
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.mkdir", "os.remove", "os.rename"):
        said.append(event)
    if event == "open" and isinstance(arguments[0], str):
        said.append(("r" if not set(arguments[1] or "r") & set("wax+") else "w") + arguments[0])
sys.addaudithook(watch)
exec(sys.argv[1])
print(*said, sep="\\n")
"""


def watched(code: str, folder: Path) -> list[str]:
    command = [sys.executable, "-B", "-c", WATCHED, code]
    own = os.environ | {"PYTHONPATH": str(PACKAGE.parent)}
    ran = subprocess.run(command, cwd=folder, env=own, capture_output=True, text=True, check=True)
    return ran.stdout.splitlines()


def test_an_import_reads_its_own_files_and_touches_nothing_else(tmp_path):
    own = [Path(sys.prefix), Path(sys.base_prefix), PACKAGE]
    found = watched("import cablegram", tmp_path)
    assert found
    assert [] == [
        each
        for each in found
        if each[0] != "r" or not any(Path(each[1:]).is_relative_to(folder) for folder in own)
    ]


def test_nothing_needs_a_network(tmp_path):
    code = "import cablegram as cg; c = cg.load(); c.results(); c._repr_html_(); c.figure('totals').html"
    assert [] == [each for each in watched(code, tmp_path) if each.startswith("socket")]
