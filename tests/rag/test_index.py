"""The index on disk: built once, rebuilt when it is stale or broken, never half there."""

import gc
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from corpus.article import parse
from rag.chunk import Chunk, chunk
from rag.embed import BundledEmbeddings
from rag.errors import IndexFolderError
from rag.index import CHUNKS, KEPT_INDEXES, SENTENCES, VectorIndex, open_or_build

CHUNK_SET = chunk(
    parse("a", "茶园的面积是320亩。陈禾开垦了茶园。\n\n港口有14个泊位。", translations={2: "The port has 14 berths."})
)


class Counting:
    """Embeddings that count the texts they embed: a text's length and its first characters are its vector."""

    def __init__(self, fingerprint: str = "f") -> None:
        self.fingerprint, self.embedded = fingerprint, 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded += len(texts)
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        values = [float(len(text)), *(float(ord(char)) for char in text.ljust(3)[:3])]
        length = sum(value * value for value in values) ** 0.5
        return [value / length for value in values]


def rebuilt(root: Path, chunks: list[Chunk] = CHUNK_SET, fingerprint: str = "f") -> bool:
    model = Counting(fingerprint)
    index = open_or_build(chunks, model, root)
    vector = model.embed_query(chunks[0].unit.text)
    assert index.similarities(CHUNKS, vector, [chunks[0].unit.id])[chunks[0].unit.id] == pytest.approx(1)
    index.close()
    return model.embedded > 0


def files_of(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".lock")


def test_the_second_opening_embeds_nothing(tmp_path: Path) -> None:
    assert rebuilt(tmp_path)
    assert not rebuilt(tmp_path)


def test_another_model_or_another_word_in_the_article_is_another_index(tmp_path: Path) -> None:
    rebuilt(tmp_path)
    assert rebuilt(tmp_path, fingerprint="g")
    assert rebuilt(tmp_path, chunk(parse("a", "茶园的面积是321亩。")))
    assert not rebuilt(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"garbage"])
def test_an_index_with_any_damaged_file_still_answers(tmp_path: Path, damage: bytes) -> None:
    rebuilt(tmp_path)
    for number in range(len(files_of(tmp_path))):
        files_of(tmp_path)[number].write_bytes(damage)
        rebuilt(tmp_path)
        assert not rebuilt(tmp_path)


def test_an_index_with_vectors_missing_is_built_again(tmp_path: Path) -> None:
    index = open_or_build(CHUNK_SET, Counting(), tmp_path)
    index._collections[SENTENCES].delete(ids=[CHUNK_SET[0].sentences[0].id])
    index.close()
    assert rebuilt(tmp_path)


def test_a_build_that_was_cut_off_leaves_nothing_that_looks_whole(tmp_path: Path) -> None:
    class Failing(Counting):
        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_or_build(CHUNK_SET, Failing(), tmp_path)
    assert not list(tmp_path.rglob("manifest.json"))
    assert rebuilt(tmp_path)


def test_threads_that_need_the_same_index_build_it_once(tmp_path: Path) -> None:
    model = Counting()
    threads = [threading.Thread(target=open_or_build, args=(CHUNK_SET, model, tmp_path)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    alone = Counting()
    open_or_build(CHUNK_SET, alone, tmp_path / "alone").close()
    assert model.embedded == alone.embedded


def test_the_better_of_text_and_translation_counts(tmp_path: Path) -> None:
    model = Counting()
    index = open_or_build(CHUNK_SET, model, tmp_path)
    unit = CHUNK_SET[1].unit
    assert index.nearest(model.embed_query("The port has 14 berths."), 3)[unit.id] == pytest.approx(1)
    assert index.nearest(model.embed_query(unit.text), 3)[unit.id] == pytest.approx(1)


def test_progress_is_told_up_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    open_or_build(CHUNK_SET, Counting(), tmp_path, lambda done, total: told.append((done, total))).close()
    assert told[-1][0] == told[-1][1] > 0


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(IndexFolderError, match="--index-dir") as caught:
        open_or_build(CHUNK_SET, Counting(), tmp_path / "file" / "inside")
    assert str(tmp_path / "file") in str(caught.value)


def test_indexes_not_used_for_a_week_are_dropped_and_others_are_not(tmp_path: Path) -> None:
    for number in range(KEPT_INDEXES + 2):
        rebuilt(tmp_path, fingerprint=str(number))
    manifests = list(tmp_path.glob("*/manifest.json"))
    assert len(manifests) == KEPT_INDEXES + 2
    for path in manifests:
        os.utime(path, (0, 1))
    assert not rebuilt(tmp_path, fingerprint="0")
    rebuilt(tmp_path, fingerprint="new")
    assert len(list(tmp_path.glob("*/manifest.json"))) == KEPT_INDEXES
    assert not rebuilt(tmp_path, fingerprint="0")


def test_an_index_that_cannot_be_opened_for_a_while_is_not_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(24, "Too many open files")

    rebuilt(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("rag.index._open", fail)
        with pytest.raises(IndexFolderError, match="Too many open files"):
            rebuilt(tmp_path)
    assert not rebuilt(tmp_path)


def test_an_index_that_is_no_longer_used_lets_go_of_its_files(tmp_path: Path) -> None:
    index = open_or_build(CHUNK_SET, Counting(), tmp_path)
    close = index.close
    del index
    gc.collect()
    assert not close.alive


def test_the_bundled_model_fills_an_index_that_says_what_it_is(tmp_path: Path, bundled: BundledEmbeddings) -> None:
    index = open_or_build(CHUNK_SET, bundled, tmp_path)
    manifest = json.loads((index.folder / "manifest.json").read_text())
    assert manifest == {"fingerprint": index.fingerprint, CHUNKS: 3, SENTENCES: 4}
    assert isinstance(VectorIndex(index.folder, index.fingerprint), VectorIndex)


def test_killed_in_the_middle_of_a_build_it_starts_again(tmp_path: Path) -> None:
    opened = f"from rag import Assistant, Settings; settings = Settings(index_dir={str(tmp_path)!r})"
    stop = "import os, signal; stop = lambda done, total: os.kill(os.getpid(), signal.SIGKILL)"
    killed = subprocess.run([sys.executable, "-c", f"{opened}; {stop}; Assistant(None, settings, stop)"], check=False)
    assert killed.returncode == -9
    searched = f"{opened}; print(len(Assistant(None, settings).search('面积', 3)))"
    assert subprocess.run([sys.executable, "-c", searched], capture_output=True, text=True, check=True).stdout == "3\n"
