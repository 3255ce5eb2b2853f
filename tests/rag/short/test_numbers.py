"""Numbers with their units, and which of them a question can mean."""

import pytest

from rag.short.numbers import numbers
from rag.types import Language
from tests.rag.short.test_find import found


@pytest.mark.parametrize(
    ("text", "language", "number", "measure"),
    [
        ("兵力四十万。", "zh", "四十万", "count"),
        ("症状持续数周甚至数月。", "zh", "数周甚至数月", "time"),
        ("枪管长14 英寸到30 英寸。", "zh", "14 英寸到30 英寸", "length"),
        ("赔偿3.2亿日元。", "zh", "3.2亿日元", "money"),
        ("该校位列22名。", "zh", "22名", "order"),
        ("At age 17 he left.", "en", "17", "age"),
        ("The tower is 52 stories tall.", "en", "52 stories", "length"),
        ("It had tens of thousands of members.", "en", "tens of thousands", "count"),
    ],
)
def test_a_number_has_its_unit_and_measure(text: str, language: Language, number: str, measure: str) -> None:
    (span,) = numbers(text, language)
    assert (text[span.start : span.end], span.measure) == (number, measure)


@pytest.mark.parametrize("text", ["园区建成5G基站。", "战舰AK-130下水。", "编号L5的线路。"])
def test_digits_of_a_name_are_no_number(text: str) -> None:
    assert numbers(text, "zh") == []


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("有多少家企业入驻？", "园区建成5G基站，面积3平方公里，有2000人。", None),
        ("How many firms have moved in?", "The park has 3,000 workers and 12 gates.", None),
        ("How many W9 vans were produced?", "Production of the W9 reached 485,000 units.", "485,000"),
        ("What was the population in 2006?", "The population was 670,797 at the 2006 census.", "670,797"),
        ("镇上有多少人口？", "面积127平方公里，人口8.57万。", "8.57万"),
        ("机务段有多少列车？", "机务段设2个车间，共5列。", "5列"),
        ("这条河的长度是水深的多少倍？", "长度为水深的20倍，宽3米。", "20倍"),
        ("任期是多长？", "委员会有9人，任期五年。", "五年"),
        ("How many miles long is it?", "It is 15 km (9.3 miles) long.", "9.3 miles"),
        ("How long is it?", "It is 15 km (9.3 miles) long.", "15 km"),
        ("县里派了多少人的队伍？", "县里攻占前派出300人的队伍。", "300人"),
    ],
)
def test_a_number_of_something_else_is_no_answer(question: str, text: str, answer: str | None) -> None:
    assert found(question, text) == answer


def test_of_two_numbers_alike_the_one_in_the_words_of_the_question_is_given() -> None:
    text = "大数字拼盘至多有80步；而小数字拼盘至多有31步。"
    assert found("小数字拼盘至多有多少步？", text) == "31步"
