"""The JSON API for programs, described by `/openapi.json`."""

from collections.abc import AsyncIterator
from functools import partial
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel

from rag.errors import QuestionError, RagError
from rag.types import Answer, Passage
from ui import labels
from ui.asked import Ask, Search, line
from ui.desk import Desk
from ui.service import problem

if TYPE_CHECKING:
    from fastapi import FastAPI, Request


class Problem(BaseModel):
    """Why there is no answer, in one line."""

    error: str


_PROBLEMS: dict[int | str, dict[str, Any]] = {
    422: {"model": Problem, "description": "The request cannot be answered as it stands."},
    503: {"model": Problem, "description": "Too many are asking, or a server that is needed does not answer."},
}


def add_api(application: "FastAPI", desk: Desk) -> None:
    """Serve `/api/ask`, `/api/ask/stream` and `/api/search`; errors are one line, as a `Problem`."""
    application.include_router(_router(desk))
    application.add_exception_handler(RequestValidationError, _invalid)
    application.add_exception_handler(RagError, _refused)
    application.add_exception_handler(Exception, _failed)


def _router(desk: Desk) -> APIRouter:
    router = APIRouter(prefix="/api", responses=_PROBLEMS)

    @router.post("/ask")
    async def ask(asked: Ask) -> Answer:
        """Answer a question. Every `[n]` in `text` is the citation of that number.

        Its `quote` is what stands in the article from `start` to `end`. Where `answered` is false the article does not
        say it.
        """
        return await desk.apart(partial(desk.ask, asked.question, asked.turns()))

    @router.post("/ask/stream", response_class=EventSourceResponse)
    async def ask_stream(asked: Ask) -> AsyncIterator[ServerSentEvent]:
        """The answer as server-sent events: `draft` with a piece of text, `answer` with the whole, or `problem`."""
        try:
            async for part in desk.streamed(asked.question, asked.turns()):
                yield ServerSentEvent(data=part, event="draft" if isinstance(part, str) else "answer")
        except Exception as error:
            yield ServerSentEvent(data=Problem(error=problem(error)["en"]), event="problem")

    @router.post("/search")
    async def search(asked: Search) -> list[Passage]:
        """The passages nearest to a question, best first."""
        return await desk.apart(partial(desk.search, asked.question, asked.k))

    return router


def _invalid(_: "Request", error: Exception) -> JSONResponse:
    return _reply(422, line(error))


def _refused(_: "Request", error: Exception) -> JSONResponse:
    return _reply(422 if isinstance(error, QuestionError) else 503, str(error))


def _failed(_: "Request", __: Exception) -> JSONResponse:
    """What nobody foresaw; the server's log has the rest."""
    return _reply(500, labels.FAILED.en)


def _reply(status: int, error: str) -> JSONResponse:
    return JSONResponse({"error": error}, status)
