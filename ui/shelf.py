"""The articles that can be asked: those the page was started with, for all, and each visitor's own, for nobody else."""

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock
from time import monotonic
from typing import Protocol
from weakref import finalize

from corpus.article import Article
from corpus.errors import RagError
from rag.types import Answer, Passage
from ui import labels
from ui.labels import Label
from ui.scratch import scratch

FIRST = "first"
MAX_OWN = 5  # own articles of one visitor
MAX_KEPT = 40  # own articles of all visitors; the one unused for longest makes room
MAX_IDLE = 6 * 3600  # seconds until an own article that nobody asks is forgotten

Progress = Callable[[int, int], None]
Step = tuple[int, int]


class Answerer(Protocol):
    """What the page needs of an assistant."""

    @property
    def articles(self) -> Sequence[Article]:
        """The articles that answers are taken from."""

    @property
    def chunks(self) -> int:
        """How many chunks they were cut into."""

    @property
    def extractive(self) -> "Answerer":
        """The same without a language model, to be asked often."""

    def stream(self, question: str, *, history: Sequence[dict[str, str]]) -> Iterator[str | Answer]:
        """Yield the answer's text bit by bit, and the finished answer last."""

    def search(self, question: str, k: int) -> list[Passage]:
        """The passages nearest to the question, best first."""


class ShelfError(RagError):
    """An own article cannot be taken or found; `label` says why in both languages of the page."""

    def __init__(self, label: Label) -> None:
        super().__init__(label.en)
        self.label = label


@dataclass(slots=True, weakref_slot=True)
class Source:
    """What one conversation is about: an assistant over one or more articles.

    `folder` holds the index of a visitor's own article; it is None for the articles that the page was started with.
    """

    key: str
    assistant: Answerer
    folder: Path | None = None
    used: float = 0.0


class Shelf:
    """Sources by visitor. A visitor is known by a secret of their browser; nobody else's articles can be named."""

    def __init__(self, assistant: Answerer) -> None:
        self._first = Source(FIRST, assistant)
        self._own: dict[tuple[str, str], Source] = {}
        self._lock = Lock()
        self._scratch = scratch()

    def listed(self, visitor: str) -> list[Source]:
        """What this visitor can ask: the articles the page was started with, then their own."""
        with self._lock:
            return [self._first, *(source for (owner, _), source in self._own.items() if owner == visitor)]

    def find(self, visitor: str, key: str) -> Source:
        """The visitor's source with this key. Raises ShelfError where there is none (any more)."""
        if key == FIRST:
            return self._first
        with self._lock:
            source = self._own.get((visitor, key))
            if source is None:
                raise ShelfError(labels.ARTICLE_GONE)
            source.used = monotonic()
            return source

    def add(self, visitor: str, article: Article) -> Iterator[Step | Source]:
        """Index an article for this visitor: yields (texts done, texts in all) and the new source last.

        The same text again is the source that is there. Raises ShelfError where the visitor has MAX_OWN already.
        """
        key = sha256(f"{article.id}\n{article.text}".encode()).hexdigest()[:16]
        self._drop_idle()
        own = {source.key: source for source in self.listed(visitor)[1:]}
        if key in own:
            yield own[key]
            return
        if len(own) >= MAX_OWN:
            raise ShelfError(labels.TOO_MANY.fill(MAX_OWN))
        folder = Path(mkdtemp(dir=self._scratch))
        try:
            assistant = yield from _indexed(article, folder)
        except BaseException:
            rmtree(folder, ignore_errors=True)
            raise
        source = Source(key, assistant, folder, monotonic())
        # However the source goes, be it with the process, nothing of the article stays on disk.
        finalize(source, rmtree, folder, ignore_errors=True)
        with self._lock:
            self._own[visitor, key] = source
        yield source

    def remove(self, visitor: str, key: str) -> None:
        """Forget an own article; nothing happens where it is gone already."""
        with self._lock:
            source = self._own.pop((visitor, key), None)
        if source and source.folder:
            rmtree(source.folder, ignore_errors=True)

    def _drop_idle(self) -> None:
        with self._lock:
            by_use = sorted(self._own, key=lambda name: self._own[name].used)
        crowd = len(by_use) - MAX_KEPT + 1
        for number, name in enumerate(by_use):
            if number < crowd or monotonic() - self._own[name].used > MAX_IDLE:
                self.remove(*name)


def _indexed(article: Article, folder: Path) -> Generator[Step, None, Answerer]:
    """Build an assistant in a thread of its own and yield its progress; its value is the assistant."""
    from rag.assistant import Assistant
    from rag.settings import Settings

    steps: SimpleQueue[Step | None] = SimpleQueue()

    def build() -> Assistant:
        return Assistant([article], Settings(index_dir=folder), lambda done, total: steps.put((done, total)))

    with ThreadPoolExecutor(1) as pool:
        building = pool.submit(build)
        building.add_done_callback(lambda _: steps.put(None))
        while (step := steps.get()) is not None:
            yield step
        return building.result()
