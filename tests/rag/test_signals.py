"""What is measured of a sentence."""

from itertools import pairwise

import pytest

from rag import Assistant
from rag.signals import Signals, measure
from rag.types import Language


def signals(assistant: Assistant, question: str, language: Language) -> dict[str, Signals]:
    searcher = assistant._searcher
    found = measure(question, question, language, searcher.search(question, 8), searcher)
    return {sentence.text: one for sentence, one in found}


def test_the_sentence_that_answers_says_most_and_holds_what_is_asked_for(two_articles: Assistant) -> None:
    found = signals(two_articles, "茶园的面积是多少亩？", "zh")
    best = max(found, key=lambda text: found[text].coverage + found[text].focus)
    assert best == "茶园位于山的北坡，面积是320亩。"
    assert (found[best].kind, found[best].short, found[best].foreign) == (1, 1, 0)


def test_the_heading_and_the_sentence_before_count_for_coverage_and_not_for_focus(two_articles: Assistant) -> None:
    found = signals(two_articles, "茶园哪一年开垦？", "zh")
    april = found["每年四月采茶。"]
    assert april.coverage > 0
    assert signals(two_articles, "茶园在哪里？", "zh")["每年四月采茶。"].focus < found["茶园由陈禾在1987年开垦。"].focus


def test_centred_cosines_tell_sentences_apart_that_all_lie_near(assistant: Assistant) -> None:
    found = signals(assistant, "两江新区规划面积有多大？", "zh").values()
    assert min(one.cosine for one in found) > 0
    assert -1.001 < min(one.centred for one in found) < 0 < max(one.centred for one in found) < 1.001


@pytest.mark.parametrize(
    ("question", "language", "foreign"), [("多少泊位？", "zh", 1.0), ("How many berths?", "en", 0.0)]
)
def test_a_text_in_the_other_language_is_foreign(
    two_articles: Assistant, question: str, language: Language, foreign: float
) -> None:
    found = signals(two_articles, question, language)
    assert found["It has 14 berths."].foreign == foreign
    assert found["It has 14 berths."].short == (0.0 if foreign else 1.0)


def test_what_lies_behind_grows_from_chunk_to_chunk(assistant: Assistant) -> None:
    behind = [one.behind for one in signals(assistant, "公园城市", "zh").values()]
    assert behind[0] == 0
    assert all(one <= two for one, two in pairwise(behind))
