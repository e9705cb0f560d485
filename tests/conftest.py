"""What many tests look at and none changes: the cable, the pages of the edition, and the browser for them."""

import os
import shutil
import time
from pathlib import Path

import cablegram
import pytest
from cablegram.edition.build import build
from cablegram.edition.sources import Folders


def need(found: object, cure: str) -> None:
    """Skip with the cure where something is missing; fail instead where the tests run for everybody."""
    if found:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(cure)
    pytest.skip(cure)


@pytest.fixture(scope="session")
def cable() -> cablegram.Cable:
    """The cable of this edition with its registers."""
    return cablegram.load()


@pytest.fixture(scope="session")
def edition(tmp_path_factory) -> Path:
    """The folder of the pages of this checkout, built anew where anything changed.

    Of several workers (pytest-xdist) one builds, and the others find that nothing has changed since.
    """
    lock = tmp_path_factory.getbasetemp().parent / "edition-is-being-built"
    while "PYTEST_XDIST_WORKER" in os.environ:
        try:
            lock.mkdir()
            break
        except FileExistsError:
            time.sleep(0.1)
    try:
        return build(Folders()).parent
    finally:
        if lock.exists():
            lock.rmdir()


@pytest.fixture(scope="session")
def chromium():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        need(None, "install playwright: pip install -r tests/requirements.txt")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    need(path, "install Chromium: sudo apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()
