"""The vectors of chunks and sentences in Chroma, on disk, one folder for each set of model, chunker and articles.

A folder counts from the moment its manifest lies in it, which is written last, and is never changed after that, so
that a reader sees all of an index or none of it; what is broken all the same is built again in a new folder. Vectors
are always our own: Chroma never embeds anything.
"""

import hashlib
import json
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock

from rag.chunk import Chunk, Unit
from rag.embed import FingerprintedEmbeddings
from rag.errors import IndexFolderError

Progress = Callable[[int, int], None]

_OPENING = threading.Lock()  # Chroma's table of open folders is not made for threads

CHUNKS, SENTENCES = "chunks", "sentences"
BATCH = 256
KEPT_INDEXES = 16
_MANIFEST = "manifest.json"
_TRANSLATION = "#translation"
# Chroma's index is approximate; a wide search makes it exact for all that a page of articles needs.
_COLLECTION: dict[str, Any] = {"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 400}}


class VectorIndex:
    """Similarities of a query vector to chunks and sentences, looked up in an index folder that is whole.

    Where a unit has a translation, both texts are indexed and the better of the two similarities counts. `close()` lets
    go of the files; so does the end of the object.
    """

    def __init__(self, folder: Path, fingerprint: str) -> None:
        self.folder, self.fingerprint = folder, fingerprint
        self._client = _open(folder)
        self.close = weakref.finalize(self, self._client.close)
        self._collections = {
            name: self._client.get_collection(name, embedding_function=None) for name in (CHUNKS, SENTENCES)
        }

    def nearest(self, vector: Sequence[float], k: int) -> dict[str, float]:
        """Chunk id to cosine similarity for about the `k` nearest chunks."""
        # A chunk may be found twice, by its text and by its translation.
        found = self._collections[CHUNKS].query(query_embeddings=[list(vector)], n_results=2 * k, include=["distances"])
        pairs = zip(found["ids"][0], (found["distances"] or [[]])[0], strict=True)
        return _best((name, 1 - distance) for name, distance in pairs)

    def similarities(self, kind: str, vector: Sequence[float], ids: Iterable[str]) -> dict[str, float]:
        """Id to cosine similarity for chunks or sentences (`kind`) whose ids are known."""
        stored = self.vectors(kind, (name for unit in ids for name in (unit, unit + _TRANSLATION)))
        if not stored:
            return {}
        scores = np.asarray(list(stored.values())) @ np.asarray(vector)
        return _best(zip(stored, scores.tolist(), strict=True))

    def nearer(self, kind: str, vector: Any, ids: Sequence[str]) -> Any:
        """The vectors (ids, dimension) of units that are there; of text and translation the one nearer to `vector`."""
        stored = self.vectors(kind, (name for unit in ids for name in (unit, unit + _TRANSLATION)))
        pairs = ((stored[unit], stored.get(unit + _TRANSLATION, stored[unit])) for unit in ids)
        return np.array([max(pair, key=lambda one: float(one @ vector)) for pair in pairs])

    def vectors(self, kind: str, ids: Iterable[str]) -> dict[str, Any]:
        """Id to vector, of length 1, for those of the ids that are there."""
        if not (names := list(ids)):
            return {}
        found = self._collections[kind].get(ids=names, include=["embeddings"])
        return dict(zip(found["ids"], found["embeddings"], strict=True))


def open_or_build(
    chunks: Sequence[Chunk], embeddings: FingerprintedEmbeddings, root: Path, progress: Progress | None = None
) -> VectorIndex:
    """The index of `chunks` under `root`, built where it is missing, stale or broken.

    `progress` is told (texts embedded, texts in all). Raises IndexFolderError where `root` cannot be written.
    """
    texts: dict[str, dict[str, str]] = {CHUNKS: {}, SENTENCES: {}}
    for chunk in chunks:
        # A chunk is embedded together with its heading, which often says what its words are about.
        texts[CHUNKS] |= _texts(chunk.unit, chunk.unit.section, chunk.heading_translation)
        for sentence in chunk.sentences:
            texts[SENTENCES] |= _texts(sentence)
    fingerprint = index_fingerprint(texts, embeddings)
    manifest = {"fingerprint": fingerprint, **{kind: len(named) for kind, named in texts.items()}}
    from chromadb.errors import ChromaError

    try:
        if index := _open_whole(root, manifest):
            return index
        root.mkdir(parents=True, exist_ok=True)
        with FileLock(root / f"{fingerprint}.lock"):  # two processes that need the same index build it once
            if index := _open_whole(root, manifest):
                return index
            folder = _build(root, texts, manifest, embeddings, progress or (lambda done, total: None))
        _drop_unused(root)
        return VectorIndex(folder, fingerprint)
    except (OSError, ChromaError) as error:
        raise IndexFolderError(
            f"The index folder {root} cannot be used ({getattr(error, 'strerror', None) or error}); "
            "name another with --index-dir or RAG_INDEX_DIR."
        ) from error


def index_fingerprint(texts: Mapping[str, Mapping[str, str]], embeddings: FingerprintedEmbeddings) -> str:
    """Sixteen hex digits that change with the model and with any text or place of any unit."""
    digest = hashlib.sha256(embeddings.fingerprint.encode())
    for named in texts.values():
        digest.update(json.dumps(list(named.items())).encode())
    return digest.hexdigest()[:16]


def _texts(unit: Unit, heading: str = "", heading_translation: str | None = None) -> dict[str, str]:
    """What is embedded of a unit, by name: its text and its translation, each under its heading."""
    named = {unit.id: "\n".join(filter(None, (heading, unit.text)))}
    if unit.translation:
        named[unit.id + _TRANSLATION] = "\n".join(filter(None, (heading_translation, unit.translation)))
    return named


def _best(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    best: dict[str, float] = {}
    for name, score in pairs:
        unit = name.removesuffix(_TRANSLATION)
        best[unit] = max(score, best.get(unit, -1.0))
    return best


def _open(folder: Path) -> Any:
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    with _OPENING:
        return chromadb.PersistentClient(str(folder), ChromaSettings(anonymized_telemetry=False))


def _open_whole(root: Path, manifest: Mapping[str, Any]) -> VectorIndex | None:
    """The newest index under `root` that is what the manifest says and can be searched, or None."""
    for path in _by_use(root.glob(f"{manifest['fingerprint']}-*/{_MANIFEST}")):
        index = None
        try:
            if json.loads(path.read_text(encoding="utf-8")) == manifest:
                index = VectorIndex(path.parent, str(manifest["fingerprint"]))
                _probe(index, manifest)
        except Exception:  # whatever a damaged database raises, the answer is to build it again
            if index:
                index.close()
            continue
        if index:
            with suppress(OSError):  # in a folder that cannot be written an index is used all the same
                path.touch()
            return index
    return None


def _probe(index: VectorIndex, manifest: Mapping[str, Any]) -> None:
    for kind, collection in index._collections.items():
        if collection.count() != manifest[kind]:
            raise ValueError(f"{kind} has {collection.count()} vectors")
        for stored in collection.peek(1)["embeddings"]:
            collection.query(query_embeddings=[stored.tolist()], n_results=1)


def _build(
    root: Path,
    texts: Mapping[str, dict[str, str]],
    manifest: Mapping[str, Any],
    embeddings: FingerprintedEmbeddings,
    progress: Progress,
) -> Path:
    # A name of its own each time: Chroma keeps what it knows of a path for as long as the process lives.
    folder = Path(tempfile.mkdtemp(prefix=f"{manifest['fingerprint']}-", dir=root))
    try:
        _fill(folder, texts, embeddings, progress)
        (folder / "manifest.part").write_text(json.dumps(manifest), encoding="utf-8")
        (folder / "manifest.part").rename(folder / _MANIFEST)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _fill(
    folder: Path, texts: Mapping[str, dict[str, str]], embeddings: FingerprintedEmbeddings, progress: Progress
) -> None:
    vectors: dict[str, list[float]] = {}
    # Texts of one length beside each other waste nothing on padding.
    missing = sorted({text for named in texts.values() for text in named.values()}, key=lambda text: (len(text), text))
    for start in range(0, len(missing), BATCH):
        batch = missing[start : start + BATCH]
        vectors |= zip(batch, embeddings.embed_documents(batch), strict=True)
        progress(start + len(batch), len(missing))
    with closing(_open(folder)) as client:
        for kind, named in texts.items():
            collection = client.create_collection(kind, configuration=_COLLECTION, embedding_function=None)
            names = list(named)
            for start in range(0, len(names), BATCH):
                part = names[start : start + BATCH]
                collection.add(ids=part, embeddings=[vectors[named[name]] for name in part])


def _drop_unused(root: Path) -> None:
    """Remove indexes not used for a week, but for the last few; others come back by themselves when asked for."""
    week_ago = time.time() - 7 * 24 * 3600
    for manifest in _by_use(root.glob(f"*/{_MANIFEST}"))[KEPT_INDEXES:]:
        if _last_used(manifest) < week_ago:
            shutil.rmtree(manifest.parent, ignore_errors=True)


def _by_use(paths: Iterable[Path]) -> list[Path]:
    """The paths that are still there, the one used last first."""
    used = {path: _last_used(path) for path in paths}
    return sorted((path for path in used if used[path]), key=lambda path: (-used[path], path))


def _last_used(path: Path) -> float:
    """Seconds since 1970, or 0 where the path is gone."""
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0
