"""The questions on pages of ours."""

from typing import get_args

import pytest

from eval.dataset import LANGUAGES
from eval.invented import main, read_pages
from eval.pages import Use, cases, words_in

PAGES = {use: read_pages(use) for use in get_args(Use)}


def test_no_page_serves_two_uses_and_each_use_has_pages() -> None:
    names = [page.name for pages in PAGES.values() for page in pages]
    assert sorted(names) == sorted(f"invented-{number}" for number in range(1, 241))
    assert len(PAGES["taught"]) > len(PAGES["fitted"]) > len(PAGES["held out"]) >= 12


def test_what_answers_are_words_of_the_line_in_both_languages_and_no_part_of_a_number() -> None:
    for page in (page for pages in PAGES.values() for page in pages):
        lines = {line[0]: line for line in page.lines}
        for one in (one for one in page.questions if one["answerable"]):
            assert set(one["lines"]) <= set(lines)
            for lang in LANGUAGES:
                answer = one["answers"][lang][0][0]
                before, found, after = words_in(lines[one["lines"][0]], lang).partition(answer)
                assert found
                assert not (answer[0].isdigit() and before[-1:].isdigit())
                assert not (answer[-1].isdigit() and after[:1].isdigit())


def test_over_a_third_are_near_misses_and_no_question_is_put_twice_to_a_page() -> None:
    asked = [one for pages in PAGES.values() for page in pages for one in page.questions]
    assert 0.35 < sum(not one["answerable"] for one in asked) / len(asked) < 0.42
    for page in (page for pages in PAGES.values() for page in pages):
        for lang in LANGUAGES:
            assert len({one[lang] for one in page.questions}) == len(page.questions)


def test_a_page_has_a_title_sections_and_paragraphs_in_both_languages() -> None:
    article, asked = cases(PAGES["held out"][0], "both")
    assert len([section for section in article.sections if section.title]) > 3
    assert len(article.translations) == len(article.paragraphs)
    assert all(case.gold.spans[0] for case in asked if case.answerable)


def test_the_command_asks_the_pages_that_nothing_is_fitted_on(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("eval.invented.show_rates", lambda pages, index: asked.extend(page.name for page in pages))
    main([])
    assert asked == [page.name for page in PAGES["held out"]]
