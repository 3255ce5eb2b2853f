from typing import Any

import pytest

from eval.wording import contains_gold, exact_match, f1


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("面积 1,200\n平方公里。", [["1200平方公里"]]),
        ("ＡＢＣ公司", [["abc公司"]]),
        ("重慶兩江新區", [["重庆两江新区"]]),
        ("The Six Tasks[1].", [["six task"]]),
        ("It covers 1,200\nsquare kilometres", [["1200 square kilometres"]]),
        ("founded in 2010. 12 firms came", [["2010"]]),
        ("甲和乙", [["丙", "甲"], ["乙"]]),
        ("增长3.5%", [["3.5%"]]),
    ],
)
def test_gold_is_found_through_folding(answer: str, accepted: Any) -> None:
    assert contains_gold(answer, accepted)


@pytest.mark.parametrize(
    ("answer", "accepted"),
    [
        ("2016年", [["6"]]),
        ("增长3.5%", [["5%"]]),
        ("增长3.5%", [["3"]]),
        ("占12000平方公里", [["1200"]]),
        ("两江新区[6]", [["6"]]),
        ("the airport", [["port"]]),
        ("甲", [["甲"], ["乙"]]),
        ("a b", [["ab"]]),
    ],
)
def test_what_only_looks_like_gold_is_not_found(answer: str, accepted: Any) -> None:
    assert not contains_gold(answer, accepted)


def test_chinese_f1_counts_the_longest_run_that_both_have_and_english_every_word() -> None:
    assert f1("甲丙乙", ["甲乙丙"], "zh") == pytest.approx(1 / 3)
    assert f1("one three two", ["one two three"], "en") == 1.0


def test_the_best_reference_counts() -> None:
    assert f1("1931年", ["三十年代", "1931年"], "zh") == exact_match("1931年。", ["三十年代", "1931年"], "zh") == 1.0


def test_an_answer_without_words_matches_nothing() -> None:
    assert f1("。", ["甲"], "zh") == exact_match("", ["甲"], "zh") == 0.0
