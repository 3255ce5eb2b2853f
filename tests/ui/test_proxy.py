"""The page under a path of another server."""

from collections.abc import Iterator

import httpx
import pytest
from mcp.client import Client
from playwright.sync_api import BrowserContext, expect

from tests.ui.conftest import PATIENCE, ask, open_page, own_loop, served
from tests.ui.fake import SLOW
from tests.ui.proxy import PREFIX, proxied


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    thumbs = tmp_path_factory.mktemp("proxy") / "feedback.jsonl"
    with served(str(thumbs), "--root-path", PREFIX, "--mcp") as site, proxied(site) as address:
        yield address


def test_a_whole_visit_stays_under_the_path(visitor: BrowserContext, shown: str) -> None:
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    page = open_page(visitor, f"{shown}/")
    ask(page, "ferry")
    expect(page.locator(".answer .text")).to_contain_text("It carried forty people")
    page.reload()
    expect(page.locator(".answer .text")).to_contain_text("It carried forty people")
    assert [url for url in asked if url.startswith("http") and not url.startswith(f"{shown}/")] == []


def test_an_answer_streams_through_and_can_be_stopped(visitor: BrowserContext, shown: str) -> None:
    page = open_page(visitor, f"{shown}/")
    page.locator("#question").fill("slow")
    page.locator("#question").press("Enter")
    expect(page.locator(".answer .text")).to_contain_text(SLOW * 3)
    page.locator("#send").click()
    expect(page.locator("#send")).to_have_attribute("aria-label", "Send")


def test_the_api_and_its_description_stand_under_the_path(shown: str) -> None:
    answer = httpx.post(f"{shown}/api/ask", json={"question": "ferry"}, timeout=PATIENCE / 1000)
    assert answer.json()["answered"]
    assert httpx.get(f"{shown}/openapi.json").json()["servers"] == [{"url": PREFIX}]


@own_loop
async def test_the_tools_stand_under_the_path(shown: str) -> None:
    async with Client(f"{shown}/mcp") as client:
        assert not (await client.call_tool("ask", {"question": "ferry"})).is_error
