"""Retrieval, citations and refusals, measured by pure functions; each shows a worked example that the tests run.

Groups of gold mean: of each group one is enough, and every group is needed (`eval.cases.Gold`).
"""

import re
from collections.abc import Callable, Collection, Hashable, Sequence
from math import log2
from typing import Literal

from eval.cases import Place, Spot

Outcome = Literal["answered", "wrong refusal", "right refusal", "answered a near miss"]

Cited = tuple[str, Sequence[str]]  # a sentence of an answer, and the quotes of the citations that it bears
Supports = Callable[[str, Sequence[str]], bool]

MARK = re.compile(r"[\[［【]\d+[\]］】]")


def recall_at_k(retrieved: Sequence[Hashable], gold: Sequence[Collection[Hashable]], k: int) -> float:
    """Share of the gold groups with a paragraph among the first `k` retrieved (recall, Manning et al. 2008, ch. 8).

    >>> recall_at_k([7, 3, 9], [{3}, {4, 9}], k=2)
    0.5
    """
    top = set(retrieved[:k])
    return sum(not top.isdisjoint(group) for group in gold) / len(gold)


def reciprocal_rank(retrieved: Sequence[Hashable], gold: Sequence[Collection[Hashable]]) -> float:
    """One over the rank of the first gold paragraph, 0 where none was retrieved (Voorhees, TREC-8, 1999).

    >>> reciprocal_rank([7, 3, 9], [{3}, {4, 9}])
    0.5
    """
    ranks = (rank for rank, paragraph in enumerate(retrieved, 1) if any(paragraph in group for group in gold))
    return 1 / next(ranks, float("inf"))


def ndcg_at_k(retrieved: Sequence[Hashable], gold: Sequence[Collection[Hashable]], k: int) -> float:
    """Discounted gain over the best possible one (Järvelin and Kekäläinen 2002): a gold group gains once, where found.

    >>> round(ndcg_at_k([7, 3, 9], [{3}, {4, 9}], k=3), 3)
    0.693
    """
    first = (next((rank for rank, one in enumerate(retrieved[:k], 1) if one in group), None) for group in gold)
    gain = sum(1 / log2(1 + rank) for rank in first if rank is not None)
    return gain / sum(1 / log2(1 + rank) for rank in range(1, min(len(gold), k) + 1))


def overlap(one: Place, other: Place) -> int:
    """How many characters two places share.

    >>> overlap(Place("a", 0, 5), Place("a", 4, 9)), overlap(Place("a", 0, 5), Place("b", 0, 5))
    (1, 0)
    """
    if one.article_id != other.article_id:
        return 0
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def citation_hits(citations: Sequence[Place], gold: Sequence[Sequence[Place]]) -> bool:
    """Whether any citation overlaps any gold place.

    >>> citation_hits([Place("a", 10, 20), Place("a", 90, 95)], [[Place("a", 18, 30)], [Place("a", 50, 60)]])
    True
    """
    return any(overlap(citation, place) for citation in citations for group in gold for place in group)


def citation_precision(citations: Sequence[Place], gold: Sequence[Sequence[Place]]) -> float:
    """Share of the citations that overlap a gold place, 0 where nothing is cited.

    After ALCE (Gao et al. 2023), with the gold places in the place of its entailment model.

    >>> citation_precision([Place("a", 10, 20), Place("a", 90, 95)], [[Place("a", 18, 30)], [Place("a", 50, 60)]])
    0.5
    """
    return sum(citation_hits([citation], gold) for citation in citations) / max(len(citations), 1)


def citation_recall(citations: Sequence[Place], gold: Sequence[Sequence[Place]]) -> float:
    """Share of the gold groups that a citation overlaps (see `citation_precision`).

    >>> citation_recall([Place("a", 10, 20), Place("a", 90, 95)], [[Place("a", 18, 30)], [Place("a", 50, 60)]])
    0.5
    """
    return sum(citation_hits(citations, [group]) for group in gold) / len(gold)


def citation_iou(citations: Sequence[Place], gold: Sequence[Sequence[Place]]) -> float:
    """Characters that citations and gold share over those of either (Jaccard 1912), for the best gold of each group.

    A whole sentence cited for three gold words scores low: it says how much must be read to see the proof.

    >>> citation_iou([Place("a", 10, 20)], [[Place("a", 15, 20), Place("a", 90, 99)]])
    0.5
    """
    best = {max(group, key=lambda place: sum(overlap(place, one) for one in citations)) for group in gold}
    cited, wanted = _characters(citations), _characters(best)
    return len(cited & wanted) / len(cited | wanted)


def support_recall(answer: Sequence[Cited], supports: Supports) -> float:
    """Share of the sentences that the quotes of their citations together support (ALCE, Gao et al. 2023).

    A sentence without citations is not supported; an answer without sentences scores 0.

    >>> said = [("a and b", ["a", "b"]), ("c", [])]
    >>> support_recall(said, lambda sentence, quotes: all(part in quotes for part in sentence.split(" and ")))
    0.5
    """
    return sum(_is_supported(sentence, quotes, supports) for sentence, quotes in answer) / max(len(answer), 1)


def support_precision(answer: Sequence[Cited], supports: Supports) -> float:
    """Share of the citations that their sentence needs, or that support it alone (ALCE, Gao et al. 2023).

    A citation counts for nothing where all of its sentence do not support it, or where it alone does not and the others
    do without it; an answer without citations scores 0.

    >>> said = [("a and b", ["a", "b", "c"]), ("d", ["e"])]
    >>> support_precision(said, lambda sentence, quotes: all(part in quotes for part in sentence.split(" and ")))
    0.5
    """
    precise = sum(_precise(sentence, quotes, supports) for sentence, quotes in answer)
    return precise / max(sum(len(quotes) for _, quotes in answer), 1)


def _is_supported(sentence: str, quotes: Sequence[str], supports: Supports) -> bool:
    return bool(quotes) and supports(sentence, quotes)


def _precise(sentence: str, quotes: Sequence[str], supports: Supports) -> int:
    """How many of the quotes are needed or support the sentence alone."""
    if not _is_supported(sentence, quotes, supports):
        return 0
    if len(quotes) == 1:
        return 1
    others = ([*quotes[:place], *quotes[place + 1 :]] for place in range(len(quotes)))
    return sum(
        supports(sentence, [own]) or not supports(sentence, rest) for own, rest in zip(quotes, others, strict=True)
    )


def _characters(places: Collection[Place]) -> set[Spot]:
    return {(place.article_id, number) for place in places for number in range(place.start, place.end)}


def outcome(answerable: bool, answered: bool) -> Outcome:
    """How answering or refusing is judged (answerable or not: Rajpurkar et al., SQuAD 2.0, 2018).

    The share of right refusals is the rejection rate of RGB (Chen et al. 2024).

    >>> outcome(answerable=False, answered=True)
    'answered a near miss'
    """
    if answerable:
        return "answered" if answered else "wrong refusal"
    return "answered a near miss" if answered else "right refusal"


def same_place(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether two answers (one question's in its two languages) cite overlapping places; never where one cites nothing.

    >>> same_place([Place("a", 0, 9), Place("a", 40, 50)], [Place("a", 45, 70)])
    True
    """
    return citation_hits(one, [other])


def answer_length(answer: str) -> int:
    """Characters of the answer's text without its citation marks and the white space around the whole.

    >>> answer_length("1200平方公里[1]。")
    9
    """
    return len(MARK.sub("", answer).strip())
