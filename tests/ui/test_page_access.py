"""The page for everybody: axe-core finds nothing, and the keyboard reaches everything in order."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.ui.conftest import ask
from ui import labels

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}


def faults(page: Page) -> list[tuple[str, Any]]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_a_conversation(page: Page, theme: str) -> None:
    page.evaluate("theme => (document.documentElement.dataset.theme = theme)", theme)
    expect(page.locator(".examples[aria-busy]")).to_have_count(0)
    assert faults(page) == []
    ask(page, "Which road?")
    ask(page, "Why?")
    ask(page, "error")
    assert faults(page) == []


@pytest.mark.parametrize("opener", ["#open-articles", "#open-conversations", "#export"])
def test_axe_finds_nothing_in_a_dialog_and_closing_it_gives_the_focus_back(page: Page, opener: str) -> None:
    ask(page, "石桥")
    page.locator(opener).click()
    expect(page.locator("dialog[open]")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(page.locator(opener)).to_be_focused()


def test_tab_goes_from_the_header_to_the_conversation_to_the_article(page: Page) -> None:
    ask(page, "Which road?")
    page.locator("#theme").focus()
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    order = ["open-conversations", "log", "mark", "question", "open-articles", "text", "to-mark"]
    positions = [next(i for i, name in enumerate(reached) if name.split()[:1] == [wanted]) for wanted in order]
    assert positions == sorted(positions)


def test_what_happens_is_said_to_a_screen_reader(page: Page) -> None:
    ask(page, "Which road?")
    expect(page.get_by_role("status").first).to_have_text("A single road led to the river [1].")
    page.get_by_role("button", name=labels.COPY_ANSWER.en).click()
    expect(page.get_by_role("status").first).to_have_text(labels.COPIED.en)
