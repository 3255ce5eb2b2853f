"""The command line: `python -m rag ask|search|index|doctor`."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from rag.errors import RagError
from rag.language import check, detect
from rag.options import add_article_option, add_where_options, where_of

ANSWERED, NOT_IN_ORDER, BAD_INPUT, NOT_IN_ARTICLE = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 answered, 3 not in the article, 2 usage or bad input.

    Of `doctor` it is 1 where something is not in order.
    """
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a console that knows no Chinese shows what it can
            stream.reconfigure(errors="replace")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except RagError as error:
        print(f"Error: {error}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rag", description="Ask an article in Chinese or English.")
    commands = parser.add_subparsers(required=True, metavar="ask|search|index|doctor")
    ask = _command(commands, "ask", _ask, "answer a question, with citations")
    search = _command(commands, "search", _search, "list the passages nearest to a question")
    search.add_argument("-k", type=int, default=5, help="how many passages (default 5)")
    for command in (ask, search):
        command.add_argument("question")
        add_article_option(command)
        add_where_options(command)
        command.add_argument("--json", action="store_true", help="print one JSON object a line")
    index = _command(commands, "index", _index, "build the index of some articles ahead of time")
    index.add_argument("article", nargs="+", type=Path, metavar="PATH")
    _command(commands, "doctor", _doctor, "look at the installation and say how to mend what is wrong")
    return parser


def _command(commands: Any, name: str, run: Any, about: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    command.add_argument("--index-dir", type=Path, help="folder of the indexes (default: in the user's cache)")
    command.set_defaults(run=run)
    return command


def _assistant(options: argparse.Namespace) -> Any:
    from rag.assistant import Assistant
    from rag.progress import shown
    from rag.settings import Settings

    settings = Settings(**({"index_dir": options.index_dir} if options.index_dir else {}))
    with shown("Indexing") as progress:
        if options.article:
            return Assistant.from_files(options.article, settings, progress)
        return Assistant(settings=settings, progress=progress)


def _ask(options: argparse.Namespace) -> int:
    detect(check(options.question))  # a question that cannot be answered need not wait for the index
    assistant = _assistant(options)
    answer = assistant.ask(options.question, where=where_of(options))
    if options.json:
        print(json.dumps(answer.to_dict(), ensure_ascii=False))
    else:
        print(_readable(answer, assistant))
    return ANSWERED if answer.answered else NOT_IN_ARTICLE


def _readable(answer: Any, assistant: Any) -> str:
    lines = [f"Short: {answer.short.text}"] if answer.short else []
    lines += [answer.text, *filter(None, [answer.note]), ""]
    for c in answer.citations:
        lines.append(f"[{c.number}] {_place(c, assistant)} {c.start}-{c.end}\n    {c.quote}")
    for passage in answer.closest:
        lines.append(f"  ~ {_place(passage, assistant)}\n    {passage.text}")
    return "\n".join(lines)


def _place(item: Any, assistant: Any) -> str:
    page = assistant.article(item.article_id).page(item.start)
    return f"{item.article_id} · {item.section} · {f'p. {page} · ' if page else ''}¶{item.paragraph}"


def _search(options: argparse.Namespace) -> int:
    check(options.question)
    assistant = _assistant(options)
    for passage in assistant.search(options.question, options.k, where_of(options)):
        print(
            json.dumps(asdict(passage), ensure_ascii=False)
            if options.json
            else f"{passage.score:6.2f}  {_place(passage, assistant)}\n        {passage.text}"
        )
    return ANSWERED


def _index(options: argparse.Namespace) -> int:
    assistant = _assistant(options)
    paragraphs = sum(len(article.paragraphs) for article in assistant.articles)
    print(f"{len(assistant.articles)} articles, {paragraphs} paragraphs: indexed in {assistant.settings.index_dir}")
    return ANSWERED


def _doctor(options: argparse.Namespace) -> int:
    from rag.doctor import examine

    status = ANSWERED
    for finding in examine(options.index_dir):
        print(f"{'ok   ' if finding.ok else 'WRONG'}  {finding.name}: {finding.text}", flush=True)
        status = status if finding.ok else NOT_IN_ORDER
    return status


if __name__ == "__main__":
    sys.exit(main())
