"""python -m cablegram.edition build [--fix] [--pdf] [--cell-seconds N] | check"""

import argparse
import signal
import sys
import time

from .build import CELL_SECONDS, SINGLE, build, check_prose, load_cable
from .pdf import print_pdf
from .sources import BuildError, Folders, read_sources


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
    parser.add_argument(
        "--cell-seconds", type=int, default=CELL_SECONDS, help="how long a cell may take (%(default)s)"
    )
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter shows another in its place
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, end)
    start = time.perf_counter()
    try:
        if options.command == "check":
            check_prose(read_sources(Folders().notebooks), load_cable(), Folders())
            print("The prose says what the data say.")
            return 0
        first = build(fix=options.fix, cell_seconds=options.cell_seconds)
        pdf = options.pdf and print_pdf(first.with_name(SINGLE), first.with_name("edition.pdf"))
    except BuildError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; the edition is as it was before.", file=sys.stderr)
        return 130
    where = f"The edition begins at {first}" + (f", and its PDF is {pdf}" if pdf else "")
    print(f"Done in {time.perf_counter() - start:.1f} s. {where}")
    return 0


def end(*_: object) -> None:
    """Leave as an error would, so that kernels are ended on the way; at the latest in ten seconds."""
    if hasattr(signal, "alarm"):
        signal.alarm(10)  # what runs when the signal comes may swallow an exit; kernels end with their parent
    sys.exit(128 + signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
