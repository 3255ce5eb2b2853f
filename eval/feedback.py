"""Thumbs of the page's visitors turned into a question set.

Of a thumb up the answer's words are taken as right: its short answer, its quotes and their translations; a refusal with
a thumb up is a question that the article does not answer. A thumb down says what is wrong and not what is right, so it
gives no question. Each question stands in both fields as it was asked: put it into the other language by hand.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.article import Article
from eval.dataset import Answers, Question, QuestionSetError, locate


def convert(source: Path, target: Path, article: Article) -> tuple[int, int]:
    """Write the question set that a feedback file gives on `article`.

    The numbers are of questions, and of thumbs that gave none. Of several lines on one answer the last counts. Raises
    QuestionSetError, which names the file and the line.
    """
    thumbs = {str(thumb["id"]): thumb for thumb in _read(source)}
    questions = [question for question in _questions(thumbs.values(), article) if question]
    if not questions:
        raise QuestionSetError(f"{source} holds no thumb up on {article.title!r}; nothing was written.")
    lines = (question.model_dump_json(exclude_defaults=True) + "\n" for question in questions)
    try:
        target.write_text("".join(lines), encoding="utf-8")
    except OSError as error:
        raise QuestionSetError(f"{target} cannot be written ({error.strerror}); give another file.") from error
    return len(questions), len(thumbs) - len(questions)


def _questions(thumbs: Iterable[dict[str, Any]], article: Article) -> Iterable[Question | None]:
    seen: set[str] = set()
    for thumb in thumbs:
        question = _question(thumb, f"feedback-{len(seen) + 1:03}", article)
        if question and question.zh not in seen:
            seen.add(question.zh)
            yield question
        else:
            yield None


def _question(thumb: dict[str, Any], name: str, article: Article) -> Question | None:
    """The question of a thumb up whose evidence stands in the article, else None."""
    cited = thumb["citations"]
    if not thumb["good"] or any(citation["article_id"] != article.id for citation in cited):
        return None
    short = [thumb["short"]["text"]] if thumb["short"] else []
    said = [words for citation in cited for words in (citation["quote"], citation["translation"]) if words]
    accepted = (tuple(dict.fromkeys([*short, *said])),) if cited else ()
    question = Question(
        id=name,
        type="feedback",
        section=cited[0]["section"] if cited else "",
        zh=thumb["understood"],
        en=thumb["understood"],
        answerable=thumb["answered"],
        evidence=tuple(citation["quote"] for citation in cited),
        evidence_any=len(cited) > 1,
        answers=Answers(zh=accepted, en=accepted),
    )
    try:
        locate(question, article)
    except ValueError:
        return None
    return question


def _read(source: Path) -> Iterable[dict[str, Any]]:
    try:
        lines = source.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionSetError(f"{source} cannot be read; give the feedback file that the page has written.") from error
    for number, line in enumerate(lines, start=1):
        try:
            thumb = json.loads(line)
            yield {name: thumb[name] for name in _FIELDS}
        except (ValueError, KeyError, TypeError) as error:
            raise QuestionSetError(f"{source}:{number}: this is no line of a feedback file; remove it.") from error


_FIELDS = ("id", "good", "understood", "answered", "short", "citations")
