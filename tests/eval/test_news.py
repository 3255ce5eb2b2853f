"""The questions on news pages, without the news: every line of the corpus is made up."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from eval.news import HELD_OUT, PARAGRAPHS, main, read_pages

LINES = 13_397


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "news.tsv"
    lines = (f"This is sentence {number}.\t这是第{number}句话。" for number in range(LINES))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_there_are_fifty_questions_on_each_page_in_both_languages(corpus: Path) -> None:
    pages = read_pages(corpus)
    assert [page.name for page in pages] == [f"news-{number}" for number in range(1, 33)]
    assert {len(page.questions) for page in pages} == {50}
    assert {sum(not one["answerable"] for one in page.questions) for page in pages} == {14}
    words = [one[language] for page in pages for one in page.questions for language in ("zh", "en")]
    assert len(set(words)) > 0.99 * len(words)


def test_what_answers_stands_on_the_page_of_its_question_and_no_line_on_two_pages(corpus: Path) -> None:
    pages = read_pages(corpus)
    lines = [{at for at, _, _ in page.lines} for page in pages]
    for page, own in zip(pages, lines, strict=True):
        assert own.issuperset(at for one in page.questions for at in one["lines"])
    assert len(set().union(*lines)) == sum(map(len, lines))


def test_a_story_is_a_headline_and_paragraphs(corpus: Path) -> None:
    (headline, [first]), *paragraphs = read_pages(corpus)[0].blocks[: 1 + len(PARAGRAPHS)]
    assert (headline, first[1]) == ("## ", f"这是第{first[0]}句话。")
    assert [(mark, len(lines)) for mark, lines in paragraphs] == [("", size) for size in PARAGRAPHS]


@pytest.mark.parametrize(("options", "names"), [([], HELD_OUT), (["--page", "7"], ("news-7",))])
def test_the_command_asks_the_pages_that_nothing_is_fitted_on(
    corpus: Path, options: Sequence[str], names: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("eval.news.show_rates", lambda pages, index: asked.extend(page.name for page in pages))
    main([str(corpus), *options])
    assert asked == list(names)
