"""A sentence and its quotes word by word: which words go together, and what stands around, before and against them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Any

import numpy as np

from corpus.fold import fold
from rag.generate.opposites import OPPOSITES
from rag.lexical import content_words
from rag.meaning import likeness, vector
from rag.short.names import words

SAME = 0.99  # likeness of one word written twice
PAIRED = 0.5  # likeness from which two words go together
_AROUND = 4  # words on each side of a word that are its surroundings
_SCOPE = 3  # words after a negation that it may negate
_TOKEN = re.compile(r"[a-z\u00c0-\u024f]+(?:['’][a-z]+)?|\d+(?:\.\d+)?|[\u3400-\u9fff]+|[，,。.；;：:！!？?、()（）]")
_POSSESSIVE = re.compile(r"(?<=[a-z])['’]s\b")
_CLAUSE_END = frozenset("，,。.；;：:！!？?")
_NOT = frozenset(
    """
    not no never cannot without neither nor none nobody nothing hardly unable failed fail fails refuse refused refuses
    lack lacks lacked 不 没 没有 未 无 非 不是 不会 不能 未能 并非 并未 并不 并没有 尚未 从未 从不 无法 不再 不得 不可
    绝不 毫无 不曾 没能 未曾 不准 不许 不必 不用 不愿 不想 不肯 不含 不属于 不需要 拒绝 缺乏 而不是 而非 不应 不该 不具
    """.split()
)
_NOT_ONLY = frozenset("only just 仅 只 仅仅 但 光".split())
_IN_ORDER = frozenset("respectively 分别 依次".split())
_LISTING = frozenset("、 , ， and or 和 与 及 以及 或 the".split())
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being) (?:\w+ly )?\w+(?:ed|en|wn|ght|de|ne|ld|id|nt)\b|[被由遭]|为.{1,12}所"
)


@dataclass(frozen=True)
class Words:
    """The words of a text in order, with punctuation as words that end clauses."""

    tokens: tuple[str, ...]

    @cached_property
    def vectors(self) -> Any:
        """Unit vectors of the words, (words, dimension)."""
        return np.stack([vector(token) for token in self.tokens]) if self.tokens else np.zeros((0, 1), np.float32)

    @cached_property
    def content(self) -> Any:
        """Which words carry content, bool (words,)."""
        return np.array([bool(_content(token)) for token in self.tokens], bool)

    @cached_property
    def stems(self) -> Any:
        """The words as they are matched, (words,)."""
        return np.array([_content(token) or token for token in self.tokens], dtype=object)

    @cached_property
    def clauses(self) -> Any:
        """The number of the clause of each word, (words,)."""
        return np.cumsum([token in _CLAUSE_END for token in self.tokens])

    @cached_property
    def beside(self) -> list[dict[int, list[int]]]:
        """For each word the next ones before (-1) and after (1) it, nearest first, punctuation left out."""
        said = [place for place, token in enumerate(self.tokens) if token[0].isalnum()]
        starts = np.searchsorted(said, np.arange(len(self.tokens)))
        ends = np.searchsorted(said, np.arange(len(self.tokens)), side="right")
        return [
            {-1: said[max(start - _AROUND, 0) : start][::-1], 1: said[end : end + _AROUND]}
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
        ]

    @cached_property
    def negated(self) -> Any:
        """Which words are in the scope of a negation, bool (words,)."""
        found = np.zeros(len(self.tokens), bool)
        for place, token in enumerate(self.tokens):
            if self._negates(place, token):
                left = [i for i in range(place + 1, len(self.tokens)) if self.clauses[i] == self.clauses[place]]
                found[[i for i in left if self.content[i]][:_SCOPE]] = True
        return found

    @cached_property
    def negations(self) -> int:
        """How many negations there are."""
        return sum(self._negates(place, token) for place, token in enumerate(self.tokens))

    def _negates(self, place: int, token: str) -> bool:
        after = self.tokens[place + 1] if place + 1 < len(self.tokens) else ""
        return is_negation(token) and after not in _NOT_ONLY


@lru_cache(maxsize=512)
def read(text: str, names: tuple[str, ...] = ()) -> Words:
    """The words of a text; one Chinese word stays one where it carries a negation of its own (没有).

    The `names`, longest first, are words wherever they stand: else what is beside one changes how it is cut.
    """
    found: list[str] = []
    for token in _TOKEN.findall(_POSSESSIVE.sub("", fold(text))):
        found += _cut(token, names) if "\u3400" <= token[0] <= "\u9fff" else [token]
    return Words(tuple(found))


def _cut(run: str, names: tuple[str, ...]) -> Iterator[str]:
    """The words of a run of Chinese characters.

    >>> list(_cut("副区长汪向阳", ("汪向阳",)))
    ['副区长', '汪向阳']
    """
    for part in filter(None, re.split(f"({'|'.join(names)})", run) if names else [run]):
        yield from [part] if part in names else (word for word, _, _ in words(part))


@dataclass(frozen=True)
class Alignment:
    """The words of a sentence beside those of its quotes.

    `names` are words that stand in both; one is never like another, however near the things that they name.
    """

    sentence: Words
    quotes: Words
    names: frozenset[str] = frozenset()
    _around: dict[tuple[int, int, bool], float] = field(default_factory=dict, compare=False)

    @cached_property
    def alike(self) -> Any:
        """How much each word of the sentence means the same as each of the quotes (0..1), (words, words of quotes)."""
        if not self.sentence.tokens or not self.quotes.tokens:
            return np.zeros((len(self.sentence.tokens), len(self.quotes.tokens)))
        near = likeness(self.sentence.vectors @ self.quotes.vectors.T)
        mine, theirs = (np.array([word in self.names for word in side.tokens]) for side in (self.sentence, self.quotes))
        comparable = self.sentence.content[:, None] & self.quotes.content[None] & ~(mine[:, None] & theirs[None])
        near = np.where(comparable, near, 0.0)
        return np.where(self.sentence.stems[:, None] == self.quotes.stems[None], 1.0, near)

    def said(self) -> Any:
        """How much (0..1) the quotes say each word of the sentence, (words,)."""
        return self.alike.max(1) if self.quotes.tokens else np.zeros(len(self.sentence.tokens))

    def denials(self) -> tuple[list[str], float]:
        """Words that only one side negates, and how many such there are, at least the negations that quotes lack."""
        paired = self.alike * self.sentence.content[:, None]
        found = []
        for place, row in enumerate(paired):
            if len(row) and row.max() >= PAIRED:
                there = self.quotes.negated[row >= max(PAIRED, row.max() - 0.05)]
                if bool(self.sentence.negated[place]) not in there:
                    found.append(self.sentence.tokens[place])
        return found, float(max(len(found), self.sentence.negations - self.quotes.negations))

    def reversals(self) -> list[str]:
        """Words that the sentence says more often than the quotes, and their opposite less often."""
        mine, theirs = (Counter(side.tokens) for side in (self.sentence, self.quotes))
        more, less = set(mine - theirs), set(theirs - mine)
        sides = [side for one, other in OPPOSITES for side in ((one, other), (other, one))]
        return sorted({word for one, other in sides if other & less and not one & less for word in one & more})

    def opposed(self) -> float:
        """How many words stand for their opposites."""
        return float(len(self.reversals()))

    def around(self, place: int, other: int, flipped: bool = False) -> float:
        """How much of what stands around a word of the sentence stands around one of the quotes, on the same side."""
        key = place, other, flipped
        if key not in self._around:
            sides = ((side, -side if flipped else side) for side in (-1, 1))
            pairs = ((self.sentence.beside[place][one], self.quotes.beside[other][two]) for one, two in sides)
            self._around[key] = sum(self._shared(mine, theirs) for mine, theirs in pairs if mine and theirs)
        return self._around[key]

    def _shared(self, mine: list[int], theirs: list[int]) -> float:
        """How much of some words the others say, the farther the less."""
        near = self.alike[mine][:, theirs].max(1)
        return float((near / (1 + np.arange(len(mine)))).sum())

    def most_around(self, place: int) -> float:
        """What `around` comes to where all is as in the quotes."""
        return sum(1 / (1 + n) for words_ in self.sentence.beside[place].values() for n in range(len(words_)))

    def found(self, place: int) -> list[int]:
        """Where the quotes have the word that stands at a place of the sentence."""
        there: list[int] = np.flatnonzero(self.alike[place] >= SAME).tolist()
        return there

    def exchange(self, entities: list[int]) -> tuple[float, tuple[int, int] | None]:
        """By how much the sentence would fit the quotes better were two of its entities exchanged, and which."""
        best: tuple[float, tuple[int, int] | None] = (0.0, None)
        there = {place: self.found(place) for place in entities}
        known = [place for place in entities if there[place]]
        flips = (False, True) if self._passive() else (False,)
        for number, a in enumerate(known):
            for b in known[number + 1 :]:
                if self.sentence.tokens[a] == self.sentence.tokens[b] or self._listed(a, b, entities):
                    continue
                gain = min(self._gain(a, b, there, flipped) for flipped in flips)
                best = max(best, (gain, (a, b)), key=lambda pair: pair[0])
        return best

    def _listed(self, a: int, b: int, entities: list[int]) -> bool:
        """Whether two entities are items of one list, whose order says nothing by itself."""
        between = self.sentence.tokens[a + 1 : b]
        names = {self.sentence.tokens[place] for place in entities}
        listed = all(token in _LISTING or (token in names and not token[0].isdigit()) for token in between)
        return listed and bool(between) and {between[0], between[-1]} <= _LISTING

    def in_order(self) -> bool:
        """Whether sentence and quotes both tell by the order of two lists what belongs to what (respectively, 分别)."""
        return not any(_IN_ORDER.isdisjoint(side.tokens) for side in (self.sentence, self.quotes))

    def swapped(self, entities: list[int]) -> tuple[int, int] | None:
        """Two items of one list that stand the other way round in the quotes, where those of another list do not."""
        placed = [(place, there[0]) for place in entities if len(there := self.found(place)) == 1]
        turned: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
        for (a, one), (b, other) in pairwise(placed):
            if not _LISTING.isdisjoint(self.sentence.tokens[a + 1 : b]) and self._digits(a) == self._digits(b):
                turned[one > other].append((a, b))
        return turned[True][0] if turned[True] and turned[False] else None

    def _digits(self, place: int) -> bool:
        return self.sentence.tokens[place][0].isdigit()

    def _gain(self, a: int, b: int, there: dict[int, list[int]], flipped: bool) -> float:
        own = [max(self.around(one, place, flipped) for place in there[one]) for one in (a, b)]
        crossed = [max(self.around(one, place, flipped) for place in there[two]) for one, two in ((a, b), (b, a))]
        return min(crossed[0] - own[0], crossed[1] - own[1]) + 0.5 * (sum(crossed) - sum(own))

    def _passive(self) -> bool:
        mine, theirs = (bool(_PASSIVE.search(" ".join(side.tokens))) for side in (self.sentence, self.quotes))
        return mine != theirs


def is_negation(token: str) -> bool:
    """Whether a word denies what follows it."""
    return token in _NOT or token.endswith(("n't", "n’t"))


@lru_cache(maxsize=65536)
def _content(token: str) -> str:
    return next(iter(content_words(token)), "") if token not in _NOT else ""
