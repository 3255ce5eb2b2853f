"""A run's folder: what is kept, gone on with and refused."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.article import Article
from eval.cases import Case, Group, QuestionSet
from eval.compare import changes, pairs, turned
from eval.folder import OutputError, RunFolder, fingerprint, read_run
from eval.runner import ask_all
from rag.settings import Settings


@pytest.fixture
def whole(article: Article, cases: list[Case]) -> QuestionSet:
    return QuestionSet("short", (Group((article,), tuple(cases)),), ())


def test_an_interrupted_run_goes_on_where_it_stopped(
    tmp_path: Path, whole: QuestionSet, results: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, asked = Settings(), []
    RunFolder(tmp_path, settings, [whole]).add("short", results[0])
    with (tmp_path / "results.jsonl").open("ab") as file:
        file.write(b'{"set": "short", "id"')
    again = RunFolder(tmp_path, settings, [whole])
    assert again.results == {("short", "founded", "zh"): results[0]}
    monkeypatch.setattr(RunFolder, "add", lambda self, name, result: asked.append((result.id, result.language)))
    ask_all([whole], settings, again)
    assert asked == [("founded", "en"), ("mayor", "zh"), ("mayor", "en")]


def test_a_folder_of_other_settings_or_questions_is_refused(tmp_path: Path, whole: QuestionSet) -> None:
    RunFolder(tmp_path, Settings(), [whole])
    for settings, name in ((Settings(top_k=3), "short"), (Settings(), "other")):
        with pytest.raises(OutputError, match="holds another run"):
            RunFolder(tmp_path, settings, [QuestionSet(name, whole.groups, ())])


def test_the_fingerprint_leaves_out_where_the_index_lies(tmp_path: Path, whole: QuestionSet) -> None:
    assert fingerprint(Settings(index_dir=tmp_path), [whole]) == fingerprint(Settings(), [whole])


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, whole: QuestionSet) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(OutputError, match="No results can be written"):
        RunFolder(tmp_path / "taken", Settings(), [whole])


@pytest.mark.parametrize(("content", "fault"), [("", "no results yet"), ('{"set": "s"}\n', r"jsonl:1 is not a result")])
def test_a_folder_without_results_of_ours_is_refused(content: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "results.jsonl").write_text(content)
    with pytest.raises(OutputError, match=fault):
        read_run(tmp_path)
    with pytest.raises(OutputError, match="give the folder of a run"):
        read_run(tmp_path / "none")


def test_what_got_better_is_shown_question_by_question(tmp_path: Path, whole: QuestionSet, results: Any) -> None:
    refused = replace(results[0], answered=False, scores=replace(results[0].scores, contains_gold=0.0))
    for name, first in (("one", refused), ("two", results[0])):
        folder = RunFolder(tmp_path / name, Settings(), [whole])
        for result in (first, *results[1:]):
            folder.add("short", result)
    shared = pairs(tmp_path / "one", tmp_path / "two")
    assert [row[:4] for row in turned(shared)[1:]] == [["better", "short", "founded", "zh"]]
    gold = next(one for one in changes(shared) if (one.measure, one.language) == ("contains_gold", "Chinese"))
    assert (gold.first, gold.second, gold.verdict) == (0.0, 1.0, "noise")
