"""The sentences that answer a question, and how sure it is that they do, without a language model."""

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from corpus.fold import fold
from rag import reading
from rag.chunk import Unit, reads
from rag.embed import hash_files
from rag.language import is_in
from rag.lexical import content_words
from rag.match import SURELY, words_of
from rag.reader.model import MODEL, bundled_reader
from rag.retrieve import Hit, Searcher
from rag.signals.measure import Signals, measure
from rag.table import subject
from rag.types import Language
from rag.weekdays import weekdays

MAX_SENTENCES = 3
FAR_AHEAD = 2.0  # a lead beyond which a longer one says no more: on foreign ground some sentence is always far ahead
KEEP = 0.35  # a further sentence must be at least this share as likely as the best one
OUTDONE = 0.3  # what of its probability is left to a row of a table that says less of the question than another

May = Callable[[Unit], bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence and the probability (0..1) that it answers."""

    sentence: Unit
    probability: float


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by signal for one kind of question, fitted by `eval.calibrate`.

    `choice` are those by which sentences are chosen to be read (`rag.reading`), `rest` that of their sum and `read`
    that of what the reader finds: of two sentences the one with the higher score by both is the likelier answer, by
    the exponential of the difference (conditional logits). `answered` are those of a logistic model that the best
    sentence answers at all, over its `score` before it was read, `lead` (how far that after reading lies above the next
    one's) and what else is known of it (see `evidence`), with a `bias`.
    """

    choice: Mapping[str, float]
    rest: float
    read: float
    answered: Mapping[str, float]

    def score(self, signals: Signals) -> float:
        """How well the sentence answers, to be compared with others for the same question only."""
        return self.rest * unread(self.choice, signals) + self.read * signals.read

    def confidence(self, evidence: Mapping[str, float]) -> float:
        """The probability (0..1) that the articles answer the question, by the `evidence` of the best sentence."""
        total = sum(weight * evidence[name] for name, weight in self.answered.items())
        return (1 + math.tanh(total / 2)) / 2  # the logistic function, without overflow


def unread(choice: Mapping[str, float], signals: Signals) -> float:
    """How well a sentence seems to answer before it is read, by the weights to choose by."""
    return sum(weight * float(getattr(signals, name)) for name, weight in choice.items())


@dataclass(frozen=True, slots=True)
class Calibration:
    """A model for each kind of question (see `kind_of`), the confidence below which such a question is refused, and
    the fingerprint of the embedding model with which both were fitted.
    """

    models: Mapping[str, Model]
    thresholds: Mapping[str, float]
    embedding: str


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The calibration that travels with the package."""
    content = json.loads(_bundled_calibration().read_text(encoding="utf-8"))
    models = {kind: Model(**model) for kind, model in content.pop("models").items()}
    return Calibration(models, **content)


def _bundled_calibration() -> Path:
    return Path(str(files("rag") / "calibration.json"))


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Sixteen hex digits that change with the calibration and the reader that travel with the package."""
    return hash_files([_bundled_calibration(), bundled_reader() / MODEL])


def rank(
    asked: str,
    understood: str,
    language: Language,
    hits: Sequence[Hit],
    searcher: Searcher,
    may: May = lambda unit: True,
) -> list[Candidate]:
    """Every sentence with a word, of the hits, that `may` answer, with its probability, likeliest first, ties by
    article and place. One that is on what is asked and withholds it is not among them (see `judge`).
    """
    measured = [one for one in measure(asked, understood, language, hits, searcher) if may(one[0])] if hits else []
    units, signals = [unit for unit, _ in measured], [one for _, one in measured]
    found = judge(_read(understood, language, units, signals, hits), language, calibration())
    judged = [
        Candidate(sentence, share)
        for sentence, share in zip(units, found, strict=True)
        if share and any(map(str.isalnum, sentence.text))
    ]
    return _in_order(_in_row(understood, language, _in_order(judged)))


def _in_order(candidates: Iterable[Candidate]) -> list[Candidate]:
    return sorted(candidates, key=lambda c: (-c.probability, c.sentence.article_id, c.sentence.start))


def _in_row(question: str, language: Language, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """The candidates; where the likeliest is a row of a table, a row that says all that another does of the question,
    and more, goes before that, as does one that is on what the question names.
    """
    head = candidates[0].sentence.head if candidates else None
    if head is None:
        return candidates
    rows = [one.sentence for one in candidates if one.sentence.head == head]
    own = _said(question, language, head.text)
    said = {row.id: _said(question, language, row.text) - own for row in rows}
    named = _on_days(question, rows) or {
        row.id for row in rows if _said(question, language, subject(row.text, head.text)) - own
    }
    may = named or said.keys()
    less = {name for name, words in said.items() if name not in may or any(words < said[other] for other in may)}
    best = next(one.sentence.id for one in candidates if one.sentence.id in said.keys() - less)
    likeliest = candidates[0].probability
    outdone = (OUTDONE * one.probability if one.sentence.id in less else one.probability for one in candidates)
    pairs = zip(candidates, outdone, strict=True)
    return [replace(one, probability=likeliest if one.sentence.id == best else p) for one, p in pairs]


def _said(question: str, language: Language, text: str) -> set[str]:
    """The words of a question that a text says, or surely means in the other language."""
    if is_in(text, language):
        return set(content_words(question)) & set(content_words(text))
    words = words_of(question, language, lambda token, written: 1.0)
    return {token for token, share in zip(words.tokens, words.matched(text).tolist(), strict=True) if share >= SURELY}


def _on_days(question: str, rows: Iterable[Unit]) -> set[str]:
    """The ids of the rows that are on the days of the week which a question says, where these say what a row is on."""
    asked = weekdays(question)
    return {row.id for row in rows if row.head and asked & weekdays(subject(row.text, row.head.text))}


def _read(
    question: str, language: Language, units: Sequence[Unit], signals: Sequence[Signals], hits: Sequence[Hit]
) -> list[Signals]:
    if not signals:
        return []
    choice = calibration().models[kind_of(signals, language)].choice
    pairs = reading.pairs(question, language, units, hits)
    return reading.read_likeliest(signals, pairs, [unread(choice, one) for one in signals])


def kind_of(signals: Sequence[Signals], language: Language) -> str:
    """The kind of a question: its language, or "foreign" where the text is in the other one."""
    return "foreign" if signals[0].foreign else language


def usual_threshold(candidates: Sequence[Candidate], language: Language) -> float:
    """The confidence that the likeliest of some candidates must reach if nobody chose another."""
    kind = language if not candidates or reads(candidates[0].sentence, language) else "foreign"
    return calibration().thresholds[kind]


def judge(signals: Sequence[Signals], language: Language, calibrated: Calibration) -> list[float]:
    """The probability of each sentence of one question: the best one's is that the articles answer at all.

    One that withholds what is asked never answers; where it is the best, the others are no likelier for that.
    """
    if not signals:
        return []
    model = calibrated.models[kind_of(signals, language)]
    scores = [model.score(one) for one in signals]
    best = max(scores)
    confidence = model.confidence(evidence(signals, scores, model))
    shares = (confidence * math.exp(score - best) for score in scores)
    return [0.0 if one.withheld else share for one, share in zip(signals, shares, strict=True)]


def evidence(signals: Sequence[Signals], scores: Sequence[float], model: Model) -> dict[str, float]:
    """What is known of whether the best of some sentences answers at all, by the scores that the model gives them."""
    first, *others = sorted(scores, reverse=True)
    best = signals[scores.index(first)]
    names = ("cosine", "coverage", "unsaid", "missed", "known", "strange", "said", "read")
    of_best = {name: float(getattr(best, name)) for name in names}
    of_best["coverage_squared"] = best.coverage**2  # from nothing to a little tells more than from much to all
    # One that is found tells less than it tells which sentence is best: most sentences hold some name.
    of_best |= {"no_name": float(best.name < 0), "name": float(best.name > 0)}
    of_best |= {"no_figure": float(best.figure < 0), "figure": float(best.figure > 0)}
    lead = min(first - others[0], FAR_AHEAD) if others else 1.0
    return {"bias": 1.0, "score": unread(model.choice, best), "lead": lead, **of_best}


def select(candidates: Sequence[Candidate], threshold: float) -> list[Candidate]:
    """The likeliest sentence, if that reaches the threshold, and those nearly as likely, in reading order; the same
    words only once.
    """
    if not candidates or candidates[0].probability < threshold:
        return []
    least = KEEP * candidates[0].probability
    likely = [candidate for candidate in candidates[:MAX_SENTENCES] if candidate.probability >= least]
    kept = {fold(candidate.sentence.text): candidate for candidate in reversed(likely)}
    return sorted(kept.values(), key=lambda c: (c.sentence.article_id, c.sentence.start))
