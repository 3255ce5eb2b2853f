"""Compare embedding models by retrieval: `python -m eval.embedding DEV_FOLDER MODEL [MODEL ...]`.

Every question of MLQA-R's development files is put to all paragraphs of the other file and of its own: four directions
between Chinese and English, with recall@1, recall@5 and MRR of the one gold paragraph. A model is `bundled`, or any
sentence-transformers name or folder; BM25 stands beside them.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rich.console import Console
from rich.table import Table

from rag.embed import load_embeddings
from rag.lexical import Lexicon

DIRECTIONS = (("zh", "zh"), ("zh", "en"), ("en", "zh"), ("en", "en"))
Paragraphs = dict[str, str]


def read(folder: Path, language: str) -> tuple[Paragraphs, dict[str, str]]:
    """(question id to paragraph, question id to question) of one language."""
    data = json.loads((folder / "mlqa-r" / f"{language}.json").read_text(encoding="utf-8"))["data"]
    parts = [part for entry in data for part in entry["paragraphs"]]
    paragraphs = {qa["id"]: part["context"] for part in parts for qa in part["qas"]}
    return paragraphs, {qa["id"]: qa["question"] for part in parts for qa in part["qas"]}


def ranks(scores: Any, gold: Sequence[int]) -> Any:
    """The rank (from 1) of each question's gold paragraph; scores are (questions, paragraphs), ties count against it.

    >>> ranks(np.array([[0.9, 0.1], [0.5, 0.5]]), [0, 1]).tolist()
    [1, 2]
    """
    own = scores[np.arange(len(gold)), gold][:, None]
    return (scores >= own).sum(axis=1)


def dense(model: str, questions: Sequence[str], paragraphs: Sequence[str]) -> Any:
    """Cosines of questions and paragraphs under a model."""
    embeddings = load_embeddings(model, offline=True)
    asked = np.array([embeddings.embed_query(question) for question in questions])
    return asked @ np.array(embeddings.embed_documents(list(paragraphs))).T


def lexical(questions: Sequence[str], paragraphs: Sequence[str]) -> Any:
    """BM25 scores of questions and paragraphs."""
    lexicon = Lexicon({str(number): text for number, text in enumerate(paragraphs)})
    found = [lexicon.scores(question) for question in questions]
    return np.array([[scores.get(str(number), 0.0) for number in range(len(paragraphs))] for scores in found])


def measure(model: str, folder: Path, asked: str, searched: str) -> tuple[float, float, float]:
    """(recall@1, recall@5, MRR) of questions in one language over paragraphs in another; `bm25` is a model too."""
    (_, questions), (homes, _) = read(folder, asked), read(folder, searched)
    shared = sorted(questions.keys() & homes.keys())
    paragraphs = sorted(set(homes.values()))
    texts = [questions[name] for name in shared]
    scores = lexical(texts, paragraphs) if model == "bm25" else dense(model, texts, paragraphs)
    place = ranks(scores, [paragraphs.index(homes[name]) for name in shared])
    return float((place <= 1).mean()), float((place <= 5).mean()), float((1 / place).mean())


def main() -> None:
    """Print one row for each model and four columns, each with recall@1, recall@5 and MRR in percent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("models", nargs="+")
    options = parser.parse_args()
    table = Table("model", *(f"{a}->{b}" for a, b in DIRECTIONS), title="paragraphs: recall@1 / recall@5 / MRR, %")
    for model in ("bm25", *options.models):
        cells = [measure(model, options.folder, *direction) for direction in DIRECTIONS]
        table.add_row(Path(model).name, *(" / ".join(f"{100 * value:.1f}" for value in cell) for cell in cells))
    Console().print(table)


if __name__ == "__main__":
    main()
