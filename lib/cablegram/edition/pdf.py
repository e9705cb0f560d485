"""The single file printed as one tagged PDF with bookmarks, by a Chromium that is already there."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

from .sources import BuildError

SECONDS = 300
BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
# Quietly, with tags and bookmarks, and without the browser's own heads and feet.
FLAGS = (
    *("--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"),
    *("--export-tagged-pdf", "--generate-pdf-document-outline"),
)
# Text that Chromium sets outside all tags: running heads, page numbers, what the style sheet adds.
BEGIN_ARTIFACT = ([pikepdf.Name.Artifact], pikepdf.Operator("BMC"))
END_MARKED = ([], pikepdf.Operator("EMC"))


def print_pdf(page: Path, pdf: Path) -> Path:
    """The PDF of the page, printed by the browser found or the one that `BROWSER_FOR_PDF` names.

    Raises `BuildError` that says what to install where there is no Chromium, or why it printed nothing.
    """
    browser = os.environ.get("BROWSER_FOR_PDF") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not browser:
        raise BuildError(
            "A PDF needs Chromium or Chrome, and none was found: install it (on Debian and Ubuntu `sudo apt "
            "install chromium`) or set BROWSER_FOR_PDF to its path; the pages themselves are written."
        )
    if shutil.which("fc-list") and not subprocess.run(["fc-list", ":lang=zh"], capture_output=True).stdout:
        cure = "install a face that has them (on Debian and Ubuntu `sudo apt install fonts-noto-cjk`)"
        print(f"The PDF has gaps where Chinese and Korean words stand: {cure}.", file=sys.stderr)
    pdf.unlink(missing_ok=True)  # an old one must not pass for the new
    # As root, in a container, Chromium's sandbox does not start; the page is our own and has no scripts.
    rootless = [] if sys.platform == "win32" or os.geteuid() else ["--no-sandbox"]
    # Beside the page: a Chromium that comes as a snap sees the reader's folders, and a /tmp of its own.
    with tempfile.TemporaryDirectory(dir=page.parent, ignore_cleanup_errors=True) as folder:
        sheet = Path(folder) / page.name  # with a size for its paper, which a reader's own printer chooses
        sized = "<style>@page { size: A4 }</style></head>"
        sheet.write_text(page.read_text(encoding="utf-8").replace("</head>", sized, 1), encoding="utf-8")
        printed = Path(folder) / pdf.name
        own = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}", sheet.as_uri()]
        try:
            done = subprocess.run([browser, *FLAGS, *rootless, *own], capture_output=True, timeout=SECONDS)
            if printed.is_file():
                finish(printed)
                return printed.replace(pdf)
            problem = (done.stderr.decode(errors="replace").strip().splitlines() or ["it said nothing"])[-1]
        except subprocess.TimeoutExpired:
            problem = f"it did not finish within {SECONDS} seconds"
        except (OSError, pikepdf.PdfError) as error:
            problem = str(error)
    raise BuildError(f"{Path(browser).name} could not print {page.name}: {problem}")


def finish(path: Path) -> None:
    """What Chromium leaves undone for PDF/UA: page heads are marked as artifacts, links say where they lead.

    The file is written smaller, and without the time of its making.
    """
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            marked, depth = [], 0
            for operands, operator in pikepdf.parse_content_stream(page):
                depth += (str(operator) in ("BMC", "BDC")) - (str(operator) == "EMC")
                is_loose = depth == 0 and str(operator) in ("Tj", "TJ", "Do")
                shown = [(operands, operator)]
                marked += [BEGIN_ARTIFACT, *shown, END_MARKED] if is_loose else shown
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(marked))
            for link in page.get("/Annots", []):
                target = link.A.URI if "/A" in link else link.get("/Dest", "")
                link.Contents = pikepdf.String(f"Leads to {target}".replace("to /", "to "))
        for key in ("/CreationDate", "/ModDate"):
            del pdf.docinfo[key]
        pdf.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
