"""Printed pages, made by a real browser."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

Printer = Callable[..., bytes]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium: the one that CHROMIUM names, or the system's, or Playwright's own."""
    if os.environ.get("SKIP_BROWSER_TESTS"):
        pytest.skip("SKIP_BROWSER_TESTS is set")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def printed(chromium: Browser) -> Iterator[Printer]:
    """A function that prints HTML to a PDF of A4 pages, each with the HTML `footer`; with that, also with `header`."""
    page = chromium.new_page()

    def to_pdf(html: str, footer: str = "", header: str = "山城日报 2024年3月5日") -> bytes:
        page.set_content(html)
        return page.pdf(
            format="A4",
            margin={"top": "2cm", "bottom": "2cm", "left": "1.5cm", "right": "1.5cm"},
            display_header_footer=bool(footer),
            header_template=f"<div style='font-size:8pt'>{header}</div>",
            footer_template=f"<div style='font-size:8pt'>{footer}</div>",
        )

    yield to_pdf
    page.close()
