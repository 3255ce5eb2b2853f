"""A question as it is searched for: without what the articles are all about.

A word that every passage has tells none of them from the others, and yet it draws the vector of the question towards
whichever passage says little else. So the directions in which such words point are taken out of the vectors of question
and passages before they are compared (as "all but the top" does with the directions that all vectors share: Mu and
Viswanath 2018, https://arxiv.org/abs/1702.01417), and the question is read without these words as well.
"""

import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np

from corpus.fold import fold
from rag.lexical import Lexicon, content_terms
from rag.meaning import unit

ALL_ABOUT = 0.2  # share of the texts from which on they are all about a word
AT_LEAST = 5  # texts that must have it: of a few texts, any one is such a share
_NOTHING = 1e-6  # singular values below which words point where others do already


@dataclass(frozen=True, slots=True)
class Query:
    """The unit vector (dimension,) a question is searched with, and the directions (number, dimension) left out."""

    vector: Any
    left_out: Any

    def apart(self, vectors: Any) -> Any:
        """Unit vectors (texts, dimension) of texts without the directions that are left out."""
        return unit(vectors - vectors @ self.left_out.T @ self.left_out)


def query_of(question: str, lexicon: Lexicon, vector: Callable[[str], Sequence[float]]) -> Query:
    """How a question is searched for among the texts of the lexicon; `vector` gives the vector of any text."""
    words = dict(content_terms(question))
    common = [written for token, written in words.items() if is_common(token, lexicon)]
    if len(common) in (0, len(words)):
        return plain(vector(question))
    _, sizes, directions = np.linalg.svd(np.array([vector(word) for word in common]), full_matrices=False)
    left_out = directions[sizes > _NOTHING]
    with ThreadPoolExecutor(2) as pool:  # to embed a question takes as long as all else in the search
        asked = np.sum(list(pool.map(vector, (question, without(question, common)))), axis=0)
    return Query(unit(asked - left_out.T @ (left_out @ asked)), left_out)


def plain(vector: Sequence[float]) -> Query:
    """A query with nothing left out."""
    return Query(np.array(vector), np.empty((0, len(vector))))


def is_common(token: str, lexicon: Lexicon) -> bool:
    """Whether the texts are all about what a token stands for."""
    return lexicon.frequency(token) >= max(AT_LEAST, ALL_ABOUT * len(lexicon.names))


def without(question: str, words: Sequence[str]) -> str:
    """The question, folded, without some of its words.

    >>> without("How large is Tianfu?", ["tianfu"])
    'how large is ?'
    """
    folded = fold(question)
    for word in sorted(words, key=len, reverse=True):
        folded = re.sub(rf"\b{re.escape(word)}\b" if word.isascii() else re.escape(word), " ", folded)
    return " ".join(folded.split())
