"""Questions are searched for without what the articles are all about."""

from contextlib import closing

import numpy as np
import pytest

from rag.assistant import Assistant
from rag.lexical import Lexicon
from rag.topic import is_common, plain, query_of, without

PORT = [f"Port Anver has a {thing}." for thing in ("harbour", "church", "market", "school", "museum", "lighthouse")]
AXES = {"anver": [1.0, 0.0, 0.0], "port": [0.0, 1.0, 0.0]}


def vector(text: str) -> list[float]:
    return AXES.get(text, [0.6, 0.0, 0.8])


def lexicon(texts: list[str]) -> Lexicon:
    return Lexicon({str(number): text for number, text in enumerate(texts)})


def test_a_word_that_most_texts_have_is_common() -> None:
    assert [word for word in ("anver", "church", "moon") if is_common(word, lexicon(PORT))] == ["anver"]


def test_of_a_few_texts_no_word_is_common() -> None:
    assert not is_common("anver", lexicon(PORT[:4]))


def test_a_word_that_one_text_in_ten_has_is_not_common() -> None:
    assert not is_common("church", lexicon([*PORT, *["It rains."] * 90, *["A church."] * 9]))


def test_the_direction_of_a_common_word_is_taken_out_of_the_question() -> None:
    query = query_of("Which saint guards Anver?", lexicon(PORT), vector)
    assert query.vector.tolist() == pytest.approx([0, 0, 1])


def test_and_out_of_the_texts_it_is_compared_with() -> None:
    query = query_of("Which saint guards Anver?", lexicon(PORT), vector)
    assert query.apart(np.array([[0.6, 0.8, 0.0]])).tolist() == [pytest.approx([0, 1, 0])]


def test_a_question_without_common_words_is_searched_for_as_it_is() -> None:
    query = query_of("Which saint?", lexicon(PORT), vector)
    assert (query.vector.tolist(), query.apart(np.eye(3)).tolist()) == ([0.6, 0.0, 0.8], np.eye(3).tolist())


def test_a_question_of_common_words_only_is_searched_for_as_it_is() -> None:
    query = query_of("What is Port Anver?", lexicon(PORT), vector)
    assert query.vector.tolist() == [0.6, 0.0, 0.8]


def test_a_plain_query_leaves_nothing_out() -> None:
    assert plain([0.0, 1.0]).apart(np.eye(2)).tolist() == np.eye(2).tolist()


def test_words_are_left_out_of_chinese_and_of_english() -> None:
    assert (without("天府新区有多大", ["天府", "新区"]), without("Is Anver an anvil?", ["an"])) == (
        "有多大",
        "is anver anvil?",
    )


def test_what_all_passages_name_does_not_draw_the_search() -> None:
    texts = [f"{text} {more}" for text, more in zip(PORT, ["It is old."] * 6, strict=True)]
    named = Assistant.from_texts(
        {"a": "\n\n".join(["Welcome to Port Anver.", *texts, "Ships are guided home at night."])}
    )
    with closing(named):
        found = named.search("What guides the ships of Port Anver?", k=1)
    assert found[0].text.startswith("Ships")
