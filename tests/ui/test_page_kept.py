"""What is kept, in a real browser: conversations, own articles, thumbs, exports."""

import json
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, FilePayload, Page, expect

from tests.ui.conftest import ask, open_page
from tests.ui.fake import BRIDGE, LAST
from ui import labels

OWN = FilePayload(
    name="mill.md",
    mimeType="text/markdown",
    buffer=b"# The Mill\n\nThe mill was built in 1790. It ground corn for two villages.",
)


def test_conversations_survive_a_reload_with_their_citations(page: Page) -> None:
    ask(page, "石桥")
    page.reload()
    expect(page.locator(".asked")).to_have_text(["石桥"])
    page.locator(".mark").last.click()
    expect(page.locator("#text mark.active")).to_have_text([LAST])


def test_a_conversation_is_begun_named_found_again_and_deleted(page: Page) -> None:
    ask(page, "石桥")
    page.get_by_role("button", name=labels.NEW_CONVERSATION.en).click()
    expect(page.locator(".asked")).to_have_count(0)
    page.locator("#open-conversations").click()
    page.get_by_role("button", name=labels.RENAME.en).click()
    page.get_by_label(labels.NAME.en).fill("The bridge")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="The bridge").click()
    expect(page.locator(".asked")).to_have_text(["石桥"])
    page.locator("#open-conversations").click()
    page.get_by_role("button", name=labels.DELETE.en).click()
    page.get_by_role("button", name=labels.DELETE_SURE.en).click()
    expect(page.get_by_text(labels.NO_CONVERSATIONS.en)).to_be_visible()


def test_an_export_holds_quotes_and_offsets(page: Page) -> None:
    ask(page, "石桥")
    start = BRIDGE.text.index(LAST)
    page.locator("#export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="JSON").click()
    exported = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert exported["turns"][0]["answer"]["citations"][1]["quote"] == LAST
    page.locator("#export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Markdown").click()
    text = Path(download.value.path()).read_text("utf-8")
    assert f"> {LAST}" in text
    assert f"{start}–{start + len(LAST)}" in text


def test_a_thumb_and_a_word_are_kept_with_question_answer_and_evidence(page: Page, feedback: Path) -> None:
    ask(page, "Which road?")
    page.get_by_role("button", name=labels.BAD.en).click()
    page.get_by_label(labels.WORD.en).fill("no road")
    page.keyboard.press("Enter")
    expect(page.locator(".word")).to_have_count(0)
    line = json.loads(feedback.read_text("utf-8").splitlines()[-1])
    assert (line["good"], line["word"], line["question"]) == (False, "no road", "Which road?")
    assert line["citations"][0]["article_id"] == "bridge"


def test_a_citation_is_copied_as_a_reference(page: Page, visitor: BrowserContext) -> None:
    visitor.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, "石桥")
    page.get_by_role("button", name=labels.COPY.en).first.click()
    expect(page.locator("#status")).to_have_text(labels.COPIED.en)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "“石桥建于1905年” — 桥与😀河, “历史”, paragraph 1."


def test_an_own_article_is_read_asked_kept_over_a_reload_and_removed(page: Page) -> None:
    page.locator("#open-articles").click()
    page.locator("#file").set_input_files(OWN)
    expect(page.locator("#article-name")).to_have_text("The Mill")
    ask(page, "When was the mill built?")
    expect(page.locator(".short")).to_have_text("1790")
    page.reload()
    expect(page.locator("#text mark.active")).to_have_text(["The mill was built in 1790."])
    page.locator("#open-articles").click()
    page.get_by_role("button", name=labels.REMOVE.en).click()
    page.get_by_role("button", name=labels.DELETE_SURE.en).click()
    expect(page.locator("#article-list .row")).to_have_count(2)
    expect(page.locator("#article-name")).to_have_text(BRIDGE.title)


def test_an_own_article_is_nobody_elses(page: Page, browser: Browser, site: str) -> None:
    page.locator("#open-articles").click()
    page.get_by_text(labels.OR_PASTE.en).click()
    page.get_by_label(labels.PASTE_TITLE.en).fill("Secret")
    page.get_by_label(labels.PASTE_TEXT.en).fill("The treasure lies under the oak.")
    page.get_by_role("button", name=labels.ADD.en, exact=True).click()
    expect(page.locator("#article-name")).to_have_text("Secret")
    other = browser.new_context(locale="en-GB")
    stranger = open_page(other, site)
    stranger.locator("#open-articles").click()
    expect(stranger.locator("#article-list .row")).to_have_count(2)
    other.close()


def test_a_file_that_is_not_read_is_refused_in_plain_words(page: Page) -> None:
    page.locator("#open-articles").click()
    page.locator("#file").set_input_files({"name": "song.mp3", "mimeType": "audio/mpeg", "buffer": b"x"})
    expect(page.locator("#adding .problem")).to_contain_text(".docx")
    page.locator("#file").set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"x"})
    expect(page.locator("#adding .problem")).to_contain_text("a.pdf")
    assert "/" not in page.locator("#adding .problem").inner_text()
