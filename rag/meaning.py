"""What single words mean: the input vectors of the bundled model, which serve as a dictionary of both languages.

A Chinese word learned its vector from what its translations mean, so "area" and 面积 lie close together. No network is
run: a word costs a look into the table.
"""

import json
import mmap
import struct
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Any

from corpus.fold import fold
from rag.embed import bundled_folder, hash_files
from rag.embedding.float8 import float8

# Cosines of word vectors: up to the first two words have nothing in common, from the second on they mean the same.
UNLIKE, ALIKE = 0.3, 0.8
_KEPT = 16384  # words whose vectors are kept, 25 MB in all
_FILES = ("tokenizer.json", "model.safetensors")
_TABLE = "embeddings.word_embeddings.weight"


class WordVectors:
    """Unit vectors of words, looked up in the bundled model's files."""

    def __init__(self) -> None:
        import numpy as np
        from tokenizers import Tokenizer

        folder = bundled_folder()
        tokenizer, weights = (folder / name for name in _FILES)
        self.tokenizer = Tokenizer.from_file(str(tokenizer))
        self.tokenizer.encode_special_tokens = True  # a text that says [SEP] means these letters
        with weights.open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        (size,) = struct.unpack("<Q", content[:8])
        about = json.loads(content[8 : 8 + size])[_TABLE]
        start, end = (8 + size + place for place in about["data_offsets"])
        self._codes = np.frombuffer(content, np.uint8, end - start, start).reshape(about["shape"])
        self._values = np.array([float8(code) for code in range(256)], np.float32)
        # Words that the model was never taught share one vector, by which each would mean the same as all others.
        _, row, sharing = np.unique(self._codes[:, :8].copy().view(np.uint64), return_inverse=True, return_counts=True)
        self._untaught = sharing[row.reshape(-1)] > 1
        # Texts share most of their words, and to cut a word and add its tokens up takes longer than all else about it.
        self._vector = lru_cache(maxsize=_KEPT)(self._unit)

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hex digits that change with any vector and with how words are cut."""
        return hash_files([bundled_folder() / name for name in _FILES])

    def pieces(self, word: str) -> int:
        """Into how many pieces the model cuts a word."""
        return len(self._encoded(word).ids)

    def parts(self, word: str) -> list[str]:
        """The words of the vocabulary that the model cuts a word into."""
        folded = fold(word)
        return [folded[start:end] for start, end in self._encoded(word).offsets if end > start]

    def of(self, words: Sequence[str]) -> Any:
        """Float32 (words, dimension), of length 1: the sum over a word's tokens; zeros where it has none."""
        import numpy as np

        found = np.zeros((len(words), self._codes.shape[1]), np.float32)
        for row, word in zip(found, words, strict=True):
            row[:] = self._vector(word)
        return found

    def _unit(self, word: str) -> Any:
        """The vector (dimension,) of one word."""
        # Not with others at once: for a single word the tokenizer's threads cost more than they save.
        return unit(self.of_tokens(self._encoded(word).ids).sum(0))

    def _encoded(self, word: str) -> Any:
        return self.tokenizer.encode(fold(word), add_special_tokens=False)

    def tokens(self, words: Sequence[str]) -> list[list[int]]:
        """The numbers of the tokens of the model into which it cuts each word."""
        encoded = self.tokenizer.encode_batch([fold(word) for word in words], add_special_tokens=False)
        return [item.ids for item in encoded]

    def of_tokens(self, tokens: Sequence[int]) -> Any:
        """The vectors of tokens of the model by number, float32 (tokens, dimension), of any length; zeros where it was
        never taught what one means.
        """
        vectors = self._values[self._codes[tokens]]
        vectors[self._untaught[tokens]] = 0
        return vectors


def is_word(text: str) -> bool:
    """Whether a text is one word of the model's vocabulary, so that its vector says what it means."""
    return word_vectors().pieces(text) == 1 and bool(vector(text).any())


def unit(vectors: Any) -> Any:
    """Vectors (..., dimension) at length 1; zeros stay zeros."""
    import numpy as np

    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


def likeness(cosine: Any) -> Any:
    """How much words mean the same (0..1), by the cosines of their vectors; an array of any shape."""
    return ((cosine - UNLIKE) / (ALIKE - UNLIKE)).clip(0.0, 1.0)


@lru_cache(maxsize=1)
def word_vectors() -> WordVectors:
    """The bundled word vectors, loaded once."""
    return WordVectors()


def vector(word: str) -> Any:
    """The unit vector (dimension,) of one word."""
    return word_vectors().of([word])[0]
