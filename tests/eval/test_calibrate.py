"""The fitting of the weights, on signals whose truth is known."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import astuple, replace

import numpy as np
import pytest

from eval.calibrate import ANSWERED, NAMES, NO_CHOICE, PRIOR, calibrate, choices, confidences, fit, threshold
from eval.stats import calibration_error
from eval.trials import Trial
from rag.extract import Calibration, Model
from rag.reader.pair import Pair
from rag.signals.measure import Signals

PLAIN = dict.fromkeys(NO_CHOICE, 0.0)
PAIR = Pair("谁？", "", "他。")


def made_up(count: int, seed: int) -> list[Trial]:
    """Questions of five sentences, of which one is near where the question is answered, and none elsewhere."""
    chance = np.random.default_rng(seed)
    found = []
    for number in range(count):
        values, gold = chance.normal(0, 1, (5, len(NAMES))), [False] * 5
        if number % 2:
            values[2, 0] += 4
            gold[2] = True
        values[:, NAMES.index("figure")] = 0
        signals = [Signals(**dict(zip(NAMES, row, strict=True)), **PLAIN) for row in values.tolist()]
        found.append(Trial("zh", signals, gold, bool(number % 2), pairs=[PAIR] * 5))
    return found


def fitted(kinds: Mapping[str, Sequence[Trial]]) -> dict[str, Model]:
    return fit(kinds, choices(kinds))


def test_the_signal_that_tells_gets_the_weight() -> None:
    choice = fitted({"zh": made_up(400, 1)})["zh"].choice
    assert choice["cosine"] == max(choice.values()) > 0


def test_what_the_reader_finds_counts_where_it_tells_and_not_where_it_does_not() -> None:
    chance = random.Random(1)
    plain = made_up(400, 1)

    def heard(trial: Trial, shares: Sequence[float]) -> Trial:
        found = zip(trial.signals, shares, strict=True)
        return replace(trial, signals=[replace(one, read=share + chance.gauss(0, 1)) for one, share in found])

    told, untold = ([heard(one, [sure * right for right in one.gold]) for one in plain] for sure in (4, 0))
    assert fitted({"zh": told})["zh"].read > 0.5
    assert abs(fitted({"zh": untold})["zh"].read) < 0.2
    assert fitted({"zh": told})["zh"].answered["read"] > 0.5


def test_confidence_is_about_the_share_that_is_answerable() -> None:
    models, fresh = fitted({"zh": made_up(400, 1)}), made_up(400, 2)
    confidence = confidences(Calibration(models, {}, ""), fresh)
    answerable = np.array([one.answerable for one in fresh])
    assert answerable[confidence > 0.9].mean() > 0.85
    assert answerable[confidence < 0.1].mean() < 0.15
    assert calibration_error(confidence, answerable) < 0.1


def test_the_mean_confidence_is_the_share_of_answered_questions_that_is_expected() -> None:
    chance = np.random.default_rng(4)
    values = np.abs(chance.normal(0, 1, (600, len(NAMES)))).tolist()
    trials = [
        Trial("zh", [Signals(**dict(zip(NAMES, row, strict=True)), **PLAIN)], [True], number % 3 == 0)
        for number, row in enumerate(values)
    ]
    two = [Trial("zh", [*one.signals, *one.signals], [True, False], one.answerable) for one in trials]
    assert abs(confidences(Calibration(fitted({"zh": two}), {}, ""), two).mean() - PRIOR) < 0.05


def test_where_the_figure_asked_for_is_absent_it_is_as_sure_as_that_is_right() -> None:
    trials = [replace(one, answerable=number % 4 == 1) for number, one in enumerate(made_up(400, 5))]
    for number, trial in enumerate(trials):
        if number % 4 == 3:
            trials[number] = replace(trial, signals=[replace(one, figure=-1.0) for one in trial.signals])
    assert fitted({"zh": trials})["zh"].answered["no_figure"] < 0


def test_every_signal_of_a_sentence_has_a_weight() -> None:
    assert list(fitted({"zh": made_up(40, 3)})["zh"].choice) == NAMES
    assert len(astuple(Signals(*range(len(NAMES) + len(NO_CHOICE))))) == len(NAMES) + len(NO_CHOICE)


def test_both_languages_choose_alike_and_text_in_the_other_one_apart() -> None:
    models = fitted({"zh": made_up(40, 1), "en": made_up(40, 2), "foreign": made_up(40, 3)})
    assert models["zh"].choice == models["en"].choice != models["foreign"].choice
    assert models["zh"].answered != models["en"].answered


def test_each_threshold_is_the_confidence_that_most_answerable_questions_reach() -> None:
    fresh = made_up(400, 2)
    found = Calibration(fitted({"zh": made_up(400, 1)}), {}, "")
    reached = confidences(found, [one for one in fresh if one.answerable])
    assert abs((reached >= threshold(found, fresh, 0.9)).mean() - 0.9) < 0.02


def test_pages_teach_how_sure_it_is_and_not_which_sentence_to_choose() -> None:
    dev = made_up(200, 1)
    pages = [replace(one, on_page=True) for one in made_up(200, 2)]
    alone, together = fitted({"zh": dev})["zh"], fitted({"zh": [*dev, *pages]})["zh"]
    assert alone.choice == together.choice
    assert alone.answered != together.answered


def test_the_threshold_is_that_of_the_pages(capsys: pytest.CaptureFixture[str]) -> None:
    dev, held = made_up(200, 1), [replace(one, on_page=True) for one in made_up(40, 4)]
    pages = [replace(one, on_page=True) for one in made_up(200, 2)]
    found = calibrate(dev, pages, {"news": held})
    reached = confidences(found, [one for one in pages if one.answerable])
    assert abs((reached >= found.thresholds["zh"]).mean() - ANSWERED) < 0.02
    assert capsys.readouterr().out.count("expected calibration error") == 2
