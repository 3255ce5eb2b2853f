"""Questions of our own form: asked in Chinese, in English or in both, checked as they are read.

Evidence is kept as words rather than as offsets, so that a set stays right when the article's layout changes; it is
located in the articles when the set is read.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Annotated, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from corpus.article import Article
from eval.cases import Accepted, Case, Gold, Group, Place, QuestionSetError, Spot
from rag.types import Language

LANGUAGES: tuple[Language, ...] = get_args(Language)
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Alternatives = Annotated[tuple[Text, ...], Field(min_length=1)]


class Answers(BaseModel):
    """The accepted answers by language; every group must be matched by one of its alternatives."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    zh: tuple[Alternatives, ...] = ()
    en: tuple[Alternatives, ...] = ()


class Question(BaseModel):
    """One question, in one of the languages or both. With `evidence_any` one piece of the evidence is enough, else all
    are needed.

    An unanswerable one (a near miss that the article must refuse) has neither evidence nor answers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: Text
    type: Text
    section: str = ""
    zh: Text = ""
    en: Text = ""
    answerable: bool
    evidence: tuple[Text, ...] = ()
    evidence_any: bool = False
    answers: Answers = Answers()

    @model_validator(mode="after")
    def _gold_fits_answerable(self) -> "Question":
        if not self.languages():
            raise ValueError("a question must be asked in zh, in en, or in both.")
        gold: dict[str, Sequence[object]] = {"evidence": self.evidence}
        gold |= {f"answers.{language}": self.accepted(language) for language in self.languages()}
        for name, value in gold.items():
            if bool(value) != self.answerable:
                kind = "an answerable" if self.answerable else "an unanswerable"
                raise ValueError(f"{kind} question must {'have' if self.answerable else 'not have'} {name}.")
        return self

    def languages(self) -> list[Language]:
        """The languages that it is asked in."""
        return [language for language in LANGUAGES if self.asked_in(language)]

    def asked_in(self, language: Language) -> str:
        """The question's words in `language`; empty where it is not asked in it."""
        return self.zh if language == "zh" else self.en

    def accepted(self, language: Language) -> Accepted:
        """The groups of accepted answers in `language`."""
        return self.answers.zh if language == "zh" else self.answers.en

    def cases(self, gold: Gold) -> list[Case]:
        """The question in each of its languages."""
        return [
            Case(self.id, self.type, language, self.asked_in(language), self.answerable, self.accepted(language), gold)
            for language in self.languages()
        ]


def read_questions(lines: Iterable[tuple[str, str]]) -> list[Question]:
    """Questions of lines of JSON, each given with the place that a message names. Raises QuestionSetError."""
    questions: dict[str, Question] = {}
    for place, line in lines:
        try:
            question = Question.model_validate_json(line)
        except ValidationError as error:
            raise QuestionSetError(f"{place}: {fault(error)}") from None
        if question.id in questions:
            raise QuestionSetError(f"{place}: the id {question.id!r} is already used above; give each its own.")
        questions[question.id] = question
    return list(questions.values())


def locate_all(questions: Sequence[Question], articles: Sequence[Article], source: str) -> tuple[Group, list[str]]:
    """The questions with their gold, and a line on each that is left out because its evidence is in no article.

    Raises QuestionSetError where that is so of every answerable question.
    """
    cases: list[Case] = []
    faults: list[str] = []
    for question in questions:
        try:
            cases += question.cases(locate(question, articles))
        except ValueError as error:
            faults.append(f"{source}: {question.id} is left out: {error}")
    if faults and not any(case.answerable for case in cases):
        raise QuestionSetError(
            f"{source} seems to be for another article: none of its evidence is in {_names(articles)}; "
            "give the right one with --article."
        )
    return Group(tuple(articles), tuple(cases)), faults


def locate(question: Question, articles: Sequence[Article]) -> Gold:
    """Find every place of each piece of evidence, white space aside; ValueError where one is in no paragraph."""
    spans = tuple(tuple(chain(*(places(words, article) for article in articles))) for words in question.evidence)
    paragraphs = tuple(tuple(chain(*(spots(found, article) for article in articles))) for found in spans)
    for words, found in zip(question.evidence, paragraphs, strict=True):
        if not found:
            raise ValueError(
                f"no paragraph of {_names(articles)} holds the evidence {words!r}; copy its words exactly."
            )
    if question.evidence_any:
        return Gold((tuple(chain(*spans)),), (tuple(sorted(set(chain(*paragraphs)))),))
    return Gold(spans, tuple(dict.fromkeys(paragraphs)))


def places(words: str, article: Article) -> tuple[Place, ...]:
    """The extent of every occurrence of the words; one may run from a heading into its paragraph."""
    text, kept = _squeezed(article.text)
    needle = re.escape("".join(words.split()))
    found = re.finditer(needle, text) if needle else ()
    return tuple(Place(article.id, kept[match.start()], kept[match.end() - 1] + 1) for match in found)


@lru_cache(maxsize=8)
def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space, and the offset of each character that is left."""
    kept = [place for place, character in enumerate(text) if not character.isspace()]
    return "".join(text[place] for place in kept), kept


def spots(found: Iterable[Place], article: Article) -> tuple[Spot, ...]:
    """The paragraphs of the article that share a character with one of the places."""
    own = [place for place in found if place.article_id == article.id]
    return tuple(
        (article.id, part.number)
        for part in article.paragraphs
        if any(part.start < place.end and place.start < part.end for place in own)
    )


def fault(error: ValidationError) -> str:
    """One line on the first thing that is wrong, with the place where pydantic found it."""
    first = error.errors()[0]
    field = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".")
    message = first["msg"].removeprefix("Value error, ").rstrip(".")
    return f"{field}: {message}." if field else f"{message}."


def _names(articles: Sequence[Article]) -> str:
    named = [article.id for article in articles]
    return ", ".join(named) if len(named) < 4 else f"{len(named)} articles"
