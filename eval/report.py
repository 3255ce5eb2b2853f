"""What a run found: means with their intervals, tables for the terminal, and files for later comparison."""

import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import fmean, median
from typing import Any

from rich.console import Console
from rich.table import Table

from corpus.errors import RagError
from eval.metrics import bootstrap_interval, same_place
from eval.run import LANGUAGES, Result, Scores, spans
from rag.types import Language

_PACKAGES = ("yinju", "chromadb", "langchain-core", "numpy", "sentence-transformers", "tokenizers", "torch")
_NAMES: Mapping[Language, str] = {"zh": "Chinese", "en": "English"}
_MEASURES = {
    "recall_at_1": "recall@1",
    "recall_at_3": "recall@3",
    "recall_at_5": "recall@5",
    "reciprocal_rank": "MRR",
    "contains_gold": "answer contains gold",
    "citation_hit": "citation hits gold",
    "citation_precision": "citation precision",
    "citation_recall": "citation recall",
    "right_refusal": "refused rightly",
    "wrong_refusal": "refused wrongly",
}
_MEASURES_BY_TYPE = {
    "recall_at_3": "recall@3",
    "contains_gold": "contains gold",
    "citation_hit": "cites gold",
    "right_refusal": "refused rightly",
    "wrong_refusal": "refused wrongly",
}


class OutputError(RagError):
    """The results cannot be written where they were asked for."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """The mean of a measure over `n` questions, with the bootstrap 95 % interval of that mean."""

    n: int
    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of some results by language; `questions` and `answerable` are counted in one language.

    `scores` leaves out a measure that no question counts in. `same_place` is over the answerable questions;
    one refused in either language counts as 0.
    """

    questions: int
    answerable: int
    scores: Mapping[Language, Mapping[str, Estimate]]
    median_seconds: Mapping[Language, float]
    same_place: Estimate | None


def summarise(results: Sequence[Result]) -> Summary:
    """The figures of `results`, which hold each question in both languages."""
    spoken = {language: [r for r in results if r.language == language] for language in LANGUAGES}
    pairs = list(zip(*(spoken[language] for language in LANGUAGES), strict=True))
    same = [
        float(same_place(spans(one.citations), spans(other.citations)))
        for one, other in pairs
        if one.scores.wrong_refusal is not None
    ]
    return Summary(
        questions=len(pairs),
        answerable=len(same),
        scores={language: _estimates([r.scores for r in own]) for language, own in spoken.items()},
        median_seconds={language: median(r.seconds for r in own) for language, own in spoken.items()},
        same_place=_estimate(same),
    )


def _estimates(scores: Sequence[Scores]) -> dict[str, Estimate]:
    found = {}
    for measure in fields(Scores):
        values = [value for s in scores if (value := getattr(s, measure.name)) is not None]
        if estimate := _estimate(values):
            found[measure.name] = estimate
    return found


def _estimate(values: Sequence[float]) -> Estimate | None:
    return Estimate(len(values), fmean(values), *bootstrap_interval(values)) if values else None


def by_type(results: Iterable[Result]) -> dict[str, Summary]:
    """The figures of each question type, types in order of their names."""
    groups: dict[str, list[Result]] = {}
    for result in results:
        groups.setdefault(result.type, []).append(result)
    return {name: summarise(groups[name]) for name in sorted(groups)}


def show(name: str, results: Sequence[Result], console: Console) -> None:
    """Print the tables of the question set `name`."""
    overall = summarise(results)
    console.print(_language_table(name, overall))
    console.print(_type_table(by_type(results)))


def _language_table(name: str, summary: Summary) -> Table:
    caption = (
        "In % where no unit is named, with 95 % bootstrap intervals. "
        "Only unanswerable questions count in “refused rightly”, only answerable ones in the other rates.\n"
        f"Both languages cite the same place: {_interval(summary.same_place)}"
    )
    title = f"{name}: {summary.questions} questions in each language, {summary.answerable} answerable"
    table = Table(title=title, caption=caption)
    table.add_column("measure")
    for language in LANGUAGES:
        table.add_column(_NAMES[language], justify="right")
    for measure, label in _MEASURES.items():
        table.add_row(label, *(_interval(summary.scores[language].get(measure)) for language in LANGUAGES))
    lengths = (_length(summary.scores[language].get("answer_length")) for language in LANGUAGES)
    times = (f"{1000 * summary.median_seconds[language]:.1f}" for language in LANGUAGES)
    table.add_row("answer length (characters)", *lengths)
    table.add_row("time to answer, median (ms)", *times)
    return table


def _type_table(types: Mapping[str, Summary]) -> Table:
    table = Table(title="By question type (%, Chinese/English)")
    table.add_column("type", no_wrap=True)
    table.add_column("n", justify="right")
    for label in _MEASURES_BY_TYPE.values():
        table.add_column(label, justify="right")
    for name, summary in types.items():
        cells = (
            "/".join(_percent(summary.scores[language].get(measure)) for language in LANGUAGES)
            for measure in _MEASURES_BY_TYPE
        )
        table.add_row(name, str(summary.questions), *cells)
    return table


def _interval(estimate: Estimate | None) -> str:
    if estimate is None:
        return "–"
    mean, low, high = (100 * value for value in (estimate.mean, estimate.low, estimate.high))
    return f"{mean:.1f} ({low:.1f} to {high:.1f})"


def _percent(estimate: Estimate | None) -> str:
    return "–" if estimate is None else f"{100 * estimate.mean:.0f}"


def _length(estimate: Estimate | None) -> str:
    return "–" if estimate is None else f"{estimate.mean:.0f} ({estimate.low:.0f} to {estimate.high:.0f})"


def prepare(folder: Path) -> None:
    """Make the folder for the results; OutputError where nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"No results can be written to {folder} ({error.strerror}); choose another --out.") from error


def write(folder: Path, sets: Mapping[str, Sequence[Result]]) -> None:
    """Write results.jsonl (a result a line) and summary.json (figures by set, fingerprint, versions), each at once."""
    lines = [json.dumps({"set": name} | r.to_dict(), ensure_ascii=False) for name, own in sets.items() for r in own]
    summary: dict[str, Any] = {
        "fingerprints": sorted({r.fingerprint for own in sets.values() for r in own}),
        "versions": {"python": platform.python_version()} | _versions(),
        "sets": {name: _figures(own) for name, own in sets.items()},
    }
    _replace(folder / "results.jsonl", "\n".join(lines) + "\n")
    _replace(folder / "summary.json", json.dumps(summary, ensure_ascii=False, indent=2) + "\n")


def _figures(results: Sequence[Result]) -> dict[str, Any]:
    types = {name: asdict(summary) for name, summary in by_type(results).items()}
    return {"overall": asdict(summarise(results)), "types": types}


def _versions() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = None
    return found


def _replace(path: Path, text: str) -> None:
    """Write beside the file and swap, so that a run cut off leaves no half file."""
    partial = path.with_name(path.name + ".part")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise OutputError(f"{path} cannot be written ({error.strerror}); choose another --out.") from error
