"""Real client packages against servers that speak the real protocols."""

import logging
from collections.abc import Iterator

import pytest

from rag import Answer, Assistant, Settings
from tests.rag.generate.conftest import PARK
from tests.rag.generate.servers import KEY, Server, served
from tests.rag.test_assistant import hold

ASKED = "公园面积有多大？"
GOOD = "公园于1987年开园，面积是320亩。[1][2][3]公园每天接待2600名游客[1][2][3]。"


@pytest.fixture
def server() -> Iterator[Server]:
    with served() as running:
        running.reply = GOOD
        yield running


@pytest.fixture(params=["openai", "ollama"])
def provider(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    return str(request.param)


def connected(provider: str, address: str, **settings: object) -> Assistant:
    base = f"{address}/v1" if provider == "openai" else address
    return Assistant.from_texts(PARK, Settings(llm=f"{provider}:tiny", llm_base_url=base, **settings))


def test_the_answer_comes_from_the_server_in_pieces(server: Server, provider: str) -> None:
    assistant = connected(provider, server.address)
    *pieces, answer = assistant.stream(ASKED)
    assert isinstance(answer, Answer)
    hold(answer, assistant)
    assert (answer.mode, answer.model, answer.note) == ("generative", f"{provider}:tiny", None)
    assert "".join(map(str, pieces)) == answer.text == "公园于1987年开园，面积是320亩。[1]公园每天接待2600名游客。[2]"
    assert len(pieces) > 20


def test_the_server_is_told_the_passages_as_data_and_the_conversation(server: Server, provider: str) -> None:
    history = [{"role": "user", "content": "公园何时开园？"}, {"role": "assistant", "content": "1987年。[1]"}]
    connected(provider, server.address).ask("它有多大？", history)
    system, before, said, asked = server.asked[-1]["messages"]
    assert "[1]" in system["content"]
    assert (before["content"], said["content"]) == ("公园何时开园？", "1987年。")
    assert asked["content"].count("</资料>") == 3
    assert "它有多大？" in asked["content"]


@pytest.mark.parametrize(
    ("manner", "why"),
    [
        ("key", "不接受密钥"),
        ("busy", "正忙"),
        ("missing", "没有语言模型"),
        ("cut", "中途断了"),
        ("gone", "中途断了"),
        ("slow", "限定时间"),
    ],
)
def test_a_server_that_fails_gives_the_quoted_answer_and_one_line_without_the_key(
    server: Server, provider: str, manner: str, why: str, caplog: pytest.LogCaptureFixture
) -> None:
    server.manner = manner
    assistant = connected(provider, server.address, llm_timeout=2 if manner == "slow" else 60)
    with caplog.at_level(logging.INFO):
        answer = assistant.ask(ASKED)
    hold(answer, assistant)
    assert answer.mode == "extractive"
    assert why in str(answer.note)
    assert KEY not in f"{answer} {caplog.text}"


def test_a_server_that_is_down_gives_the_quoted_answer(provider: str) -> None:
    with served() as gone:
        address = gone.address
    answer = connected(provider, address).ask(ASKED)
    assert "连不上语言模型" in str(answer.note)
    assert (answer.mode, answer.answered) == ("extractive", True)


def test_a_server_that_says_nothing_gives_the_quoted_answer(server: Server, provider: str) -> None:
    server.reply = ""
    assert "没有给出回答" in str(connected(provider, server.address).ask(ASKED).note)
