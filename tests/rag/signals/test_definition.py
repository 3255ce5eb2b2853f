"""What something is."""

import pytest

from rag import Assistant, ask
from rag.signals.definition import asked_of, definition_match
from rag.types import Language


@pytest.mark.parametrize(
    ("question", "language", "name"),
    [
        ("什么是“双引擎”？", "zh", "双引擎"),
        ("李敬是谁？", "zh", "李敬"),
        ("茶园究竟是什么", "zh", "茶园"),
        ("三个作用指的是什么？", "zh", "三个作用"),
        ("茶园是什么时候开的？", "zh", None),
        ("茶园的面积是什么？", "zh", None),
        ("What is the Belt and Road?", "en", "belt and road"),
        ("Who is Li Jing?", "en", "li jing"),
        ("Who wrote the commentary?", "en", None),
    ],
)
def test_what_is_to_be_defined(question: str, language: Language, name: str | None) -> None:
    assert asked_of(question, language) == name


@pytest.mark.parametrize(
    ("name", "text", "language", "match"),
    [
        ("两江新区", "重庆两江新区是我国内陆第一个新区。", "zh", 1.0),
        ("两江新区", "两江新区（简称两江）是新区。", "zh", 1.0),
        ("两江新区", "两江新区是否扩大，没有说。", "zh", -1.0),
        ("李敬", "记者连线学院院长李敬。", "zh", 1.0),
        ("两江新区", "两江新区发展很快。", "zh", -1.0),
        ("li jing", "A reporter called Li Jing, dean of the school.", "en", 1.0),
        ("lima", "Lima (once a village) is the capital.", "en", 1.0),
        ("lima", "Lima is growing.", "en", -1.0),
        (None, "Lima is the capital.", "en", 0.0),
    ],
)
def test_whether_a_text_defines_it(name: str | None, text: str, language: Language, match: float) -> None:
    assert definition_match(name, text, language) == match


@pytest.mark.parametrize("question", ["两江新区是什么？", "What is Liangjiang New Area?"])
def test_what_something_is_goes_before_what_else_is_said_of_it(question: str) -> None:
    assert ask(question).citations[0].quote.startswith("重庆两江新区是我国内陆第一个国家级开发开放新区")


def test_a_definition_asked_for_has_no_short_answer_cut_from_its_name() -> None:
    assert Assistant.from_texts({"a": "青山茶园是镇上的茶园。"}).ask("什么是青山茶园").short is None
