"""What many tests share: the cable, loaded once, the pages of this checkout, and a browser."""

import os
import shutil
from pathlib import Path

import pytest
from cablegram import load
from hypothesis import HealthCheck, settings

settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # how long an example takes says how busy the machine is, and nothing else


def need(found: object, cure: str) -> None:
    """Skip with the cure where something is missing; fail instead where the tests run for everybody."""
    if found:
        return
    if os.environ.get("CI") == "true":
        pytest.fail(cure)
    pytest.skip(cure)


@pytest.fixture(scope="session")
def edition() -> Path:
    """The folder of the pages of this checkout, built anew where anything changed."""
    from cablegram.edition.build import build

    return build().parent


@pytest.fixture(scope="session")
def cable():
    return load()


@pytest.fixture(scope="session")
def chromium():
    """One for the whole run, since a second cannot be driven beside it."""
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
