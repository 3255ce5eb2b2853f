"""What the log tells of a question, and what it keeps to itself."""

import json
import logging
from collections.abc import Generator, Iterator
from contextvars import Context
from typing import Any

import pytest

from rag import Answer, Assistant, Settings
from rag.__main__ import main
from rag.errors import QuestionError
from rag.log import aside, followed, request_id
from tests.rag.conftest import TEXTS

QUESTION = "茶园的面积是多少？"


@pytest.fixture(autouse=True)
def loggers_as_before() -> Iterator[None]:
    """Take away what a test has added."""
    yield
    for name in ("corpus", "rag", "ui"):
        logger = logging.getLogger(name)
        logger.setLevel(logging.NOTSET)
        logger.handlers.clear()


def lines(capsys: pytest.CaptureFixture[str], **fields: object) -> list[dict[str, Any]]:
    """The log of one answered and one refused question and of one that is none."""
    assistant = Assistant.from_texts(TEXTS, Settings(log="json", **fields))
    for question in (QUESTION, "量子计算机有多少量子比特？", "？"):
        try:
            assistant.ask(question)
        except QuestionError:
            continue
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_each_question_is_one_line_with_an_id_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    opened, *asked = lines(capsys)
    assert (opened["event"], opened["articles"]) == ("opened", 2)
    assert [line["event"] for line in asked] == ["answered", "refused", "failed"]
    assert len({line["request"] for line in asked}) == 3
    assert asked[2]["error"] == "QuestionError"
    assert request_id.get() == ""


def test_a_line_tells_the_time_of_each_stage(capsys: pytest.CaptureFixture[str]) -> None:
    line = lines(capsys)[1]
    assert line["total"] >= sum(line["seconds"].values()) > 0
    assert (line["language"], line["mode"], line["citations"]) == ("zh", "extractive", 1)


def test_no_question_and_no_article_is_in_the_log_unless_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    silent, telling = json.dumps(lines(capsys), ensure_ascii=False), lines(capsys, log_texts=True)
    assert not any(word in silent for word in ("茶园", "320亩", "量子"))
    assert telling[1]["question"] == QUESTION
    assert "320亩" in telling[1]["text"]


def test_without_the_setting_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    Assistant.from_texts(TEXTS).ask(QUESTION)
    assert capsys.readouterr() == ("", "")


def test_the_command_line_logs_to_stderr_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAG_LOG", "json")
    assert main(["ask", "天府新区何时获批？", "--json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["answered"]
    assert [json.loads(line)["event"] for line in err.splitlines()] == ["opened", "answered"]


def test_an_unforeseen_error_is_told_by_kind_and_place_without_its_message(capsys: pytest.CaptureFixture[str]) -> None:
    Assistant.from_texts(TEXTS, Settings(log="json"))
    try:
        int("words of an article")
    except ValueError:
        logging.getLogger("ui.service").exception("a request of the page failed")
    line = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (line["error"], line["logger"]) == ("ValueError", "ui.service")
    assert line["at"][0].startswith("test_log.py:")
    assert "words" not in json.dumps(line)


def test_a_log_changes_no_fingerprint() -> None:
    assert Settings(log="json", log_texts=True).fingerprint() == Settings().fingerprint()


def test_a_streamed_answer_is_one_line_too(capsys: pytest.CaptureFixture[str]) -> None:
    *_, answer = Assistant.from_texts(TEXTS, Settings(log="json")).stream(QUESTION)
    _, line = map(json.loads, capsys.readouterr().err.splitlines())
    assert isinstance(answer, Answer)
    assert (line["event"], line["fingerprint"]) == ("answered", answer.fingerprint)
    assert len(line["request"]) == 12


def test_a_streamed_answer_may_be_fetched_part_by_part_in_contexts_of_the_callers_own(two_articles: Assistant) -> None:
    seen = []

    def parts() -> Generator[str | Answer, None, None]:
        seen.append(request_id.get())
        yield "part"
        seen.append(request_id.get())

    stream = followed(parts(), QUESTION, two_articles.settings)
    assert [Context().run(next, stream, None) for _ in range(2)] == ["part", None]
    assert seen[0] == seen[1] != ""
    assert request_id.get() == ""


def test_a_stream_that_nobody_reads_to_the_end_is_noted_as_stopped(capsys: pytest.CaptureFixture[str]) -> None:
    stream = Assistant.from_texts(TEXTS, Settings(log="json")).stream(QUESTION)
    next(stream)
    del stream
    line = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (line["event"], "error" in line) == ("stopped", False)


def test_what_is_asked_aside_is_not_noted(capsys: pytest.CaptureFixture[str]) -> None:
    assistant = Assistant.from_texts(TEXTS, Settings(log="json"))
    with aside():
        assistant.ask(QUESTION)
        list(assistant.stream(QUESTION))
    assert [json.loads(line)["event"] for line in capsys.readouterr().err.splitlines()] == ["opened"]
