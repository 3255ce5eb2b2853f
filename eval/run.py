"""One question asked and its answer measured against the gold.

Only an answerable question counts in retrieval, correctness, citation and wrong refusals, only an unanswerable one in
right refusals: elsewhere such a score is None. A wrongly refused question counts as 0 in correctness and citation.
Whether quotes support their sentences is measured of every answer that a language model wrote; one in the article's own
words is made of its quotes, which support themselves.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal, Protocol

from eval.cases import Case, Gold, Place, Spot
from eval.metrics import (
    Outcome,
    answer_length,
    citation_hits,
    citation_iou,
    citation_precision,
    citation_recall,
    ndcg_at_k,
    outcome,
    recall_at_k,
    reciprocal_rank,
    support_precision,
    support_recall,
)
from eval.said import cited, supporting
from eval.wording import contains_gold, exact_match, f1
from rag.types import Answer, Citation, Language, Passage

DEPTH = 10
TOTAL = "total"
Verdict = Literal["correct", "partly", "wrong"]


class System(Protocol):
    """What is measured: the part of `rag.Assistant` that answers."""

    def search(self, question: str, k: int) -> Sequence[Passage]:
        """The `k` best passages, best first."""

    def ask(self, question: str) -> Answer:
        """The answer to one question."""


@dataclass(frozen=True, slots=True)
class Scores:
    """The measures of one answer, in 0..1 except `answer_length` (characters); None where it does not count in one."""

    recall_at_1: float | None = None
    recall_at_3: float | None = None
    recall_at_5: float | None = None
    recall_at_10: float | None = None
    reciprocal_rank: float | None = None
    ndcg_at_10: float | None = None
    contains_gold: float | None = None
    exact_match: float | None = None
    f1: float | None = None
    citation_hit: float | None = None
    paragraph_hit: float | None = None
    citation_precision: float | None = None
    citation_recall: float | None = None
    citation_iou: float | None = None
    support_recall: float | None = None
    support_precision: float | None = None
    wrong_refusal: float | None = None
    right_refusal: float | None = None
    answer_length: float | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a language model, the judge, said of an answer beside its gold (see `eval.judge`)."""

    judge: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Result:
    """One question in one language: its gold, what was found and answered, and its scores.

    `seconds` is the wall time of each stage of the answer, and of the whole as `total`.
    """

    id: str
    type: str
    language: Language
    question: str
    answerable: bool
    accepted: tuple[tuple[str, ...], ...]
    gold: Gold
    retrieved: tuple[Spot, ...]
    answered: bool
    text: str
    short: str | None
    confidence: float
    citations: tuple[Citation, ...]
    seconds: Mapping[str, float]
    outcome: Outcome
    scores: Scores
    fingerprint: str
    judged: Judgement | None = None

    def to_dict(self) -> dict[str, Any]:
        """The result as plain values for JSON, fields in the order above."""
        return asdict(self)

    def right(self) -> bool:
        """Whether it was answered with the gold words, or rightly refused."""
        return bool(self.scores.contains_gold if self.answerable else self.scores.right_refusal)


def places(citations: Sequence[Citation]) -> list[Place]:
    """Where the citations stand."""
    return [Place(citation.article_id, citation.start, citation.end) for citation in citations]


def measure(system: System, case: Case) -> Result:
    """Ask one question. Raises RagError as the system does."""
    retrieved = tuple((one.article_id, one.paragraph) for one in system.search(case.question, k=DEPTH))
    started = time.perf_counter()
    answer = system.ask(case.question)
    total = time.perf_counter() - started
    return Result(
        id=case.id,
        type=case.type,
        language=case.language,
        question=case.question,
        answerable=case.answerable,
        accepted=case.accepted,
        gold=case.gold,
        retrieved=retrieved,
        answered=answer.answered,
        text=answer.text,
        short=answer.short.text if answer.short else None,
        confidence=answer.confidence,
        citations=answer.citations,
        seconds={**answer.seconds, TOTAL: total},
        outcome=outcome(case.answerable, answer.answered),
        scores=score(case, retrieved, answer),
        fingerprint=answer.fingerprint,
    )


def score(case: Case, retrieved: Sequence[Spot], answer: Answer) -> Scores:
    """Measure one answer; `retrieved` holds the paragraphs of the passages found, best first.

    Exact match and F1 are of the short answer, or of the whole text where there is none, and count only where one part
    is asked for.
    """
    length = float(answer_length(answer.text)) if answer.answered else None
    if not case.answerable:
        return Scores(right_refusal=float(not answer.answered), answer_length=length, **_support(answer))
    return Scores(
        **_retrieval(retrieved, case.gold),
        **_words(case, answer),
        **_citations(answer.citations, case.gold),
        **_support(answer),
        wrong_refusal=float(not answer.answered),
        answer_length=length,
    )


def _retrieval(retrieved: Sequence[Spot], gold: Gold) -> dict[str, float]:
    paragraphs = gold.paragraphs
    recalls = {f"recall_at_{k}": recall_at_k(retrieved, paragraphs, k) for k in (1, 3, 5, 10)}
    ranked = {
        "reciprocal_rank": reciprocal_rank(retrieved, paragraphs),
        "ndcg_at_10": ndcg_at_k(retrieved, paragraphs, 10),
    }
    return recalls | ranked


def _words(case: Case, answer: Answer) -> dict[str, float]:
    found = {"contains_gold": float(answer.answered and contains_gold(answer.text, case.accepted))}
    if len(case.accepted) > 1:
        return found
    said, references = answer.short.text if answer.short else answer.text, case.accepted[0]
    for name, metric in (("exact_match", exact_match), ("f1", f1)):
        found[name] = metric(said, references, case.language) if answer.answered else 0.0
    return found


def _citations(citations: Sequence[Citation], gold: Gold) -> dict[str, float]:
    cited = places(citations)
    paragraphs = {(citation.article_id, citation.paragraph) for citation in citations}
    return {
        "citation_hit": float(citation_hits(cited, gold.spans)),
        "paragraph_hit": float(any(not paragraphs.isdisjoint(group) for group in gold.paragraphs)),
        "citation_precision": citation_precision(cited, gold.spans),
        "citation_recall": citation_recall(cited, gold.spans),
        "citation_iou": citation_iou(cited, gold.spans),
    }


def _support(answer: Answer) -> dict[str, float]:
    """Nothing for an answer in the article's own words, and for a refusal."""
    if answer.mode == "extractive" or not answer.answered:
        return {}
    said, supports = cited(answer), supporting(answer.language)
    return {"support_recall": support_recall(said, supports), "support_precision": support_precision(said, supports)}
