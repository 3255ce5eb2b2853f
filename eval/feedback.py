"""Thumbs of the page's visitors turned into a question set.

Of a thumb up the answer's words are taken as right: its short answer, its quotes and their translations; a refusal with
a thumb up is a question that the article does not answer. A thumb down says what is wrong and not what is right, so it
gives no question. Each question stands in the language in which it was asked.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from corpus.article import Article
from eval.cases import QuestionSetError
from eval.dataset import Answers, Question, locate
from rag.language import detect


def convert(source: Path, target: Path, articles: Sequence[Article]) -> tuple[int, int]:
    """Write the question set that a feedback file gives on these articles.

    The numbers are of questions, and of thumbs that gave none. Of several lines on one answer the last counts. Raises
    QuestionSetError, which names the file and the line.
    """
    thumbs = {str(thumb["id"]): thumb for thumb in _read(source)}
    questions = list(_questions(thumbs.values(), articles))
    if not questions:
        named = ", ".join(article.id for article in articles)
        raise QuestionSetError(f"{source} holds no thumb up on {named}; nothing was written.")
    lines = (question.model_dump_json(exclude_defaults=True) + "\n" for question in questions)
    try:
        target.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise QuestionSetError(f"{target} cannot be written ({error.strerror}); give another file.") from error
    return len(questions), len(thumbs) - len(questions)


def _questions(thumbs: Iterable[dict[str, Any]], articles: Sequence[Article]) -> Iterator[Question]:
    """The questions of the thumbs that give one, each question once."""
    seen: set[str] = set()
    for thumb in thumbs:
        question = _question(thumb, f"feedback-{len(seen) + 1:03}", articles)
        if question and thumb["understood"] not in seen:
            seen.add(thumb["understood"])
            yield question


def _question(thumb: dict[str, Any], name: str, articles: Sequence[Article]) -> Question | None:
    """The question of a thumb up whose evidence stands in the articles, else None."""
    cited, asked = thumb["citations"], thumb["understood"]
    if not thumb["good"] or not {citation["article_id"] for citation in cited} <= {article.id for article in articles}:
        return None
    language: str = detect(asked)
    short = [thumb["short"]["text"]] if thumb["short"] else []
    said = [words for citation in cited for words in (citation["quote"], citation["translation"]) if words]
    accepted = (tuple(dict.fromkeys([*short, *said])),) if cited else ()
    question = Question(
        id=name,
        type="feedback",
        section=cited[0]["section"] if cited else "",
        answerable=thumb["answered"],
        evidence=tuple(citation["quote"] for citation in cited),
        evidence_any=len(cited) > 1,
        answers=Answers(**{language: accepted}),
        **{language: asked},
    )
    try:
        locate(question, articles)
    except ValueError:
        return None
    return question


def _read(source: Path) -> Iterable[dict[str, Any]]:
    try:
        with source.open(encoding="utf-8") as file:
            lines = list(file)  # and not splitlines(): a text may hold other ends of lines
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionSetError(f"{source} cannot be read; give the feedback file that the page has written.") from error
    for number, line in enumerate(lines, start=1):
        try:
            thumb = json.loads(line)
            yield {name: thumb[name] for name in _FIELDS}
        except (ValueError, KeyError, TypeError) as error:
            raise QuestionSetError(f"{source}:{number}: this is no line of a feedback file; remove it.") from error


_FIELDS = ("id", "good", "understood", "answered", "short", "citations")
