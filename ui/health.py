"""`/health`: whether the page is up and how it has fared, for whoever watches it."""

from importlib.metadata import version
from time import monotonic
from typing import TYPE_CHECKING, Any

from rag.counters import counters
from ui.shelf import Answerer

if TYPE_CHECKING:
    from fastapi import FastAPI


def add_health(application: "FastAPI", assistant: Answerer) -> None:
    """Serve `/health` as JSON: numbers only, no texts and no paths.

    `articles` and `chunks` are those that the page was started with, `counters` (see `rag.counters`) and
    `uptime_seconds` those of this process.
    """
    started = monotonic()

    # Not a thread of the pool, nor a place in Gradio's queue: it answers while answers are being made.
    @application.get("/health")
    async def health() -> dict[str, Any]:
        return {
            "status": "ok",
            "version": version("yinju"),
            "uptime_seconds": round(monotonic() - started, 3),
            "articles": len(assistant.articles),
            "chunks": assistant.chunks,
            "counters": counters.snapshot(),
        }
