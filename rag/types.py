"""The records that leave the pipeline. They are frozen, and the same through every door.

All offsets count characters (Unicode code points) of the cited article's `text`, start inclusive, end exclusive.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Language = Literal["zh", "en"]
OTHER: Mapping[Language, Language] = {"zh": "en", "en": "zh"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A retrieved stretch of an article. `score` orders passages of one search; it has no unit."""

    article_id: str
    section: str
    paragraph: int
    start: int
    end: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words that support a claim: `article.text[start:end] == quote`, always.

    `number` is the mark it answers to in the answer's text, `paragraph` counts from 1, `translation` gives the quote in
    the language of the question where the article has a translation, `score` is in 0..1.
    """

    number: int
    article_id: str
    section: str
    paragraph: int
    start: int
    end: int
    quote: str
    translation: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Short:
    """The date, number, name or place that was asked for; `article.text[start:end]` is where it stands.

    `text` is in the language of the question, and so may differ from those characters.
    """

    text: str
    article_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question. Where `answered` is false there are no citations and `closest` holds what lay nearest.

    `understood` is the question with the subject that a follow-up carries over, `confidence` the probability (0..1)
    that the article answers it, `seconds` the wall time of each stage, `fingerprint` the settings, the models and the
    index. `note` is the line that says why a configured language model's answer is not shown, None where there is
    nothing to say.
    """

    question: str
    language: Language
    text: str
    answered: bool
    short: Short | None
    understood: str
    confidence: float
    citations: tuple[Citation, ...]
    closest: tuple[Passage, ...]
    mode: Literal["extractive", "generative"]
    model: str | None
    seconds: Mapping[str, float] = field(compare=False)
    fingerprint: str
    note: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain values for JSON, fields in the order above."""
        return asdict(self)
