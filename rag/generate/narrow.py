"""The sentences of the article that support what a model said: fewer and nearer than the passages it was shown."""

import re
from collections.abc import Sequence

from rag.chunk import Chunk, Unit
from rag.generate import support
from rag.index import SENTENCES
from rag.lexical import content_words
from rag.retrieve import Searcher
from rag.types import Language

MOST = 3  # sentences that one claim may rest on
_NEAREST = 8  # sentences that are looked at for a claim
_LEAST = 4  # content words of a part that says enough to be held against a sentence
_PART = re.compile(r"(?<=[，；;])|(?<=, )|(?<= and )")


def supporting(
    claim: str, marked: Sequence[Chunk], shown: Sequence[Chunk], language: Language, searcher: Searcher
) -> tuple[Unit, ...]:
    """The few sentences of the marked chunks that support the claim; empty where nothing does.

    Where no sentence supports the whole, one must support each part: what is said of one thing in one sentence and of
    another in the next must not be mixed. A claim without a mark or with the wrong one, both common in small models,
    may rest on one sentence of any chunk shown.
    """
    whole = _one(claim, marked, language, searcher) or _each(claim, marked, language, searcher)
    return whole or _one(claim, shown, language, searcher)


def _one(claim: str, chunks: Sequence[Chunk], language: Language, searcher: Searcher) -> tuple[Unit, ...]:
    """The sentence nearest to the claim that supports it by itself."""
    nearest = _nearest(claim, chunks, searcher)
    if support.lacks(claim, [quote(unit) for unit in nearest], language):
        return ()  # what all together lack, each of them lacks
    return next(((unit,) for unit in nearest if support.check(claim, [quote(unit)], language).supported), ())


def _each(claim: str, chunks: Sequence[Chunk], language: Language, searcher: Searcher) -> tuple[Unit, ...]:
    """The sentences that support the claim's parts, each by itself, and the claim together."""
    parts = _parts(claim)
    found = [_one(part, chunks, language, searcher) for part in parts] if 1 < len(parts) <= MOST else [()]
    units = sorted({unit for one in found for unit in one}, key=lambda unit: (unit.article_id, unit.start))
    together = all(found) and support.check(claim, [quote(unit) for unit in units], language).supported
    return tuple(units) if together else ()


def _parts(claim: str) -> list[str]:
    """The claim cut where a clause ends, no part without enough content.

    >>> _parts("The old stone bridge opened in May, and the town of Bergen paid two thirds.")
    ['The old stone bridge opened in May, ', 'and the town of Bergen paid two thirds.']
    """
    parts = [""]
    for part in _PART.split(claim):
        if len(content_words(parts[-1])) >= _LEAST:
            parts.append("")
        parts[-1] += part
    if len(parts) > 1 and len(content_words(parts[-1])) < _LEAST:
        parts[-2:] = ["".join(parts[-2:])]
    return parts


def quote(unit: Unit) -> str:
    """A sentence as it is held against a claim: as printed, and its translation on a line of its own."""
    return unit.text if unit.translation is None else f"{unit.text}\n{unit.translation}"


def _nearest(claim: str, chunks: Sequence[Chunk], searcher: Searcher) -> list[Unit]:
    """The sentences of the chunks nearest in meaning to the claim, nearest first, ties by place."""
    units = {unit.id: unit for chunk in chunks for unit in chunk.sentences}
    near = searcher.index.similarities(SENTENCES, searcher.query(claim), units)
    order = sorted(units.values(), key=lambda unit: (-near.get(unit.id, 0.0), unit.article_id, unit.start))
    return order[:_NEAREST]
