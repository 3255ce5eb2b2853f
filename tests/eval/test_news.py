"""The questions on news pages, without the news: every line of the corpus is made up."""

from pathlib import Path

import pytest

from eval.news import FORMS, HELD_OUT, Form, Page, ask, cases, main, rates, read_pages

LINES = 13_397
STORY = (
    (0, "茶园开张", "A tea garden opens"),
    (1, "茶园的面积是320亩。", "The tea garden covers 320 acres."),
    (2, "陈禾开垦了茶园。", "Mira Holt planted the garden."),
    (3, "每年四月采茶。", "The tea is picked in April."),
)
ASKED = (
    {
        "id": "p01-01",
        "type": "person",
        "zh": "谁开垦了茶园？",
        "en": "Who planted the garden?",
        "answerable": True,
        "lines": [2],
        "any": False,
        "answers": {"zh": [["陈禾"]], "en": [["Mira Holt"]]},
    },
    {
        "id": "p01-02",
        "type": "number",
        "zh": "茶园有多少名工人？",
        "en": "How many workers does the garden have?",
        "answerable": False,
        "lines": [],
        "any": False,
        "answers": {"zh": [], "en": []},
    },
)
PAGE = Page(1, (STORY,), ASKED)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "news.tsv"
    lines = (f"This is sentence {number}.\t这是第{number}句话。" for number in range(LINES))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_there_are_fifty_questions_on_each_page_in_both_languages(corpus: Path) -> None:
    pages = read_pages(corpus)
    assert [page.number for page in pages] == list(range(1, 33))
    assert {len(page.questions) for page in pages} == {50}
    assert {sum(not one["answerable"] for one in page.questions) for page in pages} == {14}
    words = [one[language] for page in pages for one in page.questions for language in ("zh", "en")]
    assert len(set(words)) > 0.99 * len(words)


def test_what_answers_stands_on_the_page_of_its_question_and_no_line_on_two_pages(corpus: Path) -> None:
    pages = read_pages(corpus)
    lines = [{at for story in page.stories for at, _, _ in story} for page in pages]
    for page, own in zip(pages, lines, strict=True):
        assert own.issuperset(at for one in page.questions for at in one["lines"])
    assert len(set().union(*lines)) == sum(map(len, lines))


@pytest.mark.parametrize("form", FORMS)
def test_the_gold_is_the_line_in_the_language_of_the_page(form: Form) -> None:
    article, asked = cases(PAGE, form)
    assert [(case.language, case.answerable) for case in asked] == [
        ("zh", True),
        ("en", True),
        ("zh", False),
        ("en", False),
    ]
    place = asked[0].gold.spans[0][0]
    assert article.text[place.start : place.end] == STORY[2][2 if form == "en" else 1]
    assert asked[2].gold.spans == ()
    assert bool(article.translations) == (form == "both")
    assert [section.title for section in article.sections if section.title] == [STORY[0][2 if form == "en" else 1]]


def test_the_rates_tell_what_was_answered_and_what_refused(tmp_path: Path) -> None:
    found = rates([result for result in ask(PAGE, "both", tmp_path) if result.language == "zh"])
    assert found == {
        "contains gold": 1.0,
        "citation hits gold": 1.0,
        "refused wrongly": 0.0,
        "near misses refused": 1.0,
    }


def test_a_question_that_only_the_headline_answers_is_measured_too(tmp_path: Path) -> None:
    headline = ASKED[0] | {"zh": "什么开张了？", "en": "What opened?", "lines": [0]}
    answers = {"zh": [["茶园"]], "en": [["garden"]]}
    page = Page(1, (STORY,), (headline | {"answers": answers},))
    assert {result.scores.recall_at_1 for result in ask(page, "both", tmp_path)} == {0.0}


def test_the_command_asks_the_pages_that_nothing_is_fitted_on(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, Form]] = []

    def remember(page: Page, form: Form, index: Path) -> list[object]:
        asked.append((page.number, form))
        return list(ask(PAGE, form, index)) if page.number == HELD_OUT[0] else []

    monkeypatch.setattr("eval.news.ask", remember)
    main([str(corpus)])
    assert asked == [(number, form) for form in FORMS for number in HELD_OUT]
    assert capsys.readouterr().out.count("near misses refused") == 2 * len(FORMS)
