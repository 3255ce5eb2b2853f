import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from eval.report import OutputError, by_type, prepare, show, summarise, write
from eval.run import Result, evaluate


@pytest.fixture
def results(reader: Any, cases: Any) -> list[Result]:
    return evaluate(reader, cases)


def test_each_measure_is_averaged_over_the_questions_that_count_in_it(results: list[Result]) -> None:
    summary = summarise(results)
    assert (summary.questions, summary.answerable) == (2, 1)
    assert (summary.scores["zh"]["recall_at_1"].n, summary.scores["zh"]["recall_at_1"].mean) == (1, 1.0)
    assert (summary.scores["en"]["right_refusal"].n, summary.scores["en"]["right_refusal"].mean) == (1, 1.0)


def test_a_mean_stands_within_its_interval(reader: Any, cases: Any) -> None:
    halves = [
        replace(r, scores=replace(r.scores, contains_gold=i % 3 / 2))
        for i, r in enumerate(evaluate(reader, cases[:1] * 6))
    ]
    found = summarise(halves).scores["en"]["contains_gold"]
    assert found.low < found.mean < found.high


def test_both_languages_cite_the_same_place_over_answerable_questions_only(results: list[Result]) -> None:
    same = summarise(results).same_place
    assert same is not None
    assert (same.n, same.mean) == (1, 1.0)


def test_a_question_refused_in_one_language_has_no_same_place(results: list[Result]) -> None:
    chinese, english, *rest = results
    same = summarise([chinese, replace(english, answered=False, citations=()), *rest]).same_place
    assert same is not None
    assert same.mean == 0.0


def test_a_measure_that_no_question_counts_in_is_left_out(results: list[Result]) -> None:
    person = by_type(results)["person"]
    assert "recall_at_3" not in person.scores["zh"]
    assert person.same_place is None


def test_the_tables_show_every_measure_and_type_in_eighty_columns(results: list[Result]) -> None:
    page = StringIO()
    show("short", results, Console(file=page, width=80))
    shown = page.getvalue()
    for words in ("short: 2 questions", "recall@3", "100.0 (100.0 to 100.0)", "time to answer", "same place: 100.0"):
        assert words in shown
    assert "100/100" in next(line for line in shown.splitlines() if " date " in line)


def test_results_and_summary_are_written_whole(results: list[Result], tmp_path: Path) -> None:
    write(tmp_path, {"short": results})
    lines = (tmp_path / "results.jsonl").read_text(encoding="utf-8").splitlines()
    summary = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert [json.loads(line)["question"] for line in lines] == [result.question for result in results]
    assert summary["sets"]["short"]["overall"]["scores"]["zh"]["recall_at_1"]["mean"] == 1.0
    assert summary["fingerprints"] == ["pairs"]
    assert summary["versions"]["numpy"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["results.jsonl", "summary.json"]


def test_earlier_results_stay_where_new_ones_cannot_be_written(results: list[Result], tmp_path: Path) -> None:
    write(tmp_path, {"short": results})
    before = (tmp_path / "results.jsonl").read_bytes()
    (tmp_path / "results.jsonl.part").mkdir()
    with pytest.raises(OutputError, match=r"results\.jsonl cannot be written .*choose another --out"):
        write(tmp_path, {"short": results[:2]})
    assert (tmp_path / "results.jsonl").read_bytes() == before


def test_a_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    prepare(tmp_path / "runs" / "one")
    assert (tmp_path / "runs" / "one").is_dir()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(OutputError, match="No results can be written"):
        prepare(tmp_path / "taken")
