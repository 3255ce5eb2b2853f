"""Headers, footers and page numbers: what stands at one height of several pages, above or below everything else."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.readers.layout import stacked
from corpus.readers.runs import Run

_LINES = 3  # lines at the top and at the bottom of a page that may be its margins
_HEIGHT = 6.0  # points: two lines nearer to each other than half of it stand at one height
_SHORT = 40  # characters: in a longer line a number is no page number
_MANY_PAGES = 10
_NUMBER = re.compile("[0-9０-９]+|[〇一二三四五六七八九十百]+")

Key = tuple[str, int]


def without_margins(pages: Sequence[list[Run]]) -> list[list[Run]]:
    """The pages without margin lines that repeat, numbers aside, on two pages (three of more than ten)."""
    lines = [_outermost(page) for page in pages]
    counts = Counter(key for page in lines for key in {key for line in page for key in _keys(line)})
    enough = 2 if len(pages) <= _MANY_PAGES else 3
    return [
        _without(page, [line for line in found if any(counts[key] >= enough for key in _keys(line))])
        for page, found in zip(pages, lines, strict=True)
    ]


def _without(page: list[Run], lines: Sequence[list[Run]]) -> list[Run]:
    dropped = {id(run) for line in lines for run in line}
    return [run for run in page if id(run) not in dropped]


def _outermost(page: Sequence[Run]) -> list[list[Run]]:
    lines = stacked(page)
    return lines if len(lines) <= 2 * _LINES else lines[:_LINES] + lines[-_LINES:]


def _keys(line: Sequence[Run]) -> tuple[Key, Key]:
    """The line's words with its height, rounded in two ways, so that two that are near always have one in common."""
    text, y = " ".join(run.text for run in line), line[0].y
    words = _NUMBER.sub("#", text) if len(text) <= _SHORT else text
    return (words, 2 * int(y // _HEIGHT)), (words, 2 * int((y + _HEIGHT / 2) // _HEIGHT) + 1)
