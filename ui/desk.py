"""Where every door has its questions answered: the page, programs and language models share the same turns."""

from asyncio import Semaphore
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock
from typing import TypeVar

from corpus.errors import RagError
from rag.types import Answer, Passage
from ui import labels
from ui.shelf import Answerer

AT_ONCE = 2  # questions answered at the same time
WAITING = 64  # requests that wait for that; more are turned away
MOST_AT_ONCE = 16  # for each a thread may wait, and the pool has 40

Result = TypeVar("Result")


class BusyError(RagError):
    """Too many requests are waiting already."""


class Desk:
    """Answers `at_once` questions at the same time, whichever door they come in by and whichever article they are on.

    `assistant` is over the articles that the page was started with. Up to `waiting` requests of programs wait in line.
    """

    def __init__(self, assistant: Answerer, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self.assistant = assistant
        self.at_once, self.waiting = at_once, waiting
        self.running = 0  # requests that have their turn
        self._turns, self._lock = BoundedSemaphore(at_once), Lock()
        self._line, self._in_line = Semaphore(at_once), 0

    def stream(self, assistant: Answerer, question: str, history: Sequence[dict[str, str]]) -> Iterator[str | Answer]:
        """What `assistant` streams, when it is this question's turn."""
        with self._turn():
            yield from assistant.stream(question, history=history)

    def ask(self, question: str, history: Sequence[dict[str, str]]) -> Answer:
        """The finished answer. Raises what `Assistant.ask` does."""
        *_, answer = self.stream(self.assistant, question, history)
        assert isinstance(answer, Answer)
        return answer

    def search(self, question: str, k: int) -> list[Passage]:
        """The nearest passages. Raises what `Assistant.search` does."""
        with self._turn():
            return self.assistant.search(question, k)

    async def apart(self, work: Callable[[], Result]) -> Result:
        """Do `ask` or `search` in a thread. Raises BusyError and what the work raises."""
        from anyio.to_thread import run_sync

        with self._place():
            async with self._line:
                return await run_sync(work)

    async def streamed(self, question: str, history: Sequence[dict[str, str]]) -> AsyncIterator[str | Answer]:
        """`stream` for the event loop. Raises BusyError and what the assistant raises."""
        from starlette.concurrency import iterate_in_threadpool

        with self._place():
            async with self._line:
                async for part in iterate_in_threadpool(self.stream(self.assistant, question, history)):
                    yield part

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._turns:
            self._count(1)
            try:
                yield
            finally:
                self._count(-1)

    def _count(self, change: int) -> None:
        with self._lock:
            self.running += change

    @contextmanager
    def _place(self) -> Iterator[None]:
        """A place in the line: no more threads of the pool are taken than there are turns.

        No async generator, which a loop that ends may close before the one that waits in it.
        """
        if self._in_line >= self.at_once + self.waiting:
            raise BusyError(labels.BUSY.en)
        self._in_line += 1
        try:
            yield
        finally:
            self._in_line -= 1
