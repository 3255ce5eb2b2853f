"""Headings that name what a question asks for, the labels of fields, and what they must leave alone."""

import pytest

from rag import Assistant

NOTICE = """河湾镇陶艺班招生公告

河湾镇陶艺班即将开课，现将有关事项公告如下。

一、招生对象
本镇8至15周岁的少年儿童，不限户籍。学龄前儿童只能报体验课。

二、课程设置
1. 初级班（8—10岁）：捏塑、盘条、印花。
2. 高级班（11—15岁）：拉坯、上釉、烧窑。
每期共十周。初级班课程和高级班课程都在东楼上课。

三、优惠与减免
1. 兄弟姐妹一同报名的，第二人学费八折。
2. 低保家庭子女免学费。
以上优惠不得叠加使用，材料费不参与优惠。

四、为什么要穿围裙
釉料沾上衣服就洗不掉。去年有三名学员弄脏了校服。

五、联系方式
咨询电话：0571-6620188（工作日8:30至17:00），联系人：周老师。监督电话：0571-6620199。
"""
GARDEN = """# Garden rules and news

The garden is run by the parish. These rules were agreed in March.

## Rules

- Keep your plot free of weeds.
- Dogs must be on a lead.

Anyone who breaks the rules twice loses the plot.

## Why the gate is locked

Tools were stolen in May. The police have found no one.

## Opening times

The gate is open from 7am to 9pm. In winter it is shut at 5pm.
"""
FIELD = "咨询电话：0571-6620188（工作日8:30至17:00），联系人：周老师。"


@pytest.fixture(scope="module")
def notice() -> Assistant:
    return Assistant.from_texts({"notice": NOTICE})


@pytest.fixture(scope="module")
def garden() -> Assistant:
    return Assistant.from_texts({"garden": GARDEN})


def quoted(assistant: Assistant, question: str) -> list[str]:
    return [citation.quote for citation in assistant.ask(question).citations]


@pytest.mark.parametrize("question", ["招生对象是谁？", "招生对象是什么？", "谁可以报名？", "哪些孩子可以报名？"])
def test_all_below_the_heading_on_whom_it_is_for(notice: Assistant, question: str) -> None:
    assert quoted(notice, question) == ["本镇8至15周岁的少年儿童，不限户籍。", "学龄前儿童只能报体验课。"]


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("初级班课程都有哪些？", ["初级班"]),
        ("高级班有什么课？", ["高级班"]),
        ("优惠政策有哪些？", ["兄弟姐", "低保家"]),
        ("哪些情况能享受优惠或减免？", ["兄弟姐", "低保家"]),
        ("为什么要穿围裙？", ["釉料沾", "去年有"]),
        ("穿围裙的原因是什么？", ["釉料沾", "去年有"]),
        ("初级班在哪里上课？", ["初级班"]),
        ("材料费能优惠吗？", ["以上优"]),
        ("去年有几名学员弄脏了校服？", ["去年有"]),
    ],
)
def test_the_item_or_list_or_section_that_is_named(notice: Assistant, question: str, begins: list[str]) -> None:
    assert [quote.lstrip("123. ")[:3] for quote in quoted(notice, question)] == begins


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("咨询电话是多少？", "0571-6620188"),
        ("监督电话是多少？", "0571-6620199"),
        ("联系人是谁？", "周老师"),
        ("电话是多少？", None),  # there are two
    ],
)
def test_the_value_behind_a_label_is_the_short_answer(notice: Assistant, question: str, short: str | None) -> None:
    answer = notice.ask(question)
    assert (answer.short.text if answer.short else None) == short


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("What are the rules?", ["- Keep your plot free of weeds.", "- Dogs must be on a lead."]),
        ("List the rules", ["- Keep your plot free of weeds.", "- Dogs must be on a lead."]),
        ("What are the garden rules?", ["- Keep your plot free of weeds.", "- Dogs must be on a lead."]),
        ("规则有哪些？", ["- Keep your plot free of weeds.", "- Dogs must be on a lead."]),
        ("Why do they lock the gate?", ["Tools were stolen in May.", "The police have found no one."]),
        ("What are the opening times?", ["The gate is open from 7am to 9pm.", "In winter it is shut at 5pm."]),
        ("When were the rules agreed?", ["These rules were agreed in March."]),
        ("What happens if I break the rules twice?", ["Anyone who breaks the rules twice loses the plot."]),
        ("What is the rule about dogs?", ["- Dogs must be on a lead."]),
        ("When does the gate shut in winter?", ["In winter it is shut at 5pm."]),
        ("Who runs the garden?", ["The garden is run by the parish."]),
    ],
)
def test_english_headings_and_what_they_leave_alone(garden: Assistant, question: str, quotes: list[str]) -> None:
    assert quoted(garden, question) == quotes
