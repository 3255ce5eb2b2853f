"""Words of the articles by what they mean: those that are nearest to a word that no article has."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import Any

import numpy as np

from rag.meaning import likeness, word_vectors

_BLOCK = 4096  # words that are read at once; it bounds the memory that takes


class Thesaurus:
    """Words, in their order, each as the tokens of the bundled model that its vector is the sum of.

    `starts` (words + 1,) says where the `pieces` of each begin, `norms` (words,) how long each sum is. All is the same
    for the same words, whichever were known before.
    """

    def __init__(self, words: list[str], starts: Any, pieces: Any, norms: Any) -> None:
        self.words, self.starts, self.pieces, self.norms = words, starts, pieces, norms

    def nearest(self, word: str) -> list[tuple[float, str]]:
        """The words whose meaning has something of that of `word`, by likeness (0..1), best first, ties in order."""
        if not self.words:
            return []
        table, places = self._table
        products = table @ word_vectors().of([word])[0]
        near = likeness(np.add.reduceat(products[places], self.starts[:-1]) / self.norms)
        alike = np.flatnonzero(near > 0)
        return [(float(near[i]), self.words[i]) for i in alike[np.argsort(-near[alike], kind="stable")]]

    def of(self, words: Collection[str]) -> "Thesaurus":
        """The thesaurus of those of the words that have a vector; what is known of any here is not worked out again."""
        known = set(self.words)
        new, starts, pieces, norms = _read(sorted(word for word in words if word not in known))
        places = {word: place for place, word in enumerate([*self.words, *new])}
        ordered = sorted(word for word in words if word in places)
        rows = np.array([places[word] for word in ordered], np.int64)
        starts, pieces = np.append(self.starts, self.starts[-1] + starts[1:]), np.append(self.pieces, pieces)
        return Thesaurus(ordered, *_rows(starts, pieces, rows), np.append(self.norms, norms)[rows])

    def arrays(self) -> Mapping[str, Any]:
        """What is to be kept beside the words, by the names that the constructor has for it."""
        return {"starts": self.starts, "pieces": self.pieces, "norms": self.norms}

    @cached_property
    def _table(self) -> tuple[Any, Any]:
        """The vectors (used, dimension) of the model's tokens that the words have, and the row of each piece."""
        used, places = np.unique(self.pieces, return_inverse=True)
        return word_vectors().of_tokens(used.tolist()), places


EMPTY = Thesaurus([], np.zeros(1, np.int64), np.empty(0, np.int32), np.empty(0, np.float32))


def _read(words: list[str]) -> tuple[list[str], Any, Any, Any]:
    """Those of the words that have a vector, with their starts, pieces and norms."""
    vectors = word_vectors()
    batches = (words[at : at + _BLOCK] for at in range(0, len(words), _BLOCK))
    found = [pair for batch in batches for pair in zip(batch, vectors.tokens(batch), strict=True)]
    norms = [float(np.linalg.norm(vectors.of_tokens(tokens).sum(0))) for _, tokens in found]
    kept = [(word, tokens, norm) for (word, tokens), norm in zip(found, norms, strict=True) if norm > 0]
    starts = np.cumsum([0, *(len(tokens) for _, tokens, _ in kept)], dtype=np.int64)
    pieces = np.array([token for _, tokens, _ in kept for token in tokens], np.int32)
    return [word for word, _, _ in kept], starts, pieces, np.array([norm for _, _, norm in kept], np.float32)


def _rows(starts: Any, values: Any, rows: Any) -> tuple[Any, Any]:
    """The starts and values of some rows, in their order, of rows of different lengths."""
    sizes = np.diff(starts)[rows]
    ends = np.append(0, np.cumsum(sizes))
    return ends, values[np.arange(ends[-1]) + np.repeat(starts[rows] - ends[:-1], sizes)]
