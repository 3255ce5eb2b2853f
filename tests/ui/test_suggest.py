from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from corpus.article import parse
from corpus.load import bundled
from rag.assistant import Assistant
from rag.types import Answer, Language
from tests.ui.fake import EXAMPLES, FakeAssistant
from ui import labels
from ui.drawn import drawn
from ui.shelf import FIRST, Source
from ui.suggest import OFFERED, Suggestions, find

STONE = parse(
    "stone",
    "# 石桥\n\n## 建造\n\n石桥建于1905年。石桥全长120米，是全县最老的桥。\n\n"
    "1938年，石桥被洪水冲毁。李红局长说，石桥是活着的历史。",
)
MILL = parse(
    "mill",
    "# The Mill\n\n## Building\n\nThe mill was built in 1790. In 1850, the wheel was replaced by an engine.\n\n"
    "Marlow Mill is the oldest mill in the county. This is a rumour. Anne Bell said that it was loud.",
)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ("石桥建于哪一年？", "石桥全长多少米？", "石桥被洪水冲毁是什么时候？", "“建造”这一部分讲了什么？")),
        ("en", ("What is this article about?", "What happened in 1905?", "What does the section “建造” say?")),
    ],
)
def test_questions_are_drawn_from_a_chinese_article(language: Language, expected: tuple[str, ...]) -> None:
    assert set(expected) <= {question.text for question in drawn(STONE, language)}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            (
                "When was the mill built?",
                "When was the wheel replaced by an engine?",
                "What does the article say about Marlow Mill?",
            ),
        ),
        ("zh", ("这篇文章主要讲了什么？", "1790年发生了什么？", "“Building”这一部分讲了什么？")),
    ],
)
def test_questions_are_drawn_from_an_english_article(language: Language, expected: tuple[str, ...]) -> None:
    found = {question.text for question in drawn(MILL, language)}
    assert set(expected) <= found
    assert not any("This" in question or "rumour" in question for question in found)


def test_a_drawn_question_names_the_sentence_that_it_is_drawn_from() -> None:
    question = next(each for each in drawn(MILL, "en") if "wheel" in each.text)
    assert MILL.text[question.start : question.end] == "In 1850, the wheel was replaced by an engine."


def test_what_is_refused_answered_without_confidence_or_from_elsewhere_is_not_offered() -> None:
    assert [each.text for each in find(FakeAssistant(), "en", EXAMPLES)][:2] == [EXAMPLES[0].en, EXAMPLES[1].en]
    assert EXAMPLES[2].en not in {each.text for each in find(FakeAssistant(), "en", EXAMPLES)}


def test_suggestions_are_looked_for_once_for_each_language() -> None:
    assistant = FakeAssistant()
    suggestions = Suggestions(EXAMPLES)
    first = suggestions.of(Source(FIRST, assistant), "zh")
    asked = len(assistant.histories)
    assert suggestions.of(Source(FIRST, assistant), "zh") == first
    assert len(assistant.histories) == asked
    assert suggestions.of(Source(FIRST, assistant), "en") != first


def test_who_waits_for_one_article_does_not_hold_up_who_asks_for_another() -> None:
    class Held(FakeAssistant):
        def stream(self, question: str, *, history: Sequence[dict[str, str]]) -> Iterator[str | Answer]:
            begun.set()
            go_on.wait(60)
            return super().stream(question, history=history)

    begun, go_on, suggestions = Event(), Event(), Suggestions(EXAMPLES)
    with ThreadPoolExecutor(1) as pool:
        held = pool.submit(suggestions.of, Source("held", Held()), "en")
        begun.wait(60)
        free = suggestions.of(Source(FIRST, FakeAssistant()), "en")
        assert not held.done()
        go_on.set()
        assert held.result() == free


def test_no_language_model_is_asked_for_suggestions(monkeypatch: pytest.MonkeyPatch) -> None:
    without = FakeAssistant()
    assistant = FakeAssistant()
    monkeypatch.setattr(FakeAssistant, "extractive", without)
    assert find(assistant, "en", EXAMPLES)
    assert without.histories
    assert assistant.histories == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_six_questions_and_more_are_offered_on_the_bundled_article(language: Language) -> None:
    found = find(Assistant([bundled()]), language, labels.EXAMPLES)
    written = {label.zh if language == "zh" else label.en for label in labels.EXAMPLES}
    assert written <= {each.text for each in found}
    assert 6 < len(found) <= OFFERED
