"""Word vectors as a dictionary."""

import numpy as np
import pytest

from rag.embed import BundledEmbeddings
from rag.meaning import is_word, likeness, word_vectors


@pytest.mark.parametrize(
    ("word", "same", "other"),
    [
        ("area", "面积", "人口"),
        ("人口", "population", "area"),
        ("投資", "investment", "park"),
        ("建议", "提议", "公园"),
    ],
)
def test_a_word_lies_nearer_to_its_translation_or_synonym_than_to_another(word: str, same: str, other: str) -> None:
    one, near, far = word_vectors().of([word, same, other])
    assert likeness(one @ near) > likeness(one @ far) == 0


def test_vectors_have_length_one_and_a_word_without_any_has_none() -> None:
    vectors = word_vectors().of(["两江新区", "harbour", "", "𠀀"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1)[:2], 1, atol=1e-5)
    assert np.isfinite(vectors).all()
    assert not vectors[2].any()
    assert word_vectors().of([]).shape == (0, 384)


def test_the_table_is_read_as_the_model_reads_it(bundled: BundledEmbeddings) -> None:
    from safetensors.torch import load_file

    from rag.embed import bundled_folder

    table = load_file(bundled_folder() / "model.safetensors")["embeddings.word_embeddings.weight"].float().numpy()
    row = table[bundled._tokenizer.token_to_id("面积")]
    np.testing.assert_allclose(word_vectors().of(["面积"])[0], row / np.linalg.norm(row), atol=1e-6)


def test_words_that_the_model_was_never_taught_mean_nothing_rather_than_the_same() -> None:
    untaught = word_vectors().of(["红楼梦", "双城记", "汉口"])
    assert not untaught.any()
    assert not any(map(is_word, ("红楼梦", "汉口")))
    assert is_word("面积")
