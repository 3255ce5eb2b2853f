"""The whole making of a model on a handful of pairs: trained, resumed, written, and read by both libraries."""

import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from rag.embed import BundledEmbeddings
from rag.embedding import curriculum, train
from rag.embedding.float8 import float8
from rag.embedding.student import distillation_loss, rounded
from rag.embedding.teacher import load_teacher
from tests.rag.embedding.test_vocabulary import CEDICT

WORDS = CEDICT + "王 王 [Wang2] /surname Wang/\n明 明 [ming2] /bright/\n"
SENTENCES = "Tea is green.\t茶是绿的。\nChina is large.\t中国很大。\nThe new area opened.\t新区启用了。\n"
SENTENCES += (
    "China had 12 areas in 1931, 320 in 1949 and 1,578 in 2020.\t中国1931年有12个新区，1949年320个，2020年1,578个。\n"
)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("data")
    folder = top / "train"
    folder.mkdir()
    (folder / "cc-cedict.u8").write_text(WORDS, encoding="utf-8")
    (folder / "word-frequency.zh.tsv").write_text("中国\t0.2\n新区\t0.3\n两\t0.1\n", encoding="utf-8")
    for name in ("tatoeba", "wmt-news", "dbpedia-titles", "un-sdg", "economics-terms"):
        (folder / f"{name}.en-zh.tsv").write_text(SENTENCES, encoding="utf-8")
    (folder / "flores").mkdir()
    for split in ("dev", "devtest"):
        (folder / "flores" / f"zho_Hans.{split}").write_text("两国\n", encoding="utf-8")
        (folder / "flores" / f"eng_Latn.{split}").write_text("two countries\n", encoding="utf-8")
    return top


def make(data: Path, work: Path, monkeypatch: pytest.MonkeyPatch, steps: int = 3) -> dict[str, torch.Tensor]:
    monkeypatch.setattr(curriculum, "_QUESTIONS", 20)
    monkeypatch.setattr(curriculum, "_MADE_UP_NAMES", 20)
    monkeypatch.setattr(
        sys, "argv", ["train", str(data), "--work", str(work), "--out", str(work / "model"), "--steps", str(steps)]
    )
    train.main()
    return weights_of(work, "made")


def weights_of(work: Path, member: str) -> dict[str, torch.Tensor]:
    weights: dict[str, torch.Tensor] = torch.load(work / f"{member}.pt", weights_only=True)["student"]
    return weights


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
    resumed = make(data, tmp_path / "cut", monkeypatch)
    assert all(torch.allclose(resumed[name], weight, atol=1e-6) for name, weight in straight.items())


def test_only_the_chinese_words_and_the_body_learn(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, three = (make(data, tmp_path / str(steps), monkeypatch, steps) for steps in (1, 3))
    moved = {name for name, weight in three.items() if not torch.equal(weight, one[name])}
    assert {"chinese", "body.encoder.layer.0.output.dense.weight"} <= moved
    assert not moved & {"english", "body.embeddings.word_embeddings.weight", "body.pooler.dense.weight"}


def test_one_member_keeps_the_body_and_the_model_is_the_mean_of_both(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(data, tmp_path, monkeypatch)
    given, made = (weights_of(tmp_path, member.name) for member in train.MEMBERS)
    name = "encoder.layer.0.output.dense.weight"
    teacher = load_teacher()[0].auto_model.state_dict()[name]
    assert torch.equal(given[f"body.{name}"], teacher)
    stored = load_file(tmp_path / "model" / "model.safetensors")[name].float()
    middle = (teacher + made[f"body.{name}"]) / 2
    torch.testing.assert_close(stored, rounded(middle))


def test_the_loss_is_small_where_student_and_teacher_agree() -> None:
    same = torch.eye(4)
    assert distillation_loss(same, same) < 1e-3
    assert distillation_loss(same, same.roll(1, 0)) > 1


def test_batches_hold_every_example_once_and_differ_between_epochs() -> None:
    examples = [train.Example([1] * (number % 9 + 1), number) for number in range(1000)]
    one, two = ([[e.target for e in batch] for batch in train.batches(examples, seed)] for seed in (1, 2))
    assert sorted(chain.from_iterable(one)) == list(range(1000))
    assert one != two


def test_the_256_values_of_a_byte_are_those_of_torch() -> None:
    expected = torch.arange(256, dtype=torch.uint8).view(torch.float8_e4m3fn).float().numpy()
    np.testing.assert_array_equal(np.array([float8(code) for code in range(256)], dtype=np.float32), expected)


def test_what_is_learned_from_is_the_same_in_every_process(data: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from rag.embedding import curriculum, vocabulary;"
        "folder = Path(sys.argv[1]) / 'train'; entries = vocabulary.read_entries(folder / 'cc-cedict.u8');"
        "print(curriculum.collect(folder, entries, ['两', '明', '新区'], 7))"
    )
    command = [sys.executable, "-c", script, str(data)]
    one, two = (
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True).stdout
        for seed in "12"
    )
    assert one == two
    assert len(one) > 1000
