"""Text to vectors: the bundled model through onnxruntime, any other through sentence-transformers.

Both are LangChain `Embeddings` that give unit vectors, and both know a fingerprint of the model's files or name, so
that an index made with another model is noticed.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

from langchain_core.embeddings import Embeddings

from rag.errors import ModelError
from rag.hub import load_model
from rag.settings import BUNDLED, Settings

Vector = list[float]
BATCH = 32
_BUNDLED_FILES = ("tokenizer.json", "model.safetensors", "model.onnx")


class FingerprintedEmbeddings(Protocol):
    """What the rest of the pipeline needs: LangChain's two methods, and a name that changes with the model."""

    fingerprint: str

    def embed_documents(self, texts: list[str]) -> list[Vector]: ...

    def embed_query(self, text: str) -> Vector: ...


class BundledEmbeddings(Embeddings):
    """The model in `folder` run by onnxruntime, which starts twenty times faster than sentence-transformers.

    The vectors are the same: both read the one safetensors file. Text past the model's 256 tokens does not count.
    """

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        try:
            self.fingerprint = hash_files([folder / name for name in _BUNDLED_FILES])
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._session = open_session(folder / "model.onnx")
        except Exception as error:  # both libraries raise bare Exceptions of their own
            raise ModelError(f"The bundled model in {folder} is damaged; please install the package again.") from error
        self._tokenizer.enable_padding()

    def embed_documents(self, texts: list[str]) -> list[Vector]:
        """Unit vectors of `texts`, in their order."""
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            made = pool.map(lambda batch: self._run([texts[number] for number in batch]), _batches(order))
            vectors = dict(zip(order, chain.from_iterable(made), strict=True))
        return [vectors[number] for number in range(len(texts))]

    def embed_query(self, text: str) -> Vector:
        """The unit vector of `text`."""
        return self._run([text])[0]

    def _run(self, texts: list[str]) -> list[Vector]:
        import numpy as np

        encoded = self._tokenizer.encode_batch(texts)
        inputs = {
            "input_ids": np.array([item.ids for item in encoded]),
            "attention_mask": np.array([item.attention_mask for item in encoded]),
        }
        vectors: list[Vector] = self._session.run(None, inputs)[0].tolist()
        return vectors


def open_session(path: Path) -> Any:
    """An onnxruntime session of the network in a file, on one core. Raises bare Exceptions, as onnxruntime does."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    # More would make one question hardly faster, and on busy cores they wait for each other.
    options.intra_op_num_threads = 1
    # An addition fused with the normalisation behind it takes three times as long as the two alone.
    slow = ["SkipLayerNormFusion"]
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"], disabled_optimizers=slow)


class SentenceTransformerEmbeddings(Embeddings):
    """Any sentence-transformers model by name or folder, with its own prompts for queries and documents.

    Raises ModelError where the model is not to be had; with `offline` that is known at once, without a look at a hub.
    """

    def __init__(self, name: str, offline: bool) -> None:
        self._model = load_model("SentenceTransformer", name, offline)
        self._turn = Lock()  # a tokenizer that cuts long texts off is not made for several threads
        self.fingerprint = _model_fingerprint(name, self._model)

    def embed_documents(self, texts: list[str]) -> list[Vector]:
        """Unit vectors of `texts` under the model's document prompt, in their order."""
        vectors = self._model.encode_document(
            texts, batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        rows: list[Vector] = vectors.tolist()
        return rows

    def embed_query(self, text: str) -> Vector:
        """The unit vector of `text` under the model's query prompt."""
        with self._turn:
            row: Vector = self._model.encode_query(text, normalize_embeddings=True, show_progress_bar=False).tolist()
        return row


@lru_cache(maxsize=2)
def load_embeddings(name: str, offline: bool) -> FingerprintedEmbeddings:
    """The embeddings that a setting names; the last two stay loaded."""
    if name == BUNDLED:
        return BundledEmbeddings(bundled_folder())
    return SentenceTransformerEmbeddings(name, offline)


def from_settings(settings: Settings) -> FingerprintedEmbeddings:
    """The embeddings that the settings name."""
    return load_embeddings(settings.embedding, settings.offline)


def bundled_folder() -> Path:
    """The folder of the bundled model; `SentenceTransformer(bundled_folder())` loads it as well."""
    return Path(str(files("rag.embedding") / "bundled"))


def _batches(order: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


def _model_fingerprint(name: str, model: Any) -> str:
    folder = Path(name)
    if folder.is_dir():
        kept = (
            path for path in folder.rglob("*") if path.suffix in {".json", ".safetensors", ".bin", ".txt", ".model"}
        )
        return hash_files(sorted(kept))
    revision = getattr(getattr(model[0], "auto_model", None), "config", None)
    return hashlib.sha256(f"{name}\n{getattr(revision, '_commit_hash', '')}".encode()).hexdigest()[:16]


def hash_files(paths: Sequence[Path]) -> str:
    """Sixteen hex digits that change with the name or the content of any of the files."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            digest.update(path.name.encode() + hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:16]
