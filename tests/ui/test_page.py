"""The page in a real browser: asking, reading, citations."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from rag.types import Language
from rag.wording import UNSUPPORTED
from tests.ui.conftest import ask, open_page
from tests.ui.fake import AFTER_EMOJI, BRIDGE, ERROR, EXAMPLES, FERRY, LAST, REFUSALS, SLOW
from ui import labels

ACTIVE = "#text mark.active"


def test_a_click_highlights_exactly_the_quoted_characters_and_scrolls_to_them(page: Page) -> None:
    ask(page, "石桥")
    ask(page, "Which road?")
    page.locator(".answer").last.locator(".mark").click()
    expect(page.locator(ACTIVE)).to_have_text([AFTER_EMOJI])
    page.locator(".answer").first.locator(".card").nth(1).click()  # an earlier answer's, whose quote is far down
    expect(page.locator(ACTIVE)).to_have_text([LAST])
    expect(page.locator(ACTIVE)).to_be_in_viewport(ratio=1)
    expect(page.locator('#text [data-number="1"]')).to_have_text(BRIDGE.paragraph_text(1))


def test_every_cited_place_is_marked_and_on_the_map_and_leads_back_to_its_mark(page: Page) -> None:
    ask(page, "石桥")
    expect(page.locator("#text mark")).to_have_text(["石桥建于1905年", LAST])
    page.locator("#map .place").last.click()
    expect(page.locator(ACTIVE)).to_have_text([LAST])
    page.get_by_role("button", name=labels.TO_MARK.fill(2).en).click()
    expect(page.locator(".mark").last).to_be_focused()


@pytest.mark.parametrize(
    ("question", "language", "sentence"),
    [("written by whom?", "en", "It is of glass."), ("写成什么样？", "zh", "是玻璃的。")],
)
def test_a_sentence_that_the_article_does_not_confirm_is_set_apart(
    page: Page, question: str, language: Language, sentence: str
) -> None:
    ask(page, question)
    expect(page.locator(".answer .unsupported")).to_have_text([sentence + UNSUPPORTED[language]])
    expect(page.locator(".answer .unsupported small")).to_be_visible()
    expect(page.locator(".answer .text .mark")).to_have_text(["[1]"])


def test_pointing_at_a_mark_is_enough_to_see_its_words(page: Page) -> None:
    ask(page, "石桥")
    page.locator(".mark").last.hover()
    expect(page.locator(ACTIVE)).to_have_text([LAST])
    expect(page.locator(ACTIVE)).to_be_in_viewport(ratio=1)


def test_a_citation_is_followed_with_the_keyboard_alone_and_back_again(page: Page) -> None:
    ask(page, "石桥")
    page.locator(".mark").first.focus()
    page.keyboard.press("Tab")
    expect(page.locator(ACTIVE)).to_have_text([LAST])
    expect(page.locator(".mark").last).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(ACTIVE)).to_be_focused()
    page.get_by_role("button", name=labels.BACK.en).press("Enter")
    expect(page.locator(".mark").last).to_be_focused()


def test_a_citation_of_another_article_shows_that_article(page: Page) -> None:
    ask(page, "ferry")
    expect(page.locator(ACTIVE)).to_have_text([FERRY])
    expect(page.locator("#article-name")).to_have_text("The <b>ferry</b>")
    page.locator("#open-articles").click()
    page.locator("#articles .row-main").first.click()
    expect(page.locator("#article-name")).to_have_text(BRIDGE.title)


def test_an_answer_shows_its_short_form_its_reading_and_its_facts(page: Page) -> None:
    ask(page, "石桥")
    expect(page.locator(".short")).to_have_text("1905年")
    expect(page.locator(".text strong")).to_have_text("1905年")
    expect(page.locator(".about")).to_have_text("confidence 87% · taken from the article · 0.12 s")
    ask(page, "And the road?")
    expect(page.locator(".understood")).to_have_text("Understood as: And the road? (of the stone bridge)")
    expect(page.locator(".card .translated")).to_contain_text("A single road")


def test_a_refusal_and_errors_are_told_plainly(page: Page) -> None:
    page.locator("#question").fill("   ")
    expect(page.locator("#send")).to_be_disabled()
    ask(page, "error")
    expect(page.locator(".problem")).to_have_text(ERROR)
    ask(page, "crash")
    expect(page.locator(".problem").last).to_have_text(labels.FAILED.en)
    ask(page, "Why?")
    expect(page.get_by_text(REFUSALS["en"]).first).to_be_visible()
    page.locator(".closest a").click()
    expect(page.locator(ACTIVE)).to_have_text([LAST])


def test_an_answer_on_its_way_can_be_stopped_and_tried_again(page: Page) -> None:
    page.locator("#question").fill("slow")
    page.locator("#question").press("Enter")
    expect(page.locator(".arriving")).to_contain_text(SLOW)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_text(labels.STOPPED.en).first).to_be_visible()
    page.get_by_role("button", name=labels.RETRY.en).click()
    expect(page.locator(".arriving")).to_contain_text(SLOW)
    page.keyboard.press("Escape")
    expect(page.locator(".stopped")).to_have_count(1)


def test_the_language_is_switched_and_remembered_and_answers_change_with_it(page: Page) -> None:
    ask(page, "Which road?")
    expect(page.locator(".card .spot")).to_have_text("paragraph 1")
    page.get_by_role("button", name="中文").click()
    expect(page.locator(".card .spot")).to_have_text("第 1 段")
    page.reload()
    expect(page.get_by_placeholder(labels.PLACEHOLDER.zh)).to_be_visible()
    expect(page).to_have_title(labels.TITLE.zh)


def test_only_questions_that_are_answered_are_offered_and_one_click_asks(page: Page) -> None:
    expect(page.locator(".example").first).to_have_text(EXAMPLES[0].en)
    expect(page.get_by_text(EXAMPLES[2].en)).to_have_count(0)
    page.get_by_role("button", name=EXAMPLES[0].en).click()
    expect(page.locator(".asked")).to_have_text([EXAMPLES[0].en])
    expect(page.locator(".next .example").first).to_have_text(EXAMPLES[1].en)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_shows_one_pane_at_a_time_and_a_citation_changes_it(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.set_viewport_size({"width": 390, "height": 844})
    ask(page, "石桥")
    expect(page.locator("#text")).to_be_hidden()
    page.locator(".mark").last.click()
    expect(page.locator(ACTIVE)).to_be_in_viewport(ratio=1)
    expect(page.locator("#log")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name=labels.BACK.en).click()
    expect(page.locator(".mark").last).to_be_focused()


def test_a_whole_visit_asks_nothing_of_any_other_host(visitor: BrowserContext, site: str) -> None:
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    page = open_page(visitor, site)
    ask(page, "石桥")
    ask(page, "hostile")
    page.locator(".mark").last.click()
    page.get_by_role("button", name="中文").click()
    page.locator("#theme").click()
    page.locator("#open-articles").click()
    page.locator("#article-list .row").first.wait_for()
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith("data:")}
    assert hosts == {urlsplit(site).netloc}
