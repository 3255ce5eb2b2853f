"""The vectors of chunks and sentences: those of chunks searched in Chroma, all of them looked up in a store by text.

There is one index for each set of model, chunker and articles. A new one grows from the nearest that is there, so that
an article more, less or changed costs what that article costs. On a Chroma server an index is a collection, which every
client with the same articles and model shares.
"""

import hashlib
import json
import time
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import numpy as np
from filelock import FileLock

from rag import chroma, folders
from rag.chroma import Record
from rag.chunk import Chunk, Unit
from rag.embed import FingerprintedEmbeddings
from rag.errors import IndexServerError
from rag.topic import Query
from rag.vectors import Key, Progress, VectorStore, key_of

CHUNKS, SENTENCES = chroma.CHUNKS, "sentences"
_TRANSLATION = "#translation"
_MARKED_AGAIN = 3600  # seconds after which an index that is searched is marked as used again

Texts = Mapping[str, Mapping[str, str]]  # by kind and name


class VectorIndex:
    """Similarities of a query vector to chunks and sentences.

    Where a unit has a translation, both texts are indexed and the better of the two similarities counts. `close()` lets
    go of the files or the connection; so does the end of the object.
    """

    def __init__(self, plan: "_Plan", folder: Path, client: Any) -> None:
        self.folder, self.fingerprint = folder, plan.fingerprint
        self._plan, self._client, self._marked = plan, client, 0.0
        self.close = weakref.finalize(self, chroma.close, client)
        self._collection = client.get_collection(plan.collection, embedding_function=None)

    def nearest(self, vector: Sequence[float], k: int, articles: Collection[str] | None = None) -> dict[str, float]:
        """Chunk id to cosine similarity for about the `k` nearest chunks, of these articles or of all.

        Raises IndexServerError where the index lies on a server that does not answer.
        """
        within: Any = None if articles is None else {chroma.ARTICLE: {"$in": sorted(articles)}}
        with self._plan.one_clear_line():
            self._mark()
            # A chunk may be found twice, by its text and by its translation.
            found = self._collection.query(
                query_embeddings=[list(vector)], n_results=2 * k, where=within, include=["distances"]
            )
        pairs = zip(found["ids"][0], (found["distances"] or [[]])[0], strict=True)
        return _best((name.partition("@")[0], 1 - distance) for name, distance in pairs)

    def similarities(self, kind: str, query: Query, ids: Iterable[str]) -> dict[str, float]:
        """Id to cosine similarity for chunks or sentences (`kind`) whose ids are known."""
        stored = self.vectors(kind, (name for unit in ids for name in (unit, unit + _TRANSLATION)))
        if not stored:
            return {}
        scores = query.apart(np.asarray(list(stored.values()))) @ query.vector
        return _best(zip(stored, scores.tolist(), strict=True))

    def nearer(self, kind: str, query: Query, ids: Sequence[str]) -> Any:
        """What `query` compares of units that are there, (ids, dimension): of text and translation the nearer one."""
        stored = self.vectors(kind, (name for unit in ids for name in (unit, unit + _TRANSLATION)))
        pairs = [(stored[unit], stored.get(unit + _TRANSLATION, stored[unit])) for unit in ids]
        texts, translations = (query.apart(np.array(side)) for side in zip(*pairs, strict=True))
        return np.where((translations @ query.vector > texts @ query.vector)[:, None], translations, texts)

    def vectors(self, kind: str, ids: Iterable[str]) -> dict[str, Any]:
        """Id to vector, of length 1, for those of the ids that are there."""
        texts = {name: self._plan.texts[kind][name] for name in ids if name in self._plan.texts[kind]}
        stored = self._plan.store.get(texts.values())
        return {name: stored[text] for name, text in texts.items()}

    def _mark(self) -> None:
        if time.time() > self._marked + _MARKED_AGAIN:
            self._marked = time.time()
            folders.mark_used(self.folder)
            if self._plan.server:
                chroma.mark_used(self._collection)


@dataclass(frozen=True)
class _Plan:
    """What an index is to be: of which texts, by which store, under which root, on which server if any."""

    texts: Texts
    articles: Mapping[str, str]
    store: VectorStore
    model: str
    fingerprint: str
    root: Path
    server: str | None

    @property
    def collection(self) -> str:
        return f"{chroma.PREFIX}{self.fingerprint}" if self.server else CHUNKS

    @cached_property
    def manifest(self) -> dict[str, Any]:
        counts = {kind: len(named) for kind, named in self.texts.items()}
        return {"fingerprint": self.fingerprint, "model": self.model, "server": self.server, **counts}

    @cached_property
    def records(self) -> dict[str, Record]:
        """The records of the chunks; an id tells unit and text, so that another heading makes another record."""
        named = self.texts[CHUNKS].items()
        return {f"{name}@{key_of(text).hex()[:8]}": Record(text, self.articles[name]) for name, text in named}

    @cached_property
    def keys(self) -> frozenset[Key]:
        return frozenset(map(key_of, self.all_texts()))

    def open(self, folder: Path) -> Any:
        return chroma.open_server(self.server) if self.server else chroma.open_folder(folder)

    def all_texts(self) -> Iterator[str]:
        return (text for named in self.texts.values() for text in named.values())

    def one_clear_line(self) -> Any:
        return chroma.one_clear_line(self.root, self.server)


def open_or_build(
    chunks: Sequence[Chunk],
    embeddings: FingerprintedEmbeddings,
    root: Path,
    progress: Progress | None = None,
    server: str | None = None,
) -> VectorIndex:
    """The index of `chunks` under `root`, and on the Chroma server at that URL if any, built where it is missing,
    stale or broken.

    `progress` is told (texts embedded, texts to embed). A build that was cut off goes on where it was. Raises
    IndexFolderError where `root` cannot be written, IndexServerError where the server does not answer.
    """
    plan = _plan(chunks, embeddings, root, server)
    with plan.one_clear_line():
        if index := _open_whole(plan):
            return index
        root.mkdir(parents=True, exist_ok=True)
        with FileLock(root / f"{plan.fingerprint}.lock"):  # two processes that need the same index build it once
            if index := _open_whole(plan):
                return index
            folder = _create(plan, progress or (lambda done, total: None))
        kept = folders.of_model(folders.drop_unused(root), plan.model)
        plan.store.sweep(plan.keys.union(folders.keys_begun(root), *map(folders.keys_of, kept)))
        return VectorIndex(plan, folder, plan.open(folder))


def _plan(chunks: Sequence[Chunk], embeddings: FingerprintedEmbeddings, root: Path, server: str | None) -> _Plan:
    texts: dict[str, dict[str, str]] = {CHUNKS: {}, SENTENCES: {}}
    articles: dict[str, str] = {}
    for chunk in chunks:
        # A chunk is embedded together with its heading, which often says what its words are about.
        named = _texts(chunk.unit, chunk.unit.section, chunk.heading_translation)
        texts[CHUNKS] |= named
        articles |= dict.fromkeys(named, chunk.unit.article_id)
        for sentence in chunk.sentences:
            texts[SENTENCES] |= _texts(sentence)
    fingerprint = index_fingerprint(texts, embeddings)
    return _Plan(texts, articles, VectorStore(root, embeddings), embeddings.fingerprint, fingerprint, root, server)


def index_fingerprint(texts: Texts, embeddings: FingerprintedEmbeddings) -> str:
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


def _open_whole(plan: _Plan) -> VectorIndex | None:
    """The newest index that is what is planned and can be searched, or None."""
    for folder in folders.whole(plan.root, plan.manifest):
        client = None
        try:
            client = plan.open(folder)
            index = VectorIndex(plan, folder, client)
            chroma.probe(index._collection, len(plan.records))
        except Exception as error:  # whatever a damaged database raises, the answer is to build it again
            if client:
                chroma.close(client)
            if isinstance(error, IndexServerError):
                raise
            continue
        folders.mark_used(folder)
        return index
    return None


def _create(plan: _Plan, progress: Progress) -> Path:
    """A new folder with the index in it, or with what is to be known here of the one on the server."""
    if plan.server:
        return folders.create(plan.root, plan.manifest, plan.keys, lambda folder: _build_on_server(plan, progress))
    with folders.begun(plan.root, plan.fingerprint, plan.keys):
        plan.store.fill(plan.all_texts(), progress)
    if base := folders.nearest(plan.root, plan.model, plan.keys):
        with suppress(Exception):  # what is damaged is left alone
            return folders.create(plan.root, plan.manifest, plan.keys, partial(_build, plan, base))
    return folders.create(plan.root, plan.manifest, plan.keys, partial(_build, plan, None))


def _build(plan: _Plan, base: Path | None, folder: Path) -> Mapping[str, Any]:
    """Fill a new folder, from a copy of the base where there is one, and say what its manifest is to say of that."""
    gaps = folders.copy(base, folder) if base else 0
    with chroma.using(chroma.open_folder(folder)) as client:
        collection = chroma.collection(client, plan.collection)
        gaps += chroma.sync(collection, plan.records, plan.store)
        chroma.probe(collection, len(plan.records))
    return {"base": base.name if base else None, "gaps": gaps}


def _build_on_server(plan: _Plan, progress: Progress) -> Mapping[str, Any]:
    """Bring to the server what it has not; where another client did so, nothing need be embedded here."""
    with chroma.using(chroma.open_server(str(plan.server))) as client:
        collection = chroma.collection(client, plan.collection)
        if collection.count() != len(plan.records):
            plan.store.fill(plan.all_texts(), progress)
            chroma.sync(collection, plan.records, plan.store)
            chroma.drop_unused(client)
    return {}
