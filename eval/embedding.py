"""Compare embedding models by retrieval: `python -m eval.embedding DATA [MODEL ...]`.

DATA holds `train/` and `dev/`. Measured are translation pairs held out from training (Tatoeba), questions to paragraphs
and to sentences between Chinese and English (MLQA-R), and Chinese questions to paragraphs, simplified (CMRC 2018) and
traditional (DRCD): recall@1, recall@5 and MRR of the one gold text. A model is `bundled`, `english` (all-MiniLM-L6-v2
from its package), or any sentence-transformers name or folder. BM25, and BM25 joined with each model as the product
joins them, stand beside them.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from eval.squad import read_paragraphs
from rag.embed import load_embeddings
from rag.embedding.pairs import held_out
from rag.embedding.teacher import teacher_folder
from rag.lexical import Lexicon
from rag.retrieve import weights

LANGUAGES = ("zh", "en")
ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class Task:
    """Questions, the texts that they are put to, and the number of each question's gold text."""

    kind: str
    name: str
    questions: list[str]
    texts: list[str]
    gold: list[int]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a SQuAD-like file, and the paragraph and the sentence that hold its answer."""

    question: str
    paragraph: str
    sentence: str


Scorer = Callable[[Task], Any]


def tasks(folder: Path) -> Iterator[Task]:
    """All that is measured."""
    pairs = held_out(folder / "train")
    for name, texts in (("zh->en", lambda p: (p.chinese, p.english)), ("en->zh", lambda p: (p.english, p.chinese))):
        questions, answers = zip(*map(texts, pairs), strict=True)
        yield Task("pairs", name, list(questions), list(answers), list(range(len(pairs))))
    files = {language: read(folder / "dev" / "mlqa-r" / f"{language}.json") for language in LANGUAGES}
    for kind, (asked, searched) in product(("paragraph", "sentence"), product(LANGUAGES, LANGUAGES)):
        yield _retrieval(kind, f"{asked}->{searched}", files[asked], files[searched])
    for name in ("cmrc2018_dev", "DRCD_dev"):
        file = read(folder / "dev" / f"{name}.json")
        yield _retrieval("paragraph", name.partition("_")[0], file, file)


def read(path: Path) -> dict[str, Asked]:
    """Question id to what is asked, of a SQuAD-like file; sentences where the file marks them."""
    return {
        qa.id: Asked(qa.question, part.context, part.sentence(qa.answers[0].answer_start))
        for part in read_paragraphs(path)
        for qa in part.qas
        if qa.answers
    }


def _retrieval(kind: str, name: str, asked: dict[str, Asked], searched: dict[str, Asked]) -> Task:
    shared = sorted(asked.keys() & searched.keys())
    gold = [getattr(searched[key], kind) for key in shared]
    texts = sorted({getattr(one, kind) for one in searched.values()})
    number = {text: place for place, text in enumerate(texts)}
    return Task(kind, name, [asked[key].question for key in shared], texts, [number[text] for text in gold])


def dense(model: str) -> Scorer:
    """Cosines under a model; each text is embedded once."""
    embeddings = load_embeddings(teacher_folder() if model == ENGLISH else model, offline=True)
    vectors: dict[str, list[float]] = {}

    def score(task: Task) -> Any:
        new = [text for text in dict.fromkeys(task.texts) if text not in vectors]
        vectors.update(zip(new, embeddings.embed_documents(new), strict=True))
        asked = np.array([embeddings.embed_query(question) for question in task.questions])
        return asked @ np.array([vectors[text] for text in task.texts]).T

    return score


def lexical(task: Task) -> tuple[Any, Any]:
    """BM25 scores (questions, texts), and the share of each question's words that the texts know (questions,)."""
    lexicon = Lexicon({str(number): text for number, text in enumerate(task.texts)})
    found = [lexicon.scores(question) for question in task.questions]
    scores = [[one.get(str(number), 0.0) for number in range(len(task.texts))] for one in found]
    return np.array(scores), np.array([lexicon.known(question) for question in task.questions])


def hybrid(dense_scores: Any, lexical_scores: Any, known: Any) -> Any:
    """Both legs, standardised over the texts of each question and weighted as the product weighs them."""
    dense_weights, lexical_weights = np.array([weights(share) for share in known]).T[:, :, None]
    return dense_weights * _standard(dense_scores) + lexical_weights * _standard(lexical_scores)


def _standard(scores: Any) -> Any:
    spread = scores.std(axis=1, keepdims=True)
    return (scores - scores.mean(axis=1, keepdims=True)) / np.where(spread, spread, 1.0)


def ranks(scores: Any, gold: Sequence[int]) -> Any:
    """The rank (from 1) of each question's gold text; scores are (questions, texts), ties count against it.

    >>> ranks(np.array([[0.9, 0.1], [0.5, 0.5]]), [0, 1]).tolist()
    [1, 2]
    """
    own = scores[np.arange(len(gold)), gold][:, None]
    return (scores >= own).sum(axis=1)


def cell(scores: Any, gold: Sequence[int]) -> str:
    """recall@1 / recall@5 / MRR in percent.

    >>> cell(np.array([[0.9, 0.1], [0.5, 0.5]]), [0, 1])
    '50.0 / 100.0 / 75.0'
    """
    place = ranks(scores, gold)
    return " / ".join(f"{100 * value:.1f}" for value in ((place <= 1).mean(), (place <= 5).mean(), (1 / place).mean()))


def compare(models: Sequence[str], measured: Sequence[Task]) -> dict[str, dict[str, dict[str, str]]]:
    """Kind of task to model to name of task to its figures."""
    scorers = {model: dense(model) for model in models}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for task in measured:
        rows, (words, known) = found.setdefault(task.kind, {}), lexical(task)
        rows.setdefault("bm25", {})[task.name] = cell(words, task.gold)
        for model, score in scorers.items():
            meaning, name = score(task), Path(model).name
            rows.setdefault(name, {})[task.name] = cell(meaning, task.gold)
            rows.setdefault(f"bm25 + {name}", {})[task.name] = cell(hybrid(meaning, words, known), task.gold)
    return found


def main() -> None:
    """Print a table for each kind of task."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="DATA")
    parser.add_argument("models", nargs="*", default=["bundled", ENGLISH], metavar="MODEL")
    options = parser.parse_args()
    for kind, rows in compare(options.models, list(tasks(options.folder))).items():
        names = list(next(iter(rows.values())))
        table = Table(kind, *names, title="recall@1 / recall@5 / MRR, %")
        for model, cells in rows.items():
            table.add_row(model, *(cells[name] for name in names))
        Console().print(table)


if __name__ == "__main__":
    main()
