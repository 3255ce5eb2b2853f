"""What the commands do: runs and their reports in folders, and two runs beside each other."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from pathlib import Path
from typing import Any

from rich.console import Console

from eval import bench as benchmark
from eval import compare as comparison
from eval.cases import QuestionSet
from eval.folder import RunFolder, as_json, fingerprint, write_text
from eval.judge import Judge, judge_all
from eval.overhead import overhead
from eval.page import render
from eval.run import Result
from eval.runner import ask_all
from eval.summary import by_type, summarise, verdicts
from eval.systems import OURS
from eval.tables import as_csv, markdown, markdown_grid, print_grid, show
from rag.settings import Settings

RUNS = Path("runs")
NONE = "none"
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the runs that stand side by side: a system (see `eval.systems`) under some settings."""

    system: str
    settings: Settings

    def name(self) -> str:
        """What its folder is called by: what it is, without what it was asked."""
        models = (self.settings.embedding, self.settings.reranker, self.settings.llm)
        names = [Path(name.replace(":", "-")).name for name in models if name]
        return "-".join(names if self.system == OURS else [self.system, *names])


def run(
    sets: Sequence[QuestionSet],
    models: Mapping[str, Sequence[str]] | None = None,
    systems: Sequence[str] = (),
    out: Path | None = None,
    judge: str | None = None,
) -> None:
    """Ask each of the `systems` the sets, with each of the `models`; print the figures and write the reports.

    `models` are by the name of their setting (embedding, reranker, llm), NONE for none; `judge` is a language model
    that says what it thinks of the answers. A run that was interrupted goes on. Raises RagError.
    """
    _warn(sets)
    chosen = variants(models or {}, systems)
    done: dict[str, dict[str, list[Result]]] = {}
    judges = {one: Judge(judge, one.settings) for one in chosen} if judge else {}
    for folder, one in _folders(chosen, sets, out).items():
        kept = RunFolder(folder, one.settings, sets, one.system)
        ask_all(sets, one.settings, kept, one.system)
        if one in judges:
            judge_all(kept, judges[one])
        write(kept, sets, one)
        print(f"Report: {folder / 'report.html'}", file=sys.stderr)
        done[folder.name if one.name() in done else one.name()] = kept.by_set()
    for asked in sets:
        show(asked.name, {name: results[asked.name] for name, results in done.items()}, Console())


def variants(models: Mapping[str, Sequence[str]], systems: Sequence[str]) -> list[Variant]:
    """Each of the systems with every way to take one model of each kind."""
    kinds = [[(kind, None if name == NONE else name) for name in dict.fromkeys(own)] for kind, own in models.items()]
    settings = [Settings(**dict(pairs)) for pairs in product(*filter(None, kinds))]
    return [Variant(*pair) for pair in product(dict.fromkeys(systems or [OURS]), settings)]


def _folders(chosen: Sequence[Variant], sets: Sequence[QuestionSet], out: Path | None) -> Mapping[Path, Variant]:
    """A folder for each variant, named by what it is and its fingerprint unless `out` names the only one."""
    if out and len(chosen) == 1:
        return {out: chosen[0]}
    return {(out or RUNS) / f"{one.name()}-{fingerprint(one.settings, sets, one.system)}": one for one in chosen}


def _warn(sets: Sequence[QuestionSet]) -> None:
    for one in sets:
        for line in one.faults[:_MOST_FAULTS]:
            print(f"Warning: {line}", file=sys.stderr)
        if len(one.faults) > _MOST_FAULTS:
            print(f"Warning: {one.name}: and {len(one.faults) - _MOST_FAULTS} more are left out.", file=sys.stderr)


def write(kept: RunFolder, sets: Sequence[QuestionSet], variant: Variant) -> None:
    """The report in HTML, Markdown, CSV and JSON, beside the results."""
    results = kept.by_set()
    articles = {one.name: {article.id: article for group in one.groups for article in group.articles} for one in sets}
    prints = sorted({result.fingerprint for own in results.values() for result in own})
    settings = variant.settings
    about = f"{variant.system}, embedding {settings.embedding}, top_k {settings.top_k}; {', '.join(prints[:3])}"
    figures: dict[str, dict[str, Any]] = {
        name: {"overall": summarise(own), "types": by_type(own)} for name, own in results.items()
    }
    for name, own in results.items():
        if said := verdicts(own):
            figures[name]["judged"] = said
    kept.write("report.html", render(results, articles, about))
    kept.write("report.md", markdown(results))
    kept.write("results.csv", as_csv(results))
    kept.write("summary.json", as_json({"fingerprints": prints, "sets": figures}))


def bench(
    sets: Sequence[QuestionSet],
    systems: Sequence[str],
    news: Path | None,
    sizes: Sequence[int],
    out: Path,
    minutes: float | None = None,
) -> None:
    """Measure the systems on the sets, and on ever more articles of `news`; print the tables and write bench.md.

    A system has `minutes` for each body of texts. What is measured is kept in `out`, so that a run that was stopped
    goes on. Raises RagError.
    """
    names, missing = benchmark.available(systems)
    for line in missing:
        print(f"Warning: {line}", file=sys.stderr)
    jobs = chain(benchmark.set_jobs(sets), benchmark.growth_jobs(news, sizes) if news else ())
    tables, cost, console = [], {}, Console()
    for job, measured in benchmark.measure_all(jobs, names, out, minutes):
        cost[job.name] = measured
        if job.cases:
            tables.append((f"Set {job.name}, in %", benchmark.quality(job, measured)))
            print_grid(*tables[-1], console)
            if "ours" in measured:
                grid = overhead(job.articles, job.cases)
                tables.append((f"Set {job.name}: our part of a language model's answer", grid))
                print_grid(*tables[-1], console)
    tables.append(("Costs", benchmark.costs(cost)))
    print_grid(*tables[-1], console)
    write_text(out, "bench.md", "\n\n".join(f"## {title}\n\n{markdown_grid(grid)}" for title, grid in tables) + "\n")
    print(f"Report: {out / 'bench.md'}", file=sys.stderr)


def compare(first: Path, second: Path) -> None:
    """Print what the second run does better and worse than the first. Raises RagError."""
    shared, console = comparison.pairs(first, second), Console()
    caption = (
        "In %. p: randomisation test, corrected by Holm's method for the number of rows; noise: p of 0.05 or more."
    )
    title = f"{first} → {second}"
    print_grid(title, comparison.change_grid(comparison.changes(shared)), console, caption)
    turned = comparison.turned(shared)
    print_grid(f"{len(turned) - 1} of {len(shared)} questions turned right or wrong", turned, console)
