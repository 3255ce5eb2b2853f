"""Questions of ours on pages of ours: `python -m eval.invented`.

Most pages are written as official Chinese newspapers write, those from 97 to 112 and most from 153 on as what
else people bring is (manuals, notices, biographies, guides), all of them about towns, people and figures that we made
up, each line in Chinese and in English. `assets/invented.tsv` holds them (page, number of the line, kind of line,
Chinese, English), `assets/invented-asked.tsv` the questions on them, over a third of which are near misses (page, type,
Chinese, English, the lines any of which answers, the words that do in Chinese and in English; - where nothing does).
Some pages are about things like those of the bundled article (two new areas, a joint meeting), and some questions ask
what is asked of that. The last ten or so on each page up to 160, those after the first forty on pages that teach,
and all on the pages after 160 are in everyday words.

The reader learns from some of them (`eval.teach`), how sure an answer is from others (`eval.calibrate`), and on a few
nothing is fitted: for those this prints how many answers are right or refused. Whoever wrote one of these wrote seven
of the others, so they are new pages and no new way of writing.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from eval.pages import HEADING, PARAGRAPH, Block, Line, Page, Use, show_rates

# Of eight pages in a row, which have one writer; the pages after those that were dealt out so all teach.
DEALT = 208
USES: tuple[Use, ...] = ("taught", "taught", "fitted", "taught", "fitted", "taught", "fitted", "held out")
TITLE, SECTION, FIRST, NEXT = "title", "heading", "first", "next"  # kinds of lines; the last goes on in a paragraph
_MARKS: Mapping[str, str] = {TITLE: "# ", SECTION: HEADING, FIRST: PARAGRAPH}


def read_pages(use: Use) -> list[Page]:
    """The pages that are for this use."""
    lines, asked = _by_page("invented.tsv"), _by_page("invented-asked.tsv")
    used = [number for number in lines if _use_of(number) == use]
    return [Page(f"invented-{number}", _blocks(lines[number]), _asked(number, asked[number])) for number in used]


def _use_of(page: int) -> Use:
    return USES[(page - 1) % len(USES)] if page <= DEALT else "taught"


def _by_page(name: str) -> dict[int, list[list[str]]]:
    found: defaultdict[int, list[list[str]]] = defaultdict(list)
    for row in (files("eval") / "assets" / name).read_text(encoding="utf-8").splitlines():
        page, *rest = row.split("\t")
        found[int(page)].append(rest)
    return found


def _blocks(rows: Sequence[Sequence[str]]) -> Sequence[Block]:
    blocks: list[tuple[str, list[Line]]] = []
    for at, kind, chinese, english in rows:
        if kind != NEXT:
            blocks.append((_MARKS[kind], []))
        blocks[-1][1].append((int(at), chinese, english))
    return blocks


def _asked(page: int, rows: Sequence[Sequence[str]]) -> list[Mapping[str, Any]]:
    return [_question(f"i{page:03}-{number:02}", *row) for number, row in enumerate(rows, 1)]


def _question(name: str, kind: str, zh: str, en: str, lines: str, answer: str, english: str) -> Mapping[str, Any]:
    answerable = lines != "-"
    return {
        "id": name,
        "type": kind,
        "zh": zh,
        "en": en,
        "answerable": answerable,
        "lines": [int(line) for line in lines.split(",")] if answerable else [],
        "any": answerable,
        "answers": {"zh": [[answer]], "en": [[english]]} if answerable else {"zh": [], "en": []},
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask the pages that nothing is fitted on, and print the rates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as index:
        show_rates(read_pages("held out"), Path(index))


if __name__ == "__main__":
    main()
