"""Which sentences are taken for an answer, and how sure that is."""

import math
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest

from rag import Assistant, extract
from rag.chunk import Unit
from rag.embed import from_settings
from rag.extract import KEEP, Candidate, calibration, judge, rank, select
from rag.settings import Settings
from rag.signals.measure import Signals
from rag.types import Language

NOTHING = Signals(*[0] * len(fields(Signals)))


def candidate(probability: float, start: int = 0) -> Candidate:
    return Candidate(Unit(str(start), "a", "", 1, start, start + 1, f"x{start}", None), probability)


@pytest.mark.parametrize("foreign", [0.0, 1.0])
@pytest.mark.parametrize("signal", ["cosine", "coverage", "focus"])
def test_more_of_a_good_signal_makes_a_sentence_likelier(signal: str, foreign: float) -> None:
    more, less = (replace(NOTHING, foreign=foreign, **{signal: share}) for share in (0.9, 0.1))
    one, two = judge([more, less], "en", calibration())
    assert 0 < two < one < 1


def test_the_same_sentences_in_another_order_get_the_same_probabilities() -> None:
    signals = [replace(NOTHING, cosine=share) for share in (0.1, 0.8, 0.4)]
    assert judge(signals[::-1], "zh", calibration()) == judge(signals, "zh", calibration())[::-1]


def test_signals_far_out_of_range_still_give_probabilities() -> None:
    near, far = judge([replace(NOTHING, behind=0.0), replace(NOTHING, behind=1e6)], "zh", calibration())
    assert 0 <= far < near <= 1
    assert math.isclose(far, 0, abs_tol=1e-9)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_where_the_figure_asked_for_is_absent_it_is_less_sure(language: Language) -> None:
    there, absent = (replace(NOTHING, cosine=0.5, coverage=0.5, figure=share) for share in (0.0, -1.0))
    one, other = (judge([signals], language, calibration())[0] for signals in (there, absent))
    assert other < one


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_the_reader_finds_decides_between_like_sentences_and_whether_any_answers(language: Language) -> None:
    right, wrong = (replace(NOTHING, cosine=0.5, coverage=0.5, read=share) for share in (2.0, -2.0))
    one, other = judge([right, wrong], language, calibration())
    assert other < one
    assert judge([wrong], language, calibration())[0] < judge([right], language, calibration())[0]


def test_the_calibration_was_fitted_with_the_bundled_model() -> None:
    assert calibration().embedding == from_settings(Settings()).fingerprint


@pytest.mark.parametrize("made", ["_bundled_calibration", "bundled_reader"])
def test_the_fingerprint_of_answers_changes_with_calibration_and_reader(
    made: str, two_articles: Assistant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = two_articles.fingerprint
    (tmp_path / "reader.onnx").write_bytes(b"")
    monkeypatch.setattr(extract, made, lambda: tmp_path if made == "bundled_reader" else tmp_path / "reader.onnx")
    monkeypatch.setattr(extract, "fingerprint", extract.fingerprint.__wrapped__)
    with closing(Assistant(two_articles.articles, two_articles.settings)) as other:
        assert other.fingerprint != before


def test_no_sentences_no_probabilities() -> None:
    assert judge([], "zh", calibration()) == []


def test_the_sentence_that_answers_comes_first(two_articles: Assistant) -> None:
    searcher = two_articles._searcher
    found = rank("茶园是谁开垦的？", "茶园是谁开垦的？", "zh", searcher.search("茶园是谁开垦的？", 4), searcher)
    assert "陈禾" in found[0].sentence.text
    assert [c.probability for c in found] == sorted((c.probability for c in found), reverse=True)


def test_only_sentences_nearly_as_likely_are_kept_and_in_reading_order() -> None:
    kept = select([candidate(0.9, 30), candidate(0.9 * KEEP + 0.01, 10), candidate(0.9 * KEEP - 0.01, 20)], 0.3)
    assert [c.sentence.start for c in kept] == [10, 30]


def test_where_the_likeliest_is_below_the_threshold_nothing_is_said() -> None:
    assert select([candidate(0.49, 1), candidate(0.48, 2)], 0.5) == []
    assert len(select([candidate(0.51, 1), candidate(0.49, 2)], 0.5)) == 2


def test_the_same_words_are_said_once() -> None:
    assert len(select([candidate(0.9, 1), candidate(0.9, 1)], 0.5)) == 1


def test_nothing_to_choose_from_is_nothing() -> None:
    assert select([], 0.0) == []
