"""Evaluation from Python: question sets in, one flat record a question out, for a pandas table or a list."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from corpus.article import Article
from corpus.load import bundled
from eval.folder import RunFolder
from eval.judge import Judge, judge_all
from eval.runner import ask_all
from eval.sets import choose, load_sets
from eval.systems import OURS
from eval.tables import record
from rag.settings import Settings


def evaluate(
    *sets: str | Path,
    articles: Sequence[Article] | None = None,
    settings: Settings | None = None,
    system: str = OURS,
    limit: int | None = None,
    sample: int | None = None,
    seed: int = 0,
    judge: str | None = None,
) -> list[dict[str, object]]:
    """The records of the question sets in these files, by default of the packaged set on the bundled article.

    Each holds the question, its answer and gold, and every score of `eval.run.Scores` (None where it does not count):
    `pandas.DataFrame(evaluate())` is a table of them. `system` is one of `eval.systems.SYSTEMS`. `judge` names a
    language model, as provider:model, whose verdict (correct, partly, wrong) stands under "judged", apart from the
    scores. Raises RagError.
    """
    used = settings or Settings()
    asked = Judge(judge, used) if judge else None
    read = load_sets([Path(one) for one in sets], [bundled()] if articles is None else articles)
    chosen = [choose(one, limit, sample, seed) for one in read]
    with tempfile.TemporaryDirectory() as scratch:
        folder = RunFolder(Path(scratch), used, chosen, system)
        ask_all(chosen, used, folder, system)
        if asked:
            judge_all(folder, asked)
    return [record(name, result) for (name, _, _), result in folder.results.items()]
