"""What the page's script asks of the server: plain data, which the script shows as text and never as markup."""

import logging
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import ValidationError

from corpus.article import Article
from corpus.errors import RagError
from rag.types import Answer
from ui import labels
from ui.asked import MOST_TURNS
from ui.desk import Desk
from ui.feedback import Feedback, Rating
from ui.intake import MAX_BYTES, read_file, read_text
from ui.labels import Label
from ui.shelf import Shelf, ShelfError, Source
from ui.suggest import Suggestions

Event = dict[str, Any]


class Service:
    """One function for each thing that the page can ask for. `visitor` is the secret of a browser."""

    def __init__(self, desk: Desk, shelf: Shelf, feedback: Feedback, examples: Sequence[Label] = ()) -> None:
        self._desk = desk
        self._shelf = shelf
        self._feedback = feedback
        self._suggestions = Suggestions(examples)

    def shelf(self, visitor: str) -> Event:
        """The articles this visitor can ask, without their text."""
        sources = [_source(source) for source in self._shelf.listed(visitor)]
        return {"kind": "shelf", "sources": sources, "max_bytes": MAX_BYTES}

    def read(self, visitor: str, key: str) -> Event:
        """The whole text of a source's articles, block by block."""
        try:
            source = self._shelf.find(visitor, key)
        except RagError as error:
            return problem(error)
        return {"kind": "articles", "articles": [_blocks(article) for article in source.assistant.articles]}

    def ask(self, visitor: str, key: str, question: str, history: list[dict[str, str]]) -> Iterator[Event]:
        """The answer as far as it has come, again and again, and the finished answer last."""
        text = ""
        try:
            source = self._shelf.find(visitor, key)
            for part in self._desk.stream(source.assistant, question, _turns(history)):
                if isinstance(part, Answer):
                    yield {"kind": "answer", "answer": _answer(part, source.assistant.articles)}
                else:
                    text += part
                    yield {"kind": "draft", "text": text}
        except Exception as error:
            yield problem(error)

    def add(self, visitor: str, name: str, content: str, pasted: bool) -> Iterator[Event]:
        """Take an own article, a file's bytes in base64 or a pasted text: progress, then the new source."""
        try:
            article = (read_text if pasted else read_file)(name, content)
            for step in self._shelf.add(visitor, article):
                if isinstance(step, Source):
                    yield {"kind": "added", "source": _source(step)}
                else:
                    yield {"kind": "progress", "done": step[0], "total": step[1]}
        except Exception as error:
            yield problem(error)

    def remove(self, visitor: str, key: str) -> Event:
        """Forget an own article."""
        self._shelf.remove(visitor, key)
        return self.shelf(visitor)

    def suggest(self, visitor: str, key: str, language: str) -> Event:
        """Questions in a language that this source surely answers, each with the place it is drawn from."""
        try:
            source = self._shelf.find(visitor, key)
            found = self._suggestions.of(source, "zh" if language == "zh" else "en")
        except Exception as error:
            return problem(error)
        return {"kind": "suggestions", "questions": [suggestion.to_dict() for suggestion in found]}

    def rate(self, rating: dict[str, Any]) -> Event:
        """Keep a thumb and what it is about."""
        try:
            self._feedback.add(Rating.model_validate(rating))
        except (ValidationError, OSError) as error:
            return problem(error)
        return {"kind": "rated"}


def problem(error: Exception) -> Event:
    """An error in one line for each language of the page; of an unforeseen one the log has the rest."""
    if isinstance(error, ShelfError):
        label = error.label
    elif isinstance(error, RagError):
        label = Label(str(error), str(error))
    else:
        logging.getLogger(__name__).error("a request of the page failed", exc_info=error)
        label = labels.FAILED
    return {"kind": "problem", "zh": label.zh, "en": label.en}


def _turns(history: Sequence[dict[str, str]]) -> list[dict[str, str]]:
    return [{"role": str(turn["role"]), "content": str(turn["content"])} for turn in history[-MOST_TURNS:]]


def _source(source: Source) -> Event:
    articles = [{"id": article.id, "title": article.title} for article in source.assistant.articles]
    return {"key": source.key, "own": source.folder is not None, "articles": articles}


def _answer(answer: Answer, articles: Sequence[Article]) -> Event:
    """The answer as plain values, with the page of each place in an article that has pages."""
    by_id = {article.id: article for article in articles}
    plain = answer.to_dict()
    for place in (*plain["citations"], *plain["closest"]):
        place["page"] = by_id[place["article_id"]].page(place["start"])
    return plain


def _blocks(article: Article) -> Event:
    """An article's headings and paragraphs in reading order, each with its offset and its exact text."""
    headings: list[Event] = [
        {
            "level": section.level,
            "start": section.start,
            "text": article.text[section.start : section.end],
            "translation": article.heading_translations.get(section.number),
        }
        for section in article.sections
        if section.level
    ]
    paragraphs: list[Event] = [
        {
            "level": 0,
            "start": paragraph.start,
            "text": article.paragraph_text(paragraph.number),
            "translation": article.translations.get(paragraph.number),
            "number": paragraph.number,
            "page": article.page(paragraph.start),
        }
        for paragraph in article.paragraphs
    ]
    blocks = sorted([*headings, *paragraphs], key=lambda block: block["start"])
    return {"id": article.id, "title": article.title, "length": len(article.text), "blocks": blocks}
