"""Sentences that are on what is asked and do not say it.

They compete with the others, so that no sentence less on it is taken for the answer in their place, but never answer.
"""

from collections.abc import Mapping
from itertools import dropwhile

from rag.chunk import Chunk, Unit, reads, texts_of
from rag.retrieve import Searcher
from rag.signals.antecedent import Antecedent
from rag.signals.attribute import lacks_named
from rag.signals.contrast import is_in_another_country, is_nowhere, on_another_kind, on_another_rank
from rag.signals.direction import is_reversed
from rag.signals.measured import measures_another
from rag.signals.mention import goes_on, only_mentions
from rag.signals.needs import lacks_origin
from rag.signals.rows import is_on_others
from rag.signals.siblings import Siblings
from rag.signals.subject import holds_role_elsewhere
from rag.signals.unnamed import leaves_unnamed
from rag.types import Language


class Withheld:
    """What a question asks, and the sentences that are on that and withhold it."""

    def __init__(self, question: str, language: Language, searcher: Searcher) -> None:
        self._question, self._language, self._searcher = question, language, searcher
        self.antecedent = Antecedent(question, language, searcher)
        self._siblings: dict[str, tuple[Siblings, bool]] = {}

    def has(self, sentence: Unit, over: str, before: str, above: str, chunk: Chunk) -> bool:
        """Whether a sentence of a chunk withholds what is asked; `over` and `before` stand there, `above` is all that
        does so in its chunk.
        """
        around = f"{over} {before}"
        if self._lacks(texts_of(sentence)):
            return True
        if not reads(sentence, self._language):
            return self._is_on_sibling(sentence, around, above)
        read = sentence.read_in(self._language)
        return self._is_on_another(sentence, read, around, above) or self._leaves_open(sentence, read, chunk)

    def is_doubtful(self, sentence: Unit) -> bool:
        """Whether a sentence names, of several things that are told apart, only others than the one asked about."""
        return self._siblings_of(sentence.article_id)[0].are_all_others(texts_of(sentence))

    def _lacks(self, said: str) -> bool:
        """Whether a text says nothing of the name or the measure asked for, or is on another rank."""
        question = self._question
        return (
            lacks_origin(question, said)
            or on_another_rank(question, said)
            or lacks_named(question, said)
            or measures_another(question, said)
        )

    def _is_on_another(self, sentence: Unit, read: str, around: str, above: str) -> bool:
        """Whether it is on somebody else, on another of a row, or on what the other of two does to the one."""
        question, language = self._question, self._language
        return (
            is_reversed(question, read, language)
            or holds_role_elsewhere(question, read)
            or self.antecedent.is_of_other(sentence)
            or self._is_on_sibling(sentence, around, above)
        )

    def _leaves_open(self, sentence: Unit, read: str, chunk: Chunk) -> bool:
        """Whether it leaves unnamed what is to be named, or only says how many there are of the items asked for."""
        question, language = self._question, self._language
        if leaves_unnamed(question, read, language):
            return True
        return only_mentions(question, read, language) and not goes_on(
            _following(sentence, chunk, self._searcher.chunks)
        )

    def _is_on_sibling(self, sentence: Unit, around: str, above: str) -> bool:
        """Whether a sentence is on another of several things of a kind than the question."""
        question, said = self._question, texts_of(sentence)
        siblings, nowhere = self._siblings_of(sentence.article_id)
        opening = self._searcher.openings.get(sentence.article_id, "")
        return (
            nowhere
            or on_another_kind(question, said, around)
            or is_on_others(question, said, around, above, opening)
            or is_in_another_country(question, said)
            or siblings.has_other(sentence.read_in(self._language), around)
        )

    def _siblings_of(self, article: str) -> tuple[Siblings, bool]:
        """The things of a kind that an article tells apart, and whether the one asked about is nowhere in it."""
        if article not in self._siblings:
            opening, units = self._searcher.openings.get(article, ""), self._searcher.sentences(article)
            nowhere = is_nowhere(self._question, opening, [texts_of(unit) for unit in units])
            texts = [opening, *(unit.read_in(self._language) for unit in units)]
            self._siblings[article] = Siblings(self._question, self._language, texts), nowhere
        return self._siblings[article]


def _following(sentence: Unit, chunk: Chunk, chunks: Mapping[str, Chunk]) -> str:
    """The sentence behind one of a chunk, or else the next chunk; empty where there is none."""
    later = [one.text for one in chunk.sentences if one.start > sentence.start]
    behind = list(dropwhile(lambda one: one is not chunk, chunks.values()))[1:2]
    return next(iter(later), behind[0].unit.text if behind else "")
