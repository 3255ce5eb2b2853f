"""Nothing that an article, a question or a model says is run: all of it in the browser."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from tests.ui.conftest import ask, open_page
from tests.ui.fake import HOSTILE, INJECTIONS
from ui import labels

OURS = "#turns script, #turns img, #turns iframe, #text :is(script, img, iframe, a, svg, style), #turns [href^=http]"


def is_clean(page: Page) -> bool:
    return page.evaluate("window.taken === undefined") is True and page.locator(OURS).count() == 0


def test_a_hostile_article_question_and_answer_are_shown_as_they_are(visitor: BrowserContext, site: str) -> None:
    page = open_page(visitor, site)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    expect(page.locator('#text [data-number="2"]')).to_have_text(HOSTILE)
    ask(page, f"hostile {HOSTILE}")
    expect(page.locator(".asked")).to_have_text(f"hostile {HOSTILE}")
    expect(page.locator(".answer .text")).to_contain_text(INJECTIONS[0])
    expect(page.locator(".card .quote")).to_have_text(HOSTILE)
    page.locator(".mark").first.click()
    expect(page.locator("#text mark.active")).to_have_text([HOSTILE])
    assert is_clean(page)
    page.reload()
    expect(page.locator(".asked")).to_have_text(f"hostile {HOSTILE}")
    page.locator("#open-conversations").click()
    assert is_clean(page)
    assert dialogs == []
    expect(page).to_have_title(labels.TITLE.en)


def test_each_injection_alone_stays_a_question(page: Page) -> None:
    for injection in INJECTIONS:
        ask(page, f"hostile {injection}")
    expect(page.locator(".asked")).to_have_text([f"hostile {injection}" for injection in INJECTIONS])
    assert is_clean(page)


def test_a_hostile_own_article_is_shown_as_it_is(page: Page) -> None:
    page.locator("#open-articles").click()
    name = "<img src=x onerror='window.taken=1'>.md"
    text = f"# {INJECTIONS[1]}\n\n## {INJECTIONS[2]}\n\n{INJECTIONS[3]} A sentence to index."
    page.locator("#file").set_input_files({"name": name, "mimeType": "text/markdown", "buffer": text.encode()})
    expect(page.locator("#article-name")).to_have_text(INJECTIONS[1])
    expect(page.locator("#text p")).to_contain_text(INJECTIONS[3])
    page.locator("#open-articles").click()
    assert is_clean(page)


def test_a_conversation_exported_as_html_is_dead_text(page: Page, visitor: BrowserContext, tmp_path: Path) -> None:
    ask(page, f"hostile {HOSTILE}")
    page.locator("#export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="HTML").click()
    file = tmp_path / "export.html"
    download.value.save_as(file)
    opened = visitor.new_page()
    opened.goto(file.as_uri())
    expect(opened.locator("h1")).to_contain_text("hostile")
    expect(opened.locator("blockquote")).to_have_text(HOSTILE)
    assert opened.evaluate("window.taken === undefined")
    assert opened.locator("img, script, iframe, a, svg").count() == 0
