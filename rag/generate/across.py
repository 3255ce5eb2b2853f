"""A sentence and quotes in the other language: which words say the same, by meaning or by sound, alone or together."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from typing import Any

import numpy as np

from corpus.fold import fold
from rag.generate.aligned import Alignment, Words, is_negation, read
from rag.generate.names import Name, names_of
from rag.generate.opposites import OPPOSITES
from rag.generate.pairs import likeness_across
from rag.generate.sounds import abbreviates, is_spelling, sounds_like, spelled
from rag.language import HAN
from rag.lexical import content_words
from rag.meaning import is_word, vector, word_vectors
from rag.short.names import SOUNDS
from rag.types import OTHER, Language

_SPELLED = 4  # words whose spellings together make a name at most
_SOUNDS = frozenset(SOUNDS)
_AROUND = 5  # words of content around a word that are its surroundings
_PLACED = 0.6  # likeness from which a name is taken for one of the quotes
# Likeness from which a name of one word of the vocabulary, and the mean from which any other name, is said.
_NAME, _WHOLE = 0.8, 0.5
_OPENING = 0.1  # the same of a word that may only open a sentence; 4 in 100 of those are less like their translation
_TURNED = 0.1  # by how much cosines must favour the opposite of a word


@lru_cache(maxsize=512)
def pieces(text: str, names: tuple[str, ...] = ()) -> Words:
    """The words of a text, those that the vocabulary lacks cut into words that it has; the `names` stay whole."""
    return Words(tuple(part for token in read(text, names).tokens for part in _parts(token, names)))


def _parts(token: str, names: Sequence[str]) -> list[str]:
    whole = token in names or not HAN.match(token) or is_word(token) or is_negation(token)
    return [token] if whole else word_vectors().parts(token)


@dataclass(frozen=True)
class Across(Alignment):
    """An alignment of two languages; `names` are the words of names in Latin letters, and those told by sound."""

    @cached_property
    def alike(self) -> Any:
        """How much each word says the same as each of the quotes (0..1), (words, words of quotes)."""
        if not self.sentence.tokens or not self.quotes.tokens:
            return np.zeros((len(self.sentence.tokens), len(self.quotes.tokens)))
        found = likeness_across(self.sentence, self.quotes)
        figures = _figures(self.sentence)[:, None] & _figures(self.quotes)[None]
        comparable = self.sentence.content[:, None] & self.quotes.content[None] & ~figures
        found = np.where(comparable, found, 0.0)
        for a, b, c, d in self._spelled():
            found[a:b, c:d] = 1.0
        return np.where(self.sentence.stems[:, None] == self.quotes.stems[None], 1.0, found)

    def found(self, place: int) -> list[int]:
        """Where the quotes have the word that stands at a place of the sentence: as near as they have it at all."""
        row = self.alike[place]
        there: list[int] = np.flatnonzero(row >= max(_PLACED, row.max(initial=0.0) - 0.05)).tolist()
        return there

    def unnamed(self, names: Sequence[Sequence[Name]]) -> list[str]:
        """The words of names, each name given by its words, that the quotes say neither by meaning nor by sound."""
        return [word for whole in names for word in self._unsaid(whole)]

    def _unsaid(self, name: Sequence[Name]) -> list[str]:
        shares = [self._said(word) for word, _ in name]
        if len(name) > 1 and np.mean(shares) < _WHOLE:
            return [word for (word, _), share in zip(name, shares, strict=True) if share < _WHOLE]
        chinese = len(name) > 1 and all(is_spelling(word) for word, _ in name)
        needed = (1.0 if chinese else _needed(word, opens, len(name) > 1) for word, opens in name)
        return [word for (word, _), share, least in zip(name, shares, needed, strict=True) if share < least]

    def _said(self, name: str) -> float:
        """How much of a name the quotes say: the mean over its words."""
        own = set(pieces(name, _longest(self.names)).tokens).intersection(self.sentence.tokens)
        places = [place for place, token in enumerate(self.sentence.tokens) if token in own]
        return float(self.alike[places].max(1).mean()) if places and self.quotes.tokens else 0.0

    def _gain(self, a: int, b: int, there: dict[int, list[int]], flipped: bool) -> float:
        own = [max(self.around(one, place) for place in there[one]) for one in (a, b)]
        crossed = [max(self.around(one, place) for place in there[two]) for one, two in ((a, b), (b, a))]
        return sum(crossed) - sum(own)

    def _spelled(self) -> list[tuple[int, int, int, int]]:
        """Start and end in the sentence and in the quotes of names that sound the same."""
        one, other = _runs(self.sentence, self.names), _runs(self.quotes, self.names)
        return [(a, b, c, d) for (x, a, b), (y, c, d) in product(one, other) if self._sound_alike(x, y)]

    def _sound_alike(self, one: str, other: str) -> bool:
        if bool(HAN.match(one)) == bool(HAN.match(other)):
            return False
        chinese, latin = (one, other) if HAN.match(one) else (other, one)
        if (len(latin) > 3 and len(chinese) > 1 and spelled(chinese, latin)) or (
            len(chinese) < 4 and abbreviates(chinese, latin)
        ):
            return True
        foreign = len(chinese) > 1 and _SOUNDS.issuperset(chinese)
        heard = foreign or (chinese in self.names and not is_spelling(latin))
        return heard and not (is_word(chinese) and is_word(latin)) and sounds_like(chinese, latin)

    def reversals(self) -> list[str]:
        """Words of the sentence whose opposites the quotes say rather than them."""
        return [token for token in dict.fromkeys(self.sentence.tokens) if self.turned(token) > _TURNED]

    def opposed(self) -> float:
        """By how much a word's opposite is nearer to the quotes (cosine), at most."""
        return max([0.0, *map(self.turned, self.sentence.tokens)])

    def denials(self) -> tuple[list[str], float]:
        """Words that only one side negates, and 1 where the sentence has more negations than quotes, 0.5 where fewer.

        What a negation applies to stands elsewhere in another language: the words alone tell too little.
        """
        words, _ = super().denials()
        more = self.sentence.negations - self.quotes.negations
        return words, 1.0 if more > 0 else 0.5 if more < 0 else 0.0

    def turned(self, token: str) -> float:
        """By how much the quotes rather say the opposite of a word (cosines); -1 where it has none."""
        best = -1.0
        for one, other in _opposed(token):
            own, against = (self._nearest(side, token) for side in (one, other))
            best = max(best, against - own)
        return best

    def _nearest(self, words: frozenset[str], token: str) -> float:
        there = [w for w in self.quotes.tokens if bool(HAN.match(w)) != bool(HAN.match(token))]
        if words.intersection(there):
            return 1.0
        return float((_table(words) @ np.stack([vector(w) for w in there]).T).max()) if there and words else 0.0

    def around(self, place: int, other: int, flipped: bool = False) -> float:
        """How much of what stands around a word of the sentence, on either side, stands around one of the quotes."""
        mine, theirs = _near(self.sentence, place), _near(self.quotes, other)
        if not mine or not theirs:
            return 0.0
        own = self.alike[[p for p, _ in mine]][:, [p for p, _ in theirs]]
        return float((own * np.array([w for _, w in theirs])).max(1) @ np.array([w for _, w in mine]))

    def most_around(self, place: int) -> float:
        """What `around` comes to where all is as in the quotes."""
        return sum(share for _, share in _near(self.sentence, place))


def _needed(word: str, opens: bool, beside: bool) -> float:
    """How much of a word of a name must be said; one that `opens` a sentence or stands `beside` others may be none."""
    if HAN.search(word):
        return _NAME if is_word(word) else _WHOLE
    if not is_word(word):
        return 1.0
    if beside or (opens and not content_words(word)):
        return 0.0
    return _OPENING if opens else _NAME


@lru_cache(maxsize=64)
def across(sentence: str, quotes: str, language: Language) -> Across:
    """The alignment of a sentence in a language and quotes in the other."""
    sides = ((sentence, language), (quotes, OTHER[language]))
    found = {fold(part) for text, own in sides for name in names_of(text, own) for part in re.split("[·•・‧]", name)}
    chinese = _longest(name for name in found if HAN.match(name))
    latin = (token for name in found if not HAN.match(name) for token in read(name).tokens)
    one, other = (pieces(text, chinese) for text, _ in sides)
    return Across(one, other, frozenset(latin).union(chinese))


def _longest(names: Iterable[str]) -> tuple[str, ...]:
    """Names, longest first: which of them stands at a place must not hang on the order of a set."""
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _near(side: Words, place: int) -> list[tuple[int, float]]:
    """The words of content nearest to one, with what they count: the farther the less, and past a comma still less."""
    found = []
    for step in (-1, 1):
        at, count = place + step, 0
        while 0 <= at < len(side.tokens) and count < _AROUND:
            if side.content[at]:
                same = side.clauses[at] == side.clauses[place]
                found.append((at, (1.0 if same else 0.5) / (1 + 0.5 * count)))
                count += 1
            at += step
    return found


@lru_cache(maxsize=4096)
def _opposed(token: str) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The oppositions that a word is in: its side and the other one, both in the other language."""
    han = bool(HAN.match(token))
    sides = [pair for one, other in OPPOSITES for pair in ((one, other), (other, one)) if token in pair[0]]
    return [(_written_in(one, not han), _written_in(other, not han)) for one, other in sides]


def _written_in(words: frozenset[str], han: bool) -> frozenset[str]:
    return frozenset(word for word in words if bool(HAN.match(word)) == han)


@lru_cache(maxsize=256)
def _table(words: frozenset[str]) -> Any:
    return np.stack([vector(w) for w in sorted(words)])


def _runs(side: Words, names: frozenset[str]) -> list[tuple[str, int, int]]:
    """Latin words of names, alone and two together, and Chinese words, alone and some together; with start and end."""
    found = []
    for start, token in enumerate(side.tokens):
        han = bool(HAN.match(token))
        for end in range(start + 1, min(start + (_SPELLED if han else 3), len(side.tokens)) + 1):
            run = side.tokens[start:end]
            if not all(HAN.match(t) if han else t in names for t in run):
                break
            found.append(("".join(run), start, end))
    return found


def _figures(side: Words) -> Any:
    return np.array([token[0].isdigit() for token in side.tokens], bool)
