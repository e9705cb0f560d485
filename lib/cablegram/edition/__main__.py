"""python -m cablegram.edition build [--fix] [--pdf] [--cell-seconds N] | check"""

import argparse
import gc
import signal
import sys
import time
import tomllib
import traceback

from ..registers import RegisterError
from .build import CELL_SECONDS, PACKAGE, SINGLE, alone, build, check_prose, files_of, load_cable
from .sources import BuildError, Folders, read_sources

RESTORE = "`git checkout` restores what is in the repository."
TEXTS = (".css", ".csv", ".geojson", ".html", ".j2", ".json", ".md", ".mplstyle", ".toml")


def main(arguments: list[str] | None = None) -> int:
    """The exit code; a failure is one sentence on the error stream."""
    # jsonschema, which nbformat brings, checks addresses in scripts other than Latin by a grammar that takes
    # longer to compile than all pages to set. Notebooks have none; it goes on where the grammar is absent.
    sys.modules.setdefault("rfc3987_syntax", None)
    parser = argparse.ArgumentParser(prog="python -m cablegram.edition", description=__doc__)
    parser.add_argument(
        "command", choices=["build", "check"], help="check only holds the prose against the data"
    )
    parser.add_argument("--fix", action="store_true", help="first rewrite the computed numbers in the prose")
    parser.add_argument("--pdf", action="store_true", help="also print the edition as one PDF")
    limit = "how long a cell may take (%(default)s; 0: any time)"
    parser.add_argument("--cell-seconds", type=int, default=CELL_SECONDS, help=limit)
    options = parser.parse_args(arguments)
    for stream in filter(None, (sys.stdout, sys.stderr)):  # what lacks a letter shows another in its place
        stream.reconfigure(errors="replace")
    stopped = []

    def stop(number: int, _frame: object) -> None:
        """Leave as an error would, so that kernels are ended on the way; at the latest in ten seconds."""
        stopped.append(128 + number)
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        if hasattr(signal, "alarm"):
            signal.alarm(10)  # it ends this, should a library swallow the exit; kernels end with their parent
        sys.exit(stopped[0])

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    gc.disable()  # the trees of pages are many objects, and no garbage
    sys.setswitchinterval(0.0005)  # while pages are set, kernels do not wait long for their next cell
    start, folders = time.perf_counter(), Folders()
    try:
        if options.command == "check":
            with alone(folders):
                check_prose(read_sources(folders.notebooks), load_cable(), folders)
            print("The prose says what the data say.")
            return 0
        done = f"The edition begins at {build(folders, options.fix, options.cell_seconds)}"
        if options.pdf:
            from .pdf import print_pdf

            pdf = print_pdf(folders.html / SINGLE, folders.html / "edition.pdf")
            done += f", and its PDF is {pdf}"
    except Exception as error:
        if stopped:  # in the midst of an import an exit comes out as some other error
            return stopped[0]
        if sys.flags.dev_mode:
            raise
        print(f"\n{told(error, folders)}", file=sys.stderr)
        return 1
    print(f"Done in {time.perf_counter() - start:.1f} s. {done}")
    return 0


def told(error: Exception, folders: Folders) -> str:
    """What is wrong, with file and cure, in a sentence; and one more for each file that no error names."""
    sentence, damaged = str(error), []
    for path in [*files_of(PACKAGE), *folders.root.glob(folders.readme.name)]:
        try:
            text = path.read_text(encoding="utf-8") if path.suffix in TEXTS else ""
            tomllib.loads(text if path.suffix == ".toml" else "")
        except (OSError, ValueError) as damage:
            damaged += [f"{path}: {damage}; {RESTORE}"] * (path.name not in sentence)
    if isinstance(error, OSError):
        sentence += f": see that it is there, readable and writable, and that there is room; {RESTORE}"
    elif not isinstance(error, BuildError | RegisterError):
        own = [frame for frame in traceback.extract_tb(error.__traceback__) if str(PACKAGE) in frame.filename]
        slip = [f"{own[-1].filename}, line {own[-1].lineno}: {type(error).__name__}: {error}; {RESTORE}"]
        return "\n".join(damaged or slip)
    return "\n".join([sentence, *damaged])


if __name__ == "__main__":
    sys.exit(main())
