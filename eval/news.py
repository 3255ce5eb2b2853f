"""Questions of ours on news pages: `python -m eval.news wmt-news.en-zh.tsv`.

The news are those of the WMT translation tasks of 2017 to 2020 (https://www.statmt.org/wmt20/), line for line in
English and Chinese: a tab between them, most lines a sentence. They are not in the package: `assets/news.jsonl` holds
1,600 questions written for this, each in both languages, with the numbers of the lines that answer it, and
`assets/news-pages.json` which lines are the stories of each of 32 pages. Of 50 questions on a page 14 are near misses.

`eval.calibrate` fits on all pages but those HELD_OUT, for which this prints how many answers are right or refused.
"""

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import cycle, islice, takewhile
from pathlib import Path

from corpus.clean import clean
from eval.pages import HEADING, PARAGRAPH, Block, Line, Page, show_rates

HELD_OUT = ("news-4", "news-8", "news-12", "news-16")
PARAGRAPHS = (2, 3, 1, 3, 2)  # sentences; the corpus does not say where paragraphs end


def read_pages(corpus: Path) -> list[Page]:
    """The pages, from the parallel corpus."""
    lines, folder = read_lines(corpus), files("eval") / "assets"
    asked = [json.loads(line) for line in (folder / "news.jsonl").read_text(encoding="utf-8").splitlines()]
    pages = json.loads((folder / "news-pages.json").read_text(encoding="utf-8"))
    return [
        Page(
            f"news-{number}",
            [block for start, end in page for block in _blocks(lines[start:end])],
            [one for one in asked if one["id"].startswith(f"p{number:02}-")],
        )
        for number, page in enumerate(pages, 1)
    ]


def read_lines(corpus: Path) -> list[Line]:
    """All lines of the corpus."""
    pairs = (line.split("\t") for line in corpus.read_text(encoding="utf-8").splitlines())
    return [(at, tidy(chinese), tidy(english)) for at, (english, chinese) in enumerate(pairs)]


def _blocks(story: Sequence[Line]) -> Iterator[Block]:
    """The headline and the paragraphs of a story."""
    yield HEADING, story[:1]
    yield from ((PARAGRAPH, lines) for lines in in_paragraphs(story[1:]))


def in_paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines of the corpus, cut into paragraphs."""
    rest = iter(lines)
    return takewhile(bool, (list(islice(rest, size)) for size in cycle(PARAGRAPHS)))


def tidy(line: str) -> str:
    return " ".join(clean(line.strip()).text.split("\n"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask the pages that nothing is fitted on, and print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--page", type=int, action="append", help="number of a page (default: those held out)")
    options = parser.parse_args(arguments)
    names = [f"news-{number}" for number in options.page or ()] or HELD_OUT
    with tempfile.TemporaryDirectory() as index:
        show_rates([page for page in read_pages(options.corpus) if page.name in names], Path(index))


if __name__ == "__main__":
    main()
