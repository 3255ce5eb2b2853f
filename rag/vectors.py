"""Vectors by the text that they stand for, in one SQLite file for each model, which outlives every index.

What is there is never embedded again, whichever article it stands in. Nothing depends on what is there: a text whose
vector is missing is embedded when it is asked for, so that a lost or damaged file costs time only.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import numpy as np

from rag.embed import FingerprintedEmbeddings

Progress = Callable[[int, int], None]
Key = bytes

BATCH = 256
RECENT = 4096  # vectors that are kept at hand, 6 MB of those of the bundled model
KEY_SIZE = 16  # bytes
_PATIENCE = 60  # seconds that one process waits for another, which writes for milliseconds at a time


class VectorStore:
    """The vectors of one model under `root`, shared by all threads and processes that use that folder."""

    def __init__(self, root: Path, embeddings: FingerprintedEmbeddings) -> None:
        self.path = root / f"vectors-{embeddings.fingerprint}.sqlite"
        self._embeddings = embeddings
        self._recent: dict[str, Any] = {}  # to open the file takes longer than to compare the vectors

    def fill(self, texts: Iterable[str], progress: Progress) -> None:
        """Embed those of the texts that are not there; each batch of them stays, whatever becomes of the next.

        `progress` is told (texts embedded, texts to embed). Raises sqlite3.Error where the file cannot be written.
        """
        wanted = {key_of(text): text for text in texts}
        there = self._read(wanted, "key")
        # Texts of one length beside each other waste nothing on padding.
        missing = sorted((text for key, text in wanted.items() if key not in there), key=lambda text: (len(text), text))
        for done, batch in _batches(missing):
            self._write(self._embed(batch))
            progress(done, len(missing))

    def get(self, texts: Iterable[str]) -> dict[str, Any]:
        """Text to vector, float32 (dimension,); what is missing is embedded, and kept where that can be."""
        found = {text: self._recent.get(text) for text in texts}
        new = self._looked_up(text for text, vector in found.items() if vector is None)
        if len(self._recent) + len(new) > RECENT:
            self._recent.clear()
        self._recent |= new if len(new) <= RECENT else {}
        return found | new

    def _looked_up(self, texts: Iterable[str]) -> dict[str, Any]:
        wanted = {key_of(text): text for text in texts}
        found = self._read(wanted, "vector") if wanted else {}
        for _, batch in _batches([text for key, text in wanted.items() if key not in found]):
            made = self._embed(batch)
            with suppress(sqlite3.Error):  # in a folder that cannot be written questions are answered all the same
                self._write(made)
            found |= made
        return {text: np.frombuffer(found[key], np.float32) for key, text in wanted.items()}

    def sweep(self, kept: Collection[Key]) -> None:
        """Remove the vectors that no index has any more, once they are more than those that one has."""
        with self._database() as database:
            keys = [key for (key,) in database.execute("SELECT key FROM vectors")]
            if len(keys) > 2 * len(kept):
                database.executemany("DELETE FROM vectors WHERE key = ?", [(key,) for key in keys if key not in kept])

    def _embed(self, texts: Sequence[str]) -> dict[Key, bytes]:
        vectors = self._embeddings.embed_documents(list(texts))
        rows = (np.asarray(vector, np.float32).tobytes() for vector in vectors)
        return dict(zip(map(key_of, texts), rows, strict=True))

    def _read(self, keys: Iterable[Key], column: str) -> dict[Key, bytes]:
        """Key to that column, for those of the keys that are there; nothing where the file cannot be read."""
        found: dict[Key, bytes] = {}
        try:
            with self._database() as database:
                for _, batch in _batches(list(keys)):
                    marks = ",".join("?" * len(batch))
                    found |= database.execute(f"SELECT key, {column} FROM vectors WHERE key IN ({marks})", batch)
        except sqlite3.OperationalError:
            return found
        except sqlite3.DatabaseError:
            self.path.unlink(missing_ok=True)  # a damaged file is no use to anybody
            return {}
        return found

    def _write(self, vectors: dict[Key, bytes]) -> None:
        with self._database() as database:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", vectors.items())

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self.path, timeout=_PATIENCE)) as database, database:
            database.execute("PRAGMA page_size = 16384")  # ten vectors to a page
            database.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")
            yield database


def key_of(text: str) -> Key:
    """What a text is known by: the first sixteen bytes of its SHA-256."""
    return hashlib.sha256(text.encode()).digest()[:KEY_SIZE]


def _batches(items: Sequence[Any]) -> Iterator[tuple[int, Sequence[Any]]]:
    """The items by BATCH, each with how many there are up to its end."""
    for start in range(0, len(items), BATCH):
        yield min(start + BATCH, len(items)), items[start : start + BATCH]
