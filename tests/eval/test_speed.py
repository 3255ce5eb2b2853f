"""The cost table is made of figures that were really measured."""

import sys

import pytest

from eval import speed


def test_a_model_is_measured_in_a_process_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(speed, "REPEATS", 1)
    monkeypatch.setattr(sys, "argv", ["speed", "bundled"])
    monkeypatch.setenv("COLUMNS", "200")
    speed.main()
    printed = capsys.readouterr().out
    assert "cold ask s" in printed
    row = next(line for line in printed.splitlines() if "bundled" in line)
    figures = [float(part) for part in row.replace("│", " ").split()[1:]]
    assert len(figures) == 6
    assert min(figures) > 0


def test_texts_are_repeated_to_the_wanted_number() -> None:
    sentences, passages = speed._texts()
    assert (len(sentences), len(passages)) == (speed.SENTENCES, speed.PASSAGES)
    assert len(set(sentences)) > 100
