"""The evaluation's command line: `python -m eval run|compare|bench|new|feedback`.

The exit status is 0 done, 2 usage or bad input, 130 stopped by the user.
"""

import argparse
import sys
from collections.abc import Sequence
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import RagError
from rag.options import add_article_option

if TYPE_CHECKING:
    from corpus.article import Article
    from eval.cases import QuestionSet


_MODELS = {
    "embedding": "another sentence-transformers model, by name or folder",
    "reranker": "a sentence-transformers CrossEncoder, by name or folder, or none",
    "llm": "a language model, as provider:model, or none",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` name (those of the process where None) and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except RagError as error:
        print(f"Error: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Stopped; the same command goes on from here.", file=sys.stderr)
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measure the question answering.")
    commands = parser.add_subparsers(required=True, metavar="run|compare|bench|new|feedback")
    _add_run(_command(commands, "run", _run, "ask every question of some sets and report what came of it"))
    compare = _command(commands, "compare", _compare, "show what a second run does better and worse than a first")
    compare.add_argument("first", type=Path, metavar="RUN_A", help="the folder of a run")
    compare.add_argument("second", type=Path, metavar="RUN_B", help="the folder of another run on the same set")
    _add_bench(_command(commands, "bench", _bench, "measure the pipeline beside what people would use instead"))
    new = _command(commands, "new", _new, "start a question set of your own, with one example row")
    new.add_argument("path", type=Path, metavar="PATH", help="a file to make that ends in .jsonl, .csv or .xlsx")
    thumbs = _command(commands, "feedback", _feedback, "turn the page's feedback file into a question set")
    thumbs.add_argument("file", type=Path, metavar="FILE", help="the JSON Lines that the page has written")
    thumbs.add_argument("set", type=Path, metavar="SET", help="the .jsonl file to write")
    add_article_option(thumbs)
    return parser


def _command(commands: Any, name: str, run: Any, about: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    command.set_defaults(run=run)
    return command


def _add_run(run: argparse.ArgumentParser) -> None:
    _add_sets(run)
    run.add_argument("--out", type=Path, metavar="DIR", help="folder of the results (default: one in runs/)")
    run.add_argument("--noise", type=_share, metavar="X", help="share of noise in RGB's passages (default 0.4)")
    for kind, about in _MODELS.items():
        run.add_argument(f"--{kind}", action="append", metavar="NAME", help=f"{about}; several: side by side")
    judge = "a language model, as provider:model, that says apart from the figures whether answers agree with the gold"
    run.add_argument("--judge", metavar="NAME", help=judge)
    parts = "what to measure: ours (default), untranslated, or one leg alone, lexical or dense; give several likewise"
    run.add_argument("--system", action="append", choices=("ours", "untranslated", "lexical", "dense"), help=parts)


def _add_sets(command: argparse.ArgumentParser) -> None:
    forms = "a set of our own (.jsonl, .csv, .xlsx) or in the form of SQuAD or RGB (default: the packaged set)"
    command.add_argument("sets", nargs="*", type=Path, metavar="SET", help=forms)
    chosen = command.add_mutually_exclusive_group()
    chosen.add_argument("--limit", type=_count, metavar="N", help="only the first N questions of each set")
    chosen.add_argument("--sample", type=_count, metavar="N", help="only N questions of each set, drawn by chance")
    command.add_argument("--seed", type=int, default=0, metavar="S", help="of the chance of --sample (default 0)")
    add_article_option(command)


def _add_bench(bench: argparse.ArgumentParser) -> None:
    _add_sets(bench)
    systems = "a system to measure (default: all); give several"
    bench.add_argument("--system", action="append", choices=("ours", "bm25", "langchain", "llamaindex"), help=systems)
    news = "folder of .txt files with an article a line, to see how the costs grow with their number"
    bench.add_argument("--news", type=Path, metavar="DIR", help=news)
    sizes = "numbers of these articles (default 1 10 100)"
    bench.add_argument("--growth", nargs="+", type=_count, default=[1, 10, 100], metavar="N", help=sizes)
    limit = "what a system may take for one body of texts; one that takes longer is left out of larger ones"
    bench.add_argument("--minutes", type=_minutes, metavar="M", help=limit)
    bench.add_argument(
        "--out", type=Path, default=Path("runs/bench"), metavar="DIR", help="folder of bench.md and what is measured"
    )


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of questions; give 1 or more")
    return int(value)


def _minutes(value: str) -> float:
    try:
        minutes = float(value)
    except ValueError:
        minutes = 0.0
    if not 0 < minutes < inf:
        raise argparse.ArgumentTypeError(f"{value!r} is not a time in minutes; give more than 0")
    return minutes


def _share(value: str) -> float:
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if not 0 <= share < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a share of the passages; give 0 to below 1, such as 0.4")
    return share


# What the commands need is imported in them, so that --help and a mistyped option answer at once.
def _run(options: argparse.Namespace) -> None:
    from eval.command import run
    from eval.sets import NOISE

    chosen = _sets(options, NOISE if options.noise is None else options.noise)
    models = {kind: getattr(options, kind) or [] for kind in _MODELS}
    run(chosen, models, options.system or [], options.out, options.judge)


def _sets(options: argparse.Namespace, noise: float) -> "list[QuestionSet]":
    from eval.sets import choose, load_sets

    articles = _articles(options)
    found = load_sets(options.sets, articles, noise)
    return [choose(one, options.limit, options.sample, options.seed) for one in found]


def _articles(options: argparse.Namespace) -> "list[Article]":
    from corpus.load import bundled, load_all

    return load_all(options.article) if options.article else [bundled()]


def _bench(options: argparse.Namespace) -> None:
    from eval.command import bench
    from eval.contenders import CONTENDERS

    systems = options.system or list(CONTENDERS)
    bench(_sets(options, noise=0.0), systems, options.news, options.growth, options.out, options.minutes)


def _compare(options: argparse.Namespace) -> None:
    from eval.command import compare

    compare(options.first, options.second)


def _new(options: argparse.Namespace) -> None:
    from eval.sheet import start

    start(options.path)
    print(f"{options.path} is ready: put your questions in the place of the example, a row each.")


def _feedback(options: argparse.Namespace) -> None:
    from eval.feedback import convert

    written, left_out = convert(options.file, options.set, _articles(options))
    print(f"{written} questions written to {options.set}; {left_out} thumbs left out.")


if __name__ == "__main__":
    sys.exit(main())
