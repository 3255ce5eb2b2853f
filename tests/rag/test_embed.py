"""Vectors: the bundled model by both roads, and any other model by name or folder."""

import math
from pathlib import Path

import numpy as np
import pytest
from langchain_tests.unit_tests import EmbeddingsUnitTests

from rag.embed import BundledEmbeddings, SentenceTransformerEmbeddings, bundled_folder, load_embeddings
from rag.errors import ModelError
from tests.rag.tiny import save_tiny_model

TEXTS = [
    "两江新区规划面积有多大？",
    "When was it approved?",
    "",
    "👍🏽",
    "犇𠀀",
    "两江新区 GDP 5G Liangjiang 新区",
    "长" * 10_000,
]


class TestAsLangChainEmbeddings(EmbeddingsUnitTests):
    @property
    def embeddings_class(self) -> type[BundledEmbeddings]:
        return BundledEmbeddings

    @property
    def embedding_model_params(self) -> dict[str, Path]:
        return {"folder": bundled_folder()}


def test_plain_sentence_transformers_gives_the_same_vectors(bundled: BundledEmbeddings) -> None:
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(bundled_folder()), device="cpu", local_files_only=True)
    cosines = np.sum(plain.encode(TEXTS) * np.array(bundled.embed_documents(TEXTS)), axis=1)
    assert cosines.min() > 0.9999


def test_every_text_has_a_unit_vector_and_no_nan(bundled: BundledEmbeddings) -> None:
    for vector in bundled.embed_documents(TEXTS):
        assert math.isclose(math.fsum(x * x for x in vector), 1, abs_tol=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(bundled: BundledEmbeddings) -> None:
    together = bundled.embed_documents(TEXTS * 12)
    assert np.allclose(together[: len(TEXTS)], [bundled.embed_query(text) for text in TEXTS], atol=1e-5)
    assert np.allclose(together[: len(TEXTS)], together[-len(TEXTS) :], atol=1e-5)


def test_no_texts_have_no_vectors(bundled: BundledEmbeddings) -> None:
    assert bundled.embed_documents([]) == []


def test_a_question_is_nearer_to_its_answer_in_the_other_language_than_to_another(bundled: BundledEmbeddings) -> None:
    question, answer, other = bundled.embed_documents(
        ["How large is the new area?", "新区规划总面积1200平方公里。", "记者走进了一家医院。"]
    )
    assert np.dot(question, answer) > np.dot(question, other) + 0.1


def test_traditional_characters_read_as_simplified_ones(bundled: BundledEmbeddings) -> None:
    one, other = bundled.embed_documents(["兩江新區規劃面積", "两江新区规划面积"])
    assert np.dot(one, other) > 0.999


def test_a_damaged_bundled_model_is_one_clear_line(tmp_path: Path) -> None:
    for name in ("tokenizer.json", "model.safetensors", "model.onnx"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(ModelError, match="install the package again"):
        BundledEmbeddings(tmp_path)


def test_a_model_folder_is_loaded_with_its_own_prompts(tmp_path: Path) -> None:
    ready = save_tiny_model(tmp_path, {"query": "ask: ", "document": "text: "})
    model = SentenceTransformerEmbeddings(str(ready), offline=True)
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(ready), device="cpu", local_files_only=True)
    expected = plain.encode(["ask: 两江", "text: 两江"], normalize_embeddings=True)
    assert np.allclose([model.embed_query("两江"), *model.embed_documents(["两江"])], expected, atol=1e-6)
    assert not np.allclose(*expected)


def test_two_models_have_two_fingerprints(tmp_path: Path) -> None:
    folders = [str(save_tiny_model(tmp_path / str(seed), seed=seed)) for seed in (1, 2)]
    one, two, again = (
        SentenceTransformerEmbeddings(folder, offline=True).fingerprint for folder in (*folders, folders[0])
    )
    assert one == again != two


def test_a_model_that_does_not_exist_is_one_clear_line_without_a_look_at_the_network() -> None:
    with pytest.raises(ModelError, match=r"no-such/model.*RAG_OFFLINE"):
        load_embeddings("no-such/model", offline=True)
