"""Questions that are offered: written or drawn from the text, and only those that the assistant answers well."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import chain, zip_longest
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from corpus.article import Article
from corpus.errors import RagError
from rag.log import aside
from rag.types import Answer, Language
from ui.drawn import Drawn, drawn
from ui.labels import Label
from ui.shelf import Answerer, Source

CONFIDENT = 0.6  # least confidence of an answer whose question is offered
OFFERED = 14
TRIED = 40


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question and where its answer stands."""

    text: str
    article_id: str
    start: int

    def to_dict(self) -> dict[str, Any]:
        """The suggestion as plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Known:
    """What was found for one source; only those who want it wait while it is looked for."""

    lock: Lock = field(default_factory=Lock)
    found: dict[Language, list[Suggestion]] = field(default_factory=dict)


class Suggestions:
    """The questions offered for each source, found once for each language.

    `examples` are written for the articles the page was started with, and are tried before those drawn by rule.
    """

    def __init__(self, examples: Sequence[Label]) -> None:
        self._examples = examples
        self._known: WeakKeyDictionary[Answerer, _Known] = WeakKeyDictionary()
        self._lock = Lock()

    def of(self, source: Source, language: Language) -> list[Suggestion]:
        """At most OFFERED questions, examples first."""
        with self._lock:
            known = self._known.setdefault(source.assistant, _Known())
        with known.lock:
            if language not in known.found:
                written = self._examples if source.folder is None else ()
                known.found[language] = find(source.assistant, language, written)
            return known.found[language]


def find(assistant: Answerer, language: Language, written: Sequence[Label]) -> list[Suggestion]:
    """Try TRIED questions at most and keep the first OFFERED that the assistant answers with confidence.

    One that is drawn from a sentence must be answered with that sentence. No language model is asked.
    """
    own = (Drawn(label.zh if language == "zh" else label.en) for label in written)
    found: dict[str, Suggestion] = {}
    for article, question, _ in zip(*_all(assistant.articles, language, own), range(TRIED), strict=False):
        suggestion = _tried(assistant, article, question)
        if suggestion:
            found.setdefault(suggestion.text, suggestion)
        if len(found) == OFFERED:
            break
    return list(found.values())


def _all(
    articles: Sequence[Article], language: Language, own: Iterator[Drawn]
) -> tuple[list[Article | None], list[Drawn]]:
    """The written questions, then those of the articles in turn."""
    by_article = ([(article, question) for question in drawn(article, language)] for article in articles)
    turns = chain.from_iterable(zip_longest(*by_article))
    pairs = [*((None, question) for question in own), *(pair for pair in turns if pair)]
    return [article for article, _ in pairs], [question for _, question in pairs]


def _tried(assistant: Answerer, article: Article | None, question: Drawn) -> Suggestion | None:
    try:
        with aside():
            answer = list(assistant.extractive.stream(question.text, history=[]))[-1]
    except RagError:
        return None
    if not isinstance(answer, Answer) or not answer.answered or answer.confidence < CONFIDENT:
        return None
    for citation in answer.citations:
        same = article is None or citation.article_id == article.id
        if same and (question.end == 0 or (citation.start < question.end and question.start < citation.end)):
            return Suggestion(question.text, citation.article_id, citation.start)
    return None
