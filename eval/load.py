"""The page under load: `python -m eval.load [--users 50] [--minutes 2] [--indexing DIR]`.

A page is started on a free port of this machine, with its index and all else that it keeps in a temporary folder. The
users ask it the questions of the packaged set at `/api/ask`, each with pauses of up to two seconds. With --indexing
`python -m rag index` puts the articles in DIR, one more each time, into the same index folder for as long. Printed are
the answers, the failures, the wall time of an answer, and the page's memory before, after a quarter of the time, and at
the end. The exit status is 1 where anything failed or the page did not end as it should.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from threading import Event
from time import perf_counter
from urllib.request import ProxyHandler, Request, build_opener

from corpus.errors import RagError
from corpus.load import ENDINGS, bundled
from eval.sets import load_sets
from eval.stats import percentiles

PAUSE = 2  # seconds that a user takes at most before the next question
PATIENCE = 120  # seconds that a user waits for an answer, and a page for its start and its end
_OPENER = build_opener(ProxyHandler({}))  # no proxy stands between two programs of one machine


class LoadError(RagError):
    """The page does not start, or there is nothing to index."""


@dataclass(slots=True)
class Report:
    """What came of it: seconds of each answer, what failed, MB by moment, and indexes built beside."""

    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    memory: dict[str, float] = field(default_factory=dict)
    indexes: int = 0

    def lines(self) -> Iterator[str]:
        """The report, a line for each figure."""
        figures = {"answers": f"{len(self.seconds)}"}
        figures |= {name: f"{value:.2f} s" for name, value in percentiles(self.seconds or [0.0]).items()}
        figures |= {f"memory, {moment}": f"{size:.0f} MB" for moment, size in self.memory.items()}
        figures |= {"indexes": f"{self.indexes} built beside", "failures": f"{len(self.failures)}"}
        yield from (f"{name:16}{value}" for name, value in figures.items())
        yield from (f"  {failure}" for failure in sorted(set(self.failures))[:5])


class Page:
    """A page that runs in a process of its own, at `url`."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        told = re.search(r"http://\S+", process.stdout.readline() if process.stdout else "")
        if not told:
            raise LoadError("The page does not start; try python -m ui to see why.")
        self.url = told[0]

    def ask(self, question: str) -> None:
        """Ask, and read the answer. Raises OSError or ValueError where there is none."""
        body = json.dumps({"question": question}).encode()
        request = Request(f"{self.url}/api/ask", body, {"Content-Type": "application/json"})
        with _OPENER.open(request, timeout=PATIENCE) as reply:
            if not json.load(reply)["text"]:
                raise ValueError("an answer without text")

    def memory(self) -> float:
        """MB that the page holds now."""
        command = ["ps", "-o", "rss=", "-p", str(self._process.pid)]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) / 1024


@contextmanager
def page(folder: Path, users: int, report: Report) -> Iterator[Page]:
    """A page whose files lie in `folder`; it is told to stop at the end, and whether it does so is reported."""
    command = [sys.executable, "-m", "ui", "--port", "0", "--waiting", str(users), "--feedback", str(folder / "thumbs")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=_environment(folder)) as process:
        try:
            yield Page(process)
            process.terminate()
            if status := process.wait(PATIENCE):
                report.failures.append(f"the page ended with status {status}")
        except subprocess.TimeoutExpired:
            report.failures.append(f"the page had not ended after {PATIENCE} seconds")
        finally:
            process.kill()


def load(users: int, seconds: float, articles: Sequence[Path] = ()) -> Report:
    """Put a page under load for so many seconds, with the indexing of the articles beside where there are any."""
    report, over = Report(), Event()
    with tempfile.TemporaryDirectory(prefix="yinju-load-") as name, page(Path(name), users, report) as asked:
        questions = [case.question for one in load_sets((), [bundled()]) for case in one.cases()]
        asked.ask(questions[0])
        report.memory["start"] = asked.memory()
        with ThreadPoolExecutor(users + 1) as pool:
            running = [pool.submit(_use, asked, questions, Random(user), over, report) for user in range(users)]
            running += [pool.submit(_index, articles, Path(name), over, report)] if articles else []
            over.wait(seconds / 4)
            report.memory["warm"] = asked.memory()
            over.wait(3 * seconds / 4)
            over.set()
        for user in running:
            user.result()
        report.memory["end"] = asked.memory()
    return report


def _use(asked: Page, questions: Sequence[str], chance: Random, over: Event, report: Report) -> None:
    """Be one user until it is over."""
    while not over.wait(chance.uniform(0, PAUSE)):
        started = perf_counter()
        try:
            asked.ask(chance.choice(questions))
        except (OSError, ValueError) as error:
            report.failures.append(f"{type(error).__name__}: {error}")
        else:
            report.seconds.append(perf_counter() - started)


def _index(articles: Sequence[Path], folder: Path, over: Event, report: Report) -> None:
    """Index one article, then two, and so on, and all again, until it is over."""
    for number in count():
        if over.is_set():
            return
        chosen = map(str, articles[: number % len(articles) + 1])
        command = [sys.executable, "-m", "rag", "index", *chosen]
        done = subprocess.run(command, env=_environment(folder), capture_output=True, text=True, check=False)
        report.indexes += not done.returncode
        if done.returncode:
            report.failures.append(f"indexing: {done.stderr.strip()[-200:]}")


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "RAG_INDEX_DIR": str(folder / "index")}


def _articles(folder: Path) -> list[Path]:
    """The articles in a folder. Raises LoadError where there are none."""
    found = sorted(path for path in folder.glob("*") if path.suffix.lower() in ENDINGS)
    if not found:
        raise LoadError(f"There are no articles in {folder}; name a folder with files that end in {' '.join(ENDINGS)}.")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--users", type=int, default=50, metavar="N", help="how many ask at once (default %(default)s)")
    parser.add_argument("--minutes", type=float, default=2, metavar="M", help="how long (default %(default)s)")
    parser.add_argument("--indexing", type=Path, metavar="DIR", help="index the articles in this folder meanwhile")
    options = parser.parse_args(arguments)
    try:
        report = load(options.users, 60 * options.minutes, _articles(options.indexing) if options.indexing else ())
    except RagError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 2
    print(*report.lines(), sep="\n")
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
