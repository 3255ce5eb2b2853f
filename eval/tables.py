"""The figures as tables: on the terminal, in Markdown, and every result as a row of CSV."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from io import StringIO
from typing import get_args

from rich.console import Console
from rich.table import Table

from eval.run import TOTAL, Result, Verdict
from eval.summary import MEASURES, NAMES, Estimate, Spoken, by_type, summarise, verdicts

Grid = list[list[str]]
_BY_TYPE = ("recall_at_3", "contains_gold", "citation_hit", "right_refusal", "wrong_refusal")
_NONE = "–"
NOTE = (
    "In % where no unit is named; in brackets 95 % bootstrap intervals. Only unanswerable questions count in “refused "
    "rightly”, only answers of a language model in “ALCE”, only answerable questions in the other rates."
)

JUDGED = "Answers with gold, in % by the word of a language model"


def figures(runs: Mapping[str, Sequence[Result]]) -> Grid:
    """A row for each measure, a column for each run and language; the first row names them."""
    summaries = {name: summarise(results) for name, results in runs.items()}
    columns = [
        (f"{name} {NAMES[language]}".strip() if len(runs) > 1 else NAMES[language], own, summary.same_place)
        for name, summary in summaries.items()
        for language, own in summary.spoken.items()
    ]
    shown = interval if len(runs) == 1 else mean  # intervals of several runs side by side fit on no terminal
    rows = [["measure", *(title for title, _, _ in columns)]]
    rows.append(["questions (answerable)", *(f"{own.questions} ({own.answerable})" for _, own, _ in columns)])
    for measure, label in MEASURES.items():
        rows.append([label, *(shown(own.scores.get(measure)) for _, own, _ in columns)])
    rows.append(["same place in both languages", *(shown(same) for _, _, same in columns)])
    rows.append(["calibration error", *(_calibration(own) for _, own, _ in columns)])
    rows.append(["answer length (characters)", *(_length(own.scores.get("answer_length")) for _, own, _ in columns)])
    rows += [[f"{stage}, p50 / p95 (ms)", *(_time(own, stage) for _, own, _ in columns)] for stage in _stages(columns)]
    return [row for row in rows if set(row[1:]) != {_NONE}]


def _stages(columns: Sequence[tuple[str, Spoken, object]]) -> list[str]:
    stages = dict.fromkeys(stage for _, own, _ in columns for stage in own.seconds if stage != TOTAL)
    return [*stages, TOTAL]


def _time(own: Spoken, stage: str) -> str:
    if stage not in own.seconds:
        return _NONE
    return " / ".join(f"{1000 * seconds:.1f}" for seconds in own.seconds[stage].values())


def types(results: Sequence[Result]) -> Grid:
    """A row for each type of question, the main measures of both languages beside each other."""
    rows = [["type", "n", *(MEASURES[measure] for measure in _BY_TYPE)]]
    for name, summary in by_type(results).items():
        spoken = summary.spoken.values()
        cells = ("/".join(percent(own.scores.get(measure)) for own in spoken) for measure in _BY_TYPE)
        rows.append([name, str(max(own.questions for own in spoken)), *cells])
    return rows


def judged(runs: Mapping[str, Sequence[Result]]) -> Grid:
    """A row for each run and language with what a judge said of its answers; no more than the heads where none did."""
    rows = [["judge", *(["run"] if len(runs) > 1 else []), "language", "n", *get_args(Verdict)]]
    for name, results in runs.items():
        for judge, spoken in verdicts(results).items():
            for language, shares in spoken.items():
                run, n = [name] if len(runs) > 1 else [], next(iter(shares.values())).n
                rows.append([judge, *run, NAMES[language], str(n), *map(interval, shares.values())])
    return rows


def interval(estimate: Estimate | None) -> str:
    """The mean and its interval in percent."""
    if estimate is None:
        return _NONE
    return f"{mean(estimate)} ({100 * estimate.low:.1f} to {100 * estimate.high:.1f})"


def mean(estimate: Estimate | None) -> str:
    """The mean alone in percent."""
    return _NONE if estimate is None else f"{100 * estimate.mean:.1f}"


def percent(estimate: Estimate | None) -> str:
    """The mean in whole percent."""
    return _NONE if estimate is None else f"{100 * estimate.mean:.0f}"


def _calibration(own: Spoken) -> str:
    return _NONE if own.calibration_error is None else f"{100 * own.calibration_error:.1f}"


def _length(estimate: Estimate | None) -> str:
    return _NONE if estimate is None else f"{estimate.mean:.0f} ({estimate.low:.0f} to {estimate.high:.0f})"


def show(name: str, runs: Mapping[str, Sequence[Result]], console: Console) -> None:
    """Print the figures of the set `name`, one run beside the other, and by type where there is one run."""
    print_grid(f"Set {name}", figures(runs), console, NOTE)
    if len(grid := judged(runs)) > 1:
        print_grid(JUDGED, grid, console)
    if len(runs) == 1:
        (results,) = runs.values()
        print_grid("By question type (%, Chinese/English)", types(results), console)


def print_grid(title: str, grid: Grid, console: Console, caption: str = "") -> None:
    """Print rows, of which the first names the columns; the names are broken where all is too wide for the console."""
    from rich.cells import cell_len
    from rich.text import Text

    table = Table(title=Text(title), caption=caption or None)
    columns = list(zip(*grid, strict=True))
    narrow = sum(max(map(cell_len, column)) + 3 for column in columns) >= console.width
    for number, (head, *cells) in enumerate(columns):
        words = all(cell[:1].isalpha() for cell in cells)
        broken = head.replace(" ", "\n") if narrow and number else head
        table.add_column(Text(broken), justify="left" if words or not number else "right", overflow="fold")
    for row in grid[1:]:
        table.add_row(*map(Text, row))
    console.print(table)


def markdown(sets: Mapping[str, Sequence[Result]]) -> str:
    """The figures of every set as a Markdown page."""
    parts = ["# Evaluation", NOTE]
    for name, results in sets.items():
        parts += [f"## {_plain(name)}", markdown_grid(figures({"": results}))]
        if len(grid := judged({"": results})) > 1:
            parts += [f"### {JUDGED}", markdown_grid(grid)]
        parts.append("### By question type (Chinese/English)")
        parts.append(markdown_grid(types(results)))
    return "\n\n".join(parts) + "\n"


def markdown_grid(grid: Grid) -> str:
    """Rows, of which the first names the columns, as a Markdown table."""
    lines = ["| " + " | ".join(map(_plain, row)) + " |" for row in grid]
    return "\n".join([lines[0], "|---" * len(grid[0]) + "|", *lines[1:]])


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def as_csv(sets: Mapping[str, Sequence[Result]]) -> str:
    """Every result as a row, scores as columns, in the form that spreadsheets open."""
    page = StringIO(newline="")
    rows = [_row(name, result) for name, results in sets.items() for result in results]
    writer = csv.DictWriter(page, list(rows[0]), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + page.getvalue()


def record(name: str, result: Result) -> dict[str, object]:
    """A result of the set `name` as one flat row: what was asked, answered and wanted, and each score by its name."""
    texts: dict[str, object] = {
        "set": name,
        "id": result.id,
        "type": result.type,
        "question": result.question,
        "answer": result.text,
    }
    texts |= {"gold": "; ".join(" | ".join(group) for group in result.accepted), "short": result.short or ""}
    found: dict[str, object] = {"language": result.language, "outcome": result.outcome, "right": result.right()}
    found |= {"judged": result.judged.verdict if result.judged else None}
    found |= {"confidence": round(result.confidence, 4), "seconds": round(result.seconds[TOTAL], 4)}
    return texts | found | asdict(result.scores)


def _row(name: str, result: Result) -> dict[str, object]:
    return {key: _harmless(cell) if isinstance(cell, str) else cell for key, cell in record(name, result).items()}


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula is marked as text (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
