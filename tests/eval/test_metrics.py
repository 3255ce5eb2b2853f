from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eval.cases import Place
from eval.metrics import (
    answer_length,
    citation_hits,
    citation_iou,
    citation_precision,
    citation_recall,
    ndcg_at_k,
    outcome,
    recall_at_k,
    reciprocal_rank,
    same_place,
    support_precision,
    support_recall,
)

steady = settings(deadline=None, database=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def at(start: int, end: int) -> Place:
    return Place("a", start, end)


@steady
@given(st.lists(st.integers(1, 20), max_size=10, unique=True), st.sets(st.integers(1, 20), min_size=1, max_size=4))
def test_retrieval_is_measured_as_ir_measures_does(retrieved: list[int], gold: set[int]) -> None:
    from ir_measures import RR, Qrel, R, ScoredDoc, calc_aggregate, nDCG

    judged = [Qrel("q", str(one), 1) for one in gold]
    ranked = [ScoredDoc("q", str(one), -float(place)) for place, one in enumerate(retrieved)]
    groups = [{one} for one in gold]
    theirs = calc_aggregate([R @ 5, RR, nDCG @ 5], judged, ranked)
    assert theirs[R @ 5] == pytest.approx(recall_at_k(retrieved, groups, 5))
    assert theirs[RR] == pytest.approx(reciprocal_rank(retrieved, groups))
    assert theirs[nDCG @ 5] == pytest.approx(ndcg_at_k(retrieved, groups, 5))


def test_recall_is_the_share_of_groups_and_one_of_a_group_is_enough() -> None:
    assert recall_at_k([1, 2, 3], [{3}, {9}], k=3) == 0.5
    assert recall_at_k([1, 2, 3], [{3, 9}], k=3) == 1.0


def test_recall_looks_no_deeper_than_k() -> None:
    assert recall_at_k([1, 2, 3], [{3}], k=2) == 0.0


def test_the_reciprocal_rank_is_of_the_first_gold_and_zero_where_none_came() -> None:
    assert reciprocal_rank([5, 6, 7], [{7}, {6}]) == 0.5
    assert reciprocal_rank([5, 6, 7], [{8}]) == 0.0


@steady
@given(st.lists(st.integers(1, 9), max_size=5), st.integers(1, 9))
def test_the_reciprocal_rank_is_positive_exactly_where_all_that_was_retrieved_holds_gold(
    retrieved: list[int], gold: int
) -> None:
    assert (reciprocal_rank(retrieved, [{gold}]) > 0) == (recall_at_k(retrieved, [{gold}], k=5) == 1)


def test_a_citation_that_only_touches_the_gold_does_not_hit() -> None:
    assert not citation_hits([at(0, 10)], [[at(10, 20)]])
    assert citation_hits([at(0, 11)], [[at(10, 20)]])


def test_no_citation_scores_nothing() -> None:
    gold = [[at(0, 5)]]
    assert not citation_hits([], gold)
    assert citation_precision([], gold) == citation_recall([], gold) == 0.0


def test_citation_recall_asks_for_every_group_and_precision_for_every_citation() -> None:
    gold = [[at(0, 5), at(50, 55)], [at(20, 30)]]
    assert citation_recall([at(52, 54)], gold) == 0.5
    assert citation_precision([at(52, 54), at(60, 70), at(25, 26), at(30, 31)], gold) == 0.5


def test_each_outcome_has_its_name() -> None:
    names = [outcome(answerable, answered) for answerable in (True, False) for answered in (True, False)]
    assert names == ["answered", "wrong refusal", "answered a near miss", "right refusal"]


def test_two_answers_without_citations_cite_no_same_place() -> None:
    assert not same_place([], [])
    assert not same_place([at(0, 5)], [at(5, 9)])


def test_marks_of_any_width_count_for_nothing_in_the_length() -> None:
    assert answer_length("甲乙[1]丙［2］【13】\n") == 3


def test_a_citation_of_another_article_hits_nothing() -> None:
    assert not citation_hits([Place("b", 0, 10)], [[at(0, 10)]])


def test_iou_counts_characters_once_and_takes_the_best_place_of_a_group() -> None:
    assert citation_iou([at(0, 10), at(5, 10)], [[at(0, 10), at(50, 90)]]) == 1.0
    assert citation_iou([], [[at(0, 10)]]) == 0.0


def test_ndcg_gains_once_for_a_group_that_is_found_twice() -> None:
    assert ndcg_at_k([1, 2, 3], [{1, 2}, {3}], k=3) == pytest.approx((1 + 0.5) / (1 + 0.6309), abs=1e-3)


def has_all(sentence: str, quotes: Sequence[str]) -> bool:
    return set(sentence) <= set("".join(quotes))


def test_a_sentence_without_quotes_or_with_too_few_is_not_supported() -> None:
    assert support_recall([("ab", ["a", "b"]), ("ab", ["a"]), ("c", [])], has_all) == pytest.approx(1 / 3)
    assert support_recall([], has_all) == support_precision([("c", [])], has_all) == 0.0


@pytest.mark.parametrize(
    ("quotes", "precise"),
    [(["ab"], 1), (["a", "b"], 2), (["ab", "ab"], 2), (["ab", "a"], 1), (["a", "b", "b"], 1), (["a", "c"], 0)],
)
def test_a_citation_is_precise_where_it_supports_alone_or_is_missed(quotes: list[str], precise: int) -> None:
    assert support_precision([("ab", quotes)], has_all) == pytest.approx(precise / len(quotes))
