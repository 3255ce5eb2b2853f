"""The page in a real browser."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Page, expect

from tests.ui.fake import AFTER_EMOJI, BRIDGE, ERROR, FERRY, HOSTILE, LAST, REFUSALS
from ui import labels


def ask(page: Page, question: str) -> None:
    """Ask and wait until the answer, or the line that stands for it, has come."""
    before = page.locator(".about, .problem").count()
    page.get_by_role("textbox").fill(question)
    page.get_by_role("textbox").press("Enter")
    expect(page.locator(".about, .problem")).to_have_count(before + 1)


def test_a_click_highlights_exactly_the_quoted_characters_and_scrolls_to_them(page: Page) -> None:
    ask(page, "石桥")
    ask(page, "Which road?")
    page.locator(".answer").last.get_by_role("link", name="[1]").click()
    expect(page.locator("#reader mark")).to_have_text([AFTER_EMOJI])
    page.locator(".answer").first.locator(".card").nth(1).click()  # an earlier answer's, whose quote is far down
    expect(page.locator("#reader mark")).to_have_text([LAST])
    expect(page.locator("#reader mark")).to_be_in_viewport(ratio=1)
    expect(page.locator("#at-0-10")).to_have_text(BRIDGE.paragraph_text(1))


def test_a_citation_is_followed_with_the_keyboard_alone_and_back_again(page: Page) -> None:
    ask(page, "Which road?")
    mark = page.get_by_role("link", name="[1]")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#reader mark")).to_be_focused()
    page.get_by_role("button", name="Back to the answer").press("Enter")
    expect(mark).to_be_focused()


def test_a_citation_of_another_article_shows_that_article(page: Page) -> None:
    ask(page, "ferry")
    expect(page.locator("#article-1")).to_be_hidden()
    page.get_by_role("link", name="[1]").click()
    expect(page.locator("#reader mark")).to_have_text([FERRY])
    expect(page.locator("#article-0")).to_be_hidden()
    expect(page.get_by_label("Choose an article")).to_have_value("1")
    page.get_by_label("Choose an article").select_option("0")
    expect(page.locator("#article-0")).to_be_visible()


def test_nothing_that_a_visitor_or_an_article_writes_becomes_live(page: Page) -> None:
    ask(page, f"hostile {HOSTILE}")
    expect(page.locator(".asked")).to_have_text(f"hostile {HOSTILE}")
    assert page.locator(".asked *").count() == 0
    expect(page.locator("#reader p").nth(1)).to_have_text(HOSTILE)
    assert page.locator("#conversation img, #reader img, #reader a, #conversation [href^=http]").count() == 0
    page.get_by_role("link", name="[1]", exact=True).last.click()
    expect(page.locator("#reader mark")).to_have_text([HOSTILE])
    expect(page).to_have_title(labels.TITLE.en)


def test_a_refusal_an_error_and_a_blank_question_are_told_plainly(page: Page) -> None:
    page.get_by_role("textbox").fill("   ")
    page.get_by_role("textbox").press("Enter")
    expect(page.get_by_role("textbox")).to_have_value("")
    ask(page, "error")
    expect(page.locator(".problem")).to_have_text(ERROR)
    ask(page, "Why?")
    expect(page.locator(".asked")).to_have_text(["error", "Why?"])
    expect(page.get_by_text(REFUSALS["en"])).to_be_visible()
    expect(page.locator(".closest a")).to_be_hidden()
    page.get_by_text(labels.CLOSEST_ONE.en).click()
    page.locator(".closest a").click()
    expect(page.locator("#reader mark")).to_have_text([LAST])


def test_the_language_is_switched_and_remembered_and_answers_change_with_it(page: Page) -> None:
    ask(page, "Which road?")
    expect(page.locator(".card .where")).to_contain_text("paragraph 1", use_inner_text=True)
    page.get_by_role("button", name="中文").click()
    expect(page.locator(".card .where")).to_contain_text("第 1 段", use_inner_text=True)
    expect(page.get_by_placeholder(labels.PLACEHOLDER.zh)).to_be_visible()
    page.reload()
    expect(page.get_by_placeholder(labels.PLACEHOLDER.zh)).to_be_visible()
    expect(page).to_have_title(labels.TITLE.zh)


def test_an_example_is_asked_with_one_click_and_a_new_conversation_starts_empty(page: Page) -> None:
    page.get_by_role("button", name=labels.EXAMPLES[0].en).click()
    expect(page.locator(".asked")).to_have_text([labels.EXAMPLES[0].en])
    expect(page.locator(".about")).to_have_count(1)
    page.get_by_role("button", name=labels.NEW_CONVERSATION.en).click()
    expect(page.locator(".asked")).to_have_count(0)
    expect(page.get_by_role("button", name=labels.EXAMPLES[1].en)).to_be_visible()


def test_a_narrow_screen_shows_one_pane_at_a_time_and_a_citation_changes_it(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    ask(page, "石桥")
    expect(page.locator("#reader")).to_be_hidden()
    page.get_by_role("link", name="[2]").click()
    expect(page.locator("#reader mark")).to_be_in_viewport(ratio=1)
    expect(page.locator("#conversation")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Back to the answer").click()
    expect(page.get_by_role("link", name="[2]")).to_be_focused()


def test_a_whole_visit_asks_nothing_of_any_other_host(visitor: BrowserContext, site: str) -> None:
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    page = visitor.new_page()
    page.goto(site)
    ask(page, "石桥")
    ask(page, f"hostile {HOSTILE}")
    page.get_by_role("link", name="[1]", exact=True).last.click()
    page.get_by_role("button", name="中文").click()
    expect(page.get_by_placeholder(labels.PLACEHOLDER.zh)).to_be_visible()
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith("data:")}
    assert hosts == {urlsplit(site).netloc}
