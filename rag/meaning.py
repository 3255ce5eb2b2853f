"""What single words mean: the input vectors of the bundled model, which serve as a dictionary of both languages.

A Chinese word learned its vector from what its translations mean, so "area" and 面积 lie close together. No network is
run: a word costs a look into the table.
"""

import json
import mmap
import struct
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from corpus.fold import fold
from rag.embed import bundled_folder
from rag.embedding.float8 import float8

# Cosines of word vectors: up to the first two words have nothing in common, from the second on they mean the same.
UNLIKE, ALIKE = 0.3, 0.8
_TABLE = "embeddings.word_embeddings.weight"


class WordVectors:
    """Unit vectors of words, looked up in the bundled model's files."""

    def __init__(self) -> None:
        import numpy as np
        from tokenizers import Tokenizer

        folder = bundled_folder()
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        with (folder / "model.safetensors").open("rb") as file:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        (size,) = struct.unpack("<Q", content[:8])
        about = json.loads(content[8 : 8 + size])[_TABLE]
        start, end = (8 + size + place for place in about["data_offsets"])
        self._codes = np.frombuffer(content, np.uint8, end - start, start).reshape(about["shape"])
        self._values = np.array([float8(code) for code in range(256)], np.float32)

    def pieces(self, word: str) -> int:
        """Into how many pieces the model cuts a word."""
        return len(self._tokenizer.encode(fold(word), add_special_tokens=False).ids)

    def of(self, words: Sequence[str]) -> Any:
        """Float32 (words, dimension), of length 1: the sum over a word's tokens; zeros where it has none."""
        import numpy as np

        # One by one: for single words the tokenizer's threads cost more than they save.
        encoded = [self._tokenizer.encode(fold(word), add_special_tokens=False) for word in words]
        found = np.zeros((len(encoded), self._codes.shape[1]), np.float32)
        for row, item in zip(found, encoded, strict=True):
            row[:] = self._values[self._codes[item.ids]].sum(0)
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


def is_word(text: str) -> bool:
    """Whether a text is one word of the model's vocabulary, so that its vector says what it means."""
    return word_vectors().pieces(text) == 1


def likeness(cosine: Any) -> Any:
    """How much words mean the same (0..1), by the cosines of their vectors; an array of any shape."""
    return ((cosine - UNLIKE) / (ALIKE - UNLIKE)).clip(0.0, 1.0)


@lru_cache(maxsize=1)
def word_vectors() -> WordVectors:
    """The bundled word vectors, loaded once."""
    return WordVectors()


@lru_cache(maxsize=65536)
def vector(word: str) -> Any:
    """The unit vector (dimension,) of one word, kept."""
    return word_vectors().of([word])[0]
