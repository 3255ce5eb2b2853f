"""What can be measured: the whole pipeline, and the same with a part of it left out (ablations)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

import numpy as np

from corpus.article import Article
from rag.assistant import Assistant
from rag.chunk import Unit
from rag.cite import compose
from rag.extract import Candidate
from rag.index import CHUNKS, SENTENCES
from rag.language import check, detect
from rag.lexical import Lexicon
from rag.settings import Settings
from rag.types import Answer, Passage
from rag.vectors import Progress

OURS, LEXICAL, DENSE, UNTRANSLATED = "ours", "lexical", "dense", "untranslated"
# The whole pipeline, one without the articles' translations, and the best sentence of one leg of the retrieval alone.
SYSTEMS = (OURS, UNTRANSLATED, LEXICAL, DENSE)


class BestSentence:
    """One leg of the retrieval alone: cites its best sentence, whatever it is, and refuses only where there is none."""

    def __init__(self, assistant: Assistant, leg: str) -> None:
        self._assistant, self._leg = assistant, leg
        self._searcher = assistant._searcher
        self._chunks = {name: chunk.unit for name, chunk in self._searcher.chunks.items()}
        self._sentences = {one.id: one for chunk in self._searcher.chunks.values() for one in chunk.sentences}

    def search(self, question: str, k: int) -> list[Passage]:
        """The `k` best chunks by this leg."""
        return [_passage(unit, score) for unit, score in self._best(CHUNKS, question, k)]

    def ask(self, question: str) -> Answer:
        """The best sentence; its score, which is no probability, does not stand in the answer."""
        language = detect(check(question))
        best = [Candidate(unit, 1.0) for unit, _ in self._best(SENTENCES, question, 1)]
        mark = f"{self._assistant.fingerprint} {self._leg}"
        return compose(question, question, language, best, best, False, (), threshold=1.0, seconds={}, fingerprint=mark)

    def close(self) -> None:
        """Let go of the index's files."""
        self._assistant.close()

    def _best(self, kind: str, question: str, k: int) -> list[tuple[Unit, float]]:
        units = self._chunks if kind == CHUNKS else self._sentences
        scores = self._by_words(kind, question) if self._leg == LEXICAL else self._by_meaning(kind, question)
        names = sorted(scores, key=lambda name: (-scores[name], units[name].article_id, units[name].start))
        return [(units[name], scores[name]) for name in names[:k]]

    def _by_words(self, kind: str, question: str) -> Mapping[str, float]:
        return (self._searcher.lexicon if kind == CHUNKS else self._lexicon).scores(question)

    def _by_meaning(self, kind: str, question: str) -> Mapping[str, float]:
        names, vectors = self._vectors[kind]
        return dict(zip(names, (vectors @ np.array(self._searcher.vector(question))).tolist(), strict=True))

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon({name: f"{one.text}\n{one.translation or ''}" for name, one in self._sentences.items()})

    @cached_property
    def _vectors(self) -> dict[str, tuple[list[str], Any]]:
        found = {CHUNKS: self._chunks, SENTENCES: self._sentences}
        stored = {kind: self._searcher.index.vectors(kind, units) for kind, units in found.items()}
        return {kind: (list(own), np.array(list(own.values()))) for kind, own in stored.items()}


def _passage(unit: Unit, score: float) -> Passage:
    return Passage(unit.article_id, unit.section, unit.paragraph, unit.start, unit.end, unit.text, score)


def build(
    name: str, articles: Sequence[Article], settings: Settings, progress: Progress | None = None
) -> Assistant | BestSentence:
    """The system that SYSTEMS calls `name`, over the articles."""
    if name == UNTRANSLATED:
        articles = [replace(article, translations={}, heading_translations={}) for article in articles]
    assistant = Assistant(articles, settings, progress)
    return BestSentence(assistant, name) if name in {LEXICAL, DENSE} else assistant
