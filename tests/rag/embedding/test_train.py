"""The whole making of a model on a handful of pairs: trained, resumed, written, and read by both libraries."""

import sys
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
import torch

from rag.embed import BundledEmbeddings
from rag.embedding import train
from rag.embedding.graph import float8
from rag.embedding.pairs import Pair, joined, read_tsv
from tests.rag.embedding.test_vocabulary import CEDICT

SENTENCES = "Tea is green.\t茶是绿的。\nChina is large.\t中国很大。\nThe new area opened.\t新区启用了。\n"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    (folder / "cc-cedict.u8").write_text(CEDICT, encoding="utf-8")
    (folder / "word-frequency.zh.tsv").write_text("中国\t0.2\n新区\t0.3\n两\t0.1\n", encoding="utf-8")
    for name in ("tatoeba", "wmt-news", "dbpedia-titles", "un-sdg", "economics-terms"):
        (folder / f"{name}.en-zh.tsv").write_text(SENTENCES, encoding="utf-8")
    (folder / "flores").mkdir()
    for split in ("dev", "devtest"):
        (folder / "flores" / f"zho_Hans.{split}").write_text("两国\n", encoding="utf-8")
        (folder / "flores" / f"eng_Latn.{split}").write_text("two countries\n", encoding="utf-8")
    return folder


def make(data: Path, work: Path, monkeypatch: pytest.MonkeyPatch, steps: int = 3) -> torch.Tensor:
    monkeypatch.setattr(
        sys, "argv", ["train", str(data), "--work", str(work), "--out", str(work / "model"), "--steps", str(steps)]
    )
    train.main()
    table: torch.Tensor = torch.load(work / "checkpoint.pt", weights_only=True)["chinese"]
    return table


def test_a_model_is_made_and_both_libraries_read_the_same_from_it(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sentence_transformers import SentenceTransformer

    make(data, tmp_path, monkeypatch)
    texts = ["中国新区", "兩國", "Tea is green.", ""]
    plain = SentenceTransformer(str(tmp_path / "model"), device="cpu", local_files_only=True).encode(texts)
    assert np.sum(plain * np.array(BundledEmbeddings(tmp_path / "model").embed_documents(texts)), axis=1).min() > 0.9999


def test_training_cut_off_in_the_middle_ends_where_it_would_have_ended(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    straight = make(data, tmp_path / "straight", monkeypatch)
    monkeypatch.setattr(train, "CHECKPOINT_EVERY", 1)
    saved, step = train._save, iter(range(100))

    def stop_after_one(*arguments: object) -> None:
        saved(*arguments)  # type: ignore[arg-type]
        if next(step) == 0:
            raise KeyboardInterrupt

    monkeypatch.setattr(train, "_save", stop_after_one)
    with pytest.raises(KeyboardInterrupt):
        make(data, tmp_path / "cut", monkeypatch)
    assert torch.allclose(make(data, tmp_path / "cut", monkeypatch), straight, atol=1e-6)


def test_the_loss_is_small_where_student_and_teacher_agree() -> None:
    same = torch.eye(4)
    assert train.distillation_loss(same, same) < 1e-3
    assert train.distillation_loss(same, same.roll(1, 0)) > 1


def test_batches_hold_every_example_once_and_differ_between_epochs() -> None:
    examples = [train.Example([1] * (number % 9 + 1), number) for number in range(1000)]
    one, two = ([[e.target for e in batch] for batch in train.batches(examples, seed)] for seed in (1, 2))
    assert sorted(chain.from_iterable(one)) == list(range(1000))
    assert one != two


def test_lines_without_two_texts_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("tea\t茶\n\nhalf\nempty\t \n", encoding="utf-8")
    assert read_tsv(tmp_path / "pairs.tsv") == [Pair("茶", "tea")]


def test_runs_of_neighbours_are_joined_without_overlap() -> None:
    pairs = [Pair(char, char) for char in "abcde"]
    assert [pair.english for pair in joined(pairs, 2)] == ["a b", "c d"]


def test_the_256_values_of_a_byte_are_those_of_torch() -> None:
    expected = torch.arange(256, dtype=torch.uint8).view(torch.float8_e4m3fn).float().numpy()
    np.testing.assert_array_equal(np.array([float8(code) for code in range(256)], dtype=np.float32), expected)
