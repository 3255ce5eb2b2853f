"""Headers, footers and page numbers: what stands at one height of several pages, above or below everything else.

What a browser prints around a page is told on a single page as well, by what it says.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.readers.runs import Run, stacked

_LINES = 3  # lines at the top and at the bottom of a page that may be its margins
_HEIGHT = 6.0  # points: two lines nearer to each other than half of it stand at one height
_SHORT = 40  # characters: in a longer line a number is no page number
_MANY_PAGES = 10
_NUMBER = re.compile("[0-9０-９]+|[〇一二三四五六七八九十百]+")
_APART = 1.0  # em: the white between what a browser prints around a page and the page
_ADDRESS = re.compile(r"(?:https?|file)://\S+")
_CLOCK = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\D{1,5}\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?", re.IGNORECASE)

Key = tuple[str, int]


def without_frame(pages: Sequence[list[Run]]) -> list[list[Run]]:
    """The pages without the lines with address, page number and time that a browser prints around each."""
    return [_without(page, _frame(page, f"{n}/{len(pages)}")) for n, page in enumerate(pages, 1)]


def margin_lines(pages: Sequence[list[Run]]) -> Iterator[str]:
    """The text of the lines that may be margins, with wide blanks between what stands apart."""
    for page in pages:
        for line in _outermost(page):
            yield "  ".join(run.text for run in line)


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


def _frame(page: list[Run], number: str) -> list[list[Run]]:
    """The lines that a browser printed around the page: its number of so many, and its address or the time.

    >>> _frame([Run("Tea", 9, 30, 99, 9, False), Run("https://tea.example/", 9, 99, 800, 8, False)], "1/1")
    []
    """
    lines = stacked(page)
    pairs = [(lines[0], lines[1]), (lines[-1], lines[-2])] if len(lines) > 2 else []
    ends = [line for line, beside in pairs if _is_apart(line, beside)]
    told = [[_part(run.text, number) for run in line] for line in ends]
    parts = {part for line in told for part in line}
    is_frame = "number" in parts and not parts.isdisjoint(("address", "time"))
    return [line for line, found in zip(ends, told, strict=True) if is_frame and any(found)]


def _part(text: str, number: str) -> str:
    """What a browser would print this for, or "" where it is the title or no browser's."""
    if text.replace(" of ", "/") == number:
        return "number"
    return "address" if _ADDRESS.fullmatch(text) else "time" if _CLOCK.fullmatch(text) else ""


def _is_apart(line: list[Run], beside: list[Run]) -> bool:
    return abs(line[0].y - beside[0].y) > (1 + _APART) * max(line[0].size, beside[0].size)


def _outermost(page: Sequence[Run]) -> list[list[Run]]:
    lines = stacked(page)
    return lines if len(lines) <= 2 * _LINES else lines[:_LINES] + lines[-_LINES:]


def _keys(line: Sequence[Run]) -> tuple[Key, Key]:
    """The line's words with its height, rounded in two ways, so that two that are near always have one in common."""
    text, y = " ".join(run.text for run in line), line[0].y
    words = _NUMBER.sub("#", text) if len(text) <= _SHORT else text
    return (words, 2 * int(y // _HEIGHT)), (words, 2 * int((y + _HEIGHT / 2) // _HEIGHT) + 1)
