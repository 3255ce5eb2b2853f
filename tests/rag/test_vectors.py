"""The store of vectors, which outlives indexes and kills."""

import subprocess
import sys
from pathlib import Path

import pytest

from rag.index import open_or_build
from rag.vectors import BATCH, VectorStore
from tests.rag.test_index import Counting, many


def test_vectors_that_no_index_has_any_more_are_removed(tmp_path: Path) -> None:
    open_or_build(many(40), Counting(), tmp_path).close()
    for manifest in tmp_path.glob("*/manifest.json"):
        manifest.unlink()
    open_or_build(many(3), Counting(), tmp_path).close()
    model = Counting()
    VectorStore(tmp_path, model).fill([one.unit.text for one in many(4)], lambda done, total: None)
    assert model.embedded == 1


def test_what_a_build_that_was_cut_off_has_embedded_outlasts_other_builds(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_or_build(many(300), Counting(), tmp_path, stop)
    open_or_build(many(3, changed=1), Counting(), tmp_path).close()
    model = Counting()
    open_or_build(many(300), model, tmp_path).close()
    assert model.embedded == 300 - BATCH
    assert not list(tmp_path.glob("*.begun"))


def test_killed_in_the_middle_of_a_build_it_goes_on_where_it_was(tmp_path: Path) -> None:
    texts = [f"第{number}句说的是第{number}件事。" for number in range(3 * BATCH)]
    store = (
        "import os, signal; from pathlib import Path; from rag.vectors import VectorStore; "
        f"from tests.rag.test_index import Counting; store = VectorStore(Path({str(tmp_path)!r}), Counting())"
    )
    stop = "lambda done, total: done > 300 and os.kill(os.getpid(), signal.SIGKILL)"
    command = [sys.executable, "-c", f"{store}; store.fill({texts!r}, {stop})"]
    assert subprocess.run(command, check=False, cwd=Path(__file__).parents[2]).returncode == -9
    model = Counting()
    VectorStore(tmp_path, model).fill(texts, lambda done, total: None)
    assert model.embedded == BATCH


def test_what_was_looked_up_is_at_hand_until_that_is_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rag.vectors.RECENT", 3)
    model = Counting()
    store = VectorStore(tmp_path, model)
    first = store.get(["一", "二", "三"])
    store.path.unlink()
    assert store.get(["二", "三"])["三"].tolist() == first["三"].tolist()
    assert model.embedded == 3
    store.get(["四"])
    store.path.unlink()
    store.get(["四", "一"])
    assert model.embedded == 5
