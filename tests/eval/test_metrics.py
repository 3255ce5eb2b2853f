import doctest
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval import metrics
from eval.metrics import (
    answer_length,
    bootstrap_interval,
    citation_hits,
    citation_precision,
    citation_recall,
    contains_gold,
    outcome,
    recall_at_k,
    reciprocal_rank,
    same_place,
)


def test_every_worked_example_holds() -> None:
    failed, tried = doctest.testmod(metrics)
    assert failed == 0
    assert tried >= 12


def test_recall_is_the_share_of_groups_and_one_of_a_group_is_enough() -> None:
    assert recall_at_k([1, 2, 3], [{3}, {9}], k=3) == 0.5
    assert recall_at_k([1, 2, 3], [{3, 9}], k=3) == 1.0


def test_recall_looks_no_deeper_than_k() -> None:
    assert recall_at_k([1, 2, 3], [{3}], k=2) == 0.0


def test_the_reciprocal_rank_is_of_the_first_gold_and_zero_where_none_came() -> None:
    assert reciprocal_rank([5, 6, 7], [{7}, {6}]) == 0.5
    assert reciprocal_rank([5, 6, 7], [{8}]) == 0.0


@given(st.lists(st.integers(1, 9), max_size=5), st.integers(1, 9))
def test_the_reciprocal_rank_is_positive_exactly_where_all_that_was_retrieved_holds_gold(
    retrieved: list[int], gold: int
) -> None:
    assert (reciprocal_rank(retrieved, [{gold}]) > 0) == (recall_at_k(retrieved, [{gold}], k=5) == 1)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("面积 1,200\n平方公里。", [["1200平方公里"]]),
        ("ＡＢＣ公司", [["abc公司"]]),
        ("重慶兩江新區", [["重庆两江新区"]]),
        ("The Six Tasks[1].", [["six task"]]),
        ("It covers 1,200\nsquare kilometres", [["1200 square kilometres"]]),
        ("founded in 2010. 12 firms came", [["2010"]]),
        ("甲和乙", [["丙", "甲"], ["乙"]]),
        ("增长3.5%", [["3.5%"]]),
    ],
)
def test_gold_is_found_through_folding(answer: str, accepted: Any) -> None:
    assert contains_gold(answer, accepted)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("2016年", [["6"]]),
        ("增长3.5%", [["5%"]]),
        ("增长3.5%", [["3"]]),
        ("占12000平方公里", [["1200"]]),
        ("两江新区[6]", [["6"]]),
        ("the airport", [["port"]]),
        ("甲", [["甲"], ["乙"]]),
        ("a b", [["ab"]]),
    ],
)
def test_what_only_looks_like_gold_is_not_found(answer: str, accepted: Any) -> None:
    assert not contains_gold(answer, accepted)


def test_a_citation_that_only_touches_the_gold_does_not_hit() -> None:
    assert not citation_hits([(0, 10)], [[(10, 20)]])
    assert citation_hits([(0, 11)], [[(10, 20)]])


def test_no_citation_scores_nothing() -> None:
    gold = [[(0, 5)]]
    assert not citation_hits([], gold)
    assert citation_precision([], gold) == citation_recall([], gold) == 0.0


def test_citation_recall_asks_for_every_group_and_precision_for_every_citation() -> None:
    gold = [[(0, 5), (50, 55)], [(20, 30)]]
    assert citation_recall([(52, 54)], gold) == 0.5
    assert citation_precision([(52, 54), (60, 70), (25, 26), (30, 31)], gold) == 0.5


def test_each_outcome_has_its_name() -> None:
    names = [outcome(answerable, answered) for answerable in (True, False) for answered in (True, False)]
    assert names == ["answered", "wrong refusal", "answered a near miss", "right refusal"]


def test_two_answers_without_citations_cite_no_same_place() -> None:
    assert not same_place([], [])
    assert not same_place([(0, 5)], [(5, 9)])


def test_marks_of_any_width_count_for_nothing_in_the_length() -> None:
    assert answer_length("甲乙[1]丙［2］【13】\n") == 3


def test_the_interval_holds_the_mean_and_repeats() -> None:
    values = [0.0, 1.0, 1.0, 0.5]
    low, high = bootstrap_interval(values)
    assert low <= 0.625 <= high
    assert (low, high) == bootstrap_interval(values)


def test_the_interval_of_equal_values_has_no_width() -> None:
    assert bootstrap_interval([1.0, 1.0, 1.0]) == (1.0, 1.0)
