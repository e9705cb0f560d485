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
OLDEST = (3, 11)
USAGE = """\
python3 lib build [--fix] [--pdf]   run the notebooks and write the HTML edition to notebooks/html/
                                    --fix first rewrites the computed numbers in the prose
                                    --pdf also prints the edition as one PDF (needs Chromium)
                                    --cell-seconds N lets a cell take so long (600)
python3 lib test [pytest options]   check the style and run every test
python3 lib lab                     open the notebooks in JupyterLab

On Windows write `py` for `python3`."""


def main(arguments):
    speak_anywhere()
    commands = {"build": build, "test": test, "lab": lab}
    if arguments and arguments[0] in ("help", "-h", "--help"):
        print(USAGE)
        return 0
    if not arguments or arguments[0] not in commands:
        sys.exit(USAGE)
    require_python()
    try:
        return commands[arguments[0]](arguments[1:])
    except KeyboardInterrupt:
        sys.exit("\nStopped. The same command goes on from here.")


def speak_anywhere():
    """A terminal that lacks a letter shows another in its place."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def build(options):
    prepare("requirements.txt")
    return run("-m", "cablegram.edition", "build", *options)


def test(options):
    prepare("requirements.txt", "tests/requirements.txt")
    style = timed("Checking the style", check_style)
    tests = run("-m", "pytest", *options)
    print("All checks passed." if not style and not tests else "Something failed; see above.")
    return style or tests


def check_style():
    checks = (("check",), ("format", "--check"))
    return max(run("-m", "ruff", *check, "--quiet", ".") for check in checks)


def lab(options):
    prepare("requirements.txt")
    print("JupyterLab opens in the browser; Ctrl+C here ends it.", flush=True)
    return run("-m", "jupyterlab", "notebooks/index.ipynb", "--ServerApp.answer_yes=True", *options)


def run(*arguments):
    """The exit code of Python in the environment, with the repository as its folder."""
    with subprocess.Popen([str(python()), *arguments], cwd=str(ROOT)) as child:
        signal.signal(signal.SIGTERM, lambda *_: child.terminate())
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # the child has heard it too, and ends in its own way
                continue


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
    """Install what the lock files name where that is not yet so, in an environment made for it."""
    for lock in locks:
        if stamp(lock).is_file() and stamp(lock).read_text() == fingerprint(lock):
            continue
        if not is_usable():
            timed(f"Making the environment {ENVIRONMENT.name}", make_environment)
        if stamp(lock).is_file():
            stamp(lock).unlink()
        install(lock)
        stamp(lock).write_text(fingerprint(lock))


def is_usable(version=tuple(sys.version_info[:2])):
    """Whether the environment is there, is of this version of Python, and was not left half made."""
    if not python().exists():
        return False
    question = f"import sys, pip; sys.exit(sys.version_info[:2] != {version})"
    return not subprocess.run([str(python()), "-c", question], stderr=subprocess.DEVNULL).returncode


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
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(ENVIRONMENT)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        sys.exit(f"\nThe environment {ENVIRONMENT} could not be made: {error}")


def install(lock):
    """Install one lock file, showing how far it is; what pip says is kept beside it."""
    wanted = len(re.findall(r"^[-\w]+==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))
    print(f"Installing {lock} (about {wanted} packages; a few minutes the first time)", flush=True)
    start = time.perf_counter()
    command = [str(python()), "-u", "-m", "pip", "install", "--no-user", "--disable-pip-version-check"]
    log = ENVIRONMENT / "pip.log"
    with log.open("wb") as said:
        pip = subprocess.Popen([*command, "-r", lock], cwd=str(ROOT), stdout=said, stderr=subprocess.STDOUT)
        follow(pip, log, wanted)
    if pip.returncode:
        sys.exit("\n" + explain(lock, log.read_text(encoding="utf-8", errors="replace")))
    show(f"  installed in {time.perf_counter() - start:.0f} s", end="\n")


def follow(pip, log, wanted):
    """Wait for pip and tell how far it is, where no line can be written over only every 25 packages."""
    step, shown, before = (1 if sys.stdout.isatty() else 25), "", unpacked()
    while pip.poll() is None:
        time.sleep(0.2)
        what, count = progress(log.read_text(encoding="utf-8", errors="replace"), before)
        count = min(count, wanted) // step * step
        line = f"  {what} {count} of about {wanted}"
        if count and line != shown:
            show(line)
            shown = line


def show(line, end=""):
    """On a terminal the line stands over the one before; elsewhere it is a line of its own."""
    if sys.stdout.isatty():
        print(f"\r{line:<40}", end=end, flush=True)
    else:
        print(line, flush=True)


def progress(said, before):
    """What pip is doing, and with how many packages it is done; `before` were there when it began."""
    if "Installing collected packages" in said:
        return "unpacked", unpacked() - before
    return "fetched", len(re.findall(r"^(?:Collecting|Processing|Requirement already)", said, re.MULTILINE))


def unpacked():
    """The number of packages in the environment."""
    folders = ("Lib/site-packages", "lib/python*/site-packages")
    return sum(len(list(ENVIRONMENT.glob(f"{folder}/*.dist-info"))) for folder in folders)


def explain(lock, said):
    """One sentence for what pip said, and its own last lines where the sentence does not cover them."""
    no_answer = r"NewConnectionError|NameResolutionError|Temporary failure|ConnectTimeout|ProxyError"
    if re.search(no_answer, said):
        return (
            f"The packages named in {lock} could not be fetched: the package index did not answer. "
            "Connect to the network once and run the command again; after that it works without."
        )
    return f"The packages named in {lock} could not be installed. pip said:\n" + "".join(
        said.splitlines(keepends=True)[-6:]
    )


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
