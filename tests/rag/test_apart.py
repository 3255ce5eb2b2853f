"""Questions that ask the same of several things at once."""

import pytest

from rag import Assistant
from rag.apart import each, parts
from rag.chunk import Unit
from rag.extract import Candidate

PORTS = """# 两座港口

东港于1958年3月开放。它有14个泊位。

西港于1973年9月开放。它有30个泊位。

老人们说，渔船清早出海，天黑才回来。
"""


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("李白、杜甫和白居易分别生于哪一年？", ["李白生于哪一年？", "杜甫生于哪一年？", "白居易生于哪一年？"]),
        ("广州地铁1号线和2号线各有多少站？", ["广州地铁1号线有多少站？", "2号线有多少站？"]),
        ("该站的面积和人口分别是多少？", ["该站的面积是多少？", "该站的人口是多少？"]),
        ("东港的面积和西港的人口分别是多少？", []),
        ("两港约定的六项任务分别是什么？", []),
        ("东港和西港约定的六项任务分别是什么？", []),
        ("东港和西港在哪里？", []),
        ("东港以及西港分别在哪里？", ["东港在哪里？", "西港在哪里？"]),
        ("茶农以茶园分别养活几口人？", []),
        ("三种茶分别叫什么？", []),
    ],
)
def test_chinese_questions_are_put_apart(question: str, alone: list[str]) -> None:
    assert parts(question, "zh") == alone


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("How large are Lima and Quito, respectively?", ["How large are Lima?", "How large are Quito?"]),
        (
            "How many goals did Ruiz, Mora, and Okafor each score?",
            ["How many goals did Ruiz score?", "How many goals did Mora score?", "How many goals did Okafor score?"],
        ),
        (
            "What are the capitals of France and the United Kingdom, respectively?",
            ["What are the capitals of France?", "What are the capitals of the United Kingdom?"],
        ),
        ("When were Lima and Quito founded?", []),
        ("Did they help each other?", []),
    ],
)
def test_english_questions_are_put_apart(question: str, alone: list[str]) -> None:
    assert parts(question, "en") == alone


@pytest.mark.parametrize(
    ("question", "said"),
    [("东港和西港分别有多少个泊位？", ["14", "30"]), ("东港和西港分别于哪一年开放？", ["1958", "1973"])],
)
def test_each_thing_gets_its_own_cited_sentence(question: str, said: list[str]) -> None:
    answer = Assistant.from_texts({"a": PORTS}).ask(question)
    assert answer.answered
    assert [part in one.quote for part, one in zip(said, answer.citations, strict=True)] == [True] * len(said)


def candidate(text: str, probability: float) -> Candidate:
    return Candidate(Unit(text, "a", "", 1, 0, len(text), text, None), probability)


def test_it_is_no_surer_than_of_the_least_sure_part() -> None:
    known = {"甲县在哪里？": [candidate("甲在东。", 0.9)], "乙县在哪里？": [candidate("乙在西。", 0.6)]}
    assert [one.probability for one in each("甲县和乙县分别在哪里？", "zh", known.__getitem__)] == [0.6, 0.6]


def test_nothing_is_put_together_where_a_part_has_no_answer_or_all_have_the_same() -> None:
    same = [candidate("都在东。", 0.9)]
    assert each("甲县和乙县分别在哪里？", "zh", {"甲县在哪里？": same, "乙县在哪里？": []}.__getitem__) == []
    assert each("甲县和乙县分别在哪里？", "zh", lambda _: same) == []
