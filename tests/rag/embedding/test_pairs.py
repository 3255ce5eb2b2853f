"""Reading, holding out and lengthening the pairs."""

import random
from pathlib import Path

from rag.embedding.pairs import Pair, hold_out, joined, listed, read_tsv


def test_lines_without_two_texts_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text("tea\t茶\n\nhalf\nempty\t \n", encoding="utf-8")
    assert read_tsv(tmp_path / "pairs.tsv") == [Pair("茶", "tea")]


def test_runs_of_neighbours_are_joined_without_overlap() -> None:
    pairs = [Pair(char, char) for char in "abcde"]
    assert [pair.english for pair in joined(pairs, 2)] == ["a b", "c d"]


def test_no_text_that_is_measured_on_is_learned_in_either_language() -> None:
    # Every English text has two translations, and every second Chinese text serves two English ones.
    pairs = [Pair(f"{number // 2 * 2}。", f"text {number}") for number in range(2000)]
    pairs += [Pair(f"also {number}", f"text {number}") for number in range(2000)]
    kept, measured = hold_out(pairs)
    assert 20 < len(measured) < 150
    assert len(kept) + len(measured) > 0.9 * len(pairs)
    assert not {pair.english for pair in kept} & {pair.english for pair in measured}
    assert not {pair.chinese for pair in kept} & {pair.chinese for pair in measured}


def test_a_measured_text_stands_there_once() -> None:
    _, measured = hold_out([Pair(f"{number % 50}。", f"text {number}") for number in range(5000)])
    assert len({pair.chinese for pair in measured}) == len({pair.english for pair in measured}) == len(measured) > 10


def test_lists_hold_every_pair_once() -> None:
    pairs = [Pair(str(number), str(number)) for number in range(101)]
    lists = list(listed(pairs, random.Random(1)))
    assert sorted(part for pair in lists for part in pair.english.split(", ")) == sorted(map(str, range(101)))
    assert all(pair.chinese.replace("、", ", ") == pair.english for pair in lists)
