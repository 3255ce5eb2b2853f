"""Questions that the article asks itself."""

import pytest

from rag import Assistant

KETTLE = """# 手册

## 使用

往水箱里加满清水，再打开开关。

## 常见问题

### 机器显示 E5 怎么办？

E5 表示加热管过热。请拔掉电源，半小时后再用。

### 多久换一次滤芯？

一般六个月换一次。水质差的地方三个月换一次。

### What if it shows E9?

E9 means that the lid is open. Close the lid.
"""


@pytest.fixture(scope="module")
def kettle() -> Assistant:
    return Assistant.from_texts({"kettle": KETTLE})


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("机器显示E5怎么办？", ["E5 表示加热管过热。", "请拔掉电源，半小时后再用。"]),
        ("滤芯多久换一次？", ["一般六个月换一次。", "水质差的地方三个月换一次。"]),
        ("What if it shows E9?", ["E9 means that the lid is open.", "Close the lid."]),
    ],
)
def test_all_below_the_same_question_answers_it(kettle: Assistant, question: str, quotes: list[str]) -> None:
    answer = kettle.ask(question)
    assert [citation.quote for citation in answer.citations] == quotes


@pytest.mark.parametrize(
    "question", ["机器显示E7怎么办？", "为什么机器显示E5？", "机器不显示E5怎么办？", "机器显示E5或者冒烟怎么办？"]
)
def test_another_question_is_not_answered_by_it(kettle: Assistant, question: str) -> None:
    quotes = {citation.quote for citation in kettle.ask(question).citations}
    assert not {"E5 表示加热管过热。", "请拔掉电源，半小时后再用。"} <= quotes
