"""A served page and a browser, one of each for the tests of a file."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect, sync_playwright

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PATIENCE = 30_000  # Milliseconds until a test gives up; a busy machine is slow, not wrong.
MISSING = (
    "The page is tested in Chromium, and there is none. Install it (Debian: apt-get install chromium fonts-noto-cjk; "
    "elsewhere: python -m playwright install chromium), or name one in CHROMIUM, or set SKIP_BROWSER_TESTS=1."
)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a page served by a process of its own, with the small assistant behind it."""
    with subprocess.Popen([sys.executable, "-m", "tests.ui.fake"], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().split()[1]
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium: the one that CHROMIUM names, or the system's, or Playwright's own."""
    if os.environ.get("SKIP_BROWSER_TESTS"):
        pytest.skip("SKIP_BROWSER_TESTS is set")
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=path, args=QUIET)
        except Error as error:
            pytest.fail(f"{MISSING}\n{error.message}", pytrace=False)
        yield started
        started.close()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A visitor with a wide screen who reads English and has never been here."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext, site: str) -> Page:
    """The page as that visitor first sees it."""
    opened = visitor.new_page()
    opened.goto(site)
    opened.get_by_role("textbox", name="Question").wait_for()
    return opened
