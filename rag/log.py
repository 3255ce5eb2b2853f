"""What goes on, for whoever runs this: one JSON object a line where the settings ask for it.

The names are those of the modules (`rag.log`, `ui.service`), through Python's own `logging`, so that a program that has
its own logging gets the same records: `record.fields` holds what is not text. No question, answer or article is in them
unless the setting `log_texts` says so.
"""

import json
import logging
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from contextvars import ContextVar
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from traceback import extract_tb
from typing import Any
from uuid import uuid4

from rag.counters import Outcome, counters
from rag.settings import Settings
from rag.types import Answer

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""Twelve hex digits for the question that is being answered; empty between questions."""

_PACKAGES = ("corpus", "rag", "ui")
_MOST_PLACES = 12  # of a traceback, the innermost
_aside: ContextVar[bool] = ContextVar("aside", default=False)
_logger = logging.getLogger(__name__)


class JsonLines(logging.Formatter):
    """A record as one line of JSON. Of an error it names kind and place; its message may quote an article."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "event": record.getMessage(),
        }
        if request := request_id.get():
            line["request"] = request
        line |= getattr(record, "fields", {})
        if record.exc_info and (error := record.exc_info[1]):
            places = extract_tb(error.__traceback__)[-_MOST_PLACES:]
            line["error"] = type(error).__name__
            line["at"] = [f"{Path(place.filename).name}:{place.lineno} {place.name}" for place in places]
        return json.dumps(line, ensure_ascii=False, default=str)


class _ToStderr(logging.Handler):
    """Writes to what is stderr at that moment; a log that cannot be written stops no answer."""

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError, ValueError):
            print(self.format(record), file=sys.stderr, flush=True)


_handler = _ToStderr()
_handler.setFormatter(JsonLines())


def configure(settings: Settings) -> None:
    """Write to stderr what the settings ask for; without that, leave logging as it is."""
    if settings.log:
        for name in _PACKAGES:
            logger = logging.getLogger(name)
            logger.setLevel(logging.INFO)
            logger.addHandler(_handler)


def event(message: str, **fields: object) -> None:
    """Note something that happened, with plain values."""
    _logger.info(message, extra={"fields": fields})


@contextmanager
def aside() -> Iterator[None]:
    """What is asked within is no user's question, and is neither noted nor counted."""
    token = _aside.set(True)
    try:
        yield
    finally:
        _aside.reset(token)


@contextmanager
def asked(question: object, settings: Settings) -> Iterator[Callable[[Answer], None]]:
    """Note and count one question, whatever becomes of it; the answer goes to the function that is given."""
    entry = _Entry(question, settings)
    with entry.noted(), entry.current():
        yield entry.keep


def followed(
    parts: Generator[str | Answer, None, None], question: object, settings: Settings
) -> Iterator[str | Answer]:
    """The parts of an answer as they come; its question is noted and counted as by `asked`."""
    entry = _Entry(question, settings)
    with closing(parts), entry.noted():
        while True:
            # Between two parts the context is the caller's, and each part may be fetched in another one.
            with entry.current():
                part = next(parts, None)
            if part is None:
                return
            if isinstance(part, Answer):
                entry.keep(part)
            yield part


class _Entry:
    """What is noted of one question."""

    def __init__(self, question: object, settings: Settings) -> None:
        self._id, self._settings, self._started = uuid4().hex[:12], settings, perf_counter()
        self._outcome: Outcome | None = None
        self._total = 0.0
        self._fields: dict[str, object] = {"characters": len(question)} if isinstance(question, str) else {}
        if settings.log_texts:
            self._fields["question"] = question

    @contextmanager
    def current(self) -> Iterator[None]:
        """Within, what is logged bears this question's id."""
        token = request_id.set(self._id)
        try:
            yield
        finally:
            request_id.reset(token)

    @contextmanager
    def noted(self) -> Iterator[None]:
        """Note and count the question at the end."""
        outcome: Outcome = "failed"
        try:
            yield
        except GeneratorExit:
            outcome = "stopped"
            raise
        except BaseException as error:
            self._fields["error"] = type(error).__name__
            raise
        finally:
            self._note(self._outcome or outcome)

    def keep(self, answer: Answer) -> None:
        """Take the answer that came of the question."""
        self._outcome = "answered" if answer.answered else "refused"
        self._total = perf_counter() - self._started
        self._fields |= _said(answer, self._settings)

    def _note(self, outcome: Outcome) -> None:
        if _aside.get():
            return
        total = self._total or perf_counter() - self._started
        counters.add(outcome, total)
        with self.current():
            event(outcome, **self._fields, total=round(total, 4))


def _said(answer: Answer, settings: Settings) -> dict[str, object]:
    said: dict[str, object] = {
        "language": answer.language,
        "mode": answer.mode,
        "model": answer.model,
        "confidence": round(answer.confidence, 4),
        "citations": len(answer.citations),
        "seconds": {stage: round(seconds, 4) for stage, seconds in answer.seconds.items()},
        "fingerprint": answer.fingerprint,
    }
    return said | ({"understood": answer.understood, "text": answer.text} if settings.log_texts else {})
