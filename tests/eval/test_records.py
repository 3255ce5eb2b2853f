"""Evaluation called from Python."""

import json
from pathlib import Path

from eval import evaluate
from tests.eval.test_main import SQUAD


def test_each_question_is_a_flat_record_with_its_scores(tmp_path: Path) -> None:
    (tmp_path / "tea.json").write_text(json.dumps(SQUAD), encoding="utf-8")
    first, second = evaluate(tmp_path / "tea.json", system="lexical")
    assert (first["set"], first["id"], second["gold"]) == ("tea", "1", "陈禾")
    assert (first["contains_gold"], first["recall_at_1"], first["right_refusal"]) == (1.0, 1.0, None)
    assert not [value for value in first.values() if isinstance(value, (list, dict, tuple))]


def test_only_the_questions_asked_for_are_asked(tmp_path: Path) -> None:
    (tmp_path / "tea.json").write_text(json.dumps(SQUAD), encoding="utf-8")
    assert [one["id"] for one in evaluate(tmp_path / "tea.json", limit=1, system="dense")] == ["1"]
