"""The evaluation's command line: `python -m eval run [SET...]`, `python -m eval feedback FILE SET`.

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
        options.command(options)
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
    run.set_defaults(command=_run)
    thumbs = commands.add_parser("feedback", help="turn the page's feedback file into a question set")
    thumbs.add_argument("file", type=Path, metavar="FILE", help="the JSON Lines that the page has written")
    thumbs.add_argument("set", type=Path, metavar="SET", help="the .jsonl file to write")
    thumbs.add_argument("--article", type=Path, metavar="PATH", help="the article asked (default: the bundled one)")
    thumbs.set_defaults(command=_feedback)
    return parser


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of questions; give 1 or more")
    return int(value)


def _feedback(options: argparse.Namespace) -> None:
    from corpus.load import bundled, load
    from eval.feedback import convert

    article = load(options.article) if options.article else bundled()
    written, left_out = convert(options.file, options.set, article)
    print(f"{written} questions written to {options.set}; {left_out} thumbs left out. Give each its other language.")


def _run(options: argparse.Namespace) -> None:
    # Imported here so that --help and a mistyped option answer at once.
    from rich.console import Console

    from corpus.load import bundled
    from eval.dataset import load_sets
    from eval.report import prepare, show, write
    from eval.run import evaluate
    from rag.assistant import Assistant
    from rag.progress import shown
    from rag.settings import Settings

    out: Path | None = options.out
    sets = load_sets(options.sets, bundled())
    if out:
        prepare(out)
    settings = Settings(embedding=options.embedding) if options.embedding is not None else Settings()
    with shown("Indexing") as progress:
        assistant = Assistant(settings=settings, progress=progress)
    results = {name: evaluate(assistant, cases[: options.limit]) for name, cases in sets.items()}
    for name, own in results.items():
        show(name, own, Console())
    if out:
        write(out, results)


if __name__ == "__main__":
    sys.exit(main())
