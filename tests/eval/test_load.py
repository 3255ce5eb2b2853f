"""The load test itself, with few users and little time."""

from pathlib import Path

import pytest

from eval import load


def test_a_page_is_asked_while_articles_are_indexed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(2):
        (tmp_path / f"{number}.txt").write_text(f"港口有{number}个泊位。", encoding="utf-8")
    assert load.main(["--users", "3", "--minutes", "0.1", "--indexing", str(tmp_path)]) == 0
    printed = capsys.readouterr().out
    figures = {line[:16].strip(): float(line[16:].split()[0]) for line in printed.splitlines()}
    assert figures.pop("failures") == 0
    assert len(figures) == 7
    assert min(figures.values()) > 0


def test_a_page_that_does_not_start_is_one_clear_line(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAG_TOP_K", "0")
    assert load.main(["--users", "1", "--minutes", "0.1"]) == 2
    assert "python -m ui" in capfd.readouterr().err


def test_what_fails_is_told_and_makes_the_status_another(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff\xff\xff")
    assert load.main(["--users", "1", "--minutes", "0.1", "--indexing", str(tmp_path)]) == 1
    assert "a.txt" in capsys.readouterr().out


def test_a_folder_without_articles_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load.main(["--indexing", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
