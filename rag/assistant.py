"""The stages joined: articles in, questions in, checked answers out."""

import os
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

from corpus.article import Article
from corpus.load import bundled, from_text, load_all
from rag import embed, extract, log, speech
from rag.apart import each
from rag.chunk import chunk
from rag.cite import compose
from rag.colloquial import in_plain_words
from rag.digest.summarize import digest
from rag.errors import QuestionError
from rag.followup.understand import Turn, understand
from rag.generate.answer import Brief
from rag.generate.model import load
from rag.generate.rewrite import rewrite
from rag.generate.writer import Writer, choose
from rag.index import open_or_build
from rag.language import check, detect
from rag.lists.listing import Listing
from rag.posed import posed
from rag.rerank import Reranker
from rag.retrieve import Hit, HybridRetriever, Searcher
from rag.settings import Settings
from rag.types import Answer, Language, Passage
from rag.vectors import Progress
from rag.where import Where, by_id, find, picked

# Set before LangChain is first imported by a chain: a trace is sent only where the user asked for it.
os.environ.setdefault("LANGSMITH_TRACING", "false")

Ranked = list[extract.Candidate]
REWRITING = 0.25  # share of the model's time that it may take to rewrite a follow-up


class Assistant:
    """Answers questions about one or more articles, by default the bundled one.

    The index is opened, or built where there is none, when the object is made; `progress` is told (texts embedded,
    texts in all) while it is built. Raises ArticleError, SettingsError, ModelError or IndexFolderError.
    """

    def __init__(
        self,
        articles: Sequence[Article] | None = None,
        settings: Settings | None = None,
        progress: Progress | None = None,
    ) -> None:
        self.articles = (bundled(),) if articles is None else tuple(articles)
        self._by_id = by_id(self.articles)
        self.settings = settings or Settings()
        log.configure(self.settings)
        started = perf_counter()
        self._model = load(self.settings) if self.settings.llm else None
        chunks = [part for article in self.articles for part in chunk(article)]
        embeddings = embed.from_settings(self.settings)
        self._index = open_or_build(chunks, embeddings, self.settings.index_dir, progress, self.settings.chroma_url)
        reranker = Reranker(self.settings.reranker, self.settings.offline) if self.settings.reranker else None
        self._searcher = Searcher(chunks, self._index, embeddings, reranker)
        self._listing = Listing(self.articles, chunks)
        self.retriever = HybridRetriever(searcher=self._searcher, k=self.settings.top_k)
        log.event("opened", articles=len(self.articles), chunks=self.chunks, total=round(perf_counter() - started, 4))

    @property
    def chunks(self) -> int:
        """How many chunks the articles were cut into."""
        return len(self._searcher.chunks)

    @classmethod
    def from_files(
        cls, paths: Iterable[str | Path], settings: Settings | None = None, progress: Progress | None = None
    ) -> "Assistant":
        """An assistant over the articles in these files; each is called by its file's name."""
        return cls(load_all([Path(path) for path in paths]), settings, progress)

    @classmethod
    def from_texts(
        cls, texts: Mapping[str, str], settings: Settings | None = None, progress: Progress | None = None
    ) -> "Assistant":
        """An assistant over texts, each called by its key."""
        return cls([from_text(name, text) for name, text in texts.items()], settings, progress)

    def close(self) -> None:
        """Let go of the index's files; they are let go of as well when the object is no longer used."""
        self._index.close()

    def article(self, article_id: str) -> Article:
        """The article with this id. Raises ArticleError where there is none."""
        return find(self._by_id, article_id)

    def search(self, question: str, k: int = 5, where: Where | None = None) -> list[Passage]:
        """The `k` passages nearest to the question, best first. Raises what `ask` does, or QuestionError if k < 1."""
        if k < 1:
            raise QuestionError(f"At least one passage can be asked for, not {k}.")
        return [hit.passage() for hit in self._searcher.search(check(question), k, picked(self._by_id, where))]

    def ask(self, question: str, history: Sequence[Turn] = (), where: Where | None = None) -> Answer:
        """Answer a question, by all articles or those that `where` picks.

        `history` is the conversation so far, as {"role": "user" or "assistant", "content": text}. Raises QuestionError
        where the question is empty, too long, or neither Chinese nor English, or `where` picks no article.
        """
        with log.asked(question, self.settings) as note:
            answer: Answer = self.chain.invoke({"question": question, "history": history, "where": where})
            note(answer)
        return answer

    def ask_many(self, questions: Iterable[str]) -> list[Answer]:
        """The answers to questions that have nothing to do with each other, in their order."""
        return [self.ask(question) for question in questions]

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[str | Answer]:
        """The text of the answer in pieces, then the finished Answer.

        With a language model the pieces come while it writes. They are a draft that the Answer may correct.
        """
        return log.followed(self._parts({"question": question, "history": history}), question, self.settings)

    def _parts(self, asked: Mapping[str, Any]) -> Generator[str | Answer, None, None]:
        if self._model:
            yield from self.chain.stream(asked)
            return
        answer = self.chain.invoke(asked)
        yield from answer.text.splitlines(keepends=True)
        yield answer

    @cached_property
    def chain(self) -> Any:
        """The pipeline as a LangChain Runnable: a question, or {"question", "history", "where"}, to an Answer.

        With a language model its `stream` and `astream` give the text in pieces first, as `Assistant.stream` does.
        """
        from langchain_core.runnables import RunnableLambda

        # RunnablePassthrough.assign would start a thread for each question.
        found = RunnableLambda(self._understand) | RunnableLambda(self._retrieve)
        if self._model is None:
            return found | RunnableLambda(lambda state: self._quote(state)[0])
        return found | RunnableLambda(self._brief) | Writer(self._model, self.settings, self._searcher)

    @cached_property
    def extractive(self) -> "Assistant":
        """This assistant without its language model, over the same index; itself where it has none."""
        if self._model is None:
            return self
        twin = copy(self)
        for derived in ("chain", "fingerprint"):
            vars(twin).pop(derived, None)
        twin._model, twin.settings = None, self.settings.model_copy(update={"llm": None, "llm_base_url": None})
        return twin

    def _understand(self, asked: str | Mapping[str, Any]) -> dict[str, Any]:
        given: Mapping[str, Any] = asked if isinstance(asked, Mapping) else {"question": asked}
        started = perf_counter()
        question, history = check(given.get("question")), given.get("history") or ()
        language, own = detect(question), self._searcher.in_own_words
        understood = self._rewritten(question, language, history) or understand(question, language, history)
        return {
            "question": question,
            "asked": own(in_plain_words(question, language), language),
            "history": history,
            "language": language,
            "picked": picked(self._by_id, given.get("where")),
            "understood": own(understood, language),
            "started": started,
            "understood_at": perf_counter(),
        }

    def _rewritten(self, question: str, language: Language, history: Sequence[Turn]) -> str | None:
        if self._model is None:
            return None
        return rewrite(self._model, question, language, history, REWRITING * self.settings.llm_timeout)

    def _retrieve(self, state: Mapping[str, Any]) -> dict[str, Any]:
        return {**state, "documents": self.retriever.invoke(state["understood"], articles=state["picked"])}

    def _brief(self, state: Mapping[str, Any]) -> Brief:
        """What a language model is to answer from, and the answer without it."""
        extractive, whole, hits = self._quote(state)
        return Brief(
            question=state["question"],
            understood=state["understood"],
            language=state["language"],
            history=state["history"],
            shown=choose(whole, hits, self._searcher),
            extractive=extractive,
            nearest=[hit.passage() for hit in hits],
        )

    def _quote(self, state: Mapping[str, Any]) -> tuple[Answer, Ranked, list[Hit]]:
        """The answer in the article's own words, the parts of a list or digest that it is, and the passages."""
        retrieved, among = perf_counter(), state["picked"]
        asked, understood, language = state["asked"], state["understood"], state["language"]
        hits = [self._searcher.hit(document) for document in state["documents"]]
        articles = [one for one in self.articles if among is None or one.id in among]
        ready = (
            digest(understood, language, articles, self._searcher)
            or each(understood, language, partial(self._ranked, language=language, among=among))
            or posed(understood, language, hits, self._searcher)
            or self._listing.named(asked, understood, language, hits, self._searcher.lexicon.rarity)
        )
        candidates = ready or extract.rank(asked, understood, language, hits, self._searcher)
        threshold, rarity = self._threshold(candidates, language), self._searcher.lexicon.rarity
        whole = ready or self._listing.select(asked, understood, language, candidates, threshold, rarity)
        seconds = {
            "understand": state["understood_at"] - state["started"],
            "retrieve": retrieved - state["understood_at"],
            "answer": perf_counter() - retrieved,
        }
        answer = compose(
            question=state["question"],
            understood=understood,
            language=language,
            candidates=candidates,
            chosen=whole or self._listing.in_full(speech.select(understood, language, candidates, threshold, hits)),
            lines=bool(whole),
            closest=[hit.passage() for hit in hits],
            threshold=threshold,
            seconds=seconds,
            fingerprint=self.fingerprint,
        )
        return answer, whole, hits

    def _ranked(self, question: str, may: extract.May, language: Language, among: Collection[str] | None) -> Ranked:
        question = self._searcher.in_own_words(question, language)
        hits = self._searcher.search(question, self.settings.top_k, among)
        ranked = extract.rank(question, question, language, hits, self._searcher, may)
        return ranked if ranked and ranked[0].probability >= self._threshold(ranked, language) else []

    def _threshold(self, candidates: Ranked, language: Language) -> float:
        chosen = self.settings.refusal_threshold
        return extract.usual_threshold(candidates, language) if chosen is None else chosen

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hex digits that change with the settings, the models, the calibration and the articles."""
        parts = (self.settings.fingerprint(), self._index.fingerprint, extract.fingerprint())
        return sha256(" ".join(parts).encode()).hexdigest()[:12]
