"""How much words of two languages mean the same, each alone or two together (电视 台, television station)."""

from itertools import product
from typing import Any

import numpy as np

from rag.generate.aligned import Words
from rag.language import HAN
from rag.meaning import vector

# Cosines of words of two languages: up to the first 99 in 100 pairs that do not translate each other, from the second
# on half of those that do.
UNLIKE, ALIKE = 0.2, 0.5
_GAIN = 0.05  # by how much words together must be nearer than each alone, to be read as one
_TOGETHER = 2  # words that are read as one at most


def likeness_across(sentence: Words, quotes: Words) -> Any:
    """How much (0..1) each word means the same as each of the quotes, (words, words of quotes); no side is empty."""
    found = alone = sentence.vectors @ quotes.vectors.T
    for m, n in product(range(1, _TOGETHER + 1), repeat=2):
        if m + n > 2 and found.shape[0] >= m and found.shape[1] >= n:
            near = _vectors(sentence, m) @ _vectors(quotes, n).T
            found = _spread(found, np.where(near >= _highest(alone, m, n) + _GAIN, near, 0.0), m, n)
    return ((found - UNLIKE) / (ALIKE - UNLIKE)).clip(0.0, 1.0)


def _vectors(side: Words, number: int) -> Any:
    """The vectors of each `number` words together, zeros where they are no words of one language."""
    if number == 1:
        return side.vectors
    rows = []
    for start in range(len(side.tokens) - number + 1):
        run = side.tokens[start : start + number]
        han = bool(HAN.match(run[0]))
        fits = all(t.isalpha() and bool(HAN.match(t)) == han for t in run)
        rows.append(vector(("" if han else " ").join(run)) if fits else np.zeros_like(side.vectors[0]))
    return np.stack(rows)


def _spread(found: Any, near: Any, m: int, n: int) -> Any:
    """What was found, and of `m` words and `n` of the quotes together what each of them has by that."""
    wider = found.copy()
    for k, j in product(range(m), range(n)):
        view = wider[k : k + near.shape[0], j : j + near.shape[1]]
        np.maximum(view, near, out=view)
    return wider


def _highest(cosines: Any, m: int, n: int) -> Any:
    """The highest cosine among each `m` words and `n` of the quotes."""
    rows, columns = cosines.shape[0] - m + 1, cosines.shape[1] - n + 1
    return np.max([cosines[k : k + rows, j : j + columns] for k, j in product(range(m), range(n))], axis=0)
