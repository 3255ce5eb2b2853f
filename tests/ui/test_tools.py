"""The MCP server, asked by a real client over streamable HTTP."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import httpx
import pytest
from mcp.client import Client

from tests.ui.conftest import PATIENCE, own_loop, served
from tests.ui.fake import ERROR, reply
from ui.__main__ import main

ALLOWED = "reader.example"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    thumbs = tmp_path_factory.mktemp("tools") / "feedback.jsonl"
    with served(str(thumbs), "--mcp", "--allow-host", ALLOWED) as site:
        yield f"{site}/mcp"


@own_loop
async def test_the_tools_say_how_to_use_what_they_give(address: str) -> None:
    async with Client(address) as client:
        found = {tool.name: tool for tool in (await client.list_tools()).tools}
    assert set(found) == {"ask", "search"}
    assert "never change a quote" in (found["ask"].description or "")
    assert {"text", "citations", "answered"} <= set((found["ask"].output_schema or {})["properties"])
    assert found["search"].input_schema["properties"]["k"]["maximum"] == 50


@own_loop
async def test_an_answer_is_the_record_with_its_citations(address: str) -> None:
    async with Client(address) as client:
        result = await client.call_tool("ask", {"question": "石桥", "history": [{"role": "user", "content": "x"}]})
    assert not result.is_error
    assert result.structured_content == json.loads(json.dumps(reply("石桥").to_dict()))


@own_loop
async def test_passages_are_found(address: str) -> None:
    async with Client(address) as client:
        result = await client.call_tool("search", {"question": "ferry", "k": 1})
    assert result.structured_content == {"result": [asdict(passage) for passage in reply("nothing").closest]}


@pytest.mark.parametrize(
    ("arguments", "said", "unsaid"),
    [
        ({"question": "error"}, ERROR, "Traceback"),
        ({"question": "crash"}, "ask", "nobody foresaw"),
        ({"question": "x" * 3000}, "2000", "Traceback"),
        ({}, "question", "Traceback"),
    ],
)
@own_loop
async def test_a_failure_is_told_to_the_model(address: str, arguments: dict[str, Any], said: str, unsaid: str) -> None:
    async with Client(address) as client:
        result = await client.call_tool("ask", arguments)
    assert result.is_error
    assert said in str(result.content)
    assert unsaid not in str(result.content)


LISTED = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
TAKEN = {"Accept": "application/json, text/event-stream"}


@pytest.mark.parametrize(
    ("headers", "statuses"),
    [
        ({}, {200}),
        ({"Host": ALLOWED}, {200}),
        ({"Host": f"{ALLOWED}:8000", "Origin": f"https://{ALLOWED}"}, {200}),
        ({"Host": "evil.example"}, {400, 421}),
        ({"Origin": "https://evil.example"}, {403}),
    ],
)
def test_no_other_site_reaches_the_tools_by_a_name_of_its_own(
    address: str, headers: dict[str, str], statuses: set[int]
) -> None:
    response = httpx.post(address, json=LISTED, headers={**TAKEN, **headers}, timeout=PATIENCE / 1000)
    assert response.status_code in statuses


def test_without_the_option_there_are_no_tools(site: str) -> None:
    assert httpx.post(f"{site}/mcp", json=LISTED, headers=TAKEN, timeout=PATIENCE / 1000).status_code in {404, 405}


def test_a_missing_package_is_one_line_that_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    assert main(["--port", "0", "--mcp"]) == 2
    assert capsys.readouterr().err == 'Error: The MCP server needs the package "mcp": pip install ".[mcp]"\n'
