"""A sentence where it stands: what may be read with it, and what the question asks that it is not on."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from rag.chunk import Chunk, Unit, reads, texts_of
from rag.implied import implied
from rag.language import is_in
from rag.retrieve import Hit, Searcher
from rag.short.asked import asked
from rag.short.owner import begins_with_other, lacks_role
from rag.signals.byline import AUTHORED, asks_author, asks_views, is_byline, may_be_of, named_in
from rag.signals.dateline import asks_when_issued, implied_year, is_dateline
from rag.signals.direction import is_reversed
from rag.signals.label import label_of
from rag.signals.member import parts_of
from rag.signals.named import Named, tokens_in
from rag.signals.needs import lacks_kin, lacks_life, lacks_stage, may_lack
from rag.signals.subject import Subject
from rag.signals.unnamed import names_none
from rag.signals.unsaid import lacks_placed, names_other_title
from rag.signals.withheld import Withheld
from rag.types import Language

_VALUES = ("date", "number", "place")  # what is said of a whole and need not be so of its parts


@dataclass(frozen=True, slots=True)
class Context:
    """A sentence where it stands: what may be read with it.

    `doubts` counts in how many ways it seems not to say what is asked. One with `no_say` says nothing on that, one that
    is `withheld` is on it and does not say it.
    """

    sentence: Unit
    heading: str
    before: str
    other: bool
    rival: bool
    another: bool
    unsaid: bool
    doubts: int
    no_say: bool
    withheld: bool
    behind: float

    @property
    def text(self) -> str:
        """The sentence and its translation, with what they say without the words."""
        said = texts_of(self.sentence)
        return said + implied(said)


def contexts_of(question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> Iterator[Context]:
    """Every sentence of the hits but labels and heads of what is below."""
    views = asks_views(question, language)
    headings = [_over(hit.chunk, views) for hit in hits]
    passages = [f"{heading} {texts_of(hit.chunk.unit)}" for heading, hit in zip(headings, hits, strict=True)]
    asked_of, withheld = _Asked(question, language, hits, searcher), Withheld(question, language, searcher)
    untitled = any(is_in(hit.chunk.unit.text, "zh") for hit in hits) and names_other_title(question, passages)
    for hit, heading, passage in zip(hits, headings, passages, strict=True):
        before, over = texts_of(hit.chunk.lead) if hit.chunk.lead else "", heading
        led, article = f"{before} {passage}", hit.chunk.unit.article_id
        unplaced, label = lacks_placed(question, led), label_of(hit.chunk.sentences)
        heads = {sentence.head for sentence in hit.chunk.sentences}
        own_year = searcher.years.get(article, "")
        up_to = [tokens_in(text) for text in (searcher.openings.get(article, ""), heading, before)]
        earlier = f"{heading} {before}"
        for sentence in hit.chunk.sentences:
            said = texts_of(sentence)
            before = texts_of(sentence.head) if sentence.head else before
            up_to.append(tokens_in(said))
            if sentence is label:
                over = f"{heading} {said}"
            elif sentence not in heads:
                means = AUTHORED if is_byline(sentence.text) and may_be_of(heading, question) else before
                other, rival, another = asked_of.compared(sentence, led, over, means, up_to)
                year = f" {own}年" if (own := implied_year(question, said, own_year)) else ""
                unsaid = untitled or (lacks_placed(question, led + year) if year else unplaced)
                whom = f" {name}" if (name := withheld.antecedent.name_in(sentence)) else ""
                yield Context(
                    sentence=sentence,
                    heading=over + year + whom,
                    before=means,
                    other=other,
                    rival=rival,
                    another=another,
                    unsaid=unsaid,
                    doubts=asked_of.may_leave_open(sentence, over) + withheld.is_doubtful(sentence),
                    no_say=asked_of.has_no_say(f"{before} {said}" if sentence.head else said, over, before),
                    withheld=withheld.has(sentence, over, before, earlier, hit.chunk),
                    behind=hits[0].score - hit.score,
                )
            before, earlier = said, f"{earlier} {said}"


class _Asked:
    """A question, and what it names that other things are to be told from."""

    def __init__(self, question: str, language: Language, hits: Sequence[Hit], searcher: Searcher) -> None:
        self._question, self._language = question, language
        self._named = Named(question, language, searcher.lexicon)
        self._subject = Subject(question, language, searcher.lexicon)
        self._parts = parts_of(question, _values_in(question, language, hits))

    def has_no_say(self, said: str, over: str, before: str) -> bool:
        """Whether a text, below what stands `over` and `before` it, says nothing of what is asked of a life or of whose
        a role is, or only lists as a part what a value is asked of.
        """
        question = self._question
        if lacks_stage(question, said) or lacks_kin(question, f"{before} {said}") or lacks_role(question, said):
            return True
        return self._parts.are_only_listed(said, f"{over} {before}")

    def may_leave_open(self, sentence: Unit, over: str) -> bool:
        """Whether a sentence below what stands `over` it has none of the usual words for what is asked, or no name."""
        question, read = self._question, sentence.read_in(self._language)
        return may_lack(question, f"{over} {texts_of(sentence)}") or names_none(question, read, self._language)

    def compared(
        self, sentence: Unit, led: str, over: str, before: str, up_to: Sequence[Collection[str]]
    ) -> tuple[bool, bool, bool]:
        """Whether a sentence is on another of the things that all is about, whether it names a rival of what is named,
        and whether it is on another thing, deed or event; `led` is its passage, `up_to` the words of what is read with
        it and its own.
        """
        other = rival = absent = False
        if reads(sentence, self._language):
            read = sentence.read_in(self._language)
            other, rival = self._named.has_other(led, read), self._named.has_rival(led, read)
            absent = self._subject.is_other(read, up_to)
            absent |= self._language == "zh" and begins_with_other(self._question, read)
        rival |= absent
        another = absent or self._is_on_another(sentence)
        return other, rival, another

    def _is_on_another(self, sentence: Unit) -> bool:
        """Whether a sentence has a deed the other way round, or says nothing of what is asked of a life or of all the
        world.
        """
        read = sentence.read_in(self._language)
        return lacks_life(self._question, texts_of(sentence)) or is_reversed(self._question, read, self._language)


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


def _values_in(question: str, language: Language, hits: Sequence[Hit]) -> list[str]:
    """The sentences of the hits where a question asks for a value of something; else none."""
    wanted = asked(question, language)
    if wanted is None or wanted.kind not in _VALUES:
        return []
    return [texts_of(one) for hit in hits for one in hit.chunk.sentences]
