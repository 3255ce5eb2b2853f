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
from rag.folders import KEPT
from rag.index import CHUNKS, SENTENCES, open_or_build
from rag.topic import plain
from rag.vectors import VectorStore

TEXT, PORT = "茶园的面积是320亩。陈禾开垦了茶园。\n\n港口有14个泊位。", "The port has 14 berths."
CHUNK_SET = chunk(parse("a", TEXT, translations={2: PORT}))


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
    assert index.similarities(CHUNKS, plain(vector), [chunks[0].unit.id])[chunks[0].unit.id] == pytest.approx(1)
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


def test_an_index_with_records_missing_is_built_again(tmp_path: Path) -> None:
    index = open_or_build(CHUNK_SET, Counting(), tmp_path)
    index._collection.delete(ids=index._collection.get(limit=1)["ids"])
    index.close()
    again = open_or_build(CHUNK_SET, Counting(), tmp_path)
    assert again.folder != index.folder
    assert again._collection.count() == 3


def test_vectors_that_were_lost_are_embedded_when_they_are_asked_for(tmp_path: Path) -> None:
    rebuilt(tmp_path)
    VectorStore(tmp_path, Counting()).path.unlink()
    model, sentence = Counting(), CHUNK_SET[0].sentences[0]
    index = open_or_build(CHUNK_SET, model, tmp_path)
    for _ in range(2):
        vector = index.vectors(SENTENCES, [sentence.id])[sentence.id]
        assert vector.tolist() == pytest.approx(model.embed_query(sentence.text))
    assert model.embedded == 1


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
    for number in range(KEPT + 2):
        rebuilt(tmp_path, fingerprint=str(number))
    manifests = list(tmp_path.glob("*/manifest.json"))
    assert len(manifests) == KEPT + 2
    for path in manifests:
        os.utime(path, (0, 1))
    assert not rebuilt(tmp_path, fingerprint="0")
    rebuilt(tmp_path, fingerprint="new")
    assert len(list(tmp_path.glob("*/manifest.json"))) == KEPT
    assert not rebuilt(tmp_path, fingerprint="0")


def test_an_index_that_cannot_be_opened_for_a_while_is_not_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Path) -> None:
        raise OSError(24, "Too many open files")

    rebuilt(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr("rag.chroma.open_folder", fail)
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
    known = {"fingerprint": index.fingerprint, "model": bundled.fingerprint, CHUNKS: 3, SENTENCES: 4}
    assert known.items() <= manifest.items()


def many(articles: int, changed: int = -1) -> list[Chunk]:
    """A chunk and a sentence for each article; one of them says something else."""
    texts = [f"{'改' if number == changed else ''}第{number}篇文章说的是第{number}件事。" for number in range(articles)]
    return [part for number, text in enumerate(texts) for part in chunk(parse(str(number), text))]


@pytest.mark.parametrize(
    ("chunks", "new"), [(many(20), 0), (many(41), 1), (many(40, changed=7), 1), (many(39, changed=7), 1)]
)
def test_what_is_added_changed_or_removed_costs_what_it_is(tmp_path: Path, chunks: list[Chunk], new: int) -> None:
    open_or_build(many(40), Counting(), tmp_path).close()
    model = Counting()
    index = open_or_build(chunks, model, tmp_path)
    assert model.embedded == new
    assert set(index.nearest(model.embed_query("第"), 100)) == {one.unit.id for one in chunks}
    manifest = json.loads((index.folder / "manifest.json").read_text())
    assert manifest["base"]
    assert manifest["gaps"] == len({one.unit.id for one in many(40)} - {one.unit.id for one in chunks})


def test_an_index_that_others_grew_from_is_left_as_it_was_and_dropped_when_a_day_old(tmp_path: Path) -> None:
    old = open_or_build(many(40), Counting(), tmp_path)
    new = open_or_build(many(41), Counting(), tmp_path)
    vector = Counting().embed_query("第")
    assert (len(old.nearest(vector, 100)), len(new.nearest(vector, 100))) == (40, 41)
    os.utime(old.folder / "manifest.json", (0, 1))
    open_or_build(many(42), Counting(), tmp_path).close()
    assert not old.folder.exists()
    assert new.folder.exists()


def test_an_index_that_changed_too_much_starts_anew(tmp_path: Path) -> None:
    open_or_build(many(40), Counting(), tmp_path).close()
    index = open_or_build(many(19), Counting(), tmp_path)
    assert json.loads((index.folder / "manifest.json").read_text())["base"] is None


def test_more_records_than_chroma_takes_at_once_are_all_there(tmp_path: Path) -> None:
    chunks = many(6000)
    index = open_or_build(chunks, Counting(), tmp_path)
    assert index._client.get_max_batch_size() < len(chunks)
    assert index._collection.count() == len(chunks)


def test_a_changed_heading_is_another_record(tmp_path: Path) -> None:
    one, other = (chunk(parse("a", f"# {heading}\n\n港口有14个泊位。")) for heading in ("甲港", "乙港"))
    assert one[0].unit.id == other[0].unit.id
    open_or_build(one, Counting(), tmp_path).close()
    index, model = open_or_build(other, Counting(), tmp_path), Counting()
    assert index.nearest(model.embed_query("乙港\n港口有14个泊位。"), 1)[other[0].unit.id] == pytest.approx(1)


def test_a_small_set_is_searched_exactly(tmp_path: Path, bundled: BundledEmbeddings) -> None:
    chunks = many(300)
    index = open_or_build(chunks, bundled, tmp_path)
    for question in ("第7件事", "哪篇文章说的是第250件事？"):
        vector = bundled.embed_query(question)
        exact = index.similarities(CHUNKS, plain(vector), [one.unit.id for one in chunks])
        best = sorted(exact, key=lambda name: -exact[name])[:20]
        assert set(best) <= index.nearest(vector, 20).keys()


def test_killed_in_the_middle_of_a_build_the_next_start_answers(tmp_path: Path) -> None:
    opened = f"from rag import Assistant, Settings; settings = Settings(index_dir={str(tmp_path)!r})"
    stop = "import os, signal; stop = lambda done, total: os.kill(os.getpid(), signal.SIGKILL)"
    killed = subprocess.run([sys.executable, "-c", f"{opened}; {stop}; Assistant(None, settings, stop)"], check=False)
    assert killed.returncode == -9
    searched = f"{opened}; print(len(Assistant(None, settings).search('面积', 3)))"
    assert subprocess.run([sys.executable, "-c", searched], capture_output=True, text=True, check=True).stdout == "3\n"
