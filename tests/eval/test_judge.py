"""A language model's verdicts beside the figures, from a server on loopback."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval import evaluate
from eval.__main__ import main
from eval.judge import verdict
from tests.eval.test_main import SQUAD
from tests.rag.generate.servers import Server, served

JUDGE = "openai:judge"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    with served() as running:
        monkeypatch.setenv("RAG_LLM_BASE_URL", f"{running.address}/v1")
        running.says = lambda messages: "wrong" if "谁开垦" in messages[-1]["content"] else "Verdict: correct"
        yield running


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    path = tmp_path / "tea.json"
    path.write_text(json.dumps(SQUAD), encoding="utf-8")
    return path


def test_verdicts_stand_apart_and_only_those_that_lack_are_asked_for(
    server: Server, tea: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["run", str(tea), "--out", str(tmp_path / "out"), "--system", "lexical"]
    assert main(command) == 0
    before = (tmp_path / "out" / "results.jsonl").read_bytes()
    assert main([*command, "--judge", JUDGE]) == main([*command, "--judge", JUDGE]) == 0
    assert len(server.asked) == 2
    assert (tmp_path / "out" / "results.jsonl").read_bytes() == before
    found = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))["sets"]["tea"]["judged"]
    assert found[JUDGE]["zh"]["correct"]["n"] == 2
    assert "By the word of a language model" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "by the word of a language model" in capsys.readouterr().out


@pytest.mark.usefixtures("server")
def test_a_record_holds_the_verdict_under_a_name_of_its_own(tea: Path) -> None:
    first, second = evaluate(tea, system="lexical", judge=JUDGE)
    assert (first["judged"], second["judged"]) == ("correct", "wrong")
    assert {one["judged"] for one in evaluate(tea, system="lexical")} == {None}


def test_the_judge_is_shown_question_gold_and_answer_as_data(server: Server, tea: Path) -> None:
    evaluate(tea, system="lexical", judge=JUDGE, limit=1)
    task, shown = (message["content"] for message in server.asked[0]["messages"])
    assert "correct、partly 或 wrong" in task
    for part in ("<问题>茶园面积是多少？</问题>", "<标准答案>\n320亩\n</标准答案>", "面积是320亩。</回答>"):
        assert part in shown


def test_a_provider_with_structured_output_is_held_to_the_three_verdicts(server: Server, tea: Path) -> None:
    server.says = lambda _: '{"verdict": "partly"}'
    (found,) = evaluate(tea, system="lexical", judge="openai:gpt-5-mini", limit=1)
    assert found["judged"] == "partly"
    wanted = server.asked[0]["response_format"]["json_schema"]["schema"]["properties"]["verdict"]
    assert wanted["enum"] == ["correct", "partly", "wrong"]


@pytest.mark.parametrize(("manner", "why"), [("key", "refuses the key"), ("cut", "broke off")])
def test_where_the_judge_fails_a_line_says_so_and_the_run_goes_on(
    server: Server, tea: Path, capsys: pytest.CaptureFixture[str], manner: str, why: str
) -> None:
    server.manner = manner
    assert [one["judged"] for one in evaluate(tea, system="lexical", judge=JUDGE)] == [None, None]
    lines = capsys.readouterr().err.splitlines()
    assert [f"Warning: {number} (zh) is not judged" in line for number, line in zip("12", lines, strict=True)]
    assert all(why in line for line in lines)


def test_a_judge_that_keeps_failing_is_asked_no_more(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    server.manner = "missing"
    evaluate(system="lexical", judge=JUDGE, limit=4)
    lines = capsys.readouterr().err.splitlines()
    assert (len(server.asked), len(lines)) == (3, 4)
    assert "The rest is not judged" in lines[-1]


def test_a_judge_that_cannot_be_set_up_is_one_line_before_anything_is_asked(
    tea: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(tea), "--out", str(tmp_path / "out"), "--judge", "nobody:x"]) == 2
    assert capsys.readouterr().err.startswith("Error: There is no provider 'nobody'")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("partly", "partly"),
        ("**Correct**", "correct"),
        ("回答与标准答案不一致。", "wrong"),
        ("Partially correct: the year is missing.", "partly"),
        ("correct, partly or wrong", None),
        ("correct or wrong", None),
        ("", None),
    ],
)
def test_a_verdict_is_read_from_what_a_model_says(said: str, meant: str | None) -> None:
    assert verdict(said) == meant
