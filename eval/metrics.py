"""What is measured, as pure functions; each shows a worked example that the tests run.

Groups of gold mean: of each group one is enough, and every group is needed (`eval.dataset.Gold`). A span is a start
and an end in characters of the article, the end exclusive.
"""

import re
from collections.abc import Collection, Sequence
from typing import Literal

import numpy as np

from corpus.fold import fold
from eval.dataset import Span

Outcome = Literal["answered", "wrong refusal", "right refusal", "answered a near miss"]

_MARK = re.compile(r"[\[［【]\d+[\]］】]")
_SPACE_OUTSIDE_ASCII = re.compile(r"(?<=[^!-~]) | (?=[^!-~])")


def recall_at_k(retrieved: Sequence[int], gold: Sequence[Collection[int]], k: int) -> float:
    """Share of the gold groups with a paragraph among the first `k` retrieved (recall, Manning et al. 2008, ch. 8).

    >>> recall_at_k([7, 3, 9], [{3}, {4, 9}], k=2)
    0.5
    """
    top = set(retrieved[:k])
    return sum(not top.isdisjoint(group) for group in gold) / len(gold)


def reciprocal_rank(retrieved: Sequence[int], gold: Sequence[Collection[int]]) -> float:
    """One over the rank of the first gold paragraph, 0 where none was retrieved (Voorhees, TREC-8, 1999).

    >>> reciprocal_rank([7, 3, 9], [{3}, {4, 9}])
    0.5
    """
    ranks = (rank for rank, paragraph in enumerate(retrieved, 1) if any(paragraph in group for group in gold))
    return 1 / next(ranks, float("inf"))


def contains_gold(answer: str, accepted: Sequence[Sequence[str]]) -> bool:
    """Whether every group has an alternative in the answer's text, both folded (after the answer match of SQuAD).

    Folded away: citation marks, white space (kept to one space between two ASCII words), case, width, traditional
    forms, thousands separators. A number must match as a whole and a Latin word from its beginning.

    >>> contains_gold("規劃面積１，２００ 平方公里[1]。", [["1200平方公里"]])
    True
    >>> contains_gold("2016年设立", [["6"]])
    False
    """
    text = _matchable(_MARK.sub(" ", answer))
    return all(any(re.search(_pattern(words), text) for words in group) for group in accepted)


def _matchable(text: str) -> str:
    return _SPACE_OUTSIDE_ASCII.sub("", fold(text))


def _pattern(words: str) -> str:
    needle = _matchable(words)
    before = r"(?<!\d)(?<!\d\.)" if needle[:1].isdigit() else r"(?<![a-z])" if needle[:1].isascii() else ""
    after = r"(?!\.?\d)" if needle[-1:].isdigit() else ""
    return before + re.escape(needle) + after


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character.

    >>> overlap((0, 5), (4, 9)), overlap((0, 5), (5, 9))
    (True, False)
    """
    return one[0] < other[1] and other[0] < one[1]


def citation_hits(citations: Sequence[Span], gold: Sequence[Sequence[Span]]) -> bool:
    """Whether any citation overlaps any gold span.

    >>> citation_hits([(10, 20), (90, 95)], [[(18, 30)], [(50, 60)]])
    True
    """
    return any(overlap(citation, span) for citation in citations for group in gold for span in group)


def citation_precision(citations: Sequence[Span], gold: Sequence[Sequence[Span]]) -> float:
    """Share of the citations that overlap a gold span, 0 where nothing is cited.

    After ALCE (Gao et al. 2023), with the gold spans in the place of its entailment model.

    >>> citation_precision([(10, 20), (90, 95)], [[(18, 30)], [(50, 60)]])
    0.5
    """
    return sum(citation_hits([citation], gold) for citation in citations) / max(len(citations), 1)


def citation_recall(citations: Sequence[Span], gold: Sequence[Sequence[Span]]) -> float:
    """Share of the gold groups that a citation overlaps (see `citation_precision`).

    >>> citation_recall([(10, 20), (90, 95)], [[(18, 30)], [(50, 60)]])
    0.5
    """
    return sum(citation_hits(citations, [group]) for group in gold) / len(gold)


def outcome(answerable: bool, answered: bool) -> Outcome:
    """How answering or refusing is judged (answerable or not: Rajpurkar et al., SQuAD 2.0, 2018).

    >>> outcome(answerable=False, answered=True)
    'answered a near miss'
    """
    if answerable:
        return "answered" if answered else "wrong refusal"
    return "answered a near miss" if answered else "right refusal"


def same_place(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two answers (one question's in its two languages) cite overlapping places; never where one cites nothing.

    >>> same_place([(0, 9), (40, 50)], [(45, 70)])
    True
    """
    return citation_hits(one, [other])


def answer_length(answer: str) -> int:
    """Characters of the answer's text without its citation marks and the white space around the whole.

    >>> answer_length("1200平方公里[1]。")
    9
    """
    return len(_MARK.sub("", answer).strip())


def bootstrap_interval(values: Sequence[float], resamples: int = 2000) -> tuple[float, float]:
    """The 95 % percentile interval of the mean (Efron 1979); a fixed seed makes it repeatable.

    >>> low, high = bootstrap_interval([0.0] * 10 + [1.0] * 30)
    >>> 0.55 < low < 0.75 < high < 0.95
    True
    """
    drawn = np.random.default_rng(0).choice(np.asarray(values, dtype=float), size=(resamples, len(values)))
    low, high = np.percentile(drawn.mean(axis=1), [2.5, 97.5])
    return float(low), float(high)
