"""Words and glosses out of a dictionary file."""

from pathlib import Path

import pytest

from rag.embedding.vocabulary import (
    choose_words,
    clean_gloss,
    foldings,
    read_entries,
    read_frequencies,
    simplifications,
)

CEDICT = """# a comment
兩 两 [liang3] /two/both/CL:個|个[ge4]/
區 区 [qu1] /area; region/(bound form) to distinguish/
新區 新区 [xin1 qu1] /new district/
中國 中国 [Zhong1 guo2] /China/
3D 3D [san1 D] /three-dimensional/
之 之 [zhi1] /see 某某[mou3]/
"""


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    path = tmp_path / "cc-cedict.u8"
    path.write_text(CEDICT, encoding="utf-8")
    return path


def test_comments_and_cross_references_are_no_glosses(dictionary: Path) -> None:
    entries = {entry.simplified: entry.glosses for entry in read_entries(dictionary)}
    assert entries["两"] == ("two", "both")
    assert entries["之"] == ()


@pytest.mark.parametrize(
    ("gloss", "clean"), [("(loanword) sofa", "sofa"), ("CL:張|张", ""), ("variant of 著", ""), ("tea", "tea")]
)
def test_a_gloss_keeps_what_means_something(gloss: str, clean: str) -> None:
    assert clean_gloss(gloss) == clean


def test_traditional_characters_map_to_simplified_ones(dictionary: Path) -> None:
    assert simplifications(read_entries(dictionary)) == {"兩": "两", "區": "区", "國": "国"}


def test_full_width_forms_and_marks_are_folded_too(dictionary: Path) -> None:
    folded = foldings(read_entries(dictionary))
    assert [folded[char] for char in "Ａ５，。⽤國"] == ["A", "5", ",", ".", "用", "国"]


def test_words_come_by_frequency_and_only_in_han(dictionary: Path, tmp_path: Path) -> None:
    (tmp_path / "frequency.tsv").write_text("中国\t0.2\n新区\t0.3\n两\t0.1\n3D\t0.9\n", encoding="utf-8")
    frequencies = read_frequencies(tmp_path / "frequency.tsv")
    assert choose_words(read_entries(dictionary), frequencies, characters=2, words=5) == ["区", "两", "新区", "中国"]


def test_a_word_that_folds_to_another_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "cc-cedict.u8"
    lines = ["了 了 [le5] /done/", "瞭解 了解 [liao3 jie3] /to understand/", "明瞭 明了 [ming2 liao3] /clear/"]
    path.write_text("\n".join([*lines, "瞭 瞭 [liao4] /to watch from afar/"]), encoding="utf-8")
    entries = read_entries(path)
    assert simplifications(entries) == {"瞭": "了"}
    assert choose_words(entries, {"瞭": 0.9, "了解": 0.1, "了": 0.1}, characters=2, words=5) == ["了", "了解"]
