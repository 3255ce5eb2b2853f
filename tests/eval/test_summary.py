from dataclasses import replace
from io import StringIO
from typing import Any

from rich.console import Console

from eval.summary import by_type, summarise
from eval.tables import print_grid, show


def test_each_measure_is_averaged_over_the_questions_that_count_in_it(results: Any) -> None:
    spoken = summarise(results).spoken
    assert (spoken["zh"].questions, spoken["zh"].answerable) == (2, 1)
    assert (spoken["zh"].scores["recall_at_1"].n, spoken["zh"].scores["recall_at_1"].mean) == (1, 1.0)
    assert (spoken["en"].scores["right_refusal"].n, spoken["en"].scores["right_refusal"].mean) == (1, 1.0)


def test_a_mean_stands_within_its_interval(results: Any) -> None:
    halves = [replace(results[1], scores=replace(results[1].scores, contains_gold=i % 3 / 2)) for i in range(6)]
    found = summarise(halves).spoken["en"].scores["contains_gold"]
    assert found.low < found.mean < found.high


def test_both_languages_cite_the_same_place_over_answerable_questions_only(results: Any) -> None:
    same = summarise(results).same_place
    assert same is not None
    assert (same.n, same.mean) == (1, 1.0)


def test_a_question_refused_in_one_language_has_no_same_place(results: Any) -> None:
    chinese, english, *rest = results
    same = summarise([chinese, replace(english, answered=False, citations=()), *rest]).same_place
    assert same is not None
    assert same.mean == 0.0


def test_a_set_in_one_language_has_figures_for_it_alone(results: Any) -> None:
    summary = summarise(results[::2])
    assert (list(summary.spoken), summary.same_place) == (["zh"], None)


def test_a_measure_that_no_question_counts_in_is_left_out(results: Any) -> None:
    person = by_type(results)["person"]
    assert "recall_at_3" not in person.spoken["zh"].scores
    assert person.same_place is None


def test_times_are_told_by_stage(results: Any) -> None:
    assert summarise(results).spoken["zh"].seconds["retrieve"] == {"p50": 0.25, "p95": 0.25}


def test_a_table_that_is_too_wide_breaks_its_heads_and_cuts_nothing() -> None:
    page, heads = StringIO(), ["system", "refused rightly", "answer contains gold", "seconds at the start"]
    print_grid("Bench", [heads, ["llamaindex", "100.0", "99.9", "1236.5"]], Console(file=page, width=48))
    shown = page.getvalue()
    assert all(word in shown for word in " ".join(heads).split())
    assert "llamaindex" in shown
    assert max(map(len, shown.splitlines())) <= 48


def test_the_tables_show_measures_types_and_runs_beside_each_other(results: Any) -> None:
    page = StringIO()
    show("short", {"a": results}, Console(file=page, width=80))
    show("short", {"run a": results, "run b": results}, Console(file=page, width=160))
    shown = page.getvalue()
    for words in (
        "Set short",
        "recall@3",
        "100.0 (100.0 to 100.0)",
        "retrieve, p50 / p95",
        "same place",
        "run b Chinese",
    ):
        assert words in shown
    assert "100/100" in next(line for line in shown.splitlines() if " date " in line)
