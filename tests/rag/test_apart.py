"""Questions that ask the same of several things at once."""

import pytest

from rag import Assistant
from rag.apart import each, parts
from rag.chunk import Unit
from rag.extract import Candidate, May

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
        ("东港和西港哪个更大？", ["东港有多大？", "西港有多大？"]),
        ("东港和西港哪个先开放？", ["东港什么时候开放？", "西港什么时候开放？"]),
        ("东港和西港谁开放得早？", ["东港什么时候开放？", "西港什么时候开放？"]),
        ("东港和西港哪个面积更大？", ["东港的面积有多大？", "西港的面积有多大？"]),
        ("东港和西港哪个泊位多？", ["东港的泊位有多少？", "西港的泊位有多少？"]),
        ("东港以及西港分别在哪里？", ["东港在哪里？", "西港在哪里？"]),
        ("東港和西港哪個更大？", ["东港有多大？", "西港有多大？"]),
        ("哪个港口更大，东港还是西港？", ["东港有多大？", "西港有多大？"]),
        ("谁开放得早，东港还是西港？", ["东港什么时候开放？", "西港什么时候开放？"]),
        ("东港还是西港开放得早？", ["东港什么时候开放？", "西港什么时候开放？"]),
        ("东港和西港，哪个先开放？", ["东港什么时候开放？", "西港什么时候开放？"]),
        ("东港大还是西港大？", ["东港有多大？", "西港有多大？"]),
        ("会议在东港还是西港举行？", []),
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
        ("When were Lima and Quito founded?", ["When were Lima founded?", "When were Quito founded?"]),
        ("Why were Lima and Quito founded?", []),
        ("Which is larger, Lima or Quito?", ["How large are Lima?", "How large are Quito?"]),
        ("Which covers more land, Lima or Quito?", ["How large are Lima?", "How large are Quito?"]),
        (
            "Which of the two cities has more people, Lima or Quito?",
            ["How many people do Lima have?", "How many people do Quito have?"],
        ),
        ("Which has more charm for the visitor?", []),
        ("Which city was founded first, Lima or Quito?", ["When were Lima founded?", "When were Quito founded?"]),
        ("Which is older, Lima or Quito District?", ["When were Lima founded?", "When were Quito District founded?"]),
        ("Which is older, Tom or Ann?", []),
        (
            "How do the sizes of Lima and Quito compare?",
            ["What are the sizes of Lima?", "What are the sizes of Quito?"],
        ),
        ("Did they help each other?", []),
    ],
)
def test_english_questions_are_put_apart(question: str, alone: list[str]) -> None:
    assert parts(question, "en") == alone


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("东港和西港分别有多少个泊位？", ["14", "30"]),
        ("东港和西港分别于哪一年开放？", ["1958", "1973"]),
        ("东港和西港哪个先开放？", ["1958", "1973"]),
        ("哪个港口开放得早，东港还是西港？", ["1958", "1973"]),
        ("东港和西港是哪一年开放的？", ["1958", "1973"]),
    ],
)
def test_each_thing_gets_its_own_cited_sentence(question: str, said: list[str]) -> None:
    answer = Assistant.from_texts({"a": PORTS}).ask(question)
    assert answer.answered
    assert [part in one.quote for part, one in zip(said, answer.citations, strict=True)] == [True] * len(said)


def candidate(text: str, probability: float) -> Candidate:
    return Candidate(Unit(text, "a", "", 1, 0, len(text), text, None), probability)


def test_it_is_no_surer_than_of_the_least_sure_part() -> None:
    known = {"甲县在哪里？": [candidate("甲在东。", 0.9)], "乙县在哪里？": [candidate("乙在西。", 0.6)]}
    assert [one.probability for one in each("甲县和乙县分别在哪里？", "zh", lambda part, may: known[part])] == [
        0.6,
        0.6,
    ]


def test_nothing_is_put_together_where_a_part_has_no_answer_or_all_have_the_same() -> None:
    same = [candidate("都在东。", 0.9)]
    known: dict[str, list[Candidate]] = {"甲县在哪里？": same, "乙县在哪里？": []}
    assert each("甲县和乙县分别在哪里？", "zh", lambda part, may: known[part]) == []
    assert each("甲县和乙县分别在哪里？", "zh", lambda part, may: same) == []


def test_a_sentence_on_several_answers_a_question_that_asks_of_none_apart() -> None:
    text = "东港和西港于1980年合并。\n\n东港于1958年开放。\n\n西港于1973年开放。"
    answer = Assistant.from_texts({"a": text}).ask("东港和西港是哪一年合并的？")
    assert [one.quote for one in answer.citations] == ["东港和西港于1980年合并。"]


def test_a_sentence_on_another_of_the_things_may_not_answer_for_one() -> None:
    seen: dict[str, list[bool]] = {}

    def answers(part: str, may: May) -> list[Candidate]:
        seen[part] = [may(candidate(text, 0.9).sentence) for text in ("东港在东。", "西港在西。", "在海边。")]
        return []

    each("东港和西港分别在哪里？", "zh", answers)
    assert seen == {"东港在哪里？": [True, False, True], "西港在哪里？": [False, True, True]}
