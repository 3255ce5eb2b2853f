"""What dates and numbers say, in either language."""

import pytest

from rag.short.values import amount, day


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("2014年10月2日", "October 2, 2014"),
        ("二〇一四年", "2014"),
        ("去年7月25日", "July 25"),
        ("十月二日", "2 October"),
        ("19世纪末", "late 19th century"),
    ],
)
def test_a_date_is_the_same_in_both_languages(chinese: str, english: str) -> None:
    assert day(chinese) == day(english) is not None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("1200平方公里", "1,200 square kilometers"),
        ("2.5万亿元", "2.5 trillion yuan"),
        ("六项", "six"),
        ("三百二十人", "three hundred and twenty people"),
        ("25万", "250,000"),
        ("百分之五", "5 percent"),
        ("约十五米", "about fifteen metres"),
    ],
)
def test_a_number_is_the_same_in_both_languages(chinese: str, english: str) -> None:
    assert amount(chinese) == amount(english) is not None


def test_a_part_of_one_is_told_from_what_is_the_third_or_of_a_quarter() -> None:
    assert amount("万分之五") == 0.0005
    assert amount("two thirds of the staff") == 2 / 3
    assert amount("a third round of 20 billion yuan") == 20e9
    assert amount("three quarter finals") == 3


def test_what_says_no_date_or_number_has_none() -> None:
    assert day("someday") is None
    assert amount("many people") is None
