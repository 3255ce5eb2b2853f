"""A served page and a browser, one of each for all tests of the page."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

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
PATIENCE = 90_000  # Milliseconds until a test gives up; a busy machine is slow, not wrong.
MISSING = (
    "The page is tested in Chromium, and there is none. Install it (Debian: apt-get install chromium fonts-noto-cjk; "
    "elsewhere: python -m playwright install chromium), or name one in CHROMIUM, or set SKIP_BROWSER_TESTS=1."
)


@pytest.fixture(scope="session")
def feedback(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file that the served page keeps thumbs in."""
    return tmp_path_factory.mktemp("feedback") / "thumbs" / "feedback.jsonl"


@pytest.fixture(scope="session")
def site(feedback: Path) -> Iterator[str]:
    """The address of a page served by a process of its own, with the small assistant behind it."""
    with served(str(feedback)) as address:
        yield address


@contextmanager
def served(*arguments: str) -> Iterator[str]:
    """The address of a process that serves the small assistant; the first argument is the file for thumbs."""
    command = [sys.executable, "-m", "tests.ui.fake", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().split()[1]
        server.terminate()


@pytest.fixture(scope="session")
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
    return open_page(visitor, site)


def own_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """Run an asynchronous test in a thread: Playwright's event loop holds this one as long as the browser is there."""

    @wraps(test)
    def run(*arguments: object, **named: object) -> None:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(asyncio.run, test(*arguments, **named)).result()

    return run


def open_page(visitor: BrowserContext, site: str) -> Page:
    """A page of that visitor with the article in it."""
    opened = visitor.new_page()
    opened.goto(site)
    opened.locator("#text article").wait_for()
    return opened


def ask(page: Page, question: str) -> None:
    """Ask and wait until the answer, or the line that stands for it, has come."""
    before = page.locator(".foot").count()
    page.locator("#question").fill(question)
    page.locator("#question").press("Enter")
    expect(page.locator(".foot")).to_have_count(before + 1)
    expect(page.locator("#send")).to_have_attribute("aria-label", re.compile("Send|发送"))
