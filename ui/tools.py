"""The tools of the MCP server, which lets a language model ask the articles: `ask` and `search`."""

import logging
from collections.abc import Awaitable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from pydantic import RootModel

from rag.errors import RagError, SettingsError
from rag.types import Answer, Passage
from ui.asked import Ask, History, Passages, Question
from ui.desk import Desk

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer
    from mcp.server.transport_security import TransportSecuritySettings
    from starlette.applications import Starlette

INSTRUCTIONS = (
    "Answers questions about fixed articles, only from their words. Use `ask` for a question with one answer, and "
    "`search` to read passages yourself. State nothing about these articles that no citation or passage says."
)
ASK = (
    "Answer a question about the articles. `text` is the answer, in the language of the question; each mark [n] in it "
    "stands for the citation with that `number`, whose `quote` is the exact words of the article `article_id`, "
    "characters `start` to `end`, paragraph `paragraph`. Keep the marks beside the claims that they support, show the "
    "quotes they stand for, and never change a quote. Where `answered` is false the articles do not say it: tell the "
    "user so, and offer `closest`, the nearest passages. `confidence` is the probability (0 to 1) that the articles "
    "answer it; say that you are unsure where it is low. A sentence marked as not confirmed is not supported."
)
SEARCH = (
    "Find the passages of the articles nearest to a question, best first. Each `text` is the exact words of the "
    "article `article_id`, characters `start` to `end`, paragraph `paragraph`: quote it unchanged and name that place. "
    "Passages are near the question and need not answer it."
)

Result = TypeVar("Result")


def require() -> None:
    """Raise SettingsError where the package `mcp` is missing."""
    try:
        import mcp.server.mcpserver  # noqa: F401
    except ModuleNotFoundError:
        raise SettingsError('The MCP server needs the package "mcp": pip install ".[mcp]"') from None


def tools(desk: Desk) -> "MCPServer":
    """The server with its two tools."""
    from mcp.server.mcpserver import MCPServer
    from mcp_types import ToolAnnotations

    logging.basicConfig(level=logging.WARNING)  # else the package sets up a log of its own with pages for each error
    server = MCPServer("yinju", instructions=INSTRUCTIONS, log_level="WARNING")
    reading = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

    @server.tool(description=ASK, annotations=reading)
    async def ask(question: Question, history: History = []) -> RootModel[Answer]:  # noqa: B006
        asked = Ask(question=question, history=history)
        return RootModel[Answer](await _told(desk.apart(partial(desk.ask, asked.question, asked.turns()))))

    @server.tool(description=SEARCH, annotations=reading)
    async def search(question: Question, k: Passages = 5) -> list[Passage]:
        return await _told(desk.apart(partial(desk.search, question, k)))

    return server


async def _told(work: Awaitable[Result]) -> Result:
    """The result; what the user can mend is told to the model, and what nobody foresaw goes to the log."""
    from mcp.server.mcpserver.exceptions import ToolError

    try:
        return await work
    except RagError as error:
        raise ToolError(str(error)) from None


def mcp_app(desk: Desk, hosts: Sequence[str]) -> "Starlette":
    """The tools over streamable HTTP at `/mcp`; its lifespan must run. `hosts` are the names it may be asked under."""
    return tools(desk).streamable_http_app(stateless_http=True, transport_security=_security(hosts))


def _security(hosts: Sequence[str]) -> "TransportSecuritySettings":
    """No page of another site may reach the tools by a name that it makes point here (DNS rebinding)."""
    from mcp.server.transport_security import TransportSecuritySettings

    names = [name for host in hosts for name in (host, f"{host}:*")]
    origins = [f"{scheme}://{name}" for name in names for scheme in ("http", "https")]
    return TransportSecuritySettings(
        enable_dns_rebinding_protection=bool(hosts), allowed_hosts=names, allowed_origins=origins
    )
