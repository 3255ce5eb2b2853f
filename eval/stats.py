"""Intervals, comparisons, calibration and percentiles; each function shows a worked example that the tests run."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

_RESAMPLES = 2000
_FLIPS = 10_000
NOISE = 0.05  # a difference that chance alone makes more often than this is called noise
BINS = 10


@dataclass(frozen=True, slots=True)
class Difference:
    """How much the second of two runs is better: the mean over `n` questions, its 95 % interval, and the p-value."""

    n: int
    mean: float
    low: float
    high: float
    p: float


@dataclass(frozen=True, slots=True)
class Bin:
    """The questions of one stretch of confidence: how many, their mean confidence, and the share that came true."""

    n: int
    confidence: float
    share: float


def bootstrap_interval(values: Sequence[float], resamples: int = _RESAMPLES) -> tuple[float, float]:
    """The 95 % percentile interval of the mean (Efron 1979); a fixed seed makes it repeatable.

    >>> low, high = bootstrap_interval([0.0] * 10 + [1.0] * 30)
    >>> 0.55 < low < 0.75 < high < 0.95
    True
    """
    distinct, counts = np.unique(np.asarray(values, dtype=float), return_counts=True)
    # How often each distinct value is drawn says all of a resample, and there are few of them.
    drawn = np.random.default_rng(0).multinomial(len(values), counts / len(values), size=resamples)
    low, high = np.percentile(drawn @ distinct / len(values), [2.5, 97.5])
    return float(low), float(high)


def paired_difference(first: Sequence[float], second: Sequence[float]) -> Difference:
    """Compare two runs on the same questions, in the same order.

    The p-value is that of Fisher's randomisation test, in which each question's two scores are exchanged by chance
    (Smucker et al. 2007, the test they advise for retrieval); the interval is the bootstrap's over the differences.

    >>> paired_difference([0.0] * 20, [1.0] * 12 + [0.0] * 8).p < 0.01
    True
    """
    change = np.asarray(second, dtype=float) - np.asarray(first, dtype=float)
    chance = np.random.default_rng(0)
    sizes, counts = np.unique(abs(change[change != 0]), return_counts=True)
    # Of each size of change a binomial number keeps its sign; exchanging equal scores changes nothing.
    flipped = np.zeros(_FLIPS)
    for size, count in zip(sizes, counts, strict=True):
        flipped += size * (2 * chance.binomial(count, 0.5, _FLIPS) - count)
    as_far = int((abs(flipped) >= abs(change.sum()) - 1e-9).sum())
    low, high = bootstrap_interval(change.tolist())
    return Difference(len(change), float(change.mean()), low, high, (as_far + 1) / (_FLIPS + 1))


def holm(p_values: Sequence[float]) -> list[float]:
    """The p-values as they stand when so many comparisons are made at once (Holm 1979).

    >>> holm([0.01, 0.5, 0.04])
    [0.03, 0.5, 0.08]
    """
    order = sorted(range(len(p_values)), key=lambda number: p_values[number])
    adjusted, least = [0.0] * len(p_values), 0.0
    for rank, number in enumerate(order):
        least = max(least, min(1.0, (len(order) - rank) * p_values[number]))
        adjusted[number] = least
    return adjusted


def reliability(confidence: Any, happened: Any) -> list[Bin]:
    """The reliability curve (DeGroot and Fienberg 1983): questions by confidence, in ten bins of equal width.

    >>> reliability([0.91, 0.99, 0.2], [True, False, False])
    [Bin(n=1, confidence=0.2, share=0.0), Bin(n=2, confidence=0.95, share=0.5)]
    """
    given, true = np.asarray(confidence, dtype=float), np.asarray(happened, dtype=bool)
    inside = [_bins(given) == number for number in range(BINS)]
    return [Bin(int(one.sum()), float(given[one].mean()), float(true[one].mean())) for one in inside if one.any()]


def calibration_error(confidence: Any, happened: Any, prior: float | None = None) -> float:
    """The expected calibration error: how far, on average, confidence lies from the share that came true.

    Bins of equal width, weighed by their size (Guo et al. 2017, https://arxiv.org/abs/1706.04599). With a `prior` what
    came true is made to weigh that much of all; it takes both some that did and some that did not.

    >>> calibration_error([0.9, 0.9, 0.1], [True, True, False])
    0.1
    """
    given, true = np.asarray(confidence, dtype=float), np.asarray(happened, dtype=bool)
    weight = np.ones(len(given))
    if prior is not None:
        weight = np.where(true, prior / true.mean(), (1 - prior) / (1 - true.mean()))
    gaps = np.bincount(_bins(given), weight * (given - true), BINS)
    return round(float(abs(gaps).sum() / weight.sum()), 4)


def _bins(confidence: Any) -> Any:
    """The number of each confidence's bin; full confidence falls in the last."""
    return np.minimum((confidence * BINS).astype(int), BINS - 1)


def percentiles(values: Sequence[float], at: Sequence[int] = (50, 95)) -> dict[str, float]:
    """Percentiles by name, interpolated between neighbours.

    >>> percentiles([1.0, 2.0, 3.0])
    {'p50': 2.0, 'p95': 2.9}
    """
    found = np.percentile(values, at)
    return {f"p{which}": round(float(value), 6) for which, value in zip(at, found, strict=True)}
