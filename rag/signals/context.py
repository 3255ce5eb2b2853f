"""A sentence where it stands: what may be read with it, and what the question asks that it is not on."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rag.chunk import Chunk, Unit
from rag.implied import implied
from rag.language import is_in
from rag.retrieve import Hit, Searcher
from rag.short.asked import asked
from rag.short.owner import begins_with_other, lacks_role
from rag.signals.byline import AUTHORED, asks_author, asks_views, is_byline, may_be_of, named_in
from rag.signals.contrast import on_another_kind
from rag.signals.dateline import asks_when_issued, implied_year, is_dateline
from rag.signals.direction import is_reversed
from rag.signals.label import label_of
from rag.signals.member import parts_of
from rag.signals.named import Named, numbers_another, tokens_in
from rag.signals.subject import Subject
from rag.signals.unsaid import lacks_kin, lacks_needed, lacks_placed, names_other_title
from rag.types import Language

_VALUES = ("date", "number", "place")  # what is said of a whole and need not be so of its parts


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
    """Every sentence of the hits but labels of those after them, and those that have no say in what is asked."""
    views = asks_views(question, language)
    headings = [_over(hit.chunk, views) for hit in hits]
    passages = [f"{heading} {texts_of(hit.chunk.unit)}" for heading, hit in zip(headings, hits, strict=True)]
    asked_of = _Asked(question, language, hits, searcher)
    untitled = any(is_in(hit.chunk.unit.text, "zh") for hit in hits) and names_other_title(question, passages)
    for hit, heading, passage in zip(hits, headings, passages, strict=True):
        before, over = texts_of(hit.chunk.lead) if hit.chunk.lead else "", heading
        led, article = f"{before} {passage}", hit.chunk.unit.article_id
        unplaced, label = lacks_placed(question, led), label_of(hit.chunk.sentences)
        own_year = searcher.years.get(article, "")
        up_to = [tokens_in(text) for text in (searcher.openings.get(article, ""), heading, before)]
        for sentence in hit.chunk.sentences:
            said = texts_of(sentence)
            up_to.append(tokens_in(said))
            if sentence is label:
                over = f"{heading} {said}"
            elif not asked_of.has_no_say(said, f"{over} {before}"):
                means = AUTHORED if is_byline(sentence.text) and may_be_of(heading, question) else before
                other, rival, another = asked_of.compared(sentence, led, over, means, up_to)
                year = f" {own}年" if (own := implied_year(question, said, own_year)) else ""
                unsaid = untitled or (lacks_placed(question, led + year) if year else unplaced)
                yield Context(sentence, over + year, means, other, rival, another, unsaid, hits[0].score - hit.score)
            before = said


class _Asked:
    """A question, and what it names that other things are to be told from."""

    def __init__(self, question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> None:
        self._question, self._language = question, language
        self._named = Named(question, language, searcher.lexicon)
        self._subject = Subject(question, language, searcher.lexicon)
        wanted = asked(question, language)
        texts = (texts_of(one) for hit in hits for one in hit.chunk.sentences)
        self._parts = parts_of(question, list(texts) if wanted and wanted.kind in _VALUES else ())

    def has_no_say(self, said: str, above: str) -> bool:
        """Whether a text, below what stands `above`, only lists as a part what a value is asked of, or does not say
        whose the role is that is asked about.
        """
        return self._parts.are_only_listed(said, above) or lacks_role(self._question, said)

    def compared(
        self, sentence: Unit, led: str, over: str, before: str, up_to: Sequence[Collection[str]]
    ) -> tuple[bool, bool, bool]:
        """Whether a sentence is on another of the things that all is about, whether it names a rival of what is named,
        and whether it is on another thing, deed or event; `led` is its passage, `up_to` the words of what is read with
        it and its own.
        """
        question, said = self._question, texts_of(sentence)
        other = rival = absent = False
        if reads(sentence, self._language):
            read = sentence.read_in(self._language)
            other, rival = self._named.has_other(led, read), self._named.has_rival(led, read)
            absent = self._subject.is_other(read, up_to)
            absent |= self._language == "zh" and begins_with_other(question, read)
        rival |= absent or on_another_kind(question, said, f"{over} {before}")
        another = absent or _is_on_another(question, sentence, self._language)
        return other, rival, another or lacks_kin(question, f"{before} {said}")


def _is_on_another(question: str, sentence: Unit, language: Language) -> bool:
    """Whether a sentence is on another thing of a row, another deed or another event than a question."""
    said, read = texts_of(sentence), sentence.read_in(language)
    return numbers_another(question, said) or is_reversed(question, read, language) or lacks_needed(question, said)


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
