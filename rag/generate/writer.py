"""The last link of the chain where a language model is set: prompt, model and check of citations."""

from collections.abc import AsyncIterator, Iterator, Sequence
from functools import partial
from time import perf_counter
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.runnables.config import run_in_executor

from rag.chunk import Chunk, Unit
from rag.extract import Candidate
from rag.generate.answer import Brief, Draft
from rag.generate.faults import FaultError, Reason
from rag.generate.model import reply
from rag.generate.narrow import supporting
from rag.generate.prompts import messages
from rag.retrieve import Hit, Searcher
from rag.settings import Settings
from rag.types import Answer

MOST_SHOWN = 8  # chunks
MOST_TEXT = 2_400  # characters of text that a prompt shows, so that it fits the usual window of a small local model


def choose(whole: Sequence[Candidate], hits: Sequence[Hit], searcher: Searcher) -> list[Chunk]:
    """The chunks that a model is shown: those of a list or digest, then the best hits, within the budget."""
    wanted = {candidate.sentence.id for candidate in whole}
    listed = [c for c in searcher.chunks.values() if wanted and any(unit.id in wanted for unit in c.sentences)]
    chunks = list({chunk.unit.id: chunk for chunk in (*listed, *(hit.chunk for hit in hits))}.values())
    shown: list[Chunk] = []
    for chunk in chunks[:MOST_SHOWN]:
        if shown and sum(len(one.unit.text) for one in (*shown, chunk)) > MOST_TEXT:
            break
        shown.append(chunk)
    return shown


class Writer(Runnable[Brief, str | Answer]):
    """A brief to the answer that a chat model writes; streamed, the text as it comes and the finished Answer last.

    The streamed text is a draft: what counts is the Answer. Where the model fails, that is the one without a model,
    and `Answer.note` says why.
    """

    def __init__(self, model: Any, settings: Settings, searcher: Searcher) -> None:
        self._model, self._settings, self._searcher = model, settings, searcher

    def invoke(self, input: Brief, config: RunnableConfig | None = None, **kwargs: Any) -> str | Answer:
        """The Answer."""
        *_, answer = self.stream(input, config)
        return answer

    def stream(
        self, input: Brief, config: RunnableConfig | None = None, **kwargs: Any | None
    ) -> Iterator[str | Answer]:
        """The text as it comes, then the Answer."""
        started, name = perf_counter(), str(self._settings.llm)
        draft = Draft(input, name, self._settings.on_unsupported, partial(self._supporting, input))
        reason: Reason | None = None
        try:
            left = self._settings.llm_timeout - input.extractive.seconds["understand"]
            for piece in reply(self._model, _prompt(input), left, config):
                yield from draft.add(piece)
            yield from draft.close()
        except FaultError as fault:
            reason = fault.reason
        # The time that the reader of the stream takes is the model's, which goes on writing meanwhile.
        whole = perf_counter() - started
        seconds = {**input.extractive.seconds, "model": whole - draft.seconds, "check": draft.seconds}
        yield draft.answer(seconds, reason)

    async def astream(
        self, input: Brief, config: RunnableConfig | None = None, **kwargs: Any | None
    ) -> AsyncIterator[str | Answer]:
        """The same without blocking the event loop."""
        parts = self.stream(input, config)
        while (part := await run_in_executor(config, next, parts, None)) is not None:
            yield part

    def _supporting(self, brief: Brief, claim: str, marked: Sequence[Chunk]) -> Sequence[Unit]:
        return supporting(claim, marked, brief.shown, brief.language, self._searcher)


def _prompt(brief: Brief) -> list[Any]:
    passages = [chunk.unit for chunk in brief.shown]
    return messages(brief.question, brief.understood, brief.language, passages, brief.history)
