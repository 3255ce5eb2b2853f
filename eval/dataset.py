"""Question sets: JSON Lines with each question in Chinese and English, checked as they are read.

Evidence is kept as words rather than as offsets, so that a set stays right when the article's layout changes; it is
located in the article when the set is read.
"""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import chain
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from corpus.article import Article
from corpus.errors import RagError
from rag.types import Language

Span = tuple[int, int]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Group = Annotated[tuple[Text, ...], Field(min_length=1)]


class QuestionSetError(RagError):
    """A question set cannot be read: the file is missing, a line breaks the format, or its evidence is not found."""


class Answers(BaseModel):
    """The accepted answers by language; every group must be matched by one of its alternatives."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    zh: tuple[Group, ...] = ()
    en: tuple[Group, ...] = ()


class Question(BaseModel):
    """One question in both languages. With `evidence_any` one piece of the evidence is enough, or else all are needed.

    An unanswerable one (a near miss that the article must refuse) has neither evidence nor answers.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    id: Text
    type: Text
    section: str
    zh: Text
    en: Text
    answerable: bool
    evidence: tuple[Text, ...] = ()
    evidence_any: bool = False
    answers: Answers = Answers()

    @model_validator(mode="after")
    def _gold_fits_answerable(self) -> "Question":
        gold = {"evidence": self.evidence, "answers.zh": self.answers.zh, "answers.en": self.answers.en}
        for name, value in gold.items():
            if bool(value) != self.answerable:
                kind = "an answerable" if self.answerable else "an unanswerable"
                raise ValueError(f"{kind} question must {'have' if self.answerable else 'not have'} {name}.")
        return self

    def asked_in(self, language: Language) -> str:
        """The question's words in `language`."""
        return self.zh if language == "zh" else self.en

    def accepted(self, language: Language) -> tuple[tuple[str, ...], ...]:
        """The groups of accepted answers in `language`."""
        return self.answers.zh if language == "zh" else self.answers.en


@dataclass(frozen=True, slots=True)
class Gold:
    """Where the evidence stands: groups of alternatives, each group needed.

    A group of `spans` holds every place of one piece of evidence, as offsets into the article's text; a group of
    `paragraphs` holds the numbers of the paragraphs there, each group once. With `evidence_any` there is one group.
    """

    spans: tuple[tuple[Span, ...], ...]
    paragraphs: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A question and the gold that its answer is measured against."""

    question: Question
    gold: Gold


def packaged_set() -> Traversable:
    """The question set on the bundled article, wherever the package is installed."""
    return files("eval") / "questions" / "shuangcheng.jsonl"


def load_sets(sources: Sequence[Traversable], article: Article) -> dict[str, list[Case]]:
    """The cases of each set by its file's name, of the packaged set where there are no `sources`."""
    sets: dict[str, list[Case]] = {}
    for source in sources or (packaged_set(),):
        name = source.name.removesuffix(".jsonl")
        if name in sets:
            raise QuestionSetError(f"Two question sets are called {source.name}; give each file its own name.")
        sets[name] = load_cases(source, article)
    return sets


def load_cases(source: Traversable, article: Article) -> list[Case]:
    """The questions of a set in the file's order, with their evidence located in `article`.

    Raises QuestionSetError, which names the file and the line.
    """
    cases: dict[str, Case] = {}
    for number, line in enumerate(_read(source).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            question = _new_question(line, cases)
            cases[question.id] = Case(question, locate(question, article))
        except ValueError as error:
            raise QuestionSetError(f"{source}:{number}: {_fault(error)}") from error
    if not cases:
        raise QuestionSetError(f"{source} holds no questions; write one JSON object a line.")
    return list(cases.values())


def _new_question(line: str, taken: Container[str]) -> Question:
    question = Question.model_validate_json(line)
    if question.id in taken:
        raise ValueError(f"the id {question.id!r} is already used above; give each question its own.")
    return question


def locate(question: Question, article: Article) -> Gold:
    """Find every place of each piece of evidence, white space aside; ValueError where one is in no paragraph."""
    spans = tuple(_places(words, article.text) for words in question.evidence)
    paragraphs = tuple(_paragraphs(places, article) for places in spans)
    for words, numbers in zip(question.evidence, paragraphs, strict=True):
        if not numbers:
            raise ValueError(f"no paragraph of {article.id} holds the evidence {words!r}; copy its words exactly.")
    if question.evidence_any:
        return Gold((tuple(chain(*spans)),), (tuple(sorted(set(chain(*paragraphs)))),))
    return Gold(spans, tuple(dict.fromkeys(paragraphs)))


def _places(words: str, text: str) -> tuple[Span, ...]:
    """The extent of every occurrence of the words; one may run from a heading into its paragraph."""
    kept = [i for i, character in enumerate(text) if not character.isspace()]
    needle = re.escape("".join(words.split()))
    found = re.finditer(needle, "".join(text.split()))
    return tuple((kept[match.start()], kept[match.end() - 1] + 1) for match in found)


def _paragraphs(places: Iterable[Span], article: Article) -> tuple[int, ...]:
    """The numbers of the paragraphs that share a character with one of the places."""
    return tuple(p.number for p in article.paragraphs if any(p.start < end and start < p.end for start, end in places))


def _read(source: Traversable) -> str:
    try:
        return source.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise QuestionSetError(f"There is no question set {source}; give the path of a .jsonl file.") from error
    except UnicodeDecodeError as error:
        raise QuestionSetError(f"{source} is not UTF-8 text; give a .jsonl file in UTF-8.") from error
    except OSError as error:
        raise QuestionSetError(f"{source} cannot be read ({error.strerror}); give a readable .jsonl file.") from error


def _fault(error: ValueError) -> str:
    """One line on the first thing that is wrong, with the field's name where pydantic found it."""
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return f"{field}: {first['msg']}." if field else first["msg"].removeprefix("Value error, ")
