"""Names in full."""

import pytest

from rag import Assistant
from rag.types import Language


@pytest.mark.parametrize(
    ("question", "language", "full"),
    [
        ("两江管哪几个区？", "zh", "两江新区管哪几个区？"),
        ("两江新区有多大？", "zh", "两江新区有多大？"),
        ("两江和天府什么时候开会？", "zh", "两江和天府什么时候开会？"),
        ("两江和天府新区什么时候开会？", "zh", "两江和天府新区什么时候开会？"),
        ("重庆有多大？", "zh", "重庆有多大？"),
        ("两个新区谁的面积更大？", "zh", "两江新区和天府新区谁的面积更大？"),
        ("哪个新区成立得更早？", "zh", "两江新区和天府新区哪个成立得更早？"),
        ("哪个新区有汽车产业？", "zh", "哪个新区有汽车产业？"),
        ("天府新區哪年獲批？", "zh", "天府新區哪年獲批？"),
        ("兩江管哪幾個區？", "zh", "兩江新区管哪幾個區？"),
        ("天府国际机场有多大？", "zh", "天府国际机场有多大？"),
        ("天府大道在哪里？", "zh", "天府大道在哪里？"),
        ("天府软件园在哪里？", "zh", "天府软件园在哪里？"),
        ("两江国际影视城在哪里？", "zh", "两江国际影视城在哪里？"),
        ("两江协同创新区在哪里？", "zh", "两江协同创新区在哪里？"),
        ("两江创新区在哪里？", "zh", "两江创新区在哪里？"),
        ("两江的协同创新区在哪里？", "zh", "两江新区的协同创新区在哪里？"),
        ("两江规划面积有多大？", "zh", "两江新区规划面积有多大？"),
        ("天府有没有机场？", "zh", "天府新区有没有机场？"),
        ("哪个新区更大，两江还是天府？", "zh", "哪个新区更大，两江还是天府？"),
        ("How big is Tianfu new area?", "en", "How big is Tianfu new area?"),
        (
            "When did the Liangjiang and Tianfu new areas meet?",
            "en",
            "When did the Liangjiang and Tianfu new areas meet?",
        ),
        ("Which new areas came before Tianfu?", "en", "Which new areas came before Tianfu New Area?"),
        ("Which new area is larger, Tianfu or Liangjiang?", "en", "Which new area is larger, Tianfu or Liangjiang?"),
        ("How big is Tianfu?", "en", "How big is Tianfu New Area?"),
        ("How big is Tianfu New Area?", "en", "How big is Tianfu New Area?"),
        ("When did Liangjiang and Tianfu meet?", "en", "When did Liangjiang and Tianfu meet?"),
        ("Which new area is larger?", "en", "Which is larger, Liangjiang New Area or Tianfu New Area?"),
        ("Which new area makes cars?", "en", "Which new area makes cars?"),
        ("Which of the two zones is larger?", "en", "Which is larger, Liangjiang New Area or Tianfu New Area?"),
        ("Which area does the office serve?", "en", "Which area does the office serve?"),
        ("哪个新区先获批？", "zh", "两江新区和天府新区哪个先获批？"),
        ("哪个新区先进？", "zh", "哪个新区先进？"),
        ("哪个新区晚上有灯会？", "zh", "哪个新区晚上有灯会？"),
        ("哪个新区早餐好？", "zh", "哪个新区早餐好？"),
        ("哪个地方更大？", "zh", "两江新区和天府新区哪个更大？"),
    ],
)
def test_a_name_is_what_the_article_calls_it(
    assistant: Assistant, question: str, language: Language, full: str
) -> None:
    assert assistant._searcher.names.in_full(question, language) == full


def test_the_full_name_is_what_is_understood(assistant: Assistant) -> None:
    answer = assistant.ask("两江管哪几个区？")
    assert (answer.question, answer.understood) == ("两江管哪几个区？", "两江新区辖哪几个区？")
    assert "江北区、渝北区、北碚区" in answer.text


def test_a_part_of_another_name_is_left_alone() -> None:
    sentence = "Riga University has a hall. Riga University has a park. The giant panda cub sleeps. "
    names = Assistant.from_texts({"a": "\n\n".join([sentence] * 6)})._searcher.names
    assert names.in_full("How old is Riga?", "en") == "How old is Riga University?"
    for question in ("How old is Riga Castle?", "Who runs New Riga?", "Where is Riga 7?", "How big is a giant panda?"):
        assert names.in_full(question, "en") == question
