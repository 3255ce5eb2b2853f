"""What the embedding costs: `python -m eval.speed [MODEL ...]`, the bundled model by its two roads if none is named.

Each model is measured in processes of its own: load time with all imports, one question, sentences and passages a
second, and peak memory; then the wall time of a cold `python -m rag ask`, whose index stands already. A model is
`bundled` or any sentence-transformers name or folder; the bundled model's folder, named as such, is read by
sentence-transformers.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from eval.process import peak
from rag.settings import BUNDLED

QUESTION = "两江新区的规划面积是多少？"
SENTENCES, PASSAGES = 512, 128
REPEATS = 5


def measure(model: str) -> dict[str, float]:
    """Seconds, texts a second and MB of one model in this process, which should have imported nothing of it before."""
    started = time.perf_counter()
    from rag.embed import load_embeddings

    embeddings = load_embeddings(model, offline=True)
    embeddings.embed_query(QUESTION)
    loaded = time.perf_counter() - started
    sentences, passages = _texts()
    return {
        "load s": loaded,
        "question ms": 1000 * median(_seconds(lambda: embeddings.embed_query(QUESTION)) for _ in range(10 * REPEATS)),
        "sentences/s": SENTENCES / _seconds(lambda: embeddings.embed_documents(sentences)),
        "passages/s": PASSAGES / _seconds(lambda: embeddings.embed_documents(passages)),
        "peak MB": peak(),
    }


def _texts() -> tuple[list[str], list[str]]:
    """Sentences and paragraphs of the bundled article in both languages, repeated to the wanted number."""
    from corpus.load import bundled
    from rag.chunk import split_sentences

    article = bundled()
    paragraphs = [article.paragraph_text(part.number) for part in article.paragraphs] + [*article.translations.values()]
    sentences = [text[start:end] for text in paragraphs for start, end in split_sentences(text)]
    return _repeated(sentences, SENTENCES), _repeated(paragraphs, PASSAGES)


def _repeated(texts: Sequence[str], number: int) -> list[str]:
    return [texts[place % len(texts)] for place in range(number)]


def _seconds(work: Callable[[], Any]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def cold_ask(model: str, folder: Path) -> float:
    """Median seconds of one question on the command line, from start to end, with the index already in `folder`."""
    environment = {**os.environ, "RAG_EMBEDDING": model, "RAG_INDEX_DIR": str(folder)}
    command = [sys.executable, "-m", "rag", "ask", QUESTION]

    def ask() -> None:
        subprocess.run(command, env=environment, check=True, capture_output=True)

    ask()
    return median(_seconds(ask) for _ in range(REPEATS))


def compare(models: Sequence[str]) -> dict[str, dict[str, float]]:
    """Model to its figures."""
    figures = {}
    for model in models:
        child = subprocess.run(
            [sys.executable, "-m", "eval.speed", "--child", model], check=True, capture_output=True, text=True
        )
        with tempfile.TemporaryDirectory() as folder:
            figures[model] = {**json.loads(child.stdout), "cold ask s": cold_ask(model, Path(folder))}
    return figures


def main() -> None:
    """Print one row for each model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="*", metavar="MODEL")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(measure(options.models[0])))
        return
    from rag.embed import bundled_folder

    figures = compare(options.models or [BUNDLED, str(bundled_folder())])
    table = Table("model", *next(iter(figures.values())))
    for model, row in figures.items():
        table.add_row(model, *(f"{value:.3g}" for value in row.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
