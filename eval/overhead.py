"""What our part of a language model's answer costs beside the model's own time, with a model that replays at once.

It says what is quoted without it, a character at a time, each sentence with the marks of all passages; and the same in
answer to other questions, where it is hardly ever confirmed, which takes longest. Its own time is subtracted.
"""

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from corpus.article import Article
from eval.cases import Case
from eval.dataset import LANGUAGES
from eval.metrics import MARK
from eval.summary import NAMES
from eval.tables import Grid
from rag.assistant import Assistant
from rag.generate.writer import MOST_SHOWN
from rag.settings import Settings
from rag.types import Answer

ASKED = 20  # questions of each language
_REPLAYED = "replay:quotes"


@dataclass(frozen=True, slots=True)
class Cost:
    """One answer: milliseconds of our part by the clock, of processors, of the check in it, and without a model."""

    confirmed: bool
    sentences: int
    wall: float
    processor: float
    check: float
    quoting: float


def overhead(articles: Sequence[Article], cases: Sequence[Case]) -> Grid:
    """The medians over answers in each language, of what is confirmed and of what is not. Raises RagError."""
    rows = [["confirmed", "language", "n", "sentences", "ms", "CPU ms", "check ms", "without model ms"]]
    with tempfile.TemporaryDirectory() as folder:
        assistant = Assistant(articles, Settings(index_dir=Path(folder), llm=None))
        for language in LANGUAGES:
            costs = list(_costs(assistant, [case.question for case in cases if case.language == language]))
            for kind, confirmed in (("yes", True), ("no", False)):
                own = [cost for cost in costs if cost.confirmed == confirmed]
                rows += [[kind, NAMES[language], *_medians(own)]] if own else []
        assistant.close()
    return rows


def _medians(costs: Sequence[Cost]) -> list[str]:
    times = ([getattr(cost, name) for cost in costs] for name in ("wall", "processor", "check", "quoting"))
    sentences = median(cost.sentences for cost in costs)
    return [str(len(costs)), f"{sentences:g}", *(f"{median(own):.1f}" for own in times)]


def _costs(assistant: Assistant, questions: Sequence[str]) -> Iterator[Cost]:
    """Each question answered with its own quotes, and with those of a question half of them away."""
    asked = [(question, *_timed(partial(assistant.ask, question))) for question in questions[: ASKED + 1]]
    quoted = [(question, wall, answer) for question, (wall, _), answer in asked[1:] if answer.answered]  # one warms up
    for place, (question, wall, answer) in enumerate(quoted):
        other = quoted[(place + len(quoted) // 2) % len(quoted)][2]
        for said in (answer, other) if len(quoted) > 1 else (answer,):
            yield _cost(assistant, question, said, 1000 * wall)


def _cost(assistant: Assistant, question: str, said: Answer, quoting: float) -> Cost:
    model = _replaying(MARK.sub(f"[1-{MOST_SHOWN}]", said.text))
    own, alone = _timed(partial(_with(assistant, model).ask, question)), _timed(lambda: list(model.stream(question)))
    wall, processor = (1000 * (whole - part) for whole, part in zip(own[0], alone[0], strict=True))
    answer = own[1]
    check = 1000 * answer.seconds["check"]
    return Cost(answer.mode == "generative", len(MARK.findall(said.text)), wall, processor, check, quoting)


def _replaying(reply: str) -> Any:
    from langchain_core.language_models import FakeListChatModel

    return FakeListChatModel(responses=[reply])


def _with(assistant: Assistant, model: Any) -> Assistant:
    """The same assistant with a language model that no provider has."""
    twin = copy(assistant)
    for derived in ("chain", "fingerprint"):
        vars(twin).pop(derived, None)
    twin._model, twin.settings = model, assistant.settings.model_copy(update={"llm": _REPLAYED})
    return twin


def _timed(work: Callable[[], Any]) -> tuple[tuple[float, float], Any]:
    """Seconds by the clock and of processors, and what came of the work."""
    wall, processor = time.perf_counter(), time.process_time()
    found = work()
    return (time.perf_counter() - wall, time.process_time() - processor), found
