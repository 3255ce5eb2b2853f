"""The command-line options that several commands have."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from rag.where import Where


def add_article_option(parser: ArgumentParser) -> None:
    """Add `--article PATH ...`, which may be given several times; None where it is not given."""
    parser.add_argument(
        "--article",
        nargs="+",
        type=Path,
        action="extend",
        metavar="PATH",
        help="ask these instead of the bundled article",
    )


def add_where_options(parser: ArgumentParser) -> None:
    """Add `--only ID ...`, `--source NAME ...`, `--since DAY` and `--until DAY`."""
    parser.add_argument("--only", nargs="+", action="extend", metavar="ID", help="ask only the articles of these names")
    parser.add_argument("--source", nargs="+", action="extend", metavar="NAME", help="only articles from these sources")
    parser.add_argument("--since", type=date.fromisoformat, metavar="YYYY-MM-DD", help="only articles from that day on")
    parser.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD", help="only articles up to that day")


def where_of(options: Namespace) -> Where | None:
    """The conditions of those options; None where there are none."""
    where = Where(options.only or (), options.source or (), options.since, options.until)
    return None if where == Where() else where
