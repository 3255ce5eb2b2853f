"""RGB: each question comes with passages that answer it and passages that do not (Chen et al., AAAI 2024).

Every question is asked twice: of passages of which a share is noise, and, to be refused, of noise alone.
See https://github.com/chen700564/RGB for the form.
"""

from collections.abc import Iterable
from math import ceil

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.article import Article
from eval.cases import Accepted, Case, Gold, Group, Place, QuestionSetError
from eval.dataset import fault, places, spots
from eval.squad import as_article
from rag.errors import QuestionError
from rag.language import check, detect

PASSAGES = 5  # as in the paper
Words = str | tuple[str, ...]


class _Line(BaseModel):
    """Of `answer` every part is needed, and of a part that is a list one of its words."""

    model_config = ConfigDict(frozen=True, coerce_numbers_to_str=True)

    id: str
    query: str
    answer: str | tuple[Words, ...]
    positive: tuple[Words, ...]
    negative: tuple[str, ...] = ()

    def accepted(self) -> Accepted:
        parts = (self.answer,) if isinstance(self.answer, str) else self.answer
        return tuple((part,) if isinstance(part, str) else part for part in parts)

    def right(self) -> list[str]:
        """The passages that answer; where an answer needs several facts, one of each comes first."""
        lists = [(one,) if isinstance(one, str) else one for one in self.positive]
        longest = max(map(len, lists), default=0)
        found = (own[place] for place in range(longest) for own in lists if place < len(own))
        return [passage for passage in found if passage.strip()]


def rgb_groups(lines: Iterable[tuple[str, str]], noise: float) -> tuple[list[Group], list[str]]:
    """An index for each question and each of its two sets of passages; and a line on each that cannot be asked.

    `noise` is the share (0 to below 1) of noise among the passages. Raises QuestionSetError.
    """
    groups: list[Group] = []
    faults: list[str] = []
    taken: set[str] = set()
    for place, text in lines:
        line = _parse(place, text)
        if line.id in taken:
            raise QuestionSetError(f"{place}: the id {line.id!r} is already used above; give each its own.")
        taken.add(line.id)
        try:
            groups += _groups(line, noise)
        except (QuestionError, ValueError) as error:
            faults.append(f"{place}: {line.id} is left out: {error}")
    return groups, faults


def _parse(place: str, text: str) -> _Line:
    try:
        return _Line.model_validate_json(text)
    except ValidationError as error:
        raise QuestionSetError(f"{place}: {fault(error)}") from None


def _groups(line: _Line, noise: float) -> list[Group]:
    language, negative = detect(check(line.query)), [passage for passage in line.negative if passage.strip()]
    right, wrong = mix(line.right(), negative, noise)
    if not right or not line.accepted() or not all(line.accepted()):
        raise ValueError("it has no answer or no passage that answers it.")
    article = as_article(f"passages of {line.id}", [*right, *wrong])
    answered = Case(
        line.id, "with noise", language, line.query, True, line.accepted(), _gold(line, article, len(right))
    )
    groups = [Group((article,), (answered,))]
    if negative:
        refused = Case(f"{line.id}-noise", "noise alone", language, line.query, False, (), Gold())
        groups.append(Group((as_article(f"noise of {line.id}", negative[:PASSAGES]),), (refused,)))
    return groups


def mix(right: list[str], wrong: list[str], noise: float) -> tuple[list[str], list[str]]:
    """The first of each kind, PASSAGES in all where there are so many; what one kind lacks, the other makes up.

    >>> mix(["a", "b"], ["x", "y", "z"], noise=0.4)
    (['a', 'b'], ['x', 'y', 'z'])
    """
    unwanted = min(ceil(PASSAGES * noise), len(wrong))
    wanted = min(PASSAGES - unwanted, len(right))
    return right[:wanted], wrong[: PASSAGES - wanted]


def _gold(line: _Line, article: Article, right: int) -> Gold:
    """The answer's words where they stand in a passage that answers, or else the whole of those passages."""
    parts = article.paragraphs[:right]
    end = parts[-1].end
    stand = (tuple(p for words in part for p in places(words, article) if p.end <= end) for part in line.accepted())
    found = tuple(group for group in stand if group)
    found = found or (tuple(Place(article.id, part.start, part.end) for part in parts),)
    return Gold(found, tuple(dict.fromkeys(spots(group, article) for group in found)))
