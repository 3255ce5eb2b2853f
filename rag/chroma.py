"""Chroma, in a folder or as a server: the one file that knows its ways.

Vectors are always our own: Chroma never embeds anything. A record is never changed, only added and deleted, and its id
tells its text: what Chroma makes of an id that is there already (`add` passes over it in silence, `upsert` merges old
metadata into new) cannot matter. Records go in parts, for there is a limit to what it takes at once.
"""

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from rag.errors import IndexFolderError, IndexServerError
from rag.folders import KEPT, WEEK
from rag.vectors import BATCH, VectorStore

ARTICLE = "article"
CHUNKS, PREFIX = "chunks", "yinju-"
_USED = "used"
_PATIENCE = 60  # seconds that a server has for one request
# Chroma's search is approximate; a wide one makes it exact for all that a page of articles needs.
_COLLECTION: dict[str, Any] = {"hnsw": {"space": "cosine", "ef_construction": 200, "ef_search": 400}}
_OPENING = threading.Lock()  # Chroma's table of open folders is not made for threads


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a text: the article that it stands in. Its vector comes from the store."""

    text: str
    article_id: str


def open_folder(folder: Path) -> Any:
    """A client of the database in `folder`, which must be closed."""
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    with _OPENING:
        return chromadb.PersistentClient(str(folder), ChromaSettings(anonymized_telemetry=False))


def open_server(url: str) -> Any:
    """A client of the server at `url`, such as http://localhost:8000, which must be closed. Raises IndexServerError."""
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    place = urlsplit(url)
    secure = place.scheme == "https"
    try:
        with _OPENING:
            settings = ChromaSettings(anonymized_telemetry=False)
            port = place.port or (443 if secure else 80)
            client = chromadb.HttpClient(str(place.hostname), port, ssl=secure, settings=settings)
    except ValueError as error:  # what Chroma raises where nobody answers
        raise _away(url, error) from error
    cast(Any, client)._server._session.timeout = _PATIENCE  # of itself Chroma waits for ever
    return client


def close(client: Any) -> None:
    """Let go of a client's files or connection."""
    client.close()
    for part in (client, client._admin_client):  # both have a connection to a server, which Chroma leaves open
        if session := getattr(part._server, "_session", None):
            session.close()


@contextmanager
def using(client: Any) -> Iterator[Any]:
    """The client, which is closed at the end."""
    try:
        yield client
    finally:
        close(client)


def collection(client: Any, name: str) -> Any:
    """The collection of that name, made where there is none."""
    return client.get_or_create_collection(name, configuration=_COLLECTION, embedding_function=None)


def sync(collection: Any, records: Mapping[str, Record], store: VectorStore) -> int:
    """Make the collection hold these records, by id, and no others; how many others it held.

    What is there already stays as it is, so that one that was interrupted goes on, and two that do it at once agree.
    """
    there = set(collection.get(include=[])["ids"])
    gone = sorted(there - records.keys())
    for start in range(0, len(gone), BATCH):
        collection.delete(ids=gone[start : start + BATCH])
    missing = [name for name in records if name not in there]
    for start in range(0, len(missing), BATCH):
        part = missing[start : start + BATCH]
        vectors = store.get(records[name].text for name in part)
        collection.add(
            ids=part,
            embeddings=[vectors[records[name].text] for name in part],
            metadatas=[{ARTICLE: records[name].article_id} for name in part],
        )
    return len(gone)


def probe(collection: Any, count: int) -> None:
    """Raise ValueError, or whatever Chroma raises, where the collection has not `count` records or finds none."""
    if collection.count() != count:
        raise ValueError(f"{collection.name} has {collection.count()} records")
    for stored in collection.peek(1)["embeddings"]:
        collection.query(query_embeddings=[stored.tolist()], n_results=1)


def mark_used(collection: Any) -> None:
    """Note on the server that the collection is used now."""
    collection.modify(metadata={_USED: int(time.time())})


def drop_unused(client: Any) -> None:
    """Remove the collections of ours that nobody has used for a week, but for the last few."""
    ours = [one for one in client.list_collections() if one.name.startswith(PREFIX)]
    used = {one.name: int((one.metadata or {}).get(_USED, time.time())) for one in ours}
    for name in sorted(used, key=lambda name: -used[name])[KEPT:]:
        if time.time() - used[name] > WEEK:
            client.delete_collection(name)


@contextmanager
def one_clear_line(root: Path, url: str | None) -> Iterator[None]:
    """What goes wrong with the folder is raised as IndexFolderError, with the server at `url` as IndexServerError."""
    import sqlite3

    import httpx
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, httpx.HTTPError, OSError, sqlite3.Error) as error:
        if url and isinstance(error, ChromaError | httpx.HTTPError):
            raise _away(url, error) from error
        raise IndexFolderError(
            f"The index folder {root} cannot be used ({getattr(error, 'strerror', None) or error}); "
            "name another with --index-dir or RAG_INDEX_DIR."
        ) from error


def _away(url: str, error: Exception) -> IndexServerError:
    reason = " ".join(str(error).split())[:200]
    return IndexServerError(
        f"The Chroma server {url} does not answer as it should ({reason}): start it, or unset RAG_CHROMA_URL."
    )
