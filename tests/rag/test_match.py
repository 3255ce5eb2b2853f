"""How much of a question a text says."""

import numpy as np
import pytest

from rag.implied import implied
from rag.match import MEANT, Words, glosses, words_of
from rag.types import Language

TEXT = "规划总面积1200平方公里"


def words(question: str, language: Language = "zh") -> Words:
    return words_of(question, language, lambda token, _: 2.0 if token == "面积" else 1.0)


def covered(question: str, text: str = TEXT, language: Language = "zh") -> float:
    found = words(question, language)
    return found.coverage(found.matched(text))


def test_coverage_is_the_share_of_the_question_that_is_said() -> None:
    assert covered("面积 平方公里") == 1.0
    assert covered("飞船 规划") == 0.5
    assert covered("的是吗") == 0.0
    assert covered("面积", "") == 0.0


def test_coverage_may_be_asked_of_some_of_the_words_only() -> None:
    found = words("飞船 规划")
    among = np.array([token == "规划" for token in found.tokens])
    assert found.coverage(found.matched(TEXT), among) == 1.0


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    assert words("面积 飞船").covered(TEXT) > 0.75
    assert words("规划 面积").covered("规划") < 0.25


@pytest.mark.parametrize(("question", "language"), [("the planned area", "en"), ("規劃面積", "zh")])
def test_what_means_the_same_is_said_too(question: str, language: Language) -> None:
    assert covered(question, TEXT, language) > 0.5


def test_meaning_counts_a_little_less_than_the_word_itself_and_numbers_must_be_the_same() -> None:
    (meant,) = words("area", "en").matched(TEXT)
    assert 0.5 < meant <= MEANT
    assert words("1300").matched(TEXT).tolist() == [0.0]
    assert words("1200").matched(TEXT).tolist() == [1.0]


@pytest.mark.parametrize(
    ("question", "language", "nearest"),
    [("两江新区规划面积有多大？", "zh", "面积"), ("How many berths does the harbour have?", "en", "berth")],
)
def test_the_focus_is_on_the_words_next_to_what_asks(question: str, language: Language, nearest: str) -> None:
    found = words(question, language)
    assert found.tokens[int(np.argmax(found.focus))] == nearest


def test_where_nothing_is_known_to_ask_all_words_are_in_focus() -> None:
    assert set(words("介绍规划面积").focus) == {1.0}


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        ("How large is the area?", TEXT, ["area"]),
        ("港口有多少泊位？", "The harbour opened in 1931.", ["港口"]),
        ("Who paints boats?", TEXT, []),
        ("面积多大？", TEXT, []),
        ("", TEXT, []),
    ],
)
def test_the_words_that_a_text_says_in_another_language_are_named(question: str, text: str, said: list[str]) -> None:
    assert glosses(question, text) == said


@pytest.mark.parametrize(
    ("question", "language", "text", "said"),
    [
        ("镇上的主任是谁？", "zh", "镇上的副主任周敏到了。", False),
        ("镇上的主任是谁？", "zh", "镇上的主任周敏和副主任陈禾到了。", True),
        ("镇上的副主任是谁？", "zh", "镇上的副主任周敏到了。", True),
        ("Who is the director?", "en", "The deputy director came.", False),
        ("Who is the deputy director?", "en", "The deputy director came.", True),
    ],
)
def test_a_rank_is_not_said_by_the_one_below_it(question: str, language: Language, text: str, said: bool) -> None:
    words = words_of(question, language, lambda token, word: 1.0)
    assert words.matched(text)[-1] == float(said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("新区正式获批成为国家级新区。", True),
        ("The garden was approved as a park.", True),
        ("督办挂牌督办的案件。", False),
    ],
)
def test_what_was_approved_as_what_it_is_was_set_up(text: str, said: bool) -> None:
    assert ("成立" in implied(text), "founded" in implied(text)) == (said, said)


def test_an_english_word_is_said_where_one_begins_with_it_and_no_pronoun_counts() -> None:
    assert covered("the book", "His notebooks were lost.", "en") < 1.0
    assert covered("the book", "His bookshelves were lost.", "en") == 1.0
    assert words("When did she leave?", "en").tokens == ("leav",)
