"""A sentence that only reports the question does not answer it."""

import pytest

from rag import Assistant
from rag.signals.open import is_open


@pytest.mark.parametrize(
    ("question", "sentence", "only_asks"),
    [
        ("How did the virus get in?", "Questions remain over how the virus got in.", True),
        ("Where should the patients go?", "Patients wondered where they should go.", True),
        ("为什么停电？", "很多居民想知道为什么昨晚停电。", True),
        ("谁应该负责？", "记者追问谁应该负责。", True),
        ("What did the swimmers wonder?", "The swimmers wondered why the pool was closed.", False),
        ("Who designed the hall?", "They asked the guide who built it and he said it was King Olaf.", False),
        ("How many houses were lost?", "It is not clear how many houses were lost.", False),
        ("Why did she stop?", "She asked the driver to stop because she felt ill.", False),
    ],
)
def test_a_question_that_somebody_asks_is_told_from_an_answer(question: str, sentence: str, only_asks: bool) -> None:
    assert is_open(question, sentence) == only_asks


def test_the_answer_is_preferred_to_the_question() -> None:
    text = "Many swimmers wonder why the pool was closed in May.\n\nThe pool was closed because its pumps had failed."
    answer = Assistant.from_texts({"a": text}).ask("Why was the pool closed?")
    assert answer.citations[0].quote.startswith("The pool was closed because")
