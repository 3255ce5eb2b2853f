"""What the results of a set come to: means with their intervals, by language and by type of question."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from statistics import fmean
from typing import get_args

from eval.dataset import LANGUAGES
from eval.metrics import same_place
from eval.run import Result, Scores, Verdict, places
from eval.stats import Bin, bootstrap_interval, calibration_error, percentiles, reliability
from rag.types import Language

NAMES: Mapping[Language, str] = {"zh": "Chinese", "en": "English"}
MEASURES = {
    "recall_at_1": "recall@1",
    "recall_at_3": "recall@3",
    "recall_at_5": "recall@5",
    "recall_at_10": "recall@10",
    "reciprocal_rank": "MRR",
    "ndcg_at_10": "nDCG@10",
    "contains_gold": "answer contains gold",
    "exact_match": "exact match (short answer)",
    "f1": "F1 (short answer)",
    "citation_hit": "citation hits gold",
    "paragraph_hit": "citation in gold paragraph",
    "citation_precision": "citation precision",
    "citation_recall": "citation recall",
    "citation_iou": "citation IoU",
    "support_recall": "sentences supported (ALCE)",
    "support_precision": "citations needed (ALCE)",
    "right_refusal": "refused rightly",
    "wrong_refusal": "refused wrongly",
}
LOWER_IS_BETTER = frozenset({"wrong_refusal"})


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean of a measure over `n` questions, with the bootstrap 95 % interval of that mean."""

    n: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Spoken:
    """The figures of one language; a measure that no question counts in is left out of `scores`.

    `seconds` holds percentiles by stage. The calibration is that of the confidence that the articles answer, and there
    is none where all or none of the questions are answerable.
    """

    questions: int
    answerable: int
    scores: Mapping[str, Estimate]
    seconds: Mapping[str, Mapping[str, float]]
    calibration_error: float | None
    reliability: Sequence[Bin]


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures by language, and how often a question cites the same place in both, refusals counting as 0."""

    spoken: Mapping[Language, Spoken]
    same_place: Estimate | None


def summarise(results: Sequence[Result]) -> Summary:
    """The figures of the results of a set."""
    own = {language: [one for one in results if one.language == language] for language in LANGUAGES}
    return Summary({language: _spoken(found) for language, found in own.items() if found}, _same_place(own))


def _spoken(results: Sequence[Result]) -> Spoken:
    confidence, answerable = [one.confidence for one in results], [one.answerable for one in results]
    stages = dict.fromkeys(stage for one in results for stage in one.seconds)
    return Spoken(
        questions=len(results),
        answerable=sum(answerable),
        scores=estimates(results),
        seconds={stage: percentiles([one.seconds.get(stage, 0.0) for one in results]) for stage in stages},
        calibration_error=calibration_error(confidence, answerable) if len(set(answerable)) > 1 else None,
        reliability=reliability(confidence, answerable),
    )


def _same_place(own: Mapping[Language, Sequence[Result]]) -> Estimate | None:
    english = {one.id: one for one in own["en"] if one.answerable}
    pairs = [(one, english[one.id]) for one in own["zh"] if one.id in english]
    return estimate([float(same_place(places(one.citations), places(other.citations))) for one, other in pairs])


def estimates(results: Sequence[Result]) -> dict[str, Estimate]:
    """The mean of each measure over the questions that count in it."""
    found = {}
    for measure in fields(Scores):
        values = [value for one in results if (value := getattr(one.scores, measure.name)) is not None]
        if mean := estimate(values):
            found[measure.name] = mean
    return found


def verdicts(results: Sequence[Result]) -> dict[str, dict[Language, dict[Verdict, Estimate]]]:
    """By judge and language the share of each verdict among the answers judged; nothing where none was."""
    found: dict[str, dict[Language, dict[Verdict, Estimate]]] = {}
    for judge in dict.fromkeys(one.judged.judge for one in results if one.judged):
        for language in LANGUAGES:
            own = [one.judged.verdict for one in results if one.judged and one.language == language]
            shares = {verdict: estimate([float(one == verdict) for one in own]) for verdict in get_args(Verdict)}
            if own:
                found.setdefault(judge, {})[language] = {name: share for name, share in shares.items() if share}
    return found


def estimate(values: Sequence[float]) -> Estimate | None:
    """The mean with its interval; None of nothing."""
    return Estimate(len(values), fmean(values), *bootstrap_interval(values)) if values else None


def by_type(results: Sequence[Result]) -> dict[str, Summary]:
    """The figures of each type of question, in order of the names."""
    return {name: summarise(own) for name, own in grouped(results, lambda one: one.type).items()}


def grouped(results: Sequence[Result], key: Callable[[Result], str]) -> dict[str, list[Result]]:
    """The results by what `key` gives, in order of that."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(key(result), []).append(result)
    return {name: groups[name] for name in sorted(groups)}
