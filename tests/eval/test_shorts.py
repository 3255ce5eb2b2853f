"""The measure of short answers, on a paragraph of its own."""

import json
import sys
from pathlib import Path

import pytest

from eval import shorts
from eval.squad import read_paragraphs

CONTEXT = "茶园面积是320亩。陈禾在1987年开垦了茶园。每年四月采茶。"


def written(folder: Path) -> Path:
    asked = [("1", "茶园面积多大？", "320亩"), ("2", "谁开垦了茶园？", "陈禾"), ("3", "为什么采茶？", "四月")]
    qas = [{"id": i, "question": q, "answers": [{"text": a, "answer_start": CONTEXT.index(a)}]} for i, q, a in asked]
    path = folder / "set.json"
    path.write_text(json.dumps({"data": [{"paragraphs": [{"context": CONTEXT, "qas": qas}]}]}), encoding="utf-8")
    return path


def test_a_question_is_put_to_the_sentence_that_answers_and_to_the_others(tmp_path: Path) -> None:
    found = list(shorts.probes(read_paragraphs(written(tmp_path))))
    assert [(probe.kind, probe.gold) for probe in found] == [
        ("number", "320亩"),
        ("number", ""),
        ("number", ""),
        ("person", ""),
        ("person", "陈禾"),
        ("person", ""),
    ]


def test_the_figures_tell_what_is_missed_from_what_is_found_elsewhere() -> None:
    own = shorts.Probe("茶园面积多大？", "zh", "number", "面积是320亩。", "320亩", True)
    other = shorts.Probe("茶园面积多大？", "zh", "number", "每年采茶。", "", True)
    assert shorts.figures([(own, "320亩"), (own, ""), (other, "5亩"), (other, "")]) == shorts.Figures(
        2, 0.5, 0.5, 0.5, 0.5
    )


def test_the_command_prints_a_table_of_each_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["shorts", str(written(tmp_path))])
    shorts.main()
    printed = capsys.readouterr().out
    assert "looked at" in printed
    assert "only measured" in printed
