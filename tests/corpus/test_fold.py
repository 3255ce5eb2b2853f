"""Folding for matching."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.fold import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＧＤＰ（２０２０）", "gdp(2020)"),
        ("兩江新區與天府新區", "两江新区与天府新区"),
        ("Straße", "STRASSE"),
        ("规划  面积\n\t1200", "规划 面积 1200"),
        ("1,578 square kilometers", "1578 square kilometers"),
        ("１，２００，０００", "1200000"),
        ("㎡", "m2"),
    ],
)
def test_two_spellings_of_the_same_thing_fold_to_the_same_text(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1,200", "1,20"), ("1.5", "15"), ("两江", "天府"), ("new area", "newarea"), ("100%", "100")],
)
def test_different_things_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_commas_that_do_not_part_thousands_stay() -> None:
    assert fold("in 3,14 or 1,2345, and 2,000.") == "in 3,14 or 1,2345, and 2000."


def test_a_word_of_traditional_text_is_read_as_a_word() -> None:
    assert fold("頭髮與發展，乾隆") == "头发与发展,乾隆"


def test_half_a_surrogate_pair_does_no_harm() -> None:
    assert fold("a\ud800b") == "a\ufffdb"


@settings(deadline=None, database=None, derandomize=True)
@given(st.text(max_size=40))
@example("ß\u0301")
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)
