"""Texts as the reader learns from them: their sentences, and which of them are most like a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np

from eval.dataset import LANGUAGES
from eval.pages import PARAGRAPH, Block, words_in
from rag.embed import from_settings
from rag.lexical import Lexicon
from rag.reader.learn import Sentence
from rag.reader.pair import Pair
from rag.settings import Settings
from rag.types import Language

WORDS = 0.6  # what the words of a question count beside the cosine, where the likeliest sentences are looked for


@dataclass(frozen=True)
class Text:
    """The sentences of an article, each with what stands before it: another, or else a heading if there is one."""

    sentences: Sequence[str]
    befores: Sequence[str]

    @cached_property
    def likeliest(self) -> Callable[[str], list[int]]:
        """Of a question the numbers of the sentences, those first that are most like it."""
        return cache(self._ranked)

    def _ranked(self, question: str) -> list[int]:
        words = self._lexicon.scores(question)
        most = max(words.values(), default=1.0)
        said = np.array([words.get(str(number), 0.0) / most for number in range(len(self.sentences))])
        cosines = self._vectors @ vector_of(question)
        return [int(number) for number in np.argsort(-(cosines + WORDS * said), kind="stable")]

    def candidate(self, question: str, number: int, answer: str = "") -> Sentence:
        """A sentence as a candidate, right where it is given the answer that stands in it."""
        text = self.sentences[number]
        place = text.find(answer) if answer else -1
        span = (place, place + len(answer)) if place >= 0 else None
        return Sentence(Pair(question, self.befores[number], text), bool(answer), span)

    @cached_property
    def _vectors(self) -> Any:
        return np.array(from_settings(Settings()).embed_documents(list(self.sentences)))

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon({str(number): text for number, text in enumerate(self.sentences)})


@cache
def vector_of(question: str) -> Any:
    """The embedding of a question, which is put to text in both languages, (dimension,)."""
    return np.array(from_settings(Settings()).embed_query(question))


def in_both(blocks: Sequence[Block]) -> dict[Language, Text]:
    """Headings and paragraphs of lines as a text in each language, whose sentences are the lines of paragraphs."""
    return {lang: text_of([(mark, [words_in(one, lang) for one in own]) for mark, own in blocks]) for lang in LANGUAGES}


def text_of(blocks: Sequence[tuple[str, Sequence[str]]]) -> Text:
    """Headings and paragraphs of sentences, after what marks them, as one text."""
    found: list[tuple[str, str]] = []
    heading = ""
    for mark, sentences in blocks:
        if mark == PARAGRAPH:
            found += zip((heading, *sentences), sentences, strict=False)
        else:
            heading = sentences[0]
    befores, texts = zip(*found, strict=True)
    return Text(texts, befores)
