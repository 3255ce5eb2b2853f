"""The passages for a question: dense and lexical search, their scores standardised and averaged."""

import heapq
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from statistics import fmean, pstdev
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from rag.chunk import Chunk, Unit
from rag.embed import FingerprintedEmbeddings
from rag.folders import WORDS
from rag.fullname import FullNames
from rag.implied import implied
from rag.index import CHUNKS, VectorIndex
from rag.language import is_in
from rag.lead import goes_on
from rag.lexical import Lexicon
from rag.rerank import Reranker
from rag.signals.dateline import own_year
from rag.synonyms import OwnWords
from rag.topic import query_of
from rag.types import Language, Passage

POOL = 60  # candidates that each leg may bring
RERANKED = 24  # hits that a cross-encoder reads; it runs once for each
# Where the articles have the question's words, words tell paragraphs about the same few things apart better than
# vectors do. Where they have not, words are matched by meaning only, and vectors are to be trusted more.
KNOWN_WEIGHTS, UNKNOWN_WEIGHTS = (0.5, 1.0), (1.0, 0.5)


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved chunk and its fused score."""

    chunk: Chunk
    score: float

    def passage(self) -> Passage:
        """The hit as it is shown."""
        unit = self.chunk.unit
        return Passage(unit.article_id, unit.section, unit.paragraph, unit.start, unit.end, unit.text, self.score)


class Searcher:
    """Hybrid search over the chunks of one index."""

    def __init__(
        self,
        chunks: Sequence[Chunk],
        index: VectorIndex,
        embeddings: FingerprintedEmbeddings,
        reranker: Reranker | None = None,
    ) -> None:
        self.chunks = {chunk.unit.id: chunk for chunk in chunks}
        last = {chunk.unit.article_id: chunk for chunk in chunks if chunk.sentences}
        self.closing = frozenset(chunk.sentences[-1].id for chunk in last.values())  # the last sentence of each article
        first = {chunk.unit.article_id: chunk for chunk in reversed(chunks) if chunk.sentences}
        self._sentences: dict[str, list[Unit]] = {}
        for chunk in chunks:
            self._sentences.setdefault(chunk.unit.article_id, []).extend(chunk.sentences)
        self.openings = {
            name: f"{chunk.unit.section} {chunk.sentences[0].text} {chunk.sentences[0].translation or ''}"
            for name, chunk in first.items()
        }
        self.years = {name: own_year(opening) for name, opening in self.openings.items()}  # that each article is on
        self.index = index
        texts = {name: searchable(chunk) for name, chunk in self.chunks.items()}
        self.lexicon = Lexicon(texts, index.folder / WORDS, index.folder.parent.glob(f"*/{WORDS}"))
        self.names, self.words = FullNames(texts.values(), self.lexicon), OwnWords(texts.values(), self.lexicon)
        # Questions and, with each, the words that all is about: of those there are few, so they stay.
        self.vector = lru_cache(maxsize=512)(embeddings.embed_query)
        self.query = lru_cache(maxsize=64)(partial(query_of, lexicon=self.lexicon, vector=self.vector))
        self._reranker = reranker

    def in_own_words(self, question: str, language: Language) -> str:
        """The question with the articles' own words for what it calls otherwise, and their names in full."""
        return self.names.in_full(self.words.reword(question), language)

    def sentences(self, article_id: str) -> Sequence[Unit]:
        """The sentences of an article in reading order."""
        return self._sentences.get(article_id, ())

    def search(self, question: str, k: int, articles: Collection[str] | None = None) -> list[Hit]:
        """The `k` best chunks, of these articles or of all, best first, ties by article and place."""
        query = self.query(question)
        lexical = self.lexicon.scores(question)
        if articles is not None:
            lexical = {name: score for name, score in lexical.items() if self.chunks[name].unit.article_id in articles}
        most = max(POOL, k)
        pool = set(self.index.nearest(query.vector, most, articles))
        pool |= set(heapq.nsmallest(most, lexical, key=lambda name: (-lexical[name], name)))
        dense = self.index.similarities(CHUNKS, query, sorted(pool))
        dense_weight, lexical_weight = weights(self.lexicon.known(question))
        fused = fuse([(dense_weight, dense), (lexical_weight, {name: lexical.get(name, 0.0) for name in pool})])
        hits = sorted((Hit(self.chunks[name], score) for name, score in fused.items()), key=_order)
        return self._rerank(question, hits[: max(RERANKED, k)], self._reranker)[:k] if self._reranker else hits[:k]

    def _rerank(self, question: str, hits: Sequence[Hit], reranker: Reranker) -> list[Hit]:
        """The hits in the cross-encoder's order; its scores are put on the scale that the calibration knows."""
        language: Language = "zh" if is_in(question, "zh") else "en"
        scores = reranker.scores(question, [hit.chunk.unit.read_in(language) for hit in hits])
        standard = _standardise(dict(zip((hit.chunk.unit.id for hit in hits), scores, strict=True)))
        fused = [hit.score for hit in hits]
        again = [Hit(hit.chunk, fmean(fused) + pstdev(fused) * standard[hit.chunk.unit.id]) for hit in hits]
        return sorted(again, key=_order)

    def hit(self, document: Document) -> Hit:
        """The hit that a document of HybridRetriever was made of."""
        return Hit(self.chunks[str(document.id)], document.metadata["score"])


def _order(hit: Hit) -> tuple[float, str, int]:
    return -hit.score, hit.chunk.unit.article_id, hit.chunk.unit.start


def weights(known: float) -> tuple[float, float]:
    """The weights of the dense and the lexical leg where the articles know this share (0..1) of the question's words.

    >>> weights(1.0)
    (0.5, 1.0)
    """
    pairs = zip(KNOWN_WEIGHTS, UNKNOWN_WEIGHTS, strict=True)
    dense, lexical = (known * ours + (1 - known) * theirs for ours, theirs in pairs)
    return dense, lexical


def searchable(chunk: Chunk) -> str:
    """What the lexical leg reads of a chunk: its heading, its text, what that goes on with and implies, and the
    translations.
    """
    unit = chunk.unit
    units = (chunk.lead, unit) if chunk.lead and goes_on(unit.text) else (unit,)
    read = (text for one in units for text in (one.text, one.translation))
    return "\n".join(
        filter(None, (unit.section, chunk.heading_translation, chunk.above, chunk.bylines, *read, implied(unit.text)))
    )


def fuse(legs: Sequence[tuple[float, Mapping[str, float]]]) -> dict[str, float]:
    """The weighted sum over the legs of each name's standard score, its distance from the mean in standard deviations.

    Scores keep how far ahead the best one is, which ranks throw away. All legs score the same names.

    >>> fuse([(0.5, {"a": 1.0, "b": 0.0}), (1.0, {"a": 0.0, "b": 0.0})])
    {'a': 0.5, 'b': -0.5}
    """
    standard = [(weight, _standardise(scores)) for weight, scores in legs]
    return {name: sum(weight * leg[name] for weight, leg in standard) for name in (legs[0][1] if legs else ())}


def _standardise(scores: Mapping[str, float]) -> dict[str, float]:
    if not scores:
        return {}
    mean, spread = fmean(scores.values()), pstdev(scores.values())
    return {name: (score - mean) / spread if spread else 0.0 for name, score in scores.items()}


class HybridRetriever(BaseRetriever):
    """The same search as a LangChain retriever: documents whose metadata say where in which article they stand."""

    searcher: Any
    k: int = 8

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        k: int | None = None,
        articles: Collection[str] | None = None,
    ) -> list[Document]:
        return [_document(hit) for hit in self.searcher.search(query, self.k if k is None else k, articles)]


def _document(hit: Hit) -> Document:
    unit = hit.chunk.unit
    place = {"article_id": unit.article_id, "section": unit.section, "paragraph": unit.paragraph}
    measured = {"start": unit.start, "end": unit.end, "score": hit.score}
    return Document(id=unit.id, page_content=unit.text, metadata=place | measured)
