"""How surely a sentence answers a question, by the bundled reader, which reads both together (a cross-encoder).

Each pair is run alone, because the 8-bit network rounds by all that it is given: what it says of one sentence must not
hang on the others.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from rag.embed import open_session
from rag.errors import ModelError
from rag.meaning import word_vectors
from rag.reader.pair import Pair

MODEL, VECTORS = "reader.onnx", "vectors"  # the file, and what in it names the word vectors that it was made with


class Reader:
    """The reader in `folder` run by onnxruntime. Raises ModelError where its file is damaged."""

    def __init__(self, folder: Path) -> None:
        try:
            self._session = open_session(folder / MODEL)
        except Exception as error:  # onnxruntime raises bare Exceptions of its own
            raise ModelError(f"The bundled reader in {folder} is damaged; please install the package again.") from error

    @property
    def vectors(self) -> str:
        """The fingerprint of the word vectors that it was made with."""
        return str(self._session.get_modelmeta().custom_metadata_map.get(VECTORS, ""))

    def scores(self, pairs: Sequence[Pair]) -> list[float]:
        """Of each pair the log odds that the sentence answers the question against that nothing does."""
        if len(pairs) < 2:
            return [self._score(pair) for pair in pairs]
        # A pool that lasted would be without its threads in a process forked later.
        with ThreadPoolExecutor(min(len(pairs), os.cpu_count() or 1)) as pool:
            return list(pool.map(self._score, pairs))

    def _score(self, pair: Pair) -> float:
        return float(self._session.run(None, _inputs(pair))[0].item())


def _inputs(pair: Pair) -> dict[str, Any]:
    """What the network is given: the input vectors of the tokens, float32 (1, tokens, dimension), and which of them are
    the sentence's, int64 (1, tokens).
    """
    import numpy as np

    tokens, start = pair.tokens()
    kinds = np.zeros((1, len(tokens)), np.int64)
    kinds[0, start:] = 1
    return {"vectors": word_vectors().of_tokens(tokens)[None], "kinds": kinds}


def bundled_reader() -> Path:
    """The folder of the bundled reader."""
    return Path(str(files("rag.reader") / "bundled"))


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The bundled reader, loaded once."""
    return Reader(bundled_reader())
