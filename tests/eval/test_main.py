import json
import subprocess
import sys
from pathlib import Path

import pytest

from eval import command
from eval.__main__ import main
from rag.settings import Settings

SQUAD = {
    "data": [
        {
            "title": "茶",
            "paragraphs": [
                {
                    "context": "茶园位于山的北坡，面积是320亩。茶园由陈禾在1987年开垦。",
                    "qas": [
                        {"id": "1", "question": "茶园面积是多少？", "answers": [{"text": "320亩", "answer_start": 12}]},
                        {"id": "2", "question": "谁开垦了茶园？", "answers": [{"text": "陈禾", "answer_start": 19}]},
                    ],
                },
                {"context": "每年四月采茶。", "qas": []},
            ],
        }
    ]
}


def test_a_run_prints_its_tables_writes_its_reports_and_compares_with_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tea.json").write_text(json.dumps(SQUAD), encoding="utf-8")
    command = ["run", str(tmp_path / "tea.json"), "--out", str(tmp_path / "out")]
    assert main(command) == 0
    before = (tmp_path / "out" / "results.jsonl").read_bytes()
    assert main(command) == 0
    assert (tmp_path / "out" / "results.jsonl").read_bytes() == before
    summary = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert summary["sets"]["tea"]["overall"]["spoken"]["zh"]["questions"] == 2
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"results.jsonl", "run.json", "summary.json", "report.html", "report.md", "results.csv"}
    assert main(["compare", str(tmp_path / "out"), str(tmp_path / "out")]) == 0
    shown = capsys.readouterr().out
    assert "Set tea" in shown
    assert "0 of 2 questions turned" in shown


def test_a_set_is_started_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", str(tmp_path / "my.csv")]) == 0
    assert main(["new", str(tmp_path / "my.csv")]) == 2
    assert main(["new", str(tmp_path / "my.doc")]) == 2
    shown = capsys.readouterr().err.splitlines()
    assert ["is there already" in shown[0], "ends in .jsonl, .csv, .xlsx" in shown[1]] == [True, True]


def test_a_missing_set_is_one_line_and_exit_code_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "none.jsonl"
    assert main(["run", str(path)]) == 2
    assert capsys.readouterr().err == f"Error: There is no question set {path}; check the path.\n"


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


@pytest.mark.parametrize(
    "arguments",
    [[], ["fly"], ["run", "--limit", "0"], ["run", "--sample", "x"], ["run", "--noise", "1"], ["compare", "a"]],
)
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
    print({"numpy", "pydantic", "rich", "torch", "chromadb", "openpyxl"} & set(sys.modules), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "set()\n"


def test_models_of_several_kinds_are_run_in_every_combination() -> None:
    models = {"embedding": [], "reranker": ["none", "models/judge"], "llm": ["none", "ollama:qwen3:4b"]}
    found = command.variants(models, ["ours"])
    assert [(one.settings.reranker, one.settings.llm) for one in found] == [
        (None, None),
        (None, "ollama:qwen3:4b"),
        ("models/judge", None),
        ("models/judge", "ollama:qwen3:4b"),
    ]
    assert found[-1].name() == "bundled-judge-ollama-qwen3-4b"
    assert command.variants({}, []) == [command.Variant("ours", Settings())]
