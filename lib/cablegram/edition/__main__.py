"""python -m cablegram.edition build [--fix] [--pdf] [--kernels] | check"""

import argparse
import sys
import time

from .sources import BuildError
from .steps import step


def main(arguments: list[str] | None = None) -> int:
    """The exit code; a failure is one sentence on the error stream."""
    options = read_arguments(arguments)
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter shows another in its place
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    start = time.perf_counter()
    try:
        if options.command == "check":
            return check()
        where = build(options)
    except BuildError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped; build again to complete the edition.", file=sys.stderr)
        return 130
    print(f"Done in {time.perf_counter() - start:.1f} s. {where}")
    return 0


def read_arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m cablegram.edition", description=__doc__)
    parser.add_argument(
        "command", choices=["build", "check"], help="check only holds the prose against the data"
    )
    parser.add_argument("--fix", action="store_true", help="first rewrite the computed numbers in the prose")
    parser.add_argument("--pdf", action="store_true", help="also print the edition as one PDF")
    parser.add_argument(
        "--kernels", action="store_true", help="run the notebooks in Jupyter kernels everywhere"
    )
    return parser.parse_args(arguments)


def check() -> int:
    from .answers import Answers
    from .build import check_prose, load_cable
    from .sources import Folders, read_sources

    check_prose(read_sources(Folders().notebooks), Answers(load_cable()), Folders())
    print("The prose says what the data say.")
    return 0


def build(options: argparse.Namespace) -> str:
    """Build, and say where the result is."""
    from .build import SINGLE, build

    first = build(fix=options.fix, kernels=options.kernels)
    if not options.pdf:
        return f"The edition begins at {first}"
    from .pdf import print_pdf

    with step("Printing the PDF"):
        pdf = print_pdf(first.with_name(SINGLE), first.with_name("edition.pdf"))
    return f"The edition begins at {first}, and its PDF is {pdf}"


if __name__ == "__main__":
    sys.exit(main())
