"""Run-in headings: they say what is behind them, and answer nothing."""

import pytest

from rag import Assistant
from rag.signals.label import name_of

NOTICE = """# 枫林中心通知

一、开放时间。周二至周五9:00至21:00开放，周一闭馆。图书室每天提前半小时关门。

二、收费标准。图书室免费。游泳馆成人每次25元。

三、暑期班。今年新开书法、民族舞和编程三个班，每班限20人。
"""


@pytest.fixture(scope="module")
def notice() -> Assistant:
    return Assistant.from_texts({"notice": NOTICE})


@pytest.mark.parametrize(
    "text", ["一、开放时间。", "（二）收费标准。", "3. 志愿者招募：", "十二、注意事项。", "三、暑期班。"]
)
def test_a_numbered_name_of_a_thing_is_a_label(text: str) -> None:
    assert name_of(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "一、禁止吸烟。",
            "二、不得携带宠物。",
            "三、持证入场。",
            "开放时间。",
            "1. Fees.",
            "1、切断电源。",
            "3、近期照片。",
        ),
        *("三、爱护公物。", "四、不得收费。", "五、准时上课。", "四、泳池九点开放，周一闭馆。"),
    ],
)
def test_a_rule_a_step_a_thing_or_a_sentence_is_none(text: str) -> None:
    assert not name_of(text)


def test_of_several_in_a_row_each_is_told_apart() -> None:
    text = "一、申请条件。年满16周岁。二、申请材料。身份证和照片。三、申请时间。每周二。"
    answer = Assistant.from_texts({"rules": text}).ask("申请条件是什么？")
    assert [citation.quote for citation in answer.citations] == ["年满16周岁。"]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("收费标准是什么？", ["图书室免费。", "游泳馆成人每次25元。"]),
        ("开放时间是什么？", ["周二至周五9:00至21:00开放，周一闭馆。", "图书室每天提前半小时关门。"]),
    ],
)
def test_who_asks_for_a_label_is_told_what_is_behind_it(notice: Assistant, question: str, said: list[str]) -> None:
    assert [citation.quote for citation in notice.ask(question).citations] == said


@pytest.mark.parametrize("question", ["暑假开了什么班？", "暑期班有哪几个？", "要交多少钱？"])
def test_a_label_is_never_the_answer(notice: Assistant, question: str) -> None:
    answer = notice.ask(question)
    assert not any(name_of(citation.quote) for citation in answer.citations)
