import json
import subprocess
import sys
from pathlib import Path

import pytest

from eval.__main__ import main


def test_a_run_prints_its_tables_and_writes_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAG_INDEX_DIR", str(tmp_path / "index"))
    assert main(["run", "--limit", "2", "--out", str(tmp_path / "out")]) == 0
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert summary["sets"]["shuangcheng"]["overall"]["questions"] == 2
    assert "shuangcheng: 2 questions" in capsys.readouterr().out


def test_a_missing_set_is_one_line_and_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.jsonl"
    assert main(["run", str(path)]) == 2
    assert capsys.readouterr().err == f"Error: There is no question set {path}; give the path of a .jsonl file.\n"


def test_a_faulty_set_is_named_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text('{"id": 1}', encoding="utf-8")
    assert main(["run", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"Error: {path}:1: id: ")


def test_an_output_folder_that_is_a_file_is_refused_before_the_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("x")
    assert main(["run", "--out", str(tmp_path / "taken")]) == 2
    shown = capsys.readouterr()
    assert "choose another --out" in shown.err
    assert shown.out == ""


@pytest.mark.parametrize("arguments", [[], ["fly"], ["run", "--limit", "0"], ["run", "--limit", "x"]])
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m eval" in capsys.readouterr().err


def test_help_loads_none_of_the_libraries_that_only_a_run_needs() -> None:
    code = """
import sys
from eval.__main__ import main
try:
    main(["--help"])
except SystemExit:
    print({"numpy", "pydantic", "rich", "torch", "chromadb", "rag"} & set(sys.modules), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "set()\n"
