"""Follow-ups carry the subject over; new topics do not."""

import pytest

from rag import Assistant
from rag.conversation import understand

HISTORY = [{"role": "user", "content": "两江新区规划面积有多大？"}, {"role": "assistant", "content": "1200平方公里。"}]
ENGLISH = [{"role": "user", "content": "How large is Liangjiang New Area?"}]


@pytest.mark.parametrize("question", ["那天府新区呢？", "它辖哪些区？", "何时批准它的？"])
def test_a_question_that_leans_on_the_one_before_takes_it_along(question: str) -> None:
    assert understand(question, "zh", HISTORY) == f"两江新区规划面积有多大？ {question}"


@pytest.mark.parametrize("question", ["And Tianfu?", "When was it approved?", "What about their goals?"])
def test_english_follow_ups_too(question: str) -> None:
    assert understand(question, "en", ENGLISH) == f"How large is Liangjiang New Area? {question}"


@pytest.mark.parametrize("question", ["李敬提出了哪些建议？", "公园城市何时建成？"])
def test_a_question_that_stands_alone_stays_alone(question: str) -> None:
    assert understand(question, "zh", HISTORY) == question


def test_a_follow_up_of_a_follow_up_goes_back_to_the_question_that_stood_alone() -> None:
    history = [*HISTORY, {"role": "user", "content": "它在哪里？"}]
    assert understand("何时？", "zh", history) == "两江新区规划面积有多大？ 何时？"


@pytest.mark.parametrize("question", ["該區何時成立？", "它何時獲批？"])
def test_follow_ups_in_traditional_characters_are_known(question: str) -> None:
    assert understand(question, "zh", HISTORY).endswith(f"？ {question}")


def test_english_that_only_looks_like_a_follow_up_stands_alone() -> None:
    assert understand("What is there in Chengdu?", "en", ENGLISH) == "What is there in Chengdu?"


@pytest.mark.parametrize("content", [None, 5, [], [{"type": "image"}], "问" * 100_000, {"odd": 1}])
def test_turns_without_a_question_are_passed_over(content: object) -> None:
    odd = [*HISTORY, {"role": "user", "content": content}, {"role": "user"}, "not a turn"]
    assert understand("那天府新区呢？", "zh", odd).startswith("两江新区规划面积")  # type: ignore[arg-type]


def test_a_turn_in_parts_is_read() -> None:
    turn = {"role": "user", "content": [{"type": "text", "text": "两江新区有多大？"}]}
    assert understand("那天府新区呢？", "zh", [turn]) == "两江新区有多大？ 那天府新区呢？"


def test_without_history_there_is_nothing_to_carry_over() -> None:
    assert understand("那天府新区呢？", "zh", []) == "那天府新区呢？"


def test_the_answer_shows_the_question_as_understood(assistant: Assistant) -> None:
    answer = assistant.ask("那天府新区呢？", HISTORY)
    assert answer.question == "那天府新区呢？"
    assert "两江新区规划面积" in answer.understood
