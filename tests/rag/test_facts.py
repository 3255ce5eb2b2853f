"""Numbers and dates with what they say."""

import pytest

from rag.facts import facts, lacking


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1200", "一千二百"),
        ("1,200 people", "1200人"),
        ("1.2 billion yuan", "12亿元"),
        ("February 28", "2 月 28 日"),
        ("28 February 2020", "2020年2月28日"),
        ("百分之五", "5 percent"),
        ("第十一个", "the 11th"),
        ("the sixth", "第六次"),
        ("19th century", "十九世纪"),
        ("the 1990s", "90年代"),
        ("2:30", "下午2点30分"),
        ("two thirds", "三分之二"),
        ("221 BC", "公元前221年"),
        ("Monday", "星期一"),
        ("$3 million", "300万美元"),
        ("5 km", "5000米"),
    ],
)
def test_one_value_written_in_two_ways_is_the_same(one: str, other: str) -> None:
    assert facts(one)
    assert lacking(one, other) == lacking(other, one) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 km", "5 miles"),
        ("1100万日元", "1100万美元"),
        ("5%", "5万元"),
        ("3月1日", "1 February"),
        ("the 6th", "第七次"),
    ],
)
def test_another_unit_day_or_place_in_order_is_not_the_same(one: str, other: str) -> None:
    assert lacking(one, other)


@pytest.mark.parametrize("text", ["一带一路", "四面八方", "one of them", "两江新区"])
def test_numerals_that_are_parts_of_words_claim_nothing(text: str) -> None:
    assert lacking(text, "") == []
