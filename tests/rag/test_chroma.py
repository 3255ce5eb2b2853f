"""The vectors on a real Chroma server, and what Chroma does that the index must not lean on."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rag import Assistant, Settings, chroma
from rag.chroma import Record, sync
from rag.embed import BundledEmbeddings
from rag.errors import IndexServerError
from rag.index import CHUNKS, SENTENCES, open_or_build
from rag.topic import plain
from rag.vectors import VectorStore
from tests.rag.conftest import TEXTS
from tests.rag.test_index import CHUNK_SET, Counting, many


class Server:
    """`chroma run` of the installed package on a free port."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.folder, self.url = folder, f"http://127.0.0.1:{self.port}"
        self.start()

    def start(self) -> None:
        command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(self.folder)]
        place = ["--host", "127.0.0.1", "--port", str(self.port)]
        self._process = subprocess.Popen([*command, *place], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(600):
            with socket.socket() as door:
                if not door.connect_ex(("127.0.0.1", self.port)):
                    return
            time.sleep(0.1)
        raise TimeoutError("chroma run does not start")

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "server")
    yield server
    server.kill()


def test_a_server_answers_as_the_folder_does(server: Server, tmp_path: Path) -> None:
    here, there = (
        Assistant.from_texts(TEXTS, Settings(index_dir=tmp_path / name, chroma_url=url, refusal_threshold=0.0))
        for name, url in (("here", None), ("there", server.url))
    )
    for question in ("茶园的面积有多大？", "When did the harbour open?"):
        assert there.ask(question) == here.ask(question)
    here.close()
    there.close()


def test_killed_and_started_again_it_goes_on_and_says_so_in_one_line_while_away(server: Server, tmp_path: Path) -> None:
    index = open_or_build(CHUNK_SET, Counting(), tmp_path, server=server.url)
    vector = Counting().embed_query("港口有14个泊位。")
    before = index.nearest(vector, 3)
    server.kill()
    for work in (
        lambda: index.nearest(vector, 3),
        lambda: open_or_build(CHUNK_SET, Counting(), tmp_path, server=server.url),
    ):
        with pytest.raises(IndexServerError, match=server.url) as caught:
            work()
        assert "\n" not in str(caught.value)
    server.start()
    assert index.nearest(vector, 3) == before


def test_what_one_client_brought_no_other_embeds_again(server: Server, tmp_path: Path) -> None:
    open_or_build(CHUNK_SET, Counting(), tmp_path / "one", server=server.url)
    model = Counting()
    index = open_or_build(CHUNK_SET, model, tmp_path / "two", server=server.url)
    assert model.embedded == 0
    assert len(index.nearest(model.embed_query("港"), 9)) == 2
    sentence = CHUNK_SET[0].sentences[0]
    assert index.similarities(SENTENCES, plain(model.embed_query(sentence.text)), [sentence.id])[sentence.id] > 0.999
    assert model.embedded == 1


def test_two_clients_that_build_and_ask_at_once_agree(
    server: Server, tmp_path: Path, bundled: BundledEmbeddings
) -> None:
    chunks, found = many(100), list[dict[str, float]]()
    vector = bundled.embed_query("第7件事")

    def work(name: str) -> None:
        index = open_or_build(chunks, bundled, tmp_path / name, server=server.url)
        found.extend(index.nearest(vector, len(chunks)) for _ in range(5))

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one == found[0] for one in found] == [True] * 10
    assert found[0].keys() == {one.unit.id for one in chunks}


def test_a_collection_that_was_half_brought_is_completed(server: Server, tmp_path: Path) -> None:
    index = open_or_build(CHUNK_SET, Counting(), tmp_path, server=server.url)
    index._collection.delete(ids=index._collection.get(limit=1)["ids"])
    model = Counting()
    again = open_or_build(CHUNK_SET, model, tmp_path, server=server.url)
    assert again._collection.count() == 3
    assert model.embedded == 0


def test_collections_nobody_used_for_a_week_are_dropped(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chroma, "KEPT", 1)
    client = chroma.open_server(server.url)
    for name, used in (("yinju-old", 1), ("yinju-new", int(time.time())), ("other", 1)):
        client.create_collection(name, metadata={"used": used}, embedding_function=None)
    chroma.drop_unused(client)
    assert {one.name for one in client.list_collections()} == {"yinju-new", "other"}
    chroma.close(client)


@pytest.fixture
def synced(tmp_path: Path) -> Iterator[Callable[..., dict[str, str]]]:
    """Bring records to a collection in a folder, and say what it has then: id to article."""
    client = chroma.open_folder(tmp_path / "folder")
    collection, store = chroma.collection(client, CHUNKS), VectorStore(tmp_path, Counting())

    def work(**articles: str) -> dict[str, str]:
        sync(collection, {name: Record(f"text {name}", article) for name, article in articles.items()}, store)
        there = collection.get(include=["metadatas"])
        return {name: about[chroma.ARTICLE] for name, about in zip(there["ids"], there["metadatas"], strict=True)}

    yield work
    client.close()


def test_what_is_wanted_is_there_and_nothing_else(synced: Callable[..., dict[str, str]]) -> None:
    assert synced(a="one", b="one", c="two") == {"a": "one", "b": "one", "c": "two"}
    assert synced(b="one", d="two") == {"b": "one", "d": "two"}
    assert synced(a="three") == {"a": "three"}
    assert synced() == {}


def test_a_record_that_comes_back_has_nothing_of_what_it_was(tmp_path: Path) -> None:
    with chroma.open_folder(tmp_path / "folder") as client:
        collection, store = chroma.collection(client, CHUNKS), VectorStore(tmp_path, Counting())
        collection.add(ids=["a"], embeddings=[[1.0, 0, 0, 0]], metadatas=[{"old": "yes"}])
        sync(collection, {}, store)
        sync(collection, {"a": Record("text", "one")}, store)
        assert collection.get(include=["metadatas"])["metadatas"] == [{chroma.ARTICLE: "one"}]


@pytest.mark.parametrize("url", ["localhost:8000", "http://user:key@host:1", "http://", "ftp://host"])
def test_a_url_that_is_none_is_refused(url: str) -> None:
    from rag.errors import SettingsError

    with pytest.raises(SettingsError, match="chroma_url"):
        Settings(chroma_url=url)
