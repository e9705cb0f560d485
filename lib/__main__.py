"""python3 lib build | test | lab: set up what is missing, then do it. Standard library only."""

import hashlib
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
USAGE = """\
python3 lib build [--fix] [--pdf]   run the notebooks and write the HTML edition to notebooks/html/
                                    --fix first rewrites the computed numbers in the prose
                                    --pdf also prints the edition as one PDF (needs Chromium)
                                    --cell-seconds N lets a cell take so long (600; 0: any time)
python3 lib test [pytest options]   run every test, that of the style among them
python3 lib lab                     open the notebooks in JupyterLab

On Windows write `py` for `python3`."""

COMMANDS = {  # what Python in the environment runs
    "build": "-m cablegram.edition build",
    "test": "-m pytest -n auto --dist worksteal",
    "lab": "-m jupyterlab notebooks/index.ipynb --ServerApp.answer_yes=True",
}


def main(arguments):
    for stream in filter(None, (sys.stdout, sys.stderr)):  # what lacks a letter shows another in its place
        stream.reconfigure(errors="replace")
    name, *options = arguments or [""]
    if name in ("help", "-h", "--help"):
        print(USAGE)
        return
    if name not in COMMANDS:
        sys.exit(USAGE)
    if sys.version_info < (3, 11):  # noqa: UP036 - an older one gets as far as here
        sys.exit(
            f"This needs Python 3.11 or newer, and this is {sys.version_info[0]}.{sys.version_info[1]}: "
            "install a newer one from python.org or your system's packages, and call it by name."
        )
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: sys.exit("\nStopped. The same command goes on from here."))
    prepare("requirements.txt", *(["tests/requirements.txt"] if name == "test" else []))
    run(*COMMANDS[name].split(), *options)


def run(*arguments):
    """Become Python in the environment, in the repository's folder: so every signal goes straight to it."""
    os.chdir(str(ROOT))
    command = [str(python()), *arguments]
    if os.name == "nt":  # where a process cannot become another, this one waits for it
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


# ---- the environment


def prepare(*locks):
    """Install what the lock files name where that is not yet so, in an environment made for it.

    A stamp says what each was installed from, and what lay in the environment then. Where one is not so any
    more, or the first is not there, all is made anew. Two commands at once do this one after the other.
    """
    with (ROOT / locks[0]).open() as held:
        if os.name == "posix":
            import fcntl

            fcntl.flock(held, fcntl.LOCK_EX)
        stamps = {lock: ENVIRONMENT / ("installed-" + lock.replace("/", "-")) for lock in locks}
        stale = [lock for lock in locks if not is_installed(lock, stamps[lock])]
        if locks[0] in stale or any(stamps[lock].exists() for lock in stale):
            print(f"Making the environment {ENVIRONMENT.name} …", flush=True)
            make_environment()
            stale = locks
        for lock in stale:
            print(f"Installing {lock} (a few minutes the first time) …", end=" ", flush=True)
            install(lock, held)
            print(flush=True)
            stamps[lock].write_text("\n".join([fingerprint(lock), *sorted(packages())]))


def is_installed(lock, stamp):
    """Whether all that lay there after this lock file was installed still does, and the file is the same."""
    text = stamp.read_text(errors="replace") if stamp.is_file() else ""
    made_from, _, names = text.partition("\n")
    return made_from == fingerprint(lock) and names and packages().issuperset(names.split("\n"))


def fingerprint(lock):
    """What the environment was made from: the lock file, the package's own settings, where both lie."""
    made_from = [(ROOT / name).read_bytes() for name in (lock, "lib/pyproject.toml")]
    return hashlib.sha256(b"\0".join([*made_from, str(ROOT).encode()])).hexdigest()


def packages():
    """What lies where Python in the environment looks for packages; nothing if it is gone or another now."""
    question = "import os, sysconfig; print(*os.listdir(sysconfig.get_path('purelib')), sep='/')"
    try:
        there = subprocess.check_output([str(python()), "-c", question], stderr=subprocess.DEVNULL, text=True)
        return {name for name in there.strip().split("/") if not name.endswith(".dist-info")}
    except (OSError, subprocess.CalledProcessError):
        return set()


def python():
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_environment():
    try:
        import ensurepip  # noqa: F401 - venv needs it to be there; Debian ships venv without it
        import venv

        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(ENVIRONMENT)
    except ImportError:
        sys.exit(
            "\nThis Python has no venv module. On Debian and Ubuntu it is a package of its own: "
            f"`sudo apt install python3.{sys.version_info[1]}-venv`; then run the command again."
        )
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        sys.exit(f"\nThe environment {ENVIRONMENT} could not be made: {error}. Delete it and try again.")


def install(lock, held):
    """Install one lock file, with a dot for each package as it is fetched; all are unpacked at the end.

    Where that fails, one sentence ends the command, with pip's own last lines where it does not cover them.
    It reads the file that is `held`, so that the lock on that is free when both have ended, however they do.
    """
    command = "-u -m pip install --no-user --disable-pip-version-check -r"
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "stdin": held, "errors": "replace"}
    said = ""
    with subprocess.Popen([str(python()), *command.split(), lock], cwd=str(ROOT), **pipes) as pip:
        try:
            for line in pip.stdout:
                said += line
                if line.startswith(("Collecting", "Processing", "Requirement already")):
                    print(".", end="", flush=True)
        except BaseException:  # whatever ends this ends pip
            pip.terminate()
            raise
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
    main(sys.argv[1:])
