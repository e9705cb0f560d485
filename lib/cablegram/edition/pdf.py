"""The single file printed as one tagged PDF with bookmarks, by a Chromium that is already there."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .sources import BuildError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def print_pdf(page: Path, pdf: Path) -> Path:
    """Print the page. Raises `BuildError` that says what to install where there is no Chromium."""
    browser = find_browser()
    pdf.unlink(missing_ok=True)  # an old one must not pass for the new
    # Beside the page: a Chromium that comes as a snap sees the reader's folders, and a /tmp of its own.
    with tempfile.TemporaryDirectory(dir=page.parent, ignore_cleanup_errors=True) as folder:
        sheet = Path(folder) / page.name
        sheet.write_text(on_a4(page.read_text(encoding="utf-8")), encoding="utf-8")
        command = [
            browser,
            *flags(),
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={pdf}",
            sheet.as_uri(),
        ]
        said = run(command)
    if not pdf.is_file():
        raise BuildError(f"{Path(browser).name} could not print {page.name}: {said}")
    return pdf


def run(command: list[str], timeout: int = 300) -> str:
    """The last line of what the browser says on its error stream."""
    try:
        done = subprocess.run(command, capture_output=True, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        return f"it did not finish within {timeout} seconds"
    except OSError as error:
        return str(error)
    return (done.stderr.decode(errors="replace").strip().splitlines() or ["it said nothing"])[-1]


def on_a4(html: str) -> str:
    """The page with a size for its paper; a reader's own printer chooses it otherwise."""
    return html.replace("</head>", "<style>@page { size: A4 }</style></head>", 1)


def flags() -> list[str]:
    """What makes Chromium print quietly, with tags and bookmarks and without its own heads and feet."""
    quiet = ["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"]
    tagged = ["--export-tagged-pdf", "--generate-pdf-document-outline"]
    # As root, in a container, Chromium's sandbox does not start; the page is our own and has no scripts.
    rootless = [] if sys.platform == "win32" or os.geteuid() else ["--no-sandbox"]
    return quiet + tagged + rootless


def find_browser() -> str:
    """The command of a browser that prints; `BROWSER_FOR_PDF` names one that is kept elsewhere."""
    named = os.environ.get("BROWSER_FOR_PDF")
    found = (
        [named]
        if named
        else [shutil.which(name) for name in NAMES] + [p for p in ELSEWHERE if Path(p).is_file()]
    )
    for path in found:
        if path:
            return path
    raise BuildError(
        "A PDF needs Chromium or Chrome, and none was found: install it (on Debian and Ubuntu "
        "`sudo apt install chromium`) or set BROWSER_FOR_PDF to its path; the pages themselves are written."
    )
