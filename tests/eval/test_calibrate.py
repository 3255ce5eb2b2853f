"""The fitting of the weights, on signals whose truth is known."""

import json
import random
from pathlib import Path

import numpy as np
import pytest

from eval.calibrate import NAMES, Measured, across, confidences, fit, measure_all, questions, read_paragraphs, withhold

CONTEXT = "茶园的面积是320亩。陈禾开垦了茶园。每年四月采茶。"
PARAGRAPHS = [(CONTEXT, [("1", "茶园有多大？", "320亩"), ("2", "谁开垦了茶园？", "陈禾")])]


def made_up(count: int, seed: int) -> list[Measured]:
    """Questions of five sentences, of which one is near where the question is answered, and none elsewhere."""
    chance = np.random.default_rng(seed)
    found = []
    for number in range(count):
        signals, gold = chance.normal(0, 1, (5, len(NAMES))), np.zeros(5, dtype=bool)
        if number % 2:
            signals[2, 0] += 4
            gold[2] = True
        found.append(Measured(signals, gold, foreign=False, answerable=bool(number % 2)))
    return found


def test_the_signal_that_tells_gets_the_weight() -> None:
    weights = fit(made_up(400, 1))
    assert weights["cosine"] == max(weights.values()) > 0


def test_confidence_is_about_the_share_that_is_answerable() -> None:
    weights, fresh = fit(made_up(400, 1)), made_up(400, 2)
    confidence, answerable = confidences(weights, fresh), np.array([one.answerable for one in fresh])
    assert answerable[confidence > 0.9].mean() > 0.85
    assert answerable[confidence < 0.1].mean() < 0.15


def test_withholding_takes_out_the_sentence_that_answers_and_no_other() -> None:
    seen = {withhold(CONTEXT, ["320亩"], random.Random(seed)) for seed in range(20)}
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
    measured = measure_all(articles, asked, tmp_path)
    assert [one.answerable for one in measured] == [bool(one.gold.any()) for one in measured]
