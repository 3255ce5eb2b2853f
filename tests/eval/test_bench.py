"""The benchmark: real processes of the systems that need no further package, and what is made of their replies."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article, parse
from eval.__main__ import main
from eval.bench import BenchError, Job, available, costs, growth_jobs, measure_all, quality, run_job, set_jobs
from eval.cases import Case, Group, QuestionSet
from eval.contenders import BM25
from eval.overhead import overhead
from tests.eval.test_main import SQUAD


def test_ours_and_bm25_stand_beside_each_other_in_processes_of_their_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tea.json").write_text(json.dumps(SQUAD), encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "160")
    command = ["bench", str(tmp_path / "tea.json"), "--system", "ours", "--system", "bm25", "--out", str(tmp_path)]
    assert main(command) == 0
    written = (tmp_path / "bench.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:-1] for line in written.splitlines() if line.startswith(("| ours", "| bm25"))]
    assert [[cell.strip() for cell in row[:6]] for row in rows] == [
        ["ours", "Chinese", "2", "100.0", "100.0", "100.0"],
        ["bm25", "Chinese", "2", "100.0", "100.0", "100.0"],
    ]
    assert "cold s" in capsys.readouterr().out
    assert "our part of a language model's answer" in written


def test_our_part_of_an_answer_is_told_by_whether_it_is_confirmed(cases: list[Case]) -> None:
    tea = parse("tea", "茶园位于山的北坡，面积是320亩。茶园由陈禾在1987年开垦。")
    asked = [replace(cases[0], question=text) for text in ("茶园面积是多少？", "谁开垦了茶园？", "茶园面积是多少？")]
    grid = overhead([tea], asked)
    confirmed = [row for row in grid[1:] if row[0] == "yes"]
    assert [row[1] for row in confirmed] == ["Chinese"]
    assert all(float(figure) > 0 for figure in confirmed[0][2:])


def reply(said: str | None, *found: tuple[str, int, int]) -> dict[str, Any]:
    return {"seconds": 0.02, "said": said, "found": found}


def test_recall_and_answers_are_measured_against_the_gold(article: Article, cases: list[Case]) -> None:
    job = Job("short", (article,), [case.question for case in cases], cases)
    gold = cases[0].gold.spans[0][0]
    replies = [reply("2010年[1]", ("short", 99, 100), gold), reply("in 2011"), reply(None), reply("Bob")]
    chinese, english = quality(job, {"x": {"replies": replies}})[1:]
    assert chinese == ["x", "Chinese", "2", "0.0", "100.0", "100.0", "5", "100.0"]
    assert english == ["x", "English", "2", "0.0", "0.0", "0.0", "7", "0.0"]


def test_costs_are_given_for_a_million_characters() -> None:
    measured = {"index": 2.0, "characters": 500_000, "peak": 120.4, "cold": 1.26, "replies": [reply("a"), reply("b")]}
    row = costs({"10 articles": {"x": measured}})[1]
    assert row == ["10 articles", "x", "2.0", "4", "20.0", "20.0", "1.3", "120"]


def test_a_missing_package_is_one_line_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eval.bench.NEEDS", {"langchain": ("no_such_package.inner",)})
    names, lines = available(["bm25", "langchain"])
    assert names == ["bm25"]
    assert lines == ["langchain is left out: there is no no_such_package.inner; pip install 'yinju[bench]'."]
    with pytest.raises(BenchError, match="langchain is left out"):
        available(["langchain"])


def test_a_system_that_fails_is_one_line_with_its_last_words(article: Article, tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"nobody failed .KeyError: 'nobody'.; name the others with --system"):
        run_job(Job("short", (article,), ["何时？"]), "nobody", tmp_path)


def test_what_is_measured_is_kept_and_not_measured_again(
    article: Article, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    job = Job("short", (article,), ["何时？"])
    ((_, first),) = measure_all([job], ["bm25"], tmp_path)
    monkeypatch.setattr("eval.bench.run_job", None)
    ((_, again),) = measure_all([job], ["bm25"], tmp_path)
    assert again == first
    assert capsys.readouterr().err.count("short (") == 2


def test_a_system_that_takes_too_long_is_stopped_and_left_out_of_what_comes_after(
    article: Article, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jobs = [Job(name, (article,), ["何时？"]) for name in ("one", "two")]
    found = list(measure_all(jobs, ["bm25"], tmp_path, minutes=1e-6))
    assert [measured for _, measured in found] == [{}, {}]
    assert capsys.readouterr().err.count("bm25") == 2
    assert costs({"one": found[0][1]})[1:] == []


@pytest.mark.parametrize("minutes", ["0", "x", "inf", "nan"])
def test_a_time_that_is_none_is_wrong_usage(minutes: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["bench", "--minutes", minutes])
    assert "is not a time in minutes" in capsys.readouterr().err


def test_growth_takes_an_article_a_line_and_as_many_as_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("茶园有320亩。\n\n港口在1931年开放。\n船很多。\n", encoding="utf-8")
    jobs = list(growth_jobs(tmp_path, [3, 1]))
    assert [(job.name, len(job.articles)) for job in jobs] == [("news 1", 1), ("news 3", 3)]
    assert jobs[1].questions[:3] == ["茶园有320亩。", "港口在1931年开放。", "船很多。"]
    with pytest.raises(BenchError, match=r"holds 3 articles in \.txt files, not 4"):
        list(growth_jobs(tmp_path, [4]))


def test_a_set_with_texts_for_each_question_is_refused(article: Article, cases: list[Case]) -> None:
    group = Group((article,), tuple(cases))
    with pytest.raises(BenchError, match="each on texts of their own"):
        list(set_jobs([QuestionSet("rgb", (group, group), ())]))


def test_bm25_knows_where_its_paragraph_stands_and_finds_nothing_without_a_common_word(tmp_path: Path) -> None:
    article = parse("a", "茶园有320亩。\n\n港口在1931年开放。")
    reader = BM25()
    reader.load()
    reader.build({"a": article.text}, tmp_path)
    assert reader.ask("港口哪年开放？") == "港口在1931年开放。"
    assert reader.search("Where?") == []
    assert reader.ask("Where?") is None
