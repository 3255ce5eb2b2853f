"""The command line, as a user types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rag.__main__ import main

ROOT = Path(__file__).parents[2]
ARTICLE = "# 茶园\n\n茶园位于山的北坡，面积是320亩。茶园由陈禾在1987年开垦。\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    return status, *capsys.readouterr()


def test_an_answered_question_exits_with_0_and_shows_quote_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "ask", "两江新区规划面积有多大？")
    assert (status, err) == (0, "")
    assert "1200平方公里。[" in out
    assert "¶35" in out


def test_the_short_answer_stands_first_on_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "ask", "两江新区规划面积有多大？")
    assert out.splitlines()[0] == "Short: 1200平方公里"


def test_a_question_the_article_does_not_answer_exits_with_3_and_offers_passages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, out, _ = run(capsys, "ask", "量子计算机有多少量子比特？")
    assert status == 3
    assert "信息不足" in out
    assert "¶" in out


def test_json_is_one_answer_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "ask", "How large is Liangjiang New Area?", "--json")
    (line,) = out.splitlines()
    answer = json.loads(line)
    assert answer["language"] == "en"
    assert answer["citations"][0]["article_id"] == "shuangcheng"


def test_search_lists_as_many_passages_as_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "search", "公园城市", "-k", "2", "--json")
    assert status == 0
    assert [set(json.loads(line)) >= {"text", "score"} for line in out.splitlines()] == [True, True]


def test_own_articles_can_be_asked_and_indexed_ahead(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "tea.md").write_text(ARTICLE, encoding="utf-8")
    _, out, _ = run(capsys, "index", str(tmp_path / "tea.md"), "--index-dir", str(tmp_path / "i"))
    assert out.startswith("1 articles, 1 paragraphs")
    _, out, _ = run(
        capsys, "ask", "茶园由谁开垦？", "--article", str(tmp_path / "tea.md"), "--index-dir", str(tmp_path / "i")
    )
    assert "陈禾" in out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask", ""], "no words"),
        (["ask", "👍"], "no words"),
        (["ask", "问" * 20_000], "20,000 characters"),
        (["ask", "Quelle est la superficie ?"], "neither Chinese nor English"),
        (["ask", "面积？", "--article", "nowhere.txt"], "nowhere.txt"),
        (["ask", "面积？", "--index-dir", "/dev/null/index"], "/dev/null/index"),
        (["search", "面积", "-k", "0"], "At least one passage"),
    ],
)
def test_bad_input_exits_with_2_and_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert says in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value"), [("RAG_TOP_K", "many"), ("RAG_COLOUR", "red"), ("RAG_EMBEDDING", "no-such/model")]
)
def test_a_bad_setting_exits_with_2_and_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    status, _, err = run(capsys, "ask", "面积？")
    assert status == 2
    assert value in err or name.removeprefix("RAG_").lower() in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["ask"], ["ask", "a", "--colour"], ["sing"]])
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)


def test_a_console_without_chinese_shows_what_it_can() -> None:
    command = [sys.executable, "-m", "rag", "ask", "天府新区何时获批？"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, check=False, env=environment, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2014?10?2?" in done.stdout


def test_a_reader_that_stops_early_is_no_error() -> None:
    command = f"{sys.executable} -m rag search 新区 -k 50 | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.stderr == ""


def test_articles_can_be_named_one_by_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "tea.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "port.md").write_text("# 港口\n\n港口有14个泊位。", encoding="utf-8")
    articles = [part for name in ("tea.md", "port.md") for part in ("--article", str(tmp_path / name))]
    _, out, _ = run(capsys, "search", "茶园", "-k", "9", "--json", *articles)
    assert {json.loads(line)["article_id"] for line in out.splitlines()} == {"tea", "port"}


def test_the_module_runs_in_an_empty_folder_without_a_traceback(empty_folder: Path) -> None:
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "rag", "ask", "天府新区何时获批？"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=here, cwd=empty_folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert "2014年10月2日" in done.stdout
