"""Which sentences are taken for an answer, and how sure that is."""

import math
from dataclasses import replace

import pytest

from rag import Assistant
from rag.chunk import Unit
from rag.extract import Candidate, Signals, calibration, rank, select

NOTHING = Signals(0, 0, 0, 0, 0, 0)


def candidate(probability: float, start: int = 0) -> Candidate:
    return Candidate(Unit(str(start), "a", "", 1, start, start + 1, f"x{start}", None), probability)


@pytest.mark.parametrize("foreign", [0.0, 1.0])
def test_a_nearer_sentence_is_likelier(foreign: float) -> None:
    near, far = (calibration().probability(replace(NOTHING, cosine=c, foreign=foreign)) for c in (0.9, 0.1))
    assert 0 < far < near < 1


def test_a_sentence_that_covers_the_question_is_likelier() -> None:
    whole, nothing = (calibration().probability(replace(NOTHING, coverage=share)) for share in (1.0, 0.0))
    assert nothing < whole


def test_signals_far_out_of_range_still_give_a_probability() -> None:
    extreme = calibration().probability(replace(NOTHING, behind=1e6))
    assert math.isclose(extreme, 0, abs_tol=1e-9)


def test_the_sentence_that_answers_comes_first(two_articles: Assistant) -> None:
    searcher = two_articles._searcher
    found = rank("茶园是谁开垦的？", "茶园是谁开垦的？", "zh", searcher.search("茶园是谁开垦的？", 4), searcher)
    assert "陈禾" in found[0].sentence.text
    assert [c.probability for c in found] == sorted((c.probability for c in found), reverse=True)


def test_only_sentences_nearly_as_likely_are_kept_and_in_reading_order() -> None:
    kept = select([candidate(0.9, 30), candidate(0.85, 10), candidate(0.4, 20)], 0.3)
    assert [c.sentence.start for c in kept] == [10, 30]


def test_a_sentence_below_the_threshold_is_not_said_beside_one_above() -> None:
    assert len(select([candidate(0.51, 1), candidate(0.49, 2)], 0.5)) == 1


def test_the_same_words_are_said_once() -> None:
    assert len(select([candidate(0.9, 1), candidate(0.9, 1)], 0.5)) == 1


def test_nothing_to_choose_from_is_nothing() -> None:
    assert select([], 0.0) == []
