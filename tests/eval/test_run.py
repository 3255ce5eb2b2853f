import json
from dataclasses import replace
from typing import Any

from eval.run import Result, score


def by_id(results: list[Result]) -> dict[tuple[str, str], Result]:
    return {(result.id, result.language): result for result in results}


def test_a_right_answer_is_scored_right(results: Any) -> None:
    result = by_id(results)["founded", "zh"]
    scores = result.scores
    assert (result.outcome, result.retrieved, result.gold.paragraphs) == (
        "answered",
        (("short", 1), ("short", 2)),
        ((("short", 1),),),
    )
    assert scores.recall_at_1 == scores.reciprocal_rank == scores.contains_gold == scores.citation_hit == 1.0
    assert (scores.wrong_refusal, scores.right_refusal) == (0.0, None)


def test_an_unanswerable_question_counts_only_in_right_refusals(results: Any) -> None:
    result = by_id(results)["mayor", "en"]
    counted = {name for name in result.scores.__slots__ if getattr(result.scores, name) is not None}
    assert (counted, result.scores.right_refusal) == ({"right_refusal"}, 1.0)
    assert result.outcome == "right refusal"


def test_a_wrong_refusal_counts_nothing_right_even_where_its_words_hold_the_gold(reader: Any, cases: Any) -> None:
    refused = replace(reader.ask("谁任市长"), text="信息不足，最接近的是2010年")
    scores = score(cases[0], [("short", 1)], refused)
    assert (scores.contains_gold, scores.citation_hit, scores.citation_recall) == (0.0, 0.0, 0.0)
    assert (scores.wrong_refusal, scores.recall_at_1, scores.answer_length) == (1.0, 1.0, None)


def test_an_answered_near_miss_is_no_right_refusal(reader: Any, cases: Any) -> None:
    scores = score(cases[2], [("short", 1)], reader.ask("两江新区于哪年设立"))
    assert scores.right_refusal == 0.0
    assert scores.answer_length is not None


def test_a_result_survives_json(results: Any) -> None:
    result = results[0]
    read = json.loads(json.dumps(result.to_dict()))
    assert read["citations"][0]["quote"] == result.citations[0].quote
    assert read["scores"]["recall_at_1"] == 1.0


def test_an_answer_in_the_articles_own_words_supports_itself_and_is_not_counted(results: Any) -> None:
    assert {result.scores.support_recall for result in results} == {None}


def test_the_quotes_of_a_models_answer_are_held_against_its_sentences(reader: Any, cases: Any) -> None:
    plain = reader.ask("两江新区于哪年设立")
    (cite,) = plain.citations
    other = replace(cite, number=2, quote="天府新区规划面积1578平方公里。")
    text = "两江新区于2010年5月5日设立。[1][2]市长是陈禾。（原文未证实）"
    said = replace(plain, text=text, citations=(cite, other), mode="generative")
    scores = score(cases[0], [], said)
    assert (scores.support_recall, scores.support_precision) == (0.5, 0.5)
