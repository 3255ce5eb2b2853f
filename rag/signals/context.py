"""A sentence where it stands: what may be read with it, and what the question asks that it is not on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.chunk import Chunk, Unit
from rag.implied import implied
from rag.language import is_in
from rag.retrieve import Hit, Searcher
from rag.signals.byline import AUTHORED, asks_author, asks_views, is_byline, may_be_of, named_in
from rag.signals.contrast import on_another_kind
from rag.signals.dateline import asks_when_issued, implied_year, is_dateline
from rag.signals.direction import is_reversed
from rag.signals.label import label_of
from rag.signals.named import Named, numbers_another
from rag.signals.unsaid import lacks_life, lacks_placed, names_other_title
from rag.types import Language


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence where it stands: what may be read with it."""

    sentence: Unit
    heading: str
    before: str
    other: bool
    rival: bool
    another: bool
    unsaid: bool
    behind: float

    @property
    def text(self) -> str:
        """The sentence and its translation, with what they say without the words."""
        said = texts_of(self.sentence)
        return said + implied(said)


def reads(unit: Unit, language: Language) -> bool:
    """Whether the unit can be read in the language, as printed or in its translation."""
    return is_in(unit.text, language) or unit.translation is not None


def texts_of(unit: Unit) -> str:
    """The unit's text and its translation."""
    return " ".join(filter(None, (unit.text, unit.translation)))


def contexts_of(question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> Iterator[Context]:
    views, named = asks_views(question, language), Named(question, language, searcher.lexicon)
    headings = [_over(hit.chunk, views) for hit in hits]
    passages = [f"{heading} {texts_of(hit.chunk.unit)}" for heading, hit in zip(headings, hits, strict=True)]
    untitled = any(is_in(hit.chunk.unit.text, "zh") for hit in hits) and names_other_title(question, passages)
    for hit, heading, passage in zip(hits, headings, passages, strict=True):
        before, over = texts_of(hit.chunk.lead) if hit.chunk.lead else "", heading
        led = f"{before} {passage}"
        unplaced, label = lacks_placed(question, led), label_of(hit.chunk.sentences)
        own_year = searcher.years.get(hit.chunk.unit.article_id, "")
        for sentence in hit.chunk.sentences:
            if sentence is label:
                before = texts_of(sentence)
                over = f"{heading} {before}"
                continue
            means = AUTHORED if is_byline(sentence.text) and may_be_of(heading, question) else before
            other = rival = False
            if reads(sentence, language):
                read = sentence.read_in(language)
                other, rival = named.has_other(led, read), named.has_rival(led, read)
            rival |= on_another_kind(question, texts_of(sentence), f"{over} {means}")
            another = _is_on_another(question, sentence, language)
            year = f" {own}年" if (own := implied_year(question, texts_of(sentence), own_year)) else ""
            unsaid = untitled or (lacks_placed(question, led + year) if year else unplaced)
            yield Context(sentence, over + year, means, other, rival, another, unsaid, hits[0].score - hit.score)
            before = texts_of(sentence)


def _is_on_another(question: str, sentence: Unit, language: Language) -> bool:
    """Whether a sentence is on another thing of a row, another deed or another event than a question."""
    said, read = texts_of(sentence), sentence.read_in(language)
    return numbers_another(question, said) or is_reversed(question, read, language) or lacks_life(question, said)


def _over(chunk: Chunk, views: bool) -> str:
    """What stands over a chunk, and who wrote it if their views are asked for."""
    heading = (chunk.unit.section, chunk.heading_translation, chunk.above, chunk.bylines if views else "")
    return " ".join(filter(None, heading))


def may_answer(context: Context, question: str, language: Language, closes: bool) -> bool:
    """All may but a by-line, unless its author is asked for and not named, and the date under a text, unless its issue
    is asked about.
    """
    unit = context.sentence
    if closes and is_dateline(context.before, unit.text) and not asks_when_issued(question):
        return False
    if not is_byline(unit.text):
        return True
    return (
        context.before == AUTHORED
        and asks_author(question, language)
        and not named_in(question, unit.read_in(language))
    )
