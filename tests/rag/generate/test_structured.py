"""One field from real clients, of providers with structured output and without, and what models make of it."""

from collections.abc import Iterator

import pytest

from rag import Settings
from rag.generate.faults import FaultError
from rag.generate.model import load
from rag.generate.structured import one_field, schema
from tests.rag.generate.servers import Server, served

WANTED = schema("question", "the question made whole")
MESSAGES = [("user", "它有多大？")]
STRUCTURED = ["openai:gpt-5-mini", "ollama:tiny"]


@pytest.fixture
def server() -> Iterator[Server]:
    with served() as running:
        yield running


def asked(name: str, server: Server, seconds: float = 60) -> str:
    base = f"{server.address}/v1" if name.startswith("openai") else server.address
    return one_field(load(Settings(llm=name, llm_base_url=base)), MESSAGES, WANTED, seconds)


@pytest.mark.parametrize("name", STRUCTURED)
def test_a_provider_that_has_it_is_asked_for_json(name: str, server: Server) -> None:
    server.reply = '{"question": "公园有多大？"}'
    assert asked(name, server) == "公园有多大？"
    (sent,) = server.asked
    assert "question" in str(sent.get("response_format") or sent["format"])


def test_one_that_is_not_known_to_have_it_is_asked_in_plain_words(server: Server) -> None:
    server.reply = "公园有多大？"
    assert asked("openai:tiny", server) == "公园有多大？"
    assert "response_format" not in server.asked[0]


@pytest.mark.parametrize("name", [*STRUCTURED, "openai:tiny"])
@pytest.mark.parametrize(
    ("reply", "found"),
    [
        ("公园有多大？", "公园有多大？"),
        ('```json\n{"question": "公园有多大？"}\n```', "公园有多大？"),
        ('{"answer": "公园。"}', '{"answer": "公园。"}'),
        ('{"question": ["公园。"]}', '{"question": ["公园。"]}'),
    ],
)
def test_what_is_said_otherwise_is_read_as_far_as_it_can_be(name: str, server: Server, reply: str, found: str) -> None:
    server.reply = reply
    assert asked(name, server) == found


@pytest.mark.parametrize("name", STRUCTURED)
def test_a_server_that_refuses_the_schema_is_asked_again_without(name: str, server: Server) -> None:
    server.manner, server.reply = "plain", "公园有多大？"
    assert asked(name, server) == "公园有多大？"
    assert ["format" in one or "response_format" in one for one in server.asked] == [True, False]


@pytest.mark.parametrize("name", STRUCTURED)
def test_a_server_that_refuses_the_key_is_not_asked_again(name: str, server: Server) -> None:
    server.manner = "key"
    with pytest.raises(FaultError, match="key"):
        asked(name, server)
    assert len(server.asked) == 1
