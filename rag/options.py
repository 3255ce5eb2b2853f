"""The command-line option that every command about own articles has."""

from argparse import ArgumentParser
from pathlib import Path


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
