"""The date under a text."""

import pytest

from rag import Assistant

NOTICE = """# 枫林中心通知

枫林中心自2023年10月启用以来，已接待居民约4.6万人次。中心周一闭馆。

枫林居民委员会

2024年6月5日
"""


@pytest.fixture(scope="module")
def notice() -> Assistant:
    return Assistant.from_texts({"notice": NOTICE})


def test_it_says_nothing_of_what_the_text_is_about(notice: Assistant) -> None:
    assert "2024年6月5日" not in {citation.quote for citation in notice.ask("中心是哪年启用的？").citations}


@pytest.mark.parametrize("question", ["通知是什么时候发的？", "通知是哪天发布的？"])
def test_it_says_when_the_text_was_issued(notice: Assistant, question: str) -> None:
    answer = notice.ask(question)
    assert answer.short
    assert answer.short.text == "2024年6月5日"


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("2023年研发费用是多少？", True),
        ("2022年研发费用是多少？", False),
        ("2023年净利润是多少？", True),
        ("2022年净利润是多少？", True),
    ],
)
def test_what_names_no_year_is_on_that_of_the_text(question: str, answered: bool) -> None:
    report = "海河能源公布2023年度业绩\n\n公司净利润为4.18亿元，较2022年的3.05亿元增长37%。\n\n公司研发费用为3.4亿元。"
    assert Assistant.from_texts({"report": report}).ask(question).answered == answered
