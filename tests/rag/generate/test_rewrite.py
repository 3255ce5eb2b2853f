"""Follow-ups that a language model makes whole."""

import pytest

from rag.generate.rewrite import rewrite
from rag.types import Language
from tests.rag.generate.conftest import Scripted
from tests.rag.test_assistant import hold

HISTORY = [{"role": "user", "content": "白鹭公园何时开园？"}, {"role": "assistant", "content": "1987年开园。[1]"}]


def test_a_follow_up_is_understood_as_the_model_puts_it(scripted: Scripted) -> None:
    assistant = scripted("白鹭公园的面积有多大？", "白鹭公园面积是320亩。[*]")
    answer = assistant.ask("它的面积有多大？", HISTORY)
    hold(answer, assistant)
    assert answer.understood == "白鹭公园的面积有多大？"
    assert "320亩" in answer.text


@pytest.mark.parametrize(
    "said",
    [
        "",
        "白鹭公园的面积是320亩。",
        "黑熊公园的面积有多大？",
        "白鹭公园1988年的面积有多大？",
        "What is the area of the park?",
        "白鹭公园何时开园？",
        "白鹭公园的面积有多大？" * 20,
    ],
)
def test_what_is_no_such_question_leaves_it_to_the_rules(scripted: Scripted, said: str) -> None:
    answer = scripted(said, "白鹭公园面积是320亩。[*]").ask("它的面积有多大？", HISTORY)
    assert answer.understood == "白鹭公园的面积有多大？"


def test_a_first_question_is_not_rewritten(scripted: Scripted) -> None:
    answer = scripted("公园面积是320亩。[*]").ask("公园面积有多大？")
    assert (answer.understood, answer.mode) == ("公园面积有多大？", "generative")


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [("How large is it?", "en", "How large is the park of 白鹭?"), ("那面积呢？", "zh", "白鹭公园面积有多大？")],
)
def test_words_of_the_conversation_may_be_put_in(question: str, language: Language, said: str) -> None:
    from langchain_core.language_models import FakeListChatModel

    assert rewrite(FakeListChatModel(responses=[said]), question, language, HISTORY, 60) == said
