"""The sentences that answer a question, and how sure it is that they do, without a language model."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from importlib.resources import files

from corpus.fold import fold
from rag.chunk import Unit
from rag.index import SENTENCES
from rag.kind import kind_match, kinds_wanted
from rag.language import is_in
from rag.retrieve import Hit, Searcher
from rag.types import Language

MAX_SENTENCES = 3
KEEP = 0.6  # a further sentence must be at least this share as likely as the best one


@dataclass(frozen=True, slots=True)
class Signals:
    """What is known of a sentence as an answer to a question.

    The cosine of the two; the coverage of the question's words (see `Lexicon.coverage`); `kind` is 1, -1 or 0 (see
    `kind.kind_match`); `asks` is 1 where the sentence is itself a question; `behind` is how far its chunk's retrieval
    score lies below the best one's; `foreign` is 1 where question and text share no language.
    """

    cosine: float
    coverage: float
    kind: float
    asks: float
    behind: float
    foreign: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence and the probability (0..1) that it answers."""

    sentence: Unit
    probability: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of a logistic model over the signals, fitted by `eval.calibrate`, and the threshold chosen with them.

    `foreign` holds the weights for questions in a language that the article is not to be had in.
    """

    same: Mapping[str, float]
    foreign: Mapping[str, float]
    threshold: float

    def probability(self, signals: Signals) -> float:
        """The probability (0..1) that the sentence with these signals answers its question."""
        weights = self.foreign if signals.foreign else self.same
        total = weights["bias"] + sum(
            weights[name] * value
            for name, value in zip(signals.__slots__, astuple(signals), strict=True)
            if name in weights
        )
        return (1 + math.tanh(total / 2)) / 2  # the logistic function, without overflow


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The calibration that travels with the package."""
    content = json.loads((files("rag") / "calibration.json").read_text(encoding="utf-8"))
    return Calibration(content["same"], content["foreign"], content["threshold"])


def rank(asked: str, understood: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> list[Candidate]:
    """Every sentence of the hits with its probability, likeliest first, ties by article and place.

    What the sentence is about is judged by the question as `understood`, the kind of answer by what was `asked`.
    """
    model = calibration()
    found = [
        Candidate(sentence, model.probability(signals))
        for sentence, signals in measure(asked, understood, language, hits, searcher)
    ]
    return sorted(found, key=lambda c: (-c.probability, c.sentence.article_id, c.sentence.start))


def measure(
    asked: str, understood: str, language: Language, hits: Sequence[Hit], searcher: Searcher
) -> list[tuple[Unit, Signals]]:
    """The signals of every sentence of the hits."""
    sentences = [sentence for hit in hits for sentence in hit.chunk.sentences]
    cosines = searcher.index.similarities(SENTENCES, searcher.vector(understood), (s.id for s in sentences))
    wanted = kinds_wanted(asked, language) or kinds_wanted(understood, language)
    found = []
    for hit in hits:
        for sentence in hit.chunk.sentences:
            texts = " ".join(filter(None, (sentence.text, sentence.translation)))
            signals = Signals(
                cosine=cosines.get(sentence.id, 0.0),
                coverage=searcher.lexicon.coverage(understood, texts),
                kind=kind_match(wanted, texts),
                asks=float(sentence.text.rstrip("”’」』\"'").endswith(("?", "？"))),
                behind=hits[0].score - hit.score,
                foreign=float(not reads(sentence, language)),
            )
            found.append((sentence, signals))
    return found


def reads(unit: Unit, language: Language) -> bool:
    """Whether the unit can be read in the language, as printed or in its translation."""
    return is_in(unit.text, language) or unit.translation is not None


def select(candidates: Sequence[Candidate], threshold: float) -> list[Candidate]:
    """The likeliest sentence and those nearly as likely, in reading order; the same words only once."""
    if not candidates:
        return []
    least = max(KEEP * candidates[0].probability, threshold)
    likely = [candidate for candidate in candidates[:MAX_SENTENCES] if candidate.probability >= least]
    kept = {fold(candidate.sentence.text): candidate for candidate in reversed(likely)}
    return sorted(kept.values(), key=lambda c: (c.sentence.article_id, c.sentence.start))
