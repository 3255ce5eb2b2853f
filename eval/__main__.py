"""The evaluation's command line: `python -m eval run [SET...]`.

The exit status is 0 done, 2 usage or bad input, 130 stopped by the user.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import RagError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name (those of the process where None) and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        _run(options.sets, options.out, options.limit, options.embedding)
    except RagError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measure the question answering.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="ask every question in both languages and print what came of it")
    run.add_argument("sets", nargs="*", type=Path, metavar="SET", help="a .jsonl file (default: the packaged set)")
    run.add_argument("--out", type=Path, metavar="DIR", help="also write results.jsonl and summary.json to DIR")
    run.add_argument("--limit", type=_count, metavar="N", help="only the first N questions of each set")
    run.add_argument("--embedding", metavar="NAME", help="another sentence-transformers model, by name or folder")
    return parser


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of questions; give 1 or more")
    return int(value)


def _run(paths: Sequence[Path], out: Path | None, limit: int | None, embedding: str | None) -> None:
    # Imported here so that --help and a mistyped option answer at once.
    from rich.console import Console

    from corpus.load import bundled
    from eval.dataset import load_sets
    from eval.report import prepare, show, write
    from eval.run import evaluate
    from rag.assistant import Assistant
    from rag.progress import shown
    from rag.settings import Settings

    sets = load_sets(paths, bundled())
    if out:
        prepare(out)
    settings = Settings(embedding=embedding) if embedding is not None else Settings()
    with shown("Indexing") as progress:
        assistant = Assistant(settings=settings, progress=progress)
    results = {name: evaluate(assistant, cases[:limit]) for name, cases in sets.items()}
    for name, own in results.items():
        show(name, own, Console())
    if out:
        write(out, results)


if __name__ == "__main__":
    sys.exit(main())
