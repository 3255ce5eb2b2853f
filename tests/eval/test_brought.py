"""Articles as people bring them."""

from importlib.resources import files
from pathlib import Path

import pytest

from corpus.load import load
from eval import brought
from eval.sets import load_set

FOLDER = Path(str(files("eval") / "assets" / "brought"))
ARTICLES = [path for path in sorted(FOLDER.iterdir()) if path.suffix != ".jsonl"]


def test_every_article_has_its_questions_and_every_question_its_place() -> None:
    assert len(ARTICLES) == 16
    assert {path.stem for path in ARTICLES} > set(brought.SEEN)
    cases = []
    for path in ARTICLES:
        found = load_set(path.with_suffix(".jsonl"), [load(path)])
        assert found.faults == ()
        cases += list(found.cases())
    assert len(cases) == 224
    assert 0.3 < sum(not case.answerable for case in cases) / len(cases) < 0.4


def test_the_others_are_asked_unless_the_seen_ones_are_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = (
        '{"id": "1", "type": "q", "zh": "茶园面积有多大？", "answerable": true, "evidence": ["茶园面积是320亩。"],'
        ' "answers": {"zh": [["320亩"]]}}\n'
        '{"id": "2", "type": "q", "zh": "茶园有几只猫？", "answerable": false}\n'
        '{"id": "3", "type": "q", "en": "How large is the garden?", "answerable": true,'
        ' "evidence": ["茶园面积是320亩。"], "answers": {"en": [["320亩"]]}}\n'
        '{"id": "4", "type": "q", "en": "Who won the race?", "answerable": false}\n'
    )
    for name in ("garden", brought.SEEN[0]):
        (tmp_path / f"{name}.md").write_text("# 茶园\n\n茶园面积是320亩。每年四月采茶。", encoding="utf-8")
        (tmp_path / f"{name}.jsonl").write_text(questions, encoding="utf-8")
    asked = brought.ask_all(tmp_path, seen=False)
    assert [(own, result.id) for own, result in asked] == [(True, "1"), (True, "2"), (False, "3"), (False, "4")]
    brought.show(asked)
    own, other = capsys.readouterr().out.splitlines()
    assert "contains gold 100.0%" in own
    assert "contains gold" not in other
    monkeypatch.setattr(brought, "ask_all", lambda folder, seen: brought.show(asked) if seen else asked)
    brought.main([])
    assert capsys.readouterr().out.splitlines() == [own, other]
