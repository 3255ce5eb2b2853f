"""Trials on articles put together of paragraphs."""

import json
import random
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import get_args

import pytest

from corpus.load import bundled
from eval.pages import Use
from eval.sets import load_sets
from eval.trials import across, alike, collect_pages, questions, read_everyday, read_paragraphs, try_all, withhold
from tests.eval.test_pages import PAGE

CONTEXT = "茶园的面积是320亩。陈禾开垦了茶园。每年四月采茶。"
PARAGRAPHS = [(CONTEXT, [("1", "茶园有多大？", "320亩"), ("2", "谁开垦了茶园？", "陈禾")])]


def test_withholding_takes_out_the_answer_or_its_sentence_and_no_other() -> None:
    seen = {withhold(CONTEXT, ["320亩"], random.Random(seed)) for seed in range(20)}
    assert seen == {CONTEXT, "陈禾开垦了茶园。 每年四月采茶。", CONTEXT.replace("320亩", "")}


def test_an_answer_that_is_most_of_its_sentence_is_taken_out_with_it() -> None:
    seen = {withhold(CONTEXT, ["茶园的面积是320亩"], random.Random(seed)) for seed in range(20)}
    assert seen == {CONTEXT, "陈禾开垦了茶园。 每年四月采茶。"}


def test_a_question_whose_sentence_was_withheld_is_not_answered_and_its_neighbour_is() -> None:
    outcomes = {tuple(item.answer for item in questions(PARAGRAPHS, "x", seed)[1]) for seed in range(30)}
    assert outcomes == {("320亩", "陈禾"), (None, "陈禾"), ("320亩", None)}


def test_a_question_is_put_in_the_other_language_where_there_is_one() -> None:
    _, asked = questions(PARAGRAPHS, "x", 0)
    assert [item.question for item in across(asked, {"茶园有多大？": "How large is it?"})] == ["How large is it?"]


def test_squad_files_are_read(tmp_path: Path) -> None:
    answered = {"id": "1", "question": "谁？", "answers": [{"text": "陈禾", "answer_start": 0}]}
    paragraph = {"context": CONTEXT, "qas": [answered, {"id": "2", "question": "何时？", "answers": []}]}
    (tmp_path / "set.json").write_text(json.dumps({"data": [{"paragraphs": [paragraph]}]}), encoding="utf-8")
    assert read_paragraphs(tmp_path / "set.json") == [(CONTEXT, [("1", "谁？", "陈禾")])]


@pytest.mark.parametrize("seed", [0, 1])
def test_the_real_pipeline_marks_the_sentence_that_answers(tmp_path: Path, seed: int) -> None:
    articles, asked = questions(PARAGRAPHS, "x", seed)
    measured = try_all(articles, asked, tmp_path)
    assert [one.answerable for one in measured] == [any(one.gold) for one in measured]


def test_paragraphs_about_like_things_come_to_stand_together() -> None:
    texts = ["茶园在北坡。", "The harbour opened.", "茶叶在四月采。", "Ships lie in the harbour."]
    order = [context for context, _ in alike([(text, []) for text in texts])]
    assert order == ["茶园在北坡。", "茶叶在四月采。", "The harbour opened.", "Ships lie in the harbour."]


def test_some_questions_are_asked_of_a_wrong_article() -> None:
    paragraphs = [
        (f"第{number}号港口有{number}个泊位。", [(str(number), f"第{number}号港口？", f"{number}个")])
        for number in range(50)
    ]
    articles, asked = questions(paragraphs, "x", 0)
    astray = [item for item in asked if not item.paragraph]
    assert len(articles) == 3
    assert len(astray) == 4
    assert all(item.answer is None for item in astray)


def test_pages_are_tried_in_all_forms_and_with_questions_on_another_page(tmp_path: Path) -> None:
    other = replace(PAGE, name="others", questions=tuple(PAGE.questions) * 5)
    trials = collect_pages([PAGE, other], tmp_path, "fitted")
    assert all(trial.on_page for trial in trials)
    assert {any(trial.gold) for trial in trials if trial.answerable} == {True}
    assert {any(trial.gold) for trial in trials if not trial.answerable} == {False}
    own = 3 * (4 + 20)
    assert sum(trial.answerable for trial in trials) == own / 2
    assert len(trials) > own


def test_no_everyday_question_serves_two_uses_or_is_one_of_those_that_refusals_are_measured_with() -> None:
    (measured,) = load_sets([Path("elsewhere")], [bundled()])
    asked = [case.question for group in measured.groups for case in group.cases]
    everyday = [question for use in get_args(Use) for question in chain(*read_everyday(use))]
    assert len(everyday) > 1000
    assert len({*asked, *everyday}) == len(asked) + len(everyday)
