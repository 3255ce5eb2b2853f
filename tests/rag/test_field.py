"""Fields of a notice, and the rows of a table beside them."""

import pytest

from rag import Assistant

POST = """招聘公告

一、招聘岗位
岗位、人数、学历
会计、2人、本科
司机、1人、高中

二、报名时间和地点
报名时间：2024年5月6日至5月17日
报名地点：县人力资源局三楼

三、班车
发车间隔：高峰6分钟，平峰10分钟
"""


@pytest.mark.parametrize(
    ("question", "quotes", "short"),
    [
        ("报名时间是什么时候？", ["报名时间：2024年5月6日至5月17日"], "2024年5月6日至5月17日"),
        ("司机要什么学历？", ["岗位、人数、学历", "司机、1人、高中"], "高中"),
        ("发车间隔是多少？", ["发车间隔：高峰6分钟，平峰10分钟"], None),
    ],
)
def test_a_field_or_a_row_is_quoted_alone(question: str, quotes: list[str], short: str | None) -> None:
    answer = Assistant.from_texts({"post": POST}).ask(question)
    assert [citation.quote for citation in answer.citations] == quotes
    assert (answer.short.text if answer.short else None) == short


def test_an_address_is_given_whole() -> None:
    answer = Assistant.from_texts({"hall": "# Hall\n\nAddress: Aldon Hall, 5 King Street\n\nIt has 640 seats.\n"}).ask(
        "What is the address?"
    )
    assert answer.short is not None
    assert answer.short.text == "Aldon Hall, 5 King Street"
