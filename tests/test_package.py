"""The package as others install it, the locks it is run with, and what the README says of both."""

import os
import re
import runpy
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from datetime import datetime
from pathlib import Path

import cablegram
import pytest
from cablegram import references

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "lib" / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    name: (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "tests/requirements.txt")
}


def pins(lock: str) -> dict[str, set[str]]:
    """Package to the lines that pin it; several where the version depends on the Python."""
    found: dict[str, set[str]] = {}
    for line in lock.splitlines():
        if line and not line.startswith(("#", "-e")):
            found.setdefault(line.partition("==")[0], set()).add(line)
    return found


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


# ---- wheel and sdist


def build(target: str, source: Path, into: Path) -> Path:
    """What hatchling makes of the folder, without a network."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(into)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    return next(into.iterdir())


def loaded(site: Path, folder: Path) -> str:
    """What a Python in another folder says that imports the package from `site` first."""
    code = (
        "import cablegram as cg\ncable = cg.load()\n"
        "print(cg.__file__, len(cable.quantities), cable.results().shape[0] > 20, sep='|')"
    )
    command = [sys.executable, "-c", code]
    environment = os.environ | {"PYTHONPATH": str(site), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_a_wheel_made_from_the_sdist_holds_the_cable_and_all_that_it_needs(tmp_path):
    sdist = build("sdist", ROOT / "lib", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    wheel = build("wheel", next((tmp_path / "source").iterdir()), tmp_path / "wheel")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    package = tmp_path / "site" / "cablegram"
    assert (package / "cable.txt").read_bytes() == (ROOT / "seeds" / "cable.txt").read_bytes()
    assert loaded(tmp_path / "site", tmp_path) == f"{package / '__init__.py'}|19|True"


def test_a_wheel_made_from_the_checkout_holds_every_file_of_the_package(tmp_path):
    wheel = build("wheel", ROOT / "lib", tmp_path / "wheel")
    package = ROOT / "lib" / "cablegram"
    kept = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("cablegram/")}
    there = {
        f"cablegram/{path.relative_to(package).as_posix()}"
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert kept == there | {"cablegram/cable.txt"}


def test_an_editable_package_brings_no_copy_of_the_cable():
    hook = runpy.run_path(str(ROOT / "lib" / "hatch_build.py"))["CableHook"]
    brought = {"force_include": {}}
    hook(str(ROOT / "lib"), {}, None, None, "", "wheel").initialize("editable", brought)
    assert {"force_include": {}} == brought


# ---- the locks


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_without_hashes_and_without_naming_a_registry(name):
    pinned = r"[a-z0-9-]+==[\w.]+( ; \w+ .+)?"
    lines = [line for line in LOCKS[name].splitlines() if not line.startswith(("#", "-e ./lib"))]
    assert [line for line in lines if not re.fullmatch(pinned, line)] == []
    assert not re.search(r"--hash|--index|https?://", LOCKS[name])


def test_the_locks_agree():
    edition, tests = (pins(lock) for lock in LOCKS.values())
    shared = edition.keys() & tests.keys()
    assert shared
    assert {name: edition[name] for name in shared} == {name: tests[name] for name in shared}


def test_every_package_that_the_project_names_is_locked():
    extras = PROJECT["project"]["optional-dependencies"].values()
    named = {*PROJECT["project"]["dependencies"], *(name for extra in extras for name in extra)}
    assert named - pins(LOCKS["requirements.txt"]).keys() == set()


def test_the_package_is_built_by_the_backend_that_the_tests_lock():
    assert PROJECT["build-system"]["requires"] == list(pins(LOCKS["tests/requirements.txt"])["hatchling"])


@pytest.mark.parametrize("command", ["check", "format --check"])
def test_the_code_keeps_its_style(command):
    done = subprocess.run(
        [sys.executable, "-m", "ruff", *command.split(), "--quiet", "."], cwd=ROOT, capture_output=True
    )
    assert (0, b"") == (done.returncode, done.stdout)


# ---- what the README says


def test_one_version_and_one_date_stand_everywhere():
    version = PROJECT["project"]["version"]
    assert version == cablegram.__version__
    assert f"version {version}." in README
    last, day = re.search(r"## Changes\n\n\*\*(.+?)\*\* \((.+?)\)", README).groups()
    assert (version, references.DATED) == (last, datetime.strptime(day, "%d %B %Y").date())


def test_the_commands_of_the_readme_are_those_of_the_command_line():
    usage = (ROOT / "lib" / "__main__.py").read_text(encoding="utf-8")
    named = set(re.findall(r"python3 lib [a-z]+(?: --[a-z]+)?", README))
    assert {"python3 lib build", "python3 lib test", "python3 lib lab", "python3 lib build --pdf"} <= named
    for command in named:
        for word in command.split()[2:]:
            assert re.search(rf"(lib |\[){word}\b", usage), command


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-own-cable.txt").write_text("Over 700 people came on May 3.\n", encoding="utf-8")
    (example,) = blocks("python")
    names: dict[str, object] = {}
    exec(example, names)
    assert names["mine"].find_numbers().text.tolist() == ["Over 700 people"]


def test_every_link_of_the_readmes_leads_to_a_file():
    for readme in (ROOT / "README.md", ROOT / "seeds" / "README.md"):
        targets = re.findall(r"\]\((?!https?:)([^)#]+)", readme.read_text(encoding="utf-8"))
        assert [target for target in targets if not (readme.parent / target).exists()] == []


def test_the_readme_names_every_notebook_and_folder():
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        assert f"(notebooks/{path.name})" in README
    for folder in ("seeds", "notebooks", "lib", "figures", "tests"):
        assert f"| `{folder}/` |" in README


def test_the_note_on_the_seed_states_its_size_and_hash():
    import hashlib

    seed, note = (ROOT / "seeds" / name for name in ("cable.txt", "README.md"))
    words = note.read_text(encoding="utf-8")
    data = seed.read_bytes()
    assert hashlib.sha256(data).hexdigest() in words
    assert f"{len(data):,} bytes, {len(data.decode()):,} characters" in words
    assert b"\r" not in data
