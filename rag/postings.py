"""What the lexical leg knows of its texts: the BM25 scores of each token, and the words with their vectors.

All of it can be kept in a folder, from which a start takes it without reading the texts again.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from rag.meaning import word_vectors

# What Anserini uses for passages (https://github.com/castorini/anserini): they differ in length for no reason of topic.
K1, B = 0.9, 0.4
_WORDS, _MEANINGS = "words.json", "meanings.npy"


class Postings:
    """BM25 over tokenized texts, and their words by token: `words` says how each is written."""

    def __init__(self, bm25: Any, words: Mapping[str, str]) -> None:
        self._bm25, self.words = bm25, words

    def scores(self, token: str) -> Any:
        """The BM25 scores of a known token, float32 (texts,)."""
        return self._bm25.get_scores([token])

    def frequency(self, token: str) -> int:
        """In how many texts a token stands."""
        place = self._bm25.vocab_dict.get(token)
        starts = self._bm25.scores["indptr"]
        return 0 if place is None else int(starts[place + 1] - starts[place])

    @cached_property
    def tokens(self) -> list[str]:
        """The tokens of the words, in the order of `meanings`."""
        return list(self.words)

    @cached_property
    def meanings(self) -> Any:
        """The vectors of the words, float32 (words, dimension)."""
        return word_vectors().of(list(self.words.values()))

    def save(self, folder: Path, fingerprint: str) -> None:
        """Keep all in `folder`, which is there with all of it or not at all. Raises OSError."""
        part = Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
        try:
            self._bm25.save(part, show_progress=False)
            np.save(part / _MEANINGS, self.meanings)
            about = {"fingerprint": fingerprint, "words": self.words}
            (part / _WORDS).write_text(json.dumps(about), encoding="utf-8")
            shutil.rmtree(folder, ignore_errors=True)
            part.rename(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)


def build(documents: Sequence[list[str]], words: Mapping[str, str]) -> Postings:
    """The postings of tokenized texts."""
    import bm25s

    bm25 = bm25s.BM25(method="lucene", k1=K1, b=B)
    # bm25s cannot index nothing at all: an empty token stands in where a text has none.
    bm25.index([tokens or [""] for tokens in documents], show_progress=False)
    return Postings(bm25, words)


def load(folder: Path, fingerprint: str) -> Postings | None:
    """The postings that are kept in `folder`; None where there are none, or others, or they are damaged."""
    import bm25s

    with suppress(Exception):  # whatever a damaged file raises, the answer is to read the texts again
        about = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
        if about["fingerprint"] == fingerprint:
            found = Postings(bm25s.BM25.load(folder, mmap=True, show_progress=False), about["words"])
            found.meanings = np.load(folder / _MEANINGS, mmap_mode="r")
            return found
    return None


def fingerprint_of(texts: Mapping[str, str], readers: Sequence[Path], libraries: Sequence[str]) -> str:
    """Sixteen hex digits that change with any name or text, and with the files and libraries that read them."""
    digest = hashlib.sha256(json.dumps([K1, B, *map(version, libraries), *texts.items()]).encode())
    for path in readers:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
