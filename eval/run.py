"""The run itself: each question asked in both languages, each answer measured against its gold.

Only an answerable question counts in retrieval, correctness, citation and wrong refusals, only an unanswerable one in
right refusals: elsewhere such a score is None. A wrongly refused question counts as 0 in correctness and citation.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol, get_args

from rich.console import Console
from rich.progress import track

from eval.dataset import Case, Span
from eval.metrics import (
    Outcome,
    answer_length,
    citation_hits,
    citation_precision,
    citation_recall,
    contains_gold,
    outcome,
    recall_at_k,
    reciprocal_rank,
)
from rag.types import Answer, Citation, Language, Passage

_DEPTH = 5
LANGUAGES: tuple[Language, ...] = get_args(Language)


class System(Protocol):
    """What is measured: the part of `rag.Assistant` that answers."""

    def search(self, question: str, k: int) -> Sequence[Passage]:
        """The `k` best passages, best first."""

    def ask(self, question: str) -> Answer:
        """The answer to one question."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one answer, each in 0..1 but `answer_length` (characters, None where it was refused)."""

    recall_at_1: float | None
    recall_at_3: float | None
    recall_at_5: float | None
    reciprocal_rank: float | None
    contains_gold: float | None
    citation_hit: float | None
    citation_precision: float | None
    citation_recall: float | None
    wrong_refusal: float | None
    right_refusal: float | None
    answer_length: float | None


@dataclass(frozen=True, slots=True)
class Result:
    """One question in one language: what was found and answered, how long the answer took (s), and its scores."""

    id: str
    type: str
    language: Language
    question: str
    gold_paragraphs: tuple[tuple[int, ...], ...]
    retrieved: tuple[int, ...]
    answered: bool
    text: str
    short: str | None
    confidence: float
    citations: tuple[Citation, ...]
    seconds: float
    outcome: Outcome
    scores: Scores
    fingerprint: str

    def to_dict(self) -> dict[str, Any]:
        """The result as plain values for JSON, fields in the order above."""
        return asdict(self)


def evaluate(system: System, cases: Sequence[Case]) -> list[Result]:
    """Ask every question in every language, question by question; progress goes to stderr where it is a terminal."""
    asked = [(case, language) for case in cases for language in LANGUAGES]
    shown = track(asked, "Asking", console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True)
    return [_result(system, case, language) for case, language in shown]


def spans(citations: Sequence[Citation]) -> list[Span]:
    """Where the citations stand in the article."""
    return [(citation.start, citation.end) for citation in citations]


def _result(system: System, case: Case, language: Language) -> Result:
    question = case.question.asked_in(language)
    retrieved = tuple(passage.paragraph for passage in system.search(question, k=_DEPTH))
    started = time.perf_counter()
    answer = system.ask(question)
    seconds = time.perf_counter() - started
    return Result(
        id=case.question.id,
        type=case.question.type,
        language=language,
        question=question,
        gold_paragraphs=case.gold.paragraphs,
        retrieved=retrieved,
        answered=answer.answered,
        text=answer.text,
        short=answer.short.text if answer.short else None,
        confidence=answer.confidence,
        citations=answer.citations,
        seconds=seconds,
        outcome=outcome(case.question.answerable, answer.answered),
        scores=score(case, language, retrieved, answer),
        fingerprint=answer.fingerprint,
    )


def score(case: Case, language: Language, retrieved: Sequence[int], answer: Answer) -> Scores:
    """Measure one answer; `retrieved` holds the paragraph numbers of the passages found, best first."""
    gold, cited = case.gold, spans(answer.citations)
    length = float(answer_length(answer.text)) if answer.answered else None
    if not case.question.answerable:
        nothing = dict.fromkeys(Scores.__slots__)
        return Scores(**nothing | {"right_refusal": float(not answer.answered), "answer_length": length})
    right = answer.answered and contains_gold(answer.text, case.question.accepted(language))
    return Scores(
        recall_at_1=recall_at_k(retrieved, gold.paragraphs, 1),
        recall_at_3=recall_at_k(retrieved, gold.paragraphs, 3),
        recall_at_5=recall_at_k(retrieved, gold.paragraphs, 5),
        reciprocal_rank=reciprocal_rank(retrieved, gold.paragraphs),
        contains_gold=float(right),
        citation_hit=float(citation_hits(cited, gold.spans)),
        citation_precision=citation_precision(cited, gold.spans),
        citation_recall=citation_recall(cited, gold.spans),
        wrong_refusal=float(not answer.answered),
        right_refusal=None,
        answer_length=length,
    )
