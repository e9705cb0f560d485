"""python3 lib build | test | lab: set up what is missing, then do it. Standard library only."""

import hashlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
OLDEST = (3, 11)
USAGE = """\
python3 lib build [--fix] [--pdf]   run the notebooks and write the HTML edition to notebooks/html/
                                    --fix first rewrites the computed numbers in the prose
                                    --pdf also prints the edition as one PDF (needs Chromium)
python3 lib test [pytest options]   check the style and run every test
python3 lib lab                     open the notebooks in JupyterLab

On Windows write `py` for `python3`."""


def main(arguments):
    commands = {"build": build, "test": test, "lab": lab}
    if not arguments or arguments[0] not in commands:
        sys.exit(USAGE)
    require_python()
    return commands[arguments[0]](arguments[1:])


def build(options):
    prepare("requirements.txt")
    return run("-m", "cablegram.edition", "build", *options)


def test(options):
    prepare("requirements.txt", "tests/requirements.txt")
    style = timed("Checking the style", lambda: run("-m", "ruff", "check", "--quiet", "."))
    tests = run("-m", "pytest", *options)
    print("All checks passed." if not style and not tests else "Something failed; see above.")
    return style or tests


def lab(options):
    prepare("requirements.txt")
    print("JupyterLab opens in the browser; Ctrl+C here ends it.")
    return run("-m", "jupyter", "lab", "notebooks/index.ipynb", *options)


def run(*arguments):
    """The exit code of Python in the environment, with the repository as its folder."""
    try:
        return subprocess.run([str(python()), *arguments], cwd=str(ROOT)).returncode
    except KeyboardInterrupt:
        return 130


def timed(what, work):
    print(f"{what} …", end=" ", flush=True)
    start = time.perf_counter()
    result = work()
    print(f"{time.perf_counter() - start:.1f} s", flush=True)
    return result


# ---- the environment


def require_python(version=None):
    version = version or sys.version_info
    if tuple(version[:2]) < OLDEST:
        sys.exit(
            f"This needs Python {OLDEST[0]}.{OLDEST[1]} or newer, and this is {version[0]}.{version[1]}: "
            "install a newer one from python.org or your system's packages, and call it by name."
        )


def prepare(*locks):
    """Make `.venv` where it is missing or out of date, and install what the lock files name."""
    if not python().exists():
        timed(f"Making the environment {ENVIRONMENT.name}", make_environment)
    for lock in locks:
        if stamp(lock).is_file() and stamp(lock).read_text() == fingerprint(lock):
            continue
        install(lock)
        stamp(lock).write_text(fingerprint(lock))


def make_environment():
    try:
        import ensurepip
        import venv
    except ImportError:
        name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        sys.exit(
            "\nThis Python has no venv module. On Debian and Ubuntu it is a package of its own: "
            f"`sudo apt install {name}`; then run the command again."
        )
    del ensurepip  # venv needs it to be there; Debian ships venv without it
    venv.EnvBuilder(with_pip=True, clear=True).create(ENVIRONMENT)


def install(lock):
    """Install one lock file with a running count of its packages."""
    wanted = sum(
        1 for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if re.match(r"[-\w]+==", line)
    )
    print(f"Installing {lock} (about {wanted} packages; a few minutes the first time)", flush=True)
    start = time.perf_counter()
    command = [str(python()), "-m", "pip", "install", "--disable-pip-version-check", "-r", lock]
    said = []
    with subprocess.Popen(
        command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as pip:
        for line in pip.stdout:
            said.append(line)
            show_progress(said, wanted)
    if pip.returncode:
        sys.exit("\n" + explain(lock, said))
    print(f"\r  installed in {time.perf_counter() - start:.0f} s{' ' * 20}", flush=True)


def show_progress(said, wanted):
    if not re.match(r"Collecting|Requirement already satisfied", said[-1]):
        if said[-1].startswith("Installing collected"):
            print("\r  unpacking …" + " " * 20, end="", flush=True)
        return
    seen = sum(1 for line in said if re.match(r"Collecting|Requirement already satisfied", line))
    if sys.stdout.isatty():
        print(f"\r  {min(seen, wanted)} of about {wanted}", end="", flush=True)
    elif seen % 25 == 0:
        print(f"  {seen} of about {wanted}", flush=True)


def explain(lock, said):
    """One sentence for what pip said, and its own last lines where the sentence does not cover them."""
    words = "".join(said)
    if re.search(
        r"NewConnectionError|NameResolutionError|Temporary failure|ConnectTimeout|ProxyError", words
    ):
        return (
            f"The packages named in {lock} could not be fetched: the package index did not answer. "
            "Connect to the network once and run the command again; after that it works without."
        )
    return f"The packages named in {lock} could not be installed. pip said:\n" + "".join(said[-6:])


def python():
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def stamp(lock):
    return ENVIRONMENT / ("installed-" + lock.replace("/", "-"))


def fingerprint(lock):
    """What the environment was made from: the lock file, the package's own settings, where both lie."""
    made_from = [(ROOT / name).read_bytes() for name in (lock, "lib/pyproject.toml")]
    return hashlib.sha256(b"\0".join([*made_from, str(ROOT).encode()])).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
