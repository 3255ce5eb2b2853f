import pytest

from eval.stats import bootstrap_interval, calibration_error, holm, paired_difference, reliability


def test_the_interval_holds_the_mean_and_repeats() -> None:
    values = [0.0, 1.0, 1.0, 0.5]
    low, high = bootstrap_interval(values)
    assert low <= 0.625 <= high
    assert (low, high) == bootstrap_interval(values)


def test_the_interval_of_equal_values_has_no_width() -> None:
    assert bootstrap_interval([1.0, 1.0, 1.0]) == (1.0, 1.0)


def test_a_difference_on_every_question_is_more_than_noise_and_one_on_a_single_question_is_not() -> None:
    first, second = [0.0] * 30, [1.0] * 30
    assert paired_difference(first, second).p < 0.001
    assert paired_difference(first, [1.0] + [0.0] * 29).p == pytest.approx(1.0)
    assert paired_difference(second, first).mean == -1.0


def test_runs_that_agree_do_not_differ() -> None:
    same = paired_difference([0.0, 1.0], [0.0, 1.0])
    assert (same.mean, same.low, same.high, same.p) == (0.0, 0.0, 0.0, 1.0)


def test_many_comparisons_make_each_count_less_and_never_change_their_order() -> None:
    assert holm([0.04, 0.01]) == [0.04, 0.02]
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([]) == []


def test_full_confidence_falls_in_the_last_bin() -> None:
    (only,) = reliability([1.0, 0.95], [True, False])
    assert (only.n, only.share) == (2, 0.5)
    assert calibration_error([1.0, 0.0], [False, True]) == 1.0


def test_the_calibration_error_is_the_distance_from_the_truth() -> None:
    assert calibration_error([0.95, 0.95, 0.05], [False, False, True]) == 0.95
    assert calibration_error([1.0, 0.0], [True, False]) == 0.0
    half = [0.5, 0.5, 0.5, 0.5]
    assert calibration_error(half, [True, True, True, False]) == 0.25
    assert calibration_error(half, [True, True, True, False], prior=0.5) == 0.0
