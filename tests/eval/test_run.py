import json
from dataclasses import replace
from typing import Any

import pytest

from eval.run import Result, evaluate, score


def by_id(results: list[Result]) -> dict[tuple[str, str], Result]:
    return {(result.id, result.language): result for result in results}


def test_every_question_is_asked_in_both_languages_in_order(reader: Any, cases: Any) -> None:
    asked = [(result.id, result.language) for result in evaluate(reader, cases)]
    assert asked == [("founded", "zh"), ("founded", "en"), ("mayor", "zh"), ("mayor", "en")]


def test_a_right_answer_is_scored_right(reader: Any, cases: Any) -> None:
    result = by_id(evaluate(reader, cases))["founded", "zh"]
    scores = result.scores
    assert (result.outcome, result.retrieved, result.gold_paragraphs) == ("answered", (1, 2), ((1,),))
    assert scores.recall_at_1 == scores.reciprocal_rank == scores.contains_gold == scores.citation_hit == 1.0
    assert (scores.wrong_refusal, scores.right_refusal) == (0.0, None)


def test_an_unanswerable_question_counts_only_in_right_refusals(reader: Any, cases: Any) -> None:
    result = by_id(evaluate(reader, cases))["mayor", "en"]
    counted = {name for name in result.scores.__slots__ if getattr(result.scores, name) is not None}
    assert (counted, result.scores.right_refusal) == ({"right_refusal"}, 1.0)
    assert result.outcome == "right refusal"


def test_a_wrong_refusal_counts_nothing_right_even_where_its_words_hold_the_gold(reader: Any, cases: Any) -> None:
    refused = replace(reader.ask("谁任市长"), text="信息不足，最接近的是2010年")
    scores = score(cases[0], "zh", [1], refused)
    assert (scores.contains_gold, scores.citation_hit, scores.citation_recall) == (0.0, 0.0, 0.0)
    assert (scores.wrong_refusal, scores.recall_at_1, scores.answer_length) == (1.0, 1.0, None)


def test_an_answered_near_miss_is_no_right_refusal(reader: Any, cases: Any) -> None:
    scores = score(cases[1], "zh", [1], reader.ask("两江新区于哪年设立"))
    assert scores.right_refusal == 0.0
    assert scores.answer_length is not None


def test_a_result_survives_json(reader: Any, cases: Any) -> None:
    result = evaluate(reader, cases)[0]
    read = json.loads(json.dumps(result.to_dict()))
    assert read["citations"][0]["quote"] == result.citations[0].quote
    assert read["scores"]["recall_at_1"] == 1.0


def test_nothing_is_shown_where_stderr_is_no_terminal(
    reader: Any, cases: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    evaluate(reader, cases)
    assert capsys.readouterr() == ("", "")
