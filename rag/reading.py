"""The likeliest sentences, read together with the question by the bundled reader.

The other signals are cheap and know every sentence; the reader costs some milliseconds for each, so it is asked of the
one that the others put first and of those few that come near it. What it does not read is taken to read no better than
the poorest one it reads.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rag.chunk import Chunk, Unit
from rag.lists.markers import begins_item
from rag.reader.model import reader
from rag.reader.pair import Pair
from rag.retrieve import Hit
from rag.signals.byline import authors, is_byline
from rag.signals.measure import Signals
from rag.types import Language

# Sentences that are read, and how far a score may lie below the best one's: what is further behind wins hardly ever.
MOST, NEAR = 6, 2.5
_WRITTEN: Mapping[Language, str] = {"zh": "作者：", "en": "Written by "}


def pairs(question: str, language: Language, units: Sequence[Unit], hits: Sequence[Hit]) -> list[Pair]:
    """The question with each of some sentences of the hits, as it is read in the language of the question."""
    befores = {name: before for hit in hits for name, before in _befores(hit.chunk, language)}
    return [Pair(question, befores[unit.id], _as_read(unit, language)) for unit in units]


def _as_read(unit: Unit, language: Language) -> str:
    """The text of a sentence; of a by-line what it means."""
    text = unit.read_in(language)
    written = authors(text) if is_byline(unit.text) else None
    return _WRITTEN[language] + text[slice(*written)] if written else text


def _befores(chunk: Chunk, language: Language) -> Iterator[tuple[str, str]]:
    """By its id what stands before each sentence of a chunk: another sentence, or else the heading. Before each item of
    a list stands what stands before the first, before each row of a table the one that heads it.
    """
    heading, lead = chunk.heading_in(language) or chunk.unit.section, chunk.lead
    before = lead.read_in(language) if lead else heading
    above = heading if lead and begins_item(lead.text) else ""
    for sentence in chunk.sentences:
        is_item = begins_item(sentence.text)
        if is_item:
            above = above or before
        head = sentence.head.read_in(language) if sentence.head else ""
        yield sentence.id, head or (above if is_item else before)
        before = sentence.read_in(language)


def read_likeliest(signals: Sequence[Signals], asked: Sequence[Pair], scores: Sequence[float]) -> list[Signals]:
    """The signals of the sentences of one question, with what the reader finds of those with the highest scores."""
    if not signals:
        return []
    ranked = sorted(range(len(scores)), key=lambda number: -scores[number])[:MOST]
    likeliest = [number for number in ranked if scores[number] >= scores[ranked[0]] - NEAR]
    found = dict(zip(likeliest, reader().scores([asked[number] for number in likeliest]), strict=True))
    least = min(found.values())
    return [replace(one, read=found.get(number, least)) for number, one in enumerate(signals)]
