"""The language model that a setting names, by LangChain's `init_chat_model`, and its reply within a time limit."""

import os
from collections.abc import Iterator, Sequence
from contextvars import copy_context
from queue import Empty, Queue
from threading import Event, Thread
from time import monotonic
from typing import Any

from rag.errors import ModelError
from rag.generate.faults import FaultError, reason_of
from rag.generate.marks import ends_whole
from rag.settings import Settings

LONGEST = 4_000  # characters of a reply: more is no answer to a question
_THOUGHT, _THOUGHT_END = "<think>", "</think>"
_LONGEST_THOUGHT = 60_000  # characters
# How each provider says, in the last piece, why it stopped.
_STOPPED = ("finish_reason", "done_reason", "stop_reason")


def load(settings: Settings) -> Any:
    """The chat model (a LangChain BaseChatModel) that `settings.llm` names; it is not asked anything yet.

    Raises ModelError where the provider is unknown, its package is not installed, or its key is missing.
    """
    from langchain.chat_models import init_chat_model

    name = str(settings.llm)
    provider, _, model = name.partition(":")
    try:
        return init_chat_model(model, model_provider=provider, **_options(provider, settings))
    except ImportError as error:
        said = " ".join(str(error).split())
        raise ModelError(f"The language model {name!r} needs a package that is not installed. {said}") from None
    except Exception as error:
        raise ModelError(_explain(name, provider, error)) from None


def _options(provider: str, settings: Settings) -> dict[str, Any]:
    options: dict[str, Any] = {}
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
    if provider == "ollama":
        # Without thinking, and without dice: a small model keeps nearer to the passages.
        options |= {"temperature": 0, "reasoning": False, "client_kwargs": {"timeout": settings.llm_timeout}}
        # Ollama itself holds any model to a schema: https://docs.ollama.com/capabilities/structured-outputs.
        options["profile"] = {"structured_output": True}
    if provider == "openai":
        options |= {"timeout": settings.llm_timeout, "max_retries": 1}
        if settings.llm_base_url:
            options["temperature"] = 0
            # A server of one's own usually wants no key, its client always one.
            options["api_key"] = os.environ.get("OPENAI_API_KEY") or "none"
            options["use_responses_api"] = False
    return options


def _explain(name: str, provider: str, error: Exception) -> str:
    """Why a model cannot be set up. The error's own words are left out: they may repeat a key."""
    said = str(error).casefold()
    if "unsupported provider" in said or "unsupported model" in said:
        return f"There is no provider {provider!r} of language models; some are openai, ollama, anthropic, mistralai."
    if any(word in said for word in ("api_key", "api key", "credential", "token")):
        return f"The language model {name!r} has no key: set {provider.upper()}_API_KEY, or as its provider says."
    return f"The language model {name!r} cannot be set up ({type(error).__name__}): see its provider's settings."


def reply(model: Any, messages: Sequence[Any], seconds: float, config: Any = None) -> Iterator[str]:
    """The text of the model's reply in pieces as they come, within `seconds` for the whole of it.

    Raises FaultError where the model fails, is too slow, breaks off, or goes on too long.
    """
    read = 0
    for piece in without_thoughts(_texts(_chunks(model, messages, monotonic() + seconds, config))):
        read += len(piece)
        if read > LONGEST:
            raise FaultError("long")
        yield piece


def _texts(chunks: Iterator[Any]) -> Iterator[str]:
    """The text of each chunk; FaultError where the last one says, or lets see, that there should have been more."""
    text, reason = "", ""
    for chunk in chunks:
        reason = next((str(chunk.response_metadata[key]) for key in _STOPPED if key in chunk.response_metadata), reason)
        text += chunk.text
        if len(text) > _LONGEST_THOUGHT:
            raise FaultError("long")
        yield str(chunk.text)
    if reason in ("length", "max_tokens"):
        raise FaultError("long")
    if reason in ("content_filter", "refusal"):
        raise FaultError("declined")
    if not reason and not ends_whole(text):  # a server that is gone may look like one that has finished
        raise FaultError("cut")


def _chunks(model: Any, messages: Sequence[Any], deadline: float, config: Any) -> Iterator[Any]:
    """What the model streams, read in a thread of its own: no client's time limit is for the whole of a reply."""
    pieces: Queue[Any] = Queue()
    unwanted = Event()

    def work() -> None:
        try:
            for chunk in model.stream(messages, config):
                pieces.put(chunk)
                if unwanted.is_set():
                    return
            pieces.put(None)
        except Exception as error:
            pieces.put(error)

    Thread(target=copy_context().run, args=(work,), daemon=True).start()
    begun = False
    try:
        while (piece := pieces.get(timeout=max(deadline - monotonic(), 0))) is not None:
            if isinstance(piece, Exception):
                raise FaultError(reason_of(piece, begun=begun)) from piece
            begun = begun or bool(piece.text)
            yield piece
    except Empty:
        raise FaultError("timeout") from None
    finally:
        unwanted.set()


def without_thoughts(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces of a reply without what a reasoning model thinks aloud before it."""
    start = ""
    for piece in pieces:
        start += piece
        begun = start.lstrip()
        if begun.startswith(_THOUGHT):
            _, ended, begun = begun.partition(_THOUGHT_END)
            if not ended:
                continue
        elif _THOUGHT.startswith(begun):
            continue
        yield begun.lstrip()
        break
    else:
        if not start.lstrip().startswith(_THOUGHT):
            yield start
        return
    yield from pieces
