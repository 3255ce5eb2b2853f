"""Two runs on the same questions: what the second does better and worse, and whether that is more than noise."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from eval.dataset import LANGUAGES
from eval.folder import Key, OutputError, read_run
from eval.run import Result, Scores
from eval.stats import NOISE, Difference, holm, paired_difference
from eval.summary import LOWER_IS_BETTER, MEASURES, NAMES
from eval.tables import Grid

Pair = tuple[Result, Result]


@dataclass(frozen=True, slots=True)
class Change:
    """The difference in one measure and language. `p` is corrected for the number of comparisons made."""

    measure: str
    language: str
    first: float
    second: float
    difference: Difference
    p: float

    @property
    def verdict(self) -> str:
        """Better, worse, or noise."""
        if self.p >= NOISE or not self.difference.mean:
            return "noise"
        return "better" if (self.difference.mean > 0) != (self.measure in LOWER_IS_BETTER) else "worse"


def pairs(first: Path, second: Path) -> dict[Key, Pair]:
    """Both runs' results to each question that both have been asked. Raises OutputError."""
    one, other = read_run(first), read_run(second)
    shared = {key: (one[key], other[key]) for key in one if key in other and one[key].question == other[key].question}
    if not shared:
        raise OutputError(f"{first} and {second} share no question; compare runs of the same set.")
    return shared


def changes(shared: Mapping[Key, Pair]) -> list[Change]:
    """The difference in each measure, over the questions that count in it."""
    found: list[tuple[str, str, float, float, Difference]] = []
    for measure in (field.name for field in fields(Scores) if field.name in MEASURES):
        for language in LANGUAGES:
            own = [pair for (_, _, spoken), pair in shared.items() if spoken == language]
            values = [v for one, other in own if None not in (v := (_of(one, measure), _of(other, measure)))]
            if values:
                before, after = [v[0] or 0.0 for v in values], [v[1] or 0.0 for v in values]
                means = sum(before) / len(values), sum(after) / len(values)
                found.append((measure, NAMES[language], *means, paired_difference(before, after)))
    corrected = holm([row[-1].p for row in found])
    return [Change(*row, p) for row, p in zip(found, corrected, strict=True)]


def _of(result: Result, measure: str) -> float | None:
    value: float | None = getattr(result.scores, measure)
    return value


def change_grid(found: list[Change]) -> Grid:
    """A row for each measure and language; the first names the columns."""
    rows = [["measure", "language", "n", "first", "second", "difference", "p", "verdict"]]
    for one in found:
        mean, low, high = (100 * value for value in (one.difference.mean, one.difference.low, one.difference.high))
        difference = f"{mean:+.1f} ({low:+.1f} to {high:+.1f})"
        values = (f"{100 * one.first:.1f}", f"{100 * one.second:.1f}", difference, f"{one.p:.3f}", one.verdict)
        rows.append([MEASURES[one.measure], one.language, str(one.difference.n), *values])
    return rows


def turned(shared: Mapping[Key, Pair]) -> Grid:
    """The questions that became right or wrong, a row each; the first row names the columns."""
    rows = [["", "set", "id", "language", "question", "first", "second"]]
    kept = [(key, pair) for key, pair in shared.items() if pair[0].right() != pair[1].right()]
    for (name, own, language), (one, other) in sorted(kept, key=lambda item: item[1][1].right()):
        said = (f"{result.outcome}: {result.text}" for result in (one, other))
        rows.append(["better" if other.right() else "worse", name, own, language, one.question, *said])
    return rows
