"""Opposite extremes, changes from one amount to another, and days before something."""

import pytest

from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("什么时候人最少？", "周四下午最空，周六人最多。", "周四下午"),
        ("什么时候最便宜？", "淡季11月最贵，3月价格最低。", "3月"),
        ("什么时候人最多？", "周末人最多，周一最清闲。", "周末"),
        ("什么时候最热？", "七月最热，一月最冷。", "七月"),
        ("When is it least busy?", "Saturday is the busiest day, Monday the quietest.", "Monday"),
        ("When is it cheapest?", "It is cheapest in November and most expensive in July.", "November"),
        ("茶市什么时候最热闹？", "茶市在周六下午最热闹。", "周六下午"),
        ("茶市什么时候开？", "茶市周六开，周四下午最空。", "周六"),
    ],
)
def test_of_two_extremes_the_one_asked_for_is_given(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("How much do tickets cost now?", "The price went up from £5 to £9 in May.", "£9"),
        ("How much were tickets before?", "Tickets rose in price from £5 to £9.", "£5"),
        ("How much do tickets cost?", "Tickets cost from £5 to £9.", "£5 to £9"),
        ("线路有多少个站？", "线路全长30公里，设车站24座。", "24座"),
        ("最晚什么时候取消预约？", "取消预约须在就诊前一日20时前办理。", "前一日20时"),
        ("大人票多少钱？", "儿童20元，成人40元。", "40元"),
    ],
)
def test_a_number_or_a_time_is_the_one_asked_for_and_whole(question: str, text: str, answer: str) -> None:
    assert found(question, text) == answer
