"""Pages of a newspaper in two languages, and what comes of the questions on them."""

from pathlib import Path

import pytest

from eval.dataset import LANGUAGES
from eval.pages import FORMS, Form, Page, ask, cases, rates, show_rates

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
PAGE = Page("gardens", [("## ", STORY[:1]), ("", STORY[1:3]), ("", STORY[3:])], ASKED)


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
    page = Page("gardens", PAGE.blocks, (headline | {"answers": answers},))
    assert {result.scores.recall_at_1 for result in ask(page, "both", tmp_path)} == {0.0}


def test_the_rates_of_all_pages_are_shown_for_each_form_and_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    show_rates([PAGE], tmp_path)
    shown = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in shown] == [
        f"page in {form}, asked in {language}" for form in FORMS for language in LANGUAGES
    ]
    assert all("near misses refused" in line for line in shown)
    assert ["contains gold" in line for line in shown] == [True, True, False, True, True, False]
