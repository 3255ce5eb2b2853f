"""Articles as people bring them, and what they ask of them: `python -m eval.brought [--seen]`.

`assets/brought` holds made-up manuals, notices, biographies, guides and the like as plain files, each with its
questions in everyday words beside it, in our own form (`eval.dataset`). Most are asked in the language of the article,
the others in the other one. They were written before they were asked. Of those that are SEEN the failures were read,
and what they showed was mended; of the others nobody read which answers fail.
"""

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from importlib.resources import as_file, files
from pathlib import Path

from corpus.load import load
from eval.pages import said_rates
from eval.run import Result, measure
from eval.sets import load_set
from rag.assistant import Assistant
from rag.language import is_in
from rag.settings import Settings

SEEN = ("en1_museum", "en2_science", "en3_bio", "zh1_press", "zh2_manual", "zh3_notice")
Asked = tuple[bool, Result]  # whether the question is in the language of its article


def ask_all(folder: Path, seen: bool) -> list[Asked]:
    """What comes of every question on the articles in a folder that are seen, or on the others."""
    asked: list[Asked] = []
    for path in sorted(folder.iterdir()):
        if path.suffix != ".jsonl" and (path.stem in SEEN) == seen:
            asked += _ask(path)
    return asked


def _ask(path: Path) -> Iterator[Asked]:
    article = load(path)
    with tempfile.TemporaryDirectory() as index:
        assistant = Assistant([article], Settings(index_dir=Path(index)))
        for case in load_set(path.with_suffix(".jsonl"), [article]).cases():
            yield is_in(article.text, case.language), measure(assistant, case)
        assistant.close()


def show(asked: Sequence[Asked]) -> None:
    """Print the rates for questions in the language of their article, and for the others."""
    for own in (True, False):
        results = [result for is_own, result in asked if is_own == own]
        which = "the language of the article" if own else "the other language"
        print(f"asked in {which}: {said_rates(results, own)}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask all questions, and print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seen", action="store_true", help="those whose failures were read")
    options = parser.parse_args(arguments)
    with as_file(files("eval") / "assets" / "brought") as folder:
        show(ask_all(folder, options.seen))


if __name__ == "__main__":
    main()
