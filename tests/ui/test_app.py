import logging

import pytest

from tests.ui.fake import ERROR, FakeAssistant, reply
from ui.app import Conversation, converse
from ui.render import answer, escape


def last(assistant: FakeAssistant, question: str, before: Conversation | None = None) -> Conversation:
    return [*converse(assistant, question, before or Conversation())][-1]


@pytest.mark.parametrize("blank", ["", "  ", "\n\t", "\u3000"])
def test_a_blank_question_leaves_the_conversation_as_it_was(blank: str) -> None:
    before = last(FakeAssistant(), "ferry")
    assert [*converse(FakeAssistant(), blank, before)] == [before]


def test_the_question_is_shown_before_the_answer_and_the_answer_as_it_comes() -> None:
    steps = [
        [message["content"] for message in now.shown] for now in converse(FakeAssistant(), "ferry", Conversation())
    ]
    assert [len(step) for step in steps] == [2, 2, 2, 2]
    assert "waiting" in steps[0][1]
    assert escape("It carried") in steps[1][1]
    assert steps[-1][1] == answer(reply("ferry"), FakeAssistant.articles)


def test_the_assistant_is_told_of_earlier_turns_in_plain_text() -> None:
    assistant = FakeAssistant()
    last(assistant, "ferry", last(assistant, "石桥？"))
    assert assistant.histories[1] == [
        {"role": "user", "content": "石桥？"},
        {"role": "assistant", "content": reply("石桥").text},
    ]


def test_an_error_takes_the_place_of_the_answer_and_is_not_remembered() -> None:
    after = last(FakeAssistant(), "error")
    assert escape(ERROR) in after.shown[1]["content"]
    assert after.history == ()


def test_an_unforeseen_error_is_one_line_to_the_visitor_and_whole_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        after = last(FakeAssistant(), "crash")
    assert "nobody foresaw this" not in after.shown[1]["content"]
    assert "problem" in after.shown[1]["content"]
    assert "nobody foresaw this" in caplog.text
