"""A progress bar for long work, shown on a terminal only and only once the work has begun."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rag.vectors import Progress


@contextmanager
def shown(label: str) -> Iterator[Progress | None]:
    """A callback (done, total) that draws on stderr, or None where stderr is not a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task: list[TaskID] = []

        def update(done: int, total: int) -> None:
            if not task:
                task.append(bar.add_task(label, total=total))
            bar.update(task[0], completed=done)

        yield update
