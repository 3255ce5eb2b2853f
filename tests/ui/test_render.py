import html
import re
from dataclasses import replace

import pytest

from corpus.article import parse
from rag.types import Short
from tests.ui.fake import BOAT, BRIDGE, HOSTILE, LAST, REFUSALS, reply
from ui import render

ARTICLES = (BRIDGE, BOAT)
TAGS = re.compile(r"<[^>]*>")


def visible(source: str) -> str:
    return html.unescape(TAGS.sub("", source))


@pytest.mark.parametrize(
    "text", [HOSTILE, "a\n\n    b", "*x* _y_ `z` ~~w~~ www.example.org a@b.c", "1. x\n# y\n> z\n- w"]
)
def test_escaped_text_has_no_live_character_and_shows_as_it_was(text: str) -> None:
    escaped = render.escape(text)
    assert not re.search(r"[<>`*_\[\]$\n@.]|&(?!#\d+;)|\{", escaped)
    assert html.unescape(escaped) == text


def test_a_hostile_question_becomes_no_tag_and_no_link() -> None:
    assert re.findall(r"<(\w+)", render.question(HOSTILE)) == ["div"]


def test_a_mark_and_its_card_lead_to_the_offsets_of_the_citation() -> None:
    answer = reply("石桥")
    links = re.findall(r'href="(#cite-[^"]+)"', render.answer(replace(answer, short=None), ARTICLES))
    places = [f"#cite-0-{c.start}-{c.end}" for c in answer.citations]
    assert links == [*places, *places]


def test_blank_lines_part_the_paragraphs_of_an_answer() -> None:
    rendered = render.answer(replace(reply("石桥"), text="One [1].\n\nTwo [2]."), ARTICLES)
    assert re.findall(r'<p class="text" lang="zh">(\w+)', rendered) == ["One", "Two"]


def test_a_mark_without_a_citation_stays_text() -> None:
    rendered = render.answer(replace(reply("石桥"), text="Said so [1][7]."), ARTICLES)
    assert "[1][7]" in visible(rendered)
    assert rendered.count('class="mark"') == 1


def test_markup_in_an_answer_and_its_quotes_is_shown_and_not_obeyed() -> None:
    rendered = render.answer(reply("hostile"), ARTICLES)
    assert not re.search(r"<(script|img|b)\b", rendered)
    assert visible(rendered).count(HOSTILE.replace("\n", " ")) == 3  # answer, quote, translation


def test_the_article_of_a_citation_is_named_only_where_there_are_several() -> None:
    assert "The <b>ferry</b>" in visible(render.answer(reply("ferry"), ARTICLES))
    assert "The <b>ferry</b>" not in visible(render.answer(reply("ferry"), (BOAT,)))


def test_the_short_answer_is_bold_and_leads_to_its_place() -> None:
    start = BRIDGE.text.index("1905年")
    expected = f'<a href="#cite-0-{start}-{start + 5}"><strong>1905年</strong></a>'
    assert expected in render.answer(reply("石桥"), ARTICLES)
    assert "<strong>" not in render.answer(reply("ferry"), ARTICLES)


def test_the_short_answer_is_bold_where_it_stands_by_itself_in_the_sentence_that_holds_it() -> None:
    text = "In 11905年 no[2], 21905年 no, 1905年 yes[1]."
    rendered = render.answer(replace(reply("石桥"), text=text), ARTICLES)
    assert "21905年 no&#44; <strong>1905年</strong> yes" in rendered
    assert rendered.count("<strong>") == 2  # once above the answer


def test_markup_in_a_short_answer_is_shown_and_not_obeyed() -> None:
    answer = reply("hostile")
    citation = answer.citations[0]
    short = Short("<b>x</b>", citation.article_id, citation.start, citation.end)
    rendered = render.answer(replace(answer, text="It is <b>x</b>[1].", short=short), ARTICLES)
    assert f"<strong>{render.escape('<b>x</b>')}</strong>" in rendered
    assert not re.search(r"<b\b", rendered)


def test_a_refusal_shows_its_sentence_and_folds_away_what_is_closest() -> None:
    rendered = render.answer(reply("Why?"), ARTICLES)
    sentence, folded = rendered.split("<details", 1)
    assert REFUSALS["en"] in visible(sentence)
    assert LAST in visible(folded)
    assert not folded.startswith(" open")
    assert re.search(r'href="#cite-0-\d+-\d+"', folded)


def test_a_follow_up_says_how_it_was_understood() -> None:
    followed = replace(reply("石桥"), question="多长？", understood="石桥多长？")
    assert "理解为：Understood as: 石桥多长？" in visible(render.answer(followed, ARTICLES))
    assert "理解为" not in visible(render.answer(reply("石桥"), ARTICLES))


def test_an_answer_tells_its_confidence_its_writer_and_its_time() -> None:
    written = replace(reply("石桥"), mode="generative", model="<model>")
    shown = visible(render.answer(written, ARTICLES))
    assert all(fact in shown for fact in ("confidence 87%", "written by <model>", "0.12 s"))


def test_an_error_is_one_line() -> None:
    assert visible(render.problem("No <file>.\n  Name another.")) == "No <file>. Name another."


def test_each_block_of_the_article_carries_its_offset_and_its_exact_text() -> None:
    blocks = re.findall(r'id="at-0-(\d+)"[^>]*>(.*?)</(?:p|h\d)>', render.reader((BRIDGE,)))
    assert len(blocks) == len(BRIDGE.paragraphs) + 3
    assert all(BRIDGE.text.startswith(html.unescape(text), int(start)) for start, text in blocks)


def test_line_breaks_of_either_kind_survive_in_the_article() -> None:
    source = render.reader((parse("x", "one\r\ntwo\nthree"),))
    assert "one&#13;&#10;two&#10;three" in source


def test_one_article_has_no_selector_and_several_have_one() -> None:
    assert "<select" not in render.reader((BRIDGE,))
    assert render.reader(ARTICLES).count("<option") == 2


def test_an_article_without_a_heading_shows_its_title_and_one_with_it_shows_it_once() -> None:
    shown = visible(render.reader((BOAT,)))
    assert shown.count("The <b>ferry</b>") == 1
    assert visible(render.reader((BRIDGE,))).count("桥与😀河") == 1


def test_own_articles_get_no_example_questions() -> None:
    assert "<button" not in render.welcome(())
