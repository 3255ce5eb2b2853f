"""What the signals of a claim count: logistic models of which claims are right, for `eval.claims --fit`."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple, fields

import numpy as np

from rag.generate.support import Judged, Signals, is_supported

# What more of a signal speaks for: that a claim is right (1), or wrong (-1).
SIGNS: Mapping[str, int] = {field.name: 1 if field.name in ("coverage", "clause") else -1 for field in fields(Signals)}
COSTS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0, 12.0)  # how many marked right claims a passed wrong one may count as
MOST_PASS = 0.05  # share of wrong claims that may pass where a cost is chosen
Example = tuple[Judged, bool]  # what is known of a claim, and whether it is right


def fit(examples: Sequence[Example], cost: float) -> dict[str, float]:
    """Weights by signal, on claims whose facts and names are all said; a passed wrong one is `cost` marked right ones.

    A signal whose weight would be against its sign is left out (0): the others say already what it tells.
    """
    from sklearn.linear_model import LogisticRegression

    own = [(astuple(judged.signals), right) for judged, right in examples if not judged.lacking]
    x, right = np.array([signals for signals, _ in own]), np.array([right for _, right in own])
    signs, found, kept = np.array(list(SIGNS.values())), np.zeros(len(SIGNS)), np.ones(len(SIGNS), bool)
    while True:
        model = LogisticRegression(C=3.0, max_iter=5000).fit(x[:, kept], right, np.where(right, 1.0, cost))
        found[kept], found[~kept] = model.coef_[0], 0.0
        if (found * signs).min() >= 0:
            break
        kept[np.argmin(found * signs)] = False
    values = [*found, model.intercept_[0]]
    return {name: round(float(value), 4) for name, value in zip([*SIGNS, "bias"], values, strict=True)}


def choose(examples: Sequence[Example], others: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """The least of COSTS with which at most MOST_PASS of the wrong claims among `others` pass, and its weights."""
    for cost in COSTS:
        weights = fit(examples, cost)
        if passing(others, weights) <= MOST_PASS:
            break
    return cost, weights


def passing(examples: Sequence[Example], weights: Mapping[str, float], right: bool = False) -> float:
    """The share (0..1) of wrong claims, or of right ones, that are taken as supported by weights."""
    some = [judged for judged, is_right in examples if is_right is right]
    return sum(is_supported(judged, {judged.kind: weights}) for judged in some) / max(len(some), 1)
