"""How much of what a question says a text says too: the same words, or words that mean the same in either language."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from corpus.fold import fold
from rag.lexical import content_terms
from rag.meaning import likeness, word_vectors
from rag.short.asked import asked
from rag.short.spans import LOWER_RANK, UNDER
from rag.types import Language

SURELY = 0.4  # likeness from which a word is taken to be another's translation
MEANT = 0.9  # what a word counts that only means the same
Rarity = Callable[[str, str], float]  # of a word as it is matched and as it is written
_NEAR = 6  # characters from what asks at which a word counts half in the focus
_LOWER = re.compile(LOWER_RANK)
_QUOTED = re.compile(r"[“《「『][^“”《》「」『』]+[”》」』]|\"[^\"]+\"")
# What asks where no short answer is wanted.
_ASKS: Mapping[Language, re.Pattern[str]] = {
    "zh": re.compile(r"哪一?[些几]?|(?<!为)什么样?|谁|多少|几[个项家种]?|怎么?样?|如何"),
    "en": re.compile(r"\b(?:what|which|who|whom|whose)(?: (?:is|are|was|were|does|do|did|(?:kind|type|sort)s? of))?\b"),
}


@dataclass(frozen=True, slots=True)
class _Read:
    """A text's words as they are matched, as they are written, and their vectors (words, dimension)."""

    tokens: tuple[str, ...]
    written: tuple[str, ...]
    folded: str
    vectors: Any


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of a question: as they are matched, their vectors (words, dimension), how rare each is in the
    articles (words,), and how near it stands to what asks (words,). `lower` is whether one puts a rank below another.
    """

    tokens: tuple[str, ...]
    vectors: Any
    rarity: Any
    focus: Any
    lower: bool
    _matched: dict[str, Any] = field(default_factory=dict)

    def matched(self, text: str) -> Any:
        """How much each word is said in `text` (0..1), float (words,)."""
        if text not in self._matched:
            self._matched[text] = self._match(text)
        return self._matched[text]

    def _match(self, text: str) -> Any:
        read = _read(text, inner=True)
        if not self.tokens or not read.tokens:
            return np.zeros(len(self.tokens))
        meant = (MEANT * likeness(self.vectors @ read.vectors.T).max(1)).tolist()
        said = [_said(token, read, near) for token, near in zip(self.tokens, meant, strict=True)]
        if not self.lower and _LOWER.search(read.folded):
            said = [0.0 if _is_under(word, read.folded) else one for word, one in zip(self.tokens, said, strict=True)]
        return np.array(said)

    def coverage(self, matched: Any, among: Any = True) -> float:
        """The share (0..1) of the words, or of those `among` them, (words,) or one for all, that is matched."""
        return _share(matched, np.broadcast_to(among, self.rarity.shape))

    def covered(self, text: str) -> float:
        """The share (0..1) of the words that `text` says; a word counts by the square of its rarity."""
        return _share(self.matched(text), self.rarity**2)

    def focused(self, matched: Any) -> float:
        """The share (0..1) that is matched of the words near to what asks; what is asked for is named there."""
        return _share(matched, self.rarity * self.focus)


def words_of(question: str, language: Language, rarity: Rarity) -> Words:
    """The words of a question, each as rare as `rarity` says of it."""
    read = _read(question)
    rarities = np.array([rarity(token, word) for token, word in zip(read.tokens, read.written, strict=True)])
    lower = _LOWER.search(read.folded) is not None
    return Words(read.tokens, read.vectors, rarities, _nearness(question, language, read.written), lower)


def glosses(question: str, text: str) -> list[str]:
    """The words of a question, as written, that a text in another language says in its own words.

    >>> glosses("How large is the area?", "规划总面积1200平方公里")
    ['area']
    """
    own, its = _read(question), _read(text, inner=True)
    if not own.tokens or not its.tokens:
        return []
    near = likeness(own.vectors @ its.vectors.T)
    best = [(word, its.written[int(row.argmax())], row.max()) for word, row in zip(own.written, near, strict=True)]
    return [word for word, other, share in best if share >= SURELY and word.isascii() != other.isascii()]


def _nearness(question: str, language: Language, words: Sequence[str]) -> Any:
    """How near (0..1) each word stands to what asks, float (words,); 1 for what is quoted, and for all where nothing
    asks.
    """
    wanted, folded = asked(question, language), fold(question)
    place = (wanted.start, wanted.end) if wanted else next((m.span() for m in _ASKS[language].finditer(folded)), None)
    if place is None:
        return np.ones(len(words))
    places = [(folded.rfind(word), len(word)) for word in words]
    away = [max(place[0] - at - length, at - place[1], 0) if at >= 0 else _NEAR for at, length in places]
    if language == "en":  # where the verb that goes with what asks ends the question
        away = [min(far, len(folded) - at - length) for far, (at, length) in zip(away, places, strict=True)]
    quoted = [any(a <= at < b for a, b in (q.span() for q in _QUOTED.finditer(folded))) for at, _ in places]
    return np.where(quoted, 1.0, 1 / (1 + np.array(away) / _NEAR))


def _said(token: str, read: _Read, meant: float) -> float:
    if token in read.tokens or (len(token) > 2 and _stands_in(token, read.folded)):
        return 1.0
    return 0.0 if token[0].isdigit() else meant


def _stands_in(token: str, folded: str) -> bool:
    """Whether a text says a word, an English one at its beginning: "notebook" says no book."""
    at = folded.find(token)
    while token.isascii() and at > 0 and folded[at - 1].isascii() and folded[at - 1].isalnum():
        at = folded.find(token, at + 1)
    return at >= 0


def _is_under(token: str, folded: str) -> bool:
    """Whether a text says a rank only with what puts another below it: of a director only the deputy."""
    places = [match.start() for match in re.finditer(re.escape(token), folded)]
    return bool(places) and all(UNDER.search(folded[max(at - 10, 0) : at]) for at in places)


def _share(matched: Any, weight: Any) -> float:
    return float((matched * weight).sum() / (weight.sum() or 1.0)) if len(weight) else 0.0


@lru_cache(maxsize=512)  # a text takes some 50 kB
def _read(text: str, inner: bool = False) -> _Read:
    terms = dict(content_terms(text, inner))
    return _Read(tuple(terms), tuple(terms.values()), fold(text), word_vectors().of(list(terms.values())))
