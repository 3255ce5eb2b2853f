"""What is asked and where its answer stands: the records that every format of question set is read into."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from corpus.article import Article
from corpus.errors import RagError
from rag.types import Language

Spot = tuple[str, int]  # the id of an article and the number of a paragraph of it
Accepted = tuple[tuple[str, ...], ...]


class QuestionSetError(RagError):
    """A question set cannot be read: the file is missing, or something in it breaks its format."""


class Place(NamedTuple):
    """A stretch of an article, in characters of its text, the end exclusive."""

    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gold:
    """Where the evidence stands: groups of alternatives, each group needed.

    A group of `spans` holds every place of one piece of evidence; a group of `paragraphs` the paragraphs there.
    """

    spans: tuple[tuple[Place, ...], ...] = ()
    paragraphs: tuple[tuple[Spot, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One question in one language, and the gold that its answer is measured against.

    Of every group of `accepted` one answer is enough. An unanswerable question has neither answers nor gold.
    """

    id: str
    type: str
    language: Language
    question: str
    answerable: bool
    accepted: Accepted
    gold: Gold


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are asked of the same articles, which one index holds."""

    articles: tuple[Article, ...]
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A question set as it was read. `faults` name the questions that were left out, and why, a line each."""

    name: str
    groups: tuple[Group, ...]
    faults: tuple[str, ...]

    def cases(self) -> Iterator[Case]:
        """All questions, in the order of the file."""
        return (case for group in self.groups for case in group.cases)
