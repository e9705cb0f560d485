"""python3 lib build | test | lab: set up what is missing, then do it. Standard library only."""

import hashlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
USAGE = """\
python3 lib build [--fix] [--pdf]   run the notebooks and write the HTML edition to notebooks/html/
                                    --fix first rewrites the computed numbers in the prose
                                    --pdf also prints the edition as one PDF (needs Chromium)
                                    --cell-seconds N lets a cell take so long (600)
python3 lib test [pytest options]   check the style and run every test
python3 lib lab                     open the notebooks in JupyterLab

On Windows write `py` for `python3`."""

COMMANDS = {  # what Python in the environment runs, one after the other; the last gets the options
    "build": ("-m cablegram.edition build",),
    "test": (
        "-m ruff check --quiet .",
        "-m ruff format --check --quiet .",
        "-m cablegram.edition build",  # once, before several processes look at its pages
        "-m pytest -n auto --dist worksteal",
    ),
    "lab": ("-m jupyterlab notebooks/index.ipynb --ServerApp.answer_yes=True",),
}


def main(arguments):
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter shows another in its place
        stream.reconfigure(errors="replace")
    name, *options = arguments or [""]
    if name in ("help", "-h", "--help"):
        print(USAGE)
        return 0
    if name not in COMMANDS:
        sys.exit(USAGE)
    if sys.version_info < (3, 11):  # noqa: UP036 - an older one gets as far as here
        sys.exit(
            f"This needs Python 3.11 or newer, and this is {sys.version_info[0]}.{sys.version_info[1]}: "
            "install a newer one from python.org or your system's packages, and call it by name."
        )
    try:
        prepare("requirements.txt", *(["tests/requirements.txt"] if name == "test" else []))
        *checks, last = map(str.split, COMMANDS[name])
        codes = [*(run(*check) for check in checks), run(*last, *options)]
    except KeyboardInterrupt:
        sys.exit("\nStopped. The same command goes on from here.")
    if checks:
        print("Something failed; see above." if any(codes) else "All checks passed.")
    return next(filter(None, codes), 0)


def run(*arguments):
    """The exit code of Python in the environment, with the repository as its folder."""
    with subprocess.Popen([str(python()), *arguments], cwd=str(ROOT)) as child:
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # the child has heard it too, and ends in its own way
                continue


def timed(what, work, *arguments):
    print(f"{what} …", end=" ", flush=True)
    start = time.perf_counter()
    work(*arguments)
    print(f"{time.perf_counter() - start:.1f} s", flush=True)


# ---- the environment


def prepare(*locks):
    """Install what the lock files name where that is not yet so, in an environment made for it.

    A stamp says what each was installed from, and what lay in the environment then; if some of that has gone,
    all is made anew.
    """
    stamps = {lock: ENVIRONMENT / ("installed-" + lock.replace("/", "-")) for lock in locks}
    found = [stamp.read_text().splitlines() for stamp in stamps.values() if stamp.is_file()]
    lost = {name for _, *names in found for name in names} - packages()
    for lock, stamp in stamps.items():
        made_from = stamp.read_text().partition("\n")[0] if stamp.is_file() else ""
        if python().exists() and not lost and made_from == fingerprint(lock):
            continue
        if lost or not is_usable():
            timed(f"Making the environment {ENVIRONMENT.name}", make_environment)
            lost = set()
        stamp.unlink(missing_ok=True)
        timed(f"Installing {lock} (a few minutes the first time)", install, lock)
        stamp.write_text("\n".join([fingerprint(lock), *sorted(packages())]))


def fingerprint(lock):
    """What the environment was made from: the lock file, the package's own settings, where both lie."""
    made_from = [(ROOT / name).read_bytes() for name in (lock, "lib/pyproject.toml")]
    return hashlib.sha256(b"\0".join([*made_from, str(ROOT).encode()])).hexdigest()


def packages():
    """What packages lie in the environment, without the records that carry their versions."""
    there = [*ENVIRONMENT.glob("lib/python*/site-packages/*"), *ENVIRONMENT.glob("Lib/site-packages/*")]
    return {path.name for path in there if path.suffix != ".dist-info"}


def python():
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_usable(version=tuple(sys.version_info[:2])):
    """Whether the environment is there, is of this version of Python, and was not left half made."""
    question = f"import sys, pip; sys.exit(sys.version_info[:2] != {version})"
    return python().exists() and not subprocess.call([python(), "-c", question], stderr=subprocess.DEVNULL)


def make_environment():
    try:
        import ensurepip  # noqa: F401 - venv needs it to be there; Debian ships venv without it
        import venv

        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(ENVIRONMENT)
    except ImportError:
        name = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        sys.exit(
            "\nThis Python has no venv module. On Debian and Ubuntu it is a package of its own: "
            f"`sudo apt install {name}`; then run the command again."
        )
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        sys.exit(f"\nThe environment {ENVIRONMENT} could not be made: {error}")


def install(lock):
    """Install one lock file, with a dot for each package as it is fetched; all are unpacked at the end.

    Where that fails, one sentence ends the command, with pip's own last lines where it does not cover them.
    """
    command = "-u -m pip install --no-user --disable-pip-version-check -r"
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "errors": "replace"}
    said = ""
    with subprocess.Popen([str(python()), *command.split(), lock], cwd=str(ROOT), **pipes) as pip:
        for line in pip.stdout:
            said += line
            if line.startswith(("Collecting", "Processing", "Requirement already")):
                print(".", end="", flush=True)
    no_answer = r"NewConnectionError|NameResolutionError|Temporary failure|ConnectTimeout|ProxyError"
    if pip.returncode and re.search(no_answer, said):
        sys.exit(
            f"\nThe packages named in {lock} could not be fetched: the package index did not answer. "
            "Connect to the network once and run the command again; after that it works without."
        )
    if pip.returncode:
        last = "\n".join(said.splitlines()[-6:])
        sys.exit(f"\nThe packages named in {lock} could not be installed. pip said:\n{last}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
