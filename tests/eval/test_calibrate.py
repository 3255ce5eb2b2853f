"""The fitting of the weights, on signals whose truth is known."""

from dataclasses import astuple, replace

import numpy as np
import pytest

from eval.calibrate import ANSWERED, NAMES, NO_CHOICE, PRIOR, calibrate, confidences, fit, threshold
from eval.stats import calibration_error
from eval.trials import Trial
from rag.extract import Calibration
from rag.signals.measure import Signals

PLAIN = dict.fromkeys(NO_CHOICE, 0.0)


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
        found.append(Trial("zh", signals, gold, bool(number % 2)))
    return found


def test_the_signal_that_tells_gets_the_weight() -> None:
    choice = fit({"zh": made_up(400, 1)})["zh"].choice
    assert choice["cosine"] == max(choice.values()) > 0


def test_confidence_is_about_the_share_that_is_answerable() -> None:
    models, fresh = fit({"zh": made_up(400, 1)}), made_up(400, 2)
    confidence = confidences(Calibration(models, {}), fresh)
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
    assert abs(confidences(Calibration(fit({"zh": two}), {}), two).mean() - PRIOR) < 0.05


def test_where_the_figure_asked_for_is_absent_only_the_share_that_is_right_counts() -> None:
    trials = made_up(400, 5)
    for number, trial in enumerate(trials):
        if number % 4 < 2:  # half of those that are answered and half of the others
            signals = [replace(one, figure=-1.0) for one in trial.signals]
            trials[number] = replace(trial, signals=signals, gold=trial.gold if number % 8 < 4 else [False] * 5)
    found = Calibration(fit({"zh": trials}), {})
    absent = {
        confidence
        for trial, confidence in zip(trials, confidences(found, trials), strict=True)
        if trial.signals[0].figure < 0
    }
    assert absent == {found.models["zh"].absent}
    assert threshold(found, "zh", trials, 1.0) > found.models["zh"].absent
    # Half of what is answered is not by the best sentence; those that are answered count three times as much.
    assert abs(found.models["zh"].absent - 0.375) < 0.05


def test_every_signal_of_a_sentence_has_a_weight() -> None:
    assert list(fit({"zh": made_up(40, 3)})["zh"].choice) == NAMES
    assert len(astuple(Signals(*range(len(NAMES) + len(NO_CHOICE))))) == len(NAMES) + len(NO_CHOICE)


def test_both_languages_choose_alike_and_text_in_the_other_one_apart() -> None:
    models = fit({"zh": made_up(40, 1), "en": made_up(40, 2), "foreign": made_up(40, 3)})
    assert models["zh"].choice == models["en"].choice != models["foreign"].choice
    assert models["zh"].answered != models["en"].answered


def test_each_threshold_is_the_confidence_that_most_answerable_questions_reach() -> None:
    fresh = made_up(400, 2)
    found = Calibration(fit({"zh": made_up(400, 1)}), {})
    reached = confidences(found, [one for one in fresh if one.answerable])
    assert abs((reached >= threshold(found, "zh", fresh, 0.9)).mean() - 0.9) < 0.02


def test_news_teach_how_sure_it_is_and_not_which_sentence_to_choose() -> None:
    dev = made_up(200, 1)
    news = [replace(one, news=True) for one in made_up(200, 2)]
    alone, together = fit({"zh": dev})["zh"], fit({"zh": [*dev, *news]})["zh"]
    assert alone.choice == together.choice
    assert alone.answered != together.answered


def test_the_threshold_is_that_of_the_news(capsys: pytest.CaptureFixture[str]) -> None:
    dev, held = made_up(200, 1), [replace(one, news=True) for one in made_up(40, 4)]
    news = [replace(one, news=True) for one in made_up(200, 2)]
    found = calibrate(dev, news, held)
    reached = confidences(found, [one for one in news if one.answerable])
    assert abs((reached >= found.thresholds["zh"]).mean() - ANSWERED["zh"]) < 0.02
    assert capsys.readouterr().out.count("expected calibration error") == 2
