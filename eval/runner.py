"""Question sets asked from end to end: an index for each group of texts, every question that has no result yet."""

import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from eval.cases import Group, QuestionSet
from eval.folder import RunFolder
from eval.run import measure
from eval.systems import OURS, BestSentence, build
from rag.assistant import Assistant
from rag.settings import Settings


def ask_all(sets: Sequence[QuestionSet], settings: Settings, folder: RunFolder, system: str = OURS) -> None:
    """Ask `system` what is still to be asked and keep each result in `folder` at once. Raises RagError."""
    pending = [(one.name, _pending(one.name, group, folder), len(one.groups)) for one in sets for group in one.groups]
    total = sum(len(group.cases) for _, group, _ in pending)
    with tempfile.TemporaryDirectory() as scratch, _bar() as bar:
        task = bar.add_task(f"Asking ({system}, {Path(settings.embedding).name})", total=total)
        for name, group, groups in pending:
            if group.cases:
                # The many small indexes of such a set would drive the user's own out of the index folder.
                within = settings.model_copy(update={"index_dir": Path(scratch)}) if groups > 1 else settings
                _ask(name, group, partial(build, system, group.articles, within), folder, bar, task)


def _pending(name: str, group: Group, folder: RunFolder) -> Group:
    left = tuple(case for case in group.cases if (name, case.id, case.language) not in folder.results)
    return Group(group.articles, left)


def _ask(
    name: str,
    group: Group,
    start: Callable[[Callable[[int, int], None]], Assistant | BestSentence],
    folder: RunFolder,
    bar: Progress,
    task: TaskID,
) -> None:
    indexing = bar.add_task("Indexing", visible=False)

    def progress(done: int, total: int) -> None:
        bar.update(indexing, completed=done, total=total, visible=done < total)

    measured = start(progress)
    try:
        for case in group.cases:
            folder.add(name, measure(measured, case))
            bar.advance(task)
    finally:
        measured.close()


def _bar() -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True)
